"""A row for each patient and measurement, and the visits side by side: "Assessment", "Baseline", "Week 4"."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace

import numpy as np

from sscviewer.model.arrays import Ints
from sscviewer.workbook.evidence.columns.families import whole_visits
from sscviewer.workbook.evidence.columns.grain import grain_of
from sscviewer.workbook.evidence.columns.identities import is_identity
from sscviewer.workbook.evidence.columns.parameter_names import ParameterColumn, find_parameter
from sscviewer.workbook.evidence.columns.profiles import groups_of, profile
from sscviewer.workbook.evidence.columns.ranges_beside import with_ranges
from sscviewer.workbook.evidence.patients.patient_column import find_patient
from sscviewer.workbook.evidence.recognise import recognise_plain
from sscviewer.workbook.evidence.sheets.leftovers import names_measurements, occasions
from sscviewer.workbook.evidence.sheets.own_parameters import own_code
from sscviewer.workbook.evidence.sheets.recognised import Recognised
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.evidence.words.tokens import english
from sscviewer.workbook.layouts.parts import combine
from sscviewer.workbook.values.cells import Texts, as_objects
from sscviewer.workbook.values.vocabulary import unit_of
from sscviewer.workbook.values.words import split_heading

_TESTS = frozenset(
    {"test", "parameter", "assessment", "measure", "measurement", "item", "question", "scale", "score"}
    | {"variable", "analyte", "outcome", "endpoint", "biomarker", "marker", "questionnaire", "domain"}
)


def recognise_tests_in_rows(table: SheetTable) -> Recognised | None:
    """Return what a sheet is whose rows are measurements of a patient and whose columns are visits.

    Each measurement is a part of the sheet with its rows; None where the sheet is not made so.
    """
    table = with_ranges(table)
    open_columns = tuple(c for c in table.columns if not is_identity(c))
    profiles = {c.letter: profile(c.cells) for c in open_columns}
    visits = whole_visits(open_columns, profiles)
    patient = find_patient(table, open_columns, profiles) if visits else None
    if patient is None:
        return None
    test = next((c for c in open_columns if c is not patient.column and _is_test(c, patient.column)), None)
    if test is None or profiles[test.letter].kind not in ("term", "code"):
        return None
    unit_column = next((c for c in open_columns if set(english(c.heading.written)) == {"unit"}), None)
    units = None if unit_column is None else unit_column.cells.map(unit_of)
    limits = {name: c for name, k in _LIMITS.items() for c in table.columns if c.heading.full_key == k}
    hidden = tuple(c for c in table.columns if c not in open_columns)
    found = occasions([o.column for o in visits], profiles, table.title)
    parts = [
        _part(table, rows, {"USUBJID": patient.column, **limits}, name, found, unit)
        for name in dict.fromkeys(test.cells.texts.tolist())
        for rows, unit in _by_unit(np.flatnonzero(test.cells.texts == name), units)
    ]
    read = {o.column.letter for o in visits} | {c.letter for c in (test, unit_column) if c is not None}
    person = recognise_plain(_once(table, patient.column, read | {c.letter for c in limits.values()}))
    rest = (
        [replace(person, tables=("subjects",), fields={"subjects": person.fields["subjects"]}, parameters=())]
        if "subjects" in person.fields
        else []
    )
    made = combine(table, "wide", [*parts, *rest], replace(person, hidden=hidden))
    named = {"TEST": (test,)} | ({} if unit_column is None else {"AVALU": (unit_column,)})
    fields = {**made.fields, "measurements": {**made.fields["measurements"], **named}}
    why = {o.column.letter: "its heading is a visit" for o in visits}
    why |= {test.letter: "it names what each row measures", patient.column.letter: patient.why}
    return replace(made, fields=fields, notes=patient.notes, questions=patient.questions, evidence=why)


_LIMITS = {"ANRLO": "lowerlimit", "ANRHI": "upperlimit"}


def _once(table: SheetTable, patient: Column, read: Container[str]) -> SheetTable:
    """Return the first row of each patient with the columns that say the same on all rows of each."""
    groups = groups_of(patient.cells)
    grain = grain_of(groups, table.columns, {c.letter: profile(c.cells) for c in table.columns})
    kept = tuple(c for c in table.columns if c.letter not in read and not grain.varies(c))
    first = np.sort(np.unique(groups, return_index=True)[1])
    return replace(table, columns=kept).take(first[groups[first] >= 0])


def _is_test(column: Column, patient: Column) -> bool:
    """Return whether a column says what the rows of a patient measure: each of its words once a patient."""
    if not (set(english(column.heading.written)) & _TESTS or names_measurements(column)):
        return False
    groups = groups_of(patient.cells)
    pairs = groups * len(column.cells.unique_values) + column.cells.codes
    several = len(np.unique(groups)) < len(groups)
    return several and bool(column.cells.filled.all()) and len(np.unique(pairs)) == len(pairs)


def _by_unit(rows: Ints, units: Texts | None) -> Iterator[tuple[Ints, str]]:
    """Yield the rows of a measurement by their unit; rows without one have the others' where that is one."""
    own = as_objects([""] * len(rows)) if units is None else units[rows]
    said = list(dict.fromkeys(own[own != ""].tolist()))
    if len(said) < 2:
        yield rows, "".join(said)
        return
    for unit in dict.fromkeys(own.tolist()):
        yield rows[own == unit], unit


def _part(
    table: SheetTable,
    rows: Ints,
    fields: Mapping[str, Column],
    name: str,
    found: tuple[ParameterColumn, ...],
    unit: str,
) -> Recognised:
    """Return the rows of one measurement in one unit, its visits side by side; "" for no unit beside it."""
    heading = split_heading(name)
    written = unit or heading.bracket
    code = find_parameter(name, None) or find_parameter(heading.name, None) or own_code(heading.name)
    listed = tuple(
        ParameterColumn(
            Column(p.column.letter, heading, p.column.cells.take(rows)),
            code if p.paramcd else "",
            written or None,
            p.visit,
            heading.name,
        )
        for p in found
    )
    of = {field: (Column(c.letter, c.heading, c.cells.take(rows)),) for field, c in fields.items()}
    return Recognised(table.take(rows), "wide", ("measurements",), {"measurements": of}, listed)
