"""What the mixed model says, behind the values: the cohort's mean with its interval, the own line."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from sscviewer.model.arrays import Floats
from sscviewer.plots.box import Box
from sscviewer.plots.ink import Ink, polygon
from sscviewer.plots.style import BAND_ALPHA

if TYPE_CHECKING:
    from sscviewer.analysis.efficacy.model_lines import ModelLines


def draw_model(
    painter: QPainter, box: Box, lines: ModelLines, usubjid: str, own_colour: str, ink: Ink
) -> None:
    """Draw the cohort's mean line with its band, where it has one, and this patient's line where it has."""
    edge = [*_points(box, lines.day, lines.upper), *reversed(_points(box, lines.day, lines.lower))]
    if all(isfinite(y) for _, y in edge):
        painter.save()
        # A pale edge needs no smoothing, which would cost ten times the filling (Qt 6.10: 1.6, 0.2 ms).
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.brush(ink.style.model, BAND_ALPHA))
        painter.drawPolygon(polygon(edge))
        painter.restore()
    _draw_straight(painter, box, lines.day, lines.mean, ink.pen(ink.style.model, 1.1, (6.0, 3.0)))
    if usubjid in lines.own:
        _draw_straight(painter, box, *lines.own[usubjid], ink.pen(own_colour, 0.9, (1.5, 2.0)))


def _draw_straight(painter: QPainter, box: Box, day: Floats, value: Floats, pen: QPen) -> None:
    """Draw a straight line by its ends: dashes along many points cost ten times as much."""
    painter.setPen(pen)
    (x1, y1), *_, (x2, y2) = _points(box, day, value)
    painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))


def _points(box: Box, day: Floats, value: Floats) -> list[tuple[float, float]]:
    return [(box.x(d), box.y(v)) for d, v in zip(day.tolist(), value.tolist(), strict=True)]
