"""What one arm says, in sentences made from the result and the plan's numbers."""

import math

from sscviewer.analysis.number_words import change_digits, name_with_unit, plain, signed
from sscviewer.analysis.one_arm.one_arm import HISTORICAL, Believed, OneArm
from sscviewer.model.counted import counted
from sscviewer.model.plain_text import capital
from sscviewer.model.sentence import say

NOT_RANDOMISED = say(
    "Earlier patients were not randomised with these: a difference may be of the patients, not of the drug."
)
APART = say(
    "Earlier numbers and this trial lie further apart than their errors tell; joined they fit neither."
)
FAR = 1.96
"""Standard errors between prior and data from which it is said (5 % by chance)."""


def one_arm_sentences(found: OneArm) -> tuple[str, ...]:
    """Return what is known of the mean change, and what was taken from elsewhere."""
    measure = capital(say(name_with_unit(found.parameter)))
    name = say("{measure} at {visit}", measure=measure, visit=found.avisit)
    if found.seen is None:
        return (say("{name}: the mean change cannot be estimated.", name=name), *found.notes)
    said = [_seen(found, name), *(_believed(found, one) for one in found.believed)]
    if found.control is not None and found.against_control is not None and found.jump is not None:
        digits, against = change_digits(found.parameter), found.against_control
        interval = say("{level:g} % CI", level=100 * found.rules.level)
        said += [
            say(
                "Historical control: {change} (SE {se}; {source}); here {number} from it.",
                change=signed(found.control.change, digits),
                se=plain(found.control.se, digits),
                source=found.control.source,
                number=_within(against.estimate, against.lower, against.upper, digits, interval),
            ),
            say(
                "If the {patient} without a value had changed like the historical control: {number}.",
                patient=counted(len(found.without_value), "patient"),
                number=_within(found.jump.estimate, found.jump.lower, found.jump.upper, digits, interval),
            ),
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
        return say("without earlier knowledge")
    source, share = found.rules.prior_source.strip(), 100 * found.rules.discount
    return say("with “{source}”, counted with {share:g} %", source=source, share=share)


def prior_label(found: OneArm, one: Believed) -> str:
    """Return the same, short enough for a picture: "With Trial A (50 %)"."""
    if one.prior != HISTORICAL:
        return "Without earlier knowledge"
    return f"With {found.rules.prior_source.strip()} ({100 * found.rules.discount:g} %)"


def limit_words(found: OneArm) -> str:
    """Return "better by 3 or more on average"; "" without a limit."""
    if not math.isfinite(found.limit):
        return ""
    return say("better by {limit:g} or more on average", limit=abs(found.limit))


def _seen(found: OneArm, name: str) -> str:
    assert found.seen is not None
    digits, n = change_digits(found.parameter), len(found.with_value) + len(found.without_value)
    seen, interval = found.seen, say("{level:g} % CI", level=100 * found.seen.level)
    return say(
        "{name}: mean change {number} by the model ({patient} with a baseline, {n} of them with a value).",
        name=name,
        number=_within(seen.estimate, seen.lower, seen.upper, digits, interval),
        patient=counted(n, "patient"),
        n=len(found.with_value),
    )


def _believed(found: OneArm, one: Believed) -> str:
    digits, words, limit = change_digits(found.parameter), prior_words(found, one), limit_words(found)
    more = say(", {limit} {share}", limit=limit, share=percent(one.mcid)) if limit else ""
    interval = say("{level:g} % credible interval", level=100 * found.rules.level)
    return say(
        "{words}: {number}; probability that the true mean is better than at baseline "
        "{better}{more}; that a next trial of {next_patients} such patients shows it "
        "{next_trial}.",
        words=capital(words),
        number=_within(one.mean, one.lower, one.upper, digits, interval),
        better=percent(one.better),
        more=more,
        next_patients=found.rules.next_patients,
        next_trial=percent(one.next_trial),
    )


def _within(value: float, lower: float, upper: float, digits: int, interval: str) -> str:
    """Return "−1.89 (95 % CI −4.80 to 1.01)", or "−1.89 (no interval)"."""
    number = signed(value, digits)
    if not math.isfinite(lower):
        return say("{number} (no interval)", number=number)
    return say(
        "{number} ({interval} {lower} to {upper})",
        number=number,
        interval=interval,
        lower=plain(lower, digits),
        upper=plain(upper, digits),
    )


def percent(share: float) -> str:
    """Return "97 %", "< 1 %", "> 99 %"; a probability is never said to be 0 or 1."""
    if not math.isfinite(share):
        return "not known"
    # In whole percents "0 %" and "100 %" would say that it cannot be otherwise.
    if share < 0.01:
        return "< 1 %"
    return "> 99 %" if share > 0.99 else f"{plain(100 * share, 0)} %"
