"""Intervals of a proportion: exact and Wilson's, for one count or for a whole table."""

from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from sscviewer.model.arrays import Floats

Method = Literal["clopper-pearson", "wilson"]

CLOPPER_PEARSON: Method = "clopper-pearson"
WILSON: Method = "wilson"

METHOD_WORDS: dict[Method, str] = {
    "clopper-pearson": "Clopper-Pearson (exact)",
    "wilson": "Wilson (score, no continuity correction)",
}


def proportion_intervals(
    count: npt.NDArray[Any], n: npt.NDArray[Any], level: float, method: Method
) -> tuple[Floats, Floats]:
    """Return lower and upper limits of proportions.

    Parameters
    ----------
    count, n : any shapes that broadcast, counts with 0 <= count <= n
    level : confidence, two-sided

    Returns
    -------
    Two arrays of proportions (0 to 1); NaN where n is 0.

    **Source**: Clopper & Pearson, Biometrika 1934;26:404, as quantiles of Beta(x, n-x+1) and Beta(x+1, n-x);
    Wilson, JASA 1927;22:209.
    """
    x, of = np.broadcast_arrays(np.asarray(count, dtype=np.int64), np.asarray(n, dtype=np.int64))
    # A table has few different counts: each pair is worked out once.
    base = int(of.max(initial=0)) + 1
    pairs, where = np.unique(x.ravel() * base + of.ravel(), return_inverse=True)
    successes, total = np.divmod(pairs, base)
    limits = _wilson if method == WILSON else _clopper_pearson
    low, high = limits(successes.astype(np.float64), total.astype(np.float64), 1 - level)
    low, high = np.where(total == 0, np.nan, low), np.where(total == 0, np.nan, high)
    return low[where].reshape(x.shape), high[where].reshape(x.shape)


def proportion_interval(count: int, n: int, level: float, method: Method) -> tuple[float, float]:
    """Return the interval of one proportion (see `proportion_intervals`); NaN when n is 0."""
    low, high = proportion_intervals(np.array([count]), np.array([n]), level, method)
    return float(low[0]), float(high[0])


def _clopper_pearson(x: Floats, n: Floats, alpha: float) -> tuple[Floats, Floats]:
    from scipy.special import betaincinv  # heavy: only when counted

    with np.errstate(invalid="ignore", divide="ignore"):
        low = np.where(x > 0, betaincinv(np.maximum(x, 1), n - x + 1, alpha / 2), 0.0)
        high = np.where(x < n, betaincinv(x + 1, np.maximum(n - x, 1), 1 - alpha / 2), 1.0)
    return low, high


def _wilson(x: Floats, n: Floats, alpha: float) -> tuple[Floats, Floats]:
    from scipy.special import ndtri

    z = float(ndtri(1 - alpha / 2))
    of = np.maximum(n, 1)
    p = x / of
    centre = (p + z * z / (2 * of)) / (1 + z * z / of)
    half = z / (1 + z * z / of) * np.sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    # At 0 and n the limit is exactly 0 and 1; the subtraction leaves a rounding error.
    return np.where(x > 0, centre - half, 0.0), np.where(x < n, centre + half, 1.0)


def none_of(n: int, level: float) -> float:
    """Return the one-sided upper bound of a proportion when none of n had the event; NaN when n is 0.

    1 - (1-level)^(1/n), which at 95 % is near 3/n.

    **Source**: Hanley & Lippman-Hand, JAMA 1983;249:1743 (the rule of three).
    """
    return float(1 - (1 - level) ** (1 / n)) if n > 0 else np.nan
