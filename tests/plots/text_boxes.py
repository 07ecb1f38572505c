"""Where the texts of a figure stand on paper: noted while it is painted, to look for cut and covered ones."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from sscviewer.plots.paper.figure_files import UNITS_PER_MM, Paper, pdf_bytes

SLACK_MM = 0.15
"""Edges may touch: the boxes of letters are taken whole, with the room beside them."""


@dataclass(frozen=True, slots=True)
class TextBox:
    """A text and the room its letters take, in mm from the upper left corner of the page."""

    text: str
    rect: QRectF


def text_boxes(paper: Paper) -> list[TextBox]:
    """Paint a page and return the box of every text on it that is not clipped away."""
    ink, found = paper.drawing.ink, []
    plain = ink.text

    def noting(painter: QPainter, x, y, text, along="left", colour=None, font=None) -> None:
        plain(painter, x, y, text, along, colour, font)
        metrics = ink.metrics(font or ink.plain)
        wide, high = metrics.horizontalAdvance(text), metrics.capHeight()
        left = x - wide * {"left": 0.0, "centre": 0.5, "right": 1.0}[along]
        room = QRectF(left, y - high / 2, wide, high)
        clip = painter.clipBoundingRect() if painter.hasClipping() else room
        if text.strip() and room.intersects(clip):
            at = painter.worldTransform().mapRect(room)
            mm = [v / UNITS_PER_MM for v in (at.x(), at.y(), at.width(), at.height())]
            found.append(TextBox(text, QRectF(*mm)))

    ink.text = noting
    try:
        pdf_bytes(paper, "")
    finally:
        del ink.text
    return found


def outside(boxes: list[TextBox], paper: Paper) -> list[str]:
    """Return the texts that are not wholly on the page."""
    page = QRectF(0, 0, paper.width_mm, paper.height_mm).adjusted(-SLACK_MM, -SLACK_MM, SLACK_MM, SLACK_MM)
    return [box.text for box in boxes if not page.contains(box.rect)]


def covered(boxes: list[TextBox]) -> list[tuple[str, str]]:
    """Return the pairs of texts that lie over each other; the same text twice at one place is one."""
    inner = [(box.text, box.rect.adjusted(SLACK_MM, SLACK_MM, -SLACK_MM, -SLACK_MM)) for box in boxes]
    return [
        (a, b)
        for i, (a, one) in enumerate(inner)
        for b, other in inner[i + 1 :]
        if one.isValid() and other.isValid() and one.intersects(other)
    ]
