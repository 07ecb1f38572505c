"""One measurement over time: this patient's values and line, the others faintly behind, edge labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPolygonF

from sscviewer.analysis.patient.patient_header import number, signed
from sscviewer.analysis.patient.readout import value_at
from sscviewer.plots.box import Box
from sscviewer.plots.ink import Ink, polygon
from sscviewer.plots.mark import Mark
from sscviewer.plots.panel import (
    Panel,
    Room,
    Scene,
    disc,
    draw_empty,
    draw_ring,
    draw_value_axis,
    inside,
    is_narrow,
)
from sscviewer.plots.patient.edge_labels import (
    EdgeLabel,
    draw_edge_labels,
    draw_label_rows,
    label_rows_height,
)
from sscviewer.plots.patient.model_band import draw_model
from sscviewer.plots.patient.others import Others
from sscviewer.plots.patient.thresholds import ELIGIBLE_FVC, thresholds_of
from sscviewer.plots.patient.words import value_mark
from sscviewer.plots.style import BAND_ALPHA, course_colour
from sscviewer.plots.ticks import nice_range, value_ticks

if TYPE_CHECKING:
    from sscviewer.analysis.efficacy.model_lines import ModelLines
    from sscviewer.analysis.patient.patient_page import CohortLines
    from sscviewer.analysis.patient.trajectory import Trajectory

NEAR_EMS, EDGE = 0.8, 5.0
"""A value so near to the mouse is under it; so far beside the data area its edge still counts, in pixels."""
LABEL_EMS, OTHER_LABELS = 1.02, 4
"""Height of a label at the edge; how many there are besides those of thresholds."""
SQUARE, DIAMOND = 0.88, 1.25
"""Half the side of a square and half the diagonal of a diamond, in radii of a disc of the same area."""


class TrajectoryPanel(Panel):
    """The course of one parameter; `position` counts the trajectories of a page."""

    has_values = True

    def __init__(self, paramcd: str, position: int) -> None:
        super().__init__()
        self.name = paramcd
        self.position = position
        self._others: Others | None = None

    def room(self, scene: Scene, width: float) -> Room:
        """Return the height wanted."""
        # Every threshold that is switched on has its label: below the last value, the baseline and notes.
        ink, bands = scene.ink, scene.view.bands
        if is_narrow(ink, width):
            above = self.above(scene, width)
            return Room(4.0 * ink.em + above, 6.0 * ink.em + above, 1.0)
        lines = len(thresholds_of(self.name, bands)) + ("eligibility" in bands and self.name == "FVCPP")
        labels = LABEL_EMS * (lines + OTHER_LABELS) if lines else 0.0
        return Room(max(4.0, labels) * scene.ink.em, max(7.0, labels) * scene.ink.em, 1.0)

    def above(self, scene: Scene, width: float) -> float:
        """Return the height of the labels where they stand over the panel."""
        if not is_narrow(scene.ink, width):
            return 0.0
        return label_rows_height(self._labels(scene), width, scene.ink)

    def cohort(self, scene: Scene) -> CohortLines:
        """Return everybody's courses."""
        return scene.frame.cohort[self.position]

    def course(self, scene: Scene) -> Trajectory:
        """Return this patient's course."""
        return scene.page.trajectories[self.position]

    def model(self, scene: Scene) -> ModelLines | None:
        """Return the model's lines, None when there are none or they are switched off."""
        if "model" not in scene.view.bands:
            return None
        return next((lines for lines in scene.frame.models if lines.paramcd == self.name), None)

    def values(self, scene: Scene) -> tuple[float, float]:
        """Return a round range around the values of all patients."""
        lines = self.cohort(scene)
        return nice_range(lines.low, lines.high, 4, lines.parameter.low, lines.parameter.high)

    def draw_under(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Draw the other patients and the levels."""
        painter.save()
        painter.setClipRect(inside(box))
        if "cohort" in scene.view.bands:
            lines = self.cohort(scene)
            if self._others is None or self._others.lines is not lines:
                self._others = Others(lines)
            self._others.draw(painter, box, scene.ink)
        model = self.model(scene)
        if model is not None:
            colour = course_colour(scene.ink.style, self.name, self.position)
            draw_model(painter, box, model, scene.page.usubjid, colour, scene.ink)
        _draw_levels(painter, box, self._labels(scene), scene.ink)
        painter.restore()

    def draw(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Draw the patient's course, axis and labels."""
        ink, course = scene.ink, self.course(scene)
        colour = course_colour(ink.style, self.name, self.position)
        painter.save()
        # Points on the edge of the axis are drawn whole: half a point would be a wrong statement.
        painter.setClipRect(inside(box).adjusted(0, -ink.em / 2, 0, ink.em / 2))
        _draw_course(painter, box, course, colour, ink)
        for i, row in enumerate(course.row):
            if ("measurements", int(row)) in scene.page.changed:
                x, y = box.x(float(course.day[i])), box.y(float(course.aval[i]))
                draw_ring(painter, x, y, 2.0 * ink.style.px(ink.style.point_pt), ink)
        painter.restore()
        parameter = course.parameter
        ticks = value_ticks(box.low, box.high, 4)
        unit = parameter.unit.replace("-", "–") if parameter.is_scale else parameter.unit
        draw_value_axis(painter, box, ticks, (parameter.short, unit), ink)
        if is_narrow(ink, box.outer_right):
            draw_label_rows(painter, box, self._labels(scene), ink)
        else:
            draw_edge_labels(painter, box, self._labels(scene), ink)
        if not course.aval.size:
            draw_empty(painter, box, f"No {parameter.short} measured", ink)

    def _labels(self, scene: Scene) -> list[EdgeLabel]:
        """Return what is written at the right edge: last value, baseline, bands, who lies behind."""
        ink, course = scene.ink, self.course(scene)
        style, parameter = ink.style, course.parameter
        labels = []
        if course.aval.size and course.base_index != course.aval.size - 1:
            change = "" if np.isnan(course.last_change) else f" ({signed(course.last_change, parameter)})"
            text = f"{course.limit[-1]}{number(course.aval[-1], parameter)}{change}"
            labels.append(EdgeLabel(float(course.aval[-1]), text, style.text, strong=True))
        if not np.isnan(course.base):
            text = f"baseline {number(course.base, parameter)}"
            labels.append(EdgeLabel(course.base, text, style.faint_text, dash=(4.0, 4.0)))
            for one in thresholds_of(self.name, scene.view.bands):
                low, high = one.level(course.base)
                near = low if low > course.base else high
                text = f"{one.words} {number(near, parameter)}"
                labels.append(EdgeLabel(near, text, style.band, dash=one.dash, extent=(low, high)))
        if "eligibility" in scene.view.bands and self.name == "FVCPP":
            labels.append(EdgeLabel(ELIGIBLE_FVC, "eligible < 85", style.band, dash=(6.0, 2.0)))
        labels += [EdgeLabel(np.nan, note, style.faint_text) for note in self._notes(scene)]
        return labels

    def _notes(self, scene: Scene) -> list[str]:
        """Return what the signs mean, each once on the page: in the first panel that has it."""
        lines, before = self.cohort(scene), scene.page.trajectories[: self.position]
        course, notes = self.course(scene), []
        if "cohort" in scene.view.bands and lines.n_subjects > 1:
            drawn = "" if lines.n_drawn == lines.n_subjects else f" of {lines.n_subjects}"
            notes.append(f"grey: {lines.n_drawn}{drawn} patients" if self.position == 0 else "")
        model = self.model(scene)
        if model is not None:
            level = f", {100 * model.level:g} % CI" if np.isfinite(model.lower).any() else ""
            notes += [f"– – cohort model{level}"] if self.position == 0 else []
            own_at = min(1, len(scene.page.trajectories) - 1)  # the first panel's edge is full
            notes += ["···· own fitted line"] if self.position == own_at and model.own else []
        if not course.in_window.all() and all(t.in_window.all() for t in before):
            notes.append("hollow: off window")
        if course.is_nominal.any() and not any(t.is_nominal.any() for t in before):
            notes.append("square: no date")
        if any(course.recipe) and not any(any(t.recipe) for t in before):
            notes.append("diamond: derived")
        return [note for note in notes if note]

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the value nearest to the mouse."""
        if self.box is None or self.scene is None:
            return None
        course = self.course(self.scene)
        edge = NEAR_EMS * self.scene.ink.em
        near_data = inside(self.box).adjusted(-EDGE, -edge, EDGE, edge)
        if not course.aval.size or not near_data.contains(x, y):
            return None
        dx = np.array([self.box.x(float(day)) for day in course.day]) - x
        dy = np.array([self.box.y(float(value)) for value in course.aval]) - y
        nearest = int(np.hypot(dx, dy).argmin())
        near = float(np.hypot(dx, dy)[nearest]) <= edge
        return value_mark(course, nearest, self.scene.page) if near else None

    def reading(self, day: float) -> str:
        """Return the value measured near a day."""
        return value_at(self.course(self.scene), day) if self.scene else ""


def _draw_levels(painter: QPainter, box: Box, labels: list[EdgeLabel], ink: Ink) -> None:
    for label in labels:
        if label.dash is not None and box.low <= label.value <= box.high:
            painter.setPen(ink.pen(label.colour, 0.75, label.dash or None))
            ink.hline(painter, box.left, box.right, box.y(label.value))
        low, high = label.extent
        if low < high:
            top, bottom = box.y(min(high, box.high)), box.y(max(low, box.low))
            if bottom > top:
                ink.patch(painter, QRectF(box.left, top, box.width, bottom - top), label.colour, BAND_ALPHA)


def _draw_course(painter: QPainter, box: Box, course: Trajectory, colour: str, ink: Ink) -> None:
    style = ink.style
    line = QPolygonF(
        [
            QPointF(box.x(d), box.y(v))
            for d, v in zip(course.line_day.tolist(), course.line_aval.tolist(), strict=True)
        ]
    )
    painter.setPen(ink.pen(colour, style.line_pt))
    if line.size() > 1:
        painter.drawPolyline(line)
    several = course.line_day.size < course.day.size
    size = style.px(style.point_pt) * (0.75 if several else 1.0)
    for i in range(course.day.size):
        x, y = box.x(float(course.day[i])), box.y(float(course.aval[i]))
        hollow = not course.in_window[i]
        painter.setPen(ink.pen(colour if hollow else style.background, 1.1 if hollow else 0.6))
        painter.setBrush(ink.brush(style.background if hollow else colour))
        _draw_point(painter, x, y, size, course, i)
        if course.limit[i]:
            text = f"{course.limit[i]}{number(course.aval[i], course.parameter)}"
            ink.text(painter, x + size, y - size, text, font=ink.small)


def _draw_point(painter: QPainter, x: float, y: float, size: float, course: Trajectory, i: int) -> None:
    half = size / 2
    if course.limit[i]:
        # Only a limit is known: the triangle points to where the value lies.
        way = 1 if course.limit[i] == "<" else -1
        points = [(x - half, y - way * half), (x + half, y - way * half), (x, y + way * half)]
        painter.drawPolygon(polygon(points))
    elif course.is_nominal[i]:
        side = SQUARE * half
        painter.drawPolygon(
            polygon([(x - side, y - side), (x + side, y - side), (x + side, y + side), (x - side, y + side)])
        )
    elif course.recipe[i]:
        tip = DIAMOND * half
        painter.drawPolygon(polygon([(x, y - tip), (x + tip, y), (x, y + tip), (x - tip, y)]))
    else:
        disc(painter, x, y, size)
