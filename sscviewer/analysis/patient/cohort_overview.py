"""One line per patient: what the patient list shows, sorts and filters by."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.baselines import measured_days
from sscviewer.analysis.outcome import Outcome, outcomes
from sscviewer.analysis.parameter_values import day_means, last_changes, parameter_values
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
    spark = [np.empty(0)] * 2
    starts = np.zeros(len(study.usubjids) + 1, dtype=np.int64)
    if listed:
        line = day_means(parameter_values(study, listed[0]))
        spark = [line.day, line.aval]
        starts = np.searchsorted(line.patient, np.arange(len(starts)))
    changes = [last_changes(study, paramcd) for paramcd in listed]
    hidden = _not_shown(study, listed)
    lines = tuple(
        _line(
            study,
            end,
            tuple(values[starts[i] : starts[i + 1]] for values in spark),
            tuple(float(column[i]) for column in changes),
            int(hidden[i]),
        )
        for i, end in enumerate(outcomes(study))
    )
    return CohortOverview(
        primary=study.parameters[listed[0]] if listed else None,
        parameters=tuple(study.parameters[paramcd] for paramcd in listed),
        lines=lines,
        low=float(spark[1].min()) if spark[1].size else 0.0,
        high=float(spark[1].max()) if spark[1].size else 1.0,
    )


def _not_shown(study: Study, paramcds: list[str]) -> npt.NDArray[np.int64]:
    """Return how many records of each patient (p,) are no number or have no time."""
    of_these = np.isin(study.column("measurements", "PARAMCD").astype(str), paramcds)
    lost = np.isnan(study.column("measurements", "AVAL")) | np.isnan(measured_days(study))
    return np.bincount(study.positions("measurements")[of_these & lost], minlength=len(study.usubjids))


def _line(
    study: Study,
    end: Outcome,
    spark: tuple[npt.NDArray[np.float64], ...],
    changes: tuple[float, ...],
    n_not_shown: int,
) -> PatientLine:
    usubjid = end.usubjid
    events = study.rows("adverse_events", usubjid)
    grades = study.column("adverse_events", "AETOXGR")[events]
    grades = grades[~np.isnan(grades)]
    return PatientLine(
        usubjid=usubjid,
        sex=str(study.value(usubjid, "SEX")),
        age=float(study.value(usubjid, "AGE")),
        subset=str(study.value(usubjid, "SSCSUB")),
        arm=str(study.value(usubjid, "TRT01A")),
        site=str(study.value(usubjid, "SITEID")),
        outcome=end,
        spark_day=spark[0],
        spark_aval=spark[1],
        changes=changes,
        worst_grade=float(grades.max()) if grades.size else np.nan,
        n_events=events.stop - events.start,
        n_serious=int(np.sum(study.column("adverse_events", "AESER")[events] == "Y")),
        n_not_shown=n_not_shown,
    )
