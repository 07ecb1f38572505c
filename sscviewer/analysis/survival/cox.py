"""Proportional hazards with counting-process rows, and a variance that allows for several rows a patient."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.estimate import t_p_value, t_quantile
from sscviewer.analysis.stopping import stop_if_unwanted
from sscviewer.analysis.survival.leave_one_out import Rows, jackknife_covariance
from sscviewer.analysis.survival.partial_likelihood import partial_likelihood
from sscviewer.analysis.survival.score_residuals import score_residuals
from sscviewer.model.arrays import Bools, Floats, Ints
from sscviewer.model.sentence import say

Ties = Literal["efron", "breslow"]
RobustVariance = Literal["jackknife", "lin-wei"]
INFINITE = 15.0
"""A log hazard ratio per standard deviation above this (a ratio of 3 million) has no finite estimate."""
LONGEST_STEP = 4.0
"""A Newton step in log hazard ratios per standard deviation is cut to this: longer ones overflow the
exponential before halving can bring them back."""
STEPS = 60
"""Newton steps at most; an estimate that runs to infinity passes `INFINITE` well before."""
NO_INFORMATION = 1e-8
"""Of a standardised covariate: one event between two patients who differ gives about 0.1."""
ONE_PATIENT = "the result hangs on one patient: without that one nothing is left"
LEAST_DF = 3.0
"""Fewer than four patients: t at 2 degrees of freedom doubles an interval, at 1 it multiplies it by six."""
FEW_PATIENTS = "there are fewer than four patients"
NO_INTERVAL = "the interval would have no end, or no width"
LARGEST_LOG = 50.0
"""A limit of a ratio beyond this (10 to the 21st) is none."""
NO_VARIANCE = 1e-9
"""A robust standard error below this share of the model's is rounding."""
SMALL_STEP = 1e-12
"""Steps and gains below this are rounding: the search is at rest."""


@dataclass(frozen=True, slots=True)
class HazardRatio:
    """What one unit of a covariate multiplies the hazard by.

    Attributes
    ----------
    coefficient, se
        Log ratio and its standard error: the robust one where there is one.
    model_se
        As if rows were independent.
    df
        Of Student's t in interval and p-value; infinity for a normal interval.
    """

    term: str
    ratio: float
    lower: float
    upper: float
    p_value: float
    coefficient: float
    se: float
    model_se: float
    df: float = np.inf


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
    variance: RobustVariance = "lin-wei",
    ties: Ties = "efron",
    level: float,
) -> CoxFit:
    """Fit a proportional hazards model.

    Parameters
    ----------
    time, event : (n,) end of each row, and whether an event happened there
    covariates : (n, p) numbers, no missing values
    entry : (n,) start of each row; who starts at a time is not yet at risk at it. None for zero.
    strata : (n,) labels of separate baseline hazards, None for one
    subject : (n,) whose row it is; given, the variance is the robust one
    variance
        The robust one: jackknife, with t and the patients less one as degrees of freedom; or lin-wei, with
        the normal distribution, as R's coxph has it, which is too small below some 50 patients.

    Returns
    -------
    CoxFit
        Wald intervals and p-values. Without events, with a constant covariate, with an estimate that runs to
        infinity or hangs on one patient: no terms, and the reason under `warnings`. Rows of no length, in
        which nobody is at risk, are left out and counted there.

    **Source**: `partial_likelihood`; Andersen & Gill, Ann Stat 1982;10:1100; robust variance: Lin & Wei, JASA
    1989;84:1074 (score residuals summed by patient), or Lipsitz, Dear & Zhao, Biometrics 1994;50:842.
    """
    when = np.asarray(time, dtype=np.float64)
    happened = np.asarray(event, dtype=bool)
    x = np.asarray(covariates, dtype=np.float64).reshape(when.size, -1)
    start = np.zeros_like(when) if entry is None else np.asarray(entry, dtype=np.float64)
    layer = np.zeros(when.size, dtype=np.int64)
    if strata is not None:
        layer = np.unique(np.asarray(strata), return_inverse=True)[1]
    own = None if subject is None else np.unique(np.asarray(subject), return_inverse=True)[1]
    about: dict[str, Any] = {
        "n_rows": int(when.size),
        "n_subjects": int(when.size if own is None else np.unique(own).size),
        "n_events": int(happened.sum()),
        "level": level,
        "method": f"Proportional hazards (Cox), {ties.capitalize()} ties{_robust_words(own, variance)}",
    }
    some = start < when
    notes = (
        () if some.all() else (say("Rows of no length, nobody at risk in them: {n}.", n=int((~some).sum())),)
    )
    codes = np.arange(when.size) if own is None else own
    rows = Rows(when[some], start[some], happened[some], x[some], layer[some], codes[some])
    reason = _not_estimable(rows.happened, rows.x, names)
    if reason:
        return _nothing(reason, about, notes)
    scale = np.asarray(rows.x.std(axis=0), dtype=np.float64)
    rows = replace(rows, x=(rows.x - rows.x.mean(axis=0)) / scale)
    fitted = _fit(rows, ties)
    if fitted is None:
        return _nothing(
            "the estimate runs to infinity: events fall on one side of a covariate only", about, notes
        )
    coefficient, information, null, reached = fitted
    model = np.asarray(np.linalg.inv(information), dtype=np.float64)
    df = np.inf if own is None or variance == "lin-wei" else float(np.unique(rows.own).size - 1)
    if df < LEAST_DF:
        return _nothing(FEW_PATIENTS, about, notes)
    covariance = model if own is None else _robust(rows, coefficient, model, ties, variance)
    if covariance is None:
        return _nothing(ONE_PATIENT, about, notes)
    unscale = np.outer(scale, scale)
    covariance, model = covariance / unscale, model / unscale
    se, model_se = np.sqrt(np.diag(covariance)), np.sqrt(np.diag(model))
    found = [
        ratio_of(name, float(b), float(s), float(m), df, level)
        for name, b, s, m in zip(names, coefficient / scale, se, model_se, strict=True)
    ]
    terms = tuple(term for term in found if term is not None)
    if len(terms) < len(found):
        return _nothing(NO_INTERVAL, about, notes)
    return CoxFit(
        terms=terms,
        covariance=covariance,
        model_covariance=model,
        log_likelihood_null=null,
        log_likelihood=reached,
        **about,
        warnings=notes,
    )


def _robust_words(own: Ints | None, variance: RobustVariance) -> str:
    if own is None:
        return ""
    which = "Lin-Wei" if variance == "lin-wei" else "jackknife, t with patients − 1 degrees of freedom"
    return f", robust variance by patient ({which})"


def _robust(
    rows: Rows, coefficient: Floats, model: Floats, ties: Ties, variance: RobustVariance
) -> Floats | None:
    """Return the covariance that allows for several rows a patient; None where one patient makes it all."""
    own = np.unique(rows.own, return_inverse=True)[1]
    if variance == "jackknife":
        found = jackknife_covariance(replace(rows, own=own), coefficient, ties, NO_INFORMATION)
    else:
        scores = score_residuals(rows.when, rows.happened, rows.x, rows.start, rows.layer, coefficient, ties)
        by_subject = np.zeros((own.max() + 1, rows.x.shape[1]))
        np.add.at(by_subject, own, scores)
        influence = by_subject @ model
        found = influence.T @ influence
    return found


def _not_estimable(happened: Bools, x: Floats, names: Sequence[str]) -> str:
    if not happened.any():
        return "no events"
    constant = [name for name, column in zip(names, x.T, strict=True) if np.ptp(column) == 0]
    return f"{constant[0]} is the same in every row" if constant else ""


def _nothing(reason: str, about: dict[str, Any], notes: tuple[str, ...] = ()) -> CoxFit:
    empty = np.zeros((0, 0))
    return CoxFit((), empty, empty, np.nan, np.nan, **about, warnings=(f"Not estimated: {reason}.", *notes))


def _fit(rows: Rows, ties: Ties) -> tuple[Floats, Floats, float, float] | None:
    """Return coefficients, information, and log-likelihoods without and with them; None when infinite."""
    coefficient = np.zeros(rows.x.shape[1])
    now, score, information = partial_likelihood(rows, coefficient, ties)
    null = now
    for _ in range(STEPS):
        stop_if_unwanted()
        if not _says_something(information):
            return None
        step = np.linalg.solve(information, score)
        step *= min(1.0, LONGEST_STEP / max(float(np.abs(step).max()), SMALL_STEP))
        there = partial_likelihood(rows, coefficient + step, ties)
        while there[0] < now - SMALL_STEP * abs(now):
            step = step / 2.0
            there = partial_likelihood(rows, coefficient + step, ties)
        coefficient = coefficient + step
        now, score, information = there
        if np.abs(coefficient).max() > INFINITE:
            return None
        if np.abs(step).max() < SMALL_STEP:
            break
    return (coefficient, information, null, now) if _says_something(information) else None


def _says_something(information: Floats) -> bool:
    """Return whether the information about standardised covariates is more than rounding error."""
    if not np.all(np.isfinite(information)) or np.linalg.cond(information) > 1.0 / np.finfo(float).eps:
        return False
    return bool(np.linalg.eigvalsh(information).min() > NO_INFORMATION)


def ratio_of(
    term: str, coefficient: float, se: float, model_se: float, df: float, level: float
) -> HazardRatio | None:
    """Return a ratio with its t interval; None where it has none.

    Parameters
    ----------
    coefficient, se, model_se
        Of the logarithm of the ratio.
    """
    if df < LEAST_DF or not se > NO_VARIANCE * model_se:
        return None
    half = t_quantile(level, df) * se
    if not abs(coefficient) + half < LARGEST_LOG:
        return None
    return HazardRatio(
        term=term,
        ratio=float(np.exp(coefficient)),
        lower=float(np.exp(coefficient - half)),
        upper=float(np.exp(coefficient + half)),
        p_value=t_p_value(coefficient / se, df),
        coefficient=coefficient,
        se=se,
        model_se=model_se,
        df=df,
    )
