"""What calamine does not show of the sheets of a workbook, whatever kind it is."""

import contextlib
import zipfile

from sscviewer.workbook.child import biff, ods, ooxml, xlsb
from sscviewer.workbook.child.held import Held
from sscviewer.workbook.child.unseen import Unseen


class Looker:
    """Looks at single sheets, in any thread."""

    def __init__(self, held: Held, kind: str) -> None:
        self._held = held
        self._kind = kind
        self._parts: dict[str, str] = {}
        self._date1904 = False
        self._by_name: dict[str, Unseen] = {}
        self._in_order: list[Unseen] | None = None
        if kind in ("xlsx", "xlsm"):
            with zipfile.ZipFile(held.open()) as archive:
                self._parts = ooxml.sheet_parts(archive)
                self._date1904 = ooxml.is_date1904(archive)
            return
        # what cannot be looked at can still be read
        with contextlib.suppress(Exception):
            self._prepare()

    def _prepare(self) -> None:
        if self._kind == "xls":
            self._in_order = biff.look(self._held.read())
            return
        with zipfile.ZipFile(self._held.open()) as archive:
            if self._kind == "ods":
                self._by_name = ods.look(archive)
            else:
                self._parts, self._date1904 = xlsb.sheet_parts(archive)

    def look(self, name: str, place: int, count: int) -> Unseen:
        """Return what there is to know of a sheet, given its name and its place among so many.

        Raises
        ------
        FarCell
            If it has a stray cell too far away to lay it out.
        """
        if self._kind == "xls":
            known = self._in_order is not None and len(self._in_order) == count
            return self._in_order[place] if known and self._in_order else Unseen(is_known=False)
        if self._kind == "ods":
            return self._by_name.get(name, Unseen())
        part = self._parts.get(name)
        if part is None:
            return Unseen(is_known=False)
        seen = self._look_at_part(part)
        seen.date1904 = self._date1904
        return seen

    def _look_at_part(self, part: str) -> Unseen:
        with zipfile.ZipFile(self._held.open()) as archive:  # one position per thread
            if self._kind != "xlsb":
                return ooxml.look_ahead(archive, part)
            with contextlib.suppress(Exception):
                return xlsb.look(archive, part)
        return Unseen(is_known=False)
