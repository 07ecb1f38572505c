"""Workbooks with one sheet per visit: the sheet's name is the visit of all its rows.

A sheet is a visit when its name says so, or when several sheets have the same headings and a row for each
of the same patients, with other numbers: whatever they are called, they were filled in one after the other.
"""

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from sscviewer.workbook.evidence.columns.profiles import numbers_of
from sscviewer.workbook.evidence.tables.header import NO_LETTER, Column, SheetTable
from sscviewer.workbook.evidence.words.calendar_names import calendar_date
from sscviewer.workbook.evidence.words.patient_words import names_patients
from sscviewer.workbook.evidence.words.visit_names import read_visit, visit_label
from sscviewer.workbook.values.cells import text_cells
from sscviewer.workbook.values.vocabulary import common_columns
from sscviewer.workbook.values.words import split_heading

_ENOUGH = 2
"""So many sheets named after a time since baseline make such a workbook; one alone may be chance."""

_SHARED = 0.5
"""So many of the patients of the smaller sheet are on the other too; else the sheets are wards or arms."""

_OTHER = 0.5
"""So many of the numbers of the patients on both sheets differ. Less, and one sheet is a corrected copy."""


def with_visits(tables: Sequence[SheetTable]) -> list[SheetTable]:
    """Return the tables; those whose sheet is named after a visit get a column of it if they have none."""
    named = [t for t in tables if _is_visit(t)]
    timed = sum(not math.isnan(read_visit(visit_in_title(t.title)).months) for t in named)
    if timed < _ENOUGH and not _are_alike(named):
        named = _taken_again(tables)
    return [with_visit(t, visit_in_title(t.title)) if any(t is n for n in named) else t for t in tables]


def visit_in_title(title: str) -> str:
    """Return the visit that the name of a sheet says, in its bracket or before it: "Visit 2 (3 months)".

    A time since baseline goes before a number of the visit; the name itself where it says none.
    """
    heading = split_heading(title)
    said = [text for text in (heading.bracket, heading.name, title) if text and visit_label(text)]
    timed = [text for text in said if not math.isnan(read_visit(text).months)]
    return next(iter((*timed, *said)), title)


def by_content(before: Sequence[SheetTable], after: Sequence[SheetTable]) -> list[int]:
    """Return which tables became visits although their sheets' names say none."""
    pairs = enumerate(zip(before, after, strict=True))
    return [i for i, (old, new) in pairs if new is not old and not visit_label(visit_in_title(old.title))]


def _are_alike(tables: Sequence[SheetTable]) -> bool:
    """Return whether several sheets have the same headings, as the visits of one form do."""
    headings = {frozenset(c.heading.full_key for c in t.columns) for t in tables}
    return len(tables) >= _ENOUGH and len(headings) == 1


def _taken_again(tables: Sequence[SheetTable]) -> list[SheetTable]:
    """Return the sheets that measure the same patients again; none where the sheets do not."""
    forms: dict[frozenset[str], list[SheetTable]] = {}
    for table in tables:
        if _has_row_per_patient(table):
            forms.setdefault(frozenset(c.heading.full_key for c in table.columns), []).append(table)
    return [
        table
        for alike in forms.values()
        if len(alike) >= _ENOUGH and all(_measures_again(alike[0], other) for other in alike[1:])
        for table in alike
    ]


def _measures_again(first: SheetTable, second: SheetTable) -> bool:
    """Return whether two sheets of the same headings hold other numbers of the same patients."""
    rows = {who: row for row, who in enumerate(_patients(first))}
    both = [(rows[who], row) for row, who in enumerate(_patients(second)) if who in rows]
    if not both or len(both) < _SHARED * min(len(first), len(second)):
        return False
    here, there = (np.array(places) for places in zip(*both, strict=True))
    columns = {c.heading.full_key: c for c in second.columns}
    differing = total = 0
    for column in first.columns:
        again = columns[column.heading.full_key]
        one = numbers_of(column.cells)[column.cells.codes[here]]
        other = numbers_of(again.cells)[again.cells.codes[there]]
        known = ~np.isnan(one) & ~np.isnan(other)
        if column is not _patient(first):
            total += int(known.sum())
            differing += int((one[known] != other[known]).sum())
    return differing > 0 and differing >= _OTHER * total


def _has_row_per_patient(table: SheetTable) -> bool:
    """Return whether a sheet names its patients, each once, and says no visit or date of its own."""
    names = [common_columns().get(c.heading.full_key) for c in table.columns]
    if _patient(table) is None or {"VISIT", "ADT"} & set(names):
        return False
    if (
        sum(bool(visit_label(c.heading.written) or calendar_date(c.heading.written)) for c in table.columns)
        > 1
    ):
        return False  # the visits stand side by side on it: its name says what was measured
    who = _patients(table)
    return len(who) > 1 and "" not in who and len(set(who)) == len(who)


def _patient(table: SheetTable) -> Column | None:
    return next((c for c in table.columns if names_patients(c.heading)), None)


def _patients(table: SheetTable) -> list[str]:
    column = _patient(table)
    return [] if column is None else [text.strip() for text in column.cells.texts.tolist()]


def _is_visit(table: SheetTable) -> bool:
    if not table.columns or table.title.isdigit() or not visit_label(visit_in_title(table.title)):
        return False
    names = {common_columns().get(c.heading.full_key) for c in table.columns}
    return _patient(table) is not None and "VISIT" not in names


def with_visit(table: SheetTable, name: str) -> SheetTable:
    """Return a sheet of one visit with a column that says which."""
    visit = Column(NO_LETTER, split_heading("Visit"), text_cells([name] * len(table)))
    return replace(table, columns=(*table.columns, visit))
