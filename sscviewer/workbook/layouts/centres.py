"""Patients numbered within their centre: one sheet tells it, and it holds for every sheet of the workbook.

A list of patients by centre shows that the numbers start again in each; a sheet of events with few patients
does not, nor does a sheet in CDISC form say so by itself, and both would take two people for one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sscviewer.workbook.evidence.columns.profiles import profile
from sscviewer.workbook.evidence.patients.patient import Patient
from sscviewer.workbook.evidence.patients.patient_column import (
    NUMBER_ALONE,
    is_centre,
    with_centre,
    within_centres,
)
from sscviewer.workbook.evidence.sheets.recognised import Recognised
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.values.vocabulary import is_patients

_Told = tuple[Column, list[Column]]
"""The column of numbers of a table, and those that may hold its centres."""

_FEWEST = 2
"""One sheet alone is told by its own cells, when its patient column is looked for."""

_MOST = 0.5
"""More than this share of a column of centres is known from the sheet that told; there may be new ones."""


def with_centres(tables: Sequence[SheetTable]) -> tuple[list[SheetTable], dict[int, Patient]]:
    """Return the tables, their numbers joined with the centre where these start again in each centre.

    Returns
    -------
    tables
        Those that have a column of centres and the column of numbers; the others as they are.
    told
        {place of a table: its patients}, of the table that told it, with the note and the question.
    """
    told = {i: pair for i, table in enumerate(tables) if (pair := _numbers_and_sites(table)) is not None}
    if len(told) < _FEWEST or any(_says_alone(tables[i], number) for i, (number, _) in told.items()):
        return list(tables), {}
    for i, (number, sites) in told.items():
        for site in sites:
            profiles = {c.letter: profile(c.cells) for c in (number, site)}
            found = within_centres(tables[i], Patient(number, "its heading"), (site,), profiles)
            if found.column is not number:
                return _all_joined(tables, told, number, site), {i: found}
    return list(tables), {}


def _all_joined(
    tables: Sequence[SheetTable], told: Mapping[int, _Told], number: Column, site: Column
) -> list[SheetTable]:
    """Return the tables, joined where numbers of the same name stand beside one column of these centres.

    Another "site" is a place in the body or of an injection.
    """
    centres = _texts(site)
    out = list(tables)
    for i, (own, sites) in told.items():
        found = [c for c in sites if len(_texts(c) & centres) > _MOST * len(_texts(c))]
        if own.heading.full_key != number.heading.full_key or len(found) != 1:
            continue
        if not (own.cells.filled & ~found[0].cells.filled).any():
            out[i] = _joined(tables[i], own, found[0])
    return out


def _texts(column: Column) -> set[str]:
    return {text.strip().casefold().lstrip("0") for text in column.cells.unique_texts if text.strip()}


def note_of_centres(told: dict[int, Patient], found: Sequence[Recognised]) -> list[Recognised]:
    """Return the sheets, the one that told of the centres with its note and its question."""
    return [
        replace(one, notes=(*one.notes, *told[i].notes), questions=(*one.questions, *told[i].questions))
        if i in told
        else one
        for i, one in enumerate(found)
    ]


def _numbers_and_sites(table: SheetTable) -> _Told | None:
    """Return the patients' numbers and the columns that may be their centres; None where either is missing.

    A sheet with two columns of patients may have one with the centre in it.
    """
    sites = [c for c in table.columns if is_centre(c) and not c.cells.is_blank]
    numbers = [c for c in table.columns if c not in sites and is_patients(c.heading) and not c.cells.is_blank]
    return (numbers[0], sites) if len(numbers) == 1 and sites else None


def _says_alone(table: SheetTable, number: Column) -> bool:
    return table.said("patient", table.name_of(number)) == NUMBER_ALONE


def _joined(table: SheetTable, number: Column, site: Column) -> SheetTable:
    return replace(table, columns=tuple(_columns(table, with_centre(number, site))))


def _columns(table: SheetTable, patient: Column) -> Iterator[Column]:
    for column in table.columns:
        yield patient if column.letter == patient.letter else column
