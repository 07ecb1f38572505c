"""The columns of the table of adverse events, their words, and the least frequency that is shown."""

import math
from dataclasses import dataclass
from typing import Literal

Order = Literal["frequency", "alphabet"]
Scale = Literal["grade", "severity", ""]

COLUMNS = ("any", "level_2", "level_3", "related", "serious", "withdrawal", "dose_change")
"""The columns of the table; `level_2` is grade >= 2, or MODERATE or worse where the file has severity."""
WORST = ("worst_0", "worst_1", "worst_2", "worst_3", "worst_4", "worst_5")
"""The patients of a row by their worst event; 0: no event of theirs has a grade (severity)."""

DOSE_CHANGES = ("DOSE REDUCED", "DRUG INTERRUPTED", "DOSE INCREASED")
WITHDRAWAL = "DRUG WITHDRAWN"
SEVERE = 3
"""CTCAE grade 3 is "severe"; files that have severity instead call severe what graders might call 2 or 4."""

_WORDS = {
    "any": "Any grade",
    "level_2": "Grade ≥ 2",
    "level_3": "Grade ≥ 3",
    "related": "Related",
    "serious": "Serious",
    "withdrawal": "Leading to withdrawal",
    "dose_change": "Leading to dose change",
    "worst_0": "No grade",
}
_SEVERITY_WORDS = {
    "any": "Any severity",
    "level_2": "Moderate or worse",
    "level_3": "Severe or worse",
    "worst_0": "No severity",
    "worst_1": "Mild",
    "worst_2": "Moderate",
    "worst_3": "Severe",
    "worst_4": "Life-threatening",
    "worst_5": "Fatal",
}


def column_words(column: str, scale: Scale) -> str:
    """Return the heading of one of `COLUMNS` or `WORST`."""
    if scale == "severity" and column in _SEVERITY_WORDS:
        return _SEVERITY_WORDS[column]
    return _WORDS.get(column) or f"Grade {column.removeprefix('worst_')}"


@dataclass(frozen=True, slots=True)
class Threshold:
    """A least frequency, counted as patients.

    Attributes
    ----------
    n
        Least number of patients, at least 1.
    words
        "≥ 20 % = ≥ 4 of 20".
    """

    percent: float
    n: int
    words: str


def threshold(percent: float, of: int) -> Threshold:
    """Return how many of `of` patients a least percentage is: 20 % of 20 is 4."""
    slack = 1e-9  # 100 x 0.07 x 100 is a hair above 7 in binary
    n = max(math.ceil(percent * of / 100 - slack), 1)
    return Threshold(percent, n, f"≥ {percent:g} % = ≥ {n} of {of}")
