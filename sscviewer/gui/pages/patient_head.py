"""The lines above the figure: who the patient is and how they fared."""

from math import isnan
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sscviewer.gui.language import tr
from sscviewer.gui.panes.elided_label import ElidedLabel
from sscviewer.model.plain_text import capital
from sscviewer.model.sentence import joined

if TYPE_CHECKING:
    from sscviewer.analysis.patient.patient_page import PatientPage

SEPARATOR = "   "
MOST_OF_ID = 22
"""Characters of an ID that are always seen; a longer one is cut when there is no room."""


class PatientHead(QWidget):
    """ID large and who; course; outcome. Always three lines, so that the figure stays where it is.

    The details pane has the same words in full, to be copied.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = self._label(tr("Patient"))
        font = self.name.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        font.setBold(True)
        self.name.setFont(font)
        self.who = self._label(tr("Who"))
        self.course = self._label(tr("Course"))
        self.outcome = self._label(tr("Outcome"))
        small = self.course.font()
        small.setPointSizeF(small.pointSizeF() * 0.9)
        self.course.setFont(small)
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
        if page is None:
            for label in (self.name, self.who, self.course, self.outcome):
                label.setText("")
            return
        header = page.header
        self.name.setText(header.usubjid)
        most = MOST_OF_ID * self.name.fontMetrics().averageCharWidth()
        self.name.setMinimumWidth(min(self.name.sizeHint().width(), most))
        self.who.setText(tr(joined(header.who, " · ")))
        with_dose = not isnan(page.dose.average_daily_dose)
        values = header.course[:-1] if with_dose else header.course
        # The axis says "% predicted"; here the room is for the numbers.
        self.course.setText(tr(joined(values, SEPARATOR)).replace(tr("% predicted"), "%"))
        end = capital(header.outcome)
        self.outcome.setText(tr(joined((end, header.course[-1]), " · ") if with_dose else end))
