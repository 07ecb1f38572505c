"""What views of time count: from day 1 of the plan's clock to the end of follow-up that the plan sets.

What is of the drug (limiting events, the dose question) takes the events as they are: a drug that was stopped
was stopped, whenever the plan looks away.
"""

from dataclasses import replace

import numpy as np

from sscviewer.analysis.settled.clock import DAY_1
from sscviewer.analysis.survival.event_times import EventTimes
from sscviewer.analysis.survival.follow_up import FollowUp
from sscviewer.model.arrays import Bools, Floats
from sscviewer.model.sentence import say


def followed(ends: FollowUp, events: EventTimes) -> EventTimes:
    """Return the events that begin within follow-up; those that may begin in it, on their days within it.

    Where the clock starts after the first dose (a run-in before randomisation) nobody is at risk before
    day 1: a start that may lie on either side of it counts from day 1, as from the first dose else.
    """
    start = np.maximum(events.first_dose, DAY_1)
    inside = replace(
        events,
        first=np.maximum(events.first, start),
        last=np.minimum(np.maximum(events.last, start), _until(ends, events)),
        first_dose=start,
    )
    return inside.chosen(~_early(events) & ~_late(ends, events))


def left_out(ends: FollowUp, events: EventTimes, members: Bools) -> tuple[str, ...]:
    """Return how many events of some patients, and of these, are not counted; nothing where it is none."""
    found = (
        (_early(events), "that began before day 1"),
        (_late(ends, events), f"that began after the {ends.until}"),
    )
    said = (
        say("Events {words}, not counted: {n}.", words=words, n=int(rows.sum()))
        for rows, words in found
        if rows.any()
    )
    return (*said, *over_before("last seen", ends.last_contact, members))


def cut(time: Floats, event: Bools, end: Floats) -> tuple[Floats, Bools]:
    """Return times and whether they are events, within follow-up: what is later is censored at its end.

    A time that is over before day 1 (the drug was stopped in a run-in) is not known, NaN: nobody is at risk
    before; `over_before` says how many these are.

    Parameters
    ----------
    time, event, end : (n,) `end` NaN where the plan sets none
    """
    early, late = time < DAY_1, time > end  # NaN compares False
    return np.where(early, np.nan, np.where(late, end, time)), event & ~early & ~late


def over_before(words: str, time: Floats, members: Bools) -> tuple[str, ...]:
    """Return how many of some patients `cut` leaves out ("last seen", "off the drug"); nothing if none."""
    n = int((members & (time < DAY_1)).sum())
    return (say("Patients {words} before day 1, not counted: {n}.", words=words, n=n),) if n else ()


def _early(events: EventTimes) -> Bools:
    return np.asarray(events.last < np.maximum(events.first_dose, DAY_1))


def _late(ends: FollowUp, events: EventTimes) -> Bools:
    return np.asarray(events.first > _until(ends, events))


def _until(ends: FollowUp, events: EventTimes) -> Floats:
    end = ends.end[events.subject]
    return np.where(np.isnan(end), np.inf, end)
