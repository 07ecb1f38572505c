"""Who is on which sheet, and whether sheets agree on who they are."""

import datetime as dt

from tests.workbook.contradictions.told import told

FVC = ["Subject", "Visit", "Visit date", "FVC (L)"]


def test_sex_and_birth_that_differ_name_both_cells(load):
    loaded = load(
        {
            "Subjects": [
                ["Subject", "Sex", "Date of birth"],
                ["A", "F", dt.date(1960, 5, 1)],
                ["B", "M", "1955"],
                ["C", "F", dt.date(1970, 1, 1)],
            ],
            "Demography 2": [
                ["Subject", "Sex", "Date of birth", "Race"],
                ["A", "M", dt.date(1960, 5, 1), "White"],
                ["B", "M", dt.date(1955, 3, 2), "White"],
                ["C", "F", dt.date(1970, 1, 2), "White"],
            ],
        }
    )
    assert told(loaded, "subject.sex_differs") == [
        ("Demography 2!B2", "A", "The sex of patient A is M here but F at Subjects!B2; F is used.")
    ]
    assert [(cell, who) for cell, who, _ in told(loaded, "subject.birth_differs")] == [
        ("Demography 2!C4", "C")
    ]
    assert loaded.study.value("A", "SEX") == "F"


def test_a_repeated_patient_is_never_silently_merged(load):
    loaded = load({"Subjects": [["Subject", "Sex", "Age"], ["A", "F", 50], ["A", "M", 50], ["B", "F", 60]]})
    assert [(cell, who) for cell, who, _ in told(loaded, "subject.duplicate")] == [("Subjects!A3", "A")]
    assert [(cell, who) for cell, who, _ in told(loaded, "subject.sex_differs")] == [("Subjects!B3", "A")]


def test_ages_of_two_lists_may_be_a_birthday_apart(load):
    rows = [["A", 50], ["B", 60], ["C", 44]]
    other = [["A", 51], ["B", None], ["C", 55]]
    loaded = load({"List": [["Subject", "Age"], *rows], "Other": [["Subject", "Age", "Sex"], *other]})
    assert told(loaded, "subject.age_differs") == [
        ("Other!B4", "C", "The age of patient C is 55 here but 44 at List!B4; 44 is used.")
    ]
    assert loaded.study.value("C", "AGE") == 44


def test_patients_on_one_sheet_only(load):
    loaded = load(
        {
            "Subjects": [["Subject", "Sex", "Age"], *([p, "F", 50] for p in "ABCD")],
            "PFT": [
                FVC,
                *([p, "Baseline", dt.date(2007, 1, 1), 2.5] for p in "ABC"),
                ["E", "Baseline", None, 2.0],
            ],
        }
    )
    assert [(cell, who) for cell, who, _ in told(loaded, "subject.only_elsewhere")] == [("PFT!D5", "E")]
    assert [(cell, who) for cell, who, _ in told(loaded, "subject.one_sheet")] == [("Subjects!A5", "D")]


def test_one_sheet_is_no_finding_when_most_patients_are_on_one(load):
    loaded = load({"PFT": [FVC, *([p, "Baseline", dt.date(2007, 1, 1), 2.5] for p in "ABC")]})
    assert told(loaded, "subject.one_sheet") == []


def test_numbers_written_alike_stay_two_patients_and_are_named(load):
    loaded = load(
        {
            "Subjects": [
                ["Subject", "Sex", "Age"],
                *([p, "F", 50] for p in ("S-01", "1-11", "11-1", "0012")),
            ],
            "PFT": [
                FVC,
                *([p, "Baseline", dt.date(2007, 1, 1), 2.5] for p in ("s 1", "1-11", "11-1", "012")),
            ],
        }
    )
    assert [(cell, who) for cell, who, _ in told(loaded, "subject.written_alike")] == [
        ("PFT!D5", "012"),
        ("PFT!D2", "s 1"),
    ]
    assert "patient 0012 at Subjects!A5 are written alike" in told(loaded, "subject.written_alike")[0][2]
    assert "kept as two patients" in told(loaded, "subject.written_alike")[0][2]
    assert len(loaded.study.usubjids) == 6


def test_a_coded_sex_is_named_once_for_each_code(load):
    people = [["Subject", "Sex", "Age"], ["A", 1, 40], ["B", 2, 41], ["C", 1, 42], ["D", "female", 43]]
    loaded = load({"Subjects": people})
    found = told(loaded, "subject.sex_word")
    assert [(cell, who) for cell, who, _ in found] == [("Subjects!B2", "A"), ("Subjects!B3", "B")]
    assert "2 patients is written “1”" in found[0][2]
