"""Workbooks with one sheet per visit: the sheet's name is the visit of all its rows."""

import math
from collections.abc import Sequence
from dataclasses import replace

from sscviewer.workbook.header import Column, Table
from sscviewer.workbook.layouts.columns import text_cells
from sscviewer.workbook.visit_names import read_visit, visit_label
from sscviewer.workbook.vocabulary import common_columns
from sscviewer.workbook.words import split_heading

NO_LETTER = ""
"""The letter of a column that the sheet does not have."""

_ENOUGH = 2
"""So many sheets named after a time since baseline make such a workbook; one alone may be chance."""


def with_visits(tables: Sequence[Table]) -> list[Table]:
    """Return the tables; those whose sheet is named after a visit get a column of it if they have none."""
    named = [t for t in tables if _is_visit(t)]
    if sum(not math.isnan(read_visit(t.sheet).months) for t in named) < _ENOUGH:
        return list(tables)
    return [_with_visit(t) if any(t is n for n in named) else t for t in tables]


def _is_visit(table: Table) -> bool:
    if not table.columns or table.sheet.strip().isdigit() or not visit_label(table.sheet):
        return False
    names = {common_columns().get(c.heading.full_key) for c in table.columns}
    return "USUBJID" in names and "VISIT" not in names


def _with_visit(table: Table) -> Table:
    visit = Column(NO_LETTER, split_heading("Visit"), text_cells([table.sheet.strip()] * len(table)))
    return replace(table, columns=(*table.columns, visit))
