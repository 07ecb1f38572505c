"""secuTrial exports: forms as sheets whose patients are keys, with lists of patients, visits, items and codes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sscviewer.workbook.cells import Sheet
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.header import Column, Table
from sscviewer.workbook.layouts.columns import best_heading, decoded, map_cells
from sscviewer.workbook.layouts.guide import Guide, Item, read_rows
from sscviewer.workbook.layouts.own_parameters import with_own_parameters
from sscviewer.workbook.recognise import Fields, Recognised, ignored, recognise_plain
from sscviewer.workbook.vocabulary import read_toml
from sscviewer.workbook.words import key, split_heading


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
    return Guide(items, describing, visits, patients, arms)


def _label(label: tuple[str, str], codes: dict[str, str]) -> tuple[str, dict[str, str], str, str]:
    return (" ".join(label[0].split()), codes, "", label[1])


def _rows(sheet: Sheet, *names: str) -> list[dict[str, str]]:
    return read_rows(sheet, {name: (name,) for name in names}, names[:2])


def _describes(sheet: Sheet, own: Mapping[str, object]) -> str | None:
    """Return what a sheet of an export is that holds no form; None for forms."""
    headings = set(_headings(sheet))
    if str(own["printed"]) in headings:
        return "the list of patients, used for their numbers and arms"
    if str(own["audit"]) in headings or str(own["audit_changes"]) in headings:
        return "the audit trail"
    if {"column", "code", "value"} <= headings:
        return "a code list"
    describing = own["describing"]
    assert isinstance(describing, dict)
    return next((what for name, what in describing.items() if name in headings), None)


def recognise_secutrial(table: Table, guide: Guide, findings: Findings) -> Recognised:
    """Return what a form of a secuTrial export is; its patients get their printed numbers."""
    own = read_toml("edc")["secutrial"]
    by_name = {c.heading.written: c for c in table.columns}
    patient = by_name.get(own["key"])
    if patient is None:
        return ignored(table, "a sheet of a secuTrial export that names no patient")
    lead = [Column(patient.letter, split_heading("Subject"), map_cells(patient.cells, guide.patients.get))]
    if (visit := by_name.get(own["visit"])) is not None:
        labelled = map_cells(visit.cells, guide.visits.get)
        lead.append(Column(visit.letter, split_heading("Visit"), labelled))
    if (planned := by_name.get(own["visit_date"])) is not None:
        lead.append(Column(planned.letter, split_heading("Date"), planned.cells))
    columns = [*lead]
    coded: set[str] = set()
    for column in table.columns:
        written = column.heading.written
        if not written or written.startswith(tuple(own["own_prefixes"])):
            continue
        item = guide.item(written)
        if item.choices:
            coded.add(column.letter)
        columns.append(Column(column.letter, best_heading(written, item), decoded(column.cells, item)))
    form = replace(table, columns=tuple(columns))
    found = recognise_plain(form)
    found = replace(found, table=form)
    if set(found.tables) - {"visits", "measurements"}:
        return replace(found, layout="edc")
    times: Fields = {name: (c,) for c, name in zip(lead, ("USUBJID", "VISIT", "ADT"), strict=False)}
    if len(lead) < 2:
        return found
    measured = with_own_parameters(replace(found, why_not=None), times, {c.letter for c in lead} | coded)
    return replace(measured, layout="edc") if measured.tables else found
