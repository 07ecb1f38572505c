"""Writes the document as DOCX, to be edited, or as PDF, to be read; whole or not at all."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF, QUrl
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from sscviewer import __version__
from sscviewer.model.plain_text import plain_text
from sscviewer.plots.charts.chart import Figure, chart_image
from sscviewer.plots.paper.figure_files import FigureSize, SaveFailed, png_bytes, write_whole
from sscviewer.report.document_html import PICTURE, document_html, right_aligned
from sscviewer.report.slides_file import PPTX, slides_bytes
from sscviewer.report.table_file import Table
from sscviewer.report.trial_report import Document
from sscviewer.report.who_tables import depth

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument

DOCX, PDF = ".docx", ".pdf"
DPI = 300
FONT_PT = 9.0
SMALL_PT = 8.0
MARGIN_MM = 18.0
WIDE_COLUMNS = 9
"""A document with a table of more columns than this stands on landscape pages."""
MM_PER_INCH = 25.4
PICTURE_MM = 150.0
"""A picture this wide leaves room for its heading on a landscape page."""
SCREEN_DPI = 96.0
"""The pixels Qt's text engine measures pictures in, whatever it prints on."""


def write_document(path: Path, document: Document) -> None:
    """Write a document as the file's suffix says.

    Raises
    ------
    SaveFailed
        If the suffix is none of .docx, .pdf and .pptx, or the file cannot be written.
    """
    suffix = path.suffix.lower()
    makers = {DOCX: docx_bytes, PDF: document_pdf, PPTX: slides_bytes}
    if suffix not in makers:
        raise SaveFailed(f"“{path.name}” must end in .docx, .pdf or .pptx to be saved as a report.")
    write_whole(path, makers[suffix](document))


def is_wide(document: Document) -> bool:
    """Return whether the pages must be landscape."""
    widths = [len(section.table.columns) for section in document.sections if section.table is not None]
    return max(widths, default=0) > WIDE_COLUMNS


def document_pdf(document: Document) -> bytes:
    """Return the document as a PDF on A4."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(document.title)
    writer.setCreator(f"sscviewer {__version__}")
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    wide = is_wide(document)
    writer.setPageOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    writer.setResolution(DPI)
    page = writer.pageLayout().paintRectPixels(DPI)
    text = QTextDocument()
    text.documentLayout().setPaintDevice(writer)
    text.setDocumentMargin(0)
    font = QFont("Source Sans Pro")
    font.setPointSizeF(FONT_PT)
    text.setDefaultFont(font)
    pictures = {section.name: section.figure for section in document.sections if section.figure is not None}
    for name, figure in pictures.items():
        text.addResource(QTextDocument.ResourceType.ImageResource, QUrl(f"{PICTURE}{name}"), _image(figure))
    text.setPageSize(QSizeF(page.width(), page.height()))
    width = round(PICTURE_MM / MM_PER_INCH * SCREEN_DPI)
    text.setHtml(document_html(document, picture_width=width))
    text.print_(writer)
    buffer.close()
    return bytes(data.data())


def _image(figure: Figure) -> QImage:
    return chart_image(figure, size=FigureSize(PICTURE_MM), dpi=DPI)


def docx_bytes(document: Document) -> bytes:
    """Return the document as a Word file with real headings and tables."""
    # Imported here: the window starts without it.
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm, Pt

    file = docx.Document()
    file.core_properties.author = f"sscviewer {__version__}"
    file.core_properties.title = plain_text(document.title)
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    if is_wide(document):
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = Mm(MARGIN_MM)
    file.styles["Normal"].font.size = Pt(FONT_PT)
    file.add_heading(plain_text(document.title), 0)
    for part in document.sections:
        file.add_heading(plain_text(part.heading), 1)
        if part.text:
            file.add_paragraph(plain_text(part.text))
        if part.figure is not None:
            png = png_bytes(_image(part.figure), part.heading, document.footer)
            file.add_picture(io.BytesIO(png), width=Mm(PICTURE_MM))
        if part.table is not None:
            _docx_table(file, part.table)
            _small(file, " ".join(part.table.notes))
    _small(file, document.footer)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _docx_table(file: DocxDocument, table: Table) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    right = right_aligned(table)
    drawn = file.add_table(rows=0, cols=len(table.columns), style="Light List Accent 1")
    for number, row in enumerate((table.columns, *table.rows)):
        cells = drawn.add_row().cells
        for at, text in enumerate(row):
            paragraph = cells[at].paragraphs[0]
            run = paragraph.add_run(plain_text(text.lstrip(" ")))
            run.font.size = Pt(SMALL_PT)
            run.bold = number == 0 or number - 1 in table.strong
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.paragraph_format.left_indent = Pt(SMALL_PT) * depth(text)
            if at in right:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _small(file: DocxDocument, text: str) -> None:
    from docx.shared import Pt

    if text:
        file.add_paragraph().add_run(plain_text(text)).font.size = Pt(SMALL_PT)
