"""Whether % predicted as recorded follows from the litres, by the group's equation or the Caucasian one."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.clinical.reference_equations import ReferenceEquation
from sscviewer.clinical.reference_values import percent_predicted
from sscviewer.model.arrays import Floats, Ints
from sscviewer.model.persons import Group, Persons

TOLERANCE = 8.0
"""Points of % predicted that two laboratories' equations may differ by (our default).

GLI-2012, GLI Global and NHANES III differ by up to 6 points at 65 % predicted (clinical facts 2.10).
"""
MANY = 0.5
"""When more than this part of the comparable values is off, the laboratory uses another equation."""
ENOUGH = 6
"""Fewer comparable values say nothing about the equation."""


@dataclass(frozen=True, slots=True)
class PercentCheck:
    """Recorded % predicted against computed ones.

    Attributes
    ----------
    expected : (n,) float, computed % predicted nearer to the recorded one; NaN where none can be computed
    group : (n,) int, `Group` whose equation gave it
    off : (n,) bool, further off than allowed
    """

    expected: Floats
    group: Ints
    off: npt.NDArray[np.bool_]
    difference: Floats

    @property
    def n(self) -> int:
        """How many values could be compared."""
        return int((~np.isnan(self.difference)).sum())

    @property
    def is_other_equation(self) -> bool:
        """Whether so many are off that the laboratory must have used another equation."""
        return self.n >= ENOUGH and int(self.off.sum()) > MANY * self.n

    @property
    def median_difference(self) -> float:
        """How far the values are off in the middle, points; NaN without any."""
        return float(np.nanmedian(np.abs(self.difference))) if self.n else np.nan


def check_percent(
    equation: ReferenceEquation,
    quantity: str,
    persons: Persons,
    value: Floats,
    percent: Floats,
    tolerance: float = TOLERANCE,
) -> PercentCheck:
    """Compare recorded % predicted with those computed.

    A laboratory that has no group for a patient, or does not use it, takes the Caucasian equation, so the
    nearer of the two counts.

    Parameters
    ----------
    value : (n,) float, measured, in the unit the equation predicts
    percent : (n,) float, % predicted as recorded
    tolerance
        Points of % predicted.
    """
    caucasian = np.full_like(persons.group, Group.CAUCASIAN)
    groups = [persons.group, caucasian] if equation.groups else [persons.group]
    computed = []
    for group in groups:
        who = Persons(persons.sex, persons.age, persons.height, group)
        computed.append(percent_predicted(value, equation.compute(quantity, who)))
    away = np.abs(np.array(computed) - percent)
    # Both are NaN together: they differ in the group only.
    nearer = np.where(np.isnan(away[0]), 0, away.argmin(axis=0))
    expected = np.choose(nearer, computed)
    difference = percent - expected
    return PercentCheck(
        expected, np.choose(nearer, groups), np.nan_to_num(np.abs(difference)) > tolerance, difference
    )
