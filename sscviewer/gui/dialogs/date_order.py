"""Asks which of two numbers is the day, where every date of a column can be read both ways."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from sscviewer.gui.panes.elided_label import ElidedLabel
from sscviewer.gui.state.not_shown_words import counted

if TYPE_CHECKING:
    from sscviewer.workbook.values.date_order import DateOrder, UndecidedDates

MOST_ROWS = 6
"""So many dates are shown in all, divided among the columns."""
COLUMN_GAP, ROW_GAP, BLOCK_GAP, HEAD_GAP, INDENT = 24, 4, 12, 6, 12
"""Spaces, px."""
ALL_ACROSS = 4
"""Columns of the grid, the last an empty one that takes the rest of the width."""


class AskDateOrder(QDialog):
    """Example dates written out both ways, and two choices; day first is the one proposed.

    Parameters
    ----------
    name
        Of the file, without its folder.
    columns
        Those that can be read both ways.
    """

    def __init__(
        self, name: str, columns: "tuple[UndecidedDates, ...]", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Day first or month first?")
        self._readings: dict[str, list[QLabel]] = {"dmy": [], "mdy": []}
        said = "one column" if len(columns) == 1 else f"{len(columns)} columns"
        text = f"“{name}” has {said} of dates that can be read in two ways, and no date in them tells which."
        ask = self._plain(text)
        ask.setWordWrap(True)
        self.day = QRadioButton("&Day first", self)
        self.month = QRadioButton("&Month first", self)
        self.day.setChecked(True)
        self.day.toggled.connect(self._show_choice)
        self.keep = QCheckBox("&Remember for this kind of workbook", self)
        self.keep.setChecked(True)
        self.keep.setToolTip(
            "Kept on this computer under the sheet names and headings, without any data of patients.\n"
            "File ▸ Map columns… shows and changes it."
        )
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Open | standard.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(BLOCK_GAP)
        layout.addWidget(ask)
        layout.addLayout(self._examples(columns))
        for widget in (self.keep, self.buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        self._show_choice()
        self.day.setFocus()

    @property
    def order(self) -> "DateOrder":
        """What was chosen."""
        return "dmy" if self.day.isChecked() else "mdy"

    def _plain(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _examples(self, columns: "tuple[UndecidedDates, ...]") -> QGridLayout:
        """Return the dates as written beside the two choices' readings of them, column by column."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(COLUMN_GAP)
        grid.setVerticalSpacing(ROW_GAP)
        for place, widget in enumerate((self._plain("In the file"), self.day, self.month)):
            grid.addWidget(widget, 0, place)
        each = max(1, MOST_ROWS // len(columns))
        for column in columns[:MOST_ROWS]:
            grid.addWidget(self._head(column), grid.rowCount(), 0, 1, ALL_ACROSS)
            for example in column.examples[:each]:
                row = grid.rowCount()
                written = self._plain(example.written)
                written.setIndent(INDENT)
                grid.addWidget(written, row, 0)
                for place, (order, reading) in enumerate(
                    (("dmy", example.day_first), ("mdy", example.month_first)), 1
                ):
                    label = self._plain(reading)
                    self._readings[order].append(label)
                    grid.addWidget(label, row, place)
        more = columns[MOST_ROWS:]
        if more:
            label = self._plain(f"and {counted(len(more), 'more column', 'more columns')}")
            label.setToolTip("\n".join(f"{c.sheet}: {c.heading}" for c in more))
            grid.addWidget(label, grid.rowCount(), 0, 1, ALL_ACROSS)
        grid.setColumnStretch(ALL_ACROSS - 1, 1)
        return grid

    def _head(self, column: "UndecidedDates") -> QLabel:
        head = ElidedLabel(self)
        head.setText(f"{column.sheet}: {column.heading}")
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        head.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        head.setContentsMargins(0, HEAD_GAP, 0, 0)
        return head

    @Slot()
    def _show_choice(self) -> None:
        """Set the readings that are not chosen back."""
        for order, labels in self._readings.items():
            chosen = order == self.order
            for label in labels:
                label.setForegroundRole(
                    QPalette.ColorRole.WindowText if chosen else QPalette.ColorRole.PlaceholderText
                )
