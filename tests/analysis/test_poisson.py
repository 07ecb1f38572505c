"""Exact intervals of rates and of their ratio, as R gives them."""

import numpy as np
import pytest
from statsmodels.stats.rates import confint_poisson_2indep

from sscviewer.analysis.poisson import (
    no_event_bound,
    poisson_intervals,
    rate_differences,
    rate_ratio,
    rate_ratios,
)
from tests.reference.shipped import shipped


def test_intervals_against_r():
    fits = [{key: float(value) for key, value in row.items()} for row in shipped("rates")]
    for fit in fits:
        low, high = poisson_intervals(np.array([fit["events"]]), np.array([fit["time"]]), fit["level"])
        assert [low[0], high[0]] == pytest.approx([fit["lower"], fit["upper"]], rel=1e-10, abs=1e-10)
        if fit["events"] == 0:  # R's one-sided interval is the rule of three's exact form
            bound = no_event_bound(fit["time"], fit["level"])
            assert bound == pytest.approx(fit["upper_one_sided"], rel=1e-12)
    assert len(fits) > 100


def test_ratios_against_r():
    fits = [{key: float(value) for key, value in row.items()} for row in shipped("rate_ratios")]
    for fit in fits:
        found = rate_ratio(
            int(fit["events_1"]), fit["time_1"], int(fit["events_2"]), fit["time_2"], level=0.95
        )
        assert found.ratio == pytest.approx(fit["ratio"], abs=1e-12)
        assert [found.lower, found.upper] == pytest.approx([fit["lower"], fit["upper"]], rel=1e-9)
        assert found.p_value == pytest.approx(fit["p_value"], rel=1e-9)
    assert len(fits) == 10


# Facts 9.6, per 100 patient-years
@pytest.mark.parametrize(
    ("events", "time", "lower", "upper"),
    [
        (7, 15.2, 18.5155, 94.8860),
        (5, 15.2, 10.6808, 76.7653),
        (0, 15.2, 0, 24.2689),
        (23, 15.2, 95.9212, 227.0480),
        (5, 5494 / 365.25, 10.7932, 77.5730),
        (2, 5494 / 365.25, 1.6102, 48.0309),
        (14, 400, 1.9135, 5.8724),
    ],
)
def test_printed_rates(events, time, lower, upper):
    low, high = poisson_intervals(np.array([events]), np.array([time]), level=0.95)
    assert (100 * low[0], 100 * high[0]) == pytest.approx((lower, upper), abs=5e-5)


def test_printed_ratio():
    found = rate_ratio(7, 15.2, 3, 12, level=0.95)
    numbers = (found.ratio, found.lower, found.upper, found.p_value)
    assert numbers == pytest.approx((1.842105, 0.420535, 11.039706, 0.528192), abs=5e-7)


def test_without_time_or_events_nothing_is_said():
    low, high = poisson_intervals(np.array([0, 3]), np.array([0.0, 0.0]), level=0.95)
    assert np.isnan(low).all()
    assert np.isnan(high).all()
    assert np.isnan(rate_ratio(0, 1, 0, 1, level=0.95).ratio)
    assert np.isnan(rate_ratio(1, 0, 1, 1, level=0.95).p_value)
    assert rate_ratio(3, 2, 0, 1, level=0.95).ratio == np.inf
    assert rate_ratio(3, 2, 0, 1, level=0.95).upper == np.inf
    assert np.isnan(no_event_bound(0, level=0.95))


def test_many_ratios_are_those_of_each_pair():
    events, time = np.array([3, 0, 5, 0, 2]), np.array([10.0, 8.0, 4.0, 5.0, 0.0])
    other, other_time = np.array([6, 4, 0, 0, 1]), np.array([12.0, 9.0, 6.0, 5.0, 3.0])
    found = np.stack(rate_ratios(events, time, other, other_time, level=0.95), axis=1)
    for row, *pair in zip(found, events, time, other, other_time, strict=True):
        one = rate_ratio(*(value.item() for value in pair), level=0.95)
        np.testing.assert_allclose(row, [one.ratio, one.lower, one.upper], rtol=1e-12)


@pytest.mark.parametrize(
    "pair", [(5, 56.0, 3, 29.0), (60, 51477.5, 30, 54308.7), (3, 2.5, 9, 4.1), (41, 28010.0, 15, 19017.0)]
)
def test_differences_against_statsmodels(pair):
    found = rate_differences(*(np.array([float(value)]) for value in pair), level=0.95)
    other = confint_poisson_2indep(*pair, method="score", compare="diff")
    scale = pair[0] / pair[1]
    assert found[0][0] == pytest.approx(pair[0] / pair[1] - pair[2] / pair[3])
    assert [found[1][0] / scale, found[2][0] / scale] == pytest.approx([x / scale for x in other], abs=1e-5)


def test_differences_without_events_or_time():
    zeros, years = np.zeros(2), np.array([10.0, 0.0])
    value, low, high = rate_differences(zeros, years, zeros, np.array([12.0, 5.0]), level=0.95)
    # without any event the score limit of a rate is z squared over its time
    assert [low[0], high[0]] == pytest.approx([-(1.959964**2) / 12, 1.959964**2 / 10], rel=1e-6)
    assert value[0] == 0
    assert np.isnan([value[1], low[1], high[1]]).all()
