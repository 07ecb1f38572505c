"""A chart of the whole trial: something that is laid out, painted and asked what is under the mouse.

On screen `chart_view.ChartView` shows it, on paper `save_chart` saves it; both make it anew from a recipe
with their own ink, so that it is right in light, dark and print.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage, QPainter

from sscviewer.plots.header_panel import wrap
from sscviewer.plots.ink import Ink
from sscviewer.plots.mark import Mark
from sscviewer.plots.paper.figure_files import (
    DOUBLE,
    UNITS_PER_MM,
    FigureSize,
    Paper,
    SaveFailed,
    image_of_pdf,
    pdf_bytes,
    save_paper,
)
from sscviewer.plots.style import paper_style

LEAST_PT = 4.5
"""Text smaller than this cannot be read on paper: then the figure needs more height."""


class Chart:
    """Something to draw. Subclasses take their data and an ink; sizes are in the ink's units."""

    def __init__(self, ink: Ink) -> None:
        self.ink = ink

    def wanted_height(self, width: float) -> float:
        """Return the height that is comfortable at a width."""
        raise NotImplementedError

    def least_height(self, width: float) -> float:
        """Return the height below which nothing can be read."""
        return 0.6 * self.wanted_height(width)

    def lay_out(self, width: float, height: float) -> None:
        """Take a size; what is drawn fills it."""
        raise NotImplementedError

    def paint(self, painter: QPainter) -> None:
        """Draw everything, from the origin on; what lies outside `seen` may be left out."""
        raise NotImplementedError

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return what is drawn at a position."""
        return None

    def highlight(self, painter: QPainter, key: str) -> None:
        """Draw over the chart what stands out: the patient or row with this key."""


def seen(painter: QPainter) -> tuple[float, float]:
    """Return between which heights drawings are seen: all on paper, on screen what is scrolled to."""
    if not painter.hasClipping():
        return -math.inf, math.inf
    clip = painter.clipBoundingRect()
    return clip.top(), clip.bottom()


Recipe = Callable[[Ink], Chart]


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart ready to be shown and saved.

    Attributes
    ----------
    name
        For the file's name: "retention".
    title
        Stands above it on paper.
    make
        Returns the chart for an ink.
    note
        One or two sentences below it: method, n, what is not shown.
    """

    name: str
    title: str
    make: Recipe
    note: str = ""


class _Titled:
    """A chart with its title, note and footer: a whole figure on paper."""

    def __init__(self, figure: Figure, ink: Ink, footer: str, width: float) -> None:
        self.ink = ink
        self.chart = figure.make(ink)
        room = width - 1.2 * ink.em
        self.title = wrap(figure.title.split(), " ", room, ink, ink.strong) if figure.title else []
        self.note = wrap(figure.note.split(), " ", room, ink, ink.small) if figure.note else []
        self.footer = wrap(footer.split(" · "), " · ", room, ink, ink.small) if footer else []
        self.above = (1.2 * len(self.title) + 0.8) * ink.em if self.title else 0.3 * ink.em
        self.below = (len(self.note) + len(self.footer) + 0.8) * ink.em
        self.width = width
        self.chart_height = 0.0

    def wanted_height(self) -> float:
        return self.above + self.chart.wanted_height(self.width) + self.below

    def least_height(self) -> float:
        return self.above + self.chart.least_height(self.width) + self.below

    def lay_out(self, height: float) -> None:
        self.chart_height = height - self.above - self.below
        self.chart.lay_out(self.width, self.chart_height)

    def paint(self, painter: QPainter) -> None:
        ink, left = self.ink, 0.6 * self.ink.em
        y = 0.9 * ink.em
        for line in self.title:
            ink.text(painter, left, y, line, font=ink.strong)
            y += 1.2 * ink.em
        painter.save()
        painter.translate(0, self.above)
        self.chart.paint(painter)
        painter.restore()
        y = self.above + self.chart_height + 0.7 * ink.em
        for line in (*self.note, *self.footer):
            ink.text(painter, left, y, line, colour=ink.style.faint_text, font=ink.small)
            y += ink.em


def chart_on_paper(
    figure: Figure, *, size: FigureSize = DOUBLE, font_pt: float = 7, footer: str = ""
) -> Paper:
    """Return a figure at its size on paper; text shrinks, to `LEAST_PT`, where the height is too small.

    Raises
    ------
    SaveFailed
        If it does not fit into the height.
    """
    width = size.width_mm * UNITS_PER_MM
    while True:
        drawing = _Titled(figure, Ink(paper_style(font_pt)), footer, width)
        height = drawing.wanted_height() if size.height_mm is None else size.height_mm * UNITS_PER_MM
        if drawing.least_height() <= height:
            break
        if font_pt <= LEAST_PT:
            raise SaveFailed(
                f"“{figure.title}” does not fit into a height of {size.height_mm:.0f} mm: "
                "choose a larger height or show fewer rows."
            )
        font_pt = max(LEAST_PT, font_pt - 0.5)
    drawing.lay_out(height)
    return Paper(drawing, width, height)


def save_chart(
    path: Path,
    figure: Figure,
    *,
    size: FigureSize = DOUBLE,
    dpi: int = 300,
    font_pt: float = 7,
    footer: str = "",
) -> None:
    """Save a figure of the whole trial; the suffix of `path` says the format.

    Raises
    ------
    SaveFailed
        With one sentence that says what went wrong and what to do.
    """
    paper = chart_on_paper(figure, size=size, font_pt=font_pt, footer=footer)
    save_paper(path, paper, title=figure.title, description=footer, dpi=dpi)


def chart_image(
    figure: Figure, *, size: FigureSize = DOUBLE, dpi: int = 300, font_pt: float = 7, footer: str = ""
) -> QImage:
    """Return the picture that `save_chart` would save as PNG, for the clipboard."""
    paper = chart_on_paper(figure, size=size, font_pt=font_pt, footer=footer)
    return image_of_pdf(pdf_bytes(paper, figure.title), dpi)
