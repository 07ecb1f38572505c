"""What stands outside the table: arms in names of sheets, facts of a patient above it, a shared key."""

import datetime as dt

import pytest

from sscviewer.workbook import UnusableFile
from tests.workbook.layouts.views import said, sheets

HEADS = ["No.", "Age", "FVC0", "FVC6", "FVC12"]


def rows(shift=0):
    return [[i, 50 + (i * 5 + shift) % 13, 2.5 + i / 10, 2.4 + i / 10, 2.3 + i / 10] for i in range(1, 9)]


def expect(loaded, patients, values):
    assert len(loaded.study.subjects) == patients
    assert len(loaded.study.measurements) == values


@pytest.mark.parametrize(
    "names", [("Verum", "Placebo"), ("Treatment group", "Control group"), ("Milano", "Roma")]
)
def test_sheets_that_number_their_rows_anew_have_other_patients(load, names):
    loaded = load({name: [HEADS, *rows(i)] for i, name in enumerate(names)})
    expect(loaded, 16, 48)
    arms = loaded.study.subjects["TRT01A"].value_counts().to_dict()
    assert arms == ({"": 16} if "Milano" in names else dict.fromkeys(names, 8))
    assert [q.id for q in loaded.report.questions] == ["patient"]
    assert said(loaded, "arm.sheet_names")


def test_titles_above_two_tables_are_arms(load):
    loaded = load({"S": [["Drug A"], HEADS, *rows(), [], ["Drug B"], HEADS, *rows(3)]})
    expect(loaded, 16, 48)
    assert loaded.study.subjects["TRT01A"].value_counts().to_dict() == {"Drug A": 8, "Drug B": 8}


def test_the_same_patients_on_sheets_of_two_drugs_stay_the_same(load):
    heads = ["Subject", "Week", "SBP"]
    book = {
        name: [heads, *[[f"S{i}", w, 120 + i + w] for i in range(8) for w in (0, 4)]]
        for name in ("Drug A", "Drug B")
    }
    assert len(load(book).study.subjects) == 8


def test_facts_above_the_table_are_the_patients(load):
    def form(i):
        day = dt.date(2030, 1, 1)
        facts = [["Patient:", f"{i:03d}"], ["Geschlecht:", "w"], ["Alter:", 40 + i], ["Diagnose:", "SSc"], []]
        return [*facts, ["Visite", "Datum", "FVC (l)"], *[[f"V{k}", day, 2.5 + i / 9] for k in (1, 2)]]

    loaded = load({f"Blatt {i}": form(i) for i in (1, 2, 3)})
    expect(loaded, 3, 6)
    assert loaded.study.subjects["USUBJID"].tolist() == ["001", "002", "003"]
    assert loaded.study.subjects["AGE"].tolist() == [41, 42, 43]
    columns = loaded.report.sheets[0].columns
    assert [c.heading for c in columns if c.letter == "B4"] == ["Diagnose"]
    assert all(c.read_as for c in columns)


def test_forms_below_one_another_are_one_patient_each(load):
    heads = ["Date", "FVC (L)"]
    day = dt.date(2030, 1, 1)
    block = [
        [[f"Patient: P{i}"], heads, *[[day + dt.timedelta(90 * k), 2.5 + i / 9] for k in range(3)], []]
        for i in range(4)
    ]
    expect(load({"All": [row for rows in block for row in rows]}), 4, 12)


def test_what_one_sheet_lists_and_others_refer_to_is_the_patient(load):
    codes = [f"AX{i:02d}" for i in range(9)]
    loaded = load(
        {
            "1": [["Sigla", "Sexo", "Idade"], *[[c, "MF"[i % 2], 40 + i] for i, c in enumerate(codes)]],
            "2": [["Sigla", "Semana", "PCR"], *[[c, w, 5 + w] for c in codes for w in (0, 4)]],
        }
    )
    expect(loaded, 9, 18)
    assert said(loaded, "id.shared")


def test_terms_that_several_sheets_count_are_no_patients(load):
    terms = [f"Term {word}" for word in ("one", "two", "three", "four")]
    counted = [["Lowest level term", "Grade 1", "Grade 2"], *[[text, 3, 1] for text in terms]]
    with pytest.raises(UnusableFile):
        load({"All": counted, "Cohort A": counted[:4]})


def test_sums_below_and_between_are_no_patients(load):
    body = [[40012 + 7 * i, "Miller", 80 + i, 79 + i] for i in range(8)]
    loaded = load(
        {
            "S": [
                ["Hospital No", "Surname", "FVC % M0", "FVC % M6"],
                *body,
                ["Mean", None, 84, 82],
                ["SD", None, 8, 9],
            ]
        }
    )
    expect(loaded, 8, 16)
    assert len(said(loaded, "row.summary")) == 2
    blocks = [[s, i, 300 + i, 310 + i] for s in "AB" for i in (1, 2, 3)]
    between = [*blocks[:3], ["Subtotal A", None, 906, 930], *blocks[3:], ["Subtotal B", None, 906, 930]]
    loaded = load({"S": [["Site", "Pt no", "6MWD BL", "6MWD W12"], *between]})
    expect(loaded, 6, 12)
    assert sheets(loaded)["S"][2:] == (8, 6)


@pytest.mark.parametrize(("men", "women"), [("H", "F"), ("H", "M"), ("M", "V"), ("M", "K")])
def test_letters_of_sex_are_read_by_each_other(load, men, women):
    loaded = load(
        {"S": [["Patient", "Sex", "Age"], *[[f"p{i}", (men, women)[i % 2], 40 + i] for i in range(8)]]}
    )
    assert loaded.study.subjects["SEX"].tolist() == ["M", "F"] * 4


@pytest.mark.parametrize("words", [("Dal", "Al"), ("Desde", "Hasta"), ("X", "Y")])
def test_periods_are_told_by_their_dates(load, words):
    day = dt.date(2030, 1, 1)
    doses = [[f"p{i}", "MMF", 1000, day + dt.timedelta(i), day + dt.timedelta(90 + i)] for i in range(6)]
    loaded = load({"Dosi": [["Paziente", "Farmaco", "Dose (mg)", *words], *doses]})
    assert len(loaded.study.exposure) == 6
    assert (loaded.study.exposure["ASTDT"] < loaded.study.exposure["AENDT"]).all()
