"""Columns that identify a person, in several languages and by content; things' names are not hidden."""

import datetime as dt

import pytest

from sscviewer.workbook.evidence.columns.identities import is_identity
from sscviewer.workbook.evidence.recognise import recognise_plain
from tests.workbook.evidence.columns_in_memory import table


def column(heading, values=("x1", "x2")):
    """Return one column."""
    return table((heading,), [[value] for value in values]).columns[0]


@pytest.mark.parametrize(
    "heading",
    [
        "pat_first_name", "LastName", "PtInit", "Init.", "Nachname", "Geburtsname", "Vorname", "Telefon",
        "Versicherungsnummer", "Straße", "Prénom", "Code postal", "Apellidos", "Teléfono", "Codice fiscale",
        "Cognome", "Sobrenome", "Endereço", "姓名", "身份证号", "Hospital No.", "NHS No", "Medical record no",
        "contact_phone", "E-Mail", "Treating physician", "Tarjeta sanitaria", "Biopsy surgeon", "Wound nurse",
        "Tumor board physician", "Organ donor address", "Tumour patient name",
    ],
)  # fmt: skip
def test_hidden_by_its_words(heading):
    assert is_identity(column(heading))


@pytest.mark.parametrize(
    "heading",
    ["Test name", "Drug name", "Visit name", "Trade name", "Site name", "Name of medication", "Phoneme score",
     "Mobility", "Recall", "Cell count", "Route", "Initial dose", "Address of lesion", "Tumour address 2"],
)  # fmt: skip
def test_not_hidden(heading):
    assert not is_identity(column(heading))


@pytest.mark.parametrize(
    "value", ["a.b@example.org", "+49 30 1234567", "(030) 123-4567", "0171/1234567", "06 12 34 56 78"]
)
def test_hidden_by_content(value):
    assert is_identity(column("Contact 2", [value] * 3))


def test_numbers_are_no_telephone_numbers():
    assert not is_identity(column("Result", ["4915112345", "1.5", "2"]))


@pytest.mark.parametrize(
    "heading",
    [
        "Krankenkasse Nr",
        "IPP",
        "Nom de jeune fille",
        "Nombre",
        "Cartão SUS",
        "Nº processo",
        "手机号",
        "病案号",
    ],
)
def test_identities_in_more_words(heading):
    assert is_identity(table(["ID", heading], [["1", "a"], ["2", "b"]]).columns[1])


@pytest.mark.parametrize(
    "cells",
    [
        ["Hauptstrasse 3, 3000 Bern", "Bahnhofstr. 12"],
        ["12 rue de la Paix", "221B Baker Street"],
        ["756.1234.5678.97", "756.9876.5432.17"],
        ["123.456.789-09", "987.654.321-00"],
    ],
)
def test_addresses_and_official_numbers_are_told_by_the_cells(cells):
    assert is_identity(table(["ID", "x"], [["1", cells[0]], ["2", cells[1]]]).columns[1])


def test_visits_drugs_and_doses_are_no_addresses():
    cells = ["Week 12", "5 mg 2x", "Visit 3, Drug 20", "FVC 2.5 L"]
    assert not is_identity(table(["ID", "x"], [[str(i), c] for i, c in enumerate(cells)]).columns[1])


def test_fractions_and_negative_numbers_identify_nobody():
    cells = table(("NIF", "log NIF"), [[1e-9 * n, -n] for n in range(1, 9)])
    assert not any(is_identity(column) for column in cells.columns)


@pytest.mark.parametrize(
    ("heading", "is_birth"),
    [
        ("dbirth", True),
        ("doBth", True),
        ("gebdat", True),
        ("fecha_nac", True),
        ("date1", True),  # by its dates: decades before all others of each patient
        ("Geb.", True),
        ("onset", False),
        ("first_symptom", False),
        ("Menopause", False),  # by its dates it might be: but it says what it is
        ("Erstdiagnose", False),
        ("Transplantation", False),
        ("Dobutamine test", False),
        ("Date of last childbirth", False),
        ("Birth of child", False),
    ],
)
def test_a_date_of_birth_is_known_under_a_heading_of_its_own(heading, is_birth):
    rows = [
        [
            f"P{i}",
            "FM"[i % 2],
            dt.date(1940 + 3 * i, 1 + i, 9),
            dt.date(2019, 1 + i, 3),
            dt.date(2021, 2, 1 + i),
        ]
        for i in range(1, 9)
    ]
    found = recognise_plain(table(("id", "sex", heading, "seen", "left"), rows))
    born = found.fields["subjects"].get("BRTHDTC", ())
    assert [c.heading.written for c in born] == ([heading] if is_birth else [])


@pytest.mark.parametrize(
    ("heading", "is_birth"), [("NAC", False), ("NAC start", False), ("dbirth", True), ("fecha_nac", True)]
)
def test_what_is_short_for_birth_and_for_a_drug_is_a_birth_beside_a_date(heading, is_birth):
    rows = [
        [f"P{i}", "F", dt.date(2014, 1 + i, 5), dt.date(2021, 2, 1 + i)] for i in range(1, 9)
    ]  # children, or a drug begun years before
    found = recognise_plain(table(("id", "sex", heading, "seen"), rows))
    assert ("BRTHDTC" in found.fields["subjects"]) is is_birth


@pytest.mark.parametrize(
    ("heading", "first", "is_birth"),
    [("dob", -20450, True), ("Date of birth", 7, True), ("born", 1, False), ("born", 1951, True)],
)
def test_a_heading_of_a_date_of_birth_identifies_whatever_its_cells(heading, first, is_birth):
    rows = [[f"P{i}", "FM"[i % 2], first + i % 2] for i in range(1, 9)]
    found = recognise_plain(table(("id", "sex", heading), rows))
    assert ("BRTHDTC" in found.fields["subjects"]) is is_birth
