"""Who was in the trial, as tables to print: Table 1, and how the trial ended."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscviewer.analysis.arm_words import arm_words
from sscviewer.model.rounding import rounded
from sscviewer.model.sentence import say
from sscviewer.report.table_file import Table

if TYPE_CHECKING:
    from sscviewer.analysis.enrolment.table_one import By, TableOne
    from sscviewer.analysis.enrolment.trial_ends import ArmEnds, EndGroup, TimeOnStudy, TrialEnds

INDENT = "    "
_BY = {"arm": "", "outcome": " by how the trial ended", "none": ""}


def depth(text: str) -> int:
    """Return how far a row's name stands in, in steps."""
    return (len(text) - len(text.lstrip(" "))) // len(INDENT)


def table_one_table(of: TableOne, by: By = "arm") -> Table:
    """Return Table 1 as it is printed."""
    heads = ("Characteristic", *(f"{title} (N = {n})" for title, n in of.columns))
    rows = tuple(
        (row.label if row.kind == "heading" else f"{INDENT}{row.label}", *row.texts) for row in of.rows
    )
    strong = frozenset(at for at, row in enumerate(of.rows) if row.kind == "heading")
    title = f"Table 1. Baseline characteristics{_BY[by]}"
    return Table("table_1", title, heads, rows, notes=of.notes, strong=strong)


@dataclass(frozen=True, slots=True)
class WhoLine:
    """A line of the disposition: its patients in each column, None on headings and times."""

    label: str
    texts: tuple[str, ...]
    groups: tuple[EndGroup | None, ...]
    strong: bool = False


TIMES: tuple[tuple[str, Callable[[TimeOnStudy], str]], ...] = (
    ("n", lambda time: str(time.n)),
    ("Mean ± SD", lambda time: f"{_number(time.mean)} ± {_number(time.sd)}" if time.n else "–"),
    ("Median", lambda time: _number(time.median)),
    ("Minimum to maximum", lambda time: f"{_number(time.min)} to {_number(time.max)}" if time.n else "–"),
    ("Patient-years", lambda time: f"{rounded(time.years, 1)}"),
)


def disposition_lines(ends: TrialEnds) -> tuple[WhoLine, ...]:
    """Return the lines of the table, from enrolled to time on study."""
    arms = ends.arms
    others = tuple(None for _ in arms[1:])
    blank = tuple("" for _ in arms[1:])
    lines = [WhoLine("Enrolled", (str(ends.enrolled.n), *blank), (ends.enrolled, *others), strong=True)]
    for words, group in (("Screen failures", ends.screen_failures), ("Not treated", ends.not_treated)):
        if group.n:
            lines.append(WhoLine(f"{INDENT}{words}", (str(group.n), *blank), (group, *others)))
    treated = tuple(arm.treated for arm in arms)
    lines.append(WhoLine("Treated", tuple(str(group.n) for group in treated), treated, strong=True))
    lines.append(_ended("Completed", arms, [arm.completed for arm in arms]))
    lines.append(_ended("Stopped early", arms, [arm.stopped for arm in arms]))
    for reason in arms[0].reasons:
        of = [next((g for g in arm.reasons if g.words == reason.words), None) for arm in arms]
        lines.append(_counts(f"{INDENT}{reason.words}", arms, of))
    for words, name in (("Ongoing", "ongoing"), ("End not recorded", "unknown"), ("Died", "died")):
        if getattr(arms[0], name).n:
            lines.append(_counts(words, arms, [getattr(arm, name) for arm in arms]))
    if not any(arm.time.n for arm in arms):
        return tuple(lines)  # nobody's time is known: it is not 0
    none = (None, *others)
    lines.append(WhoLine("Time on study, days", ("", *blank), none, strong=True))
    lines += [
        WhoLine(f"{INDENT}{words}", tuple(make(arm.time) for arm in arms), none) for words, make in TIMES
    ]
    return tuple(lines)


def disposition_table(ends: TrialEnds) -> Table:
    """Return the disposition as it is printed."""
    lines = disposition_lines(ends)
    names = [arm_words(arm.arm) for arm in ends.arms]
    heads = [f"{name} (N = {arm.treated.n})" for name, arm in zip(names, ends.arms, strict=True)]
    rows = tuple((line.label, *line.texts) for line in lines)
    strong = frozenset(at for at, line in enumerate(lines) if line.strong)
    title = "Disposition and time on study"
    return Table("disposition", title, ("Patients", *heads), rows, notes=_notes(ends), strong=strong)


def _ended(label: str, arms: tuple[ArmEnds, ...], groups: list[EndGroup]) -> WhoLine:
    """Return the counts; no 0 of a file that tells only of deaths or of who left: some may have ended so.

    One that says of anybody that the trial goes on tells of every end.
    """
    if arms[0].unknown.n and not groups[0].n and not arms[0].ongoing.n:
        return WhoLine(f"{INDENT}{label}", tuple("not in the file" for _ in arms), tuple(None for _ in arms))
    return _counts(label, arms, groups)


def _counts(label: str, arms: tuple[ArmEnds, ...], groups: list[EndGroup | None] | list[EndGroup]) -> WhoLine:
    texts = []
    for arm, group in zip(arms, groups, strict=True):
        n = group.n if group is not None else 0
        texts.append(f"{n} ({rounded(100 * n / arm.treated.n, 1)} %)" if n else "0")
    return WhoLine(f"{INDENT}{label}", tuple(texts), tuple(groups))


def _notes(ends: TrialEnds) -> tuple[str, ...]:
    notes = [say("{who}: n (percent of N, those of the column).", who=ends.who)]
    notes += [say("The sums agree.")] if ends.adds_up else []
    notes += [check.words for check in ends.checks if not check.agrees]
    if ends.by_death.n:
        notes.append(f"{ends.by_death.words}: {ends.by_death.n}.")
    if not any(arm.time.n for arm in ends.arms):
        return (*notes, "Time on study is not known.")
    unknown = ends.arms[0].time.unknown
    if unknown:
        notes.append(say("Without a day of the end or of a last contact: {n}.", n=len(unknown)))
    notes.append(
        say("Time on study: from day 1 to the end, or to the last contact of those still in the trial.")
    )
    return tuple(notes)


def _number(value: float) -> str:
    return f"{rounded(value, 0)}" if math.isfinite(value) else "–"
