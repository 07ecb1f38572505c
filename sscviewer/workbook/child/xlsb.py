"""Errors, hidden rows and the calendar of .xlsb workbooks, from their records (MS-XLSB 2.4)."""

import struct
import zipfile
from collections.abc import Iterator

from sscviewer.workbook.child.ooxml import relations
from sscviewer.workbook.child.unseen import ERRORS, Unseen, letters, ranges

_WORKBOOK_PROPERTIES, _SHEET = 153, 156
_ROW, _ERROR_CELL, _ERROR_FORMULA, _COLUMN, _FILTER = 0, 3, 11, 60, 161

Record = tuple[int, bytes]


def records(part: bytes) -> Iterator[Record]:
    """Give the records of a part: kind and size are numbers of seven bits a byte."""
    place, end = 0, len(part)
    while place < end:
        kind = part[place]
        place += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (part[place] & 0x7F) << 7
            place += 1
        size = shift = 0
        for _ in range(4):
            byte = part[place]
            place += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        yield kind, part[place : place + size]
        place += size


def sheet_parts(archive: zipfile.ZipFile) -> tuple[dict[str, str], bool]:
    """Return {name of a sheet: part of the archive}, and whether days are counted from 1904."""
    targets = relations(archive, "xl/_rels/workbook.bin.rels")
    sheets, date1904 = {}, False
    for kind, body in records(archive.read("xl/workbook.bin")):
        if kind == _WORKBOOK_PROPERTIES:
            date1904 = bool(body[:1] and body[0] & 0x01)
        elif kind == _SHEET:
            relation, place = _wide_text(body, 8)
            sheets[_wide_text(body, place)[0]] = targets.get(relation, "")
    return sheets, date1904


def _wide_text(body: bytes, place: int) -> tuple[str, int]:
    """Return a text and where it ends; its length in characters stands before it."""
    (length,) = struct.unpack_from("<I", body, place)
    if length == 0xFFFFFFFF:
        return "", place + 4
    end = place + 4 + 2 * length
    return body[place + 4 : end].decode("utf-16-le"), end


def look(archive: zipfile.ZipFile, part: str) -> Unseen:
    """Return what there is to know of a sheet (a cell of an .xlsb always has a value).

    Raises
    ------
    Exception
        Of any kind, if the part is not in order.
    """
    seen, hidden_rows = Unseen(), []
    row = 0
    for kind, body in records(archive.read(part)):
        if kind == _ROW:
            row = struct.unpack_from("<I", body)[0] + 1
            if len(body) > 11 and body[11] & 0x10:
                hidden_rows.append(row)
        elif kind in (_ERROR_CELL, _ERROR_FORMULA) and not seen.is_full:
            column = struct.unpack_from("<I", body)[0] + 1
            seen.errors.append((f"{letters(column)}{row}", ERRORS.get(body[8], "#ERROR")))
        elif kind == _COLUMN and len(body) > 16 and body[16] & 0x01:
            first, last = struct.unpack_from("<II", body)
            seen.hidden_columns.append((first + 1, last + 1))
        elif kind == _FILTER:
            seen.is_filtered = True
    seen.hidden_rows = ranges(hidden_rows)
    return seen
