"""Links in the figure where it says that the workbook has no sheet of something."""

from html import escape

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QColor, QPalette
from PySide6.QtWidgets import QLabel

from sscviewer.gui.language import tr
from sscviewer.plots.panel import Panel
from sscviewer.plots.patient.patient_figure import PatientFigure

GAP = 4
"""Ground around the words, px: no line of the figure goes through them."""


class MapLinks(QObject):
    """One link per panel that lacks its sheet; it follows the panel.

    Parameters
    ----------
    action
        What a link does: lets the user map the columns.
    """

    def __init__(self, figure: PatientFigure, action: QAction) -> None:
        super().__init__(figure)
        self._figure = figure
        self._action = action
        self.links: dict[str, QLabel] = {}
        figure.placed.connect(self._place)

    @Slot()
    def _place(self) -> None:
        drawing = self._figure.drawing
        lacking = {p.name: p for p in drawing.panels if p.lacking} if drawing else {}
        for name in self.links.keys() - lacking.keys():
            self.links[name].hide()
        for name, panel in lacking.items():
            if name not in self.links:
                self.links[name] = self._new_link()
            self._put(self.links[name], panel)

    def _new_link(self) -> QLabel:
        link = QLabel(self._figure.viewport())
        link.setAutoFillBackground(True)
        link.setContentsMargins(GAP, 0, GAP, 0)
        link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        link.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        link.linkActivated.connect(self._asked)
        return link

    def _put(self, link: QLabel, panel: Panel) -> None:
        """Put the words with their link over the words in the middle of the panel."""
        if panel.box is None or panel.scene is None:
            return
        box, ink = panel.box, panel.scene.ink
        palette = link.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(ink.style.background))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(ink.style.faint_text))
        link.setPalette(palette)
        lacking = ink.style.said(panel.lacking)
        link.setText(tr('{lacking} <a href="map">Map one…</a>').format(lacking=escape(lacking)))
        link.setAccessibleName(tr("{lacking} Map one").format(lacking=lacking))
        link.setFont(ink.plain)
        link.adjustSize()
        x, y = box.left + box.right - link.width(), box.top + box.bottom - link.height()
        link.move(round(x / 2), round(y / 2))
        link.show()

    @Slot()
    def _asked(self) -> None:
        self._action.trigger()
