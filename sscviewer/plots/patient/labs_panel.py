"""The laboratory: a lane a test, a point a value in the colour of its grade, multiples of the upper limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from sscviewer.model.counted import counted
from sscviewer.plots.box import Box
from sscviewer.plots.ink import Ink
from sscviewer.plots.mark import Mark
from sscviewer.plots.panel import Panel, Room, Scene, disc, draw_empty, draw_ring, inside, is_narrow
from sscviewer.plots.patient.lanes_panel import WANTED_LANE
from sscviewer.plots.patient.words import lab_mark
from sscviewer.plots.screen.said import Verbatim

if TYPE_CHECKING:
    from sscviewer.analysis.patient.lab_lanes import LabLane, LabLanes

LEAST_LAB_LANE = 1.25
"""Height of a lane in lines of text at the least: a multiple stands beside its point."""

LEGEND_LINES = 4
"""Lines of the legend in the right margin: the lanes are no lower."""


class LabsPanel(Panel):
    """The tests with a value outside the limits of normal or with a grade, worst on top."""

    name = "labs"

    def room(self, scene: Scene, width: float) -> Room:
        """Return the height wanted: a lane a test, and a line that counts the others."""
        em, found = scene.ink.em, scene.page.labs
        lanes = len(found.lanes) if found else 0
        if not lanes:
            return Room(1.6 * em, 2.2 * em)
        rows, above = self._rows(scene, width), self.above(scene, width)
        return Room(LEAST_LAB_LANE * rows * em + above, WANTED_LANE * rows * em + above)

    def above(self, scene: Scene, width: float) -> float:
        """Return the height of the legend where it stands over the lanes."""
        has_lanes = scene.page.labs is not None and bool(scene.page.labs.lanes)
        return 1.2 * scene.ink.em if has_lanes and is_narrow(scene.ink, width) else 0.0

    def _rows(self, scene: Scene, width: float) -> int:
        """Return how many lines are used: lanes, one for the others, and those of the legend beside."""
        found = scene.page.labs
        least = 1 if is_narrow(scene.ink, width) else LEGEND_LINES
        return max(len(found.lanes) + bool(_others(found)), least) if found else 1

    def _middle(self, position: int, box: Box, scene: Scene) -> float:
        return box.row_y(position, self._rows(scene, box.outer_right))

    def draw_under(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Draw a faint line along every lane."""
        painter.setPen(scene.ink.pen(scene.ink.style.grid, 0.6))
        for i in range(len(scene.page.labs.lanes) if scene.page.labs else 0):
            scene.ink.hline(painter, box.left, box.right, self._middle(i, box, scene))

    def draw(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Draw lanes, names and what the colours mean."""
        ink, found = scene.ink, scene.page.labs
        lanes = found.lanes if found else ()
        room = box.left - box.outer_left - 0.6 * ink.em
        for i, lane in enumerate(lanes):
            words = ink.elide(Verbatim(lane.parameter.short), room)
            ink.text(painter, box.left - 0.5 * ink.em, self._middle(i, box, scene), words, "right")
        painter.save()
        painter.setClipRect(inside(box))
        for i, lane in enumerate(lanes):
            y = self._middle(i, box, scene)
            self._draw_lane(painter, box, ink, lane, y)
            for day, row in zip(lane.day, lane.row, strict=True):
                if ("measurements", int(row)) in scene.page.changed:
                    draw_ring(painter, box.x(float(day) + 0.5), y, 0.95 * ink.em, ink)
        painter.restore()
        painter.setPen(ink.pen(ink.style.axis, ink.style.hair_pt))
        ink.vline(painter, box.left, box.top, box.bottom)
        ink.hline(painter, box.left, box.right, box.bottom)
        if lanes:
            _draw_legend(painter, box, ink, found.version if found else "")
            y = self._middle(len(lanes), box, scene)
            words = ink.elide(_others(found), box.width - ink.em, ink.small)
            patch = QRectF(
                box.left + 0.3 * ink.em, y - 0.45 * ink.em, ink.width(words, ink.small), 0.9 * ink.em
            )
            ink.patch(painter, patch.adjusted(0, 0, 0.4 * ink.em, 0), ink.style.background, 0.85)
            ink.text(painter, box.left + 0.5 * ink.em, y, words, colour=ink.style.faint_text, font=ink.small)
        else:
            draw_empty(painter, box, _others(found) or "No laboratory values recorded", ink)
            middle = (box.top + box.bottom) / 2
            ink.text(painter, box.left - 0.5 * ink.em, middle, "Laboratory", "right", font=ink.strong)

    def _draw_lane(self, painter: QPainter, box: Box, ink: Ink, lane: LabLane, y: float) -> None:
        size, taken = 0.62 * ink.em, box.left - ink.em
        for i, day in enumerate(lane.day):
            x = box.x(float(day) + 0.5)
            _draw_value(painter, ink, x, y, size, lane.grade[i], lane.indicator[i])
            times = lane.times_upper[i]
            words = f"{times:.1f}×" if times > 1 and lane.indicator[i] == 1 else ""
            left, width = x + 0.6 * size, ink.width(words, ink.small)
            free = i + 1 == len(lane.day) or box.x(float(lane.day[i + 1]) + 0.5) - 0.6 * size > left + width
            if words and free and left > taken:
                ink.text(painter, left, y, words, font=ink.small)
                taken = left + width

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the value under the mouse."""
        box, scene = self.box, self.scene
        if box is None or scene is None or scene.page.labs is None:
            return None
        position = int((y - box.top) // (box.height / self._rows(scene, box.outer_right)))
        if not 0 <= position < len(scene.page.labs.lanes) or not box.left <= x <= box.right:
            return None
        lane = scene.page.labs.lanes[position]
        away = np.abs(np.array([box.x(float(day) + 0.5) for day in lane.day]) - x)
        nearest = int(away.argmin())
        return lab_mark(lane, nearest, scene.page) if away[nearest] <= 0.7 * scene.ink.em else None


def _others(found: LabLanes | None) -> str:
    """Return "4 tests always within the limits · 1 test without limits"; "" when there is no other."""
    if found is None:
        return ""
    normal, unknown = found.n_normal, found.n_without_limits
    parts = (
        f"{counted(normal, 'test')} always within the limits" if normal else "",
        f"{counted(unknown, 'test')} without limits and without a grade" if unknown else "",
    )
    words = " · ".join(part for part in parts if part)
    return f"not drawn: {words}" if words else ""


def _draw_value(
    painter: QPainter, ink: Ink, x: float, y: float, size: float, grade: float, indicator: float
) -> None:
    """Draw a value: filled by its grade, else hollow where it is outside the limits, else a small point."""
    style = ink.style
    if grade >= 1:
        painter.setPen(ink.pen(style.bar_edge, 0.8))
        painter.setBrush(ink.brush(style.grades[min(int(grade), 5)]))
        disc(painter, x, y, size)
    elif abs(indicator) == 1:
        painter.setPen(ink.pen(style.bar_edge, 1.1))
        painter.setBrush(ink.brush(style.background))
        disc(painter, x, y, 0.8 * size)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        known = not (np.isnan(indicator) and np.isnan(grade))
        painter.setBrush(ink.brush(style.missing if known else style.others))
        disc(painter, x, y, 0.36 * size)


def _draw_legend(painter: QPainter, box: Box, ink: Ink, version: str) -> None:
    """Draw what the points mean, and the version of the grades: in the right margin, else in a line above."""
    if is_narrow(ink, box.outer_right):
        words = f"Laboratory: darker, higher grade by {version}; ring, outside the limits"
        text = ink.elide(words, box.width, ink.small)
        ink.text(painter, box.left, box.top - 0.6 * ink.em, text, colour=ink.style.faint_text, font=ink.small)
        return
    left, step, size = box.right + ink.em, 1.12 * ink.em, 0.62 * ink.em
    room = QRectF(left, box.top, box.outer_right - left, box.height)
    lines = (("", version), ("graded", "grade"), ("outside", "outside limits"), ("within", "within limits"))
    for i, (kind, words) in enumerate(lines):
        y = box.top + (i + 0.5) * step
        if kind == "graded":
            for grade in (1, 2, 3, 4):
                _draw_value(painter, ink, left + (grade - 0.5) * 0.75 * ink.em, y, size, grade, 1)
            words_left = left + 3.4 * ink.em
        elif kind:
            _draw_value(painter, ink, left + 0.5 * size, y, size, 0.0, 1.0 if kind == "outside" else 0.0)
            words_left = left + 1.9 * ink.em
        else:
            words_left = left
        words = ink.elide(words, room.right() - words_left, ink.small)
        ink.text(painter, words_left, y, words, colour=ink.style.faint_text, font=ink.small)
