"""The small legend beside the lanes: grades, and how serious, related and the kinds of end are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from sscviewer.plots.ink import Ink, hatch, polygon
from sscviewer.plots.panel import disc
from sscviewer.plots.patient.lane_bars import EDGE_PT, SERIOUS_PT
from sscviewer.plots.style import contrast

if TYPE_CHECKING:
    from sscviewer.analysis.patient.timeline import LaneEvent

KINDS = ("serious", "related", "ongoing", "end not recorded", "start not recorded", "partial date", "fatal")
WORD_MARKS = ("Mi", "Mo", "Se")
"""What is printed on bars where the file has severity words instead of grades."""
LINE = 1.18
"""Distance of the lines of the legend in lines of text."""


def legend_height(ink: Ink) -> float:
    """Return the height the legend needs."""
    return (1 + len(KINDS)) * LINE * ink.em


def draw_legend(painter: QPainter, room: QRectF, ink: Ink, events: Sequence[LaneEvent]) -> None:
    """Draw the legend at the top left of a room, in the words the events have: grades or severities."""
    step = LINE * ink.em
    y = room.top() + step / 2
    _draw_scale(painter, room.left(), y, ink, events)
    for i, kind in enumerate(KINDS):
        _draw_kind(painter, room.left(), y + (i + 1) * step, kind, ink)


def rows_height(ink: Ink, room: float) -> float:
    """Return the height of the legend as rows under the lanes."""
    return (1 + len(_kind_rows(ink, room))) * LINE * ink.em + 0.5 * ink.em


def draw_legend_rows(painter: QPainter, room: QRectF, ink: Ink, events: Sequence[LaneEvent]) -> None:
    """Draw the legend in rows: the grades, then the kinds, as many in a row as fit."""
    # The lines of the outcome go through all panels: not through words.
    ink.patch(painter, room.adjusted(0, 0.1 * ink.em, 0, 0), ink.style.background)
    y = room.top() + 0.5 * ink.em + LINE * ink.em / 2
    _draw_scale(painter, room.left(), y, ink, events)
    for row in _kind_rows(ink, room.width()):
        y += LINE * ink.em
        x = room.left()
        for kind in row:
            _draw_kind(painter, x, y, kind, ink)
            x += _kind_width(kind, ink)


def _kind_width(kind: str, ink: Ink) -> float:
    return ink.width(kind, ink.small) + 2.9 * ink.em


def _kind_rows(ink: Ink, room: float) -> list[list[str]]:
    rows: list[list[str]] = []
    for kind in KINDS:
        taken = sum(_kind_width(one, ink) for one in rows[-1]) if rows else room
        if taken + _kind_width(kind, ink) - ink.em > room:
            rows.append([])
        rows[-1].append(kind)
    return rows


def _draw_scale(painter: QPainter, x: float, y: float, ink: Ink, events: Sequence[LaneEvent]) -> None:
    words = any(event.mark in WORD_MARKS for event in events)
    title, marks = ("Severity", WORD_MARKS) if words else ("Grade", ("1", "2", "3", "4", "5"))
    ink.text(painter, x, y, title, colour=ink.style.faint_text, font=ink.small)
    _draw_grades(painter, x + ink.width(title, ink.small) + 0.35 * ink.em, y, ink, marks)


def _draw_kind(painter: QPainter, x: float, y: float, kind: str, ink: Ink) -> None:
    _draw_sample(painter, kind, QRectF(x, y - 0.3 * ink.em, 1.5 * ink.em, 0.6 * ink.em), ink)
    ink.text(painter, x + 1.9 * ink.em, y, kind, colour=ink.style.faint_text, font=ink.small)


def _draw_grades(painter: QPainter, left: float, y: float, ink: Ink, marks: Sequence[str]) -> None:
    gap = 0.14 * ink.em
    side = (0.9 if len(marks[0]) == 1 else 1.3) * ink.em
    for grade, mark in enumerate(marks, start=1):
        fill = ink.style.grades[grade]
        rect = QRectF(left + (grade - 1) * (side + gap), y - 0.45 * ink.em, side, 0.9 * ink.em)
        painter.setPen(ink.pen(ink.style.bar_edge, EDGE_PT))
        painter.setBrush(ink.brush(fill))
        painter.drawRect(rect)
        ink.text(painter, rect.center().x(), y, mark, "centre", contrast(fill), ink.small)


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
    elif kind == "end not recorded":
        painter.setPen(ink.pen(style.bar_edge, 1.2, (1.2, 2.0)))
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right() - 0.4 * ink.em, y))
        painter.setPen(ink.pen(style.bar_edge, 1.0))
        painter.setBrush(ink.brush(style.background))
        disc(painter, rect.right() - 0.25 * ink.em, y, 0.4 * ink.em)
    elif kind == "start not recorded":
        head = rect.left() + rect.height() * 0.7
        points = [(rect.right(), rect.top()), (head, rect.top()), (rect.left(), y)]
        painter.drawPolygon(polygon([*points, (head, rect.bottom()), (rect.right(), rect.bottom())]))
    elif kind == "partial date":
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
