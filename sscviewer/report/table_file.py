"""A table of results as XLSX or CSV: numbers stay numbers, and nothing a text holds can be run."""

from __future__ import annotations

import csv
import errno
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sscviewer import __version__
from sscviewer.model.plain_text import plain_text
from sscviewer.report.what import TABLE_FORMATS, endings
from sscviewer.whole_file import not_written, write_whole_file

if TYPE_CHECKING:
    from openpyxl import Workbook

RISKY = ("=", "+", "-", "@", "\t", "\r", "\0")
"""A text beginning with one of these could be run by a spreadsheet. **Source**: OWASP, CSV injection."""
CORE_PROPERTIES = "docProps/core.xml"
STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
XLSX, CSV = ".xlsx", ".csv"
_MINUS = re.compile(r"\u2212(?=[\d.∞])")
_ESTIMATE = re.compile(r"-[\d.]+(?:[\d\s.,;()%-]|to)*")
"""A negative number with its limits, "-1.5 (-3.6 to 0.5)": no spreadsheet runs it."""
LONGEST = 32_767
"""Characters an Excel cell can hold."""
NOT_IN_FILE, NOT_ESTIMATED = NO_NUMBER = ("not in the file", "not estimated")
"""What stands in the place of a number that there is none of."""
HEAD_FILL = "FFE8EDF3"
WIDEST, NARROWEST = 60, 8
"""Column widths in characters."""


class TableFailed(Exception):  # noqa: N818 - reads as what happened
    """The table could not be written; the text is one sentence for the user."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table ready to be written.

    Attributes
    ----------
    name
        For the file's name: "adverse_events".
    title
        What it shows.
    columns, rows
        Heads, and the text of each cell.
    numeric
        Columns whose texts are numbers, to be written as such.
    notes
        What a reader must know: method, n, filters, which file it is from.
    strong
        Rows that head others, or sum them.
    """

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()
    notes: tuple[str, ...] = ()
    strong: frozenset[int] = frozenset()


def write_table(path: Path, table: Table, day: date | None = None) -> None:
    """Write a table as the file's suffix says, whole or not at all.

    Raises
    ------
    TableFailed
        If the suffix is none of `TABLE_FORMATS`, or the file cannot be written.
    """
    suffix = path.suffix.lower()
    if suffix.removeprefix(".") not in TABLE_FORMATS:
        raise TableFailed(f"“{path.name}” must end in {endings(TABLE_FORMATS)} to be saved as a table.")
    try:
        data = csv_bytes(table) if suffix == CSV else xlsx_bytes(table, day or date.today())
        write_whole_file(path, data)
    except OSError as error:
        raise TableFailed(not_written(path, error)) from error


def csv_bytes(table: Table) -> bytes:
    """Return the table as CSV; the notes stand below it after an empty line."""
    notes = [(), *((note,) for note in (table.title, *table.notes))]
    return comma_separated(table.columns, [*table.rows, *notes]).encode("utf-8")


def comma_separated(columns: Sequence[str], rows: Iterable[Sequence[str]], *, all_text: bool = False) -> str:
    """Return a table as CSV with a byte-order mark, so that Excel reads it as UTF-8; no cell can be run.

    `all_text` says that no column holds numbers: then "-5" is a text like any other.
    """
    safe = quoted if all_text else harmless
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([safe(text) for text in columns])
    writer.writerows([safe(text) for text in row] for row in rows)
    return "\ufeff" + out.getvalue()


def harmless(text: str) -> str:
    """Return a text that no spreadsheet runs; a number stays a number."""
    text = plain_minus(text)
    return text if number_of(text) is not None or _ESTIMATE.fullmatch(text) else quoted(text)


def plain_minus(text: str) -> str:
    """Return a text with the minus of keyboards before its numbers: other programs read no other."""
    return _MINUS.sub("-", text)


def quoted(text: str) -> str:
    """Return a text behind an apostrophe where a spreadsheet could run it."""
    text = plain_text(text)
    return f"'{text}" if text.startswith(RISKY) else text


def number_of(text: str) -> float | None:
    """Return the number a text of ours stands for, with its minus sign and thin spaces; None for words."""
    plain = text.replace("−", "-").replace("\u202f", "")
    try:
        return float(plain)
    except ValueError:
        return None


def xlsx_bytes(table: Table, day: date) -> bytes:
    """Return the table as a workbook: one sheet with the table, one that says what it is.

    The same table and day give the same bytes.
    """
    # Imported here: the window starts without it.
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Table"
    for place, head in enumerate(table.columns, 1):
        cell = sheet.cell(1, place)
        put_text(cell, head)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor=HEAD_FILL)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        texts = [head, *(row[place - 1] for row in table.rows)]
        width = min(max(max(map(len, texts)) + 2, NARROWEST), WIDEST)
        sheet.column_dimensions[get_column_letter(place)].width = width
    for number, row in enumerate(table.rows, 2):
        for place, text in enumerate(row, 1):
            value = number_of(text) if place - 1 in table.numeric else None
            if value is not None:
                sheet.cell(number, place).value = value
            elif text:
                put_text(sheet.cell(number, place), plain_minus(text))
            if number - 2 in table.strong:
                sheet.cell(number, place).font = Font(bold=True)
    sheet.freeze_panes = "A2"
    about = book.create_sheet("About")
    for number, line in enumerate((table.title, *table.notes), 1):
        put_text(about.cell(number, 1), line)
    about.column_dimensions["A"].width = 100
    # No name of a person, and no folder.
    book.properties.creator = f"sscviewer {__version__}"
    book.properties.title = plain_text(table.title)
    return steady_zip(book_bytes(book), day)


def book_bytes(book: Workbook) -> bytes:
    """Return a workbook as XLSX.

    Raises
    ------
    OSError
        If the disk has no room: openpyxl writes every sheet to a temporary file first.
    """
    from lxml.etree import SerialisationError  # type: ignore[import-untyped]

    out = io.BytesIO()
    try:
        book.save(out)
    except SerialisationError as error:
        raise OSError(errno.ENOSPC, "the folder for temporary files has no room") from error
    return out.getvalue()


def steady_zip(data: bytes, day: date) -> bytes:
    """Return an Office file without the time of its making: every part dated on a day, at midnight."""
    out, when = io.BytesIO(), (max(day.year, 1980), day.month, day.day, 0, 0, 0)
    stamp = f"{day.isoformat()}T00:00:00Z".encode()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if name == CORE_PROPERTIES:
                part = STAMP.sub(rb"\g<1>" + stamp + rb"\g<2>", part)
            after.writestr(zipfile.ZipInfo(name, when), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def put_text(cell: object, text: str) -> None:
    """Put a text into a cell of openpyxl as text, whatever it begins with."""
    from openpyxl.cell.cell import Cell

    assert isinstance(cell, Cell)
    cell.value = plain_text(text)[:LONGEST]
    cell.data_type = "s"  # else openpyxl makes a formula of what begins with "="
