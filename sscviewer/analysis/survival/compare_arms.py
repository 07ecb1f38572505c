"""Arms compared over time: the hazard ratio with its interval, and the log-rank test beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.absence import records, records_ends
from sscviewer.analysis.arm_order import in_dose_order
from sscviewer.analysis.events.event_levels import level_or_worse
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.plan.events import EventRules
from sscviewer.analysis.population import ALL, Population, Populations, reference_arm
from sscviewer.analysis.survival.cox import HazardRatio, fit_cox
from sscviewer.analysis.survival.event_times import Onset, event_times
from sscviewer.analysis.survival.follow_up import follow_up
from sscviewer.analysis.survival.log_rank import LogRank, log_rank
from sscviewer.analysis.survival.time_to_event import (
    FIRST_EVENT,
    GRADES,
    ON_DRUG,
    first_event_times,
    stopping_times,
)
from sscviewer.model.sentence import say
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class ArmComparison:
    """All arms compared in one kind of event.

    Attributes
    ----------
    reference
        The arm the ratios are against: the plan's, else a placebo or control, else the first by name.
    ratios
        One per other arm, `term` being its name; empty when not estimable.
    chi_squared, df, p_value
        Log-rank test that all arms have the same hazard; NaN where there is none, `warnings` say why. An arm
        that nobody was left of at any event takes no part in it.
    arms
        "as randomised" or "as treated"; "" where that was not asked.
    """

    what: str
    reference: str
    ratios: tuple[HazardRatio, ...]
    chi_squared: float
    df: int
    p_value: float
    n: int
    n_events: int
    level: float
    method: str
    warnings: tuple[str, ...] = ()
    arms: str = ""


def compare_times(
    study: Study,
    who: Populations,
    plan: AnalysisPlan,
    *,
    grades: Sequence[int] = GRADES,
    lost_is_event: bool = False,
) -> tuple[ArmComparison, ...]:
    """Return the ends of treatment by the arms of the trial's ends, events by those of safety.

    Where some patients were treated otherwise than randomised, time on drug is compared by both: who stops
    early on the first dose of a titration would else make the higher dose look tolerable.
    """
    rules, reference = plan.events, plan.arms.reference
    ends = compare_arms(
        study, who.disposition, rules, grades=(), lost_is_event=lost_is_event, reference=reference
    )
    safety = compare_arms(
        study, who.safety, rules, grades=grades, lost_is_event=lost_is_event, reference=reference
    )
    treated = who.disposition.treated
    differ = bool(np.any(who.disposition.arm[treated] != who.safety.arm[treated]))
    by_ends, by_safety = f"as {plan.arms.efficacy}", f"as {plan.arms.safety}"
    return (
        *(replace(row, arms=by_ends) for row in ends),
        *(replace(row, arms=by_safety) for row in safety if differ or row.what != ON_DRUG),
    )


def compare_arms(
    study: Study,
    who: Population,
    rules: EventRules,
    *,
    grades: Sequence[int] = GRADES,
    lost_is_event: bool = False,
    which: Onset = "first",
    reference: str = "",
) -> tuple[ArmComparison, ...]:
    """Return the comparisons of time on drug and of the first adverse events.

    Empty with fewer than two arms, and where nothing in the file has a time.

    Parameters
    ----------
    reference
        The arm the ratios are against (`reference_arm`); the others are those of `time_to_event`.
    """
    level = rules.level
    arms = [(name, members) for name, members in who.arms if name != ALL]
    if len(arms) < 2 or study.visit_order:
        return ()
    label = np.full(len(study.usubjids), "", dtype=object)
    for name, members in arms:
        label[members] = name
    counted = label != ""
    ends, events = follow_up(study), event_times(study, who, rules)
    on_drug, cause = stopping_times(ends, lost_is_event)
    todo = [(ON_DRUG, on_drug, cause != "")] if records_ends(study) else []
    for grade in grades if records(study, "adverse_events") else ():
        time, happened = first_event_times(ends, events.chosen(events.level >= grade), which)
        todo.append((FIRST_EVENT.format(worse=level_or_worse(grade, events.scale)), time, happened))
    out = []
    for what, time, happened in todo:
        known = counted & ~np.isnan(time)
        labels = label[known].tolist()
        out.append(
            compare_survival(what, time[known], happened[known], labels, reference=reference, level=level)
        )
    return tuple(out)


def compare_survival(
    what: str,
    time: npt.ArrayLike,
    event: npt.ArrayLike,
    arm: Sequence[str],
    *,
    reference: str = "",
    strata: npt.ArrayLike | None = None,
    rho: float = 0.0,
    level: float,
) -> ArmComparison:
    """Return hazard ratios and the log-rank test.

    Parameters
    ----------
    time, event, arm : (n,) no missing values
    reference
        The arm the others are compared with; as `reference_arm` where it is not named.
    strata : (n,) labels within which arms are compared, None for one
    rho
        Weights S(t)^rho: 0 log-rank, 1 Peto-Peto (earlier events count more).

    **Source**: `log_rank` and `fit_cox`.
    """
    when, happened = np.asarray(time, dtype=np.float64), np.asarray(event, dtype=bool)
    base = reference_arm(in_dose_order(arm), reference)
    names = [base, *(name for name in in_dose_order(arm) if name != base)]
    group = np.array([names.index(name) for name in arm], dtype=np.int64)
    warnings: tuple[str, ...] = ()
    ratios: tuple[HazardRatio, ...] = ()
    test = LogRank(np.nan, max(len(names) - 1, 0), np.nan)
    if happened.any() and len(names) > 1:
        test = log_rank(when, happened, group, strata=strata, rho=rho)
        dummies = (group[:, None] == np.arange(1, len(names))).astype(np.float64)
        fit = fit_cox(when, happened, dummies, names[1:], strata=strata, level=level)
        ratios, warnings = fit.terms, (*fit.warnings, *([test.reason] if test.reason else []))
    else:
        warnings = (say("Not compared: no events, or only one arm."),)
    kind = "log-rank test" if rho == 0 else f"Fleming-Harrington test (rho = {rho:g})"
    return ArmComparison(
        what=what,
        reference=names[0] if names else "",
        ratios=ratios,
        chi_squared=test.chi_squared,
        df=test.df,
        p_value=test.p_value,
        n=int(when.size),
        n_events=int(happened.sum()),
        level=level,
        method=f"Hazard ratios (Cox, Efron ties; hazards taken as proportional); {kind}",
        warnings=warnings,
    )
