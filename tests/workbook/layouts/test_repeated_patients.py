"""Data sets without a list of patients: arms, age and sex come from the records that repeat them."""

import pytest

from tests.workbook.layouts.views import issues

ARMS = {"01": "Drug", "02": "Placebo", "03": "Drug"}


def _values(treatment, dtype=None):
    names = ["STUDYID", "USUBJID", "AGE", "SEX", *treatment, "PARAMCD", "PARAM", "AVISIT", "AVAL", "DTYPE"]
    rows = [names]
    for patient, arm in ARMS.items():
        for i, visit in enumerate(["Baseline", "Month 3", "Month 6"]):
            arms = [arm if name[:4] in ("TRTA", "TRTP", "TRT0") or i else None for name in treatment]
            rows.append(["X", patient, 50, "F", *arms, "FVC", "FVC (L)", visit, 2.5 + i / 10, dtype])
    return rows


EVENTS = [
    ["STUDYID", "USUBJID", "AETERM", "ASTDY", "TRTA"],
    ["X", "01", "Cough", 3, "Drug"],
    ["X", "02", "Rash", 8, "Placebo"],
    ["X", "02", "Cough", 9, "Placebo"],
    ["X", "03", "Cough", 11, "Drug"],
]


@pytest.mark.parametrize("treatment", [["TRTP"], ["TRTA"], ["TRT01P"], ["TRTP", "TRTA"], ["TRTSEQP"]])
def test_the_arm_of_a_sheet_of_values_is_the_patients(load, treatment):
    loaded = load({"ADPFT": _values(treatment)})
    subjects = loaded.study.subjects.set_index("USUBJID")
    assert subjects["TRT01A"].to_dict() == ARMS
    assert subjects["AGE"].tolist() == [50, 50, 50]
    assert subjects["SEX"].tolist() == ["F", "F", "F"]
    assert len(loaded.study.measurements) == 9
    assert [place for place, _ in issues(loaded, "patients.repeated")] != []


def test_events_give_the_arm_too_and_stay_events(load):
    study = load({"ADAE": EVENTS}).study
    assert study.subjects.set_index("USUBJID")["TRT01A"].to_dict() == ARMS
    assert study.adverse_events["AETERM"].tolist() == ["Cough", "Rash", "Cough", "Cough"]


def test_a_treatment_that_changes_within_patients_is_no_arm(load):
    rows = _values(["TRTP", "TRTSEQP"])
    column, sequence = rows[0].index("TRTP"), rows[0].index("TRTSEQP")
    for i, row in enumerate(rows[1:]):
        row[column], row[sequence] = "AB"[i % 3 > 1], "AB" if row[1] == "01" else "BA"
    assert load({"ADPFT": rows}).study.subjects["TRT01P"].tolist() == ["AB", "BA", "BA"]


def test_a_list_of_patients_wins(load):
    listed = [["USUBJID", "TRT01P", "TRT01A", "SAFFL", "AGE"]]
    listed += [[patient, "As listed", "As listed", "Y", 60] for patient in ARMS]
    loaded = load({"ADAE": EVENTS, "ADSL": listed})
    assert set(loaded.study.subjects["TRT01A"]) == {"As listed"}
    assert issues(loaded, "patients.repeated") == []


def test_patients_of_a_sheet_without_arms_are_patients(load):
    without = [row[:-1] for row in EVENTS] + [["X", "04", "Fall", 4]]
    loaded = load({"ADAE": without, "ADPFT": _values(["TRTP"])})
    assert loaded.study.subjects.set_index("USUBJID")["TRT01P"].fillna("").to_dict() == {**ARMS, "04": ""}
