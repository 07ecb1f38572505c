"""Columns and tables made in memory, for looking at evidence without a file."""

import datetime as dt
from collections.abc import Sequence

import numpy as np

from sscviewer.workbook.child.coded import BOOLEAN, DATE, EMPTY, NUMBER, TEXT
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.values.cells import Cells, letter
from sscviewer.workbook.values.words import split_heading


def cells(values: Sequence[object]) -> Cells:
    """Return cells of Python values; None is an empty one."""
    coded = [_coded(value) for value in values]
    places = {pair: i for i, pair in enumerate(dict.fromkeys(coded))}
    return Cells(
        np.array([places[pair] for pair in coded], dtype=np.int32),
        np.array([kind for kind, _ in places], dtype=np.uint8),
        [value for _, value in places],
    )


def _coded(value: object) -> tuple[int, object]:
    if value is None:
        return EMPTY, ""
    if isinstance(value, bool):
        return BOOLEAN, str(value).upper()
    if isinstance(value, (int, float)):
        return NUMBER, float(value)
    if isinstance(value, dt.date):
        return DATE, value.isoformat()
    return TEXT, str(value)


def table(headings: Sequence[str], rows: Sequence[Sequence[object]], sheet: str = "Data") -> SheetTable:
    """Return a table with headings in row 1."""
    columns = tuple(
        Column(letter(i), split_heading(text), cells([row[i] for row in rows]))
        for i, text in enumerate(headings)
    )
    return SheetTable(sheet, 1, np.arange(2, len(rows) + 2), columns)
