"""What a user writes on a figure: words, an arrow to a place, a band over a stretch of an axis."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from sscviewer.plots.box import Box
from sscviewer.plots.ink import Ink, polygon
from sscviewer.plots.style import BAND_ALPHA

NoteKind = Literal["text", "arrow", "band"]
KINDS: tuple[NoteKind, ...] = ("text", "arrow", "band")


@dataclass(frozen=True, slots=True)
class Note:
    """One note; places count as the axes do. Notes without the same places are equal, though NaN is not NaN.

    Attributes
    ----------
    x, y
        Where the words stand, an arrow begins, a band begins. A band without `y` goes from `x` to `to_x`,
        one without `x` from `y` to `to_y`.
    to_x, to_y
        The tip of an arrow, the end of a band; NaN for none.
    panel
        Of a patient's page: in which panel; "" for all, which only a band can be.
    """

    kind: NoteKind
    words: str = ""
    x: float = math.nan
    y: float = math.nan
    to_x: float = math.nan
    to_y: float = math.nan
    panel: str = ""

    def __eq__(self, other: object) -> bool:
        # From Python 3.13 on a data class compares field by field, and so none with a NaN equals itself.
        return isinstance(other, Note) and self._told == other._told

    def __hash__(self) -> int:
        return hash(self._told)

    @property
    def _told(self) -> tuple[object, ...]:
        places = (None if math.isnan(at) else at for at in (self.x, self.y, self.to_x, self.to_y))
        return self.kind, self.words, self.panel, *places


def draw_bands(painter: QPainter, box: Box, notes: Iterable[Note], ink: Ink) -> None:
    """Draw the bands, which lie under the data's words, their own words at their upper left."""
    for note in notes:
        if note.kind != "band":
            continue
        across, up = not math.isnan(note.x + note.to_x), not math.isnan(note.y + note.to_y)
        if not across and not up:
            continue
        xs = (box.clamp_x(box.x(note.x)), box.clamp_x(box.x(note.to_x))) if across else (box.left, box.right)
        ys = (_clamp_y(box, note.y), _clamp_y(box, note.to_y)) if up else (box.top, box.bottom)
        rect = QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
        if rect.width() > 0 and rect.height() > 0:
            ink.patch(painter, rect, ink.style.band, BAND_ALPHA)
            room = max(rect.width(), box.right - rect.left()) - 0.6 * ink.em
            words = ink.elide(note.words, room, ink.small)
            at = rect.left() + 0.3 * ink.em, rect.top() + 0.6 * ink.em
            ink.text(painter, *at, words, colour=ink.style.band, font=ink.small)


def draw_notes(painter: QPainter, box: Box, notes: Iterable[Note], ink: Ink) -> None:
    """Draw words and arrows over the data, kept inside the data area."""
    for note in notes:
        if note.kind == "band" or math.isnan(note.x + note.y):
            continue
        lines = ink.fold(note.words, box.width, ink.small)
        wide = max((ink.width(line, ink.small) for line in lines), default=0.0)
        x = min(box.clamp_x(box.x(note.x)), max(box.right - wide, box.left))
        y = _clamp_y(box, note.y)
        if note.kind == "arrow" and not math.isnan(note.to_x + note.to_y):
            _arrow(painter, (x, y), (box.clamp_x(box.x(note.to_x)), _clamp_y(box, note.to_y)), ink)
            y += (-1 if y < box.y(note.to_y) else 1) * (0.3 + len(lines) / 2) * ink.em
        ink.block(painter, x, y, lines, font=ink.small)


def _arrow(painter: QPainter, start: tuple[float, float], tip: tuple[float, float], ink: Ink) -> None:
    dx, dy = tip[0] - start[0], tip[1] - start[1]
    length = math.hypot(dx, dy)
    if length < 0.1 * ink.em:
        return
    ux, uy, head = dx / length, dy / length, min(0.5 * ink.em, length)
    foot = tip[0] - head * ux, tip[1] - head * uy
    side = 0.4 * head
    painter.setPen(ink.pen(ink.style.text, 0.9))
    painter.drawLine(QPointF(*start), QPointF(*foot))
    painter.setBrush(ink.brush(ink.style.text))
    painter.drawPolygon(
        polygon([tip, (foot[0] - side * uy, foot[1] + side * ux), (foot[0] + side * uy, foot[1] - side * ux)])
    )


def _clamp_y(box: Box, value: float) -> float:
    return min(max(box.y(value), box.top), box.bottom)
