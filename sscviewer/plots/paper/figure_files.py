"""Drawings onto paper: PDF, SVG, PNG and TIFF of one drawing at its real size, written whole or not at all.

Every format comes from the same drawing in tenths of a point; pictures are made from the PDF.
Nothing is drawn through pyqtgraph's exporters: they shift axes against data on paper and cannot write
SVG on Qt >= 6.11 (tests/canary); the tests in tests/figures measure every format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pypdfium2
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPageSize, QPaintDevice, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from sscviewer import __version__
from sscviewer.faults import NO_MEMORY, NotComputed, kind_of, note_fault, told_of
from sscviewer.model.plain_text import plain_text
from sscviewer.plots.ink import Ink
from sscviewer.plots.paper.figure_formats import FIGURE_FORMATS
from sscviewer.plots.paper.svg_text import anchored
from sscviewer.plots.safe_painter import painting
from sscviewer.plots.style import PAPER_UNITS_PER_PT
from sscviewer.whole_file import not_written, write_whole_file

MM_PER_PT = 25.4 / 72
UNITS_PER_MM = PAPER_UNITS_PER_PT / MM_PER_PT
UNITS_PER_INCH = 72 * PAPER_UNITS_PER_PT
_NOT_DRAWN = (
    "The figure could not be drawn, so no file was written; "
    "what happened is in the log (Help ▸ Show log file)."
)


class SaveFailed(Exception):  # noqa: N818 (what the user is told has happened)
    """A figure could not be saved; the message is one sentence for the user."""


class NotDrawn(SaveFailed, NotComputed):
    """Drawing a figure failed, by a fault of the program that is in the log."""

    def __init__(self, kind: str) -> None:
        SaveFailed.__init__(self, _NOT_DRAWN)
        self.kind = kind


class TooTall(SaveFailed):
    """A figure is higher than a page can be."""


TIFF_LZW = 1
PNG_FAST = 11
"""zlib's first level: a quarter faster than its usual one, a figure of lines is 14 % larger (of 0.25 MB)."""
MOST_MM = 5080.0
"""PDF readers show no page higher than 200 inches (14 400 points), and pictures have fewer pixels."""


def check_height(height: float, what: str) -> None:
    """Refuse a page that nobody could open; `height` in tenths of a point.

    Raises
    ------
    TooTall
        With one sentence that says what to do.
    """
    if height / UNITS_PER_MM > MOST_MM:
        metres = f"{height / UNITS_PER_MM / 1000:.0f} m"
        raise TooTall(f"{what} would be {metres} high on paper: show fewer patients or rows.")


@dataclass(frozen=True, slots=True)
class FigureSize:
    """Width and height on paper; without a height the figure is as high as its contents ask."""

    width_mm: float
    height_mm: float | None = None


SINGLE, ONE_AND_A_HALF, DOUBLE = FigureSize(85.0), FigureSize(114.0), FigureSize(174.0)


class Drawing(Protocol):
    """What can be painted, once it is laid out."""

    @property
    def ink(self) -> Ink:
        """Return the fonts and colours it is drawn with."""
        ...

    def paint(self, painter: QPainter) -> None:
        """Draw everything."""
        ...

    def place_at(self, x: float, y: float) -> tuple[str, float, float] | None:
        """Return the panel, "" where there is one only, and the place there in units of its axes."""
        ...


@dataclass(frozen=True, slots=True)
class Paper:
    """A drawing laid out on paper, ready to be painted; sizes in tenths of a point."""

    drawing: Drawing
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


def save_paper(path: Path, paper: Paper, *, title: str, description: str, dpi: int) -> None:
    """Save a drawing; the suffix of `path` says the format.

    Raises
    ------
    SaveFailed
        With one sentence that says what went wrong and what to do.
    """
    suffix = check_format(path).removeprefix(".")

    def picture() -> bytes:
        return picture_bytes(image_of_pdf(pdf_bytes(paper, title), dpi), suffix, title, description)

    makers = {
        "png": picture,
        "svg": lambda: svg_bytes(paper, title, description),
        "pdf": lambda: pdf_bytes(paper, title),
        "tiff": picture,
    }
    write_whole(path, makers[suffix]())


def check_format(path: Path) -> str:
    """Return the suffix of a figure's file in small letters.

    Raises
    ------
    SaveFailed
        If figures are not saved in that format.
    """
    suffix = path.suffix.lower()
    if suffix.removeprefix(".") not in FIGURE_FORMATS:
        *first, last = (name.upper() for name in FIGURE_FORMATS)
        kinds = f"{', '.join(first)} or {last}"
        raise SaveFailed(f"Figures are saved as {kinds}, not as “{path.suffix or path.name}”.")
    return suffix


def pdf_bytes(paper: Paper, title: str) -> bytes:
    """Return the page as a PDF of its own size with vector lines and embedded fonts."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = new_pdf(buffer, title, paper.width_mm, paper.height_mm)
    with paper_painter(writer) as painter:
        paper.drawing.paint(painter)
    buffer.close()
    return bytes(data.data())


@contextmanager
def paper_painter(device: QPaintDevice) -> Iterator[QPainter]:
    """Paint a page; raises SaveFailed where that fails, so that no file is written."""
    try:
        with painting(device) as painter:
            yield painter
    except SaveFailed:
        raise
    except MemoryError as error:
        raise SaveFailed(NO_MEMORY) from error  # no bug, so not in the log
    except ImportError as error:
        note_fault(error)
        raise SaveFailed(told_of(error, _NOT_DRAWN)) from error
    except Exception as error:
        note_fault(error)
        raise NotDrawn(kind_of(error)) from error


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


def svg_bytes(paper: Paper, title: str, description: str) -> bytes:
    """Return the page as SVG 1.1 with its size in mm and text as text.

    Qt's SVG generator is safe here, though not for pyqtgraph's items, because nothing is drawn with cosmetic
    pens, item transforms or pixmaps; clip paths need its SVG 1.1 mode (Qt >= 6.5).
    """
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setTitle(plain_text(title))
    generator.setDescription(plain_text(f"sscviewer {__version__} {description}".strip()))
    generator.setResolution(round(UNITS_PER_INCH))
    generator.setSize(QSize(round(paper.width), round(paper.height)))
    generator.setViewBox(QRectF(0, 0, paper.width, paper.height))
    written: list[tuple[str, float, str]] = []
    paper.drawing.ink.written = written
    with paper_painter(generator) as painter:
        paper.drawing.ink.patch(painter, QRectF(0, 0, paper.width, paper.height), "#FFFFFF")
        paper.drawing.paint(painter)
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
    return picture_bytes(image, "png", title, description)


def picture_bytes(image: QImage, kind: str, title: str, description: str) -> bytes:
    """Return a picture as "png" or "tiff" (compressed without loss), its resolution in the file.

    Qt keeps the texts in a PNG alone.
    """
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.encode()))
    writer.setCompression(TIFF_LZW if kind == "tiff" else PNG_FAST)
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
    try:
        write_whole_file(path, data)
    except OSError as error:
        raise SaveFailed(not_written(path, error)) from error
