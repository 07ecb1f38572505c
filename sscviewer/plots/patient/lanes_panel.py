"""The adverse events: one lane each, the name at the left, nothing hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from sscviewer.analysis.patient.readout import events_at
from sscviewer.model.counted import counted
from sscviewer.plots.box import Box
from sscviewer.plots.ink import Ink, polygon
from sscviewer.plots.mark import Mark
from sscviewer.plots.panel import (
    Panel,
    Room,
    Scene,
    draw_empty,
    draw_ring,
    end_day,
    inside,
    is_narrow,
)
from sscviewer.plots.patient.lane_bars import LanePainter
from sscviewer.plots.patient.lane_shape import LaneShape, lane_shape
from sscviewer.plots.patient.legend import draw_legend, draw_legend_rows, legend_height, rows_height
from sscviewer.plots.patient.words import event_mark
from sscviewer.plots.screen.said import Verbatim

if TYPE_CHECKING:
    from sscviewer.analysis.patient.timeline import Lane, LaneEvent

LEAST_LANE, WANTED_LANE, BAR = 1.12, 1.5, 0.84
"""Height of a lane in lines of text, least and comfortable; height of a bar in lanes at the least height."""


NO_EVENTS_AT_ALL = "This workbook has no adverse-event sheet."


CLASS_KEY = "class:"
"""What the key of a mark on the head of a class begins with; the class follows."""


class LanesPanel(Panel):
    """One lane per adverse event, first on top; by class under the head of each class."""

    name = "events"

    def room(self, scene: Scene, width: float) -> Room:
        """Return the height wanted: a lane per event, and room for the legend beside them."""
        em, rows = scene.ink.em, _rows(scene)
        if not scene.page.timeline.lanes:
            return Room(2.5 * em, 3.5 * em)
        if is_narrow(scene.ink, width):
            below = self.below(scene, width)
            return Room(LEAST_LANE * rows * em + below, WANTED_LANE * rows * em + below)
        legend = legend_height(scene.ink)
        return Room(max(LEAST_LANE * rows * em, legend), max(WANTED_LANE * rows * em, legend))

    def below(self, scene: Scene, width: float) -> float:
        """Return the height of the legend where it stands under the lanes."""
        if not scene.page.timeline.lanes or not is_narrow(scene.ink, width):
            return 0.0
        return rows_height(scene.ink, width - 0.9 * scene.ink.em)

    @property
    def lacking(self) -> str:
        """Return the sentence that nobody has events; "" when somebody has."""
        return "" if self.scene is None or self.scene.frame.has_events else NO_EVENTS_AT_ALL

    @property
    def lane(self) -> float:
        """Height of a lane on the figure."""
        if self.box is None or self.scene is None:
            return 0.0
        return min(self.box.height / max(_rows(self.scene), 1), WANTED_LANE * self.scene.ink.em)

    def middle(self, position: int) -> float:
        """Return the height of the middle of a lane."""
        return (self.box.top if self.box else 0.0) + (position + 0.5) * self.lane

    def shapes(self) -> list[list[tuple[LaneEvent, LaneShape]]]:
        """Return the events of every lane with their shapes, lane by lane."""
        if self.box is None or self.scene is None:
            return []
        return [[(e, self._shape(e)) for e in lane.events] for lane in self.scene.page.timeline.lanes]

    def _shape(self, event: LaneEvent) -> LaneShape:
        assert self.box is not None
        assert self.scene is not None
        ink, bar = self.scene.ink, self._bar
        stub = max(bar, ink.width(event.mark, ink.strong) + 0.5 * bar)
        return lane_shape(event, self.scene.page.timeline.open_until, self.box, bar, stub)

    @property
    def _bar(self) -> float:
        return min(BAR * self.lane, self.scene.ink.em) if self.scene else 0.0

    def draw_under(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Draw a faint line along every lane, from its name to its bar."""
        painter.setPen(scene.ink.pen(scene.ink.style.grid, 0.6))
        for i in range(len(scene.page.timeline.lanes)):
            scene.ink.hline(painter, box.left, box.right, self.middle(i))

    def draw(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Draw lanes, names and legend."""
        ink, lanes = scene.ink, scene.page.timeline.lanes
        painter.save()
        painter.setClipRect(inside(box))
        self._draw_link_lines(painter, box, scene)
        bars = LanePainter(painter, box, ink, self._bar)
        for i, (lane, drawn) in enumerate(zip(lanes, self.shapes(), strict=True)):
            for event, shape in drawn:
                if self._out_of_sight(box, shape):
                    self._draw_out_of_sight(painter, box, shape, self.middle(i))
                elif lane.is_folded:
                    bars.folded(event, shape, self.middle(i))
                else:
                    bars.event(event, shape, self.middle(i))
        self._draw_link_heads(painter, box, scene)
        for i, drawn in enumerate(self.shapes()):
            for event, shape in drawn:
                if ("adverse_events", event.row) in scene.page.changed:
                    draw_ring(painter, max(shape.left, box.left), self.middle(i), 1.5 * self._bar, ink)
        painter.restore()
        painter.setPen(ink.pen(ink.style.axis, ink.style.hair_pt))
        ink.vline(painter, box.left, box.top, box.bottom)
        ink.hline(painter, box.left, box.right, box.bottom)
        self._draw_names(painter, box, scene)
        self._draw_words(painter, box, scene)

    def _draw_words(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Draw the legend, or why there is no lane; and which events are left out."""
        ink, line = scene.ink, scene.page.timeline
        if not line.lanes:
            draw_empty(painter, box, self.lacking or line.shown_words or "No adverse events recorded", ink)
            middle = (box.top + box.bottom) / 2
            edge = box.left - 0.5 * ink.em
            name = ink.fold("Adverse events", edge - box.outer_left, ink.strong)
            ink.block(painter, edge, middle, name, "right", font=ink.strong)
            return
        if is_narrow(ink, box.outer_right):
            high = self.below(scene, box.outer_right)
            foot = QRectF(box.outer_left, box.bottom, box.outer_right - box.outer_left, high)
            draw_legend_rows(painter, foot, ink, line.shown)
        else:
            room = QRectF(box.right + ink.em, box.top, box.outer_right - box.right - ink.em, box.height)
            draw_legend(painter, room, ink, line.shown)
        if line.shown_words:
            y, faint = self.middle(len(line.lanes)), ink.style.faint_text
            words = ink.elide(line.shown_words, box.width - ink.em, ink.small)
            ink.text(painter, box.left + 0.5 * ink.em, y, words, colour=faint, font=ink.small)

    def _draw_names(self, painter: QPainter, box: Box, scene: Scene) -> None:
        ink = scene.ink
        room = box.left - box.outer_left - 0.6 * ink.em
        for i, lane in enumerate(scene.page.timeline.lanes):
            y = self.middle(i)
            if lane.is_head:
                self._draw_head(painter, box, ink, lane, y)
                continue
            font = ink.strong if lane.events[0].serious else ink.plain
            words = ink.elide(Verbatim(lane.label), room, font)
            ink.text(painter, box.left - 0.5 * ink.em, y, words, "right", font=font)

    def _draw_head(self, painter: QPainter, box: Box, ink: Ink, lane: Lane, y: float) -> None:
        """Draw the name of a class; where its own lane is empty it may reach into the data."""
        _draw_fold(painter, ink, box.outer_left, y, folded=lane.is_folded)
        left, count = box.outer_left + ink.em, f" ({lane.n})"
        end = box.left if lane.is_folded else box.right
        room = end - left - ink.width(count, ink.strong) - 0.5 * ink.em
        words = Verbatim(ink.elide(Verbatim(lane.label), room, ink.strong) + count)
        if left + ink.width(words, ink.strong) > box.left:
            width = ink.width(words, ink.strong) + 0.4 * ink.em
            ink.patch(painter, QRectF(left, y - 0.5 * ink.em, width, ink.em), ink.style.background)
        ink.text(painter, left, y, words, font=ink.strong)

    def _links(self, box: Box, scene: Scene) -> list[tuple[float, float]]:
        """Return where the line of each change of dose tied to an event goes down, and the top of its bar."""
        lanes = {event.row: i for i, lane in enumerate(scene.page.timeline.lanes) for event in lane.events}
        tied = [change for change in scene.page.dose.changes if change.event_row in lanes]
        return [(box.x(c.day), self.middle(lanes[c.event_row]) - self._bar / 2) for c in tied]

    def _draw_link_lines(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Draw the lines from the changes of dose, behind the bars of other events."""
        ink = scene.ink
        painter.setPen(ink.pen(ink.style.dose_line, 0.75))
        for x, foot in self._links(box, scene):
            # Beside the line of the stop itself a second line would only look like a thick one.
            if not abs(x - box.x(end_day(scene))) < 0.25 * ink.em:
                ink.vline(painter, x, box.top, foot)

    def _draw_link_heads(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Draw where the lines from the changes of dose arrive."""
        ink, size = scene.ink, 0.22 * scene.ink.em
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.brush(ink.style.dose_line))
        for at, foot in self._links(box, scene):
            x, top = ink.sharp(at), foot - 1.4 * size
            painter.drawPolygon(polygon([(x - size, top), (x + size, top), (x, foot)]))

    def _out_of_sight(self, box: Box, shape: LaneShape) -> bool:
        begin, end = shape.reach
        least = 0.2 * self._bar
        return end < box.left + least or begin > box.right - least

    def _draw_out_of_sight(self, painter: QPainter, box: Box, shape: LaneShape, y: float) -> None:
        """Point to where an event lies that is wholly before or after the days on view."""
        ink = self.scene.ink if self.scene else None
        if ink is None:
            return
        step = 0.22 * self._bar
        x, way = (box.left + 3 * step, -1) if shape.reach[0] < box.left else (box.right - 3 * step, 1)
        painter.setPen(ink.pen(ink.style.bar_edge, 1.2))
        for offset in (0.0, -1.6 * step):
            tip = x + way * (step + offset)
            painter.drawLine(QPointF(tip - way * step, y - step), QPointF(tip, y))
            painter.drawLine(QPointF(tip - way * step, y + step), QPointF(tip, y))

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the event under the mouse: its bar or its name; or the class its head stands for."""
        if self.box is None or self.scene is None or self.lane <= 0:
            return None
        position = int((y - self.box.top) // self.lane)
        lanes = self.scene.page.timeline.lanes
        if not 0 <= position < len(lanes):
            return None
        lane, near = lanes[position], self._bar
        on_name = self.box.outer_left <= x < self.box.left
        if lane.is_head and (on_name or not lane.is_folded):
            what = "unfold" if lane.is_folded else "fold"
            text = f"{lane.label}: {counted(lane.n, 'event')}\nclick to {what}"
            return Mark("", -1, text, key=CLASS_KEY + lane.body_system)
        # What is drawn last lies on top.
        for event, shape in reversed(self.shapes()[position]):
            begin, end = shape.reach
            if on_name or (begin - near <= x <= end + near and x <= self.box.right):
                return event_mark(event, self.scene.page)
        return None

    def reading(self, day: float) -> str:
        """Return how many events run."""
        count = events_at(self.scene.page, day) if self.scene else 0
        return counted(count, "event")


def _rows(scene: Scene) -> int:
    """Return how many lines of the panel are used: lanes, and one that says what is left out."""
    line = scene.page.timeline
    return len(line.lanes) + bool(line.shown_words)


def _draw_fold(painter: QPainter, ink: Ink, x: float, y: float, *, folded: bool) -> None:
    """Draw the triangle that folds a class; the font of figures has none."""
    side = 0.26 * ink.em
    right = [(x, y - side), (x + 1.6 * side, y), (x, y + side)]
    down = [(x, y - 0.7 * side), (x + 2 * side, y - 0.7 * side), (x + side, y + 0.9 * side)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.brush(ink.style.faint_text))
    painter.drawPolygon(polygon(right if folded else down))


LEGEND_EMS = 8.2
"""Width of the legend in lines of text."""
