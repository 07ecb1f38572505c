"""Three-valued verdicts: what is missing leaves a rule open only where it could decide it."""

import numpy as np
import pytest

from sscviewer.clinical.verdicts import all_of, any_of, at_least, count_of, more_than, not_

YES, NO, OPEN = 1.0, 0.0, np.nan


@pytest.mark.parametrize(
    ("a", "b", "either", "both"),
    [
        (YES, YES, YES, YES),
        (YES, NO, YES, NO),
        (YES, OPEN, YES, OPEN),
        (NO, NO, NO, NO),
        (NO, OPEN, OPEN, NO),
        (OPEN, OPEN, OPEN, OPEN),
    ],
)
def test_kleene_truth_table(a: float, b: float, either: float, both: float) -> None:
    for first, second in ((a, b), (b, a)):
        assert any_of(first, second) == pytest.approx(either, nan_ok=True)
        assert all_of(first, second) == pytest.approx(both, nan_ok=True)


def test_three_of_five_is_decided_as_soon_as_it_can_be() -> None:
    assert count_of(3, 1, 1, 1, OPEN, OPEN) == YES
    assert count_of(3, 0, 0, 0, OPEN, OPEN) == NO
    assert np.isnan(count_of(3, 1, 1, 0, OPEN, 0))
    assert not_(np.array([1.0, 0.0])).tolist() == [0, 1]
    assert np.isnan(not_(OPEN))


def test_a_limit_is_compared_on_unrounded_values_with_a_tolerance_for_binary_fractions() -> None:
    assert 0.1 + 0.2 - 0.3 > 0, "the example is one of a value a hair above its decimal"
    assert more_than(0.1 + 0.2, 0.3) == NO
    assert at_least(100 * (80 - 72) / 80, 10) == YES
    assert at_least([4.9999, 5.0, 5.0001, np.nan], 5)[:3].tolist() == [0, 1, 1]
    assert more_than([4.9999, 5.0, 5.0001], 5).tolist() == [0, 0, 1]
    assert np.isnan(at_least(np.nan, 5))
    assert np.isnan(at_least(5.0, np.nan))
