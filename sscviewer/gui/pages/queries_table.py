"""The log of queries: what was asked, what became of it, and what the program proposes."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from sscviewer.gui.language import tr
from sscviewer.gui.pages.filled_when_seen import FilledWhenSeen
from sscviewer.gui.panes.flow_layout import FlowLayout
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.panes.table_pane import TablePane
from sscviewer.gui.state.actions import Actions
from sscviewer.gui.state.reviews import Reviews
from sscviewer.gui.state.study_queries import StudyQueries
from sscviewer.plots.screen.plain_tip import plain_tip

if TYPE_CHECKING:
    from sscviewer.memory.query_log import Query, Status
    from sscviewer.report.table_file import Table

COLUMNS = (
    *("No.", "Status", "Site", "Patient", "Form", "Visit", "Field", "Value", "Question"),
    *("Answer", "Date of answer", "Proposal"),
)
EMPTY = "Nothing was asked yet. Ask about the findings, or about a record by the right mouse button."


class QueriesTable(FilledWhenSeen):
    """Queries narrowed by status and text; the status of the selected ones is changed in place.

    Signals
    -------
    record_asked
        USUBJID, and (table, row as read) of the record asked about or None.
    save_asked
        With the queries shown, to be saved as a list for the site.
    """

    record_asked = Signal(str, object)
    save_asked = Signal(tuple)

    def __init__(
        self, queries: StudyQueries, reviews: Reviews, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        from sscviewer.memory.query_log import STATUSES  # there is a trial

        self._log, self._reviews = queries, reviews
        self._queries: tuple[Query, ...] = ()
        self._statuses = STATUSES
        self.pane = TablePane("Queries", self, stretch=8, said=str)
        view = self.pane.view
        view.setToolTip(tr("Double-click a query to open its patient; the right button sets its status"))
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)
        self.pane.row_chosen.connect(self._open)
        self.status = QComboBox(self)
        self.status.setAccessibleName(tr("Status shown"))
        for text in ("Any status", *self._statuses):
            self.status.addItem(tr(text), "" if text == "Any status" else text)
        self.status.activated.connect(self._narrow)
        self.words = QLabel(self)
        self.words.setAccessibleName(tr("Queries by status"))
        self.words.setWordWrap(True)
        self.set_button = self._button(tr("Set status"), tr("Say what became of the selected queries"))
        self.menu = QMenu(self.set_button)
        self._fill_menu(self.menu)
        self.set_button.setMenu(self.menu)
        self.set_button.setEnabled(False)
        self.full = self._whole_query()
        view.row_changed.connect(self._tell_whole)
        view.selectionModel().selectionChanged.connect(self._selected)
        self.pane.model.modelReset.connect(self._selected)
        self.ask_button = self._button(
            tr("Ask about the findings…"), tr("Put the findings of the file into the log")
        )
        self.ask_button.clicked.connect(actions["queries"].trigger)
        self.answers_button = self._button(tr("Take in answers…"), tr("Read a list that a site sent back"))
        self.answers_button.clicked.connect(actions["answers"].trigger)
        self.save_button = self._button(
            tr("Save query list…"), tr("Save the queries shown as a list for the site")
        )
        self.save_button.clicked.connect(self._save)
        self._lay_out()
        queries.changed.connect(self.refresh)

    def _whole_query(self) -> QLabel:
        full = QLabel(self)
        full.setAccessibleName(tr("The whole query"))
        full.setWordWrap(True)
        full.setTextFormat(Qt.TextFormat.PlainText)
        full.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        full.hide()
        return full

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(text.removesuffix("…"))
        button.setToolTip(plain_tip(tip))
        return button

    def _lay_out(self) -> None:
        top = FlowLayout()
        for button in (self.ask_button, self.answers_button):
            top.addWidget(button)
        self.pane.bar.insertWidget(1, self.status)
        self.pane.bar.insertWidget(2, self.set_button)
        self.pane.bar.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addWidget(self.words)
        layout.addLayout(top)
        layout.addWidget(self.pane)
        layout.addWidget(self.full)

    def table(self) -> "Table | None":
        """Return the lines shown; None without any."""
        if self._is_stale or not self.pane.model.shown:
            return None
        return self.pane.table("query_log", "Log of queries")

    def selected(self) -> tuple[int, ...]:
        """Return the numbers of the selected queries."""
        rows = self.pane.view.selectionModel().selectedRows()
        return tuple(self._queries[self.pane.model.row_of(index)].number for index in rows)

    def _load(self) -> None:
        self._queries = self._log.all()
        why_not = self._reviews.why_not
        for button in (self.ask_button, self.answers_button):
            button.setEnabled(not self._reviews.is_hidden)
        self.save_button.setEnabled(bool(self._queries))
        self.words.setText(why_not or self._counts() or tr(EMPTY))
        self.pane.show_listing(queries_listing(self._queries))
        self._narrow()

    def _counts(self) -> str:
        counts = ((s, sum(q.status == s for q in self._queries)) for s in self._statuses)
        proposed = sum(bool(query.proposal) for query in self._queries)
        words = [f"{n} {status}" for status, n in counts if n]
        return ", ".join([*words, f"{proposed} with a proposal"] if proposed else words)

    @Slot()
    def _narrow(self) -> None:
        wanted = self.status.currentData()
        shown = (i for i, query in enumerate(self._queries) if wanted in ("", query.status))
        self.pane.model.show_only(frozenset(shown))

    @Slot()
    def _selected(self) -> None:
        self.set_button.setEnabled(bool(self.pane.view.selectionModel().selectedRows()))

    @Slot(int)
    def _tell_whole(self, position: int) -> None:
        """Show the whole of the current query, which the table may have cut short."""
        self.full.setVisible(position >= 0)
        if position >= 0:
            query = self._queries[position]
            parts = (query.question.text, query.answer and f"Answer: {query.answer}", query.proposal)
            self.full.setText(f"{query.number}: {'  ·  '.join(part for part in parts if part)}")

    def _fill_menu(self, menu: QMenu) -> None:
        for status in self._statuses:
            menu.addAction(tr(status).capitalize()).triggered.connect(partial(self._set, status))

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        if self.selected():
            self.menu.popup(self.pane.view.viewport().mapToGlobal(at))

    def _set(self, status: "Status", _checked: bool = False) -> None:
        self._log.set_status(self.selected(), status)

    @Slot(int)
    def _open(self, position: int) -> None:
        query = self._queries[position]
        record = (query.question.table, query.row) if query.row >= 0 else None
        self.record_asked.emit(query.question.usubjid, record)

    @Slot()
    def _save(self) -> None:
        self.save_asked.emit(tuple(self._queries[i] for i in self.pane.model.shown))


def queries_listing(queries: "tuple[Query, ...]") -> Listing:
    """Return the log."""
    rows = tuple(
        (
            *(str(query.number), query.status, query.question.site, query.question.usubjid),
            *(query.question.form, query.question.visit, query.question.field, query.question.value),
            *(query.question.text, query.answer, query.answered, query.proposal),
        )
        for query in queries
    )
    return Listing(COLUMNS, rows, numeric=frozenset({0}))
