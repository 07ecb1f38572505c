"""Rows that are spans of follow-up: each begins where the one before ended (a counting process)."""

from collections.abc import Mapping, Sequence
from itertools import permutations

import numpy as np

from sscviewer.workbook.evidence.columns.profiles import Groups, Profile, numbers_of
from sscviewer.workbook.evidence.tables.header import Column

_FEWEST = 3
"""Fewer spans that follow another may do so by chance."""

_NEARLY_ALL = 0.9
"""So many spans of a patient begin where the last one ended: a gap in follow-up is rare."""


def spans(
    columns: Sequence[Column], profiles: Mapping[str, Profile], groups: Groups
) -> tuple[Column, Column] | None:
    """Return the columns of the start and the end of each row's span; None where rows are no spans."""
    numeric = [c for c in columns if profiles[c.letter].is_numeric and profiles[c.letter].low >= 0]
    values = {c.letter: numbers_of(c.cells)[c.cells.codes] for c in numeric}
    for start, stop in permutations(numeric, 2):
        if _are_spans(values[start.letter], values[stop.letter], groups):
            return start, stop
    return None


def _are_spans(start: np.ndarray, stop: np.ndarray, groups: Groups) -> bool:
    known = (groups >= 0) & ~np.isnan(start) & ~np.isnan(stop)
    if not known.any() or not (start[known] < stop[known]).all():
        return False
    order = np.lexsort((start[known], groups[known]))
    patient, begins, ends = groups[known][order], start[known][order], stop[known][order]
    same = np.diff(patient) == 0
    follows = begins[1:][same] == ends[:-1][same]
    return len(follows) >= _FEWEST and float(follows.mean()) >= _NEARLY_ALL
