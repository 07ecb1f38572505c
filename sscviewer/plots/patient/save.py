"""Saving the patient page: drawn anew on paper, white, at its real size, and written whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from sscviewer.plots.ink import Ink
from sscviewer.plots.panel import View
from sscviewer.plots.paper.figure_files import (
    UNITS_PER_MM,
    Paper,
    SaveFailed,
    check_format,
    check_height,
    image_of_pdf,
    pdf_bytes,
    save_paper,
)
from sscviewer.plots.paper.figure_settings import FigureSettings
from sscviewer.plots.patient.page_drawing import PageDrawing
from sscviewer.plots.style import LEAST_PT, paper_style

if TYPE_CHECKING:
    from sscviewer.analysis.patient.patient_page import PatientPage, TrialFrame

FEW_PANELS = 2
"""So few panels saved alone are drawn higher than on a full page."""


@dataclass(frozen=True, slots=True)
class PaperPage(Paper):
    """A patient's page laid out on paper."""

    drawing: PageDrawing
    view: View


def lay_out_on_paper(page: PatientPage, frame: TrialFrame, settings: FigureSettings) -> PaperPage:
    """Return the page at its size on paper; text shrinks, to `LEAST_PT`, where the height is too small.

    Raises
    ------
    SaveFailed
        If the panels do not fit into the height, or there is no such panel.
    """
    # Rings are for whoever reads on with the newer export; a figure made again from a manifest has none.
    page = replace(page, changed={})
    size, panels, font_pt, look = settings.size, settings.panels, settings.font_pt, settings.look
    width = size.width_mm * UNITS_PER_MM
    while True:
        ink = Ink(look.styled(paper_style(font_pt)))
        drawing = PageDrawing(frame, ink, panels, settings.footer, header=True)
        drawing.notes = look.notes
        first, last = look.x or settings.day_range or drawing.whole_range(width)
        view = View(first, last, settings.time_unit, settings.bands)
        if panels is not None and set(panels) - set(drawing.data_names):
            raise SaveFailed(f"There is no panel “{(set(panels) - set(drawing.data_names)).pop()}”.")
        least = drawing.wanted_height(page, view, width, least=True)
        height = drawing.wanted_height(page, view, width)
        if panels is not None and len(panels) <= FEW_PANELS:
            height += 5 * len(panels) * drawing.ink.em
        if size.height_mm is not None:
            height = size.height_mm * UNITS_PER_MM
        if least <= height:
            break
        if font_pt <= LEAST_PT:
            events = len(page.timeline.events)
            raise SaveFailed(
                f"The page of {page.usubjid} with {events} adverse events does not fit into a height of "
                f"{size.height_mm:.0f} mm: choose a larger height or fewer panels."
            )
        font_pt = max(LEAST_PT, font_pt - 0.5)
    check_height(height, f"The page of {page.usubjid}")
    drawing.lay_out(page, view, width, height)
    return PaperPage(drawing, width, height, view)


def save_patient_figure(path: Path, page: PatientPage, frame: TrialFrame, settings: FigureSettings) -> None:
    """Save one patient's page, or some of its panels; the suffix of `path` says the format.

    Raises
    ------
    SaveFailed
        With one sentence that says what went wrong and what to do.
    """
    check_format(path)
    paper = lay_out_on_paper(page, frame, settings)
    title = f"Patient {page.usubjid}"
    save_paper(path, paper, title=title, description=settings.footer, dpi=settings.dpi)


def render_image(page: PatientPage, frame: TrialFrame, settings: FigureSettings) -> QImage:
    """Return the picture that `save_patient_figure` would save as PNG, for the clipboard."""
    paper = lay_out_on_paper(page, frame, settings)
    return image_of_pdf(pdf_bytes(paper, f"Patient {page.usubjid}"), settings.dpi)
