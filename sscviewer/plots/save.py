"""Saving the patient page: drawn anew on paper, white, at its real size, and written whole or not at all.

Every format comes from the same drawing in tenths of a point; the PNG is made from the PDF.
Nothing is drawn through pyqtgraph's exporters: they shift axes against data on paper and cannot write
SVG on Qt >= 6.11 (tests/canary); the tests in tests/figures measure every format.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSaveFile, QSize, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from sscviewer import __version__
from sscviewer.plots.ink import Ink
from sscviewer.plots.page_drawing import PageDrawing, whole_range
from sscviewer.plots.panel import DEFAULT_BANDS, View
from sscviewer.plots.style import PAPER_UNITS_PER_PT, paper_style
from sscviewer.plots.svg_text import anchored
from sscviewer.plots.ticks import TimeUnit

if TYPE_CHECKING:
    from sscviewer.analysis.patient_page import PatientPage, TrialFrame

MM_PER_PT = 25.4 / 72
UNITS_PER_MM = PAPER_UNITS_PER_PT / MM_PER_PT
UNITS_PER_INCH = 72 * PAPER_UNITS_PER_PT
LEAST_PT = 4.5
"""Text smaller than this cannot be read on paper: then the figure needs more height."""
FEW_PANELS = 2
"""So few panels saved alone are drawn higher than on a full page."""
FORMATS = (".pdf", ".png", ".svg")


class SaveFailed(Exception):  # noqa: N818 (what the user is told has happened)
    """A figure could not be saved; the message is one sentence for the user."""


@dataclass(frozen=True, slots=True)
class FigureSize:
    """Width and height on paper; without a height the figure is as high as its panels ask."""

    width_mm: float
    height_mm: float | None = None


SINGLE, ONE_AND_A_HALF, DOUBLE = FigureSize(85.0), FigureSize(114.0), FigureSize(174.0)
SLIDE = FigureSize(254.0, 142.9)


@dataclass(frozen=True, slots=True)
class PaperPage:
    """A page laid out on paper, ready to be painted; sizes in tenths of a point."""

    drawing: PageDrawing
    view: View
    width: float
    height: float

    @property
    def width_mm(self) -> float:
        """Width on paper."""
        return self.width / UNITS_PER_MM

    @property
    def height_mm(self) -> float:
        """Height on paper."""
        return self.height / UNITS_PER_MM


def lay_out_on_paper(
    page: PatientPage,
    frame: TrialFrame,
    *,
    size: FigureSize = DOUBLE,
    font_pt: float = 7,
    panels: tuple[str, ...] | None = None,
    time_unit: TimeUnit = "months",
    bands: frozenset[str] = DEFAULT_BANDS,
    day_range: tuple[float, float] | None = None,
    footer: str = "",
) -> PaperPage:
    """Return the page at its size on paper; text shrinks, to `LEAST_PT`, where the height is too small.

    Raises
    ------
    SaveFailed
        If the panels do not fit into the height, or there is no such panel.
    """
    first, last = day_range or whole_range(frame)
    view = View(first, last, time_unit, bands)
    width = size.width_mm * UNITS_PER_MM
    while True:
        drawing = PageDrawing(frame, Ink(paper_style(font_pt)), panels, footer, header=True)
        if panels is not None and set(panels) - set(drawing.data_names):
            raise SaveFailed(f"There is no panel “{(set(panels) - set(drawing.data_names)).pop()}”.")
        least = drawing.wanted_height(page, view, width, least=True)
        height = drawing.wanted_height(page, view, width)
        if panels is not None and len(panels) <= FEW_PANELS:
            height += 5 * len(panels) * drawing.ink.em
        if size.height_mm is not None:
            height = size.height_mm * UNITS_PER_MM
        if least <= height:
            break
        if font_pt <= LEAST_PT:
            events = len(page.timeline.events)
            raise SaveFailed(
                f"The page of {page.usubjid} with {events} adverse events does not fit into a height of "
                f"{size.height_mm:.0f} mm: choose a larger height or fewer panels."
            )
        font_pt = max(LEAST_PT, font_pt - 0.5)
    drawing.lay_out(page, view, width, height)
    return PaperPage(drawing, view, width, height)


def save_patient_figure(
    path: Path,
    page: PatientPage,
    frame: TrialFrame,
    *,
    size: FigureSize = DOUBLE,
    dpi: int = 300,
    font_pt: float = 7,
    panels: tuple[str, ...] | None = None,
    time_unit: TimeUnit = "months",
    bands: frozenset[str] = DEFAULT_BANDS,
    day_range: tuple[float, float] | None = None,
    footer: str = "",
) -> None:
    """Save one patient's page, or some of its panels; the suffix of `path` says the format.

    Parameters
    ----------
    panels
        Names as in `PatientFigure.panel_names`; None for all.
    day_range
        Study days to show; None for all.
    footer
        Where the figure comes from, parts separated by " · "; "" for no footer.

    Raises
    ------
    SaveFailed
        With one sentence that says what went wrong and what to do.
    """
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise SaveFailed(f"Figures are saved as PNG, SVG or PDF, not as “{path.suffix or path.name}”.")
    paper = lay_out_on_paper(
        page, frame, size=size, font_pt=font_pt, panels=panels, time_unit=time_unit, bands=bands,
        day_range=day_range, footer=footer,
    )  # fmt: skip
    title = f"Patient {page.usubjid}"
    if suffix == ".svg":
        data = svg_bytes(paper, title, footer)
    elif suffix == ".pdf":
        data = pdf_bytes(paper, title)
    else:
        data = png_bytes(image_of_pdf(pdf_bytes(paper, title), dpi), title, footer)
    write_whole(path, data)


def render_image(
    page: PatientPage,
    frame: TrialFrame,
    *,
    size: FigureSize = DOUBLE,
    dpi: int = 300,
    font_pt: float = 7,
    panels: tuple[str, ...] | None = None,
    time_unit: TimeUnit = "months",
    bands: frozenset[str] = DEFAULT_BANDS,
    day_range: tuple[float, float] | None = None,
    footer: str = "",
) -> QImage:
    """Return the picture that `save_patient_figure` would save as PNG, for the clipboard."""
    paper = lay_out_on_paper(
        page, frame, size=size, font_pt=font_pt, panels=panels, time_unit=time_unit, bands=bands,
        day_range=day_range, footer=footer,
    )  # fmt: skip
    return image_of_pdf(pdf_bytes(paper, f"Patient {page.usubjid}"), dpi)


def pdf_bytes(paper: PaperPage, title: str) -> bytes:
    """Return the page as a PDF of its own size with vector lines and embedded fonts."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = new_pdf(buffer, title, paper.width_mm, paper.height_mm)
    painter = QPainter(writer)
    paper.drawing.paint(painter)
    painter.end()
    buffer.close()
    return bytes(data.data())


def new_pdf(buffer: QBuffer, title: str, width_mm: float, height_mm: float) -> QPdfWriter:
    """Return a PDF writer whose unit is a tenth of a point, with page size set and no margins."""
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(f"sscviewer {__version__}")
    writer.setResolution(round(UNITS_PER_INCH))
    set_page_size(writer, width_mm, height_mm)
    return writer


def set_page_size(writer: QPdfWriter, width_mm: float, height_mm: float) -> None:
    """Set the size of the next page."""
    size = QSizeF(width_mm / MM_PER_PT, height_mm / MM_PER_PT)
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))


def svg_bytes(paper: PaperPage, title: str, description: str) -> bytes:
    """Return the page as SVG 1.1 with its size in mm and text as text.

    Qt's SVG generator is safe here, though not for pyqtgraph's items, because nothing is drawn with cosmetic
    pens, item transforms or pixmaps; clip paths need its SVG 1.1 mode (Qt >= 6.5).
    """
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setTitle(title)
    generator.setDescription(f"sscviewer {__version__} {description}".strip())
    generator.setResolution(round(UNITS_PER_INCH))
    generator.setSize(QSize(round(paper.width), round(paper.height)))
    generator.setViewBox(QRectF(0, 0, paper.width, paper.height))
    written: list[tuple[str, float, str]] = []
    paper.drawing.ink.written = written
    painter = QPainter(generator)
    paper.drawing.ink.patch(painter, QRectF(0, 0, paper.width, paper.height), "#FFFFFF")
    paper.drawing.paint(painter)
    painter.end()
    paper.drawing.ink.written = None
    text = anchored(bytes(data.data()).decode(), written)
    text = re.sub(r'width="[\d.]+mm"', f'width="{paper.width_mm:.4f}mm"', text, count=1)
    text = re.sub(r'height="[\d.]+mm"', f'height="{paper.height_mm:.4f}mm"', text, count=1)
    return text.encode()


def image_of_pdf(pdf: bytes, dpi: int) -> QImage:
    """Return the first page of a PDF as a picture with its resolution set."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        bitmap = document[0].render(scale=dpi / 72, prefer_bgrx=True)
        raw = bytes(bitmap.buffer)
        image = QImage(raw, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
    finally:
        document.close()
    per_metre = round(dpi / 0.0254)
    image.setDotsPerMeterX(per_metre)
    image.setDotsPerMeterY(per_metre)
    return image


def png_bytes(image: QImage, title: str, description: str) -> bytes:
    """Return a picture as PNG with title, program and origin as text chunks."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setText("Title", title)
    writer.setText("Software", f"sscviewer {__version__}")
    if description:
        writer.setText("Source", description)
    if not writer.write(image):
        raise SaveFailed(f"The picture could not be made: {writer.errorString()}.")
    buffer.close()
    return bytes(data.data())


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there when complete; what was there before stays until then.

    Raises
    ------
    SaveFailed
        If the folder or the file cannot be written.
    """
    file = QSaveFile(str(path))
    file.setDirectWriteFallback(False)
    done = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(data) == len(data) and file.commit()
    if not done:
        reason = file.errorString()
        file.cancelWriting()
        raise SaveFailed(f"“{path.name}” could not be written: {reason}. Choose another folder or name.")
