"""Verdicts of rules as arrays: 1 met, 0 not met, NaN cannot be told because something is missing.

Limits are compared on unrounded values, with a tolerance that only absorbs binary fractions.
"""

import numpy as np
import numpy.typing as npt

from sscviewer.model.arrays import Floats

TOLERANCE = 1e-9
"""A fall from 80 to 72 is one of 10 %, whatever it is in binary. **Source**: clinical facts 5."""

MET, NOT_MET = 1.0, 0.0


def at_least(values: npt.ArrayLike, limit: npt.ArrayLike) -> Floats:
    """Return the verdict value >= limit."""
    values = np.asarray(values, dtype=np.float64)
    return _verdict(values >= np.asarray(limit) - TOLERANCE, np.isnan(values) | np.isnan(limit))


def more_than(values: npt.ArrayLike, limit: npt.ArrayLike) -> Floats:
    """Return the verdict value > limit."""
    values = np.asarray(values, dtype=np.float64)
    return _verdict(values > np.asarray(limit) + TOLERANCE, np.isnan(values) | np.isnan(limit))


def not_(verdict: npt.ArrayLike) -> Floats:
    """Return the opposite; what cannot be told stays so."""
    return MET - np.asarray(verdict, dtype=np.float64)


def any_of(*verdicts: npt.ArrayLike) -> Floats:
    """Return whether one of the verdicts is met; one that is met decides, whatever is missing."""
    return count_of(1, *verdicts)


def all_of(*verdicts: npt.ArrayLike) -> Floats:
    """Return whether all verdicts are met; one that is not decides, whatever is missing."""
    return count_of(len(verdicts), *verdicts)


def count_of(least: int, *verdicts: npt.ArrayLike) -> Floats:
    """Return whether at least so many of the verdicts are met.

    Missing ones leave it open only where they could decide it.
    """
    stacked = np.stack(np.broadcast_arrays(*[np.asarray(v, dtype=np.float64) for v in verdicts]))
    met = (stacked == MET).sum(axis=0)
    possible = met + np.isnan(stacked).sum(axis=0)
    return _verdict(met >= least, (met < least) & (possible >= least))


def _verdict(met: npt.NDArray[np.bool_], unknown: npt.NDArray[np.bool_]) -> Floats:
    return np.where(unknown, np.nan, np.where(met, MET, NOT_MET))
