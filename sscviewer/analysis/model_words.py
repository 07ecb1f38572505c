"""A fitted model in one sentence: what was fitted, to whom, and how."""

from sscviewer.analysis.course import MmrmCourse, SlopeCourse
from sscviewer.analysis.efficacy_settings import COVARIANCE_WORDS, DF_WORDS, EfficacySettings


def count(n: int, one: str, many: str = "") -> str:
    """Return "1 patient" or "20 patients"."""
    return f"{n} {one if n == 1 else many or one + 's'}"


def join_words(words: "tuple[str, ...] | list[str]") -> str:
    """Return "a", "a and b" or "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _who(n_subjects: int, n_obs: int, covariates: tuple[str, ...]) -> str:
    adjusted = f", adjusted for {join_words(covariates)}" if covariates else ""
    return f"{count(n_subjects, 'patient')}, {count(n_obs, 'value')}{adjusted}"


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
