"""What one arm says, in sentences made from the result and the plan's numbers."""

import math

from sscviewer.analysis.number_words import change_digits, plain, signed, with_limits
from sscviewer.analysis.one_arm.one_arm import HISTORICAL, Believed, OneArm
from sscviewer.model.counted import counted
from sscviewer.model.plain_text import capital

NOT_RANDOMISED = (
    "Earlier patients were not randomised with these: a difference may be of the patients, not of the drug."
)
APART = "Earlier numbers and this trial lie further apart than their errors tell; joined they fit neither."
FAR = 1.96
"""Standard errors between prior and data from which it is said (5 % by chance)."""


def one_arm_sentences(found: OneArm) -> tuple[str, ...]:
    """Return what is known of the mean change, and what was taken from elsewhere."""
    name = f"{found.parameter.axis_label} at {found.avisit}"
    if found.seen is None:
        return (f"{name}: the mean change cannot be estimated.", *found.notes)
    said = [_seen(found, name), *(_believed(found, one) for one in found.believed)]
    if found.control is not None and found.against_control is not None and found.jump is not None:
        digits, against = change_digits(found.parameter), found.against_control
        said += [
            f"Historical control: {signed(found.control.change, digits)} (SE "
            f"{plain(found.control.se, digits)}; {found.control.source}); here "
            f"{with_limits(against.estimate, against.lower, against.upper, digits)} from it.",
            f"If the {counted(len(found.without_value), 'patient')} without a value had changed like the "
            "historical control: "
            f"{with_limits(found.jump.estimate, found.jump.lower, found.jump.upper, digits)}.",
        ]
    if any(_apart(found, one) for one in found.believed):
        said.append(APART)
    if found.control is not None or len(found.believed) > 1:
        said.append(NOT_RANDOMISED)
    return (*said, *found.notes)


def _apart(found: OneArm, one: Believed) -> bool:
    if found.seen is None or not math.isfinite(one.prior_se):
        return False
    return abs(found.seen.estimate - one.prior_change) > FAR * math.hypot(found.seen.se, one.prior_se)


def prior_words(found: OneArm, one: Believed) -> str:
    """Return "without earlier knowledge", or whose numbers were used and how much of them counts."""
    if one.prior != HISTORICAL:
        return "without earlier knowledge"
    return f"with {found.rules.prior_source.strip()}, counted with {100 * found.rules.discount:g} %"


def prior_label(found: OneArm, one: Believed) -> str:
    """Return the same, short enough for a picture: "With Trial A (50 %)"."""
    if one.prior != HISTORICAL:
        return "Without earlier knowledge"
    return f"With {found.rules.prior_source.strip()} ({100 * found.rules.discount:g} %)"


def limit_words(found: OneArm) -> str:
    """Return "better by 3 or more on average"; "" without a limit."""
    return f"better by {abs(found.limit):g} or more on average" if math.isfinite(found.limit) else ""


def _seen(found: OneArm, name: str) -> str:
    assert found.seen is not None
    digits, n = change_digits(found.parameter), len(found.with_value) + len(found.without_value)
    return (
        f"{name}: mean change {with_limits(found.seen.estimate, found.seen.lower, found.seen.upper, digits)} "
        f"by the model ({counted(n, 'patient')} with a baseline, "
        f"{len(found.with_value)} of them with a value)."
    )


def _believed(found: OneArm, one: Believed) -> str:
    digits, words, limit = change_digits(found.parameter), prior_words(found, one), limit_words(found)
    more = f", {limit} {percent(one.mcid)}" if limit else ""
    return (
        f"{capital(words)}: "
        f"{with_limits(one.mean, one.lower, one.upper, digits)}; "
        f"probability that the true mean is better than at baseline {percent(one.better)}{more}; "
        f"that a next trial of {found.rules.next_patients} such patients shows it {percent(one.next_trial)}."
    )


def percent(share: float) -> str:
    """Return "97 %", "< 1 %", "> 99 %"; a probability is never said to be 0 or 1."""
    if not math.isfinite(share):
        return "not known"
    # In whole percents "0 %" and "100 %" would say that it cannot be otherwise.
    if share < 0.01:
        return "< 1 %"
    return "> 99 %" if share > 0.99 else f"{plain(100 * share, 0)} %"
