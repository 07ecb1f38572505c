"""CTCAE grades of laboratory values."""

from dataclasses import dataclass

import numpy as np

from sscviewer.clinical.ctcae_criteria import Bounds, Criterion, Direction
from sscviewer.clinical.lab_units import si_factor
from sscviewer.model.arrays import Bools, Floats

SAME = 1e-10
"""Numbers that agree to this relative difference are the same: 3 × 0.4 is no more than 1.2 (ten digits)."""


@dataclass(frozen=True, slots=True)
class Readings:
    """Values of one test in one unit, with what each is judged by; every array (n,) float, NaN if missing.

    Attributes
    ----------
    lower, upper
        Limits of normal of the laboratory.
    base, base_upper
        The patient's baseline value and the upper limit that held for it.
    """

    paramcd: str
    unit: str
    value: Floats
    lower: Floats
    upper: Floats
    base: Floats
    base_upper: Floats


def can_be_graded(criterion: Criterion, paramcd: str, unit: str) -> bool:
    """Return whether the unit lets a test be graded: known, or without meaning for it."""
    return criterion.is_relative or si_factor(paramcd, unit) is not None


def grade(criterion: Criterion, readings: Readings) -> Floats:
    """Return the grade of each value: 0 to 4, NaN where it cannot be told.

    A grade that a fixed value gives stands without the limits of normal; grade 0 needs them. Grades beyond
    fixed values hold whatever the limits: neutrophils of 1.4 are grade 2 in a laboratory with a limit of 1.2.
    Grades below `criterion.from_grade` are not told.

    Raises
    ------
    ValueError
        If fixed values apply and the unit is not known (`can_be_graded`).
    """
    limit = readings.upper if criterion.direction == "high" else readings.lower
    value, direction = readings.value, criterion.direction
    by_limit = _highest(value, limit, criterion.limit, direction)
    if criterion.abnormal is not None:
        abnormal = is_beyond(readings.base, readings.base_upper)
        by_base = _highest(value, readings.base, criterion.abnormal, direction, criterion.from_first)
        # Without the limit nothing tells whether the value is normal, whatever the baseline was.
        by_limit = np.where(abnormal & ~np.isnan(limit), by_base, by_limit)
    found = np.maximum(by_limit, _highest(value, readings.base, criterion.baseline, direction))
    found = np.maximum(found, _by_fixed_values(criterion, readings))
    unknown = np.isnan(limit) & ~np.isnan(criterion.limit[0])
    if criterion.needs_baseline:
        unknown |= np.isnan(readings.base)
    found = np.where((found > 0) & (found < criterion.from_grade), np.nan, found)
    return np.where(np.isnan(value) | (unknown & (found == 0)), np.nan, found)


def _by_fixed_values(criterion: Criterion, readings: Readings) -> Floats:
    if criterion.is_relative:
        return np.zeros(len(readings.value))
    bounds, factor = criterion.absolute, si_factor(readings.paramcd, readings.unit)
    if criterion.printed is not None and criterion.printed[0] == readings.unit:
        bounds, factor = criterion.printed[1], 1.0
    if factor is None:
        raise ValueError(f"{readings.paramcd} in {readings.unit!r} cannot be graded")
    one = np.ones(len(readings.value))
    return _highest(readings.value * factor, one, bounds, criterion.direction)


def _highest(
    value: Floats, reference: Floats, bounds: Bounds, direction: Direction, from_first: bool = False
) -> Floats:
    """Return the highest grade whose bound (a multiple of the reference) each value lies beyond, else 0."""
    found = np.zeros(len(value))
    for grade_number, multiple in enumerate(bounds, start=1):
        if np.isnan(multiple):
            continue
        bound = multiple * reference
        if direction == "low":
            beyond = is_beyond(bound, value)
        elif from_first and grade_number == 1:
            beyond = ~is_beyond(bound, value) & ~np.isnan(bound) & ~np.isnan(value)
        else:
            beyond = is_beyond(value, bound)
        found[beyond] = grade_number
    return found


def is_beyond(value: Floats, bound: Floats) -> Bools:
    """Return where a value is greater than a bound, to ten digits; False where either is NaN."""
    beyond: Bools = value - bound > SAME * np.maximum(np.abs(value), np.abs(bound))
    return beyond


def range_indicator(readings: Readings) -> Floats:
    """Return -1 below, 0 within and 1 above the limits of normal; NaN without the limits to tell it.

    One limit is enough for a value beyond it; "within" needs the upper limit, and the lower one unless no
    value of the test has one (a test that has no lower limit is never low).
    """
    high, low = is_beyond(readings.value, readings.upper), is_beyond(readings.lower, readings.value)
    has_lower = ~np.isnan(readings.lower) | np.isnan(readings.lower).all()
    has_upper = ~np.isnan(readings.upper) | np.isnan(readings.upper).all()
    none = np.isnan(readings.lower).all() and np.isnan(readings.upper).all()
    within = ~np.isnan(readings.value) & has_lower & has_upper & (not none)
    return np.where(high, 1.0, np.where(low, -1.0, np.where(within, 0.0, np.nan)))
