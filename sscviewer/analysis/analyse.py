"""Every analysis of a trial in one call: what `sscviewer analyse` prints and the pages show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscviewer.analysis.adverse_events import EventTable, event_table
from sscviewer.analysis.demographics import LevelRow, NumberRow, demographics
from sscviewer.analysis.disposition import DispositionRow, disposition
from sscviewer.analysis.dose_rates import DoseRates, dose_rates
from sscviewer.analysis.endpoint import endpoint_frame, has_course, modelled_parameters
from sscviewer.analysis.event_codes import code_events
from sscviewer.analysis.event_rates import RateTable, event_rates
from sscviewer.analysis.event_settings import EventSettings
from sscviewer.analysis.exposure import ExposureRow, exposure
from sscviewer.analysis.person_time import risk_time
from sscviewer.analysis.population import Population, population
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
    adverse_events: EventTable
    event_rates: RateTable
    dose_rates: DoseRates
    courses: tuple[Course, ...]


def analyse_study(
    study: Study, who: Population | None = None, events: EventSettings | None = None
) -> Analysis:
    """Return every analysis of a trial, of all its patients or of those a filter leaves."""
    who = who or population(study)
    coded, risk = code_events(study, events), risk_time(study)
    table = event_table(coded, who)
    return Analysis(
        population=who,
        demographics=demographics(study, who),
        disposition=disposition(study, who),
        exposure=exposure(study, who),
        adverse_events=table,
        event_rates=event_rates(coded, risk, who, table),
        dose_rates=dose_rates(coded, risk, who),
        courses=courses(study, who),
    )


def courses(study: Study, who: Population) -> tuple[Course, ...]:
    """Return the modelled course of every endpoint with changes at two or more visits after baseline."""
    from sscviewer.analysis.course import course  # the engine and what it needs load only when asked for

    frames = [(paramcd, endpoint_frame(study, who, paramcd)) for paramcd in modelled_parameters(study)]
    return tuple(course(frame, paramcd) for paramcd, frame in frames if has_course(frame))
