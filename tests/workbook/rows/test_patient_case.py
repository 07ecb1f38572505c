"""Patient numbers that differ in capitals only are one patient, and it is said."""

import datetime as dt

import pytest

HEADS = ["Patient", "Date", "FVC (L)"]


def rows_of(*names):
    return [[name, dt.date(2021, 1 + i, 5), 2.0 + i / 10] for i, name in enumerate(names)]


@pytest.mark.parametrize(
    "sheets",
    [
        {"Lung": [HEADS, *rows_of("PT1", "pt1", "PT1", "PT2", "Pt2 ")]},
        {"Lung": [HEADS, *rows_of("PT1", "PT2")], "Later": [HEADS, *rows_of("pt1", "pt2", "PT2")]},
    ],
)
def test_numbers_in_other_capitals_are_the_same_patients(load, sheets):
    loaded = load(sheets)
    assert list(loaded.study.usubjids) == ["PT1", "PT2"]
    assert len(loaded.study.measurements) == 5
    said = [i for i in loaded.report.issues if i.code == "id.case"]
    assert len(said) == 1
    assert "2 patient numbers differ" in said[0].message


def test_initials_in_other_capitals_stay_two_patients(load):
    loaded = load({"Lung": [HEADS, *rows_of("aB", "AB", "aB", "AB")]})
    assert not any(i.code == "id.case" for i in loaded.report.issues)


def test_two_numbers_of_a_list_of_patients_stay_two(load):
    people = [["Patient", "Age", "Sex"], ["p01", 50, "F"], ["P01", 61, "M"], ["P02", 44, "F"]]
    loaded = load({"Patients": people, "Lung": [HEADS, *rows_of("p01", "P01", "P02")]})
    assert set(loaded.study.usubjids) == {"p01", "P01", "P02"}
    assert not any(i.code == "id.case" for i in loaded.report.issues)
