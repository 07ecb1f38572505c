"""The dose log of one patient as periods in time order: gaps filled in, overlaps settled, one unit."""

import math
from collections import Counter
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple

import numpy as np

from sscviewer.analysis.plan.rules import SameDay
from sscviewer.analysis.study_cache import cached_per_study
from sscviewer.model.conform import natural_key
from sscviewer.model.dates import (
    NO_DAY,
    NO_MONTH,
    day_before,
    days_counted,
    last_possible,
    next_day,
    study_day,
)
from sscviewer.model.study import Study
from sscviewer.model.treatments import is_placebo

StepKind = Literal["dose", "interruption", "gap"]

DEFAULT_UNIT = "mg"
_WHOLE_YEAR = 364.0
"""Days between the first and the last possible start of which a year is all that is known."""


@dataclass(frozen=True, slots=True)
class DoseStep:
    """A period on one dose.

    Attributes
    ----------
    start, end
        Study days, both included; first possible start, last possible end.
    dose
        Per day, in the unit of the course; 0 for an interruption (recorded as 0) and a gap (not recorded).
    is_open
        The file gives no end.
    certain_from
        Last possible start: from this day on the dose was taken whatever day the partial date stands for.
    is_partial
        Start or end is a partial date.
    row, srcref
        Row of the exposure table (-1 for a gap) and its cell.
    """

    start: float
    end: float
    dose: float
    kind: StepKind
    is_open: bool
    is_partial: bool
    reason: str
    row: int
    srcref: str
    certain_from: float = -math.inf


@dataclass(frozen=True, slots=True)
class DoseLog:
    """All periods of one drug.

    Attributes
    ----------
    steps
        In time order, none overlapping another, with a "gap" wherever days between two are not recorded; an
        "interruption" instead where the plan takes them for days without drug.
    not_used
        Records that could not be placed: (why, "Sheet!A1").
    overlap_days
        Days covered by two or more records.
    same_day
        What records that began on one day are together (`DoseRules.same_day`).
    """

    unit: str
    steps: tuple[DoseStep, ...]
    not_used: tuple[tuple[str, str], ...]
    overlap_days: float
    same_day: SameDay


def dose_steps(study: Study, usubjid: str, drug: str, last_contact: float) -> DoseLog:
    """Return the periods of one patient on one drug.

    Parameters
    ----------
    last_contact
        Where a period without an end is cut, unless another one follows.

    A record that nobody closed is closed by the next one that began later. Where records overlap, the one
    that began last counts for the days they share, and those that certainly began on the same day count
    as the plan has it: together (a morning and an evening dose), or one of them. A partial start gives way to
    any other record on the days on which it may not yet have begun, and is never added to another dose. The
    units were settled when the file was read; a record in another unit than the drug's is not placed, nor one
    of whose start nothing but the year is known. A partial end is at the last contact at the latest.
    """
    rows = study.rows("exposure", usubjid)
    columns = [study.column("exposure", name)[rows].tolist() for name in _COLUMNS]
    latest = _latest_starts(study, usubjid)
    records = [
        _Record(*values) for values in zip(range(rows.start, rows.stop), latest, *columns, strict=True)
    ]
    unit = drug_units(study).get(drug, DEFAULT_UNIT)
    placebo = is_placebo(drug)
    steps: list[DoseStep] = []
    not_used: list[tuple[str, str]] = []
    for record in records:
        why = _why_not(record, drug, unit)
        if why:
            not_used.append((why, record.srcref))
        else:
            steps.append(_step(record, last_contact, placebo=placebo))
    steps = _closed(sorted(steps, key=lambda step: (step.start, step.end)))
    rule = same_day_rule(study)
    settled, overlap_days = _without_overlap(steps, rule)
    is_zero = bool(np.any(study.column("exposure", "EXGAPFL")[rows] == "Y"))
    steps = _with_gaps(settled, "interruption" if is_zero else "gap")
    return DoseLog(unit, tuple(steps), tuple(not_used), overlap_days, rule)


def same_day_rule(study: Study) -> SameDay:
    """Return what the plan has settled that doses of one day are together; of a trial as read, their sum."""
    said = study.column("exposure", "EXDAYRL")
    return "last" if np.any(said == "last") else "larger" if np.any(said == "larger") else "sum"


@cached_per_study
def drug_units(study: Study) -> dict[str, str]:
    """Return the unit of each drug's doses in this trial: the commonest of its records."""
    drugs, units = study.column("exposure", "EXTRT"), study.column("exposure", "EXDOSU")
    counted: dict[str, Counter[str]] = {}
    for (name, unit), n in Counter(zip(drugs, units, strict=True)).items():
        if unit:
            counted.setdefault(str(name), Counter())[str(unit)] += n
    return {name: by_unit.most_common(1)[0][0] for name, by_unit in counted.items()}


def _latest_starts(study: Study, usubjid: str) -> list[float]:
    """Return the last study day on which each of a patient's records may have begun."""
    rows = study.rows("exposure", usubjid)
    first, flag = (study.column("exposure", name)[rows] for name in ("ASTDT", "ASTDTF"))
    reference = np.full(len(first), study.value(usubjid, "RFSTDT"), dtype="datetime64[D]")
    days: list[float] = study_day(last_possible(first, flag), reference).tolist()
    return days


class _Record(NamedTuple):
    """One row of the exposure table."""

    row: int
    latest_start: float
    drug: str
    daily: float
    dose: float
    unit: str
    frequency: str
    start: float
    end: float
    start_flag: str
    end_flag: str
    reason: str
    srcref: str

    @property
    def per_day(self) -> float:
        """The dose per day; NaN where the frequency of a dose is not known, which matters not for 0."""
        taken_as_written = math.isnan(self.daily) and (not self.frequency or self.dose == 0)
        return self.dose if taken_as_written else self.daily


_PARTIAL = (NO_DAY, NO_MONTH)
_COLUMNS = (
    "EXTRT",
    "EXDAILY",
    "EXDOSE",
    "EXDOSU",
    "EXDOSFRQ",
    "ASTDY",
    "AENDY",
    "ASTDTF",
    "AENDTF",
    "EXADJ",
    "SRCREF",
)


def _why_not(record: _Record, drug: str, unit: str) -> str:
    """Return why a record cannot be placed, "" when it can."""
    if record.drug != drug:
        return f"another drug ({record.drug})"
    if record.latest_start - record.start >= _WHOLE_YEAR:
        return "of its start only the year is known"
    if math.isnan(record.per_day) or math.isnan(record.start):
        without = "no dose" if math.isnan(record.dose) else "no daily dose (frequency not known)"
        return without if math.isnan(record.per_day) else "no start date"
    if record.per_day > 0 and record.unit not in ("", unit):
        return f"another unit ({record.unit}, not {unit})"
    return "ends before it begins" if record.end < record.start else ""


def _step(record: _Record, last_contact: float, *, placebo: bool) -> DoseStep:
    end, dose = record.end, record.per_day
    is_open = math.isnan(end)
    if is_open:
        end = record.start if math.isnan(last_contact) else max(record.start, last_contact)
    elif record.end_flag in _PARTIAL and last_contact >= record.start:
        end = min(end, last_contact)
    return DoseStep(
        start=record.start,
        end=end,
        dose=max(dose, 0.0),
        kind="dose" if dose > 0 or placebo else "interruption",
        is_open=is_open,
        is_partial=record.start_flag in _PARTIAL or record.end_flag in _PARTIAL,
        reason=record.reason,
        row=record.row,
        srcref=record.srcref,
        certain_from=record.start if math.isnan(record.latest_start) else record.latest_start,
    )


def _closed(steps: list[DoseStep]) -> list[DoseStep]:
    """Return the steps, each open one ended the day before the next that began later; the last stay open."""
    starts = sorted({step.start for step in steps})
    next_start = dict(pairwise(starts))
    return [
        replace(step, end=day_before(next_start[step.start]), is_open=False)
        if step.is_open and step.start in next_start
        else step
        for step in steps
    ]


def _without_overlap(steps: list[DoseStep], rule: SameDay) -> tuple[list[DoseStep], float]:
    """Return periods no two of which share a day, and how many days were shared."""
    latest = accumulate((step.end for step in steps), max)
    if not any(following.start <= end for following, end in zip(steps[1:], latest, strict=False)):
        return steps, 0.0
    certain = {step.certain_from for step in steps}
    bounds = sorted({step.start for step in steps} | {next_day(step.end) for step in steps} | certain)
    out: list[DoseStep] = []
    shared = 0.0
    for start, following in pairwise(bounds):
        end = day_before(following)
        covering = [step for step in steps if step.start <= start and step.end >= end]
        if not covering:
            continue
        shared += days_counted(start, end) if len(covering) > 1 else 0.0
        last = _as_one(_in_force(covering, start), rule)
        dose = sum(step.dose for step in last)
        kind: StepKind = "dose" if any(step.kind == "dose" for step in last) else last[-1].kind
        is_open = last[-1].is_open and end == last[-1].end
        if out and out[-1].row == last[-1].row and out[-1].dose == dose and next_day(out[-1].end) == start:
            out[-1] = replace(out[-1], end=end, is_open=is_open)
        else:
            out.append(replace(last[-1], start=start, end=end, dose=dose, kind=kind, is_open=is_open))
    return out, shared


def _in_force(covering: list[DoseStep], day: float) -> list[DoseStep]:
    """Return which of the records of a day give its dose: the one that began last, or those of that day."""
    certain = [step for step in covering if step.certain_from <= day]
    if not certain:
        return covering[-1:]
    last = max(certain, key=lambda step: (step.certain_from, step.row))
    if last.certain_from > last.start:
        return [last]
    return [step for step in certain if step.start == last.start and step.certain_from == step.start]


def _as_one(together: list[DoseStep], rule: SameDay) -> list[DoseStep]:
    """Return which of the records that began on one day count; "last" is by the row of the file."""
    if rule == "sum":
        return together
    return [max(together, key=lambda s: (s.dose if rule == "larger" else 0.0, natural_key(s.srcref)))]


def _with_gaps(steps: list[DoseStep], kind: StepKind) -> list[DoseStep]:
    """Return the steps with one of a kind wherever days between two of them are not recorded."""
    out = steps[:1]
    for step, following in pairwise(steps):
        if following.start > next_day(step.end):
            start, end = next_day(step.end), day_before(following.start)
            out.append(DoseStep(start, end, 0.0, kind, False, False, "", -1, ""))
        out.append(following)
    return out
