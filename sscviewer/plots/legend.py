"""The small legend beside the lanes: grades, and how serious, related and the kinds of end are drawn."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from sscviewer.plots.ink import Ink, hatch, polygon
from sscviewer.plots.lane_bars import EDGE_PT, SERIOUS_PT, contrast
from sscviewer.plots.panel import disc

KINDS = ("serious", "related", "ongoing", "no end recorded", "date in part", "fatal")
LINE = 1.18
"""Distance of the lines of the legend in lines of text."""


def legend_height(ink: Ink, width: float) -> float:
    """Return the height the legend needs."""
    return (2 + len(KINDS)) * LINE * ink.em


def draw_legend(painter: QPainter, room: QRectF, ink: Ink) -> None:
    """Draw the legend at the top left of a room."""
    step = LINE * ink.em
    y = room.top() + step / 2
    ink.text(painter, room.left(), y, "Grade", colour=ink.style.faint_text, font=ink.small)
    _draw_grades(painter, room.left(), y + step, ink)
    for i, kind in enumerate(KINDS):
        at = y + (i + 2) * step
        _draw_sample(painter, kind, QRectF(room.left(), at - 0.3 * ink.em, 1.5 * ink.em, 0.6 * ink.em), ink)
        ink.text(painter, room.left() + 1.9 * ink.em, at, kind, colour=ink.style.faint_text, font=ink.small)


def _draw_grades(painter: QPainter, left: float, y: float, ink: Ink) -> None:
    side, gap = 0.95 * ink.em, 0.18 * ink.em
    for grade in range(1, 6):
        fill = ink.style.grades[grade]
        rect = QRectF(left + (grade - 1) * (side + gap), y - side / 2, side, side)
        painter.setPen(ink.pen(ink.style.bar_edge, EDGE_PT))
        painter.setBrush(ink.brush(fill))
        painter.drawRect(rect)
        ink.text(painter, rect.center().x(), y, str(grade), "centre", contrast(fill), ink.small)


def _draw_sample(painter: QPainter, kind: str, rect: QRectF, ink: Ink) -> None:
    style = ink.style
    fill = style.grades[1]
    y = rect.center().y()
    painter.setBrush(ink.brush(fill))
    painter.setPen(ink.pen(style.bar_edge, EDGE_PT))
    if kind == "serious":
        painter.setPen(ink.pen(style.serious, SERIOUS_PT))
        painter.drawRect(rect)
    elif kind == "related":
        painter.drawRect(rect)
        painter.setPen(ink.pen(contrast(fill), 0.6, alpha=0.5))
        hatch(painter, rect, 0.4 * ink.em)
    elif kind == "ongoing":
        shaft = rect.right() - rect.height() * 0.7
        points = [(rect.left(), rect.top()), (shaft, rect.top()), (rect.right(), y)]
        painter.drawPolygon(polygon([*points, (shaft, rect.bottom()), (rect.left(), rect.bottom())]))
    elif kind == "no end recorded":
        painter.setPen(ink.pen(style.bar_edge, 1.2, (1.2, 2.0)))
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right() - 0.4 * ink.em, y))
        painter.setPen(ink.pen(style.bar_edge, 1.0))
        painter.setBrush(ink.brush(style.background))
        disc(painter, rect.right() - 0.25 * ink.em, y, 0.4 * ink.em)
    elif kind == "date in part":
        for i, alpha in enumerate((0.3, 0.6, 1.0)):
            width = rect.width() / 3
            part = QRectF(rect.left() + i * width, rect.top(), width, rect.height())
            ink.patch(painter, part, style.grades[3], alpha * 0.7)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(ink.pen(style.serious, 1.8))
        half, x = 0.3 * ink.em, rect.center().x()
        painter.drawLine(QPointF(x - half, y - half), QPointF(x + half, y + half))
        painter.drawLine(QPointF(x - half, y + half), QPointF(x + half, y - half))
