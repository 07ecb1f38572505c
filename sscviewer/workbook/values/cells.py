"""Sheets as columns of cells that know what they are and where they stand.

A column keeps each different cell once, and for each row the number of its cell. Whatever is worked out from
a cell's content is worked out once per different cell, which is what makes large sheets quick.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.workbook.child.coded import A_NUMBER, BOOLEAN, DATE, EMPTY, ERROR, NUMBER, OTHER, TEXT, Column
from sscviewer.workbook.child.unseen import Unseen

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
    "different",
    "letter",
    "text_cells",
]

T = TypeVar("T")
Texts = npt.NDArray[np.object_]
Mask = npt.NDArray[np.bool_]
Range = tuple[tuple[int, int], tuple[int, int]]


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


def different(*columns: Texts) -> tuple[npt.NDArray[np.int64], list[tuple[str, ...]]]:
    """Return which of the different rows of texts each row is, (n,), and these in order of appearance.

    A tuple for every row would be many times the columns.
    """
    codes = np.zeros(len(columns[0]), dtype=np.int64)
    for column in columns:
        own, texts = pd.factorize(column, use_na_sentinel=False)
        codes = pd.factorize(codes * len(texts) + own)[0].astype(np.int64)
    first = np.unique(codes, return_index=True)[1].tolist()
    return codes, [tuple(column[i] for column in columns) for i in first]


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
    date1904
        Whether the workbook counts days from 1904, which tells what a day's number means.
    """

    def __init__(
        self,
        codes: npt.NDArray[np.int32],
        kinds: npt.NDArray[np.uint8],
        values: list[Any],
        *,
        date1904: bool = False,
    ) -> None:
        self.codes = codes
        self.unique_kinds = kinds
        self.unique_values = values
        self.date1904 = date1904

    def __len__(self) -> int:
        return len(self.codes)

    def changed(
        self,
        codes: npt.NDArray[np.int32],
        kinds: npt.NDArray[np.uint8] | None = None,
        values: list[Any] | None = None,
    ) -> "Cells":
        """Return a column of the same workbook with other cells."""
        kinds = self.unique_kinds if kinds is None else kinds
        values = self.unique_values if values is None else values
        return Cells(codes, kinds, values, date1904=self.date1904)

    def take(self, rows: npt.NDArray[np.int64]) -> "Cells":
        """Return the cells of some rows; different cells that no longer occur are dropped."""
        codes = self.codes[rows]
        used = np.flatnonzero(np.bincount(codes, minlength=len(self.unique_values)))
        if len(used) == len(self.unique_values):
            return self.changed(codes)
        places = np.zeros(len(self.unique_values), dtype=np.int32)
        places[used] = np.arange(len(used), dtype=np.int32)
        values = [self.unique_values[i] for i in used.tolist()]
        return self.changed(places[codes], self.unique_kinds[used], values)

    def filled_down(self, first: int, last: int) -> "Cells":
        """Return the column with the cell of row `first` in all rows to `last`, as a merged cell means."""
        codes = self.codes.copy()
        codes[first : last + 1] = codes[first]
        return self.changed(codes)

    def with_errors(self, errors: dict[int, str]) -> "Cells":
        """Return the column with the Excel errors of some rows, which the reader gave as empty cells."""
        codes, kinds, values = self.codes.copy(), list(self.unique_kinds), list(self.unique_values)
        for row, text in errors.items():
            codes[row] = len(values)
            kinds.append(ERROR)
            values.append(text)
        return self.changed(codes, np.array(kinds, dtype=np.uint8), values)

    @cached_property
    def unique_texts(self) -> tuple[str, ...]:
        """Every different cell as text: numbers without a trailing ".0"."""
        return tuple(map(as_text, self.unique_values))

    def first_texts(self, count: int) -> list[str]:
        """Return the first of the different cells as text.

        Not all of them: a column may have half a million different numbers.
        """
        return [as_text(value) for value in self.unique_values[:count]]

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
    """A worksheet from A1: every column has `n_rows` cells, row 0 is the spreadsheet's row 1 (see `above`).

    Attributes
    ----------
    merged
        Ranges of merged cells as ((first row, first column), (last row, last column)), counted from 0.
    labels
        What the file itself calls each column beside its heading: the labels of SAS, SPSS and Stata
        variables, or those of a define.xml. "" for a column without; none at all where nothing has labels.
    above
        Rows of the spreadsheet above row 0, where a sheet is one of several tables of a larger one.
    unseen
        What the reader of the cells does not show, such as Excel errors; these are in their places.
    """

    name: str
    visible: bool
    n_rows: int
    columns: tuple[Cells, ...]
    merged: tuple[Range, ...] = ()
    unseen: Unseen = field(default_factory=Unseen)
    labels: tuple[str, ...] = ()
    above: int = 0

    def with_errors(self) -> "Sheet":
        """Return the sheet with its Excel errors in their places."""
        columns = list(self.columns)
        by_column: dict[int, dict[int, str]] = {}
        for cell, text in self.unseen.errors:
            column, row = place(cell)
            if column < len(columns) and row < self.n_rows:
                by_column.setdefault(column, {})[row] = text
        for column, rows in by_column.items():
            columns[column] = columns[column].with_errors(rows)
        return replace(self, columns=tuple(columns))

    def without_rows(self) -> "Sheet":
        """Return the sheet with as many columns, none of which holds its cells any more."""
        nothing = Cells(np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.uint8), [])
        return replace(self, columns=(nothing,) * len(self.columns))

    def first_rows(self, count: int) -> list[list[str]]:
        """Return the texts of the first rows, for finding the header."""
        count = min(count, self.n_rows)
        texts = [[as_text(column.unique_values[i]) for i in column.codes[:count]] for column in self.columns]
        return [list(row) for row in zip(*texts, strict=True)]

    def filled_rows(self) -> npt.NDArray[np.int64]:
        """Return the numbers of the rows that hold anything (0 is the spreadsheet's row 1)."""
        filled = np.zeros(self.n_rows, dtype=bool)
        for column in self.columns:
            filled |= column.filled
        return np.flatnonzero(filled)


def make_sheets(raw: list[dict[str, Any]]) -> tuple[Sheet, ...]:
    """Return the sheets that the child program sent, which are taken away: both would be too much memory."""
    sheets = []
    while raw:
        sheets.append(_make_sheet(raw.pop(0)))
    return tuple(sheets)


def _make_sheet(raw: dict[str, Any]) -> Sheet:
    unseen = Unseen(**raw["unseen"])
    columns = tuple(_make_cells(column, date1904=unseen.date1904) for column in raw["columns"])
    merged, labels = tuple(raw["merged"]), tuple(raw["labels"])
    sheet = Sheet(raw["name"], raw["visible"], raw["rows"], columns, merged, unseen, labels)
    return sheet.with_errors()


def _make_cells(column: Column, *, date1904: bool) -> Cells:
    """Return a column as the child sent it, its numbers told apart and put behind the other cells."""
    sent, sent_kinds, values, numbers = column
    codes, kinds = np.frombuffer(sent, dtype=np.int32), np.frombuffer(sent_kinds, dtype=np.uint8)
    if numbers:
        places, different = pd.factorize(np.frombuffer(numbers, dtype=np.float64), use_na_sentinel=False)
        codes = codes.copy()
        codes[codes == A_NUMBER] = places + len(values)
        kinds = np.concatenate((kinds, np.full(len(different), NUMBER, dtype=np.uint8)))
        values = values + different.tolist()
    return Cells(codes, kinds, values, date1904=date1904)


def text_cells(texts: Sequence[str]) -> Cells:
    """Return a column of text cells; "" is an empty one."""
    places = {text: i for i, text in enumerate(dict.fromkeys(texts))}
    kinds = np.array([TEXT if text else EMPTY for text in places], dtype=np.uint8)
    codes = np.array([places[text] for text in texts], dtype=np.int32)
    return Cells(codes, kinds, list(places))
