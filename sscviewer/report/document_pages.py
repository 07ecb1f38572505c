"""What Word file and PDF of a document share: the page, which sections lie across, how pictures are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from sscviewer.plots.charts.chart import Figure, chart_image
from sscviewer.plots.paper.figure_files import FigureSize
from sscviewer.report.column_widths import needs_landscape

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from sscviewer.report.document import Document, Section

DPI = 300
FONT_PT, SMALL_PT = 10.0, 8.0
MARGIN_MM = 18.0
PICTURE_MM = 160.0
"""A picture this wide and its caption stand on one page either way."""


def is_wide(section: Section) -> bool:
    """Return whether a section must stand on a landscape page."""
    return section.table is not None and needs_landscape(section.table)


def runs(document: Document) -> Iterator[tuple[bool, tuple[Section, ...]]]:
    """Yield (whether landscape, sections) of what stands on pages of one kind; the cover is before all.

    A section of texts alone stands on the pages that are there: one sentence is not worth a page turned.
    """
    turned, wide = [], False
    for section in document.sections:
        if section.table is not None or section.figure is not None:
            wide = is_wide(section)
        turned.append((wide, section))
    for across, of in groupby(turned, lambda pair: pair[0]):
        yield across, tuple(section for _, section in of)


def picture(figure: Figure) -> QImage:
    """Return the picture of a figure as it is printed."""
    return chart_image(figure, size=FigureSize(PICTURE_MM), dpi=DPI)


def alternative(section: Section) -> str:
    """Return what a reader who cannot see the figure is told."""
    figure = section.figure
    said = f" {figure.note}" if figure is not None and figure.note else ""
    return f"{section.heading}.{said}"
