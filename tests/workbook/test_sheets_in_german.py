"""A trial kept in German by hand: headings, units, answers and dates mean what their English ones do."""

from datetime import date, timedelta

import openpyxl
import pytest

from sscviewer.workbook import load_study

START = date(2022, 5, 2)
WHO = ("08-001", "08-002", "08-003", "08-004")


def _day(n: int) -> date:
    return START + timedelta(days=n)


SHEETS = {
    "Patienten": [
        ("Pat.-Nr.", "Geschlecht", "Alter", "Größe", "Geburtsjahr", "Erste Dosis", "Letzte Dosis"),
        *((who, "w", 50, "1,65", 1972, _day(0), "2022" if k == 2 else _day(83)) for k, who in enumerate(WHO)),
    ],
    "Dosierung": [
        ("Pat.-Nr.", "Präparat", "Dosis", "Einheit", "von", "bis", "Einnahmefrequenz", "Maßnahme"),
        *((who, "X", 50 if k else "0,05", "mg" if k else "g", _day(0), _day(83), "2x täglich", "keine")
          for k, who in enumerate(WHO)),
    ],
    "Labor": [
        ("Pat.-Nr.", "Visite", "Abnahmedatum", "Parameter", "Ergebnis", "Einheit", "Untergrenze",
         "Obergrenze"),
        *((who, "Baseline", _day(0), "Kreatinin", "0,812", "mg/dl", "0,5", "1,1") for who in WHO),
    ],
    "UE": [
        ("Pat.-Nr.", "Unerwünschtes Ereignis", "Beginn", "Ende", "CTCAE-Grad", "Kausalität", "Ausgang"),
        (WHO[0], "Husten", _day(9), _day(12), 1, "möglich", "abgeklungen"),
        (WHO[1], "Fieber", _day(9), _day(12), 2, "kein Zusammenhang", "wiederhergestellt mit Folgeschäden"),
        (WHO[2], "Sturz", _day(9), None, 2, "unwahrscheinlich", "nicht abgeklungen"),
    ],
    "Studienende": [
        ("Pat.-Nr.", "Status", "Grund", "Datum"),
        *((who, "abgeschlossen", None, _day(84)) for who in WHO[:3]),
        (WHO[3], "abgebrochen", "Unverträglichkeit", _day(40)),
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in SHEETS.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path = tmp_path_factory.mktemp("german") / "Studie.xlsx"
    book.save(path)
    return load_study(path)


def test_patients_and_their_partial_last_dose(loaded):
    study = loaded.study
    assert study.column("subjects", "HEIGHT").tolist() == [165] * 4
    assert study.column("subjects", "BRTHDTC").tolist() == ["1972"] * 4
    assert study.column("subjects", "TRTEDTF").tolist() == ["", "", "M", ""]
    assert any(i.code == "date.partial" and i.usubjid == WHO[2] for i in loaded.report.issues)


def test_doses_are_of_one_drug_and_unit(loaded):
    study = loaded.study
    assert set(study.column("exposure", "EXTRT")) == {"X"}
    assert set(study.column("exposure", "EXDOSU")) == {"mg"}
    assert study.column("exposure", "EXDAILY").tolist() == [100] * 4
    assert set(study.column("exposure", "EXACN")) == {"DOSE NOT CHANGED"}


def test_laboratory_values_keep_unit_and_limits(loaded):
    study = loaded.study
    assert study.column("measurements", "AVAL").tolist() == [0.812] * 4
    assert study.parameters["CREAT"].unit == "mg/dL"
    assert set(study.column("measurements", "ANRHI")) == {1.1}


def test_answers_are_read_in_their_meaning(loaded):
    study = loaded.study
    assert study.column("adverse_events", "AERELFL").tolist() == ["Y", "N", "N"]
    assert study.column("adverse_events", "AEOUT").tolist() == [
        "RECOVERED/RESOLVED",
        "RECOVERED/RESOLVED WITH SEQUELAE",
        "NOT RECOVERED/NOT RESOLVED",
    ]
    assert study.column("disposition", "EOSSTT").tolist() == ["COMPLETED"] * 3 + ["DISCONTINUED"]
    assert study.column("disposition", "DSDECOD")[3] == "ADVERSE EVENT"


def test_every_column_is_read(loaded):
    assert [i.message for i in loaded.report.issues if i.code == "column.not_read"] == []
