"""Whose row it is where no heading says so: a column of numbers or codes that behaves like one of patients.

Looked at only where no sheet of the workbook has a column that names its patients, and always asked.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from sscviewer.model.questions import Question
from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.columns.profiles import Profile, groups_of, within
from sscviewer.workbook.evidence.columns.times import (
    are_shared,
    is_strict,
    numeric_time,
    says_another_thing,
    visit_column,
)
from sscviewer.workbook.evidence.patients.patient import Patient
from sscviewer.workbook.evidence.patients.patient_column import counts_up, filled_down, within_centres
from sscviewer.workbook.evidence.patients.patient_rows import is_row_number
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.evidence.words.patient_words import NUMBERS, THINGS
from sscviewer.workbook.evidence.words.tokens import english, tokens

_FEWEST = 3
"""Fewer blocks of rows are groups rather than patients."""

NEVER_WHO = frozenset(
    {
        *("age", "year", "month", "week", "day", "date", "time", "visit", "stage", "grade"),
        *("block", "row", "rowpos", "col", "colpos", "column", "position"),
        *("station", "school", "county", "state", "country", "city", "firm", "company"),
        *("run", "worker", "operator"),
    }
    | THINGS
)
"""What a sheet may be sorted by and is nobody's number: times, places and things."""

_PER_PATIENT = 1.5
"""So many rows a block has at least on average."""


def patient_by_cells(
    table: SheetTable, columns: Sequence[Column], profiles: Mapping[str, Profile], *, of_people: bool
) -> Patient | None:
    """Return the patient of each row by how a column's cells lie in the sheet; None without such a column.

    Parameters
    ----------
    of_people
        Whether the sheet says of its rows who they are; then different codes on all rows are patients too.
    """
    for column in columns:
        of = profiles[column.letter]
        is_code = of.kind in ("whole", "code") or (
            of.kind == "term" and _is_of_a_list(column)
        )  # and "Mean", "SD"
        if not is_code or of.distinct < _FEWEST or is_row_number(column):
            continue
        if says_another_thing(column) or set(english(column.heading.written)) & NEVER_WHO:
            continue
        found = next(_readings(table, column, columns, profiles, of_people=of_people), None)
        if found is not None:
            return _asked(table, found, column, columns)
    return None


def _readings(
    table: SheetTable,
    column: Column,
    columns: Sequence[Column],
    profiles: Mapping[str, Profile],
    *,
    of_people: bool,
) -> Iterator[Patient]:
    """Yield what a column can be as the patient: filled down, in blocks, one a row, or within centres."""
    plain = Patient(column, "")
    of = profiles[column.letter]
    others = [c for c in columns if c is not column]
    down = filled_down(table, plain, columns, profiles)
    if down is not plain and counts_up(down.column.cells) and _has_time(down.column, others, profiles):
        yield replace(down, why="its numbers stand on the first row of each block")
    in_blocks = counts_up(column.cells) and of.filled >= _PER_PATIENT * of.distinct
    if in_blocks and _has_time(column, others, profiles):
        yield replace(plain, why="its numbers count blocks of rows, each with its times")
    if in_blocks and of_people and _are_of_one_each(column, others, profiles):
        yield replace(plain, why="its numbers count blocks of rows, each of one person")
    said = bool(set(english(column.heading.written)) & NUMBERS) and tokens(column.heading.written)[0] != "n"
    if not column.heading.written and column is columns[0] and of.kind == "code":
        said = of_people = True  # "P01", "P02" down the left edge, where no heading is needed
    of_people |= _is_of_a_list(column)
    if said and of_people and of.is_unique and of.filled == len(table):
        yield replace(plain, why="another number on each row")
    joined = within_centres(table, plain, columns, profiles) if said else plain
    if joined is not plain:
        yield replace(joined, why="its numbers start again in each centre")


_OF_A_LIST = frozenset(
    {
        *("screening", "randomised", "randomized", "randomisation", "randomization"),
        *("enrolment", "enrollment", "inclusion"),
    }
)
"""Beside a word for "number": people by the list of those looked at or taken in ("Screening no.")."""


def _is_of_a_list(column: Column) -> bool:
    words = set(english(column.heading.written))
    return bool(words & _OF_A_LIST and words & NUMBERS)


def _has_time(patient: Column, columns: Sequence[Column], profiles: Mapping[str, Profile]) -> bool:
    """Return whether some column says when each row of a block was: visits, rising numbers or dates.

    Times of survival listed by stage or arm fall, or are the same twice in a block: there a row is a patient.
    """
    groups = groups_of(patient.cells)
    if visit_column(columns, profiles, groups):
        return True
    time = numeric_time(columns, profiles, groups)
    if time and within(time.column.cells, groups, ordered=True).increasing:
        of = profiles[time.column.letter]
        if is_strict(time.column.cells, groups) or are_shared(of):
            return True
    dates = [c for c in columns if profiles[c.letter].kind == "date"]
    rows = np.flatnonzero(groups >= 0)
    return any(len(np.unique(c.cells.codes[rows])) > len(np.unique(groups[rows])) for c in dates)


def _are_of_one_each(patient: Column, columns: Sequence[Column], profiles: Mapping[str, Profile]) -> bool:
    """Return whether the rows of a block say the same of a person, and another thing of what happened to it.

    Sex or age, and another fact, differ from block to block and never within one; something else does.
    """
    groups = groups_of(patient.cells)
    varied = [c for c in columns if profiles[c.letter].distinct > 1]
    facts = {c.letter for c in varied if within(c.cells, groups).constant}
    own = {c.letter for c in varied if set(english(c.heading.written)) & {"sex", "age"}}
    return bool(own & facts) and 2 <= len(facts) < len(varied)


def _asked(table: SheetTable, found: Patient, column: Column, columns: Sequence[Column]) -> Patient:
    """Return the patient with the question whether it is the right one."""
    heading = table.name_of(column) or say("column {letter}", letter=column.letter)
    options = tuple(table.name_of(c) for c in columns if c.heading.written)[:6]
    if heading not in options:
        options = (heading, *options)
    question = Question(
        "patient",
        table.sheet,
        column.letter,
        say(
            "No heading of sheet “{sheet}” names the patient. Is it “{heading}”?",
            sheet=table.sheet,
            heading=heading,
        ),
        options,
        heading,
    )
    note = (
        "id.by_cells",
        say(
            "No heading of sheet “{sheet}” names the patient; “{heading}” was taken for it: "
            "{why}. Say in the mapping which column it is if this is wrong.",
            sheet=table.sheet,
            heading=heading,
            why=found.why,
        ),
    )
    return replace(found, notes=(*found.notes, note), questions=(*found.questions, question)[:1])
