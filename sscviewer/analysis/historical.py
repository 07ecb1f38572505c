"""What was known of an endpoint before the trial, in the user's own numbers, at the months of a visit."""

from dataclasses import dataclass

from sscviewer.analysis.estimate import t_quantile
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.model.sentence import say

NO_SOURCE = say("A historical number without a source is not used; name it in the plan.")
NO_SPREAD = say("A historical number without a standard error above 0 is not used.")
NO_PRIOR = say("No historical prior is in the plan for this endpoint.")


@dataclass(frozen=True, slots=True)
class Historical:
    """The user's number at the visit, with its source."""

    change: float
    se: float
    lower: float
    upper: float
    source: str


def historical(
    plan: AnalysisPlan, paramcd: str, months: float
) -> tuple[Historical | None, Historical | None, tuple[str, ...]]:
    """Return prior and control scaled to the visit, and why one is not used.

    Parameters
    ----------
    months : float
        The visit's, after baseline.
    """
    rules = plan.one_arm
    if paramcd != (rules.endpoint or plan.endpoints.primary):
        return None, None, (NO_PRIOR,)
    notes: list[str] = []
    found: list[Historical | None] = []
    given = (
        (rules.prior_change, rules.prior_se, rules.prior_source),
        (rules.control_change, rules.control_se, rules.control_source),
    )
    for change, se, source in given:
        number = None
        if change is not None:
            why = NO_SPREAD if se is None or se <= 0 else "" if source.strip() else NO_SOURCE
            notes += [why] if why else []
            scale = months / rules.months
            if se is not None and not why:
                at, error = change * scale, se * scale
                reach = t_quantile(rules.level, float("inf")) * error
                number = Historical(at, error, at - reach, at + reach, source.strip())
        found.append(number)
    if rules.prior_change is None:
        notes.append(NO_PRIOR)
    return found[0], found[1], tuple(dict.fromkeys(notes))
