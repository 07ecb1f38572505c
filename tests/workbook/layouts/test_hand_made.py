"""Sheets as people make them, many kinds, each with what a person reads off it."""

import datetime as dt
from collections import Counter

import pytest

from sscviewer.workbook import UnusableFile, load_study

NUMBERS = range(1, 9)
CODES = [f"P{i:02d}" for i in NUMBERS]
VISITS = ("Baseline", "Month 3", "Month 6")


def day(i, k=0):
    return dt.date(2030, 1, 1) + dt.timedelta(days=3 * i + k)


def value(i, k=0):
    return round(2.5 + 0.13 * i - 0.07 * k, 2)


def long(headings, row):
    """Return a sheet of three visits of every patient."""
    return [headings, *[row(i, k) for i in NUMBERS for k in range(3)]]


def wide(headings, row):
    """Return a sheet with one row per patient."""
    return [headings, *[row(i) for i in NUMBERS]]


def three(i):
    return [value(i, k) for k in range(3)]


SHEETS = {
    "a running number on the first row of each block": (
        long(
            ["No.", "Time", "Date", "KL-6"],
            lambda i, k: [i if k == 0 else None, VISITS[k], day(i, 90 * k), 300 + i + k],
        ),
        {"patients": 8, "visits": 3, "values": {"KL": 24}, "asked": ["patient"]},
    ),
    "numbers that start again in each centre": (
        [
            ["Zentrum", "Nr.", "Visite", "Datum", "FVC (l)"],
            *[
                [c, i, f"V{k}", day(i, 90 * k), value(i, k)]
                for c in ("A", "B")
                for i in (1, 2, 3, 4)
                for k in (1, 2)
            ],
        ],
        {"patients": 8, "visits": 2, "values": {"FVC": 16}},
    ),
    "days on which patients came, not planned ones": (
        long(
            ["Patient", "Day", "FVC (L)"], lambda i, k: [CODES[i - 1], 1 + 90 * k + i * (k > 0), value(i, k)]
        ),
        {"patients": 8, "visits": 0, "values": {"FVC": 24}, "days": 24},
    ),
    "days as a database writes them": (
        long(
            ["PT", "CPEVENT", "DCMDATE", "FVC"],
            lambda i, k: [100 + i, f"VISIT {k}", int(f"2030{1 + 3 * k:02d}{i:02d}"), value(i, k)],
        ),
        {"patients": 8, "visits": 3, "values": {"FVC": 24, "DCMDATE": 0}, "days": 24},
    ),
    "a word of the form before each heading, and a number of the visit": (
        long(
            ["Subject", "Visit", "Visit Order", "Item: FVC (L)", "Item: Date of test"],
            lambda i, k: [CODES[i - 1], f"V{k}", k, value(i, k), day(i, 90 * k)],
        ),
        {"patients": 8, "visits": 3, "values": {"FVC": 24, "ORDER": 0, "ITEM": 0}, "days": 24},
    ),
    "a row of normal values below the patients": (
        [
            *long(
                ["Patient", "Visit", "Date", "CRP (mg/L)"],
                lambda i, k: [CODES[i - 1], VISITS[k], day(i, 90 * k), i],
            ),
            ["Reference", None, None, "<5"],
        ],
        {"patients": 8, "visits": 3, "values": {"CRP": 24}},
    ),
    "two numbers of the patient, neither called so": (
        wide(
            ["Screening No", "Rando No", "Arm", "Age"],
            lambda i: [f"S{i:03d}", f"R{i + 40}", "XY"[i % 2], 40 + i],
        ),
        {"patients": 8, "arms": 2, "asked": ["patient"]},
    ),
    "blocks of rows whose heading is no word for patients": (
        [
            ["w", "Time", "Rat", "Feed"],
            *[[40 + t + i, t, i, 1 + i % 2] for i in NUMBERS for t in (0, 2, 4, 6)],
        ],
        {"patients": 8, "values": {"W": 32}},
    ),
    "names of people as the patient": (
        [
            ["Patient", "Visit", "FVC"],
            *[[n, v, 2.5] for n in ("Mara Test", "Otto Probe") for v in ("V1", "V2")],
        ],
        {"patients": 2, "values": {"FVC": 4}},
    ),
    "measurements over visits": (
        [
            ["", "", "FVC (L)", "", "", "KL-6", "", ""],
            ["ID", "Age", "0", "6", "12", "0", "6", "12"],
            *[[i, 40 + i, *three(i), *three(i)] for i in NUMBERS],
        ],
        {"patients": 8, "visits": 3, "values": {"FVC": 24, "KL": 24}},
    ),
    "the baseline has the bare name": (
        wide(["pid", "fvc", "fvc3m", "fvc6m"], lambda i: [i, *three(i)]),
        {"patients": 8, "visits": 3, "values": {"FVC": 24}},
    ),
    "before and after in German, with a time": (
        wide(
            ["Pat.-Nr.", "FVC vor Therapie", "FVC nach Therapie", "FVC nach 6 Monaten"],
            lambda i: [i, *three(i)],
        ),
        {"patients": 8, "visits": 3, "values": {"FVC": 24}},
    ),
    "two pairs in different words": (
        wide(
            ["Subject", "Pain pre", "Pain post", "BMI before", "BMI after"],
            lambda i: [i, 5.5, 4.5, 25.5, 24 + i / 9],
        ),
        {"patients": 8, "visits": 2, "values": {"PAIN": 16, "BMI": 16}},
    ),
    "at baseline and at follow-up": (
        wide(
            ["Participant", "Outcome at baseline", "Outcome at follow-up"], lambda i: [i, 50.5 + i, 51.5 + i]
        ),
        {"patients": 8, "visits": 2, "values": {"OUTCOME": 16}},
    ),
    "dose and side effects beside what was measured": (
        long(
            ["Patient", "Date", "FVC (L)", "Dose (mg)", "Side effects"],
            lambda i, k: [i, day(i, 90 * k), value(i, k), 50 + 50 * (k > 0), ("none", "Nausea", None)[k]],
        ),
        {"patients": 8, "values": {"FVC": 24}, "events": 8, "doses": 24},
    ),
    "a visit without an event is none": (
        long(
            ["ID", "Visit", "Visit date", "mRSS", "Adverse event", "Grade"],
            lambda i, k: [
                i,
                VISITS[k],
                day(i, 90 * k),
                10 + i,
                "Rash" if k == 1 else None,
                2 if k == 1 else None,
            ],
        ),
        {"patients": 8, "visits": 3, "events": 8},
    ),
    "a number of the visit and the month beside it": (
        long(
            ["ID", "Response", "Month", "Visit"],
            lambda i, k: [i, value(i, k), round(k * 1.9 + i / 50, 2), k + 1],
        ),
        {"patients": 8, "visits": 3, "values": {"RESPONSE": 24}, "days": 24},
    ),
    "answers in words at every visit": (
        long(["ID", "outcome", "visit"], lambda i, k: [i, ("mild", "severe")[(i + k) % 2], k + 1]),
        {"patients": 8, "visits": 3, "values": {"OUTCOME": 24}},
    ),
    "before and after in the cells": (
        [
            ["subject_id", "time", "value"],
            *[[i, t, value(i, len(t))] for i in NUMBERS for t in ("pre", "post")],
        ],
        {"patients": 8, "visits": 2, "values": {"VALUE": 16}},
    ),
}


@pytest.mark.parametrize("kind", SHEETS)
def test_a_sheet_is_read_as_a_person_reads_it(load, kind):
    rows, want = SHEETS[kind]
    expect(load({"Sheet1": rows}), **want)


def expect(loaded, patients, visits=None, values=(), arms=None, events=0, doses=0, asked=(), days=None):
    study = loaded.study
    assert len(study.subjects) == patients
    read = Counter(study.measurements["PARAMCD"])
    for part, n in dict(values).items():
        assert sum(count for code, count in read.items() if part in code) == n, read
    if visits is not None:
        assert len(set(study.measurements["AVISIT"]) - {""}) == visits
    if arms is not None:
        assert len(set(study.subjects["TRT01P"]) | set(study.subjects["TRT01A"]) - {""}) >= arms
    if days is not None:
        assert study.measurements["ADY"].notna().sum() == days
    assert (len(study.adverse_events), len(study.exposure)) == (events, doses)
    assert set(asked) <= {question.id for question in loaded.report.questions}


@pytest.mark.parametrize("names", [VISITS, ("V0", "V1", "V2"), ("Screening", "Visite 1", "Visite 2")])
def test_a_sheet_per_visit_keeps_what_no_vocabulary_knows(load, names):
    book = {
        name: wide(["ID", "FVC (L)", "Glow"], lambda i, k=k: [i, value(i, k), 7 * i + k])
        for k, name in enumerate(names)
    }
    expect(load(book), patients=8, visits=3, values={"FVC": 24, "GLOW": 24})


def test_a_sheet_per_measurement_with_visits_as_headings(load):
    book = {name: wide(["ID", *VISITS], lambda i: [i, *three(i)]) for name in ("FVC", "KL-6")}
    expect(load(book), patients=8, visits=3, values={"FVC": 24, "KL": 24})


@pytest.mark.parametrize(
    "sheet",
    [
        [["No.", "Article", "Price", "Quantity"], *[[i, "Chair", 5.5 * i, 2 * i] for i in NUMBERS]],
        [
            ["Characteristic", "Drug (n=20)", "Placebo"],
            ["Age", "54 (10)", "55 (9)"],
            ["FVC L", "2.5 (0.4)", "2.6 (0.5)"],
        ],
        [
            ["Length", "Width", "Kind"],
            *[[value(i, k), value(k, i), "abc"[k]] for k in range(3) for i in NUMBERS],
        ],
    ],
)
def test_what_is_no_trial_is_not_made_one(load, sheet):
    with pytest.raises(Exception, match=r"no column of patient numbers|no table of patients"):
        load({"Sheet1": sheet})


@pytest.mark.parametrize("rows", [["Alpha", "Beta", "Gamma"], [2001, 2002, 2003]])
def test_sums_of_nobody_are_refused_without_a_question(load, rows):
    sheet = [
        ["Bank", "Jan", "Feb", "Mar"],
        *[[name, 10.5 + i, 11.5 - i, 9.5 * i] for i, name in enumerate(rows)],
    ]
    with pytest.raises(UnusableFile, match=r"no table of patients.*Map columns") as refused:
        load({"Deposits": sheet})
    assert not refused.value.questions


def test_numbers_below_headings_are_asked_whether_each_row_is_a_patient(make_workbook):
    rows = [[0.5 + i % 4, 1.5 + i % 3, 2.5 * (i % 5)] for i in range(12)]
    path = make_workbook({"drops": [["Control", "drugA", "drugB"], *rows]})
    with pytest.raises(UnusableFile, match="each row is a patient") as refused:
        load_study(path)
    (question,) = refused.value.questions
    assert "row numbers as patients" in question.options
    loaded = load_study(path, answers=(question.answered(question.options[-1]),))
    assert len(loaded.study.subjects) == 12


@pytest.mark.parametrize(
    ("heading", "text"),
    [("Age/Sex", "{age}/{sex}"), ("Age Sex", "{age} y {sex}"), ("Geschlecht/Alter", "{sex}{age}")],
)
def test_age_and_sex_in_one_cell(load, heading, text):
    cells = [text.format(age=40 + i, sex="FM"[i % 2]) for i in NUMBERS]
    cells[-1] = "unknown"
    study = load({"Pts": [["Patient", heading, "Arm"], *zip(CODES, cells, "XY" * 4, strict=True)]}).study
    assert study.subjects["SEX"].tolist() == [*("FM"[i % 2] for i in range(1, 8)), ""]
    assert study.subjects["AGE"].tolist()[:-1] == [40 + i for i in range(1, 8)]


def test_the_unit_of_each_test_stands_beside_its_visits(load):
    tests = [("CRP", "mg/l"), ("Creatinine", "µmol/l")]
    rows = [[code, *test, 3 + i, 4 + i, 5 + i] for i, code in enumerate(CODES) for test in tests]
    study = load({"Labor": [["Patient", "Parameter", "Einheit", "Screening", "W4", "W8"], *rows]}).study
    assert {p.paramcd: p.unit for p in study.parameters.values()} == {"CRP": "mg/L", "CREAT": "µmol/L"}


def test_a_test_in_two_units_is_converted_or_kept_apart(load):
    """88.42 µmol/l is 1 mg/dl of creatinine, whose unit has two spellings; lux and nit do not convert."""
    rows = [
        row
        for i, code in enumerate(CODES)
        for row in (
            [code, "Creatinine", *(["µmol/l", 88.42, 176.84, 265.26] if i > 3 else ["mg/dl", 1, 2, 3])],
            [code, "Gloss", "nit" if i > 3 else "lux", 20 + i, 30 - i, 25],
        )
    ]
    rows[0][2] = "mg/dL"
    loaded = load({"Labor": [["Patient", "Parameter", "Einheit", "Screening", "W4", "W8"], *rows]})
    values = {code: of.tolist() for code, of in loaded.study.measurements.groupby("PARAMCD")["AVAL"]}
    one = min(values["CREAT"])
    assert sorted(values["CREAT"]) == pytest.approx([k * one for k in (1, 2, 3) for _ in range(8)], rel=1e-3)
    assert sorted(map(len, values.values())) == [12, 12, 24]
    assert {i.code for i in loaded.report.issues} >= {"unit.apart", "unit.converted"}


@pytest.mark.parametrize("text", ["{} - {}", "{} {}", "{}. {}"])
def test_a_code_beside_the_word_for_a_sex_is_no_age(load, text):
    cells = [text.format(1 + i % 2, ("Male", "Female")[i % 2]) for i in NUMBERS]
    subjects = load(
        {"Pts": [["Patient", "Sex", "Arm"], *zip(CODES, cells, "XY" * 4, strict=True)]}
    ).study.subjects
    assert "AGE" not in subjects or subjects["AGE"].isna().all()


def test_rows_of_words_that_repeat_are_asked_about_in_any_language(load):
    rows = [
        [who, when, 1.5 + k, 2.5 * k] for who in ("aa", "bb", "cc") for k, when in enumerate(("une", "deux"))
    ]
    with pytest.raises(UnusableFile) as refused:
        load({"Tab": [["Qoc", "Zuv", "x1", "x2"], *rows]})
    assert [question.id for question in refused.value.questions] == ["patient"]


def test_marks_of_footnotes_leave_numbers(load):
    texts = ["2.31*", "2.15 *", "2,4†", "2.5", "see note", "3 attempts*"]
    rows = [[code, "Baseline", "2030-01-01", text] for code, text in zip(CODES, texts, strict=False)]
    loaded = load({"FVC": [["Patient", "Visit", "Date", "FVC (L)"], *rows]})
    measured = loaded.study.measurements
    assert measured["AVAL"].tolist()[:2] == [2.31, 2.15]
    assert measured["AVALC"].tolist() == texts
    (told,) = [i for i in loaded.report.issues if i.code == "number.footnote"]
    assert told.cell == "D2"
    assert "”: 3 (the first" in told.message


LANGUAGES = {
    "French": (["N° patient", "Genre", "Âge", "Groupe"], ["Effet indésirable", "Gravité", "Début", "Fin"]),
    "Spanish": (
        ["Nº de sujeto", "Género", "Edad", "Brazo"],
        ["Reacción adversa", "Grado", "Fecha de inicio", "Fecha de fin"],
    ),
    "Italian": (
        ["Codice paziente", "Genere", "Età", "Braccio"],
        ["Evento avverso", "Grado", "Data inizio", "Data fine"],
    ),
    "Portuguese": (
        ["Doente", "Gênero", "Idade", "Grupo"],
        ["Reação adversa", "Gravidade", "Data de início", "Data de fim"],
    ),
    "German": (
        ["Patientennummer", "Geschl.", "Alter bei Einschluss", "Therapiearm"],
        ["Nebenwirkung", "Grad", "Beginn", "Ende"],
    ),
    "Chinese": (["受试者", "性别", "年龄", "分组"], ["不良反应", "分级", "开始时间", "结束时间"]),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_in_other_languages(load, language):
    person, event = LANGUAGES[language]
    book = {
        "1": [person, *[[code, "FM"[i % 2], 40 + i, "XY"[i % 2]] for i, code in enumerate(CODES)]],
        "2": [[person[0], *event], *[[code, "Cough", 1, day(i), day(i, 9)] for i, code in enumerate(CODES)]],
    }
    loaded = load(book)
    expect(loaded, patients=8, events=8, arms=2)
    assert loaded.study.subjects["AGE"].tolist() == list(range(40, 48))
    assert set(loaded.study.subjects["SEX"]) == {"F", "M"}
