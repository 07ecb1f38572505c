"""The mapping that the recogniser arrived at, from which the user starts, and how sure it was."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.columns.parameter_names import ParameterColumn
from sscviewer.workbook.evidence.sheets.recognised import Recognised
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.mapping.mapping import (
    Mapping,
    ParameterMapping,
    SheetMapping,
    column_names,
    fingerprint,
)
from sscviewer.workbook.mapping.words import known_roles

Confidence = Literal["sure", "likely", "unsure"]

_MOST, _FEW = 0.6, 0.3
"""Parts of a sheet's columns that must be known for its role to be sure, or likely."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A mapping and, per sheet, how sure the recogniser is, and why."""

    mapping: Mapping
    confidence: tuple[tuple[Confidence, str], ...]


def guess_mapping(recognised: Iterable[Recognised]) -> Guess:
    """Return what was recognised as a mapping; applied unchanged it gives the same study."""
    listed = list(recognised)
    mapping = Mapping(tuple(guess_sheet(found) for found in listed))
    return Guess(mapping, tuple(confidence(found) for found in listed))


def names_of(table: SheetTable) -> dict[str, str]:
    """Return {letter: name} of a table's columns."""
    return column_names((c.letter, c.heading.written) for c in table.columns)


def guess_sheet(found: Recognised) -> SheetMapping:
    """Return what one sheet was recognised as."""
    named = _Named(found.table)
    fields = {
        table: {field: tuple(named.of(c) for c in columns) for field, columns in one.items()}
        for table, one in found.fields.items()
    }
    return SheetMapping(
        found.table.sheet,
        fingerprint(c.heading.written for c in found.table.columns),
        found.table.header_row,
        tuple(table for table in found.tables if table in known_roles()),
        fields,
        tuple(_parameter(p, named.of(p.column)) for p in found.parameters),
    )


class _Named:
    """Names of the columns that are read; some were made of others (a study day, a half of a pair)."""

    def __init__(self, table: SheetTable) -> None:
        self._names = names_of(table)
        self._headings = {c.letter: c.heading.written for c in table.columns}

    def is_made(self, column: Column) -> bool:
        """Whether a column is not on the sheet as it is."""
        return self._headings.get(column.letter) != column.heading.written

    def of(self, column: Column) -> str:
        """Return the name of a column."""
        own = column.heading.written or f"(column {column.letter})"
        return own if self.is_made(column) else self._names[column.letter]


def made_columns(found: Recognised) -> dict[str, Column]:
    """Return the columns by name that a layout made and that are not on the sheet as they are."""
    named = _Named(found.table)
    read = [c for one in found.fields.values() for columns in one.values() for c in columns]
    return {named.of(c): c for c in (*read, *(p.column for p in found.parameters)) if named.is_made(c)}


def is_as_recognised(sheet: SheetMapping, guess: SheetMapping) -> bool:
    """Return whether a sheet's role and columns are those recognised, whatever its words mean."""
    return (
        sheet.tables == guess.tables
        and sheet.fields == guess.fields
        and sheet.parameters == guess.parameters
        and sheet.header_row == guess.header_row
    )


def _parameter(found: ParameterColumn, name: str) -> ParameterMapping:
    return ParameterMapping(name, found.paramcd, "", found.unit, found.visit)


def confidence(found: Recognised) -> tuple[Confidence, str]:
    """Return how sure a guess is, and why in words."""
    columns = [c for c in found.table.columns if c.heading.written]
    if not columns or not len(found.table):
        return "sure", "no table" if not columns else "no rows"
    if not found.tables:
        return _about_ignored(found, len(columns))
    if found.layout in ("native", "sdtm"):
        return "sure", "SDTM" if found.layout == "sdtm" else "all columns known"
    known = {c.letter for one in found.fields.values() for group in one.values() for c in group}
    known |= {p.column.letter for p in found.parameters} | {c.letter for c in found.hidden}
    part = len(known) / len(columns)
    words = say("{n} of {total} columns known", n=len(known), total=len(columns))
    return ("sure" if part >= _MOST else "likely" if part >= _FEW else "unsure"), words


def _about_ignored(found: Recognised, n_columns: int) -> tuple[Confidence, str]:
    why = found.why_not or "nothing recognised"
    is_table = n_columns >= 3 and len(found.table) >= 2
    return ("unsure" if is_table else "likely"), why


def with_decisions(recognised: Sequence[Recognised], entries: Sequence[SheetMapping | None]) -> Mapping:
    """Return the mapping in force: what was recognised, with the words, units and visits of a mapping."""
    sheets = []
    for found, entry in zip(recognised, entries, strict=True):
        sheet = guess_sheet(found)
        if entry is not None:
            said = {(p.column, p.code): p for p in entry.parameters}
            sheet = SheetMapping(
                sheet.name,
                sheet.fingerprint,
                sheet.header_row,
                sheet.tables,
                sheet.fields,
                tuple(
                    replace(p, name=own.name, better=own.better) if own is not None else p
                    for p in sheet.parameters
                    for own in (said.get((p.column, p.code)),)
                ),
                entry.words,
                entry.units,
                entry.visits,
            )
        sheets.append(sheet)
    return Mapping(tuple(sheets))
