"""Words that tell readings of one quantity: as a heading of numbers that count them, or within a heading."""

import re
from collections.abc import Sequence
from functools import cache

from sscviewer.workbook.evidence.words.tokens import english, tokens
from sscviewer.workbook.values.vocabulary import read_toml


def counts_readings(heading: str) -> bool:
    """Return whether a heading says that its numbers count readings: "Attempt", "Messung 2"."""
    return _has(heading, "counted")


def numbers_rows(heading: str) -> bool:
    """Return whether a heading says that its numbers number the rows of a sheet: "Page", "Record"."""
    return _has(heading, "rows")


def codes_levels(heading: str) -> bool:
    """Return whether a heading says that its numbers are codes of levels: "Condition", "Load"."""
    return _has(heading, "levels")


_PARTS = re.compile(r"#?\d+(?:st|nd|rd|th)?|[^\W\d_]+|%", re.IGNORECASE)
_COUNT = re.compile(r"^#?([1-9])(?:st|nd|rd|th)?$", re.IGNORECASE)
"""A number of a reading: nobody takes ten in a row."""
BEST = "best"


def reading_in(name: str) -> tuple[str, str] | None:
    """Return the quantity and which of its readings a name says, or that it is the best of them.

    "FVC reading 2", "1st reading FVC", "FVC #2", "2. Messung FVC": ("FVC", "2"); "FVC best of three": ("FVC",
    "best"). None for others. A bare number ("FVC 2") may be a visit.
    """
    parts = _PARTS.findall(name)
    plain = ["".join(tokens(part)) for part in parts]
    words = read_toml("languages")["readings"]
    if _known("best") & set(plain):
        said = _known("best") | _known("of_several")
        return _without(parts, [at for at, word in enumerate(plain) if word in said or word.isdigit()], BEST)
    for at, part in enumerate(parts):
        number = _COUNT.match(part)
        count = number[1] if number else _ordinal(plain[at], words["ordinals"])
        if not count:
            continue
        beside = [n for n in (at - 1, at + 1) if 0 <= n < len(parts) and plain[n] in _known("counted")]
        if beside or part.startswith("#"):
            return _without(parts, [at, *beside], count)
    return None


def _without(parts: Sequence[str], said: Sequence[int], which: str) -> tuple[str, str] | None:
    quantity = " ".join(part for at, part in enumerate(parts) if at not in said)
    return (quantity, which) if quantity else None


def _ordinal(word: str, listed: Sequence[Sequence[str]]) -> str:
    found = (at for at, same in enumerate(listed, start=1) if word in {"".join(tokens(one)) for one in same})
    return str(next(found, ""))


@cache
def _known(kind: str) -> frozenset[str]:
    return frozenset("".join(tokens(word)) for word in read_toml("languages")["readings"][kind])


def _has(heading: str, kind: str) -> bool:
    said = {*english(heading), *tokens(heading)}
    return not said.isdisjoint(read_toml("languages")["readings"][kind])
