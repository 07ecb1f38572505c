"""Sentences on what changed: over the months, at the headline visit, and between arms.

What is not significant is "not shown"; no word stands between the two.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from sscviewer.analysis.efficacy.headline import told_visit
from sscviewer.analysis.number_words import (
    change_digits,
    interval_words,
    is_significant,
    join_words,
    name_words,
    period_words,
    plain,
    signed,
    unit_words,
    with_unit,
)
from sscviewer.analysis.plan.rules import SLOPE
from sscviewer.analysis.sentences.endpoint_roles import in_order, role_sentences, roles
from sscviewer.analysis.sentences.shown_endpoints import told_endpoints
from sscviewer.analysis.settled.clock import first_dose_days
from sscviewer.model.counted import counted

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sscviewer.analysis.efficacy.course import ArmCourse, Course, CourseByArm
    from sscviewer.analysis.estimate import Estimate
    from sscviewer.analysis.population import Population
    from sscviewer.analysis.results import Told
    from sscviewer.analysis.sentences.endpoint_roles import EndpointRole
    from sscviewer.model.parameters import Parameter
    from sscviewer.model.study import Study

MOST_VISITS_NAMED = 6
"""A sentence with more is not read; the table beside has all. Ours."""
SINGULAR = "the covariance of its random effects is singular, so that the interval is approximate"
"""P is kept: over all trials the test holds its 5 %, of those with a singular covariance it may not
(`small_sample_inference.md`)."""


def efficacy_paragraphs(study: Study, results: Told) -> tuple[tuple[str, ...], ...]:
    """Return some sentences for each endpoint with a model, and who left."""
    told = told_endpoints(study)
    rules = results.plan.endpoints
    courses = [one for one in results.courses if one.paramcd in told or one.paramcd == rules.primary]
    # The family is that of the plan, with those that are not told beside their % predicted.
    courses, role = in_order(courses, rules), roles(results.courses, rules)
    said = [tuple(role_sentences(results.courses, rules))]
    for course in courses:
        parameter, its = study.parameters[course.paramcd], role[course.paramcd]
        leads = course.paramcd == rules.primary
        wanted = rules.visit if leads else ""
        if course.by_arm is not None:
            words = _between_arms(course, parameter, its, wanted)
        elif two := _two_answers(course, parameter, its, rules.visit if leads else None):
            words = two
        else:
            words = _both(course, parameter, replace(its, compares=wanted))
        if not wanted:
            words = [*words, *_few_later(course, parameter)]
        elif wanted == SLOPE:
            words = [*words, *_no_slope(course, parameter)]
        if leads and words:
            words = [f"Primary endpoint: {_after_colon(words[0])}", *words[1:]]
        said.append(tuple(words))
    if results.efficacy_population.n_treated:
        said.append(tuple(_without_a_change(study, told, {one.paramcd for one in results.courses})))
        said.append(tuple(_without_a_time(study, told, results.efficacy_population)))
    if courses:
        said.append(tuple(_who_left(study, results)))
    return tuple(said)


def _after_colon(sentence: str) -> str:
    """Return a sentence that begins with a small letter, unless with a name: "at Month 12", "FVC fell"."""
    first = sentence.partition(" ")[0]
    return f"{first.lower()}{sentence[len(first) :]}" if first in ("A", "At", "Over", "The") else sentence


def _without_a_change(study: Study, told: Sequence[str], modelled: Collection[str]) -> list[str]:
    """Return which endpoints have values after the first dose and no change of anybody."""
    codes, days = study.column("measurements", "PARAMCD"), study.column("measurements", "ADY")
    first_dose = first_dose_days(study)[study.positions("measurements")]
    later = set(codes[(days > first_dose) | (study.column("measurements", "AVISITN") > 0)])
    names = [study.parameters[code].short for code in told if code in later and code not in modelled]
    if not names:
        return []
    early = (days <= first_dose) | (study.column("measurements", "AVISITN") <= 0)
    if early[np.isin(codes, [code for code in told if code in later])].any():
        why = "no patient has both a baseline value and one at a later visit whose time is known"
    else:
        why = (
            "every value was measured after day 1, so that nobody has a baseline; the plan can take each "
            "patient’s first value for it (Plan: The baseline is)"
        )
    return [f"No change is given in {join_words(names)}: {why}."]


def _without_a_time(study: Study, told: Sequence[str], who: Population) -> list[str]:
    """Return which endpoints were measured after the baseline at visits of which nothing tells the time."""
    codes, names = study.column("measurements", "PARAMCD"), study.column("measurements", "VISIT")
    days, months = study.column("measurements", "ADY"), study.column("measurements", "AVISITN")
    known = ~np.isnan(study.column("measurements", "AVAL")) & who.treated[study.positions("measurements")]
    timed = set(codes[known & ((months > 0) | ~np.isnan(days))])
    undated = known & np.isnan(days) & np.isnan(months) & (names != "")
    visits = {code: tuple(dict.fromkeys(names[undated & (codes == code)])) for code in told}
    missing = [code for code in told if code not in timed and visits[code]]
    return [
        f"{join_words([study.parameters[code].short for code in missing if visits[code] == same])}: the file "
        f"does not say when {_named(same)}, so that no change over time is given{_where_to_say(same)}."
        for same in dict.fromkeys(visits[code] for code in missing)
    ]


def _named(visits: Sequence[str]) -> str:
    """Return "the visits 1, 2 and 3 were", or of many the first and the last."""
    if len(visits) == 1:
        return f"the visit {visits[0]} was"
    few = len(visits) <= MOST_VISITS_NAMED
    return f"the visits {join_words(visits) if few else f'{visits[0]}, {visits[1]}, …, {visits[-1]}'} were"


def _where_to_say(visits: Sequence[str]) -> str:
    """Return where the unit of numbers is said; words have none."""
    numbered = all(visit.isdigit() for visit in visits)
    return " (File, Map columns, takes the unit of their numbers)" if numbered else ""


def _both(course: Course, parameter: Parameter, role: EndpointRole) -> list[str]:
    """Return the change over time and at a visit: first what the plan compares."""
    over = _over_time(course, parameter, role)
    if role.compares in ("", SLOPE):
        return [*over, *_at_visit(course, parameter, role, follows=True)]
    return [*_at_visit(course, parameter, role, follows=False), *over]


def _over_time(course: Course, parameter: Parameter, role: EndpointRole) -> list[str]:
    from sscviewer.analysis.efficacy.efficacy import times
    from sscviewer.analysis.efficacy.slope_model import ALL_ALIKE

    slope, months = course.random_slope.slope, course.horizon
    if slope is None or not months > 0 or not math.isfinite(slope.estimate):
        return [] if course.mmrm.visits else [f"{parameter.short}: no slope could be estimated."]
    change, digits = role.of_slope(times(slope, months)), change_digits(parameter)
    period = f"over {period_words(months)}"
    basis = f"random-slope model, {counted(slope.n_subjects, 'patient')}, {counted(slope.n_obs, 'value')}"
    if course.random_slope.singular and math.isfinite(change.lower):
        basis += f"; {SINGULAR}"
    if not math.isfinite(change.lower):
        size = with_unit(signed(change.estimate, digits), parameter)
        alike = any(ALL_ALIKE in warning for warning in slope.warnings)
        why = ALL_ALIKE if alike else f"{slope.df:.2g} degrees of freedom"
        return [
            f"The change in {name_words(parameter)} {period} was {size}, with no interval: {why} ({basis})."
        ]
    if is_significant(change):
        verb = "rose" if change.estimate > 0 else "fell"
        size = with_unit(plain(abs(change.estimate), digits), parameter)
        return [
            f"{parameter.short} {verb} by {size} {period} "
            f"(change {signed(change.estimate, digits)}, {interval_words(change, digits)}; {basis})."
        ]
    size = with_unit(signed(change.estimate, digits), parameter)
    if not math.isfinite(change.p_value):
        return [
            f"The change in {name_words(parameter)} {period} was {size} "
            f"({interval_words(change, digits)}; {basis})."
        ]
    return [
        f"A change in {name_words(parameter)} {period} was not shown "
        f"({size}, {interval_words(change, digits)}; {basis})."
    ]


def _no_slope(course: Course, parameter: Parameter) -> list[str]:
    """Return that a visit stands in for the slope that the plan compares, where there is none."""
    by_arm = course.by_arm
    slopes = [course.random_slope.slope] if by_arm is None else [arm.slope for arm in by_arm.arms]
    if not course.mmrm.visits or all(slope is not None for slope in slopes):
        return []
    why = "could not be estimated"
    if not course.random_slope.has_time:
        why = "is not known, as the file gives no time between its visits"
    return [
        f"{parameter.short}: the slope, which the plan compares, {why}; the change at a visit is no test of "
        "it and has no P value."
    ]


def _few_later(course: Course, parameter: Parameter) -> list[str]:
    """Return why a later visit than the headline is not told."""
    later = course.after_headline
    if not later:
        return []
    arms = course.by_arm.arms if course.by_arm is not None else ()
    named = []
    for visit in later:
        of_arms = [
            f"{one.n} with {arm.arm}" for arm in arms for one in arm.visits if one.avisit == visit.avisit
        ]
        named.append(f"{visit.avisit} ({', '.join(of_arms) or f'{visit.n}'})")
    return [
        f"{parameter.short}: too few patients have a value at {join_words(named)}, so that {course.headline} "
        "is told."
    ]


def _at_visit(course: Course, parameter: Parameter, role: EndpointRole, *, follows: bool) -> list[str]:
    """Return the change at the plan's visit, else at the last; whether the sentence over time came before."""
    if not course.mmrm.visits:
        return [f"{parameter.short}: the change by visit could not be modelled."]
    last, digits = told_visit(course.mmrm.visits, role.compares, course.headline), change_digits(parameter)
    size = with_unit(signed(last.change.estimate, digits), parameter)
    slope = course.random_slope.slope
    told = follows and slope is not None and math.isfinite(slope.estimate)
    when = f"At {last.avisit} its" if told else f"{parameter.short}: at {last.avisit} the"
    return [
        f"{when} mean change was {size} ({interval_words(role.of_visit(last.change), digits, role.p_name)}; "
        f"mixed model for repeated measures, {counted(course.mmrm.n_subjects, 'patient')}, {last.n} of them "
        "with a value at that visit)."
    ]


def _two_answers(
    course: Course, parameter: Parameter, role: EndpointRole, primary_visit: str | None
) -> list[str] | None:
    """Return slope and last visit in one sentence where only one of them shows a change; else None.

    Parameters
    ----------
    primary_visit
        What the plan compares of a primary endpoint ("slope", a visit, "" for the last); None for others.
    """
    from sscviewer.analysis.efficacy.efficacy import times

    slope, months = course.random_slope.slope, course.horizon
    if slope is None or not course.mmrm.visits or not math.isfinite(slope.estimate) or not months > 0:
        return None
    last, digits = (
        told_visit(course.mmrm.visits, primary_visit or "", course.headline),
        change_digits(parameter),
    )
    over, at = role.of_slope(times(slope, months)), role.of_visit(last.change)
    known = math.isfinite(over.p_value) and math.isfinite(at.p_value)
    if not known or is_significant(over) == is_significant(at):
        return None
    first = (
        f"the slope gives {with_unit(signed(over.estimate, digits), parameter)} over "
        f"{period_words(months)} ({interval_words(over, digits)})"
    )
    second = (
        f"the mean change at {last.avisit} is {with_unit(signed(at.estimate, digits), parameter)} "
        f"({interval_words(at, digits)}; {last.n} of {counted(course.mmrm.n_subjects, 'patient')} "
        "with a value)"
    )
    leading = {None: "neither is the primary one", SLOPE: "the primary one is the slope"}
    which = leading.get(primary_visit, "the primary one is the visit")
    return [f"{parameter.short}: {first} and {second}; the two models do not agree, and {which}."]


def _between_arms(course: Course, parameter: Parameter, role: EndpointRole, wanted: str) -> list[str]:
    """Return the arms' means at the plan's visit, else at the last, or their slopes; and the differences."""
    by_arm, digits = course.by_arm, change_digits(parameter)
    assert by_arm is not None
    months = course.horizon
    if wanted == SLOPE and months > 0 and all(arm.slope is not None for arm in by_arm.arms):
        return _slopes_between_arms(by_arm, parameter, role, months)
    if wanted == SLOPE:
        role = replace(role, compares=SLOPE)
    last = {arm.arm: told_visit(arm.visits, wanted, course.headline) for arm in by_arm.arms if arm.visits}
    if not last:
        return [f"{parameter.short}: the change by visit could not be modelled."]
    visit = max(last.values(), key=lambda v: v.avisitn).avisit
    means = [
        _arm_mean(name, value.change, f"; n = {value.n}", digits)
        for name, value in last.items()
        if value.avisit == visit
    ]
    said = [
        f"At {visit} the mean change in {name_words(parameter)}{_unit(parameter)} was {join_words(means)} "
        f"(mixed model for repeated measures, {counted(course.mmrm.n_subjects, 'patient')})."
    ]
    for one in by_arm.differences:
        there = told_visit(one.visits, visit) if one.visits else None
        if there is not None and there.avisit == visit:
            said.append(_difference(one, role.of_visit(there.change, one.arm), digits, role.p_name))
    return said


def _slopes_between_arms(
    by_arm: CourseByArm, parameter: Parameter, role: EndpointRole, months: float
) -> list[str]:
    from sscviewer.analysis.efficacy.efficacy import times

    digits = change_digits(parameter)
    slopes = [(arm, times(arm.slope, months)) for arm in (*by_arm.arms, *by_arm.differences) if arm.slope]
    means = [_arm_mean(arm.arm, value, "", digits) for arm, value in slopes if not arm.reference]
    basis = f"random-slope model; {SINGULAR}" if by_arm.singular else "random-slope model"
    said = [
        f"Over {period_words(months)} the change in {name_words(parameter)}{_unit(parameter)} was "
        f"{join_words(means)} ({basis})."
    ]
    return said + [_difference(arm, role.of_slope(value), digits) for arm, value in slopes if arm.reference]


def _unit(parameter: Parameter) -> str:
    return f" ({unit_words(parameter)})" if parameter.unit else ""


def _arm_mean(arm: str, value: Estimate, n: str, digits: int) -> str:
    limits = interval_words(value, digits).partition(";")[0]
    return f"{signed(value.estimate, digits)} with {arm} ({limits}{n})"


def _difference(difference: ArmCourse, value: Estimate, digits: int, p_name: str = "P") -> str:
    words = f"{signed(value.estimate, digits)} ({interval_words(value, digits, p_name)})"
    if not (math.isfinite(value.lower) and math.isfinite(value.p_value)):
        return f"{difference.arm} less {difference.reference}: {words}."
    if is_significant(value):
        return f"{difference.arm} differed from {difference.reference} by {words}."
    return f"A difference of {difference.arm} from {difference.reference} was not shown: {words}."


def _who_left(study: Study, results: Told) -> list[str]:
    left = results.n_stopped
    if not left:
        return []
    visits = results.plan.visits
    where = "are in the models, each at the visit whose window holds its day (values in no window are not)"
    if study.visit_order:
        where = "are in the models, each at its visit"
    elif not (visits.windows and visits.map_unplanned):
        where = "at planned visits are in the models (those of unplanned visits are not)"
    return [
        f"{counted(left, 'patient')} left before the end of the trial; the values until then {where}; the "
        "models take those missing to be like those of patients with the same course until then."
    ]
