"""The lines above the figure: who the patient is and how they fared."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sscviewer.gui.panes.elided_label import ElidedLabel

if TYPE_CHECKING:
    from sscviewer.analysis.patient_page import PatientPage

SEPARATOR = "    "


class PatientHead(QWidget):
    """ID large and who; course; outcome. Always three lines, so that the figure stays where it is.

    The details pane has the same words in full, to be copied.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = self._label("Patient")
        font = self.name.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        font.setBold(True)
        self.name.setFont(font)
        self.who = self._label("Who")
        self.course = self._label("Course")
        self.outcome = self._label("Outcome")
        self.course.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.name, 0, Qt.AlignmentFlag.AlignBaseline)
        top.addWidget(self.who, 1, Qt.AlignmentFlag.AlignBaseline)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 2)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.course)
        layout.addWidget(self.outcome)

    def _label(self, name: str) -> ElidedLabel:
        label = ElidedLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAccessibleName(name)
        return label

    @Slot(object)
    def show_page(self, page: "PatientPage | None") -> None:
        """Show another patient."""
        header = page.header if page is not None else None
        self.name.setText(header.usubjid if header else "")
        self.name.setMinimumWidth(self.name.sizeHint().width())
        self.who.setText(" · ".join(header.who) if header else "")
        # The axis says "% predicted"; here the room is for the numbers.
        course = SEPARATOR.join(header.course) if header else ""
        self.course.setText(course.replace("% predicted", "%"))
        self.outcome.setText(f"{header.outcome[:1].upper()}{header.outcome[1:]}" if header else "")
