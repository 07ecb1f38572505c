"""Sheets that calamine cannot read, read with openpyxl, which is slower and forgives other faults."""

import io
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

import openpyxl

from sscviewer.workbook.child.coded import CodedSheet
from sscviewer.workbook.child.unseen import Unseen


class SecondLook:
    """An OOXML workbook as openpyxl sees it: values as last calculated, no macros, no links."""

    def __init__(self, file: str | io.BytesIO) -> None:
        # opened here: of a path openpyxl wants to see an ending it knows
        opened = open(file, "rb") if isinstance(file, str) else file  # noqa: SIM115 - read as long as the book
        self._book = openpyxl.load_workbook(opened, read_only=True, data_only=True, keep_links=False)

    def entries(self) -> list[tuple[str, bool, int]]:
        """Return the worksheets: name, whether visible, place."""
        return [
            (sheet.title, sheet.sheet_state == "visible", i) for i, sheet in enumerate(self._book.worksheets)
        ]

    def read(self, name: str, *, visible: bool, seen: Unseen) -> dict[str, Any]:
        """Return one sheet; merged cells are not told."""
        sheet = self._book[name]
        # what a sheet says of its own size may be less than it holds
        sheet.reset_dimensions()
        coded = CodedSheet()
        coded.add(_rows(sheet, seen))
        seen.second_reader = True
        return coded.finish(name, visible=visible, seen=seen)


def _rows(sheet: Any, seen: Unseen) -> Iterator[Sequence[Any]]:
    known = {cell for cell, _ in seen.errors}
    for row in sheet.iter_rows():
        values = []
        for cell in row:
            value = cell.value
            if cell.data_type == "e":
                if cell.coordinate not in known and not seen.is_full:
                    seen.errors.append((cell.coordinate, str(value)))
                value = None
            values.append("" if value is None else str(value) if isinstance(value, timedelta) else value)
        yield values
