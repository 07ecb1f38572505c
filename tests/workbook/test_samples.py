"""The SDTM samples and the demo, against counts taken from the sheets themselves with openpyxl."""

from collections import Counter

import numpy as np
import openpyxl
import pytest

from sscviewer.workbook import load_study

ROLES = {
    "DM": "subjects",
    "SV": "visits",
    "DS": "disposition",
    "EX": "exposure",
    "AE": "adverse_events",
    "CM": "medications",
    "MH": "history",
    "VS": "measurements",
    "LB": "measurements",
    "EG": "measurements",
    "SUPPAE": "adverse_events",
    "SUPPDM": "subjects",
}


def read_rows(path, *only):
    """Return {sheet: list of dicts} as openpyxl sees the file."""
    book = openpyxl.load_workbook(path, read_only=True)
    sheets = {}
    for sheet in book:
        if only and sheet.title not in only:
            continue
        sheet.reset_dimensions()
        head, *rows = sheet.iter_rows(values_only=True)
        sheets[sheet.title] = [
            dict(zip(head, row + (None,) * (len(head) - len(row)), strict=True))
            for row in rows
            if any(c is not None for c in row)
        ]
    return sheets


@pytest.fixture(scope="module")
def core_path(shared):
    return shared / "samples" / "sdtm" / "sdtm_core.xlsx"


@pytest.fixture(scope="module")
def core(core_path):
    return load_study(core_path)


@pytest.fixture(scope="module")
def core_rows(core_path):
    return read_rows(core_path)


@pytest.fixture(scope="module")
def labs_path(shared):
    return shared / "samples" / "sdtm" / "sdtm_labs.xlsx"


@pytest.fixture(scope="module")
def labs(labs_path):
    return load_study(labs_path)


def test_every_row_of_the_core_sample_is_used(core):
    rows = {s.name: (s.role, s.layout, s.header_row, s.rows, s.used, s.not_used) for s in core.report.sheets}
    expected = {
        "DM": 72,
        "SV": 828,
        "DS": 199,
        "EX": 137,
        "AE": 269,
        "CM": 1974,
        "MH": 427,
        "VS": 6846,
        "SUPPAE": 269,
        "SUPPDM": 279,
    }
    assert rows == {name: (ROLES[name], "sdtm", 1, n, n, 0) for name, n in expected.items()}


def test_every_row_of_the_labs_sample_is_used(labs):
    rows = {s.name: (s.role, s.rows, s.used) for s in labs.report.sheets}
    expected = {"DM": 72, "EX": 137, "AE": 269, "LB": 13768, "EG": 6166}
    assert rows == {name: (ROLES[name], n, n) for name, n in expected.items()}


def test_tables_have_the_rows_of_the_sheets(core):
    assert {name: (rows, n) for name, rows, n in core.report.tables} == {
        "subjects": (72, 72),
        "visits": (828, 72),
        "measurements": (6843, 59),  # 3 of 6846 were not done
        "adverse_events": (269, 49),
        "exposure": (137, 59),
        "disposition": (199, 72),
        "medications": (1974, 54),
        "history": (427, 59),
    }


def test_untreated_patients(core):
    subjects = core.study.subjects
    never = subjects[subjects["TRTSDT"].isna()]
    assert len(never) == 13
    assert set(never["TRT01A"]) == {"Screen Failure"}
    assert Counter(core.study.disposition["EOSSTT"]) == {
        "": 127,
        "DISCONTINUED": 33,
        "COMPLETED": 26,
        "SCREEN FAILURE": 13,
    }


def test_three_readings_of_a_day_stay_apart(core, core_rows):
    first = core_rows["VS"][0]
    study = core.study
    rows = study.measurements[
        (study.measurements["USUBJID"] == first["USUBJID"])
        & (study.measurements["PARAMCD"] == "DIABP")
        & (study.measurements["VISIT"] == "SCREENING 1")
    ]
    assert sorted(rows["ATPT"]) == [
        "STANDING, AFTER STANDING FOR 1 MINUTE",
        "STANDING, AFTER STANDING FOR 3 MINUTES",
        "SUPINE, AFTER LYING DOWN FOR 5 MINUTES",
    ]
    keys = study.measurements[["USUBJID", "PARAMCD", "ADT", "VISIT", "ATPT"]]
    assert not keys[keys["USUBJID"] == first["USUBJID"]].duplicated().any()


def test_values_are_those_of_the_cells(core, core_rows):
    measured = core.study.measurements
    by_cell = dict(
        zip(
            measured["SRCREF"],
            zip(measured["USUBJID"], measured["PARAMCD"], measured["AVAL"], measured["AVALC"], strict=True),
            strict=True,
        )
    )
    assert len(by_cell) == 6843
    for number, row in enumerate(core_rows["VS"], 2):
        if row["VSSTAT"] == "NOT DONE":
            assert f"VS!K{number}" not in by_cell
            continue
        expected = (row["USUBJID"], row["VSTESTCD"], float(row["VSSTRESN"]), row["VSORRES"])
        assert by_cell[f"VS!K{number}"] == expected


def test_events_keep_their_words_and_dates(core, core_rows):
    events = core.study.adverse_events
    rows = core_rows["AE"]
    assert Counter(events["AEDECOD"]) == Counter(row["AEDECOD"] or "" for row in rows)
    partial = [row["AESTDTC"] for row in rows if row["AESTDTC"] and len(str(row["AESTDTC"])) < 10]
    assert Counter(events["ASTDTF"])["D"] + Counter(events["ASTDTF"])["M"] == len(partial)
    no_end = [row for row in rows if not row["AEENDTC"] and row["AEOUT"] == "NOT RECOVERED/NOT RESOLVED"]
    assert (events["AEENRTPT"] == "ONGOING").sum() == len(no_end) == 121
    assert Counter(events["AERELFL"]) == {"Y": 85 + 76, "N": 73 + 35}
    assert Counter(events["TRTEMFL"]) == {"Y": 258, "N": 11}


def test_supplements_land_on_the_right_event(core, core_rows):
    flags = {(r["USUBJID"], str(r["IDVARVAL"])): r["QVAL"] for r in core_rows["SUPPAE"]}
    events = core.study.adverse_events
    assert {
        (u, s): f for u, s, f in zip(events["USUBJID"], events["AESEQ"], events["TRTEMFL"], strict=True)
    } == flags
    assert Counter(core.study.subjects["EFFICACY"]) == {"Y": 54, "": 18}


def test_study_days_agree_with_the_file(core, core_rows):
    said = {
        f"AE!A{i}": row["AESTDY"] for i, row in enumerate(core_rows["AE"], 2) if row["AESTDY"] is not None
    }
    events = core.study.adverse_events
    ours = dict(zip(events["SRCREF"], events["ASTDY"], strict=True))
    exact = {cell: day for cell, day in said.items() if np.isfinite(ours[cell])}
    assert exact
    assert {cell: ours[cell] for cell in exact} == pytest.approx(exact)


def test_non_numeric_results_are_counted(labs, labs_path):
    rows = read_rows(labs_path, "LB", "EG")
    words = sum(r["LBSTRESN"] is None and r["LBORRES"] is not None for r in rows["LB"])
    limits = [i for i, r in enumerate(rows["LB"], 2) if str(r["LBSTRESC"]).startswith("<")]
    assert limits == [5584]
    ecg = sum(r["EGSTRESN"] is None and r["EGORRES"] is not None for r in rows["EG"])
    assert dict(labs.report.not_shown)["measurements"] == words - len(limits) + ecg
    limited = labs.study.measurements.query("SRCREF == 'LB!L5584'").iloc[0]
    assert (limited["PARAMCD"], limited["AVAL"], limited["AVALQ"], limited["AVALC"]) == (
        "BILI",
        3.42,
        "<",
        "<0.2",
    )
    by_code = {p.paramcd: p for p in labs.report.parameters}
    assert (by_code["COLOR"].values, by_code["COLOR"].not_numeric) == (196, 196)
    assert (by_code["ECGINT"].values, by_code["ECGINT"].not_numeric) == (478, 478)
    assert sum(p.values for p in labs.report.parameters) == 13768 + 6166


def test_demo_is_native_and_synthetic(demo_path):
    loaded = load_study(demo_path)
    rows = read_rows(demo_path)
    assert loaded.study.is_synthetic
    for sheet in loaded.report.sheets:
        if sheet.name == "About":
            assert (sheet.role, sheet.layout, sheet.used) == ("ignored", None, 0)
        else:
            assert (sheet.layout, sheet.rows, sheet.not_used) == ("native", len(rows[sheet.name]), 0)
    assert loaded.report.issues
    codes = loaded.report.to_json()["issue_counts"]
    for code in (
        "date.missing_start",
        "value.impossible",
        "visit.window",
        "ae.after_last_contact",
        "mrss.sum",
        "cell.error",
    ):
        assert codes[code] >= 1
    assert codes["date.missing_start"] == 2
    assert "haq.sum" not in codes


@pytest.mark.parametrize("which", ["core", "labs"])
def test_used_and_not_used_make_all_rows(which, request):
    report = request.getfixturevalue(which).report
    assert all(s.used + s.not_used == s.rows for s in report.sheets)
