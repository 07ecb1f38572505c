"""The course of one endpoint: change from baseline by visit (MMRM) and slope per month (random slopes).

What cannot be fitted is left empty and said in `warnings`; small trials must not end in an exception.
"""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from sscviewer.analysis.efficacy.change_model import ANY_ARM, ChangeModel, change_model
from sscviewer.analysis.efficacy.efficacy_settings import EfficacySettings
from sscviewer.analysis.efficacy.headline import VisitChange, headline_visit
from sscviewer.analysis.efficacy.model_rows import ARM, arm_names, without_arm
from sscviewer.analysis.efficacy.slope_model import SlopeModel, slope_model
from sscviewer.analysis.estimate import Estimate
from sscviewer.analysis.population import reference_arm


@dataclass(frozen=True, slots=True)
class MmrmCourse:
    """Change from baseline by visit, one covariance of the visits, REML.

    Attributes
    ----------
    paramcd : str
    response : str
        CHG, or AVAL with the baseline as first visit.
    covariance : str
        Model that was used; empty if none could be fitted.
    df_method : str
    n_subjects, n_obs : int
        Patients who take part, and their values.
    converged : bool
    covariates : tuple of str
        What is adjusted for, in words.
    warnings : tuple of str
    visits : tuple of VisitChange
    """

    paramcd: str
    response: str
    covariance: str
    df_method: str
    n_subjects: int
    n_obs: int
    converged: bool
    covariates: tuple[str, ...]
    warnings: tuple[str, ...]
    visits: tuple[VisitChange, ...]


@dataclass(frozen=True, slots=True)
class SlopeCourse:
    """Slope per month: AVAL ~ month with random intercepts and slopes, REML.

    Attributes
    ----------
    paramcd : str
    df_method : str
    patients : tuple of str
        Who takes part.
    n_obs : int
    converged : bool
    singular : bool
        The random effects are on the boundary of what is possible.
    covariates : tuple of str
        What is adjusted for, in words.
    warnings : tuple of str
    intercept, slope : Estimate or None
        Value at month 0 and change per month.
    has_time : bool
        Whether any value has a time: else there is no slope to speak of.
    """

    paramcd: str
    df_method: str
    patients: tuple[str, ...]
    n_obs: int
    converged: bool
    singular: bool
    covariates: tuple[str, ...]
    warnings: tuple[str, ...]
    intercept: Estimate | None
    slope: Estimate | None
    has_time: bool

    @property
    def n_subjects(self) -> int:
        """How many patients take part."""
        return len(self.patients)


@dataclass(frozen=True, slots=True)
class ArmCourse:
    """One arm's changes and slope, or how they differ from those of the reference arm.

    Attributes
    ----------
    arm : str
    reference : str
        "" for the arm's own; else what is given is arm minus reference.
    patients : tuple of str
        Those of the arm in the model by visit.
    visits : tuple of VisitChange
        n is that of the arm.
    slope : Estimate or None
        Per month.
    slope_patients : tuple of str
        Those of the arm in the model of slopes: with a value, a change from baseline or not.
    """

    arm: str
    reference: str
    patients: tuple[str, ...]
    visits: tuple[VisitChange, ...]
    slope: Estimate | None
    slope_patients: tuple[str, ...]

    @property
    def n_subjects(self) -> int:
        """How many patients of the arm are in the model by visit."""
        return len(self.patients)


@dataclass(frozen=True, slots=True)
class CourseByArm:
    """One model of all arms: arm x visit, and a line for each arm.

    Attributes
    ----------
    reference : str
    arms : tuple of ArmCourse
        Least-squares means of each arm.
    differences : tuple of ArmCourse
        Of each other arm from the reference.
    covariance : str
        Its model; empty if none could be fitted.
    own_covariance : bool
        Each arm has its own, else one is common to the arms.
    singular : bool
        The random effects of its slopes are on the boundary of what is possible.
    warnings : tuple of str
    """

    reference: str
    arms: tuple[ArmCourse, ...]
    differences: tuple[ArmCourse, ...]
    covariance: str
    own_covariance: bool
    singular: bool
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """Both models of one endpoint: of all patients together, and by arm where there are two or more.

    Attributes
    ----------
    headline : str
        The visit that stands for the endpoint (`headline_visit`); "" without a visit.
    planned_months : float
        Visits later than this are after the planned treatment.
    """

    paramcd: str
    mmrm: MmrmCourse
    random_slope: SlopeCourse
    by_arm: CourseByArm | None
    headline: str
    planned_months: float = math.inf

    @property
    def horizon(self) -> float:
        """Months of the headline, over which a slope is told; NaN without one."""
        return next((one.avisitn for one in self.mmrm.visits if one.avisit == self.headline), math.nan)

    @property
    def after_headline(self) -> tuple[VisitChange, ...]:
        """The visits of the planned treatment after the headline, of all patients: too few values."""
        names = [one.avisit for one in self.mmrm.visits]
        later = self.mmrm.visits[names.index(self.headline) + 1 :] if self.headline in names else ()
        return tuple(one for one in later if one.avisitn <= self.planned_months)


def course(frame: pd.DataFrame, settings: EfficacySettings) -> Course:
    """Model the course of one endpoint.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `model_rows.model_frame`: one row per patient and visit of ONE parameter: USUBJID, AVISIT,
        AVISITN (months, 0 = baseline), ADY, AVAL, CHG, and TRT01A and covariates where they are wanted.
    settings : EfficacySettings

    Returns
    -------
    Course
        Estimates, or warnings that say why there are none.
    """
    change, slope = change_model(frame, settings), slope_model(frame, settings)
    return Course(
        paramcd=settings.paramcd,
        mmrm=_mmrm_course(change, settings),
        random_slope=_slope_course(slope, settings),
        by_arm=_by_arm(frame, settings) if settings.by_arm and len(arm_names(frame)) > 1 else None,
        headline=headline_visit(change, frame, settings),
        planned_months=settings.planned_months,
    )


def _mmrm_course(model: ChangeModel, settings: EfficacySettings) -> MmrmCourse:
    fit = model.fit
    return MmrmCourse(
        paramcd=settings.paramcd,
        response=settings.response,
        covariance="" if fit is None else fit.structure,
        df_method=settings.df_method if fit is None else fit.df_method,
        n_subjects=int(model.rows["USUBJID"].nunique()) if fit is None else fit.n_subjects,
        n_obs=len(model.rows) if fit is None else fit.n_obs,
        converged=fit is not None and fit.converged,
        covariates=model.covariates.words,
        warnings=model.notes,
        visits=visit_changes(model, ANY_ARM),
    )


def visit_changes(model: ChangeModel, arm: str, reference: str | None = None) -> tuple[VisitChange, ...]:
    """Return an arm's changes by visit (`ANY_ARM`: everybody's), or how they differ from another arm's."""
    rows = model.rows if model.fit is None else model.fit.design.frame
    mine = np.ones(len(rows), dtype=np.bool_)
    if arm and model.fit is not None and len(model.cells) > 1:
        own = [f"c{i:04d}" for i, cell in enumerate(model.cells) if cell[0] == arm]
        mine = rows["CELL"].isin(own).to_numpy()
    patients, visit = rows["USUBJID"].to_numpy(), rows["AVISIT"].to_numpy()
    months, at = model.rows["AVISITN"].to_numpy(), model.rows["AVISIT"].to_numpy()
    changes = ((name, model.change(name, arm, reference)) for name in model.visits)
    return tuple(
        VisitChange(name, float(months[at == name].min()), tuple(patients[mine & (visit == name)]), change)
        for name, change in changes
        if change is not None
    )


def _slope_course(model: SlopeModel, settings: EfficacySettings) -> SlopeCourse:
    fit = model.fit
    return SlopeCourse(
        paramcd=settings.paramcd,
        df_method=settings.slope_df_method if fit is None else fit.df_method,
        patients=tuple(model.rows["USUBJID"].unique() if fit is None else fit.subjects),
        n_obs=len(model.rows) if fit is None else fit.n_obs,
        converged=fit is not None and fit.converged,
        singular=fit is not None and fit.singular,
        covariates=model.covariates.words,
        warnings=model.notes,
        intercept=model.value(0.0),
        slope=model.slope(),
        has_time=model.has_time,
    )


def _arm_of_each(rows: pd.DataFrame) -> dict[str, str]:
    return dict(zip(rows["USUBJID"].to_numpy(), rows[ARM].to_numpy(), strict=True))


def _by_arm(frame: pd.DataFrame, settings: EfficacySettings) -> CourseByArm:
    change = change_model(frame, settings, by_arm=True)
    slope = slope_model(frame, settings, by_arm=True)
    arms = arm_names(frame)
    reference = reference_arm(arms, settings.reference)
    by_visit, by_slope = _arm_of_each(change.rows), _arm_of_each(slope.rows)

    def of(arm: str, against: str = "") -> ArmCourse:
        return ArmCourse(
            arm,
            against,
            tuple(patient for patient, own in by_visit.items() if own == arm),
            visit_changes(change, arm, against or None),
            slope.slope(arm, against or None) if arm in slope.arms else None,
            tuple(patient for patient, own in by_slope.items() if own == arm),
        )

    return CourseByArm(
        reference=reference,
        arms=tuple(of(arm) for arm in arms),
        differences=tuple(of(arm, reference) for arm in arms if arm != reference),
        covariance="" if change.fit is None else change.fit.structure,
        own_covariance=change.fit is not None and bool(change.fit.groups),
        singular=slope.fit is not None and slope.fit.singular,
        warnings=tuple(dict.fromkeys((*without_arm(frame), *change.notes, *slope.notes))),
    )
