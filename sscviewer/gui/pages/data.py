"""The data page: what was read of the file, what is wrong in it, and what no picture shows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from sscviewer.gui.language import tr
from sscviewer.gui.pages.changes_table import ChangesTable
from sscviewer.gui.pages.data_listings import not_shown_listing, results_listing
from sscviewer.gui.pages.issues_table import IssuesTable
from sscviewer.gui.pages.queries_table import QueriesTable
from sscviewer.gui.pages.reviews_table import ReviewsTable
from sscviewer.gui.pages.sheets_table import SheetsTable
from sscviewer.gui.panes.listing_view import ListingView
from sscviewer.gui.panes.table_model import ListingModel
from sscviewer.gui.state.parts import Parts
from sscviewer.gui.state.same_record import same_record
from sscviewer.gui.state.trial import Trial

if TYPE_CHECKING:
    from sscviewer.model.change import Changes
    from sscviewer.report.table_file import Table


class DataView(QWidget):
    """Built anew for each file: the tables of its load report.

    Signals
    -------
    queries_asked
        With the issues to ask about in a list.
    query_asked
        With those that become queries of the log at once.
    list_asked
        With the queries of the log to be saved as a list.
    map_asked
        With a sheet that is to be mapped, and whether its measurements are what is asked about.
    offer_changed
        Which table can be saved may have changed.
    """

    queries_asked = Signal(tuple)
    query_asked = Signal(tuple)
    list_asked = Signal(tuple)
    map_asked = Signal(str, bool)
    offer_changed = Signal()

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        session = parts.session
        self._parts, self._session, self._actions = parts, session, parts.actions
        self._contents: QWidget | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        session.trial_changed.connect(self.show_trial)
        session.changes_changed.connect(self.show_changes)
        session.cell_asked.connect(self.show_cell)
        parts.reviews.changed.connect(self._count_marks)
        parts.queries.changed.connect(self._count_marks)

    @Slot(str, bool)
    def _map(self, sheet: str, measures: bool) -> None:
        if self._actions["map"].isEnabled():  # not while identities are hidden
            self.map_asked.emit(sheet, measures)

    @Slot(object)
    def show_trial(self, trial: Trial) -> None:
        """Show another file's report."""
        if self._contents is not None:
            self._contents.hide()
            self._contents.deleteLater()
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        self.sheets = SheetsTable(trial.report, split)
        self.sheets.map_asked.connect(self._map)
        self.issues = IssuesTable(trial.report.issues, split)
        self.issues.patient_asked.connect(self._open_patient)
        self.issues.save_asked.connect(self.queries_asked)
        self.issues.query_asked.connect(self.query_asked)
        self.not_shown = self._not_shown(trial, split)
        self.tabs = QTabWidget(split)
        self.tabs.setAccessibleName(tr("Lists"))
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.issues, tr("Issues ({n})").format(n=len(trial.report.issues)))
        self.tabs.addTab(self.not_shown, tr("Not shown ({n})").format(n=len(trial.not_shown)))
        self.changes = ChangesTable(self._actions, split)
        self.changes.patient_asked.connect(self._open_patient)
        self.tabs.addTab(self.changes, "")
        self.results_model = ListingModel(results_listing(None), split)
        self.results_view = ListingView(self.results_model, "Changed results", split)
        self.tabs.addTab(self.results_view, "")
        self._add_memory(split)
        self.tabs.currentChanged.connect(self.offer_changed)
        split.addWidget(self.sheets)
        split.addWidget(self.tabs)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(split)
        self._contents = split
        self.show_changes(self._session.changes)

    def _add_memory(self, parent: QWidget) -> None:
        parts = self._parts
        self.reviews = ReviewsTable(parts.reviews, self._actions, parent)
        self.reviews.record_asked.connect(self._open_record)
        self.tabs.addTab(self.reviews, tr("Reviews"))
        self.queries = QueriesTable(parts.queries, parts.reviews, self._actions, parent)
        self.queries.record_asked.connect(self._open_as_read)
        self.queries.save_asked.connect(self.list_asked)
        self.tabs.addTab(self.queries, tr("Queries"))
        self._count_marks()

    @Slot()
    def _count_marks(self) -> None:
        """Say how many marks there are; how many queries is not asked before their table is on screen."""
        if self._contents is None and not hasattr(self, "reviews"):
            return
        n = self.reviews.n_marks
        self.tabs.setTabText(
            self.tabs.indexOf(self.reviews), tr("Reviews ({n})").format(n=n) if n else tr("Reviews")
        )
        self.offer_changed.emit()

    @Slot(object)
    def show_changes(self, changes: "Changes | None") -> None:
        """Show what changed since an earlier export, and turn to it when the user chose that export."""
        if self._contents is None:
            return
        self.changes.show_changes(changes)
        title = (
            tr("Changes")
            if changes is None
            else tr("Changes ({n_changes})").format(n_changes=self.changes.n_changes)
        )
        self.tabs.setTabText(self.tabs.indexOf(self.changes), title)
        self._show_results(changes)
        if changes is not None and changes.exact:
            self.tabs.setCurrentWidget(self.changes)
        self.offer_changed.emit()

    def _show_results(self, changes: "Changes | None") -> None:
        """List the numbers that moved; no tab where they were not compared."""
        at = self.tabs.indexOf(self.results_view)
        self.results_model.set_listing(results_listing(changes))
        self.results_view.fit_columns()
        compared = changes is not None and changes.results is not None
        self.tabs.setTabVisible(at, compared)
        self.tabs.setTabText(
            at, tr("Changed results ({rowcount})").format(rowcount=self.results_model.rowCount())
        )

    def table(self) -> "Table | None":
        """Return the table of changes, reviews or queries while it is on screen; issues become queries."""
        on_screen = self.tabs.currentWidget() if self._contents is not None else None
        saved = (self.changes, self.reviews, self.queries) if on_screen is not None else ()
        return next((part.table() for part in saved if part is on_screen), None)

    def _not_shown(self, trial: Trial, parent: QWidget) -> QWidget:
        page = QWidget(parent)
        self.not_shown_model = ListingModel(not_shown_listing(trial.not_shown), page)
        self.not_shown_view = ListingView(self.not_shown_model, "Not shown", page)
        self.not_shown_view.fit_columns()
        self.not_shown_view.row_chosen.connect(self._open_not_shown)
        words = tr("Records that are in the file and in no picture. Nothing else is left out.")
        if trial.n_without_start:
            words += (
                f" {trial.n_without_start} adverse events without a start date are drawn"
                " from the left edge, with an arrow."
            )
        label = QLabel(words, page)
        label.setWordWrap(True)
        copy = QPushButton(tr("Copy table"), page)
        copy.setAccessibleName(tr("Copy table"))
        copy.clicked.connect(self.not_shown_view.copy_all)
        bar = QHBoxLayout()
        bar.addWidget(label, 1)
        bar.addWidget(copy)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self.not_shown_view)
        return page

    @Slot()
    def show_not_shown(self) -> None:
        """Turn to the list of what no picture shows; to the issues when there is no such record."""
        trial = self._session.trial
        if trial is not None:
            self.tabs.setCurrentIndex(1 if trial.not_shown else 0)

    @Slot(str)
    def show_cell(self, srcref: str) -> None:
        """Go to the sheet and the column of a cell, and list the issues about it where there are any."""
        if self._contents is None:
            return
        self.sheets.show_cell(srcref)
        if self.issues.narrow_to_cell(srcref):
            self.tabs.setCurrentWidget(self.issues)

    @Slot(int)
    def _open_not_shown(self, position: int) -> None:
        trial = self._session.trial
        if trial is not None:
            self._open_patient(trial.not_shown[position].usubjid)

    @Slot(str, object)
    def _open_record(self, usubjid: str, record: "tuple[str, int] | None") -> None:
        self._open_patient(usubjid)
        if record is not None and self._session.usubjid == usubjid:
            self._session.set_selected(record)

    @Slot(str, object)
    def _open_as_read(self, usubjid: str, record: "tuple[str, int] | None") -> None:
        """Open a record of the file as it was read."""
        trial = self._session.trial
        if record is not None and trial is not None:
            row = same_record(trial.collected, trial.study, *record)
            record = (record[0], row) if row >= 0 else None
        self._open_record(usubjid, record)

    @Slot(str)
    def _open_patient(self, usubjid: str) -> None:
        trial = self._session.trial
        if trial is not None and usubjid in trial.study.usubjids:
            self._session.set_usubjid(usubjid)
            self._session.set_view("patient")
