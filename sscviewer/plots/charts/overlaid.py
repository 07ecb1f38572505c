"""A few patients' courses of one parameter in one picture: a colour and a mark for each, with a legend."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPolygonF

from sscviewer.plots.charts.axes import area, draw_axes, draw_reference, number_axis
from sscviewer.plots.charts.chart import Chart
from sscviewer.plots.charts.spaghetti import time_axis, visits_axis
from sscviewer.plots.ink import Ink, polygon
from sscviewer.plots.mark import Mark
from sscviewer.plots.style import NEAR_EMS
from sscviewer.plots.ticks import visit_at

if TYPE_CHECKING:
    from sscviewer.analysis.cohort.side_by_side import ComparedLine, ComparedLines

LINE_EMS = 1.2
"""Height of a line of the legend."""
HALF_EMS = 0.3
"""Half the size of a mark."""


class OverlaidPlot(Chart):
    """A line with marks for each patient; a cross on the time axis is the day the patient stopped."""

    zooms = "xy"

    def __init__(self, ink: Ink, data: ComparedLines, on: str) -> None:
        super().__init__(ink)
        self.data = data
        y = np.concatenate([line.y for line in data.lines]) if data.lines else np.zeros(1)
        x = np.concatenate([[0.0], *(line.x for line in data.lines)])
        x = np.concatenate([x, [line.stop for line in data.lines if not math.isnan(line.stop)]])
        parameter, is_value = data.parameter, data.measure == "value"
        name = parameter.axis_label if is_value else f"Change in {parameter.axis_label}"
        floor = parameter.low if is_value and parameter.low == 0 else None
        self.y = number_axis(float(np.nanmin(y)), float(np.nanmax(y)), name, floor=floor)
        unit = "day" if data.unit == "days" else "month"
        title = f"{'Days' if unit == 'day' else 'Months'} since {on}"
        self.x = (
            visits_axis(data.visits)
            if data.visits
            else time_axis(float(x.min()), max(float(x.max()), 1.0), title, unit)
        )

    def wanted_height(self, width: float) -> float:
        """Return a comfortable height."""
        return min(max(0.5 * width, 18 * self.ink.em), 30 * self.ink.em) + self._above(width) * self.ink.em

    def _above(self, width: float) -> float:
        """Return the height of the legend, in lines of text."""
        return 0.6 + LINE_EMS * len(self._legend_lines(width))

    def _legend_lines(self, width: float) -> list[list[tuple[int, float]]]:
        """Return the lines of the legend: (patient, distance from the left) of each."""
        ink, lines, x = self.ink, list[list[tuple[int, float]]](), math.inf
        for i, line in enumerate(self.data.lines):
            wide = 3.0 * ink.em + ink.width(line.usubjid, ink.small)
            if not lines or x + wide > width - 5 * ink.em:
                lines.append([])
                x = 0.0
            lines[-1].append((i, x))
            x += wide
        return lines

    def lay_out(self, width: float, height: float) -> None:
        """Place the axes below the legend."""
        self._legend = self._legend_lines(width)
        self.box = area(self.ink, width, height, self.x, self.y, top=self._above(width), right=1.5)

    def colour(self, i: int) -> str:
        """Return a patient's colour."""
        courses = self.ink.style.courses
        return courses[i] if i < len(courses) else (self.ink.style.axis, self.ink.style.faint_text)[i % 2]

    def paint(self, painter: QPainter) -> None:
        """Draw the legend, the lines and the stops."""
        box, ink = self.box, self.ink
        if box is None:
            return
        draw_axes(painter, box, self.x, self.y, ink)
        if not self.data.lines:
            self.say_empty(painter, "None of these patients has a value that can be drawn here.")
            return
        draw_reference(painter, box, ink, x=0.0, y=0.0 if self.data.measure == "change" else None)
        with self.data_area(painter):
            for i, line in enumerate(self.data.lines):
                self._draw_line(painter, i, line)
        for row, entries in enumerate(self._legend):
            y = (0.8 + LINE_EMS * row) * ink.em
            for i, x in entries:
                self._draw_entry(painter, i, box.left + x, y)

    def _draw_line(self, painter: QPainter, i: int, line: ComparedLine, width: float = 1.0) -> None:
        box, ink = self.box, self.ink
        if box is None:
            return
        known = np.isfinite(line.y)
        points = [
            (box.x(float(x)), box.y(float(y))) for x, y in zip(line.x[known], line.y[known], strict=True)
        ]
        painter.setPen(ink.pen(self.colour(i), width * 1.2 * ink.style.line_pt))
        painter.drawPolyline(polygon(points))
        for x, y in points:
            self._draw_mark(painter, i, x, y)
        if not math.isnan(line.stop):
            half, at = HALF_EMS * ink.em, box.x(line.stop)
            painter.setPen(ink.pen(self.colour(i), 1.6))
            painter.drawLine(QPointF(at - half, box.bottom - half), QPointF(at + half, box.bottom + half))
            painter.drawLine(QPointF(at - half, box.bottom + half), QPointF(at + half, box.bottom - half))

    def _draw_entry(self, painter: QPainter, i: int, x: float, y: float) -> None:
        ink = self.ink
        painter.setPen(ink.pen(self.colour(i), 1.2 * ink.style.line_pt))
        ink.hline(painter, x, x + 1.6 * ink.em, y)
        self._draw_mark(painter, i, x + 0.8 * ink.em, y)
        ink.text(painter, x + 2.0 * ink.em, y, self.data.lines[i].usubjid, font=ink.small)

    def _draw_mark(self, painter: QPainter, i: int, x: float, y: float) -> None:
        """Draw a patient's mark: shapes tell patients apart without colour."""
        ink, half = self.ink, HALF_EMS * self.ink.em
        painter.setPen(ink.pen(self.colour(i), 1.0))
        is_hollow = i >= len(_SHAPES)
        painter.setBrush(ink.brush(ink.style.background if is_hollow else self.colour(i)))
        shape = _SHAPES[i % len(_SHAPES)]
        if shape:
            painter.drawPolygon(QPolygonF([QPointF(x + half * dx, y + half * dy) for dx, dy in shape]))
        else:
            painter.drawEllipse(QPointF(x, y), half, half)

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the value whose mark is nearest."""
        box, near = self.box, NEAR_EMS * self.ink.em
        best: tuple[float, ComparedLine, int] | None = None
        for line in self.data.lines if box is not None else ():
            assert box is not None
            for at in range(line.x.size):
                far = math.hypot(box.x(float(line.x[at])) - x, box.y(float(line.y[at])) - y)
                if far <= near and (best is None or far < best[0]):
                    best = (far, line, at)
        if best is None:
            return None
        _, line, at = best
        value = f"{line.y[at]:.{self.data.parameter.digits}f}".replace("-", "−")
        visits = self.data.visits
        when = visit_at(visits, float(line.x[at])) if visits else f"day {line.day[at]:.0f}"
        text = f"{line.usubjid}\n{value} {self.data.parameter.unit}, {when}"
        return Mark("measurements", int(line.row[at]), text, usubjid=line.usubjid, key=line.usubjid)

    def highlight(self, painter: QPainter, key: str) -> None:
        """Draw the patient's line bold."""
        for i, line in enumerate(self.data.lines):
            if line.usubjid == key and len(self.data.lines) > 1:
                self._draw_line(painter, i, line, 2.0)


_DIAGONAL = math.sqrt(0.5)
_SHAPES: tuple[tuple[tuple[float, float], ...], ...] = (
    (),
    ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    ((0.0, -1.2), (1.1, 0.9), (-1.1, 0.9)),
    ((0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)),
    ((0.0, 1.2), (1.1, -0.9), (-1.1, -0.9)),
    ((-1.3, 0.0), (-_DIAGONAL, -1.0), (_DIAGONAL, -1.0), (1.3, 0.0), (_DIAGONAL, 1.0), (-_DIAGONAL, 1.0)),
)
