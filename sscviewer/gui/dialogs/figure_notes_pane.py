"""What the user writes on a figure: a row for each note."""

import math

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sscviewer.gui.language import tr
from sscviewer.plots.notes import KINDS, Note

WORDS = {"text": "Text", "arrow": "Arrow", "band": "Band"}
PLACES = ("x", "y", "to_x", "to_y")
HEADS = ("Kind", "Words", "x", "y", "to x", "to y")
LEAST_LINES = 9
HINT = (
    "A click on the picture sets the place of the chosen note, a second one the tip of its arrow or the end "
    "of its band. A band without y goes from bottom to top."
)


class FigureNotesPane(QWidget):
    """A table of notes; of a patient's page each stands in a panel.

    Signals
    -------
    changed
        A note is another.
    """

    changed = Signal()

    def __init__(self, notes: tuple[Note, ...], panels: tuple[tuple[str, str], ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._panels = panels
        self.table = QTableWidget(0, len(HEADS) + bool(panels), self)
        self.table.setAccessibleName(tr("Notes on the figure"))
        self.table.setHorizontalHeaderLabels([tr(head) for head in (*HEADS, *(["Panel"] if panels else []))])
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column in range(2, 6):
            self.table.setColumnWidth(column, self.fontMetrics().averageCharWidth() * 7)
        self.table.setMinimumHeight(self.fontMetrics().lineSpacing() * LEAST_LINES)
        self._second = False
        for note in notes:
            self._add(note)
        self.add, self.remove = QPushButton(tr("&Add"), self), QPushButton(tr("&Remove"), self)
        self.add.clicked.connect(self.add_note)
        self.remove.clicked.connect(self.remove_note)
        hint = QLabel(tr(HINT), self)
        hint.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        layout.addLayout(buttons)
        layout.addWidget(hint)
        self.table.itemChanged.connect(self.changed)

    def add_note(self) -> None:
        """Begin a note."""
        self._add(Note("text", "Note", panel=self._panels[0][0] if self._panels else ""))
        self.table.setCurrentCell(self.table.rowCount() - 1, 1)
        self._second = False
        self.changed.emit()

    def remove_note(self) -> None:
        """Take the chosen note away."""
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())
            self.changed.emit()

    def _add(self, note: Note) -> None:
        self.table.blockSignals(True)
        row = self.table.rowCount()
        self.table.insertRow(row)
        self.table.setCellWidget(
            row, 0, self._combo(tr("Kind of the note"), [(kind, WORDS[kind]) for kind in KINDS], note.kind)
        )
        self.table.setItem(row, 1, QTableWidgetItem(note.words))
        for column, name in enumerate(PLACES, start=2):
            self.table.setItem(row, column, QTableWidgetItem(_text(getattr(note, name))))
        if self._panels:
            panels = [("", "All"), *self._panels]
            self.table.setCellWidget(
                row, len(HEADS), self._combo(tr("Panel of the note"), panels, note.panel)
            )
        self.table.blockSignals(False)

    def _combo(self, name: str, entries: list[tuple[str, str]], current: str) -> QComboBox:
        combo = QComboBox(self.table)
        combo.setAccessibleName(name)
        for key, words in entries:
            combo.addItem(tr(words), key)
        combo.setCurrentIndex(max(combo.findData(current), 0))
        combo.currentIndexChanged.connect(self.changed)
        return combo

    def place(self, panel: str, x: float, y: float) -> None:
        """Set the place of the chosen note: its beginning, then where it leads."""
        row = self.table.currentRow()
        if row < 0:
            return
        kind = self._chosen(row, 0)
        first = 4 if self._second and kind != "text" else 2
        self._second = first == 2
        self.table.blockSignals(True)
        self.table.setItem(row, first, QTableWidgetItem(_text(x)))
        self.table.setItem(row, first + 1, QTableWidgetItem("" if kind == "band" else _text(y)))
        if self._panels and kind != "band":
            combo = self.table.cellWidget(row, len(HEADS))
            if isinstance(combo, QComboBox):
                combo.setCurrentIndex(max(combo.findData(panel), 0))
        self.table.blockSignals(False)
        self.changed.emit()

    def _chosen(self, row: int, column: int) -> str:
        combo = self.table.cellWidget(row, column)
        return str(combo.currentData()) if isinstance(combo, QComboBox) else ""

    @property
    def notes(self) -> tuple[Note, ...]:
        """What is in the table."""
        return tuple(self._note(row) for row in range(self.table.rowCount()))

    def _note(self, row: int) -> Note:
        kind = next((one for one in KINDS if one == self._chosen(row, 0)), KINDS[0])
        places = (_number(self._cell(row, column)) for column in range(2, 6))
        panel = self._chosen(row, len(HEADS)) if self._panels else ""
        x, y, to_x, to_y = places
        return Note(kind, self._cell(row, 1), x, y, to_x, to_y, panel)

    def _cell(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text() if item is not None else ""


def _text(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.4g}"


def _number(text: str) -> float:
    try:
        return float(text.replace(",", ".").replace("−", "-"))
    except ValueError:
        return math.nan
