"""The document as a Word file: real headings, captions that Word numbers, references that it follows."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from sscviewer.model.plain_text import plain_text
from sscviewer.plots.paper.figure_files import png_bytes
from sscviewer.report.column_widths import LANDSCAPE_MM, PORTRAIT_MM
from sscviewer.report.document_pages import PICTURE_MM, SMALL_PT, alternative, picture, runs
from sscviewer.report.docx_fields import add_page_numbers, add_reference, add_sequence
from sscviewer.report.docx_page import new_docx, shape_page
from sscviewer.report.docx_table import add_table
from sscviewer.report.numbering import Label, caption, labels_of, references

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document as DocxDocument

    from sscviewer.report.document import Document, Paragraph, Section


def docx_bytes(document: Document) -> bytes:
    """Return the document as a Word file."""
    # Imported here: the window starts without it.
    from docx.enum.section import WD_SECTION

    file = new_docx(document.title, american=document.american)
    _cover(file, document)
    labels, standing = labels_of(document), False
    for wide, sections in runs(document):
        if wide != standing:
            shape_page(file.add_section(WD_SECTION.NEW_PAGE), wide=wide)
        standing = wide
        for section in sections:
            _section(file, section, labels, wide)
    for page in file.sections:
        add_page_numbers(page, plain_text(document.footer), SMALL_PT)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _cover(file: DocxDocument, document: Document) -> None:
    file.add_heading(plain_text(document.title), 0)
    for what, words in document.cover:
        paragraph = file.add_paragraph()
        paragraph.add_run(f"{what}: ").bold = True
        paragraph.add_run(plain_text(words))


def _section(file: DocxDocument, section: Section, labels: Mapping[str, Label], wide: bool) -> None:
    file.add_heading(plain_text(section.heading), 1)
    for paragraph in section.said:
        _paragraph(file, paragraph, labels)
    if section.figure is not None:
        _figure(file, section, labels[section.name])
    if section.table is not None:
        _caption(file, section, labels[section.name], before=True)
        add_table(file, section.table, LANDSCAPE_MM if wide else PORTRAIT_MM, caption(section))
        _notes(file, section)


def _paragraph(file: DocxDocument, paragraph: Paragraph, labels: Mapping[str, Label]) -> None:
    if paragraph.heading:
        file.add_heading(plain_text(paragraph.heading), 2)
    written = file.add_paragraph(plain_text(paragraph.text))
    for at, (name, label) in enumerate(references(paragraph, labels)):
        written.add_run(" (" if not at else ", ")
        add_reference(written, _bookmark(name), label.text)
    if references(paragraph, labels):
        written.add_run(")")


def _figure(file: DocxDocument, section: Section, label: Label) -> None:
    from docx.shared import Mm

    assert section.figure is not None
    png = png_bytes(picture(section.figure), section.heading, "")
    shape: Any = file.add_picture(io.BytesIO(png), width=Mm(PICTURE_MM))
    shape._inline.docPr.set("descr", plain_text(alternative(section)))
    file.paragraphs[-1].paragraph_format.keep_with_next = True
    _caption(file, section, label, before=False)


def _caption(file: DocxDocument, section: Section, label: Label, *, before: bool) -> None:
    """Write "Table 3. …" with a number that Word counts; references go to its bookmark."""
    written = file.add_paragraph(style="Caption")
    add_sequence(written, label, _bookmark(section.name))
    written.add_run(plain_text(f". {caption(section)}"))
    written.paragraph_format.keep_with_next = before


def _notes(file: DocxDocument, section: Section) -> None:
    from docx.shared import Pt

    assert section.table is not None
    text = " ".join(section.table.notes)
    written = file.add_paragraph()
    written.add_run(plain_text(text)).font.size = Pt(SMALL_PT)
    written.paragraph_format.space_before = Pt(3)
    written.paragraph_format.space_after = Pt(12)


def _bookmark(name: str) -> str:
    return f"ref_{name}"
