"""Step 1 of the CRISS: events after which nobody counts as improved, as far as a trial's file shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.patient.trajectory import trajectory
from sscviewer.clinical.criss import FVC_BELOW, FVC_FALL, judge_lung_decline
from sscviewer.clinical.verdicts import any_of
from sscviewer.model.arrays import Floats
from sscviewer.model.dates import last_possible
from sscviewer.model.sentence import say

if TYPE_CHECKING:
    from sscviewer.analysis.endpoints.visit_table import VisitTable
    from sscviewer.model.study import Study

FVC = "FVCPP"
CONFIRMED_WITHIN = 31.0
"""Days after a test in which another one confirms it: "within a month"."""

TERMS = (
    "scleroderma renal crisis",
    "renal crisis",
    "left ventricular failure",
    "left ventricular dysfunction",
    "pulmonary arterial hypertension",
)
"""Preferred or reported terms that count. **Source**: Khanna 2016, step 1 (clinical facts 6.1)."""


@dataclass(frozen=True, slots=True)
class StepOne:
    """The verdicts of step 1.

    Attributes
    ----------
    verdicts : (n, v) 1 from the first visit after an event on; 0; NaN where it cannot be told
    words
        By (patient, visit) position: what was found or what kept it from a verdict.
    """

    verdicts: Floats
    words: dict[tuple[int, int], str]


def step_one(study: Study, table: VisitTable, all_have_ild: bool) -> StepOne:
    """Return step 1 for the patients and visits of a table.

    Events are adverse events of the names in `TERMS` that began after the first dose, and a fall of FVC %
    predicted of 15 % or more to below 80 that a second test within a month confirms.
    """
    events = _event_days(study)
    verdicts, words = np.zeros(table.shape), {}
    for i, usubjid in enumerate(table.usubjids):
        lung = _lung(study, table, i, 1.0 if all_have_ild else np.nan)
        for j in range(1, len(table.avisit)):
            event, said = _event_by(events.get(usubjid, ()), _day(table, i, j))
            decline = lung[: j + 1]
            verdicts[i, j] = any_of(event, *decline)
            if np.isnan(verdicts[i, j]) and not said:
                said = (
                    f"a second FVC within a month, to confirm a fall of {FVC_FALL:g} % to below {FVC_BELOW:g}"
                )
            elif (decline == 1).any() and not said:
                said = f"FVC lower by {FVC_FALL:g} % or more to below {FVC_BELOW:g} % predicted, confirmed"
            if said:
                words[i, j] = say("Step 1: {said}.", said=said)
    return StepOne(verdicts, words)


def step_one_note(study: Study) -> str:
    """Return what of step 1 a file can show."""
    events = len(study.column("adverse_events", "AETERM"))
    seen = (
        "adverse events by name, whatever caused them, and FVC"
        if events
        else "FVC alone: there are no events"
    )
    return say(
        "Step 1 is read from {seen}; treatment, ejection fraction and catheter findings are not read.",
        seen=seen,
    )


def _event_days(study: Study) -> dict[str, list[tuple[float, str, str]]]:
    """Return (day of onset, term, cell) of the events of each patient that count."""
    found: dict[str, list[tuple[float, str, str]]] = {}
    columns = [study.column("adverse_events", name) for name in ("AEDECOD", "AETERM", "USUBJID", "SRCREF")]
    for row, (decoded, reported, usubjid, cell) in enumerate(zip(*columns, strict=True)):
        name = next((t for t in (str(decoded), str(reported)) if t.strip().lower() in TERMS), "")
        if name and not _began_before(study, row, str(usubjid)):
            day = float(study.column("adverse_events", "ASTDY")[row])
            found.setdefault(str(usubjid), []).append((day, name, str(cell)))
    return found


def _began_before(study: Study, row: int, usubjid: str) -> bool:
    """Return whether an event certainly began before the first dose, by the last day it may have begun."""
    start = study.column("adverse_events", "ASTDT")[row : row + 1]
    flag = study.column("adverse_events", "ASTDTF")[row : row + 1]
    first_dose = study.value(usubjid, "TRTSDT")
    day_1 = study.value(usubjid, "RFSTDT") if np.isnat(first_dose) else first_dose
    return bool(last_possible(start, flag)[0] < np.datetime64(day_1, "D"))


def _event_by(events: list[tuple[float, str, str]] | tuple[()], day: float) -> tuple[float, str]:
    """Return the verdict of the events up to a day, and which; NaN when one has no start."""
    before = [event for event in events if event[0] <= day]
    if before:
        onset, name, cell = min(before)
        return 1.0, f"{name}, day {onset:.0f} ({cell})"
    open_ones = [event for event in events if np.isnan(event[0])]
    if open_ones:
        return np.nan, f"the start of {open_ones[0][1]} ({open_ones[0][2]})"
    return 0.0, ""


def _day(table: VisitTable, i: int, j: int) -> float:
    days = [values.day[i, j] for values in table.tables.values() if not np.isnan(values.day[i, j])]
    return max(days, default=np.nan)


def _lung(study: Study, table: VisitTable, i: int, has_ild: float) -> npt.NDArray[np.float64]:
    """Return the verdict of the lung's decline at each visit; (v,), 0 where FVC was not measured."""
    values, days = table.aval(FVC)[i], np.full(len(table.avisit), np.nan)
    if FVC in table.tables:
        days = table.tables[FVC].day[i]
    fell = judge_lung_decline(values[0], values, values, has_ild)
    verdict = np.where(np.isnan(values) | np.isnan(values[0]), 0.0, fell)
    verdict[0] = 0.0
    for j in np.flatnonzero(verdict != 0):
        verdict[j] = judge_lung_decline(
            values[0], values[j], _second_test(study, table.usubjids[i], days[j]), has_ild
        )
    return verdict


def _second_test(study: Study, usubjid: str, day: float) -> float:
    """Return the next FVC % predicted within a month after a day; NaN without one."""
    course = trajectory(study, usubjid, FVC)
    after = np.flatnonzero((course.day > day) & (course.day <= day + CONFIRMED_WITHIN))
    return float(course.aval[after[0]]) if after.size else np.nan
