"""What the scene of a patient figure holds: one item per panel, and the cursor line over all of them."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from sscviewer.plots.patient.page_drawing import GAP_EMS, PageDrawing, Strip
from sscviewer.plots.patient.words import day_text


class StripItem(QGraphicsItem):
    """One panel, painted in the scene's own pixels: no item transform can shift data against axes."""

    def __init__(self, drawing: PageDrawing) -> None:
        super().__init__()
        # The cursor line moves over the panels without painting them anew.
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.drawing = drawing
        self.strip: Strip | None = None
        self._rect = QRectF()

    def show_strip(self, strip: Strip, width: float) -> None:
        """Draw a panel at its present place."""
        rect = QRectF(0.0, strip.top, width, strip.bottom - strip.top)
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect = rect
        self.strip = strip
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the strip, with the overhang of points and labels at its edges."""
        overhang = 0.5 * self.drawing.ink.em
        return self._rect.adjusted(0, -overhang, 0, overhang)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw the panel."""
        if self.strip is not None:
            self.drawing.paint_strip(painter, self.strip)


class CursorItem(QGraphicsItem):
    """The cursor line through all panels with what it reads in each."""

    def __init__(self, drawing: PageDrawing) -> None:
        super().__init__()
        self.setZValue(10)
        self.drawing = drawing
        self.day: float | None = None
        self._size = QRectF()

    def resize(self, width: float, height: float) -> None:
        """Cover the figure."""
        self.prepareGeometryChange()
        self._size = QRectF(0.0, 0.0, width, height)

    def move_to(self, day: float | None) -> None:
        """Move the line to a study day, or hide it."""
        self.day = day
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the whole figure."""
        return self._size

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw line and readings."""
        if self.day is None:
            return
        ink = self.drawing.ink
        for strip in self.drawing.strips:
            box, scene = strip.panel.box, strip.panel.scene
            if box is None or scene is None:
                continue
            x = box.x(self.day)
            if strip.panel.has_days:
                painter.setPen(ink.pen(ink.style.cursor, 0.75))
                top = box.bottom - ink.em if strip.panel.name == "visits" else strip.top
                ink.vline(painter, x, top, box.bottom)
                self._draw_reading(
                    painter, x, box.top - 0.5 * GAP_EMS * ink.em, strip.panel.reading(self.day), box.right
                )
            elif strip.panel.name == "time":
                words = day_text(float(int(self.day // 1)), scene.page.day1)
                self._draw_reading(painter, x, box.top + 0.95 * ink.em, words, box.right)

    def _draw_reading(self, painter: QPainter, x: float, y: float, words: str, limit: float) -> None:
        if words in ("", "–"):
            return
        ink = self.drawing.ink
        gap = 0.3 * ink.em
        width = ink.width(words, ink.small) + 2 * gap
        left = x + gap if x + gap + width <= limit else x - gap - width
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink.patch(painter, QRectF(left, y - 0.31 * ink.em, width, 0.62 * ink.em), ink.style.background, 0.88)
        ink.text(painter, left + gap, y, words, colour=ink.style.cursor, font=ink.small)
