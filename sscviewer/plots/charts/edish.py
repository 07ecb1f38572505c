"""Draws the eDISH plot: peak bilirubin against peak ALT or AST, as multiples of their upper limits."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from sscviewer.plots.box import Box
from sscviewer.plots.charts.axes import Axis, area, draw_axes, draw_reference, log_axis
from sscviewer.plots.charts.chart import Chart, place_in
from sscviewer.plots.charts.series_legend import LegendEntry, disc_sample, draw_legend, legend_height
from sscviewer.plots.ink import Ink
from sscviewer.plots.mark import Mark
from sscviewer.plots.panel import disc
from sscviewer.plots.screen.said import Verbatim
from sscviewer.plots.style import NEAR_EMS

if TYPE_CHECKING:
    from sscviewer.analysis.labs.hepatic import Hepatic

HEIGHT_SHARE, LEAST_EMS, MOST_EMS = 0.62, 18.0, 34.0
ROOM = 2.2
"""Beyond the lowest and highest bilirubin the axis goes on by this factor, for the words in the corners."""
LEAST_LOW, LEAST_HIGH = 0.1, 10.0
"""The axes always span this much of the upper limit, so that "normal" looks normal."""
POINT_PT = 6.0
ALL = "ALL"


class EdishChart(Chart):
    """One point a patient; colours tell arms apart. The key of a mark is the patient."""

    zooms = "xy"

    def __init__(self, hepatic: Hepatic, ink: Ink) -> None:
        x = _axis([p.aminotransferase for p in hepatic.points], "Peak ALT or AST, × upper limit")
        y = _axis([p.bilirubin for p in hepatic.points], "Peak bilirubin, × upper limit", ROOM)
        super().__init__(ink, x, y)
        self.hepatic = hepatic
        self.arms = [arm for arm in dict.fromkeys(row.arm for row in hepatic.counts) if arm != ALL]
        self._named = list(self.arms)

    @property
    def series_names(self) -> tuple[str, ...]:
        """The arms."""
        return tuple(self.arms)

    def set_order(self, names: tuple[str, ...]) -> None:
        """Name the arms in an order; the points lie where they are."""
        self._named = [self.arms[i] for i in place_in(self.arms, names)]

    def wanted_height(self, width: float) -> float:
        """Return a share of the width, within reason."""
        legend = legend_height(self._entries(), width - 4 * self.ink.em, self.ink)
        return min(max(HEIGHT_SHARE * width, LEAST_EMS * self.ink.em), MOST_EMS * self.ink.em) + legend

    def _entries(self) -> list[LegendEntry]:
        return [LegendEntry(Verbatim(arm), disc_sample(self._colour(arm), self.ink)) for arm in self._named]

    def lay_out(self, width: float, height: float) -> None:
        """Take a size."""
        box = area(self.ink, width, height, self.x, self.y)
        legend = legend_height(self._entries(), width - box.left, self.ink) / self.ink.em
        self.box = area(self.ink, width, height, self.x, self.y, top=0.6 + legend)

    def paint(self, painter: QPainter) -> None:
        """Draw axes, the two bounds, the names of the quadrants with their counts, and the points."""
        if self.box is None:
            return
        draw_axes(painter, self.box, self.x, self.y, self.ink)
        right, up = math.log10(self.hepatic.high_aminotransferase), math.log10(self.hepatic.high_bilirubin)
        draw_reference(painter, self.box, self.ink, x=right, y=up)
        self._quadrants(painter, self.box)
        room = self.box.outer_right - self.box.left
        draw_legend(painter, self.box.left, 0.9 * self.ink.em, self._entries(), room, self.ink)
        for i, point in enumerate(self.hepatic.points):
            x, y = self.place(i)
            colour = self._colour(point.arm)
            painter.setPen(self.ink.pen(self.ink.style.background, 0.5))
            painter.setBrush(self.ink.brush(colour))
            disc(painter, x, y, self.ink.style.px(POINT_PT))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _quadrants(self, painter: QPainter, box: Box) -> None:
        ink, gap = self.ink, 0.4 * self.ink.em
        corners = {
            "normal": (box.left + gap, box.bottom - 1.8 * gap, "left"),
            "temple": (box.right - gap, box.bottom - 1.8 * gap, "right"),
            "cholestasis": (box.left + gap, box.top + 1.8 * gap, "left"),
            "hy": (box.right - gap, box.top + 1.8 * gap, "right"),
        }
        bound = box.x(math.log10(self.hepatic.high_aminotransferase))
        room = {"left": bound - box.left - 2 * gap, "right": box.right - bound - 2 * gap}
        for row in self.hepatic.counts:
            if row.arm == ALL:
                x, y, along = corners[row.quadrant]
                share = f" ({row.percent:.0f}\u00a0%)" if math.isfinite(row.percent) else ""
                words = f"n\u00a0=\u00a0{row.n}{share}: {row.words}"
                lines = ink.fold(words, room[along], ink.small)
                inward = 1 if y < (box.top + box.bottom) / 2 else -1
                y += inward * (len(lines) - 1) * ink.em / 2
                ink.block(painter, x, y, lines, along, ink.style.faint_text, ink.small)

    def _colour(self, arm: str) -> str:
        courses = self.ink.style.courses
        return courses[self.arms.index(arm) % len(courses)] if arm in self.arms else courses[0]

    def place(self, i: int) -> tuple[float, float]:
        """Return where a point lies."""
        assert self.box is not None
        point = self.hepatic.points[i]
        return (
            self.box.x(math.log10(max(point.aminotransferase, _TINY))),
            self.box.y(math.log10(max(point.bilirubin, _TINY))),
        )

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the patient nearest to a position, close by."""
        if self.box is None or not self.hepatic.points:
            return None
        apart = [math.dist((x, y), self.place(i)) for i in range(len(self.hepatic.points))]
        nearest = min(range(len(apart)), key=apart.__getitem__)
        if apart[nearest] > NEAR_EMS * self.ink.em:
            return None
        point = self.hepatic.points[nearest]
        row = point.aminotransferase_row
        return Mark("measurements", row, point.words, usubjid=point.usubjid, key=point.usubjid)

    def highlight(self, painter: QPainter, key: str) -> None:
        """Ring a patient."""
        for i, point in enumerate(self.hepatic.points):
            if point.usubjid == key and self.box is not None:
                painter.setPen(self.ink.pen(self.ink.style.chosen, 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                radius = self.ink.style.px(POINT_PT)
                painter.drawEllipse(QPointF(*self.place(i)), radius, radius)


_TINY = LEAST_LOW / 2
"""Smaller multiples are drawn here: a logarithm has no place for zero."""


def _axis(values: list[float], title: str, room: float = 1.0) -> Axis:
    low = min([max(value, _TINY) for value in values] + [LEAST_LOW])
    high = max([*values, LEAST_HIGH])
    return log_axis(low / room, high * room, title)


@dataclass(frozen=True, slots=True)
class EdishRecipe:
    """Makes the chart for an ink: what a `Figure` takes."""

    hepatic: Hepatic

    def __call__(self, ink: Ink) -> EdishChart:
        """Return the chart."""
        return EdishChart(self.hepatic, ink)
