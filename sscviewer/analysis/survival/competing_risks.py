"""Which of several reasons comes first: Aalen-Johansen cumulative incidence.

One minus Kaplan-Meier is not offered for a reason among others: it overstates each of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.survival.survival import Curve, IntervalKind, probability_interval
from sscviewer.model.arrays import Floats
from sscviewer.model.sentence import say

ASSUMPTIONS = (
    say(
        "Each reason removes the patient from the risk of all others; the incidences of all "
        "reasons and the share without any add up to one."
    ),
    say("Patients without any of the reasons are counted until their last day under observation (censored)."),
)


@dataclass(frozen=True, slots=True)
class CauseIncidence:
    """The share that had one reason first, over time."""

    cause: str
    n_events: int
    curve: Curve


@dataclass(frozen=True, slots=True)
class CompetingRisks:
    """Cumulative incidence of every reason.

    Attributes
    ----------
    causes
        In the order asked for.
    free
        The share without any of them.
    at_risk : (k,) just before each time of the curves
    """

    causes: tuple[CauseIncidence, ...]
    free: Curve
    at_risk: Floats
    n: int
    n_events: int
    level: float
    interval: IntervalKind
    method: str
    assumptions: tuple[str, ...] = ASSUMPTIONS


def cumulative_incidence(
    time: npt.ArrayLike,
    cause: Sequence[str],
    causes: Sequence[str] | None = None,
    *,
    level: float,
    interval: IntervalKind = "log-log",
) -> CompetingRisks:
    """Return the Aalen-Johansen estimate of every cause.

    Parameters
    ----------
    time : (n,) time of the event or of censoring; rows with NaN are left out
    cause : (n,) its reason; "" for a censored patient
    causes
        Which to report and in which order; None for all, most frequent first. Those not named still count
        as competing and are reported last.

    **Source**: statsmodels CumIncidenceRight for the estimate. Variance: Aalen & Johansen, Scand J Stat
    1978;5:141 (multinomial increments), equal to the infinitesimal jackknife of R's survfit.
    """
    from statsmodels.duration.survfunc import CumIncidenceRight  # heavy: only when asked for

    when, label = np.asarray(time, dtype=np.float64), np.asarray(cause, dtype=object)
    known = ~np.isnan(when)
    when, label = when[known], label[known]
    names = _names(label, causes)
    status = np.array([names.index(text) + 1 if text else 0 for text in label], dtype=np.int64)
    times, position = np.unique(when, return_inverse=True)
    counts = np.zeros((times.size, len(names)))
    np.add.at(counts, (position[status > 0], status[status > 0] - 1), 1.0)
    at_risk = when.size - np.searchsorted(np.sort(when), times, side="left").astype(np.float64)
    incidence = np.zeros((times.size, len(names)))
    if status.any():
        with np.errstate(divide="ignore", invalid="ignore"):  # in its own standard error, which is not used
            fit = CumIncidenceRight(when, status)
        incidence[:, : len(fit.cinc)] = np.column_stack(fit.cinc)
    free = np.where(incidence.sum(axis=1) > 1.0 - 1e-12, 0.0, 1.0 - incidence.sum(axis=1))
    se = _standard_errors(counts, at_risk)

    def curve(start: float, value: Floats, error: Floats) -> Curve:
        return Curve(start, times, value, error, *probability_interval(value, error, level, interval))

    return CompetingRisks(
        causes=tuple(
            CauseIncidence(name, int(counts[:, k].sum()), curve(0.0, incidence[:, k], se[:, k + 1]))
            for k, name in enumerate(names)
        ),
        free=curve(1.0, free, se[:, 0]),
        at_risk=at_risk,
        n=int(when.size),
        n_events=int(counts.sum()),
        level=level,
        interval=interval,
        method=f"Aalen-Johansen cumulative incidence, {interval} interval",
    )


def _names(label: npt.NDArray[np.object_], causes: Sequence[str] | None) -> list[str]:
    found, counts = np.unique([text for text in label if text], return_counts=True)
    by_number = [str(found[i]) for i in np.lexsort((found, -counts))]
    wanted = list(dict.fromkeys(causes or ()))
    return wanted + [name for name in by_number if name not in wanted]


def _standard_errors(counts: Floats, at_risk: Floats) -> Floats:
    """Return (k, 1 + causes) standard errors: of the share free of all, then of each cause.

    The covariance of the state shares is carried from time to time: through the transition, plus the
    multinomial variance of the share that leaves.
    """
    size = counts.shape[1] + 1
    shares = np.zeros(size)
    shares[0] = 1.0
    covariance, out = np.zeros((size, size)), np.zeros((len(at_risk), size))
    for row, (events, n) in enumerate(zip(counts, at_risk, strict=True)):
        if events.any():
            leave = events / n
            transition = np.eye(size)
            transition[0, 0] -= leave.sum()
            transition[0, 1:] += leave
            moved = np.concatenate([[-leave.sum()], leave])
            spread = np.diag(np.concatenate([[0.0], leave]))
            spread[0, 0], spread[0, 1:], spread[1:, 0] = leave.sum(), -leave, -leave
            covariance = transition.T @ covariance @ transition
            covariance += shares[0] ** 2 * (spread - np.outer(moved, moved)) / n
            shares = shares @ transition
        out[row] = np.sqrt(np.maximum(np.diag(covariance), 0.0))
    return out
