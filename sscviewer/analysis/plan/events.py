"""How adverse events are counted, and how the models and intervals are made."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sscviewer.analysis.estimate import LEVEL
from sscviewer.analysis.proportion import CLOPPER_PEARSON, Method

RiskBasis = Literal["treatment", "window", "study"]


@dataclass(frozen=True, slots=True)
class TermGroup:
    """Terms that the user counts as one event ("Nausea and vomiting"), each patient once.

    Attributes
    ----------
    terms
        As they stand in the table's rows, whatever their case.
    """

    name: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventRules:
    """How events are counted.

    Attributes
    ----------
    emergent_only
        Count treatment-emergent events only (`treatment_emergent`).
    window_days
        An event that begins later than this many days after the last dose is not emergent; None: no end. 30
        is the custom of protocols (about five half-lives of most small molecules); biologicals want more.
    risk_basis
        The time in which rates are counted: first to last dose, that and the window, or to last contact.
    interval, level
        Of the percentages.
    ungraded_is_severe
        Count an event without a grade (severity) as grade 3 (severe); otherwise it is in "any" and, where
        nothing of the patient's has a grade, under "no grade", but in none of the columns by grade.
    unsaid_is_related
        Count an event whose relation to the drug is not given as related.
    common_percent
        An event is named in the paragraphs from this share of the patients on.
    groups
        Terms counted together, as rows of their own; the terms keep their rows.

    **Source**: ADaM OCCDS 1.0; conventions for missing grade and relation as in resources/methods.
    """

    emergent_only: bool = True
    window_days: float | None = 30.0
    risk_basis: RiskBasis = "treatment"
    interval: Method = CLOPPER_PEARSON
    level: float = LEVEL
    ungraded_is_severe: bool = False
    unsaid_is_related: bool = True
    common_percent: float = 20.0
    groups: tuple[TermGroup, ...] = ()

    @property
    def risk_days(self) -> float:
        """Days after the last dose that `risk_basis` "window" adds; endless without a window."""
        return math.inf if self.window_days is None else self.window_days


def term_groups(named: Mapping[str, Sequence[str]]) -> tuple[TermGroup, ...]:
    """Return the groups of a mapping (`Mapping.groups`) as the plan holds them."""
    return tuple(TermGroup(name, tuple(terms)) for name, terms in named.items())
