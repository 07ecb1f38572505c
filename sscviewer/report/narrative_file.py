"""Writes the stories of serious moments as DOCX, to be edited: each with the patient's page and its cells."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sscviewer import __version__

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
FONT_PT, SMALL_PT = 10.0, 8.0
MARGIN_MM, PICTURE_MM = 20.0, 170.0


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
    # Imported here: the window starts without it.
    import docx
    from docx.shared import Mm, Pt

    file = docx.Document()
    file.core_properties.author = f"sscviewer {__version__}"
    file.core_properties.title = TITLE
    page = file.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(MARGIN_MM)
    file.styles["Normal"].font.size = Pt(FONT_PT)
    file.add_heading(TITLE, 0)
    file.add_paragraph(INTRODUCTION if stories else NOBODY)
    for story in stories:
        _story(file, story, picture(story.usubjid))
    _small(file, footer)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _story(file: DocxDocument, story: Narrative, png: bytes) -> None:
    from docx.shared import Mm

    heading = file.add_heading(f"Patient {story.usubjid}: {story.why}", 1)
    heading.paragraph_format.page_break_before = True
    for text in story.text().split("\n\n"):
        file.add_paragraph(text)
    _small(file, f"Recorded in: {', '.join(story.cells)}.")
    shape = file.add_picture(io.BytesIO(png), width=Mm(PICTURE_MM))
    shape._inline.docPr.set(
        "descr", f"Page of patient {story.usubjid}: dose, events and measurements in time"
    )


def _small(file: DocxDocument, text: str) -> None:
    from docx.shared import Pt

    file.add_paragraph().add_run(text).font.size = Pt(SMALL_PT)
