"""Thresholds around a baseline: the levels of the clinical facts."""

import pytest

from sscviewer.gui.state.showing import BANDS
from sscviewer.plots.patient.thresholds import THRESHOLDS, thresholds_of

FACTS = {
    ("relative10", "FVCPP", 70.0): [(63.0, 63.0)],
    ("relative10", "DLCOPP", 40.0): [(34.0, 34.0)],
    ("mcid", "FVCPP", 70.0): [(73.0, 75.3), (66.7, 67.0)],
    ("ppf", "FVCPP", 70.0): [(65.0, 65.0)],
    ("ppf", "DLCOPP", 40.0): [(30.0, 30.0)],
    ("skin", "MRSS", 24.0): [(19.0, 19.0), (18.0, 18.0)],
    ("mcid", "HAQDI", 1.5): [(1.36, 1.40), (1.60, 1.64)],
    ("mcid", "SGRQTOT", 50.0): [(46.0, 46.0), (54.0, 54.0)],
    ("mcid", "TDI", 5.0): [(1.0, 1.5), (-1.5, -1.0)],
}


@pytest.mark.parametrize(("asked", "levels"), FACTS.items())
def test_the_levels_are_those_of_the_facts(asked, levels) -> None:
    band, paramcd, base = asked
    found = [one.level(base) for one in thresholds_of(paramcd, frozenset({band}))]
    assert found == [pytest.approx(level) for level in levels]


def test_every_threshold_belongs_to_a_band_of_the_window() -> None:
    assert {one.band for one in THRESHOLDS} <= set(BANDS)
    assert thresholds_of("ALT", frozenset(BANDS)) == ()
