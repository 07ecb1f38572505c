"""What the user decides about the counting of adverse events, and the columns of the table."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sscviewer.analysis.estimate import LEVEL
from sscviewer.analysis.proportion import CLOPPER_PEARSON, Method

Order = Literal["frequency", "alphabet"]
Scale = Literal["grade", "severity", ""]

COLUMNS = ("any", "level_2", "level_3", "related", "serious", "withdrawal", "dose_change")
"""The columns of the table; `level_2` is grade >= 2, or MODERATE or worse where the file has severity."""
WORST = ("worst_0", "worst_1", "worst_2", "worst_3", "worst_4", "worst_5")
"""The patients of a row by their worst event; 0: no event of theirs has a grade (severity)."""

DOSE_CHANGES = ("DOSE REDUCED", "DRUG INTERRUPTED", "DOSE INCREASED")
WITHDRAWAL = "DRUG WITHDRAWN"
SEVERE = 3

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


@dataclass(frozen=True, slots=True)
class TermGroup:
    """Terms that the user counts as one event ("Nausea and vomiting"), each patient once.

    Attributes
    ----------
    terms
        As they stand in the table's rows, whatever their case.
    """

    name: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventSettings:
    """How events are counted.

    Attributes
    ----------
    emergent_only
        Count treatment-emergent events only (`treatment_emergent`).
    window_days
        An event that begins later than this many days after the last dose is not emergent; None: no end.
    interval, level
        Of the percentages.
    ungraded_is_severe
        Count an event without a grade (severity) as grade 3 (SEVERE); otherwise it is in "any" and, where
        nothing of the patient's has a grade, under "no grade", but in none of the columns by grade.
    unsaid_is_related
        Count an event whose relation to the drug is not given as related.
    groups
        Terms counted together, as rows of their own; the terms keep their rows.

    **Source**: ADaM OCCDS 1.0; conventions for missing grade and relation as in resources/methods.
    """

    emergent_only: bool = True
    window_days: float | None = None
    interval: Method = CLOPPER_PEARSON
    level: float = LEVEL
    ungraded_is_severe: bool = False
    unsaid_is_related: bool = True
    groups: tuple[TermGroup, ...] = ()
    order: Order = "frequency"


def term_groups(named: Mapping[str, Sequence[str]]) -> tuple[TermGroup, ...]:
    """Return the groups of a mapping (`Mapping.groups`) as the settings hold them."""
    return tuple(TermGroup(name, tuple(terms)) for name, terms in named.items())


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
