"""xlsx, xlsm, xlsb, xls and ods, read with calamine: macros are never looked at, links never followed."""

import io
import os
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from sscviewer.workbook.child.coded import CodedSheet
from sscviewer.workbook.child.look import Looker
from sscviewer.workbook.child.ooxml import FarCell
from sscviewer.workbook.child.unseen import Unseen

if TYPE_CHECKING:
    from sscviewer.workbook.child.second_look import SecondLook

_TWO_READERS_FROM = 1_000_000
"""Bytes from which a second thread pays: calamine lets other threads work while it parses a sheet."""

MAX_MERGED = 20_000
"""No table made by people has more merged cells."""

Entry = tuple[str, bool, int]
"""Name of a sheet, whether it is visible, its place among all sheets."""

_NO_HELP = (FarCell, PasswordError, MemoryError, KeyboardInterrupt)
"""What another reader would make no better."""


def read_sheets(data: bytes, kind: str) -> Iterator[dict[str, Any]]:
    """Give every worksheet: name, visibility, size from A1, coded columns, what calamine does not show.

    Raises
    ------
    FarCell
        If a sheet has a stray cell too far away to lay it out.
    Exception
        Of any kind, if neither reader can read it.
    """
    reader = _Reader(data, kind)
    entries = reader.entries()
    threads = 2 if len(entries) > 1 and reader.may_share else 1
    rows = 0
    with ThreadPoolExecutor(threads) as pool:
        for sheet in pool.map(reader.read, entries):
            rows += sheet["rows"]
            yield sheet
    if reader.failure is not None and not rows:
        # openpyxl finds nothing in workbooks whose dialect it does not know
        raise reader.failure


class _Reader:
    """Reads single sheets, in any thread; each thread has a workbook of its own."""

    def __init__(self, data: bytes, kind: str) -> None:
        self._data = data
        self._kind = kind
        self._own = threading.local()
        self._looker = Looker(data, kind)
        self._in_memory = _file_in_memory(data) if len(data) > _TWO_READERS_FROM else ""
        self._count = 0
        self._second: SecondLook | None = None
        self._one_at_a_time = threading.Lock()
        self.failure: BaseException | None = None
        self.may_share = len(data) > _TWO_READERS_FROM and not self._looker.is_heavy

    def entries(self) -> list[Entry]:
        """Return the worksheets."""
        try:
            listed = self._workbook().sheets_metadata
        except BaseException as error:  # noqa: BLE001 - pyo3's PanicException is no Exception
            return self._second_look(error).entries()
        self._count = len(listed)
        return [
            (entry.name, entry.visible == SheetVisibleEnum.Visible, place)
            for place, entry in enumerate(listed)
            if entry.typ == SheetTypeEnum.WorkSheet
        ]

    def read(self, entry: Entry) -> dict[str, Any]:
        """Return one sheet."""
        name, visible, place = entry
        seen = self._looker.look(name, place, self._count)
        error: BaseException | None = None
        if self._second is None:
            try:
                return self._read(name, visible=visible, seen=seen)
            except BaseException as failure:  # noqa: BLE001 - as above
                error = failure
        with self._one_at_a_time:
            return self._second_look(error).read(name, visible=visible, seen=seen)

    def _workbook(self) -> CalamineWorkbook:
        """Return this thread's workbook."""
        if not hasattr(self._own, "workbook"):
            self._own.workbook = CalamineWorkbook.from_object(self._in_memory or io.BytesIO(self._data))
        workbook: CalamineWorkbook = self._own.workbook
        return workbook

    def _read(self, name: str, *, visible: bool, seen: Unseen) -> dict[str, Any]:
        sheet = self._workbook().get_sheet_by_name(name)
        coded = CodedSheet()
        coded.add(_rows(sheet))
        merged = (sheet.merged_cell_ranges or [])[:MAX_MERGED]
        return coded.finish(name, visible=visible, seen=seen, merged=merged)

    def _second_look(self, error: BaseException | None) -> "SecondLook":
        """Return the other reader; raises what calamine said where there is none, or where it fails too."""
        if self._second is None:
            assert error is not None
            if isinstance(error, _NO_HELP) or self._kind not in ("xlsx", "xlsm"):
                raise error
            from sscviewer.workbook.child.second_look import SecondLook

            self.failure = error
            try:
                self._second = SecondLook(self._data)
            except Exception:  # noqa: BLE001 - openpyxl raises whatever it meets
                raise error from None
        return self._second


def _file_in_memory(data: bytes) -> str:
    """Return the path of a file that is only in memory, where there is such a thing (Linux).

    From a path calamine reads piece by piece; of anything else each thread makes a copy of its own.
    """
    if not hasattr(os, "memfd_create"):
        return ""
    try:
        with os.fdopen(os.memfd_create("workbook"), "wb", closefd=False) as file:
            file.write(data)
            path = f"/proc/self/fd/{file.fileno()}"
    except OSError:
        return ""
    return path if os.path.exists(path) else ""


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
