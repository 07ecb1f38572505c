"""Which events are looked at over time, and what the worker counts of them."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from sscviewer.gui.state.event_coder import Coder

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.events.adverse_events import EventTable
    from sscviewer.analysis.events.event_codes import CodedEvents
    from sscviewer.analysis.events.event_names import EventName
    from sscviewer.analysis.population import Population
    from sscviewer.analysis.survival.event_times import EventTimes
    from sscviewer.analysis.survival.onset import OnsetHistogram, Prevalence
    from sscviewer.analysis.survival.time_to_event import TimeToEvent

Picture = Literal["onset", "prevalence", "first", "count"]


@dataclass(frozen=True, slots=True)
class TimeSettings:
    """Which events, which picture of them, and where a partial date counts."""

    name: str
    column: str
    picture: Picture
    which: Literal["first", "last"]


@dataclass(frozen=True, slots=True)
class Timed:
    """What was counted, and the picture's numbers: one entry per arm; `since` is what days count from."""

    coded: "CodedEvents"
    who: "Population"
    table: "EventTable"
    settings: TimeSettings
    name: "EventName"
    column: str
    times: "EventTimes"
    since: str
    onset: "tuple[OnsetHistogram, ...]" = ()
    prevalence: "tuple[Prevalence, ...]" = ()
    curves: "tuple[TimeToEvent, ...]" = ()


class CountOverTime:
    """Finds the events chosen and counts them over time, in the worker."""

    def __init__(self, coder: Coder) -> None:
        self._coder = coder

    def __call__(self, asked: "Asked", settings: TimeSettings) -> Timed:
        """Return what the picture asked for needs."""
        import numpy as np

        from sscviewer.analysis.events.adverse_events import behind, event_table
        from sscviewer.analysis.events.event_columns import COLUMNS
        from sscviewer.analysis.events.event_names import ANY_EVENT
        from sscviewer.analysis.settled.clock import clock_of
        from sscviewer.analysis.survival.event_times import event_times
        from sscviewer.analysis.survival.follow_up import follow_up
        from sscviewer.analysis.survival.followed import followed
        from sscviewer.analysis.survival.onset import onset_histogram, prevalence
        from sscviewer.analysis.survival.time_to_event import first_event_curves, mean_count_curves

        # Time since day 1 is of events on treatment only: of others the file has no such time.
        rules, members = replace(asked.plan.events, emergent_only=True), asked.who.safety
        coded = self._coder.coded(asked.study, rules)
        table = event_table(coded, members, "frequency")
        name = next((each for each in coded.names if key_of(each) == settings.name), ANY_EVENT)
        there = dict(zip(COLUMNS, coded.available, strict=True))
        column = settings.column if there[settings.column] else "any"
        times = event_times(asked.study, members, rules)
        times = times.chosen(np.isin(times.row, behind(coded, members, name, column).events))
        which, shown = settings.which, settings.picture
        found: dict[str, Any] = {}
        if shown == "onset":
            found["onset"] = onset_histogram(asked.study, members, which=which, events=times)
        elif shown == "prevalence":
            found["prevalence"] = prevalence(asked.study, members, which=which, events=times)
        elif shown == "first":
            found["curves"] = first_event_curves(
                asked.study, members, times, "first event", rules.level, which
            )
        else:
            found["curves"] = mean_count_curves(asked.study, members, times, rules.level, which)
        since = clock_of(asked.study)
        # What goes on has begun before day 1 too.
        shown_times = times if shown == "prevalence" else followed(follow_up(asked.study), times)
        return Timed(coded, members, table, settings, name, column, shown_times, since, **found)


def key_of(name: "EventName") -> str:
    """Return what stands for a row of the table in the list of events."""
    return f"{name.kind}|{name.body_system}|{name.term}"
