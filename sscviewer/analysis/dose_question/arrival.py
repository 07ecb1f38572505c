"""The clock that starts when a patient first arrives at a dose."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

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
        at = np.flatnonzero(patient.dose == dose)
        if not at.size:
            continue
        begin = int(at[0]) + 1
        left = np.flatnonzero(patient.in_force[begin - 1 :] != dose)
        day = begin + int(left[0]) if left.size else patient.last_day + 1
        day = min([event for event in patient.event_days if event >= begin] + [day])
        limiting = day <= patient.last_day and bool(patient.in_force[day - 1] == dose)
        ended = not limiting and day > patient.last_day
        yield Arrival(patient.usubjid, dose, day - begin + limiting, limiting, ended and patient.competing)
