"""One arm, few patients: the mean change of an endpoint with and without what was known before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sscviewer.analysis.distribution.changes import changes_by_visit
from sscviewer.analysis.efficacy.headline import told_visit
from sscviewer.analysis.efficacy.sensitivity import jump_to_reference
from sscviewer.analysis.estimate import Estimate, make_estimate
from sscviewer.analysis.historical import Historical, historical
from sscviewer.analysis.one_arm.posterior import Posterior, next_success, posterior
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.plan.one_arm import OneArmRules
from sscviewer.analysis.population import Population
from sscviewer.model.arrays import Floats
from sscviewer.model.endpoint_cards import card_of, way_of
from sscviewer.model.parameters import Parameter
from sscviewer.model.sentence import say
from sscviewer.model.study import Study

if TYPE_CHECKING:
    from sscviewer.analysis.efficacy.course import Course

WEAK, HISTORICAL = "weak", "historical"
SEVERAL = say(
    "The trial has several arms: what its arms differ by is under Change. Nothing historical is needed."
)


@dataclass(frozen=True, slots=True)
class Believed:
    """What is known of the mean change with one prior.

    Attributes
    ----------
    prior
        "weak" (flat) or "historical".
    prior_change, prior_se
        After the discount; NaN where flat.
    mean, sd, lower, upper
        Posterior; the interval holds `level` of it, equal tails.
    better, mcid
        P(true mean change is better than 0), and than the limit of the endpoint's card; NaN without one.
    next_trial
        Predictive probability that the next trial shows a change better than 0.
    """

    prior: str
    prior_change: float
    prior_se: float
    mean: float
    sd: float
    lower: float
    upper: float
    better: float
    mcid: float
    next_trial: float


@dataclass(frozen=True, slots=True)
class OneArm:
    """The answer for one endpoint at one visit.

    Attributes
    ----------
    seen
        Mean change of the model at the visit; None where nothing can be estimated.
    with_value, without_value
        USUBJID of those with a baseline, by whether they have a change at the visit.
    limit
        Change that counts as better, signed; NaN where the card has none in points.
    sign
        +1 where higher is better, −1 where lower is; probabilities of "better" are of this way.
    control
        Historical untreated patients at this visit.
    against_control
        Seen less control: both standard errors, not a randomised comparison.
    jump
        Mean change when those without a value take the control's change.
    """

    parameter: Parameter
    avisit: str
    months: float
    seen: Estimate | None
    with_value: tuple[str, ...]
    without_value: tuple[str, ...]
    sign: int
    limit: float
    believed: tuple[Believed, ...]
    control: Historical | None
    against_control: Estimate | None
    jump: Estimate | None
    rules: OneArmRules
    notes: tuple[str, ...]


def one_arm(
    study: Study, who: Population, plan: AnalysisPlan, modelled: Sequence[Course]
) -> tuple[OneArm, ...]:
    """Return every modelled endpoint at the plan's visit, else its last; nothing of a trial with arms.

    Parameters
    ----------
    modelled
        The courses of the endpoints, all patients together.
    """
    if len(who.arms) > 1:
        return ()
    found = (one_endpoint(study, who, plan, one) for one in modelled if way_of(study.parameters[one.paramcd]))
    return tuple(one for one in found if one is not None)


def one_endpoint(study: Study, who: Population, plan: AnalysisPlan, modelled: Course) -> OneArm | None:
    """Return the answer for one endpoint; None where no visit is modelled or better has no meaning."""
    visits = {visit.avisit: visit.change for visit in modelled.mmrm.visits}
    paramcd, better = modelled.paramcd, way_of(study.parameters[modelled.paramcd])
    if not visits or not better:
        return None
    visit = told_visit(modelled.mmrm.visits, plan.endpoints.visit, modelled.headline).avisit
    at = next(one for one in changes_by_visit(study, who, paramcd) if one.avisit == visit)
    has = ~np.isnan(at.change)
    prior, control, notes = historical(plan, paramcd, at.months)
    limit, rules, change = _limit(plan, paramcd), plan.one_arm, visits[visit]
    seen = change if change is not None and np.isfinite(change.se) and change.se > 0 else None
    return OneArm(
        parameter=study.parameters[paramcd],
        avisit=visit,
        months=at.months,
        seen=seen,
        with_value=tuple(at.usubjids[i] for i in np.flatnonzero(has)),
        without_value=tuple(at.usubjids[i] for i in np.flatnonzero(~has)),
        sign=better,
        limit=limit,
        believed=() if seen is None else believe(seen, prior, rules, better, limit),
        control=control,
        against_control=_against(seen, control, rules),
        jump=jump_to_history(at.change, control, rules.level) if control else None,
        rules=rules,
        notes=(*notes, *modelled.mmrm.warnings),
    )


def believe(
    seen: Estimate, prior: Historical | None, rules: OneArmRules, sign: int, limit: float
) -> tuple[Believed, ...]:
    """Return the posterior with the weak prior, and with the discounted historical one where there is one."""
    n = max(seen.n_subjects, 2)
    next_se = seen.se * np.sqrt(n / rules.next_patients)
    found = []
    for name in (WEAK, HISTORICAL) if prior else (WEAK,):
        mean, sd = (
            (prior.change, prior.se / np.sqrt(rules.discount)) if prior and name != WEAK else (0.0, np.inf)
        )
        known = posterior(seen.estimate, seen.se, seen.df, mean, sd)
        tail = (1.0 - rules.level) / 2.0
        found.append(
            Believed(
                prior=name,
                prior_change=mean if np.isfinite(sd) else np.nan,
                prior_se=float(sd) if np.isfinite(sd) else np.nan,
                mean=known.mean,
                sd=known.sd,
                lower=known.quantile(tail),
                upper=known.quantile(1.0 - tail),
                better=beyond(known, 0.0, sign),
                mcid=beyond(known, limit, sign) if np.isfinite(limit) else np.nan,
                next_trial=next_success(known, float(next_se), rules.next_patients, 0.0, sign, rules.level),
            )
        )
    return tuple(found)


def beyond(known: Posterior, value: float, sign: int) -> float:
    """Return P(the mean is better than a value)."""
    above = known.above(value)
    return above if sign > 0 else 1.0 - above


def jump_to_history(changes: Floats, control: Historical, level: float) -> Estimate:
    """Return the mean change when every missing one is the control's, whose own error is carried along.

    Parameters
    ----------
    changes : (n,) NaN where missing
    """
    filled = jump_to_reference(changes, control.change, level=level)
    share = float(np.isnan(changes).mean())
    return make_estimate(
        filled.estimate,
        float(np.hypot(filled.se, share * control.se)),
        filled.df,
        level=level,
        n_subjects=filled.n_subjects,
        n_obs=int((~np.isnan(changes)).sum()),
        method="those without a value take the historical control's change",
    )


def _against(seen: Estimate | None, control: Historical | None, rules: OneArmRules) -> Estimate | None:
    if seen is None or control is None:
        return None
    return make_estimate(
        seen.estimate - control.change,
        float(np.hypot(seen.se, control.se)),
        seen.df,
        level=rules.level,
        n_subjects=seen.n_subjects,
        n_obs=seen.n_obs,
        method="change here less that of the historical control",
    )


def _limit(plan: AnalysisPlan, paramcd: str) -> float:
    for card_limit in card_of(paramcd).limits:
        limit = plan.responses.limit(card_limit)
        if limit.way == "better" and limit.points is not None:  # a % of the own baseline is no mean change
            return limit.sign * limit.points
    return float("nan")
