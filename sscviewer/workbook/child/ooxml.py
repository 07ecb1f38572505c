"""What calamine does not show of an OOXML sheet, from its XML: stray cells, errors, what is hidden."""

import posixpath
import re
import zipfile

from defusedxml import ElementTree

from sscviewer.workbook.child.coded import MAX_CELLS
from sscviewer.workbook.child.unseen import Unseen, letters, ranges

SPARSE = 0.01
"""A sheet this empty and larger than `MAX_CELLS` has a stray cell, not data."""

_DIMENSION = re.compile(rb'<(?:\w+:)?dimension\b[^>]*\bref="[A-Z]+\d+:([A-Z]+)(\d+)"')
_CELL_NAME_PARTS = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_END = 65536
_PIECE = 1_000_000
_SEAM = 16
"""Bytes of the piece before, so that nothing is missed where two pieces meet."""
_VALUE_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>/]*>\s*<(?:\w+:)?(?:v|is|f)\b')
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_UNCALCULATED = re.compile(rb"f[^<>]*>\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>")
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*)(?<!/)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_CELL_NAME = re.compile(rb'\br="([A-Z]{1,3}[1-9]\d{0,6})"')
_CELL_VALUE = re.compile(rb"<(?:\w+:)?v(?: [^>]*)?>([^<]+)<")
_ERROR, _HIDDEN = b't="e"', b"hidden="
_ROW_OR_COLUMN = re.compile(rb"<(?:\w+:)?(row|col)\b([^>]*)>")
_ATTRIBUTE = re.compile(rb'\b(\w+)="([^"]*)"')
_FILTER = re.compile(rb"<(?:\w+:)?filterColumn\b")
_DATE_1904 = re.compile(rb'<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true|on)"')


class FarCell(Exception):  # noqa: N818 - what is the matter with the sheet
    """A stray cell too far away to lay the sheet out; the text is its name."""


def look_ahead(archive: zipfile.ZipFile, part: str) -> Unseen:
    """Return what there is to know of a sheet before it is read.

    The XML is gone through in pieces; it is kept as a whole only where a closer look is needed.

    Raises
    ------
    FarCell
        If a cell with a value is too far away.
    """
    seen = Unseen()
    begin = end = b""
    has_errors = has_formulas = has_hidden = False
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            begin = begin or piece[:_END]
            # a word may lie where two pieces meet; every Excel error is shown as "#…" behind its cell's type
            both = piece, end[-_SEAM:] + piece[:_SEAM]
            has_errors = has_errors or (
                b"#" in piece and any(_ERROR in x for x in (piece, end + piece[:_SEAM]))
            )
            has_hidden = has_hidden or _has_any(both, (_HIDDEN,), b"h")
            has_formulas = has_formulas or _has_any(both, _starts(begin), b"f")
            end = piece[-2 * _END :] if len(piece) >= 2 * _END else (end + piece)[-2 * _END :]
    if _looks_far(begin, end):
        far = _far_cell(archive.read(part))
        if far:
            raise FarCell(far)
    if has_errors or has_formulas or has_hidden:
        xml = archive.read(part)
        if has_hidden:
            _look_for_hidden(xml, seen)
        if has_errors or (has_formulas and _UNCALCULATED.search(xml)):
            _look_closely(xml, seen)
    seen.is_filtered = _FILTER.search(end) is not None
    return seen


def _has_any(pieces: tuple[bytes, bytes], words: tuple[bytes, ...], first: bytes) -> bool:
    """Return whether a word is in the pieces; a letter of it is sought first, which is many times quicker."""
    piece, seam = pieces
    return (first in piece and any(word in piece for word in words)) or any(word in seam for word in words)


def _look_for_hidden(xml: bytes, seen: Unseen) -> None:
    rows = []
    for match in _ROW_OR_COLUMN.finditer(xml):
        said = dict(_ATTRIBUTE.findall(match[2]))
        if said.get(b"hidden") not in (b"1", b"true"):
            continue
        if match[1] == b"row":
            rows += [int(said[b"r"])] if said.get(b"r", b"").isdigit() else []
        elif said.get(b"min", b"").isdigit() and said.get(b"max", b"").isdigit():
            seen.hidden_columns.append((int(said[b"min"]), int(said[b"max"])))
    seen.hidden_rows = ranges(rows)


def _starts(begin: bytes) -> tuple[bytes, ...]:
    """Return how a formula begins; plain searches are many times quicker than a pattern."""
    return (b":f>", b":f ", b":f/") if b":worksheet" in begin[:2048] else (b"<f",)


def _look_closely(xml: bytes, seen: Unseen) -> None:
    for match in _CELL.finditer(xml):
        attributes, content = match.groups()
        is_error = b't="e"' in attributes
        value = _CELL_VALUE.search(content)
        if not is_error and (value or b't="str"' in attributes or not _FORMULA.search(content)):
            continue
        name = _CELL_NAME.search(attributes)
        if name is None:
            continue
        cell = name[1].decode("ascii")
        if not is_error:
            seen.formulas.append(cell)
        else:
            seen.errors.append((cell, value[1].decode("utf-8", "replace") if value else "#ERROR"))
        if seen.is_full:
            return


def sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return {name of the sheet: part of the archive}, as far as the workbook is in order."""
    parts = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= parts:
        return {}
    targets = relations(archive, "xl/_rels/workbook.xml.rels")
    found = {}
    for element in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter():
        if element.tag.rpartition("}")[2] == "sheet":
            relation_id = next((v for k, v in element.attrib.items() if k.endswith("}id")), None)
            part = targets.get(relation_id, "")
            if part in parts:
                found[element.get("name", "")] = part
    return found


def relations(archive: zipfile.ZipFile, part: str) -> dict[str | None, str]:
    """Return {id: part of the archive} of what a workbook refers to."""
    targets: dict[str | None, str] = {}
    for relation in ElementTree.fromstring(archive.read(part)):
        target = relation.get("Target", "")
        targets[relation.get("Id")] = (
            target[1:] if target.startswith("/") else posixpath.normpath("xl/" + target)
        )
    return targets


def is_date1904(archive: zipfile.ZipFile) -> bool:
    """Return whether the workbook counts days from 1904."""
    try:
        return _DATE_1904.search(archive.read("xl/workbook.xml")) is not None
    except KeyError:
        return False


def _looks_far(begin: bytes, end: bytes) -> bool:
    """Return whether a sheet's stated size, or the cells at its two ends, look far apart."""
    dimension = _DIMENSION.search(begin[:4096])
    stated = _number(dimension[1]) * int(dimension[2]) if dimension else 0
    last_row = max(end.rfind(b"<row "), end.rfind(b":row "), 0)
    ends = _CELL_NAME_PARTS.findall(begin) + _CELL_NAME_PARTS.findall(end[last_row:][:_END])
    seen = max((_number(a) for a, _ in ends), default=0) * max((int(b) for _, b in ends), default=0)
    return max(stated, seen) > MAX_CELLS


def _far_cell(xml: bytes) -> str | None:
    """Return the name of a cell so far away that the sheet cannot be laid out, if there is one."""
    width = height = count = 0
    for match in _VALUE_CELL.finditer(xml):
        width, height = max(width, _number(match[1])), max(height, int(match[2]))
        count += 1
    if width * height > MAX_CELLS and count < SPARSE * width * height:
        return letters(width) + str(height)
    return None


def _number(name: bytes) -> int:
    index = 0
    for letter in name:
        index = index * 26 + letter - 64
    return index
