"""When a patient was due and when they came."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.model.rules import planned_day
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class VisitSchedule:
    """Planned and actual visits of one patient.

    Attributes
    ----------
    planned : (k,) study days on which the trial's visits fall
    actual : (m,) study days on which this patient came, in time order
    names : (m,) the visit's name
    srcref : (m,) cell of each
    undated : visits without a date, as (name, "Sheet!A1")
    """

    planned: npt.NDArray[np.float64]
    actual: npt.NDArray[np.float64]
    names: tuple[str, ...]
    srcref: tuple[str, ...]
    undated: tuple[tuple[str, str], ...]


def planned_days(study: Study) -> npt.NDArray[np.float64]:
    """Return the study days of the trial's planned visits, from the names of the visits that took place.

    A name says when it was planned ("Month 3", "Week 6"); names without a time (unscheduled) have no plan.
    The visits sheet decides; without one, the visits at which anything was measured.
    """
    table = "visits" if len(study.column("visits", "AVISITN")) else "measurements"
    months = np.unique(study.column(table, "AVISITN"))
    days = planned_day(months[~np.isnan(months)])
    return days if study.visit_order else np.unique(np.round(days))


def visit_schedule(study: Study, usubjid: str, planned: npt.NDArray[np.float64]) -> VisitSchedule:
    """Return the visits of one patient; without a visits sheet, the days on which anything was measured.

    Where the file gives no time, those of the visits at their places.
    """
    table = "visits" if len(study.column("visits", "ADY")) else "measurements"
    rows = study.rows(table, usubjid)
    days = study.column(table, "ADY")[rows]
    if study.visit_order:
        days = planned_day(study.column(table, "AVISITN")[rows])
    names = study.column(table, "AVISIT")[rows]
    cells = study.column(table, "SRCREF")[rows]
    dated = np.flatnonzero(~np.isnan(days))
    actual, first = np.unique(days[dated], return_index=True)
    undated = np.flatnonzero(np.isnan(days)) if table == "visits" else np.empty(0, dtype=np.int64)
    return VisitSchedule(
        planned=planned,
        actual=actual,
        names=tuple(str(names[dated[i]]) for i in first),
        srcref=tuple(str(cells[dated[i]]) for i in first),
        undated=tuple((str(names[i]), str(cells[i])) for i in undated),
    )
