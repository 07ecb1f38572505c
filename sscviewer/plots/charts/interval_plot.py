"""Estimates with their intervals, a row each: incidence of events, change of endpoints, responders."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from sscviewer.plots.box import Box
from sscviewer.plots.charts.axes import TICK_EMS, Axis, draw_reference, draw_upper_axis, draw_x_axis
from sscviewer.plots.charts.chart import Chart
from sscviewer.plots.charts.series_legend import draw_series
from sscviewer.plots.ink import Ink
from sscviewer.plots.mark import Mark
from sscviewer.plots.panel import disc

ROW_EMS = 1.5
LONG = 12
"""More rows than this have their values written above them too."""
LABEL_SHARE = 0.42
"""Labels take at most this share of the width."""


@dataclass(frozen=True, slots=True)
class Dot:
    """An estimate; a limit that is NaN is not drawn. `series` is its place in the legend."""

    estimate: float
    lower: float
    upper: float
    text: str = ""
    series: int = 0


@dataclass(frozen=True, slots=True)
class IntervalRow:
    """A row: its label, its estimates, hover text and what a click means.

    Attributes
    ----------
    strong
        A heading or a total.
    indent
        A row of a group stands in.
    """

    label: str
    dots: tuple[Dot, ...]
    hover: str = ""
    key: str = ""
    strong: bool = False
    indent: bool = False


@dataclass(frozen=True, slots=True)
class Intervals:
    """All rows from top to bottom.

    Attributes
    ----------
    series
        Names of the estimates a row has; one name or none needs no legend.
    references
        Values with a dashed line: 0, a threshold.
    value_head
        Head of the column of texts at the right.
    """

    rows: tuple[IntervalRow, ...]
    axis: Axis
    series: tuple[str, ...] = ()
    references: tuple[float, ...] = ()
    value_head: str = ""
    empty: str = "Nothing to show."
    colours: tuple[str, ...] = field(default=())


class IntervalPlot(Chart):
    """Dots with intervals; texts of the numbers at the right."""

    zooms = "x"

    def __init__(self, ink: Ink, data: Intervals) -> None:
        super().__init__(ink, data.axis)
        self.data = data

    def _row_height(self) -> float:
        return max(ROW_EMS, 0.5 + 0.95 * max(len(self.data.series), 1)) * self.ink.em

    @property
    def _above(self) -> float:
        lines = (1.3 if len(self.data.series) > 1 else 0) + (1.3 if self.data.value_head else 0)
        return (0.3 + lines) * self.ink.em

    def wanted_height(self, width: float) -> float:
        """Return the height of all rows, the legend and the axis."""
        return self._above + max(len(self.data.rows), 2) * self._row_height() + 3.2 * self.ink.em

    def least_height(self, width: float) -> float:
        """Rows cannot be pressed much closer than they are."""
        return 0.85 * self.wanted_height(width)

    def lay_out(self, width: float, height: float) -> None:
        """Give labels and texts their room, the rest to the intervals."""
        ink, data = self.ink, self.data
        texts = [dot.text for row in data.rows for dot in row.dots] + [data.value_head]
        labels = [
            ink.width(row.label, ink.strong if row.strong else ink.plain) + (ink.em if row.indent else 0)
            for row in data.rows
        ]
        left = min(max(labels, default=0.0) + 1.2 * ink.em, LABEL_SHARE * width)
        beside = max(ink.width(text, ink.small) for text in texts)
        right = width - (beside + 1.6 * ink.em if beside else 1.0 * ink.em)
        # Few rows do not spread over a whole window.
        bottom = min(height - 2.9 * ink.em, self._above + max(len(data.rows), 2) * 2 * self._row_height())
        outer = 0.3 * ink.em, width - 0.4 * ink.em
        self.box = Box(outer[0], left, self._above, right, bottom, outer[1], self.x.low, self.x.high)

    def _y(self, row: int) -> float:
        assert self.box is not None
        return self.box.top + (row + 0.5) * self.box.height / max(len(self.data.rows), 1)

    def paint(self, painter: QPainter) -> None:
        """Draw the rows."""
        box, ink, data = self.box, self.ink, self.data
        if box is None:
            return
        if not data.rows:
            ink.text(painter, box.left, box.top + ink.em, data.empty, colour=ink.style.faint_text)
            return
        self._head(painter, box)
        for at in data.references:
            draw_reference(painter, box, ink, x=at)
        draw_x_axis(painter, box, self.x, ink)
        for i, row in enumerate(data.rows):
            font = ink.strong if row.strong else ink.plain
            x = box.outer_left + (ink.em if row.indent else 0)
            label = ink.elide(row.label, box.left - x - 0.6 * ink.em, font)
            ink.text(painter, x, self._y(i), label, font=font)
            self._dots(painter, box, row, self._y(i))

    def _head(self, painter: QPainter, box: Box) -> None:
        ink, y = self.ink, 0.8 * self.ink.em
        if len(self.data.series) > 1:
            draw_series(painter, box.left, y, self.data.series, self._colour, ink)
            y += 1.3 * ink.em
        if self.data.value_head:
            style = ink.style
            ink.text(painter, box.outer_right, y, self.data.value_head, "right", style.faint_text, ink.small)
            if len(self.data.rows) > LONG:
                draw_upper_axis(painter, box, self.x, y, ink)

    def _dots(self, painter: QPainter, box: Box, row: IntervalRow, middle: float) -> None:
        ink, style = self.ink, self.ink.style
        step = 0.95 * ink.em
        y = middle - step * (len(row.dots) - 1) / 2
        for dot in row.dots:
            colour = self._colour(dot.series)
            if not math.isnan(dot.estimate):
                painter.setPen(ink.pen(colour, style.line_pt))
                low = dot.estimate if math.isnan(dot.lower) else dot.lower
                high = dot.estimate if math.isnan(dot.upper) else dot.upper
                ends = box.clamp_x(box.x(low)), box.clamp_x(box.x(high))
                if ends[1] > ends[0]:
                    painter.drawLine(QPointF(ends[0], y), QPointF(ends[1], y))
                # Zoomed, a point at the edge would be taken for one that lies there.
                if not self.is_zoomed or box.first <= dot.estimate <= box.last:
                    painter.setBrush(ink.brush(colour))
                    disc(painter, box.clamp_x(box.x(dot.estimate)), y, ink.style.px(style.point_pt))
            ink.text(painter, box.outer_right, y, dot.text, "right", font=ink.small)
            y += step

    def _colour(self, series: int) -> str:
        colours = self.data.colours or self.ink.style.courses
        return colours[series % len(colours)]

    def _row_at(self, x: float, y: float) -> int:
        box = self.box
        if box is None or not self.data.rows or not box.top <= y < box.bottom:
            return -1
        return min(int((y - box.top) / box.height * len(self.data.rows)), len(self.data.rows) - 1)

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the row under the mouse."""
        i = self._row_at(x, y)
        if i < 0 or not (self.data.rows[i].hover or self.data.rows[i].key):
            return None
        return Mark("", -1, self.data.rows[i].hover, key=self.data.rows[i].key)

    def highlight(self, painter: QPainter, key: str) -> None:
        """Draw a bar beside the row."""
        if self.box is None:
            return
        for i, row in enumerate(self.data.rows):
            if row.key == key:
                height = self.box.height / len(self.data.rows)
                bar = QRectF(0, self._y(i) - height / 2, TICK_EMS * self.ink.em / 2, height)
                self.ink.patch(painter, bar, self.ink.style.chosen)
