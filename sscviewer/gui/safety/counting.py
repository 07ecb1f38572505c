"""What all views of the page share: whose events, by which rules, in which groups; what is behind counts."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from sscviewer.analysis.arm_words import ALL
from sscviewer.gui.analysis.arm_names import arm_entries
from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.controls import choose
from sscviewer.gui.dialogs.counting_rules import CountingRulesDialog
from sscviewer.gui.dialogs.question import ask
from sscviewer.gui.dialogs.term_groups import TermGroupsDialog
from sscviewer.gui.language import tr
from sscviewer.gui.panes.drill import Drill
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.parts import Parts
from sscviewer.model.counted import counted
from sscviewer.model.sentence import say
from sscviewer.plots.charts.axes import Axis
from sscviewer.plots.charts.bars import BarData, Bars
from sscviewer.plots.charts.chart import Figure

if TYPE_CHECKING:
    from sscviewer.analysis.events.adverse_events import Behind, EventTable
    from sscviewer.analysis.events.event_codes import CodedEvents
    from sscviewer.analysis.events.event_names import EventName
    from sscviewer.analysis.population import Population

NOT_IN_FILE = (
    "This file has no adverse events. If it should, say which sheet they are on: File ▸ Map columns…"
)
NOBODY = say("No patient who took a dose is left to be counted. Change the filter.")
NONE_COUNTED = say("No adverse event of these patients counts by the rules chosen.")


class EventsCounted(Protocol):
    """What the views count from: the events coded, the patients, the table of all rows."""

    @property
    def coded(self) -> "CodedEvents":
        """The events."""

    @property
    def who(self) -> "Population":
        """The patients."""

    @property
    def table(self) -> "EventTable":
        """All rows."""


class SafetyView(ChartTablePage):
    """A picture above a table of adverse events; subclasses draw a result for the arm chosen."""

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.planning = parts.session.planning
        self.arm = self.controls.combo("Arm", arm_entries([ALL]))
        self.shown_only(self.arm.activated)
        self.groups_button, self.rules_button = QPushButton(tr("Groups…")), QPushButton(tr("Counting…"))
        self.groups_button.setToolTip(tr("Count several terms as one event"))
        self.rules_button.setToolTip(tr("What a missing date, grade or relation means; the interval"))
        self.groups_button.clicked.connect(self.ask_groups)
        self.rules_button.clicked.connect(self.ask_rules)
        self.dialog: TermGroupsDialog | CountingRulesDialog | None = None

    def shown_only(self, signal: Any) -> None:
        """Let a control of the row change what is shown, and nothing be computed."""
        self.controls.only_show(self.redraw, signal)

    def end_controls(self) -> None:
        """Put the buttons behind the view's own controls."""
        pair = QWidget(self.controls)
        both = QHBoxLayout(pair)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(self.groups_button)
        both.addWidget(self.rules_button)
        self.controls.add(pair)

    def show_result(self, result: Any) -> None:
        """Show what was counted."""
        arms = arm_entries([ALL, *result.table.arms[1:]])
        choose(self.arm, arms)
        self.controls.offer(self.arm, len(arms) > 1)
        self.groups_button.setEnabled(len(result.coded.names) > 1)
        self.redraw()

    @Slot()
    def redraw(self) -> None:
        """Show the result as the controls say; that a file has no events is not a count of 0."""
        if self.result is None:
            return
        if self._has_events:
            self.draw(self.result)
            return
        axis = Axis(0.0, 1.0, ())
        data = BarData(axis, axis, (), empty=NOT_IN_FILE)
        self.show_both(Figure(self.name, "", lambda ink: Bars(ink, data)), Listing((), ()))

    @property
    def _has_events(self) -> bool:
        trial = self.session.trial
        return trial is not None and len(trial.study.column("adverse_events", "USUBJID")) > 0

    def figure(self) -> Figure | None:
        """Return the picture, if there is anything on it."""
        return super().figure() if self._has_events else None

    def draw(self, result: Any) -> None:
        """Show a result."""
        raise NotImplementedError

    def empty_words(self, result: EventsCounted) -> str:
        """Return why there is nothing to show."""
        return NONE_COUNTED if result.who.n_treated else NOBODY

    def ask_drill(self, name: "EventName", column: str, found: "Behind", more: str = "") -> None:
        """List the records behind a number."""
        from sscviewer.analysis.events.event_columns import column_words

        what = "" if column == "any" else f", {column_words(column, self.result.table.scale).lower()}"
        words = f"{name.words}{what}{more}: {counted(len(found.usubjids), 'patient')}"
        title = f"{words}, {counted(len(found.events), 'event')}"
        rows = tuple(sorted(int(event) for event in found.events))
        self.drill_asked.emit(Drill(title, "adverse_events", rows, found.usubjids))

    @Slot()
    def ask_groups(self) -> None:
        """Let the user make groups of the terms counted."""
        from sscviewer.analysis.events.event_terms import term_counts

        if self.result is None:
            return
        terms = term_counts(self.result.coded, self.result.who)
        self.dialog = dialog = TermGroupsDialog(self.planning.events.groups, terms, self.window())
        ask(self.session, dialog, lambda: self.planning.choose_groups(dialog.groups))

    @Slot()
    def ask_rules(self) -> None:
        """Let the user say how events are counted."""
        self.dialog = dialog = CountingRulesDialog(self.planning.events, self.window())
        ask(
            self.session,
            dialog,
            lambda: self.planning.choose(replace(self.planning.plan, events=dialog.rules)),
        )


class ThresholdField:
    """The control "in at least so many per cent of the patients", which says how many that is."""

    def __init__(self, view: SafetyView) -> None:
        self._view = view
        self.least = view.controls.number("In at least", 0, 100, 0, " %")
        view.shown_only(self.least.valueChanged)
        self._words = QLabel(view)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        view.controls.add(self._words)

    @property
    def percent(self) -> int:
        """The least percentage, 0 for every row."""
        return self.least.value()

    def rows(self, table: "EventTable", arm: str, other: str = "") -> list[int]:
        """Return the rows of an arm (or another) in at least so many patients, and say how many that is."""
        from sscviewer.analysis.events.event_columns import threshold

        arms = [arm, other] if other else [arm]
        rows = {row for each in arms for row in table.rows_in(each)}
        if not self.percent:
            self._words.setText("")
            return sorted(rows)
        least = [threshold(self.percent, int(table.n[table.arms.index(each)])) for each in arms]
        self._words.setText(
            tr("{least} patients; totals stay as they are").format(
                least=" or ".join(one.words for one in least)
            )
        )
        enough = {
            int(row) for one, each in zip(least, arms, strict=True) for row in table.rows_at_least(one, each)
        }
        return sorted(rows & enough)
