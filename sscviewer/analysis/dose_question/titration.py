"""What one titration trial shows in counts: the patients' days, the doses, the regimen, the intervals."""

from collections import Counter
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from sscviewer.analysis.dose_question.dose_table import DoseRow, dose_table
from sscviewer.analysis.dose_question.patient_days import (
    CUTS,
    PatientDays,
    has_word,
    patients_by_action,
    patients_by_reason,
)
from sscviewer.analysis.dose_question.person_weeks import WEEK_DAYS, person_weeks
from sscviewer.analysis.dose_question.regimen import regimen_curve
from sscviewer.analysis.dose_question.schedule import (
    NO_SCHEDULE,
    Schedule,
    common_schedule,
    planned_schedule,
)
from sscviewer.analysis.dose_question.tolerated_interval import ToleratedInterval, tolerated_interval
from sscviewer.analysis.dose_question.turnbull import turnbull, turnbull_interval
from sscviewer.analysis.outcome import outcomes
from sscviewer.analysis.patient.dose_course import DoseCourse, main_drug
from sscviewer.analysis.patient.dose_courses import dosed_courses
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.plan.dose_question import DoseQuestionRules
from sscviewer.analysis.planned_dose import PlannedDose, planned_doses
from sscviewer.analysis.population import Population
from sscviewer.analysis.question_cache import cached_per_question
from sscviewer.analysis.settled.clock import from_first_dose
from sscviewer.analysis.survival.event_times import EventTimes, event_times
from sscviewer.analysis.survival.survival import KaplanMeier
from sscviewer.model.sentence import say
from sscviewer.model.study import Study

NO_LOG = say("The file has no dose log with dated doses: which dose is tolerated cannot be told.")
NO_LIMITING = say(
    "The file has neither the action taken for adverse events nor the reason of every "
    "cut of the dose: which events were dose-limiting is not known, so that nothing is "
    "said of tolerability."
)
NOT_KNOWN = say("Which events were dose-limiting is not known.")
"""In place of what would be drawn of them."""


@dataclass(frozen=True, slots=True)
class KeptPoint:
    """Share of patients seen to keep a dose, from the intervals; `least` where the curve is only bounded."""

    dose: float
    estimate: float
    lower: float
    upper: float
    least: float


@dataclass(frozen=True, slots=True)
class Titration:
    """The counts behind every answer.

    Attributes
    ----------
    not_in_file
        Why there is nothing to count; None when there is.
    limiting_known
        False where the file cannot say which events were dose-limiting: then `rows` have no meaning beyond
        `reached` and `patient_days`, and what follows is empty.
    by_reason
        Events known from the dose log's reasons alone.
    n
        Treated patients with a dose of the drug.
    reference_dose
        Where ln dose is 0.
    notes
        What was left out or decided, in words.
    """

    not_in_file: str | None
    rules: DoseQuestionRules
    drug: str
    unit: str
    duration_weeks: int
    patients: tuple[PatientDays, ...] = ()
    rows: tuple[DoseRow, ...] = ()
    limiting_known: bool = True
    by_reason: bool = False
    response_driven: bool = False
    regimen: KaplanMeier | None = None
    intervals: tuple[ToleratedInterval, ...] = ()
    kept_curve: tuple[KeptPoint, ...] = ()
    schedule: Schedule = NO_SCHEDULE
    reference_dose: float = 0.0
    notes: tuple[str, ...] = ()

    @property
    def n(self) -> int:
        """How many patients took the drug."""
        return len(self.patients)

    @property
    def duration_days(self) -> int:
        """Planned duration."""
        return self.duration_weeks * WEEK_DAYS

    @property
    def doses(self) -> tuple[float, ...]:
        """The different doses given, ascending."""
        return tuple(sorted({dose for patient in self.patients for dose in patient.doses}))

    @property
    def n_events(self) -> int:
        """Dose-limiting events."""
        return sum(len(patient.events) for patient in self.patients)

    def weeks(self) -> pd.DataFrame:
        """Return the weeks at risk (`person_weeks`)."""
        return person_weeks(self.patients, self.duration_weeks)


@cached_per_question
def titration(study: Study, who: Population, plan: AnalysisPlan) -> Titration:
    """Return the counts of the trial's drug, of the treated patients that a filter leaves.

    Without a schedule in the plan doses are taken to be reached as was common in the trial.
    """
    study = from_first_dose(study)
    rules, planned = plan.dose_question, planned_doses(plan.study.dose_schedule)
    drug, events = main_drug(study), event_times(study, who, plan.events)
    dosed = dosed_courses(study, who)
    courses = {u: course for u, course in dosed.items() if course.drug == drug and course.cumulative > 0}
    unit, courses, other_units = _one_unit(courses)
    if not courses:
        return Titration(NO_LOG, rules, drug, unit, 0)
    patients, by_reason = _patients(study, courses, rules, events)
    weeks = rules.duration_weeks or _duration(study, patients, planned, plan.study.duration_days)
    found = Titration(
        not_in_file=None,
        rules=rules,
        drug=drug,
        unit=unit,
        duration_weeks=weeks,
        patients=patients,
        limiting_known=not by_reason or _reasons_known(study, courses),
        by_reason=by_reason,
        response_driven=rules.titration == "response" or _follows_response(courses, rules),
        schedule=common_schedule(patients) if planned is None else planned_schedule(planned),
    )
    found = replace(found, reference_dose=_reference(found), rules=replace(rules, per_dose=_step(found)))
    rules = found.rules
    other_drug = len(dosed) - len(courses) - other_units
    found = replace(found, notes=_notes(study, events, found, courses, other_drug, other_units))
    if len(found.doses) <= rules.most_doses:
        found = replace(found, rows=dose_table(patients, found.duration_days, rules))
    return _with_answers(found) if found.limiting_known else found


def _with_answers(found: Titration) -> Titration:
    rules = found.rules
    days = rules.tolerated_weeks * WEEK_DAYS
    intervals = tuple(tolerated_interval(patient, days) for patient in found.patients)
    curve: tuple[KeptPoint, ...] = ()
    if 1 < len(found.doses) <= rules.most_doses:
        fit = turnbull([one.tolerated for one in intervals], [one.failed for one in intervals])
        upper_curve, least = fit.above(found.doses)
        limits = turnbull_interval(fit, found.doses, rules.level, rules.resamples, rules.seed)
        columns = zip(found.doses, upper_curve, *limits, least, strict=True)
        curve = tuple(KeptPoint(*(float(value) for value in column)) for column in columns)
    return replace(
        found, regimen=regimen_curve(found.patients, rules.level), intervals=intervals, kept_curve=curve
    )


def _one_unit(courses: dict[str, DoseCourse]) -> tuple[str, dict[str, DoseCourse], int]:
    """Return the commonest unit, the courses in it, and how many are in another."""
    units = Counter(course.unit for course in courses.values())
    if not units:
        return "", {}, 0
    unit = units.most_common(1)[0][0]
    mine = {usubjid: course for usubjid, course in courses.items() if course.unit == unit}
    return unit, mine, len(courses) - len(mine)


def _patients(
    study: Study, courses: dict[str, DoseCourse], rules: DoseQuestionRules, events: EventTimes
) -> tuple[tuple[PatientDays, ...], bool]:
    """Return the patients, and whether their events are known from the log's reasons alone."""
    ends = {end.usubjid: end for end in outcomes(study)}
    actions = study.column("adverse_events", "AEACN").astype(str)
    if rules.limiting == "action" and (actions != "").any():
        return patients_by_action(study, courses, events, ends), False
    return patients_by_reason(study, courses, ends, rules), True


def _reasons_known(study: Study, courses: dict[str, DoseCourse]) -> bool:
    """Return whether the reasons for cuts are in the file: in the log, or nobody was cut but by stopping."""
    if (study.column("exposure", "EXADJ").astype(str) != "").any():
        return True
    ends = {end.usubjid: end for end in outcomes(study)}
    for usubjid, course in courses.items():
        end = ends[usubjid]
        told = end.status in ("COMPLETED", "ONGOING") or bool(end.reason)
        if any(change.kind in CUTS and (change.kind != "stop" or not told) for change in course.changes):
            return False
    return True


def _follows_response(courses: dict[str, DoseCourse], rules: DoseQuestionRules) -> bool:
    raised = [c.reason for course in courses.values() for c in course.changes if c.kind == "increase"]
    return any(has_word(reason, rules.response_reasons) for reason in raised)


def _duration(
    study: Study, patients: tuple[PatientDays, ...], planned: PlannedDose | None, days: int | None
) -> int:
    """Return the planned duration in weeks: the plan's, else as long as those who completed took the drug."""
    if days is None and planned is not None:
        days = round(planned.until)
    if days is not None:
        return max(round(days / WEEK_DAYS), 1)
    done = {end.usubjid for end in outcomes(study) if end.status == "COMPLETED"}
    last = [patient.last_day for patient in patients if patient.usubjid in done]
    took = float(np.median(last)) if last else max(patient.last_day for patient in patients)
    return max(round(took / WEEK_DAYS), 1)


def _reference(found: Titration) -> float:
    """Return the rules' reference dose; where it lies outside the doses given, the middle dose by time."""
    wanted, doses = found.rules.reference_dose, found.doses
    by_size = "/" in found.unit
    if "mg" in found.unit.casefold() and not by_size and doses[0] <= wanted <= doses[-1]:
        return wanted
    every = np.concatenate([patient.dose[patient.dose > 0] for patient in found.patients])
    return float(np.quantile(every, 0.5, method="lower"))


def _step(found: Titration) -> float:
    """Return the plan's step of dose; where the doses span less (mg/kg), the smallest step between two."""
    doses, wanted = found.doses, found.rules.per_dose
    if len(doses) < 2 or doses[-1] - doses[0] >= wanted:
        return wanted
    return float(min(np.diff(doses)))


def _notes(
    study: Study,
    events: EventTimes,
    found: Titration,
    courses: dict[str, DoseCourse],
    other_drug: int,
    other_units: int,
) -> tuple[str, ...]:
    moved = sum(event.moved for patient in found.patients for event in patient.events)
    limiting = events.chosen(events.limiting)
    mine = np.isin(limiting.subject, [patient.subject for patient in found.patients])
    records = sum(
        why.startswith("another drug") for course in courses.values() for why, _ in course.not_drawn
    )
    placed = 0 if found.by_reason else int(mine.sum()) - limiting.chosen(mine).undated - found.n_events
    counted = (
        (other_drug, f"Patients on another drug, left out: the question is asked of {found.drug}"),
        (records, "Records of other drugs, not counted"),
        (other_units, f"Patients whose doses are not in {found.unit}, left out"),
        (moved, "Dose-limiting events that began after the drug was stopped, counted on its last day"),
        (placed, "Dose-limiting events that began while no dose was in force, not counted"),
        (0 if found.by_reason else limiting.chosen(mine).undated, "Dose-limiting events without a start"),
    )
    notes = [f"{text}: {n}." for n, text in counted if n]
    if found.reference_dose != found.rules.reference_dose and len(found.doses) > 1:
        notes.append(
            say(
                "Reference dose of the model: {dose:g} {unit}, the middle dose.",
                dose=found.reference_dose,
                unit=found.unit,
            )
        )
    if found.by_reason and found.limiting_known:
        notes.append(
            say("Dose-limiting events come from reasons for changes and stops; no event has an action.")
        )
    if "/" in found.unit:
        notes.append(
            say("Doses are in {unit}: what is said holds for doses by body size, not in mg.", unit=found.unit)
        )
    if len(found.doses) > found.rules.most_doses:
        notes.append(say("{n} different doses were given: there is no table by dose.", n=len(found.doses)))
    return tuple(notes)
