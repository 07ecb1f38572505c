"""Points of patients on two axes: liver tests, dose against change; each names its patient."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtGui import QPainter

from sscviewer.plots.box import Box
from sscviewer.plots.charts.axes import Axis, area, draw_axes, draw_reference
from sscviewer.plots.charts.chart import Chart, place_in
from sscviewer.plots.charts.series_legend import LegendEntry, draw_legend, legend_height, series_entries
from sscviewer.plots.ink import Ink
from sscviewer.plots.mark import Mark
from sscviewer.plots.panel import disc
from sscviewer.plots.screen.said import Verbatim
from sscviewer.plots.style import NEAR_EMS


@dataclass(frozen=True, slots=True)
class Point:
    """One patient, in the axes' own units (logarithms on logarithmic axes)."""

    x: float
    y: float
    usubjid: str
    hover: str
    group: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class ScatterData:
    """Points on their axes.

    Attributes
    ----------
    groups
        Names of the colours; one name or none needs no legend.
    lines_x, lines_y
        Dashed lines.
    corners
        Words in the corners: (left or right, top or bottom, words).
    """

    x: Axis
    y: Axis
    points: tuple[Point, ...]
    groups: tuple[str, ...] = ()
    lines_x: tuple[float, ...] = ()
    lines_y: tuple[float, ...] = ()
    corners: tuple[tuple[str, str, str], ...] = ()
    empty: str = "Nothing to show."


class Scatter(Chart):
    """A point per patient; the patient chosen stands out."""

    zooms = "xy"

    def __init__(self, ink: Ink, data: ScatterData) -> None:
        super().__init__(ink, data.x, data.y)
        self.data = data
        self._order = list(range(len(data.groups)))

    @property
    def series_names(self) -> tuple[str, ...]:
        """The groups."""
        return self.data.groups

    def set_order(self, names: tuple[str, ...]) -> None:
        """Name the groups in an order; the points lie where they are."""
        self._order = place_in(self.data.groups, names)

    def wanted_height(self, width: float) -> float:
        """Return a comfortable height."""
        return min(max(0.6 * width, 18 * self.ink.em), 32 * self.ink.em)

    def lay_out(self, width: float, height: float) -> None:
        """Place the axes below the legend."""
        box = area(self.ink, width, height, self.x, self.y)
        legend = legend_height(self._entries(), width - box.left, self.ink) / self.ink.em
        self.box = area(self.ink, width, height, self.x, self.y, top=0.8 + legend)

    def _entries(self) -> list[LegendEntry]:
        names = [self.data.groups[i] for i in self._order]
        return series_entries(names, lambda place: self._colour(self._order[place]), self.ink)

    def paint(self, painter: QPainter) -> None:
        """Draw axes, lines, words and points."""
        box, data, ink = self.box, self.data, self.ink
        if box is None:
            return
        if not data.points:
            self.say_empty(painter, data.empty)
            return
        draw_axes(painter, box, self.x, self.y, ink)
        for at in data.lines_x:
            draw_reference(painter, box, ink, x=at)
        for at in data.lines_y:
            draw_reference(painter, box, ink, y=at)
        self._corners(painter, box)
        draw_legend(painter, box.left, 0.9 * ink.em, self._entries(), box.outer_right - box.left, ink)
        with self.data_area(painter):
            self._points(painter, box)

    def _points(self, painter: QPainter, box: Box) -> None:
        """Draw the points in their order; pen and brush are set when they change, for there are many."""
        ink, style, group = self.ink, self.ink.style, -1
        edge, size = ink.pen(style.background, 0.6), style.px(1.3 * style.point_pt)
        painter.setPen(edge)
        for point in self.data.points:
            if point.group != group:
                group = point.group
                painter.setBrush(ink.brush(self._colour(group), 0.85))
            disc(painter, box.x(point.x), box.y(point.y), size)
            if point.label:
                self._label(painter, box, point)
                painter.setPen(edge)

    def _label(self, painter: QPainter, box: Box, point: Point) -> None:
        ink = self.ink
        x = box.x(point.x) + 0.55 * ink.em
        fits = x + ink.width(point.label, ink.small) < box.outer_right
        along = "left" if fits else "right"
        x = x if fits else x - 1.1 * ink.em
        ink.text(painter, x, box.y(point.y), Verbatim(point.label), along, ink.style.text, ink.small)

    def _corners(self, painter: QPainter, box: Box) -> None:
        ink = self.ink
        for side, level, words in self.data.corners:
            x = box.left + 0.5 * ink.em if side == "left" else box.right - 0.5 * ink.em
            y = box.top + 0.8 * ink.em if level == "top" else box.bottom - 0.8 * ink.em
            ink.text(painter, x, y, words, side, ink.style.faint_text, ink.small)

    def _colour(self, group: int) -> str:
        courses = self.ink.style.courses
        return courses[group % len(courses)]

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the nearest point."""
        box = self.box
        if box is None or not self.data.points:
            return None
        distance, i = min(
            (math.hypot(box.x(p.x) - x, box.y(p.y) - y), i) for i, p in enumerate(self.data.points)
        )
        if distance > NEAR_EMS * self.ink.em:
            return None
        point = self.data.points[i]
        return Mark("", -1, point.hover, usubjid=point.usubjid, key=point.usubjid)

    def highlight(self, painter: QPainter, key: str) -> None:
        """Ring the patient's points."""
        box, ink = self.box, self.ink
        if box is None:
            return
        painter.setPen(ink.pen(ink.style.chosen, 1.6))
        painter.setBrush(ink.brush(ink.style.chosen, 0.0))
        for point in self.data.points:
            if point.usubjid == key:
                disc(painter, box.x(point.x), box.y(point.y), ink.style.px(2.4 * ink.style.point_pt))
