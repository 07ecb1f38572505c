"""P(tolerates a dose for the planned duration), from the weekly hazard, and what was seen of each dose."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from sscviewer.analysis.dose_question.dose_hazard import DoseHazardFit, fit_dose_hazard
from sscviewer.analysis.dose_question.titration import NOT_KNOWN, Titration
from sscviewer.analysis.reml.errors import FitError
from sscviewer.model.sentence import say

Interval = tuple[float, float, float]
RESTS = "rests on the assumed course over time"
CURVE_POINTS = 41
"""Doses at which the curve is worked out; each is an integral over the posterior, and between 41 points a
straight line is nearer than the pen is thick."""


@dataclass(frozen=True, slots=True)
class ToleratedShare:
    """The share that would tolerate one dose for the planned duration.

    Attributes
    ----------
    estimate, lower, upper
        Of new patients brought to the dose as in the schedule.
    weeks, events
        Person-weeks at the dose and those with a dose-limiting event.
    seen
        Enough person-weeks, and somebody stayed long enough; else only titration passed through.
    without_time, first_only
        (estimate, lower, upper) of the fits without time and with the weeks to each patient's first event
        only; None where they cannot be made.
    """

    dose: float
    estimate: float
    lower: float
    upper: float
    weeks: int
    events: int
    seen: bool
    without_time: Interval | None
    first_only: Interval | None

    @property
    def rests_on_time(self) -> bool:
        """Whether a fit beside it lies outside the band."""
        others = [one for one in (self.without_time, self.first_only) if one is not None]
        return any(not self.lower <= one[0] <= self.upper for one in others)


@dataclass(frozen=True, slots=True)
class Tolerance:
    """The weekly hazard and what follows from it.

    Attributes
    ----------
    fit
        None where it cannot be estimated; `why_not` says why.
    curve : (dose, estimate, lower, upper), ascending, between the lowest and the highest dose given
    """

    fit: DoseHazardFit | None
    without_time: DoseHazardFit | None
    first_only: DoseHazardFit | None
    shares: tuple[ToleratedShare, ...]
    curve: tuple[tuple[float, float, float, float], ...]
    why_not: str


def tolerance(found: Titration) -> Tolerance:
    """Return the answer of the weekly hazard; it cannot be asked of one dose or without any event."""
    why_not = _why_not(found)
    if why_not:
        return Tolerance(None, None, None, (), (), why_not)
    weeks = found.weeks()
    fit = _fit(found, weeks, time=True)
    if fit is None:
        return Tolerance(
            None, None, None, (), (), say("The weekly hazard cannot be estimated from these weeks.")
        )
    without = _fit(found, weeks, time=False)
    first = _fit(found, weeks[weeks["LIMITING_BEFORE"] == 0], time=True)
    doses = found.doses if len(found.doses) <= found.rules.most_doses else _spread(found)
    shares = tuple(_share(found, weeks, dose, fit, without, first) for dose in doses)
    return Tolerance(fit, without, first, shares, _curve(found, fit, doses), "")


def _why_not(found: Titration) -> str:
    if found.not_in_file or not found.limiting_known:
        return found.not_in_file or NOT_KNOWN
    if len(found.doses) == 1:
        return say(
            "Everybody took one dose ({doses:g} {unit}): nothing can be said of others.",
            doses=found.doses[0],
            unit=found.unit,
        )
    if not found.n_events:
        return say("No dose-limiting event: how tolerability goes with dose cannot be told.")
    return ""


def _fit(found: Titration, weeks: pd.DataFrame, *, time: bool) -> DoseHazardFit | None:
    rules = found.rules
    try:
        return fit_dose_hazard(
            weeks,
            time=time,
            reference_dose=found.reference_dose,
            reference_week=rules.reference_week,
            priors=rules.priors,
            level=rules.level,
        )
    except FitError:
        return None


def _share(
    found: Titration,
    weeks: pd.DataFrame,
    dose: float,
    fit: DoseHazardFit,
    *others: DoseHazardFit | None,
) -> ToleratedShare:
    path = found.schedule.path(dose, found.duration_weeks)
    at = weeks[weeks["DOSE"] == dose]
    longest = max((row.longest_days for row in found.rows if row.dose == dose), default=0)
    without, first = (other.tolerates(path) if other is not None else None for other in others)
    enough = len(at) >= found.rules.seen_person_weeks and longest >= found.rules.seen_days
    return ToleratedShare(
        dose, *fit.tolerates(path), len(at), int(at["LIMITING"].sum()), enough, without, first
    )


def _curve(
    found: Titration, fit: DoseHazardFit, doses: Sequence[float]
) -> tuple[tuple[float, float, float, float], ...]:
    every = np.union1d(np.linspace(doses[0], doses[-1], CURVE_POINTS), doses).tolist()
    paths = [found.schedule.path(dose, found.duration_weeks) for dose in every]
    return tuple((dose, *fit.tolerates(path)) for dose, path in zip(every, paths, strict=True))


def _spread(found: Titration) -> tuple[float, ...]:
    """Return as many doses as a table may have, at quantiles of the doses given."""
    marks = np.linspace(0.0, 1.0, found.rules.most_doses)
    return tuple(np.unique(np.quantile(found.doses, marks, method="nearest")).tolist())
