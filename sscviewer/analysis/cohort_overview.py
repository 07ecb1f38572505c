"""One line per patient: what the patient list shows, sorts and filters by."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.outcome import Outcome, outcome
from sscviewer.analysis.trajectory import trajectory
from sscviewer.model.parameters import Parameter
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class PatientLine:
    """One patient of the list.

    Attributes
    ----------
    spark_day, spark_aval
        The primary endpoint's course.
    changes
        Last change from baseline of each parameter of the overview, NaN without one.
    worst_grade
        Highest CTCAE grade, NaN when no event has one.
    """

    usubjid: str
    sex: str
    age: float
    subset: str
    arm: str
    site: str
    outcome: Outcome
    spark_day: npt.NDArray[np.float64]
    spark_aval: npt.NDArray[np.float64]
    changes: tuple[float, ...]
    worst_grade: float
    n_events: int
    n_serious: int
    n_not_shown: int


@dataclass(frozen=True, slots=True)
class CohortOverview:
    """The patient list of a trial.

    Attributes
    ----------
    primary
        The parameter of the sparkline; None when nothing is measured.
    parameters
        The parameters whose last change is listed (at most two).
    low, high
        The primary endpoint's range over all patients.
    """

    primary: Parameter | None
    parameters: tuple[Parameter, ...]
    lines: tuple[PatientLine, ...]
    low: float
    high: float


def cohort_overview(study: Study, paramcds: tuple[str, ...]) -> CohortOverview:
    """Return the patient list, patients in natural order.

    Parameters
    ----------
    paramcds
        The patient page's parameters: the first is the primary endpoint; its change is listed, and the skin
        score's or else the second one's.
    """
    listed = list(paramcds[:1])
    listed += ["MRSS"] if "MRSS" in paramcds[1:] else list(paramcds[1:2])
    lines = tuple(_line(study, usubjid, tuple(listed)) for usubjid in study.usubjids)
    values = np.concatenate([line.spark_aval for line in lines]) if lines else np.empty(0)
    return CohortOverview(
        primary=study.parameters[listed[0]] if listed else None,
        parameters=tuple(study.parameters[paramcd] for paramcd in listed),
        lines=lines,
        low=float(values.min()) if values.size else 0.0,
        high=float(values.max()) if values.size else 1.0,
    )


def _line(study: Study, usubjid: str, paramcds: tuple[str, ...]) -> PatientLine:
    courses = [trajectory(study, usubjid, paramcd) for paramcd in paramcds]
    events = study.rows("adverse_events", usubjid)
    grades = study.column("adverse_events", "AETOXGR")[events]
    grades = grades[~np.isnan(grades)]
    empty = np.empty(0)
    return PatientLine(
        usubjid=usubjid,
        sex=str(study.value(usubjid, "SEX")),
        age=float(study.value(usubjid, "AGE")),
        subset=str(study.value(usubjid, "SSCSUB")),
        arm=str(study.value(usubjid, "TRT01A")),
        site=str(study.value(usubjid, "SITEID")),
        outcome=outcome(study, usubjid),
        spark_day=courses[0].line_day if courses else empty,
        spark_aval=courses[0].line_aval if courses else empty,
        changes=tuple(course.last_change for course in courses),
        worst_grade=float(grades.max()) if grades.size else np.nan,
        n_events=events.stop - events.start,
        n_serious=int(np.sum(study.column("adverse_events", "AESER")[events] == "Y")),
        n_not_shown=sum(len(course.not_drawn) for course in courses),
    )
