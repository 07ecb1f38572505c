"""Win ratio: Gehan's statistic of the 6-MP trial, Mann-Whitney, DeLong's variance, layers, coverage."""

import math

import numpy as np
import pytest
from scipy.stats import mannwhitneyu

from sscviewer.analysis.compare.win_ratio import TimeLayer, ValueLayer
from sscviewer.analysis.compare.win_ratio import win_ratio as with_level
from tests.analysis.survival.test_rmst import PLACEBO, RELAPSED, TREATED


def win_ratio(layers, treated):
    return with_level(layers, treated, level=0.95)


def test_one_layer_of_times_is_gehans_test():
    time = np.array([*TREATED, *PLACEBO], dtype=float)
    event = np.array([*RELAPSED, *np.ones(21)], dtype=bool)
    found = win_ratio([TimeLayer("relapse", time, event)], np.arange(42) < 21)
    # Gehan, Biometrika 1965;52:203: W = 271 for these data
    assert abs(found.rank_sum) == 271
    assert found.wins - found.losses == 271
    assert found.wins + found.losses + found.ties == 21 * 21
    assert found.rank_p < 0.001


def test_one_layer_of_values_is_mann_whitneys():
    rng = np.random.default_rng(1)
    value, treated = rng.normal(size=30), np.arange(30) < 14
    value[treated] += 0.5
    found = win_ratio([ValueLayer("change", value)], treated)
    other = mannwhitneyu(value[treated], value[~treated], use_continuity=False, method="asymptotic")
    assert found.wins == other.statistic
    assert found.ratio == pytest.approx(other.statistic / (14 * 16 - other.statistic))
    assert found.rank_p == pytest.approx(other.pvalue)


def test_net_benefit_has_delongs_variance():
    # DeLong, DeLong & Clarke-Pearson, Biometrics 1988;44:837: of the area, which is (benefit + 1) / 2
    rng = np.random.default_rng(2)
    x, y = rng.normal(0.4, 1, 12), rng.normal(0, 1, 15)
    found = win_ratio([ValueLayer("v", np.concatenate([x, y]))], np.arange(27) < 12)
    placement = (x[:, None] > y[None, :]).astype(float)
    variance = placement.mean(1).var(ddof=1) / 12 + placement.mean(0).var(ddof=1) / 15
    half = found.benefit_upper - found.benefit
    assert half == pytest.approx(1.959964 * 2 * math.sqrt(variance), rel=1e-6)


def test_layers_decide_in_their_order_and_what_is_unknown_goes_on():
    # A: died on day 50; B: alive to day 100, no change known; C: alive to 40, +3; D: alive to 100, +1
    time, event = np.array([50.0, 100, 40, 100]), np.array([True, False, False, False])
    change = np.array([9.0, np.nan, 3.0, 1.0])
    layers = [TimeLayer("death", time, event), ValueLayer("change", change, 1, 1.5)]
    found = win_ratio(layers, np.array([True, True, False, False]))
    # A-C: C was not followed to day 50: by change, A wins; A-D: D lived; B-C, B-D: nothing known
    assert (found.wins, found.losses, found.ties) == (1, 1, 2)
    assert found.by_layer == (("death", 0, 1), ("change", 1, 0))
    swapped = win_ratio(layers, np.array([False, False, True, True]))
    assert (swapped.wins, swapped.losses) == (found.losses, found.wins)


def test_an_event_on_the_day_another_is_censored_is_a_loss():
    layer = TimeLayer("death", np.array([10.0, 10.0]), np.array([True, False]))
    assert win_ratio([layer], np.array([True, False])).losses == 1


def test_nobody_loses_and_nobody_is_there():
    value = np.array([2.0, 3.0, 0.0, 1.0])
    found = win_ratio([ValueLayer("v", value)], np.array([True, True, False, False]))
    assert found.ratio == math.inf
    assert math.isnan(found.lower)
    assert math.isnan(win_ratio([ValueLayer("v", value)], np.zeros(4, dtype=bool)).ratio)


def test_the_interval_holds_its_level_at_twenty_an_arm():
    """Ratio of pairs of normal values: the true one is Φ(δ/√2) / (1 − Φ(δ/√2))."""
    rng, inside, runs = np.random.default_rng(3), 0, 400
    share = 0.5 * (1 + math.erf(0.8 / 2))
    for _ in range(runs):
        value = np.concatenate([rng.normal(0.8, 1, 20), rng.normal(0, 1, 20)])
        found = win_ratio([ValueLayer("v", value)], np.arange(40) < 20)
        inside += found.lower <= share / (1 - share) <= found.upper
    # 95 % less the large-sample error at twenty and three standard errors of 400 runs
    assert inside / runs > 0.91
