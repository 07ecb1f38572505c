"""Events per 100 patient-years."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.poisson import no_event_bound, poisson_intervals
from sscviewer.model.dates import DAYS_PER_YEAR
from sscviewer.model.rounding import rounded

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
        years, rate = rounded(self.years, 1), rounded(self.rate, 1)
        text = f"{self.events} in {years} patient-years: {rate} per {PER_YEARS:g}"
        text += f" ({rounded(self.lower, 1)} to {rounded(self.upper, 1)})"
        return text if self.events else f"{text}; below {rounded(self.bound, 1)} (rule of three)"


def make_rate(events: int, days: float, level: float) -> Rate:
    """Return events over days at risk as a rate per 100 patient-years; NaN without time."""
    return make_rates(np.array([events]), np.array([days]), level)[0]


def make_rates(events: npt.NDArray[np.int64], days: npt.NDArray[Any], level: float) -> tuple[Rate, ...]:
    """Return `make_rate` of many counts; (n,) each."""
    years = days / DAYS_PER_YEAR
    low, high = poisson_intervals(events, years / PER_YEARS, level)
    return tuple(
        Rate(
            events=n,
            years=at_risk,
            rate=PER_YEARS * n / at_risk if at_risk > 0 else np.nan,
            lower=lower,
            upper=upper,
            bound=np.nan if n else no_event_bound(at_risk / PER_YEARS, level),
        )
        for n, at_risk, lower, upper in zip(
            events.tolist(), years.tolist(), low.tolist(), high.tolist(), strict=True
        )
    )
