"""The dose over time: steps, interruptions, gaps, what was planned, and a line from a change to its event."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from sscviewer.analysis.patient.readout import dose_at
from sscviewer.plots.box import Box
from sscviewer.plots.ink import Ink, hatch, polygon
from sscviewer.plots.mark import Mark
from sscviewer.plots.panel import Panel, Room, Scene, draw_empty, draw_ring, draw_value_axis, end_day, inside
from sscviewer.plots.patient.words import step_mark
from sscviewer.plots.ticks import value_ticks

if TYPE_CHECKING:
    from sscviewer.analysis.patient.dose_steps import DoseStep
    from sscviewer.analysis.planned_dose import PlannedDose

HEAD_ROOM = 1.24
"""Height of the dose axis over the highest dose: room for the label of the top step."""


PLANNED_DASH = (3.0, 2.0)
PLANNED_KEY = "dashed: planned"
NO_DOSES_AT_ALL = "This workbook has no dose sheet."


class DosePanel(Panel):
    """Steps of the daily dose, labelled where there is room."""

    name = "dose"
    has_values = True

    def room(self, scene: Scene, width: float) -> Room:
        """Return the height wanted."""
        em = scene.ink.em
        if not scene.frame.has_doses:
            return Room(2.5 * em, 3.5 * em)
        return Room(3.8 * em, 6.5 * em, 0.8)

    @property
    def lacking(self) -> str:
        """Return the sentence that nobody has doses, or why they are not shown; "" when somebody has."""
        if self.scene is None or self.scene.frame.has_doses:
            return ""
        return self.scene.frame.no_doses or NO_DOSES_AT_ALL

    def values(self, scene: Scene) -> tuple[float, float]:
        """Return 0 to a little over the trial's highest dose, given or planned."""
        return 0.0, (_highest(scene) or 1.0) * HEAD_ROOM

    def draw_under(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Fill the doses, and draw the planned dose: where the patient had it, the given lies on it."""
        painter.save()
        painter.setClipRect(inside(box))
        _fill_doses(painter, box, scene.page.dose.steps, scene.ink)
        if scene.frame.planned_dose is not None and scene.page.dose.steps:
            _draw_planned(painter, box, scene.frame.planned_dose, scene.ink)
        painter.restore()

    def draw(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Draw the steps and the axis."""
        dose, ink = scene.page.dose, scene.ink
        painter.save()
        # The label of the highest dose may reach into the gap above a low panel.
        painter.setClipRect(inside(box).adjusted(0, -0.7 * ink.em, 0, 0))
        for step, height in _with_heights(dose.steps):
            if step.kind == "dose":
                _draw_dose(painter, box, step, ink)
            else:
                _draw_pause(painter, box, step, height, ink)
        _draw_risers(painter, box, dose.steps, ink)
        draw_links(painter, box, scene)
        _draw_labels(painter, box, dose.steps, ink)
        for step in dose.steps:
            if ("exposure", step.row) in scene.page.changed:
                draw_ring(painter, box.x(step.start), box.y(step.dose), 0.8 * ink.em, ink)
        painter.restore()
        key = f"; {PLANNED_KEY}" if scene.frame.planned_dose is not None and dose.steps else ""
        title = ((dose.drug or "Dose").capitalize(), "" if self.lacking else f"{dose.unit}/day{key}")
        low, high = max(box.low, 0.0), min(box.high, _highest(scene))
        ticks = value_ticks(low, high, 3) if low < high else ()
        draw_value_axis(painter, box, ticks, title, ink)
        if not dose.steps:
            draw_empty(painter, box, self.lacking or "No dose recorded", ink)

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the period under the mouse."""
        if self.box is None or self.scene is None or not self.box.left <= x <= self.box.right:
            return None
        day = self.box.day(x)
        found = [s for s in self.scene.page.dose.steps if s.start <= day < s.end + 1]
        return step_mark(found[-1], self.scene.page, self.scene.frame.planned_dose) if found else None

    def reading(self, day: float) -> str:
        """Return the dose in force."""
        return dose_at(self.scene.page, day) if self.scene else ""


def _highest(scene: Scene) -> float:
    """Return the highest dose anybody had or was to have: where the labels of the axis end."""
    planned = scene.frame.planned_dose
    ahead = max((dose for _, dose in planned.steps), default=0.0) if planned is not None else 0.0
    return max(scene.frame.highest_dose, scene.page.dose.highest, ahead)


def _draw_planned(painter: QPainter, box: Box, planned: PlannedDose, ink: Ink) -> None:
    """Draw the steps of the plan as one dashed line."""
    ends = [*(day for day, _ in planned.steps[1:]), planned.until + 1]
    line = [
        QPointF(box.x(at), box.y(dose))
        for (day, dose), end in zip(planned.steps, ends, strict=True)
        for at in (day, end)
    ]
    painter.setPen(ink.pen(ink.style.dose_line, 0.9, PLANNED_DASH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(line)


def _with_heights(steps: tuple[DoseStep, ...]) -> Iterator[tuple[DoseStep, float]]:
    """Give every step with the dose before it, which is how high an interruption is hatched."""
    before = 0.0
    for step in steps:
        yield step, before
        before = step.dose or before


def _fill_doses(painter: QPainter, box: Box, steps: tuple[DoseStep, ...], ink: Ink) -> None:
    """Fill the area under all steps as one shape: separate ones would leave seams between them."""
    points: list[tuple[float, float]] = []
    for step in (s for s in steps if s.dose > 0):
        left, right, y = box.x(step.start), box.x(step.end + 1), box.y(step.dose)
        points += [(left, box.bottom), (left, y), (right, y), (right, box.bottom)]
    if not points:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.brush(ink.style.dose_fill))
    painter.drawPolygon(polygon(points), Qt.FillRule.WindingFill)


def _draw_dose(painter: QPainter, box: Box, step: DoseStep, ink: Ink) -> None:
    left, right, y = box.x(step.start), box.x(step.end + 1), box.y(step.dose)
    painter.setPen(ink.pen(ink.style.dose_line, 1.5))
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    if step.is_partial:
        painter.setPen(ink.pen(ink.style.dose_line, 0.75, (2.0, 2.0)))
        ink.vline(painter, left, y, box.bottom)
        ink.vline(painter, right, y, box.bottom)
    if step.is_open:
        size = 0.38 * ink.em
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.brush(ink.style.dose_line))
        painter.drawPolygon(polygon([(right, y - size), (right + 1.5 * size, y), (right, y + size)]))


def _draw_pause(painter: QPainter, box: Box, step: DoseStep, height: float, ink: Ink) -> None:
    left, right = box.x(step.start), box.x(step.end + 1)
    top = box.y(height) if height else box.bottom - ink.em
    rect = QRectF(left, top, right - left, box.bottom - top)
    style = ink.style
    if step.kind == "interruption":
        painter.setPen(ink.pen(style.missing, 0.5))
        hatch(painter, rect, 0.42 * ink.em)
        painter.setPen(ink.pen(style.dose_line, 1.5))
        painter.drawLine(QPointF(left, box.bottom), QPointF(right, box.bottom))
        words: tuple[str, ...] = ("held",)
    else:
        painter.setPen(ink.pen(style.missing, 0.75, (1.5, 2.5)))
        ink.hline(painter, left, right, top)
        words = ("not recorded", "?")
    for text in words:
        width = ink.width(text, ink.small) + 0.5 * ink.em
        if width <= rect.width() or text == "?":
            middle = rect.center()
            if step.kind == "interruption":
                patch = QRectF(middle.x() - width / 2, middle.y() - 0.5 * ink.em, width, ink.em)
                ink.patch(painter, patch, style.background)
            ink.text(painter, middle.x(), middle.y(), text, "centre", style.faint_text, ink.small)
            break


def _draw_risers(painter: QPainter, box: Box, steps: tuple[DoseStep, ...], ink: Ink) -> None:
    painter.setPen(ink.pen(ink.style.dose_line, 0.6))
    for before, after in pairwise(steps):
        if before.end + 1 >= after.start and before.dose and after.dose:
            ink.vline(painter, box.x(after.start), box.y(before.dose), box.y(after.dose))


def draw_links(painter: QPainter, box: Box, scene: Scene) -> None:
    """Draw the beginning of the line from each change of dose to the event it is tied to."""
    ink = scene.ink
    drawn = {event.row for event in scene.page.timeline.shown}
    for change in scene.page.dose.changes:
        x = box.x(change.day)
        if change.event_row in drawn and not abs(x - box.x(end_day(scene))) < 0.25 * ink.em:
            painter.setPen(ink.pen(ink.style.dose_line, 0.75))
            ink.vline(painter, x, box.y(max(change.from_dose, change.to_dose)), box.bottom)


def _draw_labels(painter: QPainter, box: Box, steps: tuple[DoseStep, ...], ink: Ink) -> None:
    """Write each level above its step, as far as it does not run into a neighbour."""
    taken: list[QRectF] = []
    height = 0.95 * ink.em
    for i, step in enumerate(steps):
        changed = i == 0 or steps[i - 1].dose != step.dose
        if step.kind != "dose" or not changed:
            continue
        last = next((s for s in steps[i:] if s.dose != step.dose), None)
        left = max(box.x(step.start), box.left)
        right = min(box.x(last.start if last else steps[-1].end + 1), box.right)
        if right - left < 0.3 * ink.em:
            continue
        text = f"{step.dose:g}"
        width = ink.width(text, ink.small) + 0.15 * ink.em
        if i > 0 and steps[i - 1].dose < step.dose:
            left = min(left, right - width)
        if last is not None and last.dose < step.dose:
            right = max(right, left + width)
        bottom = box.y(step.dose) - 0.12 * ink.em
        rect = QRectF((left + right - width) / 2, bottom - height, width, height)
        if (
            width <= right - left + 1e-6
            and rect.left() >= box.left
            and not any(r.intersects(rect) for r in taken)
        ):
            taken.append(rect)
            ink.text(painter, rect.center().x(), rect.center().y(), text, "centre", font=ink.small)
