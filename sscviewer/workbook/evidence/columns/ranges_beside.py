"""Columns of reference ranges in one cell ("4.0 - 10.0", "< 5", "bis 35") as two columns of limits."""

import re
from functools import cache

import numpy as np

from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.evidence.words.tokens import tokens
from sscviewer.workbook.values.cells import EMPTY, TEXT, Cells
from sscviewer.workbook.values.vocabulary import read_toml, roles
from sscviewer.workbook.values.words import split_heading

_NUMBER = r"(\d+(?:[.,]\d+)?)"
_LAST = rf"\s*{_NUMBER}(?:\s.*)?$"

_MOST = 0.8
"""So many of the filled cells are ranges; the rest may say "see lab" or "by age"."""


def with_ranges(table: SheetTable) -> SheetTable:
    """Return a table in which each column of reference ranges is two: the lower and the upper limit."""
    return table.split(_limits)


def _limits(column: Column) -> tuple[Column, Column] | None:
    """Return the limits that a column holds; None where it is something else."""
    begins = tuple(read_toml("values")["range"]["headings"])  # "Normbereich"; a "limit" may be of detection
    said = any(word.startswith(begins) for word in tokens(column.heading.written))
    if not said or _is_one_limit(column):
        return None
    cells = column.cells
    read = [_range(text) for text in cells.unique_texts]
    filled = [i for i, text in enumerate(cells.unique_texts) if text.strip()]
    if not filled or sum(read[i] is not None for i in filled) < _MOST * len(filled):
        return None
    halves = (_side(cells, [of[side] if of else "" for of in read]) for side in (0, 1))
    names = ("Lower limit", "Upper limit")
    low, high = (Column(column.letter, split_heading(n), half) for n, half in zip(names, halves, strict=True))
    return low, high


def _is_one_limit(column: Column) -> bool:
    """Return whether a heading is known as that of the lower or the upper limit alone."""
    role = next(role for role in roles() if role.table == "measurements")
    return role.columns.get(column.heading.full_key) in ("ANRLO", "ANRHI")


def _range(text: str) -> tuple[str, str] | None:
    """Return the lower and the upper limit of a cell, "" for none; None for what is no range."""
    plain = text.strip().casefold()
    between, below, above = _patterns()
    if match := between.match(plain):
        return match[1], match[2]
    if match := below.match(plain):
        return "", match[1]
    return (match[1], "") if (match := above.match(plain)) else None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return what a range between two limits, one with an upper and one with a lower limit look like."""
    said = {name: "|".join(map(re.escape, words)) for name, words in read_toml("values")["range"].items()}
    return (
        re.compile(
            rf"^[(\[]?\s*{_NUMBER}\s*(?:-|–|—|;|\.\.\.?|{said['between']})\s*{_NUMBER}\s*[)\]]?(?:\s.*)?$"
        ),
        re.compile(rf"^(?:<=?|≤|{said['below']}){_LAST}"),
        re.compile(rf"^(?:>=?|≥|{said['above']}){_LAST}"),
    )


def _side(cells: Cells, texts: list[str]) -> Cells:
    kinds = np.array([TEXT if text else EMPTY for text in texts], dtype=np.uint8)
    return cells.changed(np.asarray(cells.codes), kinds, texts)
