"""Every analysis of a trial in one call: what `sscviewer analyse` prints and the pages show."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from sscviewer.analysis.absence import not_in_file
from sscviewer.analysis.arms.comparisons import comparisons
from sscviewer.analysis.cohort.cohort import cohort
from sscviewer.analysis.dose.dose_rates import dose_rates
from sscviewer.analysis.dose.exposure import exposure
from sscviewer.analysis.dose.patient_exposure import patient_exposure
from sscviewer.analysis.dose.therapeutic_index import therapeutic_index
from sscviewer.analysis.dose_question.titration import titration
from sscviewer.analysis.endpoints.responders import responders
from sscviewer.analysis.endpoints.time_to_progression import time_to_progression
from sscviewer.analysis.enrolment.demographics import demographics
from sscviewer.analysis.enrolment.disposition import disposition
from sscviewer.analysis.events.adverse_events import event_table
from sscviewer.analysis.events.event_codes import code_events
from sscviewer.analysis.events.event_rates import event_rates
from sscviewer.analysis.events.person_time import risk_time
from sscviewer.analysis.guarded import attempted
from sscviewer.analysis.labs.laboratory import laboratory
from sscviewer.analysis.modelled import has_course, modelled_parameters
from sscviewer.analysis.patient.dose_courses import dose_changes
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.planned_dose import planned_doses
from sscviewer.analysis.population import Population, Populations, arms_of, populations
from sscviewer.analysis.question_cache import cached_per_question
from sscviewer.analysis.results import Analysis, RecordCounts, Sentences, Told
from sscviewer.analysis.sentences.sentences import sentences
from sscviewer.analysis.survival.compare_arms import compare_times
from sscviewer.analysis.survival.recorded_times import recorded_times
from sscviewer.analysis.survival.time_to_event import TimeToEvent, times_by_arm
from sscviewer.model.study import Study

if TYPE_CHECKING:
    from sscviewer.analysis.arms.arm_changes import ArmVisitChanges
    from sscviewer.analysis.arms.lab_visits import LabVisits
    from sscviewer.analysis.arms.subgroups import Subgroups
    from sscviewer.analysis.arms.times import ArmTimes
    from sscviewer.analysis.distribution.distribution import Distribution
    from sscviewer.analysis.dose_question.dose_question import DoseQuestion
    from sscviewer.analysis.efficacy.course import Course
    from sscviewer.analysis.efficacy.efficacy_diagnostics import EfficacyDiagnostics
    from sscviewer.analysis.efficacy.sensitivity_table import SensitivityTable
    from sscviewer.analysis.efficacy.shifts import MissingShift
    from sscviewer.analysis.efficacy.tipping_grid import TippingGrid
    from sscviewer.analysis.efficacy.visit_windows import VisitWindow
    from sscviewer.analysis.one_arm.one_arm import OneArm


def analyse_study(study: Study, plan: AnalysisPlan, who: Populations | None = None) -> Analysis:
    """Return every analysis of a trial by a plan, of all its patients or of those a filter leaves.

    An analysis that fails takes no other down that is not made of it (`guarded.py`).
    """
    who = who or populations(study, plan)
    results = told_results(study, plan, who)
    coded = results.coded
    risk = attempted(risk_time, study, plan.events.risk_basis, plan.events.risk_days)
    level, lag = plan.model.level, plan.doses.event_lag_days
    return Analysis(
        **{field.name: getattr(results, field.name) for field in fields(Told)},
        event_rates=attempted(event_rates, coded, risk, who.safety, results.adverse_events),
        dose_rates=attempted(dose_rates, coded, risk, who.safety, lag_days=lag),
        dose_changes=attempted(dose_changes, study, who.safety),
        cohort=attempted(cohort, study, who, plan),
        time_to_event=attempted(_times, study, plan, who),
        arm_comparisons=attempted(compare_times, study, who, plan),
        comparisons=attempted(comparisons, study, who, plan, coded),
        arm_changes=attempted(_arm_changes, study, plan, who.efficacy),
        subgroups=attempted(_subgroups, study, plan, who.efficacy),
        arm_times=attempted(_arm_times, study, plan, who.efficacy),
        therapeutic_index=attempted(therapeutic_index, study, who.safety, plan),
        dose_question=attempted(_dose_question, study, plan, who.safety),
        one_arm=attempted(_one_arm, study, plan, who.efficacy, results.courses),
        distribution=attempted(_distribution, study, plan, who.efficacy),
        responders=attempted(
            responders, study, who.efficacy, plan.responses, plan.study.cut_off, level=level
        ),
        time_to_progression=attempted(
            time_to_progression, study, who.efficacy, plan.responses, plan.visits, level=level
        ),
        missing_shifts=attempted(_shifts, study, plan, who.efficacy, results.courses),
        sensitivity=attempted(_sensitivity, study, plan, who.efficacy),
        tipping=attempted(_tipping, study, plan, who.efficacy),
        diagnostics=attempted(_diagnostics, study, plan, who.efficacy),
        laboratory=attempted(laboratory, study, who.safety, plan.laboratory),
        lab_visits=attempted(_lab_visits, study, plan, who.safety),
        not_in_file=not_in_file(study),
        arms=attempted(arms_of, study, who.disposition),
        visit_windows=attempted(_windows, study, plan, who.efficacy),
        sentences=attempted(sentences, study, results),
    )


def _times(study: Study, plan: AnalysisPlan, who: Populations) -> tuple[TimeToEvent, ...]:
    return (
        *times_by_arm(study, who, plan.events),
        *recorded_times(study, who.efficacy, plan.events.level),
    )


def _shifts(
    study: Study, plan: AnalysisPlan, who: Population, modelled: tuple[Course, ...]
) -> tuple[MissingShift, ...]:
    """Return how far the missing changes of every modelled endpoint must be shifted to change its result."""
    from sscviewer.analysis.efficacy.efficacy_settings import efficacy_settings
    from sscviewer.analysis.efficacy.shifts import missing_shifts

    found = (
        missing_shifts(study, who, efficacy_settings(plan, one.paramcd), plan.endpoints.visit)
        for one in modelled
        if one.mmrm.visits
    )
    return tuple(row for rows in found for row in rows)


def _sensitivity(study: Study, plan: AnalysisPlan, who: Population) -> SensitivityTable | None:
    """Return the plan's primary endpoint by every method; None where it names none (it takes seconds)."""
    from sscviewer.analysis.efficacy.efficacy_settings import efficacy_settings
    from sscviewer.analysis.efficacy.sensitivity_table import sensitivity_table

    primary, visit = plan.endpoints.primary, plan.endpoints.visit
    if primary not in modelled_parameters(study):
        return None
    return sensitivity_table(study, who, efficacy_settings(plan, primary), plan.missing, avisit=visit)


def _tipping(study: Study, plan: AnalysisPlan, who: Population) -> tuple[TippingGrid, ...]:
    """Return the grids of the plan's primary endpoint; none where it names none."""
    from sscviewer.analysis.efficacy.efficacy_settings import efficacy_settings
    from sscviewer.analysis.efficacy.tipping_grid import tipping_grids

    primary = plan.endpoints.primary
    if primary not in modelled_parameters(study):
        return ()
    return tipping_grids(study, who, efficacy_settings(plan, primary), avisit=plan.endpoints.visit)


def _diagnostics(study: Study, plan: AnalysisPlan, who: Population) -> EfficacyDiagnostics | None:
    """Return residuals and influence of the plan's primary endpoint; None where it names none."""
    from sscviewer.analysis.efficacy.efficacy_diagnostics import efficacy_diagnostics
    from sscviewer.analysis.efficacy.efficacy_settings import efficacy_settings

    primary = plan.endpoints.primary
    if primary not in modelled_parameters(study):
        return None
    return efficacy_diagnostics(study, who, efficacy_settings(plan, primary), plan.endpoints.visit)


def _arm_changes(study: Study, plan: AnalysisPlan, who: Population) -> tuple[ArmVisitChanges, ...]:
    from sscviewer.analysis.arms.arm_changes import arm_changes

    return arm_changes(study, who, plan)


def _lab_visits(study: Study, plan: AnalysisPlan, who: Population) -> tuple[LabVisits, ...]:
    from sscviewer.analysis.arms.lab_visits import every_lab_visit

    return every_lab_visit(study, who, plan)


def _arm_times(study: Study, plan: AnalysisPlan, who: Population) -> ArmTimes:
    from sscviewer.analysis.arms.times import arm_times

    return arm_times(study, who, plan)


def _subgroups(study: Study, plan: AnalysisPlan, who: Population) -> tuple[Subgroups, ...]:
    """Return the subgroups of every modelled endpoint."""
    from sscviewer.analysis.arms.subgroups import subgroups

    found = (subgroups(study, who, plan, paramcd) for paramcd in modelled_parameters(study))
    return tuple(row for rows in found for row in rows)


def _one_arm(
    study: Study, plan: AnalysisPlan, who: Population, modelled: tuple[Course, ...]
) -> tuple[OneArm, ...]:
    from sscviewer.analysis.one_arm.one_arm import one_arm

    return one_arm(study, who, plan, modelled)


def _distribution(study: Study, plan: AnalysisPlan, who: Population) -> Distribution:
    from sscviewer.analysis.distribution.distribution import distribution

    return distribution(study, who, plan)


def _windows(study: Study, plan: AnalysisPlan, who: Population) -> tuple[VisitWindow, ...]:
    from sscviewer.analysis.efficacy.visit_windows import visit_windows

    return visit_windows(study, plan, who)


def _dose_question(study: Study, plan: AnalysisPlan, who: Population) -> DoseQuestion:
    from sscviewer.analysis.dose_question.dose_question import (
        dose_question,  # the engine loads only when asked for
    )

    return dose_question(study, who, plan)


def tell_study(study: Study, plan: AnalysisPlan, who: Populations) -> Sentences:
    """Return the paragraphs alone: what they do not tell is not computed."""
    return sentences(study, told_results(study, plan, who))


def told_results(study: Study, plan: AnalysisPlan, who: Populations) -> Told:
    """Return what the paragraphs tell, before it is words."""
    counted = count_study(study, plan, who)
    return Told(
        **{field.name: getattr(counted, field.name) for field in fields(RecordCounts)},
        titration=attempted(titration, study, who.safety, plan),
        courses=attempted(courses, study, who.efficacy, plan),
    )


def count_study(study: Study, plan: AnalysisPlan, who: Populations) -> RecordCounts:
    """Return what is counted from the records alone: a second where every analysis takes many."""
    planned = attempted(planned_doses, plan.study.dose_schedule)
    coded = attempted(code_events, study, plan.events)
    exposed = attempted(patient_exposure, study, who.safety, planned, plan.events)
    return RecordCounts(
        plan=plan,
        population=who.safety,
        efficacy_population=who.efficacy,
        disposition_population=who.disposition,
        demographics=attempted(demographics, study, who.efficacy),
        disposition=attempted(disposition, study, who.disposition),
        exposure=attempted(exposure, study, who.safety, planned, exposed),
        coded=coded,
        adverse_events=attempted(event_table, coded, who.safety, "frequency"),
    )


@cached_per_question
def courses(study: Study, who: Population, plan: AnalysisPlan) -> tuple[Course, ...]:
    """Return the modelled course of every endpoint with changes at a visit after baseline."""
    from sscviewer.analysis.efficacy.course import (
        course,  # the engine and what it needs load only when asked for
    )
    from sscviewer.analysis.efficacy.efficacy_settings import efficacy_settings
    from sscviewer.analysis.efficacy.model_rows import model_frame

    settings = [efficacy_settings(plan, paramcd) for paramcd in modelled_parameters(study)]
    frames = [(model_frame(study, who, chosen), chosen) for chosen in settings]
    return tuple(course(frame, chosen) for frame, chosen in frames if has_course(frame))
