"""Dates as cells hold them: real dates, ISO text, partial dates, day-month-year in words or numbers.

A date is never completed: what is not known stays unknown (`model.dates`).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from sscviewer.model.dates import NO_DATE, PartialDate
from sscviewer.workbook.values.cells import DATE, EMPTY, NUMBER, TEXT, Cells, as_objects
from sscviewer.workbook.values.day_numbers import Calendar, day_of, is_year
from sscviewer.workbook.values.vocabulary import read_toml, standard
from sscviewer.workbook.values.words import key

Order = Literal["day first", "month first"]

_TIME = re.compile(r"(?:[T ]+\d{1,2}[:.h]\d{2}.*)$", re.IGNORECASE)
_ISO_NO_MONTH = re.compile(r"^(\d{4})-{2,3}\d{1,2}$")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:\d{4}(?:\d{2})?)?$")
_GLUED = re.compile(r"^(\d{1,2})([A-Za-zÀ-ÿ]{3,9})(\d{2}|\d{4})$")
_SEPARATORS = re.compile(r"[-/.,\s]+")
_DAY_ENDING = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|º|°)$", re.IGNORECASE)
_NUMERIC = re.compile(r"^(\d{1,2})[-/](\d{1,2})[-/](\d{2}|\d{4})$")

_MOST_DIGITS = 4
"""Of a day or month as written; Python makes no number of very many digits."""
_CENTURY_TURN = 50
"""Two-digit years below are 20.., others 19.. (no trial of today has dates beyond)."""


@dataclass(frozen=True, slots=True)
class Dates:
    """A column of dates.

    Attributes
    ----------
    first : (n,) datetime64[s], first possible day; NaT when there is none
    flag : (n,) str, what is unknown: "", "D", "M", "Y"
    unreadable, partial, ongoing, unknown : (n,) bool
        The cell holds something that is no date; a date without day or month; a word for "not ended";
        a word for "not known".
    serial : (n,) bool
        The cell holds the number of a day and not a date.
    calendar
        By what such numbers count.
    order
        Which of two numbers before the year was taken for the day.
    undecided
        Day and month could not be told apart in the whole column: the order was assumed.
    """

    first: npt.NDArray[np.datetime64]
    flag: npt.NDArray[np.object_]
    unreadable: npt.NDArray[np.bool_]
    partial: npt.NDArray[np.bool_]
    ongoing: npt.NDArray[np.bool_]
    unknown: npt.NDArray[np.bool_]
    serial: npt.NDArray[np.bool_]
    calendar: Calendar
    order: Order
    undecided: bool


_NO_DAY_AT_ALL = re.compile(r"^0[0\W]*0$")
"""The empty date of a database, "0000-00-00" or "00.00.00"; never the year 2000."""


def read_dates(
    cells: Cells,
    given: Order | None = None,
    assumed: Order = "day first",
    calendar: Calendar | None = None,
) -> Dates:
    """Return the dates of a column.

    Parameters
    ----------
    given
        The order of day and month; None lets the whole column decide it.
    assumed
        The order where the column cannot decide it.
    calendar
        By what numbers of days count; None for Excel's of this workbook.
    """
    calendar = calendar or ("1904" if cells.date1904 else "1900")
    order, undecided = (given, False) if given else decide_order(cells.unique_texts)
    order = assumed if undecided else order
    readings = [
        _read(text, int(kind), order, calendar)
        for text, kind in zip(cells.unique_texts, cells.unique_kinds, strict=True)
    ]
    codes = cells.codes
    first = np.array([r[0].first for r in readings], dtype="datetime64[s]")
    flag = as_objects([r[0].flag for r in readings])
    words = as_objects([r[1] for r in readings])[codes] if len(readings) else np.empty(0, dtype=object)
    flags = flag[codes] if len(readings) else np.empty(0, dtype=object)
    return Dates(
        first=first[codes],
        flag=flags,
        unreadable=words == "unreadable",
        partial=np.isin(flags, ("D", "M")) & (words == ""),
        serial=words == "serial",
        calendar=calendar,
        order=order,
        ongoing=words == "ongoing",
        unknown=words == "unknown",
        undecided=undecided,
    )


def decide_order(texts: Iterable[str]) -> tuple[Order, bool]:
    """Return the order of day and month in numeric dates, and whether it had to be assumed."""
    pairs = _pairs(texts)
    decided = any(max(pair) > 12 for pair in pairs)
    return _order(pairs), not decided and any(a != b for a, b in pairs)


def _pairs(texts: Iterable[str]) -> list[tuple[int, int]]:
    """Return the two numbers before the year of each date that is written in numbers."""
    return [pair for text in texts if (pair := day_and_month(text))]


def day_and_month(text: str) -> tuple[int, int] | None:
    """Return the two numbers before the year of a date that is written in numbers; None for other texts."""
    match = _NUMERIC.match(_TIME.sub("", text.strip()))
    return (int(match[1]), int(match[2])) if match else None


def _order(pairs: Iterable[tuple[int, int]]) -> Order:
    """Return the order that most of the dates that have only one reading have."""
    votes = sum((a > 12) - (b > 12) for a, b in pairs)
    return "month first" if votes < 0 else "day first"


def common_order(columns: Iterable[Iterable[str]]) -> Order | None:
    """Return the order of the columns of a sheet that decide it; None when none does or they differ."""
    found = set()
    for texts in columns:
        pairs = _pairs(texts)
        if any(max(pair) > 12 for pair in pairs):
            found.add(_order(pairs))
    return found.pop() if len(found) == 1 else None


def _read(text: str, kind: int, order: Order, calendar: Calendar) -> tuple[PartialDate, str]:
    """Return the date of a cell, and "" or why there is none."""
    if kind == EMPTY:
        return NO_DATE, ""
    if kind in (NUMBER, TEXT) and (day := day_of(text, calendar)):
        return PartialDate(day, day, ""), "serial"
    if kind == NUMBER:
        found = parse_date(text) if text.isdecimal() else None
        return (found, "") if found is not None else (NO_DATE, "unreadable")
    if kind not in (TEXT, DATE):
        return NO_DATE, "unreadable"
    if kind == TEXT and standard("ongoing", text, "") == "ONGOING":
        return NO_DATE, "ongoing"
    if key(text) in _unknown("whole") or not key(text) or _NO_DAY_AT_ALL.match(text):
        return NO_DATE, "unknown"
    found = parse_date(text, order)
    return (found, "") if found is not None else (NO_DATE, "unreadable")


def parse_date(text: str, order: Order = "day first") -> PartialDate | None:
    """Return the date a text says, as far as it says it; None when it is no date.

    Parameters
    ----------
    order
        Which of two numbers before the year is the day; ISO text and month names do not need it.
    """
    text = _TIME.sub("", text.strip())
    if iso := _ISO_NO_MONTH.match(text):
        return _checked(iso[1])
    if compact := _COMPACT.match(text):
        return _checked(*compact.groups())
    if glued := _GLUED.match(text):
        text = " ".join(glued.groups())
    parts = [_DAY_ENDING.sub("", part) for part in _SEPARATORS.split(text) if part]
    parts = [part for part in parts if key(part) not in _between("words") or not key(part)]
    if not 1 <= len(parts) <= 3 or _NO_DAY_AT_ALL.match(text):
        return None
    arranged = _arrange(parts, "." in text, order)
    return _checked(*arranged) if arranged else None


def _arrange(parts: list[str], dotted: bool, order: Order) -> tuple[str, ...] | None:
    """Return (year, month, day) as far as given."""
    if is_year(parts[0]):
        return tuple(parts)
    if len(parts) == 1:
        return None
    if len(parts) == 2:
        return (parts[1], parts[0]) if is_year(parts[1]) else None
    first, second, year = parts
    if not (is_year(year) or re.fullmatch(r"\d{2}", year)):
        return None
    if _month(first) and not first.isdecimal():
        return year, first, second
    swap = order == "month first" and not dotted and second.isdecimal() and first.isdecimal()
    return (year, first, second) if swap else (year, second, first)


def _checked(year: str, month: str | None = None, day: str | None = None) -> PartialDate | None:
    """Return the date of the parts; None when a part is neither known, unknown, nor possible."""
    number = _year(year)
    month_number = _month(month) if month else None
    if number is None or (month and month_number is None and not _is_unknown(month)):
        return None
    if day and not day.isdecimal() and not _is_unknown(day):
        return None
    if day and len(day) > _MOST_DIGITS and day.isdecimal():
        return None
    day_number = int(day) if day and day.isdecimal() and not _is_unknown(day) else None
    try:
        return PartialDate.of(number, month_number, day_number)
    except ValueError:
        return None


def _year(text: str) -> int | None:
    if is_year(text):
        return int(text)
    if len(text) == 2 and text.isdecimal():
        return int(text) + (2000 if int(text) < _CENTURY_TURN else 1900)
    return None


def _month(text: str) -> int | None:
    if text.isdecimal():
        return int(text) if len(text) <= _MOST_DIGITS and 1 <= int(text) <= 12 else None
    return _months().get(key(text))


@cache
def _months() -> dict[str, int]:
    return {key(name): int(n) for n, names in read_toml("dates")["months"].items() for name in names}


@cache
def _between(what: str) -> frozenset[str]:
    return frozenset(read_toml("dates")["between"][what])


@cache
def _unknown(what: str) -> frozenset[str]:
    return frozenset(key(word) or word for word in read_toml("dates")["unknown"][what])


def _is_unknown(part: str) -> bool:
    return (key(part) or part) in _unknown("part")


def as_date(value: Any) -> date | None:
    """Return a datetime64 as a date; None for NaT."""
    return None if np.isnat(value) else value.astype("datetime64[D]").astype(date)
