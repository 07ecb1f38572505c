"""One covariance model with parameters of its own in each group of subjects (SAS: REPEATED … / GROUP=).

Ω is block-diagonal over the groups; a subject's pattern takes its own group's block.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.linalg import block_diag

from sscviewer.analysis.reml.structures import Structure, start_values
from sscviewer.model.arrays import Floats


@dataclass(frozen=True, slots=True)
class ByGroup:
    """`inner` in each of `n_groups`; θ is that of the first group, then of the second, and so on.

    Attributes
    ----------
    inner : Structure
        Of t visits; Ω is (n_groups t, n_groups t).
    n_groups : int
    n_own : int
        Parameters of one group.
    """

    inner: Structure
    n_groups: int
    n_own: int

    @property
    def name(self) -> str:
        """Name of the model in each group."""
        return self.inner.name

    @property
    def limit(self) -> float:
        """Distance below which Ω counts as singular."""
        return self.inner.limit

    def _each(self, theta: Floats) -> Sequence[Floats]:
        return [theta[g * self.n_own : (g + 1) * self.n_own] for g in range(self.n_groups)]

    def omega(self, theta: Floats) -> Floats:
        """Return Ω (n_groups t, n_groups t)."""
        return np.asarray(block_diag(*(self.inner.omega(own) for own in self._each(theta))))

    def jacobian(self, theta: Floats) -> Floats:
        """Return ∂Ω/∂θ (k, n_groups t, n_groups t)."""
        own = [self.inner.jacobian(part) for part in self._each(theta)]
        t = own[0].shape[1]
        out = np.zeros((self.n_groups * self.n_own, self.n_groups * t, self.n_groups * t))
        for g, slopes in enumerate(own):
            here = slice(g * t, (g + 1) * t)
            out[g * self.n_own : (g + 1) * self.n_own, here, here] = slopes
        return out

    def curvature(self, theta: Floats) -> Floats | None:
        """Return ∂²Ω/∂θ∂θ' (k, k, …), or None where Ω is linear; groups have nothing in common."""
        own = [self.inner.curvature(part) for part in self._each(theta)]
        known = [bends for bends in own if bends is not None]
        if not known:
            return None
        t, k = known[0].shape[2], self.n_groups * self.n_own
        out = np.zeros((k, k, self.n_groups * t, self.n_groups * t))
        for g, bends in enumerate(known):
            these, here = slice(g * self.n_own, (g + 1) * self.n_own), slice(g * t, (g + 1) * t)
            out[these, these, here, here] = bends
        return out

    def distance(self, omega: Floats) -> float:
        """Return how far the group nearest to it is from singular."""
        t = len(omega) // self.n_groups
        blocks = [omega[g * t : (g + 1) * t, g * t : (g + 1) * t] for g in range(self.n_groups)]
        return min(self.inner.distance(block) for block in blocks)


def in_each_group(inner: Structure, size: int, n_groups: int) -> Structure:
    """Return a model of `size` visits with parameters of its own in each group; itself for one group."""
    return inner if n_groups == 1 else ByGroup(inner, n_groups, len(start_values(inner, np.eye(size))))
