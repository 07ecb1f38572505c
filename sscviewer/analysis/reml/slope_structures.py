"""Covariance of random effects and residuals, Ω = diag(D, σ²I₂), and its boundaries D ⪰ 0."""

from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.reml.blocks import Array

# A random effect with a smaller share of the residual variance than this does not vary.
NO_VARIANCE = 1e-7


@dataclass(frozen=True, slots=True)
class RandomEffects:
    """Ω = Σ θ_k B_k with the residual variance last; `active` marks the random effects that may vary.

    Attributes
    ----------
    name : str
    basis : (k, t, t)
    n_random : int
        Size of D.
    """

    name: str
    basis: Array
    n_random: int
    limit: float = NO_VARIANCE

    def omega(self, theta: Array) -> Array:
        """Return Ω (t, t)."""
        return np.asarray(np.tensordot(theta, self.basis, axes=1))

    def jacobian(self, theta: Array) -> Array:
        """Return the basis."""
        return self.basis

    def curvature(self, theta: Array) -> Array | None:
        """Return None: Ω is linear."""
        return None

    def distance(self, omega: Array) -> float:
        """Return the smallest eigenvalue of the part of D that may vary, over σ²."""
        residual = float(omega[-1, -1])
        if not residual > 0.0:
            return 0.0
        used = np.flatnonzero(np.abs(self.basis[:-1]).sum(axis=(0, 1))[: self.n_random])
        if len(used) == 0:
            return 1.0
        return min(1.0, float(np.linalg.eigvalsh(omega[np.ix_(used, used)])[0]) / residual)


@dataclass(frozen=True, slots=True)
class RankOne:
    """D = v v': the random intercepts and slopes are perfectly correlated. θ = (v₁, v₂, σ²)."""

    name: str = "rank-one"
    limit: float = NO_VARIANCE

    def omega(self, theta: Array) -> Array:
        """Return Ω (4, 4)."""
        out = np.zeros((4, 4))
        out[:2, :2] = np.outer(theta[:2], theta[:2])
        out[2, 2] = out[3, 3] = theta[2]
        return out

    def jacobian(self, theta: Array) -> Array:
        """Return ∂Ω/∂θ (3, 4, 4)."""
        a, b = theta[:2]
        out = np.zeros((3, 4, 4))
        out[0, :2, :2] = [[2 * a, b], [b, 0.0]]
        out[1, :2, :2] = [[0.0, a], [a, 2 * b]]
        out[2, 2, 2] = out[2, 3, 3] = 1.0
        return out

    def curvature(self, theta: Array) -> Array | None:
        """Return ∂²Ω/∂θ∂θ' (3, 3, 4, 4)."""
        out = np.zeros((3, 3, 4, 4))
        out[0, 0, 0, 0] = out[1, 1, 1, 1] = 2.0
        out[0, 1, 0, 1] = out[0, 1, 1, 0] = out[1, 0, 0, 1] = out[1, 0, 1, 0] = 1.0
        return out

    def distance(self, omega: Array) -> float:
        """Return 1 where the residual variance is positive."""
        return 1.0 if omega[-1, -1] > 0.0 else 0.0


def random_structure(kind: str, *, without: tuple[int, ...] = ()) -> RandomEffects:
    """Return Ω of a random intercept ("intercept"), both uncorrelated, or both with covariance ("slope").

    Parameters
    ----------
    without : tuple of int
        Random effects held at zero (0 intercept, 1 slope), for the boundary.
    """
    n_random = 1 if kind == "intercept" else 2
    t = n_random + 2
    parts = []
    for j in range(n_random):
        if j not in without:
            own = np.zeros((t, t))
            own[j, j] = 1.0
            parts.append(own)
    if kind == "slope" and not without:
        both = np.zeros((t, t))
        both[0, 1] = both[1, 0] = 1.0
        parts.insert(1, both)
    residual = np.zeros((t, t))
    residual[-1, -1] = residual[-2, -2] = 1.0
    return RandomEffects(kind, np.stack([*parts, residual]), n_random)
