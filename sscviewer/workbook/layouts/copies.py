"""Two sheets that hold the same rows but for a few: one is a copy, and only one of them counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.model.questions import Example, Question
from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.sheets.recognised import Recognised, ignored
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.evidence.words.tokens import tokens
from sscviewer.workbook.values.cells import NUMBER, Cells, as_objects, as_text

Prints = npt.NDArray[np.uint64]

WHICH, BOTH = "which_sheet", "both"

_SAME = 0.8
"""So many rows of the smaller sheet stand on the other one too, cell by cell."""

_FEWEST = 3
_EXAMPLES = 3

_COPY = frozenset(
    {
        "copy",
        "old",
        "backup",
        "previous",
        "superseded",
        "draft",
        "kopie",
        "alt",
        "alte",
        "sicherung",
        "vorher",
    }
    | {
        "copie",
        "ancien",
        "ancienne",
        "copia",
        "antiguo",
        "anterior",
        "vecchio",
        "vecchia",
        "antigo",
        "antiga",
    }
)
"""Words of a sheet's name that say that another one counts."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two sheets of the same headings, the later one second, and how many rows stand on both."""

    first: int
    second: int
    same: int


def without_copies(found: list[Recognised]) -> list[Recognised]:
    """Return the sheets; of two that are nearly the same one is not read: as said, else as is likely."""
    out = list(found)
    for pair in _pairs(found):
        one, other = out[pair.first], out[pair.second]
        if not one.tables or not other.tables:
            continue
        question = _question(one.table, other.table, pair)
        said = one.table.said(WHICH)
        taken = said if said in question.options else question.taken
        if taken != BOTH:
            kept, left = (pair.first, pair.second) if taken == one.table.sheet else (pair.second, pair.first)
            table, n = out[left].table, min(len(one.table), len(other.table))
            why = say(
                "it repeats sheet “{taken}”, which is read: {same} of {n} rows are the same",
                taken=taken,
                same=pair.same,
                n=n,
            )
            out[left] = ignored(table, why, out[left].hidden)
            if not said and question.examples:
                out[kept] = replace(out[kept], questions=(*out[kept].questions, question))
    return out


def _pairs(found: Sequence[Recognised]) -> Iterator[_Pair]:
    prints: dict[int, Prints] = {}
    for j, other in enumerate(found):
        for i, one in enumerate(found[:j]):
            if not one.tables or _what(one) != _what(other):
                continue
            for place in (i, j):
                if place not in prints:
                    prints[place] = np.sort(_prints(found[place].table))
            smaller, larger = sorted((prints[i], prints[j]), key=len)
            same = _in_common(smaller, larger)
            if same >= max(_FEWEST, _SAME * len(smaller)):
                yield _Pair(i, j, same)


def _in_common(some: Prints, others: Prints) -> int:
    """Return how many of some rows are among others, both sorted."""
    if not len(others):
        return 0
    places = np.minimum(np.searchsorted(others, some), len(others) - 1)
    return int((others[places] == some).sum())


def _what(found: Recognised) -> tuple[str, list[str], list[tuple[str, str]]]:
    """Return what a sheet holds: its role, its headings and what it measures, which its name may say."""
    headings = sorted(c.heading.full_key for c in found.table.columns)
    return found.role, headings, sorted((p.paramcd, p.visit) for p in found.parameters)


def _columns(table: SheetTable) -> list[Column]:
    return sorted(table.columns, key=lambda c: c.heading.full_key)


def _prints(table: SheetTable) -> Prints:
    """Return a number for each row that equal rows share: all their texts would be many times the sheet."""
    prints = np.zeros(len(table), dtype=np.uint64)
    for column in _columns(table):
        prints = prints * _ODD + _cell_prints(column.cells)[column.cells.codes]
    return prints


_ODD = np.uint64(0x9E3779B97F4A7C15)
"""Any odd number makes the place of a column count."""


def _cell_prints(cells: Cells) -> Prints:
    """Return a number for each different cell that cells of the same text share."""
    numbers = np.full(len(cells.unique_values), np.nan)
    is_number = cells.unique_kinds == NUMBER
    numbers[is_number] = [cells.unique_values[i] for i in np.flatnonzero(is_number).tolist()]
    others = np.flatnonzero(~is_number)
    texts = [cells.unique_values[i] for i in others.tolist()]
    numbers[others] = [_number(text) for text in texts]
    prints: Prints = pd.util.hash_array(numbers + 0.0)  # which makes 0 of -0
    prints[others] = np.where(
        np.isnan(numbers[others]), pd.util.hash_array(as_objects(texts)), prints[others]
    )
    return prints


def _number(text: str) -> float:
    """Return the number of a text that is one as we write it; NaN for other texts."""
    try:
        return float(text) if as_text(float(text)) == text else np.nan
    except ValueError:
        return np.nan


def _question(one: SheetTable, other: SheetTable, pair: _Pair) -> Question:
    likely = other if (_is_called_copy(one), -len(one)) > (_is_called_copy(other), -len(other)) else one
    return Question(
        WHICH,
        one.sheet,
        "",
        say(
            "Sheets “{sheet}” and “{sheet2}” have {same} rows in common and differ in a few: "
            "which one counts?",
            sheet=one.sheet,
            sheet2=other.sheet,
            same=pair.same,
        ),
        (one.sheet, other.sheet, BOTH),
        likely.sheet,
        examples=tuple(_examples(one, other)),
    )


def _is_called_copy(table: SheetTable) -> bool:
    return bool(set(tokens(table.title)) & _COPY)


def _examples(one: SheetTable, other: SheetTable) -> Iterator[Example]:
    """Yield cells that differ between two sheets whose rows stand in the same order; rows of one alone."""
    here, there = _prints(one), _prints(other)
    left, right = (np.flatnonzero(~np.isin(*pair)).tolist() for pair in ((here, there), (there, here)))
    columns = list(zip(_columns(one), _columns(other), strict=True))
    for i, j in list(zip(left, right, strict=False))[:_EXAMPLES]:
        texts = ((a, _text(a, i), _text(b, j)) for a, b in columns)
        column, *cells = next(found for found in texts if found[1] != found[2])
        written = (*(text or "empty" for text in cells), "both cells")
        yield Example(
            say(
                "“{written}”, rows {rows} and {rows2}",
                written=column.heading.written,
                rows=one.rows[i],
                rows2=other.rows[j],
            ),
            written,
        )
    for table, rows, nothing_first in ((one, left[len(right) :], False), (other, right[len(left) :], True)):
        for i in rows[:1]:
            read = ("no such row", "read", "read") if nothing_first else ("read", "no such row", "read")
            yield Example(say("“{sheet}”, row {rows}", sheet=table.sheet, rows=table.rows[i]), read)


def _text(column: Column, row: int) -> str:
    return as_text(column.cells.unique_values[column.cells.codes[row]])
