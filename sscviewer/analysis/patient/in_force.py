"""Which dose events count at: of a drug given on single days, as infusions are, the last one given."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from sscviewer.analysis.patient.dose_course import DoseCourse, given_on_single_days
from sscviewer.analysis.patient.dose_steps import DoseStep
from sscviewer.model.dates import days_counted, elapsed_days, next_day

LATE = 1.5
"""The next dose of a drug of single days may come after so many usual intervals: a late visit is no pause."""


def usual_intervals(courses: Sequence[DoseCourse]) -> dict[str, float]:
    """Return the days from one dose to the next of each drug given on single days, by drug.

    The median over the patients on it, most of whom with more than one dose have them on single days; a drug
    given otherwise is left out.
    """
    several: dict[str, list[DoseCourse]] = {}
    for course in courses:
        if len(_given(course)) > 1:
            several.setdefault(course.drug, []).append(course)
    return {
        drug: float(np.median([days for course in own if course.on_single_days for days in _apart(course)]))
        for drug, own in several.items()
        if given_on_single_days(course.on_single_days for course in own)
    }


def _given(course: DoseCourse) -> list[float]:
    """Return the days on which doses began."""
    return [step.start for step in course.steps if step.kind == "dose"]


def _apart(course: DoseCourse) -> list[float]:
    """Return the days from each dose to the next."""
    return [float(days) for days in np.diff(elapsed_days(np.array(_given(course))))]


def steps_in_force(course: DoseCourse, interval: float, last_contact: float) -> tuple[DoseStep, ...]:
    """Return the periods of the dose that events count at, those recorded where the drug was given daily.

    A dose of a single day is in force until the next record where that comes within 1.5 usual intervals: an
    infusion acts until the next is due, and the days between are no days without drug. Else, and the last
    dose, it is in force for the usual interval; the days from then on stay a gap.

    Parameters
    ----------
    interval
        The drug's, as `usual_intervals` gives it; NaN where it has none.
    last_contact
        The patient's, where the last period ends at the latest; NaN where it is not known.
    """
    if np.isnan(interval) or not course.of_single_days:
        return course.steps
    out: list[DoseStep] = []
    for step in course.steps:
        if step in course.unknown and out[-1].kind == "dose":
            out += _until_next(out.pop(), step, interval)
        elif step.kind == "dose" and step is course.steps[-1]:
            out.append(replace(step, end=_due(step.start, interval, last_contact)))
        else:
            out.append(step)
    return tuple(out)


def _until_next(dose: DoseStep, gap: DoseStep, interval: float) -> list[DoseStep]:
    """Return a dose in force until the record after a gap, or until one was due and the rest of the gap."""
    if days_counted(dose.start, gap.end) <= LATE * interval:
        return [replace(dose, end=gap.end)]
    due = _due(dose.start, interval, np.nan)
    return [replace(dose, end=due), replace(gap, start=next_day(due))]


def _due(start: float, interval: float, last_contact: float) -> float:
    """Return the last day before the next dose would have been due, or of the last contact."""
    end = start + round(interval) - 1
    end += start < 0 <= end  # there is no day 0
    return end if np.isnan(last_contact) else max(start, min(end, last_contact))
