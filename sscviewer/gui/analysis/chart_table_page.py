"""A view that is a picture above a table of the same results."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from sscviewer.gui.analysis.chart_page import ChartPage
from sscviewer.gui.analysis.whom import NOBODY, Whom, drill_of
from sscviewer.gui.language import tr
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.panes.table_pane import TablePane
from sscviewer.gui.state.parts import Parts
from sscviewer.plots.charts.chart import Figure
from sscviewer.report.table_file import Table

TABLE_SHARE = 0.4
"""Of the height, for the table, where both could use more."""
PATIENT = "Patient"
"""Heads the first column of a table whose rows are each of one patient."""
LEAST_ROWS = 4
"""So many rows of the table are in sight whatever the picture could use."""


class ChartTablePage(ChartPage):
    """Subclasses hand picture and table to `show_both`.

    A table takes no more height than its rows, and gives to a picture that would have to be scrolled; once
    the user has moved the line between them, it stays.
    """

    def __init__(self, parts: Parts, parent: QWidget | None = None, *, stretch: int = 0) -> None:
        super().__init__(parts, parent)
        self.rows = TablePane(self.title, self, stretch=stretch)
        self.split = QSplitter(Qt.Orientation.Vertical, self)
        self.split.setChildrenCollapsible(False)
        self.body.replaceWidget(self.area, self.split)
        self.split.addWidget(self.area)
        self.split.addWidget(self.rows)
        self.split.splitterMoved.connect(self._moved)
        self._by_hand = False
        self.rows.cell_chosen.connect(self._list_patients)
        self.rows.row_chosen.connect(self.open_row)
        self._title = ""
        self._whom = NOBODY

    def show_both(self, figure: Figure, listing: Listing, whom: Whom = NOBODY) -> None:
        """Show a picture and the table that goes with it; a click on a count lists the patients it holds."""
        self.show_figure(figure)
        self.rows.show_listing(listing)
        self.rows.setVisible(bool(listing.rows))
        self._title = figure.title
        self._whom = whom
        of_patients = listing.columns[:1] == (PATIENT,)
        if of_patients:
            self.rows.view.setToolTip(tr("Double-click a row to open its patient"))
        elif whom:
            self.rows.view.setToolTip(tr("Click a number to list its patients"))
        self._share_out()

    @Slot()
    def _moved(self) -> None:
        self._by_hand = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height there is now."""
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        below = self.split.sizes()[2:]  # of views that put more below their table
        chart, total = self.chart.chart, self.split.height() - sum(below)
        if self._by_hand or chart is None:
            return
        table = min(self.rows.height_of_rows(), round(TABLE_SHARE * total))
        spare = max(table - self.rows.height_of_rows(LEAST_ROWS), 0)
        missing = max(round(chart.least_height(self.area.width())) - (total - table), 0)
        table -= min(spare, missing)
        self.split.setSizes([total - table, table, *below])

    @Slot(int, int)
    def _list_patients(self, row: int, column: int) -> None:
        drill = drill_of(self.rows.model.listing, self._whom, row, column)
        if drill is not None:
            self.drill_asked.emit(drill)

    @Slot(int)
    def open_row(self, row: int) -> None:
        """Open the patient of a row, where each row is of one."""
        listing = self.rows.model.listing
        if listing.columns[0] == PATIENT:
            self.patient_asked.emit(listing.rows[row][0])

    def table(self) -> Table | None:
        """Return the table shown, if it has anything in it."""
        if not self._title or not self.rows.model.listing.rows:
            return None
        notes = (self.note.words,) if self.note.words else ()
        return self.rows.table(self.name, self._title, notes)
