"""The card of keyboard shortcuts, made from the table of actions."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from sscviewer.gui.language import tr
from sscviewer.gui.state.action_table import MENUS, ActionSpec, plain_words

Rows = list[tuple[str, str]]
_IN_THE_FIGURE = [
    ("Wheel", "Scroll the page; zoom in time where nothing is to be scrolled"),
    ("Ctrl+wheel", "Zoom in time"),
    ("Drag", "Move in time"),
    ("Double click", "Whole time range"),
    ("Click", "Show the record in the details"),
    ("Ctrl+click in the list", "Pin a patient to compare"),
    ("Shift+click in the list", "Pin all from the current one to there"),
]
_LEFT = ("Patient", "Help")
_ARROWS = {"Up": "↑", "Down": "↓"}


class KeyCard(QDialog):
    """All shortcuts, by menu, in two columns."""

    def __init__(self, table: tuple[ActionSpec, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        sections = card_sections(table)
        columns = QHBoxLayout()
        columns.setSpacing(40)
        columns.addLayout(self._column([s for s in sections if s[0] in _LEFT]))
        columns.addLayout(self._column([s for s in sections if s[0] not in _LEFT]))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(16)
        layout.addLayout(columns)
        layout.addWidget(buttons)

    def _column(self, sections: list[tuple[str, Rows]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for title, rows in sections:
            line = grid.rowCount()
            if line > 1:
                grid.setRowMinimumHeight(line, self.fontMetrics().height() // 2)
            grid.addWidget(self._label(title, bold=True), line + 1, 0, 1, 2)
            for offset, (keys, what) in enumerate(rows, 2):
                grid.addWidget(self._label(keys, bold=True), line + offset, 0, Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(self._label(what), line + offset, 1, Qt.AlignmentFlag.AlignLeft)
        grid.setRowStretch(grid.rowCount(), 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _label(self, text: str, *, bold: bool = False) -> QLabel:
        label = QLabel(tr(text), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        font = label.font()
        font.setBold(bold)
        label.setFont(font)
        return label


def card_sections(table: tuple[ActionSpec, ...]) -> list[tuple[str, Rows]]:
    """Return what the card says: sections of (keys, what they do)."""
    sections = [(menu, _rows(menu, table)) for menu in MENUS]
    return [(menu, rows) for menu, rows in sections if rows] + [("In the figure", _IN_THE_FIGURE)]


def keys_markdown(table: tuple[ActionSpec, ...]) -> str:
    """Return what the card says as a page of the manual."""
    return "\n\n".join(
        f"## {title}\n\n| keys | what they do |\n|---|---|\n"
        + "\n".join(f"| **{keys}** | {what} |" for keys, what in rows)
        for title, rows in card_sections(table)
    )


def _rows(menu: str, table: tuple[ActionSpec, ...]) -> Rows:
    return [
        (
            "  ".join(_key(key) for key in (*spec.keys, *spec.view_keys)),
            plain_words(tr(spec.text)),
        )
        for spec in table
        if spec.menu.partition("/")[0] == menu and (spec.keys or spec.view_keys)
    ]


def _key(key: str) -> str:
    return _ARROWS.get(key, QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText))
