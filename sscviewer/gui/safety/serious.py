"""The serious adverse events, a row each; a double click opens the patient with the event chosen."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from sscviewer.gui.analysis.view import AnalysisView, Compute, drawn_words
from sscviewer.gui.language import number_of, tr
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.panes.table_pane import TablePane
from sscviewer.gui.safety.counting import NOT_IN_FILE
from sscviewer.gui.state.parts import Parts
from sscviewer.model.counted import counted
from sscviewer.model.sentence import joined, say

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.events.serious_events import SeriousEvents
    from sscviewer.report.table_file import Table

NOT_SAID = (
    "This file does not say which events are serious. If it does, say in which column: File ▸ Map columns…"
)


def compute_serious(asked: "Asked", settings: None) -> "SeriousEvents":
    """Return the serious events."""
    from sscviewer.analysis.events.serious_events import serious_events

    return serious_events(asked.study, asked.who.safety, asked.plan.events.window_days)


class Serious(AnalysisView):
    """The listing, or why there is none."""

    name: ClassVar[str] = "serious_events"
    title: ClassVar[str] = "Serious events"
    drawn_in: ClassVar[str] = "Cohort ▸ Doses and events"

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.rows = TablePane(self.title, self, said=str)
        self.rows.view.setToolTip(tr("Double-click a row to open its patient"))
        self.rows.row_chosen.connect(self._open)
        self.heading, self.empty = QLabel(self), QLabel(self)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self.heading.setAccessibleName(tr("How many serious events"))
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setAccessibleName(tr("Why there are no serious events"))
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.rows)
        self.stack.addWidget(self.empty)
        content = QWidget(self)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self.heading)
        layout.addWidget(self.stack, 1)
        self.put(content)

    def computation(self) -> Compute:
        """Return the function that finds them."""
        return compute_serious

    def show_result(self, result: "SeriousEvents") -> None:
        """Show the listing."""
        found = result.listing
        notes = [say("All serious events of the patients, on treatment or not."), result.rule]
        if result.n_unsaid:
            events = counted(result.n_unsaid, "event does", "events do")
            notes.append(say("{events} not say whether serious; not listed.", events=events))
        note = joined((*notes, drawn_words(self.drawn_in)))
        self.rows.show_listing(Listing(found.columns, found.rows, found.numeric), note)
        events = number_of(len(result.rows), "serious event", "serious events")
        patients = number_of(result.n_patients, "patient", "patients")
        self.heading.setText(
            tr("{events} in {patients}, {n_emergent} on treatment").format(
                events=events, patients=patients, n_emergent=result.n_emergent
            )
        )
        self.heading.setVisible(bool(result.rows))
        self.empty.setText(_why_empty(result))
        self.stack.setCurrentWidget(self.rows if result.rows else self.empty)

    def table(self) -> "Table | None":
        """Return the listing."""
        if self.result is None or not self.result.rows:
            return None
        return self.rows.table(self.name, f"Serious adverse events: {self.heading.text()}")

    @Slot(int)
    def _open(self, position: int) -> None:
        if self.result is not None:
            self.session.set_usubjid(self.result.listing.usubjids[position])
            self.session.set_selected(("adverse_events", self.result.rows[position]))
            self.session.set_view("patient")


def _why_empty(result: "SeriousEvents") -> str:
    if not result.n_events:
        return NOT_IN_FILE if not result.says else say("These patients have no adverse events.")
    if not result.says:
        return NOT_SAID
    events = counted(result.n_events, "adverse event")
    return say("None of the {events} of these patients is marked as serious.", events=events)
