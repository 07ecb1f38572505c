"""Every analysis of a trial in one call: what `sscviewer analyse` prints and the pages show."""

from dataclasses import dataclass

from sscviewer.analysis.adverse_events import EventRow, adverse_events
from sscviewer.analysis.demographics import LevelRow, NumberRow, demographics
from sscviewer.analysis.disposition import DispositionRow, disposition
from sscviewer.analysis.exposure import ExposureRow, exposure
from sscviewer.analysis.population import Population, population
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class Analysis:
    """All results of a trial."""

    population: Population
    demographics: tuple[NumberRow | LevelRow, ...]
    disposition: tuple[DispositionRow, ...]
    exposure: tuple[ExposureRow, ...]
    adverse_events: tuple[EventRow, ...]


def analyse_study(study: Study) -> Analysis:
    """Return every analysis of a trial."""
    who = population(study)
    return Analysis(
        population=who,
        demographics=demographics(study, who),
        disposition=disposition(study, who),
        exposure=exposure(study, who),
        adverse_events=adverse_events(study, who),
    )
