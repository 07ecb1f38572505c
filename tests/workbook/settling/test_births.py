"""A date of birth that is none is never a year; who reads the findings learns of each such cell."""

import datetime as dt

import numpy as np
import pytest

from sscviewer.workbook import load_study

KNOWN = ["1961-05-03", "1970-01-02", "1955-03-04"]


def _loaded(make_workbook, cell):
    rows = [["Patient", "Sex", "Date of birth", "First dose"]]
    rows += [[f"P{i}", "F", born, dt.date(2021, 1, 4)] for i, born in enumerate([*KNOWN, cell])]
    return load_study(make_workbook({"Patients": rows})).study


@pytest.mark.parametrize(
    "cell", ["0000-00-00", "00/00/0000", "00.00.0000", "00000000", "UNK", "unknown", "n/k", "not known", 0]
)
def test_no_birth_is_no_year_and_is_named(make_workbook, cell):
    study = _loaded(make_workbook, cell)
    assert study.subjects["BRTHDTC"].tolist() == [*KNOWN, ""]
    found = [issue for issue in study.issues if issue.cell == "C5"]
    assert len(found) == 1
    assert "birth" in found[0].message
    assert found[0].usubjid == "P3"


@pytest.mark.parametrize(
    ("cell", "known"), [("1966", "1966"), ("1966-UN-UN", "1966"), ("UN/02/1966", "1966-02")]
)
def test_what_is_known_of_a_birth_is_kept(make_workbook, cell, known):
    assert _loaded(make_workbook, cell).subjects["BRTHDTC"].tolist()[-1] == known


def test_an_age_that_the_file_lacks_is_worked_out_from_whole_dates_of_birth(make_workbook):
    whole = [dt.date(1971, 1, 4), dt.date(1971, 1, 5), dt.date(1880, 1, 1)]
    born = [*whole, "1966", "unknown", dt.date(1960, 6, 1)]
    rows = [["Patient", "Sex", "Age", "Date of birth", "First dose"]]
    rows += [[f"P{i}", "F", 44 if i == 5 else None, b, dt.date(2021, 1, 4)] for i, b in enumerate(born)]
    study = load_study(make_workbook({"Patients": rows})).study
    ages = study.column("subjects", "AGE").tolist()
    assert ages[:2] == [50, 49]  # on the birthday, and the day before
    assert all(np.isnan(age) for age in ages[2:5])  # nobody is 141; a year alone and no date make no age
    assert ages[5] == 44  # as given, though the date of birth says 60
    said = [issue.message for issue in study.issues if issue.code == "subject.age_by_birth"]
    assert said == [
        "The file gives no age of 2 of 6 patients; it is worked out from the date of birth, "
        "in completed years on day 1."
    ]
