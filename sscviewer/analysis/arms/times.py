"""Times of the arms to progression, death, treatment failure, first of several, and by the file; win ratio.

**Source**: ICH E9 5.5; Uno et al., J Clin Oncol 2014;32:2380 (restricted means); Pocock et al., Eur Heart J
2012;33:176; resources/methods/survival.md.
"""

import math
from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.arms.arm_changes import compared_at, endpoint_changes, with_adjusted
from sscviewer.analysis.arms.comparisons import ONE_ARM
from sscviewer.analysis.compare.win_ratio import Layer, TimeLayer, ValueLayer, WinRatio, win_ratio
from sscviewer.analysis.endpoints.meaning import rule_name
from sscviewer.analysis.endpoints.progression import needed
from sscviewer.analysis.endpoints.responders import endpoint_rules
from sscviewer.analysis.endpoints.time_to_progression import progression_times
from sscviewer.analysis.endpoints.visit_table import visit_table
from sscviewer.analysis.estimate import Estimate
from sscviewer.analysis.modelled import endpoint_frame, modelled_parameters
from sscviewer.analysis.number_words import name_with_unit
from sscviewer.analysis.outcome import outcomes
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.population import ALL, Population, reference_arm
from sscviewer.analysis.settled.clock import DAY_1, clock_of
from sscviewer.analysis.survival.compare_arms import ArmComparison, compare_survival
from sscviewer.analysis.survival.follow_up import follow_up
from sscviewer.analysis.survival.followed import cut, over_before
from sscviewer.analysis.survival.recorded_times import SINCE, recorded
from sscviewer.analysis.survival.rmst import common_horizon, restricted_difference, restricted_mean
from sscviewer.analysis.survival.survival import KaplanMeier, kaplan_meier
from sscviewer.analysis.survival.time_to_event import TimeToEvent, stopping_causes
from sscviewer.analysis.survival.time_words import follow_up_clause
from sscviewer.model.arrays import Bools, Floats
from sscviewer.model.endpoint_cards import way_of
from sscviewer.model.sentence import joined, say
from sscviewer.model.study import Study

DEATH, FAILURE, FIRST = "DEATH", "FAILURE", "FIRST"
UNDATED = "; deaths without an exact date, counted on the last day they can have been, or the last seen: {n}"
WITHOUT = "share still without"
LAST_VISIT = say("others are censored at their last visit that can be judged")
IN_FILE = "ADTTE."
"""Before the PARAMCD, the key of a time that the file gives: its own code may be one of ours."""
OWN = say("times and censoring are the file’s own")
NO_DAY_OF_DEATH = "Deaths of which the file gives no day, in no time and no comparison: {n}."
NO_DAY_OF_STOP = "Stops of which the file gives no day, in no time and no comparison: {n}."


@dataclass(frozen=True, slots=True)
class Times:
    """One kind of event in all patients.

    Attributes
    ----------
    key, name, words
        Key of the rule, or `DEATH`, `FAILURE`, `FIRST`, or `IN_FILE` and a code; its short name; what it is.
    time, event : (n,)
        Study day of the event or of censoring, NaN where nothing is known; by the study's patients.
    censoring
        In words.
    start
        The time at which everybody begins: study day 1; 0 of a time that the file counts.
    not_judged
        Treated patients without a visit at which the rule can be judged.
    """

    key: str
    name: str
    words: str
    time: Floats
    event: Bools
    censoring: str
    start: float = DAY_1
    not_judged: int = 0


@dataclass(frozen=True, slots=True)
class ArmTime:
    """One arm.

    Attributes
    ----------
    curve
        Kaplan-Meier, as the other curves over time.
    mean : Estimate or None
        Restricted mean up to the common horizon, days.
    """

    arm: str
    curve: TimeToEvent
    mean: Estimate | None
    patients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimesCompared:
    """One kind of event, all arms.

    Attributes
    ----------
    horizon
        Days, up to which means are restricted: the last day all arms are observed; NaN where there are none.
    differences
        (arm, restricted mean less the reference's).
    compared
        Hazard ratios and the log-rank test; None in a file with one arm.
    """

    of: Times
    reference: str
    arms: tuple[ArmTime, ...]
    horizon: float
    differences: tuple[tuple[str, Estimate], ...]
    compared: ArmComparison | None


@dataclass(frozen=True, slots=True)
class ArmTimes:
    """Everything the view shows.

    Attributes
    ----------
    ratios
        (arm, win ratio against the reference); none with one arm.
    layers
        What the win ratio asks, in order.
    absent
        Why arms are not compared; which deaths and stops have no day and so are in no time; "".
    """

    rows: tuple[TimesCompared, ...]
    reference: str
    ratios: tuple[tuple[str, WinRatio], ...]
    layers: tuple[str, ...]
    absent: str


def arm_times(study: Study, who: Population, plan: AnalysisPlan) -> ArmTimes:
    """Return the times of the arms, or of all patients in a file with one."""
    found, untimed = _kinds(study, who, plan)
    arms = [(name, members) for name, members in who.arms if name != ALL] or [(ALL, who.treated)]
    names = [name for name, _ in arms]
    reference = reference_arm(names, plan.arms.reference) if len(arms) > 1 else ""
    level = plan.comparisons.level
    rows = tuple(_compared(study, one, arms, reference, level) for one in found)
    rows = tuple(row for row in rows if row.arms)
    if not reference:
        return ArmTimes(rows, "", (), (), joined((ONE_ARM, *untimed)))
    layers = _layers(study, who, plan, found)
    base = dict(arms)[reference]
    ratios = []
    for arm, members in arms:
        if arm != reference and layers:
            both = members | base
            ratios.append((arm, win_ratio([_only(one, both) for one in layers], members[both], level=level)))
    return ArmTimes(rows, reference, tuple(ratios), tuple(one.words for one in layers), joined(untimed))


def _last_contact(until: str) -> str:
    return say("others are censored at their {until}", until=say(until))


def _kinds(study: Study, who: Population, plan: AnalysisPlan) -> tuple[list[Times], tuple[str, ...]]:
    """Return the times there are, and how many deaths and stops have none.

    Nobody's death or stopping is known where a file does not record it, and no time where it gives no day.
    """
    progressed = _progressions(study, who, plan)
    ends, all_ends = follow_up(study), outcomes(study)
    dead = np.array([end.latest_death_day for end in all_ends], dtype=np.float64)
    is_dead = np.array([end.died for end in all_ends], dtype=np.bool_)
    undated = is_dead & np.isnan([end.death_day for end in all_ends])
    found = list(progressed)
    contact, censored = ends.last_contact, _last_contact(ends.until)
    seen = np.where(np.isnan(dead), contact, dead)
    untimed = [*_untimed(NO_DAY_OF_DEATH, is_dead & np.isnan(seen) & who.treated)]
    dead_or_seen, died = cut(seen, is_dead & ~np.isnan(seen), ends.end)
    if died[who.treated].any():
        words = "Death from any cause"
        over = _over("last seen", seen, who)
        if n := int((undated & who.treated).sum()):
            over += UNDATED.format(n=n)
        found.append(Times(DEATH, "Death", words, dead_or_seen, died, f"{censored}{over}"))
    causes = stopping_causes(ends, lost_is_event=False)
    stopped = causes != ""
    last = np.where(stopped, ends.on_drug, seen)
    untimed += _untimed(NO_DAY_OF_STOP, stopped & ~is_dead & np.isnan(last) & who.treated)
    when, stopped = cut(last, stopped & ~np.isnan(last), ends.end)
    # Where nobody is known to have stopped but by dying, it is the time to death.
    is_another = bool((who.treated & ~np.isin(causes, ("", "DEATH"))).any())
    if is_another and stopped[who.treated].any():
        words = "Treatment stopped early for any reason but loss to follow-up, or death"
        over = _over("off the drug, or last seen,", last, who)
        failed = stopped | (died & ~np.isnan(when))
        found.append(Times(FAILURE, "Treatment failure", words, when, failed, f"{censored}{over}"))
    if len(progressed) > 1 or (progressed and died[who.treated].any()):
        found.append(_first_of([*progressed, *(one for one in found if one.key == DEATH)], who))
    return [*found, *_of_file(study)], tuple(untimed)


def _untimed(words: str, which: Bools) -> tuple[str, ...]:
    n = int(which.sum())
    return (say(words, n=n),) if n else ()


def _over(words: str, time: Floats, who: Population) -> str:
    """Return "; patients off the drug before day 1, not counted: 1", "" where there is none."""
    return "".join(f"; {said[:1].lower()}{said[1:-1]}" for said in over_before(words, time, who.treated))


def _of_file(study: Study) -> list[Times]:
    """Return the times the file gives itself (ADTTE), with its own censoring."""
    return [
        Times(
            f"{IN_FILE}{one.code}",
            one.name,
            f"{one.name}, as the file gives it",
            one.time,
            one.event,
            OWN,
            0.0,
        )
        for one in recorded(study)
    ]


def _progressions(study: Study, who: Population, plan: AnalysisPlan) -> list[Times]:
    if study.visit_order:
        return []  # no time tells when
    rules = [rule for rule in endpoint_rules(study, plan.responses) if rule.kind == "progression"]
    treated = np.flatnonzero(who.treated)
    table = visit_table(study, needed(rules), [study.usubjids[i] for i in treated])
    found, ends = [], follow_up(study)
    censored = f"{LAST_VISIT}{follow_up_clause(ends)}"
    for rule in rules:
        time, event = np.full(len(study.usubjids), np.nan), np.zeros(len(study.usubjids), dtype=bool)
        time[treated], event[treated] = progression_times(rule, table)
        unknown = int(np.isnan(time[treated]).sum())
        time, event = cut(time, event, ends.end)
        if event.any():
            name = rule_name(rule.code, rule.words)
            found.append(Times(rule.code, name, rule.words, time, event, censored, not_judged=unknown))
    return found


def _first_of(kinds: list[Times], who: Population) -> Times:
    """Return the first of several: an event at the earliest, else followed as long as any of them is."""
    times = np.array([one.time for one in kinds])
    events = np.array([one.event for one in kinds])
    first = np.where(events, times, np.inf).min(axis=0)
    known = ~np.isnan(times).all(axis=0)
    last = np.where(known, np.nanmax(np.where(np.isnan(times), -np.inf, times), axis=0), np.nan)
    happened = np.isfinite(first)
    names = joined((say(one.name) for one in kinds), "; ")
    words = say("The first of {n}: {names}", n=len(kinds), names=names)
    time = np.where(happened, first, last)
    name, unknown = say("First worsening of {n}", n=len(kinds)), int((who.treated & ~known).sum())
    return Times(FIRST, name, words, time, happened, kinds[0].censoring, not_judged=unknown)


def _compared(
    study: Study, of: Times, arms: list[tuple[str, Bools]], reference: str, level: float
) -> TimesCompared:
    known = ~np.isnan(of.time)
    there = [(arm, members & known) for arm, members in arms if (members & known).any()]
    curves = {arm: kaplan_meier(of.time[mine], of.event[mine], level=level) for arm, mine in there}
    start, times = of.start, [of.time[mine] for _, mine in there]
    horizon = common_horizon(times, start=start) if there else math.nan
    means = {
        arm: restricted_mean(km, horizon, start=start, level=level)
        for arm, km in curves.items()
        if horizon > 0
    }
    rows = tuple(
        ArmTime(
            arm,
            _curve(of, arm, curves[arm], of.time[mine], SINCE if of.censoring == OWN else clock_of(study)),
            means.get(arm),
            tuple(study.usubjids[i] for i in np.flatnonzero(mine)),
        )
        for arm, mine in there
    )
    compared = None
    if reference and len(there) > 1:
        inside = np.logical_or.reduce([mine for _, mine in there])
        label = np.full(len(of.time), "", dtype=object)
        for arm, mine in there:
            label[mine] = arm
        compared = compare_survival(
            of.words,
            of.time[inside],
            of.event[inside],
            label[inside].tolist(),
            reference=reference,
            level=level,
        )
    differences = tuple(
        (arm, restricted_difference(means[arm], means[reference]))
        for arm, _ in there
        if arm != reference and arm in means and reference in means
    )
    return TimesCompared(of, reference, rows, horizon, differences, compared)


def _curve(of: Times, arm: str, km: KaplanMeier, time: Floats, since: str) -> TimeToEvent:
    return TimeToEvent(
        arm=arm,
        what=of.name,
        scale=WITHOUT,
        method=km.method,
        n=km.n,
        n_events=km.n_events,
        curve=km.curve,
        observed=np.sort(time),
        level=km.level,
        censoring=of.censoring,
        assumptions=km.assumptions,
        notes=(),
        median=km.median,
        median_lower=km.median_lower,
        median_upper=km.median_upper,
        since=since,
    )


def _layers(study: Study, who: Population, plan: AnalysisPlan, found: list[Times]) -> list[Layer]:
    """Return death, treatment failure, and the change of the leading endpoint, as far as there are any.

    The endpoint is the plan's primary, else the first that is modelled; any difference in it decides. Without
    a known better direction it takes no part.
    """
    layers: list[Layer] = [
        TimeLayer(one.name.lower(), one.time, one.event) for one in found if one.key in (DEATH, FAILURE)
    ]
    code = plan.endpoints.primary
    if code not in study.parameters:
        code = next(iter(modelled_parameters(study)), "")
    if not code:
        return layers
    rows = compared_at(with_adjusted(endpoint_changes(study, who, plan, code), plan.endpoints))
    parameter = study.parameters[code]
    better = way_of(parameter)
    if rows and better:
        frame = endpoint_frame(study, who, code)
        here = frame[(frame["AVISITN"] == rows[0].avisitn) & frame["CHG"].notna()]
        place = {usubjid: i for i, usubjid in enumerate(study.usubjids)}
        change = np.full(len(place), np.nan)
        change[[place[usubjid] for usubjid in here["USUBJID"]]] = here["CHG"]
        words = f"change in {name_with_unit(parameter)} at {rows[0].avisit}"
        layers.append(ValueLayer(words, change, better))
    return layers


def _only(layer: Layer, chosen: Bools) -> Layer:
    """Return a layer of some patients."""
    if isinstance(layer, TimeLayer):
        return TimeLayer(layer.words, layer.time[chosen], layer.event[chosen])
    return ValueLayer(layer.words, layer.value[chosen], layer.better, layer.margin)
