"""What each row of a proportional hazards model adds to its score: the robust variance is made of it."""

from typing import Any

import numpy as np
import numpy.typing as npt

from sscviewer.model.arrays import Floats


def score_residuals(
    when: Floats,
    happened: npt.NDArray[np.bool_],
    x: Floats,
    start: Floats,
    layer: npt.NDArray[Any],
    coefficient: Floats,
    ties: str,
) -> Floats:
    """Return the score residuals of rows (start, when] by layer (stratum).

    Parameters
    ----------
    when, happened, start, layer : (n,)
    x : (n, p)
    ties : "efron" or "breslow"

    Returns
    -------
    (n, p) array whose columns add up to the score, zero at the estimate.

    **Source**: Therneau, Grambsch & Fleming, Biometrika 1990;77:147; with Efron's ties as in Therneau &
    Grambsch, Modeling Survival Data (2000), 4.2: the k-th of m tied events is at risk with weight 1 - k/m.
    """
    out = np.zeros_like(x)
    for value in np.unique(layer):
        rows = np.flatnonzero(layer == value)
        if happened[rows].any():
            out[rows] = _one_layer(when[rows], happened[rows], x[rows], start[rows], coefficient, ties)
    return out


def _one_layer(
    when: Floats, happened: npt.NDArray[np.bool_], x: Floats, start: Floats, coefficient: Floats, ties: str
) -> Floats:
    weight = np.exp(x @ coefficient - (x @ coefficient).max())
    weighted = np.column_stack([weight, x * weight[:, None]])  # sums of these: S0 and S1
    times, counts = np.unique(when[happened], return_counts=True)
    risk = sum_from(times, when, weighted) - sum_from(times, start, weighted)
    at = np.searchsorted(times, when[happened])
    dying = np.zeros_like(risk)
    np.add.at(dying, at, weighted[happened])

    # Per event time: hazard and hazard x mean covariate, for those at risk and, lower, for those who have
    # the event; and the mean covariate the event is compared with.
    hazard, of_events = np.zeros_like(risk), np.zeros_like(risk)
    mean = np.zeros((times.size, x.shape[1]))
    for k in range(int(counts.max())):
        tied = k < counts
        share = np.where(tied, k / counts, 0.0) if ties == "efron" else np.zeros(times.size)
        left = risk - share[:, None] * dying
        step = np.column_stack([1.0 / left[:, 0], left[:, 1:] / left[:, :1] ** 2]) * tied[:, None]
        hazard += step
        of_events += step * (1.0 - share)[:, None]
        mean += step[:, 1:] / np.where(tied, step[:, 0], 1.0)[:, None] / counts[:, None]

    total = np.vstack([np.zeros(hazard.shape[1]), np.cumsum(hazard, axis=0)])
    until, before = np.searchsorted(times, when, side="right"), np.searchsorted(times, start, side="right")
    own = total[until] - total[before]
    own[happened] += of_events[at] - hazard[at]
    residual: Floats = -weight[:, None] * (x * own[:, :1] - own[:, 1:])
    residual[happened] += x[happened] - mean[at]
    return residual


def sum_from(times: Floats, when: Floats, values: Floats) -> Floats:
    """Return for each time the sum of the values of rows whose `when` is at or after it; (k, columns)."""
    order = np.argsort(when, kind="stable")
    # summed from the end, so that a few with small weights are not the difference of two large sums
    running = np.vstack([np.cumsum(values[order[::-1]], axis=0)[::-1], np.zeros(values.shape[1])])
    result: Floats = running[np.searchsorted(when[order], times, side="left")]
    return result
