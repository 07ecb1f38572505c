"""The top strip: words of the milestones, visits planned and actual, the time axis when the foot is far."""

import numpy as np
from PySide6.QtGui import QPainter

from sscviewer.plots.box import Box
from sscviewer.plots.ink import Ink
from sscviewer.plots.mark import Mark
from sscviewer.plots.panel import Panel, Room, Scene, is_narrow, milestones
from sscviewer.plots.patient.words import visit_mark
from sscviewer.plots.ticks import VISIT, Tick, time_ticks, time_title, visit_ticks

MANY_LANES = 14
"""With more events than this the page may be higher than the window: the top repeats the time axis."""

LABEL_EMS = {"months": 3.0, "days": 4.5, "dates": 7.0}
"""Room for one label of the time axis."""
TICKS_EMS = 1.4
"""Height of the ticks at the foot of the strip; the vertical lines begin there, under words and labels."""


class VisitsPanel(Panel):
    """Ticks of visits, under the words that name the vertical lines."""

    name = "visits"

    def room(self, scene: Scene, width: float) -> Room:
        """Return the height wanted: a line of words and a line of ticks."""
        lines = 2.5 + (1.1 if self._repeats_axis(scene) else 0.0)
        return Room(lines * scene.ink.em, lines * scene.ink.em)

    def _repeats_axis(self, scene: Scene) -> bool:
        return len(scene.page.timeline.events) > MANY_LANES

    def draw(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Draw words, planned ticks (faint) and actual ticks."""
        ink, schedule = scene.ink, scene.page.schedule
        self._draw_words(painter, box, scene)
        if self._repeats_axis(scene):
            self._draw_axis(painter, box, scene)
        top, bottom = box.bottom - ink.em, box.bottom
        painter.setPen(ink.pen(ink.style.planned, 0.75))
        for day in schedule.planned:
            self._tick(painter, box, float(day), top - 0.15 * ink.em, bottom - 0.35 * ink.em, ink)
        painter.setPen(ink.pen(ink.style.axis, 1.2))
        for day in schedule.actual:
            self._tick(painter, box, float(day), top + 0.2 * ink.em, bottom, ink)
        middle = (top + bottom) / 2
        words = "" if schedule.planned.size == 0 else "grey: planned"
        words = words if schedule.actual.size else "no visits" if scene.page.visits else "no dated visits"
        right, faint = box.left - 0.5 * ink.em, ink.style.faint_text
        if scene.page.changed and not is_narrow(ink, box.outer_right):
            words, faint = "ring: new or changed", ink.style.chosen
        if is_narrow(ink, box.outer_right):
            ink.text(painter, right, middle, words, "right", faint, ink.small)
            right -= ink.width(words, ink.small) + 0.5 * ink.em if words else 0.0
        else:
            words = ink.elide(words, box.outer_right - box.right - ink.em, ink.small)
            ink.text(painter, box.right + ink.em, middle, words, colour=faint, font=ink.small)
        ink.text(painter, right, middle, "Visits", "right", font=ink.strong)

    def _tick(self, painter: QPainter, box: Box, day: float, top: float, bottom: float, ink: Ink) -> None:
        x = box.x(day)
        if box.left - 1e-6 <= x <= box.right + 1e-6:
            ink.vline(painter, x, top, bottom)

    def _draw_axis(self, painter: QPainter, box: Box, scene: Scene) -> None:
        ink = scene.ink
        y = box.bottom - 1.75 * ink.em
        for tick in axis_ticks(box, scene):
            ink.text(painter, box.x(tick.at), y, tick.label, "centre", ink.style.faint_text, ink.small)

    def _draw_words(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Name each vertical line above it, in its own free stretch of the line of words."""
        ink = scene.ink
        taken: list[tuple[float, float]] = []
        y = box.top + 0.5 * ink.em
        shown = [line for line in milestones(scene) if box.left <= box.x(line.day) <= box.right]
        for line in shown:
            font = ink.strong if line.is_end else ink.small
            colour = ink.style.text if line.is_end else ink.style.faint_text
            others = [box.x(other.day) for other in shown if other is not line]
            place = _place(box.x(line.day), ink.width(line.words, font), box, others, taken, 0.35 * ink.em)
            if place is not None:
                taken.append(place)
                ink.text(painter, place[0], y, line.words, colour=colour, font=font)

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the visit nearest to the mouse."""
        if self.box is None or self.scene is None or y < self.box.bottom - 1.3 * self.scene.ink.em:
            return None
        actual = self.scene.page.schedule.actual
        if not actual.size or not self.box.left - 4 <= x <= self.box.right + 4:
            return None
        positions = np.array([self.box.x(float(day)) for day in actual])
        nearest = int(np.abs(positions - x).argmin())
        return (
            visit_mark(nearest, self.scene.page)
            if abs(positions[nearest] - x) <= 0.4 * self.scene.ink.em
            else None
        )


def axis_ticks(box: Box, scene: Scene) -> tuple[Tick, ...]:
    """Return the ticks of the time axis, as many as have room for their labels."""
    view, visits = scene.view, scene.page.visits
    if visits:
        widest = max(scene.ink.width(name, scene.ink.small) for _, name in visits) + 0.6 * scene.ink.em
        return visit_ticks(visits, view.first, view.last, int(box.width / widest))
    wanted = max(2, int(box.width / (LABEL_EMS[view.time_unit] * scene.ink.em)))
    return time_ticks(view.first, view.last, view.time_unit, wanted, scene.page.day1)


def _place(
    x: float, width: float, box: Box, others: list[float], taken: list[tuple[float, float]], gap: float
) -> tuple[float, float] | None:
    """Return where words about a line at `x` stand: right of it, or left where another line follows closely.

    None when both sides are taken: then the line stands without words.
    """
    right, left = (x, x + gap + width), (x - gap - width, x)
    crowded = right[1] > box.right or any(x < other < right[1] + gap for other in others)
    for begin, end in (left, right) if crowded else (right, left):
        free = all(end <= a or begin >= b for a, b in taken)
        if free and begin >= box.outer_left and end <= box.outer_right:
            return (begin + gap, end) if (begin, end) == right else (begin, end - gap)
    return None


class TimePanel(Panel):
    """The common time axis at the foot of the page."""

    name = "time"
    has_days = False

    def room(self, scene: Scene, width: float) -> Room:
        """Return the height of tick labels and title."""
        return Room(2.6 * scene.ink.em, 2.6 * scene.ink.em)

    def draw(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Draw ticks under the lowest panel, their labels and what they count."""
        ink, view = scene.ink, scene.view
        for tick in axis_ticks(box, scene):
            painter.setPen(ink.pen(ink.style.axis, ink.style.hair_pt))
            ink.vline(painter, box.x(tick.at), box.top, box.top + 0.3 * ink.em)
            ink.text(painter, box.x(tick.at), box.top + 0.95 * ink.em, tick.label, "centre", font=ink.small)
        title = time_title(view.time_unit, scene.page.day1_is, scene.page.day1)
        title = VISIT if scene.page.visits else title
        ink.text(painter, (box.left + box.right) / 2, box.top + 2.05 * ink.em, title, "centre")
