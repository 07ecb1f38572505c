"""Which column, or which test named in the rows, is which measurement, in which unit, at which visit."""

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sscviewer.gui.dialogs.mapping.columns_tab import values_text
from sscviewer.gui.dialogs.mapping.draft import Draft
from sscviewer.gui.dialogs.mapping.edits import with_parameter, with_unit, with_word
from sscviewer.gui.dialogs.mapping.late_tab import LateTab
from sscviewer.gui.dialogs.mapping.measure_editor import DATES, NOTHING, Measure, MeasureEditor, own_measure
from sscviewer.gui.dialogs.mapping.parts import quiet_label
from sscviewer.gui.dialogs.mapping.words import measured_words
from sscviewer.gui.language import tr
from sscviewer.gui.panes.listing_view import ListingView
from sscviewer.gui.panes.table_model import Listing, ListingModel
from sscviewer.workbook.mapping.mapping import ParameterMapping
from sscviewer.workbook.preview.preview import ColumnPreview
from sscviewer.workbook.preview.read_as import read_as, read_number_as

_HEADS = ("Column", "Measurement", "Unit", "Values", "Visit")
_BY_COLUMN = (
    "Columns of measured values. Any column of numbers can be made a measurement, also one the program "
    "knows nothing about."
)
_BY_ROW = (
    "Tests named in the rows. Say what a test is where its name is not known, and its unit where it has none."
)


@dataclass(frozen=True, slots=True)
class _Row:
    measure: Measure
    values: str


class MeasuresTab(LateTab):
    """A table of columns or tests, and below it the one selected, to be changed."""

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(draft, parent)
        self._rows: tuple[_Row, ...] = ()
        self._shown = (-1, False)
        self.note = quiet_label("", self)
        self.model = ListingModel(Listing(_HEADS, ()), self)
        self.view = ListingView(self.model, "Measurements", self, stretch=3)
        self.editor = MeasureEditor(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        self.all_button = QPushButton(tr("&All remaining numbers are measurements"), self)
        self.all_button.setAutoDefault(False)
        self.all_button.clicked.connect(self._take_all)
        head = QHBoxLayout()
        head.addWidget(self.note, 1)
        head.addWidget(self.all_button)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.editor)
        self.view.row_changed.connect(self._show_row)
        self.editor.changed.connect(self._changed)

    @property
    def by_row(self) -> bool:
        """Whether the sheet has a row per value, with the test named in it."""
        fields = self._draft.sheet.fields.get("measurements", {})
        return "TEST" in fields and not self._draft.sheet.parameters

    def refresh(self) -> None:
        """Show the sheet as it is now; the selected row stays."""
        shown = (self._draft.position, self.by_row)
        position = self._position() if shown == self._shown else 0
        is_new = shown != self._shown
        self._shown = shown
        self._rows = self._tests() if self.by_row else self._columns()
        self.all_button.setVisible(not self.by_row)
        self.all_button.setEnabled(any(row.measure.code == NOTHING for row in self._rows))
        self.note.setText(tr(_BY_ROW) if self.by_row else tr(_BY_COLUMN))
        heads = ("Test", *_HEADS[1:]) if self.by_row else _HEADS
        self.model.set_listing(Listing(heads, tuple(_texts(row) for row in self._rows)))
        if is_new:
            self.view.fit_columns()
        if self._rows:
            place = min(max(position, 0), len(self._rows) - 1)
            self.view.setCurrentIndex(self.model.index(self.model.shown.index(place), 0))
        else:
            self.editor.show_measure(None, by_row=self.by_row)

    def _position(self) -> int:
        index = self.view.currentIndex()
        return self.model.row_of(index) if index.isValid() else 0

    def _columns(self) -> tuple[_Row, ...]:
        """Return the measurements and the columns of numbers that are nothing yet, in the sheet's order."""
        sheet, preview = self._draft.sheet, self._draft.preview
        mapped = {p.column: p for p in sheet.parameters}
        taken = {n for one in sheet.fields.values() for f, ns in one.items() if f != "IGNORED" for n in ns}
        rows: list[_Row] = []
        for column in preview.columns:
            found = mapped.get(column.name)
            if found is None and (column.name in taken or not column.is_numeric):
                continue
            code = NOTHING if found is None else found.code or DATES
            measure = Measure(column.name, code)
            if found is not None:
                measure = Measure(column.name, code, found.name, found.unit or "", found.visit, found.better)
            as_said = self._draft.column(column.name) or column
            rows.append(_Row(measure, _numbers(as_said, code)))
        return tuple(rows)

    def _tests(self) -> tuple[_Row, ...]:
        sheet = self._draft.sheet
        column = self._draft.column(sheet.fields["measurements"]["TEST"][0])
        if column is None:
            return ()
        read = read_as("measurements", "TEST", column, sheet)
        return tuple(
            _Row(Measure(r.value, r.code or NOTHING, "", sheet.units.get(r.value, "")), "") for r in read
        )

    @Slot()
    def _take_all(self) -> None:
        """Make a measurement of every column of numbers that is nothing yet."""
        sheet = self._draft.sheet
        for row in self._rows:
            if row.measure.code == NOTHING:
                own = own_measure(row.measure)
                parameter = ParameterMapping(own.column, own.code, own.name, own.unit or None, own.visit)
                sheet = with_parameter(sheet, own.column, parameter)
        self._draft.set_sheet(sheet)

    @Slot(int)
    def _show_row(self, position: int) -> None:
        measure = self._rows[position].measure if 0 <= position < len(self._rows) else None
        self.editor.show_measure(measure, by_row=self.by_row)

    @Slot(object)
    def _changed(self, measure: Measure) -> None:
        sheet = self._draft.sheet
        if self.by_row:
            code = None if measure.code == NOTHING else measure.code
            sheet = with_unit(with_word(sheet, "TEST", measure.column, code), measure.column, measure.unit)
        elif measure.code == NOTHING:
            sheet = with_parameter(sheet, measure.column, None)
        else:
            code = "" if measure.code == DATES else measure.code
            old = next((p for p in sheet.parameters if p.column == measure.column), None)
            no_unit = old.unit if old is not None and not old.unit else None
            unit = measure.unit or no_unit
            new = ParameterMapping(measure.column, code, measure.name, unit, measure.visit, measure.better)
            sheet = with_parameter(sheet, measure.column, new)
        self._draft.set_sheet(sheet)


def _numbers(column: ColumnPreview, code: str) -> str:
    if code == DATES:
        return "   ·   ".join(column.dates[:4])
    return values_text(read_number_as(column), column.n_different)


def _texts(row: _Row) -> tuple[str, ...]:
    measure = row.measure
    words = {NOTHING: "–", DATES: "date of the visit"}.get(measure.code) or (
        measured_words(measure.name, measure.code, measure.column)
    )
    return (measure.column, words, measure.unit, row.values, measure.visit)
