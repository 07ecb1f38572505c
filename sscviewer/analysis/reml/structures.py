"""Covariance models Ω(θ) in the parametrisation SAS reports ("natural"), with first and second derivatives.

| name | parameters |
|---|---|
| us | the entries of Σ on and below the diagonal |
| cs | σ² (residual), σ₁ (common covariance) |
| toep | one covariance per lag |
| ar1, ad | σ², correlation(s) |
| csh, ar1h, toeph, adh | one variance per visit, correlation(s) |

**Source**: resources/methods/mixed_models.md, "Covariance models"; SAS/STAT PROC MIXED, REPEATED TYPE=.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

import numpy as np

from sscviewer.model.arrays import Floats

# A correlation matrix with a smaller eigenvalue than this is singular as far as data can tell.
SINGULAR_CORRELATION = 1e-9
COVARIANCES = ("us", "toeph", "toep", "ar1h", "ar1", "csh", "cs", "adh", "ad")


class Structure(Protocol):
    """A covariance model."""

    @property
    def name(self) -> str:
        """Short name."""
        ...

    @property
    def limit(self) -> float:
        """Distance below which Ω counts as singular."""
        ...

    def omega(self, theta: Floats) -> Floats:
        """Return Ω (t, t)."""
        ...

    def jacobian(self, theta: Floats) -> Floats:
        """Return ∂Ω/∂θ (k, t, t)."""
        ...

    def curvature(self, theta: Floats) -> Floats | None:
        """Return ∂²Ω/∂θ∂θ' (k, k, t, t), or None where Ω is linear."""
        ...

    def distance(self, omega: Floats) -> float:
        """Return how far Ω is from singular: ≤ 0 is not allowed, 1 is far."""
        ...


def correlation_distance(omega: Floats) -> float:
    """Return the smallest eigenvalue of Ω scaled to a unit diagonal."""
    s = np.sqrt(np.maximum(np.diagonal(omega), 0.0))
    if not (s > 0).all():
        return 0.0
    return float(np.linalg.eigvalsh(omega / (s[:, None] * s))[0])


@dataclass(frozen=True, slots=True)
class Linear:
    """Ω = Σ θ_k B_k; `basis` is (k, t, t)."""

    name: str
    basis: Floats
    limit: float = SINGULAR_CORRELATION

    def omega(self, theta: Floats) -> Floats:
        """Return Ω (t, t)."""
        return np.asarray(np.tensordot(theta, self.basis, axes=1))

    def jacobian(self, theta: Floats) -> Floats:
        """Return the basis."""
        return self.basis

    def curvature(self, theta: Floats) -> Floats | None:
        """Return None: Ω is linear."""
        return None

    def distance(self, omega: Floats) -> float:
        """Return the smallest eigenvalue of the correlations."""
        return correlation_distance(omega)


@dataclass(frozen=True, slots=True)
class Correlated:
    """Ω_jk = s_j s_k R_jk(ρ) with variances s_j² (one each, or one for all) and correlations R.

    `powers` is (k_ρ, T, T): R_jk = Π_l ρ_l ^ powers[l, j, k], which covers compound symmetry, AR(1),
    Toeplitz and ante-dependence alike.
    """

    name: str
    powers: Floats
    heterogeneous: bool
    limit: float = SINGULAR_CORRELATION

    @property
    def _n_variances(self) -> int:
        return int(self.powers.shape[1]) if self.heterogeneous else 1

    def _correlation(self, rho: Floats) -> Floats:
        return np.asarray(np.prod(rho[:, None, None] ** self.powers, axis=0))

    def _correlation_slopes(self, rho: Floats) -> tuple[Floats, Floats]:
        """Return ∂R (k, T, T) and ∂²R (k, k, T, T) without dividing by ρ, which may be zero."""
        k = len(rho)
        e = self.powers
        column = rho[:, None, None]
        base = column**e
        first = e * column ** np.maximum(e - 1.0, 0.0)
        second = e * (e - 1.0) * column ** np.maximum(e - 2.0, 0.0)
        bends = np.zeros((k, *e.shape))
        if (np.count_nonzero(e, axis=0) <= 1).all():
            # every entry has one correlation only, so nothing multiplies it
            bends[np.arange(k), np.arange(k)] = second
            return first, bends
        slopes = np.empty_like(e)
        for i in range(k):
            slopes[i] = first[i] * np.prod(np.delete(base, i, axis=0), axis=0)
            bends[i, i] = second[i] * np.prod(np.delete(base, i, axis=0), axis=0)
            for j in range(i):
                apart = np.prod(np.delete(base, (i, j), axis=0), axis=0)
                bends[i, j] = bends[j, i] = first[i] * first[j] * apart
        return slopes, bends

    def omega(self, theta: Floats) -> Floats:
        """Return Ω (t, t); NaN where a variance is not positive."""
        v = self._n_variances
        if np.min(theta[:v]) <= 0.0 or np.max(np.abs(theta[v:]), initial=0.0) >= 1.0:
            return np.full(self.powers.shape[1:], np.nan)
        s = np.sqrt(np.broadcast_to(theta[:v], self.powers.shape[1]))
        return np.asarray(s[:, None] * s * self._correlation(theta[v:]))

    def jacobian(self, theta: Floats) -> Floats:
        """Return ∂Ω/∂θ (k, t, t)."""
        v = self._n_variances
        size = self.powers.shape[1]
        s = np.sqrt(np.broadcast_to(theta[:v], size))
        scale = s[:, None] * s
        correlation = self._correlation(theta[v:])
        slopes, _ = self._correlation_slopes(theta[v:])
        ones = self._log_slopes(theta) * (scale * correlation)
        return np.concatenate([ones, scale * slopes])

    def _log_slopes(self, theta: Floats) -> Floats:
        """Return (v, T, T): ∂ log(s_j s_k) / ∂ variance."""
        size = self.powers.shape[1]
        if not self.heterogeneous:
            return np.full((1, size, size), 1.0 / theta[0])
        half = np.eye(size)
        return (half[:, :, None] + half[:, None, :]) / (2.0 * theta[:size, None, None])

    def curvature(self, theta: Floats) -> Floats | None:
        """Return ∂²Ω/∂θ∂θ' (k, k, t, t)."""
        v = self._n_variances
        k = len(theta)
        size = self.powers.shape[1]
        s = np.sqrt(np.broadcast_to(theta[:v], size))
        scale = s[:, None] * s
        correlation = self._correlation(theta[v:])
        slopes, bends = self._correlation_slopes(theta[v:])
        log = self._log_slopes(theta)
        out = np.zeros((k, k, size, size))
        out[:v, :v] = log[:, None] * log[None] * (scale * correlation)
        if self.heterogeneous:
            # the second derivative of log(s_j s_k) in its own variance
            for i in range(v):
                out[i, i] -= log[i] / theta[i] * (scale * correlation)
        else:
            out[0, 0] = 0.0
        out[:v, v:] = log[:, None] * (scale * slopes)[None]
        out[v:, :v] = out[:v, v:].transpose(1, 0, 2, 3)
        out[v:, v:] = scale * bends
        return out

    def distance(self, omega: Floats) -> float:
        """Return the smallest eigenvalue of the correlations."""
        return correlation_distance(omega)


def _us_basis(size: int) -> Floats:
    rows, columns = np.tril_indices(size)
    basis = np.zeros((len(rows), size, size))
    k = np.arange(len(rows))
    basis[k, rows, columns] = 1.0
    basis[k, columns, rows] = 1.0
    return basis


def visit_structure(name: str, size: int) -> Structure:
    """Return the covariance model `name` for `size` visits.

    Raises
    ------
    ValueError
        If there is no model of that name.
    """
    if name not in COVARIANCES:
        raise ValueError(f"There is no covariance structure “{name}”; there are {', '.join(COVARIANCES)}.")
    lag = np.abs(np.arange(size)[:, None] - np.arange(size)).astype(np.float64)
    if name == "us" or size == 1:
        return Linear("us", _us_basis(size))
    if name == "cs":
        return Linear("cs", np.stack([np.eye(size), np.ones((size, size))]))
    if name == "toep":
        return Linear("toep", np.stack([(lag == d).astype(np.float64) for d in range(size)]))
    heterogeneous = name.endswith("h")
    kind = name.removesuffix("h") if name != "csh" else "cs"
    if name == "csh":
        powers = (lag > 0).astype(np.float64)[None]
    elif kind == "ar1":
        powers = lag[None]
    elif kind == "toep":
        powers = np.stack([(lag == d).astype(np.float64) for d in range(1, size)])
    else:
        position = np.arange(size)
        low = np.minimum(position[:, None], position)
        high = np.maximum(position[:, None], position)
        powers = np.stack([((low <= j) & (high >= i)).astype(np.float64) for j, i in pairwise(range(size))])
    return Correlated(name, powers, heterogeneous)


def start_values(structure: Structure, covariance: Floats) -> Floats:
    """Return θ near a given positive definite covariance of the visits (T, T).

    Correlations are averaged over the entries that share a parameter, and drawn towards zero until the matrix
    of the model is positive definite.
    """
    size = len(covariance)
    if structure.name == "us":
        rows, columns = np.tril_indices(size)
        return np.asarray(covariance[rows, columns])
    s = np.sqrt(np.diagonal(covariance))
    correlation = covariance / (s[:, None] * s)
    rho = _mean_correlations(structure, correlation)
    for _ in range(30):
        theta = _assemble(structure, s**2, rho)
        omega = structure.omega(theta)
        # well inside the positive definite matrices: the search walks badly along their edge
        if np.isfinite(omega).all() and np.linalg.eigvalsh(omega)[0] > 1e-3 * float(np.min(s)) ** 2:
            break
        rho = 0.8 * rho
    return theta


def _mean_correlations(structure: Structure, correlation: Floats) -> Floats:
    size = len(correlation)
    lags = np.array([np.mean(np.diagonal(correlation, d)) for d in range(1, size)])
    if structure.name in ("cs", "csh"):
        rho = np.array([(correlation.sum() - size) / (size * (size - 1.0))])
    elif structure.name in ("ar1", "ar1h"):
        rho = lags[:1]
    elif structure.name in ("ad", "adh"):
        rho = np.asarray(np.diagonal(correlation, 1))
    else:
        rho = lags
    return np.asarray(np.clip(rho, -0.95, 0.95))


def _assemble(structure: Structure, variances: Floats, rho: Floats) -> Floats:
    mean = float(variances.mean())
    if isinstance(structure, Correlated):
        return np.concatenate([variances if structure.heterogeneous else [mean], rho])
    if structure.name == "cs":
        return np.array([mean * (1.0 - rho[0]), mean * rho[0]])
    return mean * np.concatenate([[1.0], rho])
