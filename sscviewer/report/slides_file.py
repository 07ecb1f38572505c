"""Writes a document as slides (PPTX): a heading a slide, tables in parts that can be read from afar."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from sscviewer import __version__
from sscviewer.model.plain_text import plain_text
from sscviewer.plots.charts.chart import chart_image
from sscviewer.plots.paper.figure_files import FigureSize, png_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pptx.presentation import Presentation
    from pptx.slide import Slide

    from sscviewer.report.table_file import Table
    from sscviewer.report.trial_report import Document, Section

PPTX = ".pptx"
ROWS = 12
"""Rows of a table on one slide: at 11 pt they fill it."""
COLUMNS = 8
"""Columns that can be read; a wider table goes on in the document, which is said."""
WIDTH_MM, HEIGHT_MM, MARGIN_MM, TOP_MM = 338.7, 190.5, 12.0, 28.0
"""16:9, as screens are."""
HEADING_PT, TEXT_PT, TABLE_PT, SMALL_PT = 26, 16, 11, 10
PICTURE_DPI = 200
_TITLE_ONLY, _TITLE = 5, 0
"""Layouts of python-pptx's own template."""


def slides_bytes(document: Document) -> bytes:
    """Return the document as slides."""
    # Imported here: the window starts without it.
    from pptx import Presentation
    from pptx.util import Mm

    show = Presentation()
    show.slide_width, show.slide_height = Mm(WIDTH_MM), Mm(HEIGHT_MM)
    show.core_properties.author = f"sscviewer {__version__}"
    show.core_properties.title = plain_text(document.title)
    first = _slide(show, document.title)
    _text(first, document.footer)
    for section in document.sections:
        for part in _parts(section):
            _fill(show, part)
    out = io.BytesIO()
    show.save(out)
    return out.getvalue()


def _parts(section: Section) -> Iterator[Section]:
    """Yield a section once, or once for each part of its table that a slide can hold."""
    table = section.table
    if table is None:
        yield section
        return
    n = max(-(-len(table.rows) // ROWS), 1)
    for at in range(n):
        rows = table.rows[at * ROWS : (at + 1) * ROWS]
        strong = frozenset(row - at * ROWS for row in table.strong)
        heading = section.heading if n == 1 else f"{section.heading} ({at + 1} of {n})"
        yield replace(section, heading=heading, table=replace(table, rows=rows, strong=strong))


def _fill(show: Presentation, section: Section) -> None:
    from pptx.util import Mm

    slide = _slide(show, section.heading)
    if section.text:
        _text(slide, section.text)
    if section.figure is not None:
        image = chart_image(section.figure, size=FigureSize(HEIGHT_MM), dpi=PICTURE_DPI)
        png = io.BytesIO(png_bytes(image, section.heading, ""))
        picture = slide.shapes.add_picture(
            png, Mm(MARGIN_MM), Mm(TOP_MM), height=Mm(HEIGHT_MM - TOP_MM - MARGIN_MM)
        )
        picture.name = section.heading
    if section.table is not None:
        _table(slide, section.table)


def _slide(show: Presentation, heading: str) -> Slide:
    from pptx.util import Mm, Pt

    slide: Slide = show.slides.add_slide(show.slide_layouts[_TITLE_ONLY])
    title = slide.shapes.title
    assert title is not None  # the layout has one
    title.left, title.top, title.width, title.height = (
        Mm(v) for v in (MARGIN_MM, 6, WIDTH_MM - 2 * MARGIN_MM, 18)
    )
    title.text_frame.text = plain_text(heading)
    title.text_frame.paragraphs[0].runs[0].font.size = Pt(HEADING_PT)
    return slide


def _text(slide: Slide, text: str) -> None:
    from pptx.util import Mm, Pt

    box = slide.shapes.add_textbox(Mm(MARGIN_MM), Mm(TOP_MM), Mm(WIDTH_MM - 2 * MARGIN_MM), Mm(60))
    box.text_frame.word_wrap = True
    box.text_frame.text = plain_text(text)
    for paragraph in box.text_frame.paragraphs:
        paragraph.font.size = Pt(TEXT_PT)


def _table(slide: Slide, table: Table) -> None:
    from pptx.enum.text import PP_ALIGN
    from pptx.util import Mm, Pt

    columns = min(len(table.columns), COLUMNS)
    width, height = WIDTH_MM - 2 * MARGIN_MM, 9.0 * (len(table.rows) + 1)
    frame = slide.shapes.add_table(
        len(table.rows) + 1, columns, Mm(MARGIN_MM), Mm(TOP_MM), Mm(width), Mm(height)
    )
    for number, row in enumerate((table.columns, *table.rows)):
        for at, text in enumerate(row[:columns]):
            cell = frame.table.cell(number, at)
            cell.text = plain_text(text.lstrip(" "))
            paragraph = cell.text_frame.paragraphs[0]
            paragraph.font.size = Pt(TABLE_PT)
            paragraph.font.bold = number == 0 or number - 1 in table.strong
            if at in table.numeric:
                paragraph.alignment = PP_ALIGN.RIGHT
    left_out = len(table.columns) - columns
    notes = (
        [*table.notes, f"{left_out} more columns stand in the document."] if left_out else list(table.notes)
    )
    if notes:
        box = slide.shapes.add_textbox(Mm(MARGIN_MM), Mm(HEIGHT_MM - 22), Mm(width), Mm(18))
        box.text_frame.word_wrap = True
        box.text_frame.text = plain_text(" ".join(notes))
        box.text_frame.paragraphs[0].font.size = Pt(SMALL_PT)
