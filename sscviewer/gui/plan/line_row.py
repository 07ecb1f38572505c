"""A line of the Plan page: what is chosen, how, whether it differs from the default, what it decides."""

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from sscviewer.analysis.plan import DEFAULT_PLAN, AnalysisPlan
from sscviewer.analysis.plan.line import PlanLine
from sscviewer.gui.language import tr
from sscviewer.gui.plan.editors import ROOM, editor_of
from sscviewer.gui.state.theme import Theme
from sscviewer.plots.screen.plain_tip import plain_tip

MARK = "●"
BACK = 3
"""Column of the buttons."""


class LineRow(QObject):
    """The widgets of a line, laid into a grid: mark, words, editor, back to default.

    Signals
    -------
    chosen
        With the line and another value.
    """

    chosen = Signal(object, object)

    def __init__(self, line: PlanLine, grid: QGridLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = line
        self.default = line.value(DEFAULT_PLAN)
        self._value: Any = None
        self.mark = QLabel(parent)
        self.mark.setAccessibleName(tr("Changed"))
        self.mark.setFixedWidth(self.mark.fontMetrics().horizontalAdvance(MARK) + 4)
        self.words = QLabel(tr(line.text), parent)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.editor = editor_of(line, self.default, parent)
        self.words.setBuddy(self.editor)
        self.editor.chosen.connect(self._chosen)
        self.used_by = QLabel(_used_words(line), parent)
        self.used_by.setTextFormat(Qt.TextFormat.PlainText)
        self.used_by.setWordWrap(True)
        font = self.used_by.font()
        font.setPointSizeF(font.pointSizeF() * 0.88)
        self.used_by.setFont(font)
        self.back = QPushButton(tr("Default"), parent)
        self.back.setAccessibleName(
            tr("Back to default: {text}").format(text=tr(line.text).removeprefix("… "))
        )
        self.back.setToolTip(
            plain_tip(tr("Back to: {value_words}").format(value_words=tr(line.value_words(self.default))))
        )
        self.back.setAutoDefault(False)
        self.back.hide()
        # Its place stays free: beside the editor nothing moves when a line is changed.
        grid.setColumnMinimumWidth(BACK, self.back.sizeHint().width())
        self.back.clicked.connect(self._back)
        self._lay_out(grid)

    def _lay_out(self, grid: QGridLayout) -> None:
        self._grid, self._at = grid, grid.rowCount()
        at, top = self._at, Qt.AlignmentFlag.AlignTop
        grid.setRowStretch(at + 1, 1)  # what the words need more than the editor goes below it
        for part in (self.mark, self.words):
            part.setContentsMargins(0, 2 * ROOM, 0, 0)  # level with the text of the field
        grid.addWidget(self.mark, at, 0, top)
        grid.addWidget(self.words, at, 1, 2, 1, top)
        self.stack(is_stacked=False)

    def stack(self, *, is_stacked: bool) -> None:
        """Lay what the line decides and the button below the editor, or beside it."""
        at, top = self._at, Qt.AlignmentFlag.AlignTop
        for part in (self.editor, self.back, self.used_by):
            self._grid.removeWidget(part)
        self.used_by.setContentsMargins(0, 0 if is_stacked else 2 * ROOM, 0, 2 * ROOM if is_stacked else 0)
        if is_stacked:
            self._grid.addWidget(self.editor, at, 2, 1, 2, top)
            self._grid.addWidget(self.used_by, at + 1, 2, top)
            self._grid.addWidget(self.back, at + 1, BACK, top)
        else:
            self._grid.addWidget(self.editor, at, 2, top)
            self._grid.addWidget(self.back, at, BACK, top)
            self._grid.addWidget(self.used_by, at, 4, 2, 1, top)

    @property
    def is_changed(self) -> bool:
        """Whether the plan differs from the default here."""
        return bool(self._value != self.default)

    def show_plan(self, plan: AnalysisPlan) -> None:
        """Show what a plan chooses."""
        self._value = self.line.value(plan)
        self.editor.show_value(self._value)
        self.mark.setText(MARK if self.is_changed else "")
        self.mark.setToolTip(
            plain_tip(
                tr("Default: {value_words}").format(value_words=tr(self.line.value_words(self.default)))
                if self.is_changed
                else ""
            )
        )
        self.back.setVisible(self.is_changed and not self.words.isHidden())
        font = self.words.font()
        font.setBold(self.is_changed)
        self.words.setFont(font)

    def narrow(self, words: list[str], *, only_changed: bool) -> bool:
        """Show the line if it has all the words; return whether it is shown."""
        value = tr(self.line.value_words(self._value))
        text = f"{self.words.text()} {value} {self.used_by.text()}".casefold()
        shown = all(word in text for word in words) and (self.is_changed or not only_changed)
        for part in (self.mark, self.words, self.editor, self.used_by):
            part.setVisible(shown)
        self.back.setVisible(shown and self.is_changed)
        return shown

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme: the mark in the colour of warnings, what is aside faint."""
        marked, faint = QPalette(theme.palette), QPalette(theme.palette)
        marked.setColor(QPalette.ColorRole.WindowText, theme.named["warning"])
        role = QPalette.ColorRole.PlaceholderText
        faint.setColor(QPalette.ColorRole.WindowText, theme.palette.color(role))
        self.mark.setPalette(marked)
        self.used_by.setPalette(faint)
        self.editor.set_theme(theme)
        self.words.setPalette(theme.palette)

    @Slot(object)
    def _chosen(self, value: Any) -> None:
        self.chosen.emit(self.line, value)

    @Slot()
    def _back(self) -> None:
        self.chosen.emit(self.line, self.default)


def _used_words(line: PlanLine) -> str:
    """Return what a line decides, as it is shown: "Safety: adverse events, rates; Report"."""
    pages = (
        ": ".join(", ".join(map(tr, part.split(", "))) for part in page.split(": "))
        for page in line.used_words.split("; ")
    )
    return "; ".join(pages)
