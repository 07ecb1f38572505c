"""What a sheet with headings in words is: first what its cells say, then what its headings say.

The order of evidence: profiles of the columns, the patient column, how many rows a patient has and what
varies within a patient (the grain), then words, as far as the cells keep what they promise. What is left is
data too.
"""

from collections.abc import Container, Mapping
from dataclasses import replace

import numpy as np

from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.columns.age_and_sex import with_age_and_sex
from sscviewer.workbook.evidence.columns.grain import grain_of
from sscviewer.workbook.evidence.columns.identities import holds_names, is_identity
from sscviewer.workbook.evidence.columns.profiles import Profile, profile
from sscviewer.workbook.evidence.columns.ranges_beside import with_ranges
from sscviewer.workbook.evidence.columns.units_beside import with_units
from sscviewer.workbook.evidence.patients.patient import Patient
from sscviewer.workbook.evidence.patients.patient_by_cells import patient_by_cells
from sscviewer.workbook.evidence.patients.patient_codes import recoded_patient
from sscviewer.workbook.evidence.patients.patient_column import find_patient, said_patient
from sscviewer.workbook.evidence.patients.patient_rows import is_row_number, rows_as_patients
from sscviewer.workbook.evidence.sheets.leftovers import split_pairs
from sscviewer.workbook.evidence.sheets.recognised import NO_PATIENT, Recognised, ignored
from sscviewer.workbook.evidence.sheets.rows_of_people import (
    are_people,
    are_studies,
    said_of_people,
    with_rows_asked,
)
from sscviewer.workbook.evidence.sheets.sheet_evidence import SheetEvidence
from sscviewer.workbook.evidence.sheets.sheet_roles import SheetRoles
from sscviewer.workbook.evidence.tables.header import Column, SheetTable, is_fact


def recognise_plain(
    table: SheetTable,
    without: Container[str] = (),
    known: frozenset[str] = frozenset(),
    *,
    ask: bool = False,
    recode: dict[str, str] | None = None,
) -> Recognised:
    """Return what a sheet with headings in words is.

    Parameters
    ----------
    without
        Tables that it is not.
    known
        The patients of other sheets.
    ask
        Whether rows may be taken for patients where no column names them.
    recode
        Numbers that identify a person and what stands in their place, shared by all sheets; None where such a
        number is not to be the patient.
    """
    if not table.columns:
        return ignored(table, say("text, not a table") if len(table) else say("empty"))
    plain = with_age_and_sex(with_units(table))
    table = with_ranges(plain)
    hidden = tuple(c for c in table.columns if is_identity(c))
    opened = tuple(c for c in table.columns if c not in hidden and c.letter not in table.units)
    profiles = {c.letter: profile(c.cells) for c in opened}
    patient = said_patient(table, opened, profiles) or find_patient(table, opened, profiles, known)
    if patient is not None and is_fact(patient.column) and not table.said("patient"):
        patient = with_rows_asked(table, patient, opened, profiles)
        opened = opened if is_fact(patient.column) else tuple(c for c in opened if not is_fact(c))
    if patient is not None and holds_names(patient.column):
        named = patient.column.letter
        hidden = tuple(c for c in table.columns if c in hidden or c.letter == named)
        opened = tuple(c for c in opened if c.letter != named)
        patient = find_patient(table, opened, profiles, known)
    if patient is None and recode is not None:
        patient = recoded_patient(table, hidden, opened, recode)
        if patient is not None:
            letter = patient.column.letter
            hidden = tuple(c for c in hidden if c.letter != letter)
            opened = tuple(
                c for c in table.columns if c.letter not in {*(h.letter for h in hidden), *table.units}
            )
            profiles[letter] = profile(patient.column.cells)
    if patient is None and ask:
        patient = _patient_by_rows(table, opened, profiles)
    if patient is None or _is_review(table, patient, opened, profiles):
        return ignored(plain, NO_PATIENT, hidden)
    return _recognise(table, opened, hidden, profiles, patient, without)


def _is_review(
    table: SheetTable, patient: Patient, columns: tuple[Column, ...], profiles: Mapping[str, Profile]
) -> bool:
    """Return whether what "id" numbers are the studies of a review, each named beside."""
    if patient.is_of_people or table.said("patient"):
        return False
    others = [c for c in columns if c.letter != patient.column.letter]
    return are_studies(others, profiles, len(np.unique(patient.groups[patient.groups >= 0])))


def _patient_by_rows(
    table: SheetTable, opened: tuple[Column, ...], profiles: Mapping[str, Profile]
) -> Patient | None:
    """Return the patients where no heading names them: by a column's cells, or each row as one."""
    of_people = bool(said_of_people(opened, profiles))
    found = patient_by_cells(table, opened, profiles, of_people=of_people)
    if found is None and are_people(table, opened, profiles):
        return rows_as_patients(table, opened)
    return found


def _recognise(
    table: SheetTable,
    opened: tuple[Column, ...],
    hidden: tuple[Column, ...],
    profiles: dict[str, Profile],
    patient: Patient,
    without: Container[str],
) -> Recognised:
    """Return what a sheet is, now that its patient column is known."""
    table, opened = _with_patient(table, opened, patient)
    if patient.column.letter not in profiles:
        profiles[patient.column.letter] = profile(patient.column.cells)
    grain = grain_of(patient.groups, [c for c in opened if c is not patient.column], profiles)
    table, opened, pairs = split_pairs(table, opened, profiles)
    seen = SheetEvidence(table, opened, hidden, profiles)
    seen.why[patient.column.letter] = say("the patient: {why}", why=patient.why)
    seen.notes += patient.notes
    seen.questions += patient.questions
    rest = tuple(c for c in opened if c is not patient.column and not _is_row_number(c, patient))
    is_of_people = patient.is_of_people or any("row number" in text for _, text in patient.notes)
    sheet = SheetRoles(seen, patient.column, rest, grain, pairs, is_of_people=is_of_people)
    return sheet.decide(without)


def _is_row_number(column: Column, patient: Patient) -> bool:
    return column is not patient.column and is_row_number(column)


def _with_patient(
    table: SheetTable, opened: tuple[Column, ...], patient: Patient
) -> tuple[SheetTable, tuple[Column, ...]]:
    """Return the table and its open columns with the patient column as it is to be read."""
    column = patient.column
    if any(c is column for c in opened):
        return table, opened
    if not any(c.letter == column.letter for c in table.columns):
        return replace(table, columns=(*table.columns, column)), (*opened, column)
    columns = tuple(column if c.letter == column.letter else c for c in table.columns)
    return replace(table, columns=columns), tuple(column if c.letter == column.letter else c for c in opened)
