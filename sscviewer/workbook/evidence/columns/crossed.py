"""Columns of a design: what every patient was measured at, each level as often (noise and angle, hour, day).

They tell the rows of one patient and time apart and are no measurements, whatever their headings say.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from sscviewer.model.replicates import reading
from sscviewer.workbook.evidence.columns.profiles import Groups, Profile
from sscviewer.workbook.evidence.columns.qualifier import Ints, combined, which_doubled, with_column
from sscviewer.workbook.evidence.columns.rising import counts_up
from sscviewer.workbook.evidence.columns.times import is_named_time, says_another_thing
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.evidence.words.reading_words import codes_levels, counts_readings, numbers_rows
from sscviewer.workbook.evidence.words.tokens import english
from sscviewer.workbook.values.cells import EMPTY, TEXT, text_cells
from sscviewer.workbook.values.vocabulary import is_unit
from sscviewer.workbook.values.words import split_heading

_MOST_LEVELS = 12
"""More different cells are measured values, or remarks."""
_FEWEST_PATIENTS = 4
"""Fewer may have the same few cells by chance."""
_NEARLY_ALL = 0.8
"""So many patients have the levels of the design; some missed a part of it."""
_SYSTEMATIC = 0.5
"""This part of the rows must share patient and time with another: a few repeats are repeats."""
_OCCASIONS = frozenset({"date", "phase", "cycle", "visit"})
"""What heads numbers or words of a time besides units: "Date" 1 and 2 are two days."""


def design_columns(
    free: Sequence[Column], profiles: Mapping[str, Profile], groups: Groups, keys: Iterable[Column]
) -> tuple[Column, ...]:
    """Return the columns whose levels every patient has, as they tell rows of one patient and time apart.

    Parameters
    ----------
    free
        Columns that are nothing else.
    groups
        The patient of each row by number.
    keys
        Patient, test, visit and date of each row.
    """
    rows = combined(keys)
    if not len(rows) or which_doubled(rows).mean() < _SYSTEMATIC:
        return ()
    crossed = [c for c in free if _may_be(c, profiles[c.letter]) and _is_crossed(c, groups)]
    found: list[Column] = []
    while crossed and which_doubled(rows).any():
        best = max(crossed, key=lambda column: len(np.unique(with_column(rows, column))))
        told = with_column(rows, best)
        if len(np.unique(told)) == len(np.unique(rows)):
            break
        crossed.remove(best)
        found.append(best)
        rows = told
    return tuple(c for c in free if c in found)


def _may_be(column: Column, of: Profile) -> bool:
    if of.kind not in ("whole", "number", "code", "term", "yes_no") or not 2 <= of.distinct <= _MOST_LEVELS:
        return False
    return (
        bool(column.heading.written)
        and bool(column.cells.filled.all())
        and not numbers_rows(column.heading.written)
    )


def _is_crossed(column: Column, groups: Groups) -> bool:
    """Return whether nearly every patient has the same levels, each equally often but for a row.

    Two levels, such as 0 and 1, must be exactly as often: answers are so nearly by chance.
    """
    rows = np.flatnonzero(groups >= 0)
    patients, who = np.unique(groups[rows], return_inverse=True)
    levels, what = np.unique(column.cells.codes[rows], return_inverse=True)
    counts = np.zeros((len(patients), len(levels)), dtype=np.int64)
    np.add.at(counts, (who, what), 1)
    several = counts[counts.sum(axis=1) > 1]
    if len(several) < max(_FEWEST_PATIENTS, _NEARLY_ALL * len(patients)):
        return False
    sets, alike = np.unique(several > 0, axis=0, return_counts=True)
    usual = sets[alike.argmax()]
    least = np.where(several > 0, several, several.max()).min(axis=1)
    spare = int(len(levels) > 2)
    equal = (several.max(axis=1) - least <= spare) & ((several > 0) == usual).all(axis=1)
    return int(usual.sum()) > 1 and float(equal.mean()) >= _NEARLY_ALL


def are_readings(column: Column, of: Profile, rows: Groups) -> bool:
    """Return whether numbers count what was measured again, by their heading or by how they go on.

    Whatever they are called, numbers from 1 on that count the rows of one patient and time (`rows`) are
    readings. Those with a unit, of a time, a dose or an arm, and codes of levels are none.
    """
    if counts_readings(column.heading.written):
        return True
    bracket = column.heading.bracket
    if says_time(column) or says_another_thing(column) or codes_levels(column.heading.written):
        return False
    is_unit_said = bool(bracket) and is_unit(bracket)
    return of.is_numeric and of.low == 1 and not is_unit_said and counts_up(column, of, rows)


def as_readings(column: Column) -> Column:
    """Return numbers of readings as a time point says them: "reading 2"."""
    cells = column.cells
    texts = [reading(text) if text.strip() else "" for text in cells.unique_texts]
    kinds = np.array([TEXT if text else EMPTY for text in texts], dtype=np.uint8)
    return Column(column.letter, column.heading, cells.changed(cells.codes, kinds, texts))


def refined(groups: Groups, columns: Iterable[Column]) -> Groups:
    """Return the groups of rows that share patient and levels; -1 where there is no patient."""
    rows: Ints = groups
    for column in columns:
        rows = with_column(rows + 1, column)
    return np.where(groups < 0, -1, rows)


def says_time(column: Column) -> bool:
    """Return whether a heading speaks of a time: hour, day, period, date."""
    return is_named_time(column) or bool(set(english(column.heading.written)) & _OCCASIONS)


def together(columns: Sequence[Column], groups: Groups) -> Column:
    """Return several columns that say when as one, what changes least often first: "pre, hour 1".

    It stands in the place of the first of them.
    """
    ordered = sorted(columns, key=lambda column: _changes(column, groups))
    texts = zip(*(column.cells.texts for column in ordered), strict=True)
    said = text_cells([", ".join(text.strip() for text in row if text.strip()) for row in texts])
    heading = split_heading(", ".join(column.heading.written for column in ordered))
    return Column(columns[0].letter, heading, said)


def _changes(column: Column, groups: Groups) -> int:
    """Return how often a column changes from a row of a patient to the patient's next."""
    order = np.argsort(groups, kind="stable")
    same = np.diff(groups[order]) == 0
    return int((np.diff(column.cells.codes[order]) != 0)[same].sum())
