"""Adverse events over time: when they begin, who has one, time to the first, how many by when."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget

from sscviewer.gui.analysis.controls import choose
from sscviewer.gui.event_counting import Coder
from sscviewer.gui.parts import Parts
from sscviewer.gui.safety.counting import SafetyView
from sscviewer.gui.safety.time_pictures import Asked, picture

if TYPE_CHECKING:
    from sscviewer.analysis.adverse_events import EventTable
    from sscviewer.analysis.event_codes import CodedEvents
    from sscviewer.analysis.event_names import EventName
    from sscviewer.analysis.event_settings import EventSettings
    from sscviewer.analysis.event_times import EventTimes
    from sscviewer.analysis.onset import OnsetHistogram, Prevalence
    from sscviewer.analysis.population import Population
    from sscviewer.analysis.time_to_event import TimeToEvent
    from sscviewer.model.study import Study
    from sscviewer.plots.mark import Mark

Picture = Literal["onset", "prevalence", "first", "count"]
PICTURES = (
    ("onset", "When events begin"),
    ("prevalence", "Patients with an event going on"),
    ("first", "Time to the first event"),
    ("count", "Events per patient so far"),
)
DATES = (("first", "first possible day"), ("last", "last possible day"))
ANY = "any||"


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


class _Count:
    """Finds the events chosen and counts them over time, in the worker."""

    def __init__(self, coder: Coder) -> None:
        self._coder = coder

    def __call__(self, study: "Study", who: "Population", settings: TimeSettings) -> Timed:
        import numpy as np

        from sscviewer.analysis.adverse_events import behind, event_table
        from sscviewer.analysis.event_names import ANY_EVENT
        from sscviewer.analysis.event_settings import COLUMNS
        from sscviewer.analysis.event_times import event_times
        from sscviewer.analysis.onset import onset_histogram, prevalence
        from sscviewer.analysis.time_to_event import first_event_curves, mean_count_curves

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


class OverTime(SafetyView):
    """One picture at a time, of any event, a group, a class or a term; arms apart where there are arms."""

    name: ClassVar[str] = "events_over_time"
    title: ClassVar[str] = "Over time"

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.picture = self.controls.combo("Picture", PICTURES)
        self.events = self.controls.combo("Event", [(ANY, "Any adverse event")])
        self.events.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.events.setMinimumContentsLength(26)
        self.events.setMaxVisibleItems(24)
        self.column = self.controls.combo("Of", [("any", "Any grade")])
        self.which = self.controls.combo("A partial date counts on its", DATES)
        self.end_controls()
        self.split.setSizes([2500, 1000])

    @property
    def settings(self) -> TimeSettings:
        """What the user chose; time since the first dose is of events on treatment only."""
        from dataclasses import replace

        return TimeSettings(
            events=replace(self.counting.rules.settings(), emergent_only=True),
            name=self.events.currentData(),
            column=self.column.currentData(),
            picture=self.picture.currentData(),
            which=self.which.currentData(),
        )

    def computation(self) -> _Count:
        """Return the function that counts."""
        return _Count(self.counting.coder)

    def draw(self, result: Timed) -> None:
        """Show picture and table."""
        from sscviewer.analysis.event_settings import COLUMNS, column_words

        table = result.table
        choose(self.events, [(key_of(name), _entry(name)) for name in table.names])
        there = zip(COLUMNS, table.available, strict=True)
        choose(self.column, [(each, column_words(each, table.scale)) for each, is_in in there if is_in])
        self.controls.offer(self.which, result.times.partial > 0 or result.settings.which == "last")
        column = result.column
        what = "" if column == "any" else f", {column_words(column, table.scale).lower()}"
        asked = Asked(f"{result.name.words}{what}", str(self.arm.currentData()), self.empty_words(result))
        figure, listing = picture(result, asked)
        self.show_both(figure, listing)

    @Slot(object)
    def clicked(self, mark: "Mark | None") -> None:
        """List the events that begin within a bar."""
        if mark is None or not mark.key or self.result is None:
            return
        from sscviewer.analysis.adverse_events import Behind

        low, high, arm = mark.key.split("|", 2)
        result: Timed = self.result
        day = result.times.onset(result.settings.which)
        members = dict(result.who.arms)[arm][result.times.subject]
        known = result.times.first == result.times.first  # an event without a start is in no bar
        chosen = result.times.chosen(known & members & (day > float(low)) & (day <= float(high)))
        ids = tuple(dict.fromkeys(result.coded.usubjids[i] for i in chosen.subject))
        words = mark.text.partition("\n")[0].lower()
        self.ask_drill(result.name, result.column, Behind(ids, chosen.row), f", {words}")


def key_of(name: "EventName") -> str:
    """Return what stands for a row of the table in the list of events."""
    return f"{name.kind}|{name.body_system}|{name.term}"


def _entry(name: "EventName") -> str:
    return f"    {name.words}" if name.kind == "term" else name.words
