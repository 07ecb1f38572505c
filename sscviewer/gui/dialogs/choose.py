"""Ticks for what goes into a file, before it is asked where the file goes."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from sscviewer.gui.language import tr


class Choose(QDialog):
    """A tick for each part of a file, and a line that says what the ticks make.

    Parameters
    ----------
    text
        What the file is, and what is asked.
    total
        What the line that counts is called by screen readers.
    parts
        (key, words, ticked, whether the tick may be changed) of each.
    """

    def __init__(
        self,
        title: str,
        text: str,
        total: str,
        parts: Iterable[tuple[str, str, bool, bool]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        label = QLabel(tr(text), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(label)
        self.boxes: dict[str, QCheckBox] = {}
        for key, words, ticked, free in parts:
            box = QCheckBox(words, self)
            box.setChecked(ticked)
            box.setEnabled(free)
            box.toggled.connect(self._count)
            self.boxes[key] = box
            layout.addWidget(box)
        self.total = QLabel(self)
        self.total.setAccessibleName(total)
        layout.addWidget(self.total)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Save | standard.Cancel, self)
        self.buttons.button(standard.Save).setText(tr("Save…"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)
        self._count()
        # a width that is set holds instead of the layout's own
        least = self.fontMetrics().averageCharWidth() * 76
        width = max(least, layout.minimumSize().width())
        self.setMinimumWidth(width)
        self.resize(width, layout.totalHeightForWidth(width))

    @property
    def ticked(self) -> tuple[str, ...]:
        """The keys ticked."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    def counted(self) -> tuple[str, bool]:
        """Return what the ticks make, in words, and whether that can be saved."""
        raise NotImplementedError

    @Slot()
    def _count(self) -> None:
        words, can_save = self.counted()
        self.total.setText(words)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(can_save)
