"""Headings that are a stretch of the calendar and nothing else: a day, a month, a quarter, a year."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from sscviewer.model.sentence import say
from sscviewer.workbook.values.vocabulary import read_toml
from sscviewer.workbook.values.words import key

_DAY = re.compile(r"^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$")
_DAY_FIRST = re.compile(r"^(0?[1-9]|[12]\d|3[01])[.](0?[1-9]|1[0-2])[.]((?:19|20)\d\d)$")
"""Between full stops the day goes first, wherever dates are written so; between slashes it may not."""
_DAY_NAMED = re.compile(r"^(0?[1-9]|[12]\d|3[01])[. -]+([^\W\d_]{3,10})[. -]+((?:19|20)\d\d)$")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_NUMBERED = re.compile(r"^(?:(\d{1,2})[./-]((?:19|20)\d\d)|((?:19|20)\d\d)[./-](\d{1,2}))$")
_NAMED = re.compile(
    r"^([^\W\d_]{3,10})[. '/-]+((?:19|20)\d\d)$|^((?:19|20)\d\d)[. '/-]+([^\W\d_]{3,10})[.]?$"
)
_QUARTER = re.compile(
    r"^[qt]([1-4])[ ./-]*((?:19|20)\d\d)$|^((?:19|20)\d\d)[ ./-]*[qt]([1-4])$", re.IGNORECASE
)
_MIDDLE = 2
"""Which month of a quarter stands for it: no value is more than half a quarter away."""


@cache
def _months() -> dict[str, int]:
    return {key(word): int(n) for n, listed in read_toml("dates")["months"].items() for word in listed}


@lru_cache(maxsize=5_000)
def calendar_date(text: str) -> str:
    """Return the date a heading is, as far as it says it ("2020-01-31", "2020-01", "2020"); "" for others.

    A quarter is its middle month. "Visit 2020" is what `read_visit` calls a year alone.
    """
    plain = text.strip().removeprefix("Visit ")
    if _DAY.match(plain) or _YEAR.match(plain):
        return plain
    if match := _DAY_FIRST.match(plain):
        return f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}"
    if (match := _DAY_NAMED.match(plain)) and (month := _months().get(key(match[2]))):
        return f"{match[3]}-{month:02d}-{int(match[1]):02d}"
    if match := _QUARTER.match(plain):
        quarter, year = match[1] or match[4], match[2] or match[3]
        return f"{year}-{3 * (int(quarter) - 1) + _MIDDLE:02d}"
    if match := _NUMBERED.match(plain):
        month, year = int(match[1] or match[4]), match[2] or match[3]
    elif match := _NAMED.match(plain):
        month, year = _months().get(key(match[1] or match[4]), 0), match[2] or match[3]
    else:
        return ""
    return f"{year}-{month:02d}" if 1 <= month <= 12 else ""


def open_days(headings: Iterable[str]) -> str:
    """Return a sentence on headings of the calendar that say no day; "" where there is none."""
    found = [text for text in headings if 0 < len(calendar_date(text)) < len("2020-01-31")]
    if not found:
        return ""
    named = next((text for text in found if _QUARTER.match(text)), "")
    quarter = (
        say(" “{named}” is taken for a quarter, drawn in its middle month, and for no question.", named=named)
        if named
        else ""
    )
    return say(
        "Headings such as “{found}” ({n}) say no day: what stands below them is drawn as the "
        "range of days it may be.{quarter}",
        found=found[0],
        n=len(found),
        quarter=quarter,
    )
