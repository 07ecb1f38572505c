"""Which readings stand for their day, which day for its visit, and which for the baseline."""

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.plan.rules import BaselineChoice, Readings, Several
from sscviewer.model.arrays import Bools, Floats, Ints


def starts(*keys: npt.NDArray[np.float64] | Ints) -> Bools:
    """Return where any of the sorted arrays (n,) differs from the entry before; true at the first."""
    found = np.ones(len(keys[0]), dtype=np.bool_)
    found[1:] = np.any([key[1:] != key[:-1] for key in keys], axis=0)
    return found


def standing_readings(series: Ints, day: Floats, drawable: Bools, rule: Readings) -> Bools:
    """Return which readings stand for their day: all (their mean is taken), the first or the last.

    Parameters
    ----------
    series : (n,) int, one number per patient and parameter
    day : (n,) study day; rows of one day are in the order of the file
    drawable : (n,) whether there is a number with a day; others never stand
    """
    stands = drawable.copy()
    if rule == "mean":
        return stands
    rows = np.flatnonzero(drawable)
    rows = rows[np.lexsort((rows, day[rows], series[rows]))]
    edge = starts(series[rows], day[rows])
    if rule == "last":
        edge = np.append(edge[1:], True)[: len(rows)]
    stands[:] = False
    stands[rows[edge]] = True
    return stands


def baselines(
    series: Ints,
    day: Floats,
    avisitn: Floats,
    stands: Bools,
    flagged: Bools,
    early: Bools,
    choice: BaselineChoice,
) -> Bools:
    """Return which readings are the baseline: of one day by the rule of readings, or all before first dose.

    The value the file flags; else that of the visit called baseline; else the last day with a value that is
    `early`: up to the day of the first dose (on it taken to be before). "last before first dose" and "mean
    before first dose" ask the days first and use the visit called baseline only where no value is that early.
    "first value" takes the first day with a value, also one long after day 1.

    **Source**: ADaMIG 1.1, ABLFL: last non-missing value before first dose unless the protocol says
    otherwise.
    """
    named = avisitn == 0
    ranks = [flagged, named, early] if choice == "flag or last" else [early, named]
    ahead = -day if choice == "first value" else day
    ranks = [np.ones_like(stands)] if choice == "first value" else ranks
    claim = np.select([stands & rank for rank in ranks], range(len(ranks), 0, -1), default=0)
    rows = np.flatnonzero(claim > 0)
    rows = rows[np.lexsort((rows, ahead[rows], claim[rows], series[rows]))]
    found = np.zeros(len(day), dtype=np.bool_)
    if not len(rows):
        return found
    end = np.append(starts(series[rows])[1:], True)
    last = rows[end][np.cumsum(starts(series[rows])) - 1]  # the last of the best claim, for each row
    same_day = day[rows] == day[last]
    if choice == "mean before first dose":
        same_day |= early[rows] & early[last]
    found[rows[(claim[rows] == claim[last]) & same_day]] = True
    return found


def counting(
    series: Ints, day: Floats, avisitn: Floats, planned: Floats, stands: Bools, rule: Several
) -> Bools:
    """Return which readings count for their visit after baseline: of one day, or of all days under "mean".

    Parameters
    ----------
    planned : (n,) study day the visit is planned on; of two days equally near the earlier counts
    """
    rows = np.flatnonzero(stands & (avisitn > 0))
    found = np.zeros(len(day), dtype=np.bool_)
    if not len(rows):
        return found
    if rule == "mean":
        found[rows] = True
        return found
    off = np.abs(day - planned)[rows] if rule == "nearest" else -day[rows]
    rows = rows[np.lexsort((day[rows], off, avisitn[rows], series[rows]))]
    new = starts(series[rows], avisitn[rows])
    chosen = rows[new][np.cumsum(new) - 1]
    found[rows[day[rows] == day[chosen]]] = True
    return found
