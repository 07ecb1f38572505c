"""The dose each patient was on, day by day, and the bands of dose that rates are given for."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np

from sscviewer.analysis.events.person_time import RiskTime
from sscviewer.analysis.patient.dose_course import DoseCourse
from sscviewer.analysis.patient.dose_steps import DoseStep
from sscviewer.model.arrays import Bools, Floats, Ints
from sscviewer.model.dates import elapsed_days
from sscviewer.model.treatments import is_placebo

BandKind = Literal["dose", "placebo", "interrupted", "not recorded", "after"]

MOST_LEVELS = 8
"""With more dose levels than this, as in dosing by weight, bands hold about the same person-time each."""
N_BANDS = 5
"""Where nearly every patient has a dose of their own. Five hold about a fifth of the person-time each: with
20 patients still enough days for a rate, and too coarse to show where within a band a risk begins."""

NOT_RECORDED, AFTER, PLACEBO = -1.0, -2.0, -3.0
"""Stand for a dose on days that the log says nothing about, after its last day, and on a placebo."""


@dataclass(frozen=True, slots=True)
class Band:
    """A range of daily dose: above `low`, up to and with `high`."""

    kind: BandKind
    low: float
    high: float
    words: str


@dataclass(frozen=True, slots=True)
class DailyDose:
    """The dose in force on every day at risk, patient after patient.

    Attributes
    ----------
    starts : (patients + 1,) where each patient's days begin
    dose : (days,) mg or the unit of the log per day; 0 interrupted, negative as named above
    unit : of the doses
    """

    starts: Ints
    dose: Floats
    unit: str

    def last_taken(self) -> Floats:
        """Return the last dose above 0, or `PLACEBO`, of each patient; (patients,), NaN without one."""
        found = np.full(len(self.starts) - 1, np.nan)
        owner = np.repeat(np.arange(len(found)), np.diff(self.starts))
        taken = (self.dose > 0) | (self.dose == PLACEBO)
        found[owner[taken]] = self.dose[taken]  # of several days of one patient the last stays
        return found

    def on_day(self, patient: Ints, day: Ints, lag: int) -> Floats:
        """Return the dose on a day at risk, or `lag` days before it (on the first day for the first days)."""
        return self.dose[self.starts[patient] + np.maximum(day - lag, 0)]

    def lagged(self, lag: int) -> Floats:
        """Return for every day at risk the dose `lag` days before."""
        if not lag:
            return self.dose
        lengths = np.diff(self.starts)
        first = np.repeat(self.starts[:-1], lengths)
        return self.dose[np.maximum(np.arange(len(self.dose)) - lag, first)]


def daily_dose(risk: RiskTime) -> DailyDose:
    """Return the dose of every patient on every day at risk; where periods overlap, the later one's."""
    starts = np.concatenate([[0], np.cumsum(risk.days)]).astype(np.int64)
    dose = np.full(int(starts[-1]), NOT_RECORDED)
    for course, begins, start, end in zip(risk.courses, risk.begins, starts[:-1], starts[1:], strict=True):
        own = dose[start:end]
        if not own.size or not course.steps:
            continue
        for step in course.in_force:
            first, last = (int(day) for day in elapsed_days(np.array([step.start, step.end])) - begins)
            value = _daily(course, step)
            own[max(first, 0) : max(last + 1, 0)] = value
        finished = elapsed_days(np.array([max(step.end for step in course.in_force)])) - begins
        own[max(int(finished[0]) + 1, 0) :] = AFTER
    active = [course.unit for course in risk.courses if course.steps and not is_placebo(course.drug)]
    return DailyDose(starts, dose, active[0] if active else "mg")


def _daily(course: DoseCourse, step: DoseStep) -> float:
    if step.kind == "gap":
        return NOT_RECORDED
    return PLACEBO if step.kind == "dose" and is_placebo(course.drug) else step.dose


def dose_bands(daily: DailyDose, members: Bools, edges: Sequence[float] = ()) -> tuple[Band, ...]:
    """Return the bands that some member was in, lowest first.

    Parameters
    ----------
    members : (patients,) who counts
    edges
        Upper ends of the bands; none: a band per dose level that occurs, or, where there are more than
        `MOST_LEVELS`, `N_BANDS` bands of about the same person-time.
    """
    dose = daily.dose[np.repeat(members, np.diff(daily.starts))]
    given = dose[dose > 0]
    levels = np.unique(given)
    each = not edges and len(levels) <= MOST_LEVELS
    upper = list(levels) if each else _upper_ends(given, edges)
    bands = [Band("placebo", np.nan, np.nan, "placebo")] if np.any(dose == PLACEBO) else []
    if np.any(dose == 0):
        bands.append(Band("interrupted", 0.0, 0.0, f"0 {daily.unit} (interrupted)"))
    for low, high in pairwise([0.0, *upper]):
        if np.any((given > low) & (given <= high)):
            words = f"{high:g} {daily.unit}" if each else f"> {low:g} to {high:g} {daily.unit}"
            bands.append(Band("dose", low, high, words))
    if np.any(dose == NOT_RECORDED):
        bands.append(Band("not recorded", np.nan, np.nan, "dose not recorded"))
    if np.any(dose == AFTER):
        bands.append(Band("after", np.nan, np.nan, "after the last dose"))
    return tuple(bands)


def in_band(band: Band, dose: Floats) -> Bools:
    """Return which doses are in a band."""
    if band.kind == "dose":
        return (dose > band.low) & (dose <= band.high)
    stands = {"placebo": PLACEBO, "interrupted": 0.0, "not recorded": NOT_RECORDED, "after": AFTER}
    same: Bools = dose == stands[band.kind]
    return same


def _upper_ends(given: Floats, edges: Sequence[float]) -> list[float]:
    if not given.size:
        return []
    chosen = sorted({float(edge) for edge in edges if edge > 0})
    if not chosen:
        chosen = [float(q) for q in np.unique(np.quantile(given, np.arange(1, N_BANDS) / N_BANDS))]
    highest = float(given.max())
    return chosen if chosen[-1] >= highest else [*chosen, highest]
