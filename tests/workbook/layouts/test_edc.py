"""Exports of data capture systems: two header rows, values beside codes, REDCap and secuTrial."""

import datetime as dt

import pytest

from tests.workbook.layouts.views import issues, said, sheets, values

LABELS = [
    "Subject", "Visit", "Date of visit", "Race 1", "Race 1 - Code", "Race 2", "Race 2 - Code", "Sex",
    "Sex - Code", "Forced vital capacity", "Happiness today",
]  # fmt: skip
NAMES = [
    "SUBJID",
    "VISNAME",
    "VISDT",
    "RACE1",
    "RACE1_C",
    "RACE2",
    "RACE2_C",
    "SEX",
    "SEX_C",
    "FVC_L",
    "HAPPY",
]
ROWS = [
    ["1", "Baseline", dt.date(2007, 1, 1), "White", 1, "Asian", 3, "Female", 2, 2.8, 7],
    ["1", "Month 3", dt.date(2007, 4, 1), None, None, None, None, None, None, 2.7, 8],
    ["2", "Baseline", dt.date(2007, 1, 5), "Black", 2, None, None, "Male", 1, 3.0, 5],
]
CODES = [["Code list", "Code", "Decode"], ["SEX", 1, "Male"], ["SEX", 2, "Female"]]
ITEMS = [["Item ID", "Item label"], ["SEX", "Sex"], ["FVC_L", "Forced vital capacity"]]


@pytest.mark.parametrize("header", [[LABELS, NAMES], [NAMES, LABELS]], ids=["labels first", "names first"])
def test_two_header_rows(load, header):
    loaded = load({"Visits": [*header, *ROWS], "Lists": CODES, "Items": ITEMS})
    found = sheets(loaded)
    assert found["Visits"][1:] == ("edc", 3, 3)
    assert found["Visits"][0].startswith("subjects")
    assert found["Lists"] == ("ignored", None, 2, 0)
    assert found["Items"] == ("ignored", None, 2, 0)
    assert [text.partition("(")[2].partition(")")[0] for text in said(loaded, "sheet.ignored")] == [
        "a code list",
        "an item dictionary",
    ]
    fvc = {row[:4] for row in values(loaded) if row[1] == "FVC"}
    assert fvc == {
        ("1", "FVC", "Baseline", 2.8),
        ("1", "FVC", "Month 3", 2.7),
        ("2", "FVC", "Baseline", 3.0),
    }
    assert loaded.study.subjects["SEX"].tolist() == ["F", "M"]


def test_codes_beside_values_and_one_question_in_several_columns(load):
    loaded = load({"Visits": [LABELS, *ROWS]})
    assert loaded.study.subjects["RACE"].tolist() == ["White; Asian", "Black"]
    assert "“Race 1 - Code”, “Race 2 - Code”, “Sex - Code”" in said(loaded, "column.codes")[0]


def test_a_constant_column_names_the_form_only_where_its_heading_does(load):
    head = ["Subject", "Sex", "Sex - Code", "Form name", "Data page", "Country name", "Pacemaker"]
    rows = [
        [f"{i}", *[("Male", 1), ("Female", 2)][i % 2], "DM", "1", "Norway", "Yes" if i < 3 else None]
        for i in range(1, 9)
    ]
    subjects = load({"DM": [head, *rows]}).study.subjects
    assert subjects["COUNTRY_NAME"].tolist() == ["Norway"] * 8
    assert subjects["PACEMAKER"].tolist() == ["Yes", "Yes", *[""] * 6]
    assert {"FORM_NAME", "DATA_PAGE"}.isdisjoint(subjects)


REDCAP = [
    ["record_id", "redcap_event_name", "redcap_repeat_instrument", "redcap_repeat_instance", "sex",
     "contact_phone",
     "race___1", "race___2", "demographics_complete", "visit_date", "fvc", "visit_complete", "ae_term",
     "ae_start",
     "ae_complete"],
    ["1", "baseline_arm_1", None, None, "1", "555", "1", "1", 2, "2007-01-01", "2,8", 2, None, None, None],
    ["1", "month_3_arm_1", None, None, None, None, None, None, None, "2007-04-01", "2,75", 2, None, None,
     None],
    ["1", "baseline_arm_1", "adverse_event", 1, None, None, None, None, None, None, None, None, "Rash",
     "2007-02", 2],
    ["1", "baseline_arm_1", "adverse_event", 2, None, None, None, None, None, None, None, None, "Cough",
     "2007-03-04", 2],
    ["1", "baseline_arm_1", "picture", 1, None, None, None, None, None, None, None, None, None, None, None],
]  # fmt: skip
DICTIONARY = [
    ["Variable / Field Name", "Form Name", "Field Type", "Field Label",
     "Choices, Calculations, OR Slider Labels", "Identifier?"],
    ["record_id", "demographics", "text", "Record", None, None],
    ["sex", "demographics", "radio", "Sex", "1, Female | 2, Male", None],
    ["contact_phone", "demographics", "text", "Phone", None, "y"],
    ["race", "demographics", "checkbox", "Race", "1, White | 2, Asian", None],
    ["fvc", "visit", "text", "FVC (L)", None, None],
    ["ae_term", "ae", "text", "Adverse event", None, None],
    ["ae_start", "ae", "text", "Start date", None, None],
]  # fmt: skip


def test_redcap_export_with_events_and_repeats(load):
    loaded = load({"data": REDCAP, "dictionary": DICTIONARY})
    assert sheets(loaded) == {
        "data": ("subjects+visits+measurements+adverse_events", "redcap", 5, 4),
        "dictionary": ("ignored", None, 7, 0),
    }
    patient = loaded.study.subjects.iloc[0]
    assert (patient["SEX"], patient["RACE"]) == ("F", "White; Asian")
    assert {row[:4] for row in values(loaded)} == {
        ("1", "FVC", "Baseline", 2.8),
        ("1", "FVC", "Month 3", 2.75),
    }
    assert loaded.study.visits["AVISIT"].tolist() == ["Baseline", "Month 3"]
    assert loaded.study.adverse_events["AETERM"].tolist() == ["Rash", "Cough"]
    assert issues(loaded, "privacy.hidden") == [("data!F1", "")]
    assert said(loaded, "row.not_recognised")[0].startswith("Row 6 was not used")


def test_redcap_repeats_without_events_are_visits(load):
    loaded = load(
        {
            "data": [
                [
                    "record_id",
                    "redcap_repeat_instrument",
                    "redcap_repeat_instance",
                    "age",
                    "date_at_visit",
                    "mood",
                ],
                ["1", None, None, 50, None, None],
                ["1", "appointment", 1, None, "2007-01-01", 3],
                ["1", "appointment", 2, None, "2007-02-01", 4],
            ]
        }
    )
    assert sheets(loaded) == {"data": ("subjects+measurements", "redcap", 3, 3)}
    assert values(loaded) == {
        ("1", "MOOD", "Appointment 1", 3.0, "data!F3"),
        ("1", "MOOD", "Appointment 2", 4.0, "data!F4"),
    }


def test_redcap_labelled_export(load):
    loaded = load(
        {
            "data": [
                ["Record ID", "Event Name", "Repeat Instrument", "Repeat Instance", "Sex",
                 "Race (choice=White)",
                 "Race (choice=Asian)", "Complete?", "FVC (L)"],
                ["1", "Baseline", None, None, "Female", "Checked", "Unchecked", "Complete", 2.8],
                ["1", "Month 6", None, None, None, None, None, "Complete", 2.6],
            ]
        }
    )  # fmt: skip
    assert sheets(loaded) == {"data": ("subjects+visits+measurements", "redcap", 2, 2)}
    assert loaded.study.subjects[["SEX", "RACE"]].to_numpy().tolist() == [["F", "White"]]
    assert {row[:4] for row in values(loaded)} == {
        ("1", "FVC", "Baseline", 2.8),
        ("1", "FVC", "Month 6", 2.6),
    }


def test_secutrial_patients_have_their_printed_numbers(load):
    loaded = load(
        {
            "cn": [["mnppid", "mnpaid", "mnp_rando_treatment_gr"], ["1204", "A-001", "Verum"]],
            "vp": [
                ["mnpvisid", "visitnumber", "mnpvislabel"],
                ["10", "1", "| Baseline |"],
                ["20", "2", "Month 3"],
            ],
            "is": [["ffcolname", "fflabel", "unit"], ["gender", "Gender", None], ["x1", "FVC", "L"]],
            "cl": [["column", "code", "value"], ["mnpform.gender", "2", "female"]],
            "form": [
                ["mnppid", "mnpvisid", "mnpvispdt", "mnpvisno", "sigstatus", "gender", "x1"],
                ["1204", "10", "2007-01-01", "1", "1", "2", "2.8"],
                ["1204", "20", "2007-04-01", "2", "1", None, "2.7"],
            ],
            "atform": [["mnppid", "mnpatdocid", "gender"], ["1204", "5", "1"]],
        }
    )
    found = sheets(loaded)
    assert found["cn"] == ("subjects", "edc", 1, 1)
    assert found["form"] == ("subjects+visits+measurements", "edc", 2, 2)
    assert {found[name][0] for name in ("vp", "is", "cl", "atform")} == {"ignored"}
    assert values(loaded) == {
        ("A-001", "FVC", "Baseline", 2.8, "form!G2"),
        ("A-001", "FVC", "Month 3", 2.7, "form!G3"),
    }
    assert loaded.study.subjects[["USUBJID", "SEX", "TRT01A"]].to_numpy().tolist() == [
        ["A-001", "F", "Verum"]
    ]


SUBFORMS = {
    "cn": [["mnppid", "mnpaid"], ["1204", "A-001"], ["1205", "A-002"]],
    "vp": [["mnpvisid", "visitnumber", "mnpvislabel"], ["10", "1", "Baseline"], ["20", "2", "Month 3"]],
    "is": [
        ["ffcolname", "fflabel", "unit"],
        ["med", "Medication", None],
        ["med_start", "Start date", None],
        ["walk", "Distance walked", "m"],
    ],
    "form": [
        ["mnppid", "mnpdocid", "mnpvisid", "mnpvispdt", "mnpvisno", "x1"],
        ["1204", "180", "10", "2007-01-01", "1", "2.8"],
        ["1204", "184", "20", "2007-04-01", "2", "2.7"],
        ["1205", "190", "10", "2007-01-09", "1", "3.0"],
    ],
    "emedi": [
        ["mnppid", "mnpdocid", "mnpsubdocid", "fgid", "position", "med", "med_start"],
        ["1204", "180", "1", "7", "0", "Aspirin", "2007-01-02"],
        ["1204", "180", "2", "7", "1", "Ibuprofen", "2007-02-03"],
        ["1205", "190", "3", "7", "0", None, None],
    ],
    "ewalks": [
        ["mnppid", "mnpdocid", "mnpsubdocid", "fgid", "position", "walk"],
        ["1204", "180", "4", "8", "0", "410"],
        ["1204", "184", "5", "8", "0", "400"],
        ["1205", "190", "6", "8", "0", "350"],
    ],
    "elost": [
        ["mnppid", "mnpdocid", "mnpsubdocid", "fgid", "position", "walk"],
        ["1204", "999", "9", "8", "0", "410"],
    ],
}


def test_secutrial_subforms_are_read_at_the_visits_of_their_documents(load):
    loaded = load(SUBFORMS)
    found = sheets(loaded)
    assert found["emedi"] == ("medications", "edc", 3, 2)
    assert found["ewalks"] == ("measurements", "edc", 3, 3)
    assert found["elost"][0] == "ignored"
    taken = loaded.study.medications[["USUBJID", "CMTRT"]].to_numpy().tolist()
    assert taken == [["A-001", "Aspirin"], ["A-001", "Ibuprofen"]]
    walked = {row[:4] for row in values(loaded) if row[4].startswith("ewalks")}
    code = next(code for _, code, _, _ in walked)
    assert walked == {
        ("A-001", code, "Baseline", 410.0),
        ("A-001", code, "Month 3", 400.0),
        ("A-002", code, "Baseline", 350.0),
    }
    assert issues(loaded, "row.no_answers") == [("emedi!A4", "")]
    day = loaded.study.measurements.query("SRCREF == 'ewalks!F3'")["ADT"].iloc[0]
    assert str(day.date()) == "2007-04-01"


def test_a_document_number_of_two_visits_ties_nothing(load):
    other = [["mnppid", "mnpdocid", "mnpvisid"], *(["1204", number, "20"] for number in ("180", "190"))]
    book = {**SUBFORMS, "other": other}
    loaded = load(book)
    walked = {row[2] for row in values(loaded) if row[4] in ("ewalks!F2", "ewalks!F4")}
    assert walked == {""}


def test_a_radio_button_of_a_wide_export_is_no_measurement(load):
    head = ["record_id", "fvc_baseline", "fvc_month_6", "mood_baseline", "mood_month_6", "f_complete"]
    rows = [[str(i), 2.5 + i / 10, 2.4 + i / 10, 1 + i % 3, 1 + (i + 1) % 3, 2] for i in range(1, 9)]
    items = [["record_id", "f", "text", "Record", None, None]]
    items += [[name, "f", "radio" if "mood" in name else "text", name, None, None] for name in head[1:5]]
    for item in items[3:]:
        item[4] = "1, 10 | 2, 20 | 3, 30"
    loaded = load({"data": [head, *rows], "dictionary": [DICTIONARY[0], *items]})
    assert sheets(loaded)["data"][1] == "redcap"
    assert {(code, visit) for _, code, visit, *_ in values(loaded)} == {
        ("FVC", "Baseline"),
        ("FVC", "Month 6"),
    }
