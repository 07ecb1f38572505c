"""Times of the arms and the win ratio in words."""

import math

from sscviewer.analysis.arms.times import ArmTime, ArmTimes, TimesCompared
from sscviewer.analysis.compare.win_ratio import WinRatio
from sscviewer.analysis.estimate import Estimate
from sscviewer.analysis.number_words import join_words, p_words, period_words, plain, signed
from sscviewer.model.counted import counted
from sscviewer.model.dates import DAYS_PER_MONTH

FEW = 10
"""Events from which the normal intervals of means and ratios are more than rough. 10 is ours."""


def months_words(value: Estimate) -> str:
    """Return days as "5.4 months (95 % CI 4.1 to 6.7)"; the interval where there is one."""
    text = f"{plain(value.estimate / DAYS_PER_MONTH, 1)} months"
    if not (math.isfinite(value.lower) and math.isfinite(value.upper)) or value.se == 0:
        return text
    low, high = (plain(limit / DAYS_PER_MONTH, 1) for limit in (value.lower, value.upper))
    return f"{text} ({100 * value.level:g} % CI {low} to {high})"


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
        events = [f"{one.curve.n_events} of {one.curve.n} patients" for one in row.arms]
    unknown = f"; {counted(row.of.not_judged, 'patient')} cannot be judged" if row.of.not_judged else ""
    said = [f"{row.of.name}: {join_words(events)}{unknown}."]
    if math.isfinite(row.horizon) and row.horizon > 0:
        upto = f"Mean time without it up to {period_words(row.horizon / DAYS_PER_MONTH)}"
        means = [f"{one.arm} {months_words(one.mean)}" for one in row.arms if one.mean is not None]
        said.append(f"{upto}: {join_words(means).replace('ALL ', '')}.")
    for arm, value in row.differences:
        p = f"; {p_words(value.p_value)}" if math.isfinite(value.p_value) else ""
        number = signed(value.estimate / DAYS_PER_MONTH, 1)
        words = months_words(value).split(" ", 1)[1]
        said.append(f"{arm} less {row.reference}: {number} {words}{p}.")
    if row.compared is not None:
        said += [
            f"Hazard ratio of {ratio.term} against {row.compared.reference}: {plain(ratio.ratio, 2)} "
            f"({100 * row.compared.level:g} % CI {plain(ratio.lower, 2)} to {plain(ratio.upper, 2)})."
            for ratio in row.compared.ratios
            if math.isfinite(ratio.upper)
        ]
        if math.isfinite(row.compared.p_value):
            said.append(f"Log-rank test: {p_words(row.compared.p_value)}.")
    if sum(one.curve.n_events for one in row.arms) < FEW:
        said.append(f"With fewer than {FEW} events these numbers are rough.")
    return " ".join(said)


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
        said.append(
            f"Win ratio of {arm} against {times.reference} by {join_words(list(times.layers))} in this order:"
            f" {found.wins} of {pairs} pairs won, {found.losses} lost, {found.ties} undecided ({decided}); "
            f"ratio {ratio_words(found)}{test}."
        )
    return tuple(said)
