"""Laboratory values: multiples of limits, grades, what is baseline and after, what has no grade."""

import numpy as np
import pytest

from sscviewer.analysis.labs.lab_not_graded import NO_GRADES, NO_GRADES_EITHER_WAY
from sscviewer.analysis.labs.labs import labs, rows_of
from tests.analysis.lab_trials import lab_study

NAN = np.nan


def why(found):
    return {(one.paramcd, one.why): one.n for one in found.not_graded}


def test_multiples_baseline_and_after():
    study = lab_study(
        ("A", "ALT", -7, 20), ("A", "ALT", 1, 60), ("A", "ALT", 1, "lost"), ("A", "ALT", 15, 89),
        ("A", "ALT", 29, 90), ("B", "ALT", 15, 89), ("B", "ALT", 29, 121),
    )  # fmt: skip
    found = labs(study)
    test = found.tests["ALT"]
    assert test.day.tolist() == [-7, 1, 15, 29, 15, 29]
    assert test.patient.tolist() == [0, 0, 0, 0, 1, 1]
    assert test.times_upper.tolist() == [0.5, 1.5, 2.225, 2.25, 2.225, 3.025]
    assert test.is_baseline.tolist() == [False, True, False, False, False, False]
    assert test.is_after.tolist() == [False, False, True, True, True, True]
    # A began above the limit, so that version 5 judges by 60; B has no baseline.
    assert test.grade_high.tolist() == [0, 0, 0, 1, 1, 2]
    assert labs(study, 4).tests["ALT"].grade_high.tolist() == [0, 1, 1, 1, 1, 2]
    assert test.indicator.tolist() == [0, 1, 1, 1, 1, 1]
    assert [study.column("measurements", "SRCREF")[row] for row in test.row] == [
        *["LB!D2", "LB!D3", "LB!D5", "LB!D6", "LB!D7", "LB!D8"]
    ]
    behind = study.column("measurements", "SRCREF")[rows_of(test, found, ["B"])]
    assert behind.tolist() == ["LB!D7", "LB!D8"]


def test_what_has_no_grade_is_counted_with_its_reason():
    study = lab_study(
        ("A", "HGB", 1, 10), ("A", "HGB", 15, "hemolysed"), ("A", "K", 1, 4.0), ("A", "K", 15, 2.0),
        ("A", "CREAT", 15, 1.0), ("A", "CREAT_FURLONG", 15, 3), ("A", "PHOS", 15, 2.0),
        ("A", "ZINC", 15, 2.0),
    )  # fmt: skip
    assert why(labs(study, 4)) == {
        ("HGB", "the result is not a number"): 1,
        ("K", "it has no unit"): 2,
        ("CREAT", "Creatinine increased: no baseline value"): 1,
        ("CREAT_FURLONG", "it is kept apart for its unit, specimen or name"): 1,
        ("PHOS", "it has no unit"): 1,
        ("ZINC", NO_GRADES_EITHER_WAY): 1,
    }
    five = why(labs(study, 5))
    assert five["PHOS", "version 5 grades low phosphate by its treatment, not by the value"] == 1
    assert ("CREAT", "Creatinine increased: no baseline value") not in five
    three = why(labs(study, 3))
    assert three["HGB", "the grades of CTCAE version 3.0 for this test were not checked"] == 2
    assert three["ZINC", NO_GRADES_EITHER_WAY] == 1


def test_a_side_without_grades_is_counted_where_values_lie_beyond_its_limit():
    units = {"HGB": "g/dL", "GLUC": "mmol/L", "ALT": "U/L"}
    upper, lower = {"HGB": 16, "GLUC": 6.1, "ALT": 40}, {"HGB": 12, "GLUC": 3.9}
    study = lab_study(
        ("A", "HGB", 15, 17), ("A", "HGB", 29, 15), ("A", "GLUC", 15, 7.0), ("A", "GLUC", 29, 14.0),
        ("A", "ALT", 15, 20), units=units, upper=upper, lower=lower,
    )  # fmt: skip
    treatment = "above the upper limit: version 5 grades high glucose by its treatment, not by the value"
    assert why(labs(study, 5)) == {
        ("HGB", f"above the upper limit: {NO_GRADES}"): 1,
        ("GLUC", treatment): 2,
    }
    fasting = "grades 1 and 2 need a fasting value, and the file does not tell which are"
    assert why(labs(study, 4)) == {
        ("HGB", f"above the upper limit: {NO_GRADES}"): 1,
        ("GLUC", f"Hyperglycaemia: {fasting}"): 1,
    }


def test_calcium_is_graded_after_correction_for_albumin_of_the_same_day():
    units, lower, upper = {"CA": "mmol/L", "ALB": "g/dL"}, {"CA": 2.1}, {"CA": 2.6}
    study = lab_study(
        ("A", "CA", 15, 1.95), ("A", "ALB", 15, 2.0), ("A", "CA", 29, 1.95), ("A", "ALB", 30, 2.0),
        ("B", "CA", 15, 2.5), ("B", "ALB", 15, 1.5), ("B", "CA", 29, 1.6),
        units=units, lower=lower, upper=upper,
    )  # fmt: skip
    found = labs(study)
    calcium = found.tests["CA"]
    # 1.95 + 0.02 × (40 − 20) = 2.35; without albumin of that day 1.95; 2.5 + 0.02 × 25 = 3.0; 1.6
    assert calcium.grade_low.tolist() == [0, 2, 0, 3]
    assert calcium.grade_high.tolist() == [0, 0, 2, 0]
    assert calcium.aval.tolist() == [1.95, 1.95, 2.5, 1.6], "shown as measured"
    assert any("2 of 4 values; the others" in note for note in found.notes)


def test_without_limits_a_fixed_value_still_gives_a_grade():
    study = lab_study(
        ("A", "HGB", 15, 7.9), ("A", "HGB", 22, 13.0), ("A", "ALT", 15, 900), upper={}, lower={}
    )
    found = labs(study)
    np.testing.assert_equal(found.tests["HGB"].grade_low, [3, NAN])
    assert why(found) == {
        ("HGB", "Anaemia: no lower limit of normal"): 1,
        ("ALT", "ALT increased: no upper limit of normal"): 1,
    }


def test_the_version_is_named():
    study = lab_study(("A", "ALT", 15, 900))
    assert [labs(study, version).words for version in (5, 4, 3)] == [
        *["CTCAE version 5.0", "CTCAE version 4.03", "CTCAE version 3.0"]
    ]
    assert "CTCAE version 5.0" in labs(study).notes[0]


def test_a_collection_of_24_hours_decides_over_the_dipstick_of_the_day():
    records = [("A", "PROTDIP", 15, "4+"), ("A", "PROTDIP", 29, "++"), ("A", "PROTDIP", 43, "ND")]
    records += [("A", "PROTU", 15, 800), ("A", "PROTU", 57, "1+"), ("B", "PROTDIP", 15, "Trace")]
    found = labs(lab_study(*records, units={"PROTU": "mg"}, upper={"PROTU": 150}))
    assert found.tests["PROTU"].grade_high.tolist() == [1]
    sticks = found.tests["PROTDIP"]
    np.testing.assert_equal(sticks.grade_high, [NAN, 2, 1, 0])
    assert sticks.aval.tolist() == [4, 2, 1, 0]
    assert why(found) == {
        ("PROTDIP", "it is neither a number nor a dipstick"): 1,
        ("PROTDIP", "a 24-hour collection of that day decides"): 1,
    }


def test_proteinuria_in_an_unknown_unit_is_not_graded():
    found = labs(lab_study(("A", "PROTU", 15, 800), units={"PROTU": "mg/dL"}))
    assert why(found) == {("PROTU", "the unit “mg/dL” is not known for this test"): 1}
    assert found.tests == {}


def test_a_trial_without_laboratory_values(tiny_study):
    found = labs(tiny_study)
    assert (found.tests, found.not_graded, found.graded) == ({}, (), ())


def test_what_the_demo_events_say_the_laboratory_saw(demo_study):
    """The events of the demo name these patients and grades (resources/demo/laboratory.py)."""
    found = labs(demo_study, 4)

    def worst(paramcd, direction):
        test = found.tests[paramcd]
        grades = test.grades(direction)
        out = {}
        for i in np.flatnonzero(test.is_after & (grades > 0)):
            usubjid = found.usubjids[test.patient[i]]
            out[usubjid] = max(out.get(usubjid, 0), int(grades[i]))
        return out

    assert worst("ALT", "high") == {"SSC-010": 1, "SSC-019": 2}
    assert worst("AST", "high") == {"SSC-019": 1}  # the raised AST of SSC-010 was "not done"
    assert worst("NEUT", "low") == {"SSC-008": 3, "SSC-012": 3}
    assert worst("PLAT", "low") == {"SSC-011": 1}
    assert worst("HGB", "low") == {"SSC-002": 1, "SSC-016": 1}
    assert worst("CK", "high") == {"SSC-018": 4, "SSC-005": 1}
    assert worst("PHOS", "low") == {"SSC-001": 1, "SSC-012": 2}
    assert worst("BILI", "high") == {}
    creatinine = worst("CREAT", "high")
    assert creatinine.pop("SSC-009") == 3
    assert set(creatinine.values()) == {1}
    sticks = {"SSC-007": 1, "SSC-008": 1, "SSC-009": 2, "SSC-012": 1, "SSC-014": 2, "SSC-020": 2}
    assert worst("PROTDIP", "high") == sticks


@pytest.mark.parametrize("version", [3, 4, 5])
def test_every_value_is_graded_or_counted(demo_study, version):
    found = labs(demo_study, version)
    rows = set()
    for test in found.tests.values():
        graded = ~np.isnan(test.grade_low) | ~np.isnan(test.grade_high)
        rows |= set(test.row[graded].tolist())
    for one in found.not_graded:
        assert one.n == len(one.rows) > 0
        rows |= set(one.rows.tolist())
    measurements = demo_study.measurements
    lab = [p.paramcd for p in demo_study.parameters.values() if p.kind == "lab"]
    assert rows == set(np.flatnonzero(measurements["PARAMCD"].isin(lab)).tolist())
