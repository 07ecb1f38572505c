"""The lines above the figure: who the patient is and how they fared."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from sscviewer.analysis.patient_page import PatientPage

SEPARATOR = "     "


class PatientHead(QWidget):
    """ID large, who, course, outcome; all text can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = self._label("Patient")
        font = self.name.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        font.setBold(True)
        self.name.setFont(font)
        self.who = self._label("Who")
        self.course = self._label("Course and outcome")
        self.course.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.name, 0, Qt.AlignmentFlag.AlignBaseline)
        top.addWidget(self.who, 1, Qt.AlignmentFlag.AlignBaseline)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 4)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.course)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAccessibleName(name)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    @Slot(object)
    def show_page(self, page: "PatientPage | None") -> None:
        """Show another patient."""
        if page is None:
            for label in (self.name, self.who, self.course):
                label.clear()
            return
        header = page.header
        self.name.setText(header.usubjid)
        self.who.setText(" · ".join(header.who))
        # Parts hold together when the line breaks between them.
        parts = [*header.course, header.outcome]
        self.course.setText(SEPARATOR.join(_whole(part) for part in parts if part))


def _whole(text: str) -> str:
    """Return a text that no line break parts."""
    return text.replace(" ", "\u00a0").replace("-", "\u2011")
