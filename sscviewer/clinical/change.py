"""Absolute and relative change, the two ways every rule of progression is written in."""

import numpy as np
import numpy.typing as npt

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
