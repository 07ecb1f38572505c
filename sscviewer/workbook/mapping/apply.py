"""Puts a mapping in the place of what was recognised, and says what of it no longer fits the file."""

from collections.abc import Mapping as Names
from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from sscviewer.model.study import Study
from sscviewer.workbook.evidence.columns.parameter_names import ParameterColumn
from sscviewer.workbook.evidence.sheets.recognised import Fields, Recognised, ignored
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.mapping.cells import Rewritten, rewrite, with_units
from sscviewer.workbook.mapping.fit import Fit, fit_columns
from sscviewer.workbook.mapping.guess import guess_sheet, is_as_recognised, made_columns, with_decisions
from sscviewer.workbook.mapping.mapping import Mapping, SheetMapping
from sscviewer.workbook.mapping.match import match_sheets
from sscviewer.workbook.mapping.table import table_of
from sscviewer.workbook.rows.fields import read_text
from sscviewer.workbook.sheet_reader import SheetResult
from sscviewer.workbook.values.cells import Sheet, letter
from sscviewer.workbook.values.vocabulary import unit_of
from sscviewer.workbook.values.words import split_heading

_BEYOND = 16_384
"""The place of a column that no spreadsheet has, for one that is made here. **Source**: Excel's limits."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What the sheets are with a mapping in force.

    Attributes
    ----------
    mapping
        The mapping in force, for this file.
    rewritten
        Columns whose words were replaced.
    names
        {sheet: {PARAMCD: the user's name for it}}.
    """

    recognised: list[Recognised]
    mapping: Mapping
    rewritten: tuple[Rewritten, ...]
    names: Names[str, Names[str, str]]


def apply_mapping(
    mapping: Mapping | None, sheets: Sequence[Sheet], recognised: list[Recognised], findings: Findings
) -> Applied:
    """Return what the sheets are; without a mapping of sheets what was recognised."""
    if mapping is None or not mapping.sheets:
        return Applied(recognised, with_decisions(recognised, [None] * len(recognised)), (), {})
    by_name = {sheet.name: sheet for sheet in sheets}
    entries = match_sheets(mapping, recognised, findings)
    found: list[Recognised] = []
    rewritten: list[Rewritten] = []
    for old, entry in zip(recognised, entries, strict=True):
        new, kept = _apply(entry, by_name.get(old.table.sheet), old, findings) if entry else (old, ())
        found.append(new)
        rewritten.extend(kept)
    names = {
        r.table.sheet: {p.code: p.name for p in entry.parameters if p.name and p.code}
        for r, entry in zip(found, entries, strict=True)
        if entry
    }
    in_force = replace(with_decisions(found, entries), groups=mapping.groups)
    return Applied(found, in_force, tuple(rewritten), names)


def _apply(
    entry: SheetMapping, sheet: Sheet | None, old: Recognised, findings: Findings
) -> tuple[Recognised, tuple[Rewritten, ...]]:
    """Return one sheet as its entry says."""
    if not entry.tables:
        said = ignored(old.table, "the mapping says that it is not a data sheet", old.hidden)
        return (said if old.tables else old), ()
    if is_as_recognised(replace(entry, header_row=old.table.header_row), guess_sheet(old)):
        return _with_words(entry, old)
    table = table_of(entry, sheet, old)
    fit = fit_columns(entry, table, findings, made_columns(old) if table is old.table else {})
    if fit is None:
        return ignored(table, "the mapping does not fit it; see the issues", old.hidden), ()
    new = _recognised(entry, table, fit, old)
    return _with_words(entry, new)


def _recognised(entry: SheetMapping, table: SheetTable, fit: Fit, old: Recognised) -> Recognised:
    """Return the sheet as mapped; what the mapping leaves as it was stays what was recognised."""
    parameters = tuple(
        ParameterColumn(column, p.code, p.unit if p.unit is None else unit_of(p.unit), p.visit)
        for p, column in fit.parameters
    )
    same_role = old.tables == fit.tables
    if same_role and old.table is table and old.fields == fit.fields and old.parameters == parameters:
        return old
    timed = any(p.visit for p in parameters)
    used = {c.letter for one in fit.fields.values() for columns in one.values() for c in columns}
    hidden = tuple(c for c in old.hidden if c.letter not in used and old.table is table)
    if same_role and old.layout == "sdtm":
        return replace(old, table=table, fields=fit.fields, parameters=parameters, hidden=hidden)
    layout = "wide" if timed else "long"
    return Recognised(table, layout, fit.tables, fit.fields, parameters, hidden)


def _with_words(entry: SheetMapping, found: Recognised) -> tuple[Recognised, tuple[Rewritten, ...]]:
    """Return the sheet, or each of its parts, with the entry's words, units and visits in its cells."""
    if found.parts:
        done = [_with_words(entry, part) for part in found.parts]
        parts = tuple(part for part, _ in done)
        return replace(found, parts=parts), tuple(was for _, kept in done for was in kept)
    table, kept = rewrite(found.table, dict(found.fields), entry)
    fields = {name: dict(one) for name, one in found.fields.items()}
    measured = fields.get("measurements", {})
    if entry.units and "TEST" in measured:
        column = _units(table, found, entry)
        others = tuple(c for c in table.columns if c.letter != column.letter)
        table = replace(table, columns=(*others, column))
        measured["AVALU"] = (column,)
    if table is found.table:
        return found, ()
    by_letter = {c.letter: c for c in table.columns}
    new: dict[str, Fields] = {
        name: {field: tuple(by_letter.get(c.letter, c) for c in columns) for field, columns in one.items()}
        for name, one in fields.items()
    }
    parameters = tuple(replace(p, column=by_letter.get(p.column.letter, p.column)) for p in found.parameters)
    return replace(found, table=table, fields=new, parameters=parameters), kept


def _units(table: SheetTable, found: Recognised, entry: SheetMapping) -> Column:
    """Return the column of units with the entry's; a column of its own where the sheet has none."""
    fields = found.fields["measurements"]
    n = len(table)
    old = fields.get("AVALU", ())
    cells = with_units(read_text(old, n), read_text(fields["TEST"], n), entry.units)
    if old:
        return Column(old[0].letter, old[0].heading, cells)
    return Column(letter(_BEYOND), split_heading("Unit (from the mapping)"), cells)


def with_ways(study: Study, mapping: Mapping) -> Study:
    """Return a study whose parameters know which way is better, where the mapping says it."""
    said = {p.code: p.better for sheet in mapping.sheets for p in sheet.parameters if p.better}
    known = {code: said[code] for code in said if code in study.parameters}
    if not known:
        return study
    parameters = {
        code: replace(p, better=known[code]) if code in known else p for code, p in study.parameters.items()
    }
    return replace(study, parameters=MappingProxyType(parameters))


def keep_as_written(applied: Applied, results: dict[str, SheetResult]) -> None:
    """Put the words of the file back where tables keep them, and the user's names on their parameters."""
    for was in applied.rewritten:
        if was.sheet in results:
            _put_back(was, results[was.sheet])
    for sheet, names in applied.names.items():
        result = results.get(sheet)
        if names and result is not None and "measurements" in result.frames:
            frame = result.frames["measurements"]
            new = frame["PARAMCD"].map(names)
            result.frames["measurements"] = frame.assign(NAME=frame["NAME"].where(new.isna(), new))


def _put_back(was: Rewritten, result: SheetResult) -> None:
    for name, frame in result.frames.items():
        if was.field not in frame or "ROW" not in frame:
            continue
        rows = result.table.rows[frame["ROW"].to_numpy(dtype=np.int64)]
        place = np.searchsorted(was.rows, rows).clip(max=len(was.rows) - 1)
        now = frame[was.field].to_numpy(dtype=object)
        is_it = (was.rows[place] == rows) & (now == was.now[place])
        result.frames[name] = frame.assign(**{was.field: np.where(is_it, was.texts[place], now)})
