"""Columns of one sheet that are headed as the same measurement: which of them is it."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from sscviewer.model.replicates import reading
from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.columns.parameter_names import ParameterColumn, find_parameter
from sscviewer.workbook.evidence.tables.header import SheetTable
from sscviewer.workbook.evidence.words.reading_words import BEST, counts_readings, ordinal_in, reading_in
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.values.vocabulary import known_parameter
from sscviewer.workbook.values.words import identifier

_NUMBER = re.compile(r"[\W_]*\d+$")


def columns_apart(
    parameters: Iterable[ParameterColumn], table: SheetTable, findings: Findings
) -> tuple[ParameterColumn, ...]:
    """Return the columns, each that fights with an earlier one of its measurement as one of its own.

    Two columns fight where a row has values in both and they differ. Columns that fill each other's gaps are
    one, and so are numbered readings ("SBP 1", "SBP 2") and one quantity in two units.
    """
    out: list[ParameterColumn] = []
    listed = _readings_together(list(parameters))
    for parameter in listed:
        if not parameter.paramcd:
            out.append(parameter)
            continue
        if _reading(parameter) == BEST and any(_is_beside(parameter, p) for p in listed):
            out.append(_best_apart(parameter, table, findings))
            continue
        alike = [p for p in out if (p.paramcd, p.visit) == (parameter.paramcd, parameter.visit)]
        other = next((p for p in alike if _fight(p, parameter)), None)
        if other is None:
            out.append(parameter)
            continue
        heading, letters = parameter.column.heading.written, (other.column.letter, parameter.column.letter)
        findings.add(
            "warning",
            "column.same_twice",
            say(
                "Two columns, {one} (“{heading}”) and {two} (“{other}”), are both headed "
                "as the same measurement and differ: {one} is taken for it, {two} is kept "
                "as a measurement of its own. Give them different headings, or delete the one that "
                "is wrong.",
                one=letters[0],
                heading=other.column.heading.written,
                two=letters[1],
                other=heading,
            ),
            sheet=table.sheet,
            cell=f"{letters[1]}{table.header_row}",
        )
        name = f"{heading} (column {letters[1]})"
        out.append(replace(parameter, paramcd=f"{parameter.paramcd}_COLUMN_{letters[1]}", name=name))
    return tuple(out)


def _readings_together(listed: list[ParameterColumn]) -> list[ParameterColumn]:
    """Return the columns, numbered readings of an unknown quantity ("Grip, trial 2") under its name."""
    own = [bool(p.paramcd) and known_parameter(p.paramcd) is None for p in listed]
    found = [_told(p) if o else None for p, o in zip(listed, own, strict=True)]
    keys = [one and (identifier(one[0]), p.unit, p.visit) for one, p in zip(found, listed, strict=True)]
    several = {key for key, n in Counter(keys).items() if key and n > 1}
    return _ordinals_together(
        [
            replace(p, paramcd=key[0], name=one[0]) if one and key and key in several else p
            for p, one, key in zip(listed, found, keys, strict=True)
        ]
    )


def _ordinals_together(listed: list[ParameterColumn]) -> list[ParameterColumn]:
    """Return the columns, "First FVC" beside "Second FVC" as readings of the measurement both name."""
    told = [ordinal_in(p.column.heading.name) for p in listed]
    codes = [one and find_parameter(one[0], p.unit) for p, one in zip(listed, told, strict=True)]
    keys = [(code, p.unit, p.visit) for code, p in zip(codes, listed, strict=True)]
    counted = {(one[1], key) for one, key in zip(told, keys, strict=True) if one and key[0]}
    plain = {p.paramcd for p in listed}
    return [
        replace(p, paramcd=code, name="")
        if code and code not in plain and {("1", key), ("2", key)} <= counted
        else p
        for p, code, key in zip(listed, codes, keys, strict=True)
    ]


def _best_apart(parameter: ParameterColumn, table: SheetTable, findings: Findings) -> ParameterColumn:
    heading = parameter.column.heading.written
    findings.add(
        "info",
        "column.best_beside_readings",
        say(
            "“{heading}” is the best of several readings: beside other columns of the same measurement it is "
            "kept as one of its own, so that no reading counts twice; the others count by the plan.",
            heading=heading,
        ),
        sheet=table.sheet,
        cell=f"{parameter.column.letter}{table.header_row}",
    )
    return replace(parameter, paramcd=f"{parameter.paramcd}_BEST", name=heading)


def _is_beside(best: ParameterColumn, other: ParameterColumn) -> bool:
    same = (best.paramcd, best.visit) == (other.paramcd, other.visit)
    return same and _reading(other) != BEST


def _told(parameter: ParameterColumn) -> tuple[str, str] | None:
    """Return quantity and reading of a column; of what nobody knows "#2" alone may be an item of a form."""
    name = parameter.column.heading.name
    is_known = known_parameter(parameter.paramcd) is not None
    found = reading_in(name) if is_known or counts_readings(name) else None
    return found or (ordinal_in(name) if is_known else None)


def _reading(parameter: ParameterColumn) -> str:
    found = _told(parameter)
    return found[1] if found else ""


def told_reading(parameter: ParameterColumn) -> str:
    """Return which of several readings a column is, as a time point says it; "" for others."""
    which = _reading(parameter)
    return reading(which) if which.isdigit() else ""


def _fight(one: ParameterColumn, other: ParameterColumn) -> bool:
    names = [p.column.heading.name.strip().casefold() for p in (one, other)]
    numbered = names[0] != names[1] and len({_NUMBER.sub("", name) for name in names}) == 1
    numbered |= _reading(one) != _reading(other)
    if numbered or (one.unit and other.unit and one.unit != other.unit):
        return False
    a, b = one.column.cells, other.column.cells
    both = a.filled & b.filled
    return bool(np.any(a.texts[both] != b.texts[both]))
