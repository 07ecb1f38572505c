"""The day each patient's time is counted from in pictures of the whole trial."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.cohort.cohort_settings import Anchor
from sscviewer.analysis.events.event_levels import event_levels, event_scale, level_or_worse
from sscviewer.analysis.events.treatment_emergent import treatment_emergent
from sscviewer.analysis.outcome import Outcome
from sscviewer.analysis.patient.dose_course import DoseCourse
from sscviewer.analysis.patient.dose_courses import dose_courses
from sscviewer.analysis.plan.events import EventRules
from sscviewer.analysis.population import Population
from sscviewer.analysis.settled.clock import clock_of, start_dates
from sscviewer.model.arrays import Floats
from sscviewer.model.dates import DAYS_PER_MONTH, elapsed_days, study_day
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where day 0 is.

    Attributes
    ----------
    elapsed : (p,) days from day 1 to each patient's anchor, in the order of `usubjids`; NaN without one
    missing : treated patients without the anchor
    words : "first dose", "first event of grade 3 or more" …
    """

    elapsed: Floats
    missing: tuple[str, ...]
    words: str

    def since(self, day: Floats, patient: npt.NDArray[np.int64]) -> Floats:
        """Return days from the anchor (n,) of study days (n,) of patients (n,)."""
        return np.asarray(elapsed_days(day) - self.elapsed[patient])


def in_unit(days: Floats, time: str) -> Floats:
    """Return days as they are, or in months."""
    return days if time == "day" else days / DAYS_PER_MONTH


def alignment(
    study: Study, who: Population, anchor: Anchor, outcomes: Sequence[Outcome], rules: EventRules
) -> Alignment:
    """Return each patient's anchor.

    Parameters
    ----------
    outcomes : one per patient of `study.usubjids`, as `cohort_overview` has them
    """
    words = {
        "first_dose": "baseline" if study.visit_order else clock_of(study),
        "first_event": f"first event {level_or_worse(anchor.grade, event_scale(study))}",
        "first_reduction": "first dose reduction",
        "stop": "stop",
    }
    if anchor.kind == "first_dose":
        day = _day_1(study)
    elif anchor.kind == "first_event":
        day = first_event_days(study, anchor.grade, rules)
    elif anchor.kind == "first_reduction":
        day = np.array([_first_reduction(course) for course in dose_courses(study)])
    else:
        day = np.array([end.day if end.status == "DISCONTINUED" else np.nan for end in outcomes])
    elapsed = elapsed_days(np.asarray(day, dtype=np.float64))
    without = np.flatnonzero(np.isnan(elapsed) & who.treated)
    return Alignment(elapsed, tuple(study.usubjids[i] for i in without), words[anchor.kind])


def first_event_days(study: Study, grade: int, rules: EventRules) -> Floats:
    """Return the day (p,) of the first treatment-emergent event of at least a grade, NaN without."""
    counted = treatment_emergent(study, rules.window_days) & (event_levels(study) >= grade)
    day = study.column("adverse_events", "ASTDY")
    rows = np.flatnonzero(counted & ~np.isnan(day))
    first = np.full(len(study.usubjids), np.inf)
    np.minimum.at(first, study.positions("adverse_events")[rows], day[rows])
    return np.where(np.isinf(first), np.nan, first)


def _day_1(study: Study) -> Floats:
    """Return day 1 of who has the day the plan counts from; of all where the file has nobody's first dose."""
    start = start_dates(study, clock_of(study))
    if np.isnat(start).all():
        return np.ones(len(study.usubjids))
    return study_day(start, study.column("subjects", "RFSTDT"))


def _first_reduction(course: DoseCourse) -> float:
    return min((change.day for change in course.changes if change.kind == "reduction"), default=np.nan)
