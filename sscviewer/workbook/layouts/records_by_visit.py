"""Doses and events beside one another, a visit each: "Week 1 dose", "Week 1 AE", "Week 2 dose" and so on."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.columns.families import occasion_of
from sscviewer.workbook.evidence.columns.identities import is_identity
from sscviewer.workbook.evidence.columns.profiles import profile
from sscviewer.workbook.evidence.patients.patient_column import find_patient
from sscviewer.workbook.evidence.recognise import recognise_plain
from sscviewer.workbook.evidence.sheets.fields import fields_of
from sscviewer.workbook.evidence.sheets.recognised import Recognised
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.evidence.words.tokens import tokens
from sscviewer.workbook.evidence.words.visit_names import read_visit, visit_label
from sscviewer.workbook.layouts.parts import combine
from sscviewer.workbook.layouts.visit_sheets import with_visit
from sscviewer.workbook.values.vocabulary import roles
from sscviewer.workbook.values.words import split_heading

_RECORDS = {"adverse_events": "AETERM", "exposure": "EXDOSE"}
"""What a record by visit is of: a term, or a dose."""

_FEWEST = 2
"""So many visits of one stem stand beside one another."""

_ByVisit = Mapping[str, Sequence[Column]]
"""Visit → its columns, whose headings no longer name it."""


def recognise_records_by_visit(table: SheetTable) -> Recognised | None:
    """Return what a sheet is in which doses or events stand beside one another, a visit each; None else.

    Each visit is a part of the sheet, read as a sheet of that visit would be.
    """
    shown = [c for c in table.columns if not is_identity(c)]
    visits = _by_visit(table, shown)
    if not visits:
        return None
    taken = {column.letter for columns in visits.values() for column in columns}
    rest = replace(table, columns=tuple(c for c in table.columns if c.letter not in taken))
    free = tuple(c for c in shown if c.letter not in taken)
    patient = find_patient(rest, free, {c.letter: profile(c.cells) for c in free})
    if patient is None or not profile(patient.column.cells).is_unique:
        return None
    whole = recognise_plain(rest)
    parts = [whole] if whole.tables else []
    for visit, columns in visits.items():
        rows = np.flatnonzero(np.any([c.cells.filled for c in columns], axis=0))
        part = replace(table, columns=(patient.column, *columns)).take(rows)
        found = recognise_plain(with_visit(part, visit), without=("subjects",))
        if found.tables:
            parts.append(found)
    told = dict.fromkeys(taken, say("one of {n} visits beside one another", n=len(visits)))
    made = combine(table, "wide", parts, whole)
    notes = dict.fromkeys(note for part in parts for note in part.notes)
    return replace(made, notes=tuple(notes), questions=whole.questions, evidence={**whole.evidence, **told})


def _by_visit(table: SheetTable, columns: Sequence[Column]) -> _ByVisit:
    """Return the columns of each visit; nothing where none of them is a record."""
    stems: dict[str, dict[str, Column]] = defaultdict(dict)
    for column in columns:
        found = occasion_of(column)
        visit = "" if found is None or found.is_bare else visit_label(found.visit)
        if found is not None and visit:
            named = Column(column.letter, split_heading(found.stem.strip(" -_:,.")), column.cells)
            stems[" ".join(tokens(found.stem))].setdefault(visit, named)
    for column in _whole(table, columns):
        visit = visit_label(column.heading.written)
        named = Column(column.letter, split_heading(table.title), column.cells)
        stems[""].setdefault(visit, named)
    dated = {v for of in stems.values() for v, c in of.items() if profile(c.cells).kind == "date"}
    for family in stems.values():
        for visit in [v for v in family if v not in dated and math.isnan(read_visit(v).months)]:
            del family[visit]  # when its doses and events were is said nowhere
    families = [family for family in stems.values() if len(family) >= _FEWEST]
    if not any(_is_record(list(family.values())) for family in families):
        return {}
    found_visits: dict[str, list[Column]] = defaultdict(list)
    for family in families:
        for visit, column in family.items():
            found_visits[visit].append(column)
    return found_visits


def _whole(table: SheetTable, columns: Sequence[Column]) -> Sequence[Column]:
    """Return the columns whose heading is a visit and nothing else, where the sheet says what they hold."""
    visits = [
        c for c in columns if visit_label(c.heading.written) and not c.heading.written.strip().isdigit()
    ]
    named = [Column(c.letter, split_heading(table.title), c.cells) for c in visits]
    return visits if len(visits) >= _FEWEST and _is_record(named) else []


def _is_record(family: Sequence[Column]) -> bool:
    """Return whether columns of one stem hold a term or a dose each, by heading and cells."""
    for role in roles():
        field = _RECORDS.get(role.table)
        if field is None:
            continue
        filled = [c for c in family if not c.cells.is_blank]
        held = [fields_of(role, (c,), {c.letter: profile(c.cells)}).get(field) for c in filled]
        if held and all(held):
            return True
    return False
