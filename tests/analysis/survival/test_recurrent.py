"""Dose and repeated events against the worked counting-process set (shared facts 9.9)."""

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.poisson import poisson_intervals
from sscviewer.analysis.survival.case_crossover import case_crossover
from sscviewer.analysis.survival.cox import fit_cox
from sscviewer.analysis.survival.leave_one_out import Rows, without_each_patient
from sscviewer.analysis.survival.mean_cumulative import mean_cumulative
from sscviewer.analysis.survival.recurrent import andersen_gill, poisson_regression
from tests.reference.shipped import FIGURES


@pytest.fixture(scope="module")
def intervals():
    return pd.read_csv(FIGURES / "dose_periods.csv").set_axis(
        ["id", "start", "stop", "dose", "event"], axis=1
    )


def _rows(frame):
    return frame["start"], frame["stop"], frame["event"] == 1, frame["dose"], frame["id"]


def test_andersen_gill_with_the_dose_as_it_changes(intervals):
    fit = andersen_gill(*_rows(intervals), level=0.95)
    ours = fit.result
    values = [ours.coefficient, ours.ratio, ours.model_se]
    np.testing.assert_allclose(values, [0.501416, 1.651058, 0.274715], atol=6e-7)
    assert (fit.n_subjects, fit.n_events, fit.days) == (8, 9, 870)
    assert "not causal" in fit.caveat
    assert ours.df == 7
    assert "jackknife" in fit.method
    # R's robust standard error (Lin-Wei) is the one that is too small with eight patients
    start, stop, event, dose, own = _rows(intervals)
    (lin_wei,) = fit_cox(stop, event, dose / 100, ["dose"], entry=start, subject=own, level=0.95).terms
    values = [lin_wei.se, lin_wei.lower, lin_wei.upper, lin_wei.p_value]
    np.testing.assert_allclose(values, [0.226261, 1.059666, 2.572502, 0.026685], atol=6e-7)
    assert ours.se > lin_wei.se


@pytest.mark.parametrize("ties", ["efron", "breslow"])
def test_without_each_patient_as_statsmodels_has_it_for_the_other_patients(intervals, ties):
    phreg = pytest.importorskip("statsmodels.duration.hazard_regression").PHReg
    rng = np.random.default_rng(4)
    x = np.column_stack([intervals["dose"] / 100, rng.normal(size=len(intervals))])
    stop = np.ceil(intervals["stop"] / 30)  # rough days, so that events are tied
    start = np.minimum(np.floor(intervals["start"] / 30), stop - 1)
    own = np.unique(intervals["id"], return_inverse=True)[1]
    event = intervals["event"].to_numpy() == 1
    layer = np.zeros(len(own), dtype=int)
    at = np.array([0.3, -0.2])
    score, information = without_each_patient(
        Rows(stop.to_numpy(), start.to_numpy(), event, x, layer, own), at, ties
    )
    for i in range(own.max() + 1):
        rest = own != i
        entry = np.where(start[rest] > 0, np.nextafter(start[rest], np.inf), 0.0)
        model = phreg(stop[rest], x[rest], status=event[rest].astype(int), entry=entry, ties=ties)
        np.testing.assert_allclose(score[i], model.score(at), rtol=1e-9, atol=1e-9)
        np.testing.assert_allclose(information[i], -model.hessian(at), rtol=1e-9, atol=1e-9)


def test_the_jackknife_is_that_of_fits_without_each_patient(intervals):
    """One Newton step from the estimate is near what a whole new fit without the patient gives."""
    start, stop, event, dose, own = _rows(intervals)
    ours = andersen_gill(start, stop, event, dose, own, level=0.95).result
    others = []
    for one in own.unique():
        rest = own != one
        fit = fit_cox(stop[rest], event[rest], dose[rest] / 100, ["dose"], entry=start[rest], level=0.95)
        others.append(fit.terms[0].coefficient)
    moved = np.array(others) - ours.coefficient
    assert ours.se == pytest.approx(np.sqrt(7 / 8 * np.sum(moved**2)), rel=0.1)


def test_poisson_jackknife_is_one_step_of_glm_without_each_patient(intervals):
    api = pytest.importorskip("statsmodels.api")
    start, stop, event, dose, own = _rows(intervals)
    result = poisson_regression(start, stop, event, dose, own, level=0.95)
    ours = result.result
    at = np.array([result.intercept, ours.coefficient])
    moved = []
    for one in own.unique():
        rest = own != one
        x = np.column_stack([np.ones(rest.sum()), dose[rest] / 100])
        model = api.GLM(event[rest], x, family=api.families.Poisson(), offset=np.log((stop - start)[rest]))
        step = np.linalg.solve(-model.hessian(at, observed=True), model.score(at))
        moved.append(step[1])
    assert ours.se == pytest.approx(np.sqrt(7 / 8 * np.sum(np.square(moved))), rel=1e-9)
    assert ours.df == 7


def test_first_events_only(intervals):
    before = intervals.groupby("id")["event"].cumsum() - intervals["event"]
    start, stop, event, dose, _ = _rows(intervals[before == 0])
    (term,) = fit_cox(stop, event, dose / 100, ["dose"], entry=start, level=0.95).terms
    np.testing.assert_allclose([term.coefficient, term.se], [0.469305, 0.382422], atol=6e-7)


def test_poisson_regression(intervals):
    fit = poisson_regression(*_rows(intervals), level=0.95)
    values = [fit.result.coefficient, fit.intercept]
    np.testing.assert_allclose(values, [0.481102, -6.354432], atol=6e-7)
    # R takes the standard error one step before the end of its iteration: 0.210404 for 0.210409.
    assert fit.result.model_se == pytest.approx(0.210404, abs=6e-6)
    assert 100 * fit.n_events / fit.days == pytest.approx(1.034483, abs=6e-7)


def test_mean_cumulative_count(intervals):
    until = intervals.groupby("id")["stop"].max()
    events = intervals[intervals["event"] == 1]
    position = [until.index.get_loc(usubjid) for usubjid in events["id"]]
    mean = mean_cumulative(until.to_numpy(), position, events["stop"], level=0.95)
    worked = {20: 0.125, 40: 0.375, 51: 0.5, 61: 0.642857, 66: 0.785714, 79: 0.928571, 88: 1.071429}
    np.testing.assert_allclose(mean.curve.at(list(worked))[0], list(worked.values()), atol=6e-7)
    assert mean.curve.value[-1] == pytest.approx(1.238095, abs=6e-7)
    assert mean.curve.se[-1] == pytest.approx(0.401632, abs=6e-7)


def test_rates_by_dose_band(intervals):
    worked = {
        (0, 100): (0, 153, 0, 2.4110),
        (100, 200): (2, 191, 0.1268, 3.7826),
        (200, 300): (1, 189, 0.0134, 2.9480),
        (300, 400): (2, 218, 0.1111, 3.3141),
        (400, 600): (4, 119, 0.9159, 8.6064),
    }
    for (above, up_to), (events, days, lower, upper) in worked.items():
        band = intervals[(intervals["dose"] > above) & (intervals["dose"] <= up_to)]
        length = (band["stop"] - band["start"]).sum()
        assert (band["event"].sum(), length) == (events, days)
        low, high = poisson_intervals(events, days / 100, level=0.95)
        np.testing.assert_allclose([low, high], [lower, upper], atol=6e-5)


@pytest.mark.parametrize("fit", [andersen_gill, poisson_regression])
@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (([0, 0], [5, 5], [0, 0], [100, 200], ["a", "b"]), "no events"),
        # all events at the highest dose
        (([0, 0, 0, 0], [5, 6, 7, 8], [0, 0, 1, 1], [1, 1, 2, 2], ["a", "b", "c", "d"]), ""),
        # three patients: t with 2 degrees of freedom
        (
            ([0, 0, 0, 4], [5, 6, 4, 9], [1, 1, 0, 1], [100, 200, 300, 100], ["a", "b", "c", "c"]),
            "fewer than four patients",
        ),
        # the doses differ in one patient only
        (
            ([0, 3, 0, 0, 0], [3, 9, 9, 8, 7], [1, 1, 0, 1, 1], [100, 200, 100, 100, 100], list("aabcd")),
            "hangs on one patient",
        ),
    ],
)
def test_what_cannot_be_estimated_is_said(fit, rows, reason):
    none = fit(*rows, level=0.95)
    assert none.result is None
    assert none.warnings[0].startswith("Not estimated: ")
    assert reason in none.warnings[0]


@pytest.mark.parametrize("fit", [andersen_gill, poisson_regression])
def test_a_row_of_no_length_has_nobody_at_risk(intervals, fit):
    """An event on the day a patient's follow-up begins cannot be counted, and is said."""
    start, stop, event, dose, own = (np.asarray(column) for column in _rows(intervals))
    more = fit(
        np.append(start, 7.0),
        np.append(stop, 7.0),
        np.append(event, True),
        np.append(dose, 300.0),
        np.append(own, own[0]),
        level=0.95,
    )
    assert more.result == fit(start, stop, event, dose, own, level=0.95).result
    assert more.warnings == ("Rows of no length, nobody at risk in them: 1.",)


@pytest.mark.parametrize("fit", [andersen_gill, poisson_regression])
def test_one_dose_or_events_on_one_side_of_it_say_nothing(fit):
    same = fit([0, 0], [5, 6], [1, 1], [100, 100], ["a", "b"], level=0.95)
    assert same.result is None
    assert "the same" in same.warnings[0]
    one_side = fit(
        [0] * 6, [5, 6, 7, 8, 9, 9], [1, 1, 1, 0, 0, 0], [200, 200, 200, 0, 0, 0], list("abcdef"), level=0.95
    )
    assert one_side.result is None
    assert one_side.warnings


def test_case_crossover_of_eight_against_two():
    result = case_crossover(3, 8, 2, 5, level=0.95)
    assert result.odds_ratio == 4.0
    np.testing.assert_allclose([result.lower, result.upper], [0.798252, 38.665656], atol=6e-7)
    assert result.p_value == pytest.approx(0.109375, abs=1e-12)
    assert result.n == 18


def test_case_crossover_without_discordant_pairs_or_with_one_kind_only():
    nothing = case_crossover(3, 0, 0, 5, level=0.95)
    assert np.isnan([nothing.odds_ratio, nothing.lower, nothing.p_value]).all()
    assert nothing.warnings
    all_one_way = case_crossover(0, 4, 0, 0, level=0.95)
    assert all_one_way.odds_ratio == all_one_way.upper == np.inf
    assert 0 < all_one_way.lower < 1


def test_a_patient_alone_at_every_event_says_nothing():
    """Of one patient's rows never two are at risk together, so that no dose can be compared with another."""
    start = np.array([0.0, 14, 28, 42, 56])
    fit = andersen_gill(
        start, start + 14, [1, 0, 2, 1, 0], [100.0, 200, 300, 400, 300], ["S01"] * 5, level=0.95
    )
    assert fit.result is None
    assert fit.warnings
