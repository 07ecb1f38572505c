"""The dose courses of all patients."""

from dataclasses import replace

import numpy as np

from sscviewer.analysis.outcome import outcomes
from sscviewer.analysis.patient.dose_course import (
    ACTION_FOR,
    DoseChange,
    DoseCourse,
    changes_of,
    dose_course,
    drug_of,
    main_drug,
)
from sscviewer.analysis.patient.in_force import steps_in_force, usual_intervals
from sscviewer.analysis.patient.timeline import acted_on
from sscviewer.analysis.population import Population
from sscviewer.analysis.stopping import stop_if_unwanted
from sscviewer.analysis.study_cache import cached_per_study
from sscviewer.model.study import Study


@cached_per_study
def dose_courses(study: Study) -> tuple[DoseCourse, ...]:
    """Return every patient's course of the trial's drug, in the order of `usubjids`.

    Periods without an end are cut at the last contact.
    """
    drug, ends = main_drug(study), outcomes(study)
    courses = [
        dose_course(study, end.usubjid, drug_of(study, end.usubjid, drug), end.last_contact_day)
        for end in ends
    ]
    intervals = usual_intervals(courses)
    return tuple(
        replace(
            course,
            in_force=steps_in_force(course, intervals.get(course.drug, np.nan), end.last_contact_day),
        )
        for course, end in zip(courses, ends, strict=True)
    )


def dosed_courses(study: Study, who: Population) -> dict[str, DoseCourse]:
    """Return the dose course of every counted patient with a dated dose, by USUBJID."""
    return {
        course.usubjid: course
        for course, counted in zip(dose_courses(study), who.treated, strict=True)
        if counted and course.days_on_drug > 0
    }


def dose_changes(study: Study, who: Population) -> tuple[tuple[str, DoseChange], ...]:
    """Return (patient, change) of every counted patient, in order, each tied to the event behind it."""
    counted = {usubjid for usubjid, is_in in zip(study.usubjids, who.treated, strict=True) if is_in}
    return tuple((usubjid, change) for usubjid, change in _tied_changes(study) if usubjid in counted)


@cached_per_study
def _tied_changes(study: Study) -> tuple[tuple[str, DoseChange], ...]:
    found: list[tuple[str, DoseChange]] = []
    for end, course in zip(outcomes(study), dose_courses(study), strict=True):
        stop_if_unwanted()
        if course.changes:
            # Only what can be tied: to lay out every event of thousands of patients takes half a minute.
            events = acted_on(study, end.usubjid, end.last_contact_day, ACTION_FOR.values())
            tied = changes_of(course.steps, events, course.drug, course.unit)
            found += [(end.usubjid, change) for change in tied]
    return tuple(found)
