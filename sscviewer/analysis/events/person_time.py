"""How long each patient was at risk of an adverse event, and when in that time each event began."""

from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.events.treatment_emergent import EVENTS, imputed_start, possible_times
from sscviewer.analysis.outcome import Outcome, outcomes
from sscviewer.analysis.patient.dose_course import DoseCourse
from sscviewer.analysis.patient.dose_courses import dose_courses
from sscviewer.analysis.plan.events import RiskBasis
from sscviewer.analysis.settled.clock import follow_up_words
from sscviewer.model.arrays import Floats, Ints
from sscviewer.model.dates import elapsed_days, study_day
from sscviewer.model.sentence import say
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class RiskTime:
    """The time at risk of each patient of the trial, and the events in it.

    Attributes
    ----------
    words
        Which time it is.
    days : (patients,) days at risk, first and last included; 0 for untreated patients and without a known end
    begins : (patients,) its first day, as study day counted without a gap (day 1 is 0); NaN when not known
    event_patient : (events,) the patient of each row of the adverse events table
    event_day : (events,) days from the first day at risk to the start of the event, negative before it; 0
        when the start is not known, NaN without a first day
    courses : (patients) dose courses, periods without an end cut at the last contact
    notes : what could not be placed
    """

    words: str
    days: Ints
    begins: Floats
    event_patient: Ints
    event_day: Floats
    courses: tuple[DoseCourse, ...]
    notes: tuple[str, ...]


def risk_time(study: Study, basis: RiskBasis, window_days: float) -> RiskTime:
    """Return the time at risk of every patient.

    Parameters
    ----------
    basis
        "treatment": first to last dose, interruptions included; "window": that and `window_days` more, but
        not beyond the last contact; "study": first dose to last contact. A treatment without an end is cut
        at the last contact. In a file that records no doses the time begins on day 1.
    """
    ends, courses = outcomes(study), dose_courses(study)
    doses = not np.isnat(study.column("subjects", "TRTSDT")).all()
    first = np.array([end.first_dose_day if doses else 1.0 for end in ends], dtype=np.float64)
    each = zip(ends, courses, study.column("subjects", "FUENDY").tolist(), strict=True)
    last = np.array(
        [_last_day(end, course, basis, window_days, until) for end, course, until in each], dtype=np.float64
    )
    begins = elapsed_days(first)
    days = elapsed_days(last) - begins + 1
    known = days > 0  # NaN compares False
    patient, day, notes = _event_days(study, begins)
    without_end = int((~np.isnan(begins) & ~known).sum())
    if without_end:
        notes = (
            *notes,
            say(
                "Patients whose time has no known end and adds none: {without_end}.", without_end=without_end
            ),
        )
    return RiskTime(
        words=_basis_words(basis, window_days, doses, follow_up_words(study)),
        days=np.where(known, days, 0).astype(np.int64),
        begins=begins,
        event_patient=patient,
        event_day=day,
        courses=courses,
        notes=notes,
    )


def _last_day(
    end: Outcome, course: DoseCourse, basis: RiskBasis, window_days: float, follow_up_end: float
) -> float:
    """Return the last day at risk; `follow_up_end` is where the plan ends follow-up, NaN: last contact."""

    def within(day: float) -> float:
        return day if np.isnan([day, follow_up_end]).any() else min(day, follow_up_end)

    contact = within(end.last_contact_day)
    if basis == "study":
        return within(float(np.fmax(end.last_contact_day, end.last_dose_day)))
    still_on = [step.end for step in course.steps if step.is_open and step.kind == "dose"]
    last_dose = max([end.last_dose_day, *still_on]) if not np.isnan(end.last_dose_day) else contact
    last_dose = max([last_dose, *still_on])
    if basis == "treatment":
        return last_dose
    until = last_dose + window_days + (last_dose < 0 <= last_dose + window_days)
    return float(max(last_dose, np.fmin.reduce([until, contact, follow_up_end])))


def _basis_words(basis: RiskBasis, window_days: float, doses: bool, until: str) -> str:
    if not doses:
        return say("day 1 to {until} (the file records no doses)", until=say(until))
    return {
        "treatment": say("on treatment: first to last dose, interruptions included"),
        "window": say("on treatment and after it, up to the {until}", until=say(until))
        if np.isinf(window_days)
        else say(
            "on treatment and {days:g} days more, not beyond the {until}", days=window_days, until=say(until)
        ),
        "study": say("on study: first dose to {until}", until=say(until)),
    }[basis]


def _event_days(study: Study, begins: Floats) -> tuple[Ints, Floats, tuple[str, ...]]:
    """Return patient and day of the start of every event, and what was decided about the start."""
    patient = study.positions(EVENTS)
    times = possible_times(study)
    start = imputed_start(times.start_first, times.start_last, times.first_dose)
    day = study_day(start, study.column("subjects", "RFSTDT")[patient])
    day = elapsed_days(np.where(np.isnan(day), study.column(EVENTS, "ASTDY"), day)) - begins[patient]
    missing = np.isnan(day) & ~np.isnan(begins[patient])
    partial = (times.start_first != times.start_last) & ~np.isnat(times.start_first)
    notes = []
    if missing.any():
        notes.append(say("Events without a start, placed on the first day: {n}.", n=int(missing.sum())))
    if partial.any():
        notes.append(
            say(
                "Events with a partial start, placed on its first possible day but not before the "
                "first dose: {n}.",
                n=int(partial.sum()),
            )
        )
    return patient, np.where(missing, 0.0, day), tuple(notes)
