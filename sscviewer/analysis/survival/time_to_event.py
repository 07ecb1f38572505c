"""How long patients stay on the drug, why they stop, and when adverse events come: curves of a study."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.absence import records, records_ends
from sscviewer.analysis.events.event_levels import level_or_worse
from sscviewer.analysis.outcome import LOST
from sscviewer.analysis.plan.events import EventRules
from sscviewer.analysis.population import Population, Populations
from sscviewer.analysis.settled.clock import DAY_1, clock_of
from sscviewer.analysis.survival.competing_risks import cumulative_incidence
from sscviewer.analysis.survival.event_times import EventTimes, Onset, event_times
from sscviewer.analysis.survival.follow_up import FollowUp, follow_up
from sscviewer.analysis.survival.followed import cut, followed, left_out, over_before
from sscviewer.analysis.survival.mean_cumulative import mean_cumulative
from sscviewer.analysis.survival.survival import Curve, IntervalKind, KaplanMeier, kaplan_meier
from sscviewer.analysis.survival.time_words import event_notes, follow_up_clause, since_words
from sscviewer.model.arrays import Bools, Floats
from sscviewer.model.dates import DAYS_PER_MONTH
from sscviewer.model.rules import planned_day
from sscviewer.model.sentence import say
from sscviewer.model.study import Study

MONTHS = (3.0, 6.0, 9.0, 12.0)
"""Months read off a curve: the usual visits of a year's trial; longer ones have later months in the curve."""
GRADES = (2, 3)
"""First events from these grades on have curves: doses are cut for moderate, boards ask of severe."""
NO_REASON = "REASON NOT RECORDED"
REACH = DAYS_PER_MONTH / 2
"""A curve is read at a month only if somebody was observed to within half a month of it."""
FEWEST, FEWEST_SHARE = 3, 0.1
"""Fewer at risk, or a smaller part, are said: curves are cut where 10 to 20 % are left (Pocock 2002)."""

ON_DRUG = "time on drug"
STOPPING = "stopping"
OF_ENDS = (ON_DRUG, STOPPING)
FIRST_EVENT = "first adverse event {worse}"
MEAN_COUNT = "adverse events per patient"
LOST_CENSORED = say("patients lost to follow-up are counted until their last dose (censored)")
LOST_EVENT = say("being lost to follow-up counts as stopping")


@dataclass(frozen=True, slots=True)
class AtMonth:
    """A curve read at one month (of 30.4375 days since day 1); NaN where nobody was observed.

    `day` is the study day it is read on: that of the month, or the last of most patients just before it.
    """

    month: float
    day: float
    estimate: float
    lower: float
    upper: float
    at_risk: int


@dataclass(frozen=True, slots=True)
class TimeToEvent:
    """One curve of one arm.

    Attributes
    ----------
    what, reason
        What is followed ("stopping") and, for one of several reasons, which (CDISC: "ADVERSE EVENT"); "".
    scale : "share still without", "share with", or "events per patient"
    code : PARAMCD of a time that the file gives; "" of others
    curve
        Over study days (day 1 is 1).
    observed : (n,) study day until which each patient counts, ascending
    median, median_lower, median_upper : days; NaN when not reached, or for a curve that has none
    since : what the days count from, "first dose" or where else the plan starts the clock
    censoring, assumptions, notes
        In words; notes say what of the file could not be used, or had to be assumed.
    """

    arm: str
    what: str
    scale: str
    method: str
    n: int
    n_events: int
    curve: Curve
    observed: Floats
    level: float
    censoring: str
    assumptions: tuple[str, ...]
    notes: tuple[str, ...]
    reason: str = ""
    median: float = np.nan
    median_lower: float = np.nan
    median_upper: float = np.nan
    since: str = ""
    months: tuple[AtMonth, ...] = ()
    code: str = ""

    def at_risk(self, when: npt.ArrayLike) -> Floats:
        """Return how many patients are still at risk on each study day."""
        left = np.searchsorted(self.observed, np.asarray(when, dtype=np.float64), side="left")
        return np.asarray(self.observed.size - left, dtype=np.float64)


def times_by_arm(study: Study, who: Populations, rules: EventRules) -> tuple[TimeToEvent, ...]:
    """Return the curves of the ends of treatment by the arms of disposition, of events by those of safety."""
    ends = [row for row in time_to_event(study, who.disposition, rules, grades=()) if row.what in OF_ENDS]
    events = [row for row in time_to_event(study, who.safety, rules) if row.what not in OF_ENDS]
    arms = dict.fromkeys(row.arm for row in (*ends, *events))
    return tuple(row for arm in arms for row in (*ends, *events) if row.arm == arm)


def time_to_event(
    study: Study,
    who: Population,
    rules: EventRules,
    *,
    months: Sequence[float] = MONTHS,
    grades: Sequence[int] = GRADES,
    lost_is_event: bool = False,
    which: Onset = "first",
    interval: IntervalKind = "log-log",
) -> tuple[TimeToEvent, ...]:
    """Return the curves of every arm.

    Time on drug (Kaplan-Meier), stopping by reason (Aalen-Johansen), first adverse event of each grade or
    worse (Kaplan-Meier), adverse events per patient (mean cumulative count).
    No curve of what the file does not record (nobody is known to be on drug), or where nothing has a time.

    Parameters
    ----------
    grades
        Least grades, or severity ranks where the file has no grades.
    lost_is_event
        Whether loss to follow-up is a reason of stopping; else such patients are censored.
    which
        A partial start counts on the first or the last day it can be.
    """
    if study.visit_order:
        return ()
    level, ends, events = rules.level, follow_up(study), event_times(study, who, rules)
    out: list[TimeToEvent] = []
    for arm, members in who.arms:
        if members.any() and records_ends(study):
            out += _stopping(arm, members, ends, clock_of(study), lost_is_event, level, interval)
        if members.any() and records(study, "adverse_events"):
            mine = events.chosen(members[events.subject])
            out += [_first_event(arm, members, ends, mine, g, which, level, interval) for g in grades]
            out.append(_mean_count(arm, members, ends, mine, which, level))
    return tuple(with_months(row, months, clock_of(study)) for row in out)


def first_event_curves(
    study: Study,
    who: Population,
    events: EventTimes,
    what: str,
    level: float,
    which: Onset = "first",
    months: Sequence[float] = MONTHS,
) -> tuple[TimeToEvent, ...]:
    """Return the time to each patient's first of some events (Kaplan-Meier), by arm; `what` names them."""
    ends = follow_up(study)
    rows = [
        replace(_first_event(arm, members, ends, events, 0, which, level, "log-log"), what=what)
        for arm, members in who.arms
        if members.any()
    ]
    return tuple(with_months(row, months, clock_of(study)) for row in rows)


def mean_count_curves(
    study: Study,
    who: Population,
    events: EventTimes,
    level: float,
    which: Onset = "first",
    months: Sequence[float] = MONTHS,
) -> tuple[TimeToEvent, ...]:
    """Return how many of some events a patient has had on average (mean cumulative count), by arm."""
    ends = follow_up(study)
    rows = [
        _mean_count(arm, members, ends, events.chosen(members[events.subject]), which, level)
        for arm, members in who.arms
        if members.any()
    ]
    return tuple(with_months(row, months, clock_of(study)) for row in rows)


def stopping_causes(ends: FollowUp, lost_is_event: bool) -> npt.NDArray[np.object_]:
    """Return why each patient stopped early, "" for who did not, as `time_to_event` counts it; (n,) text."""
    stopped = ends.status == "DISCONTINUED"
    if not lost_is_event:
        stopped &= ends.reason != LOST
    return np.where(stopped, np.where(ends.reason == "", NO_REASON, ends.reason), "")


def stopping_times(ends: FollowUp, lost_is_event: bool) -> tuple[Floats, npt.NDArray[np.object_]]:
    """Return until when each patient was on the drug, within follow-up, and why it stopped early ("")."""
    cause = stopping_causes(ends, lost_is_event)
    time, stopped = cut(ends.on_drug, cause != "", ends.end)
    return time, np.where(stopped, cause, "")


def first_event_times(ends: FollowUp, events: EventTimes, which: Onset) -> tuple[Floats, Bools]:
    """Return when each patient's first event began, or the last contact, and whether there was one; (n,).

    Of the events within follow-up (`followed`).
    """
    events = followed(ends, events)
    first = np.full(ends.last_contact.size, np.inf)
    np.minimum.at(first, events.subject, events.onset(which))
    return cut(np.where(np.isfinite(first), first, ends.last_contact), np.isfinite(first), ends.end)


def _stopping(
    arm: str,
    members: Bools,
    ends: FollowUp,
    since: str,
    lost_is_event: bool,
    level: float,
    interval: IntervalKind,
) -> list[TimeToEvent]:
    last, cause = stopping_times(ends, lost_is_event)
    time, mine = last[members], cause[members]
    km = kaplan_meier(time, mine != "", level=level, interval=interval)
    by_reason = cumulative_incidence(time, mine.tolist(), level=level, interval=interval)
    lost = LOST_EVENT if lost_is_event else LOST_CENSORED
    censoring = say(
        "Time runs from {since} to the last dose. Patients who completed, are ongoing or "
        "whose end is not recorded are counted until their last dose (censored); "
        "{lost}{follow_up_clause}.",
        since=since_words(since),
        lost=lost,
        follow_up_clause=follow_up_clause(ends),
    )
    notes = over_before("off the drug", ends.on_drug, members)
    if undated := int(np.isnan(ends.on_drug[members]).sum()):
        notes = (say("Patients without a last day, not counted: {undated}.", undated=undated), *notes)
    reasons = [
        TimeToEvent(
            arm=arm,
            what=STOPPING,
            reason=part.cause,
            scale="share with",
            method=by_reason.method,
            n=by_reason.n,
            n_events=part.n_events,
            curve=part.curve,
            observed=_sorted(time),
            level=level,
            censoring=censoring,
            assumptions=by_reason.assumptions,
            notes=notes,
        )
        for part in by_reason.causes
    ]
    return [from_kaplan_meier(arm, ON_DRUG, km, time, censoring, notes), *reasons]


def _first_event(
    arm: str,
    members: Bools,
    ends: FollowUp,
    events: EventTimes,
    grade: int,
    which: Onset,
    level: float,
    interval: IntervalKind,
) -> TimeToEvent:
    severe = events.chosen(events.level >= grade)
    mine = severe.chosen(members[severe.subject])
    time, happened = first_event_times(ends, severe, which)
    km = kaplan_meier(time[members], happened[members], level=level, interval=interval)
    censoring = say(
        "Patients without such an event are counted until their {until} (censored).", until=say(ends.until)
    )
    ungraded = int((events.level == 0).sum()) if grade else 0
    notes = (*event_notes(followed(ends, mine), which, ungraded), *left_out(ends, mine, members))
    return from_kaplan_meier(
        arm,
        FIRST_EVENT.format(worse=level_or_worse(grade, events.scale)),
        km,
        time[members],
        censoring,
        notes,
    )


def _mean_count(
    arm: str, members: Bools, ends: FollowUp, events: EventTimes, which: Onset, level: float
) -> TimeToEvent:
    notes = left_out(ends, events, members)
    events = followed(ends, events)
    onset = events.onset(which)
    until = np.where(members & (ends.last_contact >= DAY_1), ends.last_contact, np.nan)
    np.fmax.at(until, events.subject, onset)
    mean = mean_cumulative(until, events.subject, onset, level=level)
    return TimeToEvent(
        arm=arm,
        what=MEAN_COUNT,
        scale="events per patient",
        method=mean.method,
        n=mean.n,
        n_events=mean.n_events,
        curve=mean.curve,
        observed=_sorted(until),
        level=level,
        censoring=say(
            "Patients are counted until their {until}; every event counts, not only the first.",
            until=say(ends.until),
        ),
        assumptions=mean.assumptions,
        notes=(*event_notes(events, which), *notes),
    )


def from_kaplan_meier(
    arm: str, what: str, km: KaplanMeier, time: Floats, censoring: str, notes: tuple[str, ...]
) -> TimeToEvent:
    """Return a Kaplan-Meier curve as the curve of an arm."""
    return TimeToEvent(
        arm=arm,
        what=what,
        scale="share still without",
        method=km.method,
        n=km.n,
        n_events=km.n_events,
        curve=km.curve,
        observed=_sorted(time),
        level=km.level,
        censoring=censoring,
        assumptions=km.assumptions,
        notes=notes,
        median=km.median,
        median_lower=km.median_lower,
        median_upper=km.median_upper,
    )


def _sorted(time: Floats) -> Floats:
    return np.sort(time[~np.isnan(time)])


def with_months(row: TimeToEvent, months: Sequence[float], since: str) -> TimeToEvent:
    """Return a curve with what it says at some months, and with notes on its days and on few at risk.

    Parameters
    ----------
    since
        What its days count from.

    The last day of a protocol of twelve months is seldom day 366: where most of those still observed end in
    the half month before, the curve is read on the day most of them end. Nothing is read where nobody is at
    risk.
    """
    row = replace(row, since=since)
    if not row.observed.size:
        return row
    month_day = planned_day(np.array(months, dtype=np.float64))
    day = np.array([_last_day(row.observed, one) for one in month_day.tolist()])
    at_risk = row.at_risk(day)
    columns = (np.where(at_risk > 0, column, np.nan) for column in row.curve.at(day))
    read = [
        AtMonth(m, float(d), float(v), float(low), float(up), int(n))
        for m, d, v, low, up, n in zip(months, day, *columns, at_risk, strict=True)
    ]
    said = [
        *(
            say(
                "Month {month:g} is read on day {day:g}, when most of the patients left end.",
                month=at.month,
                day=at.day,
            )
            for at, own in zip(read, month_day, strict=True)
            if at.day != own
        ),
        *(
            say(
                "At month {month:g} only {at_risk} of {n} patients are still at risk.",
                month=at.month,
                at_risk=at.at_risk,
                n=row.n,
            )
            for at in read
            if 0 < at.at_risk < max(FEWEST, FEWEST_SHARE * row.n) and at.at_risk < row.n
        ),
    ]
    return replace(row, months=tuple(read), notes=(*row.notes, *said))


def _last_day(observed: Floats, day: float) -> float:
    """Return the day to read a month on: its own, or that on which most of those left end just before it."""
    first, last = np.searchsorted(observed, [day - REACH, day], side="left").tolist()
    if not 2 * (observed.size - last) < observed.size - first:
        return day
    return float(observed[first:last][(last - first - 1) // 2])
