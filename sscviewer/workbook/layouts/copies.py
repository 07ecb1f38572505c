"""Two sheets that hold the same rows but for a few: one is a copy, and only one of them counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sscviewer.model.questions import Example, Question
from sscviewer.workbook.evidence.header import SheetTable
from sscviewer.workbook.evidence.recognised import Recognised, ignored
from sscviewer.workbook.evidence.tokens import tokens

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
            why = f"it repeats sheet “{taken}”, which is read: {pair.same} of {n} rows are the same"
            out[left] = ignored(table, why, out[left].hidden)
            if not said and question.examples:
                out[kept] = replace(out[kept], questions=(*out[kept].questions, question))
    return out


def _pairs(found: Sequence[Recognised]) -> Iterator[_Pair]:
    rows: dict[int, list[tuple[str, ...]]] = {}
    for j, other in enumerate(found):
        for i, one in enumerate(found[:j]):
            if not one.tables or _what(one) != _what(other):
                continue
            for place in (i, j):
                rows.setdefault(place, _rows(found[place].table))
            smaller, larger = sorted((rows[i], rows[j]), key=len)
            of_larger = set(larger)
            same = sum(row in of_larger for row in smaller)
            if same >= max(_FEWEST, _SAME * len(smaller)):
                yield _Pair(i, j, same)


def _what(found: Recognised) -> tuple[str, list[str], list[tuple[str, str]]]:
    """Return what a sheet holds: its role, its headings and what it measures, which its name may say."""
    headings = sorted(c.heading.full_key for c in found.table.columns)
    return found.role, headings, sorted((p.paramcd, p.visit) for p in found.parameters)


def _rows(table: SheetTable) -> list[tuple[str, ...]]:
    columns = sorted(table.columns, key=lambda c: c.heading.full_key)
    return list(zip(*(c.cells.texts.tolist() for c in columns), strict=True))


def _question(one: SheetTable, other: SheetTable, pair: _Pair) -> Question:
    likely = other if (_is_called_copy(one), -len(one)) > (_is_called_copy(other), -len(other)) else one
    return Question(
        WHICH,
        one.sheet,
        "",
        f"Sheets “{one.sheet}” and “{other.sheet}” have {pair.same} rows in common and differ in a few: "
        "which one counts?",
        (one.sheet, other.sheet, BOTH),
        likely.sheet,
        examples=tuple(_examples(one, other)),
    )


def _is_called_copy(table: SheetTable) -> bool:
    return bool(set(tokens(table.title)) & _COPY)


def _examples(one: SheetTable, other: SheetTable) -> Iterator[Example]:
    """Yield cells that differ between two sheets whose rows stand in the same order; rows of one alone."""
    here, there = _rows(one), _rows(other)
    by_here, by_there = set(here), set(there)
    left = [i for i, row in enumerate(here) if row not in by_there]
    right = [i for i, row in enumerate(there) if row not in by_here]
    names = [c.heading.written for c in sorted(one.columns, key=lambda c: c.heading.full_key)]
    for i, j in list(zip(left, right, strict=False))[:_EXAMPLES]:
        differing = np.flatnonzero([a != b for a, b in zip(here[i], there[j], strict=True)])
        column = int(differing[0])
        cells = (here[i][column] or "empty", there[j][column] or "empty")
        yield Example(f"“{names[column]}”, rows {one.rows[i]} and {other.rows[j]}", (*cells, "both cells"))
    for table, rows, nothing_first in ((one, left[len(right) :], False), (other, right[len(left) :], True)):
        for i in rows[:1]:
            read = ("no such row", "read", "read") if nothing_first else ("read", "no such row", "read")
            yield Example(f"“{table.sheet}”, row {table.rows[i]}", read)
