"""What the scene of a chart holds: the chart, painted once into a picture, and over it what stands out.

The picture of a chart higher than the window holds what is seen and as much above and below: a lane for each
of 2 000 patients would be a picture of hundreds of megabytes.
"""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from sscviewer.plots.safe_painter import paint_or_say

if TYPE_CHECKING:
    from sscviewer.plots.charts.chart import Chart
    from sscviewer.plots.screen.range_view import RangeView

WHOLE_PIXELS = 4
"""So many pixels are a whole number of the screen's at any scaling in steps of 25 %: nothing is blurred."""


class _OverArea(pg.GraphicsObject):
    """An item that is painted from the corner of the scene on, wherever the view that it belongs to lies."""

    def __init__(self, area: RangeView) -> None:
        super().__init__(area)
        self.area = area
        self.chart: Chart | None = None
        self._size = QRectF()

    def show_chart(self, chart: Chart | None, width: float, height: float) -> None:
        """Draw a chart as it is laid out now, over a scene of this size."""
        at = self.area.pos()
        size = QRectF(-at.x(), -at.y(), width, height)
        if size != self._size:
            self.prepareGeometryChange()
            self._size = size
        self.chart = chart
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the whole scene, in the view's pixels."""
        return self._size

    def to_scene(self, painter: QPainter) -> None:
        """Let a painter count from the corner of the scene. Exact: it takes away what the view added."""
        at = self.area.pos()
        painter.translate(-at.x(), -at.y())


class ChartItem(_OverArea):
    """The chart."""

    def __init__(self, area: RangeView) -> None:
        super().__init__(area)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.is_drawn = True
        self._picture: QPixmap | None = None
        self._pictured = QRect()

    def show_chart(self, chart: Chart | None, width: float, height: float) -> None:
        """Paint a chart anew."""
        self._picture, self.is_drawn = None, True
        super().show_chart(chart, width, height)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Show the kept picture."""
        if self.chart is None or widget is None:
            return
        at = self.area.pos()
        exposed = option.exposedRect.translated(at).toAlignedRect()
        seen = (widget.visibleRegion().boundingRect() | exposed) & self._size.translated(at).toAlignedRect()
        ratio = widget.devicePixelRatioF()
        if self._picture is None or not self._pictured.contains(seen):
            top = max(seen.top() - seen.height(), 0) // WHOLE_PIXELS * WHOLE_PIXELS
            bottom = min(seen.bottom() + seen.height(), round(self._size.height()) - 1)
            self._pictured = QRect(QPoint(0, top), QPoint(round(self._size.width()) - 1, bottom))
            self._picture = self._painted(self.chart, self._pictured, ratio)
        self.to_scene(painter)
        painter.drawPixmap(self._pictured.topLeft(), self._picture)

    def _painted(self, chart: Chart, part: QRect, ratio: float) -> QPixmap:
        picture = QPixmap(part.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(chart.ink.colour(chart.ink.style.background))

        def paint(painter: QPainter) -> None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-part.topLeft())
            painter.setClipRect(part)
            chart.paint_with_notes(painter)

        self.is_drawn = paint_or_say(picture, paint, chart.ink.colour(chart.ink.style.text))
        return picture


class HighlightItem(_OverArea):
    """The patient or row that stands out; the chart below is not painted again for it."""

    def __init__(self, area: RangeView, below: ChartItem) -> None:
        super().__init__(area)
        self.setZValue(1)
        self._below = below
        self.key = ""

    def set_key(self, key: str) -> None:
        """Let another patient or row stand out; "" for none."""
        self.key = key
        self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw over the chart what stands out."""
        chart = self.chart
        if chart is None or not self.key or not self._below.is_drawn:
            return
        self.to_scene(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Marks beside the rows of a chart lie outside its data.
        with chart.data_area(painter) if "y" in chart.zooms else nullcontext():
            chart.highlight(painter, self.key)
