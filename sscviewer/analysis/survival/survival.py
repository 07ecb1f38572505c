"""Time to the first of one kind of event: Kaplan-Meier with numbers at risk and an interval within 0-1."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from sscviewer.model.arrays import Floats
from sscviewer.model.sentence import say

IntervalKind = Literal["log-log", "log", "plain"]

SAME = 1e-9
"""Curve heights nearer to each other than this are the same number (rounding of products of shares)."""
ASSUMPTIONS = (
    say(
        "Patients without the event are counted until their last day under observation "
        "(censored), as if they had gone on like those still observed."
    ),
)


@dataclass(frozen=True, slots=True)
class Curve:
    """A step function of time with its interval; before the first time it is at `start`.

    Attributes
    ----------
    times : (k,) distinct times of events and censorings, ascending
    value, se, lower, upper : (k,) from each time on; limits NaN where not defined
    """

    start: float
    times: Floats
    value: Floats
    se: Floats
    lower: Floats
    upper: Floats

    def at(self, when: npt.ArrayLike) -> tuple[Floats, Floats, Floats]:
        """Return value, lower and upper limit at any times, each of the shape of `when`."""
        position = np.searchsorted(self.times, np.asarray(when, dtype=np.float64), side="right")
        columns = (self.value, self.lower, self.upper)
        value, lower, upper = (np.concatenate([[self.start], column])[position] for column in columns)
        return value, lower, upper


@dataclass(frozen=True, slots=True)
class KaplanMeier:
    """The share still without the event over time.

    Attributes
    ----------
    curve
        Survival; its times are those of events and censorings.
    at_risk, events, censored : (k,)
        Just before, at, and at each time of the curve.
    median, median_lower, median_upper
        NaN where the curve or its limit does not come down to one half.
    """

    curve: Curve
    at_risk: Floats
    events: Floats
    censored: Floats
    median: float
    median_lower: float
    median_upper: float
    n: int
    n_events: int
    level: float
    interval: IntervalKind
    method: str
    assumptions: tuple[str, ...] = ASSUMPTIONS

    def at_risk_at(self, when: npt.ArrayLike) -> Floats:
        """Return how many are at risk just before each time (0 after the last)."""
        position = np.searchsorted(self.curve.times, np.asarray(when, dtype=np.float64), side="left")
        return np.concatenate([self.at_risk, [0.0]])[position]


def kaplan_meier(
    time: npt.ArrayLike,
    event: npt.ArrayLike,
    entry: npt.ArrayLike | None = None,
    *,
    level: float,
    interval: IntervalKind = "log-log",
) -> KaplanMeier:
    """Return the Kaplan-Meier curve.

    Parameters
    ----------
    time : (n,) time of the event or of censoring; rows with NaN are left out
    event : (n,) True where the event happened
    entry : (n,) when each came under observation; None for zero. Who enters at a time is at risk after it.
    interval
        Of the curve: on the scale log(-log S), log S or S.

    **Source**: statsmodels SurvfuncRight (Greenwood's variance); intervals as Kalbfleisch & Prentice 2002,
    1.4; median as Brookmeyer & Crowley, Biometrics 1982;38:29.
    """
    from statsmodels.duration.survfunc import SurvfuncRight  # heavy: only when asked for

    when, happened, start = _complete(time, event, entry)
    times, position = np.unique(when, return_inverse=True)
    events = np.zeros_like(times)
    np.add.at(events, position, happened)
    leaving = np.asarray(np.bincount(position, minlength=times.size), dtype=np.float64)
    at_risk = _at_risk(times, when, start)
    value, se = np.ones_like(times), np.zeros_like(times)
    if happened.any():
        with np.errstate(divide="ignore", invalid="ignore"):  # where nobody is left: handled below
            fit = SurvfuncRight(when, happened.astype(int), entry=start)
        step = np.searchsorted(fit.surv_times, times, side="right")
        value = np.concatenate([[1.0], fit.surv_prob])[step]
        se = np.concatenate([[0.0], fit.surv_prob_se])[step]
    lower, upper = probability_interval(value, se, level, interval)
    curve = Curve(1.0, times, value, se, lower, upper)
    return KaplanMeier(
        curve=curve,
        at_risk=at_risk,
        events=events,
        censored=leaving - events,
        median=_median(times, value),
        median_lower=_median(times, lower),
        median_upper=_median(times, upper),
        n=int(when.size),
        n_events=int(happened.sum()),
        level=level,
        interval=interval,
        method=f"Kaplan-Meier, {interval} interval",
    )


def probability_interval(
    value: Floats, se: Floats, level: float, interval: IntervalKind
) -> tuple[Floats, Floats]:
    """Return the limits of probabilities from their standard errors, never outside 0-1.

    Parameters
    ----------
    value, se : (k,)
        Where the value is 0 or 1 a transformed scale may say nothing: the limits are then NaN.
    """
    from scipy.special import ndtri  # heavy: only when asked for

    z = float(ndtri(0.5 + level / 2.0))
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        if interval == "plain":
            lower, upper = value - z * se, value + z * se
        elif interval == "log":
            spread = np.exp(z * se / value)
            lower, upper = value / spread, value * spread
        else:
            scale = np.log(-np.log(value))
            half = z * se / (value * np.log(value))
            lower, upper = np.exp(-np.exp(scale - half)), np.exp(-np.exp(scale + half))
    return np.maximum(lower, 0.0), np.minimum(upper, 1.0)


def _complete(
    time: npt.ArrayLike, event: npt.ArrayLike, entry: npt.ArrayLike | None
) -> tuple[Floats, npt.NDArray[np.bool_], Floats | None]:
    when, happened = np.asarray(time, dtype=np.float64), np.asarray(event, dtype=bool)
    known = ~np.isnan(when)
    if entry is None:
        return when[known], happened[known], None
    start = np.asarray(entry, dtype=np.float64)
    known &= ~np.isnan(start)
    return when[known], happened[known], start[known]


def _at_risk(times: Floats, when: Floats, entry: Floats | None) -> Floats:
    """Return how many have entered before and not left before each time."""
    left = np.searchsorted(np.sort(when), times, side="left")
    entered = when.size if entry is None else np.searchsorted(np.sort(entry), times, side="left")
    return np.asarray(entered - left, dtype=np.float64)


def _median(times: Floats, height: Floats) -> float:
    """Return where the curve comes to one half or below; midway when it lies at one half for a while."""
    below = np.flatnonzero(height <= 0.5 + SAME)
    if not below.size:
        return float("nan")
    first = below[0]
    if abs(height[first] - 0.5) < SAME:
        lower = np.flatnonzero(height < 0.5 - SAME)
        if lower.size:
            return float((times[first] + times[lower[0]]) / 2.0)
    return float(times[first])
