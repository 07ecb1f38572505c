"""What stands beside one another in a row: repeats of a record, occasions, measurements of several visits."""

import datetime as dt

import openpyxl
import pytest

from sscviewer.workbook import load_study
from tests.workbook.layouts.test_hand_made import NUMBERS, day, expect, long, value, wide
from tests.workbook.layouts.views import issues, values

SHEETS = {
    "events numbered in their headings": (
        wide(
            ["Patient", "AE1", "AE1 start", "AE1 grade", "AE2", "AE2 start", "AE2 grade"],
            lambda i: [
                *[i, "Nausea", day(i), 1 + i % 3],
                *(["Cough", day(i, 9), 1] if i % 2 else [None, None, None]),
            ],
        ),
        {"patients": 8, "events": 12},
    ),
    "medication numbered in its headings, the patient told by the cells": (
        wide(
            ["Medication 1", "Dose 1", "Medication 2", "Dose 2", "Study number", "Sex"],
            lambda i: [
                "Prednisone",
                "10 mg",
                *(["MMF", "2 g"] if i % 2 else [None, None]),
                f"N{i}",
                "FM"[i % 2],
            ],
        ),
        {"patients": 8},
    ),
    "a group of OpenClinica repeated three times": (
        wide(
            ["Study Subject ID", *[f"{n}_E1_C1_{k}" for k in (1, 2, 3) for n in ("AETERM", "AESTDAT")]],
            lambda i: [
                f"S{i}",
                *[c for k in (1, 2, 3) for c in (("Rash", day(i, k)) if k <= i % 4 else ("", None))],
            ],
        ),
        {"patients": 8, "events": 12},
    ),
    "dates and values of a group repeated": (
        wide(
            ["Study Subject ID", *[f"{n}_E1_C1_{k}" for k in (1, 2, 3) for n in ("SAMPDAT", "KL6")]],
            lambda i: [f"S{i}", *[c for k in (1, 2, 3) for c in (day(i, 30 * k), 300 + i + k)]],
        ),
        {"patients": 8, "values": {"KL": 24}, "days": 24},
    ),
    "events of OpenClinica with few items": (
        wide(
            [
                "Study Subject ID",
                "Protocol ID",
                "Sex",
                "StartDate_E1",
                "FVC_E1_C1",
                "StartDate_E2",
                "FVC_E2_C1",
            ],
            lambda i: [f"S{i}", "X", "FM"[i % 2], day(i), value(i), day(i, 90), value(i, 1)],
        ),
        {"patients": 8, "visits": 2, "values": {"FVC": 16}, "days": 16},
    ),
    "two occasions by the numbers of another family": (
        wide(
            ["ID", *[f"EASI {n}" for n in (0, 4, 16)], *[f"Itch {n}" for n in (0, 16)]],
            lambda i: [i, *[20.5 - i + k for k in range(3)], 5 + i % 3, 3 + i % 4],
        ),
        {"patients": 8, "visits": 3, "values": {"EASI": 24, "ITCH": 16}},
    ),
    "the unit behind the occasion": (
        wide(
            ["Animal", "Nodule vol D14 (mm3)", "Nodule vol D21 (mm3)"],
            lambda i: [f"{i:03d}", 100 + i, 150 + i],
        ),
        {"patients": 8, "visits": 2, "values": {"NODULE": 16}},
    ),
    "follow-up glued to the time": (
        wide(
            ["ID", "Tx", "BL_KCO", "6MFU_KCO", "12MFU_KCO"],
            lambda i: [i, "XY"[i % 2], *[value(i, k) for k in range(3)]],
        ),
        {"patients": 8, "visits": 3, "values": {"KCO": 24}, "arms": 2},
    ),
    "before and after an operation, with a time": (
        wide(
            ["Pat", "Pre-op EF", "Post-op 6w EF", "Post-op 3m EF"],
            lambda i: [i, 30 + i, 35 + i, 40 + i],
        ),
        {"patients": 8, "visits": 3, "values": {"EF": 24}},
    ),
    "periods of a crossover side by side": (
        wide(
            ["Subj", "Period 1 drug", "Period 1 HDL", "Period 2 drug", "Period 2 HDL"],
            lambda i: [i, "PQ"[i % 2], value(i), "QP"[i % 2], value(i, 1)],
        ),
        {"patients": 8, "visits": 2, "values": {"HDL": 16}},
    ),
    "measurements in rows, visits in columns": (
        [
            ["Subject", "Assessment", "Baseline", "Week 4", "Week 8"],
            *[
                [f"S{i}", name, 50 + i, 52 + i, 51.5 + i]
                for i in NUMBERS
                for name in ("Mood total", "Calm", "Weight (kg)")
            ],
        ],
        {"patients": 8, "visits": 3, "values": {"MOOD": 24, "CALM": 24, "WEIGHT": 24}},
    ),
}


@pytest.mark.parametrize("kind", SHEETS)
def test_what_stands_beside_one_another_is_read_one_by_one(load, kind):
    rows, want = SHEETS[kind]
    loaded = load({"Sheet1": rows})
    expect(loaded, **want)
    (sheet,) = loaded.report.sheets
    assert sheet.used == sheet.rows


def test_each_repeat_keeps_its_own_cells(load):
    loaded = load({"AE": SHEETS["events numbered in their headings"][0]})
    events = loaded.study.adverse_events
    own = events[events["USUBJID"] == "1"]
    assert sorted(zip(own["AETERM"], own["ASTDT"].dt.date, strict=True)) == [
        ("Cough", dt.date(2030, 1, 13)),
        ("Nausea", dt.date(2030, 1, 4)),
    ]
    assert issues(loaded, "column.not_read") == []


def test_each_medication_of_a_row_is_one(load):
    kind = "medication numbered in its headings, the patient told by the cells"
    taken = load({"T": SHEETS[kind][0]}).study.medications
    assert sorted(taken["CMTRT"]) == ["MMF"] * 4 + ["Prednisone"] * 8


def test_a_hidden_column_beside_numbers_that_nobody_knows(load):
    rows = [["Patient", "Surname", "Clinic date", "Glow"]]
    rows += [[f"P{i}", f"Test{'abcdefgh'[i - 1]}", day(i, k), i + k] for i in NUMBERS for k in (0, 60)]
    loaded = load({"Clinic": rows})
    expect(loaded, patients=8, values={"GLOW": 16})
    assert issues(loaded, "privacy.hidden")


@pytest.mark.parametrize("headings", [["2019", "2020", "2021"], [dt.date(2030, m, 1) for m in (1, 3, 6)]])
def test_years_and_days_as_headings_are_when_the_sheet_was_measured(load, headings):
    rows = wide(["Patient", *headings], lambda i: [f"P{i}", *[value(i, k) for k in range(3)]])
    loaded = load({"FVC (L)": rows})
    expect(loaded, patients=8, visits=3, values={"FVC": 24})
    first = loaded.study.measurements.iloc[0]
    if isinstance(headings[0], dt.date):
        assert first["ADT"].date() == headings[0]
    assert {v[4] for v in values(loaded)} >= {"FVC (L)!B2", "FVC (L)!D9"}


LONG = {
    "the words of the visits are in no vocabulary": (
        long(["Id", "Etap", "KL-6"], lambda i, k: [i, f"Etap {k + 1}", 300 + i + k]),
        {"patients": 8, "visits": 3, "values": {"KL": 24}},
    ),
    "cells name what was measured": (
        [
            ["Person", "Visit", "Question", "Response"],
            *[[f"P{i}", f"V{k}", q, value(i, k)] for i in NUMBERS for k in (1, 2) for q in ("FVC", "DLCO")],
        ],
        {"patients": 8, "visits": 2, "values": {"FVC": 16, "DLCO": 16}},
    ),
    "a factor of the design is no diagnosis": (
        [
            ["Participant", "Session", "Latency", "Condition"],
            *[
                [f"s{i}", f"ses-{k}", 300 + 7 * i + k, c]
                for i in NUMBERS
                for k in (1, 2)
                for c in ("even", "odd")
            ],
        ],
        {"patients": 8, "visits": 2, "values": {"LATENCY": 32}},
    ),
    "events that have a day and no name": (
        [["Patient", "Flare no.", "Flare date", "Given steroids"]]
        + [[f"P{i}", k, day(i, 50 * k), "yn"[(i + k) % 2]] for i in NUMBERS for k in (1, 2)],
        {"patients": 8, "values": {"STEROIDS": 16}, "days": 16},
    ),
    "a number of the animal beside its name": (
        [
            ["Dog ID", "Name", "Owner", "Day", "Score"],
            *[[f"K{i}", f"Rex{'abcdefgh'[i - 1]}", "Meier", d, i + d] for i in NUMBERS for d in (0, 14, 28)],
        ],
        {"patients": 8, "values": {"SCORE": 24}},
    ),
}


@pytest.mark.parametrize("kind", LONG)
def test_a_long_sheet_is_read_by_its_cells(load, kind):
    rows, want = LONG[kind]
    expect(load({"Sheet1": rows}), **want)


def test_measurements_out_of_the_limits_of_adults_are_kept_without_limits(load):
    rows = long(["ID", "Visit", "Weight (kg)"], lambda i, k: [i, f"V{k}", 8.5 + i + k])
    loaded = load({"Sheet1": rows})
    assert set(loaded.study.measurements["PARAMCD"]) == {"WEIGHT_FILE"}
    assert loaded.study.measurements["AVAL"].notna().all()
    assert len(issues(loaded, "value.other_range")) == 1
    assert issues(loaded, "value.impossible") == []


def test_a_slip_among_good_values_stays_impossible(load):
    rows = long(
        ["ID", "Visit", "Weight (kg)"], lambda i, k: [i, f"V{k}", 700 if (i, k) == (1, 1) else 60 + i]
    )
    loaded = load({"Sheet1": rows})
    assert set(loaded.study.measurements["PARAMCD"]) == {"WEIGHT"}
    assert len(issues(loaded, "value.impossible")) == 1


def test_patients_told_by_cells_are_known_to_the_other_sheets(load):
    book = {
        "Who": wide(["Fall-Nr.", "Sex", "Age"], lambda i: [f"F-{i:02d}", "FM"[i % 2], 40 + i]),
        "Lungs": long(
            ["Kürzel-Nr. der Person", "Visit", "KL-6"], lambda i, k: [f"F-{i:02d}", f"V{k}", 300 + i + k]
        ),
        "Trouble": [
            ["xx", "Adverse event", "Start date"],
            *[[f"F-{i:02d}", "Cough", day(i)] for i in (1, 3)],
        ],
    }
    expect(load(book), patients=8, values={"KL": 24}, events=2)


def test_before_and_after_under_one_merged_heading(make_workbook):
    rows = [
        ["Individual patients"],
        ["ID", "Sex", "KCO, % pred‡", None],
        [None, None, "Before", "After"],
        *[[i, "FM"[i % 2], 40 + i, 44 + i] for i in NUMBERS],
    ]
    path = make_workbook({"S3": rows})
    book = openpyxl.load_workbook(path)
    book["S3"].merge_cells("C2:D2")
    book.save(path)
    expect(load_study(path), patients=8, visits=2, values={"KCO": 16})


def test_a_row_of_data_with_known_words_is_no_header(load):
    rows = [
        ["Participant Id", "Condition now", "Site", "Given", "fvc_bl", "fvc_w24"],
        *[
            [f"11{i:02d}", "Completed", "ABC", ("Drug", "Placebo")[i % 2], value(i), value(i, 1)]
            for i in NUMBERS
        ],
    ]
    expect(load({"Sheet1": rows}), patients=8, visits=2, values={"FVC": 16})
