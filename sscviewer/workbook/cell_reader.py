"""The child program that reads the cells of a workbook, so that a bad file can only kill the child.

Run as a file, never imported by the program: ``python -I cell_reader.py FOLDER_OF_CALAMINE MEGABYTES TASK``.
The workbook's bytes come in through standard input; one marshalled dict goes out. It imports nothing but the
standard library and the reader, which keeps its start at a few hundredths of a second.

A column goes out as its different cells and one number per row (which of them it is), because trial sheets
repeat themselves: the parent then works on each different text once.
"""

import io
import marshal
import re
import sys
import zipfile
from array import array
from datetime import date, datetime, time, timedelta
from typing import Any

EMPTY, TEXT, NUMBER, BOOLEAN, DATE, OTHER = range(6)

_KIND = {str: TEXT, float: NUMBER, int: NUMBER, bool: BOOLEAN, datetime: DATE, date: DATE}

MAX_CELLS = 60_000_000
"""More cells than this, empty ones included, do not fit the memory limit (32 bytes each in calamine)."""

SPARSE = 0.01
"""A sheet this empty and larger than `MAX_CELLS` has a stray cell, not data."""


def limit_memory(megabytes: int) -> None:
    """Let the operating system refuse memory beyond the limit, where it can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    limit = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def code_column(values: tuple[Any, ...]) -> tuple[bytes, bytes, list[Any]]:
    """Return (index of each row's cell, kind of each different cell, each different cell)."""
    if not {int, bool}.isdisjoint(map(type, values)):
        # True, 1 and 1.0 are one dict key
        values = tuple(_Boolean(v) if type(v) is bool else float(v) if type(v) is int else v for v in values)
    position = {value: i for i, value in enumerate(dict.fromkeys(values))}
    codes = array("i", map(position.__getitem__, values))
    kinds, cells = bytearray(), []
    for value in position:
        kind, cell = _plain(value)
        kinds.append(kind)
        cells.append(cell)
    return codes.tobytes(), bytes(kinds), cells


class _Boolean:
    """A TRUE or FALSE cell, equal to no number."""

    def __init__(self, value: bool) -> None:
        self.text = "TRUE" if value else "FALSE"

    def __hash__(self) -> int:
        return hash(("boolean", self.text))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Boolean) and other.text == self.text


def _plain(value: Any) -> tuple[int, Any]:
    """Return the kind of a cell and its value as something marshal can carry."""
    if isinstance(value, _Boolean):
        return BOOLEAN, value.text
    if isinstance(value, str):
        return (TEXT, value) if value else (EMPTY, "")
    if isinstance(value, datetime) and value.time() == time.min:
        return DATE, value.date().isoformat()
    if isinstance(value, date):
        return DATE, value.isoformat()
    if isinstance(value, (time, timedelta)):
        return OTHER, str(value)
    return _KIND.get(type(value), OTHER), value if isinstance(value, float) else str(value)


def read_cells(data: bytes) -> dict[str, Any]:
    """Return every worksheet: name, visibility, size from A1, coded columns."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = []
    for entry in workbook.sheets_metadata:
        if entry.typ != SheetTypeEnum.WorkSheet:
            continue
        rows = workbook.get_sheet_by_name(entry.name).to_python(skip_empty_area=False)
        sheets.append(
            {
                "name": entry.name,
                "visible": entry.visible == SheetVisibleEnum.Visible,
                "rows": len(rows),
                "columns": [code_column(column) for column in zip(*rows, strict=True)],
            }
        )
    return {"sheets": sheets}


_DIMENSION = re.compile(rb'<(?:\w+:)?dimension\b[^>]*\bref="[A-Z]+\d+:([A-Z]+)(\d+)"')
_VALUE_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]+)(\d+)"[^>/]*>\s*<(?:\w+:)?(?:v|is|f)\b')


def _number(letters: bytes) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + letter - 64
    return index


def look_ahead(data: bytes) -> dict[str, Any]:
    """Return what must be known before parsing an OOXML workbook: a stray far cell, errors, formulas."""
    found: dict[str, Any] = {"far": None, "second_look": []}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            if "/worksheets/" not in entry.filename or not entry.filename.endswith(".xml"):
                continue
            xml = archive.read(entry)
            found["far"] = found["far"] or _far_cell(xml)
            if b't="e"' in xml or b"<f" in xml or b":f>" in xml:
                found["second_look"].append("/" + entry.filename)
    return found


def _far_cell(xml: bytes) -> str | None:
    """Return the name of a cell so far away that the sheet cannot be laid out, if there is one."""
    dimension = _DIMENSION.search(xml[:4096])
    last_row = xml.rfind(b"<row ")
    rows = re.match(rb'<row [^>]*?\br="(\d+)"', xml[last_row : last_row + 200])
    claimed = _number(dimension[1]) * int(dimension[2]) if dimension else 0
    if claimed <= MAX_CELLS and (rows is None or int(rows[1]) < 100_000):
        return None
    width = height = count = 0
    for match in _VALUE_CELL.finditer(xml):
        width, height = max(width, _number(match[1])), max(height, int(match[2]))
        count += 1
    if width * height > MAX_CELLS and count < SPARSE * width * height:
        return _letters(width) + str(height)
    return None


def _letters(index: int) -> str:
    text = ""
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(65 + rest) + text
    return text


def second_look(data: bytes) -> dict[str, Any]:
    """Return error cells and formulas without a cached value, which calamine shows as empty cells.

    openpyxl trusts a sheet's stated size in read-only mode and loses rows when it lies, hence
    ``reset_dimensions`` (seen in 6 of 483 public files).
    """
    from openpyxl import load_workbook

    paths = set(look_ahead(data)["second_look"])
    errors: list[tuple[str, str, str]] = []
    empty: dict[str, set[str]] = {}
    formulas: list[tuple[str, str]] = []
    for data_only in (True, False):
        workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=data_only, keep_links=False)
        for sheet in workbook.worksheets:
            if "/" + sheet._worksheet_path.lstrip("/") not in paths:  # type: ignore[attr-defined]
                continue
            sheet.reset_dimensions()
            for cell in (cell for row in sheet.iter_rows() for cell in row if hasattr(cell, "coordinate")):
                if data_only and cell.data_type == "e":
                    errors.append((sheet.title, cell.coordinate, str(cell.value)))
                elif data_only and cell.value is None and cell.data_type == "n":
                    empty.setdefault(sheet.title, set()).add(cell.coordinate)
                elif not data_only and cell.data_type == "f" and cell.coordinate in empty.get(sheet.title, ()):
                    formulas.append((sheet.title, cell.coordinate))
    return {"errors": errors, "formulas": formulas}


TASKS = {"cells": read_cells, "look_ahead": look_ahead, "second_look": second_look}


def main() -> None:
    """Read the workbook from standard input and write the answer, or the name of what went wrong."""
    folder, megabytes, task = sys.argv[1:4]
    sys.path.append(folder)
    limit_memory(int(megabytes))
    data = sys.stdin.buffer.read()
    try:
        answer = TASKS[task](data)
    except BaseException as error:  # noqa: BLE001 - pyo3's PanicException is no Exception
        answer = {"error": type(error).__name__, "text": str(error)[:500]}
    marshal.dump(answer, sys.stdout.buffer)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
