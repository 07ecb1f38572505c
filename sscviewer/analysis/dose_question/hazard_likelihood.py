"""Log posterior of the weekly hazard with gradient and curvature, the patient effect integrated out."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from sscviewer.model.arrays import Floats

REACH, STEP = 8.0, 0.1
"""The nodes reach so many SD to either side, so far apart: half the step changes no 8 digits."""


@lru_cache(maxsize=1)
def gaussian_nodes() -> tuple[Floats, Floats]:
    """Return nodes and weights of the trapezoid rule for a standard normal variable, (161,) each."""
    nodes = np.linspace(-REACH, REACH, round(2.0 * REACH / STEP) + 1)
    weights = np.exp(-0.5 * nodes**2)
    weights /= weights.sum()
    nodes.flags.writeable = weights.flags.writeable = False
    return nodes, weights


def share_without_event(x: Floats, coefficients: Floats, patient_sd: float) -> float:
    """Return the probability of no event on weeks with model matrix x (weeks, p), over all patients."""
    nodes, weights = gaussian_nodes()
    eta = (x @ coefficients)[:, None] + patient_sd * nodes
    return float(weights @ np.exp(-np.logaddexp(0.0, eta).sum(axis=0)))


@dataclass(frozen=True, slots=True)
class HazardRows:
    """The rows at risk, patient after patient.

    Attributes
    ----------
    x : (n, p) model matrix
    event : (n,) 0 or 1
    starts : (patients,) where each patient's rows begin
    """

    x: Floats
    event: Floats
    starts: npt.NDArray[np.intp]

    @classmethod
    def of(cls, x: Floats, event: Floats, codes: npt.NDArray[np.intp]) -> "HazardRows":
        """Return the rows sorted by patient; codes (n,) are 0, 1 ..."""
        order = np.argsort(codes, kind="stable")
        starts = np.searchsorted(codes[order], np.arange(codes.max() + 1))
        return cls(x[order], event[order], starts)

    @property
    def n_subjects(self) -> int:
        """How many patients."""
        return int(self.starts.size)


@dataclass(frozen=True, slots=True)
class HazardPosterior:
    """Minus the log posterior of theta = (coefficients, log SD), without the priors' constants.

    Attributes
    ----------
    normal : (p, 2) mean and SD of the coefficients' priors
    gamma
        Shape and rate of the SD's prior, a density of the SD: no Jacobian on its log.
    """

    rows: HazardRows
    normal: Floats
    gamma: tuple[float, float]

    def at(self, theta: Floats) -> tuple[float, Floats, Floats]:
        """Return value, gradient (p + 1,) and curvature (p + 1, p + 1) at theta.

        **Source**: Louis, J R Stat Soc B 1982;44:226: the curvature of a marginal likelihood from the scores
        given the patient effect.
        """
        nodes, weights = gaussian_nodes()
        x, starts, p = self.rows.x, self.rows.starts, self.rows.x.shape[1]
        sd = float(np.exp(theta[p]))
        eta = (x @ theta[:p])[:, None] + sd * nodes
        risk = 1.0 / (1.0 + np.exp(-eta))
        event = self.rows.event[:, None]
        # log(1 - risk) = -log(1 + exp(eta)), kept finite where the risk rounds to 1
        terms = event * eta - np.logaddexp(0.0, eta)
        given = np.add.reduceat(terms, starts, axis=0)
        top = given.max(axis=1, keepdims=True)
        likely = np.exp(given - top) * weights
        total = likely.sum(axis=1, keepdims=True)
        share = likely / total
        value = -float((top + np.log(total)).sum())
        rest, spread = event - risk, risk * (1.0 - risk)
        score = np.stack(
            [np.add.reduceat(x[:, [j]] * rest, starts, axis=0) for j in range(p)]
            + [sd * nodes * np.add.reduceat(rest, starts, axis=0)],
            axis=2,
        )
        mean = np.einsum("ik,ika->ia", share, score)
        gradient = -mean.sum(axis=0)
        curvature = self._complete(share, spread, score[:, :, p], sd * nodes)
        curvature -= np.einsum("ik,ika,ikb->ab", share, score, score, optimize=True) - mean.T @ mean
        return self._with_priors(theta, value, gradient, curvature)

    def _complete(self, share: Floats, spread: Floats, own: Floats, load: Floats) -> Floats:
        """Return the expected curvature given the patient effects, whose loading is (nodes,)."""
        x, starts, p = self.rows.x, self.rows.starts, self.rows.x.shape[1]
        lengths = np.diff(np.append(starts, x.shape[0]))
        rows = np.repeat(share, lengths, axis=0) * spread
        out = np.empty((p + 1, p + 1))
        out[:p, :p] = x.T @ (x * rows.sum(axis=1)[:, None])
        out[:p, p] = out[p, :p] = x.T @ (rows @ load)
        # the last term: the loading itself depends on log SD
        out[p, p] = (rows @ load**2).sum() - (share * own).sum()
        return out

    def _with_priors(
        self, theta: Floats, value: float, gradient: Floats, curvature: Floats
    ) -> tuple[float, Floats, Floats]:
        p = self.normal.shape[0]
        mean, variance = self.normal[:, 0], self.normal[:, 1] ** 2
        shape, rate = self.gamma
        sd = float(np.exp(theta[p]))
        away = theta[:p] - mean
        value += float((away**2 / (2.0 * variance)).sum() - (shape - 1.0) * theta[p]) + rate * sd
        gradient[:p] += away / variance
        gradient[p] += rate * sd - (shape - 1.0)
        curvature[np.arange(p), np.arange(p)] += 1.0 / variance
        curvature[p, p] += rate * sd
        return value, gradient, curvature
