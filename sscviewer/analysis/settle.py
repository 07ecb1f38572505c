"""A trial as read → the trial as the plan settles it: what every analysis and picture starts from."""

from sscviewer.analysis.derived.derive import with_composites, with_measures
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.settled.columns import with_settled
from sscviewer.analysis.settled.series import with_own_series
from sscviewer.model.study import Study


def settle_study(study: Study, plan: AnalysisPlan) -> Study:
    """Return the trial with derived parameters and with the values that count, by the plan.

    What is computed from values of one day comes first, then which of all values counts for which visit and
    which is the baseline, then what is made of the values that count. Collected values all stay.
    """
    study = with_measures(study, plan.derivation, plan.responses)
    study = with_settled(with_own_series(study), plan)
    return with_composites(study, plan.responses)
