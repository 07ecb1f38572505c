"""SDTM workbooks and the demo, against counts taken from the sheets themselves with openpyxl."""

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
def core(sdtm_core):
    return load_study(sdtm_core)


@pytest.fixture(scope="module")
def core_rows(sdtm_core):
    return read_rows(sdtm_core)


@pytest.fixture(scope="module")
def labs(sdtm_labs):
    return load_study(sdtm_labs)


def test_every_row_of_the_core_is_used(core, core_rows):
    rows = {s.name: (s.role, s.layout, s.header_row, s.rows, s.used, s.not_used) for s in core.report.sheets}
    assert len(rows) >= 8
    assert rows == {
        name: (ROLES[name], "sdtm", 1, len(told), len(told), 0) for name, told in core_rows.items()
    }


def test_every_row_of_the_labs_is_used(labs, sdtm_labs):
    rows = {s.name: (s.role, s.rows, s.used) for s in labs.report.sheets}
    told = {name: len(found) for name, found in read_rows(sdtm_labs).items()}
    assert set(told) == {"DM", "EX", "AE", "LB", "EG"}
    assert rows == {name: (ROLES[name], n, n) for name, n in told.items()}


def test_tables_have_the_rows_of_the_sheets(core, core_rows):
    expected = {}
    for name, rows in core_rows.items():
        if not name.startswith("SUPP"):
            done = [row["USUBJID"] for row in rows if row.get("VSSTAT") != "NOT DONE"]
            expected[ROLES[name]] = (len(done), len(set(done)))
    assert expected["measurements"][0] < len(core_rows["VS"])
    assert {name: (rows, n) for name, rows, n in core.report.tables} == expected


def test_untreated_patients(core, core_rows):
    subjects = core.study.subjects
    never = subjects[subjects["TRTSDT"].isna()]
    assert len(never) == sum(row["RFXSTDTC"] is None for row in core_rows["DM"]) > 5
    assert set(never["TRT01A"]) == {"Screen Failure"}
    ends = [row["DSDECOD"] for row in core_rows["DS"] if row["DSCAT"] == "DISPOSITION EVENT"]
    expected = Counter(
        {"COMPLETED": "COMPLETED", "SCREEN FAILURE": "SCREEN FAILURE"}.get(e, "DISCONTINUED") for e in ends
    )
    assert Counter(core.study.disposition["EOSSTT"]) == expected | {"": len(core_rows["DS"]) - len(ends)}


def test_several_readings_of_a_day_stay_apart(core, core_rows):
    first = next(row for row in core_rows["VS"] if row["VSTESTCD"] == "DIABP")
    study = core.study
    rows = study.measurements[
        (study.measurements["USUBJID"] == first["USUBJID"])
        & (study.measurements["PARAMCD"] == "DIABP")
        & (study.measurements["VISIT"] == first["VISIT"])
    ]
    told = [
        row["VSTPT"]
        for row in core_rows["VS"]
        if all(row[name] == first[name] for name in ("USUBJID", "VSTESTCD", "VISIT"))
    ]
    assert len(set(told)) == len(told) > 1
    # the program may put the position before the time point
    assert sorted(text.split(", ")[-1] for text in rows["ATPT"]) == sorted(
        text.split(", ")[-1] for text in told
    )
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
    assert len(by_cell) == sum(row["VSSTAT"] != "NOT DONE" for row in core_rows["VS"])
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
    assert (events["AEENRTPT"] == "ONGOING").sum() == len(no_end) > 50
    related = Counter(
        "Y" if row["AEREL"] in ("POSSIBLE", "PROBABLE") else "N" for row in rows if row["AEREL"]
    )
    assert Counter(flag for flag in events["AERELFL"] if flag) == related
    assert Counter(events["TRTEMFL"]) == Counter(row["QVAL"] for row in core_rows["SUPPAE"])


def test_supplements_land_on_the_right_event(core, core_rows):
    flags = {(r["USUBJID"], str(r["IDVARVAL"])): r["QVAL"] for r in core_rows["SUPPAE"]}
    events = core.study.adverse_events
    assert {
        (u, s): f for u, s, f in zip(events["USUBJID"], events["AESEQ"], events["TRTEMFL"], strict=True)
    } == flags
    in_it = sum(row["QNAM"] == "EFFICACY" for row in core_rows["SUPPDM"])
    assert Counter(core.study.subjects["EFFFL"]) == {"Y": in_it, "": len(core_rows["DM"]) - in_it}


def test_study_days_agree_with_the_file(core, core_rows):
    said = {
        f"AE!A{i}": row["AESTDY"] for i, row in enumerate(core_rows["AE"], 2) if row["AESTDY"] is not None
    }
    events = core.study.adverse_events
    ours = dict(zip(events["SRCREF"], events["ASTDY"], strict=True))
    exact = {cell: day for cell, day in said.items() if np.isfinite(ours[cell])}
    assert exact
    assert {cell: ours[cell] for cell in exact} == pytest.approx(exact)


def test_non_numeric_results_are_counted(labs, sdtm_labs):
    rows = read_rows(sdtm_labs, "LB", "EG")
    words = sum(r["LBSTRESN"] is None and r["LBORRES"] is not None for r in rows["LB"])
    limits = [i for i, r in enumerate(rows["LB"], 2) if str(r["LBSTRESC"]).startswith("<")]
    (limit,) = limits
    ecg = sum(r["EGSTRESN"] is None and r["EGORRES"] is not None for r in rows["EG"])
    assert dict(labs.report.not_shown)["measurements"] == words - len(limits) + ecg
    (limited,) = labs.study.measurements.query("AVALQ == '<'").to_dict("records")
    assert limited["SRCREF"].endswith(str(limit))
    told = rows["LB"][limit - 2]
    assert (limited["PARAMCD"], limited["AVAL"], limited["AVALC"]) == (
        told["LBTESTCD"],
        float(told["LBSTRESC"][1:]),
        told["LBORRES"],
    )
    by_code = {p.paramcd: p for p in labs.report.parameters}
    colours = sum(row["LBTESTCD"] == "COLOR" for row in rows["LB"])
    readings = sum(row["EGTESTCD"] == "ECGINT" for row in rows["EG"])
    assert (by_code["COLOR"].values, by_code["COLOR"].not_numeric) == (colours, colours)
    assert (by_code["ECGINT"].values, by_code["ECGINT"].not_numeric) == (readings, readings)
    assert sum(p.values for p in labs.report.parameters) == len(rows["LB"]) + len(rows["EG"])


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


def test_used_and_not_used_make_all_rows(core, labs):
    for report in (core.report, labs.report):
        assert all(s.used + s.not_used == s.rows for s in report.sheets)
