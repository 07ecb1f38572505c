"""Workbooks with one sheet per visit: the sheet's name is the visit of all its rows."""

import math
from collections.abc import Sequence
from dataclasses import replace

from sscviewer.workbook.evidence.header import Column, SheetTable
from sscviewer.workbook.evidence.visit_names import read_visit, visit_label
from sscviewer.workbook.rows.columns import text_cells
from sscviewer.workbook.values.vocabulary import common_columns
from sscviewer.workbook.values.words import split_heading

NO_LETTER = ""
"""The letter of a column that the sheet does not have."""

_ENOUGH = 2
"""So many sheets named after a time since baseline make such a workbook; one alone may be chance."""


def with_visits(tables: Sequence[SheetTable]) -> list[SheetTable]:
    """Return the tables; those whose sheet is named after a visit get a column of it if they have none."""
    named = [t for t in tables if _is_visit(t)]
    timed = sum(not math.isnan(read_visit(t.sheet).months) for t in named)
    if timed < _ENOUGH and not _are_alike(named):
        return list(tables)
    return [_with_visit(t) if any(t is n for n in named) else t for t in tables]


def _are_alike(tables: Sequence[SheetTable]) -> bool:
    """Return whether several sheets have the same headings, as the visits of one form do."""
    headings = {frozenset(c.heading.full_key for c in t.columns) for t in tables}
    return len(tables) >= _ENOUGH and len(headings) == 1


def _is_visit(table: SheetTable) -> bool:
    if not table.columns or table.sheet.strip().isdigit() or not visit_label(table.sheet):
        return False
    names = {common_columns().get(c.heading.full_key) for c in table.columns}
    return "USUBJID" in names and "VISIT" not in names


def _with_visit(table: SheetTable) -> SheetTable:
    visit = Column(NO_LETTER, split_heading("Visit"), text_cells([table.sheet.strip()] * len(table)))
    return replace(table, columns=(*table.columns, visit))
