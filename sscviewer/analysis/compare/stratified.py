"""Two groups compared within strata: the Cochran-Mantel-Haenszel test, common odds ratio and difference."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.compare.two_groups import TwoGroups
from sscviewer.analysis.estimate import t_quantile
from sscviewer.model.arrays import Floats
from sscviewer.model.sentence import say


@dataclass(frozen=True, slots=True)
class Stratified:
    """Two groups compared over strata.

    Attributes
    ----------
    strata : int
        Strata with patients of both groups; others say nothing and are left out.
    odds_ratio, difference : tuple of (value, lower, upper)
        Mantel-Haenszel; NaN where there is none.
    chi_squared, p_value : float
        Of no difference in any stratum, one degree of freedom; NaN where there is no test.
    reason : str
        Why there is no test; "".
    """

    strata: int
    odds_ratio: tuple[float, float, float]
    difference: tuple[float, float, float]
    chi_squared: float
    p_value: float
    level: float
    method: str
    reason: str = ""


def cochran_mantel_haenszel(
    strata: Sequence[TwoGroups], *, correct: bool = False, level: float
) -> Stratified:
    """Return the comparison over strata.

    Parameters
    ----------
    correct : bool
        Continuity correction of the test, as R's default.

    **Source**: Mantel & Haenszel, JNCI 1959;22:719; odds ratio's variance Robins, Breslow & Greenland,
    Biometrics 1986;42:311; difference Greenland & Robins, Biometrics 1985;41:55, variance Sato, Biometrics
    1989;45:1323.
    """
    from scipy.special import chdtrc  # heavy: only when asked for

    counts = np.array(
        [
            (s.events, s.n - s.events, s.other_events, s.n_other - s.other_events)
            for s in strata
            if s.n and s.n_other
        ],
        dtype=np.float64,
    ).reshape(-1, 4)
    a, b, c, d = counts.T
    total = counts.sum(axis=1)
    expected = (a + b) * (a + c) / total
    variance = (a + b) * (c + d) * (a + c) * (b + d) / (total**2 * np.maximum(total - 1.0, 1.0))
    method = "Mantel-Haenszel" + (" with continuity correction" if correct else "")
    chi_squared = p_value = math.nan
    reason = say("No stratum in which the groups could differ.")
    if float(variance.sum()) > 0:
        away = abs(float((a - expected).sum()))
        away = max(away - 0.5, 0.0) if correct else away
        chi_squared, reason = away**2 / float(variance.sum()), ""
        p_value = float(chdtrc(1.0, chi_squared))
    return Stratified(
        strata=len(counts),
        odds_ratio=_odds_ratio(a, b, c, d, level),
        difference=_difference(a, b, c, d, level),
        chi_squared=chi_squared,
        p_value=p_value,
        level=level,
        method=method,
        reason=reason,
    )


def _odds_ratio(a: Floats, b: Floats, c: Floats, d: Floats, level: float) -> tuple[float, float, float]:
    total = a + b + c + d
    r, s = a * d / total, b * c / total
    if not (r.sum() > 0 and s.sum() > 0):
        return math.nan, math.nan, math.nan
    value = float(r.sum() / s.sum())
    p, q = (a + d) / total, (b + c) / total
    variance = (
        float((p * r).sum()) / (2.0 * float(r.sum()) ** 2)
        + float((p * s + q * r).sum()) / (2.0 * float(r.sum()) * float(s.sum()))
        + float((q * s).sum()) / (2.0 * float(s.sum()) ** 2)
    )
    half = t_quantile(level, math.inf) * math.sqrt(variance)
    return value, value * math.exp(-half), value * math.exp(half)


def _difference(a: Floats, b: Floats, c: Floats, d: Floats, level: float) -> tuple[float, float, float]:
    n, m = a + b, c + d
    total = n + m
    weight = n * m / total
    if not weight.sum() > 0:
        return math.nan, math.nan, math.nan
    value = float((weight * (a / n - c / m)).sum() / weight.sum())
    p = (n**2 * c - m**2 * a + n * m * (m - n) / 2.0) / total**2
    q = (a * (m - c) + c * (n - a)) / (2.0 * total)
    variance = (value * float(p.sum()) + float(q.sum())) / float(weight.sum()) ** 2
    half = t_quantile(level, math.inf) * math.sqrt(max(variance, 0.0))
    return value, value - half, value + half
