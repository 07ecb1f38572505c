"""Each patient's dose day by day, with the dose-limiting events and the dose in force at each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from sscviewer.analysis.outcome import Outcome
from sscviewer.analysis.patient.dose_course import LINK_DAYS, DoseCourse
from sscviewer.analysis.patient.dose_steps import DoseStep
from sscviewer.analysis.plan.dose_question import DoseQuestionRules
from sscviewer.analysis.survival.event_times import EventTimes
from sscviewer.model.arrays import Floats
from sscviewer.model.study import Study

CUTS = ("reduction", "interruption", "stop")
NO_ROW = -1


@dataclass(frozen=True, slots=True)
class LimitingEvent:
    """A dose-limiting event.

    Attributes
    ----------
    day
        Study day of its start; where that lies after the last dose before the cut, the day of that dose.
    dose
        In force, above 0.
    row
        Of the adverse events table, -1 where it is known from the dose log alone.
    moved
        Whether the day was moved to that of the last dose.
    """

    day: int
    dose: float
    row: int
    moved: bool = False


@dataclass(frozen=True)
class PatientDays:
    """One patient's doses and dose-limiting events.

    Attributes
    ----------
    subject
        Position in `study.usubjids`.
    dose : (days,)
        In force on each day from study day 1 to the last of the dose log (`in_force.steps_in_force`); 0 in a
        recorded interruption, NaN on days the log says nothing about.
    given : (days,)
        Taken on each of these days: the same but of a drug given on single days.
    events
        In time order.
    competing
        Treatment ended for a reason that is not an adverse event, before the end of the trial.
    """

    usubjid: str
    subject: int
    dose: Floats
    given: Floats
    events: tuple[LimitingEvent, ...]
    competing: bool = False

    @property
    def last_day(self) -> int:
        """The last day with a dose in force, or of the dose log."""
        return int(self.dose.size)

    @property
    def last_dose_day(self) -> int:
        """The last day on which a dose was taken."""
        return int(np.flatnonzero(self.given > 0)[-1]) + 1

    @property
    def last_covered_day(self) -> int:
        """The last day with a dose above 0 in force."""
        return int(np.flatnonzero(self.dose > 0)[-1]) + 1

    @cached_property
    def event_days(self) -> frozenset[int]:
        """The days on which a dose-limiting event began."""
        return frozenset(event.day for event in self.events)

    @cached_property
    def doses(self) -> tuple[float, ...]:
        """The different doses taken, ascending."""
        return tuple(np.unique(self.dose[self.dose > 0]).tolist())

    @cached_property
    def in_force(self) -> Floats:
        """(days,) the dose in force: where a cut begins on the day of an event, that of the day before."""
        force = self.dose.copy()
        for day in self.event_days:
            if 1 <= day <= force.size:
                force[day - 1] = dose_at_event(self.dose, day)
        return force


def dose_at_event(dose: Floats, day: int) -> float:
    """Return the dose that an event of a day belongs to: before a cut of that day; NaN beyond the log."""
    if not 1 <= day <= dose.size:
        return np.nan
    now = float(dose[day - 1])
    if day > 1 and not dose[day - 2] <= now:
        before = float(dose[day - 2])
        return now if np.isnan(before) else before
    return now


def doses_in_order(patient: PatientDays) -> tuple[float, ...]:
    """Return the doses a patient took, each time the dose changed, days without a dose left out."""
    given = patient.dose[patient.dose > 0]
    first = np.concatenate([[True], np.diff(given) != 0])
    return tuple(given[first].tolist())


def daily_doses(steps: Sequence[DoseStep]) -> Floats:
    """Return the dose of each day from study day 1 to the last of the steps; NaN where none is recorded."""
    last = int(max((step.end for step in steps), default=0))
    dose = np.full(max(last, 0), np.nan)
    for step in steps:
        if step.kind != "gap" and step.end >= 1:
            dose[max(int(step.start), 1) - 1 : int(step.end)] = step.dose
    return dose


def patients_by_action(
    study: Study, courses: Mapping[str, DoseCourse], events: EventTimes, ends: Mapping[str, Outcome]
) -> tuple[PatientDays, ...]:
    """Return the patients, an event being dose-limiting by its action taken.

    Parameters
    ----------
    events
        Of the counted patients; those without a start are left out.
    """
    limiting = events.chosen(events.limiting & ~np.isnan(events.first))
    found: dict[int, list[tuple[int, int]]] = {}
    for subject, day, row in zip(limiting.subject, limiting.first, limiting.row, strict=True):
        found.setdefault(int(subject), []).append((int(day), int(row)))
    return _patients(study, courses, found, ends)


def patients_by_reason(
    study: Study, courses: Mapping[str, DoseCourse], ends: Mapping[str, Outcome], rules: DoseQuestionRules
) -> tuple[PatientDays, ...]:
    """Return the patients, a cut being dose-limiting by the reason in the log, a stop by that of the end.

    The event's day is the last one before the cut; the log names no other.
    """
    found: dict[int, list[tuple[int, int]]] = {}
    for i, usubjid in enumerate(study.usubjids):
        for change in courses[usubjid].changes if usubjid in courses else ():
            reason = ends[usubjid].reason if change.kind == "stop" else change.reason
            if change.kind in CUTS and has_word(reason, rules.limiting_reasons):
                found.setdefault(i, []).append((max(int(change.day) - 1, 1), NO_ROW))
    return _patients(study, courses, found, ends)


def has_word(text: str, words: tuple[str, ...]) -> bool:
    """Return whether any of the words is in a text, whatever its case."""
    return any(word in text.casefold() for word in words)


def _patients(
    study: Study,
    courses: Mapping[str, DoseCourse],
    found: Mapping[int, list[tuple[int, int]]],
    ends: Mapping[str, Outcome],
) -> tuple[PatientDays, ...]:
    out = []
    for i, usubjid in enumerate(study.usubjids):
        if usubjid not in courses:
            continue
        course = courses[usubjid]
        given = daily_doses(course.steps)
        dose = given if course.in_force is course.steps else daily_doses(course.in_force)
        if not (given > 0).any():
            continue
        placed = [_placed(dose, day, row) for day, row in sorted(found.get(i, []))]
        events = tuple(event for event in placed if event is not None)
        end = ends[usubjid]
        competing = end.status == "DISCONTINUED" and not any(e.day >= given.size - LINK_DAYS for e in events)
        given = np.pad(given, (0, dose.size - given.size), constant_values=np.nan)
        out.append(PatientDays(usubjid, i, dose, given, events, competing))
    return tuple(out)


def _placed(dose: Floats, day: int, row: int) -> LimitingEvent | None:
    """Return the event at the dose in force; one that began after a pause or stop, at the last dose before.

    It may have begun up to `LINK_DAYS` after the cut, as on the patient page; else it belongs to no dose.
    """
    if 1 <= day <= dose.size:
        now = dose_at_event(dose, day)
        if now > 0:
            return LimitingEvent(day, now, row)
    given = np.flatnonzero(dose[: max(day - 1, 0)] > 0) + 1
    if not given.size or day - given[-1] > LINK_DAYS:
        return None
    last = int(given[-1])
    return LimitingEvent(last, float(dose[last - 1]), row, moved=True)
