"""Queries as a list for the site, XLSX or CSV, in which nothing a cell holds can run; and its way back."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sscviewer import __version__
from sscviewer.report.query_shapes import QUERY_FORMATS, SHAPES, ending, facts, shaped
from sscviewer.report.table_file import (
    CSV,
    HEAD_FILL,
    book_bytes,
    comma_separated,
    put_text,
    steady_zip,
)
from sscviewer.report.what import TABLE_FORMATS, endings
from sscviewer.whole_file import not_written, write_whole_file

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from sscviewer.memory.query_log import Query
    from sscviewer.model.load_report import Source

NUMBER, ANSWER, ANSWERED = "No.", "Site's answer", "Date of answer"
COLUMNS = (
    (NUMBER, 6, "number"),
    ("Status", 10, "status"),
    ("Severity", 10, "severity"),
    ("Site", 8, "site"),
    ("Patient", 14, "patient"),
    ("Form", 20, "form"),
    ("Visit", 12, "visit"),
    ("Date", 11, "date"),
    ("Field", 18, "field"),
    ("Value", 12, "value"),
    ("Row", 7, "row"),
    ("Cell", 12, "cells"),
    ("Question", 60, "question"),
    ("What the program did", 36, "done"),
    ("Rule", 20, "rule"),
    (ANSWER, 36, "answer"),
    (ANSWERED, 15, "answered"),
)
"""Heading, width in characters, and which of `query_shapes.FACTS`."""

_ANSWER_FILL = "FFFFF8E1"
_ANSWER_COLUMNS = (16, 17)
_WRAPPED_COLUMNS = (12, 13, 14, 16)
_LINE_POINTS = 15.0
SHEET = "Queries"
ENDINGS = tuple(f".{name}" for name in QUERY_FORMATS)
"""What a list may end in: the first two come back with answers, the others are in another program's words."""


class QueryListFailed(Exception):  # noqa: N818 - reads as what happened
    """The list could not be written; the text is one sentence for the user."""


@dataclass(frozen=True, slots=True)
class QueryList:
    """Queries, the file they are about, and the day of the list: the same three give the same bytes."""

    queries: tuple[Query, ...]
    source: Source
    day: date = field(default_factory=date.today)

    def rows(self) -> Iterable[tuple[str, ...]]:
        """Return one row of texts per query, with room for the answer."""
        names = [fact for *_, fact in COLUMNS]
        return (facts(query, names) for query in self.queries)


def write_query_list(path: Path, queries: QueryList) -> None:
    """Write the list as the file's suffix says, whole or not at all.

    Raises
    ------
    QueryListFailed
        If the suffix is none of `ENDINGS`, or the file cannot be written.
    """
    shape = ending(path)
    if shape not in ENDINGS:
        usual = endings(TABLE_FORMATS)
        raise QueryListFailed(f"“{path.name}” must end in {usual} to be saved as a query list.")
    try:
        write_whole_file(path, _contents(queries, shape))
    except OSError as error:
        raise QueryListFailed(not_written(path, error)) from error


def _contents(queries: QueryList, shape: str) -> bytes:
    if shape in SHAPES:
        return shaped(queries.queries, shape).encode("utf-8")
    return _csv(queries) if shape == CSV else _xlsx(queries)


def _csv(queries: QueryList) -> bytes:
    return comma_separated([head for head, *_ in COLUMNS], queries.rows(), all_text=True).encode("utf-8")


def _xlsx(queries: QueryList) -> bytes:
    # Imported here: the window starts without it.
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = SHEET
    _fill(sheet, queries)
    _lay_out(sheet, len(queries.queries))
    about = book.create_sheet("About")
    for line in _about(queries):
        about.append([line])
        about.cell(about.max_row, 1).data_type = "s"
    about.column_dimensions["A"].width = 100
    # No name of a person, and no folder: whoever gets the list sees what it is about and nothing else.
    book.properties.creator = f"sscviewer {__version__}"
    book.properties.title = "Query list"
    return steady_zip(book_bytes(book), queries.day)


def _fill(sheet: Worksheet, queries: QueryList) -> None:
    sheet.append([heading for heading, *_ in COLUMNS])
    for line, row in enumerate(queries.rows(), 2):
        for place, text in enumerate(row, 1):
            if place == 1:
                sheet.cell(line, place).value = int(text)
            elif text:
                put_text(sheet.cell(line, place), text)


def _lay_out(sheet: Worksheet, n: int) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    line = Border(bottom=Side(style="hair", color="FFB0B8C0"))
    for place, (_, width, _) in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
        head = sheet.cell(1, place)
        head.font = Font(bold=True)
        head.fill = PatternFill("solid", fgColor=HEAD_FILL)
        head.alignment = Alignment(vertical="center", wrap_text=True)
    for row in range(2, n + 2):
        for place in range(1, len(COLUMNS) + 1):
            cell = sheet.cell(row, place)
            cell.alignment = Alignment(vertical="top", wrap_text=place in _WRAPPED_COLUMNS)
            cell.border = line
            if place in _ANSWER_COLUMNS:
                cell.fill = PatternFill("solid", fgColor=_ANSWER_FILL)
        # Excel makes room for wrapped text on opening, other programs do not.
        lines = max(
            -(-len(str(sheet.cell(row, p).value or "")) // COLUMNS[p - 1][1]) for p in _WRAPPED_COLUMNS
        )
        sheet.row_dimensions[row].height = _LINE_POINTS * max(1, lines)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{max(n, 1) + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _about(queries: QueryList) -> tuple[str, ...]:
    source = queries.source
    return (
        "Questions about the trial's data; please answer in the two coloured columns and send the file back.",
        f"File: {source.name}, sha256 {source.sha256}",
        f"{len(queries.queries)} queries, listed on {queries.day.isoformat()} by sscviewer {__version__}.",
        "Sheet and cell are those of the file named above. Nothing in that file was changed.",
    )


def read_answers(path: Path) -> dict[int, tuple[str, str]]:
    """Return the answers of a list that came back: (answer, day as written) by number, where there is one.

    Raises
    ------
    QueryListFailed
        If the file is none of ours, or cannot be read.
    """
    try:
        rows = _csv_rows(path) if path.suffix.lower() == CSV else _xlsx_rows(path)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise QueryListFailed(f"“{path.name}” cannot be read as a query list (.xlsx or .csv).") from error
    heads = rows[0] if rows else []
    if not {NUMBER, ANSWER, ANSWERED} <= set(heads):
        raise QueryListFailed(f"“{path.name}” has no columns “{NUMBER}”, “{ANSWER}” and “{ANSWERED}”.")
    number, answer, day = (heads.index(name) for name in (NUMBER, ANSWER, ANSWERED))
    found = {}
    for row in rows[1:]:
        if row[answer] and row[number].isdigit():
            found[int(row[number])] = (row[answer], row[day])
    return found


def _csv_rows(path: Path) -> list[list[str]]:
    text = path.read_text(encoding="utf-8-sig")
    # Excel saves with semicolons where the comma is the decimal mark.
    mark = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    rows = list(csv.reader(io.StringIO(text), delimiter=mark))
    width = max(map(len, rows), default=0)
    return [[text.removeprefix("'").strip() for text in (*row, *[""] * (width - len(row)))] for row in rows]


def _xlsx_rows(path: Path) -> list[list[str]]:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    try:
        return [[_text(value) for value in row] for row in book[SHEET].iter_rows(values_only=True)]
    finally:
        book.close()


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()


def sites_of(queries: Sequence[Query]) -> tuple[str, ...]:
    """Return the sites asked, "" for what belongs to none."""
    return tuple(sorted({query.question.site for query in queries}))
