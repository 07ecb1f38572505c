"""Cells as a mapping reads them: the user's words, visits and units in the program's spelling."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from sscviewer.workbook.evidence.sheets.recognised import Fields
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.mapping.mapping import SheetMapping
from sscviewer.workbook.values.cells import EMPTY, TEXT, Cells, as_objects

Texts = npt.NDArray[np.object_]

KEPT_AS_WRITTEN = frozenset({"AEREL", "VISIT"})
"""Fields of which the tables keep the text as written beside what it means."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A column whose words were replaced: what it said in some rows of the sheet, and what it says now."""

    sheet: str
    field: str
    rows: npt.NDArray[np.int64]
    texts: Texts
    now: Texts


def visit_text(months: float) -> str:
    """Return the name of a visit so many months after baseline."""
    return "Baseline" if months == 0 else f"Month {months:g}"


def rewrite(
    table: SheetTable, fields: dict[str, Fields], entry: SheetMapping
) -> tuple[SheetTable, tuple[Rewritten, ...]]:
    """Return the table with the words of a mapping replaced, and what stood there."""
    new: dict[str, Column] = {}
    kept: list[Rewritten] = []
    for field, columns in _by_field(fields).items():
        replacement = _replacement(field, entry)
        if replacement is None:
            continue
        for column in columns:
            now = new.get(column.letter, column)
            new[column.letter] = Column(column.letter, column.heading, _replaced(now.cells, replacement))
            if field in KEPT_AS_WRITTEN:
                texts = now.cells.texts, new[column.letter].cells.texts
                kept.append(Rewritten(table.sheet, field, table.rows, *texts))
    if not new:
        return table, ()
    columns = tuple(new.get(c.letter, c) for c in table.columns)
    return replace(table, columns=columns), tuple(kept)


def _by_field(fields: dict[str, Fields]) -> dict[str, tuple[Column, ...]]:
    found: dict[str, tuple[Column, ...]] = {}
    for one in fields.values():
        for field, columns in one.items():
            found[field] = (*found.get(field, ()), *columns)
    return found


def _replacement(field: str, entry: SheetMapping) -> Callable[[str], str | None] | None:
    """Return what each text becomes; None for a text, or for the field, that stays."""
    said = {_plain(text): meaning for text, meaning in entry.words.get(field, {}).items()}
    if field == "VISIT":
        said |= {_plain(text): visit_text(months) for text, months in entry.visits.items()}
    return (lambda text: said.get(_plain(text))) if said else None


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _replaced(cells: Cells, replacement: Callable[[str], str | None]) -> Cells:
    kinds, values = cells.unique_kinds.copy(), list(cells.unique_values)
    for i, text in enumerate(cells.unique_texts):
        new = replacement(text) if kinds[i] != EMPTY else None
        if new is not None:
            values[i] = new
            kinds[i] = TEXT if new else EMPTY
    return cells.changed(cells.codes, kinds, values)


def cells_of(texts: Texts) -> Cells:
    """Return a column of text cells; "" is an empty one."""
    unique, codes = np.unique(texts.astype(str), return_inverse=True)
    kinds = np.array([TEXT if text else EMPTY for text in unique], dtype=np.uint8)
    return Cells(codes.astype(np.int32), kinds, [str(text) for text in unique])


def with_units(texts: Texts, tests: Texts, units: dict[str, str]) -> Cells:
    """Return the unit of each row, the mapping's for the tests it names."""
    said = {_plain(test): unit for test, unit in units.items()}
    return cells_of(
        as_objects([said.get(_plain(test), unit) for test, unit in zip(tests, texts, strict=True)])
    )
