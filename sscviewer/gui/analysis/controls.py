"""Controls above a picture: labelled choices in a row, each with an accessible name."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QSpinBox, QWidget

from sscviewer.gui.panes.flow_layout import FlowLayout


class Controls(QWidget):
    """A row of choices.

    Signals
    -------
    changed
        The user chose something.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = FlowLayout(self, spacing=10)

    def add(self, widget: QWidget, label: str = "") -> None:
        """Put a widget at the end of the row, with its label before it."""
        if not label:
            self._row.addWidget(widget)
            return
        pair = QWidget(self)
        words = QLabel(label, pair)
        words.setBuddy(widget)
        both = QHBoxLayout(pair)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(6)
        both.addWidget(words)
        both.addWidget(widget)
        self._row.addWidget(pair)

    def combo(
        self, name: str, entries: Iterable[tuple[object, str]] = (), *, label: bool = True
    ) -> QComboBox:
        """Add a choice of (value, words)."""
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.setToolTip(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for value, words in entries:
            combo.addItem(words, value)
        combo.activated.connect(self.changed)
        self.add(combo, name if label else "")
        return combo

    def tick(self, words: str, on: bool = False) -> QCheckBox:
        """Add a switch."""
        box = QCheckBox(words, self)
        box.setChecked(on)
        box.toggled.connect(self.changed)
        self.add(box)
        return box

    def number(
        self, name: str, low: int, high: int, value: int, suffix: str = "", *, label: bool = True
    ) -> QSpinBox:
        """Add a whole number."""
        box = QSpinBox(self)
        box.setAccessibleName(name)
        box.setRange(low, high)
        box.setValue(value)
        box.setSuffix(suffix)
        box.valueChanged.connect(self.changed)
        self.add(box, name if label else "")
        return box


def choose(combo: QComboBox, entries: Iterable[tuple[object, str]]) -> None:
    """Offer other entries and stay with the one chosen where it is still there."""
    chosen = combo.currentData()
    combo.clear()
    for value, words in entries:
        combo.addItem(words, value)
    combo.setCurrentIndex(max(combo.findData(chosen), 0))
