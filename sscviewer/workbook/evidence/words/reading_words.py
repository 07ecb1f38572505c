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


_PARTS = re.compile(r"#?\d+(?:st|nd|rd|th)?(?![^\W_])|[^\W_]+|%", re.IGNORECASE)
_NUMBERED = re.compile(r"^([^\W\d]+)(\d)$")
_COUNT = re.compile(r"^#?([1-9])(?:st|nd|rd|th)?$", re.IGNORECASE)
"""A number of a reading: nobody takes ten in a row."""
BEST = "best"


def reading_in(name: str) -> tuple[str, str] | None:
    """Return the quantity and which of its readings a name says, or that it is the best of them.

    "FVC reading 2", "1st reading FVC", "FVC #2", "2. Messung FVC": ("FVC", "2"); "FVC best of three": ("FVC",
    "best"). None for others. A bare number ("FVC 2") may be a visit.
    """
    parts = _parts(name)
    plain = ["".join(tokens(part)) for part in parts]
    if _known("best") & set(plain):
        said = _known("best") | _known("of_several")
        number = [word.isdigit() and at > 0 and plain[at - 1] in said for at, word in enumerate(plain)]
        return _without(parts, [at for at, word in enumerate(plain) if word in said or number[at]], BEST)
    found = [one for at in range(len(parts)) if (one := _count_at(parts, plain, at)) is not None]
    if not found:
        return None
    _, count, said_at = min(found, key=lambda one: one[0])
    return _without(parts, said_at, count)


def _parts(name: str) -> list[str]:
    """Return the words and numbers of a name; a word that does not count ("rep2") keeps its digit: FEV1."""
    out: list[str] = []
    for part in _PARTS.findall(name):
        found = _NUMBERED.match(part)
        counts = found is not None and "".join(tokens(found[1])) in _known("counted") | _known("best")
        out += found.groups() if found is not None and counts else (part,)
    return out


def _count_at(parts: Sequence[str], plain: Sequence[str], at: int) -> tuple[int, str, list[int]] | None:
    """Return how loosely a part counts readings, its number and the parts that say so; None for others.

    "2nd" and "#2" say it themselves (0); a bare number belongs to the counted word before it (1) rather than
    to the one behind (2).
    """
    number = _COUNT.match(parts[at])
    count = number[1] if number else _ordinal(plain[at])
    beside = [n for n in (at - 1, at + 1) if 0 <= n < len(parts) and plain[n] in _known("counted")]
    if not count or not (beside or parts[at].startswith("#")):
        return None
    looseness = 0 if not parts[at].isdigit() else 1 if at - 1 in beside else 2
    return looseness, count, [at, *beside]


def ordinal_in(name: str) -> tuple[str, str] | None:
    """Return the quantity and the number of a name that begins with a bare ordinal: "First FVC".

    Alone that may be the earliest of all; only beside the second one is it a reading.
    """
    parts = _parts(name)
    count = _ordinal("".join(tokens(parts[0]))) if parts else ""
    return _without(parts, [0], count) if count else None


def _without(parts: Sequence[str], said: Sequence[int], which: str) -> tuple[str, str] | None:
    quantity = " ".join(part for at, part in enumerate(parts) if at not in said)
    return (quantity, which) if quantity else None


def _ordinal(word: str) -> str:
    listed = read_toml("languages")["readings"]["ordinals"]
    found = (at for at, same in enumerate(listed, start=1) if word in {"".join(tokens(one)) for one in same})
    return str(next(found, ""))


@cache
def _known(kind: str) -> frozenset[str]:
    return frozenset("".join(tokens(word)) for word in read_toml("languages")["readings"][kind])


def _has(heading: str, kind: str) -> bool:
    said = {*english(heading), *tokens(heading)}
    return not said.isdisjoint(read_toml("languages")["readings"][kind])
