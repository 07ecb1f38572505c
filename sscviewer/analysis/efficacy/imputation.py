"""Multiple imputation from a fitted MMRM, and Rubin's rules.

**Source**: Rubin, Multiple Imputation (1987); Carpenter & Kenward, Multiple Imputation and its Application
(2013), ch. 3; resources/methods/sensitivity.md.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from sscviewer.analysis.estimate import LEVEL, Estimate, make_estimate
from sscviewer.analysis.mmrm import MmrmFit
from sscviewer.analysis.reml.errors import FitError
from sscviewer.analysis.reml.likelihood import evaluate
from sscviewer.analysis.stopping import stop_if_unwanted
from sscviewer.model.arrays import Floats


def visit_position(fit: MmrmFit, visit: object) -> int:
    """Return where a visit stands among those of the fit.

    Raises
    ------
    FitError
        If it is not one of them.
    """
    labels = [str(v) for v in fit.visits]
    if str(visit) not in labels:
        raise FitError(f"{visit} is not a visit of the model; those are {', '.join(labels)}.")
    return labels.index(str(visit))


def subject_rows(fit: MmrmFit) -> "tuple[Floats, np.ndarray[Any, np.dtype[np.bool_]], Floats]":
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


def rubin(
    estimates: Sequence[float],
    variances: Sequence[float],
    *,
    complete_df: float = np.inf,
    level: float = LEVEL,
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
    position = visit_position(fit, visit)
    rng = np.random.default_rng(seed)
    rows, seen, y = subject_rows(fit)
    n = len(y) + without_data
    absent = np.flatnonzero(~seen[:, position])
    patterns, which = np.unique(seen[absent], axis=0, return_inverse=True)
    groups = [(pattern, absent[which == k]) for k, pattern in enumerate(patterns)]
    means, variances = [], []
    for _ in range(m):
        stop_if_unwanted()
        sigma, beta = _posterior_draw(fit, rng)
        mu = rows @ beta
        values = np.append(y[:, position], np.full(without_data, mu[:, position].mean()))
        spread = np.full(n, np.sqrt(sigma[position, position]))
        for pattern, them in groups:
            weight = np.linalg.solve(sigma[np.ix_(pattern, pattern)], sigma[pattern, position])
            values[them] = mu[them, position] + (y[them][:, pattern] - mu[them][:, pattern]) @ weight
            spread[them] = np.sqrt(max(sigma[position, position] - weight @ sigma[pattern, position], 0.0))
        drawn = np.append(absent, np.arange(len(y), n))
        values[drawn] += spread[drawn] * rng.standard_normal(len(drawn)) + delta
        means.append(float(values.mean()))
        variances.append(float(values.var(ddof=1) / n))
    return rubin(means, variances, complete_df=n - 1.0, level=fit.level, n_subjects=n, n_obs=fit.n_obs)


def conditional_value(
    mu: Floats, sigma: Floats, seen: "np.ndarray[Any, np.dtype[np.bool_]]", y: Floats, position: int
) -> tuple[float, float]:
    """Return mean and variance of a subject's value at a visit given the values it has."""
    weight = np.linalg.solve(sigma[np.ix_(seen, seen)], sigma[seen, position])
    centre = float(mu[position] + weight @ (y[seen] - mu[seen]))
    return centre, float(sigma[position, position] - weight @ sigma[seen, position])


def _posterior_draw(fit: MmrmFit, rng: np.random.Generator, attempts: int = 200) -> tuple[Floats, Floats]:
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
