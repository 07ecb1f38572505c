"""Asks which value a patient must have above or below a limit to pass the filter."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QWidget

from sscviewer.gui.language import tr
from sscviewer.gui.state.patient_filter import SIGNS, WHICH, ValueCondition


class FilterValue(QDialog):
    """A parameter, which of its values, above or below, and the limit.

    Parameters
    ----------
    parameters
        (PARAMCD, name with unit) of all parameters of the file, computed ones and the user's own too.
    """

    def __init__(self, parameters: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Patients with a value above or below a limit"))
        self.parameter, self.which, self.side = (QComboBox(self) for _ in range(3))
        self.parameter.setAccessibleName(tr("Measurement"))
        self.parameter.setMaxVisibleItems(20)
        for code, name in parameters:
            self.parameter.addItem(name, code)
        self.which.setAccessibleName(tr("Which value"))
        for key, words in WHICH.items():
            self.which.addItem(tr(words), key)
        self.which.setCurrentIndex(self.which.findData("last"))
        self.side.setAccessibleName(tr("Above or below"))
        for side, sign in SIGNS.items():
            self.side.addItem(f"{tr(side)} ({sign})", side)
        self.side.setCurrentIndex(self.side.findData("below"))
        self.limit = QLineEdit(self)
        self.limit.setAccessibleName(tr("Limit"))
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        note = QLabel(tr("Patients without such a value are left out."), self)
        layout = QFormLayout(self)
        layout.addRow(tr("&Measurement"), self.parameter)
        layout.addRow(tr("&Which value"), self.which)
        layout.addRow("&Is", self.side)
        layout.addRow(tr("&Limit"), self.limit)
        layout.addRow(note)
        layout.addRow(self.buttons)
        self.limit.textChanged.connect(self._check)
        self._check()

    @property
    def number(self) -> float | None:
        """The limit; None while it is no number. A comma is taken for a decimal point."""
        try:
            return float(self.limit.text().strip().replace(",", ".").replace("−", "-"))
        except ValueError:
            return None

    @property
    def condition(self) -> ValueCondition:
        """What was chosen."""
        return ValueCondition(
            self.parameter.currentData(),
            self.parameter.currentText(),
            self.which.currentData(),
            self.side.currentData(),
            self.number or 0.0,
        )

    @Slot()
    def _check(self) -> None:
        standard = QDialogButtonBox.StandardButton
        self.buttons.button(standard.Ok).setEnabled(self.number is not None)
