"""Headings read by their words: order, language, affixes and slips of the pen do not matter."""

from collections import defaultdict

import pytest

from sscviewer.bundled import read_toml
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


def test_no_word_stands_under_two_meanings_or_twice_in_a_list():
    listed = read_toml("languages")
    meant = defaultdict(list)
    for said, written in listed["words"].items():
        for word in written:
            meant["".join(tokens(word))].append(said)
    assert {word: found for word, found in meant.items() if len(set(found)) > 1} == {}
    for name, written in [*listed["affixes"].items(), *listed["occasions"].items()]:
        assert len(written) == len(set(written)), name


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Hasta", ("patient",)),
        ("Untersuchung", ("visit",)),
        ("dsDNA Ab", ("ds", "dna", "ab")),
        ("HR min", ("hour", "min")),
    ],
)
def test_words_of_two_meanings_say_what_they_say_alone(heading, words):
    assert english(heading) == words


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("l'étude", {"study"}),
        ("Date de l\u2019étude", {"date", "study"}),
        ("Dose L", {"dose", "l"}),
        ("AE PT", {"preferred", "term"}),
        ("MHPT", {"preferred", "term"}),
        ("Expt", {"expt"}),
        ("Pept", {"pept"}),
    ],
)
def test_letters_that_are_an_article_or_a_term_only_in_their_place(heading, said):
    assert meaning(heading) == said
