"""Planned days and visit windows: one place for both."""

import numpy as np
import pytest

from sscviewer.model.rules import planned_day, window_centre, window_days


def test_baseline_is_planned_for_day_one_and_a_year_later_is_not_rounded():
    assert planned_day(np.array([0.0, 12.0])).tolist() == [1, 366.25]


def test_windows_lie_around_whole_days():
    assert window_centre(np.array([0.0, 3.0, 6.0, 12.0])).tolist() == [1, 92, 184, 366]
    assert window_centre(np.array([14 * 12 / 365.25])).tolist() == [15]
    assert np.isnan(window_centre(np.array([np.nan]))[0])


@pytest.mark.parametrize(
    ("avisit", "days"),
    [
        ("Day 15", 7),
        ("Day -7", 7),
        ("Week 2", 7),
        ("Week 20", 7),
        ("Week 20.5", 14),
        ("Week 24", 14),
        ("Month 3", 14),
        ("Year 1", 14),
        ("Screening", 14),
        ("", 14),
    ],
)
def test_windows(avisit, days):
    assert window_days(avisit) == days
