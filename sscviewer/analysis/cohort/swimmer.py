"""A lane per patient: the dose as steps, the worse adverse events, how it ended."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.cohort.alignment import Alignment, alignment, in_unit
from sscviewer.analysis.cohort.cohort_settings import SwimmerSettings
from sscviewer.analysis.cohort.spaghetti import x_label
from sscviewer.analysis.events.event_columns import Scale
from sscviewer.analysis.events.event_levels import event_levels, event_scale
from sscviewer.analysis.outcome import WORDS, Outcome
from sscviewer.analysis.patient.dose_course import DoseCourse
from sscviewer.analysis.patient.dose_courses import dose_courses
from sscviewer.analysis.plan.events import EventRules
from sscviewer.analysis.population import Population
from sscviewer.model.arrays import Floats, Ints
from sscviewer.model.dates import next_day
from sscviewer.model.study import Study

Placing = Callable[[Floats, Ints], Floats]


@dataclass(frozen=True, slots=True)
class DoseBars:
    """Periods on one dose (s,): lane, first and last edge, dose per day, "dose" "interruption" or "gap"."""

    lane: Ints
    x0: Floats
    x1: Floats
    dose: Floats
    kind: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventMarks:
    """Adverse events (e,): lane, start, grade, name, whether serious, row of the adverse events table."""

    lane: Ints
    x: Floats
    grade: Floats
    label: tuple[str, ...]
    serious: npt.NDArray[np.bool_]
    row: Ints


@dataclass(frozen=True, slots=True)
class Swimmer:
    """All lanes, the first on top (k,).

    Attributes
    ----------
    x_label : axis title with the unit
    drug, unit : (k,) of the doses of each lane, "" without any
    subjects, arm : (k,), the arm as the population has it: as randomised or as treated
    outcome : (k,) "completed", "stopped" …
    words : (k,) "stopped on day 154: adverse event (rash)"
    end : (k,) where the outcome's mark stands; NaN if its day is not known
    is_open : (k,) the last dose has no end in the file: an arrow
    last : (k,) last contact
    doses, events
    n_events, n_serious : (k,) adverse events of the table, drawn or not; NaN where the file has none, or does
        not say which are serious
    highest : the highest dose in each unit, "" where the file names none: a colour scale each
    left_out : treated patients without a lane, and why; events without a start, as (patient, why)
    """

    settings: SwimmerSettings
    x_label: str
    drug: tuple[str, ...]
    unit: tuple[str, ...]
    subjects: tuple[str, ...]
    arm: tuple[str, ...]
    outcome: tuple[str, ...]
    words: tuple[str, ...]
    end: Floats
    is_open: npt.NDArray[np.bool_]
    last: Floats
    doses: DoseBars
    events: EventMarks
    n_events: Floats
    n_serious: Floats
    scale: Scale
    highest: Mapping[str, float]
    left_out: tuple[tuple[str, str], ...]

    @property
    def common_unit(self) -> str:
        """The unit of all doses; "" where lanes differ, or have none."""
        units = {unit for unit in self.unit if unit}
        return units.pop() if len(units) == 1 else ""


def swimmer(
    study: Study,
    who: Population,
    settings: SwimmerSettings,
    outcomes: Sequence[Outcome],
    rules: EventRules,
) -> Swimmer:
    """Return the lanes of all treated patients.

    Parameters
    ----------
    outcomes : one per patient of `study.usubjids`, as `cohort_overview` has them
    """
    aligned = alignment(study, who, settings.anchor, outcomes, rules)
    courses = dose_courses(study)
    events = _event_rows(study, settings.grade)
    shown = np.flatnonzero(who.treated & ~np.isnan(aligned.elapsed))
    shown = shown[_order(study, settings, shown, outcomes, courses, events, who.arm)]
    lane = np.full(len(study.usubjids), -1, dtype=np.int64)
    lane[shown] = np.arange(len(shown))

    def at(day: Floats, patient: Ints) -> Floats:
        return in_unit(aligned.since(day, patient), settings.time)

    patients: list[int] = shown.tolist()
    known, ends = [courses[i] for i in patients], [outcomes[i] for i in patients]
    marks, undated = _marks(study, events, lane, at)
    return Swimmer(
        settings=settings,
        x_label=x_label(aligned, settings.time),
        drug=tuple(c.drug if c.steps else "" for c in known),
        unit=tuple(c.unit if c.steps else "" for c in known),
        subjects=tuple(study.usubjids[i] for i in patients),
        arm=tuple(str(who.arm[i]) for i in patients),
        outcome=tuple(WORDS[end.status] for end in ends),
        words=tuple(end.words for end in ends),
        end=at(np.array([_end_day(end) for end in ends]), shown),
        is_open=np.array([bool(c.steps) and c.steps[-1].is_open for c in known], dtype=np.bool_),
        last=at(np.array([end.last_contact_day for end in ends], dtype=np.float64), shown),
        doses=_bars(courses, shown, at),
        events=marks,
        n_events=_reported(study, shown),
        n_serious=_reported(study, shown, serious=True),
        scale=event_scale(study),
        highest=_highest(known),
        left_out=(*_without(aligned), *undated),
    )


def _highest(courses: Sequence[DoseCourse]) -> dict[str, float]:
    highest: dict[str, float] = {}
    for course in courses:
        if course.steps:
            highest[course.unit] = max(course.highest, highest.get(course.unit, 0.0))
    return highest


def _end_day(end: Outcome) -> float:
    return end.death_day if np.isnan(end.day) else end.day


def _event_rows(study: Study, grade: int) -> Ints:
    """Return the rows of adverse events of at least a grade."""
    return np.flatnonzero(event_levels(study) >= grade)


def _bars(courses: Sequence[DoseCourse], shown: Ints, at: Placing) -> DoseBars:
    steps = [(i, patient, step) for i, patient in enumerate(shown) for step in courses[patient].steps]
    patient = np.array([p for _, p, _ in steps], dtype=np.int64)
    return DoseBars(
        np.array([i for i, _, _ in steps], dtype=np.int64),
        at(np.array([step.start for _, _, step in steps]), patient),
        at(np.array([next_day(step.end) for _, _, step in steps]), patient),
        np.array([step.dose for _, _, step in steps]),
        tuple(step.kind for _, _, step in steps),
    )


def _marks(study: Study, rows: Ints, lane: Ints, at: Placing) -> tuple[EventMarks, list[tuple[str, str]]]:
    patient = study.positions("adverse_events")[rows]
    rows, patient = rows[lane[patient] >= 0], patient[lane[patient] >= 0]
    x = at(study.column("adverse_events", "ASTDY")[rows], patient)
    dated = ~np.isnan(x)
    undated = [(study.usubjids[p], "an event without a start") for p in patient[~dated]]
    rows, patient, x = rows[dated], patient[dated], x[dated]
    decoded = study.column("adverse_events", "AEDECOD")[rows]
    reported = study.column("adverse_events", "AETERM")[rows]
    marks = EventMarks(
        lane[patient],
        x,
        event_levels(study)[rows],
        tuple(str(name or term) for name, term in zip(decoded, reported, strict=True)),
        np.asarray(study.column("adverse_events", "AESER")[rows] == "Y", dtype=np.bool_),
        rows,
    )
    return marks, undated


def _reported(study: Study, shown: Ints, *, serious: bool = False) -> Floats:
    """Return how many adverse events, or serious ones, the table has of each patient (k,)."""
    patient, says = study.positions("adverse_events"), study.column("adverse_events", "AESER")
    if not np.any(says != "") if serious else not len(patient):
        return np.full(len(shown), np.nan)
    of = patient[says == "Y"] if serious else patient
    return np.bincount(of, minlength=len(study.usubjids))[shown].astype(np.float64)


def _order(
    study: Study,
    settings: SwimmerSettings,
    shown: Ints,
    outcomes: Sequence[Outcome],
    courses: Sequence[DoseCourse],
    events: Ints,
    arms: npt.NDArray[np.object_],
) -> Ints:
    """Return the order of the lanes; equal ones stay in the order of the patients, unknown ones come last."""
    patients: list[int] = shown.tolist()
    if settings.sort == "patient":
        return np.arange(len(shown))
    if settings.sort in ("end", "arm"):
        words = [outcomes[i].status if settings.sort == "end" else str(arms[i]) for i in patients]
        return np.argsort(np.array(words, dtype=str), kind="stable")
    if settings.sort == "event":
        first = np.full(len(study.usubjids), np.inf)
        patient = study.positions("adverse_events")[events]
        np.fmin.at(first, patient, study.column("adverse_events", "ASTDY")[events])
        return np.argsort(first[shown], kind="stable")
    key = [
        courses[i].duration if settings.sort == "duration" else courses[i].average_daily_dose for i in shown
    ]
    return np.argsort(-np.array(key, dtype=np.float64), kind="stable")


def _without(aligned: Alignment) -> list[tuple[str, str]]:
    return [(usubjid, f"no {aligned.words}") for usubjid in aligned.missing]
