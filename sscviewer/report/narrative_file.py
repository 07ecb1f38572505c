"""Writes the stories of serious moments as DOCX, to be edited: each with the patient's page and its cells."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sscviewer.model.plain_text import plain_text
from sscviewer.report.document_pages import SMALL_PT
from sscviewer.report.docx_fields import add_page_numbers
from sscviewer.report.docx_page import new_docx

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as DocxDocument

    from sscviewer.analysis.narratives.narrative import Narrative

TITLE = "Narratives"
INTRODUCTION = (
    "Recorded facts only, in the order of ICH E3 and CIOMS I; below each story stand the cells it is from. "
    "What the file does not record is not told: read it with the case notes before it is used."
)
NOBODY = "No death, no serious event, no stop for an event and no event of grade 3 or worse is recorded."
PICTURE_MM = 165.0
"""A patient's page of A4 this wide stands on one page."""


def write_narratives(
    path: Path, stories: Sequence[Narrative], picture: Callable[[str], bytes], footer: str
) -> None:
    """Write the stories, whole or not at all.

    Parameters
    ----------
    picture
        Gives the patient's page as PNG.

    Raises
    ------
    SaveFailed
        If the file cannot be written.
    """
    from sscviewer.plots.paper.figure_files import write_whole

    write_whole(path, narratives_docx(stories, picture, footer))


def narratives_docx(stories: Sequence[Narrative], picture: Callable[[str], bytes], footer: str) -> bytes:
    """Return the stories as a Word file."""
    file = new_docx(TITLE)
    file.add_heading(TITLE, 0)
    file.add_paragraph(INTRODUCTION if stories else NOBODY)
    for at, story in enumerate(stories):
        _story(file, story, picture(story.usubjid), first=not at)
    add_page_numbers(file.sections[0], plain_text(footer), SMALL_PT)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _story(file: DocxDocument, story: Narrative, png: bytes, *, first: bool) -> None:
    from docx.shared import Mm, Pt

    heading = file.add_heading(plain_text(f"Patient {story.usubjid}: {story.why}"), 1)
    heading.paragraph_format.page_break_before = not first
    for text in story.text().split("\n\n"):
        file.add_paragraph(plain_text(text))
    cells = file.add_paragraph().add_run(plain_text(f"Recorded in: {', '.join(story.cells)}."))
    cells.font.size = Pt(SMALL_PT)
    shape = file.add_picture(io.BytesIO(png), width=Mm(PICTURE_MM))
    shape._inline.docPr.set(
        "descr", f"Page of patient {story.usubjid}: dose, events and measurements in time"
    )
