"""The sheets of the file and how they were read, with the columns of the one selected."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from sscviewer.gui.language import tr
from sscviewer.gui.pages.data_listings import columns_listing, sheets_listing
from sscviewer.gui.panes.elided_label import ElidedLabel
from sscviewer.gui.panes.listing_view import ListingView
from sscviewer.gui.panes.table_model import ListingModel
from sscviewer.model.load_report import HIDDEN

if TYPE_CHECKING:
    from sscviewer.model.load_report import LoadReport


class SheetsTable(QWidget):
    """Sheets on the left, columns of the selected sheet on the right.

    Signals
    -------
    map_asked
        The user wants to say what a sheet is, by its name ("": any), or (True) what a column of it is.
    """

    map_asked = Signal(str, bool)

    def __init__(self, report: "LoadReport", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self.sheets = ListingModel(sheets_listing(report), self)
        self.columns = ListingModel(columns_listing(None), self)
        self.sheets_view = ListingView(self.sheets, "Sheets", self, stretch=5)
        self.columns_view = ListingView(self.columns, "Columns of the selected sheet", self)
        self.columns_label = ElidedLabel(self)  # as tall as the button beside it, so that the tables align
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.columns_label)
        column.addWidget(self.columns_view)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._sheets_head(left))
        self.columns_label.setMinimumHeight(self.map_button.sizeHint().height())
        column.addWidget(self.sheets_view)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([620, 360])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self.sheets_view.row_changed.connect(self._show_columns)
        self.sheets_view.row_chosen.connect(partial(self._ask, False))
        self.columns_view.row_chosen.connect(partial(self._ask, True))
        self.columns_view.setToolTip(tr("Double-click a column to say what it is"))
        self.sheets_view.fit_columns()
        if report.sheets:
            used = [i for i, sheet in enumerate(report.sheets) if sheet.used]
            self.sheets_view.setCurrentIndex(self.sheets.index(used[0] if used else 0, 0))

    def _sheets_head(self, left: QWidget) -> QHBoxLayout:
        self.map_button = QPushButton(tr("Map columns…"), left)
        self.map_button.setAccessibleName(tr("Map columns"))
        self.map_button.setToolTip(tr("Say yourself what the sheets and columns are"))
        self.map_button.clicked.connect(lambda: self.map_asked.emit("", False))
        head = QHBoxLayout()
        head.addWidget(QLabel(tr("Sheets of the file"), left), 1)
        head.addWidget(self.map_button)
        return head

    def show_cell(self, srcref: str) -> None:
        """Go to the sheet and the column that a cell, "Sheet!A1", lies in."""
        name, _, cell = srcref.rpartition("!")
        sheet = next((i for i, sheet in enumerate(self._report.sheets) if sheet.name == name), -1)
        if sheet < 0:
            return
        self.sheets_view.setCurrentIndex(self.sheets.index(self.sheets.shown.index(sheet), 0))
        letters = cell.rstrip("0123456789")
        columns = self._report.sheets[sheet].columns
        column = next((i for i, column in enumerate(columns) if column.letter == letters), -1)
        if column >= 0:
            at = self.columns.index(self.columns.shown.index(column), 0)
            self.columns_view.setCurrentIndex(at)
            self.columns_view.scrollTo(at)

    def _ask(self, measures: bool, _row: int) -> None:
        index = self.sheets_view.currentIndex()
        if index.isValid():
            self.map_asked.emit(self._report.sheets[self.sheets.row_of(index)].name, measures)

    @Slot(int)
    def _show_columns(self, position: int) -> None:
        sheet = self._report.sheets[position] if position >= 0 else None
        self.columns.set_listing(columns_listing(sheet))
        self.columns_view.fit_columns()
        if sheet is None:
            self.columns_label.setText(tr("Columns"))
            return
        read = sum(column.is_read for column in sheet.columns)
        hidden = sum(column.read_as == HIDDEN for column in sheet.columns)
        left_out = len(sheet.columns) - read - hidden
        also = f", {hidden} hidden" if hidden else ""
        self.columns_label.setText(
            tr("Columns of {name}: {read} read{also}, {left_out} not read").format(
                name=sheet.name, read=read, also=also, left_out=left_out
            )
        )
