"""The dose log of one patient as periods in time order: gaps filled in, overlaps settled, one unit."""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

import numpy as np

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
    mine = [row for row in range(rows.start, rows.stop) if study.column("exposure", "EXTRT")[row] == drug]
    units = [str(study.column("exposure", "EXDOSU")[row]) for row in mine]
    unit = next((text for text in units if text), DEFAULT_UNIT)
    steps: list[DoseStep] = []
    not_used: list[tuple[str, str]] = []
    for row in range(rows.start, rows.stop):
        step = _step(study, row, drug, unit, last_contact)
        if isinstance(step, DoseStep):
            steps.append(step)
        else:
            not_used.append(step)
    steps = _closed(sorted(steps, key=lambda step: (step.start, step.end)))
    settled, overlap_days = _without_overlap(steps)
    return DoseLog(unit, tuple(_with_gaps(settled)), tuple(not_used), overlap_days)


def is_placebo(drug: str) -> bool:
    """Return whether a name in the dose log is a placebo, whose dose of 0 is no interruption."""
    return "placebo" in drug.casefold()


def _step(study: Study, row: int, drug: str, unit: str, last_contact: float) -> DoseStep | tuple[str, str]:
    def value(name: str) -> float:
        return float(study.column("exposure", name)[row])

    def text(name: str) -> str:
        return str(study.column("exposure", name)[row])

    dose = value("EXDAILY") if not np.isnan(value("EXDAILY")) else value("EXDOSE")
    start, end = value("ASTDY"), value("AENDY")
    if text("EXTRT") != drug:
        return f"another drug ({text('EXTRT')})", text("SRCREF")
    if np.isnan(dose) or np.isnan(start):
        return "no dose" if np.isnan(dose) else "no start date", text("SRCREF")
    factor = _factor(text("EXDOSU"), unit)
    if np.isnan(factor) and dose > 0:
        return f"another unit ({text('EXDOSU')}, not {unit})", text("SRCREF")
    is_open = bool(np.isnan(end))
    if is_open:
        end = max(start, last_contact) if not np.isnan(last_contact) else start
    if end < start:
        return "ends before it begins", text("SRCREF")
    partial = text("ASTDTF") in ("D", "M") or text("AENDTF") in ("D", "M")
    kind: StepKind = "dose" if dose > 0 or is_placebo(drug) else "interruption"
    amount = dose * factor if dose > 0 else 0.0
    return DoseStep(start, end, amount, kind, is_open, partial, text("EXADJ"), row, text("SRCREF"))


def _factor(written: str, unit: str) -> float:
    """Return what to multiply a dose by to have it in `unit`; NaN when that is not known."""
    if not written or written == unit:
        return 1.0
    ours, theirs = (MILLIGRAMS.get(_bare(text), np.nan) for text in (unit, written))
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
    latest = np.maximum.accumulate([step.end for step in steps]) if steps else np.zeros(0)
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
