"""How a figure is to be saved, and what its file is called."""

from dataclasses import dataclass
from pathlib import Path

PRESETS = (
    ("single", "Single column, 85 mm", 85.0, 0.0),
    ("one_and_a_half", "1.5 columns, 114 mm", 114.0, 0.0),
    ("double", "Double column, 174 mm", 174.0, 0.0),
    ("slide", "Slide 16:9, 254 × 143 mm", 254.0, 142.9),
    ("custom", "Other size", 0.0, 0.0),
)
"""(key, words, width mm, height mm; 0 = as tall as the contents need)."""
FORMATS = (("png", "PNG picture"), ("svg", "SVG drawing"), ("pdf", "PDF document"))


@dataclass(frozen=True, slots=True)
class FigureChoices:
    """What the user chose.

    Attributes
    ----------
    height_mm
        0 for as tall as the contents need.
    panel
        Name of the one panel to save, "" for the whole page.
    manifest
        Write a file beside it from which the same figure can be made again.
    """

    path: Path
    width_mm: float
    height_mm: float
    dpi: int
    font_pt: float
    panel: str
    footer: bool
    manifest: bool
