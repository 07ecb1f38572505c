"""Event rates per person-time: exact intervals, the bound when there was no event, the ratio of two rates."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.proportion import CLOPPER_PEARSON, proportion_interval, proportion_intervals
from sscviewer.model.arrays import Floats

METHOD = "exact Poisson"


@dataclass(frozen=True, slots=True)
class RateRatio:
    """The ratio of two rates.

    Attributes
    ----------
    ratio, lower, upper
        Rate of the first over that of the second; inf when the second had no event, NaN without any event.
    p_value
        Two-sided, of equal rates; NaN without any event or person-time.
    """

    ratio: float
    lower: float
    upper: float
    p_value: float
    method: str = "exact conditional (binomial)"


def poisson_intervals(
    events: npt.NDArray[Any], time: npt.NDArray[Any], level: float
) -> tuple[Floats, Floats]:
    """Return lower and upper limits of rates, per unit of `time`.

    Parameters
    ----------
    events : counts, >= 0
    time : person-time, of a shape that broadcasts
    level : confidence, two-sided

    Returns
    -------
    Two arrays; NaN where there is no person-time.

    **Source**: Garwood, Biometrika 1936;28:437: quantiles of chi-squared with 2x and 2x+2 degrees of freedom,
    halved, here as those of the gamma distribution.
    """
    from scipy.special import gammaincinv  # heavy: only when counted

    x, at_risk = np.broadcast_arrays(np.asarray(events, np.float64), np.asarray(time, np.float64))
    alpha = 1 - level
    known = np.where(at_risk > 0, at_risk, np.nan)
    low = np.where(x > 0, gammaincinv(np.maximum(x, 1), alpha / 2), 0.0) / known
    high = gammaincinv(x + 1, 1 - alpha / 2) / known
    return low, high


def no_event_bound(time: float, level: float) -> float:
    """Return the one-sided upper bound of a rate when no event was seen; NaN without time.

    At 95 % it is near 3/time.

    **Source**: Hanley & Lippman-Hand, JAMA 1983;249:1743 (the rule of three), -ln(1-level)/time.
    """
    return float(-np.log1p(-level) / time) if time > 0 else np.nan


def rate_ratio(events: int, time: float, other_events: int, other_time: float, level: float) -> RateRatio:
    """Return the first rate over the second with its exact conditional interval.

    Given the sum of both counts, the first is binomial with probability t1 r / (t1 r + t2).

    **Source**: Przyborowski & Wilenski, Biometrika 1940;31:313; limits by Clopper & Pearson.
    """
    from scipy.stats import binomtest  # heavy: only when asked for

    total = events + other_events
    if total == 0 or not (time > 0 and other_time > 0):
        return RateRatio(np.nan, np.nan, np.nan, np.nan)
    low, high = proportion_interval(events, total, level, CLOPPER_PEARSON)
    scale = other_time / time
    test = binomtest(events, total, time / (time + other_time))
    ratio = events / other_events * scale if other_events else np.inf
    return RateRatio(ratio, scale * _odds(low), scale * _odds(high), float(test.pvalue))


def rate_ratios(
    events: npt.NDArray[Any],
    time: npt.NDArray[Any],
    other_events: npt.NDArray[Any],
    other_time: npt.NDArray[Any],
    level: float,
) -> tuple[Floats, Floats, Floats]:
    """Return ratio, lower and upper limit of many pairs of rates as `rate_ratio` has them; (n,) each."""
    total = events + other_events
    known = (total > 0) & (time > 0) & (other_time > 0)
    scale = np.where(known, other_time / np.where(time > 0, time, 1.0), np.nan)
    low, high = proportion_intervals(events, total, level, CLOPPER_PEARSON)
    with np.errstate(divide="ignore", invalid="ignore"):  # none in one of them: inf, none in both: NaN
        return scale * events / other_events, scale * low / (1 - low), scale * high / (1 - high)


HALVINGS = 60
"""Each halves what is left of the search: 60 of them reach the last digit of a double."""


def rate_differences(
    events: npt.NDArray[Any],
    time: npt.NDArray[Any],
    other_events: npt.NDArray[Any],
    other_time: npt.NDArray[Any],
    level: float,
) -> tuple[Floats, Floats, Floats]:
    """Return difference, lower and upper limit of many pairs of rates; (n,) each, per unit of `time`.

    The limits hold the differences d that the score test does not reject, its variance from the likeliest
    rates that differ by d; they exist without any event too. NaN where there is no person-time.

    **Source**: Miettinen & Nurminen, Stat Med 1985;4:213 (rates).
    """
    from scipy.special import ndtri

    with np.errstate(divide="ignore", invalid="ignore"):
        t, u = (np.where(one > 0, one, np.nan) for one in (time, other_time))
        value = events / t - other_events / u
        z = float(ndtri((1 + level) / 2))
        # beyond this nothing is kept: z standard errors of rates with z² events more
        reach = np.abs(value) + (z + z * z) * (np.sqrt(events + 1.0) / t + np.sqrt(other_events + 1.0) / u)
        limits = []
        for sign in (-1.0, 1.0):
            inside, outside = value.copy(), value + sign * reach
            for _ in range(HALVINGS):
                middle = (inside + outside) / 2
                low = _likeliest_low(events, t, other_events, u, middle)
                kept = (value - middle) ** 2 <= z * z * ((low + middle) / t + low / u)
                inside, outside = np.where(kept, middle, inside), np.where(kept, outside, middle)
            limits.append(inside)
    return value, limits[0], limits[1]


def _likeliest_low(
    events: npt.NDArray[Any], t: Floats, other_events: npt.NDArray[Any], u: Floats, d: Floats
) -> Floats:
    """Return the likeliest rate r of the second group, the first being d more: x/(r+d) + y/r = t + u."""
    total = t + u
    b = total * d - events - other_events
    root = (-b + np.sqrt(b * b + 4.0 * total * other_events * d)) / (2.0 * total)
    found: Floats = np.maximum(root, np.maximum(0.0, -d))
    return found


def _odds(p: float) -> float:
    return p / (1 - p) if p < 1 else np.inf
