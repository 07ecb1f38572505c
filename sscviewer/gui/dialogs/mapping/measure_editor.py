"""What one column or test measures: a known measurement, or one of the user's own."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from sscviewer.gui.dialogs.mapping.parts import Choice
from sscviewer.gui.language import tr
from sscviewer.model.parameters import Better
from sscviewer.workbook.mapping.words import (
    is_known_code,
    meaning_in_words,
    parameter_words,
    pickable_parameters,
)
from sscviewer.workbook.values.vocabulary import conversions, known_parameter
from sscviewer.workbook.values.words import identifier, split_heading

NOTHING, DATES, OWN = "-", "@", "+"
"""Entries that are no measurement the program knows."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A column (or test) and what it measures; `code` is a PARAMCD, NOTHING or DATES."""

    column: str
    code: str
    name: str = ""
    unit: str = ""
    visit: str = ""
    better: Better = ""


class MeasureEditor(QWidget):
    """Fields of one measurement.

    Signals
    -------
    changed
        With the measure as the user made it.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure: Measure | None = None
        self._by_row = False
        self.title = QLabel(self)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.what = Choice("What it measures", self)
        self.what.setMinimumContentsLength(34)
        self.name = self._edit(tr("Name of the measurement"))
        self.code = self._edit(tr("Code of the measurement"))
        self.code.setMaxLength(20)
        self.unit = QComboBox(self)
        self.unit.setEditable(True)
        self.unit.setAccessibleName(tr("Unit of the values"))
        self.unit.setMinimumContentsLength(12)
        self.visit = self._edit(tr("Visit of the values"))
        self.visit.setPlaceholderText(tr("from the visit column"))
        self.better = Choice("Which way is better", self)
        for text, way in (("not said", ""), ("higher", "higher"), ("lower", "lower")):
            self.better.addItem(tr(text), way)
        self.better.setToolTip(tr("What is not said is as the program knows it, if it does"))
        self._lay_out()
        self.better.activated.connect(self._entered)
        self.what.activated.connect(self._what_chosen)
        self.unit.activated.connect(self._entered)
        edit = self.unit.lineEdit()
        if edit is not None:
            edit.editingFinished.connect(self._entered)

    def _edit(self, name: str) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setAccessibleName(name)
        edit.editingFinished.connect(self._entered)
        return edit

    def _lay_out(self) -> None:
        own = QHBoxLayout()
        own.addWidget(self.name, 2)
        self.code_label = QLabel(tr("C&ode"), self)
        self.code_label.setBuddy(self.code)
        own.addWidget(self.code_label)
        own.addWidget(self.code, 1)
        last = QHBoxLayout()
        last.addWidget(self.unit, 1)
        self.visit_label = QLabel(tr("All at &visit"), self)
        self.visit_label.setBuddy(self.visit)
        last.addWidget(self.visit_label)
        last.addWidget(self.visit, 1)
        self.better_label = QLabel(tr("&Better is"), self)
        self.better_label.setBuddy(self.better)
        last.addWidget(self.better_label)
        last.addWidget(self.better, 1)
        form = QFormLayout(self)
        form.setContentsMargins(0, 6, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(self.title)
        form.addRow(tr("&Measures"), self.what)
        self._name_label = QLabel(tr("&Name"), self)
        self._name_label.setBuddy(self.name)
        form.addRow(self._name_label, own)
        unit_label = QLabel(tr("&Unit"), self)
        unit_label.setBuddy(self.unit)
        form.addRow(unit_label, last)

    def show_measure(self, measure: Measure | None, *, by_row: bool) -> None:
        """Show a measurement; None for none."""
        self._measure, self._by_row = measure, by_row
        self.setEnabled(measure is not None)
        if measure is None:
            self.title.setText(tr("No column of numbers on this sheet."))
            measure = Measure("", NOTHING)
        else:
            self.title.setText(f"“{measure.column}”")
        self._fill_what(measure.code)
        self.name.setText(measure.name)
        self.code.setText(measure.code if self._is_own(measure.code) else "")
        self._fill_units(measure)
        self.visit.setText(measure.visit)
        self.better.choose(measure.better)
        self._show_fields(measure.code)

    def _is_own(self, code: str) -> bool:
        return code not in (NOTHING, DATES) and not is_known_code(code)

    def _fill_what(self, code: str) -> None:
        self.what.clear()
        self.what.addItem(
            tr("A measurement of its own, by its name") if self._by_row else tr("Nothing"), NOTHING
        )
        if not self._by_row:
            self.what.addItem(tr("A measurement of your own"), OWN)
            self.what.addItem(tr("The date of the visit"), DATES)
        self.what.insertSeparator(self.what.count())
        for parameter in pickable_parameters():
            self.what.addItem(parameter_words(parameter), parameter.paramcd)
        if is_known_code(code) and self.what.findData(code) < 0:
            self.what.addItem(meaning_in_words("TEST", code), code)
        self.what.choose(OWN if self._is_own(code) else code)

    def _fill_units(self, measure: Measure) -> None:
        self.unit.clear()
        self.unit.addItems(_units(measure.code))
        self.unit.setEditText(measure.unit)
        edit = self.unit.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(tr("as the heading or the file says"))

    def _show_fields(self, code: str) -> None:
        own = self._is_own(code) and not self._by_row
        of_own: tuple[QWidget, ...] = (self._name_label, self.name, self.code_label, self.code)
        for widget in of_own:
            widget.setVisible(own)
        by_column: tuple[QWidget, ...] = (self.visit_label, self.visit, self.better_label, self.better)
        for widget in by_column:
            widget.setVisible(not self._by_row)
        self.unit.setEnabled(code not in (NOTHING, DATES) or self._by_row)
        self.visit.setEnabled(code != NOTHING)
        self.better.setEnabled(code not in (NOTHING, DATES))

    @Slot()
    def _what_chosen(self) -> None:
        if self._measure is None:
            return
        code = str(self.what.currentData())
        if code == OWN:
            new = own_measure(self._measure)
        else:
            new = replace(self._measure, code=code, name="", unit=self._measure.unit)
        if new != self._measure:
            self.changed.emit(new)

    @Slot()
    def _entered(self) -> None:
        """Take what was typed; an empty or impossible code is made from the name."""
        old = self._measure
        if old is None:
            return
        new = replace(
            old,
            unit=self.unit.currentText().strip(),
            visit=self.visit.text().strip(),
            better=self.better.currentData(),
        )
        if self._is_own(old.code):
            name = self.name.text().strip() or old.column
            new = replace(new, name=name, code=_own_code(self.code.text().strip() or name))
        if new != old:
            self.changed.emit(new)


def own_measure(measure: Measure) -> Measure:
    """Return a column as a measurement of the user's own, called by its heading."""
    heading = split_heading(measure.column)
    return replace(measure, code=_own_code(heading.name), name=heading.name, unit=heading.bracket)


def _own_code(text: str) -> str:
    """Return a code that is nobody else's."""
    code = identifier(text)[:20]
    return f"{code}_OWN" if is_known_code(code) else code


def _units(code: str) -> list[str]:
    known = known_parameter(code)
    if known is None or not known.unit:
        return []
    return [known.unit, *(a for (a, b) in conversions() if b == known.unit)]
