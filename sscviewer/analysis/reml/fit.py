"""One fit, from numbers to numbers: centre, scale, search, and carry the result back to the caller's units.

The response enters only through its residuals from X and X only through an orthonormal basis of its columns,
so neither an offset of 1e8 nor a covariate in micrograms costs a digit.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.reml.blocks import Blocks
from sscviewer.analysis.reml.errors import FitError
from sscviewer.analysis.reml.inference import Inference, kenward_roger_correction, theta_covariance
from sscviewer.analysis.reml.likelihood import Derivatives, differentiate
from sscviewer.analysis.reml.optimise import Optimum
from sscviewer.analysis.reml.structures import Structure
from sscviewer.model.arrays import Floats
from sscviewer.model.sentence import say

# Residuals smaller than this share of the response are rounding: X explains the response exactly.
PERFECT_FIT = 1e-12


@dataclass(frozen=True, slots=True)
class Scaled:
    """Response and model matrix as the search sees them.

    Attributes
    ----------
    q : (N, p)
        Columns of X, made orthonormal and multiplied by √N so that their size does not depend on N.
    r : (p, p)
        X = q @ r.
    z : (N,)
        Ordinary residuals of the response over their root mean square.
    beta : (p,)
        Ordinary least squares in the caller's units.
    scale : float
        Root mean square of the residuals.
    """

    q: Floats
    r: Floats
    z: Floats
    beta: Floats
    scale: float


def scale_problem(x: Floats, y: Floats, triangle: Floats) -> Scaled:
    """Return the scaled problem.

    Parameters
    ----------
    x : (N, p)
        Model matrix of full rank.
    y : (N,)
    triangle : (p, p)
        R of the QR decomposition of x.

    Raises
    ------
    FitError
        If X explains the response exactly.
    """
    n, p = x.shape
    # columns of unit length, so that a covariate in micrograms costs no digits
    size = np.linalg.norm(triangle, axis=0)
    r = triangle / size
    # orthonormal up to the conditioning of x, which the passes below make good
    q = x @ (np.linalg.inv(r) / size[:, None])
    # what the first pass leaves of an offset of 1e8, the second and third remove
    total = np.zeros(p)
    rest = y.astype(np.float64)
    for _ in range(3):
        part = q.T @ rest
        total += part
        rest = rest - q @ part
    scale = float(np.sqrt(np.mean(rest**2)))
    if not scale > PERFECT_FIT * float(np.sqrt(np.mean(y**2))) or scale == 0.0:
        raise FitError(
            say("The response is constant or fully explained by the fixed effects: nothing varies.")
        )
    grow = np.sqrt(n)
    r_full = r * size
    beta = np.linalg.solve(r, total) / size
    return Scaled(q * grow, r_full / grow, rest / scale, beta, scale)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A fit in the caller's units, with what inference and diagnostics need.

    Attributes
    ----------
    structure : Structure
    optimum : Optimum
        In scaled units.
    blocks : Blocks
    scaled : Scaled
    reml : bool
    beta : (p,)
    minus_two_log_likelihood : float
    """

    structure: Structure
    optimum: Optimum
    blocks: Blocks
    scaled: Scaled
    reml: bool
    beta: Floats
    minus_two_log_likelihood: float

    @property
    def n_parameters(self) -> int:
        """Number of covariance parameters."""
        return len(self.optimum.theta)

    @property
    def omega(self) -> Floats:
        """Ω in the caller's units (t, t)."""
        return self.optimum.omega * self.scaled.scale**2

    def to_user(self, matrix: Floats) -> Floats:
        """Return a covariance of β_Q (p, p) as one of β, in the caller's units."""
        back = np.linalg.solve(self.scaled.r, matrix)
        return np.asarray(np.linalg.solve(self.scaled.r, back.T).T) * self.scaled.scale**2

    def contrast_in(self, contrast: Floats) -> Floats:
        """Return the contrast of β (…, p) as one of β_Q."""
        return np.asarray(np.linalg.solve(self.scaled.r.T, np.atleast_2d(contrast).T).T).reshape(
            np.shape(contrast)
        )


def finish(structure: Structure, optimum: Optimum, blocks: Blocks, scaled: Scaled, *, reml: bool) -> Fitted:
    """Carry an optimum back to the caller's units."""
    n, p = blocks.n_obs, blocks.n_fixed
    free = n - p if reml else n
    value = optimum.at.value + free * (np.log(2.0 * np.pi) + 2.0 * np.log(scaled.scale))
    if reml:
        value += 2.0 * float(np.linalg.slogdet(scaled.r)[1])
    beta = scaled.beta + scaled.scale * np.linalg.solve(scaled.r, optimum.at.beta)
    return Fitted(structure, optimum, blocks, scaled, reml, beta, float(value))


def infer(
    fit: Fitted, method: str, *, structure: Structure | None = None, theta: Floats | None = None
) -> Inference:
    """Return the inference of a fit by one of the methods that use the covariance parameters.

    Parameters
    ----------
    method : str
        kenward-roger, kenward-roger-linear, kenward-roger-expected or satterthwaite; anything else gives
        plain Φ.
    structure, theta : optional
        Another parametrisation of the same Ω to differentiate in.
    """
    chosen = structure or fit.structure
    at = fit.optimum.theta if theta is None else theta
    jacobian = chosen.jacobian(at)
    curvature = chosen.curvature(at)
    derivatives: Derivatives = (
        fit.optimum.derivatives
        if structure is None
        else differentiate(fit.blocks, fit.optimum.at, jacobian, curvature, reml=fit.reml)
    )
    adjusts = method.startswith("kenward-roger")
    spread = theta_covariance(derivatives, expected=method == "kenward-roger-expected")
    root = fit.optimum.at.root
    phi = root @ root.T
    if adjusts:
        bend = None if method == "kenward-roger-linear" else curvature
        phi = phi + kenward_roger_correction(fit.blocks, fit.optimum.at, derivatives, spread, jacobian, bend)
    return Inference(root, derivatives.information_slopes, spread, phi, adjusts)


def best_of(
    starts: list[Floats], search: Callable[[Floats], Optimum | None], enough: int
) -> tuple[Optimum | None, Optimum | None]:
    """Search from several starts; return the best estimate and the best of the searches that failed.

    Parameters
    ----------
    enough : int
        Stop after this many estimates.
    """
    best: Optimum | None = None
    failed: Optimum | None = None
    found = 0
    for start in starts:
        result = search(start)
        if result is None:
            continue
        if result.converged:
            found += 1
            # of starts that end in one place the first is kept, whatever the last digits say
            if best is None or result.at.value < best.at.value - 1e-9:
                best = result
        elif failed is None or result.at.value < failed.at.value:
            failed = result
        if found >= enough:
            break
    return best, failed
