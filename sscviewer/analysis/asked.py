"""What an analysis is asked of."""

from dataclasses import dataclass

from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.population import Populations
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class Asked:
    """A trial settled by a plan, the plan, and the patients who count."""

    study: Study
    plan: AnalysisPlan
    who: Populations
