"""The posterior against textbooks, scipy and R."""

import numpy as np
import pytest
from scipy import stats

from sscviewer.analysis.one_arm.posterior import next_success, posterior, power


def test_a_flat_prior_gives_students_t():
    """Gelman et al. (2013), 3.2: the posterior of a normal mean under 1/σ² is t about the sample's mean."""
    known = posterior(-1.7, 0.9, 11)
    exact = stats.t(11, -1.7, 0.9)
    for probability in (0.025, 0.5, 0.975):
        assert known.quantile(probability) == pytest.approx(exact.ppf(probability), abs=1e-5)
    assert known.above(0.0) == pytest.approx(exact.sf(0.0), abs=1e-6)
    assert known.mean == pytest.approx(-1.7, abs=1e-6)
    assert known.sd == pytest.approx(exact.std(), rel=1e-5)


def test_a_normal_prior_is_the_conjugate_normal():
    """Gelman et al. (2013), 2.5: precisions add, the mean is weighted by them."""
    known = posterior(2.0, 1.5, np.inf, -1.0, 0.8)
    precision = 1 / 1.5**2 + 1 / 0.8**2
    mean = (2.0 / 1.5**2 - 1.0 / 0.8**2) / precision
    assert known.mean == pytest.approx(mean, abs=1e-7)
    assert known.sd == pytest.approx(precision**-0.5, rel=1e-6)
    assert known.above(1.0) == pytest.approx(stats.norm.sf(1.0, mean, precision**-0.5), abs=1e-6)


def test_the_great_trial():
    """Spiegelhalter, Abrams & Myles (2004), 3.6: prior worth 236.7 events, data 30.5, σ = 2, in log odds.

    Published: posterior mean -0.31, SD 0.12.
    """
    known = posterior(-0.74, 2 / 30.5**0.5, np.inf, -0.26, 2 / 236.7**0.5)
    assert (round(known.mean, 2), round(known.sd, 2)) == (-0.31, 0.12)


@pytest.mark.parametrize(("prior_mean", "prior_sd"), [(30.0, 0.01), (0.5, 200.0), (-40.0, 1.0)])
def test_priors_far_away_narrow_or_wide(prior_mean, prior_sd):
    known = posterior(1.0, 0.5, np.inf, prior_mean, prior_sd)
    precision = 1 / 0.25 + 1 / prior_sd**2
    mean = (1.0 / 0.25 + prior_mean / prior_sd**2) / precision
    assert known.mean == pytest.approx(mean, abs=2e-4)
    assert known.sd == pytest.approx(precision**-0.5, rel=2e-3)


def test_the_scale_and_sign_do_not_matter():
    one, other = posterior(1.2, 0.7, 9, 0.4, 0.5), posterior(-1200.0, 700.0, 9, -400.0, 500.0)
    assert other.mean == pytest.approx(-1000 * one.mean, rel=1e-6)
    assert other.above(-500.0) == pytest.approx(1 - one.above(0.5), abs=1e-6)


def test_power_is_rs():
    """R 4: power.t.test(n = 20, delta = 1, sd = 1) is 0.8689528."""
    assert power(np.array([10**0.5]), 38, 0.95)[0] == pytest.approx(0.8689528, abs=5e-7)


def test_the_next_trial_averages_the_power():
    rng = np.random.default_rng(1)
    known = posterior(1.5, 1.0, 15, 0.5, 1.2)
    truths = rng.choice(known.theta, 200_000, p=known.weight)
    se, n = 0.9, 20
    mean = truths + se * rng.standard_normal(len(truths))
    spread = se * np.sqrt(rng.chisquare(n - 1, len(truths)) / (n - 1))
    shown = mean - stats.t.ppf(0.975, n - 1) * spread > 0
    assert next_success(known, se, n, 0.0, 1, 0.95) == pytest.approx(shown.mean(), abs=0.004)


def test_a_huge_next_trial_shows_what_is_true():
    known = posterior(-1.5, 1.0, 12)
    assert next_success(known, 1e-6, 10**6, 0.0, -1, 0.95) == pytest.approx(1 - known.above(0.0), abs=1e-3)


def test_weak_intervals_hold_their_level_at_12_patients():
    """With a flat prior the interval is the t interval: its coverage in simulated trials is nominal."""
    rng = np.random.default_rng(2)
    covered = 0
    for _ in range(300):
        values = rng.normal(0.7, 2.0, 12)
        known = posterior(values.mean(), values.std(ddof=1) / 12**0.5, 11)
        covered += known.quantile(0.025) < 0.7 < known.quantile(0.975)
    assert 0.95 - 0.045 < covered / 300 < 0.95 + 0.045
