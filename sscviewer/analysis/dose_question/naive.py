"""Why not simply the rate per dose: what the easy numbers would have said, each with its fault.

**Source**: resources/methods/dose_question.md, where each is measured on simulated trials.
"""

from dataclasses import dataclass, replace

import numpy as np

from sscviewer.analysis.dose_question.titration import Titration
from sscviewer.analysis.poisson import poisson_intervals
from sscviewer.analysis.survival.recurrent import PER_DOSE, DoseRateRatio, andersen_gill
from sscviewer.model.sentence import say

CRUDE_REASON = say(
    "Low doses are given in the first weeks, when events are commonest and everybody is "
    "still there; at high doses are those who bore them. In simulated trials of 20 in "
    "which dose did not matter at all the rate made 200 mg look 18 points worse, and 600 "
    "mg 17 points better tolerated than they were."
)
ANDERSEN_GILL_REASON = say(
    "It compares patients at the same day, but who is on a high dose by then are those "
    "who bore it. Where dose mattered not at all its interval spoke for the high dose in "
    "15 % of simulated trials of 20 and in 42 % of those of 60, never against it."
)
ARRIVAL_REASON = say(
    "Who arrives at a dose has borne the ones below, and a rise by protocol takes "
    "patients out just before their time: 24 to 46 points too high below the top dose in "
    "simulated trials of 20, with intervals at 300 and 400 mg that held the truth in 15 "
    "to 17 %."
)


@dataclass(frozen=True, slots=True)
class CrudeRate:
    """Dose-limiting weeks over person-years (of 52 weeks) at one dose, exact Poisson interval."""

    dose: float
    weeks: int
    events: int
    per_year: float
    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class Naive:
    """The easy numbers.

    Attributes
    ----------
    andersen_gill
        Of dose-limiting events on the weeks at risk; None without any week.
    """

    crude: tuple[CrudeRate, ...]
    andersen_gill: DoseRateRatio | None


def naive_numbers(found: Titration) -> Naive:
    """Return what the easy ways would have said of this trial."""
    if found.not_in_file or not found.limiting_known:
        return Naive((), None)
    weeks = found.weeks()
    doses, at = weeks["DOSE"], []
    for dose in found.doses if len(found.doses) <= found.rules.most_doses else ():
        mine = weeks[doses == dose]
        events, years = int(mine["LIMITING"].sum()), len(mine) / 52.0
        if len(mine):
            low, high = poisson_intervals(np.array([events]), np.array([years]), found.rules.level)
            rate = events / years
            at.append(CrudeRate(dose, len(mine), events, rate, float(low[0]), float(high[0])))
    week = weeks["WEEK"].to_numpy()
    # where everybody fails in one week there is nothing to compare: the ratio then has no variance
    with np.errstate(invalid="ignore", divide="ignore"):
        ratio = andersen_gill(
            7.0 * (week - 1),
            7.0 * week,
            weeks["LIMITING"].to_numpy(),
            doses.to_numpy() * (PER_DOSE / found.rules.per_dose),
            weeks["USUBJID"].to_numpy(),
            level=found.rules.level,
        )
    return Naive(tuple(at), replace(ratio, per_dose=found.rules.per_dose))
