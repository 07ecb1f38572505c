"""A view that is one table below its controls, or a sentence that says why there is none."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from sscviewer.gui.analysis.controls import Controls
from sscviewer.gui.analysis.needs import Empty
from sscviewer.gui.analysis.view import AnalysisView
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.panes.table_pane import TablePane
from sscviewer.gui.state.parts import Parts
from sscviewer.model.sentence import joined
from sscviewer.report.table_file import Table


class TablePage(AnalysisView):
    """Subclasses fill `controls` and hand their table to `show_table`, or a sentence to `show_nothing`.

    Parameters
    ----------
    ordered
        The rows keep the order they are given in: a cross-table, a table with headings.
    stretch
        The column that takes the room left over; -1 for the last.

    Attributes
    ----------
    split
        Holds the table; a view may put another pane below it.
    """

    def __init__(
        self, parts: Parts, parent: QWidget | None = None, *, ordered: bool = False, stretch: int = -1
    ) -> None:
        super().__init__(parts, parent)
        self.controls = Controls(self)
        self.controls.changed.connect(self.settings_changed)
        self.rows = TablePane(self.title, self, stretch=stretch)
        if ordered:
            self.rows.view.setSortingEnabled(False)
        self.rows.cell_chosen.connect(self.cell_clicked)
        self.nothing = Empty(self)
        self.split = QSplitter(Qt.Orientation.Vertical, self)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.rows)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.split)
        self.stack.addWidget(self.nothing)
        self.put(self.stack, self.controls)
        self._title = ""

    def show_table(self, title: str, listing: Listing, note: str = "") -> None:
        """Show a table; the title stands above it where it is saved."""
        self._title = title
        self.rows.show_listing(listing, note)
        self.controls.show()
        self.stack.setCurrentWidget(self.split)

    def show_printed(self, table: Table) -> None:
        """Show a table as it is printed: its rows in their order, all but the first column at the right."""
        self.show_table(table.title, printed(table), joined(table.notes))

    def show_nothing(self, words: str) -> None:
        """Say why there is no table and what to do."""
        self._title = ""
        self.nothing.setText(words)
        self.controls.hide()
        self.stack.setCurrentWidget(self.nothing)

    def cell_clicked(self, row: int, column: int) -> None:
        """List what is behind a cell; row of the listing."""

    def table(self) -> Table | None:
        """Return the table shown."""
        return self.rows.table(self.name, self._title) if self._title else None


def printed(table: Table) -> Listing:
    """Return the rows of a table in their order, all but the first column at the right."""
    right = in_order(len(table.rows), range(1, len(table.columns)))
    return Listing(table.columns, table.rows, sort_keys=right, strong=table.strong)


def in_order(rows: int, columns: range) -> dict[int, tuple[float, ...]]:
    """Return sort keys that right-align columns of texts such as "7 (35 %)" and leave the order as it is."""
    order = tuple(float(row) for row in range(rows))
    return dict.fromkeys(columns, order)
