"""How everything looks: colours, sizes and the bundled font, for screen (light, dark) and for paper.

All lengths are multiples of the text size, so one number scales a whole figure.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtGui import QFontDatabase, QGuiApplication

from sscviewer.bundled import font_paths
from sscviewer.model.endpoint_cards import first_shown
from sscviewer.plots.screen.said import for_screen

FAMILY = "Source Sans Pro"

BLACK, ORANGE, SKY, GREEN = "#000000", "#E69F00", "#56B4E9", "#009E73"
YELLOW, BLUE, VERMILLION, PURPLE = "#F0E442", "#0072B2", "#D55E00", "#CC79A7"
"""Okabe and Ito's palette; on white only blue, vermillion, green, purple and black carry thin lines."""

PAPER_UNITS_PER_PT = 10.0
"""Files are drawn in tenths of a point: whole numbers for fonts, and no dependence on the screen's dpi."""
CSS_PX_PER_PT = 96 / 72
SCREEN_PT = 9.5
"""The text size at which line widths are as given here."""
PAPER_PT, LEAST_PT, PAPER_DPI = 7.0, 4.5, 300
"""Text of saved figures unless asked otherwise, the smallest that can be read on paper; pixels an inch."""
BAND_ALPHA = 0.16
"""Strength of the band of an interval, or of limits, behind what is drawn on it."""
DASH = (4.0, 3.0)
"""Dashes and gaps of a line that is no observation, in widths of the line."""
NEAR_EMS = 0.9
"""A point of a chart so near to the mouse is under it."""


@dataclass(frozen=True, slots=True)
class Style:
    """Colours ("#rrggbb"), text size and widths of a figure.

    Attributes
    ----------
    font_pt : size of text in points
    unit : drawing units (logical pixels on screen) per point
    scale : device pixels per drawing unit, so that hairlines can sit on whole pixels; 0 on paper
    grades : fill of an event bar by grade, 0 = not given, one hue, more severe = further from the background
    chosen : the patient that stands out in pictures of the whole trial
    skin : fill of a site of the skin score, 0 to 3, one hue, as the grades
    changes : fill of a change of -3 to +3, from better (blue) through none to worse (orange)
    body, body_edge : what is drawn of a person but not scored; the outlines
    courses : line colours of the trajectories, in panel order; `course_of` fixes those of the endpoints
    line_pt, point_pt, hair_pt : widths of data lines, points and axes in points, at the text size of a screen
    family : font; "" for the one that comes with the program
    said : gives a text as it is written: in the user's language on screen, as it is on paper
    weight : by what all widths of lines are multiplied: thinner where the text is smaller
    """

    dark: bool
    font_pt: float
    unit: float
    scale: float
    background: str = "#FFFFFF"
    text: str = "#1A1A1A"
    faint_text: str = "#505050"
    axis: str = "#1A1A1A"
    grid: str = "#EEEEEE"
    planned: str = "#B8B8B8"
    after_stop: str = "#F2F2F2"
    others: str = "#DADADA"
    dose_line: str = "#5E4B8B"
    dose_fill: str = "#CBC4DE"
    missing: str = "#8A8A8A"
    cursor: str = "#B25A0A"
    chosen: str = "#B5127A"
    band: str = VERMILLION
    model: str = "#7D7000"
    serious: str = "#000000"
    grades: tuple[str, ...] = ("#E4E4E4", "#D6E4F0", "#9FC3E0", "#4F8FC4", "#1F5F9C", "#08264F")
    bar_edge: str = "#3D6C99"
    skin: tuple[str, ...] = ("#FCF4E8", "#F3C78D", "#D4762A", "#7A2E08")
    changes: tuple[str, ...] = ("#0B4F8A", "#5A9BD0", "#BCD7EE", "#F4F4F2", "#F8CDA0", "#DE8638", "#8F3F00")
    body: str = "#E4E4E4"
    body_edge: str = "#6E6862"
    courses: tuple[str, ...] = (BLUE, GREEN, PURPLE, VERMILLION, "#7A6A00", "#6A4C93")
    line_pt: float = 1.125
    point_pt: float = 5.25
    hair_pt: float = 0.75
    weight: float = 1.0
    family: str = ""
    said: Callable[[str], str] = str

    def px(self, points: float) -> float:
        """Return a length in points as drawing units."""
        return points * self.unit


def contrast(fill: str) -> str:
    """Return black or white, whichever reads better on a colour.

    **Source**: relative luminance of WCAG 2.2; 0.18 is where both contrast equally.
    """
    parts = [int(fill[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    # sRGB’s own curve (IEC 61966-2-1).
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#000000" if luminance > 0.18 else "#FFFFFF"


def course_colour(style: Style, paramcd: str, position: int) -> str:
    """Return the line colour of a parameter: always the same for the endpoints, by position for others."""
    places = [place for place, codes in enumerate(first_shown()) if paramcd in codes]
    return style.courses[(places[0] if places else 4 + position) % len(style.courses)]


def screen_style(dark: bool, font_pt: float, pixel_ratio: float) -> Style:
    """Return the style of figures in a window, light or dark, at the window's text size."""
    screen = QGuiApplication.primaryScreen()
    unit = screen.logicalDotsPerInch() / 72 if screen else CSS_PX_PER_PT
    light = Style(dark=False, font_pt=font_pt, unit=unit, scale=pixel_ratio, said=for_screen())
    return _darkened(light) if dark else light


def paper_style(font_pt: float) -> Style:
    """Return the style of saved figures: white, drawn in tenths of a point."""
    return Style(
        dark=False,
        font_pt=font_pt,
        unit=PAPER_UNITS_PER_PT,
        scale=0.0,
        point_pt=5.25 * font_pt / SCREEN_PT,
        weight=font_pt / SCREEN_PT,
    )


def _darkened(light: Style) -> Style:
    return replace(
        light,
        dark=True,
        background="#1B1D21",
        text="#ECECEC",
        faint_text="#B4B7BC",
        axis="#C9CBCF",
        grid="#2A2D33",
        planned="#5C6068",
        after_stop="#26292E",
        others="#474C55",
        dose_line="#B3A2E0",
        dose_fill="#443A66",
        missing="#8D9097",
        cursor="#F0A04B",
        chosen="#FF7AC3",
        band="#F08A4B",
        model="#D9CC3C",
        serious="#FFFFFF",
        grades=("#4A4D53", "#274058", "#356690", "#5A97CB", "#9CC8EA", "#E6F2FC"),
        bar_edge="#7FA9CE",
        skin=("#3A3734", "#7A5433", "#CC7F3C", "#FFDCA8"),
        changes=("#A9D4F7", "#5A97CB", "#2F5675", "#3A3C40", "#75502C", "#CC7F3C", "#FFC98A"),
        body="#2B2E33",
        body_edge="#9A958F",
        courses=("#56B4E9", "#2FC49A", "#E29AC4", "#F08A4B", "#F0E442", "#C9CBCF"),
    )


def load_fonts() -> str:
    """Register the bundled font, once per application, and return its family name.

    Where it cannot be read the name of the system's font is returned: a patient is to be seen all the same,
    in figures with other breaks and widths. The window says so.
    """
    if FAMILY not in QFontDatabase.families():
        for path in font_paths():
            QFontDatabase.addApplicationFont(str(path))
    if FAMILY in QFontDatabase.families():
        return FAMILY
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
