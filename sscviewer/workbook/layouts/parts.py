"""A sheet that holds several kinds of rows: its parts are read one by one and their results put together."""

from collections.abc import Sequence
from dataclasses import replace

from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.sheets.recognised import Fields, Recognised
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.row_numbers import rows_in_words
from sscviewer.workbook.rows.columns import joined
from sscviewer.workbook.values.cells import Cells


def combine(table: SheetTable, layout: str, parts: Sequence[Recognised], hidden: Recognised) -> Recognised:
    """Return what a sheet is that consists of parts.

    Parameters
    ----------
    hidden
        The sheet as looked at as a whole; it carries the columns that identify a person.
    """
    by_letter = {c.letter: c for c in table.columns}
    tables: list[str] = []
    fields: dict[str, Fields] = {}
    for part in parts:
        for name in part.tables:
            if name not in tables:
                tables.append(name)
            merged = dict(fields.get(name, {}))
            for field, columns in part.fields[name].items():
                merged.setdefault(field, tuple(by_letter.get(c.letter, c) for c in columns))
            fields[name] = merged
    order = ["subjects"] * ("subjects" in tables) + [name for name in tables if name != "subjects"]
    parameters = {p.column.letter: p for part in parts for p in part.parameters}
    whole = tuple(replace(p, column=by_letter.get(a, p.column)) for a, p in parameters.items())
    return Recognised(
        table,
        layout,
        tuple(order),
        fields,
        whole,
        hidden.hidden,
        parts=tuple(replace(part, layout=layout) for part in parts),
    )


def columns_as_read(found: Recognised) -> dict[str, Column]:
    """Return the columns, by letter, of which the parts of a sheet read other cells than stand there.

    Codes are their meanings, ticked boxes a list; each column is below one another over all parts.
    """
    parts: dict[str, list[Cells]] = {}
    for part in found.parts:
        read = {c.letter: c for one in part.fields.values() for columns in one.values() for c in columns}
        for letter, column in read.items():
            parts.setdefault(letter, []).append(column.cells)
    headings = {c.letter: c.heading for c in found.table.columns}
    return {a: Column(a, headings[a], joined(listed)) for a, listed in parts.items() if a in headings}


def report_left_out(table: SheetTable, parts: Sequence[Recognised], why: str, findings: Findings) -> None:
    """Name the rows of a sheet that are in none of its parts."""
    in_parts = {int(row) for part in parts for row in part.table.rows}
    left = [int(row) for row in table.rows if int(row) not in in_parts]
    if left:
        findings.add(
            "warning",
            "row.not_recognised",
            say(
                "{rows} {were} not used: {why}.",
                rows=rows_in_words(left),
                were=say("was") if len(left) == 1 else say("were"),
                why=why,
            ),
            sheet=table.sheet,
            cell=f"{table.columns[0].letter}{left[0]}",
        )
