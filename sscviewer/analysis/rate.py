"""Events per 100 patient-years."""

from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.poisson import no_event_bound, poisson_intervals
from sscviewer.model.dates import DAYS_PER_YEAR

PER_YEARS = 100.0
"""Rates are per this many patient-years."""


@dataclass(frozen=True, slots=True)
class Rate:
    """Events over person-time, per 100 patient-years, with its exact Poisson interval.

    Attributes
    ----------
    bound
        Without any event: what the rate is below with one-sided confidence (the rule of three); else NaN.
    """

    events: int
    years: float
    rate: float
    lower: float
    upper: float
    bound: float

    @property
    def words(self) -> str:
        """Return "7 in 15.2 patient-years: 46.1 per 100 (18.5 to 94.9)"."""
        if not self.years > 0:
            return "no time at risk"
        text = f"{self.events} in {self.years:.1f} patient-years: {self.rate:.1f} per {PER_YEARS:g}"
        text += f" ({self.lower:.1f} to {self.upper:.1f})"
        return text if self.events else f"{text}; below {self.bound:.1f} (rule of three)"


def make_rate(events: int, days: float, level: float) -> Rate:
    """Return events over days at risk as a rate per 100 patient-years; NaN without time."""
    years = days / DAYS_PER_YEAR
    low, high = poisson_intervals(np.array([events]), np.array([years / PER_YEARS]), level)
    return Rate(
        events=events,
        years=years,
        rate=PER_YEARS * events / years if years > 0 else np.nan,
        lower=float(low[0]),
        upper=float(high[0]),
        bound=np.nan if events else no_event_bound(years / PER_YEARS, level),
    )
