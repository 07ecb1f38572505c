"""Rows that sum up the rows above them ("Mean", "Subtotal A"): no patients."""

from collections.abc import Sequence

from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.evidence.words.tokens import tokens
from sscviewer.workbook.values.cells import TEXT
from sscviewer.workbook.values.vocabulary import value_words
from sscviewer.workbook.values.words import key

_SHORTEST = 3
"""Shorter words beside others may be a centre or initials: "SD 01", "N B"."""


def is_summary(text: str) -> bool:
    """Return whether a cell says that its row sums up others; a number beside the word makes it a code."""
    words = value_words("summary_row")
    if key(text) in words:
        return True
    parts = tokens(text)
    if not 1 <= len(parts) <= 2 or any(part[0].isdigit() for part in parts):
        return False
    first = parts[0].removeprefix("sub")
    return len(first) >= _SHORTEST and first in words


def summaries_of(columns: Sequence[Column], n: int) -> dict[int, str]:
    """Return {row: word} of the rows whose first filled cell is such a word."""
    found: dict[int, str] = {}
    seen: set[int] = set()
    for column in columns:
        cells = column.cells
        said = {
            i
            for i, kind in enumerate(cells.unique_kinds.tolist())
            if kind == TEXT and is_summary(cells.unique_texts[i])
        }
        filled = cells.filled
        if said:
            codes = cells.codes.tolist()
            rows = (row for row in range(n) if filled[row] and row not in seen and codes[row] in said)
            found |= {row: cells.unique_texts[codes[row]] for row in rows}
        seen.update(filled.nonzero()[0].tolist())
        if len(seen) == n:
            break
    return found
