"""Derived parameters: their values, recipes, names and place beside the collected ones."""

import datetime as dt

import numpy as np
import pytest

from sscviewer.analysis.enrolment.demographics import demographics
from sscviewer.analysis.modelled import modelled_parameters
from sscviewer.analysis.patient.trajectory import trajectory
from sscviewer.analysis.plan.derivation import DerivationSettings
from sscviewer.analysis.record import record
from sscviewer.analysis.shown_parameters import default_parameters
from sscviewer.model.parameters import Parameter
from tests.analysis.derived_trial import rows_of, said, study, values_of
from tests.planned import population, with_derived

COMPUTED = DerivationSettings(prefer="computed")


def test_the_worked_patient():
    # clinical facts 2.10: FVC 2.30, FEV1 1.90, DLCO 12.5, TLC 3.90 at 48.3 years
    found = with_derived(study([("FVC", 0, 2.30), ("FEV1", 0, 1.90), ("DLCO", 0, 12.5), ("TLC", 0, 3.90)]))
    expected = {
        "FVCPP": 65.370, "FVCZ": -2.7000, "FVCLLN": 2.76517,
        "FEV1PP": 67.243, "FEV1Z": -2.4642, "FEV1LLN": 2.21410,
        "FEV1FVC": 100 * 1.90 / 2.30, "FEV1FVCLLN": 69.706,
        "FEV1FVCPP": 190 / 2.30 / 0.80766,
        "TLCPP": 74.390, "TLCZ": -2.3765, "TLCLLN": 4.29066,
        "DLCOPP": 59.911, "DLCOZ": -3.3308, "DLCOLLN": 16.32884,
    }  # fmt: skip
    for paramcd, value in expected.items():
        assert values_of(found, paramcd) == [pytest.approx(value, abs=1e-3)], paramcd
    assert set(found.measurements["DTYPE"]) == {"", "DERIVED"}
    assert len(found.measurements) == 4 + len(expected) + 1  # and the z score of FEV1/FVC


def test_a_recipe_names_equation_person_and_cells():
    found = rows_of(with_derived(study([("FVC", 0, 2.30), ("FEV1", 0, 1.90)])), "FVCZ").iloc[0]
    assert found["RECIPE"] == (
        "GLI-2012, female (DM!B2), 48.3 y (48.3 at entry, DM!C2), 163 cm (DM!E2), Caucasian (DM!F2), "
        "FVC PFT!D2"
    )
    assert (found["DTYPE"], found["SRCREF"], found["AVISIT"], found["ADY"]) == (
        "DERIVED", "PFT!D2", "Month 0", 1.0,
    )  # fmt: skip


def test_the_record_of_a_derived_value_points_to_its_input():
    found = with_derived(study([("FVC", 0, 2.30)]))
    row = int(np.flatnonzero(found.column("measurements", "PARAMCD") == "FVCZ")[0])
    said = record(found, "measurements", row)
    assert said.title == "Derived value"
    assert said.srcref == "PFT!D2"
    fields = {label: (text, cell) for label, text, cell in said.fields}
    assert fields["Parameter"] == ("Forced vital capacity, z score (GLI-2012)", "")
    assert fields["How it was computed"][0].startswith("GLI-2012, female")
    assert not any(cell for _, cell in fields.values())


@pytest.mark.parametrize(
    ("changed", "born"),
    [
        ({"BRTHDTC": ["1958-09-12"], "AGE": [47.0]}, dt.date(1958, 9, 12)),
        ({"BRTHDTC": ["1958-09"], "AGE": [np.nan]}, dt.date(1958, 9, 15)),
        ({"BRTHDTC": ["1958"], "AGE": [np.nan]}, dt.date(1958, 7, 1)),
    ],
)
def test_the_age_from_the_date_of_birth(changed, born):
    assert age_at_test(**changed) == pytest.approx((TESTED - born).days / 365.25, abs=1e-6)


@pytest.mark.parametrize("changed", [{"BRTHDTC": ["1950"], "AGE": [47.0]}, {"AGE": [47.0]}])
def test_the_age_from_that_at_entry(changed):
    assert age_at_test(**changed) == pytest.approx(47 + (TESTED - DAY_1).days / 365.25, abs=1e-6)


DAY_1, TESTED = dt.date(2007, 1, 1), dt.date(2018, 4, 21)


def age_at_test(**changed):
    """Return the age that the predicted FVC tells: by Crapo it is straight in age."""
    test = ("FVC", 6, 2.30, "A", {"ADT": np.datetime64(TESTED, "s")})
    found = with_derived(study([test], **changed), DerivationSettings(equation="Crapo"))
    predicted = 100 * 2.30 / values_of(found, "FVCPP")[0]
    return (0.0491 * 163 - 3.590 - predicted) / 0.0216


def test_a_value_without_a_person_is_counted_not_guessed():
    values = [("FVC", 0, 2.0, who) for who in "ABCDE"]
    found = with_derived(
        study(
            values,
            USUBJID=list("ABCDE"),
            SEX=["F", "", "F", "F", "M"],
            HEIGHT=[163.0, 163.0, np.nan, 163.0, 163.0],
            AGE=[48.3, 48.3, 48.3, np.nan, 97.0],
        )
    )
    assert rows_of(found, "FVCZ")["USUBJID"].to_list() == ["A"]
    [(_, message)] = said(found, "predicted.missing")
    assert message == (
        "4 of 5 lung function values have no predicted value (sex not known: 1, no height: 1, "
        "age not known: 1, age outside 3 to 95 years: 1); they are shown as measured."
    )


def test_height_measured_at_visits_counts():
    heights = [("HEIGHT", month, cm) for month, cm in ((0, 162.0), (3, 163.0), (6, 190.0))]
    found = with_derived(study([("FVC", 0, 2.30), *heights], HEIGHT=[np.nan]))
    assert values_of(found, "FVCZ") == [pytest.approx(-2.7000, abs=1e-3)]
    assert "163 cm (median of those measured)" in rows_of(found, "FVCZ")["RECIPE"][0]


def test_the_group_is_said():
    def recipe(race):
        return rows_of(with_derived(study([("FVC", 0, 2.30)], RACE=[race])), "FVCZ")["RECIPE"][0]

    assert "African American (DM!F2), FVC" in recipe("Black or African American")
    assert "Other/mixed (race “Asian” names no group), FVC" in recipe("Asian")
    assert "Other/mixed (race not recorded), FVC" in recipe("")
    black = with_derived(study([("FVC", 0, 2.30)], RACE=["BLACK OR AFRICAN AMERICAN"]))
    assert values_of(black, "FVCPP") == [pytest.approx(76.368, abs=1e-3)]
    everybody = DerivationSettings(equation="GLI Global 2022")
    found = with_derived(study([("FVC", 0, 2.30)], RACE=["Asian"]), everybody)
    assert values_of(found, "FVCPP") == [pytest.approx(69.854, abs=1e-3)]
    assert rows_of(found, "FVCPP")["RECIPE"][0].endswith("163 cm (DM!E2), FVC PFT!D2")


OWN = [("FVC", 0, 2.30), ("FVCPP", 0, 64.0), ("FVC", 3, 2.40), ("FVCPP", 3, 66.8)]


def test_the_files_own_percent_is_analysed_and_the_computed_is_beside():
    found = with_derived(study(OWN))
    assert values_of(found, "FVCPP") == [64.0, 66.8]
    assert found.parameters["FVCPP"].param == "Forced vital capacity, % predicted"
    assert values_of(found, "FVCPPC")[0] == pytest.approx(65.370, abs=1e-3)
    assert found.parameters["FVCPPC"].title == "Forced vital capacity, % predicted (GLI-2012)"
    assert modelled_parameters(found) == modelled_parameters(study(OWN))
    assert default_parameters(found) == ("FVCPP",)


def test_the_user_may_prefer_the_computed_one():
    found = with_derived(study(OWN), COMPUTED)
    assert values_of(found, "FVCPP")[0] == pytest.approx(65.370, abs=1e-3)
    assert found.parameters["FVCPP"].title == "Forced vital capacity, % predicted (GLI-2012)"
    assert values_of(found, "FVCPPF") == [64.0, 66.8]
    assert set(rows_of(found, "FVCPPF")["DTYPE"]) == {""}
    course = trajectory(found, "A", "FVCPP")
    assert all(recipe.startswith("GLI-2012") for recipe in course.recipe)
    assert course.parameter.axis_label == "FVC, % GLI-2012"


def test_without_own_percent_the_computed_is_analysed_unless_it_covers_few():
    whole = with_derived(study([("FVC", 0, 2.30), ("FVC", 3, 2.40)]))
    assert default_parameters(whole) == ("FVCPP",)
    assert "FVCPP" in modelled_parameters(whole)
    few = with_derived(
        study([("FVC", 0, 2.30, who) for who in "AB"], USUBJID=["A", "B"], HEIGHT=[163.0, np.nan])
    )
    assert default_parameters(few) == ("FVC",)
    assert rows_of(few, "FVCPPC")["USUBJID"].to_list() == ["A"]


def test_only_a_limit_stays_only_a_limit():
    found = with_derived(study([("FVC", 0, 2.30, "A", {"AVALQ": "<"})]))
    assert rows_of(found, "FVCPP")["AVALQ"].to_list() == ["<"]
    assert rows_of(found, "FVCLLN")["AVALQ"].to_list() == [""]


def test_haemoglobin_nearest_in_time():
    blood = [("HGB", 0, 11.0), ("HGB", 3, 10.0), ("HGB", 8, 10.0)]
    found = with_derived(study([("DLCO", 0, 12.5), ("DLCO", 3, 20.0), ("DLCO", 6, 20.0), *blood]))
    # clinical facts 2.8, women; the third has no haemoglobin within 14 days
    assert values_of(found, "DLCOHB") == [pytest.approx(13.6230, abs=5e-5), pytest.approx(22.8, abs=5e-5)]
    assert values_of(found, "DLCO") == [12.5, 20.0, 20.0]
    assert rows_of(found, "DLCOHB")["RECIPE"][0] == "DLCO PFT!D2 × 1.090 for Hb 11 g/dL PFT!D5 (Cotes)"
    assert values_of(found, "DLCOHBPP")[0] == pytest.approx(100 * 13.6230 / 20.86420, abs=1e-3)
    [(_, message)] = said(found, "dlco.uncorrected")
    assert message.startswith("1 of 3 DLCO have no haemoglobin within 14 days")


def test_corrected_by_the_laboratory_is_not_corrected_again():
    found = with_derived(study([("DLCO", 0, 12.5), ("DLCOHB", 0, 13.0), ("HGB", 0, 11.0)]))
    assert values_of(found, "DLCOHB") == [13.0]
    assert values_of(found, "DLCOHBPP") == [pytest.approx(100 * 13.0 / 20.86420, abs=1e-3)]


def test_si_units_take_the_si_equation():
    si = Parameter("DLCO_MMOL", "TLCO", "mmol/min/kPa", "TLCO", "lung")
    found = with_derived(study([("DLCO_MMOL", 0, 4.0)], parameters=[si]))
    assert values_of(found, "DLCOPP") == [pytest.approx(100 * 4.0 / 6.98500, abs=1e-3)]


def pairs(percents):
    """Return 2.30 L and a % predicted at each of some visits."""
    return [
        row
        for month, percent in enumerate(percents)
        for row in (("FVC", month, 2.30), ("FVCPP", month, percent))
    ]


def test_a_value_that_does_not_fit_is_said():
    found = with_derived(study(pairs([65.4, 65.4, 65.5, 65.6, 65.6, 75.0])))
    [(cell, message)] = said(found, "predicted.differs")
    assert cell == "PFT!D13"
    assert message == (
        "FVC 75 % predicted does not fit 2.3 L, which is 66 % by GLI-2012 (Caucasian) "
        "(±8 points are allowed for); the file's are analysed."
    )
    wide = with_derived(study(pairs([65.4] * 5 + [75.0])), DerivationSettings(tolerance=10))
    assert said(wide, "predicted.differs") == []


def test_the_laboratorys_equation_is_named():
    # 2.30 L is 64.0 % by NHANES III, 65.4 % by GLI-2012, 68.2 % by Crapo (2.30/3.37)
    found = with_derived(study(pairs([68.3] * 6)))
    [(sheet, message)] = said(found, "predicted.equation")
    assert sheet == "PFT"
    assert message.startswith("FVC % predicted of the file fit Crapo (median difference 0.")
    assert said(found, "predicted.differs") == []
    assert said(with_derived(study(pairs([65.4] * 6))), "predicted.equation") == []


def test_values_that_fit_nothing_are_said_once():
    found = with_derived(study(pairs([95.0] * 6)))
    [(_, message)] = said(found, "predicted.equation")
    assert "differ from GLI-2012 by more than 8 points in 6 of 6 tests and fit no other equation" in message
    assert said(found, "predicted.differs") == []


def test_the_collected_study_is_not_touched(demo_study):
    before = demo_study.measurements.copy()
    found = with_derived(demo_study)
    assert demo_study.measurements.equals(before)
    collected = found.measurements[found.measurements["DTYPE"] == ""].reset_index(drop=True)
    assert collected["AVAL"].equals(before["AVAL"])
    assert (collected["SRCREF"] == before["SRCREF"]).all()
    for usubjid in found.usubjids:
        rows = found.rows("measurements", usubjid)
        assert set(found.column("measurements", "USUBJID")[rows]) == {usubjid}
    assert default_parameters(found) == default_parameters(demo_study)
    assert modelled_parameters(found) == modelled_parameters(demo_study)


def test_table_1_is_of_what_is_analysed(demo_study):
    before, after = (
        {row.variable for row in demographics(trial, population(trial))}
        for trial in (demo_study, with_derived(demo_study))
    )
    assert before == after
    litres = with_derived(study(OWN[::2]))  # without a % predicted of its own
    variables = {row.variable for row in demographics(litres, population(litres))}
    assert {"FVC", "FVCPP"} <= variables
    assert not variables & {"FVCZ", "FVCLLN"}


def test_nothing_to_derive_is_the_same_study(tiny_study):
    assert with_derived(tiny_study) is tiny_study
