"""How many events a patient has had on average by each day: the mean cumulative count."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.survival.survival import Curve
from sscviewer.model.arrays import Floats
from sscviewer.model.sentence import say

ASSUMPTIONS = (
    say("The count is an average over patients: a few patients with many events can carry it."),
    say(
        "Patients are counted until their last day under observation; leaving must not "
        "depend on events to come."
    ),
)


@dataclass(frozen=True, slots=True)
class MeanCumulative:
    """Mean number of events per patient over time.

    Attributes
    ----------
    curve
        Events per patient; its times are those of the events.
    at_risk : (k,) patients under observation at each time
    """

    curve: Curve
    at_risk: Floats
    n: int
    n_events: int
    level: float
    method: str
    assumptions: tuple[str, ...] = ASSUMPTIONS


def mean_cumulative(
    follow_up: npt.ArrayLike, subject: npt.ArrayLike, time: npt.ArrayLike, *, level: float
) -> MeanCumulative:
    """Return the mean cumulative count with its robust variance.

    Parameters
    ----------
    follow_up : (n,) how long each patient was under observation; NaN patients are left out
    subject : (m,) position of each event's patient in `follow_up`
    time : (m,) when; events after the follow-up or without a time are not counted

    Returns
    -------
    MeanCumulative
        Limits on the log scale, as a count cannot be negative.

    **Source**: Lawless & Nadeau, Technometrics 1995;37:158 (variance over patients).
    """
    from scipy.special import ndtri  # heavy: only when asked for

    until = np.asarray(follow_up, dtype=np.float64)
    who, when = np.asarray(subject, dtype=np.int64), np.asarray(time, dtype=np.float64)
    counted = when <= until[who] if who.size else np.zeros(0, dtype=bool)
    who, when = who[counted], when[counted]
    order = np.argsort(when, kind="stable")
    who, when = who[order], when[order]
    times, starts, counts = np.unique(when, return_index=True, return_counts=True)
    at_risk = np.array([(until >= t).sum() for t in times], dtype=np.float64)
    mean = np.cumsum(counts / at_risk)
    influence, variance = np.zeros(until.size), np.zeros(times.size)
    for i, (t, first, events, n) in enumerate(zip(times, starts, counts, at_risk, strict=True)):
        influence[until >= t] -= events / n**2
        np.add.at(influence, who[first : first + events], 1.0 / n)
        variance[i] = influence @ influence
    se = np.sqrt(variance)
    spread = np.exp(float(ndtri(0.5 + level / 2.0)) * se / np.where(mean > 0, mean, 1.0))
    return MeanCumulative(
        curve=Curve(0.0, times, mean, se, mean / spread, mean * spread),
        at_risk=at_risk,
        n=int((~np.isnan(until)).sum()),
        n_events=int(when.size),
        level=level,
        method="Mean cumulative count (Nelson), variance over patients (Lawless-Nadeau), log interval",
    )
