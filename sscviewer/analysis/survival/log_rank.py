"""The log-rank test and its weighted kin, which says so where the arms cannot be told apart at all."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.model.arrays import Bools, Floats, Ints
from sscviewer.model.sentence import say

NO_VARIANCE = say(
    "No log-rank test: at every event either one arm alone was at risk, or everybody at risk had the event."
)
NOTHING = 1e-12
"""Of a variance in events squared: one event between two patients of two arms gives 0.25."""


@dataclass(frozen=True, slots=True)
class LogRank:
    """A test that all groups have the same hazard.

    Attributes
    ----------
    chi_squared, p_value
        NaN where there is no test.
    df
        Groups that were ever compared, less one.
    reason
        Why there is no test, in one sentence; "".
    """

    chi_squared: float
    df: int
    p_value: float
    reason: str = ""


def log_rank(
    time: npt.ArrayLike,
    event: npt.ArrayLike,
    group: npt.ArrayLike,
    *,
    strata: npt.ArrayLike | None = None,
    rho: float = 0.0,
) -> LogRank:
    """Return the (weighted, stratified) log-rank test.

    Parameters
    ----------
    time, event, group : (n,) no missing values
    strata : (n,) labels within which groups are compared, None for one
    rho
        Weights S(t-)^rho of the pooled Kaplan-Meier curve of a stratum.

    **Source**: Harrington & Fleming, Biometrika 1982;69:553. As in R's survdiff a group that was at risk at
    no event takes no part and costs no degree of freedom.
    """
    from scipy.special import chdtrc  # heavy: only when asked for

    when, happened = np.asarray(time, dtype=np.float64), np.asarray(event, dtype=bool)
    names, code = np.unique(np.asarray(group), return_inverse=True)
    layer = np.zeros(when.size, dtype=np.int64)
    if strata is not None:
        layer = np.unique(np.asarray(strata), return_inverse=True)[1]
    k = names.size
    excess, expected, variance = np.zeros(k), np.zeros(k), np.zeros((k, k))
    for value in np.unique(layer):
        mine = layer == value
        parts = _one_layer(when[mine], happened[mine], code[mine], k, rho)
        excess, expected, variance = excess + parts[0], expected + parts[1], variance + parts[2]
    part = expected > 0
    if not part.any():
        return LogRank(np.nan, max(k - 1, 0), np.nan, say("No log-rank test: no events."))
    u, v = excess[part][:-1], variance[np.ix_(part, part)][:-1, :-1]
    if not len(u) or float(np.linalg.eigvalsh(v).min()) <= NOTHING:
        return LogRank(np.nan, max(k - 1, 0), np.nan, NO_VARIANCE)
    chi_squared = float(u @ np.linalg.solve(v, u))
    return LogRank(chi_squared, len(u), float(chdtrc(len(u), chi_squared)))


def _one_layer(
    when: Floats, happened: Bools, code: Ints, k: int, rho: float
) -> tuple[Floats, Floats, Floats]:
    """Return observed less expected (k,), expected (k,) and the covariance (k, k), of one stratum."""
    times = np.unique(when[happened])
    member = code[:, None] == np.arange(k)
    at_risk = np.array([member[when >= t].sum(axis=0) for t in times], dtype=np.float64).reshape(-1, k)
    died = np.array([member[happened & (when == t)].sum(axis=0) for t in times], dtype=np.float64)
    died = died.reshape(-1, k)
    n, d = at_risk.sum(axis=1), died.sum(axis=1)
    weight = np.concatenate([[1.0], np.cumprod(1.0 - d / n)[:-1]])[: times.size] ** rho
    share = at_risk / n[:, None]
    spread = weight**2 * d * (n - d) / np.maximum(n - 1.0, 1.0)
    variance = np.diag(spread @ share) - (share * spread[:, None]).T @ share
    return weight @ (died - d[:, None] * share), weight @ (d[:, None] * share), variance
