"""One patient of the list as ready text, marks and sort keys, so that scrolling computes nothing."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscviewer.model.counted import counted
from sscviewer.model.sentence import joined, say

if TYPE_CHECKING:
    from sscviewer.analysis.outcome import Outcome
    from sscviewer.analysis.patient.cohort_overview import CohortOverview, PatientLine

STATUS_WORDS = {
    "completed": "completed",
    "stopped": "stopped early",
    "died": "died",
    "lost": "lost to follow-up",
    "ongoing": "ongoing",
    "screen failure": "screen failure",
    "not treated": "not treated",
    "unknown": "end not recorded",
}
_STATUS = {
    "COMPLETED": "completed",
    "DISCONTINUED": "stopped",
    "ONGOING": "ongoing",
    "SCREEN FAILURE": "screen failure",
    "NOT TREATED": "not treated",
}
_SUBSETS = {"DIFFUSE": ("diffuse", "dc"), "LIMITED": ("limited", "lc")}


@dataclass(frozen=True, slots=True)
class PatientRow:
    """One patient of the list.

    Attributes
    ----------
    status
        A key of `STATUS_WORDS`.
    status_text
        The outcome in words, with day and reason.
    reason
        Why the patient stopped, as CDISC says it; "" when the patient did not, or nothing is said.
    subset, subset_short
        "diffuse" and "dc".
    spark
        The primary endpoint's change from its first value: (time 0-1, change -1 to 1).
    changes, change_texts
        Last change from baseline of the overview's parameters; NaN and "" without one.
    grade_text
        "G3", "" when no event has a grade.
    searchable
        Everything a search looks through, in small letters.
    """

    usubjid: str
    status: str
    status_text: str
    reason: str
    sex: str
    age: float
    person: str
    subset: str
    subset_short: str
    arm: str
    site: str
    spark: tuple[tuple[float, float], ...]
    changes: tuple[float, ...]
    change_texts: tuple[str, ...]
    worst_grade: float
    grade_text: str
    n_events: int
    n_serious: int
    n_not_shown: int
    searchable: str

    @property
    def sentence(self) -> str:
        """Return the row in words, for tooltips and screen readers."""
        none = say("no adverse events")
        events = [counted(self.n_events, "adverse event") if self.n_events else none]
        events += [say("worst grade {grade:.0f}", grade=self.worst_grade)] if self.grade_text else []
        events += [say("{n} serious", n=self.n_serious)] if self.n_serious else []
        parts = (self.usubjid, self.person, self.subset, self.arm, self.status_text, joined(events, ", "))
        return joined(parts, " · ")


@dataclass(frozen=True, slots=True)
class PatientRows:
    """The list of a trial: its rows and what heads the columns of changes.

    Attributes
    ----------
    spark_name
        "FVC, % predicted", "" when nothing is measured.
    change_names
        "FVC" and "MRSS": at most two.
    """

    rows: tuple[PatientRow, ...]
    spark_name: str
    change_names: tuple[str, ...]


def patient_rows(overview: "CohortOverview", more_words: Mapping[str, str]) -> PatientRows:
    """Return the patient list of a trial.

    Parameters
    ----------
    more_words
        For each USUBJID what else a search finds the patient by.
    """
    span = [abs(v - line.spark_aval[0]) for line in overview.lines for v in line.spark_aval]
    last = [float(line.spark_day[-1]) for line in overview.lines if line.spark_day.size]
    scale = max(span, default=0.0) or 1.0
    # Where nothing was measured after day 1 there is no course: the one value stands at the left.
    end = max([1.0, *last])
    digits = tuple(parameter.digits for parameter in overview.parameters)
    return PatientRows(
        rows=tuple(_row(line, scale, end, digits, more_words[line.usubjid]) for line in overview.lines),
        spark_name=overview.primary.axis_label if overview.primary else "",
        change_names=tuple(parameter.short for parameter in overview.parameters),
    )


def _row(line: "PatientLine", scale: float, end: float, digits: tuple[int, ...], more: str) -> PatientRow:
    from sscviewer.analysis.number_words import signed

    status = status_of(line.outcome)
    subset, short = _SUBSETS.get(line.subset, (line.subset.lower(), line.subset[:5].lower()))
    person = " ".join(part for part in (line.sex, "" if math.isnan(line.age) else f"{line.age:.0f}") if part)
    base = float(line.spark_aval[0]) if line.spark_aval.size else 0.0
    grade = "" if math.isnan(line.worst_grade) else f"G{line.worst_grade:.0f}"
    words = (
        line.usubjid,
        person,
        subset,
        line.arm,
        line.site,
        line.outcome.words,
        STATUS_WORDS[status],
        grade,
        more,
    )
    return PatientRow(
        usubjid=line.usubjid,
        status=status,
        status_text=line.outcome.words,
        reason=line.outcome.reason,
        sex=line.sex,
        age=line.age,
        person=person,
        subset=subset,
        subset_short=short,
        arm=line.arm,
        site=line.site,
        spark=tuple(
            (min(max(float(day) / end, 0.0), 1.0), (float(value) - base) / scale)
            for day, value in zip(line.spark_day, line.spark_aval, strict=True)
        ),
        changes=line.changes,
        change_texts=tuple(
            "" if math.isnan(value) else signed(value, n)
            for value, n in zip(line.changes, digits, strict=True)
        ),
        worst_grade=line.worst_grade,
        grade_text=grade,
        n_events=line.n_events,
        n_serious=line.n_serious,
        n_not_shown=line.n_not_shown,
        searchable=" ".join(words).casefold(),
    )


def status_of(outcome: "Outcome") -> str:
    """Return the key of `STATUS_WORDS` for an outcome."""
    if outcome.died:
        return "died"
    if outcome.is_lost:
        return "lost"
    return _STATUS.get(outcome.status, "unknown")
