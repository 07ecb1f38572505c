"""Headings read by their words: order, language, affixes and slips of the pen do not matter."""

import pytest

from sscviewer.workbook.evidence.words.tokens import Phrases, english, meaning, tokens

EVENTS = Phrases(
    {"start date": "ASTDT", "severity grade": "AETOXGR", "serious": "AESER", "dose": "EXDOSE"},
    frozenset({"adverse", "event"}),
)


@pytest.mark.parametrize(
    ("heading", "parts"),
    [
        ("AE_ONSET_DT1", ("ae", "onset", "dt", "1")),
        ("startDatum", ("start", "datum")),
        ("GfR", ("gfr",)),
        ("Größe (cm)", ("grosse", "cm")),
        ("访视", ("访视",)),
    ],
)
def test_parts_of_a_heading(heading, parts):
    assert tokens(heading) == parts


@pytest.mark.parametrize("heading", ["Besuch", "visita", "Visite", "访视"])
def test_the_visit_in_several_languages(heading):
    assert english(heading) == ("visit",)


@pytest.mark.parametrize("heading", ["Geschlecht", "sexe", "sesso", "sexo", "性别"])
def test_the_sex_in_several_languages(heading):
    assert meaning(heading) == {"sex"}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("AE_ONSET_DT_INT", "ASTDT"),
        ("Date of start", "ASTDT"),
        ("AE_SEV_GD", "AETOXGR"),
        ("serverity grade", "AETOXGR"),
        ("event serious flag", "AESER"),
        ("Dosis", "EXDOSE"),
        ("Nose", None),
        ("stage", None),
    ],
)
def test_a_heading_finds_its_phrase(heading, field):
    assert EVENTS.find(heading) == field
