"""Controls above a picture: labelled choices in a row, each with an accessible name.

Their words are given in English and shown in the language of the window: the English ones are kept of a
choice, and stand in the titles of figures and tables.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QWidget,
)

from sscviewer.gui.language import tr
from sscviewer.gui.panes.flow_layout import FlowLayout
from sscviewer.plots.screen.plain_tip import plain_tip

_ENGLISH = Qt.ItemDataRole.UserRole + 1
LEAST_CHARACTERS = 6
"""So many are in sight of a choice in the narrowest window."""
ENDLESS = 2**24 - 1
"""The greatest width of a widget that has none: Qt's QWIDGETSIZE_MAX."""


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
        if widget.maximumWidth() < ENDLESS:  # what it may not take would be its label's
            widget.setSizePolicy(QSizePolicy.Policy.Fixed, widget.sizePolicy().verticalPolicy())
        pair = QWidget(self)
        words = QLabel(tr(label), pair)
        words.setBuddy(widget)
        both = QHBoxLayout(pair)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(6)
        both.addWidget(words)
        both.addWidget(widget)
        self._row.addWidget(pair)

    def offer(self, widget: QWidget, shown: bool) -> None:
        """Show a widget with its label, or neither."""
        holder = widget.parentWidget()
        (widget if holder is None or holder is self else holder).setVisible(shown)

    def only_show(self, slot: Callable[[], None], *signals: SignalInstance) -> None:
        """Let these signals of controls change what is shown, and nothing be computed."""
        for signal in signals:
            signal.disconnect(self.changed)
            signal.connect(slot)

    def combo(
        self, name: str, entries: Iterable[tuple[object, str]] = (), *, label: bool = True
    ) -> QComboBox:
        """Add a choice of (value, words)."""
        combo = QComboBox(self)
        name_control(combo, name)
        combo.setToolTip(plain_tip(tr(name)))
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        # as wide as its words where there is room; a long name of an arm must not make the window wide
        combo.setMinimumWidth(self.fontMetrics().averageCharWidth() * LEAST_CHARACTERS)
        for value, words in entries:
            _offer(combo, value, words)
        combo.activated.connect(self.changed)
        self.add(combo, name if label else "")
        return combo

    def tick(self, words: str, on: bool = False) -> QCheckBox:
        """Add a switch."""
        box = QCheckBox(tr(words), self)
        box.setObjectName(words)
        box.setChecked(on)
        box.toggled.connect(self.changed)
        self.add(box)
        return box

    def number(
        self, name: str, low: int, high: int, value: int, suffix: str = "", *, label: bool = True
    ) -> QSpinBox:
        """Add a whole number."""
        box = QSpinBox(self)
        name_control(box, name)
        box.setRange(low, high)
        box.setValue(value)
        box.setSuffix(tr(suffix))
        box.valueChanged.connect(self.changed)
        self.add(box, name if label else "")
        return box


class Several:
    """A button whose menu switches several things on."""

    def __init__(
        self, controls: Controls, name: str, none: str, then: Callable[[], None] | None = None
    ) -> None:
        self._controls, self._name, self._none, self._then = controls, name, none, then
        self.button = QToolButton(controls)
        name_control(self.button, name)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu = QMenu(self.button)
        self.button.setMenu(self._menu)
        controls.add(self.button, name)
        self._show()

    def offer(self, entries: Iterable[tuple[str, str]]) -> None:
        """Offer (value, words); what was on stays on where it is still offered."""
        on = self.chosen
        self._menu.clear()
        for value, words in entries:
            action = self._menu.addAction(tr(words))
            action.setCheckable(True)
            action.setData(value)
            action.setChecked(value in on)
            action.toggled.connect(self._toggled)
        self._show()

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is on, in the order offered."""
        return tuple(action.data() for action in self._menu.actions() if action.isChecked())

    def set_chosen(self, values: tuple[str, ...]) -> None:
        """Switch on just these; nobody is told."""
        then, self._then = self._then, None
        for action in self._menu.actions():
            action.setChecked(action.data() in values)
        self._then = then

    def _toggled(self) -> None:
        self._show()
        if self._then is not None:
            self._then()
        self._controls.changed.emit()

    def _show(self) -> None:
        on = [action.text() for action in self._menu.actions() if action.isChecked()]
        self.button.setText(", ".join(on) if on else tr(self._none))
        self.button.setEnabled(not self._menu.isEmpty())


def choose(combo: QComboBox, entries: Iterable[tuple[object, str]]) -> None:
    """Offer other entries and stay with the one chosen where it is still there."""
    chosen = combo.currentData()
    combo.clear()
    for value, words in entries:
        _offer(combo, value, words)
    combo.setCurrentIndex(max(combo.findData(chosen), 0))


def said(combo: QComboBox) -> str:
    """Return the English words of what is chosen, for titles of what is saved."""
    return str(combo.currentData(_ENGLISH) or combo.currentText())


def name_control(widget: QWidget, name: str) -> None:
    """Name a control: in English what is kept of its choice, translated what is read to the user."""
    widget.setObjectName(name)
    widget.setAccessibleName(tr(name))


def _offer(combo: QComboBox, value: object, words: str) -> None:
    combo.addItem(tr(words), value)
    combo.setItemData(combo.count() - 1, words, _ENGLISH)
