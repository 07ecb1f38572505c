"""How a line of the plan is changed: a choice, a list of choices, or text; each in its place."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sscviewer.analysis.plan.line import PlanLine
from sscviewer.analysis.plan.line_text import NotAValue, can_be_typed, read_text, text_of
from sscviewer.gui.language import tr
from sscviewer.gui.state.theme import Theme
from sscviewer.plots.screen.plain_tip import plain_tip

NARROW, WIDE = 12, 44
"""Widths of a number's field and of others, in average characters."""
ROOM = 3
"""Above and below a field, px."""


class Editor(QWidget):
    """Shows the value of a line and lets it be changed.

    Signals
    -------
    chosen
        With another value, one the line may have.
    """

    chosen = Signal(object)

    def __init__(self, line: PlanLine, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = line
        self.row = QHBoxLayout()
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(2 * ROOM)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, ROOM, 0, ROOM)
        self.column.setSpacing(2)
        self.column.addLayout(self.row)

    def put(self, field: QWidget, characters: int) -> None:
        """Lay a field out at the left."""
        field.setAccessibleName(tr(self.line.text).removeprefix("… "))
        field.setFixedWidth(characters * self.fontMetrics().averageCharWidth())
        self.row.addWidget(field)
        self.setFocusProxy(field)

    def show_value(self, value: Any) -> None:
        """Show a value."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""


class ChoiceEditor(Editor):
    """One of several."""

    def __init__(self, line: PlanLine, parent: QWidget) -> None:
        super().__init__(line, parent)
        self.combo = QComboBox(self)
        for value, words in line.choices:
            self.combo.addItem(tr(words), value)
        self.combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.combo.activated.connect(self._activated)
        self.put(self.combo, WIDE)
        self.row.addStretch(1)

    def show_value(self, value: Any) -> None:
        """Show a value."""
        at = next((i for i, (one, _) in enumerate(self.line.choices) if one == value), -1)
        self.combo.setCurrentIndex(at)
        self.combo.setToolTip(plain_tip(self.combo.currentText()))

    @Slot(int)
    def _activated(self, at: int) -> None:
        self.chosen.emit(self.line.choices[at][0])

    def wheelEvent(self, event: Any) -> None:
        """Let the page scroll."""
        event.ignore()


class ListEditor(Editor):
    """Any of several, from a menu of ticks."""

    def __init__(self, line: PlanLine, parent: QWidget) -> None:
        super().__init__(line, parent)
        self.button = QToolButton(self)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.menu = QMenu(self.button)
        for value, words in line.choices:
            action = self.menu.addAction(tr(words))
            action.setCheckable(True)
            action.setData(value)
        self.menu.triggered.connect(self._triggered)
        self.button.setMenu(self.menu)
        self.put(self.button, WIDE)
        self.row.addStretch(1)

    def show_value(self, value: Any) -> None:
        """Show a value."""
        for action in self.menu.actions():
            action.setChecked(action.data() in value)
        words = tr(self.line.value_words(value))
        width = self.button.width() - 3 * self.fontMetrics().averageCharWidth()
        self.button.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width))
        self.button.setToolTip(plain_tip(words))

    @Slot()
    def _triggered(self) -> None:
        self.chosen.emit(tuple(action.data() for action in self.menu.actions() if action.isChecked()))


class TextEditor(Editor):
    """A number with its unit, a date, a text or a list; what cannot be used is said below."""

    def __init__(self, line: PlanLine, parent: QWidget) -> None:
        super().__init__(line, parent)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr(line.none))
        self.field.editingFinished.connect(self._finished)
        unit = "%" if line.share else tr(line.unit)
        self.put(self.field, NARROW if unit and not line.none else WIDE)
        self.row.addWidget(QLabel(unit, self))
        self.row.addStretch(1)
        self.problem = QLabel(self)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.setAccessibleName(tr("What to write instead"))
        self.problem.hide()
        self.column.addWidget(self.problem)

    def show_value(self, value: Any) -> None:
        """Show a value."""
        self.problem.hide()
        self.field.setText(text_of(self.line, value))
        self.field.setCursorPosition(0)
        self.field.setToolTip(plain_tip(tr(self.line.value_words(value))))

    def set_theme(self, theme: Theme) -> None:
        """Say problems in the colour of errors."""
        palette = QPalette(theme.palette)
        palette.setColor(QPalette.ColorRole.WindowText, theme.named["error"])
        self.problem.setPalette(palette)

    @Slot()
    def _finished(self) -> None:
        if not self.field.isModified():
            return
        self.field.setModified(False)
        try:
            value = read_text(self.line, self.field.text())
        except NotAValue as error:
            self.problem.setText(
                tr("“{text}” cannot be used: {error}.").format(text=self.field.text(), error=error)
            )
            self.problem.show()
            return
        self.problem.hide()
        self.chosen.emit(value)


class ShownOnly(Editor):
    """A value that is changed elsewhere: groups, own rules, limits, priors."""

    def __init__(self, line: PlanLine, parent: QWidget) -> None:
        super().__init__(line, parent)
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.row.addWidget(self.label)

    def show_value(self, value: Any) -> None:
        """Show a value."""
        where = tr(WHERE.get((self.line.part, self.line.name), ""))
        self.label.setText(f"{tr(self.line.value_words(value))} {f'({where})' if where else ''}".strip())


WHERE = {
    ("events", "groups"): "Safety ▸ Groups…",
    ("responses", "own"): "Efficacy ▸ Responders ▸ Your own rules…",
    ("responses", "changed"): "View ▸ How endpoints are made…",
    ("dose_question", "priors"): "in a plan file",
}
"""Where what is shown only can be changed."""


def editor_of(line: PlanLine, value: Any, parent: QWidget) -> Editor:
    """Return the editor of a line; `value` tells a list from a single choice."""
    if line.choices:
        return (ListEditor if isinstance(value, tuple) else ChoiceEditor)(line, parent)
    return (TextEditor if can_be_typed(line) else ShownOnly)(line, parent)
