"""Residuals that look as they should, and influence that is what a refit without the patient gives."""

import numpy as np
import pytest
from scipy.stats import norm

from sscviewer.analysis.efficacy.efficacy import efficacy
from sscviewer.analysis.efficacy.efficacy_diagnostics import efficacy_diagnostics
from tests.planned import efficacy_settings, population

MRSS = efficacy_settings("MRSS")


@pytest.fixture(scope="module")
def found(syn20_study):
    return efficacy_diagnostics(syn20_study, population(syn20_study), MRSS, "")


def test_one_residual_per_value(found, syn20):
    changes = syn20[(syn20["MONTH"] > 0) & syn20["MRSS_CHG"].notna()]
    assert len(found.by_visit.subjects) == len(changes)
    assert set(found.by_visit.avisit) == {"Month 3", "Month 6", "Month 9", "Month 12"}
    assert len(found.slope.subjects) == syn20["MRSS"].notna().sum()
    assert "Baseline" in found.slope.avisit
    values = {(row.USUBJID, f"Month {row.MONTH}"): row.MRSS_CHG for row in changes.itertuples()}
    first = [i for i, visit in enumerate(found.by_visit.avisit) if visit == "Month 3"]
    for i in first:
        # a patient's first residual is the observed less the mean of the visit
        observed = values[found.by_visit.subjects[i], "Month 3"]
        assert found.by_visit.conditional[i] == pytest.approx(observed - found.by_visit.fitted[i])


def test_scaled_residuals_against_normal_quantiles(found):
    for plot in (found.by_visit, found.slope):
        n = len(plot.scaled)
        order = np.argsort(plot.scaled, kind="stable")
        expected = norm.ppf((np.arange(1, n + 1) - 0.375) / (n + 0.25))
        np.testing.assert_allclose(plot.expected[order], expected)
        assert 0.7 < np.std(plot.scaled) < 1.3


@pytest.mark.parametrize("usubjid", ["S01", "S05", "S17"])
def test_influence_is_a_refit_without_the_patient(found, syn20_study, usubjid):
    others = population(syn20_study, among=set(syn20_study.usubjids) - {usubjid})
    without = efficacy(syn20_study, others, MRSS).course.mmrm.visits[-1].change
    i = found.influence.subjects.index(usubjid)
    assert found.influence.estimate[i] == pytest.approx(without.estimate, abs=1e-4)
    full = found.influence.full
    assert full == pytest.approx(-4.773843, abs=2e-6)
    assert found.influence.shift[i] == pytest.approx((without.estimate - full) / 0.964238, abs=1e-3)


def test_the_largest_influence_is_named(found):
    most = found.influence.subjects[int(np.abs(found.influence.shift).argmax())]
    assert f"Without {most} " in found.notes[-1]


def test_a_value_far_out_is_named(syn20, syn20_study):
    from sscviewer.model.study import build_study

    rows = syn20_study.measurements.drop(columns="ADY")
    wrong = (rows["USUBJID"] == "S03") & (rows["PARAMCD"] == "MRSS") & (rows["AVISIT"] == "Month 6")
    rows = rows.assign(AVAL=rows["AVAL"].where(~wrong, 51.0))
    tables = {"subjects": syn20_study.subjects, "measurements": rows}
    study = build_study(tables, syn20_study.parameters.values(), source=syn20_study.source)
    notes = efficacy_diagnostics(study, population(study), MRSS, "").notes
    assert any("S03 at Month 6" in note for note in notes)


def test_nothing_to_look_at(syn20_study):
    found = efficacy_diagnostics(syn20_study, population(syn20_study, among=()), MRSS, "")
    assert (found.by_visit, found.slope, found.influence, found.notes) == (None, None, None, ())


def test_influence_is_on_the_visit_of_the_plan_else_on_the_headline(syn20_study):
    named = efficacy_diagnostics(syn20_study, population(syn20_study), MRSS, "Month 6").influence
    model = efficacy(syn20_study, population(syn20_study), MRSS).course.mmrm
    month_6 = next(visit.change for visit in model.visits if visit.avisit == "Month 6")
    assert named.what.startswith("Change at Month 6,")
    assert named.full == pytest.approx(month_6.estimate)
    elsewhere = efficacy_diagnostics(syn20_study, population(syn20_study), MRSS, "Month 99").influence
    assert elsewhere.what.startswith("Change at Month 12,")
