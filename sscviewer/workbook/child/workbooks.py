"""xlsx, xlsm, xlsb, xls and ods, read with calamine: macros are never looked at, links never followed."""

import io
import threading
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from sscviewer.workbook.child.coded import CodedSheet
from sscviewer.workbook.child.ooxml import LookAhead, look_ahead, sheet_parts

_TWO_READERS_FROM = 1_000_000
"""Bytes from which a second thread pays: calamine lets other threads work while it parses a sheet."""

MAX_MERGED = 20_000
"""No table made by people has more merged cells."""

_SHARED_TEXTS = 64_000_000
"""Each thread unpacks the shared texts for itself; more than this is kept in memory only once."""


def read_sheets(data: bytes, kind: str) -> Iterator[dict[str, Any]]:
    """Give every worksheet: name, visibility, size from A1, coded columns, errors, formulas.

    Raises
    ------
    FarCell
        If a sheet has a stray cell too far away to lay it out.
    """
    reader = _Reader(data, kind)
    names = [
        (entry.name, entry.visible == SheetVisibleEnum.Visible)
        for entry in reader.workbook().sheets_metadata
        if entry.typ == SheetTypeEnum.WorkSheet
    ]
    threads = 2 if len(names) > 1 and reader.may_share else 1
    with ThreadPoolExecutor(threads) as pool:
        yield from pool.map(reader.read, names)


class _Reader:
    """Reads single sheets, in any thread; each thread has a workbook of its own."""

    def __init__(self, data: bytes, kind: str) -> None:
        self._data = data
        self._own = threading.local()
        self._parts: dict[str, str] = {}
        self._archive: zipfile.ZipFile | None = None
        self.may_share = len(data) > _TWO_READERS_FROM
        if kind in ("xlsx", "xlsm"):
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self._parts = sheet_parts(self._archive)
            texts = sum(e.file_size for e in self._archive.infolist() if "sharedStrings" in e.filename)
            self.may_share &= texts < _SHARED_TEXTS

    def workbook(self) -> CalamineWorkbook:
        """Return this thread's workbook."""
        if not hasattr(self._own, "workbook"):
            self._own.workbook = CalamineWorkbook.from_filelike(io.BytesIO(self._data))
        workbook: CalamineWorkbook = self._own.workbook
        return workbook

    def read(self, entry: tuple[str, bool]) -> dict[str, Any]:
        """Return one sheet."""
        name, visible = entry
        seen = self._look_ahead(name)
        sheet = self.workbook().get_sheet_by_name(name)
        coded = CodedSheet()
        coded.add(_rows(sheet))
        return coded.finish(name, visible=visible) | {
            "errors": seen.errors,
            "formulas": seen.formulas,
            "merged": (sheet.merged_cell_ranges or [])[:MAX_MERGED],
        }

    def _look_ahead(self, name: str) -> LookAhead:
        part = self._parts.get(name)
        if self._archive is None or part is None:
            return LookAhead()
        with zipfile.ZipFile(io.BytesIO(self._data)) as archive:  # one position per thread
            return look_ahead(archive.read(part))


def _rows(sheet: CalamineSheet) -> Iterator[list[Any]]:
    """Give the rows from A1 on; calamine begins with the first filled cell."""
    start = sheet.start
    if start is None:
        return
    top, left = start
    for _ in range(top):
        yield []
    before = [""] * left
    for row in sheet.iter_rows():
        yield before + row if left else row
