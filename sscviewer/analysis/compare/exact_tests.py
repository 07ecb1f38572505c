"""Exact comparisons of two shares: Fisher's (both margins fixed) and unconditional (the group sizes fixed).

Fisher's test at 5 % rejects far less often than 5 % at n = 20. The unconditional tests take the worst case
over the share that both groups have in common, and lose less.
"""

import math
from functools import lru_cache

import numpy as np

from sscviewer.analysis.compare.two_groups import Comparison, TwoGroups, difference_scores
from sscviewer.model.arrays import Bools, Floats
from sscviewer.model.sentence import say

SHARES = 201
"""Points of the common share at which the worst case is looked for."""
HALVINGS = 40
"""Each halves what is left of the search: 40 leave 1e-12 of a share, far below what is printed."""
TIE = 1e-9
"""Scores nearer than this share are the same: rounding made them differ."""
LARGEST = 200
"""Patients in a group up to which the exact interval is worked out; above, score intervals are as good."""


@lru_cache(maxsize=4096)
def fisher_p(groups: TwoGroups) -> float:
    """Return Fisher's two-sided P alone; NaN where a group has nobody."""
    from scipy.stats import fisher_exact

    if not (groups.n and groups.n_other):
        return math.nan
    return float(fisher_exact(np.array(_columns(groups)).T).pvalue)


def exact_difference(groups: TwoGroups, *, level: float) -> Comparison:
    """Return the difference of the shares with its exact unconditional interval.

    Both one-sided tests at half the error, ordered by the score statistic; it covers at least at its level
    whatever the shares are.

    **Source**: Chan & Zhang, Biometrics 1999;55:1202; Agresti & Min, Biometrics 2001;57:963.
    """
    method = "Exact unconditional (Chan-Zhang)"
    p, q = groups.shares
    if not (groups.n and groups.n_other):
        nan = math.nan
        return Comparison(groups, nan, nan, nan, level, method, say("A group has no patients."))
    if max(groups.n, groups.n_other) > LARGEST:
        nan = math.nan
        reason = say("A group has more than {largest} patients: take the score interval.", largest=LARGEST)
        return Comparison(groups, p - q, nan, nan, level, method, reason)
    mirrored = TwoGroups(groups.other_events, groups.n_other, groups.events, groups.n)
    lower = _lower_limit(groups, (1.0 - level) / 2.0)
    upper = -_lower_limit(mirrored, (1.0 - level) / 2.0)
    return Comparison(groups, p - q, lower, upper, level, method)


def _lower_limit(groups: TwoGroups, alpha: float) -> float:
    """Return the smallest difference that a result as large as this one does not reject."""
    p, q = groups.shares
    if _largest_tail(groups, -1.0) > alpha:
        return -1.0
    rejected, kept = -1.0, p - q
    for _ in range(HALVINGS):
        middle = (rejected + kept) / 2.0
        rejected, kept = (middle, kept) if _largest_tail(groups, middle) <= alpha else (rejected, middle)
    return rejected


def _largest_tail(groups: TwoGroups, d: float) -> float:
    """Return the probability, at worst, of a score as large as the one seen if the shares differ by d."""
    extreme = _at_least_as_large(groups, d)
    own = np.linspace(max(0.0, d), min(1.0, 1.0 + d), SHARES)
    first, second = _binomial(groups.n, own), _binomial(groups.n_other, own - d)
    return float(np.einsum("si,ij,sj->s", first, extreme.astype(np.float64), second).max())


def _at_least_as_large(groups: TwoGroups, d: float) -> Bools:
    """Return which tables (n + 1, n_other + 1) have a score of d as large as the one seen."""
    x = np.arange(groups.n + 1)[:, None] / groups.n
    y = np.arange(groups.n_other + 1)[None, :] / groups.n_other
    score = difference_scores(x, y, groups.n, groups.n_other, d)
    seen = score[groups.events, groups.other_events]
    if not np.isfinite(seen):
        return np.asarray(score >= seen)
    return np.asarray(score >= seen - TIE * max(1.0, abs(seen)))


def _binomial(n: int, share: Floats) -> Floats:
    """Return the binomial probabilities (shares, n + 1)."""
    from scipy.stats import binom  # heavy: only when asked for

    return np.asarray(binom.pmf(np.arange(n + 1)[None, :], n, np.clip(share, 0.0, 1.0)[:, None]))


def _columns(groups: TwoGroups) -> list[list[int]]:
    """Return the table with the groups as columns, as scipy's unconditional tests want it."""
    return [
        [groups.events, groups.other_events],
        [groups.n - groups.events, groups.n_other - groups.other_events],
    ]
