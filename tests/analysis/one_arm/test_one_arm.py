"""One arm with the user's historical numbers: what is used, scaled, discounted, and what is refused."""

from dataclasses import replace

import numpy as np
import pytest
from scipy import stats

from sscviewer.analysis.analyse import courses
from sscviewer.analysis.historical import NO_PRIOR, NO_SOURCE, NO_SPREAD
from sscviewer.analysis.one_arm.one_arm import (
    Historical,
    jump_to_history,
    one_arm,
)
from sscviewer.analysis.one_arm.words import APART, one_arm_sentences, percent
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.plan.one_arm import OneArmRules
from tests.planned import population

GIVEN = OneArmRules(
    endpoint="MRSS",
    months=24.0,
    prior_change=-8.0,
    prior_se=2.0,
    prior_source="An earlier trial",
    control_change=-3.0,
    control_se=1.0,
    control_source="An old cohort",
)


def found(study, rules=GIVEN, paramcd="MRSS"):
    who, plan = population(study), replace(DEFAULT_PLAN, one_arm=rules)
    entries = one_arm(study, who, plan, courses(study, who, plan))
    return next(one for one in entries if one.parameter.paramcd == paramcd)


def test_the_weak_posterior_is_the_models_t(syn20_study):
    one = found(syn20_study)
    weak, seen = one.believed[0], one.seen
    exact = stats.t(seen.df, seen.estimate, seen.se)
    assert (weak.lower, weak.upper) == pytest.approx((seen.lower, seen.upper), abs=1e-4)
    assert weak.better == pytest.approx(exact.cdf(0.0), abs=1e-5)
    assert weak.mcid == pytest.approx(exact.cdf(one.limit), abs=1e-5)
    assert (one.sign, one.avisit, one.limit) == (-1, "Month 12", -5.0)
    assert len(one.with_value) + len(one.without_value) == 20


def test_historical_numbers_are_scaled_to_the_visit_and_discounted(syn20_study):
    """24 months to 12: half the change and error; a half of the information: the variance doubled."""
    one = found(syn20_study)
    prior = one.believed[1]
    assert (prior.prior_change, prior.prior_se) == pytest.approx((-4.0, 2**0.5))
    assert (one.control.change, one.control.se) == (-1.5, 0.5)
    assert one.control.upper == pytest.approx(-1.5 + 1.959964 * 0.5, abs=1e-6)
    nodes = np.linspace(-30, 30, 400_001)
    density = stats.t.pdf(nodes, one.seen.df, one.seen.estimate, one.seen.se) * stats.norm.pdf(
        nodes, -4.0, 2**0.5
    )
    assert prior.mean == pytest.approx(np.average(nodes, weights=density), abs=1e-5)
    assert prior.mcid == pytest.approx(density[nodes < one.limit].sum() / density.sum(), abs=1e-4)
    apart = one.against_control
    assert apart.estimate == pytest.approx(one.seen.estimate + 1.5)
    assert apart.se == pytest.approx(np.hypot(one.seen.se, 0.5))


def test_full_weight_none_and_more_weight(syn20_study):
    shares = [found(syn20_study, replace(GIVEN, discount=share)).believed[1] for share in (0.01, 0.5, 1.0)]
    weak = found(syn20_study).believed[0]
    assert shares[0].mean == pytest.approx(weak.mean, abs=0.1)
    assert abs(shares[2].mean + 4.0) < abs(shares[1].mean + 4.0)
    assert shares[2].sd < shares[1].sd < shares[0].sd < weak.sd + 1e-9


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        (OneArmRules(), NO_PRIOR),
        (replace(GIVEN, prior_source=" "), NO_SOURCE),
        (replace(GIVEN, prior_se=None), NO_SPREAD),
        (replace(GIVEN, prior_se=0.0), NO_SPREAD),
        (replace(GIVEN, endpoint="FVCPP"), NO_PRIOR),
    ],
)
def test_what_is_not_used_is_said(syn20_study, rules, said):
    one = found(syn20_study, rules)
    assert [belief.prior for belief in one.believed] == ["weak"]
    assert said in one_arm_sentences(one)


def test_the_primary_endpoint_has_the_numbers_where_none_is_named(syn20_study):
    plan = DEFAULT_PLAN.with_value("endpoints", "primary", "MRSS")
    plan = replace(plan, one_arm=replace(GIVEN, endpoint=""))
    who = population(syn20_study)
    entries = one_arm(syn20_study, who, plan, courses(syn20_study, who, plan))
    assert {one.parameter.paramcd: len(one.believed) for one in entries} == {"FVCPP": 1, "MRSS": 2}


def test_a_prior_that_disagrees_is_said(syn20_study):
    agrees, apart = (found(syn20_study, replace(GIVEN, prior_change=change)) for change in (-8.0, 40.0))
    assert APART in one_arm_sentences(apart)
    assert APART not in one_arm_sentences(agrees)


def test_jump_to_the_control_by_hand():
    """Changes -2 and -4, two missing set to 1 (SE 0.6): mean -1, SD √6, SE √(6/4 + 0.09)."""
    control = Historical(1.0, 0.6, -0.2, 2.2, "x")
    jump = jump_to_history(np.array([-2.0, np.nan, -4.0, np.nan]), control, 0.95)
    assert jump.estimate == pytest.approx(-1.0)
    assert jump.se == pytest.approx((6 / 4 + 0.09) ** 0.5)
    assert (jump.n_subjects, jump.n_obs, jump.df) == (4, 2, 3)


def test_a_trial_with_arms_asks_for_no_history(armed_study):
    who = population(armed_study)
    assert one_arm(armed_study, who, DEFAULT_PLAN, courses(armed_study, who, DEFAULT_PLAN)) == ()


def test_words_name_source_and_weight_and_no_certainty(syn20_study):
    said = " ".join(one_arm_sentences(found(syn20_study)))
    assert "With “An earlier trial”, counted with 50 %" in said
    assert said.count("95 % credible interval") == 2
    assert "An old cohort" in said
    assert "not randomised" in said
    assert [percent(v) for v in (0.0, 0.004, 0.5, 0.999)] == ["< 1 %", "< 1 %", "50 %", "> 99 %"]
