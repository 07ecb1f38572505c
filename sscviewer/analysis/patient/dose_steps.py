"""The dose log of one patient as periods in time order: gaps filled in, overlaps settled, one unit."""

import math
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple

from sscviewer.model.dates import day_before, days_counted, next_day
from sscviewer.model.study import Study

StepKind = Literal["dose", "interruption", "gap"]

MILLIGRAMS = {"g": 1000.0, "mg": 1.0, "µg": 0.001, "μg": 0.001, "ug": 0.001, "mcg": 0.001}
"""The units of mass that dose logs mix; what is not here is never converted."""
DEFAULT_UNIT = "mg"


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


@dataclass(frozen=True, slots=True)
class DoseLog:
    """All periods of one drug.

    Attributes
    ----------
    steps
        In time order, none overlapping another, with a "gap" wherever days between two are not recorded.
    not_used
        Records that could not be placed: (why, "Sheet!A1").
    overlap_days
        Days covered by two or more records.
    """

    unit: str
    steps: tuple[DoseStep, ...]
    not_used: tuple[tuple[str, str], ...]
    overlap_days: float


def dose_steps(study: Study, usubjid: str, drug: str, last_contact: float) -> DoseLog:
    """Return the periods of one patient on one drug.

    Parameters
    ----------
    last_contact
        Where a period without an end is cut, unless another one follows.

    A record that nobody closed is closed by the next one. Where records overlap, the one that began last
    counts for the days they share, and those that began on the same day count together (a morning and an
    evening dose). Records in another unit of mass are converted to the first record's.
    """
    rows = study.rows("exposure", usubjid)
    columns = [study.column("exposure", name)[rows].tolist() for name in _COLUMNS]
    rows_of = zip(range(rows.start, rows.stop), *columns, strict=True)
    records = [_Record(*values) for values in rows_of]
    unit = next((r.unit for r in records if r.drug == drug and r.unit), DEFAULT_UNIT)
    placebo = is_placebo(drug)
    steps: list[DoseStep] = []
    not_used: list[tuple[str, str]] = []
    for record in records:
        why = _why_not(record, drug, unit)
        if why:
            not_used.append((why, record.srcref))
        else:
            steps.append(_step(record, unit, last_contact, placebo=placebo))
    steps = _closed(sorted(steps, key=lambda step: (step.start, step.end)))
    settled, overlap_days = _without_overlap(steps)
    return DoseLog(unit, tuple(_with_gaps(settled)), tuple(not_used), overlap_days)


def is_placebo(drug: str) -> bool:
    """Return whether a name in the dose log is a placebo, whose dose of 0 is no interruption."""
    return "placebo" in drug.casefold()


class _Record(NamedTuple):
    """One row of the exposure table."""

    row: int
    drug: str
    daily: float
    dose: float
    unit: str
    start: float
    end: float
    start_flag: str
    end_flag: str
    reason: str
    srcref: str

    @property
    def per_day(self) -> float:
        """The dose per day; as written where the frequency is not known."""
        return self.dose if math.isnan(self.daily) else self.daily


_COLUMNS = (
    "EXTRT",
    "EXDAILY",
    "EXDOSE",
    "EXDOSU",
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
    if math.isnan(record.per_day) or math.isnan(record.start):
        return "no dose" if math.isnan(record.per_day) else "no start date"
    if record.per_day > 0 and math.isnan(_factor(record.unit, unit)):
        return f"another unit ({record.unit}, not {unit})"
    return "ends before it begins" if record.end < record.start else ""


def _step(record: _Record, unit: str, last_contact: float, *, placebo: bool) -> DoseStep:
    end, dose = record.end, record.per_day
    is_open = math.isnan(end)
    if is_open:
        end = record.start if math.isnan(last_contact) else max(record.start, last_contact)
    return DoseStep(
        start=record.start,
        end=end,
        dose=dose * _factor(record.unit, unit) if dose > 0 else 0.0,
        kind="dose" if dose > 0 or placebo else "interruption",
        is_open=is_open,
        is_partial=record.start_flag in ("D", "M") or record.end_flag in ("D", "M"),
        reason=record.reason,
        row=record.row,
        srcref=record.srcref,
    )


def _factor(written: str, unit: str) -> float:
    """Return what to multiply a dose by to have it in `unit`; NaN when that is not known."""
    if not written or written == unit:
        return 1.0
    ours, theirs = (MILLIGRAMS.get(_bare(text), math.nan) for text in (unit, written))
    return theirs / ours if _bare(written) != _bare(unit) else 1.0


def _bare(unit: str) -> str:
    return unit.casefold().split("/")[0].strip()


def _closed(steps: list[DoseStep]) -> list[DoseStep]:
    """Return the steps, each open one but the last ended where the next one begins."""
    out = []
    for step, following in pairwise(steps):
        if step.is_open:
            end = day_before(following.start) if following.start > step.start else step.start
            step = replace(step, end=end, is_open=False)
        out.append(step)
    return out + steps[-1:]


def _without_overlap(steps: list[DoseStep]) -> tuple[list[DoseStep], float]:
    """Return periods no two of which share a day, and how many days were shared."""
    latest = accumulate((step.end for step in steps), max)
    if not any(following.start <= end for following, end in zip(steps[1:], latest, strict=False)):
        return steps, 0.0
    bounds = sorted({step.start for step in steps} | {next_day(step.end) for step in steps})
    out: list[DoseStep] = []
    shared = 0.0
    for start, following in pairwise(bounds):
        end = day_before(following)
        covering = [step for step in steps if step.start <= start and step.end >= end]
        if not covering:
            continue
        shared += days_counted(start, end) if len(covering) > 1 else 0.0
        last = [step for step in covering if step.start == covering[-1].start]
        dose = sum(step.dose for step in last)
        kind: StepKind = "dose" if any(step.kind == "dose" for step in last) else last[-1].kind
        is_open = last[-1].is_open and end == last[-1].end
        if out and out[-1].row == last[-1].row and out[-1].dose == dose and next_day(out[-1].end) == start:
            out[-1] = replace(out[-1], end=end, is_open=is_open)
        else:
            out.append(replace(last[-1], start=start, end=end, dose=dose, kind=kind, is_open=is_open))
    return out, shared


def _with_gaps(steps: list[DoseStep]) -> list[DoseStep]:
    """Return the steps with a "gap" wherever days between two of them are not recorded."""
    out = steps[:1]
    for step, following in pairwise(steps):
        if following.start > next_day(step.end):
            start, end = next_day(step.end), day_before(following.start)
            out.append(DoseStep(start, end, 0.0, "gap", False, False, "", -1, ""))
        out.append(following)
    return out
