"""Adverse events over time: when they begin, who has one, time to the first, how many by when."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget

from sscviewer.gui.analysis.controls import choose
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.safety.counting import SafetyView
from sscviewer.gui.safety.time_pictures import TimeAsked, picture
from sscviewer.gui.safety.timed import CountOverTime, Timed, TimeSettings, key_of
from sscviewer.gui.state.parts import Parts
from sscviewer.plots.charts.bars import Bars
from sscviewer.plots.mark import Mark

if TYPE_CHECKING:
    from sscviewer.analysis.events.event_names import EventName

PICTURES = (
    ("onset", "When events begin"),
    ("prevalence", "Patients with an event going on"),
    ("first", "Time to the first event"),
    ("count", "Events per patient so far"),
)
DATES = (("first", "first possible day"), ("last", "last possible day"))
ANY = "any||"


class OverTime(SafetyView):
    """One picture at a time, of any event, a group, a class or a term; arms apart where there are arms."""

    name: ClassVar[str] = "events_over_time"
    title: ClassVar[str] = "Over time"
    needs: ClassVar[Needs] = ("time",)

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
        self.rows.cell_chosen.connect(self._row_clicked)

    @property
    def settings(self) -> TimeSettings:
        """What the user chose."""
        return TimeSettings(
            name=self.events.currentData(),
            column=self.column.currentData(),
            picture=self.picture.currentData(),
            which=self.which.currentData(),
        )

    def computation(self) -> CountOverTime:
        """Return the function that counts."""
        return CountOverTime(self.session.coder)

    def draw(self, result: Timed) -> None:
        """Show picture and table."""
        from sscviewer.analysis.events.event_columns import COLUMNS, column_words

        table = result.table
        # What was chosen stays offered when no patient of another filter had it.
        names = dict.fromkeys([*table.names, result.name])
        choose(self.events, [(key_of(name), _entry(name)) for name in names])
        there = zip(COLUMNS, table.available, strict=True)
        choose(self.column, [(each, column_words(each, table.scale)) for each, is_in in there if is_in])
        self.controls.offer(self.which, result.times.partial > 0 or result.settings.which == "last")
        column = result.column
        what = "" if column == "any" else f", {column_words(column, table.scale).lower()}"
        asked = TimeAsked(f"{result.name.words}{what}", str(self.arm.currentData()), self.empty_words(result))
        figure, listing = picture(result, asked)
        self.show_both(figure, listing)

    @Slot(int, int)
    def _row_clicked(self, row: int, column: int) -> None:
        """List the events of a month: the rows of the table are the bars of the picture."""
        chart = self.chart.chart
        if isinstance(chart, Bars) and row < len(chart.data.bars):
            bar = chart.data.bars[row]
            self.clicked(Mark("", -1, bar.hover, key=bar.key))

    @Slot(object)
    def clicked(self, mark: Mark | None) -> None:
        """List the events that begin within a bar."""
        if mark is None or not mark.key or self.result is None:
            return
        from sscviewer.analysis.events.adverse_events import Behind

        low, high, arm = mark.key.split("|", 2)
        result: Timed = self.result
        day = result.times.onset(result.settings.which)
        members = dict(result.who.arms)[arm][result.times.subject]
        known = result.times.first == result.times.first  # an event without a start is in no bar
        chosen = result.times.chosen(known & members & (day > float(low)) & (day <= float(high)))
        ids = tuple(dict.fromkeys(result.coded.usubjids[i] for i in chosen.subject))
        words = mark.text.partition("\n")[0].lower()
        self.ask_drill(result.name, result.column, Behind(ids, chosen.row), f", {words}")


def _entry(name: "EventName") -> str:
    return f"    {name.words}" if name.kind == "term" else name.words
