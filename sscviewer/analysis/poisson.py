"""Exact intervals of rates of events that come one at a time."""

import numpy as np
import numpy.typing as npt

LEVEL = 0.95


def poisson_interval(
    events: npt.ArrayLike, time: npt.ArrayLike, level: float = LEVEL
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return the exact interval of events / time.

    Parameters
    ----------
    events : counts, any shape
    time : person-time they were counted in, same shape or one number; NaN limits where it is not positive
    level : for example 0.95

    Returns
    -------
    lower, upper : arrays of the shape of `events`, per unit of `time`; lower is 0 where no event was seen

    **Source**: Garwood, Biometrika 1936;28:437: chi-squared quantiles / 2, here as gamma quantiles.
    """
    from scipy.special import gammaincinv  # heavy: only when counted

    count = np.asarray(events, dtype=np.float64)
    at_risk = np.asarray(time, dtype=np.float64)
    per = np.where(at_risk > 0, at_risk, np.nan)
    tail = (1.0 - level) / 2.0
    lower = np.where(count > 0, gammaincinv(np.maximum(count, 1.0), tail), 0.0) / per
    upper = gammaincinv(count + 1.0, 1.0 - tail) / per
    return lower, upper
