"""Arms compared in changes, in words."""

import math

from sscviewer.analysis.arms.arm_changes import PRIMARY, VisitChanges
from sscviewer.analysis.number_words import (
    change_digits,
    interval_words,
    join_words,
    name_words,
    p_number,
    signed,
)
from sscviewer.analysis.plan.rules import EndpointRules

HOW = {
    "none": "P values are not adjusted for their number",
    "holm": "P values of the secondary endpoints are adjusted together by Holm’s method",
    "hochberg": "P values of the secondary endpoints are adjusted together by Hochberg’s method",
    "fixed sequence": "secondary endpoints are tested in the plan’s order, each if all before it were",
}


def changes_sentence(row: VisitChanges) -> str:
    """Return what an endpoint's arms did at a visit: means, then each difference with interval and P."""
    digits = change_digits(row.parameter)
    head = f"{name_words(row.parameter)} at {row.avisit}"
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
    return f"{said}."


def _equals(number: str) -> str:
    return number if number[:1] in "<>" else f"= {number}"


def changes_notes(rows: tuple[VisitChanges, ...], rules: EndpointRules, *, forward: bool) -> tuple[str, ...]:
    """Return how it was done: the model, who counts, which P values are adjusted."""
    if not rows:
        return ()
    words = join_words(list(rows[0].covariates)) or "nothing"
    missing = (
        "patients without a value at the visit count with their last one before it (LOCF)"
        if forward
        else "patients without a value at the visit do not count"
    )
    said = [
        f"Analysis of covariance of the change from baseline, adjusted for {words}; one slope and one "
        f"variance for all arms; means at the average of the covariates; {missing}."
    ]
    if forward and any(row.carried for row in rows):
        most = max(row.carried for row in rows)
        said.append(f"Up to {most} patients of a visit are carried forward; their intervals are too narrow.")
    if any(row.role == PRIMARY for row in rows):
        said.append(f"{HOW[rules.multiplicity][0].upper()}{HOW[rules.multiplicity][1:]}.")
    else:
        said.append("The plan names no primary endpoint: P values are exploratory and not adjusted.")
    return tuple(said)
