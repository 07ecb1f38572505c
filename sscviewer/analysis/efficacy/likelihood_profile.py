"""Profile of −2 log-likelihood over one covariance parameter: how well the data determine it.

**Source**: resources/methods/diagnostics.md.
"""

from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.mmrm import MmrmFit
from sscviewer.analysis.reml.optimise import minimise
from sscviewer.analysis.reml.structures import Structure
from sscviewer.model.arrays import Floats


@dataclass(frozen=True, slots=True)
class _Held:
    """A covariance model with one parameter held at a value."""

    inner: Structure
    position: int
    value: float

    @property
    def name(self) -> str:
        return self.inner.name

    @property
    def limit(self) -> float:
        return self.inner.limit

    def _full(self, theta: Floats) -> Floats:
        return np.insert(theta, self.position, self.value)

    def omega(self, theta: Floats) -> Floats:
        return self.inner.omega(self._full(theta))

    def jacobian(self, theta: Floats) -> Floats:
        return np.delete(self.inner.jacobian(self._full(theta)), self.position, axis=0)

    def curvature(self, theta: Floats) -> Floats | None:
        whole = self.inner.curvature(self._full(theta))
        if whole is None:
            return None
        return np.delete(np.delete(whole, self.position, axis=0), self.position, axis=1)

    def distance(self, omega: Floats) -> float:
        return self.inner.distance(omega)


def profile(fit: MmrmFit, parameter: int, values: Floats) -> Floats:
    """Return −2 log-likelihood with one covariance parameter held and the others at their best.

    Parameters
    ----------
    parameter : int
        Position in θ (see `structures`).
    values : (n,)
        In the caller's units (variances and covariances in response units squared; correlations plain).

    Returns
    -------
    (n,)
        NaN where no covariance matrix has that value.
    """
    fitted = fit.fitted
    unit = _unit(fit, parameter)
    constant = fitted.minus_two_log_likelihood - fitted.optimum.at.value
    theta = fitted.optimum.theta
    out = np.full(len(values), np.nan)
    # outwards from the estimate, so that each search starts next to its answer
    order = np.argsort(np.abs(np.asarray(values) / unit - theta[parameter]))
    starts = {1: np.delete(theta, parameter), -1: np.delete(theta, parameter)}
    for k in order:
        value = float(values[k]) / unit
        side = 1 if value >= theta[parameter] else -1
        held = _Held(fitted.structure, parameter, value)
        result = minimise(fitted.blocks, held, starts[side], reml=fitted.reml)
        if result is not None:
            out[k] = result.at.value + constant
            starts[side] = result.theta
    return out


def _unit(fit: MmrmFit, parameter: int) -> float:
    """Return the caller's units per scaled unit of a parameter: a variance's, or one for a correlation."""
    n_correlations = {"ar1": 1, "ar1h": 1, "csh": 1}.get(fit.structure)
    if fit.structure in ("toeph", "ad", "adh"):
        n_correlations = len(fit.visits) - 1
    is_correlation = n_correlations is not None and parameter >= fit.fitted.n_parameters - n_correlations
    return 1.0 if is_correlation else fit.fitted.scaled.scale**2
