"""Newton's method in a trust region, with the expected information as its metric.

The metric makes a step the same whatever the units or the parametrisation, keeps it inside the cone of
positive definite matrices where the cone is curved, and turns a Newton step into a scoring step where the
surface is not convex. The sub-problem is solved exactly, in the eigenvectors of the metric.

**Source**: Nocedal & Wright, Numerical Optimization (2006), ch. 4; resources/methods/mixed_models.md.
"""

from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.reml.blocks import Blocks
from sscviewer.analysis.reml.likelihood import Derivatives, Evaluation, differentiate, evaluate
from sscviewer.analysis.reml.structures import Structure
from sscviewer.model.arrays import Floats
from sscviewer.model.sentence import say

MAX_ITERATIONS = 100
"""Newton steps; a search that needs more is not at rest, and the fit says so."""
# A search this old that is still further from rest than this goes nowhere.
PATIENCE, FAR = 40, 1e-3
# Share of the largest information below which a parameter has none; variances may differ by 1e16.
NO_INFORMATION = 1e-60
# Squared length of the last Newton step in units of the standard errors of θ: 1e-9 of one.
DECREMENT = 1e-18
# Without rest after so many steps and below this, the matrix is on its way there.
NEARLY_SINGULAR = 1e-2


@dataclass(frozen=True, slots=True)
class Optimum:
    """Where the search ended.

    Attributes
    ----------
    theta : (k,)
    omega : (t, t)
    at : Evaluation
    derivatives : Derivatives
    converged : bool
        Gradient zero to rounding, Hessian positive definite, Ω not singular.
    reason : str
        Why not, in words that end "… because": empty when converged.
    """

    theta: Floats
    omega: Floats
    at: Evaluation
    derivatives: Derivatives
    converged: bool
    reason: str


def _try(
    blocks: Blocks, structure: Structure, theta: Floats, *, reml: bool
) -> tuple[Floats, Evaluation] | None:
    omega = structure.omega(theta)
    if not np.isfinite(omega).all():
        return None
    if structure.distance(omega) <= 0.0:
        return None
    at = evaluate(blocks, omega, reml=reml)
    return None if at is None else (omega, at)


def _derive(
    blocks: Blocks, structure: Structure, theta: Floats, at: Evaluation, *, reml: bool
) -> Derivatives:
    return differentiate(blocks, at, structure.jacobian(theta), structure.curvature(theta), reml=reml)


def _metric(d: Derivatives, ridge: float) -> tuple[Floats, Floats, Floats]:
    """Return (basis, curvatures, slopes): θ-step = basis @ z, Hessian diagonal and gradient in z."""
    own = np.abs(np.diagonal(d.expected))
    # a parameter the data do not contain at all gets the weight of the others; `_verdict` will find it
    own = np.where(own > NO_INFORMATION * own.max(), own, own.max())
    extra = ridge * float(own.max())
    diagonal = np.sqrt(np.maximum(own + extra, 1e-300))
    scaled = (d.expected + extra * np.eye(len(own))) / (diagonal[:, None] * diagonal)
    values, vectors = np.linalg.eigh(scaled)
    # directions the data say nothing about keep a small weight, so that the step stays finite
    half = vectors / np.sqrt(np.maximum(values, 1e-8)) / diagonal[:, None]
    curvatures, turn = np.linalg.eigh(half.T @ d.observed @ half)
    basis = half @ turn
    return basis, curvatures, basis.T @ d.gradient


def _region_step(curvatures: Floats, slopes: Floats, radius: float) -> Floats:
    """Return the minimiser of slopes·z + z'diag(curvatures)z/2 with |z| ≤ radius."""
    if curvatures[0] > 0:
        z = -slopes / curvatures
        if float(z @ z) <= radius**2:
            return z
    low = max(0.0, -float(curvatures[0])) * (1.0 + 1e-9) + 1e-12
    high = low + float(np.linalg.norm(slopes)) / radius + 1e-12
    for _ in range(60):
        shift = 0.5 * (low + high)
        length = float(np.linalg.norm(slopes / (curvatures + shift)))
        # a step within 5 % of the radius is as good as one on it (Moré & Sorensen 1983 take 10 %)
        if abs(length - radius) < 0.05 * radius:
            break
        low, high = (shift, high) if length > radius else (low, shift)
    return -slopes / (curvatures + 0.5 * (low + high))


def minimise(
    blocks: Blocks, structure: Structure, start: Floats, *, reml: bool, ridge: float = 0.0
) -> Optimum | None:
    """Search from a start; None where the start itself is not feasible.

    Parameters
    ----------
    start : (k,)
        θ with Ω(θ) positive definite.
    ridge : float
        Added to the metric, as a share of its largest diagonal entry: keeps steps finite where a parameter
        carries no information at some point of the path (an entry of L at zero).
    """
    with np.errstate(all="ignore"):
        try:
            return _walk(blocks, structure, np.asarray(start, dtype=np.float64), reml, ridge)
        except np.linalg.LinAlgError:
            # derivatives beyond what a double can hold: this start leads nowhere
            return None


def _walk(blocks: Blocks, structure: Structure, theta: Floats, reml: bool, ridge: float) -> Optimum | None:
    first = _try(blocks, structure, theta, reml=reml)
    if first is None:
        return None
    omega, at = first
    subjects = np.sqrt(blocks.n_subjects)
    radius, largest = 0.7 * subjects, 4.0 * subjects
    for iteration in range(1, MAX_ITERATIONS + 1):
        d = _derive(blocks, structure, theta, at, reml=reml)
        basis, curvatures, slopes = _metric(d, ridge)
        if structure.distance(omega) < structure.limit:
            return Optimum(theta, omega, at, d, False, "the likelihood rises towards a singular matrix")
        # Curvatures are of parameters scaled to one: what is below rounding of their squares is none.
        convex = bool(curvatures[0] > 1e-10)
        decrement = float(np.sum(slopes**2 / curvatures)) if convex else np.inf
        if decrement < DECREMENT:
            return Optimum(theta, omega, at, d, *_verdict(d, curvatures))
        if iteration > PATIENCE and decrement > FAR:
            break
        z = _region_step(curvatures, slopes, radius)
        expected_gain = -float(slopes @ z + 0.5 * curvatures @ z**2)
        trial = _try(blocks, structure, theta + basis @ z, reml=reml)
        tiny = expected_gain < 1e-9 * (1.0 + abs(at.value))
        if trial is None:
            radius = 0.3 * min(radius, float(np.linalg.norm(z)))
        else:
            gain = at.value - trial[1].value
            ratio = 1.0 if tiny else gain / expected_gain
            # any fall of note is taken (Nocedal & Wright 2006, algorithm 4.1: η below 1/4)
            if ratio > 1e-4:
                theta, (omega, at) = theta + basis @ z, trial
            radius = _next_radius(radius, largest, ratio, float(np.linalg.norm(z)))
            # A gain that rounding hides after steps that gained: nothing more is to be had at this precision.
            if tiny and convex and iteration > 2 and decrement < 1e-14:
                d = _derive(blocks, structure, theta, at, reml=reml)
                return Optimum(theta, omega, at, d, *_verdict(d, curvatures))
        if radius < 1e-13 * subjects:
            break
    d = _derive(blocks, structure, theta, at, reml=reml)
    near = structure.distance(omega) < NEARLY_SINGULAR
    reason = (
        say("the likelihood rises towards a singular matrix")
        if near
        else say("the search did not come to rest")
    )
    return Optimum(theta, omega, at, d, False, reason)


def _next_radius(radius: float, largest: float, ratio: float, length: float) -> float:
    """Return the next radius by how much of the expected gain came (Nocedal & Wright 2006, algorithm 4.1)."""
    # A quarter and three quarters of the expected gain are that algorithm’s; 0.9: the step went to the edge.
    if ratio < 0.25:
        return 0.3 * min(radius, length)
    if ratio > 0.75 and length > 0.9 * radius:
        return min(2.0 * radius, largest)
    return radius


def _verdict(d: Derivatives, curvatures: Floats) -> tuple[bool, str]:
    """Say whether a point of rest is an estimate: every direction must be curved and informed."""
    own = np.abs(np.diagonal(d.expected))
    if own.min() <= NO_INFORMATION * own.max():
        return False, "the data do not determine all covariance parameters"
    diagonal = np.sqrt(own)
    informed = float(np.linalg.eigvalsh(d.expected / (diagonal[:, None] * diagonal))[0])
    # correlations of the parameters within 1e-10 of one: another data set of the same kind would not fit
    if informed < 1e-10:
        return False, "the data do not determine all covariance parameters"
    # Rounding of second derivatives, the root of a double’s 1e-15; a likelihood so flat has no interval.
    if curvatures[0] < 1e-7:
        return False, "the likelihood is flat in some direction"
    return True, ""
