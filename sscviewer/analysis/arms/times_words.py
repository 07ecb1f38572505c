"""Times of the arms and the win ratio in words."""

import math

from sscviewer.analysis.arms.times import ArmTime, ArmTimes, TimesCompared
from sscviewer.analysis.compare.win_ratio import WinRatio
from sscviewer.analysis.estimate import Estimate
from sscviewer.analysis.number_words import join_words, p_words, period_words, plain, signed
from sscviewer.model.counted import counted
from sscviewer.model.dates import DAYS_PER_MONTH
from sscviewer.model.sentence import joined, say

FEW = 10
"""Events from which the normal intervals of means and ratios are more than rough. 10 is ours."""
SMALL_ARM = 20
"""Patients of an arm below which the interval of the net benefit is said to be too short. Simulated at ten
(`two_groups.md`); where it ends is ours."""
NET_BENEFIT_TOO_SHORT = say(
    "With fewer than {n} in an arm the interval of the net benefit is too short: at ten an arm one of 95 % "
    "held the truth in 91 to 93 of 100 simulated trials, that of the win ratio in 96 to 97.",
    n=SMALL_ARM,
)


def months_words(value: Estimate) -> str:
    """Return days as "5.4 months (95 % CI 4.1 to 6.7)"; the interval where there is one."""
    text = say("{months} months", months=plain(value.estimate / DAYS_PER_MONTH, 1))
    if not (math.isfinite(value.lower) and math.isfinite(value.upper)) or value.se == 0:
        return text
    low, high = (plain(limit / DAYS_PER_MONTH, 1) for limit in (value.lower, value.upper))
    return say(
        "{text} ({level:g} % CI {low} to {high})", text=text, level=100 * value.level, low=low, high=high
    )


def mean_words(value: Estimate | None) -> str:
    """Return "5.4 (4.1 to 6.7)" months for a table, without limits where nobody had the event; ""."""
    if value is None:
        return ""
    months = [plain(number / DAYS_PER_MONTH, 1) for number in (value.estimate, value.lower, value.upper)]
    return months[0] if value.se == 0 else f"{months[0]} ({months[1]} to {months[2]})"


def median_words(one: ArmTime) -> str:
    """Return the median in months with its limits; "not reached"."""
    found = one.curve
    if math.isnan(found.median):
        return "not reached"
    limits = [
        "∞" if math.isnan(limit) else plain(limit / DAYS_PER_MONTH, 1)
        for limit in (found.median_lower, found.median_upper)
    ]
    return f"{plain(found.median / DAYS_PER_MONTH, 1)} ({limits[0]} to {limits[1]})"


def times_sentence(row: TimesCompared) -> str:
    """Return events, restricted means and their difference, then the hazard ratio and the test."""
    events = [f"{one.arm} {one.curve.n_events} of {one.curve.n}" for one in row.arms if one.arm != "ALL"]
    if not events:
        events = [say("{n} of {total} patients", n=one.curve.n_events, total=one.curve.n) for one in row.arms]
    unknown = (
        say("; {patient} cannot be judged", patient=counted(row.of.not_judged, "patient"))
        if row.of.not_judged
        else ""
    )
    said = [
        say("{name}: {events}{unknown}.", name=say(row.of.name), events=join_words(events), unknown=unknown)
    ]
    if math.isfinite(row.horizon) and row.horizon > 0:
        means = [
            joined((one.arm if one.arm != "ALL" else "", months_words(one.mean)))
            for one in row.arms
            if one.mean is not None
        ]
        upto = period_words(row.horizon / DAYS_PER_MONTH)
        said.append(say("Mean time without it up to {upto}: {means}.", upto=upto, means=join_words(means)))
    for arm, value in row.differences:
        p = f"; {p_words(value.p_value)}" if math.isfinite(value.p_value) else ""
        number = signed(value.estimate / DAYS_PER_MONTH, 1)
        words = months_words(value).split(" ", 1)[1]
        said.append(
            say(
                "{arm} less {reference}: {number} {words}{p}.",
                arm=arm,
                reference=row.reference,
                number=number,
                words=words,
                p=p,
            )
        )
    if row.compared is not None:
        said += [
            say(
                "Hazard ratio of {term} against {reference}: {ratio} ({level:g} % CI {lower} to {upper}).",
                term=ratio.term,
                reference=row.compared.reference,
                ratio=plain(ratio.ratio, 2),
                level=100 * row.compared.level,
                lower=plain(ratio.lower, 2),
                upper=plain(ratio.upper, 2),
            )
            for ratio in row.compared.ratios
            if math.isfinite(ratio.upper)
        ]
        if math.isfinite(row.compared.p_value):
            said.append(say("Log-rank test: {p}.", p=p_words(row.compared.p_value)))
    if sum(one.curve.n_events for one in row.arms) < FEW:
        said.append(say("With fewer than {few} events these numbers are rough.", few=FEW))
    return joined(said)


def ratio_words(found: WinRatio) -> str:
    """Return "1.8 (95 % CI 0.7 to 4.6)"; endless without a loss."""
    if math.isnan(found.ratio):
        return "none: no pair is decided"
    number = "∞" if math.isinf(found.ratio) else plain(found.ratio, 2)
    if not math.isfinite(found.upper):
        return f"{number} (no interval)"
    return f"{number} ({100 * found.level:g} % CI {plain(found.lower, 2)} to {plain(found.upper, 2)})"


def win_sentences(times: ArmTimes) -> tuple[str, ...]:
    """Return the win ratio of each arm: pairs won and lost, what decided them, the ratio, the test."""
    said = []
    for arm, found in times.ratios:
        pairs = found.n * found.n_reference
        decided = "; ".join(f"{words}: {won} won, {lost} lost" for words, won, lost in found.by_layer)
        test = f"; {p_words(found.rank_p)} (Finkelstein-Schoenfeld)" if math.isfinite(found.rank_p) else ""
        sentence = say(
            "Win ratio of {arm} against {reference} by {order} in this order: {wins} of {pairs} "
            "pairs won, {losses} lost, {ties} undecided ({decided}); ratio {ratio}{test}.",
            arm=arm,
            reference=times.reference,
            order=join_words(list(times.layers)),
            wins=found.wins,
            pairs=pairs,
            losses=found.losses,
            ties=found.ties,
            decided=decided,
            ratio=ratio_words(found),
            test=test,
        )
        said.append(joined((sentence, *_net_benefit(found))))
    return tuple(said)


def win_caution(times: ArmTimes) -> tuple[str, ...]:
    """Return that an interval shown is too short, where arms are small."""
    few = any(min(found.n, found.n_reference) < SMALL_ARM for _, found in times.ratios)
    shown = any(math.isfinite(found.benefit_upper) for _, found in times.ratios)
    return (NET_BENEFIT_TOO_SHORT,) if few and shown else ()


def _net_benefit(found: WinRatio) -> tuple[str, ...]:
    if not math.isfinite(found.benefit_upper):
        return ()
    low, high = signed(found.benefit_lower, 2), signed(found.benefit_upper, 2)
    words = say(
        "Net benefit {benefit} ({level:g} % CI {low} to {high}): share of pairs won less share lost.",
        benefit=signed(found.benefit, 2),
        level=100 * found.level,
        low=low,
        high=high,
    )
    return (words,)
