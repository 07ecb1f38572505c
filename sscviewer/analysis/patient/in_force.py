"""Which dose events count at: of a drug given on single days, as infusions are, the last one given."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from sscviewer.analysis.patient.dose_course import DoseCourse, given_on_single_days
from sscviewer.analysis.patient.dose_steps import DoseStep
from sscviewer.model.dates import elapsed_days


def usual_interval(courses: Sequence[DoseCourse]) -> float:
    """Return the days from one dose to the next of a drug given on single days; NaN for any other.

    The median over the trial, in which most patients with more than one dose have them on single days.
    """
    several = [course for course in courses if sum(step.kind == "dose" for step in course.steps) > 1]
    single = [course for course in several if course.on_single_days]
    if not given_on_single_days(course.on_single_days for course in several):
        return float("nan")
    given = ([step.start for step in course.steps if step.kind == "dose"] for course in single)
    return float(np.median([day for days in given for day in np.diff(elapsed_days(np.array(days)))]))


def steps_in_force(course: DoseCourse, interval: float, last_contact: float) -> tuple[DoseStep, ...]:
    """Return the periods of the dose that events count at, those recorded where the drug was given daily.

    A dose of a single day is in force until the next record: an infusion acts until the next is due, and the
    days between are no days without drug. The last is in force for the usual interval.

    Parameters
    ----------
    interval
        As `usual_interval` gives it.
    last_contact
        The patient's, where the last period ends at the latest; NaN where it is not known.
    """
    if np.isnan(interval) or not course.of_single_days:
        return course.steps
    out: list[DoseStep] = []
    for step in course.steps:
        if step in course.unknown and out[-1].kind == "dose":
            out[-1] = replace(out[-1], end=step.end)
        elif step.kind == "dose" and step is course.steps[-1]:
            out.append(replace(step, end=_due(step.start, interval, last_contact)))
        else:
            out.append(step)
    return tuple(out)


def _due(start: float, interval: float, last_contact: float) -> float:
    """Return the last day before the next dose would have been due, or of the last contact."""
    end = start + round(interval) - 1
    end += start < 0 <= end  # there is no day 0
    return end if np.isnan(last_contact) else max(start, min(end, last_contact))
