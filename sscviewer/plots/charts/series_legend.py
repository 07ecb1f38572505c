"""What is drawn, in words beside a sample of each: the legend above a chart, in as many rows as it takes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from sscviewer.plots.ink import Ink
from sscviewer.plots.panel import disc

ROW_EMS = 1.3
GAP_EMS = 1.2
"""Height of a row; between one entry and the next."""

Sample = Callable[[QPainter, float, float], None]
"""Draws a sample that begins at x, its middle at y."""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """Words, and the sample before them with its width in lines of text; "" of colour is the text's."""

    words: str
    sample: Sample | None = None
    sample_ems: float = 1.0
    colour: str = ""


def legend_rows(entries: Sequence[LegendEntry], room: float, ink: Ink) -> list[list[LegendEntry]]:
    """Return the entries in their order, as many in a row as fit the room."""
    rows: list[list[LegendEntry]] = []
    used = 0.0
    for entry in entries:
        wide = _wide(entry, ink)
        if not rows or used + wide > room:
            rows.append([])
            used = 0.0
        rows[-1].append(entry)
        used += wide + GAP_EMS * ink.em
    return rows


def _wide(entry: LegendEntry, ink: Ink) -> float:
    return (entry.sample_ems * ink.em if entry.sample else 0.0) + ink.width(entry.words, ink.small)


def legend_height(entries: Sequence[LegendEntry], room: float, ink: Ink) -> float:
    """Return the height of the rows; 0 without entries."""
    return len(legend_rows(entries, room, ink)) * ROW_EMS * ink.em


def draw_legend(
    painter: QPainter, x: float, y: float, entries: Sequence[LegendEntry], room: float, ink: Ink
) -> None:
    """Draw the rows, the middle of the first at `y`; words wider than the room are cut."""
    for row in legend_rows(entries, room, ink):
        at = x
        for entry in row:
            if entry.sample is not None:
                entry.sample(painter, at, y)
                at += entry.sample_ems * ink.em
            words = ink.elide(entry.words, x + room - at + 1, ink.small)
            ink.text(painter, at, y, words, colour=entry.colour or None, font=ink.small)
            at += ink.width(words, ink.small) + GAP_EMS * ink.em
        y += ROW_EMS * ink.em


def series_entries(names: Sequence[str], colour: Callable[[int], str], ink: Ink) -> list[LegendEntry]:
    """Return an entry for every name, with a disc of its colour; one name or none needs no legend."""
    if len(names) < 2:
        return []
    return [LegendEntry(name, disc_sample(colour(i), ink)) for i, name in enumerate(names)]


def disc_sample(colour: str, ink: Ink) -> Sample:
    """Return what draws a disc of a colour."""
    style = ink.style

    def draw(painter: QPainter, x: float, y: float) -> None:
        painter.setPen(ink.pen(style.bar_edge if style.dark else style.background, 0.5))
        painter.setBrush(ink.brush(colour))
        disc(painter, x + 0.4 * ink.em, y, style.px(1.2 * style.point_pt))

    return draw


def patch_sample(colour: str, ink: Ink) -> Sample:
    """Return what draws a filled field, as wide as the text is high."""

    def draw(painter: QPainter, x: float, y: float) -> None:
        ink.patch(painter, QRectF(x, y - 0.35 * ink.em, 1.2 * ink.em, 0.7 * ink.em), colour)

    return draw
