"""All patients on one screen: a small picture each, with the same axes, the others faint behind."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from sscviewer.analysis.outcome import WORDS
from sscviewer.plots.box import Box
from sscviewer.plots.charts.axes import number_axis
from sscviewer.plots.charts.chart import Chart, seen
from sscviewer.plots.charts.spaghetti import courses_axis
from sscviewer.plots.charts.swimmer import outcome_colour
from sscviewer.plots.ink import Ink, polygon
from sscviewer.plots.mark import Mark
from sscviewer.plots.panel import disc
from sscviewer.plots.short_names import short_names

if TYPE_CHECKING:
    from sscviewer.analysis.cohort.spaghetti import Spaghetti

LEAST_EMS = 10.0
"""A picture is at least so wide."""
BESIDE_EMS = 3.0
"""About what the numbers of the axis take."""
HIGH_EMS = 8.2
MOST_BEHIND = 60
"""With more patients than this the others are left out behind: they would be a grey block."""


class MultiplesPlot(Chart):
    """A grid of small pictures in the order of the patients given."""

    def __init__(self, ink: Ink, data: Spaghetti, order: tuple[str, ...]) -> None:
        super().__init__(ink)
        self.data = data
        place = {usubjid: i for i, usubjid in enumerate(data.subjects)}
        self.order = tuple(place[usubjid] for usubjid in order if usubjid in place)
        values = data.y[np.isfinite(data.y)]
        low, high = (float(values.min()), float(values.max())) if values.size else (0.0, 1.0)
        self.y = number_axis(low, high, data.y_label, wanted=3)
        self.x = courses_axis(data)
        self.boxes: tuple[Box, ...] = ()
        self.names: tuple[str, ...] = ()
        self._stopped = {int(i): j for j, i in enumerate(data.dropouts.line)}

    def _title(self, room: float) -> list[str]:
        """Return what both axes count, and what the upright line is."""
        data = self.data
        line = "; line: day of the stop" if np.isfinite(data.dropouts.at).any() else ""
        words = f"{data.y_label}; {data.x_label[0].lower()}{data.x_label[1:]}{line}"
        return self.ink.fold(words, room, self.ink.small)

    def _below(self, width: float) -> float:
        return (2.4 + len(self._title(width - 5 * self.ink.em))) * self.ink.em

    def _columns(self, width: float) -> int:
        room = width - BESIDE_EMS * self.ink.em
        return max(1, min(int(room / (LEAST_EMS * self.ink.em)), max(len(self.order), 1)))

    def wanted_height(self, width: float) -> float:
        """Return the height of all rows."""
        rows = math.ceil(max(len(self.order), 1) / self._columns(width))
        return rows * HIGH_EMS * self.ink.em + self._below(width)

    def least_height(self, width: float) -> float:
        """Pictures are small already."""
        return 0.9 * self.wanted_height(width)

    def lay_out(self, width: float, height: float) -> None:
        """Place the pictures; axes have their numbers at the left and at the foot of the grid only."""
        ink, columns = self.ink, self._columns(width)
        rows = math.ceil(max(len(self.order), 1) / columns)
        labels = max((ink.width(tick.label, ink.small) for tick in self.y.ticks), default=0.0)
        left, gap = labels + 2.4 * ink.em, 0.9 * ink.em
        wide = (width - left - 0.6 * ink.em - gap * (columns - 1)) / columns
        high = min((height - self._below(width)) / max(rows, 1), 2.2 * HIGH_EMS * ink.em)
        boxes = []
        for i in range(len(self.order)):
            x = left + (i % columns) * (wide + gap)
            y = (i // columns) * high
            edges = x, y + 1.5 * ink.em, x + wide, y + high - 0.6 * ink.em
            axes = self.x.low, self.x.high, self.y.low, self.y.high
            boxes.append(Box(x, edges[0], edges[1], edges[2], edges[3], x + wide, *axes))
        self.boxes, self.columns = tuple(boxes), columns
        group = max((ink.width(self._end(i), ink.small) for i in self.order), default=0.0)
        room = max(wide - group - 0.6 * ink.em, 0.5 * wide)
        self.names = short_names([self.data.subjects[i] for i in self.order], room, ink, ink.strong)

    def paint(self, painter: QPainter) -> None:
        """Draw every picture."""
        ink = self.ink
        if not self.order:
            words = "No patient has a value that can be drawn here."
            ink.text(painter, ink.em, 1.5 * ink.em, words, colour=ink.style.faint_text)
            return
        top, bottom = seen(painter)
        for place, (box, i) in enumerate(zip(self.boxes, self.order, strict=True)):
            if box.bottom + 1.5 * ink.em >= top and box.top - 1.5 * ink.em <= bottom:
                self._one(painter, box, i, place)
        last = self.boxes[-1]
        foot = max(box.bottom for box in self.boxes) + 2.3 * ink.em
        first = self.boxes[0].left
        y = max(foot, last.bottom)
        for line in self._title(last.outer_right - first):
            ink.text(painter, first, y, line, font=ink.small)
            y += ink.em

    def _one(self, painter: QPainter, box: Box, i: int, place: int) -> None:
        ink, style, data = self.ink, self.ink.style, self.data
        stopped = self._stopped.get(i)
        colour = outcome_colour(data.group[i], ink)
        ink.text(painter, box.left, box.top - 0.8 * ink.em, self.names[place], font=ink.strong)
        left = box.width - ink.width(self.names[place], ink.strong) - 0.5 * ink.em
        words = ink.elide(self._end(i), left, ink.small)
        ink.text(painter, box.right, box.top - 0.8 * ink.em, words, "right", colour, ink.small)
        painter.setPen(ink.pen(style.axis, style.hair_pt))
        ink.hline(painter, box.left, box.right, box.bottom)
        ink.vline(painter, box.left, box.top, box.bottom)
        painter.save()
        painter.setClipRect(QRectF(box.left - 3, box.top - 3, box.width + 6, box.height + 6))
        if len(self.order) <= MOST_BEHIND:
            painter.setPen(ink.pen(style.others, 0.6))
            for other in self.order:
                if other != i:
                    painter.drawPolyline(polygon(self._points(box, other)))
        points = self._points(box, i)
        painter.setPen(ink.pen(colour, 1.4 * style.line_pt))
        painter.drawPolyline(polygon(points))
        painter.setBrush(ink.brush(colour))
        for point in points:
            disc(painter, *point, style.px(0.8 * style.point_pt))
        painter.restore()
        if stopped is not None and not math.isnan(data.dropouts.at[stopped]):
            painter.setPen(ink.pen(colour, 1.0))
            ink.vline(painter, box.clamp_x(box.x(float(data.dropouts.at[stopped]))), box.top, box.bottom)
        if place % self.columns == 0:
            for tick in self.y.ticks:
                ink.text(
                    painter, box.left - 0.4 * ink.em, box.y(tick.at), tick.label, "right", font=ink.small
                )
        if place + self.columns >= len(self.order):
            self._draw_times(painter, box)

    def _end(self, i: int) -> str:
        """Return what stands beside a name: how the patient ended, nothing where the file does not say."""
        return "" if self.data.group[i] == WORDS["UNKNOWN"] else self.data.group[i]

    def _draw_times(self, painter: QPainter, box: Box) -> None:
        """Write below a picture what stands along it; of names of visits the first and the last."""
        ink, y = self.ink, box.bottom + 0.7 * self.ink.em
        ticks = self.x.ticks
        # Labels of more than five ticks run into each other in a small box: every second is left out.
        some = (*ticks[:1], *ticks[1:][-1:]) if self.data.visits else ticks[:: 2 if len(ticks) > 5 else 1]
        for tick in some:
            x, label = box.x(tick.at), tick.label
            if self.data.visits:
                label = ink.elide(label, 0.48 * (box.right - box.left), ink.small)
                half = ink.width(label, ink.small) / 2
                x = max(min(x, box.right - half), box.left + half)
            ink.text(painter, x, y, label, "centre", font=ink.small)

    def _points(self, box: Box, i: int) -> list[tuple[float, float]]:
        part = slice(int(self.data.start[i]), int(self.data.start[i + 1]))
        pairs = zip(self.data.x[part], self.data.y[part], strict=True)
        return [(box.x(float(x)), box.y(float(y))) for x, y in pairs]

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the patient whose picture is under the mouse."""
        for box, i in zip(self.boxes, self.order, strict=False):
            if box.left <= x <= box.right and box.top - 1.4 * self.ink.em <= y <= box.bottom:
                who, data = self.data.subjects[i], self.data
                stopped = self._stopped.get(i)
                n = int(data.start[i + 1] - data.start[i])
                ended = data.dropouts.words[stopped] if stopped is not None else data.group[i]
                return Mark("", -1, f"{who}\n{n} values\n{ended}", usubjid=who, key=who)
        return None

    def highlight(self, painter: QPainter, key: str) -> None:
        """Frame the patient's picture."""
        for box, i in zip(self.boxes, self.order, strict=False):
            if self.data.subjects[i] == key:
                em = self.ink.em
                painter.setPen(self.ink.pen(self.ink.style.chosen, 1.4))
                painter.setBrush(self.ink.brush(self.ink.style.chosen, 0.0))
                painter.drawRect(QRectF(box.left, box.top - 1.45 * em, box.width, box.height + 1.45 * em))
