"""The methods of a plan on one invented trial of two arms, from the workbook to the number, as R has them."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sscviewer.analysis.arms.arm_changes import endpoint_changes
from sscviewer.analysis.arms.subgroups import subgroups
from sscviewer.analysis.arms.times import arm_times
from sscviewer.analysis.compare.multiplicity import adjusted_p
from sscviewer.analysis.compare.stratified import cochran_mantel_haenszel
from sscviewer.analysis.compare.two_groups import TwoGroups
from sscviewer.analysis.compare.win_ratio import TimeLayer, ValueLayer, win_ratio
from sscviewer.analysis.distribution.slopes import patient_slopes
from sscviewer.analysis.distribution.thresholds import threshold_curves
from sscviewer.analysis.efficacy.change_model import change_model
from sscviewer.analysis.efficacy.model_rows import model_frame
from sscviewer.analysis.efficacy.reference_based import by_every_assumption
from sscviewer.analysis.efficacy.sensitivity_arms import armed_patients
from sscviewer.analysis.efficacy.sensitivity_table import wide_changes
from sscviewer.analysis.estimate import make_estimate
from sscviewer.analysis.historical import Historical
from sscviewer.analysis.one_arm.one_arm import believe
from sscviewer.analysis.settle import settle_study
from tests.analysis.arms.demo_arms import with_arms
from tests.planned import PLAN, efficacy_settings, populations

R = json.loads((Path(__file__).parent / "figures" / "two_arms.json").read_text())
"""Made by figures/make.R of figures/two_arms.csv: the demo's FVC with its patients in two arms in turn."""


@pytest.fixture(scope="module")
def study(demo_study):
    return settle_study(with_arms(demo_study), PLAN)


@pytest.fixture(scope="module")
def who(study):
    return populations(study).efficacy


@pytest.fixture(scope="module")
def times(study, who):
    return next(row for row in arm_times(study, who, PLAN).rows if row.of.key == "FVC_WORSE")


def _numbers(found):
    return found.estimate, found.se, found.df, found.lower, found.upper, found.p_value


def _theirs(told, at=None):
    names = ("estimate", "se", "df", "lower", "upper", "p")
    return tuple(told[name] if at is None else told[name][at] for name in names)


def test_analysis_of_covariance_and_its_means(study, who):
    rows = endpoint_changes(study, who, PLAN, "FVCPP")
    assert [row.avisitn for row in rows] == [one["month"] for one in R["ancova"]]
    for row, theirs in zip(rows, R["ancova"], strict=True):
        means = dict(row.found.arms)
        for at, arm in enumerate(("Placebo", "Imatinib")):
            assert _numbers(means[arm]) == pytest.approx(_theirs(theirs["means"], at), rel=1e-9)
        ((arm, difference),) = row.found.differences
        assert _numbers(difference) == pytest.approx(_theirs(theirs["difference"]), rel=1e-9)


def test_interaction_and_the_effect_in_each_subgroup(study, who):
    (found,) = subgroups(study, who, PLAN, "FVCPP")
    group = next(one for one in found.groups if one.variable == "SSCSUB")
    assert group.found.p_value == pytest.approx(R["interaction"]["p"], rel=1e-9)
    for at, effect in enumerate(group.found.effects):  # DIFFUSE, LIMITED
        assert _numbers(effect.difference) == pytest.approx(
            _theirs(R["interaction"]["effects"], at), rel=1e-8
        )


def test_distribution_of_the_change(study, who):
    found = threshold_curves(study, who, "FVCPP", PLAN.responses, 0.95)
    curves = {curve.arm: curve for curve in found.curves if curve.avisit == "Month 12"}
    for theirs in R["curve"]:
        ours = curves[theirs["arm"]]
        assert ours.change == pytest.approx(theirs["change"], abs=1e-6)
        for name in ("share", "lower", "upper"):
            assert getattr(ours, name)[: len(theirs[name])] == pytest.approx(theirs[name], abs=1e-9)


def test_restricted_means(times):
    assert times.horizon == R["horizon"] - 1  # from day 1 on
    for one, (mean, se) in zip(times.arms, R["rmst"], strict=True):  # Placebo, Imatinib
        assert (one.mean.estimate, one.mean.se) == pytest.approx((mean, se), rel=1e-6)


def test_win_ratio_and_its_variance(study, who, times):
    frame = model_frame(study, who, efficacy_settings("FVCPP"))
    change = frame[frame["AVISIT"] == "Month 12"].set_index("USUBJID")["CHG"].reindex(study.usubjids)
    known = ~np.isnan(times.of.time)
    layers = (
        TimeLayer("worse", times.of.time[known], times.of.event[known]),
        ValueLayer("change", change.to_numpy()[known].round(9)),
    )
    ours = win_ratio(layers, who.arm[known] == "Imatinib", level=0.95)
    theirs = R["win_ratio"]
    assert (ours.wins, ours.losses) == (theirs["wins"], theirs["losses"])
    assert (ours.ratio, ours.lower, ours.upper) == pytest.approx(
        (theirs["ratio"], theirs["lower"], theirs["upper"]), rel=1e-9
    )


def test_what_is_believed_with_a_discounted_prior_and_of_the_next_trial():
    told = R["bayes"]
    seen = make_estimate(
        told["mean"], told["se"], told["df"], level=0.95, n_subjects=told["n_seen"], n_obs=56, method=""
    )
    rules = replace(PLAN.one_arm, discount=told["discount"], next_patients=told["n"])
    _, ours = believe(seen, Historical(told["prior"], told["prior_se"], np.nan, np.nan, ""), rules, 1, 3.0)
    found = (ours.mean, ours.better, ours.mcid, ours.next_trial)
    theirs = [told[name] for name in ("posterior_mean", "better", "mcid", "next_trial")]
    assert found == pytest.approx(theirs, abs=2e-6)


def test_shrunken_slopes(study, who):
    found = patient_slopes(study, who, efficacy_settings("FVCPP", by_arm=False))
    ours = {row.usubjid: row.shrunk for row in found.rows}
    theirs = dict(zip(R["slopes"]["id"], R["slopes"]["slope"], strict=True))
    assert ours == pytest.approx(theirs, abs=2e-5)


def test_reference_based_imputation_at_its_expectation(study, who):
    settings = replace(efficacy_settings("FVCPP"), response="CHG")
    frame = model_frame(study, who, settings)
    model = change_model(frame, settings, by_arm=True)
    patients, upto = wide_changes(frame, model.visits)
    armed = armed_patients(frame, patients, upto, ("Placebo", "Imatinib"), "Placebo")
    found = by_every_assumption(model, "Month 12", armed, m=2, seed=1).jackknife
    names = {"jump to reference": "J2R", "copy increments in reference": "CIR", "copy reference": "CR"}
    for how, name in names.items():
        means = {one.arm: one.estimate.estimate for one in found[how] if not one.reference}
        assert (means["Placebo"], means["Imatinib"]) == pytest.approx(R["based"][name], abs=2e-6)
    own = [model.change("Month 12", arm).estimate for arm in ("Placebo", "Imatinib")]
    assert own == pytest.approx(R["based"]["MAR"], abs=2e-6)


@pytest.mark.parametrize("method", ["holm", "hochberg"])
def test_p_values_for_several_endpoints(method):
    assert adjusted_p(R["p"]["raw"], method) == pytest.approx(R["p"][method], rel=1e-12)


def test_strata():
    theirs = R["cmh"]
    (events, without), (others, without_others) = np.array(theirs["table"])
    groups = [
        TwoGroups(a, a + b, c, c + d)
        for a, b, c, d in zip(events, without, others, without_others, strict=True)
    ]
    found = cochran_mantel_haenszel(groups, level=0.95)
    assert found.p_value == pytest.approx(theirs["p"], rel=1e-9)
    assert found.odds_ratio == pytest.approx((theirs["odds"], theirs["lower"], theirs["upper"]), rel=1e-9)
