"""All sheets of a workbook → what each of them is; the sheets that describe others are read first."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sscviewer.model.questions import Answers, Question
from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.columns.identities import is_identity
from sscviewer.workbook.evidence.patients.patient import ROWS_AS_PATIENTS, named_columns
from sscviewer.workbook.evidence.recognise import recognise_plain
from sscviewer.workbook.evidence.sheets.recognised import NO_PATIENT, Recognised, ignored
from sscviewer.workbook.evidence.tables.answered import answered_table
from sscviewer.workbook.evidence.tables.guide import Guide, find_describing, read_redcap_guide
from sscviewer.workbook.evidence.tables.header import SheetTable, find_table
from sscviewer.workbook.evidence.tables.transposed import patients_in_columns
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.layouts.adam import recognise_adam
from sscviewer.workbook.layouts.arm_sheets import note_of_arms, with_arms
from sscviewer.workbook.layouts.centres import note_of_centres, with_centres
from sscviewer.workbook.layouts.copies import without_copies
from sscviewer.workbook.layouts.edc import recognise_edc
from sscviewer.workbook.layouts.edc_headings import with_plain_headings
from sscviewer.workbook.layouts.patient_sheets import with_patients
from sscviewer.workbook.layouts.people_in_rows import with_people_in_rows
from sscviewer.workbook.layouts.records_by_visit import recognise_records_by_visit
from sscviewer.workbook.layouts.redcap import is_redcap, recognise_redcap
from sscviewer.workbook.layouts.repeated_groups import recognise_groups
from sscviewer.workbook.layouts.repeated_patients import with_repeated_patients
from sscviewer.workbook.layouts.sdtm import recognise_sdtm, without_collected
from sscviewer.workbook.layouts.secutrial import is_secutrial, read_secutrial_guide, recognise_secutrial
from sscviewer.workbook.layouts.shared_key import with_shared_key
from sscviewer.workbook.layouts.standard_names import with_names, with_subject, without_blank_patients
from sscviewer.workbook.layouts.tests_in_rows import recognise_tests_in_rows
from sscviewer.workbook.layouts.visit_sheets import by_content, with_visits
from sscviewer.workbook.values.cells import DATE, NUMBER, Sheet
from sscviewer.workbook.values.dates_in_cells import Order


def recognise_sheets(sheets: Sequence[Sheet], findings: Findings, answers: Answers = ()) -> list[Recognised]:
    """Return what each sheet is, in their order, as far as answers do not say so."""
    if is_secutrial(sheets):
        guide, recognise = read_secutrial_guide(sheets), recognise_secutrial
    else:
        guide, recognise = read_redcap_guide(sheets), _recognise
    before, of_centres = with_centres([answered_table(find_table(sheet), answers) for sheet in sheets])
    of_arms = with_arms(before)
    tables = with_visits(of_arms)
    found = []
    data = []
    for sheet, table in zip(sheets, tables, strict=True):
        about = _not_data(sheet, table, guide)
        data.append(about is None)
        if about is not None:
            found.append(ignored(_below_first_row(sheet) if _describes(sheet, guide) else table, about))
        else:
            found.append(recognise(table, guide, findings))
    found = _with_note_of_visits(_with_other_sheets(found, data), by_content(of_arms, tables))
    found = note_of_centres(of_centres, note_of_arms(before, of_arms, found))
    return without_copies(with_repeated_patients(without_collected(found)))


def _with_note_of_visits(found: list[Recognised], places: Sequence[int]) -> list[Recognised]:
    """Return the sheets, the first one that only its contents make a visit with a note that says so."""
    read = [i for i in places if found[i].tables]
    if not read:
        return found
    names = ", ".join(f"“{found[i].table.sheet}”" for i in read)
    note = (
        "visit.by_content",
        say(
            "{n} sheets have the same columns and the same patients, with other numbers: each "
            "was taken for a visit, called as the sheet is ({names}).",
            n=len(read),
            names=names,
        ),
    )
    out = list(found)
    out[read[0]] = replace(out[read[0]], notes=(*out[read[0]].notes, note))
    return out


def _with_other_sheets(found: list[Recognised], data: Sequence[bool]) -> list[Recognised]:
    """Return the sheets, those without a patient column looked at again by the patients of the others.

    Where no sheet of the workbook names a patient, rows may stand for patients.
    """
    known = frozenset(text for one in found if one.tables for text in _patients(one))
    again = []
    recode: dict[str, str] | None = None if known else {}
    for one, is_data in zip(found, data, strict=True):
        new = one
        if is_data and not one.tables and one.why_not == NO_PATIENT:
            new = recognise_plain(one.table, known=known, ask=False, recode=recode)
        again.append(new if new.tables else one)
    if any(one.tables for one in again):
        return again
    nameless = [is_data and one.why_not == NO_PATIENT for one, is_data in zip(again, data, strict=True)]
    return _by_shared_key(again, nameless) or _one_per_patient(again, nameless) or _by_cells(again, nameless)


def _by_shared_key(found: list[Recognised], nameless: Sequence[bool]) -> list[Recognised] | None:
    """Return the sheets with the column that joins them as the patient; None without such a column."""
    tables = with_shared_key([one.table for one, is_one in zip(found, nameless, strict=True) if is_one])
    made = iter([None if table is None else recognise_plain(table) for table in tables])
    out = [next(made) or one if is_one else one for one, is_one in zip(found, nameless, strict=True)]
    first = next((i for i, one in enumerate(out) if one.tables), None)
    if first is None:
        return None
    name = next(iter(out[first].table.written.values()))
    for i, one in enumerate(out):
        if nameless[i] and one.tables:
            out[i] = replace(one, questions=(*one.questions, _is_who(found[i].table, name)))
    note = (
        "id.shared",
        say(
            "No heading names the patient; “{name}” was taken for it: it has another code on "
            "each row of one sheet, and the other sheets refer to these. Say in the mapping "
            "which column it is if this is wrong.",
            name=name,
        ),
    )
    out[first] = replace(out[first], notes=(*out[first].notes, note))
    return out


def _is_who(table: SheetTable, name: str) -> Question:
    columns = [table.name_of(c) for c in named_columns(table.columns)]
    options = (name, *(text for text in columns if text != name), ROWS_AS_PATIENTS)
    text = say(
        "No heading of sheet “{sheet}” names the patient. Is it “{name}”, as other sheets have it?",
        sheet=table.sheet,
        name=name,
    )
    return Question("patient", table.sheet, "", text, options, name)


def _by_cells(found: Sequence[Recognised], nameless: Sequence[bool]) -> list[Recognised]:
    """Return the sheets, those without a patient column by their cells, then by the patients so found."""
    out = [
        recognise_plain(one.table, ask=True) if is_one else one
        for one, is_one in zip(found, nameless, strict=True)
    ]
    known = frozenset(text for one in out if one.tables for text in _patients(one))
    if not known:
        return out
    again = (recognise_plain(one.table, known=known) if one.why_not == NO_PATIENT else one for one in out)
    return [new if new.tables else one for one, new in zip(out, again, strict=True)]


def _one_per_patient(found: list[Recognised], nameless: Sequence[bool]) -> list[Recognised] | None:
    """Return the sheets with each as one patient, where several have the same headings and rows in time."""
    tables = with_patients([one.table for one, is_one in zip(found, nameless, strict=True) if is_one])
    made = iter(
        [
            None if table is None else recognise_tests_in_rows(table) or recognise_plain(table)
            for table in tables
        ]
    )
    out = [next(made) or one if is_one else one for one, is_one in zip(found, nameless, strict=True)]
    times = [set(one.fields.get("measurements", ())) & {"VISIT", "ADT", "ADY"} for one in out]
    if not any(times) and not any(p.visit for one in out for p in one.parameters):
        return None  # without a time it may be a summary on each sheet
    note = (
        "id.sheet_names",
        "No column names the patient, and several sheets have the same headings: each sheet was taken for "
        "one patient.",
    )
    first = next((i for i, one in enumerate(out) if one.tables), 0)
    out[first] = replace(out[first], notes=(*out[first].notes, note))
    return out


def _patients(found: Recognised) -> Iterator[str]:
    for one in found.fields.values():
        for column in one.get("USUBJID", ())[:1]:
            yield from (text.strip() for text in column.cells.unique_texts if text.strip())


def with_date_order(found: Recognised, date_order: Order | None) -> Recognised:
    """Return a sheet, and its parts, with the order of day and month that the user gave."""
    parts = tuple(replace(part, date_order=date_order) for part in found.parts)
    return replace(found, date_order=date_order, parts=parts)


def _below_first_row(sheet: Sheet) -> SheetTable:
    """Return a sheet that is no data as the rows below its first filled one."""
    rows = sheet.filled_rows()
    return SheetTable(sheet.name, int(rows[0]) + 1 + sheet.above, rows[1:] + 1 + sheet.above, ())


def _describes(sheet: Sheet, guide: Guide) -> str | None:
    return guide.describing.get(sheet.name) or find_describing(sheet)


def _not_data(sheet: Sheet, table: SheetTable, guide: Guide) -> str | None:
    """Return why a sheet is not one of data; None when it may be."""
    about = _describes(sheet, guide)
    if about is None and (row := patients_in_columns(sheet)) is not None:
        return say(
            "{patients_in_columns} (row {above} holds their numbers): {transpose}",
            patients_in_columns=PATIENTS_IN_COLUMNS,
            above=row + 1 + sheet.above,
            transpose=TRANSPOSE,
        )
    if about is not None or table.columns:
        return about
    if not len(table):
        return EMPTY
    return NO_HEADINGS if _looks_like_data(sheet) else NO_TABLE


EMPTY, NO_TABLE = say("the sheet is empty"), say("text, not a table")

PATIENTS_IN_COLUMNS = "its patients stand side by side, a column each"
TRANSPOSE = "transpose it in Excel (copy, Paste Special, Transpose), so that each patient has rows"

NO_HEADINGS = "it has no row of headings: say in the mapping what its columns are"
"""Why a sheet that starts with its data is not read."""


def _looks_like_data(sheet: Sheet) -> bool:
    """Return whether a sheet without headings holds numbers or dates in some column, and several columns."""
    several = sum(not column.is_blank for column in sheet.columns) > 2
    return several and any(column.share(NUMBER) + column.share(DATE) > 0.5 for column in sheet.columns)


def _with_hidden(found: Recognised) -> Recognised:
    """Return a sheet in CDISC form with the columns that identify a person as hidden: sponsors add INVNAM."""
    read = {c.letter for one in found.fields.values() for columns in one.values() for c in columns}
    read |= {c.letter for c in found.hidden}
    own = tuple(c for c in found.table.columns if c.letter not in read and is_identity(c))
    return replace(found, hidden=(*found.hidden, *own))


def _recognise(table: SheetTable, guide: Guide, findings: Findings) -> Recognised:
    if is_redcap(table):
        return recognise_redcap(table, guide, findings)
    named = with_subject(with_names(without_blank_patients(table)))
    standard = recognise_adam(named, findings) or recognise_sdtm(named)
    if standard is not None:
        return _with_hidden(standard)
    plain = with_plain_headings(table)
    in_width = recognise_groups(plain) or recognise_tests_in_rows(plain) or recognise_records_by_visit(plain)
    return in_width or with_people_in_rows(recognise_edc(plain, findings) or recognise_plain(plain))
