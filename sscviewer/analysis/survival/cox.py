"""Proportional hazards with counting-process rows, and a variance that allows for several rows a patient."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.estimate import LEVEL
from sscviewer.analysis.survival.score_residuals import score_residuals
from sscviewer.model.arrays import Floats

Ties = Literal["efron", "breslow"]
INFINITE = 15.0
"""A log hazard ratio per standard deviation above this (a ratio of 3 million) has no finite estimate."""
STEPS = 60
"""Newton steps at most; an estimate that runs to infinity passes `INFINITE` well before."""
NO_INFORMATION = 1e-8
"""Of a standardised covariate: one event between two patients who differ gives about 0.1."""
SMALL_STEP = 1e-12


@dataclass(frozen=True, slots=True)
class HazardRatio:
    """What one unit of a covariate multiplies the hazard by.

    Attributes
    ----------
    coefficient, se
        Log ratio and its standard error: the robust one where there is one.
    model_se
        As if rows were independent.
    """

    term: str
    ratio: float
    lower: float
    upper: float
    p_value: float
    coefficient: float
    se: float
    model_se: float


@dataclass(frozen=True, slots=True)
class CoxFit:
    """A proportional hazards model.

    Attributes
    ----------
    terms
        Empty when nothing could be estimated; `warnings` then say why.
    covariance, model_covariance : (p, p)
        Robust (where subjects were given), and as if rows were independent.
    log_likelihood_null, log_likelihood
        Without and with the covariates.
    """

    terms: tuple[HazardRatio, ...]
    covariance: Floats
    model_covariance: Floats
    log_likelihood_null: float
    log_likelihood: float
    n_rows: int
    n_subjects: int
    n_events: int
    level: float
    method: str
    warnings: tuple[str, ...] = ()


def fit_cox(
    time: npt.ArrayLike,
    event: npt.ArrayLike,
    covariates: npt.ArrayLike,
    names: Sequence[str],
    *,
    entry: npt.ArrayLike | None = None,
    strata: npt.ArrayLike | None = None,
    subject: npt.ArrayLike | None = None,
    ties: Ties = "efron",
    level: float = LEVEL,
) -> CoxFit:
    """Fit a proportional hazards model.

    Parameters
    ----------
    time, event : (n,) end of each row, and whether an event happened there
    covariates : (n, p) numbers, no missing values
    entry : (n,) start of each row; who starts at a time is not yet at risk at it. None for zero.
    strata : (n,) labels of separate baseline hazards, None for one
    subject : (n,) whose row it is; given, the variance is the robust one

    Returns
    -------
    CoxFit
        Wald intervals and p-values. Without events, with a constant covariate, or with an estimate that
        runs to infinity: no terms, and the reason under `warnings`.

    **Source**: statsmodels PHReg; Andersen & Gill, Ann Stat 1982;10:1100; robust variance: Lin & Wei, JASA
    1989;84:1074 (score residuals summed by patient).
    """
    when = np.asarray(time, dtype=np.float64)
    happened = np.asarray(event, dtype=bool)
    x = np.asarray(covariates, dtype=np.float64).reshape(when.size, -1)
    start = np.zeros_like(when) if entry is None else np.asarray(entry, dtype=np.float64)
    layer = np.zeros(when.size, dtype=np.int64)
    if strata is not None:
        layer = np.unique(np.asarray(strata), return_inverse=True)[1]
    own = None if subject is None else np.unique(np.asarray(subject), return_inverse=True)[1]
    robust = "" if own is None else ", robust variance by patient (Lin-Wei)"
    about: dict[str, Any] = {
        "n_rows": int(when.size),
        "n_subjects": int(when.size if own is None else np.unique(own).size),
        "n_events": int(happened.sum()),
        "level": level,
        "method": f"Proportional hazards (Cox), {ties.capitalize()} ties{robust}",
    }
    reason = _not_estimable(happened, x, names)
    if reason:
        return _nothing(reason, about)
    centre, scale = x.mean(axis=0), x.std(axis=0)
    z = (x - centre) / scale
    fitted = _fit(when, happened, z, start, layer, ties)
    if fitted is None:
        return _nothing("the estimate runs to infinity: events fall on one side of a covariate only", about)
    coefficient, information, null, reached = fitted
    model = np.linalg.inv(information)
    covariance = model
    if own is not None:
        scores = score_residuals(when, happened, z, start, layer, coefficient, ties)
        by_subject = np.zeros((own.max() + 1, z.shape[1]))
        np.add.at(by_subject, own, scores)
        influence = by_subject @ model
        covariance = influence.T @ influence
    unscale = np.outer(scale, scale)
    covariance, model = covariance / unscale, model / unscale
    return CoxFit(
        terms=_terms(names, coefficient / scale, covariance, model, level),
        covariance=covariance,
        model_covariance=model,
        log_likelihood_null=null,
        log_likelihood=reached,
        **about,
    )


def _not_estimable(happened: npt.NDArray[np.bool_], x: Floats, names: Sequence[str]) -> str:
    if not happened.any():
        return "no events"
    constant = [name for name, column in zip(names, x.T, strict=True) if np.ptp(column) == 0]
    return f"{constant[0]} is the same in every row" if constant else ""


def _nothing(reason: str, about: dict[str, Any]) -> CoxFit:
    empty = np.zeros((0, 0))
    return CoxFit((), empty, empty, np.nan, np.nan, **about, warnings=(f"Not estimated: {reason}.",))


def _fit(
    when: Floats,
    happened: npt.NDArray[np.bool_],
    z: Floats,
    start: Floats,
    layer: npt.NDArray[Any],
    ties: Ties,
) -> tuple[Floats, Floats, float, float] | None:
    """Return coefficients, information, and log-likelihoods without and with them; None when infinite."""
    from statsmodels.duration.hazard_regression import PHReg  # heavy: only when asked for

    # PHReg counts a row that starts at an event's time as at risk of it; a patient's next row is not.
    after = np.where(start > 0, np.nextafter(start, np.inf), 0.0)
    model = PHReg(when, z, status=happened.astype(int), entry=after, strata=layer, ties=ties)
    coefficient = np.zeros(z.shape[1])
    null = float(model.loglike(coefficient))
    for _ in range(STEPS):
        information = -np.asarray(model.hessian(coefficient))
        if not _says_something(information):
            return None
        step = np.linalg.solve(information, np.asarray(model.score(coefficient)))
        now = float(model.loglike(coefficient))
        while float(model.loglike(coefficient + step)) < now - SMALL_STEP * abs(now):
            step = step / 2.0
        coefficient = coefficient + step
        if np.abs(coefficient).max() > INFINITE:
            return None
        if np.abs(step).max() < SMALL_STEP:
            break
    information = -np.asarray(model.hessian(coefficient))
    if not _says_something(information):
        return None
    return coefficient, information, null, float(model.loglike(coefficient))


def _says_something(information: Floats) -> bool:
    """Return whether the information about standardised covariates is more than rounding error."""
    if not np.all(np.isfinite(information)) or np.linalg.cond(information) > 1.0 / np.finfo(float).eps:
        return False
    return bool(np.linalg.eigvalsh(information).min() > NO_INFORMATION)


def _terms(
    names: Sequence[str], coefficient: Floats, covariance: Floats, model: Floats, level: float
) -> tuple[HazardRatio, ...]:
    from scipy.special import ndtr, ndtri  # heavy: only when asked for

    z = float(ndtri(0.5 + level / 2.0))
    se, model_se = np.sqrt(np.diag(covariance)), np.sqrt(np.diag(model))
    p_value = 2.0 * ndtr(-np.abs(coefficient) / se)
    columns = (
        np.exp(coefficient),
        np.exp(coefficient - z * se),
        np.exp(coefficient + z * se),
        p_value,
        coefficient,
        se,
        model_se,
    )
    return tuple(HazardRatio(name, *(float(column[i]) for column in columns)) for i, name in enumerate(names))
