"""Counts as upright bars over an axis, stacked: onset of events over time."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from sscviewer.plots.charts.axes import Axis, area, below_axis, draw_axes
from sscviewer.plots.charts.chart import Chart, place_in
from sscviewer.plots.charts.series_legend import LegendEntry, draw_legend, legend_height, series_entries
from sscviewer.plots.charts.swimmer import outcome_colour
from sscviewer.plots.ink import Ink
from sscviewer.plots.mark import Mark
from sscviewer.plots.ticks import Tick

PERCENT = Axis(0.0, 100.0, tuple(Tick(float(v), str(v)) for v in range(0, 101, 20)), "Patients, %")
GAP = 0.08
"""Between bars, as a share of a bar's width."""


@dataclass(frozen=True, slots=True)
class Bar:
    """From `first` to `last` on the x axis; the parts' heights from the bottom up, one per series."""

    first: float
    last: float
    parts: tuple[float, ...]
    hover: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class BarData:
    """Bars on their axes; `series` names the parts.

    Attributes
    ----------
    by_grade
        The parts are grades from 0 up; else they have the colours of courses.
    by_change
        The parts are better, stable, worse, no value and died.
    by_outcome
        The parts are completed, stopped, ongoing and not recorded.
    """

    x: Axis
    y: Axis
    bars: tuple[Bar, ...]
    series: tuple[str, ...] = ()
    by_grade: bool = False
    by_change: bool = False
    by_outcome: bool = False
    empty: str = "Nothing to show."


class Bars(Chart):
    """Stacked bars with a legend."""

    zooms = "x"

    def __init__(self, ink: Ink, data: BarData) -> None:
        super().__init__(ink, data.x, data.y)
        self.data = data
        self._order = list(range(len(data.series)))

    @property
    def series_names(self) -> tuple[str, ...]:
        """The arms or groups; grades, kinds of change and outcomes have an order of their own."""
        data = self.data
        return () if data.by_grade or data.by_change or data.by_outcome else data.series

    def set_order(self, names: tuple[str, ...]) -> None:
        """Name the parts in an order, and stack them in it, the first at the foot."""
        if self.series_names:
            self._order = place_in(self.data.series, names)

    def wanted_height(self, width: float) -> float:
        """Return a comfortable height, more where names stand upright below the bars."""
        em = self.ink.em
        below = below_axis(self.ink, self.x, width) - below_axis(self.ink, Axis(0, 1, ()), width)
        return min(max(0.36 * width, 14 * em), 22 * em) + below

    def lay_out(self, width: float, height: float) -> None:
        """Place the axes below the legend."""
        box = area(self.ink, width, height, self.x, self.y)
        legend = legend_height(self._entries(), width - box.left, self.ink) / self.ink.em
        self.box = area(self.ink, width, height, self.x, self.y, top=0.8 + legend)

    def _entries(self) -> list[LegendEntry]:
        names = [self.data.series[i] for i in self._order]
        return series_entries(names, lambda place: self._colour(self._order[place]), self.ink)

    def _colour(self, part: int) -> str:
        style = self.ink.style
        colours = style.grades if self.data.by_grade else style.courses
        if self.data.by_change:
            change = style.changes
            colours = (change[0], change[2], change[5], style.others, style.missing)
        if self.data.by_outcome:
            outcomes = (outcome_colour(one, self.ink) for one in ("completed", "stopped"))
            colours = (*outcomes, style.courses[2], style.missing)
        return colours[part % len(colours)]

    def paint(self, painter: QPainter) -> None:
        """Draw bars, then axes over their feet."""
        box, ink = self.box, self.ink
        if box is None:
            return
        for bar in self.data.bars:
            height = 0.0
            gap = GAP * (box.x(bar.last) - box.x(bar.first)) / 2
            for part in self._order or range(len(bar.parts)):
                value = bar.parts[part]
                if value > 0:
                    top, foot = box.y(height + value), box.y(height)
                    left, right = box.x(bar.first) + gap, box.x(bar.last) - gap
                    rect = QRectF(left, top, right - left, foot - top)
                    painter.setPen(ink.pen(ink.style.bar_edge, 0.5))
                    painter.setBrush(ink.brush(self._colour(part)))
                    painter.drawRect(rect)
                    height += value
        if self.data.bars:
            draw_axes(painter, box, self.x, self.y, ink)
        else:
            self.say_empty(painter, self.data.empty)
        draw_legend(painter, box.left, 0.9 * ink.em, self._entries(), box.outer_right - box.left, ink)

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the bar under the mouse, wherever above the axis."""
        box = self.box
        if box is None or not box.top <= y <= box.bottom:
            return None
        at = box.day(x)
        for bar in self.data.bars:
            if bar.first <= at < bar.last and sum(bar.parts) > 0:
                return Mark("", -1, bar.hover, key=bar.key)
        return None
