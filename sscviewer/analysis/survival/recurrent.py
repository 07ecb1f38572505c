"""Does the rate of repeated events go with the dose? Andersen-Gill and Poisson regression, side by side."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.stopping import stop_if_unwanted
from sscviewer.analysis.survival.cox import (
    FEW_PATIENTS,
    LEAST_DF,
    NO_INFORMATION,
    ONE_PATIENT,
    SMALL_STEP,
    STEPS,
    HazardRatio,
    fit_cox,
    ratio_of,
)
from sscviewer.model.arrays import Floats
from sscviewer.model.sentence import say

PER_DOSE = 100.0
"""Ratios are per this much of the dose."""
LONGEST_STEP = 7.0
"""Of the logarithm of a rate, in one Newton step."""
CAVEAT = say(
    "Exploratory, not causal: the dose is raised step by step in time and cut after "
    "adverse events, so a higher dose also means later in the trial and fewer events "
    "before; see what a longer lag of the dose changes, and the self-controlled analysis."
)


@dataclass(frozen=True, slots=True)
class DoseRateRatio:
    """What `PER_DOSE` more dose multiplies the rate of events by.

    Attributes
    ----------
    result
        None when it cannot be estimated; `warnings` then say why.
    intercept
        Log rate per day at dose 0 (Poisson only; NaN otherwise).
    lag_days
        The dose counted is the one in force so many days before.
    """

    result: HazardRatio | None
    intercept: float
    per_dose: float
    n_subjects: int
    n_events: int
    days: float
    level: float
    lag_days: float
    method: str
    caveat: str = CAVEAT
    warnings: tuple[str, ...] = ()


def andersen_gill(
    start: npt.ArrayLike,
    stop: npt.ArrayLike,
    event: npt.ArrayLike,
    dose: npt.ArrayLike,
    subject: npt.ArrayLike,
    *,
    lag_days: float = 0.0,
    level: float,
) -> DoseRateRatio:
    """Return the ratio of event rates per `PER_DOSE`, compared at the same day since the first dose.

    Parameters
    ----------
    start, stop, event, dose, subject : (n,)
        Rows (start, stop] in days since the first dose, the dose in force, whether an event ended the row.

    **Source**: Andersen & Gill, Ann Stat 1982;10:1100; variance Lipsitz, Dear & Zhao, Biometrics 1994;50:842
    (resources/methods/small_sample_inference.md: what Lin and Wei's does at n = 20).
    """
    length = np.asarray(stop, dtype=np.float64) - np.asarray(start, dtype=np.float64)
    fit = fit_cox(
        stop,
        event,
        np.asarray(dose, dtype=np.float64) / PER_DOSE,
        ["dose in force"],
        entry=start,
        subject=subject,
        variance="jackknife",
        level=level,
    )
    return DoseRateRatio(
        result=fit.terms[0] if fit.terms else None,
        intercept=np.nan,
        per_dose=PER_DOSE,
        n_subjects=fit.n_subjects,
        n_events=fit.n_events,
        days=float(length.sum()),
        level=level,
        lag_days=lag_days,
        method=f"Andersen-Gill: {fit.method}",
        warnings=fit.warnings,
    )


def poisson_regression(
    start: npt.ArrayLike,
    stop: npt.ArrayLike,
    events: npt.ArrayLike,
    dose: npt.ArrayLike,
    subject: npt.ArrayLike,
    *,
    lag_days: float = 0.0,
    level: float,
) -> DoseRateRatio:
    """Return the ratio of event rates per `PER_DOSE`, taking the rate as constant in time at one dose.

    Parameters
    ----------
    start, stop, events, dose, subject : (n,)
        As for `andersen_gill`, with the number of events in each row. The interval is from the jackknife over
        patients.

    **Source**: McCullagh & Nelder, Generalized Linear Models (1989), ch. 6, the logarithm of the days as
    offset; variance Lipsitz, Dear & Zhao, Biometrics 1994;50:842.
    """
    when, begin = np.asarray(stop, dtype=np.float64), np.asarray(start, dtype=np.float64)
    some = when > begin
    happened, days = np.asarray(events, dtype=np.float64)[some], (when - begin)[some]
    scaled = np.asarray(dose, dtype=np.float64)[some] / PER_DOSE
    own = np.unique(np.asarray(subject)[some], return_inverse=True)[1]
    reason = _not_estimable(happened, scaled)
    result, intercept = (None, np.nan) if reason else _poisson(happened, days, scaled, own, level)
    if result is None and not reason:
        reason = FEW_PATIENTS if own.max() < LEAST_DF else ONE_PATIENT
    notes = (
        () if some.all() else (say("Rows of no length, nobody at risk in them: {n}.", n=int((~some).sum())),)
    )
    return DoseRateRatio(
        result=result,
        intercept=intercept,
        per_dose=PER_DOSE,
        n_subjects=int(np.unique(own).size),
        n_events=int(happened.sum()),
        days=float(days.sum()),
        level=level,
        lag_days=lag_days,
        method="Poisson regression with the logarithm of days as offset, robust variance by patient "
        "(jackknife, t with patients − 1 degrees of freedom)",
        warnings=(*((f"Not estimated: {reason}.",) if reason else ()), *notes),
    )


def _not_estimable(happened: Floats, dose: Floats) -> str:
    """Return why there is no finite ratio, "" where there is one."""
    with_event = dose[happened > 0]
    if not with_event.size:
        return "no events"
    if np.ptp(dose) == 0:
        return "the dose is the same all the time"
    # all events at the lowest, or the highest, dose: the likelihood rises for ever
    if np.ptp(with_event) == 0 and with_event[0] in (dose.min(), dose.max()):
        return "events at one end of the doses only"
    return ""


def _poisson(
    happened: Floats, days: Floats, dose: Floats, own: npt.NDArray[np.int64], level: float
) -> tuple[HazardRatio | None, float]:
    # about the middle dose: at dose 0 the intercept may lie far outside the data
    middle = float(dose.mean())
    design = np.column_stack([np.ones_like(dose), dose - middle])
    beta, mu = _poisson_fit(happened, days, design)
    parts, scores = np.zeros((own.max() + 1, 2, 2)), np.zeros((own.max() + 1, 2))
    np.add.at(parts, own, mu[:, None, None] * design[:, :, None] * design[:, None, :])
    np.add.at(scores, own, design * (happened - mu)[:, None])
    whole = parts.sum(axis=0)
    without = whole - parts
    size = np.sqrt(np.diagonal(whole))
    if float(np.linalg.eigvalsh(without / np.outer(size, size)).min()) <= NO_INFORMATION:
        return None, np.nan
    # one Newton step from the estimate without each patient in turn (Lipsitz, Dear & Zhao 1994)
    moved = np.linalg.solve(without, -scores[:, :, None])[:, 1, 0]
    m = len(parts)
    se, model_se = float(np.sqrt((m - 1) / m * moved @ moved)), float(np.sqrt(np.linalg.inv(whole)[1, 1]))
    ratio = ratio_of("dose in force", float(beta[1]), se, model_se, m - 1.0, level)
    return ratio, float(beta[0] - beta[1] * middle)


def _poisson_fit(happened: Floats, days: Floats, design: Floats) -> tuple[Floats, Floats]:
    """Return coefficients (2,) and expected events (n,); a finite maximum exists, see `_not_estimable`."""
    beta = np.array([np.log(happened.sum() / days.sum()), 0.0])
    mu = days * np.exp(design @ beta)
    for _ in range(STEPS):
        stop_if_unwanted()
        step = np.linalg.solve(design.T @ (mu[:, None] * design), design.T @ (happened - mu))
        # a step that takes any rate past a thousandfold is cut: far out the expected events overflow
        step *= min(1.0, LONGEST_STEP / max(float(np.abs(design @ step).max()), 1e-300))
        beta = beta + step
        mu = days * np.exp(design @ beta)
        if float(np.abs(design @ step).max()) < SMALL_STEP:
            break
    return beta, mu
