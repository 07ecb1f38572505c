"""Rows per patient and visit that hold everything: who the patient is, the visit, what was measured."""

from collections.abc import Container
from dataclasses import replace

import numpy as np

from sscviewer.workbook.evidence.sheets.fields import field_of
from sscviewer.workbook.evidence.sheets.own_parameters import is_date_heading, with_own_parameters
from sscviewer.workbook.evidence.sheets.recognised import Fields, Recognised
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.rows.columns import spread, with_cells
from sscviewer.workbook.rows.fields import Texts
from sscviewer.workbook.values.vocabulary import common_columns, roles

_NOT_OF_PATIENTS = frozenset({"VISIT", "IGNORED", "USUBJID"})


def recognise_per_visit(table: SheetTable, times: Fields, coded: Container[str]) -> Recognised:
    """Return what a table of visits is: patients, visits (with a column of them), and its values.

    A field is the patient's when it is one of `columns.toml` that never changes, or any other words that are
    given once; it counts wherever it is filled, whatever the visit.

    Parameters
    ----------
    times
        The columns of patient (USUBJID), visit (VISIT) and date (ADT), the last two if there are any.
    coded
        Letters of columns that hold the meaning of codes; they are no measurements.
    """
    usubjid = times["USUBJID"][0].cells.map(str.strip)
    lead = {c.letter for columns in times.values() for c in columns}
    own, others, columns = _split(table, usubjid, lead)
    subjects: dict[str, tuple[Column, ...]] = {"USUBJID": times["USUBJID"], **own}
    found: dict[str, Fields] = {"subjects": subjects}
    part = Recognised(replace(table, columns=columns), "edc", ("subjects",), found)
    if "VISIT" in times:
        found["visits"] = times
        part = replace(part, tables=("subjects", "visits"), fields=found)
        taken = lead | {c.letter for listed in own.values() for c in listed}
        part = with_own_parameters(part, times, _Either(taken, coded))
    measured = {p.column.letter for p in part.parameters}
    not_once = tuple(c for c in others if c.letter not in measured)
    aside = tuple(c for c in table.columns if c.letter in lead and c not in times["USUBJID"])
    subjects["IGNORED"] = (*not_once, *aside, *(p.column for p in part.parameters))
    return part


class _Either:
    """Letters that are in one collection or another."""

    def __init__(self, *collections: Container[str]) -> None:
        self._collections = collections

    def __contains__(self, letter: object) -> bool:
        return any(letter in one for one in self._collections)


def _split(
    table: SheetTable, usubjid: Texts, lead: Container[str]
) -> tuple[dict[str, tuple[Column, ...]], list[Column], tuple[Column, ...]]:
    """Return the patient's fields, the columns that change from visit to visit, and all columns."""
    vocabulary = next(role for role in roles() if role.table == "subjects").columns
    own: dict[str, tuple[Column, ...]] = {}
    changing: list[Column] = []
    columns: list[Column] = []
    for column in table.columns:
        if column.letter in lead:
            columns.append(column)
            continue
        name = field_of(vocabulary, column) or common_columns().get(column.heading.full_key)
        is_own = name not in (None, *_NOT_OF_PATIENTS, *own) and _is_constant(column, usubjid)
        once = _is_constant(column, usubjid)
        new = with_cells(column, spread(column.cells, usubjid)) if is_own or once else column
        if is_own and name:
            own[name] = (*own.get(name, ()), new)
            columns.append(new)
            continue
        columns.append(column)
        if not once or is_date_heading(column):
            changing.append(column)
    return own, changing, tuple(columns)


def _is_constant(column: Column, usubjid: Texts) -> bool:
    """Return whether no patient has two different cells in the column."""
    filled = np.flatnonzero(column.cells.filled)
    pairs = set(zip(usubjid[filled].tolist(), column.cells.codes[filled].tolist(), strict=True))
    return len(pairs) == len({patient for patient, _ in pairs})
