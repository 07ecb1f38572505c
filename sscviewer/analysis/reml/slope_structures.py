"""Covariance of random effects and residuals, Ω = diag(D, σ²I₂), and its boundaries D ⪰ 0."""

from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.reml.structures import Linear
from sscviewer.model.arrays import Floats

# A random effect with a smaller share of the residual variance than this does not vary.
NO_VARIANCE = 1e-7


@dataclass(frozen=True, slots=True, kw_only=True)
class RandomEffects(Linear):
    """Ω = Σ θ_k B_k with the residual variance last.

    Attributes
    ----------
    n_random : int
        Size of D.
    """

    n_random: int
    limit: float = NO_VARIANCE

    def distance(self, omega: Floats) -> float:
        """Return the smallest eigenvalue of the part of D that may vary, over σ²."""
        residual = float(omega[-1, -1])
        if not residual > 0.0:
            return 0.0
        used = np.flatnonzero(np.abs(self.basis[:-1]).sum(axis=(0, 1))[: self.n_random])
        if len(used) == 0:
            return 1.0
        return min(1.0, float(np.linalg.eigvalsh(omega[np.ix_(used, used)])[0]) / residual)


@dataclass(frozen=True, slots=True)
class Rooted:
    """D = L L' with free entries of L, which reaches the boundary D ⪰ 0 without leaving smooth ground.

    θ = (entries of L …, σ²); with the entries (0, 0) and (1, 0) alone, D has rank one.

    Attributes
    ----------
    name : str
    entries : tuple of (int, int)
        Free positions of L.
    n_random : int
        Size of D.
    """

    name: str
    entries: tuple[tuple[int, int], ...]
    n_random: int
    limit: float = NO_VARIANCE

    def _root(self, theta: Floats) -> Floats:
        root = np.zeros((self.n_random, self.n_random))
        for value, position in zip(theta, self.entries, strict=False):
            root[position] = value
        return root

    def omega(self, theta: Floats) -> Floats:
        """Return Ω (t, t)."""
        n = self.n_random
        root = self._root(theta)
        out = np.zeros((n + 2, n + 2))
        out[:n, :n] = root @ root.T
        out[n, n] = out[n + 1, n + 1] = theta[-1]
        return out

    def jacobian(self, theta: Floats) -> Floats:
        """Return ∂Ω/∂θ (k, t, t)."""
        n = self.n_random
        root = self._root(theta)
        out = np.zeros((len(theta), n + 2, n + 2))
        for k, (i, j) in enumerate(self.entries):
            out[k, i, :n] += root[:, j]
            out[k, :n, i] += root[:, j]
        out[-1, n, n] = out[-1, n + 1, n + 1] = 1.0
        return out

    def curvature(self, theta: Floats) -> Floats | None:
        """Return ∂²Ω/∂θ∂θ' (k, k, t, t)."""
        n = self.n_random
        out = np.zeros((len(theta), len(theta), n + 2, n + 2))
        for k, (i, j) in enumerate(self.entries):
            for m, (u, v) in enumerate(self.entries):
                if j == v:
                    out[k, m, i, u] += 1.0
                    out[k, m, u, i] += 1.0
        return out

    def distance(self, omega: Floats) -> float:
        """Return 1 where the residual variance is positive."""
        return 1.0 if omega[-1, -1] > 0.0 else 0.0


def rooted_structure(kind: str) -> Rooted:
    """Return D = L L' of a random intercept, of both with covariance ("slope"), or of both without."""
    entries: dict[str, tuple[tuple[int, int], ...]] = {
        "intercept": ((0, 0),),
        "slope": ((0, 0), (1, 0), (1, 1)),
        "uncorrelated": ((0, 0), (1, 1)),
        "rank-one": ((0, 0), (1, 0)),
    }
    return Rooted(kind, entries[kind], 1 if kind == "intercept" else 2)


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
    return RandomEffects(kind, np.stack([*parts, residual]), n_random=n_random)
