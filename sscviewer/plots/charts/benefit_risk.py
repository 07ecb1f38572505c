"""Benefit against tolerability: a region per dose, the user's thresholds, and what is decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath

from sscviewer.plots.box import Box
from sscviewer.plots.charts.axes import Axis, area, draw_axes
from sscviewer.plots.charts.chart import Chart
from sscviewer.plots.ink import Ink
from sscviewer.plots.mark import Mark
from sscviewer.plots.panel import disc
from sscviewer.plots.style import DASH

Decision = Literal["met", "not met", "not decided"]
Side = Literal["left", "centre", "right"]
WORDS: tuple[Decision, ...] = ("met", "not met", "not decided")
GRIP_EMS = 0.6
REGION_ALPHA = 0.1


@dataclass(frozen=True, slots=True)
class DoseRegion:
    """One dose: (estimate, lower, upper) of both, and what the thresholds make of it."""

    dose: float
    label: str
    tolerates: tuple[float, float, float]
    change: tuple[float, float, float]
    decision: Decision
    hover: str


@dataclass(frozen=True, slots=True)
class PlaneData:
    """Regions on their axes.

    Attributes
    ----------
    tolerates, change
        The thresholds.
    fewer_is_better
        Whether a lower change is the better one.
    paths
        Doses each patient took, in order.
    """

    x: Axis
    y: Axis
    regions: tuple[DoseRegion, ...]
    tolerates: float
    change: float
    fewer_is_better: bool
    paths: dict[str, tuple[float, ...]]
    empty: str = "Nothing to show."


class BenefitRisk(Chart):
    """Regions are ellipses through the four limits; the chosen patient's doses are joined by a line."""

    zooms = "xy"

    def __init__(self, ink: Ink, data: PlaneData) -> None:
        super().__init__(ink, data.x, data.y)
        self.data = data

    def wanted_height(self, width: float) -> float:
        """Return a comfortable height."""
        return min(max(0.62 * width, 20 * self.ink.em), 32 * self.ink.em)

    def lay_out(self, width: float, height: float) -> None:
        """Place the axes below the legend."""
        self.box = area(self.ink, width, height, self.x, self.y, top=1.9)

    def paint(self, painter: QPainter) -> None:
        """Draw where both thresholds are met, the regions, then the words."""
        box, data, ink = self.box, self.data, self.ink
        if box is None:
            return
        if not data.regions:
            self.say_empty(painter, data.empty)
            return
        painter.save()
        painter.setClipRect(int(box.left), int(box.top), int(box.width) + 1, int(box.height) + 1)
        for region in data.regions:
            self._region(painter, box, region)
        painter.restore()
        self._thresholds(painter, box)
        draw_axes(painter, box, self.x, self.y, ink)
        with self.data_area(painter):
            for k, region in enumerate(data.regions):
                self._centre(painter, box, region, self._side(k))
        self._legend(painter, box)

    def colour(self, decision: Decision) -> str:
        """Return the colour of a decision: two hues and a grey."""
        style = self.ink.style
        return {"met": style.courses[0], "not met": style.courses[3], "not decided": style.missing}[decision]

    def _region(self, painter: QPainter, box: Box, region: DoseRegion) -> None:
        """Draw an ellipse of four quarters, each with its own half axes."""
        (x, left, right), (y, low, high) = region.tolerates, region.change
        centre = QPointF(box.x(x), box.y(y))
        ends = [(box.x(right), box.y(high)), (box.x(left), box.y(high)), (box.x(left), box.y(low))]
        ends.append((box.x(right), box.y(low)))
        path = QPainterPath()
        for k, (end_x, end_y) in enumerate(ends):
            across, up = abs(end_x - centre.x()), abs(end_y - centre.y())
            quarter = QPainterPath(centre)
            quarter.arcTo(centre.x() - across, centre.y() - up, 2 * across, 2 * up, 90.0 * k, 90.0)
            path = path.united(quarter)
        colour = self.colour(region.decision)
        painter.setPen(self.ink.pen(colour, self.ink.style.hair_pt, alpha=0.8))
        painter.setBrush(self.ink.brush(colour, REGION_ALPHA))
        painter.drawPath(path)

    def _thresholds(self, painter: QPainter, box: Box) -> None:
        ink, style, data = self.ink, self.ink.style, self.data
        painter.setPen(ink.pen(style.text, style.hair_pt, DASH))
        ink.vline(painter, box.clamp_x(box.x(data.tolerates)), box.top, box.bottom)
        y = min(max(box.y(data.change), box.top), box.bottom)
        ink.hline(painter, box.left, box.right, y)
        better_y = box.bottom - 0.7 * ink.em if data.fewer_is_better else box.top + 0.8 * ink.em
        words = "both thresholds met"
        ink.text(painter, box.right - 0.4 * ink.em, better_y, words, "right", style.faint_text, ink.small)

    def _side(self, k: int) -> Side:
        """Return which end of the words of dose k is at its centre: the way through the doses passes beside.

        A way that rises to the right leaves the room above and left, one that falls that above and right.
        """
        ways = self.data.regions[max(k - 1, 0) : k + 2]
        rise = (ways[-1].tolerates[0] - ways[0].tolerates[0]) * (ways[-1].change[0] - ways[0].change[0])
        return "right" if rise > 0 else "left" if rise < 0 else "centre"

    def _centre(self, painter: QPainter, box: Box, region: DoseRegion, side: Side) -> None:
        ink, style = self.ink, self.ink.style
        x, y = box.x(region.tolerates[0]), box.y(region.change[0])
        painter.setPen(ink.pen(style.background, 0.6))
        painter.setBrush(ink.brush(self.colour(region.decision)))
        disc(painter, x, y, style.px(1.3 * style.point_pt))
        aside = {"left": 0.5, "centre": 0.0, "right": -0.5}[side] * ink.em
        ink.text(painter, x + aside, y - 0.9 * ink.em, region.label, side, font=ink.small)

    def _legend(self, painter: QPainter, box: Box) -> None:
        ink, style, x, y = self.ink, self.ink.style, box.left, 0.8 * self.ink.em
        for decision in WORDS:
            painter.setPen(ink.pen(style.background, 0.5))
            painter.setBrush(ink.brush(self.colour(decision)))
            disc(painter, x + 0.4 * ink.em, y, style.px(1.2 * style.point_pt))
            ink.text(painter, x + ink.em, y, decision, font=ink.small)
            x += 2.2 * ink.em + ink.width(decision, ink.small)

    def threshold_at(self, x: float, y: float) -> str:
        """Return "tolerates" or "change" where a threshold can be gripped, else ""."""
        box, near = self.box, GRIP_EMS * self.ink.em
        if box is None or not (box.left <= x <= box.right and box.top <= y <= box.bottom):
            return ""
        if abs(box.x(self.data.tolerates) - x) <= near:
            return "tolerates"
        return "change" if abs(box.y(self.data.change) - y) <= near else ""

    def values_at(self, x: float, y: float) -> tuple[float, float]:
        """Return tolerability and change at a position inside the axes."""
        box = self.box
        assert box is not None
        across = min(max(box.day(x), self.x.low), self.x.high)
        share = (box.bottom - min(max(y, box.top), box.bottom)) / box.height
        return across, box.low + share * (box.high - box.low)

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the dose whose centre is near."""
        box = self.box
        if box is None or not self.data.regions:
            return None

        def away(region: DoseRegion) -> float:
            return abs(box.x(region.tolerates[0]) - x) + abs(box.y(region.change[0]) - y)

        region = min(self.data.regions, key=away)
        return Mark("", -1, region.hover) if away(region) <= 1.5 * self.ink.em else None

    def highlight(self, painter: QPainter, key: str) -> None:
        """Join the centres of the doses the patient took, in order, with an open ring at the last."""
        box, ink = self.box, self.ink
        at = {region.dose: region for region in self.data.regions}
        way = [at[dose] for dose in self.data.paths.get(key, ()) if dose in at]
        if box is None or not way:
            return
        points = [QPointF(box.x(one.tolerates[0]), box.y(one.change[0])) for one in way]
        painter.setPen(ink.pen(ink.style.chosen, 1.4))
        painter.setBrush(ink.brush(ink.style.chosen, 0.0))
        painter.drawPolyline(points)
        disc(painter, points[-1].x(), points[-1].y(), ink.style.px(2.4 * ink.style.point_pt))
