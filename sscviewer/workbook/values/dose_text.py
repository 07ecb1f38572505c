"""Doses written with how often they were taken in one cell: "100 mg bid", "2 x 50 mg", "100 mg 1-0-1"."""

import re
from dataclasses import dataclass

import numpy as np

from sscviewer.workbook.values.cells import EMPTY, TEXT, Cells, number_text
from sscviewer.workbook.values.number_text import Marks, parse_text
from sscviewer.workbook.values.values_in_cells import marks_of
from sscviewer.workbook.values.vocabulary import standard

_TIMES = re.compile(r"^(\d{1,2})\s*[x×*]\s*(?=\d)", re.IGNORECASE)
_NUMBER = re.compile(r"^(\d[\d.,]*)\s*(.*)$")
_SCHEME = re.compile(r"^\d(?:\s*[-–]\s*\d){2,3}$")
"""What is taken in the morning, at noon, in the evening and at night: "1-0-1"."""

_RATE = re.compile(
    r"^([1-6]|once|twice|one|two|three|four)\s*(?:x|×|times?|mal|fois)?\s*(?:/|per|a|each|every|pro|par|por|al)\s*"
    r"(day|d|tag|jour|d[ií]a|die|week|wk|w|woche|semaine|semana)$",
    re.IGNORECASE,
)
"""How often in a day or a week, whatever the words between: "2x/day", "Once/Day", "three times per week"."""

_EVERY = re.compile(
    r"^(?:q|every|alle|tous les|toutes les|cada|ogni)\s*([1-9]\d?)\s*"
    r"(days?|d|tage?n?|jours|d[ií]as|giorni|weeks?|wks?|w|wochen?|semaines|semanas|settimane)$",
    re.IGNORECASE,
)
"""Once in so many days or weeks: "every 7 days", "q3w"."""

_NTH = re.compile(r"^([1-9]\d?)[-‐–](hourly|stündlich|weekly|wöchentlich|monthly|monatlich)$", re.IGNORECASE)
"""Once in so many: "4-weekly", "8-stündlich"; "2-daily" may be twice a day or every other day."""

_EVERY_HOURS = re.compile(r"\s*/\s*(6|8|12)\s*h\b", re.IGNORECASE)
"""How often behind the unit: "1000 mg/12h"."""

_COUNTS = {"once": 1.0, "twice": 2.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0}
_COUNTS |= {str(n): float(n) for n in range(1, 7)}
_DAYS = {"h": 1 / 24, "m": 365.25 / 12, **dict.fromkeys("dtjg", 1.0), **dict.fromkeys("ws", 7.0)}
"""By the first letter of the unit in English, German, French, Spanish and Italian."""

PER_DAY = re.compile(
    r"\s*(?:/\s*(?:day|d|24\s*h|tag|jour|j|d[ií]a|die)|per\s+day|a\s+day|daily|pro\s+tag|täglich|par\s+jour)\s*$"
)
"""Ends a unit that is of each day: "mg/day"."""


@dataclass(frozen=True, slots=True)
class DoseText:
    """What a cell says of a dose: the number with its unit, and how often in words ("" where it does not)."""

    dose: str
    frequency: str


def intakes_per_day(text: str) -> float:
    """Return how often a day words of frequency mean; NaN where they are not known."""
    if _SCHEME.match(text.strip()):
        return float(sum(int(digit) for digit in re.findall(r"\d", text)))
    known = float(standard("frequency", text, "nan"))
    if np.isnan(known) and (rate := _RATE.match(text.strip())):
        return _COUNTS.get(rate[1].casefold(), 0.0) / _DAYS[rate[2][0].casefold()]
    if np.isnan(known) and (every := _EVERY.match(text.strip())):
        return 1.0 / (float(every[1]) * _DAYS[every[2][0].casefold()])
    if np.isnan(known) and (nth := _NTH.match(text.strip())):
        return 1.0 / (float(nth[1]) * _DAYS["h" if nth[2][0] in "sS" else nth[2][0].casefold()])
    return known


def is_per_day(text: str) -> bool:
    """Return whether a text, of a unit or of what ends in one, says that it is of each day."""
    return PER_DAY.search(text.casefold()) is not None


def dose_text(text: str, marks: Marks) -> DoseText | None:
    """Return a dose with a frequency or with several at once; None for any other text, a bare dose too.

    "2 x 50 mg" is 100 mg: two tablets, or one in the morning and one in the evening. "100 mg/day bid" is what
    its unit says, 100 mg a day, as where "bid" has its own column; "2 x 50 mg/day bid" has two meanings.
    """
    plain = _EVERY_HOURS.sub(r" q\1h", " ".join(text.split()))
    times = _TIMES.match(plain)
    written = _NUMBER.match(plain[times.end() :] if times else plain)
    if written is None:
        return None
    number, words = written[1], written[2].split()
    for n in range(len(words), -1, -1):
        unit, frequency = " ".join(words[:n]).strip(" ,;"), " ".join(words[n:]).strip("()")
        dose = parse_text(f"{number} {unit}".strip(), marks.comma, marks.dot)
        if np.isnan(dose.value) or (frequency and not _says_how_often(frequency)):
            continue
        if times and is_per_day(unit) and frequency and intakes_per_day(frequency) != 1:
            return None
        if times is None:
            return DoseText(f"{number} {unit}".strip(), frequency) if frequency else None
        whole = number_text(round(int(times[1]) * dose.value, 9))
        if marks.comma == "decimal":
            whole = whole.replace(".", ",")
        return DoseText(f"{whole} {unit}".strip(), frequency)
    return None


def _says_how_often(text: str) -> bool:
    """Return whether words say how often; a bare number does not."""
    return not text.isdigit() and not np.isnan(intakes_per_day(text))


def _is_of_a_day(said: DoseText) -> bool:
    return is_per_day(said.dose) or intakes_per_day(said.frequency) == 1


def split_doses(cells: Cells, *, per_day: bool, repeated: bool = False) -> tuple[Cells, Cells] | None:
    """Return a column of doses as two, of doses and of how often; None where no cell says both.

    Parameters
    ----------
    per_day
        Whether the heading says that the doses are those of a day: "100 mg bid" then has two meanings, and
        stays as it is; "100 mg/day bid" has not.
    repeated
        Whether a column of its own says that doses were taken several times a day: "2 x 50 mg" beside "bid"
        may be 100 or 200 mg a day, and stays as it is.
    """
    marks = marks_of(cells)
    found = {
        i: said
        for i in np.flatnonzero(cells.unique_kinds == TEXT).tolist()
        if (said := dose_text(str(cells.unique_values[i]), marks)) is not None
        and not (per_day and said.frequency and not _is_of_a_day(said))
        and not (repeated and not said.frequency)
    }
    if not found:
        return None
    doses, often = list(cells.unique_values), [""] * len(cells.unique_values)
    for i, said in found.items():
        doses[i], often[i] = said.dose, said.frequency
    kinds = np.array([TEXT if one else EMPTY for one in often], dtype=cells.unique_kinds.dtype)
    return cells.changed(cells.codes, values=doses), cells.changed(cells.codes, kinds, list(often))
