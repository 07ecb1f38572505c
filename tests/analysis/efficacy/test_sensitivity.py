"""Identities and worked numbers of clinical_facts.md 9.3-9.5 (R)."""

import numpy as np
import pytest

from sscviewer.analysis.efficacy.imputation import multiple_imputation, rubin
from sscviewer.analysis.efficacy.sensitivity import (
    completers,
    conditional_means,
    delta_adjusted,
    jump_to_reference,
    last_observation_carried_forward,
    mean_estimate,
    return_to_baseline,
    tipping_point,
)
from sscviewer.analysis.mmrm import fit_mmrm
from sscviewer.analysis.reml.errors import FitError


@pytest.fixture(scope="module")
def mrss(syn20_later):
    return fit_mmrm(syn20_later, "MRSS_CHG ~ 0 + VISIT", subject="USUBJID", visit="VISIT")


@pytest.mark.parametrize(("response", "expected"), [("FVCPP_CHG", 1.1567699), ("MRSS_CHG", -4.7738427)])
def test_estimate_is_mean_of_observed_and_conditional_means(syn20_later, response, expected):
    fit = fit_mmrm(syn20_later, f"{response} ~ 0 + VISIT", subject="USUBJID", visit="VISIT")
    means = conditional_means(fit, "M12")
    assert len(means.values) == 18
    assert means.mean == pytest.approx(expected, abs=6e-8)
    assert means.mean == pytest.approx(fit.contrast({"VISITM12": 1.0}).estimate, abs=1e-9)


def test_tipping_point(mrss):
    estimate = mrss.contrast({"VISITM12": 1.0})
    point = tipping_point(mrss, "M12", estimate=estimate, without_data=2)
    assert (point.missing, point.n_subjects) == (8, 20)
    assert point.delta_zero == pytest.approx(11.93461, abs=6e-6)
    assert tipping_point(mrss, "M12", estimate=estimate).delta_zero == pytest.approx(14.32153, abs=6e-6)
    at = delta_adjusted(mrss, "M12", point.delta_zero, estimate=estimate, without_data=2)
    assert at.estimate == pytest.approx(0.0, abs=1e-12)
    assert at.se == estimate.se
    edge = delta_adjusted(mrss, "M12", point.delta_upper, estimate=estimate, without_data=2)
    assert edge.upper == pytest.approx(0.0, abs=1e-12)
    assert "8 of 20" in at.method


def test_single_value_methods(syn20_wide):
    change = syn20_wide[12].to_numpy()
    done = completers(change)
    assert (done.n_subjects, done.estimate) == (12, pytest.approx(-5.166667, abs=6e-7))
    assert done.estimate / done.se == pytest.approx(-5.173203, abs=6e-7)
    assert done.p_value == pytest.approx(0.00030697, abs=6e-9)
    assert (done.lower, done.upper) == pytest.approx((-7.364871, -2.968463), abs=1e-6)
    locf = last_observation_carried_forward(syn20_wide.to_numpy())
    assert (locf.estimate, locf.p_value) == pytest.approx((-3.55, 0.00022695), abs=6e-9)
    assert (locf.lower, locf.upper) == pytest.approx((-5.188754, -1.911246), abs=6e-7)
    back = return_to_baseline(change)
    assert (back.estimate, back.lower, back.upper) == pytest.approx((-3.1, -4.830621, -1.369379), abs=6e-7)
    assert back.p_value == pytest.approx(0.00135858, abs=6e-9)
    assert jump_to_reference(change, 1.0).estimate == pytest.approx(-3.1 + 8 / 20)


def test_rubin():
    pooled = rubin([1.0, 1.2, 0.9, 1.1, 1.3], [0.25] * 5)
    assert pooled.estimate == pytest.approx(1.10)
    assert pooled.se == pytest.approx(0.529150, abs=6e-7)
    assert pooled.df == pytest.approx(348.444, abs=6e-4)
    assert rubin([1.0, 1.2], [0.2, 0.2], complete_df=10.0).df < 10.0


def test_multiple_imputation_is_seeded_and_near_the_model(mrss):
    one = multiple_imputation(mrss, "M12", m=200, seed=3)
    assert one == multiple_imputation(mrss, "M12", m=200, seed=3)
    assert one != multiple_imputation(mrss, "M12", m=200, seed=4)
    direct = mrss.contrast({"VISITM12": 1.0})
    # the simulation error of 200 data sets is a few hundredths
    assert one.estimate == pytest.approx(direct.estimate, abs=0.15)
    assert one.se == pytest.approx(direct.se, rel=0.15)
    moved = multiple_imputation(mrss, "M12", m=200, seed=3, delta=2.0)
    assert moved.estimate - one.estimate == pytest.approx(2.0 * 6 / 18)


def test_errors_are_sentences(mrss):
    with pytest.raises(FitError, match="M7 is not a visit"):
        conditional_means(mrss, "M7")
    with pytest.raises(FitError, match="at least two values"):
        mean_estimate(np.array([1.0]))
