"""What rises from row to row of nearly every patient: the age at each, and numbers that count the visits.

Looked at only where nothing else says when; a slip in one patient in twenty is no reason to have no time.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from sscviewer.workbook.evidence.columns.profiles import Groups, Profile, numbers_of
from sscviewer.workbook.evidence.columns.qualifier import combined, which_doubled, with_column
from sscviewer.workbook.evidence.columns.times import (
    UNITS,
    are_shared,
    is_named_time,
    is_strict,
    says_another_thing,
    study_day,
    unit_by_spacing,
    unit_in,
)
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.evidence.words.tokens import english
from sscviewer.workbook.values.cells import EMPTY, NUMBER, Cells
from sscviewer.workbook.values.words import split_heading

_FEWEST_PATIENTS = 4
"""The numbers of fewer patients may rise by chance."""
_NEARLY_ALL = 0.95
_BY_ONE = 0.8
"""So many rows are the next visit of the row before: some visits were missed."""
_NEEDED, _DOUBLED = 0.2, 0.1
"""Rows of a patient that still have the same time: a few were entered twice."""
_MOST_VISITS = 60
"""No trial has more visits."""
_LONGEST = 20
"""Years: no trial follows patients longer, and few studies do."""
_NEAR = 0.1
"""Of the longest time: a patient's first day may lie some days after day 0."""
_NEAR_VISIT = 0.5
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_BESIDE_AGE = frozenset({"age", "at", "visit", "test", "examination", "exam", "measurement", "in", "of"})


def rising_columns(
    columns: Sequence[Column], profiles: Mapping[str, Profile], groups: Groups, keys: Iterable[Column]
) -> tuple[Column | None, Column | None]:
    """Return the column of the age or time of each row, and the column that counts visits; None without one.

    Parameters
    ----------
    keys
        Patient, test and design of each row; with the time they tell the rows apart.
    """
    rows = combined(keys)
    if which_doubled(rows).mean() < _NEEDED:
        return None, None
    found = [
        c
        for c in columns
        if profiles[c.letter].is_numeric
        and c.cells.filled.mean() >= _NEARLY_ALL
        and which_doubled(with_column(rows, c)).mean() <= _DOUBLED
    ]
    times = [c for c in found if is_plain_age(c) or ((is_age(c) or is_named_time(c)) and _rises(c, rows))]
    free = [c for c in found if c not in times and not says_another_thing(c)]
    counts = [c for c in free if any(counts_up(c, profiles[c.letter], of) for of in (groups, rows))]
    return next(iter(times), None), next(iter(counts), None)


def is_age(column: Column) -> bool:
    """Return whether a heading speaks of an age."""
    return "age" in english(column.heading.written)


def is_plain_age(column: Column) -> bool:
    """Return whether a heading says the age at a row and nothing else, not that at an onset or a death."""
    return is_age(column) and set(english(column.heading.written)) <= {*UNITS, *_BESIDE_AGE}


def _steps(column: Column, groups: Groups) -> tuple[np.ndarray, np.ndarray]:
    """Return the steps from each row of a patient to the next, and whose they are."""
    order = np.argsort(groups, kind="stable")
    values = numbers_of(column.cells)[column.cells.codes][order]
    same = (np.diff(groups[order]) == 0) & (groups[order][1:] >= 0)
    step = np.diff(values)
    known = same & ~np.isnan(step)
    return step[known], groups[order][1:][known]


def _rises(column: Column, groups: Groups) -> bool:
    """Return whether numbers never fall, and rise, from row to row of nearly every group of rows."""
    step, who = _steps(column, groups)
    n, at = np.unique(who, return_inverse=True)
    if len(n) < _FEWEST_PATIENTS:
        return False
    falls, rises = np.bincount(at, weights=step < 0), np.bincount(at, weights=step > 0)
    return float(np.mean(falls == 0)) >= _NEARLY_ALL and float(np.mean(rises > 0)) >= _NEARLY_ALL


def never_falls(column: Column, groups: Groups) -> bool:
    """Return whether the numbers of no patient fall from one row to the next."""
    return not (_steps(column, groups)[0] < 0).any()


def counts_up(column: Column, of: Profile, groups: Groups) -> bool:
    """Return whether numbers count up the rows of each patient, most by one, and patients share them."""
    step = _steps(column, groups)[0]
    few = of.kind == "whole" and of.distinct <= _MOST_VISITS and are_shared(of)
    return few and len(step) > 0 and is_strict(column.cells, groups) and float(np.mean(step == 1)) >= _BY_ONE


def days_since_first(column: Column, groups: Groups, unit: str) -> Column:
    """Return ages or times as study days, day 1 at the first of each patient."""
    values = numbers_of(column.cells)[column.cells.codes]
    first = np.full(int(groups.max()) + 1, np.inf)
    known = (groups >= 0) & ~np.isnan(values)
    np.minimum.at(first, groups[known], values[known])
    days = [
        study_day(value - first[g], unit) if ok else None
        for value, g, ok in zip(values, groups, known, strict=True)
    ]
    heading = split_heading(f"{column.heading.written}, as study day")
    return Column(column.letter, heading, cells_of(days))


def cells_of(numbers: Sequence[float | None]) -> Cells:
    """Return a column of cells with some numbers; None is an empty cell."""
    places = {number: i for i, number in enumerate(dict.fromkeys(numbers))}
    kinds = np.array([EMPTY if number is None else NUMBER for number in places], dtype=np.uint8)
    codes = np.array([places[number] for number in numbers], dtype=np.int32)
    return Cells(codes, kinds, ["" if number is None else number for number in places])


def unit_of_rising(column: Column, groups: Groups) -> tuple[str, bool]:
    """Return the likeliest unit of ages or times of each patient's own, and whether it is sure.

    Ages are years; whole ones that span more than a trial lasts may be months, as those of children are.
    """
    if set(english(column.heading.written)) & set(UNITS):
        return unit_in(column), True
    if not is_age(column):
        return unit_in(column) or "day", bool(unit_in(column))
    values = numbers_of(column.cells)[column.cells.codes]
    known = (groups >= 0) & ~np.isnan(values)
    last = np.full(int(groups.max()) + 1, -np.inf)
    first = -last
    np.maximum.at(last, groups[known], values[known])
    np.minimum.at(first, groups[known], values[known])
    is_long = float(np.max(last - first)) > _LONGEST
    whole = bool((values[known] == np.floor(values[known])).all())
    return ("month" if is_long and whole else "year"), not is_long


def begins_with_visits(column: Column, visits: Column, groups: Groups) -> bool:
    """Return whether times of most patients begin near 0, or are about the numbers of their visits.

    Times of the day rise from visit to visit by chance, and begin anywhere: 8.5, 8.9, 9.4.
    """
    values = numbers_of(column.cells)[column.cells.codes]
    known = (groups >= 0) & ~np.isnan(values)
    if not known.any():
        return False
    first = np.full(int(groups.max()) + 1, np.inf)
    np.minimum.at(first, groups[known], values[known])
    first = first[np.isfinite(first)]
    numbers = [
        float(found[0]) if (found := _NUMBER.findall(t)) else np.nan for t in visits.cells.unique_texts
    ]
    apart = np.abs(values - np.array(numbers)[visits.cells.codes])
    near_0 = np.abs(first) <= _NEAR * np.abs(values[known]).max()
    return bool(2 * near_0.sum() > len(first) or 2 * (apart[known] <= _NEAR_VISIT).sum() > known.sum())


def unit_at_visits(column: Column, visits: Column) -> str:
    """Return the likeliest unit of measured times by the middle time of each visit."""
    values = numbers_of(column.cells)[column.cells.codes]
    known = ~np.isnan(values)
    middles = [
        float(np.round(np.median(values[known & (visits.cells.codes == code)])))
        for code in np.unique(visits.cells.codes[known]).tolist()
    ]
    unit = unit_by_spacing(cells_of(middles), of_levels=False)
    return "month" if unit == "visit" else unit
