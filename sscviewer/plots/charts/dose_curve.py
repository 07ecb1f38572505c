"""A share by dose with its band: solid where a dose was seen, dashed where patients only passed through."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPolygonF

from sscviewer.model.arrays import Floats
from sscviewer.plots.box import Box
from sscviewer.plots.charts.axes import Axis, area, below_axis, draw_axes
from sscviewer.plots.charts.chart import Chart
from sscviewer.plots.charts.series_legend import LegendEntry, Sample, draw_legend, legend_height
from sscviewer.plots.ink import Ink, polygon
from sscviewer.plots.mark import Mark
from sscviewer.plots.panel import disc
from sscviewer.plots.style import BAND_ALPHA, DASH, NEAR_EMS

COUNTS = "Person-weeks, weeks with an event"


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """What is known of one dose.

    Attributes
    ----------
    seen
        Somebody stayed: the point is filled and the curve about it solid.
    weeks, events
        Floats below the axis.
    beside
        What other models say, NaN where they say nothing, in the order of `DoseCurveData.others`.
    """

    dose: float
    estimate: float
    lower: float
    upper: float
    seen: bool
    weeks: int
    events: int
    beside: tuple[float, ...] = ()
    hover: str = ""


@dataclass(frozen=True, slots=True)
class DoseCurveData:
    """A curve on its axes.

    Attributes
    ----------
    dose, value, lower, upper : (n,) ascending in dose
    others
        Names of the models beside it.
    """

    x: Axis
    y: Axis
    dose: Floats
    value: Floats
    lower: Floats
    upper: Floats
    points: tuple[CurvePoint, ...]
    others: tuple[str, ...] = ()
    empty: str = "Nothing to show."


class DoseCurve(Chart):
    """Band, curve, points with their intervals, small marks of other models, counts below the axis."""

    zooms = "xy"

    def __init__(self, ink: Ink, data: DoseCurveData) -> None:
        super().__init__(ink, data.x, data.y)
        self.data = data

    def _below(self) -> float:
        return 2.4 * self.ink.em if self.data.points else 0.0

    def wanted_height(self, width: float) -> float:
        """Return a comfortable height: wider than high."""
        return min(max(0.45 * width, 16 * self.ink.em), 22 * self.ink.em) + self._below()

    def lay_out(self, width: float, height: float) -> None:
        """Place the axes between legend and counts."""
        height -= self._below()
        box = area(self.ink, width, height, self.x, self.y)
        legend = legend_height(self._entries(), width - box.left, self.ink) / self.ink.em
        self.box = area(self.ink, width, height, self.x, self.y, top=0.6 + legend)

    def paint(self, painter: QPainter) -> None:
        """Draw band, curve, points, words."""
        box, data, ink = self.box, self.data, self.ink
        if box is None:
            return
        if not data.points:
            self.say_empty(painter, data.empty)
            return
        with self.data_area(painter):
            self._band(painter, box)
            self._line(painter, box)
        draw_axes(painter, box, self.x, self.y, ink)
        with self.data_area(painter):
            for point in data.points:
                self._point(painter, box, point)
        self._legend(painter, box)
        self._counts(painter, box)

    @property
    def _colour(self) -> str:
        return self.ink.style.courses[0]

    def _band(self, painter: QPainter, box: Box) -> None:
        data = self.data
        there = [(box.x(float(d)), box.y(float(v))) for d, v in zip(data.dose, data.upper, strict=True)]
        back = [(box.x(float(d)), box.y(float(v))) for d, v in zip(data.dose, data.lower, strict=True)]
        painter.setPen(self.ink.pen(self._colour, 0.0, alpha=0.0))
        painter.setBrush(self.ink.brush(self._colour, BAND_ALPHA))
        painter.drawPolygon(polygon(there + back[::-1]))

    def _line(self, painter: QPainter, box: Box) -> None:
        """Draw the curve in runs of one kind: solid next to doses that were seen, dashed next to others."""
        data, style = self.data, self.ink.style
        run: list[QPointF] = []
        kind = None
        for dose, value in zip(data.dose.tolist(), data.value.tolist(), strict=True):
            here = QPointF(box.x(dose), box.y(value))
            nearest = min(data.points, key=lambda point: abs(point.dose - dose))
            if kind is not None and nearest.seen != kind:
                self._run(painter, [*run, here], kind)
                run = []
            kind = nearest.seen
            run.append(here)
        if kind is not None:
            self._run(painter, run, kind)
        painter.setPen(self.ink.pen(self._colour, style.line_pt))

    def _run(self, painter: QPainter, run: list[QPointF], seen: bool) -> None:
        width = 1.3 * self.ink.style.line_pt
        painter.setPen(self.ink.pen(self._colour, width, None if seen else DASH))
        painter.drawPolyline(QPolygonF(run))

    def _point(self, painter: QPainter, box: Box, point: CurvePoint) -> None:
        ink, style = self.ink, self.ink.style
        x = box.x(point.dose)
        painter.setPen(ink.pen(self._colour, style.line_pt))
        painter.drawLine(QPointF(x, box.y(point.lower)), QPointF(x, box.y(point.upper)))
        painter.setBrush(ink.brush(self._colour if point.seen else style.background))
        disc(painter, x, box.y(point.estimate), style.px(1.4 * style.point_pt))
        for k, value in enumerate(point.beside):
            if value == value:
                self._other(painter, x + 0.75 * (k + 1) * ink.em, box.y(value), k)

    def _other(self, painter: QPainter, x: float, y: float, which: int) -> None:
        """Draw a small open mark: a square, then a diamond."""
        ink, style = self.ink, self.ink.style
        r = 0.5 * style.px(style.point_pt)
        square = [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)]
        diamond = [(x - 1.3 * r, y), (x, y - 1.3 * r), (x + 1.3 * r, y), (x, y + 1.3 * r)]
        painter.setPen(ink.pen(style.faint_text, style.hair_pt))
        painter.setBrush(ink.brush(style.background))
        painter.drawPolygon(polygon(diamond if which else square))

    def _legend(self, painter: QPainter, box: Box) -> None:
        room = box.outer_right - box.left
        draw_legend(painter, box.left, 0.8 * self.ink.em, self._entries(), room, self.ink)

    def _entries(self) -> list[LegendEntry]:
        return [
            LegendEntry(name, self._sample(which), colour=self.ink.style.faint_text)
            for which, name in enumerate(self.data.others)
        ]

    def _sample(self, which: int) -> Sample:
        return lambda painter, x, y: self._other(painter, x + 0.4 * self.ink.em, y, which)

    def _counts(self, painter: QPainter, box: Box) -> None:
        ink, faint = self.ink, self.ink.style.faint_text
        y = box.bottom + below_axis(ink, self.x, box.outer_right - box.outer_left) + 0.6 * ink.em
        ink.text(painter, box.outer_left, y, COUNTS, colour=faint, font=ink.small)
        for point in (one for one in self.data.points if self.x.low <= one.dose <= self.x.high):
            numbers = f"{point.weeks}, {point.events}"
            ink.text(painter, box.x(point.dose), y + 1.1 * ink.em, numbers, "centre", font=ink.small)

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the dose under the mouse."""
        box = self.box
        if box is None or not self.data.points:
            return None
        point = min(self.data.points, key=lambda one: abs(box.x(one.dose) - x))
        near = abs(box.x(point.dose) - x) <= NEAR_EMS * self.ink.em
        return Mark("", -1, point.hover, key=f"{point.dose:g}") if near else None
