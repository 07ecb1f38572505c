"""The rows of all sheets → one checked `Study`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from sscviewer.model.arrays import Bools
from sscviewer.model.load_report import Source
from sscviewer.model.parameters import Parameter
from sscviewer.model.sentence import say
from sscviewer.model.study import CellMap, Study, build_study
from sscviewer.model.tables import CARRIED, TABLES
from sscviewer.workbook.container import Container
from sscviewer.workbook.contradictions.found import FVC_TOLERANCE, ContradictionRule, Read
from sscviewer.workbook.contradictions.rules import check_study
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.measurements.measured import check_values
from sscviewer.workbook.measurements.parameters import settle_parameters
from sscviewer.workbook.rows.records import SUBJECT_DATES
from sscviewer.workbook.rows.several_sheets import drop_repeated_visits, fill_subjects, with_dates_of_visits
from sscviewer.workbook.rows.visit_order import with_visits_in_order
from sscviewer.workbook.settling.ages import with_ages_by_birth
from sscviewer.workbook.settling.doses import settle_doses
from sscviewer.workbook.settling.open_doses import end_open_doses
from sscviewer.workbook.settling.patients import CellOf, settle_patients
from sscviewer.workbook.settling.study_drug import QUESTION, LogAsked, medication_cells, settle_study_drug
from sscviewer.workbook.sheet_reader import SheetResult


def assemble_study(
    container: Container,
    results: Mapping[str, SheetResult],
    findings: Findings,
    *,
    is_synthetic: bool,
    fvc_tolerance: float = FVC_TOLERANCE,
    own: tuple[ContradictionRule, ...] = (),
) -> Study:
    """Return the study made of what the sheets gave."""
    tables = {name: _table(name, results.values()) for name in TABLES}
    listed = _listed(results.values())
    for result in results.values():
        result.frames.clear()  # the tables hold all rows now: both would be too much memory
    tables["subjects"] = fill_subjects(tables["subjects"])
    tables["visits"] = drop_repeated_visits(tables["visits"])
    parameters: tuple[Parameter, ...] = ()
    if len(tables["measurements"]):
        tables["measurements"], parameters = settle_parameters(tables["measurements"], findings)
        tables["measurements"] = check_values(tables["measurements"], parameters, findings)
        tables |= _carried_apart(tables["measurements"])
        have = set(tables["measurements"]["PARAMCD"].unique())
        parameters = tuple(p for p in parameters if p.paramcd in have)
    tables["measurements"] = with_dates_of_visits(tables["measurements"], tables["visits"], findings)
    repeated = report_repeated_rows(results.values(), findings)
    tables["exposure"] = settle_doses(tables["exposure"], repeated, _arms(tables["subjects"]), findings)
    tables["subjects"] = _with_subject_dates(tables["subjects"], results.values())
    tables = settle_study_drug(tables, _log_asked(tables, results, container.name), findings)
    tables["exposure"] = end_open_doses(tables, findings)
    cells = _cells(results)
    tables["subjects"] = settle_patients(tables["subjects"], _finder(cells), findings)
    source = Source(container.name, container.sha256, container.size, container.kind)
    filled = [name for name, frame in tables.items() if len(frame)]
    study = build_study(
        ((name, tables.pop(name).drop(columns="ROW", errors="ignore")) for name in filled),
        parameters,
        source=source,
        cells=cells,
        is_synthetic=is_synthetic,
    )
    study = with_visits_in_order(with_ages_by_birth(study, findings), findings)
    said = tuple(r.said for r in results.values() if r.said is not None)
    findings.extend(check_study(Read(study, listed, said, fvc_tolerance, own)))
    return replace(study, issues=findings.issues())


def _carried_apart(measurements: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return the measurements without the rows whose value the file carries forward, and these."""
    if "DTYPE" not in measurements:
        return {"measurements": measurements}
    carried = measurements["DTYPE"] == CARRIED
    columns = [c.name for c in TABLES["carried_values"] if c.name in measurements]
    observed = measurements[~carried].reset_index(drop=True)
    return {"measurements": observed, "carried_values": measurements.loc[carried, columns]}


def _listed(results: Iterable[SheetResult]) -> set[str]:
    """Return who is on a list of patients; sheets that repeat the patient on each row are no such lists."""
    of_patients = [r for r in results if "subjects" in r.recognised.tables and "subjects" in r.frames]
    lists = [r for r in of_patients if "measurements" not in r.frames and "adverse_events" not in r.frames]
    return {usubjid for result in lists or of_patients for usubjid in result.frames["subjects"]["USUBJID"]}


def _table(name: str, results: Iterable[SheetResult]) -> pd.DataFrame:
    frames = [result.frames[name] for result in results if name in result.frames]
    if name == "disposition" and len(frames) > 1:
        frames = list(_ends_once([result for result in results if name in result.frames]))
    filled = [frame for frame in frames if len(frame)]
    if not filled:
        return pd.DataFrame({"USUBJID": pd.Series(dtype=object)})
    return filled[0] if len(filled) == 1 else _below_one_another(filled)


_LARGE = 50_000
"""Rows from which a second copy of a table is much memory."""


def _below_one_another(frames: list[pd.DataFrame]) -> pd.DataFrame:
    """Return the rows of all sheets; of large ones each column is let go once it is in the table."""
    if sum(map(len, frames)) < _LARGE:
        return pd.concat(frames, ignore_index=True)
    made = {}
    for name in dict.fromkeys(column for frame in frames for column in frame):
        parts = [frame[[name]] if name in frame else frame[[]] for frame in frames]
        made[name] = pd.concat(parts, ignore_index=True)[name]
        for frame in frames:
            if name in frame:
                del frame[name]
    return pd.DataFrame(made, copy=False)


def _ends_once(results: Sequence[SheetResult]) -> Iterator[pd.DataFrame]:
    """Yield the ends of the trial; what a list of patients says only of those who are on no sheet of ends."""
    beside = [r for r in results if "subjects" in r.frames and r.recognised.layout != "adam"]
    own = [result.frames["disposition"] for result in results if result not in beside]
    told = {usubjid for frame in own for usubjid in frame["USUBJID"]}
    yield from own
    for result in beside:
        frame = result.frames["disposition"]
        yield frame[~frame["USUBJID"].isin(told)]


def _arms(subjects: pd.DataFrame) -> dict[str, str]:
    """Return the treatment of each patient: as treated, else as planned."""
    found: dict[str, str] = {}
    for name in ("TRT01P", "TRT01A"):
        if name in subjects:
            rows = subjects[subjects[name].fillna("") != ""]
            found |= dict(zip(rows["USUBJID"], rows[name], strict=True))
    return found


def _log_asked(
    tables: Mapping[str, pd.DataFrame], results: Mapping[str, SheetResult], file: str
) -> LogAsked | None:
    """Return what may be asked of the dose log; None where no sheet names drugs."""
    for sheet, result in results.items():
        columns = result.recognised.fields.get("exposure", {}).get("EXTRT", ())
        if columns and columns[0].letter:
            heading, arms = result.table.name_of(columns[0]), set(_arms(tables["subjects"]).values())
            said = result.table.said(QUESTION, heading)
            is_standard = result.recognised.layout in ("sdtm", "adam")
            return LogAsked(sheet, columns[0].letter, heading, said, (*arms, sheet, file), is_standard)
    return None


def report_repeated_rows(results: Iterable[SheetResult], findings: Findings) -> set[tuple[str, int]]:
    """Name rows that repeat an earlier row of their sheet in every cell, and return them as (sheet, row).

    A dose so repeated counts once, that of another log with the same headings too where both name the drug;
    all else is used all the same: readings are averaged, and two events of one name, day and grade may be
    two.
    """
    repeated: set[tuple[str, int]] = set()
    logged: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for result in results:
        table, is_log = result.table, "exposure" in result.cells
        codes = pd.DataFrame({c.letter: c.cells.codes for c in table.columns})
        own = codes.duplicated().to_numpy()
        again = own | (_logged_before(result, logged) if is_log else False)
        for row in np.flatnonzero(again).tolist():
            repeated.add((table.sheet, row))
            findings.add(
                "warning",
                "row.duplicate",
                say(
                    "Row {row} repeats an earlier row of {which} sheet in every cell; {done}.",
                    row=table.rows[row],
                    which=say("the") if own[row] else say("another"),
                    done=say("a dose counts once") if is_log else say("both are used"),
                ),
                sheet=table.sheet,
                cell=table.cell(table.columns[0].letter, row),
                usubjid=_patient_of(result, row),
            )
    return repeated


def _logged_before(result: SheetResult, logged: dict[tuple[str, ...], set[tuple[str, ...]]]) -> Bools:
    """Return which rows stand in an earlier log with the same headings, and add this one's to `logged`.

    A row that does not say of which drug it is may be of another one, which the name of its sheet says.
    """
    table = result.table
    known = logged.setdefault(tuple(c.heading.written for c in table.columns), set())
    rows = list(zip(*(c.cells.texts for c in table.columns), strict=True))
    named = np.zeros(len(rows), dtype=bool)
    for column in result.recognised.fields["exposure"].get("EXTRT", ()):
        if column.letter:
            named |= column.cells.filled
    again = np.array([row in known for row in rows], dtype=bool) & named
    known.update(rows)
    return np.asarray(again, dtype=bool)


def _patient_of(result: SheetResult, row: int) -> str:
    column = next(iter(result.recognised.fields.values()))["USUBJID"][0]
    return str(column.cells.texts[row]).strip()


def _cells(results: Mapping[str, SheetResult]) -> CellMap:
    cells = {
        (table, sheet): letters
        for sheet, result in results.items()
        for table, letters in result.cells.items()
    }
    logs = {sheet: letters for (table, sheet), letters in cells.items() if table == "exposure"}
    of_logs = {("medications", sheet): medication_cells(letters) for sheet, letters in logs.items()}
    return {**of_logs, **cells}


def _finder(cells: CellMap) -> CellOf:
    """Return what finds the cell of a patient's value; the row's first cell where its column is not known."""

    def cell_of(reference: str, column: str) -> tuple[str, str]:
        sheet, _, cell = reference.rpartition("!")
        letter = cells.get(("subjects", sheet), {}).get(column)
        return sheet, f"{letter}{cell.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}" if letter and cell else cell

    return cell_of


def _with_subject_dates(subjects: pd.DataFrame, results: Iterable[SheetResult]) -> pd.DataFrame:
    """Return subjects with missing dates of last dose, last contact, death from other sheets."""
    for dates in (r.subject_dates for r in results if r.subject_dates is not None):
        for name in (column for column in SUBJECT_DATES if column in dates):
            if not dates[name].notna().any():
                continue
            known = dates.dropna(subset=[name]).drop_duplicates("USUBJID", keep="last").set_index("USUBJID")
            subjects = _with_patients(subjects, [str(i) for i in known.index])
            subjects = _filled(subjects, name, known)
    return subjects


def _with_patients(subjects: pd.DataFrame, usubjids: list[str]) -> pd.DataFrame:
    have = set(subjects["USUBJID"])
    new = [usubjid for usubjid in usubjids if usubjid not in have]
    if not new:
        return subjects
    return pd.concat([subjects, pd.DataFrame({"USUBJID": new, "SRCREF": ""})], ignore_index=True)


def _filled(subjects: pd.DataFrame, name: str, known: pd.DataFrame) -> pd.DataFrame:
    """Return subjects with one date, and its flag, filled where missing."""
    flag = f"{name}F"
    own = subjects[name] if name in subjects else pd.Series(pd.NaT, index=subjects.index)
    own_flag = subjects[flag] if flag in subjects else pd.Series("Y", index=subjects.index)
    new = {
        name: own.fillna(subjects["USUBJID"].map(known[name])),
        flag: own_flag.where(own.notna(), subjects["USUBJID"].map(known[flag])).fillna("Y"),
    }
    return subjects.assign(**new)
