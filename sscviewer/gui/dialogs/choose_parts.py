"""Choosing what is saved together, and the formats of its documents."""

from collections.abc import Collection

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QGroupBox, QVBoxLayout, QWidget

from sscviewer.gui.language import tr
from sscviewer.report.what import DOCUMENT_FORMATS, WHAT

WORDS = {
    "profiles": "All patients in one PDF",
    "figures": "A page for each patient, and pictures of the whole trial",
    "tables": "Every table",
    "report": "The report",
    "narratives": "Narratives of deaths, serious and severe events",
    "queries": "Findings as questions to the sites",
    "board": "The safety board's pack, open and closed",
    "handover": "Tables and scripts for a statistician",
    "checklists": "CONSORT checklists",
}
FORMATS = {"docx": "Word (DOCX)", "pdf": "PDF", "pptx": "Slides (PPTX)"}


class ChooseParts(QDialog):
    """Ticks for what is saved, and for the formats of documents."""

    def __init__(self, ticked: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Save into a folder"))
        self.boxes = {name: self._box(tr(WORDS[name]), name in ticked) for name in WHAT}
        self.format_boxes = {name: self._box(tr(FORMATS[name]), name != "pptx") for name in DOCUMENT_FORMATS}
        layout = QVBoxLayout(self)
        for title, boxes in (("What", self.boxes), ("Documents as", self.format_boxes)):
            group = QGroupBox(title, self)
            column = QVBoxLayout(group)
            for box in boxes.values():
                column.addWidget(box)
            layout.addWidget(group)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        self.buttons.button(kinds.Ok).setText(tr("Choose folder…"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is ticked."""
        return tuple(name for name, box in self.boxes.items() if box.isChecked())

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats of documents that are ticked."""
        return tuple(name for name, box in self.format_boxes.items() if box.isChecked())

    def _box(self, words: str, on: bool) -> QCheckBox:
        box = QCheckBox(words, self)
        box.setChecked(on)
        box.toggled.connect(self._changed)
        return box

    @Slot()
    def _changed(self) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.chosen) and bool(self.formats))
