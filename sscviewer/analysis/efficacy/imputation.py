"""Multiple imputation from a fitted MMRM, and Rubin's rules.

**Source**: Rubin, Multiple Imputation (1987); Carpenter & Kenward, Multiple Imputation and its Application
(2013), ch. 3; resources/methods/sensitivity.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from sscviewer.analysis.estimate import Estimate, make_estimate
from sscviewer.analysis.mmrm import MmrmFit
from sscviewer.analysis.reml.blocks import Index
from sscviewer.analysis.reml.errors import FitError
from sscviewer.analysis.reml.likelihood import generalised_least_squares
from sscviewer.analysis.stopping import stop_if_unwanted
from sscviewer.model.arrays import Bools, Floats
from sscviewer.model.sentence import say


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


@dataclass(frozen=True, slots=True)
class SubjectTable:
    """Every subject at every visit.

    Attributes
    ----------
    rows : (n, T, p)
        Weights on the estimable coefficients of the subject's mean at each visit.
    y : (n, T)
        Values, NaN where none was seen; all NaN for subjects who are not in the fit.
    group : (n,)
        Whose covariance the subject has, of the groups of the fit.
    """

    rows: Floats
    y: Floats
    group: Index

    @property
    def seen(self) -> Bools:
        """Where there is a value (n, T)."""
        return ~np.isnan(self.y)


def subject_table(fit: MmrmFit) -> SubjectTable:
    """Return the subjects of a fit, in its order, each with its own covariates at every visit."""
    frame = fit.design.frame
    n, t = len(fit.subjects), len(fit.visits)
    first = np.unique(_codes(fit, fit.subject, fit.subjects), return_index=True)[1]
    grid = frame.take(np.repeat(first, t)).reset_index(drop=True)
    visits = list(fit.visits) * n
    categorical = isinstance(frame[fit.visit].dtype, pd.CategoricalDtype)
    grid[fit.visit] = pd.Categorical(visits, categories=list(fit.visits)) if categorical else visits
    rows = fit.predict_weights(grid)[:, fit.design.kept]
    return SubjectTable(rows.reshape(n, t, -1), subject_values(fit), fit.group_codes)


def subject_values(fit: MmrmFit) -> Floats:
    """Return the values (n, T) of the subjects of a fit, in its order; NaN where there is none."""
    y = np.full((len(fit.subjects), len(fit.visits)), np.nan)
    y[_codes(fit, fit.subject, fit.subjects), _codes(fit, fit.visit, fit.visits)] = fit.design.y
    return y


def _codes(fit: MmrmFit, column: str, levels: Sequence[Any]) -> Index:
    codes = pd.Categorical(fit.design.frame[column], categories=list(levels)).codes
    return np.asarray(codes, dtype=np.intp)


def rubin(
    estimates: Sequence[float] | Floats,
    variances: Sequence[float] | Floats,
    *,
    complete_df: float = np.inf,
    level: float,
    n_subjects: int = 0,
    n_obs: int = 0,
) -> Estimate:
    """Combine estimates from m imputed data sets.

    Parameters
    ----------
    estimates, variances : (m,)
    complete_df : float
        Degrees of freedom if nothing were missing; finite gives Barnard and Rubin's.

    Returns
    -------
    Estimate
        `method` says the Monte-Carlo error: the standard deviation of the estimate over other seeds.

    **Source**: Rubin, Multiple Imputation (1987), ch. 3; Barnard & Rubin, Biometrika 86 (1999) 948; White,
    Royston & Wood, Stat Med 30 (2011) 377 (Monte-Carlo error √(B/m)).
    """
    q, u = np.asarray(estimates, dtype=np.float64), np.asarray(variances, dtype=np.float64)
    m = len(q)
    within, between = float(u.mean()), float(q.var(ddof=1))
    extra = (1.0 + 1.0 / m) * between
    total = within + extra
    df = (m - 1.0) * (total / extra) ** 2 if extra > 0 else np.inf
    if np.isfinite(complete_df) and total > 0:
        observed = (complete_df + 1.0) / (complete_df + 3.0) * complete_df * within / total
        df = 1.0 / (1.0 / df + 1.0 / observed)
    return make_estimate(
        float(q.mean()),
        float(np.sqrt(total)),
        float(df),
        level=level,
        n_subjects=n_subjects,
        n_obs=n_obs,
        method=f"multiple imputation, {m} data sets, Rubin's rules, "
        f"Monte-Carlo error of the estimate {np.sqrt(between / m):.2g}",
    )


def monte_carlo_words(estimate: Estimate) -> str:
    """Return "Monte-Carlo error of the estimate 0.012", which `rubin` puts last in the method."""
    return say("Monte-Carlo error of the estimate {error}", error=estimate.method.rpartition(" ")[2])


def multiple_imputation(
    fit: MmrmFit,
    visit: object,
    table: SubjectTable,
    *,
    m: int,
    seed: int,
    delta: float,
) -> Estimate:
    """Return the mean at a visit over all subjects of a table, missing values imputed from the fitted model.

    Parameters
    ----------
    table : SubjectTable
        The subjects of the fit, and those without any value.
    m : int
        Number of imputed data sets, at least 2. With 1 000 the Monte-Carlo error of the mean is a thirtieth
        of the standard error that the missing values add; 100 leave a tenth, which moves P's second digit.
    seed : int
        The same seed gives the same result.
    delta : float
        Added to every imputed value at the visit.

    **Source**: Rubin (1987); resources/methods/sensitivity.md, "Multiple imputation".
    """
    values = imputed_values(fit, visit, table, m=m, seed=seed, delta=np.full(len(table.y), delta))
    n = values.shape[1]
    return rubin(
        values.mean(axis=1),
        values.var(axis=1, ddof=1) / n,
        complete_df=n - 1.0,
        level=fit.level,
        n_subjects=n,
        n_obs=fit.n_obs,
    )


def imputed_values(
    fit: MmrmFit, visit: object, table: SubjectTable, *, m: int, seed: int, delta: Floats
) -> Floats:
    """Return the values at a visit (m, n), observed or drawn.

    Each data set has its own Σ and β, drawn from their approximate posterior, so that the imputations carry
    the uncertainty of the model.

    Parameters
    ----------
    delta : (n,)
        Added to the subject's value where it is drawn.
    """
    return imputed_by_each(fit, visit, (table,), m=m, seed=seed, delta=delta)[0]


def imputed_by_each(
    fit: MmrmFit, visit: object, tables: Sequence[SubjectTable], *, m: int, seed: int, delta: Floats
) -> list[Floats]:
    """Return the values at a visit (m, n) for each of several means of the same subjects.

    All have the draws of Σ, β and of the residuals in common, which are what takes time, so that what differs
    between them is the assumption alone. Parameters as `imputed_values`; the tables have the same values.
    """
    position = visit_position(fit, visit)
    rng = np.random.default_rng(seed)
    seen, y, own = tables[0].seen, tables[0].y, tables[0].group
    absent = np.flatnonzero(~seen[:, position])
    keys = np.column_stack([own[absent], seen[absent]])
    patterns, which = np.unique(keys, axis=0, return_inverse=True)
    order = np.argsort(which, kind="stable")
    omegas, betas, noise = [], [], np.empty((m, len(absent)))
    for at in range(m):
        stop_if_unwanted()
        omega, beta = _posterior_draw(fit, rng)
        omegas.append(omega)
        betas.append(beta)
        noise[at, order] = rng.standard_normal(len(absent))
    omega, beta = np.array(omegas), np.array(betas)
    out = [np.tile(y[:, position], (m, 1)) for _ in tables]
    for k, key in enumerate(patterns):
        pattern, here = key[1:] > 0, np.flatnonzero(which == k)
        them, sigma = absent[here], fit.sigma_of(int(key[0]), omega)
        cross = sigma[:, pattern, position]
        weight = np.linalg.solve(sigma[:, pattern][:, :, pattern], cross[:, :, None])[:, :, 0]
        left = sigma[:, position, position] - (weight * cross).sum(axis=1)
        drawn = np.sqrt(np.maximum(left, 0.0))[:, None] * noise[:, here] + delta[them]
        for table, values in zip(tables, out, strict=True):
            expected = beta @ table.rows[them, position].T
            for w, visit_seen in zip(weight.T, np.flatnonzero(pattern), strict=True):
                away = y[them, visit_seen] - beta @ table.rows[them, visit_seen].T
                expected += w[:, None] * away
            values[:, them] = expected + drawn
    return out


def _posterior_draw(fit: MmrmFit, rng: np.random.Generator, attempts: int = 200) -> tuple[Floats, Floats]:
    """Return Ω (each group's Σ) and β (p,), drawn; Ω is drawn again until it is positive definite."""
    fitted = fit.fitted
    spread = np.linalg.cholesky(fit.inference.theta_covariance + 1e-14 * np.eye(fitted.n_parameters))
    structure, theta = fitted.structure, fitted.optimum.theta
    omega, beta, root = fitted.optimum.omega, fitted.optimum.at.beta, fitted.optimum.at.root
    for _ in range(attempts):
        trial = structure.omega(theta + spread @ rng.standard_normal(len(theta)))
        if np.isfinite(trial).all() and structure.distance(trial) > 0:
            drawn = generalised_least_squares(fitted.blocks, trial)
            if drawn is not None:
                omega, beta, root = trial, drawn.beta, drawn.root
                break
    scaled = fitted.scaled
    beta_q = beta + root @ rng.standard_normal(len(beta))
    return omega * scaled.scale**2, scaled.beta + scaled.scale * np.linalg.solve(scaled.r, beta_q)
