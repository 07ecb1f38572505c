"""Single clauses of a story: what a record says, in words, and in which cells; nothing that is not there."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.outcome import Outcome
from sscviewer.analysis.patient.dose_course import DoseCourse
from sscviewer.analysis.patient.patient_header import SUBSET_WORDS, age_text, readable
from sscviewer.analysis.record import field_text
from sscviewer.model.plain_text import capital
from sscviewer.model.study import Study

LAB_DAYS = 30
"""Laboratory values of so many days before an event are told: about one visit back. What was measured less
often than monthly is then not told, and a value that belongs to another illness of that month is."""

_SEX = {"F": "woman", "M": "man"}
_ACTIONS = {
    "DOSE NOT CHANGED": "the dose was not changed",
    "DOSE REDUCED": "the dose was reduced",
    "DRUG INTERRUPTED": "the drug was interrupted",
    "DRUG WITHDRAWN": "the drug was withdrawn",
    "DOSE INCREASED": "the dose was increased",
}
_SERIOUS = {"Y": "serious", "N": "not serious"}


@dataclass(frozen=True, slots=True)
class Clause:
    """One recorded fact.

    Attributes
    ----------
    text
        Without a full stop.
    cells
        Where it is recorded, as "Sheet!A1"; empty when it follows from several records.
    """

    text: str
    cells: tuple[str, ...] = ()


def person(study: Study, usubjid: str) -> Clause:
    """Return "Patient 003, a woman of 52 years with diffuse cutaneous SSc of 2.1 years"."""
    row = study.rows("subjects", usubjid).start
    sex, age = str(study.value(usubjid, "SEX")), study.value(usubjid, "AGE")
    subset, years = str(study.value(usubjid, "SSCSUB")), study.value(usubjid, "DISDUR")
    who = _SEX.get(sex, "")
    years_old = age_text(study, age)
    aged = "" if not years_old else f"of {years_old} years" if who else f"aged {years_old} years"
    known = " ".join(part for part in (f"a {who}" if who else "", aged) if part)
    illness = SUBSET_WORDS.get(subset, readable(subset))
    since = "" if np.isnan(years) else f"{years:.1f} years of disease"
    text = ", ".join(part for part in (f"Patient {usubjid}", known, illness, since) if part)
    return Clause(text, _cells(study, "subjects", row, "SEX", "AGE", "SSCSUB", "DISDUR"))


def history(study: Study, usubjid: str) -> Clause | None:
    """Return the medical history, None where none is recorded."""
    span = study.rows("history", usubjid)
    rows = range(span.start, span.stop)
    names = list(dict.fromkeys(_named(study, "history", row, "MHTERM", "MHDECOD") for row in rows))
    if not names:
        return None
    return Clause(f"Medical history: {', '.join(names)}", _references(study, "history", rows))


def treatment(study: Study, dose: DoseCourse) -> Clause | None:
    """Return which drug from when to when, None without a dated dose."""
    given = [step for step in dose.steps if step.kind == "dose" and step.row >= 0]
    if not given:
        return None
    first, last = given[0], given[-1]
    start = dated(field_text(study, "exposure", first.row, "ASTDT"), first.start)
    end = "and goes on" if last.is_open else f"to day {last.end:.0f}"
    drug = dose.drug or "The drug"
    period = f"from {start} {end}"
    per = ", given on single days" if dose.of_single_days else "/day"
    text = f"{drug} was given {period}, at most {dose.highest:g} {dose.unit}{per}"
    return Clause(text, (first.srcref, last.srcref))


def event(study: Study, row: int) -> Clause:
    """Return what the event is, when it began, and what is said of it."""

    def said(name: str) -> str:
        return field_text(study, "adverse_events", row, name)

    term = said("AEDECOD") or said("AETERM")
    reported = said("AETERM")
    name = term if not reported or reported.lower() == term.lower() else f"{term} (reported as “{reported}”)"
    day = study.column("adverse_events", "ASTDY")[row]
    when = said("ASTDT")
    began = f"On {dated(when, day)}" if when or not np.isnan(day) else "At a time that is not recorded"
    grade = f"grade {said('AETOXGR')}" if said("AETOXGR") else said("AESEV").lower()
    serious = _SERIOUS.get(said("AESER"), "seriousness not recorded")
    relation = f"relation to the drug: {said('AEREL').lower()}" if said("AEREL") else "relation not recorded"
    facts = ", ".join(part for part in (grade or "grade not recorded", serious, relation) if part)
    cells = _cells(
        study, "adverse_events", row, "ASTDT", "AEDECOD", "AETERM", "AETOXGR", "AESEV", "AESER", "AEREL"
    )
    return Clause(f"{began} {name} began: {facts}", cells)


def dose_at(dose: DoseCourse, day: float, in_force: float, since_change: float) -> Clause | None:
    """Return the dose in force when an event began and for how long; None where the log does not say.

    Parameters
    ----------
    in_force
        By the trial's rule: an event on the day of a cut belongs to the dose before; NaN where not known.
    since_change
        Days since the dose last changed; NaN where it had not.
    """
    steps = [step for step in dose.steps if step.row >= 0 and step.start <= day and step.dose == in_force]
    if not steps:
        return None
    per = ", given on single days," if dose.of_single_days else "/day"
    amount = f"{in_force:g} {dose.unit}{per}" if in_force else "no dose (interrupted)"
    changed = "" if np.isnan(since_change) else f", {since_change:.0f} days after the last change"
    elapsed = day - dose.steps[0].start
    text = f"At the time {amount} was in force, {elapsed:.0f} days after the first dose{changed}"
    return Clause(text, (steps[-1].srcref,))


def laboratory(study: Study, usubjid: str, day: float) -> tuple[Clause, ...]:
    """Return each parameter's last value outside its limits in the days before an event."""
    if np.isnan(day):
        return ()
    span = study.rows("measurements", usubjid)
    last: dict[str, int] = {}
    for row in range(span.start, span.stop):
        at = study.column("measurements", "ADY")[row]
        if day - LAB_DAYS <= at <= day and _is_outside(study, row):
            last[str(study.column("measurements", "PARAMCD")[row])] = row
    return tuple(_laboratory(study, row) for row in last.values())


def medications(study: Study, usubjid: str, day: float) -> Clause | None:
    """Return the medications in use when an event began; None where none is recorded."""
    if np.isnan(day):
        return None
    span = study.rows("medications", usubjid)
    used = [row for row in range(span.start, span.stop) if _covers(study, row, day)]
    if not used:
        return None
    names = list(dict.fromkeys(_named(study, "medications", row, "CMTRT", "CMDECOD") for row in used))
    return Clause(f"Medication at the time: {', '.join(names)}", _references(study, "medications", used))


def action(study: Study, row: int, dose: DoseCourse) -> Clause | None:
    """Return what was done, and the change of the log that goes with it; None where neither is recorded."""
    word = field_text(study, "adverse_events", row, "AEACN")
    change = next((c for c in dose.changes if c.event_row == row), None)
    if not word and change is None:
        return None
    text = _ACTIONS.get(word.upper(), f"action taken: {word.lower()}") if word else "the dose changed"
    cells = _cells(study, "adverse_events", row, "AEACN")
    if change is not None:
        text += f" (from {change.from_dose:g} to {change.to_dose:g} {dose.unit}/day on day {change.day:.0f})"
        cells = (*cells, change.srcref)
    return Clause(capital(text), cells)


def end(study: Study, row: int) -> Clause:
    """Return how the event ended, as far as is recorded."""

    def said(name: str) -> str:
        return field_text(study, "adverse_events", row, name)

    when, result = said("AENDT"), said("AEOUT").lower()
    if when:
        text = f"It ended on {when}"
    elif said("AEENRTPT") == "ONGOING":
        text = "It was ongoing when the data were taken"
    else:
        text = "Its end is not recorded"
    text += f"; outcome: {result}" if result else "; its outcome is not recorded"
    return Clause(text, _cells(study, "adverse_events", row, "AENDT", "AEENRTPT", "AEOUT"))


def trial_end(ended: Outcome) -> Clause:
    """Return how the patient's time in the trial ended."""
    died = "" if np.isnan(ended.death_day) else f"; died on day {ended.death_day:.0f}"
    if ended.died and not died:
        died = "; died, on a day not recorded"
    return Clause(f"In the trial: {ended.words}{died}", (ended.srcref,) if ended.srcref else ())


def _laboratory(study: Study, row: int) -> Clause:
    def number(name: str) -> float:
        return float(study.column("measurements", name)[row])

    parameter = study.parameters[str(study.column("measurements", "PARAMCD")[row])]
    value = f"{study.column('measurements', 'AVALQ')[row]}{number('AVAL'):g}"
    unit = f" {parameter.unit}" if parameter.unit and parameter.unit not in parameter.title else ""
    limits = _limits(number("ANRLO"), number("ANRHI"))
    text = f"{parameter.title} {value}{unit} on day {number('ADY'):.0f} ({limits})"
    return Clause(text, (str(study.column("measurements", "SRCREF")[row]),))


def _limits(low: float, high: float) -> str:
    if np.isnan(low):
        return f"upper limit {high:g}"
    return f"lower limit {low:g}" if np.isnan(high) else f"limits {low:g} to {high:g}"


def _is_outside(study: Study, row: int) -> bool:
    value, low, high = (float(study.column("measurements", n)[row]) for n in ("AVAL", "ANRLO", "ANRHI"))
    return value < low or value > high  # False without a value or without limits


def _covers(study: Study, row: int, day: float) -> bool:
    start, end = (float(study.column("medications", name)[row]) for name in ("ASTDY", "AENDY"))
    began = start <= day
    ongoing = str(study.column("medications", "CMENRTPT")[row]) == "ONGOING"
    return began and (end >= day or (np.isnan(end) and ongoing))


def dated(date: str, day: float) -> str:
    """Return "2007-01-30 (day 120)", or the study day alone where no date is known or to be written."""
    if np.isnan(day):
        return date
    return f"day {day:.0f}" if not date or date.startswith(("day", "about")) else f"{date} (day {day:.0f})"


def _named(study: Study, table: str, row: int, *names: str) -> str:
    texts = (field_text(study, table, row, name).strip() for name in names)
    return next((text for text in texts if text), "not named")


def _cells(study: Study, table: str, row: int, *names: str) -> tuple[str, ...]:
    found = (study.srcref(table, row, name) for name in names if field_text(study, table, row, name))
    return tuple(dict.fromkeys(cell for cell in found if cell))


def _references(study: Study, table: str, rows: Iterable[int]) -> tuple[str, ...]:
    return tuple(str(study.column(table, "SRCREF")[row]) for row in rows)
