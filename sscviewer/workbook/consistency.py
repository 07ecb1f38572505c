"""Contradictions inside a trial, in plain words: between sheets, between dates, between plan and fact.

Nothing is changed or left out because of them; each is an issue that names the cell.
"""

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from string import ascii_uppercase

import numpy as np
import numpy.typing as npt

from sscviewer.model.dates import DAYS_PER_MONTH, last_possible
from sscviewer.model.issue import Issue, Severity
from sscviewer.model.study import Study

WINDOW_EARLY_DAYS = 7
"""A visit may be this many days off its plan, up to `EARLY_MONTHS` (our default; protocols differ)."""

WINDOW_LATE_DAYS = 14
"""The same later in the trial."""

EARLY_MONTHS = 20 * 7 / DAYS_PER_MONTH
"""Week 20: until then the clinic visits of the model trial are two weeks apart."""

Days = npt.NDArray[np.datetime64]

_ENDS = (
    ("adverse_events", "ae.end_before_start", "AETERM", "Adverse event"),
    ("exposure", "dose.end_before_start", "EXDOSE", "The dose"),
    ("medications", "medication.end_before_start", "CMTRT", "Medication"),
    ("history", "history.end_before_start", "MHTERM", "Condition"),
)


def check_study(study: Study, listed: Set[str], date_letters: Mapping[str, str]) -> tuple[Issue, ...]:
    """Return what contradicts itself.

    Parameters
    ----------
    listed
        The patients on the subjects sheet; empty when the file has none.
    date_letters
        The letter of the date column of each sheet of measurements.
    """
    found: list[Issue] = []
    for check in (
        check_only_elsewhere(study, listed),
        check_ends(study),
        check_last_contact(study),
        check_dose_overlap(study),
        check_visit_windows(study, date_letters),
        check_missing_starts(study),
    ):
        found.extend(check)
    return tuple(found)


def _issue(
    study: Study, table: str, row: int, column: str, code: str, message: str, severity: Severity = "warning"
) -> Issue:
    """Return an issue at the cell of one value; at the row's first cell when the value has none."""
    reference = study.srcref(table, row, column) or str(study.column(table, "SRCREF")[row])
    sheet, _, cell = reference.rpartition("!")
    return Issue(severity, code, message, sheet, cell, str(study.column(table, "USUBJID")[row]))


def check_only_elsewhere(study: Study, listed: Set[str]) -> Iterator[Issue]:
    """Find patients who are on another sheet only."""
    if not listed:
        return
    for row, usubjid in enumerate(study.usubjids):
        if usubjid not in listed:
            yield _issue(
                study,
                "subjects",
                row,
                "",
                "subject.only_elsewhere",
                f"Patient {usubjid} is on this sheet but not on the sheet of patients.",
            )


def check_missing_starts(study: Study) -> Iterator[Issue]:
    """Find adverse events without a start date or day."""
    missing = np.isnat(study.column("adverse_events", "ASTDT")) & np.isnan(
        study.column("adverse_events", "ASTDY")
    )
    for row in np.flatnonzero(missing).tolist():
        yield _issue(
            study,
            "adverse_events",
            row,
            "ASTDT",
            "date.missing_start",
            f"Adverse event “{study.column('adverse_events', 'AETERM')[row]}” has no start date; "
            "it is counted, and drawn with an open start.",
        )


def check_ends(study: Study) -> Iterator[Issue]:
    """Find ends that are surely before their starts."""
    for table, code, what, words in _ENDS:
        start, end = study.column(table, "ASTDT"), _last(study, table, "AENDT")
        for row in np.flatnonzero(end < start).tolist():
            name = _name(study.column(table, what)[row])
            yield _issue(
                study,
                table,
                row,
                "AENDT",
                code,
                f"{words} “{name}” ends ({_day(end[row])}) before it starts ({_day(start[row])}).",
            )


def check_last_contact(study: Study) -> Iterator[Issue]:
    """Find events and doses that begin after the patient was last seen."""
    last = _last(study, "subjects", "LSTALVDT")
    position = {usubjid: i for i, usubjid in enumerate(study.usubjids)}
    for table, code, column, words in (
        ("adverse_events", "ae.after_last_contact", "AETERM", "Adverse event"),
        ("exposure", "dose.after_last_contact", "EXDOSE", "The dose"),
    ):
        start = study.column(table, "ASTDT").astype("datetime64[D]")
        patient = [position[usubjid] for usubjid in study.column(table, "USUBJID")]
        contact = last[patient] if patient else last[:0]
        for row in np.flatnonzero(start > contact).tolist():
            yield _issue(
                study,
                table,
                row,
                "ASTDT",
                code,
                f"{words} “{_name(study.column(table, column)[row])}” starts on {_day(start[row])}, after "
                f"the last contact with the patient on {_day(contact[row])}.",
            )


def check_dose_overlap(study: Study) -> Iterator[Issue]:
    """Find periods of one drug that share more than the day of the change; partial dates are not compared."""
    drug = study.column("exposure", "EXTRT")
    start, end = study.column("exposure", "ASTDT"), study.column("exposure", "AENDT")
    exact = (study.column("exposure", "ASTDTF") == "") & (study.column("exposure", "AENDTF") == "")
    for usubjid in study.usubjids:
        rows = study.rows("exposure", usubjid)
        previous: dict[str, int] = {}
        for row in (r for r in range(rows.start, rows.stop) if exact[r]):
            before = previous.get(drug[row])
            if before is not None and start[row] < end[before]:
                yield _issue(
                    study,
                    "exposure",
                    row,
                    "ASTDT",
                    "dose.overlap",
                    f"The dose from {_day(start[row])} begins before the previous one ends "
                    f"({_day(end[before])}).",
                )
            if before is None or end[row] >= end[before]:
                previous[drug[row]] = row


def check_visit_windows(study: Study, date_letters: Mapping[str, str]) -> Iterator[Issue]:
    """Find visits far from their planned day: the file's, else the one the visit's name says.

    Measurements at a visit that is not on the sheet of visits (a quarterly test, say) count as visits too.
    """
    yield from _outside_windows(study, "visits", _planned(study, "visits"), {})
    on_visits = set(zip(study.column("visits", "USUBJID"), study.column("visits", "AVISIT"), strict=True))
    measured = study.measurements
    seen = zip(study.column("measurements", "USUBJID"), study.column("measurements", "AVISIT"), strict=True)
    apart = np.array([pair not in on_visits for pair in seen], dtype=bool)
    sheet = [reference.rpartition("!")[0] for reference in study.column("measurements", "SRCREF")]
    again = measured.assign(SHEET=sheet).duplicated(["USUBJID", "AVISIT", "ADT", "SHEET"]).to_numpy()
    planned = np.where(apart & ~again, _planned(study, "measurements"), np.datetime64("NaT", "D"))
    yield from _outside_windows(study, "measurements", planned, date_letters)


def _outside_windows(
    study: Study, table: str, planned: Days, date_letters: Mapping[str, str]
) -> Iterator[Issue]:
    actual = study.column(table, "ADT").astype("datetime64[D]")
    months = study.column(table, "AVISITN")
    off = (actual - planned).astype("timedelta64[D]").astype(float)
    off[np.isnat(actual) | np.isnat(planned)] = np.nan
    allowed = np.where(months <= EARLY_MONTHS, WINDOW_EARLY_DAYS, WINDOW_LATE_DAYS)
    with np.errstate(invalid="ignore"):
        outside = (np.abs(off) > allowed) & (study.column(table, "ADTF") == "") & (months > 0)
    for row in np.flatnonzero(outside).tolist():
        side = "after" if off[row] > 0 else "before"
        issue = _issue(
            study,
            table,
            row,
            "ADT",
            "visit.window",
            f"Visit {study.column(table, 'VISIT')[row]} on {_day(actual[row])} is {abs(off[row]):.0f} days "
            f"{side} its planned day {_day(planned[row])} (±{allowed[row]} days are allowed for).",
        )
        letter = date_letters.get(issue.sheet)
        yield replace(issue, cell=letter + issue.cell.lstrip(ascii_uppercase)) if letter else issue


def _planned(study: Study, table: str) -> Days:
    """Return the planned date of each row's visit; NaT when there is none, or day 1 is a makeshift."""
    nat = np.datetime64("NaT", "D")
    day1 = {
        u: study.value(u, "RFSTDT").astype("datetime64[D]") if _has_day1(study, u) else nat
        for u in study.usubjids
    }
    reference = np.array([day1[u] for u in study.column(table, "USUBJID")], dtype="datetime64[D]")
    days = np.round(study.column(table, "AVISITN") * DAYS_PER_MONTH)
    if table == "visits":
        planned_day = study.column(table, "VISITDY")
        days = np.where(np.isnan(planned_day), days, np.where(planned_day > 0, planned_day - 1, planned_day))
    known = ~np.isnan(days)
    nominal = np.full(len(days), nat)
    nominal[known] = reference[known] + days[known].astype("timedelta64[D]")
    if "TARGETDT" not in study.frame(table):
        return nominal
    target = study.column(table, "TARGETDT").astype("datetime64[D]")
    return np.where(np.isnat(target), nominal, target)


def _has_day1(study: Study, usubjid: str) -> bool:
    return study.value(usubjid, "RFSTSRC") in ("first dose", "baseline visit")


def _name(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value).strip()


def _last(study: Study, table: str, column: str) -> Days:
    return last_possible(study.column(table, column), study.column(table, f"{column}F"))


def _day(value: np.datetime64) -> str:
    return str(value.astype("datetime64[D]"))
