"""Numeric columns of an EDC export that are in no vocabulary: each becomes a measurement of its own."""

import re
from collections.abc import Container
from dataclasses import replace

from sscviewer.workbook.evidence.columns.parameter_names import (
    ParameterColumn,
    can_be,
    find_parameter,
    read_parameter_columns,
)
from sscviewer.workbook.evidence.columns.profiles import Profile, profile
from sscviewer.workbook.evidence.sheets.recognised import Fields, Recognised
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.values.values_in_cells import is_mostly_numeric
from sscviewer.workbook.values.vocabulary import is_unit, known_parameter, read_toml, unit_of
from sscviewer.workbook.values.words import identifier, words

_DAY = re.compile(r"^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{4})?(?:\d{2})?$")
"""A day, with a time or without, written as one number."""


def with_own_parameters(found: Recognised, times: Fields, taken: Container[str]) -> Recognised:
    """Return what a sheet is, with every numeric column that is not `taken` as a measurement.

    Parameters
    ----------
    times
        The columns that say whose and when the values are.
    taken
        Letters of columns that are something else.
    """
    free = tuple(c for c in found.table.columns if c.letter not in taken)
    listed = read_parameter_columns(found.table.title, free)
    # where the rows have a visit, a number at the end of a field's name is none
    known = {p.column.letter: p for p in listed if not (p.visit and "VISIT" in times)}
    own = [known.get(c.letter) or own_parameter(c) for c in free if c.letter in known or _is_measured(c)]
    if not own:
        return found
    fields = {**found.fields, "measurements": times}
    tables = tuple(dict.fromkeys((*found.tables, "measurements")))
    return replace(found, tables=tables, fields=fields, parameters=tuple(own))


def _is_measured(column: Column) -> bool:
    if not column.heading.written or is_date_heading(column) or not is_mostly_numeric(column.cells):
        return False
    return not all(_DAY.match(text) for text in column.cells.unique_texts if text)


def fits(code: str, of: Profile) -> bool:
    """Return whether numbers can be a score that the program knows: not where its range excludes them.

    Only scores have no unit; a volume out of range may be in millilitres.
    """
    known = known_parameter(code)
    if not can_be(code, of):
        return False
    if known is None or known.unit or known.low is None or known.high is None or not of.is_numeric:
        return True
    return known.low <= of.high and of.low <= known.high and of.high <= 2 * known.high


def own_code(name: str) -> str:
    """Return a code for a measurement of that name that is not one the program knows."""
    code = identifier(name)
    return f"{code}_FILE" if known_parameter(code) is not None or find_parameter(name, None) else code


def is_date_heading(column: Column) -> bool:
    """Return whether a heading speaks of a date or a time of day, which are no measurements."""
    return bool(set(words(column.heading.written).split()) & set(read_toml("dates")["headings"]["words"]))


def own_parameter(column: Column) -> ParameterColumn:
    """Return a column as a measurement of its own: its heading is the name, with the unit in its bracket."""
    heading = column.heading
    unit = unit_of(heading.bracket) if heading.bracket and is_unit(heading.bracket) else None
    name = heading.name if unit is not None else heading.written
    code = identifier(name)
    return ParameterColumn(column, code if can_be(code, profile(column.cells)) else own_code(name), unit)
