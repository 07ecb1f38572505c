"""A chart of the whole trial: something that is laid out, painted and asked what is under the mouse.

On screen `chart_view.ChartView` shows it, on paper `save_chart` saves it; both make it anew from a recipe
with their own ink, so that it is right in light, dark and print.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from sscviewer.plots.box import Box, Zooms
from sscviewer.plots.charts.axes import Axis, within
from sscviewer.plots.ink import Ink, wrap
from sscviewer.plots.mark import Mark
from sscviewer.plots.notes import Note, draw_bands, draw_notes
from sscviewer.plots.paper.figure_files import (
    DOUBLE,
    UNITS_PER_MM,
    FigureSize,
    Paper,
    SaveFailed,
    check_height,
    image_of_pdf,
    pdf_bytes,
    save_paper,
)
from sscviewer.plots.paper.figure_look import FigureLook
from sscviewer.plots.paper.figure_settings import PLAIN
from sscviewer.plots.style import LEAST_PT, PAPER_DPI, PAPER_PT, paper_style


def place_in(names: Sequence[str], order: Sequence[str]) -> list[int]:
    """Return the places of names in an order; names that it does not have come after it as they are."""
    known = {name: place for place, name in enumerate(order)}
    return sorted(range(len(names)), key=lambda i: known.get(names[i], len(known)))


NO_AXIS = Axis(0.0, 1.0, ())


class Chart:
    """Something to draw. Subclasses take their data and an ink; sizes are in the ink's units.

    Attributes
    ----------
    zooms
        Which axes can be zoomed on screen. Along these a subclass draws its data within `data_area`.
    x, y
        The axes on view: whole, until `look_at` chooses a part of them.
    box
        Where the data area lies, once laid out; None in pictures without one.
    """

    zooms: ClassVar[Zooms] = ""

    def __init__(self, ink: Ink, x: Axis = NO_AXIS, y: Axis = NO_AXIS) -> None:
        self.ink = ink
        self.notes: tuple[Note, ...] = ()
        self.x, self.y = x, y
        self.box: Box | None = None
        self._whole: tuple[Axis, Axis] | None = None

    def look_at(self, first: float, last: float, low: float, high: float) -> None:
        """Show other ranges of the axes that can be zoomed; to be laid out after that."""
        x, y = self._whole = self.whole
        self.x = within(x, first, last) if "x" in self.zooms else x
        self.y = within(y, low, high) if "y" in self.zooms else y

    def look_at_all(self) -> None:
        """Show the whole axes again; to be laid out after that."""
        self.x, self.y = self.whole
        self._whole = None

    @property
    def whole(self) -> tuple[Axis, Axis]:
        """The axes as on paper, whatever is on view."""
        return self._whole or (self.x, self.y)

    @property
    def is_zoomed(self) -> bool:
        """Whether a part of the axes was chosen."""
        return self._whole is not None

    @contextmanager
    def data_area(self, painter: QPainter) -> Iterator[None]:
        """Keep drawings inside the axes that are zoomed; on paper nothing is, and nothing is cut."""
        if self.box is None or not self.is_zoomed:
            yield
            return
        box = self.box
        left, right = (box.left, box.right) if "x" in self.zooms else (0.0, box.outer_right)
        top, bottom = (box.top, box.bottom) if "y" in self.zooms else (0.0, 1e6)
        painter.save()
        painter.setClipRect(QRectF(left, top, right - left, bottom - top), Qt.ClipOperation.IntersectClip)
        yield
        painter.restore()

    @property
    def series_names(self) -> tuple[str, ...]:
        """What is drawn in colours side by side and can be put in another order: arms, groups."""
        return ()

    def set_order(self, names: tuple[str, ...]) -> None:
        """Draw what has these names in this order, all else after it; every one keeps its colour."""

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

    def say_empty(self, painter: QPainter, words: str) -> None:
        """Write in the picture's place why there is none."""
        if self.box is not None:
            ink, left = self.ink, 0.6 * self.ink.em
            lines = ink.fold(words, self.box.outer_right - 2 * left)
            y = self.box.top + ink.em * (1 + len(lines)) / 2
            ink.block(painter, left, y, lines, colour=ink.style.faint_text)

    def paint_with_notes(self, painter: QPainter) -> None:
        """Draw everything, and what the user wrote on it; a picture without axes has no place for notes."""
        if self.box is None or not self.notes:
            self.paint(painter)
            return
        draw_bands(painter, self.box, self.notes, self.ink)
        self.paint(painter)
        draw_notes(painter, self.box, self.notes, self.ink)

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

    def __init__(self, figure: Figure, ink: Ink, footer: str, width: float, look: FigureLook) -> None:
        self.ink = ink
        self.chart = chart = figure.make(ink)
        chart.notes = look.notes
        chart.set_order(look.order)
        if chart.zooms and (look.x or look.y):
            x, y = chart.whole
            chart.look_at(*(look.x or (x.low, x.high)), *(look.y or (y.low, y.high)))
        room = width - 1.2 * ink.em
        self.title = ink.fold(title_of(figure, look), room, ink.strong)
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

    def place_at(self, x: float, y: float) -> tuple[str, float, float] | None:
        """Return where in the chart a position of the page is."""
        box = self.chart.box
        return None if box is None else ("", box.day(x), box.value(y - self.above))

    def paint(self, painter: QPainter) -> None:
        ink, left = self.ink, 0.6 * self.ink.em
        y = 0.9 * ink.em
        for line in self.title:
            ink.text(painter, left, y, line, font=ink.strong)
            y += 1.2 * ink.em
        painter.save()
        painter.translate(0, self.above)
        self.chart.paint_with_notes(painter)
        painter.restore()
        y = self.above + self.chart_height + 0.7 * ink.em
        for line in (*self.note, *self.footer):
            ink.text(painter, left, y, line, colour=ink.style.faint_text, font=ink.small)
            y += ink.em


def title_of(figure: Figure, look: FigureLook) -> str:
    """Return the title above a figure: the user's, else its own."""
    return figure.title if look.title is None else look.title


def chart_on_paper(
    figure: Figure,
    *,
    size: FigureSize = DOUBLE,
    font_pt: float = PAPER_PT,
    footer: str = "",
    look: FigureLook = PLAIN,
) -> Paper:
    """Return a figure at its size on paper; text shrinks, to `LEAST_PT`, where the height is too small.

    Raises
    ------
    SaveFailed
        If it does not fit into the height.
    """
    width = size.width_mm * UNITS_PER_MM
    while True:
        drawing = _Titled(figure, Ink(look.styled(paper_style(font_pt))), footer, width, look)
        height = drawing.wanted_height() if size.height_mm is None else size.height_mm * UNITS_PER_MM
        if drawing.least_height() <= height:
            break
        if font_pt <= LEAST_PT:
            raise SaveFailed(
                f"“{figure.title}” does not fit into a height of {size.height_mm:.0f} mm: "
                "choose a larger height or show fewer rows."
            )
        font_pt = max(LEAST_PT, font_pt - 0.5)
    check_height(height, f"“{figure.title}”")
    drawing.lay_out(height)
    return Paper(drawing, width, height)


def save_chart(
    path: Path,
    figure: Figure,
    *,
    size: FigureSize = DOUBLE,
    dpi: int = PAPER_DPI,
    font_pt: float = PAPER_PT,
    footer: str = "",
    look: FigureLook = PLAIN,
) -> None:
    """Save a figure of the whole trial; the suffix of `path` says the format.

    Raises
    ------
    SaveFailed
        With one sentence that says what went wrong and what to do.
    """
    paper = chart_on_paper(figure, size=size, font_pt=font_pt, footer=footer, look=look)
    save_paper(path, paper, title=title_of(figure, look), description=footer, dpi=dpi)


def chart_image(
    figure: Figure,
    *,
    size: FigureSize = DOUBLE,
    dpi: int = PAPER_DPI,
    font_pt: float = PAPER_PT,
    footer: str = "",
    look: FigureLook = PLAIN,
) -> QImage:
    """Return the picture that `save_chart` would save as PNG, for the clipboard."""
    paper = chart_on_paper(figure, size=size, font_pt=font_pt, footer=footer, look=look)
    return image_of_pdf(pdf_bytes(paper, figure.title), dpi)
