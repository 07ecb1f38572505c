"""The card of keyboard shortcuts, made from the table of actions."""

from html import escape

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from sscviewer.gui.actions import MENUS, ActionSpec

_MORE = (
    (
        "In the figure",
        (
            ("<b>Wheel</b>", "Zoom in time"),
            ("<b>Drag</b>", "Move in time"),
            ("<b>Double click</b>", "Whole time range"),
        ),
    ),
)


class KeyCard(QDialog):
    """All shortcuts, by menu."""

    def __init__(self, table: tuple[ActionSpec, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        text = QTextBrowser(self)
        text.setAccessibleName("Keyboard shortcuts")
        text.setFrameShape(QTextBrowser.Shape.NoFrame)
        text.setHtml(card_html(table))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(text)
        layout.addWidget(buttons)
        width = self.fontMetrics().averageCharWidth() * 96
        text.document().setTextWidth(width)
        text.setMinimumHeight(round(text.document().size().height()) + 8)
        self.setMinimumWidth(width + 48)


def card_html(table: tuple[ActionSpec, ...]) -> str:
    """Return the card: two columns of sections, each key beside what it does."""
    sections = [(menu, _rows(menu, table)) for menu in MENUS]
    sections = [(menu, rows) for menu, rows in sections if rows]
    sections += [(title, [(key, what) for key, what in rows]) for title, rows in _MORE]
    left = [s for s in sections if s[0] in ("Patient", "Help")]
    right = [s for s in sections if s not in left]
    cells = ("".join(_section(title, rows) for title, rows in side) for side in (left, right))
    columns = "".join(f"<td width='50%' style='padding-right: 16px'>{cell}</td>" for cell in cells)
    return f"<table width='100%'><tr>{columns}</tr></table>"


def _rows(menu: str, table: tuple[ActionSpec, ...]) -> list[tuple[str, str]]:
    return [
        (" &nbsp;".join(_key(key) for key in (*spec.keys, *spec.view_keys)), escape(spec.plain_text))
        for spec in table
        if spec.menu.partition("/")[0] == menu and (spec.keys or spec.view_keys)
    ]


def _key(key: str) -> str:
    arrows = {"Up": "↑", "Down": "↓"}
    native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return f"<b>{escape(arrows.get(key, native))}</b>"


def _section(title: str, rows: list[tuple[str, str]]) -> str:
    lines = "".join(
        f"<tr><td style='padding: 2px 18px 2px 0; white-space: nowrap'>{key}</td>"
        f"<td style='padding: 2px 0'>{what}</td></tr>"
        for key, what in rows
    )
    return f"<h4>{escape(title)}</h4><table>{lines}</table>"
