"""A loaded file with its patients' identities hidden, before anything is made from it."""

import sys
from dataclasses import replace
from pathlib import Path

from sscviewer.model.hidden import NAME, hide_identities, hide_report
from sscviewer.workbook import Loaded
from sscviewer.workbook.changes.snapshots import shape_of
from sscviewer.workbook.mapping.mapping import Mapping


def hidden(loaded: Loaded, plan: Path | None = None) -> tuple[Loaded, dict[str, str]]:
    """Return the file without identities, and what each patient is called in it.

    `plan` is the file of the plan that will be followed, which says by what words reasons are told apart.
    """
    labels = _labels(loaded)
    study = hide_identities(loaded.study, labels, NAME, _reason_words(plan))
    report = hide_report(loaded.report, loaded.study, labels, NAME)
    return replace(loaded, study=study, report=report, mapping=Mapping()), labels


def _reason_words(plan: Path | None) -> tuple[str, ...]:
    from sscviewer.analysis.plan import DEFAULT_PLAN
    from sscviewer.analysis.plan.plan_file import UnreadablePlan, read_plan

    try:
        followed = read_plan(plan.read_text(encoding="utf-8")).plan if plan else DEFAULT_PLAN
    except (OSError, UnicodeDecodeError, UnreadablePlan):
        followed = DEFAULT_PLAN  # said when the plan is to be followed
    return followed.dose_question.reason_words


def _labels(loaded: Loaded) -> dict[str, str]:
    """Return the labels kept for the study; where nothing can be kept new ones, said on stderr."""
    from sscviewer.gui.window.places import own_memory
    from sscviewer.memory.database import Database, MemoryUnusable
    from sscviewer.memory.labels import kept_labels, new_labels
    from sscviewer.memory.study_memory import StudyMemory

    try:
        database = Database(own_memory())
        try:
            memory = StudyMemory(database, loaded.study, shape_of(loaded.report))
            return kept_labels(memory, loaded.study.usubjids)
        finally:
            database.close()
    except MemoryUnusable as error:
        sys.stderr.write(f"sscviewer: {error} The labels of the patients are new ones, and are not kept.\n")
        return new_labels(loaded.study.usubjids)
