"""Better, stable, worse, no value, died: every patient with a baseline is in one of them at each visit."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.distribution.changes import Bools, VisitChanges, changes_by_visit
from sscviewer.analysis.number_words import join_words
from sscviewer.analysis.plan.responses import EndpointSettings
from sscviewer.analysis.population import ALL, Population
from sscviewer.clinical.change import judge_change
from sscviewer.model.arrays import Floats
from sscviewer.model.endpoint_cards import ChangeLimit, card_of
from sscviewer.model.parameters import Parameter
from sscviewer.model.sentence import say
from sscviewer.model.study import Study

CATEGORIES = ("better", "stable", "worse", "no value", "died")
NO_LIMITS = (
    "The endpoint's card has no limits for better and worse; they can be set under Responders, Limits…"
)


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """Of one arm at one visit: the patients of every category; together all with a baseline.

    Attributes
    ----------
    members : category -> USUBJID, in the order of `CATEGORIES`
    """

    arm: str
    avisit: str
    months: float
    n: int
    members: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Categories:
    """The categories of one endpoint.

    Attributes
    ----------
    better, worse : the limits in words, "" where there is none
    why_not : why there are no rows
    """

    parameter: Parameter
    rows: tuple[CategoryRow, ...]
    better: str
    worse: str
    why_not: str = ""


def categories(study: Study, who: Population, paramcd: str, settings: EndpointSettings) -> Categories:
    """Return who was better, stable, worse, without a value or dead, by visit and arm.

    Better and worse are the first limit of each way on the endpoint's card, as the plan has it. Whoever died
    by the planned day of the visit without a value at it died; a death after it is not seen at this visit.
    """
    parameter = study.parameters[paramcd]
    limits = [settings.limit(limit) for limit in card_of(paramcd).limits]
    better = next((limit for limit in limits if limit.way == "better"), None)
    worse = next((limit for limit in limits if limit.way == "worse"), None)
    if better is None or worse is None:
        return Categories(parameter, (), "", "", NO_LIMITS)
    rows = []
    for at in changes_by_visit(study, who, paramcd):
        labels = _labels(at, better, worse)
        arm = np.array(at.arm, dtype=object)
        for name, _ in who.arms:
            mine = np.ones(len(labels), dtype=bool) if name == ALL else arm == name
            members = {
                kind: tuple(at.usubjids[i] for i in np.flatnonzero(mine & (labels == kind)))
                for kind in CATEGORIES
            }
            rows.append(CategoryRow(name, at.avisit, at.months, int(mine.sum()), members))
    return Categories(parameter, tuple(rows), limit_words(better), limit_words(worse))


def _labels(at: VisitChanges, better: ChangeLimit, worse: ChangeLimit) -> npt.NDArray[np.object_]:
    labels = np.full(len(at.usubjids), "stable", dtype=object)
    labels[meets(better, at.change, at.base)] = "better"
    labels[meets(worse, at.change, at.base)] = "worse"
    labels[np.isnan(at.change)] = "no value"
    labels[at.dead] = "died"
    return labels


def meets(limit: ChangeLimit, change: Floats, base: Floats) -> Bools:
    """Return whether changes reach a limit, in points and in % of the baseline where it asks for both."""
    verdicts = judge_change(base, base + change, limit.sign, limit.points, limit.percent, limit.is_exceeded)
    return np.asarray(verdicts == 1.0, dtype=np.bool_)


def limit_words(limit: ChangeLimit) -> str:
    """Return "better by 3 or more"."""
    sizes = [] if limit.points is None else [say("{points:g}", points=limit.points)]
    sizes += [] if limit.percent is None else [say("{share:g} % of the baseline", share=limit.percent)]
    size = join_words(sizes)
    if limit.is_exceeded:
        return say("{way} by more than {size}", way=say(limit.way), size=size)
    return say("{way} by {size} or more", way=say(limit.way), size=size)
