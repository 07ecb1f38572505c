"""What the result at a visit becomes under other assumptions about the values that are not there.

δ-adjustment with its tipping point, return to baseline, jump to reference, completers, last observation
carried forward, and multiple imputation from the fitted model with Rubin's rules.

**Source**: resources/methods/sensitivity.md; ICH E9(R1); Rubin (1987); Carpenter, Roger & Kenward, J Biopharm
Stat 23 (2013) 1352.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from sscviewer.analysis.estimate import Estimate, make_estimate
from sscviewer.analysis.mmrm import MmrmFit
from sscviewer.analysis.reml.blocks import Array
from sscviewer.analysis.reml.errors import FitError
from sscviewer.analysis.reml.likelihood import evaluate


@dataclass(frozen=True, slots=True)
class ConditionalMeans:
    """Each subject's value at a visit: observed, or expected given the subject's other values.

    Attributes
    ----------
    subjects : tuple
    values : (n,)
        Response units.
    observed : (n,)
        True where the value was observed.
    """

    subjects: tuple[Any, ...]
    values: Array
    observed: "np.ndarray[Any, np.dtype[np.bool_]]"

    @property
    def mean(self) -> float:
        """Mean over subjects; for a saturated model by visit it is the model's own estimate."""
        return float(self.values.mean())


@dataclass(frozen=True, slots=True)
class TippingPoint:
    """How far the missing values must be shifted to change the result.

    Attributes
    ----------
    missing, n_subjects : int
        Values shifted, and the denominator of the mean.
    share : float
        missing / n_subjects: by this much the estimate moves per unit of δ.
    delta_zero : float
        δ at which the estimate is zero; NaN where nothing is missing.
    delta_lower, delta_upper : float
        δ at which the lower or upper limit of the interval is zero.
    """

    missing: int
    n_subjects: int
    share: float
    delta_zero: float
    delta_lower: float
    delta_upper: float


def conditional_means(fit: MmrmFit, visit: object) -> ConditionalMeans:
    """Return observed or conditional mean values at a visit, for every subject of the fit.

    μ_v + Σ_vo Σ_oo⁻¹ (y_o − μ_o), with the subject's own covariates. Covariates are taken from the subject's
    observed rows, so they must not change with the visit (the visit itself may be in the model).

    Raises
    ------
    FitError
        If the visit is not one of the fit's.
    """
    position = _position(fit, visit)
    rows, seen, y = _subject_rows(fit)
    mu = rows @ fit.fitted.beta
    sigma = fit.fitted.omega
    values = np.where(seen[:, position], y[:, position], np.nan)
    for i in np.flatnonzero(~seen[:, position]):
        o = seen[i]
        weight = np.linalg.solve(sigma[np.ix_(o, o)], sigma[o, position])
        values[i] = mu[i, position] + weight @ (y[i, o] - mu[i, o])
    return ConditionalMeans(fit.subjects, values, seen[:, position])


def _position(fit: MmrmFit, visit: object) -> int:
    labels = [str(v) for v in fit.visits]
    if str(visit) not in labels:
        raise FitError(f"{visit} is not a visit of the model; those are {', '.join(labels)}.")
    return labels.index(str(visit))


def _subject_rows(fit: MmrmFit) -> "tuple[Array, np.ndarray[Any, np.dtype[np.bool_]], Array]":
    """Return X (n, T, p) of every subject at every visit, which were seen, and the values (n, T)."""
    frame = fit.design.frame
    codes = pd.Categorical(frame[fit.subject], categories=list(fit.subjects)).codes
    visit_codes = pd.Categorical(frame[fit.visit], categories=list(fit.visits)).codes
    n, t = len(fit.subjects), len(fit.visits)
    y = np.full((n, t), np.nan)
    y[codes, visit_codes] = fit.design.y
    first = np.unique(codes, return_index=True)[1]
    grid = frame.take(np.repeat(first, t)).reset_index(drop=True)
    visits = list(fit.visits) * n
    categorical = isinstance(frame[fit.visit].dtype, pd.CategoricalDtype)
    grid[fit.visit] = pd.Categorical(visits, categories=list(fit.visits)) if categorical else visits
    rows = fit.predict_weights(grid)[:, fit.design.kept]
    return rows.reshape(n, t, -1), ~np.isnan(y), y


def delta_adjusted(
    fit: MmrmFit, visit: object, delta: float, *, estimate: Estimate, without_data: int = 0
) -> Estimate:
    """Return the estimate at a visit when every value not observed there is shifted by δ.

    The shift is known, so the standard error is that of the estimate.

    Parameters
    ----------
    delta : float
        Response units.
    estimate : Estimate
        Of the mean at the visit, from the same fit.
    without_data : int
        Subjects who are not in the fit because they have no value at all; they count as missing.
    """
    point = tipping_point(fit, visit, estimate=estimate, without_data=without_data)
    moved = estimate.estimate + point.share * delta
    return make_estimate(
        moved,
        estimate.se,
        estimate.df,
        level=estimate.level,
        n_subjects=point.n_subjects,
        n_obs=estimate.n_obs,
        method=f"{estimate.method}, δ = {delta:g} for {point.missing} of {point.n_subjects} subjects",
        converged=estimate.converged,
        warnings=estimate.warnings,
    )


def tipping_point(fit: MmrmFit, visit: object, *, estimate: Estimate, without_data: int = 0) -> TippingPoint:
    """Return the exact δ at which the estimate, or a limit of its interval, reaches zero.

    estimate(δ) = estimate + (missing / n) δ, a straight line. Parameters as in `delta_adjusted`.
    """
    position = _position(fit, visit)
    codes = pd.Categorical(fit.design.frame[fit.visit], categories=list(fit.visits)).codes
    n = len(fit.subjects) + without_data
    missing = n - int(np.sum(codes == position))
    share = missing / n
    scale = 1.0 / share if missing else float("nan")
    return TippingPoint(
        missing,
        n,
        share,
        -estimate.estimate * scale,
        -estimate.lower * scale,
        -estimate.upper * scale,
    )


def mean_estimate(values: Array, *, level: float = 0.95, method: str = "mean") -> Estimate:
    """Return the mean of values (n,) with its t interval.

    Raises
    ------
    FitError
        With fewer than two values, or a NaN among them.
    """
    x = np.asarray(values, dtype=np.float64)
    if len(x) < 2 or not np.isfinite(x).all():
        raise FitError("A mean with an interval needs at least two values and no gaps.")
    se = float(x.std(ddof=1) / np.sqrt(len(x)))
    return make_estimate(
        float(x.mean()), se, len(x) - 1.0, level=level, n_subjects=len(x), n_obs=len(x), method=method
    )


def completers(change: Array, *, level: float = 0.95) -> Estimate:
    """Return the mean change of subjects with a value at the visit; `change` (n,) has NaN for the others."""
    x = np.asarray(change, dtype=np.float64)
    return mean_estimate(x[~np.isnan(x)], level=level, method="completers")


def jump_to_reference(change: Array, reference: float, *, level: float = 0.95) -> Estimate:
    """Return the mean change when every missing change is a given reference change.

    Parameters
    ----------
    change : (n,)
        Change at the visit, NaN where not observed.
    reference : float
        For example the change in a published placebo arm; 0 is return to baseline.
    """
    x = np.asarray(change, dtype=np.float64)
    filled = np.where(np.isnan(x), reference, x)
    return mean_estimate(filled, level=level, method=f"missing changes set to {reference:g}")


def return_to_baseline(change: Array, *, level: float = 0.95) -> Estimate:
    """Return the mean change when every missing change is zero."""
    return jump_to_reference(change, 0.0, level=level)


def last_observation_carried_forward(change: Array, *, level: float = 0.95) -> Estimate:
    """Return the mean of each subject's last change.

    Parameters
    ----------
    change : (n, T)
        Changes by visit in order, NaN where missing; a subject without any has its baseline carried forward.
    """
    x = np.atleast_2d(np.asarray(change, dtype=np.float64))
    last = pd.DataFrame(x).ffill(axis=1).iloc[:, -1].fillna(0.0).to_numpy(dtype=np.float64)
    return mean_estimate(last, level=level, method="last observation carried forward")


def rubin(
    estimates: Sequence[float],
    variances: Sequence[float],
    *,
    complete_df: float = np.inf,
    level: float = 0.95,
    n_subjects: int = 0,
    n_obs: int = 0,
) -> Estimate:
    """Combine estimates from m imputed data sets.

    Parameters
    ----------
    estimates, variances : (m,)
    complete_df : float
        Degrees of freedom if nothing were missing; finite gives Barnard and Rubin's.

    **Source**: Rubin, Multiple Imputation (1987), ch. 3; Barnard & Rubin, Biometrika 86 (1999) 948.
    """
    q, u = np.asarray(estimates, dtype=np.float64), np.asarray(variances, dtype=np.float64)
    m = len(q)
    within, between = float(u.mean()), float(q.var(ddof=1))
    extra = (1.0 + 1.0 / m) * between
    total = within + extra
    df = (m - 1.0) * (total / extra) ** 2 if extra > 0 else np.inf
    if np.isfinite(complete_df):
        observed = (complete_df + 1.0) / (complete_df + 3.0) * complete_df * within / total
        df = 1.0 / (1.0 / df + 1.0 / observed)
    return make_estimate(
        float(q.mean()),
        float(np.sqrt(total)),
        float(df),
        level=level,
        n_subjects=n_subjects,
        n_obs=n_obs,
        method=f"multiple imputation, {m} data sets, Rubin's rules",
    )


def multiple_imputation(
    fit: MmrmFit,
    visit: object,
    *,
    m: int = 100,
    seed: int = 1,
    delta: float = 0.0,
    without_data: int = 0,
) -> Estimate:
    """Return the mean at a visit over all subjects, missing values imputed from the fitted model.

    Each data set has its own Σ and β, drawn from their approximate posterior, so that the imputations carry
    the uncertainty of the model.

    Parameters
    ----------
    m : int
        Number of imputed data sets, at least 2.
    seed : int
        The same seed gives the same result.
    delta : float
        Added to every imputed value at the visit.
    without_data : int
        Subjects without any value; imputed at the mean of the model (averaged over the subjects' covariates).

    **Source**: Rubin (1987); resources/methods/sensitivity.md, "Multiple imputation".
    """
    position = _position(fit, visit)
    rng = np.random.default_rng(seed)
    rows, seen, y = _subject_rows(fit)
    n = len(y) + without_data
    means, variances = [], []
    for _ in range(m):
        sigma, beta = _posterior_draw(fit, rng)
        mu = rows @ beta
        values = np.append(y[:, position], np.full(without_data, np.nan))
        for i in np.flatnonzero(np.isnan(values)):
            if i < len(y):
                centre, variance = _conditional(mu[i], sigma, seen[i], y[i], position)
            else:
                centre, variance = float(mu[:, position].mean()), float(sigma[position, position])
            values[i] = centre + np.sqrt(max(variance, 0.0)) * rng.standard_normal() + delta
        means.append(float(values.mean()))
        variances.append(float(values.var(ddof=1) / n))
    return rubin(means, variances, complete_df=n - 1.0, level=fit.level, n_subjects=n, n_obs=fit.n_obs)


def _conditional(
    mu: Array, sigma: Array, seen: "np.ndarray[Any, np.dtype[np.bool_]]", y: Array, position: int
) -> tuple[float, float]:
    """Return mean and variance of a subject's value at a visit given the values it has."""
    weight = np.linalg.solve(sigma[np.ix_(seen, seen)], sigma[seen, position])
    centre = float(mu[position] + weight @ (y[seen] - mu[seen]))
    return centre, float(sigma[position, position] - weight @ sigma[seen, position])


def _posterior_draw(fit: MmrmFit, rng: np.random.Generator, attempts: int = 200) -> tuple[Array, Array]:
    """Return Σ (T, T) and β (p,), drawn; Σ is drawn again until it is positive definite."""
    fitted = fit.fitted
    spread = np.linalg.cholesky(fit.inference.theta_covariance + 1e-14 * np.eye(fitted.n_parameters))
    structure, theta = fitted.structure, fitted.optimum.theta
    omega, at = fitted.optimum.omega, fitted.optimum.at
    for _ in range(attempts):
        trial = structure.omega(theta + spread @ rng.standard_normal(len(theta)))
        if np.isfinite(trial).all() and structure.distance(trial) > 0:
            drawn = evaluate(fitted.blocks, trial, reml=fitted.reml)
            if drawn is not None:
                omega, at = trial, drawn
                break
    scaled = fitted.scaled
    beta_q = at.beta + at.root @ rng.standard_normal(len(at.beta))
    beta = scaled.beta + scaled.scale * np.linalg.solve(scaled.r, beta_q)
    return omega * scaled.scale**2, beta
