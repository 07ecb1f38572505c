"""Persons as patients: a number or name that identifies a person, each replaced by a code."""

from collections.abc import Sequence
from dataclasses import replace

from sscviewer.model.questions import Question
from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.columns.identities import holds_names
from sscviewer.workbook.evidence.columns.profiles import profile
from sscviewer.workbook.evidence.patients.patient import (
    MOST_OPTIONS,
    ROWS_AS_PATIENTS,
    Patient,
    named_columns,
)
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.evidence.tables.summary_rows import summaries_among_names
from sscviewer.workbook.evidence.words.tokens import english, tokens
from sscviewer.workbook.values.cells import text_cells
from sscviewer.workbook.values.vocabulary import read_toml

_MOSTLY = 0.9
"""So many rows have the number; a few without may be notes below the table."""

_LONGEST = 40
"""Longer texts are notes below the table."""

_PER_NAME = 1.5
"""So many rows a name has at least on average where it repeats as visits do; a few that stand twice in a list
of patients may be two persons."""


def recoded_patient(
    table: SheetTable, hidden: Sequence[Column], opened: Sequence[Column], codes: dict[str, str]
) -> Patient | None:
    """Return a number that identifies a person as the patient, each replaced by P001, P002 and so on.

    Parameters
    ----------
    opened
        The other columns of the sheet, any of which may be the patient's instead.
    codes
        What stands for which number on the sheets before; it is added to.
    """
    said = table.said("patient")
    column = next((c for c in hidden if said and table.name_of(c) == said), None)
    column = column or next((c for c in hidden if _is_persons_number(c)), None)
    named = next((c for c in hidden if _is_persons_name(c)), None) if column is None else None
    if named is not None and _is_one_person_each(named):
        column = named
    if column is None:
        return None
    persons = column if column is not named else _told_apart(column, table.columns)
    found, name = recoded(persons, codes), table.name_of(column)
    if said == name:
        return found
    others = tuple(table.name_of(c) for c in (*hidden, *named_columns(opened)) if c is not column)
    text = say(
        "Only column “{written}” of sheet “{sheet}” tells the patients apart, and it "
        "identifies persons: is it the patient, replaced by codes?",
        written=column.heading.written,
        sheet=table.sheet,
    )
    options = (name, *others[:MOST_OPTIONS], ROWS_AS_PATIENTS)
    question = Question("patient", table.sheet, column.letter, text, options, name)
    return replace(found, questions=(question,))


def recoded(column: Column, codes: dict[str, str]) -> Patient:
    """Return a column that identifies persons as the patient, each person replaced by a code."""
    said = [text.strip() for text in column.cells.texts]
    summed = summaries_among_names(said)
    for text in dict.fromkeys(said):
        if text and text not in summed and len(text) <= _LONGEST:
            codes.setdefault(text, f"P{len(codes) + 1:03d}")
    cells = text_cells([text if text in summed else codes.get(text, "") for text in said])
    note = (
        "privacy.recoded",
        say(
            "Column “{written}” identifies persons and is the only one that names the patient: "
            "what it holds was replaced by P001, P002 and so on, and is shown nowhere.",
            written=column.heading.written,
        ),
    )
    why = "the only column that names a person, replaced"
    return Patient(Column(column.letter, column.heading, cells), why, (note,))


def _is_persons_number(column: Column) -> bool:
    """Return whether a column holds a number that belongs to one person, on nearly every row."""
    of = profile(column.cells)
    said = set(tokens(column.heading.written)) & set(read_toml("privacy")["numbers"])
    return bool(said) and of.kind in ("whole", "code") and of.filled >= _MOSTLY * len(column.cells)


def _is_persons_name(column: Column) -> bool:
    """Return whether a column names a person on nearly every row."""
    of = profile(column.cells)
    known = set(read_toml("privacy")["persons_names"])
    said = bool(set(tokens(column.heading.written)) & known) or holds_names(column)
    return said and of.kind in ("term", "code") and of.filled >= _MOSTLY * len(column.cells)


def _is_one_person_each(names: Column) -> bool:
    """Return whether names stand once each, or repeat as visits do."""
    of = profile(names.cells)
    return of.is_unique or of.filled >= _PER_NAME * of.distinct


def _told_apart(names: Column, columns: Sequence[Column]) -> Column:
    """Return the names, each with what a person has one of (birth, sex) where that differs below the name.

    Two persons of one name that nothing tells apart are one.
    """
    words = set(read_toml("privacy")["tells_persons_apart"])
    said = [text.strip() for text in names.cells.texts]
    for column in columns:
        if column is names or not words & set(english(column.heading.written)):
            continue
        facts = [text.strip() for text in column.cells.texts]
        have: dict[str, set[str]] = {}
        for name, fact in zip(said, facts, strict=True):
            have.setdefault(name, set()).update({fact} - {""})
        said = [
            f"{name} {fact}" if name and len(have[name]) > 1 else name
            for name, fact in zip(said, facts, strict=True)
        ]
    return Column(names.letter, names.heading, text_cells(said))
