"""From baseline to the worst and to the last value: shift tables, and worst grades by arm."""

from dataclasses import dataclass
from typing import Literal

By = Literal["grade", "range"]
To = Literal["worst", "last"]


@dataclass(frozen=True, slots=True)
class ShiftCell:
    """Patients who went from one level to another; percent of those in the table, NaN when there are none."""

    n: int
    percent: float
    usubjids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShiftTable:
    """Where the patients of an arm were at baseline and where they came to, in one test.

    Attributes
    ----------
    paramcd, test, term
        The test, its name, and the CTCAE term ("" by range).
    direction
        "low" or "high" by grade; "" by range.
    by, to
        "grade" or "range"; "worst" or "last" value after baseline.
    words
        Title for people: "ALT increased: grade at baseline → worst grade after (CTCAE version 5.0)".
    levels
        Rows (baseline) and columns (later): "0" to "4", or "Low", "Normal", "High" and, for the worst,
        "Low and high".
    cells
        cells[baseline][later].
    n
        Patients in the table: with a level at baseline and after.
    without_baseline, without_later, without_both
        Patients with a value of the test, but no level at baseline, after it, or either.
    not_measured
        Patients of the arm without any value of the test.
    """

    arm: str
    paramcd: str
    test: str
    term: str
    direction: str
    by: By
    to: To
    words: str
    levels: tuple[str, ...]
    cells: tuple[tuple[ShiftCell, ...], ...]
    n: int
    without_baseline: tuple[str, ...]
    without_later: tuple[str, ...]
    without_both: tuple[str, ...]
    not_measured: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorstGrades:
    """The worst grade after baseline of the patients of an arm, in one test and direction.

    Attributes
    ----------
    n
        Patients with at least one graded value after baseline.
    patients
        For each grade 0 to 4, who had it as the worst.
    """

    arm: str
    paramcd: str
    test: str
    term: str
    direction: str
    n: int
    patients: tuple[tuple[str, ...], ...]
