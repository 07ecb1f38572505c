"""Facts of one patient above the table of the patient's visits: "Patient: P01", "Sex" beside "f"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sscviewer.workbook.evidence.words.patient_words import NUMBERS, speaks_of_people
from sscviewer.workbook.evidence.words.tokens import english, tokens
from sscviewer.workbook.values.words import is_number

Row = Sequence[str]

_FACTS = frozenset(
    {
        "sex",
        "age",
        "birth",
        "arm",
        "treatment",
        "group",
        "diagnosis",
        "height",
        "weight",
        "site",
        "race",
        "name",
    }
)
"""What forms say of a person, as headings do."""
_LONGEST = 40
"""Longer texts are sentences about the table."""
_IN_ONE_CELL = re.compile(r"^([^:\n]{2,40}):\s*(\S.*)$")


@dataclass(frozen=True, slots=True)
class Fact:
    """A label, and where the value beside it stands (rows and columns from 0); `text` if both are in one."""

    label: str
    row: int
    column: int
    text: str = ""


def facts_above(top: Sequence[Row], header: int) -> tuple[Fact, ...]:
    """Return the facts above the headings of a table; none where no label there names a patient."""
    found = [fact for row in range(header) for fact in _facts(top[row], row)]
    who = [fact for fact in found if is_patient_label(fact.label)]
    is_one = bool(who) and all(_is_one(f.label, f.text or top[f.row][f.column]) for f in who)
    return tuple(found) if is_one else ()


def _is_one(label: str, value: str) -> bool:
    """Return whether a value can be one patient: no number of "Patients", no sentence."""
    several = set(tokens(label)) & _SEVERAL_PEOPLE
    return len(value.split()) <= _MOST_WORDS and not (several and is_number(value))


_MOST_WORDS = 2
"""A number or a name; more words are a title."""
_SEVERAL_PEOPLE = frozenset(
    {"patients", "subjects", "participants", "cases", "persons", "volunteers", "children", "animals"}
    | {"patienten", "probanden", "pazienti", "pacientes", "soggetti", "sujets"}
)
"""Before a number these count people."""


def is_patient_label(label: str) -> bool:
    """Return whether a label of a form stands beside the patient's number."""
    words = set(english(label))
    return speaks_of_people(words) and words <= _people_words(words) | NUMBERS


def _people_words(words: set[str]) -> set[str]:
    return {word for word in words if speaks_of_people({word})} | ({"pt"} if "pt" in words else set())


def first_row_of_form(rows: Sequence[Row], header: int) -> int:
    """Return the first row of the form above some headings, or theirs without one; blanks may lie between."""
    first = header
    for row in range(header - 1, -1, -1):
        if _facts(rows[row], row):
            first = row
        elif any(rows[row]):
            break
    return first


def is_form(rows: Sequence[Row]) -> bool:
    """Return whether all rows are facts, most of them such as a form has."""
    listed = [_facts(row, i) for i, row in enumerate(rows)]
    said = [fact.label for facts in listed for fact in facts]
    known = [label for label in said if is_patient_label(label) or set(english(label)) & _FACTS]
    return bool(said) and all(listed) and 2 * len(known) >= len(said)


def is_labelled(row: Row) -> bool:
    """Return whether a row is facts and each label ends in a colon: such a row holds no headings."""
    facts = _facts(row, 0)
    return bool(facts) and (
        bool(facts[0].text) or sum(text.rstrip().endswith(":") for text in row) == len(facts)
    )


def _facts(row: Row, number: int) -> list[Fact]:
    """Return the facts of a row: labels, each with a value right of it or in its own cell; else none."""
    filled = [(i, text.strip()) for i, text in enumerate(row) if text.strip()]
    if filled and all(_IN_ONE_CELL.match(text) for _, text in filled):
        found = [(i, _IN_ONE_CELL.match(text)) for i, text in filled]
        return [Fact(m[1].strip(), number, i, m[2].strip()) for i, m in found if m]
    if not filled or len(filled) % 2:
        return []
    pairs = list(zip(filled[::2], filled[1::2], strict=True))
    if not all(_is_label(label) and right > left for (left, label), (right, _) in pairs):
        return []
    if len(pairs) > 1 and not all(label.endswith(":") for (_, label), _ in pairs):
        return []  # four words in a row are headings
    return [Fact(label.rstrip(" :"), number, right) for (_, label), (right, _) in pairs]


def _is_label(text: str) -> bool:
    return len(text) <= _LONGEST and not is_number(text) and not text[0].isdigit()
