"""Every patient's course of one endpoint, with observed means, what the model says, and who left where."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPolygonF

from sscviewer.plots.box import Box
from sscviewer.plots.charts.axes import Axis, area, below_axis, draw_axes, draw_reference, number_axis
from sscviewer.plots.charts.chart import Chart, place_in
from sscviewer.plots.charts.series_legend import LegendEntry, disc_sample, draw_legend, legend_height
from sscviewer.plots.ink import Ink, polygon
from sscviewer.plots.mark import Mark
from sscviewer.plots.panel import disc
from sscviewer.plots.style import BAND_ALPHA, NEAR_EMS
from sscviewer.plots.ticks import VISIT, Tick, visit_at

if TYPE_CHECKING:
    from sscviewer.analysis.cohort.spaghetti import MeanLine, Spaghetti
    from sscviewer.analysis.cohort.spaghetti_models import ModelBand, ModelBands

MANY = 60
"""With more patients than this their lines are thinner and paler."""
MONTH_STEPS = (1, 3, 6, 12, 24, 60)
MOST_TICKS = 9
"""Steps in which visits are planned, the smallest that leaves no more labels than fit a narrow figure."""
MOST_BEFORE = 0.5
"""Days before the first dose take at most this share of the days after it."""


class SpaghettiPlot(Chart):
    """Thin lines for patients, a line with points for the observed mean, a band for the model."""

    zooms = "xy"

    def __init__(self, ink: Ink, data: Spaghetti, models: ModelBands | None) -> None:
        super().__init__(ink)
        self.data, self.models = data, models
        self._xs = self._ys = np.empty(0)
        self._ended = dict(zip(data.dropouts.line.tolist(), data.dropouts.words, strict=True))
        self._labels = tuple(dict.fromkeys([line.label for line in data.means]))
        self._means = data.means
        drawn = [data.y, *(m.mean for m in data.means)]
        drawn += [part for band in self._bands for part in (band.lower, band.upper)]
        values = np.concatenate(drawn) if drawn else np.zeros(1)
        values = values[np.isfinite(values)] if values.size else np.zeros(1)
        parameter, whole = data.parameter, data.settings.measure == "value"
        low, high = (float(values.min()), float(values.max())) if values.size else (0.0, 1.0)
        self.y = number_axis(
            low, high, data.y_label, floor=parameter.low if whole and parameter.low == 0 else None
        )
        self.x = courses_axis(data)

    @property
    def series_names(self) -> tuple[str, ...]:
        """The groups with an observed mean."""
        return self._labels

    def set_order(self, names: tuple[str, ...]) -> None:
        """Draw the means in an order, the first on top of the numbers below the axis."""
        self._means = tuple(self.data.means[i] for i in place_in(self._labels, names))

    @property
    def _bands(self) -> tuple[ModelBand, ...]:
        return self.models.bands if self.models is not None else ()

    def _below(self) -> float:
        return (1.2 + 1.1 * len(self.data.means)) * self.ink.em if self.data.means else 0.0

    def wanted_height(self, width: float) -> float:
        """Return a comfortable height."""
        legend = legend_height(self._entries(), width - 4 * self.ink.em, self.ink)
        return min(max(0.52 * width, 20 * self.ink.em), 34 * self.ink.em) + self._below() + legend

    def lay_out(self, width: float, height: float) -> None:
        """Place the axes between the legend and the numbers of patients."""
        ink, height = self.ink, height - self._below()
        box = area(ink, width, height, self.x, self.y, right=1.5)
        legend = legend_height(self._entries(), width - box.left, ink) / ink.em
        self.box = box = area(ink, width, height, self.x, self.y, top=0.7 + legend, right=1.5)
        self._xs = box.left + (self.data.x - box.first) / (box.last - box.first) * box.width
        self._ys = box.bottom - (self.data.y - box.low) / (box.high - box.low) * box.height

    def _colour_of(self, label: str) -> str:
        style = self.ink.style
        named = {"all patients": style.axis, "completed": style.courses[0], "stopped": style.courses[3]}
        if label in named:
            return named[label]
        at = self._labels.index(label) if label in self._labels else 0
        return style.courses[at % len(style.courses)]

    def paint(self, painter: QPainter) -> None:
        """Draw patients, then the model, then the observed means."""
        box, ink, data = self.box, self.ink, self.data
        if box is None:
            return
        if not data.subjects:
            self.say_empty(painter, "No patient has a value that can be drawn here.")
            return
        if data.settings.measure != "value":
            draw_reference(painter, box, ink, y=0.0)
        painter.save()
        painter.setClipRect(QRectF(box.left, 0, box.outer_right - box.left, box.bottom + 1))
        with self.data_area(painter):
            for i in range(len(data.subjects)):
                self._patient(painter, i, self._thin(i), 0.45 if len(data.subjects) > MANY else 0.7)
            for band in self._bands:
                self._band(painter, box, band)
            self._dropouts(painter, box)
            for line in self._means:
                self._mean(painter, box, line)
        painter.restore()
        draw_axes(painter, box, self.x, self.y, ink)
        self._legend(painter, box)
        self._numbers(painter, box)

    def _thin(self, i: int) -> str:
        split, style = self.data.settings.split, self.ink.style
        if split == "none":
            return style.planned
        return self._colour_of(self.data.group[i] if split == "end" else self.data.arm[i])

    def _points(self, i: int) -> QPolygonF:
        part = slice(int(self.data.start[i]), int(self.data.start[i + 1]))
        return QPolygonF(list(map(QPointF, self._xs[part].tolist(), self._ys[part].tolist())))

    def _patient(self, painter: QPainter, i: int, colour: str, width: float) -> None:
        points = self._points(i)
        alpha = 0.55 if self.data.settings.split != "none" else 1.0
        painter.setPen(self.ink.pen(colour, width * self.ink.style.line_pt, alpha=alpha))
        if points.size() > 1:
            painter.drawPolyline(points)
        else:
            painter.setBrush(self.ink.brush(colour, alpha))
            disc(painter, points.at(0).x(), points.at(0).y(), self.ink.style.px(2.0))

    def _dropouts(self, painter: QPainter, box: Box) -> None:
        ink, left = self.ink, self.data.dropouts
        painter.setPen(ink.pen(ink.style.courses[3], 1.1))
        half = 0.22 * ink.em
        for x, y in zip(left.x, left.y, strict=True):
            at = QPointF(box.x(float(x)), box.y(float(y)))
            painter.drawLine(at + QPointF(-half, -half), at + QPointF(half, half))
            painter.drawLine(at + QPointF(-half, half), at + QPointF(half, -half))

    def _band(self, painter: QPainter, box: Box, band: ModelBand) -> None:
        ink, style = self.ink, self.ink.style
        colour = style.model if band.label == "all patients" else self._colour_of(band.label)
        xs = [box.x(float(x)) for x in band.x]
        means = [box.y(float(v)) for v in band.mean]
        low, high = [box.y(float(v)) for v in band.lower], [box.y(float(v)) for v in band.upper]
        if band.kind == "line":
            outline = list(zip(xs, high, strict=True)) + list(zip(xs, low, strict=True))[::-1]
            painter.setPen(ink.pen(colour, 0.0, alpha=0.0))
            painter.setBrush(ink.brush(colour, BAND_ALPHA))
            if np.isfinite([low, high]).all():  # a model of too few degrees of freedom has no interval
                painter.drawPolygon(polygon(outline))
            painter.setPen(ink.pen(colour, 1.2 * style.line_pt, (5.0, 3.0)))
            painter.drawPolyline(polygon(list(zip(xs, means, strict=True))))
            return
        painter.setPen(ink.pen(colour, style.line_pt))
        painter.setBrush(ink.brush(style.background))
        shift = 0.35 * ink.em
        for x, y, bottom, top in zip(xs, means, low, high, strict=True):
            if bottom - top > 0:
                ink.vline(painter, x + shift, top, bottom)
            side = 0.42 * ink.em
            painter.drawRect(QRectF(x + shift - side / 2, y - side / 2, side, side))

    def _mean(self, painter: QPainter, box: Box, line: MeanLine) -> None:
        ink, style, colour = self.ink, self.ink.style, self._colour_of(line.label)
        known = np.isfinite(line.mean)
        points = [
            (box.x(float(x)), box.y(float(y))) for x, y in zip(line.x[known], line.mean[known], strict=True)
        ]
        painter.setPen(ink.pen(colour, 1.6 * style.line_pt))
        painter.drawPolyline(polygon(points))
        painter.setBrush(ink.brush(colour))
        for x, y in points:
            disc(painter, x, y, style.px(1.2 * style.point_pt))

    def _entries(self) -> list[LegendEntry]:
        """Return what the legend says: the means, then the signs of models and of patients who stopped."""
        ink, faint, level = self.ink, self.ink.style.faint_text, f"{100 * self.data.settings.level:g} %"
        entries = [
            LegendEntry(f"observed mean, {line.label}", disc_sample(self._colour_of(line.label), ink))
            for line in self._means
        ]
        if any(band.kind == "visits" for band in self._bands):
            entries.append(LegendEntry(f"□ model at visits, {level} CI", colour=faint))
        if any(band.kind == "line" for band in self._bands):
            entries.append(LegendEntry(f"╌ model slope, {level} band", colour=faint))
        if len(self.data.dropouts.x):
            entries.append(LegendEntry("× last value of a patient who stopped", colour=faint))
        return entries

    def _legend(self, painter: QPainter, box: Box) -> None:
        room = box.outer_right - box.left
        draw_legend(painter, box.left, 0.9 * self.ink.em, self._entries(), room, self.ink)

    def _numbers(self, painter: QPainter, box: Box) -> None:
        """Write how many patients stand behind each observed mean."""
        ink = self.ink
        y = box.bottom + below_axis(ink, self.x, box.outer_right - box.outer_left) + 0.6 * ink.em
        for line in self._means:
            colour = self._colour_of(line.label) if len(self.data.means) > 1 else ink.style.text
            ink.text(painter, box.left - 1.2 * ink.em, y, "n", "right", colour, ink.small)
            shown = (line.x >= self.x.low) & (line.x <= self.x.high)
            for x, n in zip(line.x[shown], line.n[shown], strict=True):
                ink.text(painter, box.x(float(x)), y, str(n), "centre", colour, ink.small)
            y += 1.1 * ink.em

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the patient whose point is nearest."""
        box, data = self.box, self.data
        if box is None or not data.subjects:
            return None
        distance = np.hypot(self._xs - x, self._ys - y)
        nearest = int(np.argmin(distance))
        if distance[nearest] > NEAR_EMS * self.ink.em:
            return None
        i = int(np.searchsorted(data.start, nearest, side="right")) - 1
        value = f"{data.y[nearest]:.{data.parameter.digits}f}".replace("-", "−")
        unit = "%" if data.settings.measure == "percent" else data.parameter.unit
        visits = data.visits
        when = visit_at(visits, data.x[nearest]) if visits else f"day {data.day[nearest]:.0f}"
        lines = [data.subjects[i], f"{value} {unit}, {when}", self._ended.get(i, "")]
        text = "\n".join(line for line in lines if line)
        who = data.subjects[i]
        return Mark("measurements", int(data.row[nearest]), text, usubjid=who, key=who)

    def highlight(self, painter: QPainter, key: str) -> None:
        """Draw the patient's line bold, with its points."""
        box, style = self.box, self.ink.style
        if box is None or key not in self.data.subjects:
            return
        i = self.data.subjects.index(key)
        points = self._points(i)
        painter.setPen(self.ink.pen(style.chosen, 2.0 * style.line_pt))
        painter.drawPolyline(points)
        painter.setBrush(self.ink.brush(style.chosen))
        for at in range(points.size()):
            disc(painter, points.at(at).x(), points.at(at).y(), style.px(1.1 * style.point_pt))
        last = points.at(points.size() - 1)
        edge = box.right if self.is_zoomed else box.outer_right
        x = min(last.x() + 0.5 * self.ink.em, edge - self.ink.width(key, self.ink.strong))
        self.ink.text(painter, x, last.y() - 0.8 * self.ink.em, key, "left", style.chosen, self.ink.strong)


def courses_axis(data: Spaghetti) -> Axis:
    """Return the time axis of all patients; a value long before day 0 (a wrong date) does not stretch it."""
    if data.visits:
        return visits_axis(data.visits)
    times = np.concatenate([data.x, data.dropouts.at])
    times = times[np.isfinite(times)]
    first, last = (float(times.min()), float(times.max())) if times.size else (0.0, 12.0)
    if data.settings.anchor.kind == "first_dose":
        first = max(first, -MOST_BEFORE * max(last, 1.0))
    return time_axis(min(first, 0.0), max(last, 1.0), data.x_label, data.settings.time)


def values_outside(data: Spaghetti) -> int:
    """Return how many values lie before or after the days the picture spans."""
    axis = courses_axis(data)
    return int(np.sum((data.x < axis.low) | (data.x > axis.high)))


def visits_axis(visits: Sequence[tuple[float, str]]) -> Axis:
    """Return the axis of the visits of a file that gives no time between them, (x, name) of each."""
    first, last = visits[0][0], visits[-1][0]
    margin = 0.02 * (last - first)
    return Axis(first - margin, last + margin, tuple(Tick(x, name) for x, name in visits), VISIT)


def time_axis(first: float, last: float, title: str, unit: str) -> Axis:
    """Return the axis of a time counted from an anchor, in months ("month") or days."""
    if unit != "month":
        return number_axis(first, last, title)
    step = next((s for s in MONTH_STEPS if (last - first) / s <= MOST_TICKS), MONTH_STEPS[-1])
    margin = 0.02 * (last - first)
    # the visit of month 12 may be at 11.97: a tick within the margin stands too
    months = range(math.ceil((first - margin) / step) * step, math.floor(last + margin) + 1, step)
    ticks = tuple(Tick(float(month), f"{month}".replace("-", "−")) for month in months)
    return Axis(first - margin, last + margin, ticks, title)
