"""XML Spreadsheet 2003, which databases like to write and to name .xls."""

import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from sscviewer.workbook.child.coded import MAX_CELLS, CodedSheet, ErrorCell
from sscviewer.workbook.child.ooxml import SPARSE, FarCell, letters

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_EXCEL = "{urn:schemas-microsoft-com:office:excel}"


def read_sheets(data: bytes) -> Iterator[dict[str, Any]]:
    """Give every worksheet; what is defined by entities or lies elsewhere is refused by defusedxml.

    Raises
    ------
    FarCell
        If a sheet has a stray cell too far away to lay it out.
    """
    sheet = _Rows()
    for event, element in iterparse(io.BytesIO(data), events=("start", "end"), forbid_dtd=True):
        if event == "start":
            if element.tag == _SS + "Worksheet":
                sheet = _Rows()
            continue
        if element.tag == _SS + "Row":
            sheet.add(element)
            element.clear()
        elif element.tag == _SS + "Worksheet":
            visible = next((e.text for e in element.iter(_EXCEL + "Visible")), None)
            yield sheet.finish(element.get(_SS + "Name", "Sheet"), visible=not visible)
            element.clear()


class _Rows:
    """The filled rows of a sheet by their numbers, counted from 0."""

    def __init__(self) -> None:
        self._rows: dict[int, dict[int, Any]] = {}
        self._next = 0
        self._width = 0
        self._count = 0
        self._formulas: list[str] = []

    def add(self, row: Element) -> None:
        number = _place(row, self._next)
        cells: dict[int, Any] = {}
        column = 0
        for cell in row.iterfind(_SS + "Cell"):
            column = _place(cell, column)
            value = _value(cell)
            if value != "":
                cells[column] = value
            elif cell.get(_SS + "Formula"):
                self._formulas.append(f"{letters(column + 1)}{number + 1}")
            column += 1 + int(cell.get(_SS + "MergeAcross", "0"))
        self._next = number + 1
        if cells:
            self._rows[number] = cells
            self._width = max(self._width, *(place + 1 for place in cells))
            self._count += len(cells)

    def finish(self, name: str, *, visible: bool) -> dict[str, Any]:
        height = max(self._rows, default=-1) + 1
        if height * self._width > MAX_CELLS and self._count < SPARSE * height * self._width:
            raise FarCell(f"{letters(self._width)}{height}")
        coded = CodedSheet()
        coded.add(self._lay_out(height))
        return coded.finish(name, visible=visible) | {"formulas": self._formulas}

    def _lay_out(self, height: int) -> Iterator[list[Any]]:
        nothing: dict[int, Any] = {}
        for number in range(height):
            cells = self._rows.get(number, nothing)
            yield [cells.get(column, "") for column in range(max(cells, default=-1) + 1)]


def _place(element: Element, following: int) -> int:
    index = element.get(_SS + "Index")
    return following if index is None else max(int(index) - 1, 0)


def _value(cell: Element) -> Any:
    data = cell.find(_SS + "Data")
    if data is None:
        return ""
    text = "".join(data.itertext())
    kind = data.get(_SS + "Type", "String")
    if not text:
        return ""
    if kind == "Number":
        return float(text)
    if kind == "Boolean":
        return text.strip() == "1"
    if kind == "DateTime":
        return datetime.fromisoformat(text)
    return ErrorCell(text) if kind == "Error" else text
