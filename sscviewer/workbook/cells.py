"""Sheets as columns of cells that know what they are and where they stand.

A column keeps each different cell once, and for each row the number of its cell. Whatever is worked out from
a cell's content is worked out once per different cell, which is what makes large sheets quick.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.workbook.child.coded import BOOLEAN, DATE, EMPTY, ERROR, NUMBER, OTHER, TEXT

__all__ = [
    "BOOLEAN",
    "DATE",
    "EMPTY",
    "ERROR",
    "NUMBER",
    "OTHER",
    "TEXT",
    "Cells",
    "Sheet",
    "as_objects",
    "letter",
]

T = TypeVar("T")
Texts = npt.NDArray[np.object_]
Mask = npt.NDArray[np.bool_]


def letter(column: int) -> str:
    """Return the letters of a column; 0 is "A"."""
    text = ""
    index = column + 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(65 + rest) + text
    return text


def place(cell: str) -> tuple[int, int]:
    """Return column and row of a cell, counted from 0; "A1" is (0, 0)."""
    letters = cell.rstrip("0123456789")
    column = 0
    for character in letters:
        column = column * 26 + ord(character) - 64
    return column - 1, int(cell[len(letters) :]) - 1


def as_objects(values: Sequence[Any]) -> Texts:
    """Return an object array of the values, never a nested one."""
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def as_array(values: "pd.Series[Any]") -> Texts:
    """Return a column of text as an object array; going through pandas' own text cell by cell is slow."""
    array: Texts = values.to_numpy(dtype=object)
    return array


def number_text(value: float) -> str:
    """Return a number cell as people write it: 56.0 is "56"."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def as_text(value: str | float) -> str:
    """Return any cell as text."""
    return value if isinstance(value, str) else number_text(value)


class Cells:
    """One column of cells.

    Parameters
    ----------
    codes : (n,) int, which of the different cells each row holds
    kinds : (k,) uint8, EMPTY, TEXT, NUMBER, BOOLEAN, DATE, OTHER or ERROR of each different cell
    values
        The k different cells: text, numbers, dates as ISO text.
    """

    def __init__(self, codes: npt.NDArray[np.int32], kinds: npt.NDArray[np.uint8], values: list[Any]) -> None:
        self.codes = codes
        self.unique_kinds = kinds
        self.unique_values = values

    def __len__(self) -> int:
        return len(self.codes)

    def take(self, rows: npt.NDArray[np.int64]) -> "Cells":
        """Return the cells of some rows; different cells that no longer occur are dropped."""
        codes = self.codes[rows]
        used = np.flatnonzero(np.bincount(codes, minlength=len(self.unique_values)))
        if len(used) == len(self.unique_values):
            return Cells(codes, self.unique_kinds, self.unique_values)
        places = np.zeros(len(self.unique_values), dtype=np.int32)
        places[used] = np.arange(len(used), dtype=np.int32)
        values = [self.unique_values[i] for i in used.tolist()]
        return Cells(places[codes], self.unique_kinds[used], values)

    def with_errors(self, errors: dict[int, str]) -> "Cells":
        """Return the column with the Excel errors of some rows, which the reader gave as empty cells."""
        codes, kinds, values = self.codes.copy(), list(self.unique_kinds), list(self.unique_values)
        for row, text in errors.items():
            codes[row] = len(values)
            kinds.append(ERROR)
            values.append(text)
        return Cells(codes, np.array(kinds, dtype=np.uint8), values)

    @cached_property
    def unique_texts(self) -> tuple[str, ...]:
        """Every different cell as text: numbers without a trailing ".0"."""
        return tuple(map(as_text, self.unique_values))

    @property
    def kinds(self) -> npt.NDArray[np.uint8]:
        """The kind of each row's cell."""
        return self.unique_kinds[self.codes]

    @property
    def texts(self) -> Texts:
        """Each row's cell as text; "" when empty."""
        return as_objects(self.unique_texts)[self.codes] if len(self) else np.empty(0, dtype=object)

    @property
    def filled(self) -> Mask:
        """Whether each row's cell holds anything."""
        filled: Mask = self.kinds != EMPTY
        return filled

    @property
    def is_blank(self) -> bool:
        """Whether no row holds anything."""
        return not bool((self.unique_kinds != EMPTY).any())

    def map(self, function: Callable[[str], T]) -> Texts:
        """Return, for each row, the function of its text, computed once per different cell."""
        return (
            as_objects([function(text) for text in self.unique_texts])[self.codes]
            if len(self)
            else self.texts
        )

    def share(self, kind: int) -> float:
        """Return which part of the filled cells is of a kind; 0 when none is filled."""
        filled = self.kinds[self.filled]
        return float((filled == kind).mean()) if len(filled) else 0.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet from A1: every column has `n_rows` cells, row 0 is the spreadsheet's row 1."""

    name: str
    visible: bool
    n_rows: int
    columns: tuple[Cells, ...]

    def with_errors(self, errors: Iterable[tuple[str, str]]) -> "Sheet":
        """Return the sheet with Excel errors, given as (cell, text), in their places."""
        columns = list(self.columns)
        by_column: dict[int, dict[int, str]] = {}
        for cell, text in errors:
            column, row = place(cell)
            if column < len(columns) and row < self.n_rows:
                by_column.setdefault(column, {})[row] = text
        for column, rows in by_column.items():
            columns[column] = columns[column].with_errors(rows)
        return Sheet(self.name, self.visible, self.n_rows, tuple(columns))

    def first_rows(self, count: int) -> list[list[str]]:
        """Return the texts of the first rows, for finding the header."""
        count = min(count, self.n_rows)
        # not `unique_texts`: a column may have half a million different cells
        texts = [[as_text(column.unique_values[i]) for i in column.codes[:count]] for column in self.columns]
        return [list(row) for row in zip(*texts, strict=True)]

    def filled_rows(self) -> npt.NDArray[np.int64]:
        """Return the numbers of the rows that hold anything (0 is the spreadsheet's row 1)."""
        filled = np.zeros(self.n_rows, dtype=bool)
        for column in self.columns:
            filled |= column.filled
        return np.flatnonzero(filled)


def make_sheets(raw: Iterable[dict[str, Any]]) -> tuple[Sheet, ...]:
    """Return the sheets that the child program sent."""
    return tuple(
        Sheet(
            name=sheet["name"],
            visible=sheet["visible"],
            n_rows=sheet["rows"],
            columns=tuple(
                Cells(np.frombuffer(codes, dtype=np.int32), np.frombuffer(kinds, dtype=np.uint8), values)
                for codes, kinds, values in sheet["columns"]
            ),
        ).with_errors(sheet["errors"])
        for sheet in raw
    )
