"""Accounts for columns as for rows: each that holds anything was read, hidden, or not read and named."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sscviewer.model.counted import counted
from sscviewer.model.load_report import HIDDEN, ColumnReport
from sscviewer.model.sentence import joined, say
from sscviewer.workbook.evidence.columns.contracts import is_time_of_day
from sscviewer.workbook.evidence.columns.profiles import profile
from sscviewer.workbook.evidence.sheets.recognised import Recognised
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.sheet_reader import SheetResult

_MOST_NAMED = 40
"""So many columns are named in a finding; the list of columns has them all."""

_IDENTIFIES = say("may identify a person")
_NO_PLACE = {
    "date": say("a date without a place in the trial"),
    "number": say("numbers without a place in the trial"),
    "whole": say("numbers without a place in the trial"),
    "yes_no": say("yes or no, without a place in the trial"),
    "code": say("codes without a place in the trial"),
    "term": say("words without a place in the trial"),
    "text": say("free text without a place in the trial"),
    "pair": say("pairs of numbers without a place in the trial"),
    "empty": say("only words for “missing”"),
}


def columns_report(found: Recognised, result: SheetResult | None) -> tuple[ColumnReport, ...]:
    """Return what became of each column of a sheet, in the order of the sheet."""
    if not found.table.header_row:
        return ()
    read = _read_as(found, result)
    hidden = {column.letter for column in found.hidden}
    boxes = {_box(c): read[c.letter] for c in found.table.columns if _box(c) and read[c.letter]}
    out: dict[str, ColumnReport] = {}
    for column in found.table.columns:
        filled = int(column.cells.filled.sum())
        if not column.letter or column.letter in out or not filled:
            continue
        said = (
            HIDDEN
            if column.letter in hidden
            else "+".join(read[column.letter] or boxes.get(_box(column), [])) or None
        )
        evidence = found.evidence.get(column.letter, say("its heading") if said else "")
        written = found.table.written.get(column.letter, column.heading.written)
        heading = " ".join(written.split())
        out[column.letter] = ColumnReport(
            column.letter, heading, said, filled, _why_not(found, column, said), evidence
        )
    return tuple(out.values())


def _box(column: Column) -> str:
    """Return the question that a box to tick belongs to (REDCap's "gym___1"); all its boxes are one list."""
    stem, mark, _ = column.heading.written.partition("___")
    return stem if mark else ""


def _why_not(found: Recognised, column: Column, said: str | None) -> str | None:
    if said == HIDDEN:
        return _IDENTIFIES
    if said is not None:
        return None
    if not found.tables:
        return found.why_not
    if column.letter in found.left:
        return found.left[column.letter]
    of = profile(column.cells)
    if of.kind == "term" and is_time_of_day(column):
        return say("times of day without a place in the trial")
    if of.distinct == 1:
        return say("the same wherever it is filled, without a place in the trial")
    return _NO_PLACE[of.kind]


def _read_as(found: Recognised, result: SheetResult | None) -> Mapping[str, list[str]]:
    """Return {letter: what its column was read as}, each as "table.COLUMN"."""
    read: dict[str, list[str]] = defaultdict(list)
    if result is None:
        return read
    for letter, name in _named(result.recognised):
        if name not in read[letter]:
            read[letter].append(name)
    for name, column in result.extra.items():
        read[column.letter].append(f"subjects.{name}")
    return read


def _named(found: Recognised) -> Iterator[tuple[str, str]]:
    for table, fields in found.fields.items():
        of = found.tables[0] if table not in found.tables and found.tables else table
        for name, columns in fields.items():
            if name != "IGNORED":
                yield from ((column.letter, f"{of}.{name}") for column in columns)
    if found.parameters or "measurements" in found.fields:
        yield from ((letter, "measurements.AVALU") for letter in sorted(found.table.units))
    for parameter in found.parameters:
        yield parameter.column.letter, f"measurements.{parameter.paramcd or 'ADT'}"
    for part in found.parts:
        yield from _named(part)


def report_not_read(
    recognised: Sequence[Recognised], results: Mapping[str, SheetResult], findings: Findings
) -> None:
    """Name the columns that were not read, one finding a sheet; sheets not read at all are named as such."""
    for found in recognised:
        if not found.tables:
            continue
        columns = columns_report(found, results.get(found.table.sheet))
        left = [column for column in columns if column.read_as is None]
        if not left:
            continue
        cells = sum(column.filled for column in left)
        named = (
            say("“{heading}” ({why})", heading=c.heading or c.letter, why=c.why_not)
            for c in left[:_MOST_NAMED]
        )
        names = joined(named, "; ")
        more = (
            say("; and {most_named} more", most_named=len(left) - _MOST_NAMED)
            if len(left) > _MOST_NAMED
            else ""
        )
        findings.add(
            "info",
            "column.not_read",
            say(
                "Not read: {columns} with {cells} filled cells: {names}{more}.",
                columns=counted(len(left), "column"),
                cells=cells,
                names=names,
                more=more,
            ),
            sheet=found.table.sheet,
            cell=f"{left[0].letter}{found.table.header_row}",
        )
