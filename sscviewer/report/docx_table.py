"""A table in a Word file: three lines, heads on every page, no row on two pages, no word broken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sscviewer.model.plain_text import plain_text
from sscviewer.report.column_widths import INDENT_MM, TABLE_PT, column_widths, right_aligned
from sscviewer.report.who_tables import depth

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument
    from docx.table import _Cell, _Row

    from sscviewer.report.table_file import Table

_LINE = {"val": "single", "sz": "6", "space": "0", "color": "404040"}
_MARGIN_TWIPS = "60"
KEPT_TOGETHER = 30
"""A table of no more rows stands on one page; of a longer one the first rows do."""
FIRST_ROWS = 4
"""With the heads, so that no page ends with a heading alone."""


def add_table(file: DocxDocument, table: Table, room: float, words: str) -> None:
    """Write a table.

    Parameters
    ----------
    room
        Its width, mm.
    words
        What a reader who cannot see it is told.
    """
    from docx.shared import Mm

    drawn = file.add_table(rows=0, cols=len(table.columns))
    drawn.autofit = False
    _properties(drawn._tbl.tblPr, words)
    widths, right = column_widths(table, room), right_aligned(table)
    for column, width in zip(drawn.columns, widths, strict=True):
        column.width = Mm(width)
    together = FIRST_ROWS
    if len(table.rows) <= KEPT_TOGETHER:
        together = len(table.rows) + bool(table.notes)  # its last row stays with the notes
    for number, texts in enumerate((table.columns, *table.rows)):
        row = drawn.add_row()
        head, strong = number == 0, number == 0 or number - 1 in table.strong
        _row_properties(row, head)
        for at, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            cell.width = Mm(widths[at])
            _fill(cell, text, strong, at in right, keep=number < together or strong)


def _fill(cell: _Cell, text: str, strong: bool, right: bool, *, keep: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(plain_text(text.lstrip(" ")))
    run.font.size, run.bold = Pt(TABLE_PT), strong
    how = paragraph.paragraph_format
    how.space_after, how.left_indent = Pt(0), Mm(INDENT_MM * depth(text))
    how.keep_with_next = keep
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _properties(properties: Any, words: str) -> None:
    """Set lines, margins and the text for readers who cannot see, in the order the schema wants."""
    borders = _element("w:tblBorders")
    for side in ("top", "bottom"):
        borders.append(_element(f"w:{side}", **_LINE))
    margins = _element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_element(f"w:{side}", w=_MARGIN_TWIPS, type="dxa"))
    look = properties.find(_qualified("w:tblLook"))
    for element in (borders, properties.find(_qualified("w:tblLayout")), margins):
        if element is not None and look is not None:
            look.addprevious(element)
    properties.append(_element("w:tblCaption", val=plain_text(words)))


def _row_properties(row: _Row, head: bool) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(_element("w:cantSplit"))
    if not head:
        return
    properties.append(_element("w:tblHeader"))
    for cell in row.cells:
        borders = _element("w:tcBorders")
        borders.append(_element("w:bottom", **_LINE))
        cell._tc.get_or_add_tcPr().append(borders)


def _element(name: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement

    element: Any = OxmlElement(name)
    for key, value in attributes.items():
        element.set(_qualified(f"w:{key}"), value)
    return element


def _qualified(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(name)
