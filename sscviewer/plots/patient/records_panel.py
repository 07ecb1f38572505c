"""Concomitant medication or medical history: one lane a name, drawn as adverse events are, without grades."""

from __future__ import annotations

from dataclasses import replace
from textwrap import wrap
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

from sscviewer.analysis.patient.record_lanes import TITLES, running
from sscviewer.plots.box import Box
from sscviewer.plots.mark import Mark
from sscviewer.plots.panel import Panel, Room, Scene, draw_empty, draw_ring, inside, is_narrow
from sscviewer.plots.patient.lane_bars import LanePainter
from sscviewer.plots.patient.lane_shape import LaneShape, lane_shape
from sscviewer.plots.patient.lanes_panel import BAR, LEAST_LANE, WANTED_LANE
from sscviewer.plots.patient.words import record_mark
from sscviewer.plots.screen.said import Verbatim

if TYPE_CHECKING:
    from sscviewer.analysis.patient.record_lanes import LaneRecord, RecordLane, RecordTable

TITLE_WIDTH = 14
"""Characters in a line of the title in the margin."""


class RecordsPanel(Panel):
    """The lanes of one table; the title stands in the right margin, as the legend of the events does."""

    def __init__(self, table: RecordTable) -> None:
        super().__init__()
        self.name = self.table = table

    def room(self, scene: Scene, width: float) -> Room:
        """Return the height wanted: a lane a name, and no less than the title."""
        em, lanes = scene.ink.em, len(self._lanes(scene))
        if lanes and is_narrow(scene.ink, width):
            above = self.above(scene, width)
            return Room(LEAST_LANE * lanes * em + above, WANTED_LANE * 0.85 * lanes * em + above)
        if not lanes:
            return Room(1.6 * em, 2.2 * em)
        least = 1.2 * em * len(wrap(TITLES[self.table], TITLE_WIDTH))
        return Room(max(LEAST_LANE * lanes * em, least), max(WANTED_LANE * 0.85 * lanes * em, least))

    def above(self, scene: Scene, width: float) -> float:
        """Return the height of the title where it stands over the lanes."""
        return 1.2 * scene.ink.em if self._lanes(scene) and is_narrow(scene.ink, width) else 0.0

    def _lanes(self, scene: Scene) -> tuple[RecordLane, ...]:
        found = (lanes.lanes for lanes in scene.page.records if lanes.table == self.table)
        return next(found, ())

    def _lane(self, box: Box, scene: Scene) -> float:
        return min(box.height / max(len(self._lanes(scene)), 1), WANTED_LANE * scene.ink.em)

    def _bar(self, box: Box, scene: Scene) -> float:
        return 0.8 * min(BAR * self._lane(box, scene), scene.ink.em)

    def _shape(self, record: LaneRecord, box: Box, scene: Scene) -> LaneShape:
        bar = self._bar(box, scene)
        shape = lane_shape(record, scene.page.timeline.open_until, box, bar, bar)
        if not shape.arrow_left:
            return shape
        # Unlike an adverse event, it may have begun long before the trial.
        left = min(shape.left, box.left + 0.7 * bar)
        return replace(shape, left=left, fade_from=left)

    def draw_under(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Draw a faint line along every lane, from its name to its bar."""
        lane = self._lane(box, scene)
        painter.setPen(scene.ink.pen(scene.ink.style.grid, 0.6))
        for i in range(len(self._lanes(scene))):
            scene.ink.hline(painter, box.left, box.right, box.top + (i + 0.5) * lane)

    def draw(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Draw lanes, names and title."""
        ink, lanes, height = scene.ink, self._lanes(scene), self._lane(box, scene)
        room = box.left - box.outer_left - 0.6 * ink.em
        for i, lane in enumerate(lanes):
            words = ink.elide(Verbatim(lane.label), room)
            ink.text(painter, box.left - 0.5 * ink.em, box.top + (i + 0.5) * height, words, "right")
        painter.save()
        painter.setClipRect(inside(box))
        bars = LanePainter(painter, box, ink, self._bar(box, scene))
        for i, lane in enumerate(lanes):
            for record in lane.records:
                shape = self._shape(record, box, scene)
                y = box.top + (i + 0.5) * height
                bars.plain(record, shape, y, ink.style.others)
                if (self.table, record.row) in scene.page.changed:
                    draw_ring(painter, max(shape.left, box.left), y, 1.6 * self._bar(box, scene), ink)
        painter.restore()
        painter.setPen(ink.pen(ink.style.axis, ink.style.hair_pt))
        ink.vline(painter, box.left, box.top, box.bottom)
        ink.hline(painter, box.left, box.right, box.bottom)
        if not lanes:
            draw_empty(painter, box, "Nothing recorded", ink)
        self._draw_title(painter, box, scene)

    def _draw_title(self, painter: QPainter, box: Box, scene: Scene) -> None:
        ink = scene.ink
        if not self._lanes(scene):
            middle = (box.top + box.bottom) / 2
            words = ink.elide(TITLES[self.table], box.left - box.outer_left - 0.6 * ink.em, ink.strong)
            ink.text(painter, box.left - 0.5 * ink.em, middle, words, "right", font=ink.strong)
            return
        if is_narrow(ink, box.outer_right):
            ink.text(painter, box.left, box.top - 0.6 * ink.em, TITLES[self.table], font=ink.strong)
            return
        for i, line in enumerate(wrap(TITLES[self.table], TITLE_WIDTH)):
            y = box.top + (0.6 + 1.1 * i) * ink.em
            ink.text(painter, box.right + ink.em, y, line, colour=ink.style.faint_text, font=ink.strong)

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the record under the mouse; on a name that of the first."""
        box, scene = self.box, self.scene
        if box is None or scene is None:
            return None
        lanes = self._lanes(scene)
        position = int((y - box.top) // max(self._lane(box, scene), 1e-9))
        if not 0 <= position < len(lanes):
            return None
        lane, near = lanes[position], self._bar(box, scene)
        on_name = box.outer_left <= x < box.left
        for record in lane.records if on_name else reversed(lane.records):
            begin, end = self._shape(record, box, scene).reach
            if on_name or (begin - near <= x <= end + near and x <= box.right):
                return record_mark(lane.label, record, self.table, scene.page)
        return None

    def reading(self, day: float) -> str:
        """Return how many of the lanes run."""
        if self.scene is None:
            return ""
        until = self.scene.page.timeline.open_until
        found = (lanes for lanes in self.scene.page.records if lanes.table == self.table)
        return next((str(running(lanes, day, until)) for lanes in found), "")
