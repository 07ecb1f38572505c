"""Every analysis of a trial in one call: what `sscviewer analyse` prints and the pages show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscviewer.analysis.adverse_events import EventRow, adverse_events
from sscviewer.analysis.compare_arms import ArmComparison, compare_arms
from sscviewer.analysis.demographics import LevelRow, NumberRow, demographics
from sscviewer.analysis.disposition import DispositionRow, disposition
from sscviewer.analysis.dose_and_events import DoseAndEvents, dose_and_events
from sscviewer.analysis.endpoint import endpoint_frame, has_course, modelled_parameters
from sscviewer.analysis.exposure import ExposureRow, exposure
from sscviewer.analysis.patient_exposure import dose_courses, patient_exposure
from sscviewer.analysis.planned_dose import PlannedDose
from sscviewer.analysis.population import Population, population
from sscviewer.analysis.therapeutic_index import TherapeuticIndex, therapeutic_index
from sscviewer.analysis.time_to_event import TimeToEvent, time_to_event
from sscviewer.model.study import Study

if TYPE_CHECKING:
    from sscviewer.analysis.course import Course


@dataclass(frozen=True, slots=True)
class Analysis:
    """All results of a trial."""

    population: Population
    demographics: tuple[NumberRow | LevelRow, ...]
    disposition: tuple[DispositionRow, ...]
    exposure: tuple[ExposureRow, ...]
    adverse_events: tuple[EventRow, ...]
    courses: tuple[Course, ...]
    time_to_event: tuple[TimeToEvent, ...]
    arm_comparisons: tuple[ArmComparison, ...]
    therapeutic_index: tuple[TherapeuticIndex, ...]
    dose_and_events: tuple[DoseAndEvents, ...]


def analyse_study(
    study: Study, who: Population | None = None, planned: PlannedDose | None = None
) -> Analysis:
    """Return every analysis of a trial, of all its patients or of those a filter leaves.

    Parameters
    ----------
    planned
        The trial's dose schedule; without it no relative dose intensity is reported.
    """
    who = who or population(study)
    doses = dose_courses(study, who)
    return Analysis(
        population=who,
        demographics=demographics(study, who),
        disposition=disposition(study, who),
        exposure=exposure(study, who, planned, patient_exposure(study, who, planned, doses)),
        adverse_events=adverse_events(study, who),
        courses=courses(study, who),
        time_to_event=time_to_event(study, who),
        arm_comparisons=compare_arms(study, who),
        therapeutic_index=therapeutic_index(study, who, courses=doses),
        dose_and_events=dose_and_events(study, who, courses=doses),
    )


def courses(study: Study, who: Population) -> tuple[Course, ...]:
    """Return the modelled course of every endpoint with changes at two or more visits after baseline."""
    from sscviewer.analysis.course import course  # the engine and what it needs load only when asked for

    frames = [(paramcd, endpoint_frame(study, who, paramcd)) for paramcd in modelled_parameters(study)]
    return tuple(course(frame, paramcd) for paramcd, frame in frames if has_course(frame))
