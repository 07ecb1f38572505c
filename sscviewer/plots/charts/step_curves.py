"""Curves that go in steps (time on drug, cumulative incidence, mean count), with the numbers at risk."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPolygonF

from sscviewer.model.arrays import Floats
from sscviewer.plots.box import Box
from sscviewer.plots.charts.axes import Axis, area, below_axis, draw_axes
from sscviewer.plots.charts.chart import Chart, place_in
from sscviewer.plots.ink import Ink, polygon
from sscviewer.plots.mark import Mark
from sscviewer.plots.style import BAND_ALPHA


@dataclass(frozen=True, slots=True)
class StepCurve:
    """A curve that holds its value until the next time.

    Attributes
    ----------
    label
        Stands at its end.
    time, value, lower, upper : (n,)
        Times in the unit of the axis; limits NaN where there are none; the first point is where it begins.
    ticks : (m,)
        Times at which somebody left without the event (censored), marked on the curve.
    end
        Where the curve ends: the last time anybody was watched.
    at_risk
        Floats below the axis, one per tick of the x axis; empty for no row.
    """

    label: str
    time: Floats
    value: Floats
    lower: Floats
    upper: Floats
    ticks: Floats
    end: float
    at_risk: tuple[int, ...] = ()
    colour: int = 0

    def at(self, time: float) -> float:
        """Return the value at a time."""
        i = int(np.searchsorted(self.time, time, side="right")) - 1
        return float(self.value[max(i, 0)])


@dataclass(frozen=True, slots=True)
class StepData:
    """Curves on common axes.

    Attributes
    ----------
    percent
        Hover says values in per cent.
    """

    x: Axis
    y: Axis
    curves: tuple[StepCurve, ...]
    percent: bool = True
    bands: bool = True
    risk_title: str = "At risk"
    empty: str = "Nothing to show."


MOST_LINES = 3
"""Labels of curves are folded into at most so many lines."""


class StepCurves(Chart):
    """Steps with bands, labels at their ends and a table of numbers at risk."""

    zooms = "xy"

    def __init__(self, ink: Ink, data: StepData) -> None:
        super().__init__(ink, data.x, data.y)
        self.data = data

    @property
    def series_names(self) -> tuple[str, ...]:
        """The curves."""
        return tuple(curve.label for curve in self.data.curves) if len(self.data.curves) > 1 else ()

    def set_order(self, names: tuple[str, ...]) -> None:
        """Draw the curves in an order, the first on top of the numbers at risk."""
        places = place_in([curve.label for curve in self.data.curves], names)
        self.data = replace(self.data, curves=tuple(self.data.curves[i] for i in places))

    @property
    def _risk_rows(self) -> int:
        return sum(bool(curve.at_risk) for curve in self.data.curves)

    def _below(self) -> float:
        return (1.3 + 1.1 * self._risk_rows) * self.ink.em if self._risk_rows else 0.0

    def wanted_height(self, width: float) -> float:
        """Return a comfortable height: wider than high."""
        return min(max(0.4 * width, 16 * self.ink.em), 20 * self.ink.em) + self._below()

    def lay_out(self, width: float, height: float) -> None:
        """Place the axes; labels of the curves stand at their right."""
        ink = self.ink
        widest = max((ink.width(curve.label, ink.small) for curve in self.data.curves), default=0.0)
        right = min(widest / ink.em + 1.6, 0.34 * width / ink.em)
        self.box = area(ink, width, height - self._below(), self.x, self.y, right=right)

    def paint(self, painter: QPainter) -> None:
        """Draw bands, then curves, then words."""
        box, data = self.box, self.data
        if box is None:
            return
        if not data.curves:
            self.say_empty(painter, data.empty)
            return
        painter.save()
        painter.setClipRect(int(box.left), 0, int(box.width) + 2, int(box.bottom) + 2)
        with self.data_area(painter):
            for curve in data.curves if data.bands else ():
                self._band(painter, box, curve)
            for curve in data.curves:
                self._line(painter, box, curve)
        painter.restore()
        draw_axes(painter, box, self.x, self.y, self.ink)
        self._labels(painter, box)
        self._numbers(painter, box)

    def _colour(self, curve: StepCurve) -> str:
        courses = self.ink.style.courses
        return courses[curve.colour % len(courses)]

    def _steps(self, box: Box, curve: StepCurve, values: Floats) -> list[tuple[float, float]]:
        points: list[tuple[float, float]] = []
        for i in range(len(curve.time)):
            x, y = box.x(float(curve.time[i])), box.y(float(values[i]))
            if points:
                points.append((x, points[-1][1]))
            points.append((x, y))
        points.append((box.x(max(curve.end, float(curve.time[-1]))), points[-1][1]))
        return points

    def _band(self, painter: QPainter, box: Box, curve: StepCurve) -> None:
        known = ~(np.isnan(curve.lower) | np.isnan(curve.upper))
        if not known.any():
            return
        lower = np.where(known, curve.lower, curve.value)
        upper = np.where(known, curve.upper, curve.value)
        outline = self._steps(box, curve, upper) + self._steps(box, curve, lower)[::-1]
        painter.setPen(self.ink.pen(self._colour(curve), 0.0, alpha=0.0))
        painter.setBrush(self.ink.brush(self._colour(curve), BAND_ALPHA))
        painter.drawPolygon(polygon(outline))

    def _line(self, painter: QPainter, box: Box, curve: StepCurve) -> None:
        ink, style = self.ink, self.ink.style
        painter.setPen(ink.pen(self._colour(curve), 1.3 * style.line_pt))
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in self._steps(box, curve, curve.value)]))
        painter.setPen(ink.pen(self._colour(curve), style.line_pt))
        for time in curve.ticks:
            x, y = box.x(float(time)), box.y(curve.at(float(time)))
            ink.vline(painter, x, y - 0.3 * ink.em, y + 0.3 * ink.em)

    def _labels(self, painter: QPainter, box: Box) -> None:
        """Write each label at its curve's end, moved apart where they would touch."""
        ink = self.ink
        ends = sorted(
            (box.y(c.at(box.last)), i) for i, c in enumerate(self.data.curves) if self._ends_inside(c)
        )
        # Beside the axis a label would be crossed out by it.
        curves = [self.data.curves[i] for _, i in ends]
        # Beside the axes, not at the end of a curve that ends early: there others go on.
        x = box.right + 0.4 * ink.em
        room = max(box.outer_right - x, 3 * ink.em)
        folded = [ink.fold(curve.label, room, ink.small, MOST_LINES) for curve in curves]
        lines = max((len(label) for label in folded), default=1)
        last = box.bottom - (0.1 + 0.5 * lines) * ink.em
        places = moved_apart([y for y, _ in ends], 1.05 * lines * ink.em, last)
        for at, label, curve in zip(places, folded, curves, strict=True):
            ink.block(painter, x, at, label, colour=self._colour(curve), font=ink.small)

    def _ends_inside(self, curve: StepCurve) -> bool:
        """Whether the place where a curve leaves the axes on view is one that a label can stand beside."""
        if not self.is_zoomed:
            return True
        return self.x.low <= curve.end and self.y.low <= curve.at(self.x.high) <= self.y.high

    def _numbers(self, painter: QPainter, box: Box) -> None:
        if not self._risk_rows:
            return
        ink = self.ink
        y = box.bottom + below_axis(ink, self.x, box.outer_right - box.outer_left) + 0.6 * ink.em
        faint = ink.style.faint_text
        # beside the numbers below the last tick, which are centred on the end of the axis
        widest = max(ink.width(str(n), ink.small) for curve in self.data.curves for n in curve.at_risk)
        left = box.right + 0.5 * widest + 0.4 * ink.em
        names = self._row_names(box, left)
        ink.text(painter, box.outer_left, y, self.data.risk_title, colour=faint, font=ink.small)
        for curve in self.data.curves:
            if not curve.at_risk:
                continue
            y += 1.1 * ink.em
            for tick, number in zip(self.data.x.ticks, curve.at_risk, strict=False):
                if self.x.low <= tick.at <= self.x.high:
                    x = box.x(tick.at)
                    ink.text(painter, x, y, str(number), "centre", self._colour(curve), ink.small)
            if name := names.get(curve.label):
                ink.text(painter, left, y, name, colour=self._colour(curve), font=ink.small)

    def _row_names(self, box: Box, left: float) -> dict[str, str]:
        """Return the name of each row of numbers as it fits beside it; none where there is one row.

        Colour alone would not tell them apart in print or to everybody.
        """
        ink, labels = self.ink, [curve.label for curve in self.data.curves if curve.at_risk]
        room = max(box.outer_right - left, 3 * ink.em)
        if len(labels) < 2:
            return {}
        names = [ink.elide(label, room, ink.small) for label in labels]
        if len(set(names)) < len(names):
            names = [ink.elide(label, room, ink.small, middle=True) for label in labels]
        return dict(zip(labels, names, strict=True))

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the values of all curves at a time."""
        box = self.box
        if box is None or not self.data.curves or not (box.left <= x <= box.right and 0 <= y <= box.bottom):
            return None
        time = box.day(x)
        lines = [f"{self.data.x.title}: {time:.1f}"]
        for curve in self.data.curves:
            if time <= curve.end:
                value = curve.at(time)
                shown = f"{100 * value:.1f} %" if self.data.percent else f"{value:.2f}"
                lines.append(f"{curve.label}: {shown}")
        return Mark("", -1, "\n".join(lines))


def moved_apart(places: list[float], step: float, last: float) -> list[float]:
    """Return ascending places at least a step apart, none beyond the last, moved as little as that needs."""
    moved: list[float] = []
    for place in places:
        moved.append(max(place, moved[-1] + step) if moved else place)
    limit = last
    for i in range(len(moved) - 1, -1, -1):
        moved[i] = min(moved[i], limit)
        limit = moved[i] - step
    return moved
