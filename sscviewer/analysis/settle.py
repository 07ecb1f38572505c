"""A trial as read → the trial as the plan settles it: what every analysis and picture starts from."""

from sscviewer.analysis.derived.derive import with_derived
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.model.study import Study


def settle_study(study: Study, plan: AnalysisPlan) -> Study:
    """Return the trial with derived parameters, by the plan; collected values all stay."""
    return with_derived(study, plan.derivation, plan.responses)
