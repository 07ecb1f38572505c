"""Query lists, read back with other readers than the one that wrote them."""

import csv
import io
import time
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from sscviewer.memory.query_log import numbered
from sscviewer.memory.query_words import SiteQuestion
from sscviewer.model.load_report import Source
from sscviewer.report.query_list import COLUMNS, QueryList, QueryListFailed, read_answers, write_query_list

SOURCE = Source("trial.xlsx", "ab" * 32, 100, "xlsx")


def question(severity, code, text, done, form, cell, usubjid=""):
    row = cell[1:]
    return SiteQuestion(
        code, usubjid, "07", form, "Month 3", "", "FVC", "<1", row, (cell,), text, done, severity
    )


QUERIES = numbered(
    [
        question(
            "error",
            "value.bad",
            "=cmd|' /C calc'!A0 is not a number",
            "It is kept as text.",
            "PFT",
            "D8",
            "A1",
        ),
        question(
            "warning", "visit.window", "Visit −3 is late (±7 days; allowed)", "It is used.", "SV", "C2", "-5"
        ),
        question("info", "row.no_patient", "Row 5 names no patient and was not used.\x07", "", "@Labs", "A5"),
    ]
)


def test_workbook_holds_one_row_a_finding_and_no_formula(tmp_path):
    path = tmp_path / "queries.xlsx"
    write_query_list(path, QueryList(QUERIES, SOURCE))
    sheet = openpyxl.load_workbook(path)["Queries"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == [heading for heading, *_ in COLUMNS]
    assert rows[1] == [
        1, "open", "error", "07", "A1", "PFT", "Month 3", None, "FVC", "<1", "8", "D8",
        "=cmd|' /C calc'!A0 is not a number", "It is kept as text.", "value.bad", None, None,
    ]  # fmt: skip
    assert rows[2][4] == "-5"
    assert rows[2][12:14] == ["Visit −3 is late (±7 days; allowed)", "It is used."]
    assert [rows[3][n] for n in (5, 11, 12, 13)] == [
        "@Labs",
        "A5",
        "Row 5 names no patient and was not used.",
        None,
    ]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s", "n"}
    assert sheet.freeze_panes == "A2"
    with zipfile.ZipFile(path) as file:
        assert not any(b"<f>" in file.read(name) for name in file.namelist())
    assert [item.name for item in tmp_path.iterdir()] == ["queries.xlsx"]


def test_csv_has_a_byte_order_mark_and_only_risky_text_is_marked(tmp_path):
    path = tmp_path / "queries.csv"
    write_query_list(path, QueryList(QUERIES, SOURCE))
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[1][12] == "'=cmd|' /C calc'!A0 is not a number"
    assert [rows[2][4], rows[2][12], rows[3][5]] == ["'-5", "Visit −3 is late (±7 days; allowed)", "'@Labs"]


@pytest.mark.parametrize(
    ("name", "heads"),
    [
        ("q.redcap.csv", ("record", "event", "instrument", "field", "value", "query", "query_number")),
        (
            "q.ODM.csv",
            ("SubjectKey", "StudyEventOID", "FormOID", "ItemOID", "Value", "QueryText", "QueryNumber"),
        ),
    ],
)
def test_other_programs_columns_hold_the_same_questions(tmp_path, name, heads):
    write_query_list(tmp_path / name, QueryList(QUERIES, SOURCE))
    with (tmp_path / name).open(encoding="utf-8-sig", newline="") as file:
        rows = [[row[head] for head in heads] for row in csv.DictReader(file)]
    risky = "'=cmd|' /C calc'!A0 is not a number"
    assert rows[0] == ["A1", "Month 3", "PFT", "FVC", "<1", risky, "1"]
    assert [row[6] for row in rows] == ["1", "2", "3"]
    with pytest.raises(QueryListFailed, match="has no columns"):
        read_answers(tmp_path / name)


def test_no_findings_make_an_empty_list(tmp_path):
    path = tmp_path / "queries.xlsx"
    write_query_list(path, QueryList((), SOURCE))
    assert openpyxl.load_workbook(path)["Queries"].max_row == 1


def test_a_folder_that_is_not_there_and_a_strange_suffix_are_said(tmp_path):
    with pytest.raises(QueryListFailed, match="cannot be written"):
        write_query_list(tmp_path / "none" / "queries.xlsx", QueryList(QUERIES, SOURCE))
    with pytest.raises(QueryListFailed, match="must end in"):
        write_query_list(tmp_path / "queries.doc", QueryList(QUERIES, SOURCE))


def test_an_old_list_survives_a_failure(tmp_path, monkeypatch):
    path = tmp_path / "queries.csv"
    path.write_text("old")

    def fail(self, target):
        raise OSError

    monkeypatch.setattr("pathlib.Path.replace", fail)
    with pytest.raises(QueryListFailed):
        write_query_list(path, QueryList(QUERIES, SOURCE))
    assert path.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_the_site_s_answers_come_back(tmp_path, suffix):
    path = tmp_path / f"queries{suffix}"
    write_query_list(path, QueryList(QUERIES, SOURCE))
    assert read_answers(path) == {}
    if suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        sheet = book["Queries"]
        sheet["P2"], sheet["Q2"] = "is 71", datetime(2026, 11, 3)
        sheet["P4"] = 12.0
        sheet.move_range("A2:Q2", rows=8)  # sorted by the site
        book.save(path)
        answers = {1: ("is 71", "2026-11-03"), 3: ("12", "")}
    else:
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
        rows[1][15], rows[1][16] = "is 71", "3/11/26"
        with path.open("w", newline="", encoding="utf-8") as file:  # as Excel does where the comma is decimal
            csv.writer(file, delimiter=";").writerows(rows)
        answers = {1: ("is 71", "3/11/26")}
    assert read_answers(path) == answers


def test_a_file_that_is_no_list_is_said(tmp_path):
    (tmp_path / "other.csv").write_text("a,b\n1,2\n")
    (tmp_path / "other.xlsx").write_text("no workbook")
    with pytest.raises(QueryListFailed, match="has no columns"):
        read_answers(tmp_path / "other.csv")
    with pytest.raises(QueryListFailed, match="cannot be read"):
        read_answers(tmp_path / "other.xlsx")


def test_the_same_list_of_the_same_day_is_the_same_file(tmp_path):
    day = date(2026, 3, 1)
    for name in ("one.xlsx", "two.xlsx"):
        write_query_list(tmp_path / name, QueryList(QUERIES, SOURCE, day))
        time.sleep(2)  # a zip archive writes times to two seconds
    other = tmp_path / "other.xlsx"
    write_query_list(other, QueryList(QUERIES, SOURCE, date(2026, 3, 2)))
    one, two = ((tmp_path / name).read_bytes() for name in ("one.xlsx", "two.xlsx"))
    assert one == two != other.read_bytes()
