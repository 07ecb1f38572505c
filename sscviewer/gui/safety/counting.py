"""How events are counted, the same on every view of the page, and what is behind a count."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget

from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.controls import choose
from sscviewer.gui.not_shown_words import counted
from sscviewer.gui.panes.drill import Drill
from sscviewer.gui.parts import Parts

if TYPE_CHECKING:
    from sscviewer.analysis.adverse_events import EventTable
    from sscviewer.analysis.event_codes import CodedEvents
    from sscviewer.analysis.event_settings import EventSettings
    from sscviewer.analysis.population import Population
    from sscviewer.model.study import Study

INTERVALS = (("clopper-pearson", "Exact (Clopper-Pearson)"), ("wilson", "Wilson"))
ORDERS = (("frequency", "Commonest first"), ("alphabet", "Alphabet"))


@dataclass(frozen=True, slots=True)
class Counted:
    """The table, and what it was counted from."""

    coded: "CodedEvents"
    who: "Population"
    table: "EventTable"


class CountEvents:
    """Counts the events of a trial; codes them once per trial and settings, as a filter changes neither."""

    def __init__(self) -> None:
        self._known: tuple[Study, EventSettings, CodedEvents] | None = None

    def __call__(self, study: "Study", who: "Population", settings: "EventSettings") -> Counted:
        """Return the table of the patients in a population."""
        from sscviewer.analysis.adverse_events import event_table
        from sscviewer.analysis.event_codes import code_events

        known = self._known
        if known is None or known[0] is not study or known[1] != settings:
            known = self._known = (study, settings, code_events(study, settings))
        return Counted(known[2], who, event_table(known[2], who))


class EventsView(ChartTablePage):
    """A view of the event table: which events, in which order, of which arm, from which frequency on."""

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.arm = self.controls.combo("Arm", [("ALL", "All patients")])
        self.order = self.controls.combo("Sort", ORDERS)
        self.interval = self.controls.combo("Interval", INTERVALS)
        self.emergent = self.controls.tick("On treatment only", on=True)
        self.emergent.setToolTip("Count events that began or worsened on treatment")
        self.least = self.controls.number("In at least", 0, 100, 0, " %")
        self.least_words = QLabel(self)
        self.controls.add(self.least_words)
        for part in (self.arm.activated, self.least.valueChanged):
            part.disconnect(self.controls.changed)
            part.connect(self._redraw)
        self.result: Counted | None = None
        self._count = CountEvents()

    @property
    def settings(self) -> "EventSettings":
        """What the user chose."""
        from sscviewer.analysis.event_settings import EventSettings

        return EventSettings(
            emergent_only=self.emergent.isChecked(),
            interval=self.interval.currentData(),
            order=self.order.currentData(),
        )

    def computation(self) -> CountEvents:
        """Return the function that counts."""
        return self._count

    def show_result(self, result: Counted) -> None:
        """Show a table that was counted."""
        self.result = result
        arms = [("ALL", "All patients"), *((arm, arm) for arm in result.table.arms[1:])]
        choose(self.arm, arms)
        self.controls.offer(self.arm, len(arms) > 1)
        self._redraw()

    @Slot()
    def _redraw(self) -> None:
        if self.result is not None:
            self.draw(self.result, self.shown_rows(self.result))

    def shown_rows(self, result: Counted) -> list[int]:
        """Return the rows in at least so many patients, and say how many that is."""
        from sscviewer.analysis.event_settings import threshold

        table, arm = result.table, self.arm.currentData()
        n = int(table.n[table.arms.index(arm)])
        in_arm = set(table.rows_in(arm))
        if not self.least.value():
            self.least_words.setText("")
            return sorted(in_arm)
        least = threshold(self.least.value(), n)
        self.least_words.setText(f"{least.words} patients; totals stay as they are")
        return [int(row) for row in table.rows_at_least(least, arm) if int(row) in in_arm]

    def draw(self, result: Counted, rows: list[int]) -> None:
        """Show some rows of a table."""
        raise NotImplementedError

    def drill(self, row: int, column: str) -> None:
        """List what is behind a count."""
        from sscviewer.analysis.adverse_events import behind
        from sscviewer.analysis.event_settings import column_words

        if self.result is None:
            return
        table, arm = self.result.table, self.arm.currentData()
        name = table.names[row]
        found = behind(self.result.coded, self.result.who, name, column, arm)
        what = "" if column == "any" else f", {column_words(column, table.scale).lower()}"
        words = f"{name.words}{what}: {counted(len(found.usubjids), 'patient', 'patients')}"
        title = f"{words}, {counted(len(found.events), 'event', 'events')}"
        rows = tuple(sorted(int(event) for event in found.events))
        self.drill_asked.emit(Drill(title, "adverse_events", rows, found.usubjids))
