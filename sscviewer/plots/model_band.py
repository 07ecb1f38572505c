"""What the mixed model says, behind the values: the cohort's mean with its interval, the own line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPolygonF

from sscviewer.plots.box import Box
from sscviewer.plots.ink import Ink, polygon

if TYPE_CHECKING:
    from sscviewer.analysis.model_lines import Floats, ModelLines

BAND_ALPHA = 0.16
OWN_ALPHA = 0.75


def draw_model(
    painter: QPainter, box: Box, lines: ModelLines, usubjid: str, own_colour: str, ink: Ink
) -> None:
    """Draw the cohort's mean line with its band, and this patient's fitted line where there is one."""
    edge = [*_points(box, lines.day, lines.upper), *reversed(_points(box, lines.day, lines.lower))]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.brush(ink.style.model, BAND_ALPHA))
    painter.drawPolygon(polygon(edge))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(ink.pen(ink.style.model, 1.1, (6.0, 3.0)))
    painter.drawPolyline(_line(box, lines.day, lines.mean))
    if usubjid in lines.own:
        painter.setPen(ink.pen(own_colour, 0.9, (1.5, 2.0)))
        painter.drawPolyline(_line(box, *lines.own[usubjid]))


def _points(box: Box, day: Floats, value: Floats) -> list[tuple[float, float]]:
    return [(box.x(d), box.y(v)) for d, v in zip(day.tolist(), value.tolist(), strict=True)]


def _line(box: Box, day: Floats, value: Floats) -> QPolygonF:
    return polygon(_points(box, day, value))
