"""The log-rank test against a published example, statsmodels, and data in which there is none."""

import numpy as np
import pytest

from sscviewer.analysis.survival.compare_arms import compare_survival
from sscviewer.analysis.survival.log_rank import NO_VARIANCE, log_rank
from sscviewer.cli.time_text import comparison_lines

# Freireich et al., Blood 1963;21:699: weeks in remission, 6-mercaptopurine and placebo.
DRUG = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
RELAPSED = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
PLACEBO = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]


def test_remission_in_leukaemia():
    """χ² = 16.79 in Kalbfleisch & Prentice and in the manuals of R, Stata and SAS."""
    test = log_rank(DRUG + PLACEBO, RELAPSED + [1] * 21, [0] * 21 + [1] * 21)
    assert (round(test.chi_squared, 2), test.df, test.reason) == (16.79, 1, "")
    assert test.p_value == pytest.approx(4.17e-5, abs=6e-8)


@pytest.mark.parametrize("rho", [0.0, 1.0])
@pytest.mark.parametrize("strata", [False, True])
def test_as_statsmodels(rho, strata):
    survdiff = pytest.importorskip("statsmodels.duration.survfunc").survdiff
    rng = np.random.default_rng(7)
    time, event = rng.integers(1, 20, 60).astype(float), rng.random(60) < 0.7
    group, layer = rng.integers(0, 3, 60), rng.integers(0, 2, 60) if strata else None
    weights = {"weight_type": "fh", "fh_p": rho} if rho else {}
    with np.errstate(divide="ignore"):
        expected = survdiff(time, event.astype(int), group, strata=layer, **weights)
    test = log_rank(time, event, group, strata=layer, rho=rho)
    np.testing.assert_allclose([test.chi_squared, test.p_value], expected, rtol=1e-10)


@pytest.mark.parametrize(
    ("time", "event", "arm"),
    [
        # the only event after the other arm has left
        ([3, 4, 5, 9, 20], [0, 0, 0, 0, 1], "AAABB"),
        # everybody reacts on day 1
        ([1, 1, 1, 1], [1, 1, 1, 1], "AABB"),
        # one patient an arm: the second event is alone, the first is a coin tossed once
        ([1, 2], [0, 1], "AB"),
    ],
)
def test_without_variance_there_is_a_reason_and_no_test(time, event, arm):
    result = compare_survival("serious events", time, event, list(arm), level=0.95)
    assert np.isnan([result.chi_squared, result.p_value]).all()
    assert NO_VARIANCE in result.warnings
    assert result.n_events == sum(event)


def test_an_arm_that_left_before_the_first_event_costs_no_degree_of_freedom():
    """As in R: survdiff(Surv(time, event) ~ arm) drops groups that expect no event."""
    time, event = [1, 2, 5, 6, 7, 8, 9], [0, 0, 1, 1, 0, 1, 1]
    three = compare_survival("x", time, event, list("CCABABA"), level=0.95)
    two = compare_survival("x", time[2:], event[2:], list("ABABA"), level=0.95)
    assert (three.df, three.chi_squared) == (1, pytest.approx(two.chi_squared))


@pytest.mark.parametrize("event", [0, 1])
def test_without_an_event_no_test_is_told(event):
    found = compare_survival("It", [5, 9, 7, 8], [0, event, 0, event], ["A", "A", "B", "B"], level=0.95)
    lines = comparison_lines((found,))
    assert any("log-rank test of all arms: P" in line for line in lines) == bool(event)
    assert any("Not compared" in line for line in lines) == (not event)
