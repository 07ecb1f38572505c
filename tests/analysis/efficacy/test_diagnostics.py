"""Residuals, influence and random effects, against direct refits and the definition."""

import numpy as np
import pytest

from sscviewer.analysis.efficacy.diagnostics import influence, mmrm_residuals, random_effects, slope_residuals
from sscviewer.analysis.mmrm import fit_mmrm
from sscviewer.analysis.random_slope import fit_random_slope

KEYS = {"subject": "USUBJID", "visit": "VISIT"}


@pytest.fixture(scope="module")
def fit(syn20_later):
    return fit_mmrm(syn20_later, "MRSS_CHG ~ 0 + VISIT", **KEYS)


@pytest.fixture(scope="module")
def slope(syn20):
    return fit_random_slope(syn20, "MRSS ~ MONTH", subject="USUBJID", time="MONTH")


def test_scaled_residuals_make_the_quadratic_form(fit):
    residuals = mmrm_residuals(fit)
    assert len(residuals.marginal) == fit.n_obs
    # at the REML optimum of an unrestricted scale, r'V⁻¹r = N − p
    assert np.sum(residuals.scaled**2) == pytest.approx(fit.n_obs - 4, rel=1e-9)


def test_influence_is_the_refit_without_the_subject(fit, syn20_later):
    weights = fit.weights_of({"VISITM12": 1.0})
    result = influence(fit, weights)
    assert result.refitted.all()
    for i in (0, 7, 12):
        rest = syn20_later[syn20_later["USUBJID"] != fit.subjects[i]]
        direct = fit_mmrm(rest, "MRSS_CHG ~ 0 + VISIT", **KEYS).contrast({"VISITM12": 1.0})
        assert result.estimate[i] == pytest.approx(direct.estimate, rel=1e-7)
    cheap = influence(fit, weights, refit=False)
    assert not cheap.refitted.any()
    assert cheap.shift == pytest.approx(result.shift, abs=0.25)


def test_slope_residuals_and_effects(slope):
    residuals = slope_residuals(slope)
    assert np.sum(residuals.scaled**2) == pytest.approx(slope.n_obs - 2, rel=1e-7)
    effects = random_effects(slope)
    assert list(effects.columns) == ["(Intercept)", "MONTH"]
    assert effects.to_numpy().mean(axis=0) == pytest.approx([0.0, 0.0], abs=1e-6)
    assert np.var(residuals.conditional) < np.var(residuals.marginal)
