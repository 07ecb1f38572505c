"""The child program that reads the cells of a workbook, so that a bad file can only kill the child.

Run as a file, never imported by the program: ``python -I cell_reader.py FOLDER_OF_CALAMINE MEGABYTES``.
The workbook's bytes come in through standard input; one marshalled dict goes out. It imports nothing but the
standard library and the reader, which keeps its start at a few hundredths of a second.

A column goes out as its different cells and one number per row (which of them it is), because trial sheets
repeat themselves: the parent then works on each different text once.
"""

import io
import marshal
import posixpath
import re
import sys
import zipfile
from array import array
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.etree import ElementTree

EMPTY, TEXT, NUMBER, BOOLEAN, DATE, OTHER, ERROR = range(7)

_KIND = {str: TEXT, float: NUMBER, int: NUMBER, bool: BOOLEAN, datetime: DATE, date: DATE}

MAX_CELLS = 60_000_000
"""More cells than this, empty ones included, do not fit the memory limit (32 bytes each in calamine)."""

MAX_MERGED = 20_000
"""No table made by people has more merged cells."""

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


def read_cells(data: bytes) -> list[dict[str, Any]]:
    """Return every worksheet: name, visibility, size from A1, coded columns."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = []
    for entry in workbook.sheets_metadata:
        if entry.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_name(entry.name)
        rows = sheet.to_python(skip_empty_area=False)
        sheets.append(
            {
                "name": entry.name,
                "visible": entry.visible == SheetVisibleEnum.Visible,
                "rows": len(rows),
                "columns": [code_column(column) for column in zip(*rows, strict=True)],
                "merged": (sheet.merged_cell_ranges or [])[:MAX_MERGED],
            }
        )
    return sheets


_DIMENSION = re.compile(rb'<(?:\w+:)?dimension\b[^>]*\bref="[A-Z]+\d+:([A-Z]+)(\d+)"')
_CELL_NAME_PARTS = re.compile(rb'\br="([A-Z]+)(\d+)"')
_END = 65536
_VALUE_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]+)(\d+)"[^>/]*>\s*<(?:\w+:)?(?:v|is|f)\b')


def _number(letters: bytes) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + letter - 64
    return index


_FORMULA_STARTS = (b"<f>", b"<f ", b"<f/", b":f>", b":f ", b":f/")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*)(?<!/)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_CELL_NAME = re.compile(rb'\br="([A-Z]+\d+)"')
_CELL_VALUE = re.compile(rb"<(?:\w+:)?v(?: [^>]*)?>([^<]+)<")


def look_ahead(data: bytes) -> dict[str, Any]:
    """Return what calamine does not show of an OOXML workbook, from the sheets' XML.

    "far": a stray cell too far away to lay the sheet out, if any (then nothing else is looked for).
    "errors": (sheet, cell, text) of cells that hold an Excel error, which calamine gives as empty.
    "formulas": (sheet, cell) of formulas that were never calculated, which are empty too.
    """
    found: dict[str, Any] = {"far": None, "errors": [], "formulas": []}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = _sheet_names(archive)
        for entry in archive.infolist():
            if "/worksheets/" not in entry.filename or not entry.filename.endswith(".xml"):
                continue
            xml = archive.read(entry)
            found["far"] = _far_cell(xml)
            if found["far"]:
                return found
            if b't="e"' in xml or any(start in xml for start in _FORMULA_STARTS):
                _look_closely(xml, names.get(entry.filename, ""), found)
    return found


def _look_closely(xml: bytes, sheet: str, found: dict[str, Any]) -> None:
    for attributes, content in _CELL.findall(xml):
        is_error = b't="e"' in attributes
        value = _CELL_VALUE.search(content)
        if not is_error and (value or b't="str"' in attributes or not _FORMULA.search(content)):
            continue
        name = _CELL_NAME.search(attributes)
        cell = name[1].decode() if name else ""
        if is_error:
            found["errors"].append((sheet, cell, value[1].decode() if value else "#ERROR"))
        else:
            found["formulas"].append((sheet, cell))


def _sheet_names(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return {part of the archive: name of the sheet}."""
    parts = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= parts:
        return {}
    targets = {}
    for relation in ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels")):
        target = relation.get("Target", "")
        targets[relation.get("Id")] = (
            target[1:] if target.startswith("/") else posixpath.normpath("xl/" + target)
        )
    names = {}
    for element in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter():
        if element.tag.rpartition("}")[2] == "sheet":
            relation_id = next((v for k, v in element.attrib.items() if k.endswith("}id")), None)
            names[targets.get(relation_id, "")] = element.get("name", "")
    return names


def _far_cell(xml: bytes) -> str | None:
    """Return the name of a cell so far away that the sheet cannot be laid out, if there is one.

    Only a sheet whose stated size, or whose ends, look far apart is gone through cell by cell.
    """
    dimension = _DIMENSION.search(xml[:4096])
    stated = _number(dimension[1]) * int(dimension[2]) if dimension else 0
    last_row = max(xml.rfind(b"<row "), xml.rfind(b":row "))
    ends = _CELL_NAME_PARTS.findall(xml[:_END]) + _CELL_NAME_PARTS.findall(xml[max(last_row, 0) :][:_END])
    seen = max((_number(a) for a, _ in ends), default=0) * max((int(b) for _, b in ends), default=0)
    if max(stated, seen) <= MAX_CELLS:
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


def read_workbook(data: bytes) -> dict[str, Any]:
    """Return the worksheets and what `look_ahead` found; no worksheets when there is a far cell."""
    found = look_ahead(data)
    return found if found["far"] else found | {"sheets": read_cells(data)}


def main() -> None:
    """Read the workbook from standard input and write the answer, or the name of what went wrong."""
    folder, megabytes = sys.argv[1:3]
    sys.path.append(folder)
    limit_memory(int(megabytes))
    data = sys.stdin.buffer.read()
    try:
        answer = read_workbook(data)
    except BaseException as error:  # noqa: BLE001 - pyo3's PanicException is no Exception
        answer = {"error": type(error).__name__, "text": str(error)[:500]}
    marshal.dump(answer, sys.stdout.buffer)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
