"""Columns made anew: codes as their meaning, ticked boxes as one list, values spread over rows."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import numpy as np

from sscviewer.workbook.evidence.tables.guide import Item
from sscviewer.workbook.evidence.tables.header import Column, SheetTable, is_known
from sscviewer.workbook.rows.fields import Texts
from sscviewer.workbook.values.cells import EMPTY, TEXT, Cells, text_cells
from sscviewer.workbook.values.vocabulary import is_unit
from sscviewer.workbook.values.words import Heading, key, split_heading


def joined(columns: Sequence[Cells]) -> Cells:
    """Return several columns below one another."""
    places: dict[tuple[int, str | float], int] = {}
    codes = [np.zeros(0, dtype=np.int32)]
    for cells in columns:
        pairs = zip(cells.unique_kinds.tolist(), cells.unique_values, strict=True)
        new = np.array([places.setdefault(pair, len(places)) for pair in pairs], dtype=np.int32)
        codes.append(new[cells.codes])
    kinds = np.array([kind for kind, _ in places], dtype=np.uint8)
    return Cells(np.concatenate(codes), kinds, [value for _, value in places])


def map_cells(cells: Cells, change: Callable[[str], str | None]) -> Cells:
    """Return a column with some of its different cells replaced; None keeps a cell as it is."""
    kinds, values = cells.unique_kinds.copy(), list(cells.unique_values)
    for i, text in enumerate(cells.unique_texts):
        new = change(text) if kinds[i] != EMPTY else None
        if new is not None:
            kinds[i], values[i] = TEXT if new else EMPTY, new
    return cells.changed(cells.codes, kinds, values)


def decoded(cells: Cells, item: Item) -> Cells:
    """Return a column of codes as their meanings; a column that holds other things stays as it is."""
    filled = [text for text in cells.unique_texts if text]
    if not item.choices or not filled or not any(text in item.choices for text in filled):
        return cells
    return map_cells(cells, item.choices.get)


def best_heading(name: str, item: Item) -> Heading:
    """Return the name of a field or its label, whichever is known; the label where neither is."""
    unit = item.unit if item.unit and is_unit(item.unit) else ""
    label = f"{item.label} ({unit})" if item.label and unit and "(" not in item.label else item.label
    for text in (name, label):
        heading = split_heading(text)
        if text and is_known(heading):
            return split_heading(f"{name} ({unit})") if unit and text == name else heading
    return split_heading(label or name)


def with_cells(column: Column, cells: Cells, written: str = "") -> Column:
    """Return a column with other cells, and another heading if one is given."""
    return Column(column.letter, split_heading(written) if written else column.heading, cells)


def spread(cells: Cells, usubjid: Texts) -> Cells:
    """Return the column in which the first row of each patient has the patient's first filled cell."""
    codes, filled = cells.codes.copy(), cells.filled
    first: dict[str, int] = {}
    value: dict[str, int] = {}
    for row, patient in enumerate(usubjid.tolist()):
        first.setdefault(patient, row)
        if filled[row]:
            value.setdefault(patient, row)
    for patient, row in value.items():
        codes[first[patient]] = cells.codes[row]
    return cells.changed(codes)


def ticked(columns: Sequence[Column], meanings: Sequence[str], written: str) -> Column:
    """Return one column that lists which of several boxes are ticked."""
    lists: list[list[str]] = [[] for _ in range(len(columns[0].cells))]
    for column, meaning in zip(columns, meanings, strict=True):
        yes = column.cells.map(lambda text: key(text) in ("1", "checked", "true", "yes"))
        for row in np.flatnonzero(yes.astype(bool)).tolist():
            lists[row].append(meaning)
    return Column(columns[0].letter, split_heading(written), text_cells(["; ".join(one) for one in lists]))


def filled_only(table: SheetTable, keep: Iterable[str]) -> SheetTable:
    """Return the table without its empty columns, except those with a letter to keep."""
    kept = set(keep)
    columns = tuple(c for c in table.columns if c.letter in kept or not c.cells.is_blank)
    return replace(table, columns=columns)
