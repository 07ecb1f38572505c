"""Every analysis of a trial in one call: what `sscviewer analyse` prints and the pages show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscviewer.analysis.adverse_events import EventRow, adverse_events
from sscviewer.analysis.demographics import LevelRow, NumberRow, demographics
from sscviewer.analysis.disposition import DispositionRow, disposition
from sscviewer.analysis.endpoint import endpoint_frame, has_course, modelled_parameters
from sscviewer.analysis.exposure import ExposureRow, exposure
from sscviewer.analysis.population import Population, population
from sscviewer.analysis.responders import ResponderRow, responders
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
    responders: tuple[ResponderRow, ...]


def analyse_study(study: Study, who: Population | None = None) -> Analysis:
    """Return every analysis of a trial, of all its patients or of those a filter leaves."""
    who = who or population(study)
    return Analysis(
        population=who,
        demographics=demographics(study, who),
        disposition=disposition(study, who),
        exposure=exposure(study, who),
        adverse_events=adverse_events(study, who),
        courses=courses(study, who),
        responders=responders(study, who),
    )


def courses(study: Study, who: Population) -> tuple[Course, ...]:
    """Return the modelled course of every endpoint with changes at two or more visits after baseline."""
    from sscviewer.analysis.course import course  # the engine and what it needs load only when asked for

    frames = [(paramcd, endpoint_frame(study, who, paramcd)) for paramcd in modelled_parameters(study)]
    return tuple(course(frame, paramcd) for paramcd, frame in frames if has_course(frame))
