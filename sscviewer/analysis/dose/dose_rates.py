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
from sscviewer.analysis.poisson import RateRatio, rate_ratio
from sscviewer.analysis.population import Population
from sscviewer.analysis.rate import Rate, make_rate
from sscviewer.model.arrays import Ints

LAG_DAYS = 1
"""An event counts at the dose of the day before: a pause on its first day is a consequence of it.

**Source**: about the half-life of imatinib (clinical facts 9.9).
"""

EXPLORATORY = (
    "Exploratory, not causal: doses rise with time and are cut after events, so that dose, time since the "
    "start and earlier events cannot be told apart here."
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
    patients, days : (bands,) patients ever in the band; days at risk in it
    events, subjects : (bands, columns) events that began in it; patients with one
    notes : what was left out or decided, in words
    """

    name: EventName
    bands: tuple[Band, ...]
    words: str
    level: float
    patients: Ints
    days: Ints
    events: Ints
    subjects: Ints
    notes: tuple[str, ...]

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
    span = coded.events_of(name)
    onset, inside = onsets(coded, risk)
    patient = risk.event_patient[coded.event[span]]
    chosen = inside[span] & members[patient]
    patient, day, is_in = patient[chosen], onset[span][chosen], coded.is_in[span][chosen]
    at_onset = daily.on_day(patient, day, lag_days)
    shape = (len(bands), len(COLUMNS))
    events, subjects = np.zeros((2, *shape), dtype=np.int64)
    patients, days = np.zeros((2, len(bands)), dtype=np.int64)
    for i, band in enumerate(bands):
        there = in_band(band, dose) & members[owner]
        days[i], patients[i] = there.sum(), len(np.unique(owner[there]))
        began = in_band(band, at_onset)
        events[i] = is_in[began].sum(axis=0)
        subjects[i] = [len(np.unique(patient[began & is_in[:, j]])) for j in range(len(COLUMNS))]
    return DoseRates(
        name=name,
        bands=bands,
        words=risk.words,
        level=coded.settings.level,
        patients=patients,
        days=days,
        events=events,
        subjects=subjects,
        notes=(*_lag_notes(daily, patient, day, lag_days), *risk.notes, CAVEAT, EXPLORATORY),
    )


def _lag_notes(daily: DailyDose, patient: Ints, day: Ints, lag_days: int) -> tuple[str, ...]:
    """Say which dose counts for events that began on the day of a change."""
    n = int(np.sum(daily.on_day(patient, day) != daily.on_day(patient, day, 1)))
    if not n:
        return ()
    if lag_days:
        lag = "the day before" if lag_days == 1 else f"{lag_days} days before"
        return (f"The dose in force is that of {lag}; events that began on the very day of a change: {n}.",)
    return (f"Events that began on the very day of a change, counted at the new dose: {n}.",)
