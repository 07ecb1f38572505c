"""Workbooks of which a part is damaged: the sentence names the sheet."""

import zipfile

import pytest

from sscviewer.workbook import UnusableFile, load_study


def refuse(path) -> str:
    with pytest.raises(UnusableFile) as caught:
        load_study(path)
    return str(caught.value)


@pytest.mark.parametrize(
    "broken", [b"<worksheet><sheetData><row", b"\0\1\2", None], ids=["cut", "bytes", "gone"]
)
def test_a_damaged_sheet_is_named(make_workbook, tmp_path, broken):
    good = make_workbook({"Lung": [["Subject", "Sex"], ["A", "F"]], "Events": [["Subject"], ["A"]]})
    path = tmp_path / "broken.xlsx"
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(path, "w") as new:
        for entry in old.infolist():
            content = broken if entry.filename.endswith("sheet2.xml") else old.read(entry)
            if content is not None:
                new.writestr(entry, content)
    assert refuse(path).startswith("“broken.xlsx” has a sheet, “Events”, that is damaged, missing")


def test_a_workbook_without_its_list_of_sheets_is_damaged(make_workbook, tmp_path):
    good = make_workbook({"S": [["Subject", "Sex"], ["A", "F"]]})
    path = tmp_path / "broken.xlsx"
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(path, "w") as new:
        for entry in old.infolist():
            if not entry.filename.endswith("workbook.xml"):
                new.writestr(entry, old.read(entry))
    assert "is damaged" in refuse(path)
