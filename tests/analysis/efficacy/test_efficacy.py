"""SYN20 against R (clinical_facts.md 9.2, 9.3), arms against least-squares means of the general formula."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.efficacy.efficacy import efficacy, efficacy_choices
from sscviewer.analysis.efficacy.model_rows import model_frame
from sscviewer.analysis.mmrm import fit_mmrm
from sscviewer.analysis.plan.models import COVARIANCES
from sscviewer.analysis.population import reference_arm
from sscviewer.analysis.random_slope import fit_random_slope
from tests.planned import efficacy_settings, population

FVC = efficacy_settings("FVCPP")
MRSS = efficacy_settings("MRSS")
# estimate, SE, df, P of months 3 to 12
R_MMRM = {
    "FVCPP": [
        (-1.522222, 0.862037, 17.000, 0.09537),
        (-0.288718, 0.597232, 16.509, 0.63514),
        (-0.091091, 1.272718, 13.957, 0.94396),
        (1.156770, 1.323496, 13.256, 0.39766),
    ],
    "MRSS": [
        (-1.722222, 0.490468, 17.000, 0.002677),
        (-2.128225, 0.515806, 15.605, 0.000831),
        (-4.078583, 0.807449, 10.998, 0.000372),
        (-4.773843, 0.964238, 12.799, 0.000278),
    ],
}


@pytest.fixture(scope="module")
def everybody(syn20_study):
    return population(syn20_study)


@pytest.mark.parametrize("paramcd", ["FVCPP", "MRSS"])
def test_change_by_visit(syn20_study, everybody, paramcd):
    result = efficacy(syn20_study, everybody, efficacy_settings(paramcd))
    mmrm = result.course.mmrm
    assert (mmrm.n_subjects, mmrm.covariance, mmrm.converged) == (18, "us", True)
    for visit, (estimate, se, df, p) in zip(mmrm.visits, R_MMRM[paramcd], strict=True):
        assert visit.change.estimate == pytest.approx(estimate, abs=2e-6)
        assert visit.change.se == pytest.approx(se, abs=3e-6)
        assert visit.change.df == pytest.approx(df, abs=2e-3)
        assert visit.change.p_value == pytest.approx(p, rel=2e-3)
    assert "2 patients have no change" in result.notes[0]
    assert "18 patients" in result.change_model
    assert result.course.by_arm is None


@pytest.mark.parametrize(
    ("settings", "estimate", "se", "df", "p"),
    [
        (FVC, 1.059664, 1.339688, 14.063, 0.44209),
        (MRSS, -4.711210, 0.964786, 12.393, 0.000343),
        (replace(FVC, df_method="kenward-roger-expected"), 1.059664, 1.344995, 13.593, None),
        (replace(MRSS, df_method="kenward-roger-expected"), -4.711210, 0.961534, 13.224, None),
    ],
)
def test_adjusted_for_baseline(syn20_study, everybody, settings, estimate, se, df, p):
    """The mean is at the average baseline of all 20 patients, also of the two who are not in the model."""
    result = efficacy(syn20_study, everybody, replace(settings, covariates=("BASE",)))
    last = result.course.mmrm.visits[-1].change
    assert last.estimate == pytest.approx(estimate, abs=3e-6)
    assert last.se == pytest.approx(se, abs=5e-6)
    assert last.df == pytest.approx(df, abs=3e-3)
    if p is not None:
        assert last.p_value == pytest.approx(p, rel=2e-3)
    assert result.course.mmrm.covariates == ("baseline value",)
    assert "adjusted for baseline value" in result.change_model
    assert any("No adjustment for baseline value" in note for note in result.notes)


@pytest.mark.parametrize(
    ("paramcd", "slope", "se", "df", "p", "year"),
    [
        ("FVCPP", 0.0847744, 0.1117982, 13.8237, 0.46102, (1.0173, -1.8636, 3.8981)),
        ("MRSS", -0.3907683, 0.0745883, 13.7360, 1.33412e-04, (-4.6892, -6.6124, -2.7660)),
    ],
)
def test_slope(syn20_study, everybody, paramcd, slope, se, df, p, year):
    result = efficacy(syn20_study, everybody, efficacy_settings(paramcd))
    found = result.course.random_slope.slope
    assert (found.estimate, found.se) == pytest.approx((slope, se), abs=6e-7)
    assert found.df == pytest.approx(df, abs=2e-4)
    assert found.p_value == pytest.approx(p, rel=1e-4)
    per_year = result.per_year
    assert (per_year.estimate, per_year.lower, per_year.upper) == pytest.approx(year, abs=6e-5)
    assert per_year.p_value == found.p_value


def test_satterthwaite_slope(syn20_study, everybody):
    result = efficacy(syn20_study, everybody, replace(FVC, df_method="satterthwaite"))
    slope = result.course.random_slope.slope
    assert (slope.se, slope.df, slope.p_value) == pytest.approx((0.1086987, 14.8614, 0.44769), rel=2e-4)


def test_clda_keeps_patients_seen_only_at_baseline(syn20_study, everybody, syn20):
    result = efficacy(syn20_study, everybody, replace(MRSS, response="AVAL"))
    assert result.course.mmrm.n_subjects == 20
    long = syn20[syn20["MRSS"].notna()].assign(VISIT=lambda d: d["MONTH"].astype(str).str.zfill(2))
    other = fit_mmrm(long, "MRSS ~ VISIT", subject="USUBJID", visit="VISIT")
    for visit, term in zip(result.course.mmrm.visits, ["03", "06", "09", "12"], strict=True):
        expected = other.contrast({f"VISIT{term}": 1.0})
        # the same model in other coordinates: the optimum agrees to the tolerance of the search
        assert visit.change.estimate == pytest.approx(expected.estimate, abs=1e-5)
        assert visit.change.se == pytest.approx(expected.se, rel=1e-5)
        assert visit.change.df == pytest.approx(expected.df, rel=1e-4)


def test_arms_are_least_squares_means_and_differences(armed_study):
    who = population(armed_study)
    result = efficacy(armed_study, who, replace(FVC, covariates=("BASE",))).course.by_arm
    assert result.reference == "Placebo"
    frame = model_frame(armed_study, who, FVC)
    rows = frame[(frame["AVISITN"] > 0) & frame["CHG"].notna()]
    order = ["Month 3", "Month 6", "Month 9", "Month 12"]
    rows = rows.assign(VISIT=pd.Categorical(rows["AVISIT"], order))
    mean = frame.drop_duplicates("USUBJID")["BASE"].mean()
    rows = rows.assign(B=rows["BASE"] - mean)
    fit = fit_mmrm(rows, "CHG ~ TRT01A * VISIT + B", subject="USUBJID", visit="VISIT")
    shift = rows["B"].mean()
    means = fit.marginal_means("VISIT", by="TRT01A")
    for arm in result.arms:
        assert arm.n_subjects == rows.loc[rows["TRT01A"] == arm.arm, "USUBJID"].nunique()
        expected = means[means["TRT01A"] == arm.arm]
        slope = fit.coefficients.loc["B", "estimate"]
        for visit, estimate in zip(arm.visits, expected["estimate"], strict=True):
            own = rows[(rows["TRT01A"] == arm.arm) & (rows["AVISIT"] == visit.avisit)]
            assert visit.n == len(own)
            assert visit.change.estimate == pytest.approx(estimate - slope * shift, abs=1e-5)
    difference = result.differences[0].visits[-1].change
    expected = fit.contrast({"TRT01APlacebo": -1.0, "TRT01APlacebo:VISITMonth 12": -1.0})
    assert difference.estimate == pytest.approx(expected.estimate, abs=1e-5)
    assert (difference.se, difference.df) == pytest.approx((expected.se, expected.df), rel=1e-4)
    assert difference.p_value == pytest.approx(expected.p_value, rel=1e-3)


def test_arm_slopes(armed_study):
    who = population(armed_study)
    result = efficacy(armed_study, who, FVC).course.by_arm
    frame = model_frame(armed_study, who, FVC).assign(MONTH=lambda d: d["AVISITN"])
    fit = fit_random_slope(
        frame, "AVAL ~ TRT01A * MONTH", subject="USUBJID", time="MONTH", df="kenward-roger-expected"
    )
    placebo, drug = result.arms
    assert drug.slope.estimate == pytest.approx(fit.contrast({"MONTH": 1.0}).estimate, abs=1e-6)
    expected = fit.contrast({"TRT01APlacebo:MONTH": -1.0})
    found = result.differences[0].slope
    assert (found.estimate, found.se, found.df) == pytest.approx(
        (expected.estimate, expected.se, expected.df), rel=1e-5
    )
    assert found.estimate == pytest.approx(drug.slope.estimate - placebo.slope.estimate)


def test_clda_arms_share_the_baseline(armed_study):
    who = population(armed_study)
    settings = replace(FVC, response="AVAL")
    result = efficacy(armed_study, who, settings).course.by_arm
    frame = model_frame(armed_study, who, settings)
    # an indicator per arm and later visit, one baseline mean
    visit = frame["AVISIT"].str.replace("Baseline", "Month 0").str.replace("Month ", "")
    cell = np.where(frame["AVISITN"] == 0, "0", visit + frame["TRT01A"])
    rows = frame.assign(CELLS=cell, V=visit.str.zfill(2))
    fit = fit_mmrm(rows, "AVAL ~ CELLS", subject="USUBJID", visit="V")
    expected = fit.contrast({"CELLS12Drug": 1.0, "CELLS12Placebo": -1.0})
    found = result.differences[0].visits[-1].change
    assert (found.estimate, found.se, found.df) == pytest.approx(
        (expected.estimate, expected.se, expected.df), rel=1e-4
    )
    own = fit.contrast({"CELLS12Drug": 1.0})
    drug = next(arm for arm in result.arms if arm.arm == "Drug")
    assert drug.visits[-1].change.estimate == pytest.approx(own.estimate, abs=1e-5)


def test_categories_count_by_their_share(armed_study):
    """Complete patients only: the adjusted mean is that of emmeans with proportional weights."""
    frame = model_frame(armed_study, population(armed_study), FVC)
    seen = frame.groupby("USUBJID")["AVISITN"].nunique()
    complete = tuple(seen[seen == 5].index)
    who = population(armed_study, among=complete)
    settings = replace(FVC, covariates=("SEX", "AGE"), by_arm=False)
    found = efficacy(armed_study, who, settings).course.mmrm.visits[-1].change
    rows = model_frame(armed_study, who, settings)
    rows = rows[rows["AVISITN"] > 0].assign(V=lambda d: d["AVISITN"])
    rows["V"] = pd.Categorical(rows["V"])
    fit = fit_mmrm(rows, "CHG ~ V + SEX + AGE", subject="USUBJID", visit="V")
    means = fit.marginal_means("V", weights="proportional")
    last = means.iloc[-1]
    assert (found.estimate, found.se, found.df) == pytest.approx(
        (last["estimate"], last["se"], last["df"]), rel=1e-4
    )


def test_visits_chosen(syn20_study, everybody):
    result = efficacy(syn20_study, everybody, replace(FVC, visits=("Month 3", "Month 12")))
    assert [visit.avisit for visit in result.course.mmrm.visits] == ["Month 3", "Month 12"]
    assert result.course.mmrm.visits[0].change.estimate == pytest.approx(-1.522222, abs=1e-6)


@pytest.mark.parametrize("covariance", COVARIANCES)
def test_every_covariance_is_the_one_asked_for(syn20_study, everybody, covariance):
    result = efficacy(syn20_study, everybody, replace(FVC, covariance=covariance))
    assert result.course.mmrm.covariance == ("us" if covariance == "auto" else covariance)


def test_a_named_covariance_is_never_replaced(syn20_study):
    few = population(syn20_study, among=syn20_study.usubjids[:3])
    named = efficacy(syn20_study, few, replace(FVC, covariance="us"))
    assert named.course.mmrm.covariance in ("", "us")
    fallen = efficacy(syn20_study, few, FVC)
    if fallen.course.mmrm.covariance not in ("", "us"):
        assert any("used instead" in note for note in fallen.notes)


@pytest.mark.parametrize("n", [0, 1, 2, 3])
def test_hardly_anybody_left_ends_in_words(armed_study, n):
    who = population(armed_study, among=armed_study.usubjids[:n])
    for settings in (FVC, replace(FVC, response="AVAL", covariates=("BASE", "AGE", "SEX"))):
        result = efficacy(armed_study, who, settings)
        assert result.n_treated == n
        assert result.course.mmrm.visits or result.notes
        assert result.per_year is not None or result.notes


def test_missing_covariates_are_said(armed_study, syn20):
    from sscviewer.model.study import build_study

    subjects = armed_study.subjects.assign(AGE=lambda d: d["AGE"].where(d.index > 1))
    tables = {"subjects": subjects, "measurements": armed_study.measurements.drop(columns="ADY")}
    study = build_study(tables, armed_study.parameters.values(), source=armed_study.source)
    result = efficacy(study, population(study), replace(FVC, covariates=("AGE",), by_arm=False))
    assert "2 patients without age left out." in result.notes
    assert result.course.mmrm.n_subjects == 16


def test_a_visit_that_only_patients_without_the_covariate_have(armed_study):
    """The visits that are left keep their own estimates."""
    from sscviewer.model.study import build_study

    rows = armed_study.measurements.drop(columns="ADY")
    only = rows["USUBJID"].isin(armed_study.usubjids[:2]) | (rows["AVISIT"] != "Month 3")
    subjects = armed_study.subjects.assign(AGE=lambda d: d["AGE"].where(d.index > 1))
    tables = {"subjects": subjects, "measurements": rows[only]}
    study = build_study(tables, armed_study.parameters.values(), source=armed_study.source)
    settings = replace(FVC, covariates=("AGE",))
    found = efficacy(study, population(study), settings).course
    others = population(armed_study, among=armed_study.usubjids[2:])
    later = ("Month 6", "Month 9", "Month 12")
    expected = efficacy(armed_study, others, replace(settings, visits=later)).course
    assert [visit.avisit for visit in found.mmrm.visits] == list(later)
    for mine, other in zip(found.by_arm.arms, expected.by_arm.arms, strict=True):
        assert [v.avisit for v in mine.visits] == list(later)
        for a, b in zip(mine.visits, other.visits, strict=True):
            # the centre is that of all patients with an age in both
            assert (a.change.estimate, a.n) == (pytest.approx(b.change.estimate, abs=1e-5), b.n)


def test_patients_without_an_arm_are_said(armed_study):
    from sscviewer.model.study import build_study

    subjects = armed_study.subjects.assign(TRT01A=lambda d: d["TRT01A"].where(d.index > 0, ""))
    tables = {"subjects": subjects, "measurements": armed_study.measurements.drop(columns="ADY")}
    study = build_study(tables, armed_study.parameters.values(), source=armed_study.source)
    result = efficacy(study, population(study), FVC)
    assert "1 patient has no arm." in result.notes
    assert sum(arm.n_subjects for arm in result.course.by_arm.arms) == 17
    assert result.course.mmrm.n_subjects == 18


def test_choices(armed_study, syn20_study):
    choices = efficacy_choices(armed_study, population(armed_study), "FVCPP")
    assert choices.visits == ("Month 3", "Month 6", "Month 9", "Month 12")
    assert choices.covariates == ("BASE", "AGE", "SEX")
    assert choices.arms == ("Placebo", "Drug")
    assert efficacy_choices(syn20_study, population(syn20_study), "MRSS").covariates == ("BASE",)


@pytest.mark.parametrize(
    ("arms", "chosen", "expected"),
    [
        (("Imatinib", "Placebo"), "", "Placebo"),
        (("Control group", "X"), "", "Control group"),
        (("A", "B"), "", "A"),
        (("A", "B"), "B", "B"),
        (("A", "B"), "C", "A"),
        ((), "", ""),
    ],
)
def test_reference_arm(arms, chosen, expected):
    assert reference_arm(arms, chosen) == expected
