"""Does the rate of repeated events go with the dose? Andersen-Gill and Poisson regression, side by side."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.estimate import LEVEL
from sscviewer.analysis.survival.cox import INFINITE, HazardRatio, fit_cox
from sscviewer.model.arrays import Floats

PER_DOSE = 100.0
"""Ratios are per this much of the dose."""
CAVEAT = (
    "Exploratory, not causal: the dose is raised step by step in time and cut after adverse events, so a "
    "higher dose also means later in the trial and fewer events before; see what a longer lag of the dose "
    "changes, and the self-controlled analysis."
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
    level: float = LEVEL,
) -> DoseRateRatio:
    """Return the ratio of event rates per `PER_DOSE`, compared at the same day since the first dose.

    Parameters
    ----------
    start, stop, event, dose, subject : (n,)
        Rows (start, stop] in days since the first dose, the dose in force, whether an event ended the row.

    **Source**: Andersen & Gill, Ann Stat 1982;10:1100; variance Lin & Wei, JASA 1989;84:1074.
    """
    length = np.asarray(stop, dtype=np.float64) - np.asarray(start, dtype=np.float64)
    fit = fit_cox(
        stop,
        event,
        np.asarray(dose, dtype=np.float64) / PER_DOSE,
        ["dose in force"],
        entry=start,
        subject=subject,
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
    level: float = LEVEL,
) -> DoseRateRatio:
    """Return the ratio of event rates per `PER_DOSE`, taking the rate as constant in time at one dose.

    Parameters
    ----------
    start, stop, events, dose, subject : (n,)
        As for `andersen_gill`, with the number of events in each row. The interval is from the robust
        variance, patients as clusters.

    **Source**: statsmodels GLM, Poisson with the logarithm of the days as offset; variance over patients as
    in Liang & Zeger, Biometrika 1986;73:13.
    """
    when, begin = np.asarray(stop, dtype=np.float64), np.asarray(start, dtype=np.float64)
    happened, days = np.asarray(events, dtype=np.float64), when - begin
    scaled = np.asarray(dose, dtype=np.float64) / PER_DOSE
    own = np.unique(np.asarray(subject), return_inverse=True)[1]
    reason = ""
    if not happened.any():
        reason = "Not estimated: no events."
    elif scaled.size and np.ptp(scaled) == 0:
        reason = "Not estimated: the dose is the same all the time."
    result, intercept = (None, np.nan) if reason else _poisson(happened, days, scaled, own, level)
    if result is not None and result.model_se * np.ptp(scaled) > INFINITE:
        reason, result, intercept = "Not estimated: events at one end of the doses only.", None, np.nan
    return DoseRateRatio(
        result=result,
        intercept=intercept,
        per_dose=PER_DOSE,
        n_subjects=int(np.unique(own).size),
        n_events=int(happened.sum()),
        days=float(days.sum()),
        level=level,
        lag_days=lag_days,
        method="Poisson regression with the logarithm of days as offset, robust variance by patient",
        warnings=(reason,) if reason else (),
    )


def _poisson(
    happened: Floats, days: Floats, dose: Floats, own: npt.NDArray[np.int64], level: float
) -> tuple[HazardRatio, float]:
    from scipy.special import ndtr, ndtri  # heavy: only when asked for
    from statsmodels.genmod.families import Poisson
    from statsmodels.genmod.generalized_linear_model import GLM

    design = np.column_stack([np.ones_like(dose), dose])
    fit = GLM(happened, design, family=Poisson(), offset=np.log(days)).fit(tol=1e-12, maxiter=200)
    intercept, slope = (float(value) for value in fit.params)
    model = np.asarray(fit.cov_params())
    scores = np.zeros((own.max() + 1, 2))
    np.add.at(scores, own, design * (happened - np.asarray(fit.mu))[:, None])
    influence = scores @ model
    se, model_se = float(np.sqrt(influence[:, 1] @ influence[:, 1])), float(np.sqrt(model[1, 1]))
    half = float(ndtri(0.5 + level / 2.0)) * se
    ratio = HazardRatio(
        term="dose in force",
        ratio=float(np.exp(slope)),
        lower=float(np.exp(slope - half)),
        upper=float(np.exp(slope + half)),
        p_value=float(2.0 * ndtr(-abs(slope) / se)),
        coefficient=slope,
        se=se,
        model_se=model_se,
    )
    return ratio, intercept
