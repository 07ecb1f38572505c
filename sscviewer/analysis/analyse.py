"""Every analysis of a trial in one call: what `sscviewer analyse` prints and the pages show."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from sscviewer.analysis.dose.dose_and_events import dose_and_events
from sscviewer.analysis.dose.dose_rates import dose_rates
from sscviewer.analysis.dose.exposure import exposure
from sscviewer.analysis.dose.patient_exposure import patient_exposure
from sscviewer.analysis.dose.planned_dose import PlannedDose
from sscviewer.analysis.dose.therapeutic_index import therapeutic_index
from sscviewer.analysis.endpoints.responders import responders
from sscviewer.analysis.enrolment.demographics import demographics
from sscviewer.analysis.enrolment.disposition import disposition
from sscviewer.analysis.events.adverse_events import event_table
from sscviewer.analysis.events.event_codes import CodedEvents, code_events
from sscviewer.analysis.events.event_rates import event_rates
from sscviewer.analysis.events.event_settings import EventSettings
from sscviewer.analysis.events.person_time import risk_time
from sscviewer.analysis.modelled import has_course, modelled_parameters
from sscviewer.analysis.population import Population, population
from sscviewer.analysis.results import Analysis, Sentences, Told
from sscviewer.analysis.sentences.sentences import sentences
from sscviewer.analysis.survival.compare_arms import compare_arms
from sscviewer.analysis.survival.time_to_event import time_to_event
from sscviewer.model.study import Study

if TYPE_CHECKING:
    from sscviewer.analysis.efficacy.course import Course
    from sscviewer.analysis.efficacy.shifts import MissingShift


def analyse_study(
    study: Study,
    who: Population | None = None,
    events: EventSettings | None = None,
    planned: PlannedDose | None = None,
) -> Analysis:
    """Return every analysis of a trial, of all its patients or of those a filter leaves.

    Parameters
    ----------
    events
        How adverse events are counted, the user's groups of terms among it.
    planned
        The trial's dose schedule; without it no relative dose intensity is reported.
    """
    who = who or population(study)
    coded, risk = code_events(study, events), risk_time(study)
    results = _told(study, who, coded, planned)
    return Analysis(
        **{field.name: getattr(results, field.name) for field in fields(Told)},
        event_rates=event_rates(coded, risk, who, results.adverse_events),
        dose_rates=dose_rates(coded, risk, who),
        time_to_event=time_to_event(study, who),
        arm_comparisons=compare_arms(study, who),
        therapeutic_index=therapeutic_index(study, who),
        dose_and_events=dose_and_events(study, who),
        responders=responders(study, who),
        missing_shifts=shifts_of(study, who, results.courses),
        sentences=sentences(study, results),
    )


def shifts_of(study: Study, who: Population, modelled: tuple[Course, ...]) -> tuple[MissingShift, ...]:
    """Return how far the missing changes of every modelled endpoint must be shifted to change its result."""
    from sscviewer.analysis.efficacy.efficacy_settings import EfficacySettings
    from sscviewer.analysis.efficacy.shifts import missing_shifts

    found = (missing_shifts(study, who, EfficacySettings(one.paramcd)) for one in modelled if one.mmrm.visits)
    return tuple(row for rows in found for row in rows)


def tell_study(study: Study, who: Population, events: EventSettings | None = None) -> Sentences:
    """Return the paragraphs alone: what they do not tell is not computed."""
    return sentences(study, _told(study, who, code_events(study, events)))


def _told(study: Study, who: Population, coded: CodedEvents, planned: PlannedDose | None = None) -> Told:
    return Told(
        population=who,
        demographics=demographics(study, who),
        disposition=disposition(study, who),
        exposure=exposure(study, who, planned, patient_exposure(study, who, planned)),
        adverse_events=event_table(coded, who),
        courses=courses(study, who),
    )


def courses(study: Study, who: Population) -> tuple[Course, ...]:
    """Return the modelled course of every endpoint with changes at two or more visits after baseline."""
    from sscviewer.analysis.efficacy.course import (
        course,  # the engine and what it needs load only when asked for
    )
    from sscviewer.analysis.efficacy.efficacy_settings import EfficacySettings
    from sscviewer.analysis.efficacy.model_rows import model_frame

    settings = [EfficacySettings(paramcd) for paramcd in modelled_parameters(study)]
    frames = [(model_frame(study, who, chosen), chosen) for chosen in settings]
    return tuple(course(frame, chosen) for frame, chosen in frames if has_course(frame))
