"""Columns of one stem are one measurement at several occasions: x_pre and x_post, Y1 to Y4, end_x."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from sscviewer.workbook.evidence.header import Column
from sscviewer.workbook.evidence.profiles import Profile
from sscviewer.workbook.evidence.tokens import english, tokens
from sscviewer.workbook.evidence.visit_names import visit_label
from sscviewer.workbook.values.vocabulary import is_unit, read_toml

_FEWEST = 3
"""So many columns whose names differ in a bare number are occasions; two are often two things (t1, t2)."""

_ALIKE = 8.0
"""Occasions of one measurement have middles of the same size, within this factor; z1 to z10 have not."""

_UNITS = frozenset({"month", "week", "day", "year", "hour", "m", "w", "d", "y", "t", "v", "visit", "mo"})


_GLUED = re.compile(r"^(pre|post)([a-z]{2,})$")
"""An occasion written in one word with what was measured; only the pair of both makes a family."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A column of a family: the heading of the family, and the visit as its heading names it."""

    column: Column
    stem: str
    visit: str
    is_bare: bool


@cache
def _occasion_words() -> dict[str, str]:
    return {word: name for name, listed in read_toml("languages")["occasions"].items() for word in listed}


def families(columns: Sequence[Column], profiles: Mapping[str, Profile]) -> tuple[Occasion, ...]:
    """Return the columns that are one measurement at several occasions, in the order of the sheet."""
    numeric = [c for c in columns if profiles[c.letter].is_numeric and not _is_days(profiles[c.letter])]
    by_stem: dict[str, list[Occasion]] = defaultdict(list)
    for column in numeric:
        if (found := occasion_of(column)) is not None:
            by_stem[" ".join(tokens(found.stem))].append(found)
    kept = {o.column.letter: o for family in by_stem.values() if _is_family(family, profiles) for o in family}
    return tuple(kept[c.letter] for c in columns if c.letter in kept)


def occasion_of(column: Column) -> Occasion | None:
    """Return the stem and the occasion of a heading; None when it names no occasion."""
    parts = tokens(column.heading.written)
    words = english(column.heading.written)
    if len(parts) == 1 and (glued := _GLUED.match(parts[0])):
        visit = glued[1]
        return Occasion(column, column.heading.written[len(visit) :], visit, is_bare=False)
    if len(parts) < 2 or len(parts) != len(words):
        return None
    for take in (3, 2, 1):
        if len(parts) <= take:
            continue
        for stem, occasion in ((parts[:-take], words[-take:]), (parts[take:], words[:take])):
            visit = _visit(occasion)
            if visit and not all(part[0].isdigit() for part in stem):
                bare = all(word[0].isdigit() for word in occasion)
                return Occasion(column, _stem(column, stem, parts), visit, bare)
    return None


def _stem(column: Column, stem: tuple[str, ...], parts: tuple[str, ...]) -> str:
    """Return the stem as the heading writes it, and with the unit of its bracket."""
    written = column.heading.written
    text = " ".join(stem)
    start = written.casefold().find(stem[0])
    if stem == parts[: len(stem)]:
        end = written.casefold().rfind(stem[-1]) if len(stem) > 1 else start
        text = written[start : end + len(stem[-1])] if start >= 0 and end >= start else text
    elif start >= 0:
        text = written[start:]
    bracket = column.heading.bracket
    return f"{text} ({bracket})" if bracket and is_unit(bracket) and "(" not in text else text


def _visit(words: tuple[str, ...]) -> str:
    """Return what an occasion is called; "" when the words name none."""
    text = " ".join(words)
    known = [_occasion_words().get(word, "") for word in words]
    numbers = [word for word in words if word[0].isdigit()]
    if all(known) and len(words) <= 2:
        return words[0] if len(words) == 1 else text
    if len(words) == 2 and known[0] and numbers:
        return text
    if len(words) == 2 and numbers and not all(w[0].isdigit() for w in words):
        unit = next(word for word in words if not word[0].isdigit())
        return (visit_label(text) or text.replace(" ", "")) if unit in _UNITS else ""
    if len(words) == 1 and numbers:
        return text
    label = visit_label(text) if len(words) <= 2 and not numbers else ""
    return label


def _is_family(family: Sequence[Occasion], profiles: Mapping[str, Profile]) -> bool:
    """Return whether columns of one stem hold the same thing at different occasions."""
    if len(family) < 2 or len({o.visit for o in family}) < len(family):
        return False
    if all(o.is_bare for o in family) and (len(family) < _FEWEST or not _in_sequence(family)):
        return False
    if any(profiles[o.column.letter].distinct <= 2 for o in family) and family[0].is_bare:
        return False
    middles = np.array([abs(_middle(profiles[o.column.letter])) for o in family])
    return bool(middles.max() <= _ALIKE * max(middles.min(), 1e-9)) or not family[0].is_bare


def _in_sequence(family: Sequence[Occasion]) -> bool:
    numbers = [float(o.visit.replace(",", ".")) for o in family]
    return numbers == sorted(numbers)


def _is_days(profile: Profile) -> bool:
    """Return whether numbers are days written as one number, 20240131."""
    return profile.kind == "whole" and profile.low >= 19_000_101 and profile.high <= 21_001_231


def _middle(profile: Profile) -> float:
    return (profile.low + profile.high) / 2
