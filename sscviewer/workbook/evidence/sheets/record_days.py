"""When records began and ended in study days ("Start day", "bis Tag"), where they have no dates."""

from collections.abc import Mapping, Sequence

import numpy as np

from sscviewer.workbook.evidence.columns.profiles import Profile, known_share, numbers_of
from sscviewer.workbook.evidence.sheets.recognised import Fields
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.evidence.words.tokens import english
from sscviewer.workbook.values.cells import NUMBER

_STARTS = frozenset({"start", "onset", "begin", "from", "first"})
_ENDS = frozenset({"end", "stop", "until", "to", "last", "resolution"})
_BESIDE = frozenset({"day", "study", "of", "the", "number", "ae", "event", "adverse", "drug", "dose"})
"""What a heading says beside "start" or "end" that makes it no other day."""

_HALF = 0.5
"""So many cells are numbers, if not all say "ongoing"."""


def record_days(found: Fields, free: Sequence[Column], profiles: Mapping[str, Profile]) -> Fields:
    """Return the study days on which records began and ended; none beside dates of it.

    Days that are counted from 0 are made study days, in which day 1 is the first one.
    """
    starts = _days(free, profiles, _STARTS) if "ASTDT" not in found else ()
    ends = _days(free, profiles, _ENDS) if starts and "AENDT" not in found else ()
    if any((numbers_of(c.cells) == 0).any() for c in (*starts, *ends)):
        starts, ends = (tuple(_from_one(c) for c in columns) for columns in (starts, ends))
    return {name: columns for name, columns in (("ASTDY", starts), ("AENDY", ends)) if columns}


def _days(
    free: Sequence[Column], profiles: Mapping[str, Profile], wanted: frozenset[str]
) -> tuple[Column, ...]:
    """Return the first column of numbers whose heading says a day and one of some words."""
    for column in free:
        of = profiles[column.letter]
        counts = of.numeric >= _HALF or known_share(column.cells, "ongoing") == 1
        if _says(column, wanted) and of.kind != "date" and counts:
            return (column,)
    return ()


def is_record_day(column: Column) -> bool:
    """Return whether a heading says the day on which something began or ended: nothing was measured."""
    return _says(column, _STARTS) or _says(column, _ENDS)


def _says(column: Column, wanted: frozenset[str]) -> bool:
    words = set(english(column.heading.written))
    return "day" in words and bool(words & wanted) and words <= wanted | _BESIDE


def _from_one(column: Column) -> Column:
    """Return days counted from 0 as study days; those before the first stay as they are."""
    cells, numbers = column.cells, numbers_of(column.cells)
    kinds, values = cells.unique_kinds.copy(), list(cells.unique_values)
    for i in np.flatnonzero(numbers >= 0).tolist():
        kinds[i], values[i] = NUMBER, float(numbers[i]) + 1
    return Column(column.letter, column.heading, cells.changed(cells.codes, kinds, values))
