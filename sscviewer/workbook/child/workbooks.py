"""xlsx, xlsm, xlsb, xls and ods, read with calamine: macros are never looked at, links never followed."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from sscviewer.workbook.child.coded import CodedSheet
from sscviewer.workbook.child.harm import refuse_what_harms
from sscviewer.workbook.child.held import Held
from sscviewer.workbook.child.look import Looker
from sscviewer.workbook.child.ooxml import FarCell
from sscviewer.workbook.child.unseen import Unseen

if TYPE_CHECKING:
    from sscviewer.workbook.child.second_look import SecondLook

MAX_MERGED = 20_000
"""No table made by people has more merged cells."""

Entry = tuple[str, bool, int]
"""Name of a sheet, whether it is visible, its place among all sheets."""

_NO_HELP = (FarCell, PasswordError, MemoryError, KeyboardInterrupt)
"""What another reader would make no better."""


class DamagedSheet(Exception):  # noqa: N818 - what is the matter with the file
    """A sheet that no reader can read; the text is its name."""


def read_sheets(data: bytes, kind: str) -> Iterator[dict[str, Any]]:
    """Give every worksheet: name, visibility, size from A1, coded columns, what calamine does not show.

    Raises
    ------
    FarCell
        If a sheet has a stray cell too far away to lay it out.
    DamagedSheet
        If no reader can read one of the sheets.
    Exception
        Of any kind, if neither reader can read it.
    """
    held = Held(data)
    del data
    try:
        yield from _read_sheets(held, kind)
    except (CalamineError, DamagedSheet):
        # they do not tell why
        refuse_what_harms(held.open(), kind)
        raise


def _read_sheets(held: Held, kind: str) -> Iterator[dict[str, Any]]:
    reader = _Reader(held, kind)
    entries = reader.entries()
    # while calamine parses one sheet, the one before is coded
    threads = 2 if len(entries) > 1 and held.is_large else 1
    rows = 0
    with ThreadPoolExecutor(threads) as pool:
        for sheet in pool.map(reader.read, entries):
            rows += sheet["rows"]
            yield sheet
    if reader.failure is not None and not rows:
        # openpyxl finds nothing in workbooks whose dialect it does not know
        raise reader.failure


class _Reader:
    """Reads single sheets, in any thread; calamine parses one at a time, for that takes the most memory."""

    def __init__(self, held: Held, kind: str) -> None:
        self._held = held
        self._kind = kind
        self._looker = Looker(held, kind)
        self._book: CalamineWorkbook | None = None
        self._count = 0
        self._second: SecondLook | None = None
        self._one_at_a_time = threading.Lock()
        self.failure: BaseException | None = None

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
            try:
                return self._second_look(error).read(name, visible=visible, seen=seen)
            except _NO_HELP:
                raise
            except BaseException as again:
                raise DamagedSheet(name) from again

    def _workbook(self) -> CalamineWorkbook:
        if self._book is None:
            self._book = CalamineWorkbook.from_object(self._held.open())
        return self._book

    def _read(self, name: str, *, visible: bool, seen: Unseen) -> dict[str, Any]:
        with self._one_at_a_time:
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
                self._second = SecondLook(self._held.open())
            except Exception:  # noqa: BLE001 - openpyxl raises whatever it meets
                raise error from None
        return self._second


def _rows(sheet: CalamineSheet) -> Iterator[list[Any]]:
    """Give the rows from A1 on; calamine begins with the first filled cell."""
    start = sheet.start
    if start is None:
        return
    top, left = start
    for _ in range(top):
        yield []
    before = [""] * left
    yield from (before + row for row in sheet.iter_rows()) if left else sheet.iter_rows()
