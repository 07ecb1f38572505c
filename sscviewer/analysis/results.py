"""All results of a trial together, in numbers and in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscviewer.analysis.arms.comparisons import Comparisons
from sscviewer.analysis.cohort.cohort import Cohort
from sscviewer.analysis.dose.dose_rates import DoseRates
from sscviewer.analysis.dose.exposure import ExposureRow
from sscviewer.analysis.dose.therapeutic_index import TherapeuticIndex
from sscviewer.analysis.endpoints.responders import ResponderRow
from sscviewer.analysis.endpoints.time_to_progression import ProgressionTime
from sscviewer.analysis.enrolment.demographics import LevelRow, NumberRow
from sscviewer.analysis.enrolment.disposition import DispositionRow
from sscviewer.analysis.events.adverse_events import EventTable
from sscviewer.analysis.events.event_codes import CodedEvents
from sscviewer.analysis.events.event_rates import RateTable
from sscviewer.analysis.labs.laboratory import Laboratory
from sscviewer.analysis.patient.dose_course import DoseChange
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.population import ALL, Arms, Population
from sscviewer.analysis.survival.compare_arms import ArmComparison
from sscviewer.analysis.survival.time_to_event import TimeToEvent

if TYPE_CHECKING:
    from sscviewer.analysis.arms.arm_changes import ArmVisitChanges
    from sscviewer.analysis.arms.lab_visits import LabVisits
    from sscviewer.analysis.arms.subgroups import Subgroups
    from sscviewer.analysis.arms.times import ArmTimes
    from sscviewer.analysis.distribution.distribution import Distribution
    from sscviewer.analysis.dose_question.dose_question import DoseQuestion
    from sscviewer.analysis.dose_question.titration import Titration
    from sscviewer.analysis.efficacy.course import Course
    from sscviewer.analysis.efficacy.efficacy_diagnostics import EfficacyDiagnostics
    from sscviewer.analysis.efficacy.sensitivity_table import SensitivityTable
    from sscviewer.analysis.efficacy.shifts import MissingShift
    from sscviewer.analysis.efficacy.tipping_grid import TippingGrid
    from sscviewer.analysis.efficacy.visit_windows import VisitWindow
    from sscviewer.analysis.one_arm.one_arm import OneArm


@dataclass(frozen=True, slots=True)
class Sentences:
    """Results and methods, each as its sentences.

    Attributes
    ----------
    result_parts
        (heading, its paragraphs, each of sentences): who, how they were treated, how it ended, adverse
        events, what changed.
    methods
        How each figure of the results was computed, with citations.
    """

    result_parts: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
    methods: tuple[str, ...]

    @property
    def results(self) -> tuple[str, ...]:
        """The sentences of all parts."""
        return tuple(sentence for _, part in self.result_parts for said in part for sentence in said)

    @property
    def results_text(self) -> str:
        """The results as text: each heading on a line of its own, its paragraphs below it."""
        parts = ((heading, *map(" ".join, part)) for heading, part in self.result_parts)
        return "\n\n".join(map("\n".join, parts))

    @property
    def methods_paragraph(self) -> str:
        """The methods as one paragraph, to copy."""
        return " ".join(self.methods)


NOTHING_SAID = Sentences((), ())


@dataclass(frozen=True, slots=True)
class RecordCounts:
    """What is counted from the records without any model, by which plan, of whom.

    Attributes
    ----------
    population, efficacy_population, disposition_population
        Who is counted for safety and dose; for demographics and efficacy; for the ends of the trial.
    """

    plan: AnalysisPlan
    population: Population
    efficacy_population: Population
    disposition_population: Population
    demographics: tuple[NumberRow | LevelRow, ...]
    disposition: tuple[DispositionRow, ...]
    exposure: tuple[ExposureRow, ...]
    coded: CodedEvents
    adverse_events: EventTable

    @property
    def n_stopped(self) -> int:
        """How many patients stopped before the end, as far as the file says."""
        rows = (row for row in self.disposition if row.arm == ALL and row.reason is None)
        return sum(row.n for row in rows if row.status == "DISCONTINUED")


@dataclass(frozen=True, slots=True)
class Told(RecordCounts):
    """The results that the paragraphs tell."""

    titration: Titration
    courses: tuple[Course, ...]


@dataclass(frozen=True, slots=True)
class Analysis(Told):
    """All results of a trial, and what they say in words."""

    event_rates: RateTable
    dose_rates: DoseRates
    dose_changes: tuple[tuple[str, DoseChange], ...]
    cohort: Cohort
    time_to_event: tuple[TimeToEvent, ...]
    arm_comparisons: tuple[ArmComparison, ...]
    comparisons: Mapping[str, Comparisons]
    arm_changes: tuple[ArmVisitChanges, ...]
    subgroups: tuple[Subgroups, ...]
    arm_times: ArmTimes
    therapeutic_index: tuple[TherapeuticIndex, ...]
    dose_question: DoseQuestion
    one_arm: tuple[OneArm, ...]
    distribution: Distribution
    responders: tuple[ResponderRow, ...]
    missing_shifts: tuple[MissingShift, ...]
    sensitivity: SensitivityTable | None
    tipping: tuple[TippingGrid, ...]
    diagnostics: EfficacyDiagnostics | None
    time_to_progression: tuple[ProgressionTime, ...]
    laboratory: Laboratory
    lab_visits: tuple[LabVisits, ...]
    arms: Arms
    visit_windows: tuple[VisitWindow, ...]
    not_in_file: Mapping[str, str | None]
    sentences: Sentences = NOTHING_SAID
