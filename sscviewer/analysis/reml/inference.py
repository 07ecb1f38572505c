"""Small-sample inference for fixed effects: Kenward-Roger, Satterthwaite and simpler degrees of freedom.

Everything is in the orthonormal coordinates of the fit (β_Q = R β); `whitened` contrasts are S'c.

**Source**: Kenward & Roger, Biometrics 53 (1997) 983; Fai & Cornelius, J Stat Comput Simul 54 (1996) 363;
resources/methods/small_sample_inference.md.
"""

from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.reml.blocks import Blocks
from sscviewer.analysis.reml.likelihood import Derivatives, Evaluation
from sscviewer.model.arrays import Floats

DF_METHODS = (
    "kenward-roger",
    "kenward-roger-linear",
    "kenward-roger-expected",
    "satterthwaite",
    "between-within",
    "residual",
)
# Eigenvalues of L Φ L' below this share of the largest belong to rows that repeat the others.
RANK_TOLERANCE = 1e-8


@dataclass(frozen=True, slots=True)
class Inference:
    """Precision of β and of its variance.

    Attributes
    ----------
    root : (p, p)
        S, S S' = Φ = (X'V⁻¹X)⁻¹.
    slopes : (k, p, p)
        S'(X'V⁻¹ ∂V/∂θ V⁻¹X)S, so that ∂Φ/∂θ = S · slopes · S'.
    theta_covariance : (k, k)
        Covariance of θ, from the observed or the expected information.
    adjusted : (p, p)
        Φ, or Φ with Kenward and Roger's small-sample correction.
    kenward_roger : bool
        True where `adjusted` carries the correction and tests of several contrasts are scaled.
    """

    root: Floats
    slopes: Floats
    theta_covariance: Floats
    adjusted: Floats
    kenward_roger: bool

    def df(self, contrast: Floats) -> float:
        """Return the degrees of freedom of one contrast c (p,).

        2 (c'Φc)² / Var(c'Φc); for one contrast Kenward and Roger's are the same.
        """
        white = self.root.T @ contrast
        variance = float(white @ white)
        slope = np.einsum("i,kij,j->k", white, self.slopes, white)
        spread = float(slope @ self.theta_covariance @ slope)
        if not (variance > 0 and spread > 0):
            return np.nan if variance <= 0 else np.inf
        return 2.0 * variance**2 / spread

    def f_test(self, beta: Floats, contrasts: Floats) -> tuple[float, int, float]:
        """Return (F, numerator df, denominator df) of the hypothesis contrasts @ β = 0.

        Parameters
        ----------
        beta : (p,)
        contrasts : (l, p)
            Rows may repeat each other: the rank is used, not the number of rows.
        """
        rows = _independent_rows(contrasts)
        if len(rows) == 0:
            return np.nan, 0, np.nan
        if self.kenward_roger:
            return self._kenward_roger_test(beta, rows)
        return self._fai_cornelius_test(beta, rows)

    def _fai_cornelius_test(self, beta: Floats, rows: Floats) -> tuple[float, int, float]:
        values, vectors = np.linalg.eigh(rows @ self.adjusted @ rows.T)
        turned = vectors.T @ rows
        rank = len(rows)
        f = float(np.sum((turned @ beta) ** 2 / values)) / rank
        each = np.array([self.df(row) for row in turned])
        if rank == 1:
            return f, 1, float(each[0])
        # equal but for rounding: their common value, as lmerTest takes it
        if np.ptp(each) < 1e-8 * each.max():
            return f, rank, float(each.mean())
        usable = each[each > 2.0]
        total = float(np.sum(usable / (usable - 2.0)))
        return f, rank, 2.0 * total / (total - rank) if total > rank else 2.0

    def _kenward_roger_test(self, beta: Floats, rows: Floats) -> tuple[float, int, float]:
        rank = len(rows)
        white = rows @ self.root
        middle = white.T @ np.linalg.solve(white @ white.T, white)
        turned = middle @ self.slopes
        traces = np.trace(turned, axis1=1, axis2=2)
        products = np.einsum("aij,bji->ab", turned, turned)
        a1 = float(traces @ self.theta_covariance @ traces)
        a2 = float(np.sum(self.theta_covariance * products))
        scale, df = _kenward_roger_moments(rank, a1, a2)
        estimate = rows @ beta
        f = float(estimate @ np.linalg.solve(rows @ self.adjusted @ rows.T, estimate)) / rank
        return scale * f, rank, df


def _kenward_roger_moments(rank: int, a1: float, a2: float) -> tuple[float, float]:
    """Return (λ, m) of Kenward & Roger 1997, section 3.2; exact F cases do not divide by 0."""
    b = (a1 + 6.0 * a2) / (2.0 * rank)
    g = ((rank + 1.0) * a1 - (rank + 4.0) * a2) / ((rank + 2.0) * a2)
    denominator = 3.0 * rank + 2.0 * (1.0 - g)
    c1, c2, c3 = g / denominator, (rank - g) / denominator, (rank + 2.0 - g) / denominator
    short = 1.0 - a2 / rank
    v0, v1, v2 = 1.0 + c1 * b, 1.0 - c2 * b, 1.0 - c3 * b
    v0 = 0.0 if abs(v0) < 1e-10 else v0  # less is rounding of terms near one
    # in balanced designs both vanish and their ratio is one (Kenward & Roger 1997, appendix)
    ratio = 1.0 if abs(short) < 1e-14 and abs(v1) < 1e-14 else short / v1
    rho = ratio**2 * v0 / v2 / rank
    df = 4.0 + (rank + 2.0) / (rank * rho - 1.0)
    # at 2 the scale is a ratio of two numbers near 0, which rounding decides (df below 3 is not reported)
    scale = 1.0 if abs(df - 2.0) < 1e-2 else df * short / (df - 2.0)
    return scale, df


def _independent_rows(contrasts: Floats) -> Floats:
    """Return (r, p) rows that span the same hypothesis as the (l, p) contrasts, r their rank."""
    rows = np.atleast_2d(np.asarray(contrasts, dtype=np.float64))
    length = np.linalg.norm(rows, axis=1)
    rows = rows[length > 0] / length[length > 0, None]
    if len(rows) == 0:
        return np.zeros((0, np.shape(contrasts)[-1]))
    _, values, right = np.linalg.svd(rows, full_matrices=False)
    return np.asarray(right[values > RANK_TOLERANCE * values[0]])


def theta_covariance(d: Derivatives, *, expected: bool) -> Floats:
    """Return 2 H⁻¹ (k, k), H the expected or observed Hessian of −2 log-likelihood.

    Directions without positive curvature carry no information and are left out, as lmerTest does.
    """
    hessian = d.expected if expected else d.observed
    own = np.abs(np.diagonal(hessian))
    diagonal = np.sqrt(np.where(own > 1e-60 * own.max(), own, own.max()))
    values, vectors = np.linalg.eigh(hessian / (diagonal[:, None] * diagonal))
    # relative to the best known direction, and far above the rounding of the derivatives
    good = values > 1e-10 * max(float(values[-1]), 0.0)
    half = vectors[:, good] / np.sqrt(values[good])
    return np.asarray(2.0 * (half @ half.T) / (diagonal[:, None] * diagonal))


def kenward_roger_correction(
    blocks: Blocks,
    at: Evaluation,
    d: Derivatives,
    theta_cov: Floats,
    jacobian: Floats,
    curvature: Floats | None,
) -> Floats:
    """Return Φ_A − Φ (p, p), Kenward and Roger's correction of the covariance of β.

    2 Φ [Σ w_ij (Q_ij − P_i Φ P_j − R_ij / 4)] Φ; `curvature` None leaves R out ("linear").

    Source: Kenward & Roger 1997, eq. (5); the sum over pairs is taken before the data are touched.
    """
    k, t = len(jacobian), jacobian.shape[1]
    flat = jacobian.reshape(k, t * t)
    pairs = (flat.T @ theta_cov @ flat).reshape(t, t, t, t)
    inner = at.weight.reshape(-1, t * t) @ pairs.transpose(1, 2, 0, 3).reshape(t * t, t * t)
    middle = inner.reshape(-1, t, t)
    if curvature is not None:
        middle = middle - 0.25 * np.tensordot(theta_cov, curvature, axes=2)[None]
    leverage = at.leverage
    p = leverage.shape[2]
    weighted = (middle[blocks.group] @ leverage).reshape(-1, p)
    total = leverage.reshape(-1, p).T @ weighted
    total = 0.5 * (total + total.T)
    own = np.tensordot(theta_cov, d.information_slopes, axes=1)
    total -= np.tensordot(d.information_slopes, own, axes=([0, 2], [0, 1]))
    correction = 2.0 * at.root @ total @ at.root.T
    return np.asarray(0.5 * (correction + correction.T))
