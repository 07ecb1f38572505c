"""Everything a patient page shows, as one frozen object that screen and files draw from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.efficacy.model_lines import ModelLines, model_lines
from sscviewer.analysis.labs.labs import Labs, labs
from sscviewer.analysis.outcome import Outcome, outcome
from sscviewer.analysis.parameter_values import day_means, parameter_values
from sscviewer.analysis.patient.dose_course import DoseCourse, dose_course, drug_of, main_drug
from sscviewer.analysis.patient.event_choice import ALL_EVENTS, EventChoice
from sscviewer.analysis.patient.lab_lanes import LabLanes, lab_lanes
from sscviewer.analysis.patient.not_shown import NotShown
from sscviewer.analysis.patient.patient_header import PatientHeader, patient_header
from sscviewer.analysis.patient.record_lanes import TITLES, RecordLanes, record_lanes
from sscviewer.analysis.patient.timeline import LaneOrder, Timeline, timeline
from sscviewer.analysis.patient.trajectory import Trajectory, trajectory
from sscviewer.analysis.patient.visit_schedule import VisitSchedule, planned_days, visit_schedule
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.planned_dose import PlannedDose, planned_doses
from sscviewer.analysis.shown_parameters import LANES
from sscviewer.model.parameters import Parameter
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class CohortLines:
    """All patients' courses of one parameter as one broken line, to lie faintly behind one patient's.

    Attributes
    ----------
    day, aval : (n,) NaN between patients
    low, high : the range of all values, so that every patient is drawn on the same axis
    n_subjects, n_drawn : patients with values, and how many of them are in the line
    """

    parameter: Parameter
    day: npt.NDArray[np.float64]
    aval: npt.NDArray[np.float64]
    low: float
    high: float
    n_subjects: int
    n_drawn: int


@dataclass(frozen=True, slots=True)
class TrialFrame:
    """What all patient pages of a trial share: computed once when the file is opened.

    Attributes
    ----------
    first_day, last_day
        The span of study days that shows every patient's records.
    highest_dose
        Top of the dose axis, in the drug's unit per day.
    models
        The mixed model's lines of the parameters that have a course; empty until asked for (`with_models`).
    has_events, has_doses, has_values
        Whether the file has adverse events, doses and measurements of anybody: an empty strip means something
        else without.
    lanes, labs
        Names of the lanes of records shown (`shown_parameters.LANES`); the laboratory values of the trial,
        None where they are not shown.
    no_doses
        Why no doses are shown although the file may have them; "" for that it has none.
    planned_dose
        The doses the plan has for every patient; None where it has none (`with_planned_dose`).
    """

    drug: str
    planned: npt.NDArray[np.float64]
    cohort: tuple[CohortLines, ...]
    first_day: float
    last_day: float
    highest_dose: float
    models: tuple[ModelLines, ...] = ()
    has_events: bool = True
    has_doses: bool = True
    has_values: bool = True
    lanes: tuple[str, ...] = ()
    labs: Labs | None = None
    planned_dose: PlannedDose | None = None
    no_doses: str = ""


@dataclass(frozen=True, slots=True)
class PatientPage:
    """One patient: who, how it ended, dose, events, measurements, visits; other records where shown.

    Attributes
    ----------
    changed, since
        Rows that are new or changed since an earlier export, with what changed; and which export that was.
    visits
        (study day, name) of the trial's visits where the file gives no time between them: they are the axis.
    """

    usubjid: str
    header: PatientHeader
    outcome: Outcome
    dose: DoseCourse
    timeline: Timeline
    trajectories: tuple[Trajectory, ...]
    schedule: VisitSchedule
    day1: np.datetime64
    day1_is: str
    not_shown: tuple[NotShown, ...]
    records: tuple[RecordLanes, ...] = ()
    labs: LabLanes | None = None
    changed: Mapping[tuple[str, int], str] = field(default_factory=dict)
    since: str = ""
    visits: tuple[tuple[float, str], ...] = ()


NO_DAY = np.datetime64("NaT", "s")
MOST_LINES = 100
"""More courses than this behind a patient's own are a grey mass that says nothing and costs time."""
DAYS_BEFORE = 28
"""Records earlier than this before day 1 (history) are reached by panning, not shown at first."""


def trial_frame(study: Study, panels: tuple[str, ...]) -> TrialFrame:
    """Return what all patient pages share.

    Parameters
    ----------
    panels
        PARAMCDs, and names of `shown_parameters.LANES`.
    """
    days = np.concatenate(
        [
            study.column(table, name)
            for table, name in (
                ("visits", "ADY"),
                ("measurements", "ADY"),
                ("exposure", "AENDY"),
                ("adverse_events", "ASTDY"),
                ("disposition", "ADY"),
            )
        ]
    )
    planned = planned_days(study)
    known = np.concatenate([days[~np.isnan(days)], planned, [1.0]])
    known = known[known >= -DAYS_BEFORE]
    dose = np.fmax(study.column("exposure", "EXDAILY"), study.column("exposure", "EXDOSE"))
    frame = TrialFrame(
        drug=main_drug(study),
        planned=planned,
        has_events=bool(len(study.column("adverse_events", "USUBJID"))),
        has_doses=bool(len(study.column("exposure", "USUBJID"))),
        has_values=bool(len(study.column("measurements", "USUBJID"))),
        cohort=(),
        first_day=float(min(known.min(), 1.0)),
        last_day=float(known.max()),
        highest_dose=float(np.nanmax(dose)) if dose.size and not np.isnan(dose).all() else 0.0,
    )
    return with_panels(study, frame, panels)


def with_panels(study: Study, frame: TrialFrame, panels: tuple[str, ...]) -> TrialFrame:
    """Return the frame for other panels; what it has of them already is not computed again."""
    known = {lines.parameter.paramcd: lines for lines in frame.cohort}
    codes = [code for code in panels if code not in LANES]
    return replace(
        frame,
        cohort=tuple(known[code] if code in known else cohort_lines(study, code) for code in codes),
        lanes=tuple(name for name in LANES if name in panels),
        labs=(frame.labs or labs(study)) if "labs" in panels else None,
    )


def with_planned_dose(plan: AnalysisPlan, frame: TrialFrame) -> TrialFrame:
    """Return the frame with the doses the plan says every patient was to have; the same where it has them."""
    planned = planned_doses(plan.study.dose_schedule)
    return frame if planned == frame.planned_dose else replace(frame, planned_dose=planned)


def with_models(study: Study, plan: AnalysisPlan, frame: TrialFrame) -> TrialFrame:
    """Return the frame with the model's lines of each of its parameters that can be modelled."""
    return replace(frame, models=tuple(models_of(study, plan, frame)))


def models_of(study: Study, plan: AnalysisPlan, frame: TrialFrame) -> Iterator[ModelLines]:
    """Give the model's lines of each of the frame's parameters that can be modelled, one by one."""
    for lines in frame.cohort:
        model = model_lines(study, plan, lines.parameter.paramcd)
        if model is not None:
            yield model


def cohort_lines(study: Study, paramcd: str) -> CohortLines:
    """Return all patients' courses of one parameter; of a large trial an evenly chosen `MOST_LINES`."""
    line = day_means(values := parameter_values(study, paramcd))
    patients = np.unique(line.patient)
    chosen = patients[:: max(1, -(-len(patients) // MOST_LINES))]
    drawn = np.isin(line.patient, chosen)
    breaks = np.flatnonzero(np.diff(line.patient[drawn])) + 1
    gap = np.array([np.nan])
    return CohortLines(
        parameter=study.parameters[paramcd],
        day=np.concatenate([np.insert(line.day[drawn], breaks, np.nan), gap]),
        aval=np.concatenate([np.insert(line.aval[drawn], breaks, np.nan), gap]),
        low=float(values.aval.min()) if values.aval.size else 0.0,
        high=float(values.aval.max()) if values.aval.size else 1.0,
        n_subjects=len(patients),
        n_drawn=len(chosen),
    )


def patient_page(
    study: Study,
    usubjid: str,
    frame: TrialFrame,
    panels: tuple[str, ...],
    order: LaneOrder = "onset",
    choice: EventChoice = ALL_EVENTS,
) -> PatientPage:
    """Return everything one patient's page shows; touches only this patient's rows.

    Parameters
    ----------
    panels
        PARAMCDs, and names of `shown_parameters.LANES`, which the frame was made for.
    order, choice
        How the lanes of adverse events lie, and which events have one.

    Raises
    ------
    KeyError
        If there is no such patient or parameter.
    """
    end = outcome(study, usubjid)
    events = timeline(study, usubjid, end.last_contact_day, order, choice)
    drug = drug_of(study, usubjid, frame.drug)
    dose = dose_course(study, usubjid, drug, end.last_contact_day, events.events)
    courses = tuple(trajectory(study, usubjid, code) for code in panels if code not in LANES)
    schedule = visit_schedule(study, usubjid, frame.planned)
    return PatientPage(
        usubjid=usubjid,
        header=patient_header(study, usubjid, end, dose, courses),
        outcome=end,
        dose=dose,
        timeline=events,
        trajectories=courses,
        schedule=schedule,
        day1=NO_DAY if study.is_hidden else study.value(usubjid, "RFSTDT"),
        day1_is=study.value(usubjid, "RFSTSRC"),
        not_shown=_not_shown(usubjid, dose, courses, schedule),
        records=tuple(record_lanes(study, usubjid, table) for table in TITLES if table in frame.lanes),
        labs=lab_lanes(frame.labs, usubjid, study.column("measurements", "SRCREF")) if frame.labs else None,
        visits=study.visit_days,
    )


def _not_shown(
    usubjid: str, dose: DoseCourse, courses: tuple[Trajectory, ...], schedule: VisitSchedule
) -> tuple[NotShown, ...]:
    found = [NotShown("exposure", usubjid, "Dose", why, cell) for why, cell in dose.not_drawn]
    found += [NotShown("visits", usubjid, name, "no date", cell) for name, cell in schedule.undated]
    found += [
        NotShown("measurements", usubjid, course.parameter.axis_label, why, cell)
        for course in courses
        for why, cell in course.not_drawn
    ]
    return tuple(found)
