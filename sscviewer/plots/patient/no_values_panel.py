"""The place of the trajectories in a file without any measurement: it says so."""

from PySide6.QtGui import QPainter

from sscviewer.plots.box import Box
from sscviewer.plots.panel import Panel, Room, Scene, draw_empty

NO_VALUES_AT_ALL = "This workbook has no sheet of measurements."


class NoValuesPanel(Panel):
    """One sentence."""

    name = "no_values"

    @property
    def lacking(self) -> str:
        """Return the sentence."""
        return NO_VALUES_AT_ALL

    def room(self, scene: Scene, width: float) -> Room:
        """Return as much as an empty lane has."""
        return Room(2.5 * scene.ink.em, 3.5 * scene.ink.em)

    def draw(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Draw the sentence above the line of the time axis."""
        ink = scene.ink
        painter.setPen(ink.pen(ink.style.axis, ink.style.hair_pt))
        ink.vline(painter, box.left, box.top, box.bottom)
        ink.hline(painter, box.left, box.right, box.bottom)
        middle = (box.top + box.bottom) / 2
        ink.text(painter, box.left - 0.5 * ink.em, middle, "Measurements", "right", font=ink.strong)
        draw_empty(painter, box, NO_VALUES_AT_ALL, ink)
