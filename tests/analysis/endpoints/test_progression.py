"""Progression per patient and visit: inputs with their cells, missing ones named, limits in the words."""

import numpy as np
import pytest

from sscviewer.analysis.endpoints.progression import change_rules
from sscviewer.analysis.plan.responses import ChangedLimit, EndpointSettings
from tests.analysis.endpoint_study import make_study, one, progression


@pytest.fixture(scope="module")
def judged():
    study = make_study(
        {
            "A": {"FVCPP": {0: 65, 6: 60, 12: 60}, "DLCOPP": {0: 50, 6: 43, 12: 42}},
            "B": {"FVCPP": {0: 80, 6: 77, 12: 72}, "DLCOPP": {0: 60}},
            "C": {"FVCPP": {0: 65, 12: 60}, "DLCOPP": {0: 50}},
            "D": {"FVCPP": {12: 60}},
            "E": {"FVCPP": {0: 52, 12: 47.4, 18: 40}, "DLCOPP": {0: 50, 12: 50, 18: 50}},
        }
    )
    return progression(study)


def test_omeract_of_the_facts(judged) -> None:
    assert one(judged, "OMERACT", "Month 6", "A").met is False, "DLCO fell by 14 % only"
    assert one(judged, "OMERACT", "Month 12", "A").met is True, "and now by 16 %"
    assert one(judged, "OMERACT", "Month 12", "B").met is True, "80 to 72 is 10 %"
    assert one(judged, "OMERACT", "Month 12", "E").met is False


def test_ppf_is_absolute_and_left_open_after_a_year(judged) -> None:
    assert one(judged, "PPF", "Month 6", "A").met is True, "65 to 60 is 5 points"
    assert one(judged, "PPF", "Month 12", "E").met is False, "52 to 47.4 is 4.6 points"
    assert one(judged, "PPF", "Month 18", "E").met is None
    assert one(judged, "INBUILD", "Month 18", "E").met is True


def test_inputs_carry_values_changes_and_cells(judged) -> None:
    fvc, dlco = one(judged, "OMERACT", "Month 12", "A").inputs
    assert (fvc.base, fvc.value, fvc.change) == (65, 60, -5)
    assert fvc.relative == pytest.approx(-7.6923, abs=1e-4)
    assert (fvc.base_srcref, fvc.srcref) == ("Data!C2", "Data!C4")
    assert dlco.relative == pytest.approx(-16)


def test_missing_inputs_are_named(judged) -> None:
    open_one = one(judged, "OMERACT", "Month 12", "C")
    assert open_one.met is None
    assert open_one.missing == ("DLCO at Month 12",)
    nothing = one(judged, "OMERACT", "Month 12", "D")
    assert nothing.missing == ("FVC at baseline", "DLCO at baseline", "DLCO at Month 12")
    decided = one(judged, "OMERACT", "Month 12", "B")
    assert decided.met is True
    assert decided.missing == ("DLCO at Month 12",), "named, though FVC decides alone"


def test_relief_is_annualised_over_the_days_and_uild_ends_at_six_months(judged) -> None:
    relief = one(judged, "RELIEF", "Month 6", "A")
    assert relief.score == pytest.approx(5 / (183 / 365.25))
    assert relief.met is True
    assert one(judged, "UILD", "Month 6", "A").met is False, "5 points are not more than 5"
    assert one(judged, "UILD", "Month 12", "A").met is None


def test_limits_are_settings_and_stand_in_the_words() -> None:
    study = make_study({"A": {"FVCPP": {0: 60, 6: 63, 12: 56.7}, "MRSS": {0: 20, 6: 15, 12: 14}}})
    judged = progression(study)
    assert one(judged, "FVC_IMPROVED", "Month 6").met is True
    assert one(judged, "FVC_WORSE", "Month 12").met is True
    assert one(judged, "MRSS_IMPROVED", "Month 6").met is False
    assert one(judged, "MRSS_IMPROVED", "Month 12").met is True
    strict = EndpointSettings(
        changed=(ChangedLimit("FVC_IMPROVED", points=5.3), ChangedLimit("MRSS_IMPROVED", points=4))
    )
    judged = progression(study, settings=strict)
    assert one(judged, "FVC_IMPROVED", "Month 6").met is False
    assert "5.3" in one(judged, "FVC_IMPROVED", "Month 6").words
    assert one(judged, "MRSS_IMPROVED", "Month 6").met is True
    assert all("nan" not in rule.words for rule in change_rules(strict))


def test_one_step_of_the_haq_index_is_better_and_not_yet_worse() -> None:
    study = make_study({"A": {"HAQDI": {0: 1.25, 6: 1.125, 12: 1.375}}, "B": {"HAQDI": {0: 1.0, 6: 1.25}}})
    judged = progression(study)
    assert one(judged, "HAQ_IMPROVED", "Month 6", "A").met is True
    assert one(judged, "HAQ_WORSE", "Month 12", "A").met is False
    assert one(judged, "HAQ_WORSE", "Month 6", "B").met is True


@pytest.mark.parametrize(("fewer", "met"), [(4.0, True), (3.9, False)])
def test_lower_is_better_and_higher_is_worse_in_the_respiratory_questionnaire(fewer, met) -> None:
    judged = progression(make_study({"A": {"SGRQTOT": {0: 50, 6: 50 - fewer, 12: 50 + fewer}}}))
    assert one(judged, "SGRQ_IMPROVED", "Month 6").met is met
    assert one(judged, "SGRQ_WORSE", "Month 12").met is met
    assert one(judged, "SGRQ_IMPROVED", "Month 12").met is False


def test_rules_about_what_the_trial_lacks_are_absent() -> None:
    judged = progression(make_study({"A": {"MRSS": {0: 20, 6: 10}}}))
    assert {j.rule for j in judged} == {"MRSS_IMPROVED", "MRSS_WORSE"}


def test_extent_looks_at_both_at_the_same_visit_baseline_included() -> None:
    study = make_study(
        {"A": {"HRCTEXT": {0: 25, 12: 35}, "FVCPP": {0: 65}}, "B": {"HRCTEXT": {0: 25}, "FVCPP": {0: 70}}}
    )
    judged = progression(study)
    assert one(judged, "EXTENSIVE", "Baseline", "A").met is True
    assert one(judged, "EXTENSIVE", "Month 12", "A").met is True
    assert one(judged, "EXTENSIVE", "Baseline", "B").met is False
    assert one(judged, "EXTENSIVE", "Month 12", "A").missing == ("FVC at Month 12",)


def test_the_transition_index_is_itself_a_change() -> None:
    judged = progression(make_study({"A": {"TDI": {3: 1, 6: -1, 12: 0}}}))
    assert [one(judged, "TDI_IMPROVED", v).met for v in ("Month 3", "Month 6", "Month 12")] == [
        True,
        False,
        False,
    ]
    assert [one(judged, "TDI_WORSE", v).met for v in ("Month 3", "Month 6", "Month 12")] == [
        False,
        True,
        False,
    ]
    assert one(judged, "TDI_IMPROVED", "Month 3").missing == ()


def test_one_patient_is_judged_as_in_the_whole_trial(demo_study) -> None:
    whole = progression(demo_study)
    for usubjid in demo_study.usubjids[:5]:
        own = [(j.rule, j.avisit, j.met) for j in progression(demo_study, [usubjid])]
        assert own == [(j.rule, j.avisit, j.met) for j in whole if j.usubjid == usubjid]
        assert own
    assert np.isfinite([i.value for j in whole for i in j.inputs if i.srcref]).all()


def test_a_change_is_placed_against_the_published_estimates() -> None:
    study = make_study({"A": {"FVCPP": {0: 60, 3: 62, 6: 63, 12: 65.3}}})
    notes = [
        one(progression(study), "FVC_IMPROVED", visit).notes[0]
        for visit in ("Month 3", "Month 6", "Month 12")
    ]
    assert ["below" in notes[0], "among" in notes[1], "at or above" in notes[2]] == [True, True, True]
    assert all("3 to 5.3" in note for note in notes)


def test_ppf_looks_at_dlco_corrected_for_haemoglobin_where_there_is_any() -> None:
    values = {"FVCPP": {0: 65, 6: 64}, "DLCOPP": {0: 50, 6: 50}}
    recorded = one(progression(make_study({"A": values})), "PPF", "Month 6")
    assert recorded.met is False
    assert any("not known" in note for note in recorded.notes)
    corrected = make_study({"A": values | {"DLCOHBPP": {0: 50, 6: 40}}})
    found = one(progression(corrected), "PPF", "Month 6")
    assert found.met is True
    assert not any("not known" in note for note in found.notes)
    assert one(progression(corrected), "OMERACT", "Month 6").met is False
