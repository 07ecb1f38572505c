"""Power of a trend test over candidate shapes of dose-response (the first half of MCP-Mod).

**Source**: Bretz, Pinheiro & Branson, Biometrics 2005;61:738; optimal contrasts for unequal variances as
Pinheiro, Bornkamp, Glimm & Bretz, Stat Med 2014;33:1646.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from sscviewer.model.arrays import Floats

SHAPES: dict[str, Callable[[Floats, float], Floats]] = {
    "linear": lambda dose, top: dose / top,
    "Emax (half of it at a quarter of the top dose)": lambda dose, top: dose / (dose + 0.25 * top),
    "exponential": lambda dose, top: np.expm1(dose / (0.4 * top)),
}
"""Early, even and late rise; scale and sign play no part in a contrast."""
DRAWS = 10_000
"""Trials simulated for a P value: 10 000 leave an error of 0.2 points at P = 5 %, which two decimals show at
most as one digit."""


@dataclass(frozen=True, slots=True)
class TrendTest:
    """The test of one design: the largest of several contrasts.

    Attributes
    ----------
    contrasts : (shapes, arms) each summing to 0
    variance : (arms,) of one patient's change, so that an arm's mean has variance / n
    root : (shapes, shapes) root of the correlation of the contrasts
    normal, uniform : (shapes, DRAWS), (DRAWS,)
        The random numbers all power figures of a design share, so that they rise smoothly with n.
    alpha
        One-sided.
    """

    contrasts: Floats
    variance: Floats
    root: Floats
    normal: Floats
    uniform: Floats
    alpha: float

    def power(self, means: Floats, n: int) -> Floats:
        """Return the power (draws,) under means (draws, arms), larger being better, of n patients an arm."""
        null, scale = self._null(n)
        limit = float(np.quantile(null.max(axis=0) / scale, 1.0 - self.alpha))
        se = np.sqrt((self.contrasts**2) @ self.variance / n)
        shift = (means @ self.contrasts.T) / se
        return np.array([float(((null + one[:, None]).max(axis=0) > limit * scale).mean()) for one in shift])

    def _null(self, n: int) -> tuple[Floats, Floats]:
        """Return correlated normal contrasts under no effect, and the error's scale, of t statistics."""
        from scipy.special import chdtri  # heavy: only when planned

        df = self.variance.size * (n - 1)
        return self.root @ self.normal, np.sqrt(chdtri(df, self.uniform) / df)


def trend_test(doses: Sequence[float], variance: Floats, alpha: float, seed: int) -> TrendTest:
    """Return the test of a design.

    Parameters
    ----------
    doses
        Of the arms, ascending, at least two different ones.
    variance : (arms,)
        Of one patient's change at the end.
    """
    dose = np.asarray(doses, dtype=np.float64)
    contrasts = np.array([_optimal(shape(dose, dose[-1]), variance) for shape in SHAPES.values()])
    covariance = (contrasts * variance) @ contrasts.T
    sd = np.sqrt(np.diag(covariance))
    values, vectors = np.linalg.eigh(covariance / np.outer(sd, sd))
    rng = np.random.default_rng(seed)
    return TrendTest(
        contrasts=contrasts,
        variance=variance,
        root=vectors * np.sqrt(np.maximum(values, 0.0)),
        normal=rng.standard_normal((len(contrasts), DRAWS)),
        uniform=rng.uniform(size=DRAWS),
        alpha=alpha,
    )


def _optimal(shape: Floats, variance: Floats) -> Floats:
    """Return the contrast with the greatest power for a shape: weighted, centred, of length one."""
    weight = 1.0 / variance
    contrast = weight * (shape - (weight @ shape) / weight.sum())
    return np.asarray(contrast / np.sqrt(contrast @ contrast))
