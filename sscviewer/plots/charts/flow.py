"""Draws the flow of patients through a trial: boxes, the arrows between them, those who left at the side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from sscviewer.model.counted import counted
from sscviewer.plots.charts.chart import Chart
from sscviewer.plots.charts.flow_layout import EVERYBODY, BoxPlaces, PlacedBox, lay_out_flow
from sscviewer.plots.ink import Ink, polygon
from sscviewer.plots.mark import Mark

if TYPE_CHECKING:
    from sscviewer.analysis.enrolment.flow import Flow, FlowBox

HEAD_EMS = 0.5
"""Length of an arrow's head in lines of text."""
BAR_EMS = 1.4
"""How far above the boxes of the arms the bar lies from which they branch."""
NAMED = 12
"""So many patients are named in a hover; more are counted."""


class FlowChart(Chart):
    """The CONSORT flow. Keys of its marks are those that `Flow.patients` takes."""

    def __init__(self, flow: Flow, ink: Ink) -> None:
        super().__init__(ink)
        self.flow = flow
        self.places: BoxPlaces | None = None

    def wanted_height(self, width: float) -> float:
        """Return the height of all boxes and the arrows between them."""
        return lay_out_flow(self.flow, self.ink, width).height

    def least_height(self, width: float) -> float:
        """Return the same: a box cannot be lower than its text."""
        return self.wanted_height(width)

    def lay_out(self, width: float, height: float) -> None:
        """Place the boxes; room to spare goes between them."""
        self.places = lay_out_flow(self.flow, self.ink, width, height)

    def paint(self, painter: QPainter) -> None:
        """Draw arrows, then boxes."""
        if self.places is None:
            return
        boxes = self.places.boxes
        forks: dict[str, list[PlacedBox]] = {}
        for start, end in self.flow.links:
            if boxes[start].box.column == EVERYBODY != boxes[end].box.column and len(self.flow.arms) > 1:
                forks.setdefault(start, []).append(boxes[end])
            else:
                self._arrow(painter, boxes[start], boxes[end])
        for start, ends in forks.items():
            self._fork(painter, boxes[start], ends)
        for placed in self.places.boxes.values():
            self._box(painter, placed)

    def _box(self, painter: QPainter, placed: PlacedBox) -> None:
        ink, style = self.ink, self.ink.style
        side = placed.box.kind == "side"
        painter.setBrush(ink.brush(style.after_stop if side else style.background))
        painter.setPen(ink.pen(style.planned if side else style.axis, style.hair_pt))
        rect = placed.rect
        painter.drawRect(QRectF(*(ink.sharp(v) for v in (rect.x(), rect.y(), rect.width(), rect.height()))))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in placed.lines:
            font = ink.strong if line.is_title else ink.plain
            ink.text(painter, line.x, line.y, line.text, font=font)

    def _arrow(self, painter: QPainter, start: PlacedBox, end: PlacedBox) -> None:
        """Draw an arrow down, or sideways from the spine."""
        ink = self.ink
        painter.setPen(ink.pen(ink.style.axis, ink.style.hair_pt))
        if end.box.kind == "side":
            y = end.rect.center().y()
            ink.hline(painter, start.spine, end.rect.left() - self._head, y)
            self._tip(painter, QPointF(end.rect.left(), y), sideways=True)
            return
        ink.vline(painter, start.spine, start.rect.bottom(), end.rect.top() - self._head)
        self._tip(painter, QPointF(start.spine, end.rect.top()), sideways=False)

    def _fork(self, painter: QPainter, start: PlacedBox, ends: list[PlacedBox]) -> None:
        """Draw arrows from one box to several side by side: a stem, a bar and a branch to each."""
        ink = self.ink
        painter.setPen(ink.pen(ink.style.axis, ink.style.hair_pt))
        top = ends[0].rect.top()
        bar = top - BAR_EMS * ink.em
        ink.vline(painter, start.spine, start.rect.bottom(), bar)
        places = [end.landing for end in ends]
        ink.hline(painter, min(places), max(places), bar)
        for x in places:
            painter.setPen(ink.pen(ink.style.axis, ink.style.hair_pt))
            ink.vline(painter, x, bar, top - self._head)
            self._tip(painter, QPointF(x, top), sideways=False)

    @property
    def _head(self) -> float:
        return HEAD_EMS * self.ink.em

    def _tip(self, painter: QPainter, tip: QPointF, sideways: bool) -> None:
        length, half = self._head, 0.4 * self._head
        x, y = (tip.x(), self.ink.sharp(tip.y())) if sideways else (self.ink.sharp(tip.x()), tip.y())
        corners = [(x - length, y - half), (x - length, y + half)]
        if not sideways:
            corners = [(x - half, y - length), (x + half, y - length)]
        painter.setBrush(self.ink.brush(self.ink.style.axis))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(polygon([(x, y), *corners]))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the box under the mouse, or the line of it."""
        for placed in self.places.boxes.values() if self.places else ():
            if placed.rect.contains(x, y):
                item = next((i for i, low, high in placed.items if low <= y < high), None)
                return _mark(placed.box, item)
        return None

    def highlight(self, painter: QPainter, key: str) -> None:
        """Frame a box, or one of its lines."""
        name, _, item = key.partition("/")
        placed = self.places.boxes.get(name) if self.places else None
        if placed is None:
            return
        rect = QRectF(placed.rect)
        for i, low, high in placed.items:
            if item and i == int(item):
                rect = QRectF(rect.left(), low, rect.width(), high - low)
        painter.setPen(self.ink.pen(self.ink.style.cursor, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)


def _mark(box: FlowBox, item: int | None) -> Mark:
    if item is None:
        words, usubjids, key = box.title, box.usubjids, box.key
    else:
        words, usubjids, key = box.items[item].words, box.items[item].usubjids, f"{box.key}/{item}"
    named = ", ".join(usubjids[:NAMED])
    more = f" and {len(usubjids) - NAMED} more" if len(usubjids) > NAMED else ""
    text = "\n".join(
        line for line in (f"{words}: {counted(len(usubjids), 'patient')}", f"{named}{more}") if line
    )
    return Mark("subjects", -1, text, key=key)


@dataclass(frozen=True, slots=True)
class FlowRecipe:
    """Makes the chart for an ink: what a `Figure` takes."""

    flow: Flow

    def __call__(self, ink: Ink) -> FlowChart:
        """Return the chart."""
        return FlowChart(self.flow, ink)
