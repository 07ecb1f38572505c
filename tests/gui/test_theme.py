"""The themes: legible by the formula of WCAG 2.2, following the wish."""

import itertools
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPushButton

import sscviewer
from sscviewer.gui.state.outlined import Outlined
from sscviewer.gui.state.theme import Themes, load_theme
from sscviewer.plots.style import screen_style

KINDS = list(itertools.product((False, True), (False, True)))
ROLE = QPalette.ColorRole
TEXTS = [
    (ROLE.WindowText, ROLE.Window),
    (ROLE.Text, ROLE.Base),
    (ROLE.Text, ROLE.AlternateBase),
    (ROLE.ButtonText, ROLE.Button),
    (ROLE.HighlightedText, ROLE.Highlight),
    (ROLE.ToolTipText, ROLE.ToolTipBase),
    (ROLE.PlaceholderText, ROLE.Base),
    (ROLE.Link, ROLE.Base),
    (ROLE.LinkVisited, ROLE.Base),
]
ON_BACK = [
    ("error", "error_back"),
    ("warning", "warning_back"),
    ("info", "info_back"),
    ("badge", "badge_back"),
]


def luminance(colour):
    """Relative luminance, WCAG 2.2."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    """Contrast ratio, WCAG 2.2: 21 for black on white."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_formula_at_its_ends():
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize(("dark", "strong"), KINDS)
def test_text_is_legible(dark, strong):
    # levels AA and AAA of the success criteria 1.4.3 and 1.4.6
    least = 7.0 if strong else 4.5
    theme = load_theme(dark, strong)
    ratios = {
        (text.name, ground.name): contrast(theme.palette.color(text), theme.palette.color(ground))
        for text, ground in TEXTS
    }
    ratios |= {(text, back): contrast(theme.named[text], theme.named[back]) for text, back in ON_BACK}
    words = {"completed", "stopped", "died", "lost", "ongoing", "quiet", "error", "warning", "info"}
    ratios |= {(word, "base"): contrast(theme.named[word], theme.palette.color(ROLE.Base)) for word in words}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < least} == {}


@pytest.mark.parametrize("dark", [False, True])
def test_text_of_pictures_is_legible_at_the_highest_level(dark):
    style = screen_style(dark, 9, 1.0)
    paper = QColor(style.background)
    ratios = {name: contrast(QColor(getattr(style, name)), paper) for name in ("text", "faint_text", "axis")}
    assert {name: ratio for name, ratio in ratios.items() if ratio < 7.0} == {}


def test_each_theme_names_the_same_colours():
    assert len({frozenset(load_theme(dark, strong).named) for dark, strong in KINDS}) == 1


@pytest.fixture
def plain(qapp):
    """The application's palette and style as they were, afterwards."""
    palette, style = QApplication.palette(), QApplication.style().name()
    yield
    QApplication.setStyle(style)
    QApplication.setPalette(palette)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("kind", [QPushButton, QLineEdit, QComboBox, QCheckBox])
def test_in_high_contrast_every_field_is_outlined(plain, dark, kind):
    Themes("dark_contrast" if dark else "light_contrast")
    widget = kind()
    widget.resize(120, 30)
    image = widget.grab().toImage()
    paper = QApplication.palette().color(ROLE.Window)
    row = [image.pixelColor(x, image.height() // 2) for x in range(image.width() // 4)]
    # 3 : 1 is what WCAG 1.4.11 asks of the edge of a control
    assert max(contrast(colour, paper) for colour in row) >= 3


def test_the_wish_counts_and_everyone_is_told(plain):
    themes = Themes("light")
    told = []
    themes.changed.connect(told.append)
    for wish in ("dark_contrast", "dark_contrast", "dark", "light_contrast", "light"):
        themes.set_wish(wish)
        assert isinstance(QApplication.style(), Outlined) == wish.endswith("_contrast")
        assert QApplication.palette().color(ROLE.Window) == themes.current.palette.color(ROLE.Window)
    assert [(theme.dark, theme.strong) for theme in told] == [
        (True, True),
        (True, False),
        (False, True),
        (False, False),
    ]


def test_nothing_moves_by_itself():
    """For those whom movement makes ill there is nothing to switch off: no source has an animation."""
    moving = re.compile(
        r"Q(Property|Variant|Sequential|Parallel)Animation|QMovie|setAnimated\(True|QTimeLine"
    )
    sources = Path(sscviewer.__file__).parent.rglob("*.py")
    assert [path.name for path in sources if moving.search(path.read_text(encoding="utf-8"))] == []
