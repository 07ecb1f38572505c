"""Asks which adverse event a patient must have had to pass the filter."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from sscviewer.gui.language import tr
from sscviewer.gui.state.patient_filter import EventCondition

WORST = 5


class FilterEvent(QDialog):
    """Related, serious, a least grade, a term: all of one and the same event.

    Parameters
    ----------
    terms
        The terms of the file, to choose from while typing.
    """

    def __init__(self, terms: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Patients with an adverse event"))
        label = QLabel(
            tr("One and the same event must be all of this. Events before the first dose count too."), self
        )
        label.setWordWrap(True)
        self.related, self.serious = (
            QCheckBox(tr("&Related to the drug"), self),
            QCheckBox(tr("&Serious"), self),
        )
        self.least = QComboBox(self)
        self.least.setAccessibleName(tr("Least grade"))
        self.least.addItem(tr("any grade"), 0)
        for grade in range(1, WORST + 1):
            self.least.addItem(
                tr("grade {grade} or worse").format(grade=grade)
                if grade < WORST
                else tr("grade {grade}").format(grade=grade),
                grade,
            )
        self.term = QLineEdit(self)
        self.term.setAccessibleName(tr("Part of the term"))
        self.term.setPlaceholderText(tr("any term"))
        completer = QCompleter(list(terms), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.term.setCompleter(completer)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QFormLayout(self)
        layout.addRow(label)
        layout.addRow(self.related)
        layout.addRow(self.serious)
        layout.addRow(tr("&Grade"), self.least)
        layout.addRow(tr("&Term has"), self.term)
        self.words = QLabel(self)
        self.words.setAccessibleName(tr("Who passes the filter"))
        layout.addRow(self.words)
        layout.addRow(self.buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        for box in (self.related, self.serious):
            box.toggled.connect(self._say)
        self.least.currentIndexChanged.connect(self._say)
        self.term.textChanged.connect(self._say)
        self._say()

    @property
    def condition(self) -> EventCondition:
        """What was chosen."""
        return EventCondition(
            self.related.isChecked(),
            self.serious.isChecked(),
            self.least.currentData(),
            " ".join(self.term.text().split()),
        )

    @Slot()
    def _say(self) -> None:
        self.words.setText(tr("Patients {words}").format(words=self.condition.words()))
