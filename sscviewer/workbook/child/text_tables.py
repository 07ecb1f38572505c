"""Text with separators (CSV, tab-separated text named .xls): encoding and separator found by looking.

Cells stay text as written: what is a number or a date is decided later, column by column.
"""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from sscviewer.model.sentence import say
from sscviewer.workbook.child.coded import CodedSheet
from sscviewer.workbook.kinds import looks_like_utf16
from sscviewer.workbook.unusable import UnusableFile

Note = tuple[str, str, str]
"""Severity, code, sentence."""

_SEPARATORS = "\t;,|"
_SPACE = " "
"""Between the columns of R's write.table, and between the words of prose."""
_FEWEST_SPACED = 3

_TRIED_ROWS = 50
_MOSTLY = 0.5
"""Share of the first rows that must be equally long."""

_FEWEST_ABOVE = 2
"""One line above the widest may be their headings, cut at another sign."""

_MANY_CELLS = 8
_CLEARLY_HEADINGS = 4
"""So many cells in the first line are no sentence with commas."""


_LONGEST_CELL = 2**31 - 1
"""No limit: where no quotation marks stand, a "cell" may be a line, and a line has no longest length."""

_STRAY = dict.fromkeys((*range(9), *range(14, 32), 127))
"""Characters that no text has: an old DOS end of file, a zero, what an instrument or a modem left."""

_MOST_LINES_IN_A_CELL = 200
"""A quotation mark that was meant as an inch sign swallows lines; no comment is this long."""

ROW_NUMBER, ROW_NAME = "Row number", "Row name"
"""Headings for the column that R writes without one."""

_EIGHT_BIT = ("cp1252", "iso8859-15", "mac-roman")
"""In this order when they fit equally well: Windows writes most files."""

_NUMBER = re.compile(r"^-?\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?$")

_LETTERS = frozenset("äöüÄÖÜßéèêëàâçîïôûùñáíóúåæøœãõìòÉÈÀÇÁÍÓÚÑÅÆØŒÊÔ")
_SIGNS = frozenset("µ°²³±€–—‘’“”„…×·«»§¿¡½\xa0")
_LOOKED_AT = 200_000


def decode(data: bytes) -> str:
    """Return the text of a file whose encoding nobody has said."""
    if data.startswith(codecs.BOM_UTF8):
        return data.decode("utf-8-sig", "replace")
    if utf16 := looks_like_utf16(data[:_LOOKED_AT]):
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
    scores = {separator: _evenness(text, separator) for separator in _SEPARATORS}
    best = max(_SEPARATORS, key=lambda separator: scores[separator])
    if scores[best]:
        return best
    return _SPACE if _is_spaced(text) else ""


def _first_rows(text: str, separator: str) -> list[list[str]]:
    rows = (row for row, _ in zip(_read(text, separator), range(_TRIED_ROWS), strict=False))
    return [row for row in rows if any(row)]


def _evenness(text: str, separator: str) -> float:
    """Return how even, and how long, the rows are into which a separator cuts the first lines."""
    widths = [len(row) for row in _below_text(_first_rows(text, separator))]
    if len(widths) > 1 and widths[0] >= _CLEARLY_HEADINGS and widths[1] == widths[0] + 1:
        # a heading too few, or a separator too many at the ends of the others
        widths[0] += 1
    width, times = Counter(widths).most_common(1)[0] if widths else (1, 0)
    # many cells in even rows; one stray row (a title) does not spoil it
    is_even = width > 1 and times >= _MOSTLY * len(widths) and (times > 1 or len(widths) == 1)
    return times / len(widths) * min(width, _MANY_CELLS) if is_even else 0.0


def _below_text(rows: list[list[str]]) -> list[list[str]]:
    """Return the rows without those above the headings, where the widest stand below and alike.

    Exports of OpenClinica say first what they hold, in lines of two or three cells, and a list of visits. A
    row with a number is none of headings: decimal commas cut it off the line above ("FVC|DLCO", "2,1|6,0").
    """
    widths = [len(row) for row in rows]
    widest = max(widths, default=0)
    first = widths.index(widest) if widths else 0
    if first < _FEWEST_ABOVE or any(_NUMBER.match(cell.strip()) for cell in rows[first]):
        return rows
    below = widths[first:]
    is_table = len(below) > 1 and set(below) == {widest} and widest >= 2 * max(widths[:first])
    return rows[first:] if is_table else rows


def _is_spaced(text: str) -> bool:
    """Return whether spaces cut all lines into the same columns, one of them of numbers: prose never is so.

    The first line may be one short: write.table gives no heading to the row names.
    """
    rows = _first_rows(text, _SPACE)
    if len(rows) < _FEWEST_SPACED:
        return False
    head, *body = rows
    widths = {len(row) for row in body}
    if len(widths) > 1 or len(body[0]) - len(head) not in (0, 1):
        return False
    return any(all(_NUMBER.match(cell) for cell in column) for column in zip(*body, strict=True))


def _read(text: str, separator: str, *, quoted: bool = True) -> Iterator[list[str]]:
    lines = io.StringIO(text, newline="")
    if quoted:
        return csv.reader(lines, delimiter=separator)
    return csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE)


def _has_swallowed_lines(rows: list[list[str]]) -> bool:
    """Return whether a quote that nobody closed made one cell of many lines; free text is seldom so long."""
    return any(len(cell) > 400 and cell.count("\n") > _MOST_LINES_IN_A_CELL for row in rows for cell in row)


def read_text(name: str, data: bytes) -> tuple[str, dict[str, Any], list[Note]]:
    """Return "csv" or "tsv", the one sheet of a text file, and what is to be said of it.

    Raises
    ------
    UnusableFile
        If the text is no table.
    """
    csv.field_size_limit(_LONGEST_CELL)
    # Files glued from parts carry a byte order mark at the start of each part, secuTrial's of each field.
    decoded = decode(data).replace("\ufeff", "")
    text = decoded.translate(_STRAY)
    notes = _about_stray(name, decoded.rstrip("\x1a\0"), text)
    separator = find_separator(text)
    if not separator:
        raise UnusableFile(
            say(
                "“{name}” is plain text without columns, not a table: "
                "choose the Excel workbook of the trial.",
                name=name,
            )
        )
    if text[:4].lower() == "sep=":
        text = text.partition("\n")[2]
    rows = list(_read(text, separator))
    if _has_swallowed_lines(rows):
        rows = list(_read(text, separator, quoted=False))
    notes += _name_row_names(name, rows)
    _without_zeros(rows)
    coded = CodedSheet()
    coded.add([cell if not cell.isspace() else "" for cell in row] for row in rows)
    return ("tsv" if separator == "\t" else "csv"), coded.finish(name), notes


def _without_zeros(rows: list[list[str]]) -> None:
    """Write whole numbers as such, in place, where all numbers of a column are written as 1.0, 2.0.

    pandas and R write the codes 0 and 1 so as soon as one cell of their column is empty.
    """
    for i in range(max(map(len, rows), default=0)):
        last = next((row[i] for row in reversed(rows) if len(row) > i and row[i]), "")
        if not _WHOLE.match(last):
            continue
        numbers = [row for row in rows if len(row) > i and _NUMBER.match(row[i])]
        if all(_WHOLE.match(row[i]) for row in numbers):
            for row in numbers:
                row[i] = row[i][:-2]


_WHOLE = re.compile(r"^-?\d+\.0$")


def _about_stray(name: str, before: str, after: str) -> list[Note]:
    count = len(before) - len(after)
    if count <= 0:
        return []
    what = say("a control character was") if count == 1 else say("{n} control characters were", n=count)
    said = say("“{name}”: {what} left out of the text.", name=name, what=what)
    return [("info", "file.control_characters", said)]


def _name_row_names(name: str, rows: list[list[str]]) -> list[Note]:
    """Give R's row names a heading of their own, in place; say so.

    `write.table` writes one heading too few, `write.csv` an empty one; the rows are numbered from 1 unless
    somebody gave them names. Numbers are called what they are, so that nobody takes them for patients. A line
    that ends with a separator too many is something else: its last cell is empty in every row.
    """
    filled = [row for row in rows if any(row)]
    if len(filled) < 2 or not filled[0]:
        return []
    head, body = filled[0], filled[1:]
    is_one_short = all(len(row) == len(head) + 1 for row in body) and any(row[-1] for row in body)
    if is_one_short:
        head.insert(0, "")
    is_nameless = not head[0].strip() and all(head[1:]) and all(row and row[0] for row in body)
    numbers = [row[0].strip() for row in body] if is_nameless else []
    # R counts from 1, pandas from 0
    if any(is_nameless and numbers == [str(i + first) for i in range(len(body))] for first in (0, 1)):
        head[0] = ROW_NUMBER
        taken = say("numbers of the rows, not of patients")
    elif is_one_short:
        head[0] = ROW_NAME
        taken = say("names of the rows")
    else:
        return []
    said = say("“{name}”: the first column has no heading; it was taken for {taken}.", name=name, taken=taken)
    return [("info", "file.row_names", said)]
