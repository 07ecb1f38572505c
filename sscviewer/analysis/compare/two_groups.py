"""Shares of two groups compared: difference, ratio, odds ratio, each with an interval that holds at small n.

Score intervals (Miettinen & Nurminen) hold the values that a score test does not reject; Newcombe's joins the
Wilson intervals of the two shares. Exact ones are in `exact_tests`.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from sscviewer.analysis.estimate import t_quantile
from sscviewer.analysis.proportion import WILSON, proportion_interval
from sscviewer.model.arrays import Floats, Ints
from sscviewer.model.sentence import say

DifferenceMethod = Literal["newcombe", "miettinen-nurminen"]
METHOD_WORDS: dict[DifferenceMethod, str] = {
    "newcombe": "Newcombe (Wilson scores, no continuity correction)",
    "miettinen-nurminen": "Miettinen-Nurminen (score)",
}
HALVINGS = 60
"""Of the range in which a limit is looked for: far below the last digit of a double."""
ROUNDING = 1e-15
"""A variance of a share below this is none: both groups are all or nothing."""
WIDEST = 1e12
"""A ratio beyond this has no upper limit."""


@dataclass(frozen=True, slots=True)
class TwoGroups:
    """Events among the patients of a group and of the reference.

    Attributes
    ----------
    events, n, other_events, n_other : int
        0 <= events <= n; the "other" group is the reference.
    """

    events: int
    n: int
    other_events: int
    n_other: int

    @property
    def shares(self) -> tuple[float, float]:
        """The two shares; NaN without patients."""
        return _share(self.events, self.n), _share(self.other_events, self.n_other)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A difference or ratio of two groups.

    Attributes
    ----------
    value, lower, upper : float
        NaN where it does not exist; infinity where the reference has nothing to divide by.
    reason : str
        Why there is no value or no limit, in one sentence; "".
    """

    groups: TwoGroups
    value: float
    lower: float
    upper: float
    level: float
    method: str
    reason: str = ""


def risk_difference(groups: TwoGroups, *, method: DifferenceMethod, level: float) -> Comparison:
    """Return the difference of the shares (the group's less the reference's), −1 to 1.

    **Source**: Newcombe, Stat Med 1998;17:873 (method 10); Miettinen & Nurminen, Stat Med 1985;4:213, with
    n/(n−1); its restricted estimates: Farrington & Manning, Stat Med 1990;9:1447.
    """
    words = METHOD_WORDS[method]
    if not (groups.n and groups.n_other):
        return _nothing(groups, level, words)
    p, q = groups.shares
    if method == "newcombe":
        (a, b), (c, d) = (
            proportion_interval(x, n, level, WILSON)
            for x, n in ((groups.events, groups.n), (groups.other_events, groups.n_other))
        )
        down, up = math.hypot(p - a, d - q), math.hypot(b - p, q - c)
        return Comparison(groups, p - q, p - q - down, p - q + up, level, words)
    counts = np.array([groups.events]), np.array([groups.other_events])
    lowers, uppers = score_limits(*counts, groups.n, groups.n_other, level)
    return Comparison(groups, p - q, float(lowers[0]), float(uppers[0]), level, words)


def score_limits(
    events: Ints, other_events: Ints, n: int, n_other: int, level: float
) -> tuple[Floats, Floats]:
    """Return lower and upper score limits (k,) of the differences of k pairs of shares of the same patients.

    A trial has hundreds of terms: all are looked for at once.

    Parameters
    ----------
    events, other_events : (k,)
        Of n and n_other patients, both above 0.
    """
    p, q = events / n, other_events / n_other
    total = n + n_other
    most = t_quantile(level, math.inf) / math.sqrt((total - 1.0) / total)
    found = []
    for end in (-1.0, 1.0):
        outside, inside = np.full(len(p), end), p - q
        reaches = np.abs(difference_scores(p, q, n, n_other, outside)) <= most
        inside = np.where(reaches, outside, inside)
        for _ in range(HALVINGS):
            middle = (inside + outside) / 2.0
            kept = np.abs(difference_scores(p, q, n, n_other, middle)) <= most
            inside, outside = np.where(kept, middle, inside), np.where(kept, outside, middle)
        found.append(inside)
    return found[0], found[1]


def risk_ratio(groups: TwoGroups, *, level: float) -> Comparison:
    """Return the ratio of the shares with its score interval.

    **Source**: Miettinen & Nurminen, Stat Med 1985;4:213 (Koopman, Biometrics 1984;40:513, with n/(n−1)).
    """
    p, q = groups.shares
    return _ratio(groups, _ratio_score, p, q, level, "Risk ratio, Miettinen-Nurminen (score)")


def odds_ratio(groups: TwoGroups, *, level: float) -> Comparison:
    """Return the odds ratio with its score interval.

    **Source**: Miettinen & Nurminen, Stat Med 1985;4:213.
    """
    own = groups.events * (groups.n_other - groups.other_events)
    other = groups.other_events * (groups.n - groups.events)
    return _ratio(groups, _odds_score, own, other, level, "Odds ratio, Miettinen-Nurminen (score)")


def _share(events: int, n: int) -> float:
    return events / n if n else math.nan


def _nothing(groups: TwoGroups, level: float, method: str, reason: str = "") -> Comparison:
    nan = math.nan
    return Comparison(groups, nan, nan, nan, level, method, reason or say("A group has no patients."))


def _ratio(
    groups: TwoGroups,
    score: Callable[[TwoGroups, float], float],
    above: float,
    below: float,
    level: float,
    method: str,
) -> Comparison:
    if not (groups.n and groups.n_other):
        return _nothing(groups, level, method)
    if above == below == 0:
        return _nothing(
            groups, level, method, say("Nothing of what would be compared was seen in either group.")
        )
    value = above / below if below else math.inf

    def on_log(x: float) -> float:
        return score(groups, math.exp(x))

    centre = math.log(value) if 0 < value < math.inf else math.copysign(math.log(WIDEST), value - 1.0)
    lower = math.exp(_limit(on_log, centre, -math.log(WIDEST), level)) if value > 0 else 0.0
    upper = math.exp(_limit(on_log, centre, math.log(WIDEST), level)) if value < math.inf else math.inf
    reason = "" if below else say("A cell of the table is empty: there is no upper limit.")
    return Comparison(groups, value, lower, upper, level, method, reason)


def _limit(score: Callable[[float], float], centre: float, end: float, level: float) -> float:
    """Return the value between the estimate and an end at which |score| passes the normal quantile."""
    z = t_quantile(level, math.inf)
    inside, outside = centre, end
    if abs(score(end)) <= z:
        return end
    for _ in range(HALVINGS):
        middle = (inside + outside) / 2.0
        inside, outside = (middle, outside) if abs(score(middle)) <= z else (inside, middle)
    return inside


def _standardised(groups: TwoGroups, away: float, variance: float) -> float:
    """Return `away` over its standard error, with Miettinen and Nurminen's n/(n−1)."""
    total = groups.n + groups.n_other
    corrected = variance * total / (total - 1.0)
    if corrected <= 0:
        return 0.0 if away == 0 else math.copysign(math.inf, away)
    return away / math.sqrt(corrected)


def difference_scores(p: Floats, q: Floats, n: int, m: int, d: float | Floats) -> Floats:
    """Return the score statistics of a true difference d of shares seen in n and m patients.

    The variance is that of the likeliest shares that differ by d, the root of a cubic in closed form; the
    score is infinite where it is zero.

    **Source**: Farrington & Manning, Stat Med 1990;9:1447, appendix I.
    """
    theta = m / n
    a = 1.0 + theta
    b = -(1.0 + theta + p + theta * q + d * (theta + 2.0))
    c = d * d + d * (2.0 * p + theta + 1.0) + p + theta * q
    e = -p * d * (1.0 + d)
    v = b**3 / (27.0 * a**3) - b * c / (6.0 * a**2) + e / (2.0 * a)
    u = np.copysign(np.sqrt(np.maximum(b * b / (9.0 * a * a) - c / (3.0 * a), 0.0)), v)
    cosine = np.clip(np.where(u == 0, 0.0, v / np.where(u == 0, 1.0, u**3)), -1.0, 1.0)
    root = 2.0 * u * np.cos((math.pi + np.arccos(cosine)) / 3.0) - b / (3.0 * a)
    own = np.clip(root, np.maximum(0.0, d), np.minimum(1.0, 1.0 + d))
    other = np.clip(own - d, 0.0, 1.0)
    variance = own * (1.0 - own) / n + other * (1.0 - other) / m
    away = p - q - d
    flat = variance <= ROUNDING
    known = away / np.sqrt(np.where(flat, 1.0, variance))
    beyond = np.where(np.abs(away) < ROUNDING, 0.0, np.copysign(np.inf, away))
    return np.asarray(np.where(flat, beyond, known))


def _ratio_score(groups: TwoGroups, ratio: float) -> float:
    """Return the score statistic of a true ratio of the shares."""
    p, q = groups.shares
    total = groups.n + groups.n_other
    a = total * ratio
    b = -(groups.n * ratio + groups.events + groups.n_other + groups.other_events * ratio)
    c = float(groups.events + groups.other_events)
    other = (-b - math.sqrt(max(b * b - 4.0 * a * c, 0.0))) / (2.0 * a)
    own = min(other * ratio, 1.0)
    variance = own * (1.0 - own) / groups.n + ratio**2 * other * (1.0 - other) / groups.n_other
    return _standardised(groups, p - q * ratio, variance)


def _odds_score(groups: TwoGroups, ratio: float) -> float:
    """Return the score statistic of a true odds ratio."""
    p, q = groups.shares
    a = groups.n_other * (ratio - 1.0)
    b = groups.n * ratio + groups.n_other - (groups.events + groups.other_events) * (ratio - 1.0)
    c = -float(groups.events + groups.other_events)
    root = math.sqrt(max(b * b - 4.0 * a * c, 0.0))
    other = -2.0 * c / (b + root)  # the form that does not cancel where a is near zero
    own = other * ratio / (1.0 + other * (ratio - 1.0))
    spread = [n * share * (1.0 - share) for n, share in ((groups.n, own), (groups.n_other, other))]
    if min(spread) <= 0:
        return 0.0 if p == own and q == other else math.copysign(math.inf, p - own)
    total = groups.n + groups.n_other
    information = 1.0 / (1.0 / spread[0] + 1.0 / spread[1])
    # events of the group less expected, over the square root of the information, with n/(n-1)
    return groups.n * (p - own) / math.sqrt(information * total / (total - 1.0))
