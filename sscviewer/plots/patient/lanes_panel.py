"""The adverse events: one lane each, the name at the left, nothing hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from sscviewer.analysis.patient.readout import events_at
from sscviewer.plots.box import Box
from sscviewer.plots.ink import polygon
from sscviewer.plots.mark import Mark
from sscviewer.plots.panel import Panel, Room, Scene, draw_empty, end_day, inside, is_narrow
from sscviewer.plots.patient.lane_bars import LanePainter
from sscviewer.plots.patient.lane_shape import LaneShape, lane_shape
from sscviewer.plots.patient.legend import draw_legend, draw_legend_rows, legend_height, rows_height
from sscviewer.plots.patient.words import event_mark

if TYPE_CHECKING:
    from sscviewer.analysis.patient.timeline import LaneEvent

LEAST_LANE, WANTED_LANE, BAR = 1.12, 1.5, 0.84
"""Height of a lane in lines of text, least and comfortable; height of a bar in lanes at the least height."""


NO_EVENTS_AT_ALL = "This workbook has no adverse-event sheet."


class LanesPanel(Panel):
    """One lane per adverse event, first on top."""

    name = "events"

    def room(self, scene: Scene, width: float) -> Room:
        """Return the height wanted: a lane per event, and room for the legend beside them."""
        em, lanes = scene.ink.em, len(scene.page.timeline.events)
        if not lanes:
            return Room(2.5 * em, 3.5 * em)
        if is_narrow(scene.ink, width):
            below = self.below(scene, width)
            return Room(LEAST_LANE * lanes * em + below, WANTED_LANE * lanes * em + below)
        legend = legend_height(scene.ink)
        return Room(max(LEAST_LANE * lanes * em, legend), max(WANTED_LANE * lanes * em, legend))

    def below(self, scene: Scene, width: float) -> float:
        """Return the height of the legend where it stands under the lanes."""
        if not scene.page.timeline.events or not is_narrow(scene.ink, width):
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
        lanes = max(len(self.scene.page.timeline.events), 1)
        return min(self.box.height / lanes, WANTED_LANE * self.scene.ink.em)

    def middle(self, position: int) -> float:
        """Return the height of the middle of a lane."""
        return (self.box.top if self.box else 0.0) + (position + 0.5) * self.lane

    def shapes(self) -> list[tuple[LaneEvent, LaneShape]]:
        """Return every event with its shape, lane by lane."""
        if self.box is None or self.scene is None:
            return []
        line = self.scene.page.timeline
        ink, bar = self.scene.ink, self._bar
        return [
            (
                e,
                lane_shape(
                    e, line.open_until, self.box, bar, max(bar, ink.width(e.mark, ink.strong) + 0.5 * bar)
                ),
            )
            for e in line.events
        ]

    @property
    def _bar(self) -> float:
        return min(BAR * self.lane, self.scene.ink.em) if self.scene else 0.0

    def draw_under(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Draw a faint line along every lane, from its name to its bar."""
        painter.setPen(scene.ink.pen(scene.ink.style.grid, 0.6))
        for i in range(len(scene.page.timeline.events)):
            scene.ink.hline(painter, box.left, box.right, self.middle(i))

    def draw(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Draw lanes, names and legend."""
        ink = scene.ink
        shapes = self.shapes()
        self._draw_names(painter, box, scene)
        painter.save()
        painter.setClipRect(inside(box))
        self._draw_link_lines(painter, box, scene)
        lanes = LanePainter(painter, box, ink, self._bar)
        for i, (event, shape) in enumerate(shapes):
            if self._out_of_sight(box, shape):
                self._draw_out_of_sight(painter, box, shape, self.middle(i))
            else:
                lanes.event(event, shape, self.middle(i))
        self._draw_link_heads(painter, box, scene)
        painter.restore()
        painter.setPen(ink.pen(ink.style.axis, ink.style.hair_pt))
        ink.vline(painter, box.left, box.top, box.bottom)
        ink.hline(painter, box.left, box.right, box.bottom)
        events = [event for event, _ in shapes]
        if shapes and is_narrow(ink, box.outer_right):
            high = self.below(scene, box.outer_right)
            foot = QRectF(box.outer_left, box.bottom, box.outer_right - box.outer_left, high)
            draw_legend_rows(painter, foot, ink, events)
        elif shapes:
            room = QRectF(box.right + ink.em, box.top, box.outer_right - box.right - ink.em, box.height)
            draw_legend(painter, room, ink, events)
        else:
            draw_empty(painter, box, self.lacking or "No adverse events recorded", ink)
        ink.text(
            painter,
            box.left - 0.5 * ink.em,
            (box.top + box.bottom) / 2,
            "" if shapes else "Adverse events",
            "right",
            font=ink.strong,
        )

    def _draw_names(self, painter: QPainter, box: Box, scene: Scene) -> None:
        ink = scene.ink
        room = box.left - box.outer_left - 0.6 * ink.em
        for i, event in enumerate(scene.page.timeline.events):
            y = self.middle(i)
            font = ink.strong if event.serious else ink.plain
            ink.text(
                painter, box.left - 0.5 * ink.em, y, ink.elide(event.label, room, font), "right", font=font
            )

    def _links(self, box: Box, scene: Scene) -> list[tuple[float, float]]:
        """Return where the line of each change of dose tied to an event goes down, and the top of its bar."""
        lanes = {event.row: i for i, event in enumerate(scene.page.timeline.events)}
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
        """Return the event under the mouse: its bar or its name."""
        if self.box is None or self.scene is None or self.lane <= 0:
            return None
        position = int((y - self.box.top) // self.lane)
        if not 0 <= position < len(self.scene.page.timeline.events):
            return None
        event, shape = self.shapes()[position]
        begin, end = shape.reach
        near = self._bar
        on_name = self.box.outer_left <= x < self.box.left
        on_bar = begin - near <= x <= end + near and x <= self.box.right
        return event_mark(event, self.scene.page) if on_name or on_bar else None

    def reading(self, day: float) -> str:
        """Return how many events run."""
        count = events_at(self.scene.page, day) if self.scene else 0
        return "1 event" if count == 1 else f"{count} events"


LEGEND_EMS = 8.2
"""Width of the legend in lines of text."""
