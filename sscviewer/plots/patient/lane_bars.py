"""Drawing one adverse event: colour, grade, border, hatch, fades, arrows, dot and cross."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from sscviewer.plots.box import Box
from sscviewer.plots.ink import Ink, hatch, polygon
from sscviewer.plots.panel import disc
from sscviewer.plots.patient.lane_shape import LaneShape
from sscviewer.plots.style import contrast

if TYPE_CHECKING:
    from sscviewer.analysis.patient.span import Span
    from sscviewer.analysis.patient.timeline import LaneEvent

FADE_STEPS = (0.16, 0.32, 0.48, 0.64)
"""Strength of a span that may belong to the event, from its far end to the certain part."""
SERIOUS_PT = 1.7
EDGE_PT = 0.6


class LanePainter:
    """Draws events into lanes of one panel; `bar` is the height of a bar."""

    def __init__(self, painter: QPainter, box: Box, ink: Ink, bar: float) -> None:
        self.painter, self.box, self.ink, self.bar = painter, box, ink, bar

    def event(self, event: LaneEvent, shape: LaneShape, y: float) -> None:
        """Draw one event with the middle of its lane at `y`."""
        fill = self.ink.style.grades[event.level]
        if not np.isnan(shape.dotted_to):
            self._dotted(shape, y)
        if shape.is_dot:
            self._dot(event, shape, y, fill)
            return
        self._fades(shape, y, fill)
        if shape.right > shape.left:
            self._bar(event, shape, y, fill)
        self._mark(event, shape, y, fill)
        if event.fatal:
            self._cross(shape.reach[1] + (1.1 * self.bar if shape.arrow_right else 0.5 * self.bar), y)

    def plain(self, span: Span, shape: LaneShape, y: float, fill: str) -> None:
        """Draw a record that has no grade: its bar, with what is not known of its ends."""
        edge = self.ink.pen(self.ink.style.missing, EDGE_PT)
        if not np.isnan(shape.dotted_to):
            self._dotted(shape, y)
        self.painter.setBrush(self.ink.brush(fill))
        self.painter.setPen(edge)
        if shape.is_dot:
            disc(self.painter, self.box.x(span.start_first + 0.5), y, 0.8 * self.bar)
            return
        self._fades(shape, y, fill)
        if shape.right > shape.left:
            self.painter.setBrush(self.ink.brush(fill))
            self.painter.setPen(edge)
            self.painter.drawPolygon(self._outline(shape, y))

    def folded(self, event: LaneEvent, shape: LaneShape, y: float) -> None:
        """Draw an event that shares its lane with others: by its colour alone."""
        fill = self.ink.style.grades[event.level]
        self.painter.setBrush(self.ink.brush(fill))
        self.painter.setPen(self._pen(event))
        if shape.is_dot:
            disc(self.painter, self.box.x(event.start_first + 0.5), y, 0.8 * self.bar)
            return
        self._fades(shape, y, fill)
        if shape.right > shape.left:
            self.painter.setBrush(self.ink.brush(fill))
            self.painter.setPen(self._pen(event))
            self.painter.drawPolygon(self._outline(shape, y))

    def _pen(self, event: LaneEvent) -> QPen:
        style = self.ink.style
        return self.ink.pen(*((style.serious, SERIOUS_PT) if event.serious else (style.bar_edge, EDGE_PT)))

    def _outline(self, shape: LaneShape, y: float) -> QPolygonF:
        """Return the bar with its arrow heads as one outline."""
        half, head = self.bar / 2, 0.62 * self.bar
        top, bottom = y - half, y + half
        points = [(shape.left, top), (shape.right, top)]
        if shape.arrow_right:
            flare = 0.14 * self.bar
            points += [(shape.right, top - flare), (shape.right + head, y), (shape.right, bottom + flare)]
        points += [(shape.right, bottom), (shape.left, bottom)]
        if shape.arrow_left:
            flare = 0.14 * self.bar
            points += [(shape.left, bottom + flare), (shape.left - head, y), (shape.left, top - flare)]
        return polygon(points)

    def _bar(self, event: LaneEvent, shape: LaneShape, y: float, fill: str) -> None:
        painter, ink = self.painter, self.ink
        outline = self._outline(shape, y)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.brush(fill))
        painter.drawPolygon(outline)
        if event.related:
            painter.setPen(QPen(self._hatch_colour(fill), ink.style.px(0.6)))
            left, right = (
                max(shape.left, self.box.left - self.bar),
                min(shape.right, self.box.right + self.bar),
            )
            if right > left:
                hatch(painter, QRectF(left, y - self.bar / 2, right - left, self.bar), 0.5 * self.bar)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if event.serious and event.level >= 4:  # the two darkest fills
            # A black border cannot be seen on the darkest fills: a light line inside sets it off.
            painter.setPen(ink.pen(ink.style.background, SERIOUS_PT + 1.4))
            painter.drawPolygon(outline)
        painter.setPen(self._pen(event))
        painter.drawPolygon(outline)

    def _hatch_colour(self, fill: str) -> QColor:
        return self.ink.colour(contrast(fill), 0.5)

    def _fades(self, shape: LaneShape, y: float, fill: str) -> None:
        """Draw the span a partial date may lie in, in steps from faint to strong towards what is certain."""
        edge = self.ink.style.bar_edge
        for far, near in ((shape.fade_from, shape.left), (shape.fade_to, shape.right)):
            width = (near - far) / len(FADE_STEPS)
            if abs(width) < 1e-9:  # nothing to fade: the days are the same
                continue
            for i, alpha in enumerate(FADE_STEPS):
                begin = far + i * width
                rect = QRectF(min(begin, begin + width), y - self.bar / 2, abs(width), self.bar)
                self.ink.patch(self.painter, rect, fill, alpha)
                self.painter.setPen(self.ink.pen(edge, EDGE_PT, alpha=alpha))
                for at in (rect.top(), rect.bottom()):
                    self.painter.drawLine(QPointF(rect.left(), at), QPointF(rect.right(), at))

    def _dotted(self, shape: LaneShape, y: float) -> None:
        """Draw the dotted line and hollow end of an event whose end nobody recorded, and say so.

        The words stand after the end if there is room, else at the beginning of the line.
        """
        painter, ink, radius = self.painter, self.ink, 0.24 * self.bar
        words = "end not recorded"
        width = ink.width(words, ink.small)
        begin, after = shape.right, shape.dotted_to + 2.2 * radius
        if after + width <= self.box.right:
            ink.text(painter, after, y, words, colour=ink.style.faint_text, font=ink.small)
        elif shape.dotted_to - begin > width + 2 * self.bar:
            left = max(begin, self.box.left) + 1.5 * radius
            ink.text(painter, left, y, words, colour=ink.style.faint_text, font=ink.small)
            begin = left + width + 1.5 * radius
        painter.setPen(ink.pen(ink.style.bar_edge, 1.2, (1.2, 2.0)))
        painter.drawLine(QPointF(begin, y), QPointF(shape.dotted_to - radius, y))
        painter.setPen(ink.pen(ink.style.bar_edge, 1.0))
        painter.setBrush(ink.brush(ink.style.background))
        disc(painter, shape.dotted_to, y, 2 * radius)

    def _dot(self, event: LaneEvent, shape: LaneShape, y: float, fill: str) -> None:
        painter = self.painter
        x = self.box.x(event.start_first + 0.5)
        painter.setBrush(self.ink.brush(fill))
        if event.related:
            painter.setPen(Qt.PenStyle.NoPen)
            disc(painter, x, y, self.bar)
            painter.setPen(QPen(self._hatch_colour(fill), self.ink.style.px(0.6) * self.ink.style.weight))
            side = 0.7 * self.bar
            hatch(painter, QRectF(x - side / 2, y - side / 2, side, side), 0.4 * self.bar)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._pen(event))
        disc(painter, x, y, self.bar)
        if event.related and event.mark:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.ink.brush(fill))
            disc(painter, x, y, 0.62 * self.bar)
        self.ink.text(painter, x, y, event.mark, "centre", contrast(fill), self.ink.small)
        if event.fatal:
            self._cross(x + self.bar, y)

    def _mark(self, event: LaneEvent, shape: LaneShape, y: float, fill: str) -> None:
        """Print the grade on the bar, or beside it where the bar is too short."""
        if not event.mark:
            return
        ink, font = self.ink, self.ink.strong
        width = ink.width(event.mark, font)
        pad = 0.22 * self.bar
        left = max(shape.left, self.box.left)
        if min(shape.right, self.box.right) - left >= width + 2 * pad:
            if event.related:
                patch = QRectF(left + pad / 2, y - 0.42 * self.bar, width + 1.2 * pad, 0.84 * self.bar)
                ink.patch(self.painter, patch, fill)
            ink.text(self.painter, left + 1.1 * pad, y, event.mark, "left", contrast(fill), font)
            return
        end = shape.right if np.isfinite(shape.dotted_to) else shape.reach[1]
        after = end + pad + (0.62 * self.bar if shape.arrow_right else 0.0)
        ink.text(self.painter, after, y, event.mark, font=font)

    def _cross(self, x: float, y: float) -> None:
        half = 0.34 * self.bar
        self.painter.setPen(self.ink.pen(self.ink.style.serious, 1.8))
        self.painter.drawLine(QPointF(x - half, y - half), QPointF(x + half, y + half))
        self.painter.drawLine(QPointF(x - half, y + half), QPointF(x + half, y - half))
