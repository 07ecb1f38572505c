"""Query lists, read back with other readers than the one that wrote them."""

import csv
import io
import zipfile

import openpyxl
import pytest

from sscviewer.model.issue import Issue
from sscviewer.model.load_report import Source
from sscviewer.report.query_list import COLUMNS, QueryList, QueryListFailed, write_query_list

SOURCE = Source("trial.xlsx", "ab" * 32, 100, "xlsx")
ISSUES = (
    Issue("error", "value.bad", "=cmd|' /C calc'!A0 is not a number; it is kept as text.", "PFT", "D8", "A1"),
    Issue("warning", "visit.window", "Visit −3 is late (±7 days; allowed); it is used.", "SV", "C2", "-5"),
    Issue("info", "row.no_patient", "Row 5 names no patient and was not used.\x07", "@Labs", "A5"),
)


def test_workbook_holds_one_row_a_finding_and_no_formula(tmp_path):
    path = tmp_path / "queries.xlsx"
    write_query_list(path, QueryList(ISSUES, SOURCE))
    sheet = openpyxl.load_workbook(path)["Queries"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == [heading for heading, _ in COLUMNS]
    assert rows[1] == [
        1, "error", "A1", "PFT", "D8", "=cmd|' /C calc'!A0 is not a number", "It is kept as text.",
        "value.bad", None, None,
    ]  # fmt: skip
    assert rows[2][2] == "-5"
    assert rows[2][5:7] == ["Visit −3 is late (±7 days; allowed)", "It is used."]
    assert rows[3][3:7] == ["@Labs", "A5", "Row 5 names no patient and was not used.", None]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s", "n"}
    assert sheet.freeze_panes == "A2"
    with zipfile.ZipFile(path) as file:
        assert not any(b"<f>" in file.read(name) for name in file.namelist())
    assert [item.name for item in tmp_path.iterdir()] == ["queries.xlsx"]


def test_csv_has_a_byte_order_mark_and_only_risky_text_is_marked(tmp_path):
    path = tmp_path / "queries.csv"
    write_query_list(path, QueryList(ISSUES, SOURCE))
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[1][5] == "'=cmd|' /C calc'!A0 is not a number"
    assert [rows[2][2], rows[2][5], rows[3][3]] == ["'-5", "Visit −3 is late (±7 days; allowed)", "'@Labs"]


def test_no_findings_make_an_empty_list(tmp_path):
    path = tmp_path / "queries.xlsx"
    write_query_list(path, QueryList((), SOURCE))
    assert openpyxl.load_workbook(path)["Queries"].max_row == 1


def test_a_folder_that_is_not_there_and_a_strange_suffix_are_said(tmp_path):
    with pytest.raises(QueryListFailed, match="cannot be written"):
        write_query_list(tmp_path / "none" / "queries.xlsx", QueryList(ISSUES, SOURCE))
    with pytest.raises(QueryListFailed, match="must end in"):
        write_query_list(tmp_path / "queries.doc", QueryList(ISSUES, SOURCE))


def test_an_old_list_survives_a_failure(tmp_path, monkeypatch):
    path = tmp_path / "queries.csv"
    path.write_text("old")

    def fail(self, target):
        raise OSError

    monkeypatch.setattr("pathlib.Path.replace", fail)
    with pytest.raises(QueryListFailed):
        write_query_list(path, QueryList(ISSUES, SOURCE))
    assert path.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1
