"""Which endpoint leads the words, and which P values may be said: by the plan's primary and multiplicity."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sscviewer.analysis.compare.multiplicity import gated_p
from sscviewer.analysis.efficacy.headline import VisitChange, told_visit
from sscviewer.analysis.plan.rules import SLOPE
from sscviewer.model.counted import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sscviewer.analysis.efficacy.course import Course
    from sscviewer.analysis.estimate import Estimate
    from sscviewer.analysis.plan.rules import EndpointRules

EXPLORATORY = "No primary endpoint is named in the plan: every P value of a change is exploratory."
METHOD_WORDS = {
    "holm": "by Holm’s method",
    "hochberg": "by Hochberg’s method",
    "fixed sequence": "in the plan’s fixed sequence",
}


@dataclass(frozen=True, slots=True)
class EndpointRole:
    """How the P values of an endpoint are told.

    Attributes
    ----------
    is_tested
        Whether it has P values of its own: the primary, or every endpoint where the plan names none.
    adjusted
        P of its comparison adjusted by the plan's rule, by arm ("" in a trial of one), if it has one.
    compares
        What of a primary endpoint the plan compares: "slope", a visit, "" where it does not say. The other
        then has no P value.
    """

    is_tested: bool
    adjusted: Mapping[str, float] = field(default_factory=dict)
    compares: str = ""

    @property
    def p_name(self) -> str:
        """How its P values are called."""
        return "P" if self.is_tested else "adjusted P"

    def of_visit(self, value: Estimate, arm: str = "") -> Estimate:
        """Return an arm's comparison at the last visit with the P value that may be said; NaN for none."""
        if self.compares == SLOPE:
            return replace(value, p_value=math.nan)
        return value if self.is_tested else replace(value, p_value=self.adjusted.get(arm, math.nan))

    def of_slope(self, value: Estimate) -> Estimate:
        """Return the change over time with the P value that may be said; NaN for none."""
        tells = self.is_tested and self.compares in ("", SLOPE)
        return value if tells else replace(value, p_value=math.nan)


def in_order(courses: Sequence[Course], rules: EndpointRules) -> list[Course]:
    """Return the primary endpoint first, then the secondary ones as the plan lists them, then the rest."""
    first = [rules.primary, *rules.secondary]
    return sorted(courses, key=lambda one: first.index(one.paramcd) if one.paramcd in first else len(first))


def roles(courses: Sequence[Course], rules: EndpointRules) -> dict[str, EndpointRole]:
    """Return the role of each endpoint, by PARAMCD.

    The primary endpoint is tested first: no adjusted P value of a secondary one is below its in the same arm.
    All comparisons of the secondary ones, also those of several arms, are one family (`gated_p`).
    """
    if not any(one.paramcd == rules.primary for one in courses):
        return {one.paramcd: EndpointRole(is_tested=True) for one in courses}
    found = {one.paramcd: EndpointRole(one.paramcd == rules.primary) for one in courses}
    if rules.multiplicity != "none":
        of = {one.paramcd: one for one in courses}
        listed = [code for code in rules.secondary if code in of and code != rules.primary]
        leads = _p_values(of[rules.primary], rules.visit)
        family = [(code, arm, p) for code in listed for arm, p in _p_values(of[code]).items()]
        gate = [leads.get(arm, math.nan) for _, arm, _ in family]
        gated = gated_p([p for _, _, p in family], gate, rules.multiplicity)
        adjusted: dict[str, dict[str, float]] = {code: {} for code in listed}
        for (code, arm, _), p in zip(family, gated.tolist(), strict=True):
            adjusted[code][arm] = p
        found |= {code: EndpointRole(False, own) for code, own in adjusted.items()}
    return found


def _p_values(course: Course, wanted: str = "") -> dict[str, float]:
    """Return P of the change at a visit, at the headline, or of the slope, NaN where there is none.

    By arm, of its difference from the reference; of a trial of one arm at "".
    """
    if course.by_arm is None:
        return {"": _p_of(course.mmrm.visits, course.random_slope.slope, wanted, course.headline)}
    return {
        one.arm: _p_of(one.visits, one.slope, wanted, course.headline) for one in course.by_arm.differences
    }


def _p_of(visits: Sequence[VisitChange], slope: Estimate | None, wanted: str, headline: str) -> float:
    if wanted == SLOPE:
        return math.nan if slope is None else slope.p_value
    return told_visit(visits, wanted, headline).change.p_value if visits else math.nan


def role_sentences(courses: Sequence[Course], rules: EndpointRules) -> list[str]:
    """Return what to say of the P values before the changes."""
    if not courses:
        return []
    if not any(one.paramcd == rules.primary for one in courses):
        return [EXPLORATORY]
    n = len([one for one in courses if one.paramcd in rules.secondary and one.paramcd != rules.primary])
    if n and rules.multiplicity != "none":
        how = METHOD_WORDS[rules.multiplicity]
        several = any(one.by_arm is not None and len(one.by_arm.differences) > 1 for one in courses)
        if n == 1 and not several:
            return [
                f"The P value of the secondary endpoint is adjusted {how}; the primary one is tested first, "
                "so that it is not below the primary one’s."
            ]
        whose = counted(n, "secondary endpoint") if n > 1 else "the secondary endpoint"
        in_arm = " in the same arm" if several else ""
        return [
            f"P values of {whose} are adjusted {how}; the primary one is tested first, so that none of them "
            f"is below its P value{in_arm}."
        ]
    return []
