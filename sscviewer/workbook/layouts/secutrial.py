"""secuTrial exports: one sheet per form, whose patients are keys; lists of patients, visits, items, codes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from sscviewer.model.plain_text import capital
from sscviewer.workbook.evidence.columns.identities import is_identity
from sscviewer.workbook.evidence.recognise import recognise_plain
from sscviewer.workbook.evidence.sheets.own_parameters import with_own_parameters
from sscviewer.workbook.evidence.sheets.recognised import Recognised, ignored
from sscviewer.workbook.evidence.tables.guide import Guide, Item, read_rows
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.layouts.parts import combine
from sscviewer.workbook.layouts.per_visit import recognise_per_visit
from sscviewer.workbook.layouts.secutrial_subforms import (
    has_answer,
    read_documents,
    report_unanswered,
    with_visits_of_documents,
)
from sscviewer.workbook.rows.columns import best_heading, decoded, map_cells
from sscviewer.workbook.values.cells import Sheet, text_cells
from sscviewer.workbook.values.vocabulary import read_toml
from sscviewer.workbook.values.words import key, split_heading

_Columns = dict[str, tuple[Column, ...]]


def is_secutrial(sheets: Sequence[Sheet]) -> bool:
    """Return whether the sheets are those of a secuTrial export."""
    own = read_toml("edc")["secutrial"]
    return any({own["key"], own["printed"]} <= set(_headings(sheet)) for sheet in sheets)


def _headings(sheet: Sheet) -> list[str]:
    top = sheet.first_rows(1)
    return top[0] if top else []


def read_secutrial_guide(sheets: Sequence[Sheet]) -> Guide:
    """Return what the describing sheets say: patients' printed numbers, arms, visits, items, codes."""
    own = read_toml("edc")["secutrial"]
    patients: dict[str, str] = {}
    arms: dict[str, str] = {}
    visits: dict[str, str] = {}
    labels: dict[str, tuple[str, str]] = {}
    codes: dict[str, dict[str, str]] = {}
    for sheet in sheets:
        for row in _rows(sheet, own["key"], own["printed"], own["arm"]):
            patients[row[own["key"]]] = row[own["printed"]] or row[own["key"]]
            arms[row[own["key"]]] = row.get(own["arm"], "")
        for row in _rows(sheet, own["visit"], own["visit_label"]):
            visits[row[own["visit"]]] = " ".join(row[own["visit_label"]].strip("| ").split())
        for row in _rows(sheet, own["item"], own["item_label"], own["item_unit"]):
            labels[key(row[own["item"]])] = (row[own["item_label"]], row.get(own["item_unit"], ""))
        for row in _rows(sheet, *own["list"]):
            codes.setdefault(key(row["column"].rpartition(".")[2]), {})[row["code"]] = row["value"]
    items = {
        name: Item(*_label(labels.get(name, ("", "")), codes.get(name, {}))) for name in {*labels, *codes}
    }
    describing = {s.name: what for s in sheets if (what := _describes(s, own)) is not None}
    return Guide(items, describing, visits, patients, arms, read_documents(sheets, own))


def _label(label: tuple[str, str], codes: dict[str, str]) -> tuple[str, dict[str, str], str, str]:
    return (" ".join(label[0].split()), codes, "", label[1])


def _rows(sheet: Sheet, *names: str) -> list[dict[str, str]]:
    return read_rows(sheet, {name: (name,) for name in names}, names[:2])


def _describes(sheet: Sheet, own: Mapping[str, object]) -> str | None:
    """Return what a sheet of an export is that holds no form; None for forms."""
    headings = set(_headings(sheet))
    if str(own["printed"]) in headings:
        return None
    if str(own["audit"]) in headings or str(own["audit_changes"]) in headings:
        return "the audit trail"
    if {"column", "code", "value"} <= headings:
        return "a code list"
    describing = own["describing"]
    assert isinstance(describing, dict)
    return next((what for name, what in describing.items() if name in headings), None)


def recognise_secutrial(table: SheetTable, guide: Guide, findings: Findings) -> Recognised:
    """Return what a form of a secuTrial export is; its patients get their printed numbers."""
    own = read_toml("edc")["secutrial"]
    by_name = {c.heading.written: c for c in table.columns}
    if own["printed"] in by_name:
        return _patients(table, by_name, own)
    patient = by_name.get(own["key"])
    if patient is None:
        return ignored(table, "a sheet of a secuTrial export that names no patient")
    if own["sub_document"] in by_name:
        return _subform(table, by_name, own, guide, findings)
    renamed = map_cells(patient.cells, guide.patients.get)
    times: _Columns = {"USUBJID": (Column(patient.letter, split_heading("Subject"), renamed),)}
    times |= _visit(by_name, own, guide)
    lead = [c for columns in times.values() for c in columns]
    hidden = tuple(c for c in table.columns if is_identity(c))
    columns, coded = _items([c for c in table.columns if c not in hidden], own, guide)
    form = replace(table, columns=(*lead, *columns))
    found = replace(recognise_plain(form, without=("visits",)), table=form, hidden=hidden)
    if set(found.tables) - {"subjects", "measurements"}:
        return replace(found, layout="edc")
    if "VISIT" in times:
        return replace(recognise_per_visit(form, times, coded), hidden=hidden)
    return replace(found, layout="edc") if found.tables else found


def _subform(
    table: SheetTable,
    by_name: Mapping[str, Column],
    own: Mapping[str, Any],
    guide: Guide,
    findings: Findings,
) -> Recognised:
    """Return what a sub-form is: records, or measurements at the visits of its documents."""
    named = with_visits_of_documents(table, by_name, guide.documents, own)
    if named is None:
        return ignored(table, "a sub-form whose rows belong to no form of this export")
    renamed = map_cells(named[own["key"]].cells, guide.patients.get)
    times: _Columns = {"USUBJID": (Column(named[own["key"]].letter, split_heading("Subject"), renamed),)}
    times |= _visit(named, own, guide)
    hidden = tuple(c for c in table.columns if is_identity(c))
    aside = {*own["sub_own"]}
    asked = [c for c in table.columns if c not in hidden and c.heading.written not in aside]
    columns, coded = _items(asked, own, guide)
    lead = tuple(c for listed in times.values() for c in listed)
    form = replace(table, columns=(*lead, *columns))
    answered = has_answer(form, columns)
    part = _records_or_values(form.take(np.flatnonzero(answered)), times, coded)
    if not part.tables:
        return ignored(table, "a sub-form without a field that we recognise", hidden)
    report_unanswered(table, answered, findings)
    return combine(table, "edc", [part], Recognised(table, "edc", (), hidden=hidden))


def _records_or_values(form: SheetTable, times: _Columns, coded: frozenset[str]) -> Recognised:
    found = replace(recognise_plain(form, without=("subjects", "visits")), table=form, hidden=())
    if found.tables:
        return found
    by_letter = {c.letter: c for c in form.columns}
    cut = {name: tuple(by_letter[c.letter] for c in columns) for name, columns in times.items()}
    taken = coded | {c.letter for columns in times.values() for c in columns}
    return with_own_parameters(replace(found, fields={}, why_not=None), cut, taken)


def _patients(table: SheetTable, by_name: Mapping[str, Column], own: Mapping[str, str]) -> Recognised:
    """Return the list of patients: their printed numbers, and their arms if they have any."""
    fields: dict[str, tuple[Column, ...]] = {"USUBJID": (by_name[own["printed"]],)}
    if own["arm"] in by_name:
        fields["TRT01A"] = (by_name[own["arm"]],)
    read = {c.letter for columns in fields.values() for c in columns}
    fields["IGNORED"] = tuple(c for c in table.columns if c.letter not in read)
    return Recognised(table, "edc", ("subjects",), {"subjects": fields})


def _visit(by_name: Mapping[str, Column], own: Mapping[str, str], guide: Guide) -> _Columns:
    """Return the columns of visit and date of a form that belongs to visits."""
    visit, planned = by_name.get(own["visit"]), by_name.get(own["visit_date"])
    if visit is None:
        return {}
    labelled = map_cells(visit.cells, guide.visits.get)
    number = by_name.get(own["visit_number"])
    if number is not None and len(set(labelled.texts)) < len(set(number.cells.texts)):
        # visits that may be repeated have one name; their number tells them apart
        pairs = zip(labelled.texts, number.cells.texts, strict=True)
        texts = [f"{name.strip('#. ')} {n}".strip() for name, n in pairs]
        labelled = text_cells([capital(text) for text in texts])
    found: _Columns = {"VISIT": (Column(visit.letter, split_heading("Visit"), labelled),)}
    if planned is not None:
        found["ADT"] = (Column(planned.letter, split_heading("Date"), planned.cells),)
    return found


def _items(
    items: Sequence[Column], own: Mapping[str, Sequence[str]], guide: Guide
) -> tuple[list[Column], frozenset[str]]:
    """Return the form's own items in words, and the letters of those that were codes."""
    columns, coded = [], set()
    for column in items:
        written = column.heading.written
        if not written or written.startswith(tuple(own["own_prefixes"])):
            continue
        item = guide.item(written)
        if item.choices:
            coded.add(column.letter)
        columns.append(Column(column.letter, best_heading(written, item), decoded(column.cells, item)))
    return columns, frozenset(coded)
