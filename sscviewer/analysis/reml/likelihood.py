"""−2 log-likelihood (ML or REML) of the blocks at a covariance Ω, its gradient and Hessian.

Derivatives are taken with respect to the entries of Ω first, where every covariance model is linear, and
carried to the model's own parameters by the chain rule; additive constants in 2π are left to the caller.

**Source**: resources/methods/mixed_models.md, "Likelihood and derivatives".
"""

from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.reml.blocks import Blocks
from sscviewer.analysis.stopping import stop_if_unwanted
from sscviewer.model.arrays import Floats


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What one pass at Ω leaves behind.

    Attributes
    ----------
    value : float
        −2 log-likelihood without its constant.
    beta : (p,)
        Generalised least squares estimate.
    root : (p, p)
        S with S S' = (X'V⁻¹X)⁻¹.
    weight : (G, t, t)
        L_g' V_g⁻¹ L_g.
    score : (N, t)
        L'V⁻¹r of each row block, r the residual.
    leverage : (N, t, p)
        L'V⁻¹X S of each row block.
    """

    value: float
    beta: Floats
    root: Floats
    weight: Floats
    score: Floats
    leverage: Floats


@dataclass(frozen=True, slots=True)
class Derivatives:
    """Derivatives of −2 log-likelihood in the parameters θ of a covariance model.

    Attributes
    ----------
    gradient : (k,)
    observed : (k, k)
        Hessian.
    expected : (k, k)
        Expected Hessian.
    information_slopes : (k, p, p)
        S'(X'V⁻¹ ∂V/∂θ V⁻¹X)S.
    """

    gradient: Floats
    observed: Floats
    expected: Floats
    information_slopes: Floats


@dataclass(frozen=True, slots=True)
class GeneralisedFit:
    """Generalised least squares at Ω.

    Attributes
    ----------
    beta, root
        As those of `Evaluation`.
    fixed : (p, p)
        Cholesky factor of X'V⁻¹X.
    lower, whiten : (G, m, m)
        Cholesky factor of V_g, and its inverse.
    white : (N, m, q)
        The row blocks, whitened.
    """

    beta: Floats
    root: Floats
    fixed: Floats
    lower: Floats
    whiten: Floats
    white: Floats


def generalised_least_squares(blocks: Blocks, omega: Floats) -> GeneralisedFit | None:
    """Estimate β at Ω; None where some V_g or X'V⁻¹X is not positive definite."""
    stop_if_unwanted()
    load = blocks.load
    with np.errstate(all="ignore"):
        try:
            variance = load @ omega @ load.transpose(0, 2, 1) + blocks.pad
            lower = np.asarray(np.linalg.cholesky(variance), dtype=np.float64)
            whiten = np.asarray(np.linalg.inv(lower), dtype=np.float64)
            white = whiten[blocks.group] @ blocks.rows
            flat = white.reshape(-1, white.shape[2])
            p = blocks.n_fixed
            cross = flat.T @ flat
            fixed = np.asarray(np.linalg.cholesky(cross[:p, :p]), dtype=np.float64)
            root = np.asarray(np.linalg.inv(fixed).T, dtype=np.float64)
        except np.linalg.LinAlgError:
            return None
        beta = root @ (root.T @ cross[:p, p])
        return GeneralisedFit(beta, root, fixed, lower, whiten, white) if np.isfinite(beta).all() else None


def evaluate(blocks: Blocks, omega: Floats, *, reml: bool) -> Evaluation | None:
    """Evaluate −2 log-likelihood at Ω; None where some V_g is not positive definite."""
    found = generalised_least_squares(blocks, omega)
    if found is None:
        return None
    p, white, beta, root = blocks.n_fixed, found.white, found.beta, found.root
    with np.errstate(all="ignore"):
        residual = white[:, :, p] - white[:, :, :p] @ beta
        log_det = 2.0 * np.log(np.diagonal(found.lower, axis1=1, axis2=2)).sum(axis=1)
        value = float(blocks.counts @ log_det + np.sum(residual**2))
        if reml:
            value += float(2.0 * np.log(np.diagonal(found.fixed)).sum())
        if not np.isfinite(value):
            return None
        half = found.whiten @ blocks.load
        turn = half.transpose(0, 2, 1)[blocks.group]
        score = (turn @ residual[:, :, None])[:, :, 0]
        leverage = turn @ (white[:, :, :p] @ root)
        return Evaluation(value, beta, root, half.transpose(0, 2, 1) @ half, score, leverage)


def differentiate(
    blocks: Blocks, at: Evaluation, jacobian: Floats, curvature: Floats | None, *, reml: bool
) -> Derivatives:
    """Differentiate −2 log-likelihood at an evaluation.

    Parameters
    ----------
    jacobian : (k, t, t)
        ∂Ω/∂θ.
    curvature : (k, k, t, t) or None
        ∂²Ω/∂θ∂θ'; None where Ω is linear in θ.
    """
    t = at.weight.shape[1]
    k = len(jacobian)
    flat = jacobian.reshape(k, t * t)
    n_groups = len(blocks.counts)
    squares = np.add.reduceat(at.score[:, :, None] * at.score[:, None, :], blocks.starts, axis=0)
    spread = np.add.reduceat(at.leverage @ at.leverage.transpose(0, 2, 1), blocks.starts, axis=0)
    spread_in = spread if reml else np.zeros_like(spread)
    counted = blocks.counts[:, None, None] * at.weight
    slope = (counted - squares - spread_in).sum(axis=0)
    middle = at.weight.reshape(n_groups, t * t)

    def sandwich(outer: Floats) -> Floats:
        # tr(W ∂V W ∂V M) over the patterns, from entry [b, c] of W and [d, a] of M
        entries = (middle.T @ outer.reshape(n_groups, t * t)).reshape(t, t, t, t)
        full = entries.transpose(3, 0, 1, 2).reshape(t * t, t * t)
        reduced = flat @ full @ flat.T
        return 0.5 * (reduced + reduced.T)

    steps = np.tensordot(at.leverage, at.score, axes=(0, 0))
    steps = flat @ steps.transpose(0, 2, 1).reshape(t * t, -1)
    pairs = np.tensordot(at.leverage, at.leverage, axes=(0, 0)).transpose(0, 2, 1, 3)
    slopes = (flat @ pairs.reshape(t * t, -1)).reshape(k, *pairs.shape[2:])
    observed = sandwich(2.0 * (squares + spread_in) - counted) - 2.0 * steps @ steps.T
    expected = sandwich(counted - 2.0 * spread_in)
    if reml:
        own = slopes.reshape(k, -1)
        own = own @ own.T
        observed -= own
        expected += own
    if curvature is not None:
        observed = observed + np.tensordot(curvature, slope, axes=2)
    return Derivatives(flat @ slope.ravel(), observed, expected, slopes)
