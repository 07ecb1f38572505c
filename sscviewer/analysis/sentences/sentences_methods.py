"""Sentences on how the results were computed, with citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscviewer.analysis.number_words import join_words
from sscviewer.analysis.plan.models import COVARIANCE_WORDS, DF_WORDS

if TYPE_CHECKING:
    from sscviewer.analysis.efficacy.course import Course
    from sscviewer.analysis.results import Told


def methods_sentences(results: Told) -> tuple[str, ...]:
    """Return the methods of the results that there are."""
    said = [
        "Patients with at least one dose were analysed; the last value before the first dose, or the one the "
        "file flags, is the baseline."
    ]
    if any(row.measure == "average_daily_dose" for row in results.exposure):
        said.append(
            "The average daily dose is the cumulative dose over the days from first to last dose, days "
            "without drug included; each patient counts once."
        )
    if results.adverse_events.events.any():
        said.append(
            "An adverse event is counted once per patient if it began on treatment; intervals of proportions "
            "are exact (Clopper and Pearson 1934)."
        )
    if results.courses:
        said += _models(results.courses)
    return tuple(said)


def _models(courses: tuple[Course, ...]) -> list[str]:
    used = list(dict.fromkeys(c.mmrm.covariance for c in courses if c.mmrm.covariance))
    covariance = join_words([COVARIANCE_WORDS[name] for name in used]) or "not estimable"
    by_arm = any(course.by_arm is not None for course in courses)
    of = "arm and visit" if by_arm else "visit"
    mmrm, slope = courses[0].mmrm, courses[0].random_slope
    said = [
        "Changes from baseline were analysed by a mixed model for repeated measures with a mean for each "
        f"{of}, the covariance of the visits {covariance}, fitted by restricted maximum likelihood "
        f"(Mallinckrodt et al. 2008), with {DF_WORDS[mmrm.df_method]} standard errors and degrees of freedom "
        "(Kenward and Roger 1997).",
        "Change per month was estimated by a linear mixed model with a random intercept and slope for each "
        f"patient (Laird and Ware 1982), with {DF_WORDS[slope.df_method]} standard errors and degrees of "
        "freedom (Halekoh and Højsgaard 2014); the change over a period is the slope times its months.",
    ]
    said += _other_covariances(courses)
    said.append(
        "Both models rest on all values there are and assume that values are missing at random (Rubin 1976)."
    )
    said.append(
        "P values are two-sided, of the hypothesis of no change"
        + (" or no difference" if by_arm else "")
        + ", and not adjusted for the number of endpoints; intervals are at 95 %."
    )
    if not by_arm:
        said.append("Without a control arm a change cannot be told from the natural course of the disease.")
    return said


def _other_covariances(courses: tuple[Course, ...]) -> list[str]:
    plainer = [
        f"{COVARIANCE_WORDS[c.mmrm.covariance]} for {c.paramcd}"
        for c in courses
        if c.mmrm.covariance not in ("", "us")
    ]
    if not plainer:
        return []
    return [
        "Where an unstructured covariance could not be estimated a plainer one took its place: "
        f"{join_words(plainer)}."
    ]
