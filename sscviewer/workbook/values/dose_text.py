"""Doses written with how often they were taken in one cell: "100 mg bid", "2 x 50 mg", "100 mg 1-0-1"."""

import re
from dataclasses import dataclass
from functools import cache

import numpy as np

from sscviewer.workbook.values.cells import EMPTY, TEXT, Cells, number_text
from sscviewer.workbook.values.number_text import Marks, parse_text
from sscviewer.workbook.values.values_in_cells import marks_of
from sscviewer.workbook.values.vocabulary import read_toml, standard, value_words
from sscviewer.workbook.values.words import key

_TIMES = re.compile(r"^(\d{1,2})\s*[x×*]\s*(?=\d)", re.IGNORECASE)
_NUMBER = re.compile(r"^(\d[\d.,]*)\s*(.*)$")
_SCHEME = re.compile(r"^\d(?:\s*[-–]\s*\d){2,3}$")
"""What is taken in the morning, at noon, in the evening and at night: "1-0-1"."""

_EVERY_HOURS = re.compile(r"\s*/\s*(6|8|12)\s*h\b", re.IGNORECASE)
"""How often behind the unit: "1000 mg/12h"."""

_COUNTS = {"once": 1.0, "twice": 2.0, "three": 3.0, "four": 4.0}
_DAYS = {"day": 1.0, "week": 7.0, "hourly": 1 / 24, "weekly": 7.0, "monthly": 365.25 / 12}

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
    return _by_its_parts(text.strip()) if np.isnan(known) else known


def _by_its_parts(text: str) -> float:
    """Return how often a day words mean that are in no list; NaN where they say no frequency."""
    of_parts = value_words("frequency_parts")
    rate, every, nth = _patterns()
    if match := rate.match(text):
        often = float(match[1]) if match[1].isdigit() else _COUNTS[of_parts[key(match[1])]]
        return often / _DAYS[of_parts[key(match[2])]]
    if match := every.match(text) or nth.match(text):
        return 1.0 / (float(match[1]) * _DAYS[of_parts[key(match[2])]])
    return float("nan")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return "three times per week", "every 10 days" and "4-weekly"; "2-daily" may be every other day."""
    parts = read_toml("values")["frequency_parts"]

    def one_of(*names: str) -> str:
        return "|".join(re.escape(word) for name in names for word in parts[name])

    period, per = one_of("day", "week"), one_of("per")
    written = (
        rf"^([1-6]|{one_of(*_COUNTS)})\s*(?:{one_of('times')})?\s*(?:{per})\s*({period})$",
        rf"^(?:{one_of('every')})\s*([1-9]\d?)\s*({period})$",
        rf"^([1-9]\d?)[-‐–]({one_of('hourly', 'weekly', 'monthly')})$",
    )
    return tuple(re.compile(one, re.IGNORECASE) for one in written)


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
