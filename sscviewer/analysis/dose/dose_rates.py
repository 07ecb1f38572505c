"""Adverse event rates by the dose in force when they began."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.dose.dose_bands import Band, DailyDose, daily_dose, dose_bands, in_band
from sscviewer.analysis.events.event_codes import CodedEvents
from sscviewer.analysis.events.event_columns import COLUMNS
from sscviewer.analysis.events.event_names import ANY_EVENT, EventName
from sscviewer.analysis.events.event_rates import CAVEAT, onsets
from sscviewer.analysis.events.person_time import RiskTime
from sscviewer.analysis.number_words import join_words
from sscviewer.analysis.patient.in_force import LATE, usual_intervals
from sscviewer.analysis.poisson import RateRatio, rate_ratio
from sscviewer.analysis.population import Population
from sscviewer.analysis.rate import Rate, make_rate
from sscviewer.model.arrays import Bools, Ints
from sscviewer.model.counted import counted
from sscviewer.model.sentence import say

EXPLORATORY = say(
    "Exploratory, not causal: doses rise with time and are cut after events, so that "
    "dose, time since the start and earlier events cannot be told apart here."
)


@dataclass(frozen=True, slots=True)
class DoseRates:
    """Events by the dose in force on the day they began.

    Attributes
    ----------
    name
        Which events.
    bands
        Of dose, lowest first; then time without a recorded dose and after the last dose, where there is any.
    words
        Which time at risk.
    members : who was ever in each band, as positions in `CodedEvents.usubjids`
    days : (bands,) days at risk in it
    events, subjects : (bands, columns) events that began in it; patients with one
    available : (columns,) whether the file says anything about a column
    notes : what was left out or decided, in words
    """

    name: EventName
    bands: tuple[Band, ...]
    words: str
    level: float
    members: tuple[Ints, ...]
    days: Ints
    events: Ints
    subjects: Ints
    available: Bools
    notes: tuple[str, ...]

    @property
    def patients(self) -> Ints:
        """(bands,) how many were ever in it."""
        return np.array([len(who) for who in self.members], dtype=np.int64)

    def rate(self, band: int, column: str = "any") -> Rate:
        """Return all events over the person-time of a band, per 100 patient-years."""
        count = int(self.events[band, COLUMNS.index(column)])
        return make_rate(count, int(self.days[band]), self.level)

    def ratio(self, band: int, reference: int, column: str = "any") -> RateRatio:
        """Return the rate in a band over that in another, with its exact conditional interval."""
        one, two = self.rate(band, column), self.rate(reference, column)
        return rate_ratio(one.events, one.years, two.events, two.years, self.level)


def dose_rates(
    coded: CodedEvents,
    risk: RiskTime,
    who: Population,
    name: EventName = ANY_EVENT,
    edges: Sequence[float] = (),
    *,
    lag_days: int,
) -> DoseRates:
    """Return the rates of a row's events by dose, in all treated patients of a population.

    Person-time is split at every change of dose.

    Parameters
    ----------
    lag_days
        Days and events alike belong to the dose so many days before. With 1 an event that began on the day of
        a change, often its cause, belongs to the dose before the change; with 0 to the new one.

    Raises
    ------
    ValueError
        If no event has that name.
    """
    members = who.treated
    daily = daily_dose(risk)
    bands = dose_bands(daily, members, edges)
    owner = np.repeat(np.arange(len(risk.days)), risk.days)
    dose = daily.lagged(lag_days)
    entry, patient, day = events_at_risk(coded, risk, members, name)
    is_in = coded.is_in[entry]
    at_onset = daily.on_day(patient, day, lag_days)
    shape = (len(bands), len(COLUMNS))
    events, subjects = np.zeros((2, *shape), dtype=np.int64)
    days, ever = np.zeros(len(bands), dtype=np.int64), []
    for i, band in enumerate(bands):
        there = in_band(band, dose) & members[owner]
        days[i] = there.sum()
        ever.append(np.unique(owner[there]))
        began = in_band(band, at_onset)
        events[i] = is_in[began].sum(axis=0)
        subjects[i] = [len(np.unique(patient[began & is_in[:, j]])) for j in range(len(COLUMNS))]
    return DoseRates(
        name=name,
        bands=bands,
        words=risk.words,
        level=coded.settings.level,
        members=tuple(ever),
        days=days,
        events=events,
        subjects=subjects,
        available=coded.available,
        notes=(
            *_single_day_notes(risk, members),
            *_lag_notes(daily, patient, day, lag_days),
            *_outside_notes(coded, risk, members, name, patient),
            *risk.notes,
            CAVEAT,
            EXPLORATORY,
        ),
    )


def events_at_risk(
    coded: CodedEvents, risk: RiskTime, members: Bools, name: EventName = ANY_EVENT
) -> tuple[Ints, Ints, Ints]:
    """Return the events of a name that began at risk, (k,) each.

    In this order: the entry of `coded`, the patient, and the day at risk, 0 being the first.
    """
    span = coded.events_of(name)
    onset, inside = onsets(coded, risk)
    patient = risk.event_patient[coded.event[span]]
    chosen = inside[span] & members[patient]
    entry = np.arange(span.start, span.stop, dtype=np.int64)[chosen]
    return entry, patient[chosen], onset[span][chosen]


def _single_day_notes(risk: RiskTime, members: Bools) -> tuple[str, ...]:
    """Say which dose counts between the single days that a drug was given on."""
    intervals = usual_intervals(risk.courses)
    own = [course for course, counts in zip(risk.courses, members, strict=True) if counts]
    drugs: dict[int, set[str]] = {}
    for course in own:
        if course.of_single_days and course.drug in intervals:
            drugs.setdefault(round(intervals[course.drug]), set()).add(course.drug)
    notes = [
        say(
            "{what} given on single days, as infusions are: a dose is in force until the next, "
            "at most for {days:.0f} days; the last one, and one whose next came later, for "
            "{days2} days, the usual time between two.",
            what=say("The drug was") if len(drugs) == 1 else join_words(sorted(names)) + ":",
            days=LATE * days,
            days2=days,
        )
        for days, names in sorted(drugs.items())
    ]
    single = sum(course.on_single_days for course in own if course.drug not in intervals)
    if single:
        notes.append(
            say(
                "Given the drug on single days, as infusions are: {patient}; their days between, and "
                "events that began on them, stand at no dose.",
                patient=counted(single, "patient"),
            )
        )
    return tuple(notes)


def lag_words(lag_days: int) -> str:
    """Return at which dose an event counts, in words."""
    if not lag_days:
        return "the dose of the day it began"
    return "the dose of the day before" if lag_days == 1 else f"the dose of {lag_days} days before"


def _outside_notes(
    coded: CodedEvents, risk: RiskTime, members: Bools, name: EventName, inside: Ints
) -> tuple[str, ...]:
    patient = risk.event_patient[coded.event[coded.events_of(name)]]
    patient = patient[members[patient]]
    n = len(patient) - len(inside)
    if not n:
        return ()
    only = len(np.setdiff1d(patient, inside))
    whose = f"; {counted(only, 'patient')} had no other" if only else ""
    return (say("Events that count but began outside this time: {n}{whose}.", n=n, whose=whose),)


def _lag_notes(daily: DailyDose, patient: Ints, day: Ints, lag_days: int) -> tuple[str, ...]:
    """Say which dose counts for events that began on the day of a change."""
    n = int(np.sum(daily.on_day(patient, day, 0) != daily.on_day(patient, day, 1)))
    if not n:
        return ()
    if lag_days:
        return (
            say(
                "An event counts at {lag}; begun on the very day of a change: {n}.",
                lag=lag_words(lag_days),
                n=n,
            ),
        )
    return (say("Events that began on the very day of a change, counted at the new dose: {n}.", n=n),)
