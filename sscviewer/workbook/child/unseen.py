"""What calamine does not show of a sheet: errors, formulas never calculated, what is hidden, the calendar."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

MOST_NAMED = 100_000
"""Cells named at most; a sheet with more errors than this is no trial's."""

MOST_RANGES = 1000

ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
"""Excel's numbers of its errors (MS-XLS 2.5.10, BErr), the same in .xls and .xlsb."""


@dataclass(slots=True)
class Unseen:
    """One sheet.

    Attributes
    ----------
    errors
        (cell, text) of Excel errors.
    formulas
        Cells with a formula that was never calculated.
    blank_formulas
        Cells with a formula whose result is an empty text, in files that cannot say "never calculated".
    hidden_columns, hidden_rows
        (first, last) of what is not shown, counted from 1.
    is_filtered
        Whether a filter is set, which may be what hides the rows.
    date1904
        Whether the days are counted from 1904.
    is_known
        Whether errors could be looked for; where not they cannot be told from empty cells.
    second_reader
        Whether the sheet was read by openpyxl, because calamine could not.
    control_characters
        Different texts that had control characters, which were left out.
    """

    errors: list[tuple[str, str]] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    blank_formulas: list[str] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    hidden_rows: list[tuple[int, int]] = field(default_factory=list)
    is_filtered: bool = False
    date1904: bool = False
    is_known: bool = True
    second_reader: bool = False
    control_characters: int = 0

    @property
    def is_full(self) -> bool:
        """Whether enough cells are named."""
        return len(self.errors) + len(self.formulas) + len(self.blank_formulas) >= MOST_NAMED


def ranges(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return rising numbers as ranges, as many as are worth naming."""
    return list(_ranges(numbers))[:MOST_RANGES]


def _ranges(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    first = last = None
    for number in numbers:
        if last is not None and first is not None and number == last + 1:
            last = number
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = number
    if first is not None and last is not None:
        yield first, last


def letters(index: int) -> str:
    """Return the letters of a column; 1 is "A"."""
    text = ""
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(65 + rest) + text
    return text
