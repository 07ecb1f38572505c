"""Every column of a sheet with its first cells, and what its cells mean where the file does not say it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sscviewer.gui.dialogs.mapping.draft import Draft
from sscviewer.gui.dialogs.mapping.late_tab import LateTab
from sscviewer.gui.dialogs.mapping.parts import Choice, quiet_label
from sscviewer.gui.dialogs.mapping.words import field_words, measured_words
from sscviewer.gui.language import tr
from sscviewer.gui.panes.listing_view import ListingView
from sscviewer.gui.panes.table_model import Listing, ListingModel
from sscviewer.workbook.evidence.columns.times import TIME_UNITS
from sscviewer.workbook.preview.preview import ColumnPreview

SHOWN_CELLS = 6
_HEADS = ("Column", "First cells", "Filled", "Read as")
_NOTE = "All columns of the sheet. Choose one to say what its cells mean; the sheet is looked at again then."


class CellsTab(LateTab):
    """A table of the columns, and below it what may be said of the cells of the one selected."""

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(draft, parent)
        self._columns: tuple[ColumnPreview, ...] = ()
        self.model = ListingModel(Listing(_HEADS, ()), self)
        self.view = ListingView(self.model, "Columns", self, stretch=1)
        self.title = QLabel(self)
        self.unit = Choice("Unit of these times", self)
        self.unit.setMinimumContentsLength(24)
        self.unit.addItem(tr("no times, or as recognised"), "")
        for unit in TIME_UNITS:
            self.unit.addItem(tr("numbers of visits") if unit == "visits" else unit, unit)
        self.fill = QCheckBox(tr("Empty cells repeat the cell &above"), self)
        self.split = QCheckBox(tr("Pairs such as 142/98 are &two values"), self)
        self._lay_out()
        self._shown = -1
        self.view.row_changed.connect(self._show_row)
        self.unit.activated.connect(lambda: self._say("time_unit", str(self.unit.currentData())))
        self.fill.clicked.connect(lambda on: self._say("fill_down", "yes" if on else ""))
        self.split.clicked.connect(lambda on: self._say("split_pairs", "yes" if on else ""))

    def _lay_out(self) -> None:
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        label = QLabel(tr("T&imes in"), self)
        label.setBuddy(self.unit)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.unit)
        for widget in (self.fill, self.split):
            row.addSpacing(16)
            row.addWidget(widget)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.addWidget(quiet_label(tr(_NOTE), self))
        layout.addWidget(self.view, 1)
        layout.addWidget(self.title)
        layout.addLayout(row)

    def refresh(self) -> None:
        """Show the sheet as it is now; the selected column stays."""
        is_new = self._shown != self._draft.position
        place = 0 if is_new else max(self._place(), 0)
        self._shown = self._draft.position
        self._columns = self._draft.preview.columns
        rows = tuple(self._texts(column) for column in self._columns)
        self.model.set_listing(Listing(_HEADS, rows, frozenset({2})))
        if is_new:
            self.view.fit_columns()
        if self._columns:
            place = min(place, len(self._columns) - 1)
            self.view.setCurrentIndex(self.model.index(self.model.shown.index(place), 0))
        self._show_row(place if self._columns else -1)

    def _place(self) -> int:
        index = self.view.currentIndex()
        return self.model.row_of(index) if index.isValid() else 0

    def _texts(self, column: ColumnPreview) -> tuple[str, ...]:
        more = "   …" if column.n_different > SHOWN_CELLS else ""
        cells = "   ·   ".join(column.values[:SHOWN_CELLS]) + more
        return (
            column.name,
            "(identifies a person)" if column.is_hidden else cells,
            str(column.n_filled),
            self._read_as(column),
        )

    def _read_as(self, column: ColumnPreview) -> str:
        sheet = self._draft.sheet
        fields = (f for one in sheet.fields.values() for f, names in one.items() if column.name in names)
        known = [field_words(f) for f in dict.fromkeys(fields) if f != "IGNORED"]
        measured = [
            measured_words(p.name, p.code, p.column) for p in sheet.parameters if p.column == column.name
        ]
        return ", ".join((*known, *measured)) or ("not read, hidden" if column.is_hidden else "–")

    @Slot(int)
    def _show_row(self, place: int) -> None:
        column = self._columns[place] if 0 <= place < len(self._columns) else None
        can_say = column is not None and not column.is_hidden and not column.name.startswith("(column ")
        self.title.setText(f"“{column.name}”" if column is not None else "")
        for widget in (self.unit, self.fill, self.split):
            widget.setEnabled(can_say)
        name = column.name if column is not None else ""
        self.unit.choose(self._draft.said_of("time_unit", name))
        self.fill.setChecked(bool(self._draft.said_of("fill_down", name)))
        self.split.setChecked(bool(self._draft.said_of("split_pairs", name)))

    def _say(self, question: str, option: str) -> None:
        place = self._place()
        if 0 <= place < len(self._columns):
            self._draft.say_of(question, self._columns[place].name, option)
