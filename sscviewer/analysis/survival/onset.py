"""When adverse events begin, and how many patients have one on any day."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.population import Population
from sscviewer.analysis.settled.clock import DAY_1
from sscviewer.analysis.survival.event_times import EventTimes, Onset
from sscviewer.analysis.survival.follow_up import FollowUp, follow_up
from sscviewer.analysis.survival.followed import followed, left_out
from sscviewer.model.arrays import Floats
from sscviewer.model.dates import DAYS_PER_MONTH
from sscviewer.model.sentence import say
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class OnsetHistogram:
    """Events by the time of their onset.

    Attributes
    ----------
    edges : (b + 1,) study days since the first dose: a bin holds days > its left edge, <= its right one
    events, first_events : (b,) all events; each patient's first only
    at_risk : (b,) patients under observation when the bin begins
    n_undated, n_partial
        Events without a start (not drawn), and with one that may lie on several days.
    rule
        How those are counted, in words.
    left_out
        How many began outside follow-up, in words.
    """

    arm: str
    edges: Floats
    events: Floats
    first_events: Floats
    at_risk: Floats
    n: int
    n_events: int
    n_undated: int
    n_partial: int
    rule: str
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prevalence:
    """Patients with at least one event going on, day by day.

    Attributes
    ----------
    days, with_event, observed : (d,)
        Study days; patients with an event that day, and patients under observation.
    percent : (d,) NaN where nobody is under observation
    """

    arm: str
    days: Floats
    with_event: Floats
    observed: Floats
    percent: Floats
    n: int
    rule: str


def onset_rule(which: Onset, events: EventTimes) -> str:
    """Return in words how partial and missing starts were counted."""
    end = "first" if which == "first" else "last"
    return say(
        "Events with a partial start date, counted on the {end} possible day: {partial}. "
        "Events without any start date, not drawn: {undated}.",
        end=end,
        partial=events.partial,
        undated=events.undated,
    )


def onset_histogram(
    study: Study,
    who: Population,
    *,
    width: float = DAYS_PER_MONTH,
    which: Onset = "first",
    least_level: int = 1,
    events: EventTimes,
) -> tuple[OnsetHistogram, ...]:
    """Return the histogram of onsets of treatment-emergent events within follow-up, by arm.

    Parameters
    ----------
    events
        The events to count (`event_times`).
    width
        Of a bin, days.
    which
        A partial date counts on the first or the last day it can be.
    least_level
        Only events of at least this grade (or severity rank); events without one count from 1.
    """
    times, ends = _chosen(events, least_level), follow_up(study)
    out = []
    for arm, members in who.arms:
        every = times.chosen(members[times.subject])
        mine = followed(ends, every)
        dated = mine.chosen(~np.isnan(mine.first))
        day = dated.onset(which)
        order = np.argsort(day, kind="stable")
        first = np.unique(dated.subject[order], return_index=True)[1]
        last = np.nanmax(np.concatenate([ends.last_contact[members], day, [width]]))
        edges = np.asarray(np.arange(int(np.ceil(last / width)) + 1) * width, dtype=np.float64)
        out.append(
            OnsetHistogram(
                arm=arm,
                edges=edges,
                events=_count(day, edges),
                first_events=_count(day[order][first], edges),
                at_risk=np.array([(ends.last_contact[members] > edge).sum() for edge in edges[:-1]], float),
                n=int(members.sum()),
                n_events=int(mine.row.size),
                n_undated=mine.undated,
                n_partial=mine.partial,
                rule=onset_rule(which, mine),
                left_out=left_out(ends, every, members),
            )
        )
    return tuple(out)


def prevalence(
    study: Study,
    who: Population,
    *,
    which: Onset = "first",
    least_level: int = 1,
    events: EventTimes,
) -> tuple[Prevalence, ...]:
    """Return the share of observed patients with an event going on, by day and arm.

    An event without an end goes on to the patient's own last contact; without a start it is left out. One
    that began before day 1 and goes on counts from day 1.
    """
    times, ends = _chosen(events, least_level), follow_up(study)
    until = ends.last_contact
    return tuple(_prevalence(arm, members, times, until, ends, which) for arm, members in who.arms)


def _prevalence(
    arm: str,
    members: npt.NDArray[np.bool_],
    times: EventTimes,
    until: Floats,
    ends: FollowUp,
    which: Onset,
) -> Prevalence:
    every = times.chosen(members[times.subject])
    mine = every.chosen(~np.isnan(every.first))
    start = np.maximum(mine.onset(which), DAY_1)
    end = np.fmin(np.where(np.isnan(mine.end), np.inf, mine.end), until[mine.subject])
    last = int(np.nanmax(np.concatenate([until[members], [1.0]])))
    change = np.zeros(last + 2)
    for first, final in _merged(mine.subject, start, end):
        change[int(first)] += 1.0
        change[int(final) + 1] -= 1.0
    days = np.arange(1.0, last + 1.0)
    with_event = np.cumsum(change)[1 : last + 1]
    known = np.sort(until[members & ~np.isnan(until)])
    observed = known.size - np.searchsorted(known, days, side="left").astype(np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):  # days on which nobody is observed
        percent = np.where(observed > 0, 100.0 * with_event / observed, np.nan)
    rule = say(
        "{onset_rule} Events without an end go on to the patient's last contact.",
        onset_rule=onset_rule(which, every),
    )
    return Prevalence(arm, days, with_event, observed, percent, int(members.sum()), rule)


def _merged(subject: npt.NDArray[np.int64], start: Floats, end: Floats) -> list[tuple[float, float]]:
    """Return for each patient the periods with at least one event, none overlapping."""
    keep = end >= start
    subject, start, end = subject[keep], start[keep], end[keep]
    out: list[tuple[float, float]] = []
    owner = -1
    for i in np.lexsort((end, start, subject)):
        if owner == subject[i] and start[i] <= out[-1][1] + 1.0:
            out[-1] = (out[-1][0], max(out[-1][1], float(end[i])))
        else:
            out.append((float(start[i]), float(end[i])))
        owner = int(subject[i])
    return out


def _chosen(times: EventTimes, least_level: int) -> EventTimes:
    return times if least_level <= 1 else times.chosen(times.level >= least_level)


def _count(day: Floats, edges: Floats) -> Floats:
    position = np.searchsorted(edges, day, side="left") - 1
    return np.bincount(np.clip(position, 0, edges.size - 2), minlength=edges.size - 1).astype(np.float64)
