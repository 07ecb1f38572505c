"""Shares by number of patients: power, assurance with its spread, width; names at the lines' ends."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPolygonF

from sscviewer.plots.box import Box
from sscviewer.plots.charts.axes import Axis, area, draw_axes, draw_reference
from sscviewer.plots.charts.chart import Chart
from sscviewer.plots.charts.step_curves import moved_apart
from sscviewer.plots.ink import Ink, polygon
from sscviewer.plots.mark import Mark
from sscviewer.plots.panel import disc
from sscviewer.plots.style import BAND_ALPHA


@dataclass(frozen=True, slots=True)
class DesignLine:
    """One line: a value per number of patients, and the spread about it (empty for none)."""

    label: str
    values: tuple[float, ...]
    lower: tuple[float, ...] = ()
    upper: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanData:
    """Lines over the same numbers; `wanted` is a dashed line."""

    x: Axis
    y: Axis
    numbers: tuple[int, ...]
    lines: tuple[DesignLine, ...]
    wanted: float
    empty: str = "Nothing to show."


class PlanCurves(Chart):
    """Lines with points, bands behind them."""

    zooms = "xy"

    def __init__(self, ink: Ink, data: PlanData) -> None:
        super().__init__(ink, data.x, data.y)
        self.data = data

    def wanted_height(self, width: float) -> float:
        """Return a comfortable height: wider than high."""
        return min(max(0.42 * width, 16 * self.ink.em), 21 * self.ink.em)

    def lay_out(self, width: float, height: float) -> None:
        """Place the axes; names of the lines stand at their right."""
        widest = max((self.ink.width(line.label, self.ink.small) for line in self.data.lines), default=0.0)
        right = min(widest / self.ink.em + 1.4, 0.36 * width / self.ink.em)
        self.box = area(self.ink, width, height, self.x, self.y, right=right)

    def paint(self, painter: QPainter) -> None:
        """Draw bands, lines, names."""
        box, data, ink = self.box, self.data, self.ink
        if box is None:
            return
        if not data.lines:
            self.say_empty(painter, data.empty)
            return
        with self.data_area(painter):
            self._bands(painter, box)
        draw_reference(painter, box, ink, y=data.wanted)
        draw_axes(painter, box, self.x, self.y, ink)
        with self.data_area(painter):
            for k, line in enumerate(data.lines):
                self._line(painter, box, line, k)
        self._names(painter, box)

    def _bands(self, painter: QPainter, box: Box) -> None:
        ink = self.ink
        for k, line in enumerate(self.data.lines):
            if line.lower:
                there, back = self._points(box, line.upper), self._points(box, line.lower)
                painter.setPen(ink.pen(self._colour(k), 0.0, alpha=0.0))
                painter.setBrush(ink.brush(self._colour(k), BAND_ALPHA))
                painter.drawPolygon(polygon(there + back[::-1]))

    def _points(self, box: Box, values: tuple[float, ...]) -> list[tuple[float, float]]:
        return [(box.x(n), box.y(v)) for n, v in zip(self.data.numbers, values, strict=True)]

    def _colour(self, k: int) -> str:
        return self.ink.style.courses[k % len(self.ink.style.courses)]

    def _line(self, painter: QPainter, box: Box, line: DesignLine, k: int) -> None:
        ink, style = self.ink, self.ink.style
        points = self._points(box, line.values)
        painter.setPen(ink.pen(self._colour(k), 1.3 * style.line_pt))
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))
        painter.setPen(ink.pen(style.background, 0.5))
        painter.setBrush(ink.brush(self._colour(k)))
        for x, y in points:
            disc(painter, x, y, style.px(style.point_pt))

    def _names(self, painter: QPainter, box: Box) -> None:
        ink = self.ink
        ends = sorted(
            (box.y(line.values[-1]), k)
            for k, line in enumerate(self.data.lines)
            if box.low <= line.values[-1] <= box.high
        )
        places = moved_apart([y for y, _ in ends], 1.05 * ink.em, box.bottom - 0.6 * ink.em)
        for y, (_, k) in zip(places, ends, strict=True):
            x = min(box.x(self.data.numbers[-1]), box.right) + 0.6 * ink.em
            words = ink.elide(self.data.lines[k].label, max(box.outer_right - x, 3 * ink.em), ink.small)
            ink.text(painter, x, y, words, colour=self._colour(k), font=ink.small)

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return what the lines say at the nearest number of patients."""
        box = self.box
        if box is None or not self.data.lines or not box.left <= x <= box.right + self.ink.em:
            return None
        i = min(range(len(self.data.numbers)), key=lambda k: abs(box.x(self.data.numbers[k]) - x))
        said = [f"{line.label}: {100 * line.values[i]:.0f} %" for line in self.data.lines]
        return Mark("", -1, "\n".join([f"{self.data.numbers[i]} patients an arm", *said]))
