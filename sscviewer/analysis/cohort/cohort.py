"""The numbers of the cohort's pictures for every endpoint, as `analyse` gives them."""

from dataclasses import dataclass

from sscviewer.analysis.cohort.cohort_settings import SpaghettiSettings, SwimmerSettings, WaterfallSettings
from sscviewer.analysis.cohort.spaghetti import Spaghetti, spaghetti
from sscviewer.analysis.cohort.swimmer import Swimmer, swimmer
from sscviewer.analysis.cohort.waterfall import Waterfall, waterfall
from sscviewer.analysis.modelled import modelled_parameters
from sscviewer.analysis.outcome import outcomes
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.population import Populations
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class Cohort:
    """Courses with the observed means of each arm, last changes, and a lane per patient.

    Attributes
    ----------
    courses, changes
        One per modelled endpoint.
    lanes
        In the order of the patients, with every adverse event.
    """

    courses: tuple[Spaghetti, ...]
    changes: tuple[Waterfall, ...]
    lanes: Swimmer


def cohort(study: Study, who: Populations, plan: AnalysisPlan) -> Cohort:
    """Return what the pictures of the cohort show of every modelled endpoint, days since the first dose."""
    ends, codes = outcomes(study), modelled_parameters(study)
    several = len(who.efficacy.arms) > 1
    chosen = (
        SpaghettiSettings(code, time="day", split="arm" if several else "none", level=plan.model.level)
        for code in codes
    )
    return Cohort(
        tuple(spaghetti(study, who.efficacy, one, ends, plan.events) for one in chosen),
        tuple(waterfall(study, who.efficacy, WaterfallSettings(code), ends) for code in codes),
        swimmer(study, who.safety, SwimmerSettings(grade=0, sort="patient", time="day"), ends, plan.events),
    )
