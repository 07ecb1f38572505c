"""How the arms of a trial are compared."""

from dataclasses import dataclass
from typing import Literal

from sscviewer.analysis.estimate import LEVEL

Difference = Literal["miettinen-nurminen", "newcombe", "exact"]
STRATA = ("SEX", "SSCSUB", "RACE", "SITEID", "SITEGR1")
"""What patients can be divided by, in the order it is offered."""


@dataclass(frozen=True, slots=True)
class ComparisonRules:
    """How arms are compared: in shares of patients, and in changes by analysis of covariance.

    Attributes
    ----------
    difference
        Interval of the difference of two shares. Score (Miettinen & Nurminen) is the default: it is what FDA
        reviewers and SAS print, and holds its level within about a point from ten patients an arm on. Exact
        unconditional never falls below its level and is wider.
    strata
        Of `STRATA`; patients are compared within them (Cochran-Mantel-Haenszel). Those of randomisation are
        right; of twenty patients two strata are many.
    carried_forward
        Whether patients without a value at a visit count in the analysis of covariance with their last one
        before it. Asked for by older protocols; its intervals are too narrow and its means may lean to
        either side (EMA/CPMP/EWP/1776/99).
    level
        Of the intervals.

    **Source**: resources/methods/two_groups.md.
    """

    difference: Difference = "miettinen-nurminen"
    strata: tuple[str, ...] = ()
    carried_forward: bool = False
    level: float = LEVEL
