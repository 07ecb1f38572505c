"""Writes a document as slides (PPTX): a heading a slide, tables in parts that can be read from afar."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from sscviewer import __version__
from sscviewer.model.plain_text import plain_text
from sscviewer.plots.charts.chart import chart_image
from sscviewer.plots.paper.figure_files import FigureSize, png_bytes
from sscviewer.report.column_widths import INDENT_MM, column_widths, columns_that_fit, lines_of, right_aligned
from sscviewer.report.column_widths import TABLE_PT as MEASURED_PT
from sscviewer.report.document_pages import alternative
from sscviewer.report.who_tables import depth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pptx.presentation import Presentation
    from pptx.slide import Slide

    from sscviewer.report.document import Document, Paragraph, Section
    from sscviewer.report.table_file import Table

PPTX = ".pptx"
LINES = 20
"""Lines of a table on one slide, its heads among them: at 11 pt they fill it."""
MOST_ROWS = 14
"""Each row has a margin besides its lines."""
WIDTH_MM, HEIGHT_MM, MARGIN_MM, TOP_MM = 338.7, 190.5, 12.0, 28.0
"""16:9, as screens are."""
ROW_MM = 7.0
FONT = "Arial"
"""The one whose widths `column_widths` knows: with a wider one the heads of columns break within words."""
HEADING_PT, TEXT_PT, TABLE_PT, SMALL_PT = 26, 16, 11, 10
FEW_CHARACTERS, MOST_CHARACTERS, SMALL_TEXT_PT = 900, 1800, 13
"""What a slide holds at 16 and at 13 pt; more goes on the next."""
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
    cover = (f"{what}: {words}" for what, words in document.cover)
    _text(first, "\n".join((*cover, document.footer)))
    for section in document.sections:
        for part in _parts(section):
            _fill(show, part)
    out = io.BytesIO()
    show.save(out)
    return out.getvalue()


def _parts(section: Section) -> Iterator[Section]:
    """Yield a section once, or once for each part of its table that a slide can hold."""
    table = section.table
    if section.said and (table is not None or len(section.said) > 1):
        yield from _texts(section)
        section = replace(section, text="", paragraphs=())
        if table is None:
            return
    if table is None:
        yield section
        return
    starts = _starts(table)
    for at, (start, end) in enumerate(pairwise((*starts, len(table.rows)))):
        strong = frozenset(row - start for row in table.strong)
        heading = section.heading if len(starts) == 1 else f"{section.heading} ({at + 1} of {len(starts)})"
        yield replace(
            section, heading=heading, table=replace(table, rows=table.rows[start:end], strong=strong)
        )


def _texts(section: Section) -> Iterator[Section]:
    """Yield the paragraphs, as many on a slide as it holds."""
    groups: list[list[Paragraph]] = [[]]
    for paragraph in section.said:
        if groups[-1] and sum(len(one.text) for one in (*groups[-1], paragraph)) > MOST_CHARACTERS:
            groups.append([])
        groups[-1].append(paragraph)
    for group in groups:
        yield replace(section, text="", paragraphs=tuple(group), table=None)


def _starts(table: Table) -> list[int]:
    """Return the first row of every slide."""
    widths = _widths(table)
    heads = lines_of(table.columns, widths)
    starts, left, rows = [0], LINES - heads, 0
    for at, row in enumerate(table.rows):
        need = lines_of(row, widths)
        if rows and (need > left or rows == MOST_ROWS):
            starts.append(at)
            left, rows = LINES - heads, 0
        left, rows = left - need, rows + 1
    return starts


def _widths(table: Table) -> tuple[float, ...]:
    """Return the widths of the columns that can be read, in mm of the size tables are measured in."""
    room = (WIDTH_MM - 2 * MARGIN_MM) * MEASURED_PT / TABLE_PT
    n = max(columns_that_fit(table, room), 1)
    cut = replace(table, columns=table.columns[:n], rows=tuple(row[:n] for row in table.rows))
    return column_widths(cut, room)


def _fill(show: Presentation, section: Section) -> None:
    from pptx.util import Mm

    slide = _slide(show, section.heading)
    if section.said:
        _text(slide, "\n".join(paragraph.text for paragraph in section.said))
    if section.figure is not None:
        image = chart_image(section.figure, size=FigureSize(HEIGHT_MM), dpi=PICTURE_DPI)
        png = io.BytesIO(png_bytes(image, section.heading, ""))
        picture = slide.shapes.add_picture(
            png, Mm(MARGIN_MM), Mm(TOP_MM), height=Mm(HEIGHT_MM - TOP_MM - MARGIN_MM)
        )
        picture.name = section.heading
        shape: Any = picture._element  # python-pptx has no name of its own for what describes a picture
        shape.nvPicPr.cNvPr.set("descr", plain_text(alternative(section)))
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
    font = title.text_frame.paragraphs[0].font
    font.name, font.size = FONT, Pt(HEADING_PT)
    return slide


def _text(slide: Slide, text: str) -> None:
    from pptx.util import Mm, Pt

    box = slide.shapes.add_textbox(Mm(MARGIN_MM), Mm(TOP_MM), Mm(WIDTH_MM - 2 * MARGIN_MM), Mm(60))
    box.text_frame.word_wrap = True
    box.text_frame.text = plain_text(text)
    size = TEXT_PT if len(text) <= FEW_CHARACTERS else SMALL_TEXT_PT
    for paragraph in box.text_frame.paragraphs:
        paragraph.font.name, paragraph.font.size = FONT, Pt(size)


def _table(slide: Slide, table: Table) -> None:
    from pptx.enum.text import PP_ALIGN
    from pptx.util import Mm, Pt

    widths, right = _widths(table), right_aligned(table)
    columns = len(widths)
    width, height = WIDTH_MM - 2 * MARGIN_MM, ROW_MM * (len(table.rows) + 1)
    frame = slide.shapes.add_table(
        len(table.rows) + 1, columns, Mm(MARGIN_MM), Mm(TOP_MM), Mm(width), Mm(height)
    )
    for at, its in enumerate(widths):
        frame.table.columns[at].width = Mm(its * TABLE_PT / MEASURED_PT)
    for number, row in enumerate((table.columns, *table.rows)):
        for at, text in enumerate(row[:columns]):
            cell = frame.table.cell(number, at)
            cell.text = plain_text(text.lstrip(" "))
            paragraph = cell.text_frame.paragraphs[0]
            paragraph.font.name, paragraph.font.size = FONT, Pt(TABLE_PT)
            paragraph.font.bold = number == 0 or number - 1 in table.strong
            cell.margin_top = cell.margin_bottom = Mm(0.8)
            cell.margin_left, cell.margin_right = Mm(1 + INDENT_MM * depth(text)), Mm(1)
            if at in right:
                paragraph.alignment = PP_ALIGN.RIGHT
    left_out = len(table.columns) - columns
    notes = (
        [*table.notes, f"{left_out} more columns stand in the document."] if left_out else list(table.notes)
    )
    if notes:
        box = slide.shapes.add_textbox(Mm(MARGIN_MM), Mm(HEIGHT_MM - 22), Mm(width), Mm(18))
        box.text_frame.word_wrap = True
        box.text_frame.text = plain_text(" ".join(notes))
        font = box.text_frame.paragraphs[0].font
        font.name, font.size = FONT, Pt(SMALL_PT)
