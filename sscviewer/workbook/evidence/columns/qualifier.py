"""Columns of words that tell several values of one patient, visit and test apart: position, side, reader."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from sscviewer.workbook.evidence.columns.profiles import Groups, Profile
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.evidence.words.tokens import english
from sscviewer.workbook.values.cells import EMPTY, TEXT

Ints = npt.NDArray[np.int64]

_MOST_WORDS = 12
"""More different words are remarks or times of day."""
_SYSTEMATIC = 0.5
"""This part of the rows must share patient, test and time with another: a few repeats are repeats."""
_TELLS = 0.1
"""A column tells values apart when no more than this part of them stays doubled."""
_FILLED = 0.8
"""A qualifier stands beside nearly every value; one that is blank more often tells remarks, not series."""


def qualifiers(
    free: Sequence[Column], profiles: Mapping[str, Profile], keys: Iterable[Column]
) -> tuple[Column, ...]:
    """Return the columns that tell doubled values apart, none where the values are doubled by chance.

    Parameters
    ----------
    free
        Columns that are nothing else.
    keys
        Patient, test, visit and date of each value.

    Numbers (reading 1, 2, 3) are left to the rule of readings: a value measured again is no other quantity.
    """
    rows = combined(keys)
    doubled = which_doubled(rows)
    if not len(rows) or doubled.mean() < _SYSTEMATIC:
        return ()
    words = [c for c in free if _is_words(c, profiles[c.letter], doubled)]
    found: list[Column] = []
    wanted = _TELLS * doubled.sum()
    while words and which_doubled(rows).sum() > wanted:
        best = min(words, key=lambda column: int(which_doubled(with_column(rows, column)).sum()))
        told = with_column(rows, best)
        if which_doubled(told).sum() == which_doubled(rows).sum():
            return ()
        words.remove(best)
        found.append(best)
        rows = told
    return tuple(found) if which_doubled(rows).sum() <= wanted else ()


_FEWEST_TESTS = 3
"""Two words, such as left and right, tell values of one test apart."""


def tests_column(
    free: Sequence[Column], profiles: Mapping[str, Profile], keys: Sequence[Column], units: Sequence[Column]
) -> Column | None:
    """Return the column of words that alone tells values of one patient and time apart; None without one.

    Parameters
    ----------
    keys
        Patient, visit and date of each value.
    units
        The column of units; where units differ, each test has one.
    """
    rows = combined(keys)
    doubled = which_doubled(rows)
    if not len(rows) or doubled.mean() < _SYSTEMATIC:
        return None
    for column in free:
        of = profiles[column.letter]
        if of.is_numeric or of.kind == "date" or column.cells.filled.mean() < _FILLED:
            continue
        if of.distinct < _FEWEST_TESTS and not any(profiles[u.letter].distinct > 1 for u in units):
            continue
        if (
            2 * of.distinct > of.filled
            or which_doubled(with_column(rows, column)).sum() > _TELLS * doubled.sum()
        ):
            continue
        if all(_depends(unit, column) for unit in units):
            return column
    return None


def _depends(unit: Column, test: Column) -> bool:
    """Return whether nearly all rows of a test have the same unit."""
    pairs, counts = np.unique(np.stack([test.cells.codes, unit.cells.codes]), axis=1, return_counts=True)
    most = {int(code): int(counts[pairs[0] == code].max()) for code in np.unique(pairs[0])}
    return sum(most.values()) >= _FILLED * len(test.cells)


_GIVEN = frozenset({"treatment", "arm", "drug", "group", "formulation"})
_MOST_GIVEN = 8
"""Treatments of a crossover: designs seldom have more than six; with more, a column names something else."""
_NEARLY_ALL = 0.8
"""Share of patients with several treatments: in a crossover those who left in the first period have one only.
One that lost more than a fifth there is read as a trial whose patients were switched."""


def crossed_treatments(
    free: Sequence[Column], profiles: Mapping[str, Profile], groups: Groups, visit: Column | None
) -> tuple[Column, ...]:
    """Return the columns that say which of several treatments each patient had when, as in a crossover.

    Nearly every patient has had several; where the rows have visits, patients differ at the same visit.
    Placebo for all before the drug for all is no crossover, nor is a treatment that some have changed.
    """
    return tuple(
        in_words(column, profiles[column.letter])
        for column in free
        if 2 <= profiles[column.letter].distinct <= _MOST_GIVEN
        and profiles[column.letter].kind not in ("date", "text")
        and set(english(column.heading.written)) & _GIVEN
        and _is_crossed(column, groups, visit)
    )


def _is_crossed(column: Column, groups: Groups, visit: Column | None) -> bool:
    rows = np.flatnonzero(column.cells.filled & (groups >= 0))
    if not len(rows):
        return False
    codes = column.cells.codes[rows]
    of_patients = _different(groups[rows], codes)
    if float(np.mean(of_patients > 1)) < _NEARLY_ALL:
        return False
    return visit is None or bool((_different(visit.cells.codes[rows].astype(np.int64), codes) > 1).any())


def _different(of: Ints, codes: npt.NDArray[np.int32]) -> Ints:
    """Return how many different codes each group has."""
    pairs = np.unique(np.stack([of, codes.astype(np.int64)]), axis=1)
    counts: Ints = np.unique(pairs[0], return_counts=True)[1]
    return counts


def in_words(column: Column, profile: Profile) -> Column:
    """Return a column of numbers with its heading before each: "drug 1" tells more than "1"."""
    cells = column.cells
    if not profile.is_numeric:
        return column
    texts = [f"{column.heading.written} {text}" if text.strip() else "" for text in cells.unique_texts]
    kinds = np.array([TEXT if text else EMPTY for text in texts], dtype=np.uint8)
    return Column(column.letter, column.heading, cells.changed(cells.codes, kinds, texts))


def _is_words(column: Column, profile: Profile, among: npt.NDArray[np.bool_]) -> bool:
    if profile.is_numeric or profile.kind == "date":
        return False
    cells = column.cells
    return 2 <= profile.distinct <= _MOST_WORDS and bool(cells.filled[among].mean() >= _FILLED)


def combined(keys: Iterable[Column]) -> Ints:
    """Return numbers that are the same where the cells of all keys are."""
    rows: Ints | None = None
    for column in keys:
        codes = column.cells.codes.astype(np.int64)
        rows = codes if rows is None else with_column(rows, column)
    return np.zeros(0, dtype=np.int64) if rows is None else rows


def with_column(rows: Ints, column: Column) -> Ints:
    """Return numbers that are the same where both the rows' numbers and the cells are."""
    pairs = rows * (len(column.cells.unique_values) + 1) + column.cells.codes
    told: Ints = np.unique(pairs, return_inverse=True)[1].astype(np.int64)
    return told


def which_doubled(rows: Ints) -> npt.NDArray[np.bool_]:
    """Return which rows share their number with another."""
    _, inverse, counts = np.unique(rows, return_inverse=True, return_counts=True)
    more: npt.NDArray[np.bool_] = counts[inverse] > 1
    return more
