"""A new Word file: its page, its fonts and styles, the same for every document the program writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscviewer import __version__
from sscviewer.model.plain_text import plain_text
from sscviewer.report.document_pages import FONT_PT, MARGIN_MM

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument
    from docx.section import Section as DocxSection

FONT = "Arial"
"""Journals ask for it or accept it, and every computer has it or a font of the same widths."""
A4_MM = (210.0, 297.0)


def new_docx(title: str, *, american: bool = False) -> DocxDocument:
    """Return an empty Word file, upright; `american` is the language its words are checked in."""
    # Imported here: the window starts without it.
    import docx

    file = docx.Document()
    file.core_properties.author = f"sscviewer {__version__}"
    file.core_properties.title = plain_text(title)
    _styles(file, american=american)
    shape_page(file.sections[0], wide=False)
    return file


def _styles(file: DocxDocument, *, american: bool) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    sizes = {
        "Normal": FONT_PT, "Title": 20, "Heading 1": 14, "Heading 2": 11, "Caption": FONT_PT - 1,
    }  # fmt: skip
    for name, size in sizes.items():
        style = file.styles[name]
        style.font.size, style.font.name = Pt(size), FONT
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:hAnsi"), FONT)
    normal = file.styles["Normal"]
    normal.paragraph_format.space_after = Pt(6)
    defaults = file.styles.element.find(f".//{qn('w:lang')}")
    if defaults is not None:
        defaults.set(qn("w:val"), "en-US" if american else "en-GB")


def shape_page(page: DocxSection, *, wide: bool) -> None:
    """Make a section's pages A4, upright or across."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    width, height = A4_MM[::-1] if wide else A4_MM
    page.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = Mm(width), Mm(height)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(MARGIN_MM)
