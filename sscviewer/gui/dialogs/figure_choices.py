"""How a figure is to be saved, and what its file is called."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sscviewer.plots.paper.figure_look import FigureLook

PRESETS = (
    ("single", "Single column, 85 mm", 85.0, 0.0),
    ("one_and_a_half", "1.5 columns, 114 mm", 114.0, 0.0),
    ("double", "Double column, 174 mm", 174.0, 0.0),
    ("slide", "Slide 16:9, 254 × 143 mm", 254.0, 142.9),
    ("custom", "Other size", 0.0, 0.0),
)
"""(key, words, width mm, height mm; 0 = as tall as the contents need)."""
FORMATS = {"png": "PNG picture", "svg": "SVG drawing", "pdf": "PDF document", "tiff": "TIFF picture"}
"""The words of each of `FIGURE_FORMATS`."""
PIXELS = ("png", "tiff")
"""Formats with a resolution."""
STYLES: dict[str, dict[str, Any]] = {
    "Arthritis Rheumatol": {"format": "tiff", "size": "single", "dpi": 600, "font_pt": 8.0, "footer": False},
    "Slide": {"format": "png", "size": "slide", "dpi": 200, "font_pt": 14.0, "footer": True},
}
"""Styles that come with the program. The journal's is one column at a size of text that is read in print; its
instructions to authors change, and are to be looked up before a paper is sent."""


@dataclass(frozen=True, slots=True)
class FigureChoices:
    """What the user chose.

    Attributes
    ----------
    height_mm
        0 for as tall as the contents need.
    panels
        Names of the panels to save, None for the whole page.
    manifest
        Write a file beside it from which the same figure can be made again.
    look
        Title, axes, colours, font and notes.
    """

    path: Path
    width_mm: float
    height_mm: float
    dpi: int
    font_pt: float
    panels: tuple[str, ...] | None
    footer: bool
    manifest: bool
    look: FigureLook = field(default_factory=FigureLook)
