"""The words above and below a saved page: who the patient is, how they fared, where the figure comes from."""

from PySide6.QtGui import QPainter

from sscviewer.plots.box import Box
from sscviewer.plots.ink import wrap
from sscviewer.plots.panel import Panel, Room, Scene
from sscviewer.plots.screen.said import Verbatim

SEPARATOR = "   ·   "


class HeaderPanel(Panel):
    """Patient, who they are, course and outcome."""

    name = "header"
    has_days = False

    def room(self, scene: Scene, width: float) -> Room:
        """Return the height of all lines."""
        lines = len(self._who(scene, width)) + len(self._course(scene, width))
        height = (2.0 + 1.15 * lines + 0.6) * scene.ink.em
        return Room(height, height)

    def _who(self, scene: Scene, width: float) -> list[str]:
        ink = scene.ink
        return wrap(list(scene.page.header.who), " · ", width - 1.2 * ink.em, ink, ink.plain)

    def _course(self, scene: Scene, width: float) -> list[str]:
        ink, header = scene.ink, scene.page.header
        parts = [*header.course, header.outcome]
        return wrap(parts, SEPARATOR, width - 1.2 * ink.em, ink, ink.plain)

    def draw(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Write the lines."""
        ink = scene.ink
        width = box.outer_right + 0.3 * ink.em
        name, room = Verbatim(scene.page.usubjid), box.outer_right - box.outer_left
        fonts = ink.title, ink.strong, ink.small
        font = next((one for one in fonts if ink.width(name, one) <= room), ink.small)
        ink.text(painter, box.outer_left, box.top + 0.9 * ink.em, ink.elide(name, room, font), font=font)
        y = box.top + 2.3 * ink.em
        for line in self._who(scene, width):
            ink.text(painter, box.outer_left, y, line)
            y += 1.15 * ink.em
        for line in self._course(scene, width):
            ink.text(painter, box.outer_left, y, line, colour=ink.style.faint_text)
            y += 1.15 * ink.em


class FooterPanel(Panel):
    """Where the figure comes from."""

    name = "footer"
    has_days = False

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words

    def _lines(self, scene: Scene, width: float) -> list[str]:
        ink = scene.ink
        return wrap(self.words.split(" · "), " · ", width - 1.2 * ink.em, ink, ink.small)

    def room(self, scene: Scene, width: float) -> Room:
        """Return the height of the lines."""
        height = (0.7 + len(self._lines(scene, width))) * scene.ink.em
        return Room(height, height)

    def draw(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Write the lines."""
        ink = scene.ink
        y = box.top + 0.9 * ink.em
        for line in self._lines(scene, box.outer_right + 0.3 * ink.em):
            ink.text(painter, box.outer_left, y, line, colour=ink.style.faint_text, font=ink.small)
            y += ink.em
