"""Baseline by visit, and a covariance for each arm, as the plan asks for them."""

import numpy as np
import pytest
import statsmodels.formula.api as smf

from sscviewer.analysis.efficacy.change_model import change_model
from sscviewer.analysis.efficacy.model_rows import ARM, model_frame
from sscviewer.analysis.efficacy.reference_based import by_every_assumption
from sscviewer.analysis.efficacy.sensitivity_arms import arm_table, armed_patients
from sscviewer.analysis.efficacy.sensitivity_table import wide_changes
from tests.planned import efficacy_settings, population


@pytest.fixture(scope="module")
def frame(armed_study):
    settings = efficacy_settings("FVCPP")
    return model_frame(armed_study, population(armed_study), settings)


@pytest.fixture(scope="module")
def complete(frame):
    """Patients with every visit: there the model by visit is an analysis of covariance at each."""
    seen = frame[frame["AVISITN"] > 0].groupby("USUBJID")["CHG"].count()
    return frame[frame["USUBJID"].isin(seen.index[seen == seen.max()])]


def test_with_nothing_missing_it_is_an_ancova_at_each_visit(complete):
    settings = efficacy_settings("FVCPP", covariates=("BASE",), baseline_by_visit=True, covariance="us")
    model = change_model(complete, settings, by_arm=True)
    assert model.fit is not None, model.notes
    for visit in model.visits:
        rows = complete[complete["AVISIT"] == visit]
        plain = smf.ols(f"CHG ~ C({ARM}, Treatment('Placebo')) + BASE", rows).fit()
        value = model.change(visit, "Drug", "Placebo")
        assert value.estimate == pytest.approx(plain.params.iloc[1], rel=1e-6)


def test_the_plain_baseline_has_one_effect(complete):
    settings = efficacy_settings("FVCPP", covariates=("BASE",), covariance="us")
    one, each = (
        change_model(complete, asked, by_arm=True)
        for asked in (settings, efficacy_settings("FVCPP", covariates=("BASE",), baseline_by_visit=True))
    )
    assert len(each.fit.terms) == len(one.fit.terms) + len(one.visits) - 1


def test_a_patients_means_know_the_effects_by_visit(frame):
    """The imputation's table must give the means of the model where there are values."""
    settings = efficacy_settings("FVCPP", covariates=("BASE", "AGE"), baseline_by_visit=True)
    model = change_model(frame, settings, by_arm=True)
    patients, wide = wide_changes(frame, model.visits)
    armed = armed_patients(frame, patients, wide, ("Drug", "Placebo"), "Placebo")
    table, _ = arm_table(model, armed)
    fit = model.fit
    fitted = dict(
        zip(
            zip(fit.design.frame["USUBJID"], fit.design.frame["AVISIT"].astype(str), strict=True),
            fit.design.x @ fit.fitted.beta,
            strict=True,
        )
    )
    means = table.rows @ fit.fitted.beta
    for i, usubjid in enumerate(fit.subjects):
        for t, visit in enumerate(map(str, fit.visits)):
            if (usubjid, visit) in fitted:
                assert means[i, t] == pytest.approx(fitted[usubjid, visit], rel=1e-9)


def test_each_arm_has_its_own_covariance_when_asked(frame):
    settings = efficacy_settings("FVCPP", covariance="cs", covariance_by_arm=True)
    model = change_model(frame, settings, by_arm=True)
    assert model.fit.groups == ("Drug", "Placebo")
    assert not np.allclose(model.fit.sigma_of(0), model.fit.sigma_of(1))
    assert change_model(frame, settings).fit.groups == ()
    patients, wide = wide_changes(frame, model.visits)
    armed = armed_patients(frame, patients, wide, ("Drug", "Placebo"), "Placebo")
    found = by_every_assumption(model, "Month 12", armed, m=50, seed=1)
    for assumed in (found.rubin, found.jackknife):
        drug, _, difference = assumed["jump to reference"]
        assert np.isfinite([drug.estimate.estimate, difference.estimate.se]).all()


def test_where_an_arm_is_too_small_the_common_one_is_used_and_said(frame):
    few = [*frame.loc[frame[ARM] == "Drug", "USUBJID"].unique()[:1]]
    rows = frame[(frame[ARM] == "Placebo") | frame["USUBJID"].isin(few)]
    settings = efficacy_settings("FVCPP", covariance_by_arm=True)
    model = change_model(rows, settings, by_arm=True)
    assert model.fit is not None, model.notes
    assert model.fit.groups == ()
    assert any("one covariance in common" in note for note in model.notes)


def test_who_was_never_seen_after_baseline_is_imputed_at_the_own_covariates(complete):
    """The line through two patients of the arm goes through the third, whose later values are taken away."""
    settings = efficacy_settings("FVCPP", covariates=("BASE",), covariance="us")
    patients = list(dict.fromkeys(complete.loc[complete[ARM] == "Drug", "USUBJID"]))
    gone = patients[0]
    rows = complete[(complete["USUBJID"] != gone) | (complete["AVISITN"] == 0)]
    model = change_model(rows, settings, by_arm=True)
    everybody, wide = wide_changes(rows, model.visits)
    table, arms = arm_table(model, armed_patients(rows, everybody, wide, ("Drug", "Placebo"), "Placebo"))
    base = rows.drop_duplicates("USUBJID").set_index("USUBJID")["BASE"]
    names = [*model.fit.subjects, gone]
    means = dict(zip(names, table.rows @ model.fit.fitted.beta, strict=True))
    assert (len(arms), arms[-1]) == (len(names), "Drug")
    one, two = patients[1], patients[2]
    slope = (means[one] - means[two]) / (base[one] - base[two])
    assert means[gone] == pytest.approx(means[one] + slope * (base[gone] - base[one]), rel=1e-9)
    assert abs(base[gone] - base.mean()) > 1  # else it would be the average patient
