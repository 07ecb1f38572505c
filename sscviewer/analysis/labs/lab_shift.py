"""From baseline to the worst and to the last value: shift tables, and worst grades by arm."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from sscviewer.analysis.labs.labs import Labs, LabTest
from sscviewer.analysis.population import Population
from sscviewer.model.arrays import Bools, Floats

By = Literal["grade", "range"]
To = Literal["worst", "last"]

GRADES = ("0", "1", "2", "3", "4")
RANGES = ("Low", "Normal", "High", "Low and high")


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
    levels, later
        What the rows (baseline) and the columns (after) are: "0" to "4", or "Low", "Normal", "High" and, for
        the worst after baseline, "Low and high".
    cells
        cells[row][column].
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
    later: tuple[str, ...]
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


def lab_shift(
    of: Labs, who: Population, paramcd: str, to: To = "worst", by: By = "grade"
) -> tuple[ShiftTable, ...]:
    """Return the shift tables of one test: by arm and, by grade, by direction; none without such grades.

    *Worst* is the highest grade after baseline, *last* the last value after it that has a grade. By range, a
    patient with values below and above the limits of normal after baseline is "Low and high" at worst.

    Raises
    ------
    KeyError
        If the trial has no such test.
    """
    test = of.tests[paramcd]
    if by == "range":
        series = [("", "", _levels_by_range(test, len(of.usubjids), to))]
    else:
        series = [
            (direction, test.term(direction), _levels_by_grade(test, direction, len(of.usubjids), to))
            for code, direction in of.graded
            if code == paramcd
        ]
    measured = np.zeros(len(of.usubjids), dtype=bool)
    measured[test.patient] = True
    return tuple(
        _table(_Shift(of, test, direction, term, by, to), arm, members, measured, levels)
        for arm, members in who.arms
        for direction, term, levels in series
    )


def worst_grades(of: Labs, who: Population) -> tuple[WorstGrades, ...]:
    """Return the worst grade after baseline of every graded test and direction, by arm."""
    rows = []
    for arm, members in who.arms:
        for paramcd, direction in of.graded:
            test = of.tests[paramcd]
            _, worst = _levels_by_grade(test, direction, len(of.usubjids), "worst")
            patients = tuple(_ids(of, members & (worst == grade)) for grade in range(len(GRADES)))
            n = int(np.sum(members & ~np.isnan(worst)))
            term = test.term(direction)
            rows.append(WorstGrades(arm, paramcd, test.parameter.param, term, direction, n, patients))
    return tuple(rows)


def worst_by_patient(of: Labs, paramcd: str, direction: str) -> tuple[Floats, Floats]:
    """Return each patient's grade at baseline and the worst after it (n,), NaN for none."""
    return _levels_by_grade(of.tests[paramcd], direction, len(of.usubjids), "worst")


def _ids(of: Labs, chosen: Bools) -> tuple[str, ...]:
    return tuple(of.usubjids[i] for i in np.flatnonzero(chosen))


def _levels_by_grade(test: LabTest, direction: str, n: int, to: To) -> tuple[Floats, Floats]:
    """Return each patient's grade at baseline, and the worst or last one after it; NaN for none."""
    grades = test.grades(direction)
    return _at_baseline(test, grades, n), _after(test, grades, n, to)


def _levels_by_range(test: LabTest, n: int, to: To) -> tuple[Floats, Floats]:
    """Return the same as positions in `RANGES`."""
    level = test.indicator + 1
    base = _at_baseline(test, level, n)
    if to == "last":
        return base, _after(test, level, n, "last")
    lowest, highest = -_after(test, -level, n, "worst"), _after(test, level, n, "worst")
    both = (lowest == RANGES.index("Low")) & (highest == RANGES.index("High"))
    beyond = np.where(lowest == RANGES.index("Low"), lowest, highest)
    return base, np.where(both, RANGES.index("Low and high"), beyond)


def _at_baseline(test: LabTest, levels: Floats, n: int) -> Floats:
    found = np.full(n, np.nan)
    found[test.patient[test.is_baseline]] = levels[test.is_baseline]
    return found


def _after(test: LabTest, levels: Floats, n: int, to: To) -> Floats:
    found = np.full(n, np.nan)
    chosen = test.is_after & ~np.isnan(levels)
    if to == "worst":
        np.fmax.at(found, test.patient[chosen], levels[chosen])
    else:
        found[test.patient[chosen]] = levels[chosen]  # in time order, so the last one stays
    return found


@dataclass(frozen=True, slots=True)
class _Shift:
    of: Labs
    test: LabTest
    direction: str
    term: str
    by: By
    to: To

    @property
    def levels(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What the rows and the columns are."""
        if self.by == "grade":
            return GRADES, GRADES
        return RANGES[:3], RANGES if self.to == "worst" else RANGES[:3]

    @property
    def words(self) -> str:
        later = f"{self.to} {'grade' if self.by == 'grade' else 'value'} after"
        if self.by == "grade":
            return f"{self.term}: grade at baseline → {later} ({self.of.words})"
        return f"{self.test.parameter.param}: limits of normal at baseline → {later}"


def _table(
    shift: _Shift, arm: str, members: Bools, measured: Bools, levels: tuple[Floats, Floats]
) -> ShiftTable:
    of, (base, later) = shift.of, levels
    has_base, has_later = ~np.isnan(base), ~np.isnan(later)
    n = int(np.sum(members & has_base & has_later))

    def cell(row: int, column: int) -> ShiftCell:
        ids = _ids(of, members & (base == row) & (later == column))
        return ShiftCell(len(ids), 100 * len(ids) / n if n else np.nan, ids)

    rows, columns = shift.levels
    return ShiftTable(
        arm=arm,
        paramcd=shift.test.parameter.paramcd,
        test=shift.test.parameter.param,
        term=shift.term,
        direction=shift.direction,
        by=shift.by,
        to=shift.to,
        words=shift.words,
        levels=rows,
        later=columns,
        cells=tuple(tuple(cell(i, j) for j in range(len(columns))) for i in range(len(rows))),
        n=n,
        without_baseline=_ids(of, members & measured & ~has_base & has_later),
        without_later=_ids(of, members & measured & has_base & ~has_later),
        without_both=_ids(of, members & measured & ~has_base & ~has_later),
        not_measured=_ids(of, members & ~measured),
    )
