"""Absolute and relative change, the two ways every rule of progression is written in."""

import numpy as np
import numpy.typing as npt

from sscviewer.clinical.verdicts import all_of, at_least, more_than
from sscviewer.model.arrays import Floats


def absolute_change(base: npt.ArrayLike, value: npt.ArrayLike) -> Floats:
    """Return value - base, in the unit of both (points of % predicted)."""
    change: Floats = np.asarray(value, dtype=np.float64) - np.asarray(base, dtype=np.float64)
    return change


def relative_change(base: npt.ArrayLike, value: npt.ArrayLike) -> Floats:
    """Return 100 (value - base) / base, in %; NaN where the baseline is 0."""
    base = np.asarray(base, dtype=np.float64)
    change = absolute_change(base, value)
    divisor = np.where(base == 0, np.nan, base)
    relative: Floats = 100.0 * change / divisor
    return relative


def judge_change(
    base: npt.ArrayLike,
    value: npt.ArrayLike,
    sign: int,
    points: float | None = None,
    percent: float | None = None,
    is_exceeded: bool = False,
) -> Floats:
    """Return the verdicts: a rise (`sign` +1) or fall (-1) by `points` and by `percent` % of the baseline.

    Parameters
    ----------
    base, value
        Any common shape; NaN when missing.
    points, percent
        Above 0; None is not asked. Both are included, but `points` must be exceeded where `is_exceeded`.

    From a baseline of 0 a percentage alone says nothing; beside points it is met by any such change.
    """
    base = np.asarray(base, dtype=np.float64)
    change = sign * absolute_change(base, value)
    verdicts = []
    if points is not None:
        verdicts.append(more_than(change, points) if is_exceeded else at_least(change, points))
    if percent is not None:
        of = np.where(base == 0, np.nan, base) if points is None else base
        verdicts.append(at_least(change, percent / 100.0 * of))
    return all_of(*verdicts)
