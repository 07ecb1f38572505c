"""Predicted slopes against lme4 on its own example, and the mixed-model equations solved at once."""

import numpy as np
import pytest

from sscviewer.analysis.distribution.slopes import own_slope, predicted, predicted_slopes
from sscviewer.analysis.random_slope import fit_random_slope

DAYS = np.arange(10.0)
REACTION = {
    308: [249.56, 258.7047, 250.8006, 321.4398, 356.8519, 414.6901, 382.2038, 290.1486, 430.5853, 466.3535],
    309: [222.7339, 205.2658, 202.9778, 204.7070, 207.7161, 215.9618, 213.6303, 217.7272, 224.2957, 237.3142],
}
"""Two subjects of lme4's sleepstudy (Belenky et al. 2003)."""
BETA = np.array([251.40510, 10.46729])
D = np.array([[612.10016, 9.60441], [9.60441, 35.07171]])
SIGMA2 = 654.94001
"""lmer(Reaction ~ Days + (Days | Subject), sleepstudy), REML."""


@pytest.mark.parametrize(
    ("subject", "effects"), [(308, (2.2585509, 9.1989758)), (309, (-40.398738, -8.6196806))]
)
def test_effects_are_lme4s_ranef(subject, effects):
    x = np.column_stack([np.ones(10), DAYS])
    found, variance, _ = predicted(np.array(REACTION[subject]) - x @ BETA, x, x, D, SIGMA2)
    assert found == pytest.approx(effects, abs=5e-4)
    # condsd of as.data.frame(ranef(fit)): the variance given the fixed effects
    assert np.sqrt(np.diag(variance)) == pytest.approx((12.070859, 2.304839), abs=5e-5)


def test_own_slope_is_least_squares():
    assert own_slope(DAYS, np.array(REACTION[308])) == pytest.approx(np.polyfit(DAYS, REACTION[308], 1)[0])
    assert np.isnan(own_slope(np.array([3.0, 3.0]), np.array([1.0, 2.0])))


def test_slopes_and_their_errors_solve_hendersons_equations(syn20):
    """Henderson (1975): the inverse of his equations is the covariance of errors."""
    frame = syn20[syn20["MRSS"].notna()].reset_index(drop=True)
    fit = fit_random_slope(frame, "MRSS ~ MONTH", subject="USUBJID", time="MONTH", df="satterthwaite")
    d, n = fit.random_covariance.to_numpy(), len(fit.subjects)
    x = fit.design.x
    z = np.zeros((len(x), 2 * n))
    rows = np.arange(len(x))
    z[rows, 2 * fit.subject_codes], z[rows, 2 * fit.subject_codes + 1] = 1.0, fit.times
    both = np.hstack([x, z])
    penalty = np.zeros((both.shape[1],) * 2)
    penalty[2:, 2:] = np.kron(np.eye(n), np.linalg.inv(d))
    inverse = np.linalg.inv(both.T @ both / fit.residual_variance + penalty)
    solution = inverse @ both.T @ fit.design.y / fit.residual_variance
    slopes, errors = predicted_slopes(fit)
    for code in range(n):
        weights = np.zeros(len(solution))
        weights[[1, 2 + 2 * code + 1]] = 1.0
        assert slopes[code] == pytest.approx(weights @ solution, rel=1e-6)
        assert errors[code] == pytest.approx(np.sqrt(weights @ inverse @ weights), rel=1e-5)
