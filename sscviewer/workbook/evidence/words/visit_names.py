"""Visit names → the visit as analysed and months since baseline."""

import math
import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import cache

from sscviewer.model.dates import DAYS_PER, DAYS_PER_YEAR
from sscviewer.workbook.evidence.words.tokens import english, tokens
from sscviewer.workbook.values.vocabulary import read_toml
from sscviewer.workbook.values.words import words

NAN = float("nan")

MONTHS_PER = {unit: 12 * days / DAYS_PER_YEAR for unit, days in DAYS_PER.items()}
"""Months in one of each unit of time."""


@dataclass(frozen=True, slots=True)
class VisitName:
    """A visit as analysed and its time in months since baseline; NaN when it has none."""

    avisit: str
    months: float


@cache
def occasion_words() -> dict[str, str]:
    """Return {word: before, after or baseline} of the words that say so in a heading ("pre", "nach")."""
    listed = read_toml("languages")["occasions"]
    return {word: name for name in ("before", "after", "baseline") for word in listed[name]}


def says_after_beside(word: str, heading: tuple[str, ...], others: Container[tuple[str, ...]]) -> bool:
    """Return whether a word of a heading can say after, by the other headings: "pos" beside "pre" alone.

    Other words than those of two meanings always can.
    """
    listed = read_toml("languages")["occasions"]
    if word not in listed["only_beside_pre"]:
        return True

    def stands_by(partner: str) -> bool:
        return tuple(partner if part == word else part for part in heading) in others

    return stands_by("pre") and not any(map(stands_by, listed["another"]))


@cache
def _words() -> dict[str, str]:
    return {
        words(word): name for name, listed in read_toml("visits")["words"].items() for word in [*listed, name]
    }


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    units = {word: unit for unit, listed in read_toml("visits")["units"].items() for word in listed}
    either = "|".join(sorted(map(re.escape, units), key=len, reverse=True))
    number = r"(-?\d+(?:[.]\d+)?)"
    return re.compile(rf"^({either}) ?{number}$"), re.compile(rf"^{number} ?({either})$"), units


_ZERO = re.compile(r"^(?:v|t|visit) ?0$", re.IGNORECASE)
_BARE = re.compile(r"^\d+(?:[.]\d+)?$")
_NUMBERED = re.compile(r"^(.*?) ?(\d+(?:\.\d+)?)$")


@cache
def read_visit(text: str) -> VisitName:
    """Return a visit as analysed; names we do not know stay as written, a bare number is "Visit n"; no time.

    "Week n" is n·7 days and "Day n" n-1 days after baseline, because study day 1 is the baseline day.
    """
    plain = _plain(text)
    for candidate in (
        plain,
        plain.removeprefix("visit ").strip(),
        plain.removesuffix(" visit").strip(),
        _translated(text),
    ):
        found = _timed(candidate) or _named(candidate)
        if found is not None:
            return found
    return VisitName(f"Visit {plain}" if _BARE.match(plain) else text.strip(), NAN)


_FILLERS = frozenset({"after", "nach", "apres", "despues", "depois", "dopo", "post", "nel", "al", "a", "第"})
"""What stands before a time without changing it ("nach 3 Monaten", "第4周"); behind it, it does."""


def _translated(text: str) -> str:
    """Return a name in English words without those that add nothing; "" for a number alone."""
    if "-" in text or "+" in text:
        return ""  # a time before, or two of them
    parts = tokens(text)
    if parts and all(occasion_words().get(part) == "baseline" for part in parts):
        return "baseline"
    number = next((i for i, part in enumerate(parts) if part[0].isdigit()), 0)
    kept = [part for i, part in enumerate(parts) if i > number or part not in _FILLERS]
    said = [word for part in kept for word in english(part) if word != "visit"]
    return " ".join(said) if any(not word[0].isdigit() for word in said) else ""


def _plain(text: str) -> str:
    """Return the words of a name, with decimal points kept and a minus before a number kept."""
    kept = re.sub(r"(?<=\d)[.](?=\d)", "point", text)
    kept = re.sub(r"(?:^|(?<=[\s(]))-(?=\d)", "minus", kept)
    return words(kept).replace("point", ".").replace("minus", "-")


def _timed(plain: str) -> VisitName | None:
    before, after, units = _patterns()
    if match := before.match(plain):
        unit, number = units[match[1]], match[2]
    elif match := after.match(plain):
        number, unit = match[1], units[match[2]]
    else:
        return None
    value = float(number)
    if value == 0:
        return VisitName("Baseline", 0.0)
    elapsed = value - 1 if unit == "day" and value > 0 else value
    return VisitName(f"{unit.capitalize()} {value:g}", elapsed * MONTHS_PER[unit])


def _named(plain: str) -> VisitName | None:
    if plain in _words():
        name = _words()[plain]
        return VisitName(name, 0.0 if name == "Baseline" else NAN)
    match = _NUMBERED.match(plain)
    if match and match[1] in _words() and _words()[match[1]] != "Baseline":
        return VisitName(f"{_words()[match[1]]} {match[2]}", NAN)
    return None


def read_visits(names: Iterable[str]) -> dict[str, VisitName]:
    """Return {name as written: visit} for all names of one sheet.

    Where the sheet has no baseline visit, the (last) screening visit stands in for it,
    else the one numbered 0 beside visits that say their time ("V0, M3, M6").
    """
    found = {name: read_visit(name) if name else VisitName("", NAN) for name in names}
    if not any(visit.months == 0 for visit in found.values()):
        screening = sorted({v.avisit for v in found.values() if v.avisit.startswith("Screening")})
        timed = any(not math.isnan(v.months) for v in found.values())
        for name, visit in found.items():
            if visit.avisit == screening[-1] if screening else timed and _ZERO.match(visit.avisit):
                found[name] = VisitName(visit.avisit, 0.0)
    return found


def is_visit_number(text: str) -> bool:
    """Return whether a cell is "V04": a visit beside other visits, alone a lead of an ECG too."""
    return re.fullmatch(r"[Vv][ _.-]?\d{1,2}", text.strip()) is not None


def is_counted_visit(visit: str) -> bool:
    """Return whether a visit is counted ("Cycle 2"): beside a baseline it is when, and not what."""
    return re.fullmatch(r"(?:Visit|Cycle|Session) \d{1,2}", visit) is not None


_DECIMAL = re.compile(r"^\s*\d+[.]\d+\s*[A-Za-z]")
"""A number with a decimal point and its unit: "0.5 h"."""


def visit_label(text: str) -> str:
    """Return the visit a part of a heading names; a bare number counts months; "" when it names none."""
    plain = (_plain(text) if _DECIMAL.match(text) else words(text)).removeprefix("at ").strip()
    if re.fullmatch(r"\d{1,3}", plain):
        return "Baseline" if int(plain) == 0 else f"Month {int(plain)}"
    named = " ".join(english(text))
    if match := re.fullmatch(r"(?:visit|v) ?(\d{1,3})", named):
        return f"Visit {int(match[1])}"
    found: VisitName = read_visit(plain)
    known = not math.isnan(found.months) or found.avisit != plain
    return found.avisit if known and plain else ""
