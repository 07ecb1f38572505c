"""A spreadsheet file → a `Study` and a load report: the order of the work."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np

from sscviewer.model.load_report import LoadReport, Source
from sscviewer.model.questions import Answer, Answers, Question, with_answers
from sscviewer.model.sentence import say
from sscviewer.model.study import Study
from sscviewer.on_disk import when_answered
from sscviewer.workbook.assemble import assemble_study
from sscviewer.workbook.columns_report import report_not_read
from sscviewer.workbook.container import Container, open_container
from sscviewer.workbook.contradictions.found import FVC_TOLERANCE
from sscviewer.workbook.contradictions.row_checks import OWN_FILE, own_checks
from sscviewer.workbook.evidence.columns.profiles import profile
from sscviewer.workbook.evidence.patients.patient import ROWS_AS_PATIENTS, named_columns, row_examples
from sscviewer.workbook.evidence.sheets.recognised import NO_PATIENT, NOTHING_KNOWN, Recognised
from sscviewer.workbook.evidence.sheets.rows_of_people import may_be_patients, points_to_people
from sscviewer.workbook.evidence.tables.several_tables import divided
from sscviewer.workbook.evidence.words.patient_words import NUMBERS
from sscviewer.workbook.evidence.words.tokens import english
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.layouts.recognise_sheets import (
    EMPTY,
    NO_HEADINGS,
    NO_TABLE,
    PATIENTS_IN_COLUMNS,
    with_date_order,
)
from sscviewer.workbook.layouts.sdtm import merge_supplement
from sscviewer.workbook.mapping.apply import apply_mapping, keep_as_written, with_ways
from sscviewer.workbook.mapping.as_said import recognise_as_said
from sscviewer.workbook.mapping.mapping import DATE_ORDER, Mapping
from sscviewer.workbook.mapping.unrecognised import Unrecognised
from sscviewer.workbook.reading import read_workbook
from sscviewer.workbook.report import make_report
from sscviewer.workbook.rows.patient_case import one_case
from sscviewer.workbook.rows.patient_zeros import restore_zeros
from sscviewer.workbook.rows_not_used import rows_not_used
from sscviewer.workbook.sheet_reader import SheetResult, make_context, read_sheet
from sscviewer.workbook.steps import Cancelled, Progress, Steps
from sscviewer.workbook.unseen_findings import report_unseen
from sscviewer.workbook.unusable import UnusableFile
from sscviewer.workbook.values.cells import Sheet, make_sheets
from sscviewer.workbook.values.date_order import ORDERS, DateOrder
from sscviewer.workbook.values.vocabulary import value_words
from sscviewer.workbook.values.words import key, words


@dataclass(frozen=True, slots=True)
class Loaded:
    """A trial and how it was read.

    Attributes
    ----------
    mapping
        The mapping by which it was read.
    shape
        The key under which a mapping for such workbooks is kept.
    """

    study: Study
    report: LoadReport
    mapping: Mapping
    shape: str


def load_study(
    path: str | Path,
    *,
    mapping: Mapping | None = None,
    library: Path | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    password: str | None = None,
    date_order: DateOrder | None = None,
    answers: Answers = (),
    fvc_tolerance: float = FVC_TOLERANCE,
    checks: Path | None = None,
) -> Loaded:
    """Read a workbook, or a folder or archive of the tables of one study.

    Parameters
    ----------
    path
        The file or folder; it is opened once, for reading only.
    mapping
        Which sheet and column is what; None to recognise it.
    library
        Folder of mappings that were saved for workbooks of a shape; one that fits is used.
    progress
        Called with what is being done and which part of the work is done (0 to 1).
    cancelled
        Asked often; when it returns True, loading stops.
    password
        Of an encrypted workbook.
    date_order
        "dmy" or "mdy" for dates such as 03/04/2007 in columns whose dates do not tell; None leaves it to
        the mapping, without one day first is taken and said.
    answers
        What was said to questions about the file; they go before those of the mapping.
    fvc_tolerance
        Points by which FVC % predicted may differ from what the litres say by NHANES III.
    checks
        File of the user's own checks; None for the one that lies in the library, if any.

    Raises
    ------
    PasswordNeeded
        If the file is encrypted and the password is missing or wrong.
    UnusableFile
        If the file cannot be used; its text is one sentence for the user.
    LoadCancelled
        If `cancelled` said so.
    """
    step = Steps(progress, cancelled)
    findings = Findings()
    container, sheets = read_cells(Path(path), findings, step, step.cancelled, password)
    if date_order:
        answers = with_answers(answers, (Answer(DATE_ORDER, "", "", date_order),))
    recognised, shape, said = recognise_as_said(sheets, mapping, library, answers, findings)
    applied = apply_mapping(said, sheets, recognised, findings)
    in_force = replace(applied.mapping, groups=said.groups, date_order=said.date_order, answers=said.answers)
    recognised = [
        with_date_order(found, ORDERS[said.date_order] if said.date_order else None)
        for found in one_case(restore_zeros(applied.recognised, findings), findings)
    ]
    if not any(r.tables for r in recognised):
        misfit = next((i.message for i in findings.issues() if i.code.startswith("mapping.")), "")
        sentence = (
            say("The mapping does not fit “{name}”. {misfit}", name=container.name, misfit=misfit)
            if said.sheets and misfit
            else ""
        )
        error = Unrecognised(sentence or _nothing_usable(container.name, recognised), in_force, shape)
        error.source, error.questions = _source(container), tuple(_what_to_ask(recognised))
        raise error
    _report_sheets(sheets, recognised, findings)
    synthetic = _is_synthetic(sheets, recognised)
    sheets = tuple(sheet.without_rows() for sheet in sheets)  # the tables hold what is read of them
    results = _read_all(recognised, findings, step)
    keep_as_written(applied, results)
    step(say("Checking the trial"), 0.8)
    own, unusable = own_checks(checks or (library / OWN_FILE if library else None))
    findings.extend(unusable)
    study = assemble_study(
        container, results, findings, is_synthetic=synthetic, fvc_tolerance=fvc_tolerance, own=own
    )
    report_unseen(sheets, recognised, results, findings)
    report_not_read(recognised, results, findings)
    study = with_ways(replace(study, issues=findings.issues()), in_force)
    step(say("Done"), 1.0)
    report = make_report(study, recognised, results, _questions(recognised, findings))
    return Loaded(study, report, in_force, shape)


def _questions(recognised: list[Recognised], findings: Findings) -> tuple[Question, ...]:
    """Return what a person would ask about the file, in the order of its sheets."""
    asked = [question for found in recognised for question in found.questions]
    listed = [found for found in recognised if not found.tables and _has_numbers(found)]
    return (*asked, *findings.questions(), *_what_to_ask(listed))


def _has_numbers(found: Recognised) -> bool:
    """Return whether a sheet that was not read numbers its rows by codes, which may be those of patients."""
    return any(
        set(english(c.heading.written)) & NUMBERS
        and profile(c.cells).kind == "code"
        and profile(c.cells).is_unique
        for c in found.table.columns
    )


def read_cells(
    path: Path,
    findings: Findings,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    password: str | None = None,
) -> tuple[Container, tuple[Sheet, ...]]:
    """Read the cells of a file (raises as `load_study`)."""
    step = Steps(progress, cancelled)
    container = when_answered(partial(open_container, path), step.waiting)
    try:
        return _read_sheets(container, findings, step, password)
    except UnusableFile as error:
        error.source = _source(container)
        raise


def _source(container: Container) -> Source:
    return Source(container.name, container.sha256, container.size, container.kind)


def _read_sheets(
    container: Container, findings: Findings, step: Steps, password: str | None
) -> tuple[Container, tuple[Sheet, ...]]:
    """Return the container, its kind now known for certain, and the sheets."""
    step(say("Reading the cells"), 0.1)
    found = read_workbook(container, step.cancelled, password)
    for note in found.notes:
        findings.add(*note)
    sheets = divided(make_sheets(found.sheets), findings)
    return replace(container, kind=found.kind), sheets


def _report_sheets(sheets: tuple[Sheet, ...], recognised: list[Recognised], findings: Findings) -> None:
    """Say which sheets are not read, which have no rows, which are hidden, which columns are not read."""
    for sheet, found in zip(sheets, recognised, strict=True):
        rows = len(found.table)
        if not found.tables:
            why, which = found.why_not, rows_not_used(found.table)
            findings.add(
                "info",
                "sheet.ignored",
                say("Sheet “{name}” was not read ({why}){rows}.", name=sheet.name, why=why, rows=which),
                sheet=sheet.name,
            )
        elif not rows:
            findings.add(
                "info",
                "sheet.no_rows",
                say("Sheet “{name}” has headings but no rows.", name=sheet.name),
                sheet=sheet.name,
            )
        if not sheet.visible and rows:
            findings.add(
                "info",
                "sheet.hidden",
                say("Sheet “{name}” is hidden in Excel; it was looked at too.", name=sheet.name),
                sheet=sheet.name,
            )
        for code, sentence in found.notes:
            findings.add("warning", code, sentence, sheet=sheet.name)
        for column in found.hidden:
            findings.add(
                "info",
                "privacy.hidden",
                say(
                    "Column “{heading}” may identify a person and was not read.",
                    heading=column.heading.written,
                ),
                sheet=sheet.name,
                cell=f"{column.letter}{found.table.header_row}",
            )


def _nothing_usable(name: str, recognised: list[Recognised]) -> str:
    """Return why no sheet is read: what is nearest to data decides which advice helps."""
    by_reason: dict[str, list[str]] = {}
    for found in recognised:
        by_reason.setdefault(found.why_not or "", []).append(found.table.sheet)
    sideways = next((why for why in by_reason if why.startswith(PATIENTS_IN_COLUMNS)), "")
    if patients := by_reason.get(NOTHING_KNOWN):
        return say(
            "“{name}” has patients on sheet “{patients}”, but no other column that we recognise: "
            "give the columns headings such as “Visit”, “Date”, “FVC (L)” or “Adverse event” and "
            "open it again.",
            name=name,
            patients=patients[0],
        )
    if sideways:
        return say(
            "“{name}”, sheet “{by_reason}”: {sideways}; then open it again.",
            name=name,
            by_reason=by_reason[sideways][0],
            sideways=sideways,
        )
    if (unnamed := by_reason.get(NO_HEADINGS)) and NO_PATIENT not in by_reason:
        return say(
            "“{name}” has no row of headings on sheet “{unnamed}”: write above its columns what "
            "they are, “Subject”, “Visit” and so on, and open it again, or say it in File, Map "
            "columns.",
            name=name,
            unnamed=unnamed[0],
        )
    if set(by_reason) <= {NO_TABLE, EMPTY, NO_PATIENT} and not any(_asks_who(found) for found in recognised):
        listed = ", ".join(f"“{r.table.sheet}”" for r in recognised)
        return say(
            "“{name}” holds no table of patients that we recognise (looked at: {listed}): choose "
            "the workbook of the trial, or say in File, Map columns which column names the "
            "patient.",
            name=name,
            listed=listed,
        )
    looked = ", ".join(f"“{r.table.sheet}”" for r in recognised)
    return say(
        "“{name}” has no column of patient numbers that we recognise on any sheet (looked "
        "at: {looked}): name that column “Subject” or “Patient ID” in the row of headings "
        "and open it again, or say in File, Map columns that each row is a patient.",
        name=name,
        looked=looked,
    )


def _asks_who(found: Recognised) -> bool:
    """Return whether a person would ask who the patients of a sheet without their column are."""
    if found.why_not != NO_PATIENT:
        return False
    return points_to_people(found.table.columns) or may_be_patients(found.table.columns)


_ROLES = ("patients", "visits and measurements", "adverse events", "doses", "medication", "end of study")


def _what_to_ask(recognised: list[Recognised]) -> Iterator[Question]:
    """Return the questions whose answers would make a file usable in which nothing was recognised."""
    for found in recognised:
        sheet, columns = found.table.sheet, found.table.columns
        named = named_columns([c for c in columns if c not in found.hidden])
        if named and _asks_who(found):
            text = say(
                "Which column of sheet “{sheet}” names the patient? Or is each row a patient?", sheet=sheet
            )
            headings = (found.table.name_of(c) for c in named)
            examples = row_examples(found.table, named)
            yield Question("patient", sheet, "", text, (*headings, ROWS_AS_PATIENTS), examples=examples)
        elif found.why_not == NOTHING_KNOWN:
            text = say(
                "Sheet “{sheet}” names patients and nothing else that we know: what are its rows?",
                sheet=sheet,
            )
            yield Question("role", sheet, "", text, _ROLES)
        elif found.why_not == NO_HEADINGS:
            text = say("Sheet “{sheet}” has no row of headings: what are its columns?", sheet=sheet)
            yield Question("headings", sheet, "", text, ())


def _read_all(recognised: list[Recognised], findings: Findings, step: Steps) -> dict[str, SheetResult]:
    """Return what each sheet gave, by sheet; SUPP-- sheets after their parents."""
    results: dict[str, SheetResult] = {}
    readable = [r for r in recognised if r.tables]
    for i, found in enumerate(r for r in readable if "supplement" not in r.fields):
        step(say("Reading sheet {sheet}", sheet=found.table.sheet), 0.5 + 0.3 * i / len(readable))
        results[found.table.sheet] = read_sheet(found, findings)
    for found in (r for r in readable if "supplement" in r.fields):
        results[found.table.sheet] = _read_supplement(found, results, findings)
    return results


def _read_supplement(found: Recognised, results: dict[str, SheetResult], findings: Findings) -> SheetResult:
    rows = len(found.table)
    context, cut = make_context(found, findings)
    domain, target = found.domain.removeprefix("SUPP"), found.tables[0]
    parent = next((r for r in results.values() if r.recognised.domain == domain), None)
    used = np.zeros(len(context.table), dtype=bool)
    if parent is not None:
        fields = cut.fields["supplement"]
        parent.frames[target], used = merge_supplement(context, fields, parent.table, parent.frames[target])
    for row in np.flatnonzero(~used).tolist():
        findings.add(
            "warning",
            "supplement.no_parent",
            f"Row {context.table.rows[row]} belongs to a record that is not in the file and was not used.",
            sheet=context.table.sheet,
            cell=context.table.cell(context.table.columns[0].letter, row),
            usubjid=context.usubjid[row],
        )
    return SheetResult(cut, context.table, used, rows)


def _is_synthetic(sheets: tuple[Sheet, ...], recognised: list[Recognised]) -> bool:
    """Return whether a sheet of text says that the patients are not real."""
    said = set(value_words("synthetic"))
    for sheet, found in zip(sheets, recognised, strict=True):
        if not found.tables:
            texts = (text for column in sheet.columns for text in column.unique_texts)
            if any(key(word) in said for text in texts for word in words(text).split()):
                return True
    return False
