"""Which endpoint leads the words, and which P values may be said: by the plan's primary and multiplicity."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from sscviewer.analysis.compare.multiplicity import adjusted_p
from sscviewer.analysis.efficacy.headline import told_visit
from sscviewer.model.counted import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sscviewer.analysis.efficacy.course import Course
    from sscviewer.analysis.estimate import Estimate
    from sscviewer.analysis.plan.rules import EndpointRules

SLOPE = "slope"
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
        P of its comparison adjusted by the plan's rule; NaN where it has none.
    compares
        What of a primary endpoint the plan compares: "slope", a visit, "" where it does not say. The other
        then has no P value.
    """

    is_tested: bool
    adjusted: float = math.nan
    compares: str = ""

    def of_visit(self, value: Estimate) -> Estimate:
        """Return the comparison at the last visit with the P value that may be said; NaN for none."""
        if self.compares == SLOPE:
            return replace(value, p_value=math.nan)
        return value if self.is_tested else replace(value, p_value=self.adjusted)

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

    The primary endpoint is tested first: no adjusted P value of a secondary one is below its.

    **Source**: gatekeeping by the primary hypothesis, EMA multiplicity guideline (2017), 5.
    """
    if not any(one.paramcd == rules.primary for one in courses):
        return {one.paramcd: EndpointRole(is_tested=True) for one in courses}
    found = {one.paramcd: EndpointRole(one.paramcd == rules.primary) for one in courses}
    if rules.multiplicity != "none":
        known = {one.paramcd: _p_of(one) for one in courses}
        listed = [code for code in rules.secondary if code in known and code != rules.primary]
        p_values = adjusted_p([known[code] for code in listed], rules.multiplicity)
        gate = _p_of(next(one for one in courses if one.paramcd == rules.primary), rules.visit)
        gated = np.maximum(p_values, gate)  # NaN stays NaN
        found |= {code: EndpointRole(False, float(p)) for code, p in zip(listed, gated, strict=True)}
    return found


def _p_of(course: Course, wanted: str = "") -> float:
    """Return P of the change at a visit, at the headline, or of the slope; NaN where there is none.

    Of several arms it is that of the first difference.
    """
    shown = course.by_arm.differences[:1] if course.by_arm else ()
    if wanted == SLOPE:
        slope = shown[0].slope if shown else course.random_slope.slope
        return math.nan if slope is None else slope.p_value
    if course.by_arm is not None and not shown:
        return math.nan
    visits = shown[0].visits if shown else course.mmrm.visits
    return told_visit(visits, wanted, course.headline).change.p_value if visits else math.nan


def role_sentences(courses: Sequence[Course], rules: EndpointRules) -> list[str]:
    """Return what to say of the P values before the changes."""
    if not courses:
        return []
    if not any(one.paramcd == rules.primary for one in courses):
        return [EXPLORATORY]
    n = len([one for one in courses if one.paramcd in rules.secondary and one.paramcd != rules.primary])
    if n and rules.multiplicity != "none":
        how = METHOD_WORDS[rules.multiplicity]
        return [
            f"P values of {counted(n, 'secondary endpoint')} are adjusted {how}; the primary one is tested "
            "first, so that none of them is below its P value."
        ]
    return []
