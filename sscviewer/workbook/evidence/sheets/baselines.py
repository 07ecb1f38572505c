"""Measurements that a sheet with several rows per patient repeats on each row: known of the patient, once."""

from collections.abc import Mapping, Sequence

import numpy as np

from sscviewer.workbook.evidence.columns.grain import Grain
from sscviewer.workbook.evidence.columns.parameter_names import ParameterColumn
from sscviewer.workbook.evidence.columns.profiles import Profile
from sscviewer.workbook.evidence.tables.header import Column

_SIZES = frozenset({"HEIGHT"})
"""What predicted values are reckoned by: listings repeat it. A weight that stays the same may be measured."""

_FEWEST = 4
"""So many patients, and different values: the same pain score again is no baseline."""

_ROWS = 3
"""Rows of a patient from which on the same height is rather repeated than measured again."""

_MOST_PATIENTS = 0.8
"""So many patients have as many rows: of the others nothing may be lost."""

_FILLED = 0.9
"""What is repeated stands on nearly every row; what was measured at one visit stands there alone."""


def without_baselines(
    parameters: tuple[ParameterColumn, ...],
    columns: Sequence[Column],
    profiles: Mapping[str, Profile],
    grain: Grain,
) -> tuple[ParameterColumn, ...]:
    """Return the measurements without sizes of the body that are the same on all rows of every patient.

    A height beside what changes is no course of time. Where nothing else on the sheet changes all stay. Other
    measurements and scores may stay the same and are kept.
    """
    measured = {p.column.letter for p in parameters}
    sizes = {p.column.letter: p.column for p in parameters if p.paramcd in _SIZES}
    repeated = {letter for letter, c in sizes.items() if _is_repeated(c, profiles[letter], grain)}
    others = [c for c in columns if c.letter not in repeated and grain.varies(c)]
    changes = [c for c in others if c.letter in measured or profiles[c.letter].kind == "number"]
    return tuple(p for p in parameters if p.column.letter not in repeated) if changes else parameters


def _is_repeated(column: Column, of: Profile, grain: Grain) -> bool:
    if grain.varies(column) or not of.is_numeric or column.cells.filled.mean() < _FILLED:
        return False
    rows = np.flatnonzero(column.cells.filled & (grain.groups >= 0))
    counts = np.bincount(grain.groups[rows]) if len(rows) else np.zeros(1, dtype=np.int64)
    several, patients = int((counts >= _ROWS).sum()), int((counts > 0).sum())
    is_usual = several >= max(_FEWEST, _MOST_PATIENTS * patients)
    return is_usual and of.distinct >= _FEWEST and 2 * of.distinct >= several
