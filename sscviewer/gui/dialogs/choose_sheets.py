"""Which sheets an empty trial workbook gets."""

from collections.abc import Iterable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from sscviewer.gui.state.not_shown_words import counted

ALWAYS = "patients"
"""The sheet from whose list the others choose a patient."""


class ChooseSheets(QDialog):
    """A tick for each sheet.

    Parameters
    ----------
    sheets
        (key, name, what a row is) of each.

    Attributes
    ----------
    chosen
        The keys ticked.
    """

    def __init__(self, sheets: Iterable[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Save an empty trial workbook")
        text = QLabel(
            "An Excel workbook with headings, units, lists to choose from and allowed ranges. "
            "Filled in Excel or LibreOffice it opens here without a question. Sheets:",
            self,
        )
        text.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(text)
        self.boxes: dict[str, QCheckBox] = {}
        for key, name, rule in sheets:
            box = QCheckBox(f"{name}: {rule}", self)
            box.setChecked(True)
            box.setEnabled(key != ALWAYS)
            box.toggled.connect(self._count)
            self.boxes[key] = box
            layout.addWidget(box)
        self.total = QLabel(self)
        self.total.setAccessibleName("Sheets of the workbook")
        layout.addWidget(self.total)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Save | standard.Cancel, self)
        self.buttons.button(standard.Save).setText("Save…")
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
    def chosen(self) -> tuple[str, ...]:
        """The keys ticked."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    @Slot()
    def _count(self) -> None:
        sheets = counted(len(self.chosen), "sheet", "sheets")
        self.total.setText(f"The workbook will have {sheets}, and one with instructions.")
