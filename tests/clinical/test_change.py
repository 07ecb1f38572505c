"""A change counts by points, by % of the baseline, or by both."""

import numpy as np
import pytest

from sscviewer.clinical.change import judge_change

SKIN = {"points": 5.0, "percent": 25.0, "is_exceeded": True}
"""Clinical facts 3: more than 5 points and at least 25 %."""


@pytest.mark.parametrize(
    ("base", "value", "response"), [(20, 15, 0), (20, 14, 1), (30, 24, 0), (24, 18, 1), (np.nan, 3, np.nan)]
)
def test_points_and_percent_are_both_needed(base: float, value: float, response: float) -> None:
    assert judge_change(base, value, -1, **SKIN) == pytest.approx(response, nan_ok=True)
    worse = judge_change(base, 2 * base - value, +1, **SKIN)
    assert worse == pytest.approx(response, nan_ok=True), "the same rise is a progression"


def test_from_a_skin_score_of_0_only_worse_is_possible() -> None:
    assert judge_change(0, [0, 5, 6], -1, **SKIN).tolist() == [0, 0, 0]
    assert judge_change(0, [0, 5, 6], +1, **SKIN).tolist() == [0, 0, 1]


def test_points_are_included_unless_they_must_be_exceeded() -> None:
    assert judge_change(60, [63, 62.9], +1, points=3.0).tolist() == [1, 0]
    assert judge_change(60, [63, 63.1], +1, points=3.0, is_exceeded=True).tolist() == [0, 1]


def test_percent_alone_is_relative_and_says_nothing_from_0() -> None:
    assert judge_change(80, [72, 72.1], -1, percent=10.0).tolist() == [1, 0]
    assert np.isnan(judge_change(0, 5, -1, percent=10.0))
