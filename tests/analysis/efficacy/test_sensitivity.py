"""Identities and worked numbers of clinical_facts.md 9.3-9.5 (R)."""

import numpy as np
import pytest

from sscviewer.analysis.efficacy.imputation import SubjectTable, multiple_imputation, rubin, subject_table
from sscviewer.analysis.efficacy.sensitivity import (
    carried_forward,
    completers,
    jump_to_reference,
    mean_estimate,
    return_to_baseline,
    shifted,
    tip,
    tipping_point,
)
from sscviewer.analysis.estimate import make_estimate
from sscviewer.analysis.mmrm import fit_mmrm
from sscviewer.analysis.reml.errors import FitError
from tests.analysis.efficacy.by_hand import conditional_value


@pytest.fixture(scope="module")
def mrss(syn20_later):
    return fit_mmrm(syn20_later, "MRSS_CHG ~ 0 + VISIT", subject="USUBJID", visit="VISIT")


def with_two(fit):
    """Return the subjects of a fit and two more without any value."""
    table = subject_table(fit)
    rows = np.concatenate([table.rows, table.rows[:2]])  # without covariates all have the same
    none = np.full((2, table.y.shape[1]), np.nan)
    return SubjectTable(rows, np.concatenate([table.y, none]), np.append(table.group, table.group[:2]))


def conditional_means(fit, position):
    """Values at a visit; what is missing as the patient's other values let expect."""
    table = subject_table(fit)
    mu = table.rows @ fit.fitted.beta
    rows = zip(mu, table.seen, table.y, strict=True)
    return [
        y[position] if seen[position] else conditional_value(m, fit.fitted.omega, seen, y, position)
        for m, seen, y in rows
    ]


def delta_adjusted(fit, visit, delta, *, estimate, without_data):
    point = tipping_point(fit, visit, estimate=estimate, without_data=without_data)
    return shifted(estimate, point, delta)


@pytest.mark.parametrize(("response", "expected"), [("FVCPP_CHG", 1.1567699), ("MRSS_CHG", -4.7738427)])
def test_estimate_is_mean_of_observed_and_conditional_means(syn20_later, response, expected):
    fit = fit_mmrm(syn20_later, f"{response} ~ 0 + VISIT", subject="USUBJID", visit="VISIT")
    means = conditional_means(fit, 3)
    assert len(means) == 18
    assert np.mean(means) == pytest.approx(expected, abs=6e-8)
    assert np.mean(means) == pytest.approx(fit.contrast({"VISITM12": 1.0}).estimate, abs=1e-9)


def test_tipping_point(mrss):
    estimate = mrss.contrast({"VISITM12": 1.0})
    point = tipping_point(mrss, "M12", estimate=estimate, without_data=2)
    assert (point.missing, point.n_subjects) == (8, 20)
    assert point.delta_zero == pytest.approx(11.93461, abs=6e-6)
    assert tipping_point(mrss, "M12", estimate=estimate).delta_zero == pytest.approx(14.32153, abs=6e-6)
    at = delta_adjusted(mrss, "M12", point.delta_zero, estimate=estimate, without_data=2)
    assert at.estimate == pytest.approx(0.0, abs=1e-12)
    edge = delta_adjusted(mrss, "M12", point.delta_upper, estimate=estimate, without_data=2)
    assert edge.upper == pytest.approx(0.0, abs=1e-12)
    assert "8 of 20" in at.method


def test_a_shift_carries_the_chance_of_who_is_missing(mrss, syn20_later):
    """Against the jackknife over patients, each trial without a patient fitted anew (8 of 20 missing)."""
    estimate = mrss.contrast({"VISITM12": 1.0})
    later = syn20_later[syn20_later["MRSS_CHG"].notna()]
    seen = set(later.loc[later["VISIT"] == "M12", "USUBJID"])
    patients = [f"S{i:02d}" for i in range(1, 21)]
    means, shares = [], []
    for out in patients:
        fit = fit_mmrm(
            later[later["USUBJID"] != out], "MRSS_CHG ~ 0 + VISIT", subject="USUBJID", visit="VISIT"
        )
        means.append(fit.contrast({"VISITM12": 1.0}).estimate)
        shares.append(np.mean([one not in seen for one in patients if one != out]))

    def jackknife(delta):
        values = np.array(means) + delta * np.array(shares)
        return float(np.sqrt(19 / 20 * np.sum((values - values.mean()) ** 2)))

    # these are also the figures of an independent statistician: 1.118 and 1.49, with 0.924 unshifted
    assert [jackknife(d) for d in (4.77, 9.55)] == pytest.approx([1.118, 1.49], abs=1e-3)
    for delta in (4.77, 9.55, -3.0):
        moved = delta_adjusted(mrss, "M12", delta, estimate=estimate, without_data=2)
        assert moved.se == pytest.approx(jackknife(delta), rel=0.045)
        # the model's own standard error is 4 % above the jackknife's: what δ adds is the same
        point = tipping_point(mrss, "M12", estimate=estimate, without_data=2)
        assert point.share_se**2 == pytest.approx(0.4 * 0.6 / 19)
        correlation = np.corrcoef(means, shares)[0, 1]
        assert point.correlation == pytest.approx(correlation, abs=1e-3)
    assert delta_adjusted(mrss, "M12", 0.0, estimate=estimate, without_data=2).se == estimate.se
    assert point.delta_upper == pytest.approx(5.5, abs=0.05)


def test_a_shift_is_that_of_rubins_rules(mrss):
    estimate = mrss.contrast({"VISITM12": 1.0})
    for delta in (0.0, 4.77, 9.55):
        moved = delta_adjusted(mrss, "M12", delta, estimate=estimate, without_data=2)
        drawn = multiple_imputation(mrss, "M12", with_two(mrss), m=1000, seed=2, delta=delta)
        assert moved.estimate == pytest.approx(drawn.estimate, abs=0.06)
        assert moved.se == pytest.approx(drawn.se, rel=0.03)


@pytest.mark.parametrize(
    ("change", "correlation", "reaches"),
    [((-4.0, 1.0), 0.0, True), ((-4.0, 1.0), -0.9, True), ((4.0, 1.0), 0.3, True), ((-0.5, 1.0), 0.2, True)],
)
def test_at_the_tipping_point_the_limit_is_zero(change, correlation, reaches):
    estimate = make_estimate(*change, 12.0, level=0.95, n_subjects=20, n_obs=60, method="")
    missing = np.arange(20) < 8
    moves = np.where(missing, -0.6, 0.4) * correlation + np.random.default_rng(1).normal(0, 0.3, 20)
    point = tip(estimate, moves - moves.mean(), missing, np.ones(20, dtype=bool))
    at_lower, at_upper = (shifted(estimate, point, d) for d in (point.delta_lower, point.delta_upper))
    assert at_lower.lower == pytest.approx(0.0, abs=1e-9)
    assert at_upper.upper == pytest.approx(0.0, abs=1e-9)
    assert shifted(estimate, point, point.delta_zero).estimate == pytest.approx(0.0, abs=1e-9)


def test_where_nearly_all_are_missing_no_shift_is_enough():
    """Two of four missing: the share is so uncertain that the shifted interval always holds zero."""
    estimate = make_estimate(-4.0, 0.5, 3.0, level=0.95, n_subjects=4, n_obs=8, method="")
    point = tip(estimate, np.zeros(4), np.array([True, True, False, False]), np.ones(4, dtype=bool))
    far = shifted(estimate, point, 1e6)
    assert far.lower < 0 < far.upper
    assert np.isnan(point.delta_lower)


def test_monte_carlo_error_is_what_other_seeds_give(mrss):
    found = [
        multiple_imputation(mrss, "M12", with_two(mrss), m=50, seed=seed, delta=0.0) for seed in range(40)
    ]
    said = float(found[0].method.rsplit(" ", 1)[1])
    assert said == pytest.approx(np.std([one.estimate for one in found], ddof=1), rel=0.4)


def test_single_value_methods(syn20_wide):
    change = syn20_wide[12].to_numpy()
    done = completers(change, level=0.95)
    assert (done.n_subjects, done.estimate) == (12, pytest.approx(-5.166667, abs=6e-7))
    assert done.estimate / done.se == pytest.approx(-5.173203, abs=6e-7)
    assert done.p_value == pytest.approx(0.00030697, abs=6e-9)
    assert (done.lower, done.upper) == pytest.approx((-7.364871, -2.968463), abs=1e-6)
    locf = mean_estimate(carried_forward(syn20_wide.to_numpy()), level=0.95)
    assert (locf.estimate, locf.p_value) == pytest.approx((-3.55, 0.00022695), abs=6e-9)
    assert (locf.lower, locf.upper) == pytest.approx((-5.188754, -1.911246), abs=6e-7)
    back = return_to_baseline(change, level=0.95)
    assert (back.estimate, back.lower, back.upper) == pytest.approx((-3.1, -4.830621, -1.369379), abs=6e-7)
    assert back.p_value == pytest.approx(0.00135858, abs=6e-9)
    assert jump_to_reference(change, 1.0, level=0.95).estimate == pytest.approx(-3.1 + 8 / 20)


def test_rubin():
    pooled = rubin([1.0, 1.2, 0.9, 1.1, 1.3], [0.25] * 5, level=0.95)
    assert pooled.estimate == pytest.approx(1.10)
    assert pooled.se == pytest.approx(0.529150, abs=6e-7)
    assert pooled.df == pytest.approx(348.444, abs=6e-4)
    assert rubin([1.0, 1.2], [0.2, 0.2], complete_df=10.0, level=0.95).df < 10.0


def test_multiple_imputation_is_seeded_and_near_the_model(mrss):
    one = multiple_imputation(mrss, "M12", subject_table(mrss), m=200, seed=3, delta=0.0)
    assert one == multiple_imputation(mrss, "M12", subject_table(mrss), m=200, seed=3, delta=0.0)
    assert one != multiple_imputation(mrss, "M12", subject_table(mrss), m=200, seed=4, delta=0.0)
    direct = mrss.contrast({"VISITM12": 1.0})
    # the simulation error of 200 data sets is a few hundredths
    assert one.estimate == pytest.approx(direct.estimate, abs=0.15)
    assert one.se == pytest.approx(direct.se, rel=0.15)
    moved = multiple_imputation(mrss, "M12", subject_table(mrss), m=200, seed=3, delta=2.0)
    assert moved.estimate - one.estimate == pytest.approx(2.0 * 6 / 18)


def test_errors_are_sentences(mrss):
    with pytest.raises(FitError, match="M7 is not a visit"):
        tipping_point(mrss, "M7", estimate=mrss.contrast({"VISITM12": 1.0}))
    with pytest.raises(FitError, match="at least two values"):
        mean_estimate(np.array([1.0]), level=0.95)
