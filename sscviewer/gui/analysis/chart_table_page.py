"""A view that is a picture above a table of the same results."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QWidget

from sscviewer.gui.analysis.chart_page import ChartPage
from sscviewer.gui.analysis.whom import NOBODY, Whom, drill_of
from sscviewer.gui.language import tr
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.panes.table_pane import TablePane
from sscviewer.gui.state.parts import Parts
from sscviewer.plots.charts.chart import Figure
from sscviewer.report.table_file import Table


class ChartTablePage(ChartPage):
    """Subclasses hand picture and table to `show_both`."""

    def __init__(self, parts: Parts, parent: QWidget | None = None, *, stretch: int = 0) -> None:
        super().__init__(parts, parent)
        self.rows = TablePane(self.title, self, stretch=stretch)
        self.split = QSplitter(Qt.Orientation.Vertical, self)
        self.split.setChildrenCollapsible(False)
        self.body.replaceWidget(self.area, self.split)
        self.split.addWidget(self.area)
        self.split.addWidget(self.rows)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        # Shares, not pixels: Qt scales them to the height there is.
        self.split.setSizes([3000, 2000])
        self.rows.cell_chosen.connect(self._list_patients)
        self._title = ""
        self._whom = NOBODY

    def show_both(self, figure: Figure, listing: Listing, whom: Whom = NOBODY) -> None:
        """Show a picture and the table that goes with it; a click on a count lists the patients it holds."""
        self.show_figure(figure)
        self.rows.show_listing(listing)
        self._title = figure.title
        self._whom = whom
        if whom:
            self.rows.view.setToolTip(tr("Click a number to list its patients"))

    @Slot(int, int)
    def _list_patients(self, row: int, column: int) -> None:
        drill = drill_of(self.rows.model.listing, self._whom, row, column)
        if drill is not None:
            self.drill_asked.emit(drill)

    def table(self) -> Table | None:
        """Return the table shown."""
        if not self._title:
            return None
        notes = (self.note.text(),) if self.note.text() else ()
        return self.rows.table(self.name, self._title, notes)
