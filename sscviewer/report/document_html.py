"""The document as HTML that Qt's text engine shows and prints; pictures are named, not embedded."""

from collections.abc import Mapping, Sequence
from html import escape

from sscviewer.report.column_widths import right_aligned
from sscviewer.report.document import Document, Paragraph, Section
from sscviewer.report.numbering import Label, caption, labels_of, references
from sscviewer.report.table_file import Table

PICTURE = "picture:"
"""A picture's address is this and the name of its section."""
RULE = "1px solid #606060"
"""The lines of a table: above and below its heads, and below its last row."""


def document_html(document: Document, *, picture_width: int) -> str:
    """Return the whole document, to be looked at.

    Parameters
    ----------
    picture_width
        Of pictures, in the pixels of the text engine.
    """
    body = run_html(document, document.sections, cover=True, picture_width=picture_width)
    return f"{body}<p><small>{escape(document.footer)}</small></p>"


def run_html(document: Document, sections: Sequence[Section], *, cover: bool, picture_width: int) -> str:
    """Return some sections of a document, to be printed on pages of one kind."""
    labels = labels_of(document)
    parts = [_cover(document)] if cover else []
    parts += [_section(section, labels, picture_width) for section in sections]
    return f"<html><body>{''.join(parts)}</body></html>"


def _cover(document: Document) -> str:
    lines = "".join(f"<p><b>{escape(what)}:</b> {escape(words)}</p>" for what, words in document.cover)
    return f"<h1>{escape(document.title)}</h1>{lines}"


def _section(section: Section, labels: Mapping[str, Label], width: int) -> str:
    # A heading must not stand on a page without its picture, which cannot be divided.
    style = ' style="page-break-before: always"' if section.figure is not None else ""
    parts = [f"<h2{style}>{escape(section.heading)}</h2>"]
    parts += [_paragraph(paragraph, labels) for paragraph in section.said]
    if section.figure is not None:
        parts.append(f'<p><img src="{PICTURE}{section.name}" width="{width}"></p>')
        parts.append(_caption(section, labels))
    if section.table is not None:
        parts.append(_caption(section, labels))
        parts.append(_table(section.table))
        parts.append(_note(" ".join(section.table.notes)))
    return "".join(parts)


def _paragraph(paragraph: Paragraph, labels: Mapping[str, Label]) -> str:
    head = f"<h3>{escape(paragraph.heading)}</h3>" if paragraph.heading else ""
    links = [
        f'<a href="#{name}" style="color: black; text-decoration: none">{label.text}</a>'
        for name, label in references(paragraph, labels)
    ]
    after = f" ({', '.join(links)})" if links else ""
    return f"{head}<p>{escape(paragraph.text)}{after}</p>"


def _caption(section: Section, labels: Mapping[str, Label]) -> str:
    label = labels[section.name].text
    return f'<p><a name="{section.name}"></a><b>{label}.</b> {escape(caption(section))}</p>'


def _table(table: Table) -> str:
    right = right_aligned(table)
    head = f"border-top: {RULE}; border-bottom: {RULE}"
    heads = "".join(
        f'<th{_side(at in right)} style="{head}">{escape(words)}</th>'
        for at, words in enumerate(table.columns)
    )
    rows = []
    for number, row in enumerate(table.rows):
        bold, last = number in table.strong, number == len(table.rows) - 1
        cells = (_cell(text, at in right, bold, last) for at, text in enumerate(row))
        rows.append(f"<tr>{''.join(cells)}</tr>")
    style = "border-collapse: collapse; font-size: 8pt"
    attributes = f'width="100%" cellpadding="2" cellspacing="0" border="0" style="{style}"'
    return f"<table {attributes}><thead><tr>{heads}</tr></thead>{''.join(rows)}</table>"


def _cell(text: str, right: bool, bold: bool, last: bool) -> str:
    shown = escape(text.lstrip(" "))
    shown = f"<b>{shown}</b>" if bold else shown
    line = f' style="border-bottom: {RULE}"' if last else ""
    return f"<td{_side(right)}{line}>{'&nbsp;' * (len(text) - len(text.lstrip(' ')))}{shown}</td>"


def _side(right: bool) -> str:
    return ' align="right"' if right else ' align="left"'


def _note(text: str) -> str:
    return f"<p><small>{escape(text)}</small></p>" if text else ""
