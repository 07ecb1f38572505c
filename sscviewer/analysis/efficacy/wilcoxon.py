"""Wilcoxon's signed-rank and rank-sum tests with the estimate and interval that belong to them.

Up to `EXACT` patients the P is exact, ties or not: the distribution of the rank sum over all ways to give
signs (or arms) to the ranks that are there, by convolution. The interval holds the shifts that this test does
not reject, so that P < 0.05 and an interval without zero say the same.

**Source**: Wilcoxon 1945; Hodges & Lehmann 1963; Hollander, Wolfe & Chicken, Nonparametric Statistical
Methods (2014), ch. 3 and 4; resources/methods/efficacy.md.
"""

import math
from collections.abc import Callable

import numpy as np

from sscviewer.analysis.estimate import Estimate
from sscviewer.analysis.reml.errors import FitError
from sscviewer.model.arrays import Floats, Ints
from sscviewer.model.sentence import say

EXACT = 50
"""Above this the normal approximation of P errs by less than 0.001 where P is 0.02 to 0.10; at 20 patients by
up to 0.0024, at 8 by up to 0.0065 (normal changes, 300 trials each)."""
ROUNDING = 1e-9
"""Of the largest value: differences below are ties that the computer made unequal (0.3 − 0.1 and 0.2)."""


def signed_rank(change: Floats, *, level: float) -> Estimate:
    """Return the Hodges-Lehmann estimate of the centre of the changes, its interval and the test's P.

    Parameters
    ----------
    change : (n,)
        NaN for patients without one. Changes of exactly zero take no part in the test (Wilcoxon) but in the
        estimate and interval.

    Returns
    -------
    Estimate
        se and df NaN: there are none.

    Raises
    ------
    FitError
        With too few changes for an interval at this level.
    """
    x = np.asarray(change, dtype=np.float64)
    x = x[~np.isnan(x)]
    first, second = np.triu_indices(len(x))
    averages = np.sort((x[first] + x[second]) / 2.0)
    lower, upper = _interval(averages, lambda shift: signed_rank_p(x - shift), 1.0 - level, len(x))
    kind = "exact" if len(x) <= EXACT else "normal approximation, continuity correction"
    return _estimate(averages, lower, upper, signed_rank_p(x), level, len(x), f"signed-rank test ({kind})")


def rank_sum(change: Floats, other: Floats, *, level: float) -> Estimate:
    """Return the Hodges-Lehmann estimate of how far one group lies above another, and the rank-sum test's P.

    Parameters
    ----------
    change, other : (n,) and (m,)
        NaN for patients without one.

    Raises
    ------
    FitError
        With too few changes for an interval at this level.
    """
    x, y = (np.asarray(v, dtype=np.float64) for v in (change, other))
    x, y = x[~np.isnan(x)], y[~np.isnan(y)]
    n = len(x) + len(y)
    differences = np.sort((x[:, None] - y[None, :]).ravel())
    lower, upper = _interval(differences, lambda shift: rank_sum_p(x - shift, y), 1.0 - level, n)
    kind = "exact" if n <= EXACT else "normal approximation, continuity correction"
    return _estimate(differences, lower, upper, rank_sum_p(x, y), level, n, f"rank-sum test ({kind})")


def signed_rank_p(x: Floats) -> float:
    """Return the two-sided P that changes (n,) lie symmetrically about zero; those of zero are left out."""
    x = x[np.abs(x) > ROUNDING * max(float(np.abs(x).max(initial=0.0)), 1.0)]
    if not len(x):
        return 1.0
    ranks = _ranks(np.abs(x))
    observed = int(ranks[x > 0].sum())
    if len(x) > EXACT:
        return _normal(observed, ranks.sum() / 2.0, math.sqrt(float(np.sum(ranks**2))) / 2.0)
    chance = np.zeros(int(ranks.sum()) + 1)
    chance[0] = 1.0
    for rank in ranks:
        moved = np.zeros_like(chance)
        moved[rank:] = chance[:-rank]
        chance = 0.5 * (chance + moved)
    return _two_sided(chance, observed)


def rank_sum_p(x: Floats, y: Floats) -> float:
    """Return the two-sided P that two groups (n,), (m,) come from one distribution."""
    n, m = len(x), len(y)
    if not (n and m):
        return 1.0
    ranks = _ranks(np.append(x, y))
    observed = int(ranks[:n].sum())
    if n + m > EXACT:
        spread = float(np.var(ranks)) * n * m / (n + m - 1.0)
        return _normal(observed, n * float(ranks.mean()), math.sqrt(spread))
    # ways to choose k of the ranks so far with a given sum; of n + m = 50 at most 1.3e14, exact in doubles
    ways = np.zeros((n + 1, int(np.sort(ranks)[m:].sum()) + 1))
    ways[0, 0] = 1.0
    for rank in ranks:
        if rank < ways.shape[1]:
            ways[1:, rank:] += ways[:-1, : ways.shape[1] - rank]
    return _two_sided(ways[n] / ways[n].sum(), observed)


def _ranks(values: Floats) -> Ints:
    """Return twice the ranks, ties with the average of theirs: whole numbers."""
    ordered = np.sort(values)
    tie = ROUNDING * max(float(np.abs(ordered[-1])), 1.0)
    below = np.searchsorted(ordered, values - tie, side="left")
    up_to = np.searchsorted(ordered, values + tie, side="right")
    return np.asarray(below + up_to + 1, dtype=np.int64)


def _two_sided(chance: Floats, observed: int) -> float:
    low, high = float(chance[: observed + 1].sum()), float(chance[observed:].sum())
    return min(1.0, 2.0 * min(low, high))


def _normal(observed: float, centre: float, spread: float) -> float:
    from scipy.special import ndtr  # heavy: only when asked for

    if not spread > 0:
        return 1.0
    # ranks are doubled, and so is the continuity correction of one half
    return min(1.0, float(2.0 * ndtr(-max(abs(observed - centre) - 1.0, 0.0) / spread)))


def _interval(
    centres: Floats, p_value: Callable[[float], float], alpha: float, n: int
) -> tuple[float, float]:
    """Return the outermost of the sorted centres between which the test does not reject a shift."""
    too_few = FitError(say("{n} changes are too few for an interval by ranks.", n=n))
    if not len(centres):
        raise too_few
    distinct = centres[np.append(True, np.diff(centres) > ROUNDING * float(np.ptp(centres)))]
    # a shift below all centres, between each two, and above all
    between = (distinct[1:] + distinct[:-1]) / 2.0
    shifts = np.concatenate([[distinct[0] - 1.0], between, [distinct[-1] + 1.0]])
    if p_value(float(shifts[0])) >= alpha or p_value(float(shifts[-1])) >= alpha:
        raise too_few
    inside = int(np.searchsorted(distinct, np.median(centres)))
    low = _first(lambda k: p_value(float(shifts[k])) >= alpha, 0, inside)
    high = _first(lambda k: p_value(float(shifts[len(shifts) - 1 - k])) >= alpha, 0, len(shifts) - 1 - inside)
    return float(distinct[max(low - 1, 0)]), float(distinct[min(len(shifts) - 1 - high, len(distinct) - 1)])


def _first(holds: Callable[[int], bool], below: int, upto: int) -> int:
    """Return the first k in (below, upto] for which it holds, by halving; `upto` if for none before."""
    while upto - below > 1:
        middle = (below + upto) // 2
        below, upto = (below, middle) if holds(middle) else (middle, upto)
    return upto


def _estimate(
    centres: Floats, lower: float, upper: float, p_value: float, level: float, n: int, test: str
) -> Estimate:
    return Estimate(
        estimate=float(np.median(centres)),
        se=math.nan,
        df=math.nan,
        lower=lower,
        upper=upper,
        p_value=p_value,
        level=level,
        n_subjects=n,
        n_obs=n,
        method=f"Hodges-Lehmann estimate, {test}",
        converged=True,
    )
