"""Columns that identify a person, in several languages and by content; things' names are not hidden."""

import pytest

from sscviewer.workbook.evidence.identities import is_identity
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
        "contact_phone", "E-Mail", "Treating physician",
    ],
)  # fmt: skip
def test_hidden_by_its_words(heading):
    assert is_identity(column(heading))


@pytest.mark.parametrize(
    "heading",
    ["Test name", "Drug name", "Visit name", "Trade name", "Site name", "Name of medication", "Phoneme score",
     "Mobility", "Recall", "Cell count", "Route", "Initial dose"],
)  # fmt: skip
def test_not_hidden(heading):
    assert not is_identity(column(heading))


@pytest.mark.parametrize("value", ["a.b@example.org", "+49 30 1234567", "(030) 123-4567", "0171/1234567"])
def test_hidden_by_content(value):
    assert is_identity(column("Contact 2", [value] * 3))


def test_numbers_are_no_telephone_numbers():
    assert not is_identity(column("Result", ["4915112345", "1.5", "2"]))
