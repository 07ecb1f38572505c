"""Every adverse event beside the dose in force, and what followed a cut and a return to the dose."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from sscviewer.analysis.dose_question.patient_days import PatientDays, dose_at_event
from sscviewer.analysis.events.event_names import fold
from sscviewer.analysis.patient.dose_course import LINK_DAYS
from sscviewer.analysis.survival.event_times import EventTimes
from sscviewer.model.arrays import Floats
from sscviewer.model.study import Study

Dechallenge = Literal["", "ended", "went on", "not known"]
Rechallenge = Literal["", "came again", "did not come again", "not given again"]


@dataclass(frozen=True, slots=True)
class EventAtDose:
    """One adverse event.

    Attributes
    ----------
    row
        Of the adverse events table.
    dose
        In force on its day; 0 in a pause; NaN where the log says nothing or has ended.
    since_change
        Days since the dose last changed; NaN where it had not.
    relation
        As written.
    limiting
        By its action taken.
    dechallenge
        Of a dose-limiting one after which the dose was cut: whether it ended within the window.
    rechallenge
        Of one with a cut: whether the same term began again within the window after the dose was back.
    """

    usubjid: str
    row: int
    term: str
    day: int
    dose: float
    since_change: float
    action: str
    relation: str
    limiting: bool
    dechallenge: Dechallenge
    rechallenge: Rechallenge


@dataclass(frozen=True, slots=True)
class TermAtDoses:
    """One term: (events, patients) at each dose, in the order of the doses, and in all."""

    term: str
    at: tuple[tuple[int, int], ...]
    events: int
    patients: int


@dataclass(frozen=True, slots=True)
class EventsAtDose:
    """All of them.

    Attributes
    ----------
    doses
        Heads of `TermAtDoses.at`.
    days
        Patient-days at each dose.
    terms
        The commonest first.
    stops
        Relation as written ("" where it is not) -> patients who stopped for such an event; a patient with two
        is in both.
    """

    events: tuple[EventAtDose, ...]
    doses: tuple[float, ...]
    days: tuple[int, ...]
    terms: tuple[TermAtDoses, ...]
    stops: tuple[tuple[str, int], ...]


def events_at_dose(
    study: Study, patients: Sequence[PatientDays], events: EventTimes, window_days: int
) -> EventsAtDose:
    """Return the treatment-emergent events of patients with a dose.

    Parameters
    ----------
    window_days
        So soon after the cut an event ends, or after the return to the dose comes again.
    """
    of = {patient.subject: patient for patient in patients}
    known = events.chosen(~np.isnan(events.first) & np.isin(events.subject, list(of)))
    starts: dict[tuple[int, str], list[int]] = defaultdict(list)
    terms = [_term(study, int(row)) for row in known.row]
    # Two of one day by their names: in which order a file has them changes nothing.
    order = np.lexsort((known.row, np.array(terms, dtype=str), known.first, known.subject))
    for i in order:
        starts[int(known.subject[i]), fold(terms[i])].append(int(known.first[i]))
    found = []
    for i in order:
        patient, row, day = of[int(known.subject[i])], int(known.row[i]), int(known.first[i])
        dose = dose_at_event(patient.dose, day)
        cut = _cut(patient.dose, day, dose) if known.limiting[i] else 0
        again = starts[patient.subject, fold(terms[i])]
        found.append(
            EventAtDose(
                usubjid=patient.usubjid,
                row=row,
                term=terms[i],
                day=day,
                dose=dose,
                since_change=_since_change(patient.dose, day),
                action=str(study.column("adverse_events", "AEACN")[row]),
                relation=str(study.column("adverse_events", "AEREL")[row]),
                limiting=bool(known.limiting[i]),
                dechallenge=_dechallenge(cut, float(known.end[i]), window_days, _is_open(study, row)),
                rechallenge=_rechallenge(patient.dose, cut, dose, again, window_days),
            )
        )
    doses = tuple(sorted({dose for patient in patients for dose in patient.doses}))
    return EventsAtDose(
        events=tuple(found),
        doses=doses,
        days=tuple(int(sum((patient.dose == dose).sum() for patient in patients)) for dose in doses),
        terms=_terms(found, doses),
        stops=_stops(found),
    )


def _term(study: Study, row: int) -> str:
    decoded = str(study.column("adverse_events", "AEDECOD")[row])
    return decoded or str(study.column("adverse_events", "AETERM")[row])


def _is_open(study: Study, row: int) -> bool:
    return str(study.column("adverse_events", "AEENRTPT")[row]) == "ONGOING"


def _since_change(dose: Floats, day: int) -> float:
    """Return the days from the last change, a cut on the very day left out."""
    before = np.nan_to_num(dose[: min(day, dose.size)])
    if before.size > 1 and before[-1] < before[-2] and day <= dose.size:
        before = before[:-1]
    changes = np.flatnonzero(np.diff(before)) + 2
    return float(day - changes[-1]) if changes.size else np.nan


def _cut(dose: Floats, day: int, at_event: float) -> int:
    """Return the day from which the dose was lower, soon after an event; 0 where it was not."""
    if not at_event > 0:
        return 0
    last = min(day + LINK_DAYS, dose.size)
    lower = np.flatnonzero(~(dose[day - 1 : last] >= at_event))
    if lower.size:
        return day + int(lower[0])
    return dose.size + 1 if last == dose.size else 0


def _dechallenge(cut: int, end: float, window: int, is_open: bool) -> Dechallenge:
    if not cut:
        return ""
    if np.isnan(end):
        return "went on" if is_open else "not known"
    return "ended" if end <= cut + window else "went on"


def _rechallenge(dose: Floats, cut: int, at_event: float, starts: list[int], window: int) -> Rechallenge:
    if not cut:
        return ""
    back = np.flatnonzero(dose[cut - 1 :] >= at_event)
    if not back.size:
        return "not given again"
    day = cut + int(back[0])
    return "came again" if any(day <= start <= day + window for start in starts) else "did not come again"


def _terms(found: Sequence[EventAtDose], doses: tuple[float, ...]) -> tuple[TermAtDoses, ...]:
    by_term: dict[str, list[EventAtDose]] = defaultdict(list)
    for event in found:
        by_term[fold(event.term)].append(event)
    rows = []
    for mine in by_term.values():
        at = [[event.usubjid for event in mine if event.dose == dose] for dose in doses]
        counts = tuple((len(who), len(set(who))) for who in at)
        rows.append(TermAtDoses(mine[0].term, counts, len(mine), len({e.usubjid for e in mine})))
    return tuple(sorted(rows, key=lambda row: (-row.patients, -row.events, row.term)))


def _stops(found: Sequence[EventAtDose]) -> tuple[tuple[str, int], ...]:
    who: dict[str, set[str]] = defaultdict(set)
    for event in found:
        if event.action == "DRUG WITHDRAWN":
            who[event.relation].add(event.usubjid)
    counts = [(relation, len(ids)) for relation, ids in who.items()]
    return tuple(sorted(counts, key=lambda one: (-one[1], one[0])))
