"""Sentences on how the results were computed, with citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscviewer.analysis.dose.exposure import ON_SINGLE_DAYS
from sscviewer.analysis.guarded import attempted_or
from sscviewer.analysis.number_words import SIGNIFICANT, join_words
from sscviewer.analysis.patient.in_force import LATE
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.plan.lines import PARTS, line_of
from sscviewer.analysis.plan.models import COVARIANCE_WORDS, COVARIATE_WORDS, DF_WORDS
from sscviewer.analysis.sentences.endpoint_roles import METHOD_WORDS
from sscviewer.analysis.sentences.rule_words import (
    DF_SOURCES,
    after_stop_sentence,
    analysed_sentence,
    counting_sentence,
)
from sscviewer.analysis.sentences.sentences_who import average_doses

if TYPE_CHECKING:
    from sscviewer.analysis.efficacy.course import Course
    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.analysis.results import Told
    from sscviewer.model.study import Study

TIMELESS = (
    "The file gives no time between its visits: they were taken in their order, and nothing that needs a "
    "time was estimated."
)
CLDA = "Values, the baseline as their first visit with a mean common to all arms, were"

_GAPS = {
    False: " (days between two records of doses, of which no event tells that the drug was interrupted, are "
    "not known and left out)",
    True: ", and days between two records of doses counted as such",
}


def methods_sentences(study: Study, results: Told) -> tuple[str, ...]:
    """Return the methods of the results that there are, from the plan that was followed."""
    makers = (_analysed, _averages, _counted, _tolerated, _modelled, _cut_off)
    said = (attempted_or(lambda words: [words], make, study, results) for make in makers)
    return (*dict.fromkeys(sentence for part in said for sentence in part), *other_rules(results.plan))


def _analysed(study: Study, results: Told) -> list[str]:
    return [analysed_sentence(study, results)]


def _counted(study: Study, results: Told) -> list[str]:
    table = results.adverse_events
    return [counting_sentence(study, table.settings)] if table.events.any() else []


def _tolerated(study: Study, results: Told) -> list[str]:
    found = results.titration
    return [_limiting(results)] if found.regimen is not None and len(found.doses) > 1 else []


def _modelled(study: Study, results: Told) -> list[str]:
    if not results.courses:
        return []
    timeless = [TIMELESS] if study.visit_order else []
    stopped = [after_stop_sentence(results.plan.after_stop)] if results.n_stopped else []
    models = _models(results.plan, results.courses, has_time=not study.visit_order)
    return [*timeless, *models, *stopped]


def _cut_off(study: Study, results: Told) -> list[str]:
    last = results.plan.study.cut_off
    return [] if last is None else [f"Data up to {last.isoformat()} count; what is later does not."]


def _averages(study: Study, results: Told) -> list[str]:
    """Say what an average dose is, with the arms of each kind where both occur."""
    rows = average_doses(results)
    single = [row.arm for row in rows if row.on_single_days]
    daily = [row.arm for row in rows if row.arm not in single]
    both = bool(single and daily)
    of_single, of_daily = (f" with {join_words(arms)}" if both else "" for arms in (single, daily))
    said = []
    if single:
        said.append(f"Average doses{of_single} are over the {ON_SINGLE_DAYS}; each patient counts once.")
    if single and not daily:
        said.append(
            f"Events count at the last dose given, until the next within at most {LATE:g} times the usual "
            "time between two doses, else for that time."
        )
    if daily:
        said.append(
            f"The average daily dose{of_daily} is the cumulative dose over the days from first to last dose, "
            f"days without drug included{_GAPS[results.plan.doses.gap_is_zero]}; each patient counts once."
        )
    return said


def other_rules(plan: AnalysisPlan) -> list[str]:
    """Name every rule that is not the program's default, in the words of the plan."""
    changed = [line_of(*key) for key in DEFAULT_PLAN.changed(plan) if key[0] != "study"]
    if not changed:
        return []
    named = (f"{PARTS[line.part]} · {line.text}: {line.value_words(line.value(plan))}" for line in changed)
    return [f"Rules chosen for this trial in place of the defaults: {'; '.join(named)}."]


def _limiting(results: Told) -> str:
    found = results.titration
    how = (
        "a reduction, pause or stop of the drug for an adverse event by the dose log"
        if found.by_reason
        else "an adverse event for which the drug was reduced, interrupted or withdrawn"
    )
    return (
        f"A dose-limiting event is {how}; the share without one is Kaplan and Meier's (1958), with a log-log "
        "interval; the dose of an event is the one in force, before a cut of the same day."
    )


def _models(plan: AnalysisPlan, courses: tuple[Course, ...], *, has_time: bool) -> list[str]:
    used = list(dict.fromkeys(c.mmrm.covariance for c in courses if c.mmrm.covariance))
    covariance = join_words([COVARIANCE_WORDS[name] for name in used]) or "not estimable"
    by_arm = any(course.by_arm is not None for course in courses)
    of = "arm and visit" if by_arm else "visit"
    mmrm, slope = courses[0].mmrm, courses[0].random_slope
    own = ", each arm’s own" if any(c.by_arm and c.by_arm.own_covariance for c in courses) else ""
    what = "Changes from baseline were" if mmrm.response == "CHG" else CLDA
    said = [
        f"{what} analysed by a mixed model for repeated measures with a mean for each {of}, the covariance "
        f"of the visits {covariance}{own}, fitted by restricted maximum likelihood "
        f"(Mallinckrodt et al. 2008), with {DF_WORDS[mmrm.df_method]} standard errors and degrees of freedom"
        f"{DF_SOURCES.get(mmrm.df_method, '')}.",
    ]
    if has_time:
        said.append(
            "Change per month was estimated by a linear mixed model with a random intercept and slope for "
            "each patient (Laird and Ware 1982), with "
            f"{DF_WORDS[slope.df_method]} standard errors and degrees of freedom"
            f"{DF_SOURCES.get(slope.df_method, '')}; the change over a period is the slope times its months."
        )
    were = "were" if has_time else "was"
    models, rest, assume = (
        ("Both models", "rest", "assume") if has_time else ("The model", "rests", "assumes")
    )
    if plan.model.covariates:
        words = join_words([COVARIATE_WORDS[name] for name in plan.model.covariates])
        said.append(f"{models} {were} adjusted for {words} where the endpoint allows it.")
    if "BASE" in plan.model.covariates and plan.model.baseline_by_visit:
        said.append("In the model by visit the baseline value has an effect of its own at each visit.")
    said.append(
        f"A visit with values of fewer than {plan.visits.fewest_patients} patients, or of fewer than "
        f"{plan.visits.fewest_percent:g} % of them, is in no model; an estimate with fewer than "
        f"{plan.model.smallest_df:g} degrees of freedom has no interval."
    )
    said += _other_covariances(plan, courses)
    said.append(
        f"{models} {rest} on all values there are and {assume} that values are missing at random "
        "(Rubin 1976)."
    )
    said.append(
        "P values are two-sided, of the hypothesis of no change"
        + (" or no difference" if by_arm else "")
        + f", and {_adjusted(plan, courses)}; what is said to be shown has "
        f"P < {SIGNIFICANT:g}; intervals are at {100 * plan.model.level:g} %."
    )
    if not by_arm:
        said.append("Without a control arm a change cannot be told from the natural course of the disease.")
    return said


def _adjusted(plan: AnalysisPlan, courses: tuple[Course, ...]) -> str:
    """Say which P values are adjusted: those of secondary endpoints after a primary one, by the plan."""
    rules, there = plan.endpoints, {one.paramcd for one in courses}
    second = [code for code in rules.secondary if code in there and code != rules.primary]
    if rules.multiplicity == "none" or rules.primary not in there or not second:
        return "not adjusted for the number of endpoints"
    return f"those of secondary endpoints alone are adjusted, {METHOD_WORDS[rules.multiplicity]}"


def _other_covariances(plan: AnalysisPlan, courses: tuple[Course, ...]) -> list[str]:
    """Say where the covariance is not the first of those that are tried in turn."""
    if plan.model.covariance != "auto":
        return []
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
