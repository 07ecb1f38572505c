"""Restricted means of the 6-MP trial as SAS prints them, and without censoring by their definition."""

import numpy as np
import pytest

from sscviewer.analysis.survival.rmst import common_horizon, restricted_difference, restricted_mean
from sscviewer.analysis.survival.survival import kaplan_meier

# Freireich et al., Blood 1963;21:699: weeks in remission
TREATED = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
RELAPSED = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
PLACEBO = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]


def curve(weeks, event):
    """Day 1 is the start: a time of t is study day t + 1."""
    return kaplan_meier(np.array(weeks, dtype=float) + 1, np.array(event, dtype=bool), level=0.95)


def test_as_sas_prints_it():
    # PROC LIFETEST: mean 17.9092, standard error 1.6474, restricted to the largest event time, 23; its
    # variance is times events / (events - 1), nine events here, which R's survival and survRM2 do not have
    found = restricted_mean(curve(TREATED, RELAPSED), 23.0, start=1, level=0.95)
    assert (found.estimate, found.se * np.sqrt(9 / 8)) == pytest.approx((17.9092, 1.6474), abs=6e-5)


def test_without_censoring_it_is_the_mean_cut_at_the_horizon():
    for horizon in (10.0, 23.0):
        cut = np.minimum(PLACEBO, horizon)
        found = restricted_mean(curve(PLACEBO, np.ones(21)), horizon, start=1, level=0.95)
        assert found.estimate == pytest.approx(cut.mean())
        assert found.se == pytest.approx(cut.std() / np.sqrt(21))


def test_differences_join_both_errors_up_to_the_last_time_of_both():
    times = [np.array(TREATED, dtype=float) + 1, np.array(PLACEBO, dtype=float) + 1]
    horizon = common_horizon(times, start=1)
    assert horizon == 23.0
    own = restricted_mean(curve(TREATED, RELAPSED), horizon, start=1, level=0.95)
    other = restricted_mean(curve(PLACEBO, np.ones(21)), horizon, start=1, level=0.95)
    found = restricted_difference(own, other)
    assert found.estimate == pytest.approx(17.9092 - 182 / 21, abs=6e-5)
    assert found.se == pytest.approx(
        np.hypot(1.6474 * np.sqrt(8 / 9), np.std(PLACEBO) / np.sqrt(21)), abs=6e-5
    )
