"""Several patients' pages beside each other on paper: panels of one height, axes of one scale, one footer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

from sscviewer.plots.ink import Ink, wrap
from sscviewer.plots.panel import DEFAULT_BANDS, View
from sscviewer.plots.paper.figure_files import DOUBLE, UNITS_PER_MM, FigureSize, Paper, SaveFailed
from sscviewer.plots.paper.figure_look import FigureLook
from sscviewer.plots.paper.figure_settings import PLAIN
from sscviewer.plots.patient.page_drawing import PageDrawing
from sscviewer.plots.style import LEAST_PT, PAPER_PT, paper_style
from sscviewer.plots.ticks import TimeUnit

if TYPE_CHECKING:
    from sscviewer.analysis.patient.patient_page import PatientPage, TrialFrame

LEAST_COLUMN_EMS, COLUMN_EMS = 21.0, 30.0
"""Lines of text across which a page is, at least and where text need not shrink for it: names of events take
a third of the least."""


class Abreast:
    """The pages, laid out; every page has the height of the one that needs most."""

    def __init__(
        self,
        pages: Sequence[PatientPage],
        frame: TrialFrame,
        views: Sequence[View],
        ink: Ink,
        width: float,
        note: str,
        footer: str,
    ) -> None:
        self.ink, self._pages, self._views = ink, pages, views
        self.width = width / len(pages)
        self.drawings = [PageDrawing(frame, ink, header=True) for _ in pages]
        for drawing in self.drawings:
            drawing.beside = tuple(pages)
        room = width - 1.2 * ink.em
        self.below = wrap(note.split(), " ", room, ink, ink.small) if note else []
        self.below += wrap(footer.split(" · "), " · ", room, ink, ink.small) if footer else []
        self._bottom = 0.0

    def height(self, *, least: bool) -> float:
        """Return the height that is comfortable, or the least that can be read."""
        high = self.drawings[0].wanted_height(self._pages[0], self._views[0], self.width, least=least)
        return high + (len(self.below) + 0.8) * self.ink.em

    def lay_out(self, height: float) -> None:
        """Give every panel its place."""
        self._bottom = height - (len(self.below) + 0.4) * self.ink.em
        for drawing, page, view in zip(self.drawings, self._pages, self._views, strict=True):
            drawing.lay_out(page, view, self.width, self._bottom)

    def place_at(self, x: float, y: float) -> tuple[str, float, float] | None:
        """Return none: a note has no place on several pages."""
        return None

    def paint(self, painter: QPainter) -> None:
        """Draw all pages, and the footer once."""
        for i, drawing in enumerate(self.drawings):
            painter.save()
            painter.translate(i * self.width, 0.0)
            drawing.paint(painter)
            painter.restore()
        ink, y = self.ink, self._bottom + 0.7 * self.ink.em
        for line in self.below:
            ink.text(painter, 0.6 * ink.em, y, line, colour=ink.style.faint_text, font=ink.small)
            y += ink.em


def abreast_on_paper(
    pages: Sequence[PatientPage],
    frame: TrialFrame,
    ranges: Sequence[tuple[float, float]],
    *,
    size: FigureSize = DOUBLE,
    font_pt: float = PAPER_PT,
    time_unit: TimeUnit = "months",
    bands: frozenset[str] = DEFAULT_BANDS,
    note: str = "",
    footer: str = "",
    look: FigureLook = PLAIN,
) -> Paper:
    """Return pages at their size on paper; text shrinks, to `LEAST_PT`, where the height is too small.

    Parameters
    ----------
    ranges
        The study days of each page.
    look
        Its font and colours; a note has no place on several pages.

    Raises
    ------
    SaveFailed
        If they do not fit into the height.
    """
    width = size.width_mm * UNITS_PER_MM
    views = [View(first, last, time_unit, bands) for first, last in ranges]
    font_pt = _font_for(width / len(pages), len(pages), font_pt)
    while True:
        ink = Ink(look.styled(paper_style(font_pt)))
        drawing = Abreast(pages, frame, views, ink, width, note, footer)
        height = drawing.height(least=False) if size.height_mm is None else size.height_mm * UNITS_PER_MM
        if drawing.height(least=True) <= height:
            break
        if font_pt <= LEAST_PT:
            raise SaveFailed(
                f"{len(pages)} pages do not fit into a height of {size.height_mm:.0f} mm: "
                "choose a larger height."
            )
        font_pt = max(LEAST_PT, font_pt - 0.5)
    drawing.lay_out(height)
    return Paper(drawing, width, height)


def _font_for(column: float, n: int, font_pt: float) -> float:
    """Return the size of text at which a page this wide can be read."""
    while font_pt > LEAST_PT and column < COLUMN_EMS * Ink(paper_style(font_pt)).em:
        font_pt = max(LEAST_PT, font_pt - 0.5)
    least = LEAST_COLUMN_EMS * Ink(paper_style(font_pt)).em
    if column < least:
        raise SaveFailed(
            f"{n} pages beside each other need a width of {n * least / UNITS_PER_MM:.0f} mm: choose a wider "
            "figure, fewer patients, or their lines in one picture."
        )
    return font_pt
