"""The distribution of a quantity known in each patient as an interval only: Turnbull's estimate."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.stopping import stop_if_unwanted
from sscviewer.model.arrays import Floats

CONVERGED, MOST_STEPS = 1e-15, 200_000
"""EM crawls near its end, so that a small step is no small error: hence the very small one."""
BOOTSTRAP_CONVERGED, BOOTSTRAP_STEPS = 1e-8, 2_000
"""Resamples may stop sooner: they differ by far more than what is left."""


@dataclass(frozen=True, slots=True)
class Turnbull:
    """Masses on the innermost intervals (left, right].

    Attributes
    ----------
    left, right, mass : (k,) right may be infinite
    inside : (n, k) whether each patient's interval covers each of them
    """

    left: Floats
    right: Floats
    mass: Floats
    inside: Floats

    def above(self, doses: npt.ArrayLike) -> tuple[Floats, Floats]:
        """Return the share that tolerates each dose at least: at most and at least so much.

        Where no innermost interval spans the dose both are the same.
        """
        at = np.asarray(doses, dtype=np.float64)[:, None]
        return 1.0 - (self.right <= at) @ self.mass, 1.0 - (self.left < at) @ self.mass


def turnbull(left: npt.ArrayLike, right: npt.ArrayLike) -> Turnbull:
    """Return the nonparametric maximum likelihood estimate of interval-censored values.

    Parameters
    ----------
    left, right : (n,)
        The value lies in (left, right]; right may be infinite.

    **Source**: Turnbull, J R Stat Soc B 1976;38:290; self-consistent steps on the innermost intervals.
    """
    low, high = np.asarray(left, dtype=np.float64), np.asarray(right, dtype=np.float64)
    begin, end = _innermost(low, high)
    inside = ((low[:, None] <= begin) & (end <= high[:, None])).astype(np.float64)
    mass = _masses(inside, np.ones((1, low.size)), CONVERGED, MOST_STEPS)[0]
    return Turnbull(begin, end, mass, inside)


def turnbull_interval(
    fit: Turnbull, doses: npt.ArrayLike, level: float, resamples: int, seed: int
) -> tuple[Floats, Floats]:
    """Return the percentile bootstrap interval of the upper curve of `Turnbull.above`, patients redrawn.

    The masses stay on the innermost intervals of the whole sample.
    """
    n = fit.inside.shape[0]
    weights = np.random.default_rng(seed).multinomial(n, np.full(n, 1.0 / n), size=resamples)
    masses = _masses(fit.inside, weights.astype(np.float64), BOOTSTRAP_CONVERGED, BOOTSTRAP_STEPS)
    at = np.asarray(doses, dtype=np.float64)[:, None]
    curves = 1.0 - masses @ (fit.right <= at).T
    tail = (1.0 - level) / 2.0
    lower, upper = np.quantile(curves, [tail, 1.0 - tail], axis=0)
    return lower, upper


def _innermost(low: Floats, high: Floats) -> tuple[Floats, Floats]:
    """Return the intervals from a left end to a right end with no other end between."""
    # A right end comes before a left end at the same place: the intervals are open to the left.
    ends = sorted([(value, 1) for value in set(low.tolist())] + [(value, 0) for value in set(high.tolist())])
    found = [(a, b) for (a, first), (b, second) in pairwise(ends) if first and not second]
    table = np.array(found, dtype=np.float64).reshape(-1, 2)
    return table[:, 0], table[:, 1]


def _masses(inside: Floats, weights: Floats, tolerance: float, most: int) -> Floats:
    """Return the masses (b, k) under b sets of weights (b, n) of the patients."""
    mass = np.full((weights.shape[0], inside.shape[1]), 1.0 / inside.shape[1])
    total = weights.sum(axis=1, keepdims=True)
    active = np.arange(weights.shape[0])
    for _ in range(most):
        stop_if_unwanted()
        own = mass[active]
        seen = np.maximum(own @ inside.T, 1e-300)
        new = own * ((weights[active] / seen) @ inside) / total[active]
        mass[active] = new
        active = active[np.abs(new - own).max(axis=1) >= tolerance]
        if not active.size:
            break
    return mass
