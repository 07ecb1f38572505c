"""From a workbook with litres to the % predicted that is analysed, by the command line."""

import json

import openpyxl
import pytest

from sscviewer.cli.run import run

VISITS = {"Baseline": (0, "2007-01-01"), "Month 3": (3, "2007-04-02"), "Month 6": (6, "2007-07-02")}
PATIENTS = {"A": ("F", 48.3, 163), "B": ("M", 40, 175)}
HEAD = ["Subject", "Visit", "Visit date", "FVC (L)"]


@pytest.fixture
def workbook(tmp_path):
    """Litres of two patients; with a % predicted of 50 and 51 at baseline when asked for."""

    def write(*, percent):
        book = openpyxl.Workbook()
        people = book.active
        people.title = "Subjects"
        people.append(["Subject", "Sex", "Age", "Height (cm)", "Race"])
        pft = book.create_sheet("PFT")
        pft.append([*HEAD, "FVC (% predicted)"] if percent else HEAD)
        for number, (usubjid, (sex, age, height)) in enumerate(PATIENTS.items()):
            people.append([usubjid, sex, age, height, "Caucasian"])
            for visit, (month, date) in VISITS.items():
                litres = 2.30 + 0.05 * month + 0.1 * number
                pft.append([usubjid, visit, date, litres, *([50 + month + number] if percent else [])])
        path = tmp_path / "litres.xlsx"
        book.save(path)
        return str(path)

    return write


def baseline_of(capsys, path, *options):
    """Return the mean of FVC % predicted at baseline, of all."""
    capsys.readouterr()
    assert run(["analyse", path, "--json", "--quiet", *options]) == 0
    rows = json.loads(capsys.readouterr().out)["demographics"]
    return [row["mean"] for row in rows if row["variable"] == "FVCPP"]


def test_computed_where_the_file_has_none(workbook, capsys):
    # 2.30 and 2.40 L; predicted by clinical facts 2.10
    path = workbook(percent=False)
    by_group = 50 * (2.30 / 3.51844 + 2.40 / 5.05475)
    for_all = 50 * (2.30 / 3.29258 + 2.40 / 4.69860)
    assert baseline_of(capsys, path) == [pytest.approx(by_group, abs=1e-3)]
    assert baseline_of(capsys, path, "--equation", "GLI Global 2022") == [pytest.approx(for_all, abs=1e-3)]


def test_the_files_own_unless_asked_otherwise(workbook, capsys):
    path = workbook(percent=True)
    computed = 50 * (2.30 / 3.51844 + 2.40 / 5.05475)
    assert baseline_of(capsys, path) == [pytest.approx(50.5)]
    assert baseline_of(capsys, path, "--predicted", "computed") == [pytest.approx(computed, abs=1e-3)]


def test_check_is_of_what_was_collected(workbook, capsys):
    path = workbook(percent=True)
    assert run(["check", path, "--json", "--quiet"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert [p["PARAMCD"] for p in document["parameters"]] == ["FVC", "FVCPP"]
    assert not any(issue["code"].startswith("predicted.") for issue in document["issues"])


def test_an_unknown_equation_is_named(workbook, capsys):
    assert run(["analyse", workbook(percent=False), "--quiet", "--equation", "GLI-2099"]) == 2
    assert "There is no equation GLI-2099; choose one of GLI-2012," in capsys.readouterr().err
