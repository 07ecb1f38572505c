"""Which value of a course is its baseline."""

import numpy as np
import numpy.typing as npt

FIRST_DOSE_DAY = 1


def baseline_index(
    aval: npt.NDArray[np.float64],
    day: npt.NDArray[np.float64],
    avisitn: npt.NDArray[np.float64],
    flagged: npt.NDArray[np.bool_],
) -> int:
    """Return the position of the baseline value, -1 when there is none.

    The value the file flags; else the value of the visit called baseline; else the last value on or before
    the day of the first dose (taken to be before it).

    Parameters
    ----------
    aval : (n,) values, NaN when missing
    day : (n,) study days, NaN when not dated, in time order
    avisitn : (n,) months since baseline, NaN when unscheduled
    flagged : (n,) whether the file marks the value as baseline

    **Source**: ADaMIG 1.1, ABLFL: last non-missing value before first dose unless the
    protocol says otherwise.
    """
    numeric = ~np.isnan(aval)
    for candidates in (numeric & flagged, numeric & (avisitn == 0), numeric & (day <= FIRST_DOSE_DAY)):
        found = np.flatnonzero(candidates)
        if found.size:
            return int(found[-1])
    return -1
