"""All patients in one PDF: an index first, then one page each."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPainter

from sscviewer.plots.ink import Ink
from sscviewer.plots.panel import DEFAULT_BANDS
from sscviewer.plots.paper.figure_files import (
    UNITS_PER_MM,
    FigureSize,
    new_pdf,
    paper_painter,
    set_page_size,
    write_whole,
)
from sscviewer.plots.paper.figure_settings import FigureSettings
from sscviewer.plots.patient.save import lay_out_on_paper
from sscviewer.plots.style import paper_style
from sscviewer.report.profile_index import IndexRow, draw_index, index_row, rows_per_page

if TYPE_CHECKING:
    from sscviewer.analysis.patient.patient_page import PatientPage, TrialFrame
    from sscviewer.plots.ticks import TimeUnit

A4_MM = (210.0, 297.0)
MARGIN_MM = 12.0
PAGE_FONT_PT = 7.5


@dataclass(frozen=True, slots=True)
class _Look:
    """What all pages of one document share."""

    footer: str
    time_unit: TimeUnit
    bands: frozenset[str]


def save_profiles(
    path: Path,
    pages: Iterable[PatientPage],
    frame: TrialFrame,
    *,
    total: int | None = None,
    title: str = "All patients",
    footer: str = "",
    time_unit: TimeUnit = "months",
    bands: frozenset[str] = DEFAULT_BANDS,
    progress: Callable[[str, float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> int:
    """Save one PDF with an index and one A4 page per patient; may run outside the GUI thread.

    Parameters
    ----------
    pages
        Computed one by one while the document is written.
    total
        How many there are: the index in front needs it to number the pages. None: all pages are computed
        before the first is written.
    footer
        Where the figures come from, parts separated by " · "; "" for none.
    progress
        Called with words and the share done (0 to 1) after each patient.
    cancelled
        Asked before each patient; after True nothing is written.

    Returns
    -------
    int
        Patients written; 0 when cancelled.

    Raises
    ------
    SaveFailed
        If the file cannot be written.
    """
    look = _Look(footer, time_unit, bands)
    ink = Ink(paper_style(PAGE_FONT_PT))
    height = (A4_MM[1] - 2 * MARGIN_MM) * UNITS_PER_MM
    if total is None:
        pages = list(_until(pages, cancelled))
        total = len(pages)
    first_page = 1 + max(1, -(-total // rows_per_page(height, ink)))
    rows: list[IndexRow] = []
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = new_pdf(buffer, title, *A4_MM)
    # The painter begins the first page, whose size must be known by then.
    pages = iter(pages)
    first = next(pages, None)
    if first is None:
        return 0
    set_page_size(writer, A4_MM[0], _page_height(first, frame, look))
    with paper_painter(writer) as painter:
        for page in chain([first], pages):
            if cancelled is not None and cancelled():
                return 0
            number = first_page + len(rows)
            high = _page_height(page, frame, look)
            if rows:
                set_page_size(writer, A4_MM[0], high)
                writer.newPage()
            rows.append(index_row(page, number))
            _draw_profile(painter, page, frame, look, number, high)
            if progress is not None:
                progress(f"Patient {page.usubjid}", len(rows) / max(total, 1))
    buffer.close()
    index = _index_pdf(rows, title, footer, ink)
    write_whole(path, _joined(index, bytes(data.data())))
    return len(rows)


def _until(pages: Iterable[PatientPage], cancelled: Callable[[], bool] | None) -> Iterator[PatientPage]:
    for page in pages:
        if cancelled is not None and cancelled():
            return
        yield page


def _page_height(page: PatientPage, frame: TrialFrame, look: _Look) -> float:
    """Return A4's height, or more for a patient whose lanes would not fit in readable size."""
    width = A4_MM[0] - 2 * MARGIN_MM
    settings = FigureSettings(size=FigureSize(width), font_pt=PAGE_FONT_PT, footer=look.footer)
    natural = lay_out_on_paper(page, frame, settings)
    rows = natural.drawing.wanted_height(page, natural.view, natural.width, least=True) / UNITS_PER_MM
    return max(A4_MM[1], rows + 2 * MARGIN_MM + 2)


def _draw_profile(
    painter: QPainter, page: PatientPage, frame: TrialFrame, look: _Look, number: int, high: float
) -> None:
    size = FigureSize(A4_MM[0] - 2 * MARGIN_MM, high - 2 * MARGIN_MM)
    footer = f"{look.footer} · page {number}" if look.footer else f"page {number}"
    settings = FigureSettings(
        size=size, font_pt=PAGE_FONT_PT, time_unit=look.time_unit, bands=look.bands, footer=footer
    )
    paper = lay_out_on_paper(page, frame, settings)
    painter.save()
    painter.translate(MARGIN_MM * UNITS_PER_MM, MARGIN_MM * UNITS_PER_MM)
    paper.drawing.paint(painter)
    painter.restore()


def _index_pdf(rows: list[IndexRow], title: str, footer: str, ink: Ink) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = new_pdf(buffer, title, *A4_MM)
    width = (A4_MM[0] - 2 * MARGIN_MM) * UNITS_PER_MM
    height = (A4_MM[1] - 2 * MARGIN_MM) * UNITS_PER_MM
    each = rows_per_page(height, ink)
    with paper_painter(writer) as painter:
        for begin in range(0, len(rows), each):
            if begin:
                writer.newPage()
            painter.save()
            painter.translate(MARGIN_MM * UNITS_PER_MM, MARGIN_MM * UNITS_PER_MM)
            number = f"page {begin // each + 1}"
            words = f"{footer} · {number}" if footer else number
            draw_index(painter, rows[begin : begin + each], width, height, title, words, ink)
            painter.restore()
    buffer.close()
    return bytes(data.data())


def _joined(index: bytes, profiles: bytes) -> bytes:
    """Return the profiles with the index in front."""
    document, front = pypdfium2.PdfDocument(profiles), pypdfium2.PdfDocument(index)
    try:
        document.import_pages(front, index=0)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()
    finally:
        front.close()
        document.close()
