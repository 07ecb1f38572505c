"""Columns of one sheet that are headed as the same measurement: which of them is it."""

import re
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.columns.parameter_names import ParameterColumn
from sscviewer.workbook.evidence.tables.header import SheetTable
from sscviewer.workbook.findings import Findings

_NUMBER = re.compile(r"[\W_]*\d+$")


def columns_apart(
    parameters: Iterable[ParameterColumn], table: SheetTable, findings: Findings
) -> tuple[ParameterColumn, ...]:
    """Return the columns, each that fights with an earlier one of its measurement as one of its own.

    Two columns fight where a row has values in both and they differ. Columns that fill each other's gaps are
    one, and so are numbered readings ("SBP 1", "SBP 2") and one quantity in two units.
    """
    out: list[ParameterColumn] = []
    for parameter in parameters:
        if not parameter.paramcd:
            out.append(parameter)
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


def _fight(one: ParameterColumn, other: ParameterColumn) -> bool:
    names = [p.column.heading.written.strip().casefold() for p in (one, other)]
    numbered = names[0] != names[1] and len({_NUMBER.sub("", name) for name in names}) == 1
    if numbered or (one.unit and other.unit and one.unit != other.unit):
        return False
    a, b = one.column.cells, other.column.cells
    both = a.filled & b.filled
    return bool(np.any(a.texts[both] != b.texts[both]))
