"""A row for each answer: those to "Sex" and "Age" are of the patient, the others are values."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from sscviewer.model.arrays import Ints
from sscviewer.workbook.evidence.columns.contracts import holds
from sscviewer.workbook.evidence.columns.profiles import profile
from sscviewer.workbook.evidence.sheets.fields import field_of
from sscviewer.workbook.evidence.sheets.recognised import Recognised, rows_of
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.layouts.parts import combine
from sscviewer.workbook.values.vocabulary import roles
from sscviewer.workbook.values.words import split_heading

_OF_PEOPLE = ("SEX", "AGE", "BRTHDTC", "RACE", "ETHNIC", "TRT01P", "TRT01A", "RANDDT", "RFICDT", "DTHDT")
"""What is asked of a patient once and is measured by nobody."""


def with_people_in_rows(found: Recognised) -> Recognised:
    """Return a sheet of tests and results with the rows that are facts of the patient as such, a part each.

    A fact is asked once of each patient, and its answers keep the contract of the field.
    """
    values = found.fields.get("measurements", {})
    if found.parts or not {"USUBJID", "TEST", "RESULT"} <= set(values):
        return found
    facts = list(_facts(values["USUBJID"][0], values["TEST"][0], values["RESULT"][0]))
    if not facts:
        return found
    rest = np.setdiff1d(np.arange(len(found.table)), np.concatenate([rows for _, rows in facts]))
    parts = [_fact(found, name, rows) for name, rows in facts]
    made = combine(found.table, found.layout or "long", [rows_of(found, rest), *parts], found)
    return replace(
        made, notes=found.notes, questions=found.questions, evidence=found.evidence, left=found.left
    )


def _facts(patient: Column, test: Column, result: Column) -> Iterator[tuple[str, Ints]]:
    """Yield the fields of a patient that tests name, with their rows."""
    role = next(role for role in roles() if role.table == "subjects")
    for name in dict.fromkeys(test.cells.texts.tolist()):
        heading = split_heading(name)
        field = field_of(role.columns, Column(result.letter, heading, result.cells))
        if field not in _OF_PEOPLE:
            continue
        rows = np.flatnonzero(test.cells.texts == name)
        if len(np.unique(patient.cells.codes[rows])) < len(rows):
            continue
        cells = result.cells.take(rows)
        if holds(field, Column(result.letter, heading, cells), profile(cells)):
            yield field, rows


def _fact(found: Recognised, field: str, rows: Ints) -> Recognised:
    values = found.fields["measurements"]
    patient, result = values["USUBJID"][0], values["RESULT"][0]
    whole = replace(found.table, columns=(patient, result))
    one = Recognised(
        whole, found.layout, ("subjects",), {"subjects": {"USUBJID": (patient,), field: (result,)}}
    )
    return rows_of(one, rows)
