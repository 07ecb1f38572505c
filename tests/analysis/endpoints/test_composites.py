"""CRISS, revised CRISS and EUSTAR from a trial's values, with the units trap and step 1."""

import numpy as np
import pytest

from sscviewer.analysis.plan.responses import EndpointSettings
from sscviewer.model.study import with_column
from tests.analysis.endpoint_study import composites, make_study, one

BASE = {"MRSS": 28, "FVCPP": 65, "PTGA": 6, "MDGA": 6, "HAQDI": 1.25}
AFTER = {"MRSS": 20, "FVCPP": 67, "PTGA": 5, "MDGA": 4, "HAQDI": 1.0}
"""Row 5 of the table of clinical facts 6.1: -8, +2, -1, -2, -0.25."""
PROBABILITY = 0.970474


def _values(base=BASE, after=AFTER, month=12, **more):
    return {code: {0: base[code], month: after[code]} for code in base} | more


def test_criss_of_the_table() -> None:
    found = one(composites(make_study({"A": _values()})), "CRISS", "Month 12")
    assert found.score == pytest.approx(PROBABILITY, abs=5e-7)
    assert found.met is True
    assert [i.paramcd for i in found.inputs] == ["MRSS", "FVCPP", "PTGA", "MDGA", "HAQDI"]
    assert found.missing == ()


@pytest.mark.parametrize("units", [{}, {"PTGA": "mm", "MDGA": "mm"}])
def test_a_scale_of_0_to_100_is_divided_and_said(units) -> None:
    base, after = BASE | {"PTGA": 60, "MDGA": 60}, AFTER | {"PTGA": 50, "MDGA": 40}
    study = make_study({"A": _values(base, after)}, units=units)
    found = one(composites(study), "CRISS", "Month 12")
    assert found.score == pytest.approx(PROBABILITY, abs=5e-7)
    assert any("divided by 10" in note for note in found.notes)
    wrong = composites(study, settings=EndpointSettings(global_scale="0-10"))
    assert one(wrong, "CRISS", "Month 12").score == pytest.approx(1.0, abs=5e-5), "the units trap"


def test_the_scale_is_that_of_the_trial_not_of_the_patient() -> None:
    base, after = BASE | {"PTGA": 60, "MDGA": 60}, AFTER | {"PTGA": 50, "MDGA": 40}
    low = _values(BASE | {"PTGA": 8, "MDGA": 9}, AFTER | {"PTGA": 2, "MDGA": 3})
    study = make_study({"A": _values(base, after), "B": low})
    one_patient = one(composites(study, ["B"]), "CRISS", "Month 12").score
    eta = -5.54 + 0.81 * 8 + 0.21 * 2 + 0.40 * 0.6 + 0.44 * 0.6 + 3.41 * 0.25
    assert one_patient == pytest.approx(1 / (1 + np.exp(-eta)))
    cm = make_study({"A": _values()}, units={"PTGA": "cm", "MDGA": "cm"})
    assert one(composites(cm), "CRISS", "Month 12").score == pytest.approx(PROBABILITY, abs=5e-7)


def test_a_missing_core_item_leaves_no_probability_but_may_leave_a_level() -> None:
    values = {code: dict(by) for code, by in _values().items()}
    values["PTGA"][12], values["MDGA"][12] = 4, 4.4
    del values["FVCPP"][12]
    found = composites(make_study({"A": values}))
    criss = one(found, "CRISS", "Month 12")
    assert criss.met is None
    assert np.isnan(criss.score)
    assert criss.missing == ("FVC at Month 12",)
    assert one(found, "CRISS20", "Month 12").met is True
    assert one(found, "CRISS25", "Month 12").met is True, "MRSS, patient and physician"
    assert one(found, "CRISS30", "Month 12").met is False, "FVC alone could not make three"


def test_step_one_by_an_adverse_event() -> None:
    study = make_study(
        {"A": _values(), "B": _values(), "C": _values()},
        events=[
            ("A", "Scleroderma renal crisis", "2020-06-01"),
            ("B", "Scleroderma renal crisis", ""),
            ("C", "Scleroderma renal crisis", "2019-06-01"),
        ],
    )
    found = composites(study)
    first = one(found, "CRISS", "Month 12", "A")
    assert (first.score, first.met) == (0, False)
    assert any("renal crisis, day 153 (AE!A2)" in note for note in first.notes)
    assert one(found, "CRISS20", "Month 12", "A").met is False
    unknown = one(found, "CRISS", "Month 12", "B")
    assert unknown.met is None
    assert any("the start of" in note for note in unknown.notes)
    assert one(found, "CRISS", "Month 12", "C").met is True, "it began before the trial"
    without = composites(study, settings=EndpointSettings(revised_keeps_step_one=False))
    assert one(without, "CRISS20", "Month 12", "A").met is one(without, "CRISS20", "Month 12", "C").met


def test_an_event_of_the_day_of_the_first_dose_is_not_before_it() -> None:
    study = make_study({"A": _values()}, events=[("A", "Scleroderma renal crisis", "2020-01-01")])
    at_eight = np.array(["2020-01-01T08:00"], dtype="datetime64[s]")
    dosed = with_column(study, "subjects", "TRTSDT", at_eight)
    assert one(composites(dosed), "CRISS", "Month 12").met is False


def test_step_one_by_fvc_needs_a_second_test_within_a_month_and_lasts() -> None:
    low = AFTER | {"FVCPP": 55}
    values = _values(after=low, month=6)
    for code, by in values.items():
        by[12] = AFTER[code]
    study = make_study({"A": values})
    unconfirmed = one(composites(study), "CRISS", "Month 6")
    assert unconfirmed.met is None
    assert any("second FVC" in note for note in unconfirmed.notes)
    confirmed = composites(make_study({"A": values}, extra=[("A", "FVCPP", 54.0, "2020-07-20")]))
    assert one(confirmed, "CRISS", "Month 6").score == 0
    assert one(confirmed, "CRISS", "Month 12").score == 0, "step 1 is not undone"
    refuted = composites(make_study({"A": values}, extra=[("A", "FVCPP", 64.0, "2020-07-20")]))
    assert one(refuted, "CRISS", "Month 6").score > 0


def test_eustar_activity_of_the_facts_and_its_units() -> None:
    signs = {"MRSS": {0: 12}, "SKINWORS": {0: 0}, "DIGULC": {0: 3}, "TFR": {0: 0}, "DLCOPP": {0: 55}}
    for unit, value in (("mg/dL", 0.5), ("mg/L", 5.0)):
        study = make_study({"A": signs | {"CRP": {0: value}}}, units={"CRP": unit})
        found = one(composites(study), "EUSTAR", "Baseline")
        assert found.score == pytest.approx(3.508)
        assert found.met is True
    odd = one(
        composites(make_study({"A": signs | {"CRP": {0: 5.0}}}, units={"CRP": "nmol/L"})),
        "EUSTAR",
        "Baseline",
    )
    assert odd.met is None
    assert any("nmol/L" in note for note in odd.notes)
    lacking = one(composites(make_study({"A": signs})), "EUSTAR", "Baseline")
    assert lacking.missing == ("CRP at baseline",)


def test_composites_are_absent_where_the_trial_has_none_of_their_own_inputs(demo_study) -> None:
    assert composites(demo_study) == ()
