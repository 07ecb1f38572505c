"""Intervals of proportions, as R and the printed tables give them."""

import numpy as np
import pytest

from sscviewer.analysis.proportion import proportion_interval, proportion_intervals
from tests.reference.shipped import shipped


def test_exact_interval_against_r():
    fits = shipped("proportions")
    for fit in fits:
        interval = proportion_interval(
            int(fit["x"]), int(fit["n"]), float(fit["level"]), method="clopper-pearson"
        )
        assert interval == pytest.approx((float(fit["lower"]), float(fit["upper"])), abs=1e-9)
    assert len(fits) > 100


# Facts 9.6: R's binom.test
@pytest.mark.parametrize(
    ("x", "n", "lower", "upper"),
    [
        (0, 20, 0, 0.168433),
        (1, 20, 0.001265, 0.248733),
        (4, 20, 0.057334, 0.436614),
        (7, 20, 0.153909, 0.592189),
        (12, 20, 0.360543, 0.808810),
        (19, 20, 0.751267, 0.998735),
        (20, 20, 0.831567, 1),
        (24, 30, 0.614333, 0.922864),
        (4, 30, 0.037553, 0.307218),
        (7, 9, 0.399906, 0.971855),
        (0, 30, 0, 0.115703),
        (3, 24, 0.0266, 0.3236),
    ],
)
def test_exact_interval_of_printed_examples(x, n, lower, upper):
    assert proportion_interval(x, n, level=0.95, method="clopper-pearson") == pytest.approx(
        (lower, upper), abs=5e-5 if n == 24 else 5e-7
    )


@pytest.mark.parametrize(
    ("x", "n", "lower", "upper"),
    [(7, 20, 0.181192, 0.567146), (12, 20, 0.386582, 0.781193), (0, 20, 0, 0.161125), (20, 20, 0.838875, 1)],
)
def test_wilson_interval(x, n, lower, upper):
    assert proportion_interval(x, n, method="wilson", level=0.95) == pytest.approx((lower, upper), abs=5e-7)


def test_a_whole_table_at_once():
    counts = np.array([[0, 5], [20, 0]])
    low, high = proportion_intervals(
        counts, np.array([20, 0]).reshape(2, 1)[[0, 0]], level=0.95, method="clopper-pearson"
    )
    assert low.shape == high.shape == (2, 2)
    assert low[0].tolist() == [0.0, proportion_interval(5, 20, level=0.95, method="clopper-pearson")[0]]
    assert (low[1, 0], high[1, 0]) == proportion_interval(20, 20, level=0.95, method="clopper-pearson")
    low, high = proportion_intervals(
        np.array([0, 3]), np.array([0, 10]), level=0.95, method="clopper-pearson"
    )
    assert np.isnan(low).tolist() == np.isnan(high).tolist() == [True, False]
    assert [
        a.size for a in proportion_intervals(np.empty(0), np.empty(0), level=0.95, method="clopper-pearson")
    ] == [0, 0]
