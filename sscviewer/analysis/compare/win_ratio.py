"""The win ratio: every patient of an arm against every one of the reference, by the first layer that decides.

A hierarchy (death, then progression, then change) lets the worse outcome count first. The ratio says nothing
of how much better, and depends on how long pairs were followed.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.estimate import t_quantile
from sscviewer.model.arrays import Bools, Floats


@dataclass(frozen=True, slots=True)
class TimeLayer:
    """A time to a bad event; later is better.

    Attributes
    ----------
    words
        "death".
    time, event : (n,)
        NaN where nothing is known: such pairs are not decided.
    """

    words: str
    time: Floats
    event: Bools


@dataclass(frozen=True, slots=True)
class ValueLayer:
    """A value, NaN where missing.

    Attributes
    ----------
    better
        +1 where more is better, -1 where less is.
    margin
        A smaller difference does not decide.
    """

    words: str
    value: Floats
    better: int = 1
    margin: float = 0.0


Layer = TimeLayer | ValueLayer


@dataclass(frozen=True, slots=True)
class WinRatio:
    """The result.

    Attributes
    ----------
    wins, losses, ties
        Pairs of the arm; all pairs are n × m.
    by_layer
        (words, wins, losses) decided at each layer.
    ratio, lower, upper
        Infinity or NaN where there are no losses, or neither.
    p_value
        Of the ratio's interval (Bebu & Lachin).
    benefit, benefit_lower, benefit_upper
        Net benefit: share of pairs won less share lost.
    rank_p
        Finkelstein and Schoenfeld's test; `rank_sum` its statistic.
    """

    n: int
    n_reference: int
    wins: int
    losses: int
    ties: int
    by_layer: tuple[tuple[str, int, int], ...]
    ratio: float
    lower: float
    upper: float
    p_value: float
    benefit: float
    benefit_lower: float
    benefit_upper: float
    rank_sum: float
    rank_p: float
    level: float


def win_ratio(layers: Sequence[Layer], treated: Bools, *, level: float) -> WinRatio:
    """Return the win ratio of one group against the other.

    Parameters
    ----------
    layers
        The most important first; a pair goes on to the next where one does not decide.
    treated : (n,) bool
        The arm; the others are the reference.

    **Source**: Pocock et al., Eur Heart J 2012;33:176; variance Bebu & Lachin, Biostatistics 2016;17:178
    (large-sample, of U statistics); test Finkelstein & Schoenfeld, Stat Med 1999;18:1341.
    """
    score, decided = _pairs(layers, len(treated))
    mine = score[np.ix_(treated, ~treated)]
    where = decided[np.ix_(treated, ~treated)]
    n, m = mine.shape
    wins, losses = int((mine > 0).sum()), int((mine < 0).sum())
    by_layer = tuple(
        (layer.words, int(((where == k) & (mine > 0)).sum()), int(((where == k) & (mine < 0)).sum()))
        for k, layer in enumerate(layers)
    )
    ratio, lower, upper, p_value = _ratio(mine, level)
    benefit, se = (wins - losses) / (n * m) if n and m else math.nan, math.nan
    if n > 1 and m > 1:
        value = mine.astype(np.float64)
        se = math.sqrt(value.mean(axis=1).var(ddof=1) / n + value.mean(axis=0).var(ddof=1) / m)
    # where all pairs agree nothing varies, and there is no interval
    z = t_quantile(level, math.inf) if se > 0 else math.nan
    total, rank_p = _rank_test(score, treated)
    return WinRatio(
        n, m, wins, losses, n * m - wins - losses, by_layer, ratio, lower, upper, p_value,
        benefit, benefit - z * se, benefit + z * se, total, rank_p, level,
    )  # fmt: skip


def _pairs(layers: Sequence[Layer], n: int) -> tuple[Floats, Floats]:
    """Return who wins of each pair (n, n), +1, 0 or -1 for the row, and at which layer it was decided."""
    score, decided = np.zeros((n, n)), np.full((n, n), np.nan)
    for k, layer in enumerate(layers):
        found = _of_times(layer) if isinstance(layer, TimeLayer) else _of_values(layer)
        fresh = np.isnan(decided) & (found != 0)
        score[fresh], decided[fresh] = found[fresh], k
    return score, decided


def _of_times(layer: TimeLayer) -> Floats:
    """Return +1 where the column's event came while the row was still followed without one."""
    row, column = layer.time[:, None], layer.time[None, :]
    had, has = layer.event[:, None], layer.event[None, :]
    with np.errstate(invalid="ignore"):
        later = has & ((row > column) | ((row == column) & ~had))
        sooner = had & ((column > row) | ((row == column) & ~has))
    return np.asarray(later.astype(np.float64) - sooner.astype(np.float64))


def _of_values(layer: ValueLayer) -> Floats:
    away = layer.better * (layer.value[:, None] - layer.value[None, :])
    with np.errstate(invalid="ignore"):
        return np.where(np.abs(away) > layer.margin, np.sign(np.nan_to_num(away)), 0.0)


def _ratio(mine: Floats, level: float) -> tuple[float, float, float, float]:
    """Return ratio, limits and P from the logarithm's variance."""
    n, m = mine.shape
    nothing = math.nan
    if not (n and m):
        return nothing, nothing, nothing, nothing
    won, lost = (mine > 0).astype(np.float64), (mine < 0).astype(np.float64)
    w, loss = float(won.mean()), float(lost.mean())
    if not (w and loss) or n < 2 or m < 2:
        return (w / loss if loss else math.inf if w else nothing), nothing, nothing, nothing
    # the first-order part of each patient in the logarithm of the ratio
    by_row = won.mean(axis=1) / w - lost.mean(axis=1) / loss
    by_column = won.mean(axis=0) / w - lost.mean(axis=0) / loss
    se = math.sqrt(by_row.var(ddof=1) / n + by_column.var(ddof=1) / m)
    if not se > 0:
        return w / loss, nothing, nothing, nothing
    log, half = math.log(w / loss), t_quantile(level, math.inf) * se
    p_value = math.erfc(abs(log) / se / math.sqrt(2.0))
    return w / loss, math.exp(log - half), math.exp(log + half), p_value


def _rank_test(score: Floats, treated: Bools) -> tuple[float, float]:
    """Return Finkelstein and Schoenfeld's sum of the arm's scores against all patients, and its P."""
    n, total = int(treated.sum()), len(treated)
    own = score.sum(axis=1)
    found = float(own[treated].sum())
    variance = n * (total - n) / (total * (total - 1)) * float((own**2).sum()) if total > 1 else 0.0
    return found, math.erfc(abs(found) / math.sqrt(2.0 * variance)) if variance > 0 else math.nan
