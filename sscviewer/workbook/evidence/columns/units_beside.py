"""Columns that hold the unit of a column of numbers beside them: "FVC" and "FVC unit", "value" and "unit"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from sscviewer.workbook.evidence.columns.profiles import profile
from sscviewer.workbook.evidence.tables.header import Column, SheetTable, is_known
from sscviewer.workbook.evidence.words.tokens import english
from sscviewer.workbook.values.cells import EMPTY, TEXT, Cells
from sscviewer.workbook.values.vocabulary import is_unit, parameter_names
from sscviewer.workbook.values.words import split_heading

_MOST_UNITS = 8
"""More different cells are words of another kind."""

_LONGEST = 12
"""Characters of a unit that we do not know, under a heading that says unit: "mL/min/1.73" has eleven."""

_UNIT = frozenset({"unit"})

_HAVE_FIELDS = frozenset({"dose", "result"})
"""Words of numbers for whose unit their table has a field, in any language."""


def with_units(table: SheetTable) -> SheetTable:
    """Return a table in which the units that stand in columns of their own stand with their numbers.

    One unit throughout goes into the heading, several into the cells ("5 mg/L").
    """
    found = dict(_pairs(table.columns))
    if not found:
        return table
    new: dict[str, Column] = {}
    written: dict[str, str] = {}
    for value, unit in found.items():
        new[value.letter] = _joined(value, unit)
        written[value.letter] = value.heading.written
    columns = tuple(new.get(column.letter, column) for column in table.columns)
    units = frozenset(unit.letter for unit in found.values())
    return replace(table, columns=columns, written={**written, **table.written}, units=units)


def _pairs(columns: Sequence[Column]) -> Mapping[Column, Column]:
    """Return {column of numbers: column of its units}."""
    found: dict[Column, Column] = {}
    for i, unit in enumerate(columns):
        words = set(english(unit.heading.written))
        if words and not words & _UNIT:
            value = _extended(unit, columns)
            if value is not None and value not in found:
                found[value] = unit
            continue
        if not _holds_units(unit.cells, is_said=bool(words)):
            continue
        beside = [columns[i - 1]] if i and words <= _UNIT else []
        named = [c for c in columns if words > _UNIT and set(english(c.heading.written)) == words - _UNIT]
        value = next((c for c in (*named, *beside) if _is_measured(c)), None)
        if value is not None and value not in found:
            found[value] = unit
    return found


def _extended(unit: Column, columns: Sequence[Column]) -> Column | None:
    """Return the numbers whose heading a column of nothing but units makes longer: "FVC" of "FVC_UN"."""
    written = unit.heading.written.strip()
    if not _holds_units(unit.cells, is_said=False):
        return None
    shorter = [c for c in columns if c is not unit and _END.match(_behind(written, c)) and _is_measured(c)]
    return max(shorter, key=lambda c: len(c.heading.written), default=None)


_END = re.compile(r"^(?:[\s_.:-]+[^\W\d_]{1,5}|[Uu])$")
"""What may stand behind the heading of the numbers."""


def _behind(written: str, column: Column) -> str:
    name = column.heading.written.strip()
    return written[len(name) :] if name and written.startswith(name) else ""


def _holds_units(cells: Cells, *, is_said: bool) -> bool:
    """Return whether all cells are units; under a heading that says so, any short words."""
    texts = [text.strip() for text in cells.first_texts(_MOST_UNITS + 2)]
    said = [text for text in texts if text]
    if not said or len(said) > _MOST_UNITS or any(text.isdigit() for text in said):
        return False
    return all(is_unit(text) or (is_said and len(text) <= _LONGEST) for text in said)


def _is_measured(column: Column) -> bool:
    """Return whether a column is numbers without a unit, and no field that has one elsewhere (a dose)."""
    heading = column.heading
    if not heading.written or is_unit(heading.bracket) or not profile(column.cells).is_numeric:
        return False
    if set(english(heading.written)) & _HAVE_FIELDS:
        return False
    return heading.full_key in parameter_names() or not is_known(heading)


def _joined(value: Column, unit: Column) -> Column:
    units = [text.strip() for text in unit.cells.unique_texts]
    if len(set(units) - {""}) == 1:
        heading = split_heading(f"{value.heading.written} ({next(text for text in units if text)})")
        return Column(value.letter, heading, value.cells)
    pairs, codes = np.unique(np.stack([value.cells.codes, unit.cells.codes]), axis=1, return_inverse=True)
    kinds, values = [], []
    for number, of in pairs.T.tolist():
        kind = int(value.cells.unique_kinds[number])
        with_unit = kind != EMPTY and units[of]
        kinds.append(TEXT if with_unit else kind)
        values.append(
            f"{value.cells.unique_texts[number]} {units[of]}"
            if with_unit
            else value.cells.unique_values[number]
        )
    cells = value.cells.changed(codes.astype(np.int32).ravel(), np.array(kinds, dtype=np.uint8), values)
    return Column(value.letter, value.heading, cells)
