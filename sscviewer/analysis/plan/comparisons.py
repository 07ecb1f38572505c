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
        Whether patients without a value at a visit count in the analysis of covariance with one carried
        forward: the file's own row of that visit where it has one (DTYPE LOCF), else their last value before
        it. Asked for by older protocols; its intervals are too narrow and its means may lean to either side
        (EMA/CPMP/EWP/1776/99).
    doses
        Doses of the arms for the test of dose-response ("Placebo: 0; Low dose: 54; High dose: 81"); "" for
        those of the file: in the names of the arms, else its numbers of the arms (TRT01PN).
    level
        Of the intervals.

    **Source**: resources/methods/two_groups.md.
    """

    difference: Difference = "miettinen-nurminen"
    strata: tuple[str, ...] = ()
    carried_forward: bool = False
    doses: str = ""
    level: float = LEVEL
