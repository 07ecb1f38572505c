"""Text with separators (CSV, tab-separated text named .xls): encoding and separator found by looking.

Cells stay text as written: what is a number or a date is decided later, column by column.
"""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

from sscviewer.workbook.child.coded import CodedSheet
from sscviewer.workbook.kinds import looks_like_utf16
from sscviewer.workbook.unusable import UnusableFile

_SEPARATORS = "\t;,|"
_TRIED_ROWS = 50
_MOSTLY = 0.5
"""Share of the first rows that must be equally long."""

_LONGEST_CELL = 1_000_000
_MOST_LINES_IN_A_CELL = 200
"""A quotation mark that was meant as an inch sign swallows lines; no comment is this long."""

_EIGHT_BIT = ("cp1252", "iso8859-15", "mac-roman")
"""In this order when they fit equally well: Windows writes most files."""

_LETTERS = frozenset("äöüÄÖÜßéèêëàâçîïôûùñáíóúåæøœãõìòÉÈÀÇÁÍÓÚÑÅÆØŒÊÔ")
_SIGNS = frozenset("µ°²³±€–—‘’“”„…×·«»§¿¡½\xa0")
_LOOKED_AT = 200_000


def decode(data: bytes) -> str:
    """Return the text of a file whose encoding nobody has said."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    utf16 = looks_like_utf16(data[:_LOOKED_AT])
    if utf16:
        return data.decode(utf16, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(max(_EIGHT_BIT, key=lambda encoding: _fit(data, encoding)), "replace")


def _fit(data: bytes, encoding: str) -> int:
    """Return how much the characters beyond ASCII look like western European writing in an encoding."""
    text = data[:_LOOKED_AT].decode(encoding, "replace")
    score = 0
    for i, character in enumerate(text):
        if character < "\x80":
            continue
        before = text[i - 1 : i]
        if character in _LETTERS:
            score += 2 if character.islower() or not before.islower() else -1
        else:
            score += 1 if character in _SIGNS and not before.islower() else -3
    return score


def find_separator(text: str) -> str:
    """Return the separator that cuts the first lines into the most even rows; "" if none does."""
    hint = text[:6].lower()
    if hint.startswith("sep=") and len(hint) > 4:
        return text[4]
    scores = {}
    for separator in _SEPARATORS:
        widths = [
            len(row) for row, _ in zip(_read(text, separator), range(_TRIED_ROWS), strict=False) if any(row)
        ]
        width, times = Counter(widths).most_common(1)[0] if widths else (1, 0)
        # many cells in even rows; one stray row (a title) does not spoil it
        is_even = width > 1 and times >= _MOSTLY * len(widths) and (times > 1 or len(widths) == 1)
        scores[separator] = times / len(widths) * min(width, 8) if is_even else 0.0
    best = max(_SEPARATORS, key=lambda separator: scores[separator])
    return best if scores[best] else ""


def _read(text: str, separator: str, *, quoted: bool = True) -> Iterator[list[str]]:
    lines = io.StringIO(text, newline="")
    if quoted:
        return csv.reader(lines, delimiter=separator)
    return csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE)


def _has_swallowed_lines(rows: list[list[str]]) -> bool:
    return any(len(cell) > 400 and cell.count("\n") > _MOST_LINES_IN_A_CELL for row in rows for cell in row)


def read_text(name: str, data: bytes) -> tuple[str, dict[str, Any]]:
    """Return "csv" or "tsv" and the one sheet of a text file.

    Raises
    ------
    UnusableFile
        If the text is no table.
    """
    # Files glued from parts carry a byte order mark at the start of each part, secuTrial's of each field.
    text = decode(data).replace("\ufeff", "")
    separator = find_separator(text)
    if not separator:
        raise UnusableFile(
            f"“{name}” is plain text without columns, not a table: choose the Excel workbook of the trial."
        )
    if text[:4].lower() == "sep=":
        text = text.partition("\n")[2]
    csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = list(_read(text, separator))
        if _has_swallowed_lines(rows):
            rows = list(_read(text, separator, quoted=False))
    except csv.Error:
        rows = list(_read(text.replace("\0", ""), separator, quoted=False))
    coded = CodedSheet()
    coded.add([cell if not cell.isspace() else "" for cell in row] for row in rows)
    return ("tsv" if separator == "\t" else "csv"), coded.finish(name)
