"""What a reference equation gives back: predicted, limits of normal, and where a measured value lies."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from sscviewer.model.arrays import Floats

Z_LIMIT = 1.645
"""5 % of healthy persons lie below -1.645 and 5 % above +1.645. **Source**: Quanjer 2012."""

SMALL_L = 1e-9
"""A Box-Cox power nearer to 0 than this is taken as 0: its limit is the logarithm."""


class ReferenceValues(Protocol):
    """What all equations give, one entry per person, NaN where the equation does not apply."""

    @property
    def predicted(self) -> Floats:
        """Predicted value."""

    @property
    def lln(self) -> Floats:
        """Lower limit of normal, the 5th percentile."""

    @property
    def uln(self) -> Floats:
        """Upper limit of normal, the 95th percentile; NaN where the equation publishes none."""

    def z(self, value: Floats) -> Floats:
        """Return how many standard deviations measured values lie from the predicted."""


@dataclass(frozen=True, slots=True)
class Lms:
    """Median, variation and skewness of healthy persons.

    Attributes
    ----------
    l, m, s : (n,) float; Box-Cox power, median in the unit of the quantity, coefficient of variation

    **Source**: Cole and Green 1992; Quanjer 2012 (z, LLN and ULN as the GLI give them).
    """

    l: Floats  # noqa: E741 - the method is called LMS
    m: Floats
    s: Floats

    @property
    def predicted(self) -> Floats:
        """The median M."""
        return self.m

    @property
    def lln(self) -> Floats:
        """M·(1 − 1.645·L·S)^(1/L)."""
        return self.at(-Z_LIMIT)

    @property
    def uln(self) -> Floats:
        """M·(1 + 1.645·L·S)^(1/L)."""
        return self.at(Z_LIMIT)

    def at(self, z: float) -> Floats:
        """Return the value that lies at a z score; NaN where no value does."""
        straight = np.abs(self.l) > SMALL_L
        power = np.where(straight, self.l, 1.0)
        with np.errstate(invalid="ignore"):
            curved = (1 + z * self.l * self.s) ** (1 / power)
        return self.m * np.where(straight, curved, np.exp(z * self.s))

    def z(self, value: Floats) -> Floats:
        """Return ((x/M)^L − 1)/(L·S), or ln(x/M)/S where L is 0; NaN for a value that is not above 0."""
        share = np.where(value > 0, value, np.nan) / self.m
        straight = np.abs(self.l) > SMALL_L
        power = np.where(straight, self.l, 1.0)
        return np.where(straight, (share**power - 1) / (power * self.s), np.log(share) / self.s)


@dataclass(frozen=True, slots=True)
class LinearEquation:
    """Predicted value and lower limit of an older equation, which takes healthy persons as normal around it.

    Attributes
    ----------
    predicted, lln : (n,) float, in the unit of the quantity
    """

    predicted: Floats
    lln: Floats

    @property
    def uln(self) -> Floats:
        """NaN: these equations publish no upper limit."""
        return np.full_like(self.predicted, np.nan)

    def z(self, value: Floats) -> Floats:
        """Return (x − predicted)/((predicted − LLN)/1.645): a z score as far as there is one."""
        return (value - self.predicted) / ((self.predicted - self.lln) / Z_LIMIT)


def percent_predicted(value: Floats, reference: ReferenceValues) -> Floats:
    """Return measured values as a percentage of the predicted."""
    return 100 * value / reference.predicted


def percentile(z: Floats) -> Floats:
    """Return which percentage of healthy persons lies below a z score: 100·Φ(z)."""
    from scipy.special import ndtr  # off the start-up path

    below: Floats = 100 * ndtr(z)
    return below
