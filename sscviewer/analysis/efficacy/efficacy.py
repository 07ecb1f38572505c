"""One endpoint's results for the patients in view: what the Efficacy page shows and `analyse` prints."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sscviewer.analysis.efficacy.efficacy_settings import EfficacySettings
from sscviewer.analysis.estimate import Estimate
from sscviewer.analysis.historical import Historical
from sscviewer.analysis.modelled import endpoint_frame, modelled_parameters
from sscviewer.analysis.plan.models import COVARIATES
from sscviewer.analysis.population import Population
from sscviewer.analysis.shown_parameters import repeated_parameters
from sscviewer.model.parameters import Parameter
from sscviewer.model.study import Study

if TYPE_CHECKING:
    from sscviewer.analysis.efficacy.course import Course

MONTHS_PER_YEAR = 12.0


@dataclass(frozen=True, slots=True)
class Efficacy:
    """The results of one endpoint.

    Attributes
    ----------
    settings : EfficacySettings
    parameter : Parameter
    n_treated : int
        Patients of the population, whether or not they have a value.
    course : Course
        Estimates by visit (`mmrm`), per month (`random_slope`) and by arm.
    per_year : Estimate or None
        Twelve times the slope.
    change_model, slope_model : str
        The models in words: what was fitted to how many patients and values, and how.
    notes : tuple of str
        What must be known about the fits: patients left out, another covariance used, a boundary.
    control : tuple of Historical
        In a trial of one arm with a historical control: its change at each visit of `course.mmrm`.
    """

    settings: EfficacySettings
    parameter: Parameter
    n_treated: int
    course: Course
    per_year: Estimate | None
    change_model: str
    slope_model: str
    notes: tuple[str, ...]
    control: tuple[Historical, ...] = ()


@dataclass(frozen=True, slots=True)
class EfficacyChoices:
    """What a page can offer for one endpoint: every value of a setting that makes sense in these data."""

    visits: tuple[str, ...]
    covariates: tuple[str, ...]
    arms: tuple[str, ...]


def efficacy(study: Study, who: Population, settings: EfficacySettings) -> Efficacy:
    """Return the modelled results of one endpoint.

    Raises
    ------
    KeyError
        If the trial has no such parameter.
    """
    from sscviewer.analysis.efficacy.course import (
        course,  # the engine and what it needs load only when asked for
    )
    from sscviewer.analysis.efficacy.model_rows import model_frame
    from sscviewer.analysis.efficacy.model_words import change_model_words, slope_model_words

    parameter = study.parameters[settings.paramcd]
    result = course(model_frame(study, who, settings), settings)
    slope = result.random_slope.slope
    by_arm = result.by_arm.warnings if result.by_arm else ()
    notes = dict.fromkeys((*result.mmrm.warnings, *result.random_slope.warnings, *by_arm))
    return Efficacy(
        settings=settings,
        parameter=parameter,
        n_treated=who.n_treated,
        course=result,
        per_year=None if slope is None else times(slope, MONTHS_PER_YEAR),
        change_model=change_model_words(result.mmrm, settings),
        slope_model=slope_model_words(result.random_slope, settings),
        notes=tuple(notes),
    )


def efficacy_choices(study: Study, who: Population, paramcd: str) -> EfficacyChoices:
    """Return what can be chosen for one endpoint: visits after baseline, covariates that vary, arms."""
    frame = endpoint_frame(study, who, paramcd)
    later = frame[frame["AVISITN"] > 0].drop_duplicates("AVISIT").sort_values("AVISITN")
    names = []
    for name in COVARIATES:
        values = frame["BASE"].dropna() if name == "BASE" else study.subjects.loc[who.treated, name]
        known = values[values.notna() & (values != "")]
        if known.nunique() > 1 and (name in NUMERIC_COVARIATES or known.nunique() <= MOST_LEVELS):
            names.append(name)
    arms = tuple(name for name, _ in who.arms[1:])
    return EfficacyChoices(tuple(str(visit) for visit in later["AVISIT"]), tuple(names), arms)


NUMERIC_COVARIATES = ("BASE", "AGE", "DISDUR")
MOST_LEVELS = 6
"""A category with more levels than this costs more patients than a small trial has to give."""


def endpoints(study: Study) -> tuple[str, ...]:
    """Return the PARAMCDs that an Efficacy page offers: the modelled ones, then all measured repeatedly."""
    modelled = modelled_parameters(study)
    return (*modelled, *(code for code in repeated_parameters(study) if code not in modelled))


def times(value: Estimate, factor: float) -> Estimate:
    """Return an estimate in another unit: estimate, standard error and interval times `factor` (> 0)."""
    return replace(
        value,
        estimate=factor * value.estimate,
        se=factor * value.se,
        lower=factor * value.lower,
        upper=factor * value.upper,
    )
