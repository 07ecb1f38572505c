"""The planner against formulas in cases that have one, and its promises: seed, cancel, words."""

import numpy as np
import pytest
from scipy.stats import binom, nct, t

from sscviewer.analysis.dose_question.benefit import benefits
from sscviewer.analysis.dose_question.next_trial import NextTrialSettings, _half_widths, plan_next_trial
from sscviewer.analysis.dose_question.protocol_words import protocol_paragraph
from sscviewer.analysis.dose_question.tolerance import tolerance
from sscviewer.analysis.dose_question.trend_test import trend_test
from sscviewer.analysis.dose_question.virtual_arms import PastTrial, virtual_arms
from sscviewer.analysis.proportion import proportion_interval
from sscviewer.analysis.reml.errors import FitError

ASKED = {"duration_weeks": 52, "alpha": 0.025, "seed": 1}
QUICK = ASKED | {"draws": 20, "patients": 50, "numbers": (10, 40, 160)}


@pytest.fixture(scope="module")
def fitted(simulated):
    found = simulated.found
    args = (simulated.study, simulated.who, found.patients, found.doses, found.duration_days, found.rules)
    return found, tolerance(found).fit, benefits(*args, 3.0)[0], simulated.study.parameters["MRSS"]


@pytest.mark.parametrize("n", [5, 20, 60])
def test_two_arms_are_a_t_test(n):
    test = trend_test((0.0, 300.0), np.array([4.0, 4.0]), 0.025, 1)
    df, shift = 2 * n - 2, 1.5 / np.sqrt(8.0 / n)
    expected = nct.sf(t.ppf(0.975, df), df, shift)
    assert test.power(np.array([[0.0, 1.5]]), n)[0] == pytest.approx(expected, abs=0.02)


def test_under_no_effect_the_test_keeps_its_size_and_the_best_shape_wins():
    test = trend_test((0.0, 100.0, 300.0, 600.0), np.array([9.0, 9.0, 12.0, 15.0]), 0.025, 3)
    assert test.power(np.zeros((1, 4)), 20)[0] == pytest.approx(0.025, abs=0.001)
    assert test.contrasts.sum(axis=1) == pytest.approx([0, 0, 0], abs=1e-12)
    even, down = np.array([[0.0, 0.5, 1.5, 3.0]]), np.array([[0.0, -0.5, -1.5, -3.0]])
    assert test.power(even, 30)[0] > 0.8
    assert test.power(down, 30)[0] < 0.001
    # one contrast would have at most this much more power than the largest of three
    covariance = np.diag([9.0, 9.0, 12.0, 15.0]) / 30
    best = np.linalg.inv(covariance) @ (even[0] - np.average(even[0], weights=1 / np.diag(covariance)))
    df = 4 * 29
    alone = nct.sf(t.ppf(0.975, df), df, best @ even[0] / np.sqrt(best @ covariance @ best))
    assert alone - 0.08 < test.power(even, 30)[0] < alone + 0.01


def test_half_width_by_the_definition():
    expected = sum(
        binom.pmf(k, 12, 0.3)
        * (np.diff(proportion_interval(k, 12, level=0.95, method="clopper-pearson"))[0] / 2)
        for k in range(13)
    )
    assert _half_widths(12, np.array([0.3]), 0.95)[0] == pytest.approx(expected)


def test_patients_without_events_take_what_was_planned():
    past = PastTrial(np.array([100.0, 200.0]), 0.5, 0.0)
    path = np.array([100.0, 100.0, 200.0, 200.0])
    rng = np.random.default_rng(1)
    calm = virtual_arms(
        (np.array([-50.0, 0, 0]), 1.0), [path, 0 * path], past, (100, 13), [2, 4], 0.0, 30, rng
    )
    assert calm.exposure.tolist() == [7 * 600, 0]
    assert (calm.staying == 1).all()
    # everybody has an event every week: half stop each time, the others are at the lowest dose
    wild = virtual_arms((np.array([50.0, 0, 0]), 0.0), [path], past, (100, 13), [1, 2], 0.0, 4000, rng)
    assert wild.staying[0] == pytest.approx([0.5, 0.25], abs=0.03)
    assert wild.exposure[0] == pytest.approx(700 * (1 + 0.5 + 0.25 + 0.125), rel=0.03)


def test_more_patients_tell_more(fitted):
    found, hazard, benefit, _ = fitted
    plan = plan_next_trial(found, hazard, benefit, NextTrialSettings((200, 400, 600), **QUICK))
    widths = [row.half_width for row in plan.rows]
    assert widths == sorted(widths, reverse=True)
    assert [row.per_arm for row in plan.rows] == [10, 40, 160]
    if plan.improves:
        assert plan.rows[0].power <= plan.rows[1].power <= plan.rows[2].power
    assert all(0 <= row.power_low <= row.power_high <= 1 for row in plan.rows)
    tolerated = [arm.tolerates[0] for arm in plan.arms]
    assert tolerated == pytest.approx(
        [one.estimate for one in tolerance(found).shares if one.dose in (200, 400, 600)]
    )


def test_a_seed_gives_the_same_trial_and_cancel_gives_none(fitted):
    found, hazard, benefit, _ = fitted
    settings = NextTrialSettings((0, 300, 600), **QUICK)
    told = []
    plan = plan_next_trial(found, hazard, benefit, settings, lambda part: told.append(part) or True)
    assert plan == plan_next_trial(found, hazard, benefit, settings)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 1)
    assert plan_next_trial(found, hazard, benefit, settings, lambda part: part < 0.5) is None


def test_the_paragraph_is_made_of_the_plan(fitted):
    found, hazard, benefit, parameter = fitted
    plan = plan_next_trial(
        found, hazard, benefit, NextTrialSettings((0, 300, 600), **(QUICK | {"alpha": 0.05}))
    )
    text = protocol_paragraph(plan, parameter)
    assert "placebo (0), 300 and 600 mg a day, 3 arms" in text
    assert "one-sided 5 %" in text
    assert f"{100 * plan.arms[2].tolerates[0]:.0f} % (" in text
    assert "seed 1" in text


@pytest.mark.parametrize(
    ("change", "why"),
    [({"doses": (300, 300)}, "two different doses"), ({"duration_weeks": 13}, "two visits")],
)
def test_what_is_no_trial_is_said(fitted, change, why):
    found, hazard, benefit, _ = fitted
    with pytest.raises(FitError, match=why):
        plan_next_trial(found, hazard, benefit, NextTrialSettings(**({"doses": (200, 600)} | ASKED | change)))


def test_a_difference_to_find_takes_the_place_of_the_fitted_effect(fitted):
    found, hazard, benefit, parameter = fitted
    small, large = (
        plan_next_trial(
            found, hazard, benefit, NextTrialSettings((200, 400, 600), difference=difference, **QUICK)
        )
        for difference in (1.0, 6.0)
    )
    assert all(a.power < b.power for a, b in zip(small.rows, large.rows, strict=True))
    assert [row.half_width for row in small.rows] == [row.half_width for row in large.rows]
    text = protocol_paragraph(large, parameter)
    assert "a difference of 6.0 between highest and lowest dose" in text
    assert "assurance" not in text
