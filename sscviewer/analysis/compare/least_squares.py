"""Ordinary least squares: the coefficients, and the estimate of any combination of them."""

from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.estimate import Estimate, make_estimate
from sscviewer.model.arrays import Floats

ROUNDING = 1e-12
"""Residuals below this share of the values are what computing leaves of none."""


@dataclass(frozen=True, slots=True)
class LeastSquares:
    """A fit of n values by p columns.

    Attributes
    ----------
    beta : (p,)
    inverse : (p, p)
        (X'X)⁻¹.
    variance : float
        Of the residuals.
    df : int
        n - p.
    n : int
    """

    beta: Floats
    inverse: Floats
    variance: float
    df: int
    n: int

    def estimate(self, weights: Floats, *, level: float, method: str) -> Estimate:
        """Return the combination of the coefficients with some weights (p,)."""
        return make_estimate(
            float(weights @ self.beta),
            float(np.sqrt(self.variance * (weights @ self.inverse @ weights))),
            float(self.df),
            level=level,
            n_subjects=self.n,
            n_obs=self.n,
            method=method,
        )


def residual_square(response: Floats, fitted: Floats) -> float:
    """Return the sum of the squared residuals; 0 where they are rounding alone, as of values all alike."""
    found = float(np.sum((response - fitted) ** 2))
    return found if found > ROUNDING**2 * float(np.sum(response**2)) else 0.0


def least_squares(response: Floats, design: Floats) -> LeastSquares | None:
    """Return the fit of a response (n,) by the columns of a design (n, p); None where it is not unique."""
    n, p = design.shape
    if n <= p or np.linalg.matrix_rank(design) < p:
        return None
    inverse: Floats = np.linalg.inv(design.T @ design).astype(np.float64)
    beta = inverse @ design.T @ response
    variance = residual_square(response, design @ beta) / (n - p)
    return LeastSquares(beta, inverse, variance, n - p, n)
