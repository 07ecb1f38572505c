"""The clock that starts when a patient first arrives at a dose."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sscviewer.analysis.dose_question.patient_days import PatientDays


@dataclass(frozen=True, slots=True)
class Arrival:
    """One patient's first stay at one dose.

    Attributes
    ----------
    days
        From the first day at it (counted 1) to that of the dose-limiting event, else to the last one at it.
    limiting
        Whether it ended with a dose-limiting event; raised, lowered for another reason or end of data:
        censored.
    competing
        Censored because treatment was stopped for another reason.
    """

    usubjid: str
    dose: float
    days: int
    limiting: bool
    competing: bool


def arrivals(patients: Sequence[PatientDays], dose: float) -> Iterator[Arrival]:
    """Return the first stay of each patient who reached a dose.

    A cut that begins on the day of an event, or the day after it, comes after the event.
    """
    for patient in patients:
        at = patient.dose == dose
        if not at.any():
            continue
        begin = int(at.argmax()) + 1
        left = patient.in_force[begin - 1 :] != dose
        day = begin + int(left.argmax()) if left.any() else patient.last_day + 1
        day = min((event for event in patient.event_days if begin <= event < day), default=day)
        limiting = day <= patient.last_day and bool(patient.in_force[day - 1] == dose)
        ended = not limiting and day > patient.last_day
        yield Arrival(patient.usubjid, dose, day - begin + limiting, limiting, ended and patient.competing)
