"""Table 1: any choice of baseline variables, by arm or by how the trial ended, ready to print."""

from dataclasses import dataclass
from typing import Literal

By = Literal["arm", "outcome", "none"]


@dataclass(frozen=True, slots=True)
class Variable:
    """A baseline variable that can be chosen: its column or PARAMCD, words for people, and what it is."""

    name: str
    label: str
    unit: str
    kind: Literal["number", "category"]
    digits: int


@dataclass(frozen=True, slots=True)
class Summary:
    """A numeric variable in one column, full precision; NaN where it cannot be computed."""

    n: int
    missing: int
    mean: float
    sd: float
    median: float
    q1: float
    q3: float
    min: float
    max: float


@dataclass(frozen=True, slots=True)
class Count:
    """A level, or the missing values, of a variable in one column.

    Attributes
    ----------
    of
        The denominator: patients of the column with a value ("missing": all patients of the column).
    """

    n: int
    of: int
    percent: float
    usubjids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableOneRow:
    """One printed line.

    Attributes
    ----------
    variable
        Name of the variable the line belongs to.
    label
        For people; a level or a statistic on the lines below a variable's name.
    kind
        "heading" (name of the variable), "statistic", "level" or "missing".
    texts
        What is printed, one per column; "" on headings.
    values
        The numbers behind, one per column; None on headings.
    """

    variable: str
    label: str
    kind: Literal["heading", "statistic", "level", "missing"]
    texts: tuple[str, ...]
    values: tuple[Summary | Count | None, ...]


@dataclass(frozen=True, slots=True)
class TableOne:
    """The table.

    Attributes
    ----------
    columns
        (title, patients): the groups, then "All".
    notes
        How it was computed, as sentences to stand below it.
    """

    columns: tuple[tuple[str, int], ...]
    rows: tuple[TableOneRow, ...]
    notes: tuple[str, ...]
