"""Columns of one stem are one measurement at several occasions: x_pre and x_post, Y1 to Y4, end_x."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from sscviewer.workbook.evidence.columns.profiles import Profile
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.evidence.words.calendar_names import calendar_date
from sscviewer.workbook.evidence.words.tokens import english, tokens
from sscviewer.workbook.evidence.words.visit_names import (
    is_counted_visit,
    occasion_words,
    read_visit,
    says_after_beside,
    visit_label,
)
from sscviewer.workbook.values.vocabulary import is_unit, read_toml
from sscviewer.workbook.values.words import split_heading

_FEWEST = 3
"""So many columns whose names differ in a bare number are occasions; two are often two things (t1, t2)."""

_ALIKE = 8.0
"""Occasions of one measurement have middles of the same size, within this factor; z1 to z10 have not."""

_WHOLE_UNITS = frozenset(
    {"month", "week", "day", "year", "hour", "minute"}
    | {"visit", "period", "session", "cycle", "phase", "wave", "round"}
)

_UNITS = _WHOLE_UNITS | {"min", "m", "w", "d", "y", "t", "v", "mo", "h"}

_BEFORE_ITS_NUMBER = frozenset({"t", "v"})
"""T0 and V2 are times; the T of CD4T and CD8T is a place or a kind of cell."""

_LETTERED = re.compile(r"^[A-Za-z]\d{1,2}$")

_MOST_MONTHS = 240
"""What has more "m" is metres: "run200m", "run800m"."""

_GLUED = re.compile(r"^(pre|post)([a-z]{2,})$")
"""An occasion written in one word with what was measured; only the pair of both makes a family."""
_BEFORE_EVENT = re.compile(r"^(prae|pra|pre|post)(op|treatment|therapy)$")
"""An occasion and its event in one word, behind what was measured: "VAS praeop"."""

_NUMBERS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_NUMBER_OF_UNITS = re.compile(rf"^({'|'.join(_NUMBERS)})((?:day|week|month|year)s?)$")
"""A time in words, in one word: "oneyear"."""
_UNITS_OF_TIME = (("day",), ("week",), ("month",), ("year",))

_CYCLE_DAY = re.compile(r"^(?:c|cycle)(\d{1,2})(?:d|day)(\d{1,2})$")
"""A day of a cycle of treatment: "C2D15", "Cycle 2 Day 15"."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A column of a family: the heading of the family, and the visit as its heading names it."""

    column: Column
    stem: str
    visit: str
    is_bare: bool


_ENDS_OF_SPANS = frozenset({"start", "begin", "end", "initial", "final", "entry", "exit"})
"""Words that alone may head the two ends of a span, or two counts, as well as two occasions."""

_LONGEST = 4
"""Words of the longest occasion: "6 month follow up"."""

_AT = frozenset({"at", "a", "al", "bei", "im", "in", "nel"})


@cache
def _events() -> frozenset[str]:
    return frozenset(read_toml("languages")["occasions"]["events"])


def canonical(visit: str) -> str:
    """Return before, after or baseline for a word that says it ("pre"), else the visit itself."""
    return occasion_words().get(visit, visit)


def families(columns: Sequence[Column], profiles: Mapping[str, Profile]) -> tuple[Occasion, ...]:
    """Return the columns that are one measurement at several occasions, in the order of the sheet."""
    numeric = [c for c in columns if profiles[c.letter].is_numeric and not _is_days(profiles[c.letter])]
    numeric = [c for c in numeric if not calendar_date(c.heading.written)]
    numeric = _without_lettered(numeric)
    by_stem: dict[str, list[Occasion]] = defaultdict(list)
    unpaired = _unpaired(numeric)
    for column in numeric:
        if (found := occasion_of(column, unpaired.get(column.letter, _NONE))) is not None:
            by_stem[" ".join(tokens(found.stem))].append(found)
    listed = [family for family in by_stem.values() if _is_family(family, profiles)]
    told = {o.visit for family in listed for o in family if o.is_bare}
    listed += [f for f in by_stem.values() if f not in listed and _shares_occasions(f, told)]
    kept = {o.column.letter: o for family in listed for o in _with_base(family, numeric)}
    return tuple(kept[c.letter] for c in columns if c.letter in kept)


_NONE: frozenset[str] = frozenset()


def _unpaired(columns: Sequence[Column]) -> dict[str, frozenset[str]]:
    """Return the words of each heading, by its letter, that do not say after as their partner is missing.

    "FVC pos" is after beside "FVC pre", and beside nothing else: "PANAS pos" has a partner "PANAS neg".
    """
    parts = {c.letter: tokens(c.heading.written) for c in columns}
    said = set(parts.values())
    return {
        letter: frozenset(word for word in of if not says_after_beside(word, of, said))
        for letter, of in parts.items()
    }


def _without_lettered(columns: Sequence[Column]) -> list[Column]:
    """Return columns without those whose last letter is a unit by chance: "bp.1d" beside "bp.1s"."""
    parts = {c.letter: tokens(c.heading.written) for c in columns}
    last = defaultdict(set)
    for of in parts.values():
        if len(of) > 2 and of[-2][0].isdigit() and len(of[-1]) == 1 and of[-1].isalpha():
            last[of[:-1]].add(of[-1])
    return [c for c in columns if last.get(parts[c.letter][:-1], set()) <= _UNITS]


def whole_visits(columns: Sequence[Column], profiles: Mapping[str, Profile]) -> tuple[Occasion, ...]:
    """Return the columns whose heading is a visit and nothing else ("Baseline", "6 months"), two at least.

    What they measure stands elsewhere: in the name of the sheet, say.
    """
    found = []
    for column in columns:
        if profiles[column.letter].distinct <= 2 and _LETTERED.match(column.heading.written.strip()):
            continue  # "d1", "d2" of 0 and 1 say whether, not when
        if profiles[column.letter].is_numeric and calendar_date(column.heading.written):
            found.append(Occasion(column, "", column.heading.written.strip(), is_bare=False))
            continue
        words = english(column.heading.written)
        is_measured = profiles[column.letter].is_numeric or _is_below_limits(column)
        visit = _visit(words) if is_measured and len(words) <= _LONGEST else ""
        if visit and not all(word[0].isdigit() for word in words):
            found.append(Occasion(column, "", visit, is_bare=False))
    timed = {read_visit(visit_label(o.visit)).months for o in found}
    both = {canonical(o.visit) for o in found if o.visit not in _ENDS_OF_SPANS} >= {"before", "after"}
    counted = [o.visit.split()[0] for o in found if is_counted_visit(o.visit)] if 0 in timed else []
    several = len({t for t in timed if t == t}) > 1 or len(set(counted)) == 1 < len(counted)
    several |= len({o.visit for o in found if calendar_date(o.visit)}) > 1
    return tuple(found) if several or both else ()


def _is_below_limits(column: Column) -> bool:
    """Return whether every filled cell says that there was less than could be measured ("<LLOQ", "<0.5")."""
    texts = [text.strip() for text in column.cells.first_texts(_LOOKED_AT) if text.strip()]
    return bool(texts) and all(text.startswith("<") for text in texts)


_LOOKED_AT = 20


def visits_are_columns(columns: Sequence[Column], profiles: Mapping[str, Profile]) -> bool:
    """Return whether a sheet with several rows per patient has its visits side by side, and no other time.

    Its rows are then something else: a test, a side, an eye.
    """
    if len(whole_visits(columns, profiles)) > 1:
        return True
    found = families(columns, profiles)
    dated = any(profiles[c.letter].kind == "date" for c in columns)
    timed = {"visit", "date", "time", "day", "week", "month", "year"}
    said = any(set(english(c.heading.written)) <= timed for c in columns if c.heading.written)
    return len(found) > 1 and not any(o.is_bare for o in found) and not dated and not said


def _with_base(family: Sequence[Occasion], columns: Sequence[Column]) -> Sequence[Occasion]:
    """Return a family with the column of its bare stem as its baseline: fvc beside fvc3m and fvc6m."""
    first = family[0]
    times = [read_visit(visit_label(o.visit)).months for o in family]
    if first.is_bare or not all(months > 0 for months in times):
        return family
    stem = tokens(split_heading(first.stem).name)
    base = [c for c in columns if stem in (tokens(c.heading.written), tokens(c.heading.name))]
    found = [Occasion(c, first.stem, "baseline", is_bare=False) for c in base]
    return (*found[:1], *family)


def occasion_of(column: Column, but: frozenset[str] = _NONE) -> Occasion | None:
    """Return the stem and the occasion of a heading, without the words `but`; None when it names none."""
    heading = column.heading
    if heading.bracket and is_unit(heading.bracket):
        return _occasion_in(heading.name, column, but)
    named = _occasion_in(heading.name, column, but) if heading.bracket else None
    return named or _occasion_in(heading.written, column, but)


def _in_calendar(written: str, column: Column) -> Occasion | None:
    """Return the measurement and the month, quarter or day of a heading ("FVC Jan 2020", "Q1 2020 FVC")."""
    parts = written.split()
    for take in (1, 2):
        for stem, when in ((parts[:-take], parts[-take:]), (parts[take:], parts[:take])):
            visit = " ".join(when)
            if stem and calendar_date(visit) and not visit.isdigit() and any(map(str.isalpha, "".join(stem))):
                return Occasion(column, " ".join(stem), visit, is_bare=False)
    return None


def _occasion_in(written: str, column: Column, but: frozenset[str]) -> Occasion | None:
    if (dated := _in_calendar(written, column)) is not None:
        return dated
    parts = tokens(written)
    words = [english(part) for part in parts]
    if len(parts) == 1 and (glued := _GLUED.match(parts[0])):
        visit = glued[1]
        return Occasion(column, written[len(visit) :], visit, is_bare=False)
    for take in range(_LONGEST, 0, -1):
        if len(parts) <= take:
            continue
        for stem, said in ((parts[:-take], words[-take:]), (parts[take:], words[:take])):
            occasion = tuple(word for part in said for word in part)
            visit = "" if but.intersection(occasion) else _visit(occasion)
            if visit and not _says_when_only(stem, occasion):
                bare = all(word[0].isdigit() for word in occasion)
                return Occasion(column, _stem(column, stem, parts), visit, bare)
    return _occasion_inside(written, parts, column, but)


def _occasion_inside(
    written: str, parts: tuple[str, ...], column: Column, but: frozenset[str]
) -> Occasion | None:
    """Return the occasion that one word between the others says ("grip post left")."""
    for i in range(1, len(parts) - 1):
        if parts[i] in occasion_words() and parts[i] not in but and not parts[i + 1][0].isdigit():
            pieces = written.split() if len(written.split()) == len(parts) else list(parts)
            return Occasion(column, " ".join([*pieces[:i], *pieces[i + 1 :]]), parts[i], is_bare=False)
    return None


def _says_when_only(parts: tuple[str, ...], occasion: tuple[str, ...]) -> bool:
    """Return whether words name no measurement: numbers, or "after" of "After 4 weeks".

    A lone number beside an occasion ("pre.1", "post.1") tells the readings of the occasion apart.
    """
    if len(parts) == 1 and parts[0].isdigit() and occasion[0] not in _WHOLE_UNITS:
        return False
    return all(
        part[0].isdigit() or part in occasion_words() or english(part)[0] in _WHOLE_UNITS for part in parts
    )


def is_occasion(text: str) -> bool:
    """Return whether a cell says before or after, and nothing else ("pre", "post-treatment")."""
    words = _trimmed(english(text))
    return bool(words) and all(word in occasion_words() for word in words)


def _stem(column: Column, stem: tuple[str, ...], parts: tuple[str, ...]) -> str:
    """Return the stem as the heading writes it, and with the unit of its bracket."""
    written = column.heading.written
    text = " ".join(stem)
    plain = "".join(unicodedata.normalize("NFKD", c)[:1] for c in written).lower()  # as long as written
    start = plain.find(stem[0])
    if stem == parts[: len(stem)]:
        end = start
        for part in stem:
            place = plain.find(part, end) if end >= 0 else -1
            end = place + len(part) if place >= 0 else -1
        text = written[start:end] if end > start >= 0 else text
    elif start >= 0:
        text = written[start:]
    bracket = column.heading.bracket
    return f"{text} ({bracket})" if bracket and is_unit(bracket) and "(" not in text else text


def _visit(words: tuple[str, ...]) -> str:
    """Return what an occasion is called; "" when the words name none."""
    if cycle := _CYCLE_DAY.match("".join(words)):
        return f"C{cycle[1]}D{cycle[2]}"
    words = _trimmed(words)
    text = " ".join(words)
    known = [occasion_words().get(word, "") for word in words]
    numbers = [word for word in words if word[0].isdigit()]
    if all(known) and len(words) <= 2:
        return words[0] if len(words) == 1 else text
    if len(words) == 2 and known[0] and numbers:
        return text
    if len(words) == 2 and numbers and not all(w[0].isdigit() for w in words):
        unit = next(word for word in words if not word[0].isdigit())
        if (unit in _BEFORE_ITS_NUMBER and words[0] != unit) or (unit == "h" and words[0] == unit):
            return ""
        if unit == "m" and float(numbers[0].replace(",", ".")) > _MOST_MONTHS:
            return ""
        plain = text.capitalize() if unit in _WHOLE_UNITS else text.replace(" ", "")
        return (visit_label(text) or plain) if unit in _UNITS else ""
    if len(words) == 1 and numbers:
        return text
    label = visit_label(text) if len(words) <= 2 and not numbers else ""
    return label


def _trimmed(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of an occasion without those that add nothing: "at", "after" of "after 6 months"."""
    words = _in_figures(tuple(part for word in _without_signs(words) for part in _apart(word)))
    words = tuple(word for i, word in enumerate(words) if not _is_event_behind(words, i))
    words = tuple(
        word[:-2] if word.endswith("fu") and word[:-2] in _UNITS else word for word in words
    )  # "6MFU"
    if len(words) > 1 and words[0] in _AT:
        words = words[1:]
    if len(words) == 3 and words[0] in occasion_words() and any(word[0].isdigit() for word in words[1:]):
        return words[1:]
    numbered = any(word[0].isdigit() for word in words)
    if numbered and len(words) > 2 and words[-2:] == ("follow", "up"):
        return words[:-2]
    if numbered and len(words) > 2 and words[-1] in ("fu", "fup", "followup", "visit"):
        return words[:-1]
    return words[:-1] if len(words) == 2 and words[1] in _events() else words


def _without_signs(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words without a plus beside a number of units: "D+7", "+6 months"; in "CD4+" it is a cell's."""
    around = zip(("", *words), words, (*words[1:], ""), (*words[2:], "", ""), strict=False)
    return tuple(
        word
        for before, word, number, behind in around
        if not (word == "+" and number[:1].isdigit() and {before, behind} & _UNITS)
    )


def _apart(word: str) -> tuple[str, ...]:
    """Return an occasion and its event, or number and unit, that stand in one word ("praeop", "oneyear")."""
    found = _BEFORE_EVENT.match(word) or _NUMBER_OF_UNITS.match(word)
    return (found[1], found[2]) if found else (word,)


def _in_figures(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words with a number in letters in figures, where a unit of time stands by: "six", "months"."""
    if not any(english(word)[:1] in _UNITS_OF_TIME for word in words):
        return words
    return tuple(str(_NUMBERS.index(word) + 1) if word in _NUMBERS else word for word in words)


def _is_event_behind(words: Sequence[str], i: int) -> bool:
    """Return whether a word says what was before or after: "op" of "post-op"."""
    return i > 0 and words[i] in _events() and words[i - 1] in occasion_words()


def _is_family(family: Sequence[Occasion], profiles: Mapping[str, Profile]) -> bool:
    """Return whether columns of one stem hold the same thing at different occasions."""
    if len(family) < 2 or len({o.visit for o in family}) < len(family):
        return False
    if all(o.is_bare for o in family) and (len(family) < _FEWEST or not _in_sequence(family)):
        return False
    if any(profiles[o.column.letter].distinct <= 2 for o in family) and family[0].is_bare:
        return False
    if len(family) < _FEWEST and all(o.visit.startswith("Hour") for o in family):
        return False  # how long it was collected: "urine protein 12h", "24h"
    middles = np.array([abs(_middle(profiles[o.column.letter])) for o in family])
    return bool(middles.max() <= _ALIKE * max(middles.min(), 1e-9)) or not family[0].is_bare


def _shares_occasions(family: Sequence[Occasion], told: Container[str]) -> bool:
    """Return whether columns are too few for numbers to be occasions, but have those of another family."""
    return 1 < len(family) == len({o.visit for o in family}) and all(
        o.is_bare and o.visit in told for o in family
    )


def _in_sequence(family: Sequence[Occasion]) -> bool:
    numbers = [float(o.visit.replace(",", ".")) for o in family]
    return numbers == sorted(numbers)


def _is_days(profile: Profile) -> bool:
    """Return whether numbers are days written as one number, 20240131, of 1900 to 2100."""
    return profile.kind == "whole" and profile.low >= 19_000_101 and profile.high <= 21_001_231


def _middle(profile: Profile) -> float:
    return (profile.low + profile.high) / 2
