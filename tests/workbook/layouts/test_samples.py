"""REDCap exports and messy sheets of others, counted with openpyxl; a small one of each kind made here."""

import pytest

from sscviewer.workbook import UnusableFile, load_study
from tests.workbook.layouts.views import issues, said, sheets, values

GOLDEN = {
    "clinical-trial-1": {"data": ("subjects", "redcap", 500, 500), "dictionary": ("ignored", None, 12, 0)},
    "decimal-comma": {"data": ("subjects", "redcap", 4, 4)},
    "longitudinal": {
        "data": ("subjects+visits+measurements", "redcap", 18, 18),
        "dictionary": ("ignored", None, 95, 0),
        "event": ("ignored", None, 12, 0),
        "arm": ("ignored", None, 2, 0),
    },
    "longitudinal-with-repeating-instrument_first12": {
        "data": ("subjects+visits+measurements+medications", "redcap", 288, 288),
    },
    "multilevel-model-1": {
        "data": ("subjects+measurements", "redcap", 220, 220),
        "dictionary": ("ignored", None, 15, 0),
    },
    "simple": {"data": ("subjects", "redcap", 5, 5), "dictionary": ("ignored", None, 16, 0)},
    "vignette-repeating": {
        "data": ("subjects+measurements", "redcap", 17, 12),
        "dictionary": ("ignored", None, 9, 0),
    },
}


@pytest.mark.parametrize("name", GOLDEN)
def test_redcap_samples_open(shared, name):
    loaded = load_study(shared / "samples" / "redcap" / f"{name}.xlsx")
    assert sheets(loaded) == GOLDEN[name]


def test_one_repeated_value_is_where_the_file_has_it(shared):
    loaded = load_study(shared / "samples/redcap/longitudinal-with-repeating-instrument_first12.xlsx")
    measured = loaded.study.measurements
    row = measured[measured["AVAL"] == 321.2].iloc[0]
    assert (row["USUBJID"], row["AVISIT"], row["PARAMCD"], row["ATPT"]) == (
        "3",
        "Visit 2",
        "WBCS",
        "reading 2",
    )


def test_repeated_appointments_are_visits(shared):
    loaded = load_study(shared / "samples/redcap/multilevel-model-1.xlsx")
    assert len(loaded.study.subjects) == 20
    visits = loaded.study.measurements.groupby("USUBJID")["AVISIT"].nunique()
    assert set(visits) == {10}
    first = {row[:4] for row in values(loaded) if row[0] == "1001" and row[2] == "Appointment 1"}
    assert ("1001", "COGNITIVE_ITEM_QUESTION_1", "Appointment 1", 5.4) in first


def test_decimal_commas_are_numbers(shared):
    loaded = load_study(shared / "samples/redcap/decimal-comma.xlsx")
    assert loaded.study.subjects["HEIGHT"].tolist() == [154.0, 184.0, 195.0, 161.0]
    assert loaded.study.subjects["WEIGHT"].tolist() == [52.3, 92.3, 123.4, 45.9]


@pytest.mark.parametrize(
    ("name", "hidden"),
    [
        ("clinical-trial-1", {"B", "C", "D", "E", "F", "L"}),
        ("simple", {"B", "C", "D", "E", "F", "G"}),
    ],
)
def test_columns_that_identify_a_person_are_hidden(shared, name, hidden):
    loaded = load_study(shared / "samples/redcap" / f"{name}.xlsx")
    assert {cell.removeprefix("data!").rstrip("1") for cell, _ in issues(loaded, "privacy.hidden")} == hidden
    assert not any("@" in str(text) for text in loaded.study.subjects.to_numpy().ravel())


def test_glucose_opens_with_issues(shared):
    loaded = load_study(shared / "samples/messy/messy_glucose.xlsx")
    assert sheets(loaded) == {"Sheet1": ("subjects", "long", 30, 23)}
    assert issues(loaded, "subject.duplicate") == [("Sheet1!A14", "9")]
    assert len(issues(loaded, "row.below_table")) == 6


def test_cross_table_is_refused(shared):
    with pytest.raises(UnusableFile, match="no column of patient numbers"):
        load_study(shared / "samples/messy/messy_cirrhosis.xlsx")


def test_images_of_the_vignette_are_named_as_not_used(shared):
    loaded = load_study(shared / "samples/redcap/vignette-repeating.xlsx")
    assert "were not used" in said(loaded, "row.not_recognised")[0]
    concentrations = {row[3] for row in values(loaded) if row[1] in ("AA1", "AA2", "BB1", "BB2")}
    assert concentrations == {1.1, 1.2, 2.1, 2.2}


FORM = ["redcap_repeat_instrument", "redcap_repeat_instance"]
REPEATED = [
    ["record_id", "redcap_event_name", *FORM, "wbc", "first_name", "email"],
    ["1", "visit_1_arm_1", None, None, None, "Ann", "ann@example.org"],
    ["1", "visit_1_arm_1", "blood", 1, 5.5, None, None],
    ["1", "visit_1_arm_1", "blood", 2, 6.25, None, None],
    ["2", "visit_1_arm_1", None, None, None, "Bea", "bea@example.org"],
    ["2", "visit_1_arm_1", "blood", 1, 7.75, None, None],
]  # fmt: skip


def test_made_repeats_within_a_visit_stay_apart_and_persons_are_hidden(load):
    loaded = load({"data": REPEATED})
    assert sheets(loaded)["data"][1] == "redcap"
    measured = loaded.study.measurements
    assert sorted(
        zip(measured["USUBJID"], measured["AVISIT"], measured["ATPT"], measured["AVAL"], strict=True)
    ) == [
        ("1", "Visit 1", "reading 1", 5.5),
        ("1", "Visit 1", "reading 2", 6.25),
        ("2", "Visit 1", "reading 1", 7.75),
    ]
    assert {cell for cell, _ in issues(loaded, "privacy.hidden")} == {"data!F1", "data!G1"}
    assert not any("@" in str(text) for text in loaded.study.subjects.to_numpy().ravel())


def test_made_decimal_commas_are_numbers(load):
    head = ["record_id", "sex", "height", "weight"]
    rows = [head, ["1", "F", "154,5", "52,3"], ["2", "M", "184,0", "92,3"], ["3", "F", "161,0", "45,9"]]
    loaded = load({"data": rows})
    assert loaded.study.subjects["HEIGHT"].tolist() == [154.5, 184.0, 161.0]
    assert loaded.study.subjects["WEIGHT"].tolist() == [52.3, 92.3, 45.9]


def test_made_patient_twice_and_notes_below(load):
    rows = [["Subject", "Sex", "Age"], ["1", "F", 50], ["2", "M", 61], ["2", "M", 61], ["3", "F", 44]]
    notes = [[None, None, None], ["Checked by the monitor on Friday", None, None]]
    loaded = load({"Sheet1": rows + notes})
    assert sheets(loaded)["Sheet1"] == ("subjects", "long", 5, 3)
    assert issues(loaded, "subject.duplicate") == [("Sheet1!A4", "2")]
    assert [cell for cell, _ in issues(loaded, "row.below_table")] == ["Sheet1!A7"]


def test_made_cross_table_is_refused(load):
    table = [
        ["Stage", "Drug", "Placebo", "Total"],
        ["1", 12, 4, 16],
        ["2", 30, 32, 62],
        ["Total", 42, 36, 78],
    ]
    with pytest.raises(UnusableFile, match="no column of patient numbers"):
        load({"Counts": table})
