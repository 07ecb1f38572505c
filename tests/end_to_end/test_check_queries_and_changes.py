"""`sscviewer check` with a query list and an older export, as scripts use it."""

import json

import openpyxl
import pytest

from sscviewer.cli import run


@pytest.fixture(scope="module")
def newer(demo_path, tmp_path_factory):
    book = openpyxl.load_workbook(demo_path)
    book["Adverse Events"]["I2"] = 2
    path = tmp_path_factory.mktemp("cut") / "newer.xlsx"
    book.save(path)
    return path


def test_queries_hold_errors_and_warnings_unless_told_otherwise(demo_path, tmp_path, capsys):
    path = tmp_path / "queries.xlsx"
    assert run(["check", str(demo_path), "--json", "--queries", str(path)]) == 0
    counts = json.loads(capsys.readouterr().out)["issues"]
    expected = sum(issue["severity"] != "info" for issue in counts)
    sheet = openpyxl.load_workbook(path)["Queries"]
    assert sheet.max_row == expected + 1
    assert {row[1] for row in sheet.iter_rows(min_row=2, values_only=True)} == {"warning"}
    everything = tmp_path / "all.csv"
    wanted = ["--severity", "error,warning,info", "--queries", str(everything)]
    assert run(["check", str(demo_path), *wanted]) == 0
    assert len(everything.read_text("utf-8-sig").splitlines()) == len(counts) + 1


def test_changes_are_added_to_the_document_and_to_the_page(demo_path, newer, capsys):
    assert run(["check", str(newer), "--since", str(demo_path), "--json"]) == 0
    changes = json.loads(capsys.readouterr().out)["changes"]
    assert changes["counts"] == {"added": 0, "changed": 1, "gone": 0}
    assert changes["rows"] == [
        {
            "kind": "changed",
            "table": "adverse_events",
            "USUBJID": "SSC-001",
            "cell": "Adverse Events!I2",
            "what": "nausea after dose",
            "fields": [{"column": "AETOXGR", "label": "CTCAE grade", "old": "1", "new": "2"}],
        }
    ]
    assert run(["check", str(newer), "--since", str(demo_path)]) == 0
    out = capsys.readouterr().out
    assert "Since demo_trial.xlsx: 0 rows added, 1 changed, 0 gone in 1 patient." in out
    assert "changed Adverse Events!I2: nausea after dose – CTCAE grade: 1 → 2" in out


def test_an_older_file_that_cannot_be_read_is_one_sentence(demo_path, tmp_path, capsys):
    assert run(["check", str(demo_path), "--since", str(tmp_path / "none.xlsx")]) == 2
    told = capsys.readouterr()
    assert (told.out, len(told.err.splitlines())) == ("", 1)


def test_a_query_list_that_cannot_be_written_is_one_sentence(demo_path, tmp_path, capsys):
    assert run(["check", str(demo_path), "--queries", str(tmp_path / "none" / "q.xlsx")]) == 2
    assert "cannot be written" in capsys.readouterr().err
