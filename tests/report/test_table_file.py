"""Tables as files: numbers other programs can read, and nothing they would run."""

import csv
import io
from datetime import date

import openpyxl
import pytest

from sscviewer.report.table_file import Table, comma_separated, harmless, xlsx_bytes

ROWS = (("FVC", "−1.56", "−1.56 (−3.61 to 0.49)"), ("−x", "2", "0.5 (−∞ to 1)"), ("=1+1", "", "@a"))
TABLE = Table("t", "T", ("What", "Change", "With limits"), ROWS, frozenset({1}))
RUN = ("=1+1", "@a", "-x", "-2+3+cmd|' /C calc'!A0", "-1*HYPERLINK(1)", "+1-2", "-1 to A1", "−1 to A1")


def test_minus_signs_in_files_are_those_of_keyboards():
    rows = list(csv.reader(io.StringIO(comma_separated(TABLE.columns, TABLE.rows).removeprefix("\ufeff"))))
    assert rows[1] == ["FVC", "-1.56", "-1.56 (-3.61 to 0.49)"]
    assert rows[2] == ["−x", "2", "0.5 (-∞ to 1)"]
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(TABLE, date(2020, 1, 1))))["Table"]
    assert [cell.value for cell in sheet[2]] == ["FVC", -1.56, "-1.56 (-3.61 to 0.49)"]


@pytest.mark.parametrize("text", RUN)
def test_what_a_spreadsheet_could_run_stands_behind_an_apostrophe(text):
    assert harmless(text) == "'" + text.replace("−", "-")
