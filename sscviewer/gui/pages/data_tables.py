"""The tables of the data page: what was read of one file, what is wrong in it, what no picture shows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QTabWidget, QVBoxLayout, QWidget

from sscviewer.gui.language import number_of, tr
from sscviewer.gui.pages.changes_table import ChangesTable
from sscviewer.gui.pages.data_listings import not_shown_listing, results_listing
from sscviewer.gui.pages.issues_table import IssuesTable
from sscviewer.gui.pages.queries_table import QueriesTable
from sscviewer.gui.pages.reviews_table import ReviewsTable
from sscviewer.gui.pages.sheets_table import SheetsTable
from sscviewer.gui.panes.listing_view import ListingView
from sscviewer.gui.panes.table_model import ListingModel
from sscviewer.gui.state.parts import Parts
from sscviewer.gui.state.trial import Trial

if TYPE_CHECKING:
    from sscviewer.model.change import Changes
    from sscviewer.report.table_file import Table


class DataTables(QSplitter):
    """The sheets of one file, above tabs of its issues, changes, reviews and queries.

    Signals
    -------
    patient_asked
        With the patient to turn to.
    """

    patient_asked = Signal(str)

    def __init__(self, trial: Trial, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setChildrenCollapsible(False)
        self._trial = trial
        self.sheets = SheetsTable(trial.report, self)
        self.issues = IssuesTable(trial.report.issues, self)
        self.issues.patient_asked.connect(self.patient_asked)
        self.not_shown = self._make_not_shown(trial)
        self.tabs = QTabWidget(self)
        self.tabs.setAccessibleName(tr("Lists"))
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.issues, tr("Issues ({n})").format(n=len(trial.report.issues)))
        self.tabs.addTab(self.not_shown, tr("Not shown ({n})").format(n=len(trial.not_shown)))
        self.changes = ChangesTable(parts.actions, self)
        self.changes.patient_asked.connect(self.patient_asked)
        self.tabs.addTab(self.changes, "")
        self.results_model = ListingModel(results_listing(None), self)
        self.results_view = ListingView(self.results_model, "Changed results", self)
        self.tabs.addTab(self.results_view, "")
        self.reviews = ReviewsTable(parts.reviews, parts.actions, self)
        self.tabs.addTab(self.reviews, tr("Reviews"))
        self.queries = QueriesTable(parts.queries, parts.reviews, parts.actions, self)
        self.tabs.addTab(self.queries, tr("Queries"))
        self.count_marks()
        self.addWidget(self.sheets)
        self.addWidget(self.tabs)
        self.setStretchFactor(0, 2)
        self.setStretchFactor(1, 3)

    def count_marks(self) -> None:
        """Say how many marks there are; how many queries is not asked before their table is on screen."""
        n = self.reviews.n_marks
        self.tabs.setTabText(
            self.tabs.indexOf(self.reviews), tr("Reviews ({n})").format(n=n) if n else tr("Reviews")
        )

    def show_changes(self, changes: "Changes | None") -> None:
        """Show what changed since an earlier export, and turn to it when the user chose that export."""
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
        on_screen = self.tabs.currentWidget()
        parts = (self.changes, self.reviews, self.queries)
        return next((part.table() for part in parts if part is on_screen), None)

    def show_cell(self, srcref: str) -> None:
        """Go to the sheet and the column of a cell, and list the issues about it where there are any."""
        self.sheets.show_cell(srcref)
        if self.issues.narrow_to_cell(srcref):
            self.tabs.setCurrentWidget(self.issues)

    def _make_not_shown(self, trial: Trial) -> QWidget:
        page = QWidget(self)
        self.not_shown_model = ListingModel(not_shown_listing(trial.not_shown), page)
        self.not_shown_view = ListingView(self.not_shown_model, "Not shown", page)
        self.not_shown_view.fit_columns()
        self.not_shown_view.row_chosen.connect(self._open_not_shown)
        words = tr("Records that are in the file and in no picture. Nothing else is left out.")
        if trial.n_without_start:
            words += " " + tr("{n} without a start date are drawn from the left edge.").format(
                n=number_of(trial.n_without_start, "adverse event", "adverse events")
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

    @Slot(int)
    def _open_not_shown(self, position: int) -> None:
        self.patient_asked.emit(self._trial.not_shown[position].usubjid)
