"""What the scene of a patient figure holds: a pyqtgraph view and an item per panel, and the cursor line."""

from functools import partial

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from sscviewer.plots.panel import Panel
from sscviewer.plots.patient.page_drawing import GAP_EMS, PageDrawing, Strip
from sscviewer.plots.patient.words import when_text
from sscviewer.plots.safe_painter import paint_part_or_say
from sscviewer.plots.screen.range_view import UP, RangeView


class PanelItem(pg.GraphicsObject):
    """One panel in its own pyqtgraph view, painted by the painter that draws it on paper."""

    def __init__(self, drawing: PageDrawing, panel: Panel) -> None:
        self.view = RangeView("xy" if panel.has_values else "x", inside="x")
        super().__init__(self.view)
        if panel.has_values:
            self.view.add_handle(UP)
        # The cursor line moves over the panels without painting them anew.
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.name = panel.name
        self.drawing = drawing
        self.strip: Strip | None = None
        self._rect = QRectF()

    def show_strip(self, strip: Strip, width: float) -> None:
        """Draw a panel at its present place: the view lies over its data, the item over the whole strip."""
        box, scene = strip.panel.box, strip.panel.scene
        assert box is not None
        assert scene is not None
        strip.panel.place(self.view.place(box), scene)
        # Points and labels at the edges hang over.
        overhang = 0.5 * self.drawing.ink.em
        top, bottom = strip.top - overhang - box.top, strip.bottom + overhang - box.top
        rect = QRectF(-box.left, top, width, bottom - top)
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect = rect
        self.strip = strip
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the strip, in the view's pixels."""
        return self._rect

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw the panel."""
        if self.strip is not None:
            # Boxes count from the corner of the figure. Exact: what is taken away is what the view added.
            at = self.view.pos()
            painter.translate(-at.x(), -at.y())
            ink = self.drawing.ink
            paint_part_or_say(
                painter,
                self._rect.translated(at),
                partial(self.drawing.paint_strip, strip=self.strip),
                ink.colour(ink.style.text),
            )


class CursorItem(pg.GraphicsObject):
    """The cursor line through all panels with what it reads in each."""

    def __init__(self, drawing: PageDrawing) -> None:
        super().__init__()
        self.setZValue(10)
        self.drawing = drawing
        self.day: float | None = None
        self._size = QRectF()

    def resize(self, width: float, height: float) -> None:
        """Cover the figure."""
        size = QRectF(0.0, 0.0, width, height)
        if size != self._size:
            self.prepareGeometryChange()
            self._size = size

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
                words = when_text(float(int(self.day // 1)), scene.page)
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
