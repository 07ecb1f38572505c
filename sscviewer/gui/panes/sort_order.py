"""In what order the texts of a column stand: numbers by value, severities by weight, others as one counts."""

import math
import re
from collections.abc import Callable, Iterable
from typing import Any

from sscviewer.report.table_file import number_of

SCALES = (
    ("none", "mild", "moderate", "severe", "life-threatening", "life threatening", "fatal", "death"),
    ("info", "warning", "error"),
    ("unlikely", "possible", "probable", "definite"),
    ("below", "normal", "within", "above"),
)
"""Words that have an order of their own. A column whose every text is of one of these is sorted by it."""
_DIGITS = re.compile(r"(\d+)")


def sort_key(texts: Iterable[str], numeric: bool, shown: Callable[[str], str] = str) -> Callable[[str], Any]:
    """Return the key a column is sorted by; what is empty comes before everything else.

    Numbers and scales are told by the texts themselves; words stand in the order of what is shown for them.
    """
    said = {text.strip().casefold() for text in texts} - {"", "–"}
    scale = next((scale for scale in SCALES if said and said <= set(scale)), None)
    if scale is not None:
        return lambda text: scale.index(plain) if (plain := text.strip().casefold()) in scale else -1
    if numeric or (said and all(number_of(text) is not None for text in said)):
        return _number
    return lambda text: _natural(shown(text))


def _number(text: str) -> float:
    number = number_of(text)
    # What has no number comes before the smallest.
    return -math.inf if number is None else number


def _natural(text: str) -> list[Any]:
    """Return parts that sort "Visit 2" before "Visit 10"."""
    return [int(part) if part.isdecimal() else part for part in _DIGITS.split(text.casefold())]
