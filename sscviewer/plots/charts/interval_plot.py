"""Estimates with their intervals, a row each: incidence of events, change of endpoints, responders."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter

from sscviewer.plots.box import Box
from sscviewer.plots.charts.axes import (
    TICK_EMS,
    Axis,
    below_axis,
    draw_reference,
    draw_upper_axis,
    draw_x_axis,
)
from sscviewer.plots.charts.chart import Chart, place_in, seen
from sscviewer.plots.charts.series_legend import LegendEntry, draw_legend, legend_height, series_entries
from sscviewer.plots.ink import Ink
from sscviewer.plots.mark import Mark
from sscviewer.plots.panel import disc
from sscviewer.plots.short_names import short_names

ROW_EMS = 1.5
LONG = 12
"""More rows than this have their values written above them too."""
LABEL_SHARE = 0.42
"""Labels take at most this share of the width."""
MOST_LINES = 6
"""Longer labels are folded, and cut at the end of the last line."""
LEAST_HEAD_EMS = 5.0
"""The head of the numbers is folded to their width, but not narrower than this."""


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
    of_patients
        Whether the labels are names of patients.
    """

    rows: tuple[IntervalRow, ...]
    axis: Axis
    series: tuple[str, ...] = ()
    references: tuple[float, ...] = ()
    value_head: str = ""
    empty: str = "Nothing to show."
    colours: tuple[str, ...] = field(default=())
    of_patients: bool = False


class IntervalPlot(Chart):
    """Dots with intervals; texts of the numbers at the right."""

    zooms = "x"

    def __init__(self, ink: Ink, data: Intervals) -> None:
        super().__init__(ink, data.axis)
        self.data = data
        self.labels: list[list[str]] = []
        self._order = list(range(len(data.series)))
        self._head: list[str] = []
        self._begins = [0.0]
        self._left = self._beside = self._legend = self._measured = 0.0

    def _measure(self, width: float) -> None:
        """Find what labels, legend and the head of the numbers take of a width, once for each width."""
        if width == self._measured:
            return
        self._measured = width
        ink, data = self.ink, self.data
        names = [row.label for row in data.rows]
        if data.of_patients:
            names = list(short_names(names, LABEL_SHARE * width - 1.2 * ink.em, ink, ink.plain))
        of_file = data.of_patients  # names that are neither translated nor folded
        indents = [(1.2 + row.indent) * ink.em for row in data.rows]
        fonts = [self._font(row) for row in data.rows]
        wide = [ink.width(name, font) for name, font in zip(names, fonts, strict=True)]
        whole = max((w + d for w, d in zip(wide, indents, strict=True)), default=1.2 * ink.em)
        self._left = min(whole, LABEL_SHARE * width)
        self.labels = [
            [name]
            if of_file and w <= self._left - indent
            else ink.fold(name, self._left - indent + 0.2 * ink.em, font, MOST_LINES)
            for name, font, indent, w in zip(names, fonts, indents, wide, strict=True)
        ]
        texts = max((ink.width(dot.text, ink.small) for row in data.rows for dot in row.dots), default=0.0)
        self._head = ink.fold(data.value_head, max(texts, LEAST_HEAD_EMS * ink.em), ink.small)
        heads = max((ink.width(line, ink.small) for line in self._head), default=0.0)
        self._beside = max(texts, heads)
        self._legend = legend_height(self._entries(), width - self._left, ink)

    def _font(self, row: IntervalRow) -> QFont:
        return self.ink.strong if row.strong else self.ink.plain

    @property
    def series_names(self) -> tuple[str, ...]:
        """The estimates a row has side by side."""
        return self.data.series if len(self.data.series) > 1 else ()

    def set_order(self, names: tuple[str, ...]) -> None:
        """Draw the estimates of a row in an order."""
        self._order = place_in(self.data.series, names)

    def _entries(self) -> list[LegendEntry]:
        names = [self.data.series[i] for i in self._order]
        return series_entries(names, lambda place: self._colour(self._order[place]), self.ink)

    def _rows_height(self) -> float:
        """Return the height all rows want, and note where each begins: rows of folded labels are higher."""
        dots = max(ROW_EMS, 0.5 + 0.95 * max(len(self.data.series), 1))
        highs = [max(dots, 0.3 + len(label)) * self.ink.em for label in self.labels]
        self._begins = list(accumulate(highs, initial=0.0))
        return max(self._begins[-1], 2 * dots * self.ink.em)

    @property
    def _above(self) -> float:
        head = len(self._head) + 0.3 if self._head else 0.0
        return self._legend + (0.3 + head) * self.ink.em

    def wanted_height(self, width: float) -> float:
        """Return the height of all rows, the legend and the axis."""
        self._measure(width)
        below = below_axis(self.ink, self.x, width - 0.7 * self.ink.em) + 0.3 * self.ink.em
        return self._above + self._rows_height() + below

    def least_height(self, width: float) -> float:
        """Rows cannot be pressed much closer than they are."""
        return 0.85 * self.wanted_height(width)

    def lay_out(self, width: float, height: float) -> None:
        """Give labels and texts their room, the rest to the intervals."""
        ink = self.ink
        self._measure(width)
        right = width - (self._beside + 1.6 * ink.em if self._beside else 1.0 * ink.em)
        # Few rows do not spread over a whole window.
        outer = 0.3 * ink.em, width - 0.4 * ink.em
        foot = height - below_axis(ink, self.x, outer[1] - outer[0])
        bottom = min(foot, self._above + 2 * self._rows_height())
        self.box = Box(outer[0], self._left, self._above, right, bottom, outer[1], self.x.low, self.x.high)

    def _edge(self, row: int) -> float:
        """Return where a row begins."""
        assert self.box is not None
        return self.box.top + self._begins[row] / self._begins[-1] * self.box.height

    def _y(self, row: int) -> float:
        return (self._edge(row) + self._edge(row + 1)) / 2

    def paint(self, painter: QPainter) -> None:
        """Draw the rows."""
        box, ink, data = self.box, self.ink, self.data
        if box is None:
            return
        if not data.rows:
            self.say_empty(painter, data.empty)
            return
        self._draw_head(painter, box)
        for at in data.references:
            draw_reference(painter, box, ink, x=at)
        draw_x_axis(painter, box, self.x, ink)
        top, bottom = seen(painter)
        for i, row in enumerate(data.rows):
            if self._edge(i + 1) < top or self._edge(i) > bottom:
                continue
            x = box.outer_left + (ink.em if row.indent else 0)
            ink.block(painter, x, self._y(i), self.labels[i], font=self._font(row))
            self._dots(painter, box, row, self._y(i))

    def _draw_head(self, painter: QPainter, box: Box) -> None:
        ink, y = self.ink, 0.8 * self.ink.em
        draw_legend(painter, box.left, y, self._entries(), box.outer_right - box.left, ink)
        y += self._legend
        for line in self._head:
            ink.text(painter, box.outer_right, y, line, "right", ink.style.faint_text, ink.small)
            y += ink.em
        if self._head and len(self.data.rows) > LONG:
            draw_upper_axis(painter, box, self.x, y - ink.em, ink)

    def _dots(self, painter: QPainter, box: Box, row: IntervalRow, middle: float) -> None:
        ink, style = self.ink, self.ink.style
        step = 0.95 * ink.em
        y = middle - step * (len(row.dots) - 1) / 2
        for dot in sorted(row.dots, key=self._place):
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

    def _place(self, dot: Dot) -> int:
        return self._order.index(dot.series) if dot.series in self._order else dot.series

    def _colour(self, series: int) -> str:
        colours = self.data.colours or self.ink.style.courses
        return colours[series % len(colours)]

    def _row_at(self, x: float, y: float) -> int:
        box = self.box
        if box is None or not self.data.rows or not box.top <= y < box.bottom:
            return -1
        at = bisect_right(self._begins, (y - box.top) / box.height * self._begins[-1]) - 1
        return min(at, len(self.data.rows) - 1)

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
                height = self._edge(i + 1) - self._edge(i)
                bar = QRectF(0, self._edge(i), TICK_EMS * self.ink.em / 2, height)
                self.ink.patch(painter, bar, self.ink.style.chosen)
