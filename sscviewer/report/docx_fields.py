"""Fields of Word: numbers of captions and pages, references to them; each shows a value from the start."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from sscviewer.report.house_style import NBSP

if TYPE_CHECKING:
    from docx.section import Section
    from docx.text.paragraph import Paragraph

    from sscviewer.report.numbering import Label


def add_sequence(paragraph: Paragraph, label: Label, bookmark: str) -> None:
    """Write "Table 3" with a number Word counts, as a bookmark that references find."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    number = str(zlib.crc32(bookmark.encode()) % 100_000)
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), number)
    start.set(qn("w:name"), bookmark)
    paragraph._p.append(start)
    paragraph.add_run(f"{label.kind}{NBSP}")
    _field(paragraph, f"SEQ {label.kind} \\* ARABIC", str(label.number))
    paragraph._p.append(end)


def add_reference(paragraph: Paragraph, bookmark: str, shown: str) -> None:
    """Write a reference to a bookmark."""
    _field(paragraph, f"REF {bookmark} \\h", shown)


def add_page_numbers(page: Section, words: str, size: float) -> None:
    """Write words and "Page 2 of 9" at the foot of pages."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    page.footer.is_linked_to_previous = False
    foot = page.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if words:
        foot.add_run(f"{words} · ")
    foot.add_run(f"Page{NBSP}")
    _field(foot, "PAGE", "1")
    foot.add_run(" of ")
    _field(foot, "NUMPAGES", "1")
    for run in foot.runs:
        run.font.size = Pt(size)


def _field(paragraph: Paragraph, code: str, shown: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind in ("begin", "code", "separate", "shown", "end"):
        run = paragraph.add_run(shown if kind == "shown" else "")
        if kind == "code":
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = f" {code} "
            run._r.append(element)
        elif kind != "shown":
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
            run._r.append(element)
