"""What stands outside the table: arms in names of sheets, facts of a patient above it, a shared key."""

import datetime as dt

import pytest

from sscviewer.workbook import UnusableFile, load_study
from sscviewer.workbook.evidence.columns.profiles import profile
from sscviewer.workbook.evidence.recognise import recognise_plain
from sscviewer.workbook.evidence.sheets.periods import periods
from sscviewer.workbook.evidence.sheets.recognised import ignored
from sscviewer.workbook.layouts.arm_sheets import note_of_arms, with_arms
from tests.workbook.evidence.columns_in_memory import table
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
    assert len(said(loaded, "arm.sheet_names")) == 1  # one for both sheets


def test_what_is_said_of_the_numbers_on_one_sheet_holds_for_all_that_are_arms(make_workbook):
    path = make_workbook({name: [HEADS, *rows(i)] for i, name in enumerate(("Verum", "Placebo"))})
    (question,) = load_study(path).report.questions
    then = load_study(path, answers=(question.answered("number alone"),))
    assert then.study.usubjids == tuple("12345678")
    assert question.text not in [q.text for q in then.report.questions]


def test_the_first_arm_that_is_read_says_what_was_supposed_of_all():
    before = [table(HEADS, rows(i), name) for i, name in enumerate(("Verum", "Placebo"))]
    after = with_arms(before)
    found = note_of_arms(before, after, [ignored(after[0], "empty"), recognise_plain(after[1])])
    assert [[code for code, _ in one.notes].count("arm.sheet_names") for one in found] == [0, 1]
    assert [[q.id for q in one.questions] for one in found] == [[], ["patient"]]


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
    assert [(q.id, q.taken, q.sheet) for q in loaded.report.questions] == [
        ("patient", "Sigla", sheet) for sheet in "12"
    ]


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


@pytest.mark.parametrize(
    ("heading", "is_start"),
    [("Zeitpunkt X", True), ("Randomisation date", False), ("Data entered", False), ("Date of death", False)],
)
def test_one_date_alone_is_a_start_only_where_its_heading_says_nothing_else(load, heading, is_start):
    days = [[f"p{i}", "Nausea", 1, dt.date(2030, 1, 1 + i)] for i in range(6)]
    loaded = load({"Adverse events": [["Patient", "Adverse event", "Grade", heading], *days]})
    assert loaded.study.adverse_events["ASTDT"].notna().sum() == (6 if is_start else 0)
    assert len(said(loaded, "date.by_dates")) == is_start


def test_periods_follow_the_order_of_day_and_month_of_their_column():
    spans = [("01/13/2030", "02/03/2030"), ("03/04/2030", "04/02/2030"), ("05/06/2030", "06/25/2030")]
    columns = table(("Alpha", "Omega"), spans).columns
    found = periods({}, columns, {c.letter: profile(c.cells) for c in columns})
    assert found == {"ASTDT": (columns[0],), "AENDT": (columns[1],)}


def test_the_name_of_a_patient_above_the_table_is_replaced(load):
    visits = [[f"Month {m}", dt.date(2030, 1 + m, 3), 2.5 + m / 9] for m in (0, 3, 6)]
    form = [["Patient:", "John Smith"], ["Sex:", "m"], [], ["Visit", "Date", "FVC (L)"], *visits]
    loaded = load({"S": form})
    assert loaded.study.subjects["USUBJID"].tolist() == ["P001"]
    assert said(loaded, "privacy.recoded")
    assert [q.id for q in loaded.report.questions] == ["patient"]


@pytest.mark.parametrize(
    "title",
    ["Patienten: 6", "Patients: 6", "Subject: 6", "Subject: 99", "Subject: Lung function of the ward"],
)
def test_a_title_above_a_list_of_patients_is_none_of_them(load, title):
    listed = [[50 + 3 * i, "MF"[i % 2], 2.5 + i / 9, 2.6 + i / 9] for i in range(6)]
    loaded = load({"S": [[title], [], ["Age", "Sex", "FVC baseline", "FVC month 6"], *listed]})
    expect(loaded, 6, 12)
    assert [q.id for q in loaded.report.questions] == ["patient"]


def test_centres_that_another_sheet_lists_are_no_patients(load):
    centres = [[f"C{i}", "CH"] for i in range(4)]
    people = [[f"C{i % 4}", 50 + 2 * i, "MF"[i % 2], 2.5 + i / 9, 2.6 + i / 9] for i in range(12)]
    heads = ["Centre", "Age", "Sex", "FVC baseline", "FVC month 6"]
    expect(load({"Sites": [["Centre", "Country"], *centres], "Data": [heads, *people]}), 12, 24)


def test_sheets_of_two_weeks_of_treatment_are_no_arms(load):
    def week(k):
        return [["Patient", "FVC (L)", "ALT"], *[[i, 2.5 + i / 9 + k, 20 + i + k] for i in range(1, 9)]]

    expect(load({"Treatment wk4": week(0), "Treatment wk8": week(1)}), 8, 32)


def test_given_names_are_no_sums(load):
    names = ["Max Weber", "Anna Huber", "Max Frei", "Eva Lang", "Min Kim", "Karl Roth"]
    rows = [[name, 2.5 + i / 9, 2.6 + i / 9] for i, name in enumerate(names)]
    loaded = load({"S": [["Name", "FVC Baseline", "FVC Month 6"], *rows, ["Mean", 2.8, 2.9]]})
    expect(loaded, 6, 12)
    assert loaded.study.subjects["USUBJID"].str.match(r"P\d{3}$").all()
    assert len(said(loaded, "row.summary")) == 1
