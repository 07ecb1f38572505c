"""What calamine does not show of an OOXML sheet, from its XML: stray cells, errors, empty formulas."""

import posixpath
import re
import zipfile
from dataclasses import dataclass, field

from defusedxml import ElementTree

from sscviewer.workbook.child.coded import MAX_CELLS

SPARSE = 0.01
"""A sheet this empty and larger than `MAX_CELLS` has a stray cell, not data."""

MOST_NAMED = 100_000
"""Cells named at most; a sheet with more errors than this is no trial's."""

_DIMENSION = re.compile(rb'<(?:\w+:)?dimension\b[^>]*\bref="[A-Z]+\d+:([A-Z]+)(\d+)"')
_CELL_NAME_PARTS = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_END = 65536
_VALUE_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>/]*>\s*<(?:\w+:)?(?:v|is|f)\b')
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_UNCALCULATED = re.compile(rb"f[^<>]*>\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>")
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*)(?<!/)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_CELL_NAME = re.compile(rb'\br="([A-Z]{1,3}[1-9]\d{0,6})"')
_CELL_VALUE = re.compile(rb"<(?:\w+:)?v(?: [^>]*)?>([^<]+)<")


class FarCell(Exception):  # noqa: N818 - what is the matter with the sheet
    """A stray cell too far away to lay the sheet out; the text is its name."""


@dataclass(slots=True)
class LookAhead:
    """Cells that calamine gives as empty: (cell, text) of Excel errors, formulas never calculated."""

    errors: list[tuple[str, str]] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)


def look_ahead(xml: bytes) -> LookAhead:
    """Return what there is to know of a sheet before it is read.

    Raises
    ------
    FarCell
        If a cell with a value is too far away.
    """
    far = _far_cell(xml)
    if far:
        raise FarCell(far)
    seen = LookAhead()
    if b't="e"' in xml or (_has_formula(xml) and _UNCALCULATED.search(xml)):
        _look_closely(xml, seen)
    return seen


def _has_formula(xml: bytes) -> bool:
    # two plain searches are many times quicker than one pattern over all of the text
    is_prefixed = b":worksheet" in xml[:2048]
    return any(start in xml for start in ((b":f>", b":f ", b":f/") if is_prefixed else (b"<f",)))


def _look_closely(xml: bytes, seen: LookAhead) -> None:
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
        if len(seen.errors) + len(seen.formulas) >= MOST_NAMED:
            return


def sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return {name of the sheet: part of the archive}, as far as the workbook is in order."""
    parts = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= parts:
        return {}
    targets: dict[str | None, str] = {}
    for relation in ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels")):
        target = relation.get("Target", "")
        targets[relation.get("Id")] = (
            target[1:] if target.startswith("/") else posixpath.normpath("xl/" + target)
        )
    found = {}
    for element in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter():
        if element.tag.rpartition("}")[2] == "sheet":
            relation_id = next((v for k, v in element.attrib.items() if k.endswith("}id")), None)
            part = targets.get(relation_id, "")
            if part in parts:
                found[element.get("name", "")] = part
    return found


def _far_cell(xml: bytes) -> str | None:
    """Return the name of a cell so far away that the sheet cannot be laid out, if there is one.

    Only a sheet whose stated size, or whose ends, look far apart is gone through cell by cell.
    """
    dimension = _DIMENSION.search(xml[:4096])
    stated = _number(dimension[1]) * int(dimension[2]) if dimension else 0
    last_row = max(xml.rfind(b"<row "), xml.rfind(b":row "))
    ends = _CELL_NAME_PARTS.findall(xml[:_END]) + _CELL_NAME_PARTS.findall(xml[max(last_row, 0) :][:_END])
    seen = max((_number(a) for a, _ in ends), default=0) * max((int(b) for _, b in ends), default=0)
    if max(stated, seen) <= MAX_CELLS:
        return None
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


def letters(index: int) -> str:
    """Return the letters of a column; 1 is "A"."""
    text = ""
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(65 + rest) + text
    return text
