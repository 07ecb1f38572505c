"""REDCap's flat export: one row per record, event and repeat, with blank cells outside the row's instrument.

The rows without a repeat instrument hold the patients and their visits; each repeat instrument is recognised
by its own columns. Events become visits; without events a repeat is one ("Appointment 3").
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from sscviewer.model.plain_text import capital
from sscviewer.workbook.evidence.columns.identities import is_identity
from sscviewer.workbook.evidence.columns.profiles import profile
from sscviewer.workbook.evidence.columns.times import say_the_same_days
from sscviewer.workbook.evidence.patients.patient_rows import counts_rows
from sscviewer.workbook.evidence.recognise import recognise_plain
from sscviewer.workbook.evidence.sheets.fields import field_of
from sscviewer.workbook.evidence.sheets.own_parameters import with_own_parameters
from sscviewer.workbook.evidence.sheets.recognised import Fields, Recognised, ignored
from sscviewer.workbook.evidence.tables.guide import Guide
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.evidence.words.tokens import tokens
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.layouts.parts import combine, report_left_out
from sscviewer.workbook.layouts.per_visit import recognise_per_visit
from sscviewer.workbook.rows.columns import (
    best_heading,
    decoded,
    filled_only,
    map_cells,
    ticked,
    with_cells,
)
from sscviewer.workbook.values.cells import text_cells
from sscviewer.workbook.values.vocabulary import common_columns, is_patients, read_toml, roles
from sscviewer.workbook.values.words import key, split_heading

_ARM = re.compile(r"_arm_\d+[a-z]?$|\s*\(Arm \d+:[^()]*(?:\([^()]*\)[^()]*)*\)$")
"""The arm behind an event, in its unique name and in its label."""
_CHECKBOX = re.compile(r"^(.*)___(.+)$")
_CHECKBOX_LABEL = re.compile(r"^(.*?)\s*\(choice=(.*)\)$")


@dataclass(frozen=True, slots=True)
class _Export:
    """The columns of a REDCap sheet by what they are for."""

    table: SheetTable
    patient: Column
    event: Column | None
    instrument: Column | None
    instance: Column | None
    hidden: tuple[Column, ...]
    coded: frozenset[str]


def is_redcap(table: SheetTable) -> bool:
    """Return whether a sheet is a flat export of REDCap."""
    headings = {key(c.heading.written) for c in table.columns if c.heading.written}
    own = read_toml("edc")["redcap"]
    if headings & {key(own[name][0]) for name in ("event", "instrument", "instance")}:
        return True
    if {key(text) for name in ("instrument", "instance") for text in own[name]} & headings:
        return True
    written = [c.heading.written for c in table.columns if c.heading.written]
    has_form = any(text.endswith(own["complete"]) or text == "Complete?" for text in written)
    return has_form and bool(table.columns) and bool(table.columns[0].heading.written)


def recognise_redcap(table: SheetTable, guide: Guide, findings: Findings) -> Recognised:
    """Return what a REDCap sheet is: the patients with their visits, and one part per repeat instrument."""
    export = _open(table, guide)
    repeated = export.instrument.cells.texts if export.instrument else np.full(len(table), "", dtype=object)
    parts = []
    base = np.flatnonzero(repeated == "")
    if len(base):
        parts.append(_base(_cut(export, base)))
    for instrument in dict.fromkeys(repeated[repeated != ""].tolist()):
        rows = np.flatnonzero(repeated == instrument)
        found = _repeat(_cut(export, rows), instrument, guide)
        if found is not None:
            parts.append(found)
    whole = Recognised(table, "redcap", (), hidden=export.hidden)
    if not parts:
        return ignored(table, "a REDCap export without a field that we recognise", export.hidden)
    report_left_out(table, parts, "the repeat instrument has no field that we recognise", findings)
    return combine(table, "redcap", parts, whole)


def _open(table: SheetTable, guide: Guide) -> _Export:
    """Return the export with codes as their meanings, ticked boxes in one column, headings we know."""
    own = read_toml("edc")["redcap"]
    special = {
        name: next((c for c in table.columns if _is(c, own[name])), None)
        for name in ("event", "instrument", "instance")
    }
    patient = _record(table)
    aside = {c.letter for c in special.values() if c} | {patient.letter}
    aside |= {c.letter for c in table.columns if _is_own(c, own)}
    before = table.columns[: table.columns.index(patient)]
    aside |= {c.letter for c in before if _is_key(c)}
    fields = [c for c in table.columns if c.letter not in aside]
    hidden = tuple(
        c for c in fields if is_identity(c) or guide.item(_field_name(c.heading.written)).is_identifier
    )
    kept = [c for c in fields if c not in hidden]
    columns, coded = _readable(kept, guide)
    event = special["event"]
    if event is not None:
        event = with_cells(event, map_cells(event.cells, lambda text: event_label(text, guide)), "Visit")
    patient = with_cells(patient, patient.cells, "Record ID")
    lead = [patient] + ([event] if event else [])
    whole = replace(table, columns=(*lead, *columns))
    return _Export(whole, patient, event, special["instrument"], special["instance"], hidden, coded)


def _record(table: SheetTable) -> Column:
    """Return the column of the record: the first one, or behind numbers of the rows the one that says so.

    A program that takes a project apart numbers the rows of each form and keeps the record behind these.
    """
    first = table.columns[0]
    if is_patients(first.heading) or not _numbers_rows(first):
        return first
    own = {key(text) for text in read_toml("edc")["redcap"]["record"]}
    return next((c for c in table.columns if key(c.heading.written) in own and _tells_records(c)), first)


def _tells_records(column: Column) -> bool:
    """Return whether a column holds records: one "study id" on all rows is that of the trial."""
    several = len(set(column.cells.unique_texts) - {""}) > 1
    return not column.cells.is_blank and (several or column.heading.full_key != "studyid")


def _numbers_rows(column: Column) -> bool:
    """Return whether a column is called a key ("visit_id") and numbers the rows of the sheet."""
    return _is_key(column) and counts_rows(column.cells)


def _is_key(column: Column) -> bool:
    """Return whether whole numbers are called a key: they name a row of this form or another, no value."""
    return tokens(column.heading.written)[-1:] == ("id",) and profile(column.cells).kind == "whole"


def _is(column: Column, names: Iterable[str]) -> bool:
    return key(column.heading.written) in {key(name) for name in names}


def _is_own(column: Column, own: dict[str, list[str]]) -> bool:
    written = column.heading.written
    return not written or written.endswith(str(own["complete"])) or _is(column, own["own"])


def _field_name(written: str) -> str:
    match = _CHECKBOX.match(written)
    return match[1] if match else written


def event_label(text: str, guide: Guide) -> str:
    """Return the name of an event: as the list of events has it, else made of its unique name."""
    if text in guide.visits:
        return guide.visits[text]
    plain = _ARM.sub("", text)
    if " " in plain:
        return plain
    label = plain.replace("_", " ").strip()
    return capital(label)


def _readable(columns: list[Column], guide: Guide) -> tuple[list[Column], frozenset[str]]:
    """Return the fields in words, and the letters of those whose cells were codes or ticks."""
    boxes: dict[str, list[tuple[Column, str]]] = {}
    for column in columns:
        written = column.heading.written
        if match := _CHECKBOX.match(written):
            meaning = guide.item(match[1]).choices.get(match[2].replace("_", "-"), match[2])
            meaning = guide.item(match[1]).choices.get(match[2], meaning)
            boxes.setdefault(match[1], []).append((column, meaning))
        elif match := _CHECKBOX_LABEL.match(written):
            boxes.setdefault(match[1], []).append((column, match[2]))
    boxed = {c.letter: name for name, listed in boxes.items() for c, _ in listed}
    out, coded = [], set()
    for column in columns:
        name = boxed.get(column.letter)
        if name is not None:
            if column is boxes[name][0][0]:
                made = ticked([c for c, _ in boxes[name]], [m for _, m in boxes[name]], name)
                out.append(Column(made.letter, best_heading(name, guide.item(name)), made.cells))
                coded.add(made.letter)
            continue
        item = guide.item(column.heading.written)
        if item.choices:
            coded.add(column.letter)
        heading = best_heading(column.heading.written, item)
        out.append(Column(column.letter, heading, decoded(column.cells, item)))
    return out, frozenset(coded)


def _cut(export: _Export, rows: npt.NDArray[np.int64]) -> _Export:
    def cut(column: Column | None) -> Column | None:
        return None if column is None else Column(column.letter, column.heading, column.cells.take(rows))

    patient = Column(export.patient.letter, export.patient.heading, export.patient.cells.take(rows))
    keep = {patient.letter} | ({export.event.letter} if export.event else set())
    return replace(
        export,
        table=filled_only(export.table.take(rows), keep),
        patient=patient,
        event=cut(export.event),
        instrument=cut(export.instrument),
        instance=cut(export.instance),
    )


def _base(export: _Export) -> Recognised:
    """Return the rows without a repeat instrument: the patients, and with events their visits and values."""
    times: dict[str, tuple[Column, ...]] = {"USUBJID": (export.patient,)}
    if export.event is not None:
        event = _counted(export.event, export.instance)
        times["VISIT"] = (event,)
        dates = tuple(c for c in export.table.columns if _is_visit_date(c))
        if not dates and event is not export.event:
            # an event that comes again and again has its own date, whatever it is called
            dates = tuple(c for c in export.table.columns if profile(c.cells).kind == "date")
            dates = dates if all(say_the_same_days(dates[0], c) for c in dates[1:]) else ()
        times |= {"ADT": dates} if dates else {}
    else:
        wide = recognise_plain(export.table)
        if any(_LETTER.search(p.visit) for p in wide.parameters):
            # a field's number alone is no visit: "q1", "q2" are two questions
            return replace(
                wide, parameters=tuple(p for p in wide.parameters if p.column.letter not in export.coded)
            )
    return recognise_per_visit(export.table, times, export.coded)


def _counted(event: Column, instance: Column | None) -> Column:
    """Return the events with their number behind them, where one is repeated ("Visits 2")."""
    if instance is None or not instance.cells.filled.any():
        return event
    pairs = zip(event.cells.texts, instance.cells.texts, strict=True)
    return Column(event.letter, event.heading, text_cells([f"{name} {n}".strip() for name, n in pairs]))


_LETTER = re.compile(r"[^\W\d_]")


def _is_visit_date(column: Column) -> bool:
    role = next(role for role in roles() if role.table == "visits")
    return role.columns.get(column.heading.full_key) == "ADT"


def _repeat(export: _Export, instrument: str, guide: Guide) -> Recognised | None:
    """Return what the rows of one repeat instrument are; None when none of its fields is known."""
    label = event_label(instrument, guide)
    number = export.instance.cells.texts if export.instance else np.full(len(export.table), "", dtype=object)
    columns = list(export.table.columns)
    anchor = export.instance or export.instrument
    if anchor is not None:
        if export.event is None:
            texts = [f"{label} {n}".strip() for n in number]
            columns.insert(1, Column(anchor.letter, split_heading("Visit"), text_cells(texts)))
        else:
            columns.insert(2, Column(anchor.letter, split_heading("Replicate"), text_cells(number.tolist())))
    table = replace(export.table, columns=tuple(columns))
    found = recognise_plain(replace(table, sheet=label), without=("subjects",))
    found = replace(found, table=table, hidden=())
    if set(found.tables) - {"visits", "measurements"}:
        return found
    by_place = {c.letter: c for c in columns}
    times = _times(found, by_place, export.patient)
    if "TEST" in found.fields.get("measurements", {}):
        return found
    kept = replace(found, fields=dict(found.fields) or {}, why_not=None)
    taken = {c.letter for listed in times.values() for c in listed}
    part = with_own_parameters(kept, times, taken | export.coded)
    return part if part.tables else None


def _times(found: Recognised, by_place: dict[str, Column], patient: Column) -> Fields:
    """Return the columns of patient, visit and date of a repeat instrument's rows."""
    role = next(role for role in roles() if role.table == "measurements")
    times: dict[str, tuple[Column, ...]] = {"USUBJID": (patient,)}
    for column in by_place.values():
        name = field_of(role.columns, column) or common_columns().get(column.heading.full_key)
        if name in ("VISIT", "ADT", "ATPT"):
            times[name] = (*times.get(name, ()), column)
    dates = [c for c in by_place.values() if c is not patient and profile(c.cells).kind == "date"]
    if "ADT" not in times and len(dates) == 1:
        times["ADT"] = (dates[0],)  # an instrument that is filled in again and again has its own date
    return times
