"""What one arm says, in sentences made from the result and the plan's numbers."""

import math

from sscviewer.analysis.number_words import change_digits, name_with_unit, plain, signed
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
    name = f"{name_with_unit(found.parameter)} at {found.avisit}"
    if found.seen is None:
        return (f"{name}: the mean change cannot be estimated.", *found.notes)
    said = [_seen(found, name), *(_believed(found, one) for one in found.believed)]
    if found.control is not None and found.against_control is not None and found.jump is not None:
        digits, against = change_digits(found.parameter), found.against_control
        interval = f"{100 * found.rules.level:g} % CI"
        said += [
            f"Historical control: {signed(found.control.change, digits)} (SE "
            f"{plain(found.control.se, digits)}; {found.control.source}); here "
            f"{_within(against.estimate, against.lower, against.upper, digits, interval)} from it.",
            f"If the {counted(len(found.without_value), 'patient')} without a value had changed like the "
            "historical control: "
            f"{_within(found.jump.estimate, found.jump.lower, found.jump.upper, digits, interval)}.",
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
    return f"with “{found.rules.prior_source.strip()}”, counted with {100 * found.rules.discount:g} %"


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
    seen, interval = found.seen, f"{100 * found.seen.level:g} % CI"
    return (
        f"{name}: mean change {_within(seen.estimate, seen.lower, seen.upper, digits, interval)} by "
        f"the model ({counted(n, 'patient')} with a baseline, {len(found.with_value)} of them with a value)."
    )


def _believed(found: OneArm, one: Believed) -> str:
    digits, words, limit = change_digits(found.parameter), prior_words(found, one), limit_words(found)
    more = f", {limit} {percent(one.mcid)}" if limit else ""
    interval = f"{100 * found.rules.level:g} % credible interval"
    return (
        f"{capital(words)}: "
        f"{_within(one.mean, one.lower, one.upper, digits, interval)}; "
        f"probability that the true mean is better than at baseline {percent(one.better)}{more}; "
        f"that a next trial of {found.rules.next_patients} such patients shows it {percent(one.next_trial)}."
    )


def _within(value: float, lower: float, upper: float, digits: int, interval: str) -> str:
    """Return "−1.89 (95 % CI −4.80 to 1.01)", or "−1.89 (no interval)"."""
    limits = f"{interval} {plain(lower, digits)} to {plain(upper, digits)}"
    return f"{signed(value, digits)} ({limits if math.isfinite(lower) else 'no interval'})"


def percent(share: float) -> str:
    """Return "97 %", "< 1 %", "> 99 %"; a probability is never said to be 0 or 1."""
    if not math.isfinite(share):
        return "not known"
    # In whole percents "0 %" and "100 %" would say that it cannot be otherwise.
    if share < 0.01:
        return "< 1 %"
    return "> 99 %" if share > 0.99 else f"{plain(100 * share, 0)} %"
