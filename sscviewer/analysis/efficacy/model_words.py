"""A fitted model in one sentence: what was fitted, to whom, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscviewer.analysis.efficacy.efficacy_settings import EfficacySettings
from sscviewer.analysis.number_words import join_words
from sscviewer.analysis.plan.models import COVARIANCE_WORDS, DF_WORDS
from sscviewer.model.counted import counted

if TYPE_CHECKING:
    from sscviewer.analysis.efficacy.course import MmrmCourse, SlopeCourse


def _who(n_subjects: int, n_obs: int, covariates: tuple[str, ...]) -> str:
    adjusted = f", adjusted for {join_words(covariates)}" if covariates else ""
    return f"{counted(n_subjects, 'patient')}, {counted(n_obs, 'value')}{adjusted}"


def change_model_words(result: MmrmCourse, settings: EfficacySettings) -> str:
    """Return the model by visit in words, or why there is none."""
    if not result.covariance:
        return "No model of the change by visit could be fitted."
    what = "change from baseline" if result.response == "CHG" else "value with its baseline as first visit"
    words = (
        f"Mixed model for repeated measures of the {what}, a mean for each visit, "
        f"{COVARIANCE_WORDS[result.covariance]} covariance, REML, {DF_WORDS[result.df_method]} "
        f"degrees of freedom: {_who(result.n_subjects, result.n_obs, result.covariates)}"
    )
    return f"{words}; {'converged' if result.converged else 'did not converge'}."


def slope_model_words(result: SlopeCourse, settings: EfficacySettings) -> str:
    """Return the slope's model in words, or why there is none."""
    if result.slope is None:
        return "No slope could be fitted."
    time = "months as planned" if settings.slope_time == "AVISITN" else "actual days since day 1"
    words = (
        f"Random intercept and slope per patient, time in {time}, REML, {DF_WORDS[result.df_method]} "
        f"degrees of freedom: {_who(result.n_subjects, result.n_obs, result.covariates)}"
    )
    return f"{words}; {'converged' if result.converged else 'did not converge'}."
