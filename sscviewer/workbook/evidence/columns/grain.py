"""The grain of a sheet: how many rows a patient has, and which columns vary within a patient."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sscviewer.workbook.evidence.columns.profiles import Groups, Profile, within
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.values.cells import EMPTY, Cells

_LONG = 1.2
"""With so many rows per patient a sheet holds more than one row of each; a list with a few patients entered
twice stays below, unless the rows of those few differ in half of the columns. A small trial in which one
patient in six came back once, with little new, would be taken for such a list."""
_MANY_AGAIN = 10
"""So many further rows that say something new are no slips of the pen, however many patients have one row:
episodes of those who had any. As a list of patients all of these rows would be lost."""


_MOST_GROUPS, _IN_A_GROUP = 8, 4
"""Patients fall into a few groups, of several each on average."""

_FEWEST_PATIENTS = 4
"""Fewer patients may have had the same two events by chance."""


@dataclass(frozen=True, slots=True)
class Grain:
    """How the rows of a sheet belong to patients.

    Attributes
    ----------
    repeated
        Whether any patient has several rows.
    is_long
        Whether so many have that the sheet is no list of patients.
    varying
        Letters of the columns that differ between rows of one patient.
    """

    groups: Groups
    repeated: bool
    is_long: bool
    varying: frozenset[str]

    def varies(self, column: Column) -> bool:
        """Return whether a column differs between the rows of some patient."""
        return column.letter in self.varying

    def is_factor(self, column: Column) -> bool:
        """Return whether every patient has the same cells equally often, as a design gives them.

        What befell patients, or what they had, is never the same in all of them.
        """
        rows = np.flatnonzero(self.groups >= 0)
        patients = np.unique(self.groups[rows])
        if len(patients) < _FEWEST_PATIENTS or not self.varies(column) or not column.cells.filled[rows].all():
            return False
        pairs = self.groups[rows] * len(column.cells.unique_values) + column.cells.codes[rows]
        found, counts = np.unique(pairs, return_counts=True)
        different = len(np.unique(column.cells.codes[rows]))
        return len(found) == different * len(patients) and bool((counts == counts[0]).all())

    def says_again(self, column: Column) -> bool:
        """Return whether most rows say of their patient what another row of the patient has said."""
        rows = np.flatnonzero(column.cells.filled & (self.groups >= 0))
        pairs = self.groups[rows] * len(column.cells.unique_values) + column.cells.codes[rows]
        return 2 * len(np.unique(pairs)) < len(rows)

    def is_group(self, column: Column, of: Profile) -> bool:
        """Return whether a column has one of a few words for each patient: illnesses are more, and rarer."""
        return not self.repeated and of.distinct <= _MOST_GROUPS and _IN_A_GROUP * of.distinct <= of.filled

    def on_first_row(self, cells: Cells) -> Cells:
        """Return a column in which only the first filled row of each patient is filled."""
        rows = np.flatnonzero(cells.filled & (self.groups >= 0))
        first = rows[np.unique(self.groups[rows], return_index=True)[1]]
        kinds = np.append(cells.unique_kinds, EMPTY).astype(cells.unique_kinds.dtype)
        codes = np.full(len(cells), len(kinds) - 1, dtype=cells.codes.dtype)
        codes[first] = cells.codes[first]
        return cells.changed(codes, kinds, [*cells.unique_values, ""])

    def spread(self, cells: Cells) -> Cells:
        """Return a column in which the first row of each patient has the patient's first filled cell."""
        rows = np.flatnonzero(cells.filled & (self.groups >= 0))
        if len(rows) == len(cells) or not len(rows):
            return cells
        n = int(self.groups.max()) + 1
        first, value = np.full(n, -1, dtype=np.int64), np.full(n, -1, dtype=np.int64)
        all_rows = np.flatnonzero(self.groups >= 0)
        first[self.groups[all_rows][::-1]] = all_rows[::-1]
        value[self.groups[rows][::-1]] = rows[::-1]
        codes = cells.codes.copy()
        known = value >= 0
        codes[first[known]] = cells.codes[value[known]]
        return cells.changed(codes)


def grain_of(groups: Groups, columns: Sequence[Column], profiles: Mapping[str, Profile]) -> Grain:
    """Return the grain of a sheet."""
    named = groups[groups >= 0]
    n = len(np.unique(named))
    repeated = len(named) > n
    varying: set[str] = set()
    if repeated:
        for column in columns:
            if profiles[column.letter].filled and not within(column.cells, groups).constant:
                varying.add(column.letter)
    filled = sum(profiles[c.letter].filled > 0 for c in columns)
    more = len(named) - n
    is_long = n > 0 and (
        len(named) >= _LONG * n
        or (more > 2 and 2 * len(varying) >= filled)
        or (more >= _MANY_AGAIN and bool(varying))
    )
    return Grain(groups, repeated, is_long, frozenset(varying))
