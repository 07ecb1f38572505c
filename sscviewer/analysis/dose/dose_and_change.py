"""Each patient's average dose beside what became of them: change of the endpoints, worst grade."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.events.event_columns import Scale
from sscviewer.analysis.parameter_values import last_changes
from sscviewer.analysis.patient.dose_course import DoseCourse
from sscviewer.model.arrays import Floats
from sscviewer.model.study import Study

LEAST_PATIENTS = 4
"""Fisher's z has no variance for fewer."""
WORST = "worst "
"""What the correlation with the worst event is called, with the scale of the file: "worst severity"."""


@dataclass(frozen=True, slots=True)
class DosePoint:
    """One patient: average daily dose, change at the last visit of each parameter, worst grade.

    `on_single_days`: the average is of the days the drug was given (`DoseCourse.on_single_days`).
    `worst_grade` is 0 without an event, NaN where the file has no events or no grade of this patient's.
    """

    usubjid: str
    average_daily_dose: float
    changes: tuple[float, ...]
    worst_grade: float
    on_single_days: bool


@dataclass(frozen=True, slots=True)
class Association:
    """Spearman's rank correlation of the average daily dose with something.

    Attributes
    ----------
    rho, lower, upper
        NaN for fewer than `LEAST_PATIENTS`, or where one of the two does not vary.
    """

    what: str
    n: int
    rho: float
    lower: float
    upper: float
    level: float
    method: str = "Spearman's rank correlation, interval by Fisher's z (Bonett-Wright)"


def dose_points(
    study: Study, courses: Mapping[str, DoseCourse], worst: Mapping[str, float], parameters: Sequence[str]
) -> tuple[DosePoint, ...]:
    """Return one point per patient with a dose above 0.

    Parameters
    ----------
    courses
        As `dosed_courses` gives them.
    worst
        Worst grade by USUBJID, as in `DosePoint`.
    parameters
        PARAMCDs of the study; a patient without a value after baseline has NaN.
    """
    columns = [last_changes(study, code) for code in parameters]
    at = {usubjid: i for i, usubjid in enumerate(study.usubjids)}
    return tuple(
        DosePoint(
            usubjid=usubjid,
            average_daily_dose=course.average_daily_dose,
            changes=tuple(float(column[at[usubjid]]) for column in columns),
            worst_grade=worst[usubjid],
            on_single_days=course.on_single_days,
        )
        for usubjid, course in courses.items()
        if course.cumulative > 0
    )


def associations(
    points: Sequence[DosePoint], parameters: Sequence[str], scale: Scale, level: float
) -> tuple[Association, ...]:
    """Return how the dose goes with each parameter's change and with the worst grade or severity."""
    dose = np.array([point.average_daily_dose for point in points], dtype=np.float64)
    changes = np.array([point.changes for point in points], dtype=np.float64).reshape(len(points), -1)
    grade = np.array([point.worst_grade for point in points], dtype=np.float64)
    columns = [*zip(parameters, changes.T, strict=False), (f"{WORST}{scale or 'grade'}", grade)]
    return tuple(spearman(name, dose, column, level) for name, column in columns)


def spearman(what: str, x: Floats, y: Floats, level: float) -> Association:
    """Return Spearman's correlation of the pairs without missing values.

    **Source**: interval: Bonett & Wright, Psychometrika 2000;65:23, variance (1 + rho² / 2) / (n - 3).
    """
    from scipy.special import ndtri  # heavy: only when asked for
    from scipy.stats import rankdata

    known = ~np.isnan(x) & ~np.isnan(y)
    n = int(known.sum())
    varies = n >= LEAST_PATIENTS and np.ptp(x[known]) > 0 and np.ptp(y[known]) > 0
    if not varies:
        return Association(what, n, np.nan, np.nan, np.nan, level)
    rho = float(np.corrcoef(rankdata(x[known]), rankdata(y[known]))[0, 1])
    if abs(rho) >= 1.0:
        return Association(what, n, rho, np.nan, np.nan, level)
    half = float(ndtri(0.5 + level / 2.0)) * np.sqrt((1.0 + rho**2 / 2.0) / (n - 3))
    lower, upper = np.tanh(np.arctanh(rho) - half), np.tanh(np.arctanh(rho) + half)
    return Association(what, n, rho, float(lower), float(upper), level)
