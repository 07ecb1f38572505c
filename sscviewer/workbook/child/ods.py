"""Errors, empty formulas, hidden rows and the calendar of .ods workbooks, from their content.xml."""

import io
import re
import zipfile
import zlib
from typing import Any

from defusedxml.ElementTree import XMLParser

from sscviewer.workbook.child.unseen import MOST_NAMED, Unseen, letters, ranges

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_VALUE_TYPES = (_OFFICE + "value-type", _CALC + "value-type")

_WORTH_A_LOOK = (b"table:formula", b'table:visibility="', b'table:date-value="1904', b'value-type="error"')
_ERROR = re.compile(r"^(?:#(?:N/A|REF!|VALUE!|NAME\?|NUM!|NULL!|DIV/0!)|Err:5\d\d)$")
"""How an error is shown; OpenDocument has no cells of errors, and writes a 0 or an empty text for them."""

_MOST_REPEATED = 16_384
_PIECE = 1_000_000
_SEAM = 64


_MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"

_INDENTED = re.compile(rb"<table:table-row[^>]*>\s+<")
_BETWEEN = re.compile(rb">\s+(?=</?(?:table|office|form|draw|calcext):|<text:p\b)")
"""White space before elements that never stand within a text: it says nothing."""


def as_calamine_wants(data: bytes) -> bytes:
    """Return the workbook with what other programs write in their own way.

    Google leaves out the part that says what the file is; Gnumeric indents its elements, which calamine takes
    for damage.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        if _is_indented(archive):
            return _without_indents(archive)
    if "mimetype" in names:
        return data
    whole = io.BytesIO(data)
    with zipfile.ZipFile(whole, "a") as archive:
        archive.writestr("mimetype", _MIMETYPE)
    return whole.getvalue()


def _is_indented(archive: zipfile.ZipFile) -> bool:
    """Return whether there is white space between cells; False for what is damaged, which calamine says."""
    try:
        with archive.open("content.xml") as stream:
            return _INDENTED.search(stream.read(_PIECE)) is not None
    except (KeyError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError):
        return False


def _without_indents(archive: zipfile.ZipFile) -> bytes:
    """Return a workbook of the parts that hold cells, without white space between the elements."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        new.writestr("mimetype", _MIMETYPE)
        for name in {"META-INF/manifest.xml", "content.xml"} & set(archive.namelist()):
            new.writestr(name, _BETWEEN.sub(b">", archive.read(name)))
    return whole.getvalue()


def look(archive: zipfile.ZipFile) -> dict[str, Unseen]:
    """Return what there is to know of each sheet by its name.

    Raises
    ------
    Exception
        Of any kind, if the part is not in order; entities are refused.
    """
    if not _is_worth_it(archive):
        return {}
    target = _Content()
    parser = XMLParser(target=target, forbid_dtd=True)
    with archive.open("content.xml") as stream:
        while piece := stream.read(_PIECE):
            parser.feed(piece)
    parser.close()
    for seen in target.sheets.values():
        seen.date1904 = target.date1904
    return target.sheets


def _is_worth_it(archive: zipfile.ZipFile) -> bool:
    """Return whether the words occur that the parser would look for: it is far slower than this."""
    end = b""
    with archive.open("content.xml") as stream:
        while piece := stream.read(_PIECE):
            both = end + piece
            if any(word in both for word in _WORTH_A_LOOK):
                return True
            end = piece[-_SEAM:]
    return False


class _Content:
    """Follows the elements of content.xml, keeping none of them."""

    def __init__(self) -> None:
        self.sheets: dict[str, Unseen] = {}
        self.date1904 = False
        self._seen = Unseen()
        self._row = self._column = 0
        self._rows = 1
        self._cell: dict[str, str] | None = None
        self._text: list[str] = []
        self._hidden_rows: list[int] = []
        self._named = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take in what an element says as it begins."""
        if tag in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
            self._cell, self._text = attributes, []
        elif tag == _TABLE + "table-row":
            self._column, self._rows = 0, _repeated(attributes, "rows")
            if attributes.get(_TABLE + "visibility") in ("collapse", "filter"):
                self._hidden_rows += range(self._row + 1, self._row + 1 + min(self._rows, _MOST_REPEATED))
                self._seen.is_filtered |= attributes[_TABLE + "visibility"] == "filter"
        elif tag == _TABLE + "table-column":
            count = _repeated(attributes, "columns")
            if attributes.get(_TABLE + "visibility") == "collapse":
                self._seen.hidden_columns.append((self._column + 1, self._column + count))
            self._column += count
        elif tag == _TABLE + "table":
            self._seen = self.sheets[attributes.get(_TABLE + "name", "")] = Unseen()
            self._row = self._column = 0
            self._hidden_rows = []
        elif tag == _TABLE + "null-date":
            self.date1904 = attributes.get(_TABLE + "date-value", "").startswith("1904-01-01")

    def data(self, text: str) -> None:
        """Take in text."""
        if self._cell is not None:
            self._text.append(text)

    def end(self, tag: str) -> None:
        """Take in that an element ends."""
        if tag in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
            cell, self._cell = self._cell or {}, None
            count = _repeated(cell, "columns")
            self._look_at_cell(cell, "".join(self._text).strip(), min(count, _MOST_REPEATED))
            self._column += count
        elif tag == _TABLE + "table-row":
            self._row += self._rows
        elif tag == _TABLE + "table":
            self._seen.hidden_rows = ranges(self._hidden_rows)

    def close(self) -> None:
        """Have nothing more to take in."""

    def _look_at_cell(self, cell: dict[str, str], text: str, columns: int) -> None:
        types = {cell.get(name) for name in _VALUE_TYPES}
        has_formula = _TABLE + "formula" in cell
        is_error = "error" in types or (has_formula and _ERROR.match(text) is not None)
        is_empty = has_formula and types == {None} and not text
        if not is_error and not is_empty:
            return
        for row in range(self._row + 1, self._row + 1 + min(self._rows, _MOST_REPEATED)):
            for column in range(self._column + 1, self._column + 1 + columns):
                if self._named >= MOST_NAMED:
                    return
                self._named += 1
                name = f"{letters(column)}{row}"
                if is_error:
                    self._seen.errors.append((name, text or "#ERROR"))
                else:
                    self._seen.formulas.append(name)


def _repeated(attributes: dict[str, Any], what: str) -> int:
    return max(int(attributes.get(f"{_TABLE}number-{what}-repeated", "1")), 1)
