"""The document as HTML that Qt's text engine shows and prints; pictures are named, not embedded."""

from html import escape

from sscviewer.report.table_file import Table
from sscviewer.report.trial_report import Document, Section

PICTURE = "picture:"
"""A picture's address is this and the name of its section."""
LINE = "#808080"
FIRST = ' width="28%"'
"""The names of events and patients need the room; numbers do not."""


def document_html(document: Document, *, picture_width: int) -> str:
    """Return the document.

    Parameters
    ----------
    picture_width
        Of pictures, in the pixels of the text engine.
    """
    parts = [f"<h1>{escape(document.title)}</h1>"]
    parts += [_section(section, picture_width) for section in document.sections]
    return f"<html><body>{''.join(parts)}<p><small>{escape(document.footer)}</small></p></body></html>"


def _section(section: Section, width: int) -> str:
    # A heading must not stand on a page without its picture, which cannot be divided.
    style = ' style="page-break-before: always"' if section.figure is not None else ""
    parts = [f"<h2{style}>{escape(section.heading)}</h2>"]
    if section.text:
        parts.append(f"<p>{escape(section.text)}</p>")
    if section.figure is not None:
        parts.append(f'<p><img src="{PICTURE}{section.name}" width="{width}"></p>')
    if section.table is not None:
        parts.append(_table(section.table))
        parts.append(_note(" ".join(section.table.notes)))
    return "".join(parts)


def _table(table: Table) -> str:
    right = right_aligned(table)
    heads = "".join(
        f"<th{_side(at in right)}{FIRST if not at else ''}>{escape(head)}</th>"
        for at, head in enumerate(table.columns)
    )
    rows = []
    for number, row in enumerate(table.rows):
        bold = number in table.strong
        rows.append(f"<tr>{''.join(_cell(text, at in right, bold) for at, text in enumerate(row))}</tr>")
    style = "border-collapse: collapse; font-size: 8pt"
    attributes = (
        f'width="100%" cellpadding="3" cellspacing="0" border="1" bordercolor="{LINE}" style="{style}"'
    )
    return f"<table {attributes}><thead><tr>{heads}</tr></thead>{''.join(rows)}</table>"


def right_aligned(table: Table) -> frozenset[int]:
    """Return the columns whose texts end on one line: those of numbers, alone or with their share."""
    columns = range(1, len(table.columns))
    return frozenset(at for at in columns if all(_is_number(row[at]) for row in table.rows))


def _is_number(text: str) -> bool:
    return not text or text[0].isdigit() or text[0] in "+−–<>"


def _cell(text: str, right: bool, bold: bool) -> str:
    shown = escape(text.lstrip(" "))
    shown = f"<b>{shown}</b>" if bold else shown
    return f"<td{_side(right)}>{'&nbsp;' * (len(text) - len(text.lstrip(' ')))}{shown}</td>"


def _side(right: bool) -> str:
    return ' align="right"' if right else ' align="left"'


def _note(text: str) -> str:
    return f"<p><small>{escape(text)}</small></p>" if text else ""
