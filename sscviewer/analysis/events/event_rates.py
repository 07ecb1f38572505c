"""Adverse events per 100 patient-years: patients with a first event, and all events."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.events.adverse_events import Behind, EventTable, behind
from sscviewer.analysis.events.event_codes import CodedEvents, sum_by_row
from sscviewer.analysis.events.event_columns import COLUMNS
from sscviewer.analysis.events.event_names import ANY_EVENT, EventName
from sscviewer.analysis.events.person_time import RiskTime
from sscviewer.analysis.plan.events import EventRules
from sscviewer.analysis.poisson import METHOD, RateRatio, poisson_intervals, rate_ratio
from sscviewer.analysis.population import Population
from sscviewer.analysis.rate import PER_YEARS, Rate, make_rate, make_rates
from sscviewer.model.arrays import Bools, Floats, Ints
from sscviewer.model.dates import DAYS_PER_YEAR
from sscviewer.model.sentence import say

CAVEAT = say(
    "The intervals take events as independent (Poisson); several events of one patient "
    "are not, so those of event rates are too narrow."
)


@dataclass(frozen=True, slots=True)
class RateTable:
    """Rates of the rows of an event table.

    Arrays are (rows, arms, columns), columns as in `COLUMNS`.

    Attributes
    ----------
    words
        Which time at risk.
    subjects, first_days
        Patients with an event while at risk; days of all patients of the arm up to each one's first event.
    events : events that began while at risk
    days : (arms,) days of all patients of the arm
    notes : what was left out or decided, in words
    """

    names: tuple[EventName, ...]
    arms: tuple[str, ...]
    words: str
    level: float
    subjects: Ints
    first_days: Ints
    events: Ints
    days: Ints
    notes: tuple[str, ...]
    method: str = METHOD

    def incidence(self, row: int, arm: str = "ALL", column: str = "any") -> Rate:
        """Return the exposure-adjusted incidence: first events over time to the first event."""
        at = row, self.arms.index(arm), COLUMNS.index(column)
        return make_rate(int(self.subjects[at]), int(self.first_days[at]), self.level)

    def event_rate(self, row: int, arm: str = "ALL", column: str = "any") -> Rate:
        """Return all events over all time at risk."""
        i, j = self.arms.index(arm), COLUMNS.index(column)
        return make_rate(int(self.events[row, i, j]), int(self.days[i]), self.level)

    def column_of(
        self, rows: Sequence[int], arm: str, column: str = "any", *, all_events: bool = False
    ) -> tuple[Rate, ...]:
        """Return the incidences (event rates with `all_events`) of many rows; quicker than one by one."""
        i, j = self.arms.index(arm), COLUMNS.index(column)
        counted = (self.events if all_events else self.subjects)[rows, i, j]
        days = np.full(len(rows), self.days[i]) if all_events else self.first_days[rows, i, j]
        return make_rates(counted, days, self.level)

    def limits(self) -> tuple[Floats, Floats, Floats]:
        """Return incidence per 100 patient-years, lower and upper limit; (rows, arms, columns) each."""
        years = self.first_days / DAYS_PER_YEAR / PER_YEARS
        low, high = poisson_intervals(self.subjects, years, self.level)
        return self.subjects / np.where(years > 0, years, np.nan), low, high

    def ratio(
        self, row: int, arm: str, other: str, column: str = "any", *, all_events: bool = False
    ) -> RateRatio:
        """Return the rate in one arm over that in another, with its exact conditional interval.

        `all_events` compares event rates, not incidences.
        """
        rate = self.event_rate if all_events else self.incidence
        one, two = rate(row, arm, column), rate(row, other, column)
        return rate_ratio(one.events, one.years, two.events, two.years, self.level)


@dataclass(frozen=True, slots=True)
class PlacedEvents:
    """Coded events in the time at risk; the same whoever is counted.

    Attributes
    ----------
    inside : (m,) whether each coded event began at risk
    first : (cells, columns) day at risk of the first such event, -1 without one
    counts : (cells, columns) such events
    """

    inside: Bools
    first: Ints
    counts: Ints


def place_events(coded: CodedEvents, risk: RiskTime) -> PlacedEvents:
    """Return when in the time at risk the coded events began; once per trial and settings."""
    day, inside = onsets(coded, risk)
    return PlacedEvents(inside, *_first_days(coded, day, inside))


def event_rates(
    coded: CodedEvents,
    risk: RiskTime,
    who: Population,
    table: EventTable,
    placed: PlacedEvents | None = None,
) -> RateTable:
    """Return the rates of the rows of a table of the same events and patients.

    Parameters
    ----------
    placed
        `place_events` of the same events and time, where it is known.

    An event counts if it began while its patient was at risk. Time to the first event includes its day.

    **Source**: exposure-adjusted incidence as in ICH E9 practice; Garwood, Biometrika 1936;28:437.
    """
    placed = placed or place_events(coded, risk)
    inside, firsts, counts = placed.inside, placed.first, placed.counts
    position = {name: i for i, name in enumerate(coded.names)}
    wanted = np.array([position[name] for name in table.names], dtype=np.int64)
    shape = (len(wanted), len(who.arms), len(COLUMNS))
    subjects, saved, events = np.zeros((3, *shape), dtype=np.int64)
    days = np.zeros(len(who.arms), dtype=np.int64)
    for i, (_, members) in enumerate(who.arms):
        chosen = members[coded.cell_patient]
        row, first = coded.cell_row[chosen], firsts[chosen]
        has = first >= 0
        spared = np.where(has, risk.days[coded.cell_patient[chosen], None] - first - 1, 0)
        subjects[:, i], saved[:, i], events[:, i] = (
            sum_by_row(values, row, len(coded.names))[wanted] for values in (has, spared, counts[chosen])
        )
        days[i] = risk.days[members].sum()
    of_any = coded.events_of(ANY_EVENT)
    member = who.arms[0][1][risk.event_patient[coded.event[of_any]]]
    left = int((member & ~inside[of_any]).sum())
    outside = (
        (say("Events that began outside the time at risk and are in no rate: {left}.", left=left),)
        if left
        else ()
    )
    return RateTable(
        names=table.names,
        arms=table.arms,
        words=risk.words,
        level=coded.settings.level,
        subjects=subjects,
        first_days=days[:, None] - saved,
        events=events,
        days=days,
        notes=(*outside, *risk.notes, CAVEAT),
    )


def onsets(coded: CodedEvents, risk: RiskTime) -> tuple[Ints, Bools]:
    """Return the day at risk on which each coded event began, and whether it began at risk; (m,) each.

    A treatment-emergent event that was there before (it became worse, or the file flags it) is placed on the
    first day.
    """
    day, inside = _at_risk(risk, coded.settings)
    return day[coded.event], inside[coded.event]


def behind_rate(
    coded: CodedEvents,
    risk: RiskTime,
    who: Population,
    name: EventName,
    column: str = "any",
    arm: str = "ALL",
) -> Behind:
    """Return the patients and events of one rate: of the count's (`behind`) those that began at risk."""
    events = behind(coded, who, name, column, arm).events
    events = events[_at_risk(risk, coded.settings)[1][events]]
    patients = np.unique(risk.event_patient[events])
    return Behind(tuple(coded.usubjids[i] for i in patients), events)


def _at_risk(risk: RiskTime, settings: EventRules) -> tuple[Ints, Bools]:
    """Return for each row of the adverse events table the day at risk, and whether it began at risk."""
    day = np.maximum(risk.event_day, 0) if settings.emergent_only else risk.event_day
    inside: Bools = (day >= 0) & (day < risk.days[risk.event_patient])
    return np.where(inside, day, 0).astype(np.int64), inside


def _first_days(coded: CodedEvents, day: Ints, inside: Bools) -> tuple[Ints, Ints]:
    """Return for each cell and column the day of the first event at risk (-1: none), and how many events."""
    if not len(coded.cell_row):
        empty = np.empty((0, len(COLUMNS)), dtype=np.int64)
        return empty, empty
    never = np.iinfo(np.int64).max
    counted = coded.is_in & inside[:, None]
    first = np.minimum.reduceat(np.where(counted, day[:, None], never), coded.starts[:-1], axis=0)
    counts = np.add.reduceat(counted, coded.starts[:-1], axis=0, dtype=np.int64)
    return np.where(first == never, -1, first), counts
