"""Sheets as people lay them out: merged headers and patients, a sheet per visit, units and notes."""

import datetime as dt

from tests.workbook.layouts.views import issues, said, sheets, values

BASE = dt.date(2007, 1, 1)


def test_merged_visits_over_values(load_merged):
    loaded = load_merged(
        {
            "Data": (
                [
                    ["Lung function and skin, all patients"],
                    ["Patient", "Sex", "Baseline", None, "Month 3", None, "Remarks"],
                    [None, None, "FVC (L)", "MRSS", "FVC (L)", "MRSS", None],
                    ["1", "F", 2.8, 20, 2.7, 18, "moved"],
                    ["2", "M", 3.1, 11, None, 10, None],
                ],
                ["C2:D2", "E2:F2", "A2:A3", "B2:B3"],
            )
        }
    )
    assert sheets(loaded) == {"Data": ("subjects+measurements", "wide", 2, 2)}
    assert values(loaded) == {
        ("1", "FVC", "Baseline", 2.8, "Data!C4"),
        ("1", "MRSS", "Baseline", 20, "Data!D4"),
        ("1", "FVC", "Month 3", 2.7, "Data!E4"),
        ("1", "MRSS", "Month 3", 18, "Data!F4"),
        ("2", "FVC", "Baseline", 3.1, "Data!C5"),
        ("2", "MRSS", "Baseline", 11, "Data!D5"),
        ("2", "MRSS", "Month 3", 10, "Data!F5"),
    }
    assert loaded.study.subjects["SEX"].tolist() == ["F", "M"]


def test_visits_over_values_without_merged_cells(load):
    loaded = load(
        {
            "Data": [
                ["", "Month 0", "", "Month 6", ""],
                ["Patient ID", "FVC L", "HAQ-DI", "FVC L", "HAQ-DI"],
                ["7", 2.5, 1.5, 2.4, 1.25],
            ]
        }
    )
    assert values(loaded) == {
        ("7", "FVC", "Baseline", 2.5, "Data!B3"),
        ("7", "HAQDI", "Baseline", 1.5, "Data!C3"),
        ("7", "FVC", "Month 6", 2.4, "Data!D3"),
        ("7", "HAQDI", "Month 6", 1.25, "Data!E3"),
    }


ROWS = [
    ["Patient", "Visit", "Date", "FVC (L)"],
    ["1", "Baseline", BASE, 2.8],
    [None, "Month 3", dt.date(2007, 4, 1), 2.7],
    ["2", "Baseline", BASE, 3.0],
    [None, "Month 3", dt.date(2007, 4, 1), 2.9],
]


def test_merged_patients_are_filled_down(load_merged):
    loaded = load_merged({"PFT": (ROWS, ["A2:A3", "A4:A5"])})
    assert sheets(loaded) == {"PFT": ("measurements", "long", 4, 4)}
    assert {row[:4] for row in values(loaded)} == {
        ("1", "FVC", "Baseline", 2.8),
        ("1", "FVC", "Month 3", 2.7),
        ("2", "FVC", "Baseline", 3.0),
        ("2", "FVC", "Month 3", 2.9),
    }


def test_a_patient_on_the_first_row_of_a_block_is_filled_down_and_said(load_merged):
    loaded = load_merged({"PFT": (ROWS, [])})
    assert sheets(loaded) == {"PFT": ("measurements", "long", 4, 4)}
    assert ("2", "FVC", "Month 3", 2.9) in {row[:4] for row in values(loaded)}
    assert "2 rows below" in said(loaded, "id.filled_down")[0]


def test_a_patient_missing_on_one_row_is_not_filled(load_merged):
    rows = [
        *ROWS[:1],
        ["1", "Baseline", BASE, 2.8],
        [None, "Month 3", BASE, 2.7],
        ["1", "Month 6", BASE, 2.6],
    ]
    loaded = load_merged({"PFT": (rows, [])})
    assert issues(loaded, "row.no_patient") == [("PFT!A3", "")]


def test_one_sheet_per_visit(load):
    head = ["Subject", "Date", "FVC (L)", "mRSS"]
    loaded = load(
        {
            "Baseline": [head, ["1", BASE, 2.8, 20], ["2", BASE, 3.0, 9]],
            "Month 3": [head, ["1", dt.date(2007, 4, 1), 2.7, 19]],
            "M6": [head, ["1", dt.date(2007, 7, 1), 2.6, 17]],
        }
    )
    assert sheets(loaded) == {
        "Baseline": ("measurements", "long", 2, 2),
        "Month 3": ("measurements", "long", 1, 1),
        "M6": ("measurements", "long", 1, 1),
    }
    assert [letter for letter, *_ in loaded.report.sheets[0].columns_used] == ["A", "B", "C", "D"]
    fvc = {row for row in values(loaded) if row[1] == "FVC"}
    assert fvc == {
        ("1", "FVC", "Baseline", 2.8, "Baseline!C2"),
        ("2", "FVC", "Baseline", 3.0, "Baseline!C3"),
        ("1", "FVC", "Month 3", 2.7, "Month 3!C2"),
        ("1", "FVC", "Month 6", 2.6, "M6!C2"),
    }


def test_units_below_the_header_and_notes_below_the_table(load):
    loaded = load(
        {
            "PFT": [
                ["Patient No", "Visit", "FVC", "DLCO", "Height"],
                [None, None, "mL", "% pred", "cm"],
                ["1", "BL", 2810, 55, 170],
                [],
                ["2", "BL", 3000, 60, 180],
                ["Mean", None, 2905, 57.5, 175],
                [],
                ["* measured with a new spirometer"],
                [None, "BL = baseline"],
            ]
        }
    )
    assert sheets(loaded) == {"PFT": ("measurements", "long", 5, 2)}
    assert {row for row in values(loaded) if row[0] == "1"} == {
        ("1", "FVC", "Baseline", 2.81, "PFT!C3"),
        ("1", "DLCOPP", "Baseline", 55, "PFT!D3"),
        ("1", "HEIGHT", "Baseline", 170, "PFT!E3"),
    }
    assert issues(loaded, "row.summary") == [("PFT!A6", "")]
    assert issues(loaded, "row.below_table") == [("PFT!A8", ""), ("PFT!A9", "")]


def test_headings_that_come_again_are_no_patients(load):
    head = ["Subject", "Visit", "FVC (L)"]
    loaded = load({"PFT": [head, ["1", "BL", 2.8], head, ["2", "BL", 3.0]]})
    assert sheets(loaded) == {"PFT": ("measurements", "long", 3, 2)}
    assert issues(loaded, "row.header_again") == [("PFT!A3", "")]


def test_sheet_without_headings_is_not_guessed(load):
    loaded = load(
        {
            "Subjects": [["Subject", "Sex", "Age"], ["1", "F", 50]],
            "Export": [["1", BASE, 2.8, 20], ["1", dt.date(2007, 4, 1), 2.7, 19]],
        }
    )
    assert sheets(loaded)["Export"] == ("ignored", None, 2, 0)
    assert "no row of headings" in said(loaded, "sheet.ignored")[0]
    assert "rows 1 to 2 (2) were not used" in said(loaded, "sheet.ignored")[0]


def test_one_big_sheet_for_everything(load):
    loaded = load(
        {
            "All": [
                ["Subject", "Sex", "Age", "Visit", "Date of visit", "FVC (L)", "mRSS", "Dose"],
                ["1", "F", 50, "Baseline", BASE, 2.8, 20, 100],
                ["1", "F", 50, "Month 3", dt.date(2007, 4, 1), 2.7, 18, 200],
                ["2", "M", 60, "Baseline", BASE, 3.0, 10, 100],
            ]
        }
    )
    assert sheets(loaded) == {"All": ("subjects+exposure+measurements", "long", 3, 3)}
    assert len(loaded.study.subjects) == 2
    assert {row[1] for row in values(loaded)} == {"FVC", "MRSS"}
    assert loaded.study.exposure[["USUBJID", "EXDOSE"]].to_numpy().tolist() == [
        ["1", 100],
        ["1", 200],
        ["2", 100],
    ]
    assert loaded.study.exposure["ASTDT"].dt.date.tolist() == [BASE, dt.date(2007, 4, 1), BASE]
    assert "Date of visit" in said(loaded, "records.at_visits")[0]
    assert not issues(loaded, "subject.duplicate")


def test_patients_of_two_sheets_fill_each_others_gaps(load):
    loaded = load(
        {
            "Demographics": [["Subject", "Sex", "Age"], ["1", "F", 50], ["2", None, 60]],
            "Baseline data": [
                ["Subject", "Sex", "Race", "Date of birth"],
                ["2", "M", "White", "1950"],
                ["1", "M", "Asian", None],
            ],
        }
    )
    patients = loaded.study.subjects
    assert patients["SEX"].tolist() == ["F", "M"]
    assert patients["RACE"].tolist() == ["Asian", "White"]
    assert patients["SRCREF"].tolist() == ["Demographics!A2", "Demographics!A3"]


def test_patient_numbers_changed_by_excel_are_named(load):
    loaded = load(
        {
            "Subjects": [
                ["Subject", "Sex", "Age"],
                [dt.date(2024, 2, 1), "F", 50],
                [1.5, "M", 60],
                ["007", "M", 60],
            ]
        }
    )
    assert issues(loaded, "id.changed") == [("Subjects!A2", "2024-02-01"), ("Subjects!A3", "1.5")]
    assert "007" in loaded.study.usubjids


def test_one_sheet_per_patient(load):
    head = ["Visit", "Date", "FVC (L)", "KL-6"]
    rows = [["Baseline", BASE, 2.8, 410], ["Month 3", dt.date(2007, 4, 1), 2.7, 500]]
    loaded = load({"P-01": [head, *rows], "P-02": [head, *rows]})
    assert loaded.study.usubjids == ("P-01", "P-02")
    assert len(values(loaded)) == 8
    assert said(loaded, "id.sheet_names")


def test_people_who_name_a_sheet_are_not_shown_as_patients(load):
    head = ["Visit", "Date", "FVC (L)"]
    rows = [["Baseline", BASE, 2.8], ["Month 3", dt.date(2007, 4, 1), 2.7]]
    assert load({"Muster": [head, *rows], "Beispiel": [head, *rows]}).study.usubjids == ("P001", "P002")
