"""Colours that people who do not tell red from green take for one another are named."""

import pytest
from PySide6.QtGui import QColor

from sscviewer.plots.palettes import PALETTES, confused_pairs
from sscviewer.plots.style import Style, screen_style


def test_red_and_green_of_one_lightness_are_confused():
    # Ishihara's kind of pair: the same for people without the middle cones, and not for others.
    assert confused_pairs(("#B56C3E", "#7F8A3B")) == [(0, 1)]
    assert confused_pairs(("#D62728", "#2CA02C")) == [(0, 1)]


def test_blue_and_orange_are_not():
    assert confused_pairs(("#0072B2", "#D55E00")) == []
    assert confused_pairs(("#000000", "#FFFFFF")) == []


def test_the_colours_offered_can_be_told_apart():
    assert confused_pairs(Style(dark=False, font_pt=8, unit=1, scale=1).courses) == []
    assert confused_pairs(PALETTES["muted"]) == []
    assert confused_pairs(PALETTES["vivid"]) == []
    # Greys of many groups cannot, and that is said.
    assert confused_pairs(PALETTES["greys"][:4]) == []
    assert confused_pairs(PALETTES["greys"])


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2."""
    parts = QColor(colour).getRgbF()[:3]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("dark", [False, True])
def test_words_in_figures_reach_the_contrast_of_the_strong_themes(qapp, dark):
    style = screen_style(dark, 9, 1.0)
    for ground in (style.background, style.after_stop):
        for words in (style.text, style.faint_text):
            light, deep = sorted((luminance(ground), luminance(words)), reverse=True)
            assert (light + 0.05) / (deep + 0.05) >= 7.0
