"""The legend of the body map: what 0 to 3 and the colours of a change mean."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from sscviewer.clinical.skin_score import SITE_MAX, SITE_WORDS
from sscviewer.plots.ink import Ink, hatch
from sscviewer.plots.style import contrast

LINE, BOX, GAP = 1.35, 1.0, 0.7
"""In lines of text: distance of lines, side of a box, room between entries."""
HATCHED = ""
"""The fill of what was not assessed."""

Entry = tuple[str, str, str]
"""Fill, what is printed in the box, words beside it."""


def draw_legend(painter: QPainter, room: QRectF, ink: Ink, kinds: tuple[bool, bool]) -> None:
    """Draw the entries from the top of a room, in as many lines as its width needs."""
    for i, line in enumerate(_lines(ink, room.width(), kinds)):
        y = room.top() + (i + 0.5) * LINE * ink.em
        x = room.left() + (room.width() - _width(ink, line)) / 2
        for entry in line:
            _draw_entry(painter, x, y, entry, ink)
            x += _entry_width(ink, entry) + GAP * ink.em


def legend_height(ink: Ink, width: float, kinds: tuple[bool, bool]) -> float:
    """Return the height needed at a width.

    Parameters
    ----------
    kinds
        Whether there are figures of a visit, of a change.
    """
    return (len(_lines(ink, width, kinds)) + 0.3) * LINE * ink.em


def _entries(ink: Ink, kinds: tuple[bool, bool]) -> list[list[Entry]]:
    groups: list[list[Entry]] = []
    missing: Entry = (HATCHED, "–", "not assessed")
    if kinds[0]:
        scores = zip(ink.style.skin, SITE_WORDS, strict=True)
        groups.append([(fill, str(i), words) for i, (fill, words) in enumerate(scores)] + [missing])
    if kinds[1]:
        marks = [f"{i:+d}".replace("-", "−") if i else "0" for i in range(-SITE_MAX, SITE_MAX + 1)]
        words = ["softer", *[""] * (SITE_MAX - 1), "no change", *[""] * (SITE_MAX - 1), "thicker"]
        changes = zip(ink.style.changes, marks, words, strict=True)
        groups.append([*changes] if kinds[0] else [*changes, missing])
    return groups


def _lines(ink: Ink, width: float, kinds: tuple[bool, bool]) -> list[list[Entry]]:
    lines: list[list[Entry]] = []
    for group in _entries(ink, kinds):
        lines.append([])
        for entry in group:
            if lines[-1] and _width(ink, [*lines[-1], entry]) > width:
                lines.append([])
            lines[-1].append(entry)
    return lines


def _width(ink: Ink, line: list[Entry]) -> float:
    return sum(_entry_width(ink, entry) for entry in line) + (len(line) - 1) * GAP * ink.em


def _entry_width(ink: Ink, entry: Entry) -> float:
    words = ink.width(entry[2], ink.small) + 0.3 * ink.em if entry[2] else 0.0
    return _box(ink, entry[1]) + words


def _box(ink: Ink, mark: str) -> float:
    return BOX * ink.em * (1.0 if len(mark) == 1 else 1.4)


def _draw_entry(painter: QPainter, x: float, y: float, entry: Entry, ink: Ink) -> None:
    fill, mark, words = entry
    style = ink.style
    rect = QRectF(x, y - BOX * ink.em / 2, _box(ink, mark), BOX * ink.em)
    painter.setPen(ink.pen(style.body_edge, 0.7))
    painter.setBrush(ink.brush(fill or style.background))
    painter.drawRect(rect)
    if fill == HATCHED:
        painter.setPen(ink.pen(style.missing, 0.6))
        hatch(painter, rect, 0.32 * ink.em)
    colour = contrast(fill) if fill else style.text
    ink.text(painter, rect.center().x(), y, mark, "centre", colour, ink.small)
    ink.text(painter, rect.right() + 0.3 * ink.em, y, words, colour=style.faint_text, font=ink.small)
