"""The same words in many cells of one column are one question to a site."""

import csv
import datetime as dt

import openpyxl
import pytest

from sscviewer.cli import run


@pytest.mark.parametrize("word", ["ND", "not done", "–"])
def test_sixteen_cells_are_one_question_or_none(tmp_path, word):
    book = openpyxl.Workbook()
    lungs = book.active
    lungs.title = "Spirometry"
    lungs.append(["Subject", "Visit", "Date", "FVC (L)", "DLCO (mL/min/mmHg)"])
    for number in range(1, 9):
        for visit, day in (("Baseline", 1), ("Week 12", 84), ("Week 24", 168)):
            date = dt.date(2020, 1, number) + dt.timedelta(days=day)
            value = word if visit != "Baseline" else 3 + number / 10
            lungs.append([f"01-{number:03d}", visit, date, 2.5 + number / 10 + day / 500, value])
    book.save(tmp_path / "trial.xlsx")
    assert run(["export", str(tmp_path / "trial.xlsx"), "--out", str(tmp_path), "--what", "queries"]) == 0
    with (tmp_path / "trial_queries.csv").open(encoding="utf-8-sig") as file:
        asked = [row for row in csv.DictReader(file) if row["Field"].startswith("DLCO")]
    assert len(asked) <= 1
    if word == "ND":
        assert len(asked[0]["Cell"].split(", ")) == 16
        assert "16 cells" in asked[0]["Question"]
