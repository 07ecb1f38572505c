"""Workbooks with one sheet, or one table under a title, for each arm: its name is the arm of all its rows.

Sheets of centres or wards are like them where each numbers its rows anew and each row is a whole patient.
"""

from collections.abc import Sequence
from dataclasses import replace

from sscviewer.model.questions import Example, Question
from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.columns.parameter_names import read_parameter_columns
from sscviewer.workbook.evidence.columns.profiles import profile
from sscviewer.workbook.evidence.patients.patient_column import NUMBER_ALONE
from sscviewer.workbook.evidence.sheets.leftovers import occasions
from sscviewer.workbook.evidence.sheets.recognised import Recognised
from sscviewer.workbook.evidence.tables.header import NO_LETTER, Column, SheetTable
from sscviewer.workbook.evidence.tables.summary_rows import is_summary
from sscviewer.workbook.evidence.words.arm_words import ARMS, is_arm, without_arm_words
from sscviewer.workbook.evidence.words.patient_words import NUMBERS, names_patients
from sscviewer.workbook.evidence.words.tokens import english
from sscviewer.workbook.evidence.words.visit_names import visit_label
from sscviewer.workbook.values.cells import text_cells
from sscviewer.workbook.values.words import split_heading

_FEWEST = 2
"""So many sheets with the same headings are made for arms; one alone is a sheet of that name."""

ARM_AND_NUMBER = "arm and number"
"""What the same number on two sheets is beside `NUMBER_ALONE`: another patient in each arm."""


def with_arms(tables: Sequence[SheetTable]) -> list[SheetTable]:
    """Return the tables; those of sheets called like arms that have the same headings get a column of it.

    Running numbers that start again on each sheet are other patients on each: they are called arm and number.
    """
    forms: dict[frozenset[str], list[SheetTable]] = {}
    for table in tables:
        if _may_be_arm(table):
            shape = frozenset(c.heading.full_key for c in table.columns if c.heading.written)
            forms.setdefault(shape, []).append(table)
    made: dict[str, SheetTable] = {}
    for alike in forms.values():
        if len(alike) >= _FEWEST:
            made |= {table.sheet: new for table, new in zip(alike, _of_arms(alike), strict=True)}
    return [made.get(table.sheet, table) for table in tables]


def note_of_arms(
    before: Sequence[SheetTable], after: Sequence[SheetTable], found: Sequence[Recognised]
) -> list[Recognised]:
    """Return the sheets, the first arm that is read with what was supposed of all arms, and what is asked."""
    places = [i for i, (old, new) in enumerate(zip(before, after, strict=True)) if old is not new]
    first = next((i for i in places if found[i].tables), None)
    if first is None:
        return list(found)
    arms = [before[i].title for i in places]
    column, questions = _patient(before[first]), found[first].questions
    is_said = any(_said(before[i]) for i in places)
    if column is not None and column.letter in after[first].written and not is_said:
        questions = (*questions, _question(before[first], column, arms))
    notes = found[first].notes
    if is_arm(arms[0]) or not is_said:
        notes = (*notes, ("arm.sheet_names", _supposed(arms)))
    return [replace(r, notes=notes, questions=questions) if i == first else r for i, r in enumerate(found)]


def _supposed(sheets: Sequence[str]) -> str:
    """Return what was supposed of sheets of one kind, in one sentence for all of them."""
    listed = ", ".join(f"“{sheet}”" for sheet in sheets)
    if is_arm(sheets[0]):
        return say("Sheets {listed} are called like arms and were taken for them.", listed=listed)
    return say(
        "Sheets {listed} number their rows anew: the same number on two of them was taken for two patients.",
        listed=listed,
    )


def _may_be_arm(table: SheetTable) -> bool:
    column = _patient(table)
    if column is None or _names_visit(table.title):
        return False
    if not is_arm(table.title):
        return not names_patients(column.heading) and _has_whole_patients(table, column)
    return not any(set(english(c.heading.written)) & ARMS for c in table.columns)


def _names_visit(title: str) -> bool:
    """Return whether a title names a visit, beside words for arms too; the number of an arm is none."""
    rest = without_arm_words(title)
    return bool(visit_label(title)) or (not rest.isdigit() and bool(visit_label(rest)))


def _has_whole_patients(table: SheetTable, numbers: Column) -> bool:
    """Return whether each row of a sheet has the visits of a patient in its columns."""
    rest = tuple(c for c in table.columns if c is not numbers)
    timed = {p.visit for p in read_parameter_columns("", rest) if p.visit}
    return len(timed) > 1 or bool(occasions(rest, {c.letter: profile(c.cells) for c in rest}))


def _patient(table: SheetTable) -> Column | None:
    """Return the column of the patients of a sheet: headed so, or the numbers of its rows."""
    named = next((c for c in table.columns if names_patients(c.heading)), None)
    numbers = (c for c in table.columns[:1] if set(english(c.heading.written)) <= NUMBERS)
    return named or next((c for c in numbers if c.heading.written and profile(c.cells).is_unique), None)


def _of_arms(tables: Sequence[SheetTable]) -> list[SheetTable]:
    listed = [_numbers(table) for table in tables]
    again = len(set().union(*listed)) < sum(map(len, listed))
    running = all(of == {str(i + 1) for i in range(len(of))} for of in listed)
    if again and not running:
        return list(tables)  # the same patients under several treatments, or sheets of one trial
    joined = again and NUMBER_ALONE not in map(_said, tables)  # it is asked on one of them, for all
    return [_of_arm(table, joined=joined) for table in tables]


def _numbers(table: SheetTable) -> set[str]:
    column = _patient(table)
    texts = () if column is None else column.cells.unique_texts
    return {text.strip() for text in texts if text.strip() and not is_summary(text)}


def _said(table: SheetTable) -> str:
    """Return what the user said of the number alone; "" for nothing."""
    column = _patient(table)
    return "" if column is None else table.said("patient", table.name_of(column))


def _of_arm(table: SheetTable, *, joined: bool) -> SheetTable:
    said = split_heading("Arm" if is_arm(table.title) else "Sheet")
    arm = Column(NO_LETTER, said, text_cells([table.title] * len(table)))
    column = _patient(table)
    if column is None:
        return table
    texts = [text.strip() for text in column.cells.texts]
    if joined:
        texts = [f"{table.title}-{text}" if text and not is_summary(text) else text for text in texts]
    patient = Column(column.letter, split_heading("Subject"), text_cells(texts))
    columns = tuple(patient if c is column else c for c in table.columns)
    written = {column.letter: column.heading.written} if joined else {}
    if names_patients(column.heading) and not written:
        return replace(table, columns=(*table.columns, arm))
    written = {column.letter: column.heading.written}
    return replace(table, columns=(*columns, arm), written={**table.written, **written})


def _question(table: SheetTable, column: Column, arms: Sequence[str]) -> Question:
    number = next(text.strip() for text in column.cells.texts if text.strip())
    examples = tuple(
        Example(
            say("{number} in {arm}", number=number, arm=arm),
            (say("patient {arm}-{number}", arm=arm, number=number), say("patient {number}", number=number)),
        )
        for arm in arms
    )
    return Question(
        "patient",
        table.sheet,
        column.letter,
        say(
            "Is number {number} another patient on each of the sheets {what}?",
            number=number,
            what=", ".join(say("“{arm}”", arm=arm) for arm in arms),
        ),
        (ARM_AND_NUMBER, NUMBER_ALONE),
        ARM_AND_NUMBER,
        table.name_of(column),
        examples,
    )
