"""Behind a fitted model: residuals, each patient's influence and line.

**Source**: Laird & Ware 1982; Fitzmaurice, Laird & Ware, Applied Longitudinal Analysis (2011), ch. 10;
resources/methods/diagnostics.md.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from sscviewer.analysis.mmrm import MmrmFit
from sscviewer.analysis.random_slope import RandomSlopeFit
from sscviewer.analysis.reml.blocks import Blocks, Index, group_blocks
from sscviewer.analysis.reml.errors import FitError
from sscviewer.analysis.reml.likelihood import evaluate
from sscviewer.analysis.reml.optimise import minimise
from sscviewer.model.arrays import Floats

# Up to so many subjects every one is left out with a full refit; beyond, at the fitted covariance.
REFIT_SUBJECTS = 60


@dataclass(frozen=True, slots=True)
class Residuals:
    """Residuals in the order of the rows used.

    Attributes
    ----------
    subjects : (N,) of object
    marginal : (N,)
        Observed minus fixed effects, response units.
    conditional : (N,)
        Observed minus the subject's own line; for an MMRM, which has no random effects, minus what the
        subject's earlier values predict.
    scaled : (N,)
        Uncorrelated, variance one if the model is right.
    """

    subjects: "np.ndarray[Any, np.dtype[np.object_]]"
    marginal: Floats
    conditional: Floats
    scaled: Floats


@dataclass(frozen=True, slots=True)
class Influence:
    """What the estimate would be without each subject.

    Attributes
    ----------
    subjects : tuple
    estimate : (n,)
        Without that subject; NaN where it is then not estimable.
    shift : (n,)
        The change this makes, in standard errors of the full estimate.
    refitted : (n,) of bool
        True where the covariance was estimated anew, False where that of the full fit was kept.
    """

    subjects: tuple[Any, ...]
    estimate: Floats
    shift: Floats
    refitted: "np.ndarray[Any, np.dtype[np.bool_]]"


def mmrm_residuals(fit: MmrmFit) -> Residuals:
    """Return the residuals of an MMRM.

    With V = C C' (Cholesky, visits in order) the scaled residuals are C⁻¹r: each is the difference between a
    value and its prediction from the subject's earlier values, over the standard deviation of that.
    """
    frame = fit.design.frame
    raw = fit.design.y - fit.design.x @ fit.fitted.beta
    codes = pd.Categorical(frame[fit.subject], categories=list(fit.subjects)).codes
    visits = pd.Categorical(frame[fit.visit], categories=list(fit.visits)).codes
    conditional, scaled = np.empty_like(raw), np.empty_like(raw)
    order = np.lexsort((visits, codes))
    for rows in np.split(order, np.flatnonzero(np.diff(codes[order])) + 1):
        v = visits[rows]
        sigma = fit.sigma_of(int(fit.group_codes[codes[rows[0]]]))
        lower = np.linalg.cholesky(sigma[np.ix_(v, v)])
        scaled[rows] = np.linalg.solve(lower, raw[rows])
        conditional[rows] = scaled[rows] * np.diagonal(lower)
    return Residuals(frame[fit.subject].to_numpy(dtype=object), raw, conditional, scaled)


def _effects(fit: RandomSlopeFit) -> tuple[Floats, Floats]:
    """Return D (r, r) and Z (N, r) in the caller's units."""
    d = fit.random_covariance.to_numpy(dtype=np.float64)
    z = np.column_stack([np.ones(len(fit.times)), fit.times])[:, : len(d)]
    return d, z


def slope_residuals(fit: RandomSlopeFit) -> Residuals:
    """Return the residuals of a random-slope model."""
    d, z = _effects(fit)
    raw = fit.design.y - fit.design.x @ fit.fitted.beta
    conditional, scaled = np.empty_like(raw), np.empty_like(raw)
    for code in range(len(fit.subjects)):
        rows = np.flatnonzero(fit.subject_codes == code)
        variance = z[rows] @ d @ z[rows].T + fit.residual_variance * np.eye(len(rows))
        effects = d @ z[rows].T @ np.linalg.solve(variance, raw[rows])
        conditional[rows] = raw[rows] - z[rows] @ effects
        scaled[rows] = np.linalg.solve(np.linalg.cholesky(variance), raw[rows])
    subjects = np.array(fit.subjects, dtype=object)[fit.subject_codes]
    return Residuals(subjects, raw, conditional, scaled)


def random_effects(fit: RandomSlopeFit) -> pd.DataFrame:
    """Return each subject's predicted random effects (BLUPs), index = subject, columns as D."""
    d, z = _effects(fit)
    raw = fit.design.y - fit.design.x @ fit.fitted.beta
    out = np.empty((len(fit.subjects), len(d)))
    for code in range(len(fit.subjects)):
        rows = np.flatnonzero(fit.subject_codes == code)
        variance = z[rows] @ d @ z[rows].T + fit.residual_variance * np.eye(len(rows))
        out[code] = d @ z[rows].T @ np.linalg.solve(variance, raw[rows])
    return pd.DataFrame(out, index=list(fit.subjects), columns=list(fit.random_covariance.columns))


def influence(fit: MmrmFit, weights: Floats, *, refit: bool | None = None) -> Influence:
    """Return what leaving out each subject does to a combination of the coefficients.

    Parameters
    ----------
    weights : (len(fit.terms),)
        For example `fit.weights_of({"ARMCDTRT": 1.0})`.
    refit : bool, optional
        Estimate the covariance anew without each subject, starting from the full estimate; by default up to
        60 subjects.
    """
    return influence_on(fit, weights, without_each(fit, refit=refit))


@dataclass(frozen=True, slots=True)
class WithoutEach:
    """The coefficients without each subject.

    Attributes
    ----------
    betas : (n, p)
        As the search scales them (β_Q); NaN where there is no fit without the subject.
    omegas : (n, T, T)
        The covariance it goes with, as the search scales it; of groups one below the other.
    refitted : (n,)
        Whether the covariance was estimated anew.
    """

    betas: Floats
    omegas: Floats
    refitted: "np.ndarray[Any, np.dtype[np.bool_]]"


def without_each(fit: MmrmFit, *, refit: bool | None = None) -> WithoutEach:
    """Return what is left of coefficients and covariance without each subject; `refit` as in `influence`."""
    anew = len(fit.subjects) <= REFIT_SUBJECTS if refit is None else refit
    fitted = fit.fitted
    betas = np.full((len(fit.subjects), len(fitted.beta)), np.nan)
    omegas = np.tile(fitted.optimum.omega, (len(fit.subjects), 1, 1))
    refitted = np.zeros(len(fit.subjects), dtype=np.bool_)
    for i in range(len(fit.subjects)):
        blocks = _without(fit, i)
        at = None
        if anew:
            search = minimise(blocks, fitted.structure, fitted.optimum.theta, reml=fitted.reml)
            if search is not None and search.converged:
                at, omegas[i], refitted[i] = search.at, search.omega, True
        at = at or evaluate(blocks, fitted.optimum.omega, reml=fitted.reml)
        if at is not None:
            betas[i] = at.beta
    return WithoutEach(betas, omegas, refitted)


def influence_on(fit: MmrmFit, weights: Floats, left: WithoutEach) -> Influence:
    """Return what leaving out each subject does to one combination of the coefficients."""
    row = fit.reduced(weights)
    if row is None:
        raise FitError("The combination is not estimable.")
    scaled = fit.fitted.scaled
    inner = fit.fitted.contrast_in(row) * scaled.scale
    values = float(row @ scaled.beta) + left.betas @ inner
    full, se = float(row @ fit.fitted.beta), fit.estimate_of(weights).se
    return Influence(fit.subjects, values, (values - full) / se, left.refitted)


def _without(fit: MmrmFit, i: int) -> Blocks:
    """Return the blocks without subject i."""
    keep = np.arange(len(fit.subjects)) != i
    patterns, pattern = np.unique(fit.pattern[keep], return_inverse=True)
    load = fit.fitted.blocks.load[patterns]
    mask = (load != 0).any(axis=2)
    index: Index = pattern.reshape(-1).astype(np.intp)
    return group_blocks(fit.rows[keep], index, load, mask, int(mask[index].sum()))
