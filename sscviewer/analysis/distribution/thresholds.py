"""The responder curve: how many change by so much or more, for every threshold at once."""

from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.distribution.categories import limit_words, meets
from sscviewer.analysis.distribution.changes import Bools, VisitChanges, changes_by_visit
from sscviewer.analysis.plan.responses import EndpointSettings
from sscviewer.analysis.population import ALL, Population
from sscviewer.analysis.proportion import CLOPPER_PEARSON, proportion_intervals
from sscviewer.model.arrays import Floats
from sscviewer.model.endpoint_cards import ChangeLimit, card_of, way_of
from sscviewer.model.parameters import Parameter
from sscviewer.model.sentence import say
from sscviewer.model.study import Study

POINTWISE = say("exact (Clopper-Pearson), each for its own threshold: they do not hold for all at once.")
BETTER = {1: "higher", -1: "lower", 0: ""}
MISSING = say(
    "Patients with a baseline and no value at the visit, the dead among them, count as not reaching any."
)


@dataclass(frozen=True, slots=True)
class Reached:
    """Who reached one threshold.

    Attributes
    ----------
    words
        "no lower than at baseline", "better by 3 or more (FVC better (MCID))".
    usubjids
        Those who reached it.
    n : patients with a baseline; n_seen : with a value at the visit
    share, lower, upper : of all n
    share_seen : of those with a value
    """

    arm: str
    avisit: str
    words: str
    usubjids: tuple[str, ...]
    n: int
    n_seen: int
    share: float
    lower: float
    upper: float
    share_seen: float


@dataclass(frozen=True, slots=True)
class ThresholdCurve:
    """Of one arm at one visit: the share of all n with a change better than x, from each change on.

    Attributes
    ----------
    change : (k,) distinct changes, ascending
    share, lower, upper : (k + 1,) left of the first, then from each on
    """

    arm: str
    avisit: str
    n: int
    n_seen: int
    change: Floats
    share: Floats
    lower: Floats
    upper: Floats


@dataclass(frozen=True, slots=True)
class ThresholdCurves:
    """Every threshold of one endpoint at every visit.

    Attributes
    ----------
    better : "higher" or "lower"; "" where that is not known: then curves count lower changes
    limits : signed changes of the card's limits in points
    level : of the intervals
    """

    parameter: Parameter
    better: str
    visits: tuple[str, ...]
    curves: tuple[ThresholdCurve, ...]
    rows: tuple[Reached, ...]
    limits: tuple[float, ...]
    level: float
    notes: tuple[str, ...]


def threshold_curves(
    study: Study, who: Population, paramcd: str, settings: EndpointSettings, level: float
) -> ThresholdCurves:
    """Return the curve of every arm at every visit, and who reached zero and each limit in points."""
    way = way_of(study.parameters[paramcd])
    sign = way or -1
    visits = changes_by_visit(study, who, paramcd)
    limits = _limits(paramcd, settings)
    curves, rows = [], []
    for at in visits:
        for arm, mine in _arms(at, who):
            curves.append(_curve(at, arm, mine, sign, level))
            rows += [_reached(at, arm, mine, sign, limit, level) for limit in (None, *limits)]
    return ThresholdCurves(
        parameter=study.parameters[paramcd],
        better=BETTER[way],
        visits=tuple(at.avisit for at in visits),
        curves=tuple(curves),
        rows=tuple(rows),
        limits=tuple(limit.sign * limit.points for limit in limits if limit.points is not None),
        level=level,
        notes=(MISSING, say("Intervals of {level:g} % are {how}", level=100 * level, how=POINTWISE)),
    )


def _arms(at: VisitChanges, who: Population) -> list[tuple[str, Bools]]:
    arm = np.array(at.arm, dtype=object)
    return [(name, np.ones(len(arm), dtype=bool) if name == ALL else arm == name) for name, _ in who.arms]


def _limits(paramcd: str, settings: EndpointSettings) -> list[ChangeLimit]:
    """Return the card's limits as the plan has them."""
    return [settings.limit(limit) for limit in card_of(paramcd).limits]


def _curve(at: VisitChanges, arm: str, mine: Bools, sign: int, level: float) -> ThresholdCurve:
    seen = np.sort(at.change[mine & ~np.isnan(at.change)])
    n, x = int(mine.sum()), np.unique(seen)
    below = np.searchsorted(seen, x, side="right")
    count = np.concatenate([[0], below]) if sign < 0 else np.concatenate([[len(seen)], len(seen) - below])
    lower, upper = proportion_intervals(count, np.full(len(count), n), level, CLOPPER_PEARSON)
    share = count / n if n else np.full(len(count), np.nan)
    return ThresholdCurve(arm, at.avisit, n, len(seen), x, share, lower, upper)


def _reached(
    at: VisitChanges,
    arm: str,
    mine: Bools,
    sign: int,
    limit: ChangeLimit | None,
    level: float,
) -> Reached:
    if limit is None:
        met, words = (
            sign * at.change >= 0,
            say("no higher than at baseline") if sign < 0 else say("no lower than at baseline"),
        )
    else:
        met, words = (
            meets(limit, at.change, at.base),
            say("{words} ({name})", words=limit_words(limit), name=say(limit.name)),
        )
    met = met & mine
    n, seen = int(mine.sum()), int((mine & ~np.isnan(at.change)).sum())
    count = int(met.sum())
    lower, upper = proportion_intervals(np.array([count]), np.array([n]), level, CLOPPER_PEARSON)
    return Reached(
        arm=arm,
        avisit=at.avisit,
        words=words,
        usubjids=tuple(at.usubjids[i] for i in np.flatnonzero(met)),
        n=n,
        n_seen=seen,
        share=count / n if n else float("nan"),
        lower=float(lower[0]),
        upper=float(upper[0]),
        share_seen=count / seen if seen else float("nan"),
    )
