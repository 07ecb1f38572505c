"""The document as HTML that Qt's text engine shows and prints; pictures are named, not embedded."""

from collections.abc import Mapping, Sequence
from html import escape

from sscviewer.report.column_widths import right_aligned
from sscviewer.report.document import Document, Paragraph, Section
from sscviewer.report.numbering import Label, caption, labels_of, references
from sscviewer.report.table_file import Table

PICTURE = "picture:"
"""A picture's address is this and the name of its section."""
LINE = "1px solid #404040"
PADDING_PX = 6
"""On either side of a cell: what `column_widths` allows for."""


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
    """Return a table with three lines, as in the Word file: above and below its heads, and at its end."""
    right, last = right_aligned(table), len(table.rows) - 1

    def line_of(kind: str, texts: Sequence[str], style: str) -> str:
        cells = (_cell(kind, text, at in right, style) for at, text in enumerate(texts))
        return f"<tr>{''.join(cells)}</tr>"

    heads = line_of("th", table.columns, f"border-top: {LINE}; border-bottom: {LINE}")
    rows = []
    for number, row in enumerate(table.rows):
        bold = "font-weight: bold; " if number in table.strong else ""
        rows.append(line_of("td", row, bold + (f"border-bottom: {LINE}" if number == last else "")))
    attributes = 'width="100%" cellpadding="2" cellspacing="0" style="font-size: 8pt"'
    return f"<table {attributes}><thead>{heads}</thead>{''.join(rows)}</table>"


def _cell(kind: str, text: str, right: bool, style: str) -> str:
    side = "right" if right else "left"
    words = text.lstrip(" ")
    indent = "&nbsp;" * (len(text) - len(words))
    sides = f"padding-left: {PADDING_PX}px; padding-right: {PADDING_PX}px"
    return f'<{kind} align="{side}" style="{sides}; {style}">{indent}{escape(words)}</{kind}>'


def _note(text: str) -> str:
    return f"<p><small>{escape(text)}</small></p>" if text else ""
