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
_BESIDE = frozenset({"day", "study", "of", "the", "ae", "event", "adverse"})
"""What a heading says beside "start" or "end" that makes it no other day."""

_OF_DOSES = frozenset({"dose", "drug"})
_OF_SPANS = frozenset({"from", "first", "until", "to", "last"})
"""With a dose these are other days: "Days from first dose" is a time, "Day of last dose" ends no event."""

_IN_ORDER = 0.9
"""So many ends are on or after their start where they are ends, and no lengths ("Days to resolution")."""

_HALF = 0.5
"""So many cells are numbers, if not all say "ongoing"."""


def record_days(found: Fields, free: Sequence[Column], profiles: Mapping[str, Profile]) -> Fields:
    """Return the study days on which records began and ended; none beside dates, or of one without the other.

    Where the first record starts on day 0 the sheet counts from 0: these are made study days, of which the
    first is day 1.
    """
    if {"ASTDT", "AENDT"} & set(found):
        return {}
    starts, ends = _days(free, profiles, _STARTS), _days(free, profiles, _ENDS)
    if not starts or not ends or not _in_order(starts[0], ends[0]):
        return {}
    if (numbers_of(starts[0].cells) == 0).any():
        starts, ends = ((_from_one(columns[0]),) for columns in (starts, ends))
    return {"ASTDY": starts, "AENDY": ends}


def _in_order(start: Column, end: Column) -> bool:
    first, last = (numbers_of(column.cells)[column.cells.codes] for column in (start, end))
    both = np.isfinite(first) & np.isfinite(last)
    return not both.any() or float((last[both] >= first[both]).mean()) >= _IN_ORDER


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


def record_day_columns(columns: Sequence[Column]) -> frozenset[str]:
    """Return the letters of columns that say when something began and when it ended: nothing was measured."""
    days = [[c.letter for c in columns if _says(c, wanted)] for wanted in (_STARTS, _ENDS)]
    return frozenset(letter for letters in days for letter in letters) if all(days) else frozenset()


def _says(column: Column, wanted: frozenset[str]) -> bool:
    """Return whether a heading says a day and one of some words: "Days to resolution" says two."""
    words = set(english(column.heading.written))
    beside = _BESIDE if words & _OF_SPANS else _BESIDE | _OF_DOSES
    return "day" in words and len(words & wanted) == 1 and words <= wanted | beside


def _from_one(column: Column) -> Column:
    """Return days counted from 0 as study days; those before the first stay as they are."""
    cells, numbers = column.cells, numbers_of(column.cells)
    kinds, values = cells.unique_kinds.copy(), list(cells.unique_values)
    for i in np.flatnonzero(numbers >= 0).tolist():
        kinds[i], values[i] = NUMBER, float(numbers[i]) + 1
    return Column(column.letter, column.heading, cells.changed(cells.codes, kinds, values))
