"""What the cursor line reads: dose in force, events running and values at one day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sscviewer.analysis.patient.patient_header import number

if TYPE_CHECKING:
    from sscviewer.analysis.patient.patient_page import PatientPage
    from sscviewer.analysis.patient.trajectory import Trajectory

NEAR_DAYS = 3
"""A value this close to the cursor is read out; farther away the readout is a dash."""


def dose_at(page: PatientPage, day: float) -> str:
    """Return the dose in force on a day: "400 mg", "held", "not recorded", or "–" outside treatment."""
    for step in page.dose.steps:
        if step.start <= day < step.end + 1:
            words = {"interruption": "held", "gap": "not recorded"}
            return words.get(step.kind, f"{step.dose:g} {page.dose.unit}")
    return "–"


def events_at(page: PatientPage, day: float) -> int:
    """Return how many of the adverse events drawn run, or may run, on a day."""
    count = 0
    for event in page.timeline.shown:
        start = -np.inf if np.isnan(event.start_first) else event.start_first
        end = page.timeline.open_until if np.isnan(event.end_last) else event.end_last
        count += bool(start <= day < max(end, start) + 1)
    return count


def value_at(trajectory: Trajectory, day: float) -> str:
    """Return the value measured at, or within `NEAR_DAYS` of, a day; "–" when there is none."""
    if not trajectory.day.size:
        return "–"
    nearest = int(np.abs(trajectory.day - day).argmin())
    if abs(trajectory.day[nearest] - day) > NEAR_DAYS:
        return "–"
    return f"{trajectory.limit[nearest]}{number(trajectory.aval[nearest], trajectory.parameter)}"
