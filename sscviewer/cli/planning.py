"""The plan as the command line says it, and the trial prepared by it."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sscviewer.analysis.plan import DEFAULT_PLAN, AnalysisPlan
from sscviewer.analysis.plan.events import term_groups
from sscviewer.analysis.plan.plan_file import PlanRead, UnreadablePlan, line_words, plan_text, read_plan
from sscviewer.analysis.plan_in_trial import unfollowed
from sscviewer.analysis.planned_dose import planned_dose
from sscviewer.analysis.settle import settle_study
from sscviewer.clinical.reference_equations import equations_for
from sscviewer.model.study import Study
from sscviewer.whole_file import not_written, write_whole_file
from sscviewer.workbook import UnusableFile

if TYPE_CHECKING:
    from sscviewer.workbook import Loaded


def settle_as_asked(
    options: argparse.Namespace, loaded: "Loaded", otherwise: AnalysisPlan | None = None
) -> tuple[Study, AnalysisPlan]:
    """Return the trial settled by the plan of --plan and of the options, and that plan.

    Raises
    ------
    UnusableFile
        If the plan cannot be read or written, an equation does not exist or a schedule cannot be read.
    """
    plan = plan_as_asked(options, loaded, otherwise or DEFAULT_PLAN)
    save_as_asked(options, plan)
    study = settle_study(loaded.study, plan)
    if vars(options).get("plan"):
        _say_what_is_not_followed(vars(options)["plan"], study, plan)
    return study, plan


def _say_what_is_not_followed(path: Path, study: Study, plan: AnalysisPlan) -> None:
    """Say on stderr which lines of a plan this trial cannot follow; the rest is used."""
    text = path.read_text(encoding="utf-8")
    for one in unfollowed(study, plan):
        line = line_words(text, one.name, one.part)
        sys.stderr.write(f"sscviewer: {path.name}: {line}{one.sentence}\n")


def plan_as_asked(options: argparse.Namespace, loaded: "Loaded", otherwise: AnalysisPlan) -> AnalysisPlan:
    """Return the plan of --plan, or `otherwise`, with what other options say (raises as above)."""
    said = vars(options)
    plan = read_plan_file(said["plan"]) if said.get("plan") else otherwise
    if not plan.events.groups:
        plan = plan.with_value("events", "groups", term_groups(loaded.mapping.groups))
    derivation = plan.derivation
    if said.get("equation"):
        known = [one.name for one in equations_for("FVC")]
        if said["equation"] not in known:
            raise UnusableFile(f"There is no equation {said['equation']}; choose one of {', '.join(known)}.")
        derivation = replace(derivation, equation=said["equation"])
    if said.get("predicted"):
        derivation = replace(derivation, prefer=said["predicted"])
    if said.get("planned_dose"):
        schedule = planned_dose(said["planned_dose"])
        if isinstance(schedule, str):
            raise UnusableFile(schedule)
        plan = plan.with_value("study", "dose_schedule", said["planned_dose"])
    return replace(plan, derivation=derivation)


def read_plan_file(path: Path) -> AnalysisPlan:
    """Return the plan of a file; lines that cannot be used are said on stderr, the rest is used."""
    try:
        read: PlanRead = read_plan(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UnusableFile(f"The plan {path} cannot be read; name a TOML file.") from error
    except UnreadablePlan as error:
        raise UnusableFile(str(error)) from error
    for problem in read.problems:
        sys.stderr.write(f"sscviewer: {path.name}: {problem}\n")
    return read.plan


def save_as_asked(options: argparse.Namespace, plan: AnalysisPlan) -> None:
    """Write the plan where --save-plan says (raises UnusableFile)."""
    path = vars(options).get("save_plan")
    if path:
        try:
            write_whole_file(path, plan_text(plan).encode("utf-8"))
        except OSError as error:
            raise UnusableFile(not_written(Path(path), error)) from error
