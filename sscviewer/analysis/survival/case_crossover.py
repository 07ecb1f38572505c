"""Each patient as their own control: the dose just before an event beside the dose earlier."""

from dataclasses import dataclass

import numpy as np

from sscviewer.model.sentence import say

WINDOW_DAYS = 14
"""Length of the hazard window before an onset, and of the control window before that (a default)."""
CAVEAT = say(
    "Exploratory. Each patient is compared with themselves, so what does not change in "
    "them cannot explain the result; but where the dose only goes up, the later window "
    "has the higher dose by design, and the ratio says nothing."
)


@dataclass(frozen=True, slots=True)
class CaseCrossover:
    """Matched pairs of windows.

    Attributes
    ----------
    both, case_only, control_only, neither
        Patients exposed in the window before the event, in the earlier one, in both, in neither.
    odds_ratio, lower, upper
        case_only / control_only with its exact interval; infinite or 0 where one of them is 0, NaN when both.
    p_value
        Exact McNemar.
    never_lowered
        Patients of the pairs whose dose was never lowered between the two windows' ends; the higher their
        share, the less the result means.
    """

    both: int
    case_only: int
    control_only: int
    neither: int
    odds_ratio: float
    lower: float
    upper: float
    p_value: float
    level: float
    never_lowered: int
    method: str
    caveat: str = CAVEAT
    warnings: tuple[str, ...] = ()

    @property
    def n(self) -> int:
        """How many patients are compared."""
        return self.both + self.case_only + self.control_only + self.neither


def case_crossover(
    both: int,
    case_only: int,
    control_only: int,
    neither: int,
    *,
    never_lowered: int = 0,
    level: float,
    warnings: tuple[str, ...] = (),
) -> CaseCrossover:
    """Return the conditional odds ratio of matched pairs with its exact interval.

    The interval is that of the share of discordant pairs, as odds (Clopper-Pearson).

    **Source**: Maclure, Am J Epidemiol 1991;133:144; exact interval and test: Breslow & Day 1980, 5.2.
    """
    from scipy.stats import binomtest  # heavy: only when asked for

    discordant = case_only + control_only
    ratio = lower = upper = p_value = float("nan")
    if discordant:
        ratio = case_only / control_only if control_only else float("inf")
        test = binomtest(case_only, discordant)
        share = test.proportion_ci(level, method="exact")
        lower, upper = _odds(float(share.low)), _odds(float(share.high))
        p_value = float(test.pvalue)
    else:
        warnings = (*warnings, say("Not estimated: no patient's windows differ."))
    return CaseCrossover(
        both=both,
        case_only=case_only,
        control_only=control_only,
        neither=neither,
        odds_ratio=ratio,
        lower=lower,
        upper=upper,
        p_value=p_value,
        level=level,
        never_lowered=never_lowered,
        method="Case-crossover: odds ratio of discordant pairs, exact interval, exact McNemar test",
        warnings=warnings,
    )


def _odds(share: float) -> float:
    return share / (1.0 - share) if share < 1.0 else float(np.inf)
