"""The plan in plain words: one line for every choice, for the Plan page, sentences, report and JSON alike."""

from collections.abc import Iterable, Iterator

from sscviewer.analysis.plan.board_lines import BOARD_LINES
from sscviewer.analysis.plan.comparison_lines import COMPARISON_LINES
from sscviewer.analysis.plan.line import PlanLine
from sscviewer.analysis.plan.one_arm_lines import ONE_ARM_LINES
from sscviewer.analysis.plan.plan import AnalysisPlan
from sscviewer.analysis.plan.safety_lines import SAFETY_LINES
from sscviewer.analysis.plan.trial_lines import TRIAL_LINES

PARTS = {
    "study": "The study",
    "time": "Time",
    "arms": "Arms",
    "populations": "Who counts",
    "visits": "Visits",
    "readings": "Readings",
    "baseline": "Baseline",
    "endpoints": "Endpoints",
    "after_stop": "After stopping",
    "model": "Models",
    "missing": "Missing values",
    "one_arm": "One arm and what was known before",
    "comparisons": "Arms compared",
    "events": "Adverse events",
    "laboratory": "Laboratory",
    "doses": "Doses",
    "dose_question": "The dose question",
    "derivation": "Computed measurements",
    "responses": "Response and composites",
    "board": "The safety board",
}
"""Titles of the parts, in the order of the plan."""

LINES = (*TRIAL_LINES, *ONE_ARM_LINES, *COMPARISON_LINES, *SAFETY_LINES, *BOARD_LINES)

_BY_KEY = {(line.part, line.name): line for line in LINES}


def line_of(part: str, name: str) -> PlanLine:
    """Return the line of a choice (raises KeyError)."""
    return _BY_KEY[part, name]


def lines_by_part(lines: Iterable[PlanLine] = LINES) -> Iterator[tuple[str, tuple[PlanLine, ...]]]:
    """Yield (part, its lines), in the order of the plan."""
    lines = tuple(lines)
    for part in PARTS:
        yield part, tuple(line for line in lines if line.part == part)


def changed_words(before: AnalysisPlan, after: AnalysisPlan) -> tuple[str, ...]:
    """Return what another plan chooses otherwise: "Time · A month has: 30.4375 days → 30 days"."""
    found = []
    for part, name in before.changed(after):
        line = line_of(part, name)
        old, new = line.value_words(line.value(before)), line.value_words(line.value(after))
        found.append(f"{PARTS[part]} · {line.text}: {old} → {new}")
    return tuple(found)
