"""The column that joins the sheets of a workbook where no heading says whose the rows are.

It has the same heading on several sheets, another code on each row of one of them, and the same codes on the
others: what is listed once and referred to elsewhere is who the rows are about.
"""

from collections.abc import Sequence
from dataclasses import replace

from sscviewer.workbook.evidence.columns.profiles import profile
from sscviewer.workbook.evidence.columns.times import says_another_thing
from sscviewer.workbook.evidence.patients.patient_by_cells import NEVER_WHO
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.evidence.words.tokens import english
from sscviewer.workbook.values.words import split_heading

_FEWEST = 3
"""Fewer different cells are two arms or two sides."""

_KNOWN = 0.9
"""So many of the codes of another sheet stand on the one that lists them."""


def with_shared_key(tables: Sequence[SheetTable]) -> list[SheetTable | None]:
    """Return the tables whose column is shared, with it as the patient; None for the others."""
    key = _shared(tables)
    return [None if key is None else _as_patient(table, key) for table in tables]


def _shared(tables: Sequence[SheetTable]) -> str | None:
    for listing in tables:
        for column in listing.columns:
            codes = _codes(column)
            if len(codes) < _FEWEST or len(codes) < len(listing) or _says_of_nobody(column):
                continue
            others = [c for t in tables if t is not listing for c in t.columns if _is_same(c, column)]
            if any(_refers(other, codes) for other in others):
                return column.heading.full_key
    return None


def _codes(column: Column) -> set[str]:
    if profile(column.cells).kind not in ("code", "whole"):
        return set()  # words listed once and counted elsewhere are terms
    return {text.strip() for text in column.cells.unique_texts if text.strip()}


def _says_of_nobody(column: Column) -> bool:
    """Return whether a heading names a time, a centre, an arm or another thing that is nobody."""
    said = set(english(column.heading.written))
    return not said or bool(said & NEVER_WHO) or says_another_thing(column)


def _is_same(column: Column, other: Column) -> bool:
    return bool(column.heading.full_key) and column.heading.full_key == other.heading.full_key


def _refers(column: Column, codes: set[str]) -> bool:
    own = _codes(column)
    return len(own) >= _FEWEST and len(own & codes) >= _KNOWN * len(own)


def _as_patient(table: SheetTable, key: str) -> SheetTable | None:
    column = next((c for c in table.columns if c.heading.full_key == key), None)
    if column is None:
        return None
    patient = replace(column, heading=split_heading("Subject"))
    columns = tuple(patient if c is column else c for c in table.columns)
    return replace(table, columns=columns, written={**table.written, column.letter: column.heading.written})
