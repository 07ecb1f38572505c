"""Errors, empty formulas, hidden rows and the calendar of .xls workbooks, from their records (MS-XLS 2.4)."""

import io
import struct
from collections.abc import Iterator
from itertools import islice

from sscviewer.workbook.child.unseen import ERRORS, Unseen, letters, ranges

_BOF, _EOF, _BOUNDSHEET, _DATEMODE = 0x0809, 0x000A, 0x0085, 0x0022
_FILEPASS, _FIRST_RECORDS = 0x002F, 4
"""What says how a workbook is encrypted comes first, at most after a note that it is write-protected."""
_BOOLERR, _FORMULAS = 0x0205, (0x0006, 0x0206, 0x0406)
_COLINFO, _ROW, _FILTERMODE = 0x007D, 0x0208, 0x009B
_NO_NUMBER = b"\xff\xff"
"""In the last two bytes of a formula's result: the first byte tells what it is instead."""
_ERROR_RESULT, _BLANK_RESULT = 2, 3

Record = tuple[int, bytes]


def look(data: bytes) -> list[Unseen]:
    """Return what there is to know of each sheet, in the order of the workbook.

    Raises
    ------
    Exception
        Of any kind, if the file is not in order.
    """
    return look_at_stream(_stream(data))


def _stream(data: bytes) -> bytes:
    import olefile  # type: ignore[import-untyped]

    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        name = "Workbook" if ole.exists("Workbook") else "Book"
        stream: bytes = ole.openstream(name).read()
    return stream


def is_encrypted(data: bytes) -> bool:
    """Return whether a workbook has a password, in whichever way Excel 5 to 2003 encrypted it."""
    try:
        first = islice(_records(_stream(data), 0), _FIRST_RECORDS)
        return any(kind == _FILEPASS for kind, _ in first)
    except Exception:  # noqa: BLE001 - a damaged workbook is for the reader to refuse
        return False


def look_at_stream(stream: bytes) -> list[Unseen]:
    """Return the same of the workbook's stream of records."""
    places, date1904 = [], False
    for kind, body in _records(stream, 0):
        if kind == _BOUNDSHEET:
            places.append(struct.unpack_from("<I", body)[0])
        elif kind == _DATEMODE:
            date1904 = body[:2] == b"\x01\x00"
    return [_look_at_sheet(stream, place, date1904) for place in places]


def _records(stream: bytes, place: int) -> Iterator[Record]:
    """Give the records from a BOF to its EOF, without what is embedded in between (charts)."""
    depth, end = 0, len(stream)
    while place + 4 <= end:
        kind, size = struct.unpack_from("<HH", stream, place)
        if kind == _BOF:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1:
            yield kind, stream[place + 4 : place + 4 + size]
        place += 4 + size


def _look_at_sheet(stream: bytes, place: int, date1904: bool) -> Unseen:
    seen = Unseen(date1904=date1904)
    hidden_rows = []
    for kind, body in _records(stream, place):
        if kind == _BOOLERR or kind in _FORMULAS:
            _look_at_cell(kind, body, seen)
        elif kind == _COLINFO and len(body) >= 9 and body[8] & 0x01:
            first, last = struct.unpack_from("<HH", body)
            seen.hidden_columns.append((first + 1, last + 1))
        elif kind == _ROW and len(body) >= 13 and body[12] & 0x20:
            hidden_rows.append(struct.unpack_from("<H", body)[0] + 1)
        elif kind == _FILTERMODE:
            seen.is_filtered = True
    seen.hidden_rows = ranges(hidden_rows)
    return seen


def _look_at_cell(kind: int, body: bytes, seen: Unseen) -> None:
    if seen.is_full:
        return
    row, column = struct.unpack_from("<HH", body)
    cell = f"{letters(column + 1)}{row + 1}"
    if kind == _BOOLERR:
        if len(body) >= 8 and body[7]:
            seen.errors.append((cell, ERRORS.get(body[6], "#ERROR")))
    elif body[12:14] == _NO_NUMBER:
        if body[6] == _ERROR_RESULT:
            seen.errors.append((cell, ERRORS.get(body[8], "#ERROR")))
        elif body[6] == _BLANK_RESULT:
            seen.blank_formulas.append(cell)
