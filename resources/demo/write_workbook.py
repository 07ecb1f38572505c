"""Sheets to an .xlsx file that is the same, byte for byte, each time it is written."""

import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import xlsxwriter
from sheets import Sheet
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

NOT_AVAILABLE = "#N/A"  # written as an Excel error, not as text
_FORMULA = b"<f>NA()</f>"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_WIDEST = 34
_NARROWEST = 9


def write_workbook(path: Path, about: list[str], sheets: dict[str, Sheet], created: datetime) -> None:
    """Write the prose of the first sheet, then the tables.

    Parameters
    ----------
    path : pathlib.Path
        The file to write; one that is there is replaced.
    about : list of str
        The first sheet's lines; the first is its title.
    sheets : dict of str to Sheet
        The other sheets in their order.
    created : datetime.datetime
        What the file's properties call its date of creation.
    """
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties(
        {"title": about[0], "comments": "Synthetic data. No real patient.", "created": created}
    )
    bold = book.add_format({"bold": True})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    heading = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E7E6E6"}
    )
    day = book.add_format({"num_format": "dd-mmm-yyyy"})
    minute = book.add_format({"num_format": "dd-mmm-yyyy hh:mm"})
    page = book.add_worksheet("About")
    page.set_column(0, 0, 110)
    page.hide_gridlines(2)
    for number, line in enumerate(about):
        page.write_string(number, 0, line, wrapped if number else bold)
    for name, sheet in sheets.items():
        page = book.add_worksheet(name)
        for column, text in enumerate(sheet.columns):
            page.write_string(0, column, text, heading)
            page.set_column(column, column, _width(sheet, column))
        for number, row in enumerate(sheet.rows, start=1):
            for column, cell in enumerate(row):
                _write_cell(page, number, column, cell, day, minute)
        page.freeze_panes(1, 0)
    book.close()
    path.write_bytes(_without_formula(buffer))


def _width(sheet: Sheet, column: int) -> int:
    """Return a column width that shows most cells whole."""
    longest = max((len(str(row[column])) for row in sheet.rows if row[column] is not None), default=0)
    return min(_WIDEST, max(_NARROWEST, longest + 1, len(sheet.columns[column]) // 2 + 2))


def _write_cell(page: Worksheet, row: int, column: int, cell: object, day: Format, minute: Format) -> None:
    """Write one cell by its type; None leaves it empty."""
    if isinstance(cell, datetime):
        page.write_datetime(row, column, cell, minute)
    elif isinstance(cell, date):
        page.write_datetime(row, column, cell, day)
    elif cell == NOT_AVAILABLE:
        page.write_formula(row, column, "=NA()", None, NOT_AVAILABLE)
    elif isinstance(cell, str):
        page.write_string(row, column, cell)
    elif cell is not None:
        page.write_number(row, column, cell)


def _without_formula(buffer: io.BytesIO) -> bytes:
    """Take out the formula that XlsxWriter needs to write an error value; give the parts a fixed date."""
    out = io.BytesIO()
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name).replace(_FORMULA, b""))
    return out.getvalue()
