"""The document as a PDF on A4: pages numbered, wide tables across, the outline of it clickable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
    QTextLength,
    QTextTable,
)

from sscviewer import __version__
from sscviewer.plots.safe_painter import painting
from sscviewer.plots.style import load_fonts
from sscviewer.report.column_widths import LANDSCAPE_MM, PORTRAIT_MM, column_widths
from sscviewer.report.document_html import PICTURE, run_html
from sscviewer.report.document_pages import DPI, FONT_PT, MARGIN_MM, PICTURE_MM, SMALL_PT, picture, runs
from sscviewer.report.page_breaks import keep_together

if TYPE_CHECKING:
    from sscviewer.report.document import Document, Section

MM_PER_INCH = 25.4
FOOT_MM = 8.0
"""At the lower end of every page, for the footer and its number."""
SCREEN_DPI = 96.0
"""The pixels Qt's text engine measures pictures in, whatever it prints on."""


def document_pdf(document: Document) -> bytes:
    """Return the document as a PDF."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, document.title)
    texts = [(wide, _text(writer, document, wide, of, first=not at)) for at, (wide, of) in _runs(document)]
    total = sum(text.pageCount() for _, text in texts)
    _turn(writer, texts[0][0])
    number = 0
    with painting(writer) as painter:
        for wide, text in texts:
            for page in range(text.pageCount()):
                if number:
                    _turn(writer, wide)
                    writer.newPage()
                number += 1
                _page(painter, text, page, f"{document.footer} · Page {number} of {total}")
    buffer.close()
    return bytes(data.data())


def _runs(document: Document) -> list[tuple[int, tuple[bool, tuple[Section, ...]]]]:
    """Return the runs of pages; the cover stands at the head of the first, which is upright."""
    found = list(runs(document))
    if not found or found[0][0]:
        found.insert(0, (False, ()))
    return list(enumerate(found))


def _writer(buffer: QBuffer, title: str) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(f"sscviewer {__version__}")
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(*[MARGIN_MM] * 4), QPageLayout.Unit.Millimeter)
    writer.setResolution(DPI)
    return writer


def _turn(writer: QPdfWriter, wide: bool) -> None:
    turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    writer.setPageOrientation(turned)


def _text(
    writer: QPdfWriter, document: Document, wide: bool, sections: tuple[Section, ...], *, first: bool
) -> QTextDocument:
    _turn(writer, wide)
    page = writer.pageLayout().paintRectPixels(DPI)
    text = QTextDocument()
    text.documentLayout().setPaintDevice(writer)
    text.setDocumentMargin(0)
    font = _font(FONT_PT)
    text.setDefaultFont(font)
    for section in sections:
        if section.figure is not None:
            image, url = picture(section.figure), QUrl(f"{PICTURE}{section.name}")
            text.addResource(QTextDocument.ResourceType.ImageResource, url, image)
    text.setPageSize(QSizeF(page.width(), page.height() - FOOT_MM / MM_PER_INCH * DPI))
    width = round(PICTURE_MM / MM_PER_INCH * SCREEN_DPI)
    text.setHtml(run_html(document, sections, cover=first, picture_width=width))
    _widen(text, sections, LANDSCAPE_MM if wide else PORTRAIT_MM)
    keep_together(text)
    return text


def _font(points: float) -> QFont:
    """Return the font without ligatures: who copies or searches "after" in the file would not find its ft."""
    font = QFont(load_fonts())
    font.setPointSizeF(points)
    font.setFeature(QFont.Tag("liga"), 0)
    return font


def _widen(text: QTextDocument, sections: tuple[Section, ...], room: float) -> None:
    """Give the columns of the tables their widths: HTML knows whole percents only."""
    drawn = (frame for frame in text.rootFrame().childFrames() if isinstance(frame, QTextTable))
    of = (section.table for section in sections if section.table is not None)
    for frame, table in zip(drawn, of, strict=True):
        widths = column_widths(table, room)
        shape = frame.format().toTableFormat()
        shares = [100 * width / sum(widths) for width in widths]
        shape.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, x) for x in shares])
        frame.setFormat(shape)


def _page(painter: QPainter, text: QTextDocument, page: int, foot: str) -> None:
    size = text.pageSize()
    painter.save()
    painter.translate(0, -page * size.height())
    text.drawContents(painter, QRectF(0, page * size.height(), size.width(), size.height()))
    painter.restore()
    painter.setFont(_font(SMALL_PT))
    height = FOOT_MM / MM_PER_INCH * DPI
    where = QRectF(0, size.height(), size.width(), height)
    painter.drawText(where, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, foot)
