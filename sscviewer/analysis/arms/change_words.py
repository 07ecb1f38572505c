"""Arms compared in changes, in words."""

import math

from sscviewer.analysis.arms.arm_changes import PRIMARY, ArmVisitChanges
from sscviewer.analysis.number_words import (
    change_digits,
    interval_words,
    join_words,
    name_words,
    p_number,
    signed,
)
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.plan.rules import SLOPE
from sscviewer.model.plain_text import capital
from sscviewer.model.sentence import say

MEANS = {
    "proportional": "at the average of the covariates",
    "equal": "at the average of the numbers adjusted for, with categories counting alike",
}
OF_SLOPE = say(
    "The plan compares the slope of the primary endpoint: its P value here, and by it those of others, is "
    "of the last visit, while the results in words go by the slope."
)
GATE = "and none is below the primary endpoint’s in its arm"
HOW = {
    "none": "P values are not adjusted for their number",
    "holm": f"P values of the secondary endpoints are adjusted together by Holm’s method, {GATE}",
    "hochberg": f"P values of the secondary endpoints are adjusted together by Hochberg’s method, {GATE}",
    "fixed sequence": f"secondary endpoints are tested in the plan’s order, each if all before were, {GATE}",
}


def changes_sentence(row: ArmVisitChanges) -> str:
    """Return what an endpoint's arms did at a visit: means, then each difference with interval and P."""
    digits = change_digits(row.parameter)
    head = f"{capital(name_words(row.parameter))} at {row.avisit}"
    if not row.found.arms:
        return f"{head}: {' '.join(row.found.notes)}"
    means = [
        f"{arm} {signed(value.estimate, digits)} (n = {n})"
        for (arm, value), n in zip(row.found.arms, row.n, strict=True)
    ]
    said = f"{head}: adjusted mean change {join_words(means)}"
    for arm, value, adjusted in row.differences:
        more = "" if math.isnan(adjusted) else f", adjusted P {_equals(p_number(adjusted))}"
        said += f"; {arm} less {row.found.reference} {signed(value.estimate, digits)} "
        said += f"({interval_words(value, digits)}{more})"
    if row.trend is not None:
        said += f"; trend over doses P {_equals(p_number(row.trend.p_value))}"
    return f"{said}."


def _equals(number: str) -> str:
    return number if number[:1] in "<>" else f"= {number}"


def changes_notes(rows: tuple[ArmVisitChanges, ...], plan: AnalysisPlan) -> tuple[str, ...]:
    """Return how it was done: the model, who counts, which P values are adjusted."""
    if not rows:
        return ()
    adjusted = say("The plan names no primary endpoint: P values are exploratory and not adjusted.")
    if any(row.role == PRIMARY for row in rows):
        how = HOW[plan.endpoints.multiplicity]
        adjusted = f"{capital(how)}."
        if plan.endpoints.visit == SLOPE:
            return (*model_notes(rows, plan), adjusted, OF_SLOPE)
    return (*model_notes(rows, plan), adjusted)


def model_notes(rows: tuple[ArmVisitChanges, ...], plan: AnalysisPlan) -> tuple[str, ...]:
    """Return the model and who counts in it."""
    if not rows:
        return ()
    forward = plan.comparisons.carried_forward
    words = join_words(list(rows[0].covariates)) or "nothing"
    said = [
        say(
            "Analysis of covariance of the change from baseline, adjusted for {words}; one slope "
            "and one variance for all arms; means {means}; {missing}.",
            words=words,
            means=MEANS[plan.model.mean_weights],
            missing=_missing(rows, forward=forward),
        )
    ]
    doses = next((row.doses for row in rows if row.doses), None)
    if doses:
        said.append(
            say(
                "The trend is the slope on the doses {words}, in place of a mean for each arm.",
                words=doses.words,
            )
        )
    if forward and any(row.carried for row in rows):
        most = max(row.carried for row in rows)
        said.append(
            say(
                "Up to {most} patients of a visit are carried forward; their intervals are too narrow.",
                most=most,
            )
        )
    return tuple(said)


def _missing(rows: tuple[ArmVisitChanges, ...], *, forward: bool) -> str:
    if not forward:
        return "patients without a value at the visit do not count"
    who = "patients without a value at the visit count with"
    last, own = "their last one before it (LOCF)", "the one that the file carries forward to it (DTYPE LOCF)"
    from_file = {row.in_file for row in rows}
    if from_file == {True}:
        return f"{who} {own}"
    return f"{who} {last}" if from_file == {False} else f"{who} {own}, or where it carries none {last}"
