"""Survival, competing risks and mean counts against the worked numbers of SYN20 (shared facts 9.7, 9.9)."""

import numpy as np
import pytest

from sscviewer.analysis.survival.competing_risks import cumulative_incidence
from sscviewer.analysis.survival.mean_cumulative import mean_cumulative
from sscviewer.analysis.survival.survival import kaplan_meier

STOPPED = {"drug": [42, 71, 98, 154, 203], "ssc": [119, 245], "": [180]}
COMPLETED = [364, 364, 365, 366, 364, 370, 363, 365, 364, 368, 364, 365]
DAYS = [*STOPPED["drug"], *STOPPED["ssc"], *STOPPED[""], *COMPLETED]
CAUSE = [*["drug"] * 5, *["ssc"] * 2, *[""] * 13]


def test_kaplan_meier_of_the_made_up_trial():
    km = kaplan_meier(DAYS, [bool(c) for c in CAUSE], level=0.95)
    assert np.round(km.curve.at(365), 6).tolist() == [0.642857, 0.392511, 0.811602]
    at_risk = dict(zip(km.curve.times, km.at_risk, strict=True))
    assert [at_risk[day] for day in (42, 71, 98, 119, 154, 203, 245)] == [20, 19, 18, 17, 16, 14, 13]
    assert (km.n, km.n_events) == (20, 7)
    assert np.isnan(km.median)
    log = kaplan_meier(DAYS, [bool(c) for c in CAUSE], interval="log", level=0.95)
    assert np.round(log.curve.at(365)[1:], 6).tolist() == [0.461567, 0.895352]


def test_before_the_first_time_nothing_has_happened():
    km = kaplan_meier(DAYS, [bool(c) for c in CAUSE], level=0.95)
    assert [float(v) for v in km.curve.at(10)] == [1.0, 1.0, 1.0]


@pytest.mark.parametrize(
    ("day", "drug", "ssc", "se_drug", "se_ssc"),
    [
        (42, 0.05, 0, 0.048734, 0),
        (98, 0.15, 0, 0.079844, 0),
        (119, 0.15, 0.05, 0.079844, 0.048734),
        (203, 0.253571, 0.05, 0.098190, 0.048734),
        (245, 0.253571, 0.103571, 0.098190, 0.069425),
    ],
)
def test_cumulative_incidence_of_the_made_up_trial(day, drug, ssc, se_drug, se_ssc):
    curves = [cause.curve for cause in cumulative_incidence(DAYS, CAUSE, level=0.95).causes]
    row = curves[0].times.tolist().index(day)
    values = [curves[0].value[row], curves[1].value[row], curves[0].se[row], curves[1].se[row]]
    np.testing.assert_allclose(values, [drug, ssc, se_drug, se_ssc], atol=6e-7)


def test_cumulative_incidence_intervals_and_less_than_one_minus_kaplan_meier():
    drug, ssc = cumulative_incidence(DAYS, CAUSE, level=0.95).causes
    np.testing.assert_allclose(drug.curve.at(365)[1:], [0.092028, 0.454224], atol=6e-7)
    np.testing.assert_allclose(ssc.curve.at(365)[1:], [0.017468, 0.280740], atol=6e-7)
    log = cumulative_incidence(DAYS, CAUSE, interval="log", level=0.95).causes
    np.testing.assert_allclose(log[0].curve.at(365)[1:], [0.118711, 0.541639], atol=6e-7)
    naive = 1 - kaplan_meier(DAYS, [c == "drug" for c in CAUSE], level=0.95).curve.at(365)[0]
    assert naive == pytest.approx(0.260045, abs=6e-7)
    assert drug.curve.at(365)[0] < naive


def test_lost_as_a_third_cause_gives_plain_shares():
    cause = [c or ("lost" if d == 180 else "") for d, c in zip(DAYS, CAUSE, strict=True)]
    result = cumulative_incidence(DAYS, cause, ["drug", "ssc", "lost"], level=0.95)
    shares = [float(part.curve.at(365)[0]) for part in result.causes]
    np.testing.assert_allclose([*shares, float(result.free.at(365)[0])], [0.25, 0.1, 0.05, 0.6], atol=1e-12)


def test_nobody_and_nothing():
    empty = kaplan_meier([], [], level=0.95)
    assert (empty.n, empty.n_events, empty.curve.times.size) == (0, 0, 0)
    assert np.isnan(empty.median)
    assert kaplan_meier([np.nan, 3.0], [True, False], level=0.95).n == 1
    nothing = cumulative_incidence([3.0, 4.0], ["", ""], level=0.95)
    assert nothing.causes == ()
    assert nothing.free.value.tolist() == [1.0, 1.0]


def test_a_cause_asked_for_but_never_seen_is_zero_and_counted():
    result = cumulative_incidence([1.0, 2.0, 3.0], ["a", "", "a"], ["death", "a"], level=0.95)
    assert [(part.cause, part.n_events) for part in result.causes] == [("death", 0), ("a", 2)]
    assert result.causes[0].curve.value.tolist() == [0.0, 0.0, 0.0]
    assert result.causes[1].curve.value[-1] == pytest.approx(1.0)


def test_mean_count_of_two_patients_by_hand():
    # Both are observed to day 10; the first has events on days 2 and 4, the second on day 4.
    mean = mean_cumulative([10, 10, np.nan], [0, 0, 1], [2, 4, 4], level=0.95)
    assert mean.curve.times.tolist() == [2, 4]
    assert mean.curve.value.tolist() == [0.5, 1.5]
    # Each patient's own count less the mean, squared, summed, over n squared.
    np.testing.assert_allclose(mean.curve.se**2, [(0.5**2 + 0.5**2) / 4, (0.5**2 + 0.5**2) / 4])
    assert (mean.n, mean.n_events) == (2, 3)


def test_mean_count_leaves_out_what_was_not_observed():
    mean = mean_cumulative([5, 10], [0, 1, 1], [7, 3, np.nan], level=0.95)
    assert (mean.n_events, mean.curve.times.tolist(), mean.at_risk.tolist()) == (1, [3], [2])
