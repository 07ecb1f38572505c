"""The posterior of a mean known by an estimate, its standard error and degrees of freedom, by quadrature."""

from dataclasses import dataclass

import numpy as np

from sscviewer.model.arrays import Floats

NODES, REACH = 20001, 12.0
"""Of each of the two grids, spread as sinh(u), u = -12 to 12: dense near its centre, 80 000 SE wide."""
NOTHING = 1e-12
"""A node of less weight adds nothing to a probability."""
FARTHEST = 37.0
"""Beyond this noncentrality the probability differs from 0 or 1 by less than a double can hold."""


@dataclass(frozen=True, slots=True)
class Posterior:
    """A distribution of the true mean on a grid.

    Attributes
    ----------
    theta : (k,) ascending
    weight : (k,) trapezoid weights times density, summing to 1
    density : (k,)
    """

    theta: Floats
    weight: Floats
    density: Floats

    @property
    def mean(self) -> float:
        """Mean; of a t with few degrees of freedom over the grid."""
        return float(self.weight @ self.theta)

    @property
    def sd(self) -> float:
        """Standard deviation."""
        return float(np.sqrt(self.weight @ (self.theta - self.mean) ** 2))

    def above(self, value: float) -> float:
        """Return P(true mean > value)."""
        return float(1.0 - np.interp(value, self.theta, self._cumulative()))

    def quantile(self, probability: float) -> float:
        """Return the value below which the true mean lies with a probability."""
        return float(np.interp(probability, self._cumulative(), self.theta))

    def _cumulative(self) -> Floats:
        step = np.diff(self.theta) * (self.density[1:] + self.density[:-1]) / 2.0
        total = np.concatenate([[0.0], np.cumsum(step)])
        return np.asarray(total / total[-1], dtype=np.float64)


def posterior(
    estimate: float, se: float, df: float, prior_mean: float = 0.0, prior_sd: float = np.inf
) -> Posterior:
    """Return the posterior of a mean.

    The likelihood is Student's t about the estimate: with a flat prior that is the exact posterior of n
    normal values under the prior 1/σ², and of a Kenward-Roger estimate its analogue. With df = infinity and
    a normal prior the result is the conjugate normal.

    Parameters
    ----------
    estimate, se, df
        Of the mean; se above 0.
    prior_mean, prior_sd
        Normal prior; an infinite SD is flat.

    **Source**: Gelman et al., Bayesian Data Analysis 3 (2013), 2.5 and 3.2; Spiegelhalter, Abrams & Myles,
    Bayesian Approaches to Clinical Trials (2004), 3.6.
    """
    u = np.sinh(np.linspace(-REACH, REACH, NODES))
    grids = [estimate + se * u] + ([prior_mean + prior_sd * u] if np.isfinite(prior_sd) else [])
    theta = np.unique(np.concatenate(grids))
    log_density = _log_t((theta - estimate) / se, df)
    if np.isfinite(prior_sd):
        log_density = log_density - 0.5 * ((theta - prior_mean) / prior_sd) ** 2
    density = np.exp(log_density - log_density.max())
    width = np.gradient(theta)
    weight = density * width
    return Posterior(theta, weight / weight.sum(), density / weight.sum())


def _log_t(z: Floats, df: float) -> Floats:
    """Return the log density of Student's t but for its constant."""
    if not np.isfinite(df):
        return np.asarray(-0.5 * z**2, dtype=np.float64)
    return np.asarray(-0.5 * (df + 1.0) * np.log1p(z**2 / df), dtype=np.float64)


def next_success(known: Posterior, se: float, n: int, threshold: float, sign: int, level: float) -> float:
    """Return the predictive probability that a next trial shows a mean beyond a threshold.

    It shows it where the limit of its t interval lies beyond; the probability, noncentral t at each true
    mean, is averaged over what is known of it.

    Parameters
    ----------
    se : standard error of the next trial's mean; its SD is taken as known
    n : patients of the next trial; n − 1 degrees of freedom
    sign : +1 where beyond is above, −1 where it is below

    **Source**: O'Hagan, Stevens & Campbell, Pharmaceutical Statistics 4 (2005) 187.
    """
    held = known.weight > NOTHING
    chance = power(sign * (known.theta[held] - threshold) / se, n - 1, level)
    return float(known.weight[held] @ chance)


def power(noncentrality: Floats, df: float, level: float) -> Floats:
    """Return the chance that t exceeds the upper two-sided quantile (R's power.t.test, one tail)."""
    from scipy.special import nctdtr, stdtrit

    critical = stdtrit(df, 0.5 + level / 2.0)
    inside = np.clip(noncentrality, -FARTHEST, FARTHEST)
    return np.asarray(1.0 - nctdtr(df, inside, critical), dtype=np.float64)
