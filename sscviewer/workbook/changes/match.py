"""Which row of the newer export is which row of the older one, whatever their order in the file."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.workbook.changes.prints import Prints, TablePrint

TELLING = {
    "visits": ("VISIT", "ADT"),
    "measurements": ("VISIT", "ATPT", "ADT"),
    "adverse_events": ("AESEQ", "AETERM", "AEDECOD", "ASTDT"),
    "exposure": ("EXTRT", "ASTDT", "AENDT"),
    "medications": ("CMTRT", "ASTDT"),
    "history": ("MHTERM", "ASTDT"),
}
"""The key and sequence fields of each table beside the patient; they weigh more than the others."""

TELLING_WEIGHT = 3.0

SAME_FIELDS = {"measurements": ("PARAMCD",), "disposition": ("DSCAT",)}
"""Rows that differ in one of these are never one record."""

ALIKE = 0.5
"""Two rows of a patient are one changed record when this part of their fields, by weight, is the same."""

ALONE = frozenset({"subjects", "disposition"})
"""Tables with one row a patient: two rows left over are one record, however little they have in common."""


@dataclass(frozen=True, slots=True)
class Match:
    """One difference; `old` is -1 for an added row, `new` is -1 for one that is gone."""

    table: str
    old: int
    new: int
    columns: tuple[str, ...] = ()


def find_differences(old: Prints, new: Prints) -> list[Match]:
    """Return what differs between the fingerprints (of one salt) of two studies, table by table."""
    found: list[Match] = []
    for table in dict.fromkeys([*new, *old]):
        if table in old and table in new:
            found += _differences(table, old[table], new[table])
        elif table in new:
            found += [Match(table, -1, row) for row in range(len(new[table].patient))]
        else:
            found += [Match(table, row, -1) for row in range(len(old[table].patient))]
    return found


def _differences(table: str, old: TablePrint, new: TablePrint) -> list[Match]:
    columns = [name for name in new.columns if name in old.columns]
    before = old.fields[:, [old.columns.index(name) for name in columns]]
    after = new.fields[:, [new.columns.index(name) for name in columns]]
    old_left, new_left = _without_twins(old.patient, before, new.patient, after)
    by_patient: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, (left, patient) in enumerate(((old_left, old.patient), (new_left, new.patient))):
        for row in left.tolist():
            by_patient[int(patient[row])][side].append(row)
    found: list[Match] = []
    for olds, news in by_patient.values():
        pairs = _pairs(table, columns, before[olds], after[news])
        for i, j in pairs:
            changed = np.flatnonzero(before[olds[i]] != after[news[j]])
            found.append(Match(table, olds[i], news[j], tuple(columns[c] for c in changed.tolist())))
        found += [Match(table, row, -1) for i, row in enumerate(olds) if i not in {a for a, _ in pairs}]
        found += [Match(table, -1, row) for j, row in enumerate(news) if j not in {b for _, b in pairs}]
    return found


def _without_twins(
    old_patient: npt.NDArray[np.uint64],
    before: npt.NDArray[np.uint32],
    new_patient: npt.NDArray[np.uint64],
    after: npt.NDArray[np.uint32],
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return the rows of either side that have no equal on the other; of n equal rows each has one."""
    sides = []
    for patient, fields in ((old_patient, before), (new_patient, after)):
        frame = pd.DataFrame(fields)
        frame["patient"] = patient
        frame["time"] = frame.groupby(list(frame.columns), sort=False).cumcount()
        sides.append(pd.util.hash_pandas_object(frame, index=False).to_numpy())
    return np.flatnonzero(~np.isin(sides[0], sides[1])), np.flatnonzero(~np.isin(sides[1], sides[0]))


def _pairs(
    table: str, columns: list[str], before: npt.NDArray[np.uint32], after: npt.NDArray[np.uint32]
) -> list[tuple[int, int]]:
    """Return which of one patient's rows left over are one record, the most alike first."""
    if not len(before) or not len(after):
        return []
    score = _likeness(table, columns, before, after)
    least = 0.0 if table in ALONE else ALIKE
    order = np.argsort(-score, axis=None, kind="stable")
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for place in order.tolist():
        i, j = divmod(place, len(after))
        if score[i, j] < least:
            break
        if i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            pairs.append((i, j))
    return pairs


def _likeness(
    table: str, columns: list[str], before: npt.NDArray[np.uint32], after: npt.NDArray[np.uint32]
) -> npt.NDArray[np.float64]:
    """Return the share of equal fields by weight, (old, new); -1 for rows that are never one record."""
    weight = np.array([TELLING_WEIGHT if name in TELLING.get(table, ()) else 1.0 for name in columns])
    score = np.full((len(before), len(after)), -1.0)
    fixed = [columns.index(name) for name in SAME_FIELDS.get(table, ()) if name in columns]
    weight[fixed] = 0.0  # what must be the same says nothing about likeness
    for i, row in enumerate(before):
        equal = after == row
        counts = (after != 0) | (row != 0)
        total = (counts * weight).sum(axis=1)
        alike = (equal & counts) @ weight / np.maximum(total, 1.0)
        possible = equal[:, fixed].all(axis=1)
        score[i] = np.where(possible, alike, -1.0)
    return score
