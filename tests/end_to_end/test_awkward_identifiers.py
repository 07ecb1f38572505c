"""Patients called like folders, devices, pages of the web or each other: every file has its own place."""

import datetime as dt
import unicodedata

import openpyxl
import pytest

from sscviewer.cli import run

PATIENTS = ("../x", "CON", "a/b", "a:b", "a-b", "L" * 300, "p01", "P01", "<img src=x.png>", "é01")
HTML = '<img src="leak.png">'


def trial_of(patients, path):
    book = openpyxl.Workbook()
    people, lungs = book.active, book.create_sheet("Spirometry")
    events, doses = book.create_sheet("Adverse events"), book.create_sheet("Dosing")
    people.title = "Demographics"
    people.append(["Subject", "Site", "Sex", "Arm", "First dose date"])
    lungs.append(["Subject", "Visit", "Date", "FVC (L)", "FVC % predicted"])
    events.append(["Subject", "Term", "Start date", "End date", "Grade", "Serious", "Related"])
    doses.append(["Subject", "Start date", "End date", "Dose", "Unit"])
    for number, patient in enumerate(patients, 1):
        start = dt.date(2020, 1, number)
        people.append([patient, "<b>1</b>", "FM"[number % 2], (HTML, "B")[number % 2], start])
        doses.append([patient, start, start + dt.timedelta(days=160), 100, "mg"])
        events.append([patient, f"{HTML}rash", start, start + dt.timedelta(days=9), 3, "Y", "Y"])
        for visit, day in (("Baseline", 0), ("Week 12", 84), ("Week 24", 168)):
            date = start + dt.timedelta(days=day)
            lungs.append([patient, visit, date, 2.5 + number / 10 + day / 500, 80 + number])
    book.save(path)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("awkward")
    trial_of(PATIENTS, folder / "trial.xlsx")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(folder / "own"))
        call = ["export", str(folder / "trial.xlsx"), "--out", str(folder / "in" / "out")]
        assert run([*call, "--what", "all", "--format", "svg"]) == 0
    return folder


def test_nothing_is_written_elsewhere(written):
    assert {path.name for path in written.iterdir()} <= {"trial.xlsx", "in", "own"}
    assert [path.name for path in (written / "in").iterdir()] == ["out"]


def test_no_two_names_are_alike_and_none_is_too_long(written):
    files = [path for path in (written / "in" / "out").rglob("*") if path.is_file()]
    assert len([path for path in files if path.name.endswith(".svg") and "_profile" in path.name]) == 10
    alike = [(path.parent, unicodedata.normalize("NFKC", path.name).casefold()) for path in files]
    assert len(set(alike)) == len(alike)
    assert max(len(path.name.encode()) for path in files) <= 255
    assert not [path.name for path in files if set(path.name) & set('<>:"/\\|?*')]


def test_the_index_shows_html_as_text(written):
    page = next((written / "in" / "out").glob("*_index.html")).read_text("utf-8")
    assert "<img" not in page
    assert "&lt;img src=x.png&gt;" in page
