"""Trials of one to eight patients with all events on a few days: an answer or a reason, never an error."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscviewer.analysis.survival.compare_arms import compare_survival
from sscviewer.analysis.survival.competing_risks import cumulative_incidence
from sscviewer.analysis.survival.cox import fit_cox
from sscviewer.analysis.survival.mean_cumulative import mean_cumulative
from sscviewer.analysis.survival.recurrent import andersen_gill, poisson_regression
from sscviewer.analysis.survival.survival import kaplan_meier

pytestmark = pytest.mark.filterwarnings("error")
DAYS = st.integers(0, 4)
PATIENT = st.tuples(
    DAYS, DAYS, st.booleans(), st.sampled_from("AABC"), st.sampled_from([0, 0.3, 100, 600]), DAYS
)
TRIAL = st.lists(PATIENT, min_size=1, max_size=8)


def _columns(trial):
    start, more, event, arm, dose, own = zip(*trial, strict=True)
    begin = np.array(start, dtype=float)
    return begin, begin + more, np.array(event), list(arm), np.array(dose, dtype=float), list(own)


def _is_number(ratio):
    values = [ratio.ratio, ratio.lower, ratio.upper, ratio.p_value, ratio.se, ratio.model_se]
    return np.isfinite(values).all() and 0 < ratio.lower < ratio.ratio < ratio.upper


@given(trial=TRIAL, rho=st.sampled_from([0.0, 1.0]), stratified=st.booleans())
def test_arms_compared(trial, rho, stratified):
    _, time, event, arm, _, own = _columns(trial)
    result = compare_survival(
        "x", time + 1, event, arm, rho=rho, strata=own if stratified else None, level=0.95
    )
    assert result.warnings or (np.isfinite(result.p_value) and result.ratios)
    assert all(_is_number(ratio) for ratio in result.ratios)
    assert np.isfinite(result.p_value) == np.isfinite(result.chi_squared)


@given(
    trial=TRIAL,
    variance=st.sampled_from([None, "jackknife", "lin-wei"]),
    ties=st.sampled_from(["efron", "breslow"]),
)
def test_proportional_hazards(trial, variance, ties):
    start, stop, event, arm, dose, own = _columns(trial)
    x = np.column_stack([dose, [letter == "A" for letter in arm]]).astype(float)
    robust = {"subject": own, "variance": variance} if variance else {}
    fit = fit_cox(stop, event, x, ["dose", "arm"], entry=start, ties=ties, **robust, level=0.95)
    assert fit.terms or fit.warnings
    assert all(_is_number(term) for term in fit.terms)


@given(trial=TRIAL, fit=st.sampled_from([andersen_gill, poisson_regression]))
def test_repeated_events(trial, fit):
    start, stop, event, _, dose, own = _columns(trial)
    result = fit(start, stop, event, dose, own, level=0.95)
    assert (result.result is None) == any("Not estimated" in text for text in result.warnings)
    assert result.result is None or _is_number(result.result)


@given(trial=TRIAL)
def test_curves(trial):
    start, stop, event, arm, _, own = _columns(trial)
    kaplan = kaplan_meier(stop + 1, event, level=0.95)
    assert np.isfinite(kaplan.curve.value).all()
    reasons = [letter if happened else "" for letter, happened in zip(arm, event, strict=True)]
    for cause in cumulative_incidence(stop + 1, reasons, level=0.95).causes:
        assert ((cause.curve.value >= 0) & (cause.curve.value <= 1 + 1e-12)).all()
    until = np.full(5, 4.0)
    assert np.isfinite(mean_cumulative(until, own, start, level=0.95).curve.value).all()
