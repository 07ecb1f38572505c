"""The course of one endpoint: change from baseline by visit (MMRM) and slope per month (random slopes).

What cannot be fitted is left empty and said in `warnings`; small trials must not end in an exception.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from sscviewer.analysis.estimate import Estimate
from sscviewer.analysis.mmrm import MmrmFit, fit_mmrm
from sscviewer.analysis.random_slope import fit_random_slope
from sscviewer.analysis.reml.errors import FitError
from sscviewer.model.dates import DAYS_PER_MONTH

MMRM_DF = "kenward-roger"
# Lme4 and pbkrtest, the usual tools for random slopes, use the expected information.
SLOPE_DF = "kenward-roger-expected"


@dataclass(frozen=True, slots=True)
class VisitChange:
    """Mean change from baseline at a visit.

    Attributes
    ----------
    avisit : str
    avisitn : float
        Months; NaN if the file has none.
    n : int
        Subjects with a value at the visit.
    change : Estimate
    """

    avisit: str
    avisitn: float
    n: int
    change: Estimate


@dataclass(frozen=True, slots=True)
class MmrmCourse:
    """Change from baseline by visit: CHG ~ 0 + AVISIT, one covariance of the visits, REML.

    Attributes
    ----------
    paramcd : str
    covariance : str
        Model that was used; empty if none could be fitted.
    df_method : str
    n_subjects, n_obs : int
        Subjects with a post-baseline value, and their values.
    converged : bool
    warnings : tuple of str
    visits : tuple of VisitChange
    """

    paramcd: str
    covariance: str
    df_method: str
    n_subjects: int
    n_obs: int
    converged: bool
    warnings: tuple[str, ...]
    visits: tuple[VisitChange, ...]


@dataclass(frozen=True, slots=True)
class SlopeCourse:
    """Slope per month: AVAL ~ month with random intercepts and slopes, REML.

    Attributes
    ----------
    paramcd : str
    df_method : str
    n_subjects, n_obs : int
    converged : bool
    singular : bool
        The random effects are on the boundary of what is possible.
    warnings : tuple of str
    intercept, slope : Estimate or None
        Value at month 0 and change per month.
    """

    paramcd: str
    df_method: str
    n_subjects: int
    n_obs: int
    converged: bool
    singular: bool
    warnings: tuple[str, ...]
    intercept: Estimate | None
    slope: Estimate | None


@dataclass(frozen=True, slots=True)
class Course:
    """Both models of one endpoint."""

    paramcd: str
    mmrm: MmrmCourse
    random_slope: SlopeCourse


def course(data: pd.DataFrame, paramcd: str, *, level: float = 0.95, time: str = "AVISITN") -> Course:
    """Model the course of one endpoint.

    Parameters
    ----------
    data : pandas.DataFrame
        Long, one row per subject and visit of ONE parameter: USUBJID, AVISIT, AVISITN (months, 0 = baseline),
        AVAL, CHG, and ADY where `time` is ADY.
    paramcd : str
        For the result only.
    level : float
        Level of the intervals.
    time : str
        AVISITN (nominal months) or ADY (actual days, as months since day 1).

    Returns
    -------
    Course
        Estimates, or warnings that say why there are none.
    """
    return Course(paramcd, _mmrm_course(data, paramcd, level), _slope_course(data, paramcd, level, time))


def _post_baseline(data: pd.DataFrame) -> pd.DataFrame:
    """Return rows after baseline with a change, visits in order of AVISITN."""
    later = data[(data["AVISITN"] > 0) & data["CHG"].notna()]
    order = later.groupby("AVISIT", observed=True)["AVISITN"].min().sort_values(kind="stable")
    return later.assign(AVISIT=pd.Categorical(later["AVISIT"].astype(str), [str(v) for v in order.index]))


def _mmrm_course(data: pd.DataFrame, paramcd: str, level: float) -> MmrmCourse:
    later = _post_baseline(data)
    n_subjects, n_obs = int(later["USUBJID"].nunique()), len(later)
    only_baseline = int(data.loc[data["AVAL"].notna(), "USUBJID"].nunique()) - n_subjects
    notes = []
    if only_baseline > 0:
        verb = "subject has" if only_baseline == 1 else "subjects have"
        notes.append(f"{only_baseline} {verb} no change from baseline and cannot take part.")
    visits = list(later["AVISIT"].cat.categories)
    formula = "CHG ~ 0 + AVISIT" if len(visits) > 1 else "CHG ~ 1"
    try:
        fit = fit_mmrm(later, formula, subject="USUBJID", visit="AVISIT", df=MMRM_DF, level=level)
    except FitError as error:
        return MmrmCourse(paramcd, "", MMRM_DF, n_subjects, n_obs, False, (*notes, str(error)), ())
    counts = later["AVISIT"].value_counts()
    months = later.groupby("AVISIT", observed=True)["AVISITN"].min()
    changes = _visit_changes(fit, visits, counts, months)
    return MmrmCourse(
        paramcd=paramcd,
        covariance=fit.structure,
        df_method=fit.df_method,
        n_subjects=fit.n_subjects,
        n_obs=fit.n_obs,
        converged=fit.converged,
        warnings=(*notes, *fit.warnings),
        visits=changes,
    )


def _visit_changes(
    fit: MmrmFit, visits: Sequence[str], counts: "pd.Series[int]", months: "pd.Series[float]"
) -> tuple[VisitChange, ...]:
    rows = np.eye(len(fit.terms))
    return tuple(
        VisitChange(visit, float(months[visit]), int(counts[visit]), fit.estimate_of(rows[i]))
        for i, visit in enumerate(visits)
    )


def _months(data: pd.DataFrame, time: str) -> "pd.Series[float]":
    """Return the time in months: nominal, or since the day of first dose (ADY has no day 0)."""
    if time == "AVISITN":
        return data["AVISITN"].astype(float)
    day = data["ADY"].astype(float)
    return (day - (day > 0)) / DAYS_PER_MONTH


def _slope_course(data: pd.DataFrame, paramcd: str, level: float, time: str) -> SlopeCourse:
    rows = data.assign(MONTH=_months(data, time))
    rows = rows[rows["AVAL"].notna() & rows["MONTH"].notna()]
    n_subjects, n_obs = int(rows["USUBJID"].nunique()), len(rows)
    try:
        fit = fit_random_slope(
            rows, "AVAL ~ MONTH", subject="USUBJID", time="MONTH", df=SLOPE_DF, level=level
        )
    except FitError as error:
        return SlopeCourse(paramcd, SLOPE_DF, n_subjects, n_obs, False, False, (str(error),), None, None)
    return SlopeCourse(
        paramcd=paramcd,
        df_method=fit.df_method,
        n_subjects=fit.n_subjects,
        n_obs=fit.n_obs,
        converged=fit.converged,
        singular=fit.singular,
        warnings=fit.warnings,
        intercept=fit.contrast({"(Intercept)": 1.0}),
        slope=fit.contrast({"MONTH": 1.0}),
    )


def course_entries(result: Course) -> list[dict[str, Any]]:
    """Return the two `course` entries of `analyse --json`; numbers that do not exist are None."""
    by_visit = result.mmrm
    slope = result.random_slope
    shared = ("estimate", "se", "df", "lower", "upper", "p_value")

    def numbers(estimate: Estimate | None) -> dict[str, float | None]:
        values = {name: None if estimate is None else float(getattr(estimate, name)) for name in shared}
        return {k: v if v is not None and np.isfinite(v) else None for k, v in values.items()}

    return [
        {
            "PARAMCD": by_visit.paramcd,
            "model": "mmrm",
            "covariance": by_visit.covariance or None,
            "response": "CHG",
            "method": "REML",
            "df_method": by_visit.df_method,
            "n_subjects": by_visit.n_subjects,
            "n_obs": by_visit.n_obs,
            "converged": by_visit.converged,
            "warnings": list(by_visit.warnings),
            "visits": [
                {
                    "AVISIT": visit.avisit,
                    "AVISITN": visit.avisitn if np.isfinite(visit.avisitn) else None,
                    "n": visit.n,
                    **numbers(visit.change),
                }
                for visit in by_visit.visits
            ],
        },
        {
            "PARAMCD": slope.paramcd,
            "model": "random_slope",
            "per": "month",
            "response": "AVAL",
            "method": "REML",
            "df_method": slope.df_method,
            "n_subjects": slope.n_subjects,
            "n_obs": slope.n_obs,
            "converged": slope.converged,
            "warnings": list(slope.warnings),
            "intercept": numbers(slope.intercept),
            "slope": numbers(slope.slope),
        },
    ]
