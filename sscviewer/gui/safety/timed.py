"""Which events are looked at over time, and what the worker counts of them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from sscviewer.gui.state.event_counting import Coder

if TYPE_CHECKING:
    from sscviewer.analysis.events.adverse_events import EventTable
    from sscviewer.analysis.events.event_codes import CodedEvents
    from sscviewer.analysis.events.event_names import EventName
    from sscviewer.analysis.events.event_settings import EventSettings
    from sscviewer.analysis.population import Population
    from sscviewer.analysis.survival.event_times import EventTimes
    from sscviewer.analysis.survival.onset import OnsetHistogram, Prevalence
    from sscviewer.analysis.survival.time_to_event import TimeToEvent
    from sscviewer.model.study import Study

Picture = Literal["onset", "prevalence", "first", "count"]


@dataclass(frozen=True, slots=True)
class TimeSettings:
    """Which events, which picture of them, and where a partial date counts."""

    events: "EventSettings"
    name: str
    column: str
    picture: Picture
    which: Literal["first", "last"]


@dataclass(frozen=True, slots=True)
class Timed:
    """What was counted, and the picture's numbers: one entry per arm."""

    coded: "CodedEvents"
    who: "Population"
    table: "EventTable"
    settings: TimeSettings
    name: "EventName"
    column: str
    times: "EventTimes"
    onset: "tuple[OnsetHistogram, ...]" = ()
    prevalence: "tuple[Prevalence, ...]" = ()
    curves: "tuple[TimeToEvent, ...]" = ()


class CountOverTime:
    """Finds the events chosen and counts them over time, in the worker."""

    def __init__(self, coder: Coder) -> None:
        self._coder = coder

    def __call__(self, study: "Study", who: "Population", settings: TimeSettings) -> Timed:
        """Return what the picture asked for needs."""
        import numpy as np

        from sscviewer.analysis.events.adverse_events import behind, event_table
        from sscviewer.analysis.events.event_names import ANY_EVENT
        from sscviewer.analysis.events.event_settings import COLUMNS
        from sscviewer.analysis.survival.event_times import event_times
        from sscviewer.analysis.survival.onset import onset_histogram, prevalence
        from sscviewer.analysis.survival.time_to_event import first_event_curves, mean_count_curves

        coded = self._coder.coded(study, settings.events)
        table = event_table(coded, who)
        name = next((each for each in coded.names if key_of(each) == settings.name), ANY_EVENT)
        there = dict(zip(COLUMNS, coded.available, strict=True))
        column = settings.column if there[settings.column] else "any"
        times = event_times(study, who)
        times = times.chosen(np.isin(times.row, behind(coded, who, name, column).events))
        which, shown = settings.which, settings.picture
        found: dict[str, Any] = {}
        if shown == "onset":
            found["onset"] = onset_histogram(study, who, which=which, events=times)
        elif shown == "prevalence":
            found["prevalence"] = prevalence(study, who, which=which, events=times)
        elif shown == "first":
            found["curves"] = first_event_curves(study, who, times, "first event", which)
        else:
            found["curves"] = mean_count_curves(study, who, times, which)
        return Timed(coded, who, table, settings, name, column, times, **found)


def key_of(name: "EventName") -> str:
    """Return what stands for a row of the table in the list of events."""
    return f"{name.kind}|{name.body_system}|{name.term}"
