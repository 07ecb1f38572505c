"""How much of the drug each patient had, how the dose moved, and what limited it."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from sscviewer.analysis.patient.dose_course import DoseChange, DoseCourse
from sscviewer.analysis.patient.dose_courses import dosed_courses
from sscviewer.analysis.plan.events import EventRules
from sscviewer.analysis.planned_dose import PlannedDose
from sscviewer.analysis.population import Population
from sscviewer.analysis.survival.event_times import EventTimes, event_times
from sscviewer.model.counted import counted
from sscviewer.model.dates import day_before, days_counted
from sscviewer.model.study import Study

SAME_DAY = {"sum": "all together", "last": "the last in the file", "larger": "the larger"}
"""Which of the records that began on one day count, by the plan."""


@dataclass(frozen=True, slots=True)
class DoseLimiting:
    """The first adverse event for which the dose was lowered, paused or stopped.

    Attributes
    ----------
    row
        Of the adverse events table.
    day
        First possible study day of its onset; NaN without a start.
    """

    row: int
    day: float
    name: str
    action: str


@dataclass(frozen=True, slots=True)
class PatientExposure:
    """The exposure of one patient with a dated dose.

    Attributes
    ----------
    duration, recorded_days, days_on_drug, interrupted_days, gap_days, overlap_days
        Days from first to last dose; of these those whose dose is known (`DoseCourse.unknown`); with a dose;
        with a recorded dose of 0 and with no record in between; covered by more than one record.
    cumulative_dose, average_daily_dose, average_dose_on_dosing_days
        Sum of dose x days; over the recorded days; over the days with a dose.
    relative_dose_intensity, relative_dose_intensity_planned
        100 x cumulative dose / dose planned for the recorded days, and for the whole planned time; NaN
        without a planned schedule.
    reductions
        Changes to a lower dose, whether at once or on restarting after a pause.
    interruptions, increases, increases_after_reduction
        Pauses; changes to a higher dose; of these, those after a reduction.
    levels
        (dose, days at it), ascending.
    reasons
        (kind of change, reason in the log), in time order; only changes with a reason.
    notes
        What had to be assumed, in words.
    on_single_days
        As `DoseCourse.on_single_days`: the averages are of the days the drug was given.
    """

    usubjid: str
    drug: str
    unit: str
    duration: float
    recorded_days: float
    days_on_drug: float
    interrupted_days: float
    gap_days: float
    overlap_days: float
    cumulative_dose: float
    average_daily_dose: float
    average_dose_on_dosing_days: float
    relative_dose_intensity: float
    relative_dose_intensity_planned: float
    reductions: int
    interruptions: int
    increases: int
    increases_after_reduction: int
    highest_dose: float
    last_dose: float
    levels: tuple[tuple[float, float], ...]
    reasons: tuple[tuple[str, str], ...]
    first_limiting: DoseLimiting | None
    notes: tuple[str, ...]
    on_single_days: bool


def patient_exposure(
    study: Study, who: Population, planned: PlannedDose | None, rules: EventRules
) -> tuple[PatientExposure, ...]:
    """Return the exposure of every counted patient with a dated dose, in the order of the patients.

    Parameters
    ----------
    planned
        The trial's schedule; without it the relative dose intensity is not reported.
    """
    courses = dosed_courses(study, who)
    limiting = _first_limiting(study, event_times(study, who, rules))
    return tuple(exposure_of(course, planned, limiting.get(usubjid)) for usubjid, course in courses.items())


def exposure_of(
    course: DoseCourse, planned: PlannedDose | None = None, limiting: DoseLimiting | None = None
) -> PatientExposure:
    """Return the exposure behind one dose course (with at least one dose).

    **Source**: dose intensity as admiral's TNDOSE, TSNDOSE, TNDOSINT, TSDOSINT (ADEX): all days counted.
    """
    given = [step for step in course.steps if step.kind == "dose"]
    levels: dict[float, float] = defaultdict(float)
    for step in given:
        levels[step.dose] += days_counted(step.start, step.end)
    cumulative = course.cumulative
    increases = [change for change in course.changes if change.kind == "increase"]
    lowered = reduced_days(course)
    return PatientExposure(
        usubjid=course.usubjid,
        drug=course.drug,
        unit=course.unit,
        duration=course.duration,
        recorded_days=course.recorded_days,
        days_on_drug=course.days_on_drug,
        interrupted_days=_days_of(course, "interruption"),
        gap_days=_days_of(course, "gap"),
        overlap_days=course.overlap_days,
        cumulative_dose=cumulative,
        average_daily_dose=course.average_daily_dose,
        average_dose_on_dosing_days=cumulative / course.days_on_drug,
        relative_dose_intensity=_percent(cumulative, _planned_for(planned, course) if planned else 0.0),
        relative_dose_intensity_planned=_percent(cumulative, planned.cumulative(np.inf) if planned else 0.0),
        reductions=len(lowered),
        interruptions=len(pauses(course)),
        increases=len(increases),
        increases_after_reduction=sum(change.day > min(lowered, default=np.inf) for change in increases),
        highest_dose=course.highest,
        last_dose=given[-1].dose,
        levels=tuple(sorted(levels.items())),
        reasons=tuple((change.kind, change.reason) for change in course.changes if change.reason),
        first_limiting=limiting,
        notes=_notes(course),
        on_single_days=course.on_single_days,
    )


def reduced_days(course: DoseCourse) -> tuple[float, ...]:
    """Return the study days from which the dose was lower than the last dose before, a pause left out."""
    given = [step for step in course.steps if step.dose > 0]
    return tuple(after.start for before, after in pairwise(given) if after.dose < before.dose)


def pauses(course: DoseCourse) -> tuple[DoseChange, ...]:
    """Return the changes to no dose after which a dose followed."""
    restarts = [change.day for change in course.changes if change.kind == "restart"]
    last = max(restarts, default=-np.inf)
    return tuple(change for change in course.changes if change.kind == "interruption" and change.day < last)


def _days_of(course: DoseCourse, kind: str) -> float:
    # A pause that no dose follows is the end of treatment, not an interruption of it.
    last = max(step.end for step in course.steps if step.kind == "dose")
    inside = [step for step in course.steps if step.kind == kind and step.start < last]
    return float(sum(days_counted(step.start, step.end) for step in inside))


def _planned_for(planned: PlannedDose, course: DoseCourse) -> float:
    """Return the dose planned for the recorded days of a patient."""
    first = min(step.start for step in course.steps if step.kind == "dose")

    def until(day: float) -> float:
        return planned.cumulative(days_counted(first, day))

    return planned.cumulative(course.duration) - sum(
        until(step.end) - until(day_before(step.start)) for step in course.unknown
    )


def _percent(cumulative: float, planned: float) -> float:
    return 100.0 * cumulative / planned if planned > 0 else np.nan


def _notes(course: DoseCourse) -> tuple[str, ...]:
    notes = [f"{why}: {cell}" for why, cell in course.not_drawn if not why.startswith("another drug")]
    if any(step.is_partial for step in course.steps):
        notes.append("partial dates: counted from the first possible start to the last possible end")
    if any(step.is_open for step in course.steps):
        notes.append("last period without an end: counted to the last contact")
    if course.duration > course.recorded_days:
        gap = course.duration - course.recorded_days
        between = "those it was given on" if course.on_single_days else "records of doses"
        notes.append(f"{gap:.0f} days between {between}: not known, in no average")
    if course.overlap_days:
        days = counted(round(course.overlap_days), "day")
        notes.append(
            f"{days} with more than one record: the later one counts, of one day {SAME_DAY[course.same_day]}"
        )
    return tuple(notes)


def _first_limiting(study: Study, events: EventTimes) -> dict[str, DoseLimiting]:
    chosen = events.chosen(events.limiting)
    first: dict[str, DoseLimiting] = {}
    for i in np.argsort(chosen.onset(), kind="stable"):
        row = int(chosen.row[i])
        decoded = str(study.column("adverse_events", "AEDECOD")[row])
        first.setdefault(
            study.usubjids[chosen.subject[i]],
            DoseLimiting(
                row=row,
                day=float(chosen.first[i]),
                name=decoded or str(study.column("adverse_events", "AETERM")[row]),
                action=str(study.column("adverse_events", "AEACN")[row]),
            ),
        )
    return first
