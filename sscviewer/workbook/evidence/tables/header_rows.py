"""Headers of more than one row: visits over values, units under names, labels over or under identifiers."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sscviewer.workbook.evidence.words.tokens import english, tokens
from sscviewer.workbook.evidence.words.visit_names import occasion_words, visit_label
from sscviewer.workbook.values.cells import DATE, EMPTY, NUMBER, TEXT, Sheet
from sscviewer.workbook.values.vocabulary import is_unit
from sscviewer.workbook.values.words import is_number, split_heading

Row = Sequence[str]

_MOSTLY = 0.8
"""A second row of headings fills at least this part of the columns."""

_TOLD_BY = 2
"""So many columns must hold other than text below for a row of text to be a second header."""

_LOOKED_AT = 40
"""Rows below a header that tell what its columns hold."""


@dataclass(frozen=True, slots=True)
class Header:
    """The headings of a sheet and the rows they stand in (0 is the first); `last` is the lowest of them.

    Attributes
    ----------
    layout
        "edc" when labels and identifiers stand in two rows, else "".
    """

    headings: tuple[str, ...]
    row: int
    last: int
    layout: str = ""


def read_header(sheet: Sheet, top: Sequence[Row], row: int, is_known: Callable[[str], bool]) -> Header:
    """Return the whole header of a sheet, of which `row` is the row with the most headings we know."""
    header = _read_header(sheet, top, row, is_known)
    headings = [
        text or _merged_from_above(sheet, top, i, header.row) for i, text in enumerate(header.headings)
    ]
    return replace(header, headings=tuple(headings))


def _merged_from_above(sheet: Sheet, top: Sequence[Row], column: int, row: int) -> str:
    """Return the heading in a cell that is merged down to the row of the headings; "" without one."""
    over = [a[0] for a, b in sheet.merged if a[1] == column and a[0] < row <= b[0]]
    return top[over[0]][column].strip() if over else ""


def _read_header(sheet: Sheet, top: Sequence[Row], row: int, is_known: Callable[[str], bool]) -> Header:
    for upper in (row - 1, row):
        is_group = 0 <= upper < len(top) - 1 and _is_visit_group(top[upper], top[upper + 1])
        if is_group and not _is_data(sheet, top, upper + 1):
            visits = _spread(sheet, top, upper, lambda text: bool(visit_label(text)))
            pairs = zip(top[upper], top[upper + 1], visits, strict=True)
            header = Header(tuple(_grouped(*pair) for pair in pairs), upper + 1, upper + 1)
            return _with_units(header, top)
    for upper in (row - 1, row):
        if 0 <= upper < len(top) - 1 and _is_measured_group(sheet, top, upper, is_known):
            above = _spread(sheet, top, upper, _is_no_visit)
            pairs = zip(top[upper], top[upper + 1], above, strict=True)
            headings = tuple(_under(*pair) for pair in pairs)
            return _with_units(Header(headings, upper + 1, upper + 1), top)
    for upper in (row - 1, row):
        if 0 <= upper < len(top) - 1 and _is_value_and_unit(top[upper], top[upper + 1]):
            above = _spread(sheet, top, upper, _is_no_visit)
            pairs = zip(top[upper], top[upper + 1], above, strict=True)
            return Header(tuple(_value_or_unit(*pair) for pair in pairs), upper + 1, upper + 1)
    for upper in (row - 1, row):
        other = row - 1 if upper < row else row + 1
        if 0 <= upper < len(top) - 1 and _is_second(sheet, top, row, other, below=other > row):
            headings = _best(top[upper], top[upper + 1], is_known)
            return _with_units(Header(headings, row, max(row, other), "edc"), top)
    return _with_units(Header(tuple(text.strip() for text in top[row]), row, row), top)


def _is_visit_group(upper: Row, lower: Row) -> bool:
    """Return whether the upper row names at least two visits and the lower row what was measured at them."""
    visits = {visit_label(text) for text in upper if text and not is_number(text)} - {""}
    below = [text for text in lower if text]
    repeated = len(below) > len(set(below))
    return len(visits) >= 2 and repeated and not any(is_number(text) for text in below)


def _is_measured_group(sheet: Sheet, top: Sequence[Row], row: int, is_known: Callable[[str], bool]) -> bool:
    """Return whether a row names measurements, each over the visits of the row below: two, or one spread out.

    A cell is spread out when it is merged, or written again over each visit ("PASI", "PASI"). Two headings
    may also be the same over a row of data: then a bare number below is no visit.
    """
    upper, lower = top[row], top[row + 1]
    is_merged = any(a[0] == row and b[1] > a[1] for a, b in sheet.merged)
    again = {i for i, (a, b) in enumerate(pairwise(upper), start=1) if a and a == b}
    is_again = bool(again) and not is_merged
    if is_again and _begins_data(upper, lower, is_known):
        return False
    visits: dict[int, set[str]] = {}
    current = -1
    for i, (text, label) in enumerate(zip(upper, map(_occasion, lower), strict=True)):
        if text and i not in again:
            current = i if _is_no_visit(text) else -1
        if label and current >= 0 and not (is_again and is_number(lower[i])):
            visits.setdefault(current, set()).add(label)
    return sum(len(labels) > 1 for labels in visits.values()) >= (1 if again or is_merged else 2)


def _begins_data(upper: Row, lower: Row, is_known: Callable[[str], bool]) -> bool:
    """Return whether the cell below the first heading is no heading: "P1" below "Patient"."""
    heading, below = next(((a, b) for a, b in zip(upper, lower, strict=True) if a), ("", ""))
    return bool(below) and below != heading and not is_known(below)


_VALUE, _UNIT = frozenset({"value", "result"}), frozenset({"unit"})


def _is_value_and_unit(upper: Row, lower: Row) -> bool:
    """Return whether the lower row says only "value", "unit" or which unit, of what the upper row names."""
    said = [set(english(text)) for text in lower if text]
    units = [text for text in lower if text and is_unit(text.strip("()[] ")) and not is_number(text)]
    if len(said) < 2 * _TOLD_BY or sum(words <= _VALUE or words == _UNIT for words in said) + len(
        units
    ) < len(said):
        return False
    over = [text for text, below in zip(upper, lower, strict=True) if text and below]
    return _TOLD_BY <= len(over) < len(said)


def _value_or_unit(upper: str, lower: str, above: str) -> str:
    """Return the heading of a column of values or units below what was measured."""
    words = set(english(lower)) if lower else set()
    if not words or not above:
        return (lower or upper).strip()
    if words <= _VALUE or words == _UNIT:
        return f"{above} unit" if words == _UNIT else above.strip()
    return f"{above} ({lower.strip('()[] ')})"


def _occasion(text: str) -> str:
    """Return the visit that a cell names, or the cell if it says before or after; "" for neither."""
    parts = tokens(text)
    said = bool(parts) and all(part in occasion_words() for part in parts)
    return visit_label(text) or (text if said else "")


def _is_no_visit(text: str) -> bool:
    return not _occasion(text) and not is_number(text)


def _under(upper: str, lower: str, above: str) -> str:
    """Return the heading of a visit below what was measured at it."""
    visit = _occasion(lower)
    if above and visit:
        return f"{above} {visit if is_number(lower) else lower}"
    return (lower or upper).strip()


def _spread(sheet: Sheet, top: Sequence[Row], upper: int, counts: Callable[[str], bool]) -> list[str]:
    """Return what stands over each column: as far as its cell is merged, else up to the next filled one.

    A cell that does not count ends the one before it.
    """
    row = top[upper]
    merged = {a[1]: b[1] for a, b in sheet.merged if a[0] == upper and b[1] > a[1]}
    out: list[str] = []
    current, until = "", -1
    for i, text in enumerate(row):
        if text:
            current = text if counts(text) else ""
            until = merged.get(i, i if merged else len(row))
        out.append(current if i <= until else "")
    return out


def _grouped(upper: str, lower: str, visit: str) -> str:
    if visit and lower:
        return f"{lower} {visit}"
    return (lower or upper).strip()


def _is_second(sheet: Sheet, top: Sequence[Row], row: int, other: int, *, below: bool) -> bool:
    """Return whether the row next to the header is a second header and not a title or a row of data."""
    if not 0 <= other < len(top):
        return False
    named = [i for i, text in enumerate(top[row]) if text]
    texts = [top[other][i].strip() for i in named]
    filled = [text for text in texts if text]
    if len(named) < 3 or len(filled) < _MOSTLY * len(named) or len(set(filled)) < len(filled):
        return False
    if any(text[:1].isdigit() for text in filled):
        return False
    if not below:
        return _is_names(top[row], named) and not _is_names(top[other], named)
    own = [i for i in named if top[other][i]]
    if any(_is_again(sheet, i, other) for i in own):
        return False
    told = [_holds_no_text(sheet, i, other) for i in own]
    return sum(told) >= _TOLD_BY and all(_is_text(sheet, i, other) for i in named)


def _is_again(sheet: Sheet, column: int, row: int) -> bool:
    """Return whether a cell occurs again below it, as a heading does not."""
    codes = sheet.columns[column].codes
    return bool((codes[row + 1 : row + 1 + _LOOKED_AT] == codes[row]).any())


def _is_data(sheet: Sheet, top: Sequence[Row], row: int) -> bool:
    """Return whether half of the cells of a row occur again below it, as answers do and headings do not."""
    filled = [i for i, text in enumerate(top[row]) if text]
    return 2 * sum(_is_again(sheet, i, row) for i in filled) >= len(filled)


_NAME = re.compile(r"^[A-Za-z][A-Za-z0-9_.]*$")


def _is_names(row: Row, columns: Sequence[int]) -> bool:
    """Return whether the cells of a row look like the names of variables."""
    return all(_NAME.match(row[i].strip()) for i in columns if row[i])


def _is_text(sheet: Sheet, column: int, row: int) -> bool:
    return int(sheet.columns[column].kinds[row]) in (TEXT, EMPTY)


def _holds_no_text(sheet: Sheet, column: int, above: int) -> bool:
    """Return whether the cells below a row are numbers or dates, one at least, and none is a word."""
    cells = sheet.columns[column]
    codes = cells.codes[above + 1 : above + 1 + _LOOKED_AT]
    kinds = [(int(cells.unique_kinds[i]), cells.unique_texts[i]) for i in dict.fromkeys(codes.tolist())]
    filled = [kind in (NUMBER, DATE) or text[:1].isdigit() for kind, text in kinds if kind != EMPTY]
    return bool(filled) and all(filled)


def _best(upper: Row, lower: Row, is_known: Callable[[str], bool]) -> tuple[str, ...]:
    """Return of each column the heading that we know, the upper one if both or none is.

    A variable that only holds another one in another form ("SEX_STD" of "SEX") has its
    heading from the same row.
    """
    for row in (upper, lower):
        if "USUBJID" in row:
            return tuple(text.strip() for text in row)
    pairs = list(zip(upper, lower, strict=True))
    lower_is_known = [bool(b) and (not a or (is_known(b) and not is_known(a))) for a, b in pairs]
    by_name = {a: takes for (a, _), takes in zip(pairs, lower_is_known, strict=True) if a}
    takes_lower = [
        by_name.get(a.rpartition("_")[0], own) for (a, _), own in zip(pairs, lower_is_known, strict=True)
    ]
    return tuple(
        ((b or a) if takes else (a or b)).strip() for (a, b), takes in zip(pairs, takes_lower, strict=True)
    )


def _with_units(header: Header, top: Sequence[Row]) -> Header:
    """Return the header with the units of a row of units below it, if there is one."""
    below = header.last + 1
    if below >= len(top):
        return header
    row = top[below]
    filled = [(i, text.strip()) for i, text in enumerate(row) if text]
    if not filled or not all(is_unit(text.strip("()[] ")) and not text.isdigit() for _, text in filled):
        return header
    if len(filled) < 2 or row[0] or any(not header.headings[i] for i, _ in filled):
        return header
    units = {i: text.strip("()[] ") for i, text in filled}
    headings = tuple(
        f"{text} ({units[i]})" if i in units and not split_heading(text).bracket else text
        for i, text in enumerate(header.headings)
    )
    return Header(headings, header.row, below, header.layout)
