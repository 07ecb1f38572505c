"""One recognised sheet → rows for the tables it feeds, and what became of each of its rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.model.sentence import say
from sscviewer.model.tables import TABLES
from sscviewer.workbook.evidence.columns.export_frame import export_frame
from sscviewer.workbook.evidence.sheets.recognised import Fields, Recognised, rows_of
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.measurements.read_values import read_by_column, read_by_row, read_findings
from sscviewer.workbook.row_numbers import rows_in_words
from sscviewer.workbook.rows.fields import SheetContext
from sscviewer.workbook.rows.patient_ids import find_named_rows, report_changed_ids
from sscviewer.workbook.rows.record_words import extra_columns
from sscviewer.workbook.rows.records import SUBJECT_DATES, cell_letters, read_records, read_subject_dates
from sscviewer.workbook.values.dates_in_cells import common_order
from sscviewer.workbook.values.day_numbers import calendar_of
from sscviewer.workbook.values.swapped_dates import swapped_dates
from sscviewer.workbook.values.vocabulary import standard

Mask = npt.NDArray[np.bool_]
Texts = npt.NDArray[np.object_]

_NOT_SO = (
    ("OCCUR", ("N", "NO"), "what it names did not occur"),
    ("STAT", ("NOT DONE",), "nobody asked (NOT DONE)"),
    ("MOOD", ("SCHEDULED",), "what it names was planned and not done (SCHEDULED)"),
)
"""Variables of SDTM's events and interventions by their last letters, the cells with which a record tells of
nothing that happened, and the words for it."""

_OF_RECORDS = re.compile(r"^(AE|CM|EX|EC|MH|CE|PR)(OCCUR|STAT|MOOD)$")


@dataclass(slots=True)
class SheetResult:
    """What a sheet gave.

    Attributes
    ----------
    table
        The sheet's rows that name a patient.
    used
        (n,) bool, which of them went into a table.
    rows
        All data rows of the sheet, with or without a patient.
    frames
        Rows by table; each has ROW, its place in `table`.
    cells
        For each table the letter of the sheet's column behind each of its columns.
    extra
        Columns of the patients that are in no vocabulary, by the name they got.
    said
        What every row says about its patient (sex, date of birth, age), repeated rows included.
    """

    recognised: Recognised
    table: SheetTable
    used: Mask
    rows: int
    frames: dict[str, pd.DataFrame] = field(default_factory=dict)
    subject_dates: pd.DataFrame | None = None
    cells: dict[str, dict[str, str]] = field(default_factory=dict)
    extra: dict[str, Column] = field(default_factory=dict)
    said: pd.DataFrame | None = None


def make_context(recognised: Recognised, findings: Findings) -> tuple[SheetContext, Recognised]:
    """Return the context of the rows that name a patient and happened, and the sheet cut down to them.

    Every other row gets an issue.
    """
    table = recognised.table
    patient = next(iter(recognised.fields.values()))["USUBJID"][0]
    texts = patient.cells.map(str.strip)
    named = find_named_rows(table, patient, findings)
    report_changed_ids(table, patient, findings)
    named &= _occurred(table, texts, findings)
    columns = list(_dates(recognised))
    _report_swapped(table, columns, findings)
    texts_of = (column.cells.unique_texts for column in columns)
    orders = common_order(texts_of), recognised.date_order, calendar_of(column.cells for column in columns)
    if named.all():
        return SheetContext(table, texts, findings, *orders), recognised
    cut = rows_of(recognised, np.flatnonzero(named))
    return SheetContext(cut.table, texts[named], findings, *orders), cut


def _report_swapped(table: SheetTable, columns: list[Column], findings: Findings) -> None:
    """Say that true dates beside dates as text look as if a spreadsheet had swapped day and month."""
    found = swapped_dates(column.cells for column in columns)
    if found is None:
        return
    of_date = ((c, np.flatnonzero(c.cells.texts == found.iso)) for c in columns)
    column, rows = next(((c, rows) for c, rows in of_date if len(rows)), (columns[0], [0]))
    year, day, month = found.iso.split("-")
    findings.add(
        "warning",
        "date.swapped",
        say(
            "Dates are written in two ways: {n_texts} as text, all with a day above 12 "
            "(“{text}”), and {n_dates} as true dates, none with a day above 12: day and month of "
            "these were probably swapped when a spreadsheet opened the file, so that {iso} would "
            "be {year}-{month}-{day}. They are read as they stand; import the file again with "
            "the order of its dates, or correct them.",
            n_texts=found.n_texts,
            text=found.text,
            n_dates=found.n_dates,
            iso=found.iso,
            year=year,
            month=month,
            day=day,
        ),
        sheet=table.sheet,
        cell=table.cell(column.letter, int(rows[0])),
    )


def _dates(recognised: Recognised) -> Iterator[Column]:
    """Return the columns of dates, each of which may tell how the others are written."""
    for name, fields in recognised.fields.items():
        dates = {c.name for c in TABLES.get(name, ()) if c.kind == "date"}
        for field_name, columns in fields.items():
            if field_name in dates:
                yield from columns


def _occurred(table: SheetTable, usubjid: Texts, findings: Findings) -> Mask:
    """Return which rows happened: SDTM says of some that what was asked about, or planned, did not."""
    happened = np.ones(len(table), dtype=bool)
    for variable, cells, why in _NOT_SO:
        for column in (c for c in table.columns if _OF_RECORDS.match(c.heading.written.strip().upper())):
            if not column.heading.written.strip().upper().endswith(variable):
                continue
            no = np.isin(column.cells.map(lambda text: text.strip().upper()), cells) & happened
            happened &= ~no
            _report_not_occurred(table, column, no, usubjid, findings, why)
    return happened


def _report_not_occurred(
    table: SheetTable, column: Column, no: Mask, usubjid: Texts, findings: Findings, why: str
) -> None:
    """Name the rows that did not happen, in one finding for a sheet of many."""
    rows = np.flatnonzero(no)
    if not len(rows):
        return
    one = len(rows) == 1
    findings.add(
        "info",
        "row.did_not_occur",
        say(
            "{rows} {say} that {why}, and {were} not used.",
            rows=rows_in_words(table.rows[rows].tolist()),
            say=say("says") if one else say("say"),
            why=why,
            were=say("was") if one else say("were"),
        ),
        sheet=table.sheet,
        cell=table.cell(column.letter, int(rows[0])),
        usubjid=usubjid[rows[0]] if one else "",
    )


def read_sheet(recognised: Recognised, findings: Findings) -> SheetResult:
    """Return what a sheet holds (not for SUPP-- sheets, which need their parent)."""
    if recognised.parts:
        return _read_parts(recognised, findings)
    rows = len(recognised.table)
    context, recognised = make_context(recognised, findings)
    result = SheetResult(recognised, context.table, np.ones(len(context.table), dtype=bool), rows)
    for name, fields in recognised.fields.items():
        result.cells[name] = cell_letters(fields, {c.name for c in TABLES[name]} | set(SUBJECT_DATES))
        if name == "measurements":
            result.frames[name] = _read_values(context, recognised, fields)
            continue
        frame = read_records(name, context, fields, recognised.domain)
        frame = frame.assign(ROW=np.arange(len(frame)))
        if name == "subjects":
            frame = _read_subjects(context, recognised, fields, frame, result)
        else:
            result.subject_dates = read_subject_dates(context, fields)
            if len(recognised.fields) > 1:
                frame = _that_happened(name, frame)
            elif name in _LISTS:
                frame = _without_nothing(name, frame, context, result)
        result.frames[name] = frame
    return result


_SAID_IN = {
    "adverse_events": ("AETERM", "AEDECOD"),
    "exposure": ("EXDOSE", "EXDAILY"),
    "medications": ("CMTRT", "CMDECOD"),
    "history": ("MHTERM", "MHDECOD"),
    "disposition": ("EOSSTT", "DSDECOD", "DSTERM"),
}
"""What says that a row is a record of a table at all, on a sheet that holds other things as well."""


def _that_happened(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the records of a sheet of several kinds: a visit on which nothing is written is no event."""
    said = [column for column in _SAID_IN.get(name, ()) if column in frame]
    if not said:
        return frame
    return frame[np.any([frame[c].map(_says_something) for c in said], axis=0)]


_LISTS = ("adverse_events", "medications", "history")


def _without_nothing(
    name: str, frame: pd.DataFrame, context: SheetContext, result: SheetResult
) -> pd.DataFrame:
    """Return the records of a list without rows that only say of a patient that there is nothing to list.

    Such a patient is one of the trial all the same.
    """
    terms = [column for column in _SAID_IN[name] if column in frame]
    others = [c for c in ("ASTDT", "AENDT", "AETOXGR", "AESEV", "AESER", "CMDOSE") if c in frame]
    is_nothing = np.all([frame[c].map(_is_nothing) for c in terms], axis=0)
    is_nothing &= np.any([frame[c].map(str).str.strip() != "" for c in terms], axis=0)
    for column in others:
        is_nothing &= (frame[column].isna() | (frame[column].astype(str) == "")).to_numpy()
    rows = np.flatnonzero(is_nothing)
    if not len(rows):
        return frame
    result.used[rows] = False
    result.frames["subjects"] = frame.iloc[rows][["USUBJID", "SRCREF", "ROW"]].drop_duplicates("USUBJID")
    context.findings.add(
        "info",
        "row.nothing_listed",
        say(
            "{rows}: “{word}” says that there was nothing to list of the patient, and is no record.",
            rows=rows_in_words(context.table.rows[rows].tolist()),
            word=frame[terms[0]].iloc[rows[0]],
        ),
        sheet=context.table.sheet,
        cell=context.table.cell(context.table.columns[0].letter, int(rows[0])),
    )
    kept: pd.DataFrame = frame[~is_nothing]
    return kept


def _is_nothing(text: object) -> bool:
    return not isinstance(text, str) or _says_none(text)


def _says_something(value: str | float | None) -> bool:
    return bool(pd.notna(value)) and not _says_none(str(value))


def _says_none(text: str) -> bool:
    return standard("nothing", text, "") != "" or not text.strip(" -./")


def _read_parts(recognised: Recognised, findings: Findings) -> SheetResult:
    """Return what all parts of a sheet hold together."""
    table = recognised.table
    result = SheetResult(recognised, table, np.zeros(len(table), dtype=bool), len(table))
    dates = []
    for part in recognised.parts:
        one = read_sheet(part, findings)
        result.used |= np.isin(table.rows, one.table.rows[one.used])
        for name, frame in one.frames.items():
            rows = one.table.rows[frame["ROW"].to_numpy(dtype=np.int64)]
            frame = frame.assign(ROW=np.searchsorted(table.rows, rows))
            before = [result.frames[name]] if name in result.frames else []
            result.frames[name] = pd.concat([*before, frame], ignore_index=True)
        for name, letters in one.cells.items():
            result.cells[name] = letters | result.cells.get(name, {})
        result.extra |= one.extra
        result.said = one.said if result.said is None else result.said
        dates += [] if one.subject_dates is None else [one.subject_dates]
    result.subject_dates = pd.concat(dates, ignore_index=True) if dates else None
    return result


def _read_values(context: SheetContext, recognised: Recognised, fields: Fields) -> pd.DataFrame:
    if recognised.layout == "sdtm" or recognised.domain == "BDS":
        return read_findings(context, fields, recognised.domain)
    if recognised.parameters:
        return read_by_column(context, fields, recognised.parameters)
    return read_by_row(context, fields, "lab" if "lab" in context.table.sheet.casefold() else "other")


_MOST_TOLD = 5
"""More patients than these who stand twice are told of in one sentence, with their rows."""


def _tell_again(context: SheetContext, patient: Column, rows: list[int]) -> None:
    """Tell of the rows of a list of patients that name a patient of an earlier row, and are not used."""
    sheet, number = context.table.sheet, context.table.rows
    if len(rows) > _MOST_TOLD:
        n = len({context.usubjid[row] for row in rows})
        context.findings.add(
            "error",
            "subject.duplicate",
            say(
                "{n} patients are on this sheet more than once; the first row of each is used. "
                "{rows} ({n_rows}) are not.",
                n=n,
                rows=rows_in_words([number[row] for row in rows]),
                n_rows=len(rows),
            ),
            sheet=sheet,
            cell=context.table.cell(patient.letter, rows[0]),
        )
        return
    for row in rows:
        context.findings.add(
            "error",
            "subject.duplicate",
            say(
                "Patient {usubjid} is on this sheet more than once; the first row is used, row "
                "{number} is not.",
                usubjid=context.usubjid[row],
                number=number[row],
            ),
            sheet=sheet,
            cell=context.table.cell(patient.letter, row),
            usubjid=context.usubjid[row],
        )


def _read_subjects(
    context: SheetContext, recognised: Recognised, fields: Fields, frame: pd.DataFrame, result: SheetResult
) -> pd.DataFrame:
    """Return one row per patient, the first; report the others."""
    used = {c.letter for columns in fields.values() for c in columns}
    used |= {p.column.letter for p in recognised.parameters} | {c.letter for c in recognised.hidden}
    used |= export_frame(context.table.columns, of_edc=recognised.layout == "edc")
    extra = extra_columns(context, used, {c.name for c in TABLES["subjects"]})
    frame = frame.assign(**{name: column.cells.texts for name, column in extra.items()})
    result.extra = extra
    result.cells["subjects"] |= {name: column.letter for name, column in extra.items()}
    again = frame["USUBJID"].duplicated().to_numpy()
    result.said = frame[[name for name in ("USUBJID", "SRCREF", "SEX", "BRTHDTC", "AGE") if name in frame]]
    if len(recognised.fields) > 1:
        return frame[~again]
    _tell_again(context, fields["USUBJID"][0], np.flatnonzero(again).tolist())
    result.used &= ~again
    return frame[~again]
