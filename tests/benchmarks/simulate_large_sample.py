"""Coverage at ten an arm of what rests on large samples: tests.benchmarks.simulate_large_sample [trials].

Ratios of shares and differences of rates are enumerated (every pair of counts with its probability). Strata
and times are drawn: two strata of five and five; exponential times, a third of the patients leaving early, 12
months. A limit that does not exist holds everything. Results stand in resources/methods/two_groups.md.
"""

import sys

import numpy as np
from scipy.stats import binom, norm, poisson

from sscviewer.analysis.compare.stratified import cochran_mantel_haenszel
from sscviewer.analysis.compare.two_groups import TwoGroups, odds_ratio, risk_ratio
from sscviewer.analysis.compare.win_ratio import TimeLayer, ValueLayer, win_ratio
from sscviewer.analysis.poisson import rate_differences
from sscviewer.analysis.survival.compare_arms import compare_survival
from sscviewer.analysis.survival.survival import kaplan_meier
from tests.benchmarks.simulate_two_arms import LEVEL, SHARES, N

MONTHS, RATE = 12.0, 1 / 12
YEARS = 8.0
"""Person-years of an arm of ten in which some leave early."""


def holds(lower, upper, truth):
    """Return whether an interval holds a truth; one without a limit holds all on that side."""
    return not (lower > truth + 1e-9) and not (upper < truth - 1e-9)


def _percent(share):
    return f"{100 * np.mean(share):.1f} %"


def ratios():
    """Print the coverage of risk and odds ratio, and how often both limits exist."""
    counts = np.arange(N + 1)
    for name, make in (("risk ratio", risk_ratio), ("odds ratio", odds_ratio)):
        found = [[make(TwoGroups(a, N, b, N), level=LEVEL) for b in counts.tolist()] for a in counts.tolist()]
        both = np.array([[np.isfinite(one.lower) and np.isfinite(one.upper) for one in row] for row in found])
        for p, q in SHARES:
            truth = p / q if name == "risk ratio" else p * (1 - q) / (q * (1 - p))
            weight = np.outer(binom.pmf(counts, N, p), binom.pmf(counts, N, q))
            covers = np.array([[holds(one.lower, one.upper, truth) for one in row] for row in found])
            all_, two = np.sum(weight * covers), np.sum(weight * both)
            own = np.sum(weight * covers * both) / two
            print(
                f"{name} {p:g}, {q:g}: {_percent(all_)}; with both limits ({_percent(two)}) {_percent(own)}"
            )


def rates():
    """Print the coverage of the difference of two rates."""
    counts = np.arange(120)
    a, b = (grid.ravel().astype(float) for grid in np.meshgrid(counts, counts, indexing="ij"))
    time = np.full(len(a), YEARS)
    _, lower, upper = rate_differences(a, time, b, time, LEVEL)
    for first, second in ((0.1, 0.1), (0.5, 0.1), (1.0, 1.0), (2.0, 0.5)):
        weight = poisson.pmf(a, first * YEARS) * poisson.pmf(b, second * YEARS)
        inside = (lower <= first - second + 1e-9) & (first - second - 1e-9 <= upper)
        print(f"rates {first:g} and {second:g} a year: {100 * weight[inside].sum():.1f} %")


def strata(simulations):
    """Print coverage of the common difference and odds ratio, and how often CMH rejects what is equal."""
    rng = np.random.default_rng(11)
    for arm, reference in (((0.3, 0.3), (0.3, 0.3)), ((0.7, 0.5), (0.4, 0.2)), ((0.2, 0.6), (0.2, 0.6))):
        inside, odds, rejected, known = [], [], [], []
        for _ in range(simulations):
            groups = [
                TwoGroups(int(rng.binomial(5, p)), 5, int(rng.binomial(5, q)), 5)
                for p, q in zip(arm, reference, strict=True)
            ]
            found = cochran_mantel_haenszel(groups, level=LEVEL)
            inside.append(holds(*found.difference[1:], arm[0] - reference[0]))
            if arm == reference:
                odds.append(holds(*found.odds_ratio[1:], 1.0))
                rejected.append(found.p_value < 0.05)
            known.append(not found.reason)
        print(f"strata {arm}, {reference}: common difference {_percent(inside)}, a test in {_percent(known)}")
        if arm == reference:
            print(f"  odds ratio {_percent(odds)}, CMH rejects {_percent(rejected)}")


def times(simulations):
    """Print coverage of hazard ratio and Kaplan-Meier share, and how often the tests reject equal arms."""
    rng = np.random.default_rng(7)
    for ratio in (1.0, 0.5):
        hazards, shares, medians, ranks, scores = [], [], [], [], []
        for _ in range(simulations):
            event = rng.exponential(1 / RATE / np.repeat([ratio, 1.0], N))
            leave = np.minimum(rng.exponential(30.0, 2 * N), MONTHS)
            time, happened = np.minimum(event, leave), event <= leave
            arms = ["Drug"] * N + ["Placebo"] * N
            found = compare_survival("", time, happened, arms, reference="Placebo", level=LEVEL)
            for one in found.ratios:
                hazards.append(holds(one.lower, one.upper, ratio))
            if found.p_value == found.p_value:
                ranks.append(found.p_value < 0.05)
            km = kaplan_meier(time[N:], happened[N:], level=LEVEL)
            _, low, high = (float(value) for value in km.curve.at(6.0))
            shares.append(low <= np.exp(-RATE * 6.0) <= high)
            medians.append(holds(km.median_lower, km.median_upper, np.log(2) / RATE))
            layers = [TimeLayer("time", time, happened)]
            scores.append(win_ratio(layers, np.arange(2 * N) < N, level=LEVEL).rank_p < 0.05)
        print(f"hazard ratio {ratio:g}: {_percent(hazards)} of {len(hazards)}")
        print(f"  rejected by log-rank {_percent(ranks)}, by Finkelstein-Schoenfeld {_percent(scores)}")
        print(f"  Kaplan-Meier of ten at 6 months {_percent(shares)}, median {_percent(medians)}")


def wins(simulations):
    """Print coverage of net benefit and win ratio, of a time alone and of a time and then a change.

    Of two patients, one of each arm, the first to have an event or to leave decides; whom no event decides
    within the months goes on to the change, a normal value of SD 1 that differs by `better`.
    """
    rng = np.random.default_rng(13)
    leaving = 1 / 30
    for ratio, better, layered in ((1, 0, False), (0.5, 0, False), (1, 0, True), (0.5, 1, True)):
        every = RATE * (ratio + 1) + 2 * leaving
        decided = -np.expm1(-every * MONTHS) * RATE / every
        won, lost = decided, decided * ratio
        if layered:
            left = 1 - won - lost
            won, lost = won + left * norm.cdf(better / 2**0.5), lost + left * norm.cdf(-better / 2**0.5)
        benefit, odds = [], []
        for _ in range(simulations):
            event = rng.exponential(1 / RATE / np.repeat([ratio, 1.0], N))
            leave = np.minimum(rng.exponential(1 / leaving, 2 * N), MONTHS)
            layers = [TimeLayer("time", np.minimum(event, leave), event <= leave)]
            if layered:
                layers.append(ValueLayer("change", rng.normal(np.repeat([better, 0.0], N))))
            found = win_ratio(layers, np.arange(2 * N) < N, level=LEVEL)
            benefit.append(holds(found.benefit_lower, found.benefit_upper, won - lost))
            odds.append(holds(found.lower, found.upper, won / lost))
        what = f"hazard ratio {ratio:g}" + (f", then a change better by {better:g} SD" if layered else "")
        print(f"{what}: net benefit {_percent(benefit)}, win ratio {_percent(odds)}")


if __name__ == "__main__":
    how_many = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    ratios()
    rates()
    strata(how_many)
    times(how_many)
    wins(how_many)
