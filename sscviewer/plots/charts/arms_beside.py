"""Shares of two arms as dots, and beside them how they differ, with its interval: a row each.

**Source**: Amit, Heiberger & Lane, Pharm Stat 2008;7:20 (the dot plot of adverse events).
"""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from sscviewer.plots.box import Box
from sscviewer.plots.charts.axes import (
    TICK_EMS,
    Axis,
    below_axis,
    draw_reference,
    draw_upper_axis,
    draw_x_axis,
)
from sscviewer.plots.charts.chart import Chart, place_in
from sscviewer.plots.charts.interval_plot import LONG, Dot
from sscviewer.plots.charts.series_legend import LegendEntry, draw_legend, legend_height, series_entries
from sscviewer.plots.ink import Ink
from sscviewer.plots.mark import Mark
from sscviewer.plots.panel import disc

ROW_EMS = 1.5
MOST_LINES = 6
"""Longer labels are folded, and cut at the end of the last line."""
LABEL_SHARE = 0.36
"""Labels take at most this share of the width."""
LEAST_EMS = 7.0
"""A panel narrower than this shows no interval: the texts beside it go first."""


@dataclass(frozen=True, slots=True)
class ArmsRow:
    """A row: the shares of the arms, and the comparison, whose text stands at the right.

    Attributes
    ----------
    arms
        A value for each arm, NaN where it has none.
    beside
        In the units of the right axis; infinite limits reach its edge.
    """

    label: str
    arms: tuple[float, ...]
    beside: Dot
    hover: str = ""
    key: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class ArmsBeside:
    """All rows from top to bottom, the two axes, the names of the arms and where nothing differs."""

    rows: tuple[ArmsRow, ...]
    left: Axis
    right: Axis
    series: tuple[str, ...]
    same: float = 0.0
    value_head: str = ""
    empty: str = "Nothing to compare."


class ArmsBesidePlot(Chart):
    """Two panels on the same rows."""

    def __init__(self, ink: Ink, data: ArmsBeside) -> None:
        super().__init__(ink, data.left)
        self.data = data
        self.beside: Box | None = None
        self._texts = True
        self._order = list(range(len(data.series)))
        self.labels: list[list[str]] = []
        self._legend = 0.0

    def _fold(self, width: float) -> None:
        """Fold the labels into their share of a width."""
        ink, room = self.ink, LABEL_SHARE * width - 0.9 * self.ink.em
        fonts = (ink.strong if row.strong else ink.plain for row in self.data.rows)
        rows = zip(self.data.rows, fonts, strict=True)
        self.labels = [ink.fold(row.label, room, font, MOST_LINES) for row, font in rows]

    @property
    def _row(self) -> float:
        lines = max((len(label) for label in self.labels), default=1)
        return max(ROW_EMS, 0.3 + lines) * self.ink.em

    @property
    def _above(self) -> float:
        return self._legend + 1.9 * self.ink.em

    @property
    def series_names(self) -> tuple[str, ...]:
        """The arms."""
        return self.data.series

    def set_order(self, names: tuple[str, ...]) -> None:
        """Name the arms in an order, and draw their dots in it."""
        self._order = place_in(self.data.series, names)

    def _entries(self) -> list[LegendEntry]:
        names = [self.data.series[i] for i in self._order]
        return series_entries(names, lambda place: self._colour(self._order[place]), self.ink)

    def wanted_height(self, width: float) -> float:
        """Return the height of the legend, all rows and the axes."""
        self._legend = legend_height(self._entries(), width - 0.7 * self.ink.em, self.ink)
        self._fold(width)
        return self._above + max(len(self.data.rows), 2) * self._row + self._under(width) + 0.3 * self.ink.em

    def _under(self, width: float) -> float:
        """Return the height of the axes, their titles folded to half the width."""
        room = self._title_room(width)
        return max(below_axis(self.ink, axis, room) for axis in (self.data.left, self.data.right))

    def _title_room(self, width: float) -> float:
        return width / 2 - self.ink.em

    def least_height(self, width: float) -> float:
        """Rows cannot be pressed much closer than they are."""
        return 0.85 * self.wanted_height(width)

    def lay_out(self, width: float, height: float) -> None:
        """Give labels and texts their room and each panel half of the rest."""
        ink, data = self.ink, self.data
        self._legend = legend_height(self._entries(), width - 0.7 * ink.em, ink)
        labels = [ink.width(row.label, ink.strong if row.strong else ink.plain) for row in data.rows]
        left = min(max(labels, default=0.0) + 1.2 * ink.em, LABEL_SHARE * width)
        self._fold(width)
        texts = [
            ink.width(text, ink.small) for text in (data.value_head, *(r.beside.text for r in data.rows))
        ]
        text = max(texts) + 1.4 * ink.em
        gap = 2.4 * ink.em
        panel = (width - left - gap - text) / 2
        self._texts = panel >= LEAST_EMS * ink.em
        if not self._texts:
            text, panel = ink.em, (width - left - gap - ink.em) / 2
        bottom = min(height - self._under(width), self._above + max(len(data.rows), 2) * 2 * self._row)
        outer = 0.3 * ink.em, width - 0.4 * ink.em
        first, second = data.left, data.right
        self.box = Box(
            outer[0], left, self._above, left + panel, bottom, outer[1], first.low, first.high
        )  # fmt: skip
        start = left + panel + gap
        self.beside = Box(
            outer[0], start, self._above, start + panel, bottom, outer[1], second.low, second.high
        )  # fmt: skip

    def _y(self, row: int) -> float:
        assert self.box is not None
        return self.box.top + (row + 0.5) * self.box.height / max(len(self.data.rows), 1)

    def paint(self, painter: QPainter) -> None:
        """Draw legend, axes and rows."""
        box, beside, ink, data = self.box, self.beside, self.ink, self.data
        if box is None or beside is None:
            return
        if not data.rows:
            self.say_empty(painter, data.empty)
            return
        room = box.outer_right - box.outer_left
        draw_legend(painter, box.outer_left, 0.8 * ink.em, self._entries(), room, ink)
        head = self._legend + 0.8 * ink.em
        if self._texts:
            faint = ink.style.faint_text
            ink.text(painter, box.outer_right, head, data.value_head, "right", faint, ink.small)
        if len(data.rows) > LONG:
            draw_upper_axis(painter, box, data.left, head, ink)
            draw_upper_axis(painter, beside, data.right, head, ink)
        draw_reference(painter, beside, ink, x=data.same)
        middle = (box.outer_left + box.outer_right) / 2
        draw_x_axis(painter, box, data.left, ink, (box.outer_left, middle - 0.5 * ink.em))
        draw_x_axis(painter, beside, data.right, ink, (middle + 0.5 * ink.em, box.outer_right))
        for i, row in enumerate(data.rows):
            font = ink.strong if row.strong else ink.plain
            ink.block(painter, box.outer_left, self._y(i), self.labels[i], font=font)
            self._guide(painter, box, self._y(i))
            for arm, value in enumerate(row.arms):
                if not math.isnan(value):
                    painter.setPen(ink.pen(self._colour(arm), ink.style.hair_pt))
                    painter.setBrush(ink.brush(self._colour(arm)))
                    # equal shares stay two dots
                    shift = (self._order.index(arm) - (len(row.arms) - 1) / 2) * 0.3 * ink.em
                    disc(painter, box.x(value), self._y(i) + shift, ink.style.px(ink.style.point_pt))
            self._interval(painter, beside, row.beside, self._y(i))

    def _guide(self, painter: QPainter, box: Box, y: float) -> None:
        painter.setPen(self.ink.pen(self.ink.style.grid, self.ink.style.hair_pt))
        self.ink.hline(painter, box.left, box.right, y)

    def _interval(self, painter: QPainter, box: Box, dot: Dot, y: float) -> None:
        ink, style = self.ink, self.ink.style
        if not math.isnan(dot.lower):
            painter.setPen(ink.pen(style.text, style.line_pt))
            ends = [box.clamp_x(_x(box, limit)) for limit in (dot.lower, dot.upper)]
            painter.drawLine(QPointF(ends[0], y), QPointF(ends[1], y))
        if math.isfinite(dot.estimate) and box.first <= dot.estimate <= box.last:
            painter.setPen(ink.pen(style.text, style.hair_pt))
            painter.setBrush(ink.brush(style.text))
            disc(painter, box.x(dot.estimate), y, style.px(style.point_pt))
        if self._texts:
            ink.text(painter, box.outer_right, y, dot.text, "right", font=ink.small)

    def _colour(self, series: int) -> str:
        colours = self.ink.style.courses
        return colours[series % len(colours)]

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the row under the mouse."""
        box = self.box
        if box is None or not self.data.rows or not box.top <= y < box.bottom:
            return None
        i = min(int((y - box.top) / box.height * len(self.data.rows)), len(self.data.rows) - 1)
        return Mark("", -1, self.data.rows[i].hover, key=self.data.rows[i].key)

    def highlight(self, painter: QPainter, key: str) -> None:
        """Draw a bar beside the row."""
        for i, row in enumerate(self.data.rows if self.box is not None else ()):
            if row.key == key:
                bar = QRectF(0, self._y(i) - self._row / 2, TICK_EMS * self.ink.em / 2, self._row)
                self.ink.patch(painter, bar, self.ink.style.chosen)


def _x(box: Box, value: float) -> float:
    """Return a position; an endless limit lies at the edge."""
    if math.isinf(value):
        return box.right if value > 0 else box.left
    return box.x(value)
