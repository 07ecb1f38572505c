"""One of several patients' pages beside each other: who it is, and the figure."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from sscviewer.gui.language import tr
from sscviewer.gui.panes.elided_label import ElidedLabel
from sscviewer.gui.state.session import Session
from sscviewer.model.sentence import joined
from sscviewer.plots.patient.patient_figure import PatientFigure
from sscviewer.plots.screen.plain_tip import plain_tip
from sscviewer.plots.style import load_fonts, screen_style

if TYPE_CHECKING:
    from sscviewer.analysis.patient.patient_page import PatientPage, TrialFrame
    from sscviewer.plots.mark import Mark

LEAST_WIDTH_EMS = 22
"""Narrower, a page has no room for its lanes; then the pages scroll."""


class ComparedPage(QWidget):
    """A page that others lie beside.

    Signals
    -------
    zoomed
        First and last study day of this patient that the user chose to see.
    picked
        USUBJID, and (table, row) of what was clicked.
    """

    zoomed = Signal(float, float)
    picked = Signal(str, object)

    def __init__(self, dark: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_fonts()
        self._usubjid, self._is_following = "", False
        self._frame: TrialFrame | None = None
        self.name, self.about = ElidedLabel(self), ElidedLabel(self)
        font = self.name.font()
        font.setBold(True)
        self.name.setFont(font)
        self.figure = PatientFigure(self._style(dark))
        self.figure.setAcceptDrops(False)
        self.figure.viewport().setAcceptDrops(False)
        self.figure.day_range_changed.connect(self._moved)
        self.figure.clicked.connect(self._clicked)
        self.figure.hovered.connect(self._hovered)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for widget in (self.name, self.about):
            layout.addWidget(widget)
        layout.addWidget(self.figure, 1)
        self.setMinimumWidth(LEAST_WIDTH_EMS * self.fontMetrics().height())

    def _style(self, dark: bool) -> Any:
        return screen_style(dark, self.font().pointSizeF(), self.devicePixelRatioF())

    def show_page(
        self, page: "PatientPage", beside: "tuple[PatientPage, ...]", frame: "TrialFrame", session: Session
    ) -> None:
        """Show a patient, as high as the pages beside."""
        self._usubjid = page.usubjid
        self._is_following = True
        unit: Any = session.time_unit
        if frame is not self._frame:
            self._frame = frame
            self.figure.set_frame(frame)
        self.figure.set_bands(session.bands)
        self.figure.set_time_unit(unit)
        self.figure.set_beside(beside)
        self.figure.show_page(page)
        self.figure.setMinimumHeight(self.figure.height_needed())
        self.figure.setAccessibleName(tr("Page of {usubjid}").format(usubjid=page.usubjid))
        self.name.setText(page.usubjid)
        self.about.setText(tr(joined((*page.header.who, page.header.outcome), " · ")))
        self._is_following = False

    def set_days(self, first: float, last: float) -> None:
        """Show these study days."""
        self._is_following = True
        self.figure.set_day_range(first, last)
        self._is_following = False

    def set_dark(self, dark: bool) -> None:
        """Be dark or light."""
        self.figure.set_style(self._style(dark))

    @Slot(float, float)
    def _moved(self, first: float, last: float) -> None:
        if not self._is_following:
            self.zoomed.emit(first, last)

    @Slot(object)
    def _clicked(self, mark: "Mark | None") -> None:
        record = (mark.table, mark.row) if mark is not None and mark.row >= 0 else None
        self.picked.emit(self._usubjid, record)

    @Slot(object)
    def _hovered(self, mark: "Mark | None") -> None:
        if mark is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(QCursor.pos(), plain_tip(mark.text), self.figure)
