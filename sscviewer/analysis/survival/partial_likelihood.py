"""The partial likelihood of a proportional hazards model at one coefficient, with its derivatives."""

import numpy as np

from sscviewer.analysis.survival.leave_one_out import Rows
from sscviewer.analysis.survival.score_residuals import sum_from
from sscviewer.model.arrays import Bools, Floats

ROUNDING = 1e-13
"""Those at risk who weigh less than this share of those still to come are the difference of two sums, and
nothing but rounding."""


def partial_likelihood(rows: Rows, coefficient: Floats, ties: str) -> tuple[float, Floats, Floats]:
    """Return the log partial likelihood, its score (p,) and its information (p, p).

    The likelihood is −inf, the derivatives not finite, where the weights of all at risk round to zero.

    Parameters
    ----------
    rows
        Rows (start, when] with their strata.
    ties : "efron" or "breslow"

    **Source**: Therneau & Grambsch, Modeling Survival Data (2000), 3.1 and 3.3; with Efron's ties the k-th of
    d tied events sees the others with weight 1 - k/d.
    """
    p = rows.x.shape[1]
    eta = rows.x @ coefficient
    eta = eta - eta.max()
    products = (rows.x[:, :, None] * rows.x[:, None, :]).reshape(-1, p * p)
    sums = np.column_stack([np.ones(len(eta)), rows.x, products]) * np.exp(eta)[:, None]
    value, score = float(eta[rows.happened].sum()), rows.x[rows.happened].sum(axis=0)
    information = np.zeros((p, p))
    with np.errstate(divide="ignore", invalid="ignore"):
        for layer in np.unique(rows.layer[rows.happened]):
            left = _left_at_events(rows, rows.layer == layer, sums, ties)
            mean = left[:, 1 : p + 1] / left[:, :1]
            value -= float(np.log(left[:, 0]).sum())
            score = score - mean.sum(axis=0)
            information += (left[:, p + 1 :] / left[:, :1]).sum(axis=0).reshape(p, p) - mean.T @ mean
    return value if np.isfinite(value) else -np.inf, score, information


def _left_at_events(rows: Rows, mine: Bools, sums: Floats, ties: str) -> Floats:
    """Return the sums over those at risk of each event of a stratum, a row per event; tied ones in turn."""
    when, start, happened, own = rows.when[mine], rows.start[mine], rows.happened[mine], sums[mine]
    times, counts = np.unique(when[happened], return_counts=True)
    until, still = sum_from(times, when, own), sum_from(times, start, own)
    at_risk = until - still
    at_risk[at_risk[:, 0] <= ROUNDING * until[:, 0], 0] = 0.0
    dying = np.zeros_like(at_risk)
    np.add.at(dying, np.searchsorted(times, when[happened]), own[happened])
    event = np.repeat(np.arange(times.size), counts)
    turn = np.arange(event.size) - np.repeat(np.cumsum(counts) - counts, counts)
    share = turn / counts[event] if ties == "efron" else np.zeros(event.size)
    return np.asarray(at_risk[event] - share[:, None] * dying[event])
