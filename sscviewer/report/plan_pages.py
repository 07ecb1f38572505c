"""What stands before the results: cover lines, and the rules by which they were made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscviewer import __version__
from sscviewer.analysis.plan.lines import LINES, PARTS, line_of, lines_by_part
from sscviewer.analysis.plan.plan import DEFAULT_PLAN
from sscviewer.model.counted import counted
from sscviewer.report.table_file import Table

if TYPE_CHECKING:
    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.analysis.population import Populations
    from sscviewer.model.study import Study
    from sscviewer.report.document import Cover

ALL_DEFAULTS = (
    "Every rule is the program’s default. “Every rule of the plan” lists them all; the plan file and the "
    "manifest beside this document hold them for the computer."
)
_SHORT_SUM = 16
"""Digits of a checksum that a reader compares by eye: 64 bits, two files of one trial never share them."""


def cover_lines(study: Study, plan: AnalysisPlan, who: Populations) -> Cover:
    """Return from what, of whom and by which rules a document is."""
    source, cut = study.source, plan.study.cut_off
    changed = len(DEFAULT_PLAN.changed(plan))
    rules = "the program’s defaults" if not changed else _changed_words(changed)
    return (
        ("Source file", f"{source.name}, SHA-256 {source.sha256[:_SHORT_SUM]}…"),
        ("Data", f"to {cut.isoformat()}" if cut else "all of the file"),
        ("Patients", f"{len(study.usubjids)} in the file, {int(who.safety.treated.sum())} treated"),
        ("Analysis plan", rules),
        ("Program", f"sscviewer {__version__}"),
        *((("Note", "synthetic demonstration data"),) if study.is_synthetic else ()),
    )


def _changed_words(changed: int) -> str:
    rules = counted(changed, "rule differs", "rules differ")
    return f"{rules} from the program’s defaults (Analysis plan)"


def changed_rules(plan: AnalysisPlan) -> Table:
    """Return the rules that differ from the defaults."""
    rows = []
    for part, name in DEFAULT_PLAN.changed(plan):
        line = line_of(part, name)
        chosen, usual = line.value_words(line.value(plan)), line.value_words(line.value(DEFAULT_PLAN))
        rows.append((PARTS[part], line.text, chosen, usual))
    notes = ("All other rules are the program’s defaults.",)
    return Table("plan", "Rules that differ from the defaults", _heads("Default"), tuple(rows), notes=notes)


def whole_plan(plan: AnalysisPlan) -> Table:
    """Return every rule that decides anything, part by part."""
    rows = [
        (PARTS[part], line.text, line.value_words(line.value(plan)), line.used_words)
        for part, lines in lines_by_part(LINES)
        for line in lines
        if line.used_by
    ]
    return Table("whole_plan", "Every rule of the plan", _heads("Decides"), tuple(rows))


def _heads(last: str) -> tuple[str, ...]:
    return ("Part", "Rule", "Chosen", last)
