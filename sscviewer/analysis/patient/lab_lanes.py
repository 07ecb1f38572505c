"""The laboratory values of one patient as lanes: multiples of the upper limit of normal, CTCAE grades."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.labs.labs import Labs, LabTest
from sscviewer.model.arrays import Floats, Ints
from sscviewer.model.parameters import Parameter


@dataclass(frozen=True, slots=True)
class LabLane:
    """One test: one entry per value that is a number and has a day, in time order.

    Attributes
    ----------
    times_upper
        Value as a multiple of the upper limit of normal; NaN where the file has none.
    grade, is_low
        The higher of the CTCAE grades in both directions, NaN when it cannot be told; whether it is that of
        too low a value.
    indicator
        -1 below, 0 within, 1 above the limits of normal; NaN when it cannot be told.
    row
        Row in the measurements.
    """

    parameter: Parameter
    day: Floats
    aval: Floats
    limit: npt.NDArray[np.object_]
    lower: Floats
    upper: Floats
    times_upper: Floats
    grade: Floats
    is_low: npt.NDArray[np.bool_]
    indicator: Floats
    row: Ints
    srcref: tuple[str, ...]

    @property
    def worst(self) -> tuple[float, float]:
        """The highest grade, and the farthest multiple of the upper limit; to sort by."""
        return _highest(self.grade), _highest(self.times_upper)

    @property
    def is_conspicuous(self) -> bool:
        """Whether a value is graded 1 or above, or lies outside the limits of normal."""
        return bool((self.grade >= 1).any() or (np.abs(self.indicator) == 1).any())


@dataclass(frozen=True, slots=True)
class LabLanes:
    """The tests with a value outside the limits, worst on top; how many others the patient has.

    Attributes
    ----------
    n_without_limits
        Of the others those of which nothing can be told: no limits in the file, and no grade.
    version
        "CTCAE version 5.0".
    """

    lanes: tuple[LabLane, ...]
    n_normal: int
    n_without_limits: int
    version: str


def lab_lanes(of: Labs, usubjid: str, srcref: npt.NDArray[np.object_]) -> LabLanes:
    """Return the laboratory lanes of one patient.

    Parameters
    ----------
    srcref
        Cells of the measurements.
    """
    position = of.usubjids.index(usubjid)
    mine = [lane for test in of.tests.values() if len((lane := _lane(test, position, srcref)).row)]
    shown = sorted((lane for lane in mine if lane.is_conspicuous), key=lambda lane: lane.worst, reverse=True)
    quiet = [lane for lane in mine if not lane.is_conspicuous]
    unknown = sum(bool(np.isnan(lane.indicator).all() and np.isnan(lane.grade).all()) for lane in quiet)
    return LabLanes(tuple(shown), len(quiet) - unknown, unknown, of.words)


def _lane(test: LabTest, position: int, srcref: npt.NDArray[np.object_]) -> LabLane:
    # Values lie patient by patient: one cut instead of a search through the trial's.
    begin, end = np.searchsorted(test.patient, [position, position + 1])
    at = slice(int(begin), int(end))
    low, high = test.grade_low[at], test.grade_high[at]
    return LabLane(
        parameter=test.parameter,
        day=test.day[at],
        aval=test.aval[at],
        limit=test.limit[at],
        lower=test.lower[at],
        upper=test.upper[at],
        times_upper=test.times_upper[at],
        grade=np.fmax(low, high),
        is_low=np.nan_to_num(low) > np.nan_to_num(high),
        indicator=test.indicator[at],
        row=test.row[at],
        srcref=tuple(str(srcref[row]) for row in test.row[at]),
    )


def _highest(values: Floats) -> float:
    known = values[~np.isnan(values)]
    return float(known.max()) if known.size else -1.0
