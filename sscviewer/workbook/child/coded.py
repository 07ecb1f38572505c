"""Rows of cells → columns of different cells and one number per row, as marshal can carry them.

Trial sheets repeat themselves: sent this way a sheet is small, and the parent works on each different cell
once. Numbers repeat less and are sent as they stand, row by row: telling them apart is the parent's work, who
has numpy for it.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date, datetime, time
from itertools import islice, zip_longest
from typing import Any

from sscviewer.model.plain_text import plain_text
from sscviewer.workbook.child.unseen import Unseen

EMPTY, TEXT, NUMBER, BOOLEAN, DATE, OTHER, ERROR = range(7)

Column = tuple[bytes, bytes, list[Any], bytes]
"""Which of the different cells each row holds (int32, `A_NUMBER` for the next of the numbers), the kind of
each different cell, the cells; the numbers (float64)."""

A_NUMBER = -1

MAX_CELLS = 30_000_000
"""More cells than this, empty ones included, do not fit the memory limit (32 bytes each in calamine)."""

_CHUNK = 4096
"""Rows taken at a time: few enough that their Python objects never matter beside the sheet."""

_ONLY_NUMBERS = {float}
_NUMBERS_APART = {int, bool}
_NUMBERS_HERE = array("i", [A_NUMBER]) * _CHUNK


class Boolean:
    """A TRUE or FALSE cell, equal to no number."""

    def __init__(self, value: bool) -> None:
        self.text = "TRUE" if value else "FALSE"

    def __hash__(self) -> int:
        return hash(("boolean", self.text))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Boolean) and other.text == self.text


class _Positions(dict[Any, int]):
    """Where each different cell of a column stands in `cells`; texts with control characters as without."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[Any] = []
        self.cleaned = 0

    def __missing__(self, value: Any) -> int:
        text = plain_text(value) if type(value) is str else value
        if text is value or text == value:
            self[value] = position = len(self.cells)
            self.cells.append(value)
        else:
            self.cleaned += 1
            self[value] = position = self[text]
        return position


class _Coder:
    """One column under construction."""

    def __init__(self, rows_before: int) -> None:
        self.positions = _Positions()
        self.codes = array("i")
        self.numbers = array("d")
        if rows_before:
            self.codes.extend([self.positions[""]] * rows_before)

    def extend(self, values: Sequence[Any]) -> None:
        types = set(map(type, values))
        if not types.isdisjoint(_NUMBERS_APART):
            # True, 1 and 1.0 are one dict key
            values = [Boolean(v) if type(v) is bool else float(v) if type(v) is int else v for v in values]
            types = set(map(type, values))
        position = self.positions.__getitem__
        if float not in types:
            self.codes.extend(map(position, values))
        elif types == _ONLY_NUMBERS:
            self.numbers.extend(values)
            self.codes.extend(_NUMBERS_HERE[: len(values)])
        else:
            self.numbers.extend([value for value in values if type(value) is float])
            self.codes.extend([A_NUMBER if type(value) is float else position(value) for value in values])

    def finish(self) -> Column:
        pairs = [_plain(value) for value in self.positions.cells]
        kinds, cells = bytes(kind for kind, _ in pairs), [cell for _, cell in pairs]
        return self.codes.tobytes(), kinds, cells, self.numbers.tobytes()


def _plain(value: Any) -> tuple[int, Any]:
    """Return the kind of a cell that is no number, and its value as something marshal can carry."""
    if isinstance(value, str):
        return (TEXT, value) if value else (EMPTY, "")
    if isinstance(value, datetime):
        whole = value.time() == time.min
        return DATE, value.date().isoformat() if whole else value.isoformat()
    if isinstance(value, date):
        return DATE, value.isoformat()
    if isinstance(value, Boolean):
        return BOOLEAN, value.text
    return OTHER, str(value)


class CodedSheet:
    """A sheet under construction, from A1 down; rows may differ in length."""

    def __init__(self) -> None:
        self.rows = 0
        self._columns: list[_Coder] = []

    def add(self, rows: Iterable[Sequence[Any]]) -> None:
        """Add rows below those there are.

        Raises
        ------
        MemoryError
            If the sheet would have more than `MAX_CELLS` cells.
        """
        rest = iter(rows)
        while chunk := list(islice(rest, _CHUNK)):
            columns = list(zip_longest(*chunk, fillvalue=""))
            width = max(len(columns), len(self._columns))
            if (self.rows + len(chunk)) * width > MAX_CELLS:
                raise MemoryError
            self._columns += [_Coder(self.rows) for _ in range(width - len(self._columns))]
            columns += [("",) * len(chunk)] * (width - len(columns))
            for coder, values in zip(self._columns, columns, strict=True):
                coder.extend(values)
            self.rows += len(chunk)

    def add_columns(self, columns: Sequence[Sequence[Any]]) -> None:
        """Add rows below those there are, given as the sheet's columns, all equally long.

        Raises
        ------
        MemoryError
            As `add` does.
        """
        rows = len(columns[0]) if columns else 0
        if (self.rows + rows) * len(columns) > MAX_CELLS:
            raise MemoryError
        for coder, values in zip(self._columns, columns, strict=True):
            for start in range(0, rows, _CHUNK):
                coder.extend(values[start : start + _CHUNK])
        self.rows += rows

    def finish(
        self,
        name: str,
        *,
        visible: bool = True,
        seen: Unseen | None = None,
        merged: Sequence[Any] = (),
    ) -> dict[str, Any]:
        """Return the sheet as it is sent; `merged` are ranges counted from 0."""
        seen = seen or Unseen()
        seen.control_characters = sum(coder.positions.cleaned for coder in self._columns)
        return {
            "name": name,
            "visible": visible,
            "rows": self.rows,
            "columns": [coder.finish() for coder in self._columns],
            "merged": list(merged),
            "labels": [],
            "unseen": asdict(seen),
        }
