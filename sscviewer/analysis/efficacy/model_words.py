"""A fitted model in one sentence: what was fitted, to whom, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscviewer.analysis.efficacy.efficacy_settings import EfficacySettings
from sscviewer.analysis.number_words import join_words
from sscviewer.analysis.plan.models import COVARIANCE_WORDS, DF_WORDS
from sscviewer.model.counted import counted
from sscviewer.model.sentence import say

if TYPE_CHECKING:
    from sscviewer.analysis.efficacy.course import MmrmCourse, SlopeCourse


def _who(n_subjects: int, n_obs: int, covariates: tuple[str, ...]) -> str:
    adjusted = say(", adjusted for {words}", words=join_words(covariates)) if covariates else ""
    patients, values = counted(n_subjects, "patient"), counted(n_obs, "value")
    return say("{patients}, {values}{adjusted}", patients=patients, values=values, adjusted=adjusted)


def change_model_words(result: MmrmCourse, settings: EfficacySettings) -> str:
    """Return the model by visit in words, or why there is none."""
    if not result.covariance:
        return say("No model of the change by visit could be fitted.")
    of_change = result.response == "CHG"
    return say(
        "Mixed model for repeated measures of the {what}, a mean for each visit, {covariance} covariance, "
        "REML, {df} degrees of freedom: {who}; {end}.",
        what=say("change from baseline") if of_change else say("value with its baseline as first visit"),
        covariance=say(COVARIANCE_WORDS[result.covariance]),
        df=say(DF_WORDS[result.df_method]),
        who=_who(result.n_subjects, result.n_obs, result.covariates),
        end=say("converged") if result.converged else say("did not converge"),
    )


def slope_model_words(result: SlopeCourse, settings: EfficacySettings) -> str:
    """Return the slope's model in words, or why there is none."""
    if result.slope is None:
        return say("No slope could be fitted.")
    planned = settings.slope_time == "AVISITN"
    return say(
        "Random intercept and slope per patient, time in {time}, REML, {df} degrees of freedom: {who}; "
        "{end}.",
        time=say("months as planned") if planned else say("actual days since day 1"),
        df=say(DF_WORDS[result.df_method]),
        who=_who(result.n_subjects, result.n_obs, result.covariates),
        end=say("converged") if result.converged else say("did not converge"),
    )
