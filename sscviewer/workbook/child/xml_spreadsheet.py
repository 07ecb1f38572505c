"""XML Spreadsheet 2003, which databases like to write and to name .xls."""

import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from sscviewer.workbook.child.coded import MAX_CELLS, CodedSheet
from sscviewer.workbook.child.ooxml import SPARSE, FarCell
from sscviewer.workbook.child.unseen import Unseen, letters, ranges

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_EXCEL = "{urn:schemas-microsoft-com:office:excel}"


def read_sheets(data: bytes) -> Iterator[dict[str, Any]]:
    """Give every worksheet; what is defined by entities or lies elsewhere is refused by defusedxml.

    Raises
    ------
    FarCell
        If a sheet has a stray cell too far away to lay it out.
    """
    sheet, date1904 = _Rows(), False
    for event, element in iterparse(io.BytesIO(data), events=("start", "end"), forbid_dtd=True):
        if event == "start":
            if element.tag == _SS + "Worksheet":
                sheet = _Rows()
                sheet.seen.date1904 = date1904
            continue
        if element.tag == _SS + "Row":
            sheet.add(element)
            element.clear()
        elif element.tag == _SS + "Column":
            sheet.add_column(element)
        elif element.tag == _EXCEL + "Date1904":
            date1904 = True
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
        self._next_column = 0
        self._hidden_rows: list[int] = []
        self.seen = Unseen()

    def add_column(self, column: Element) -> None:
        """Take in what is said of a column, or of several."""
        first = _place(column, self._next_column)
        self._next_column = first + int(column.get(_SS + "Span", "0")) + 1
        if column.get(_SS + "Hidden") == "1":
            self.seen.hidden_columns.append((first + 1, self._next_column))

    def add(self, row: Element) -> None:
        """Take in a row."""
        number = _place(row, self._next)
        if row.get(_SS + "Hidden") == "1":
            self._hidden_rows.append(number + 1)
        cells: dict[int, Any] = {}
        column = 0
        for cell in row.iterfind(_SS + "Cell"):
            column = _place(cell, column)
            value, error = _value(cell)
            if error:
                self.seen.errors.append((f"{letters(column + 1)}{number + 1}", error))
                self._width = max(self._width, column + 1)
            elif value != "":
                cells[column] = value
            elif cell.get(_SS + "Formula"):
                self.seen.formulas.append(f"{letters(column + 1)}{number + 1}")
            column += 1 + int(cell.get(_SS + "MergeAcross", "0"))
        self._next = number + 1
        if cells:
            self._rows[number] = cells
            self._width = max(self._width, *(place + 1 for place in cells))
            self._count += len(cells)

    def finish(self, name: str, *, visible: bool) -> dict[str, Any]:
        """Return the sheet as it is sent."""
        height = max(self._rows, default=-1) + 1
        if height * self._width > MAX_CELLS and self._count < SPARSE * height * self._width:
            raise FarCell(f"{letters(self._width)}{height}")
        coded = CodedSheet()
        coded.add(self._lay_out(height))
        self.seen.hidden_rows = ranges(self._hidden_rows)
        return coded.finish(name, visible=visible, seen=self.seen)

    def _lay_out(self, height: int) -> Iterator[list[Any]]:
        nothing: dict[int, Any] = {}
        for number in range(height):
            cells = self._rows.get(number, nothing)
            yield [cells.get(column, "") for column in range(max(cells, default=-1) + 1)]


def _place(element: Element, following: int) -> int:
    index = element.get(_SS + "Index")
    return following if index is None else max(int(index) - 1, 0)


def _value(cell: Element) -> tuple[Any, str]:
    """Return what a cell holds, "" if nothing, and the text of an error."""
    data = cell.find(_SS + "Data")
    text = "" if data is None else "".join(data.itertext())
    if data is None or not text:
        return "", ""
    kind = data.get(_SS + "Type", "String")
    if kind == "Error":
        return "", text
    if kind == "Number":
        return float(text), ""
    if kind == "Boolean":
        return text.strip() == "1", ""
    if kind == "DateTime":
        return datetime.fromisoformat(text), ""
    return text, ""
