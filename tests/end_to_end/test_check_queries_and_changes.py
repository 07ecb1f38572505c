"""`sscviewer check` with a query list and an older export, as scripts use it."""

import csv
import io
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
    path, plan = tmp_path / "queries.xlsx", tmp_path / "plan.toml"
    plan.write_text('[visits]\nmargins = "Month 6: 60"\n', "utf-8")  # nobody came late to it
    assert run(["check", str(demo_path), "--plan", str(plan), "--json", "--queries", str(path)]) == 0
    counts = json.loads(capsys.readouterr().out)["issues"]
    assert "visit.window" not in {issue["code"] for issue in counts}
    cells = {issue["cell"] for issue in counts if issue["severity"] != "info" and issue["cell"]}
    rows = list(openpyxl.load_workbook(path)["Queries"].iter_rows(min_row=2, values_only=True))
    assert {row[2] for row in rows} == {"warning"}
    assert {cell for row in rows for cell in (row[11] or "").split(", ")} - {""} == cells
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    everything = tmp_path / "all.csv"
    wanted = ["--severity", "error,warning,info", "--queries", str(everything)]
    assert run(["check", str(demo_path), "--plan", str(plan), *wanted]) == 0
    listed = list(csv.reader(io.StringIO(everything.read_text("utf-8-sig"))))[1:]
    assert {row[2] for row in listed} == {issue["severity"] for issue in counts}
    assert len(rows) < len(listed) <= len(counts)


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
