"""Coverage of what compares two arms of ten: python tests/benchmarks/simulate_two_arms.py [simulations].

Shares are enumerated (every pair of counts with its probability), nothing drawn. Times: exponential, a third
of the patients leaving early, 12 months. Jump to reference: those who leave go on like the reference, as the
method assumes, so that only the variance can be wrong. Shift of what is missing by a given δ: who leaves is
chance, and those who did differ by δ. Results stand in resources/methods: two_groups.md, of the shift
sensitivity.md.
"""

import sys

import numpy as np
import pandas as pd
from scipy.stats import binom

from sscviewer.analysis.compare.exact_tests import exact_difference
from sscviewer.analysis.compare.two_groups import TwoGroups, risk_difference
from sscviewer.analysis.compare.win_ratio import TimeLayer, win_ratio
from sscviewer.analysis.efficacy.change_model import change_model
from sscviewer.analysis.efficacy.model_rows import ARM
from sscviewer.analysis.efficacy.reference_based import by_every_assumption
from sscviewer.analysis.efficacy.sensitivity import shifted, tipping_point
from sscviewer.analysis.efficacy.sensitivity_arms import armed_patients, of_shifts
from sscviewer.analysis.efficacy.sensitivity_table import wide_changes
from sscviewer.analysis.survival.rmst import common_horizon, restricted_difference, restricted_mean
from sscviewer.analysis.survival.survival import kaplan_meier
from tests.planned import efficacy_settings

N = 10
LEVEL = 0.95
SHARES = ((0.1, 0.1), (0.3, 0.1), (0.5, 0.2), (0.5, 0.5), (0.9, 0.3))
SIGMA = np.array([[9.0, 6.0, 5.0], [6.0, 12.0, 8.0], [5.0, 8.0, 15.0]])
EFFECT = np.array([-1.0, -2.0, -4.0])
STAYS = 0.8


def shares():
    """Print the coverage of each interval of a difference of two shares."""
    counts = np.arange(N + 1)
    makers = {
        "Miettinen-Nurminen": lambda g: risk_difference(g, method="miettinen-nurminen", level=LEVEL),
        "Newcombe": lambda g: risk_difference(g, method="newcombe", level=LEVEL),
        "exact": lambda g: exact_difference(g, level=LEVEL),
    }
    for name, make in makers.items():
        found = {(a, b): make(TwoGroups(a, N, b, N)) for a in counts.tolist() for b in counts.tolist()}
        for p, q in SHARES:
            weight = np.outer(binom.pmf(counts, N, p), binom.pmf(counts, N, q))
            covers = [
                [c.lower - 1e-9 <= p - q <= c.upper + 1e-9 for c in (found[a, b] for b in counts)]
                for a in counts
            ]
            print(f"{name:<20} {p:g} against {q:g}: {100 * np.sum(weight * np.array(covers)):.1f} %")


def times(simulations):
    """Print the coverage of the difference of restricted means, and of the win ratio by time alone."""
    rng = np.random.default_rng(7)
    inside = {
        "restricted means, equal arms": [],
        "restricted means, hazard ratio 0.5": [],
        "win ratio, equal arms": [],
    }
    for ratio in (1.0, 0.5):
        for _ in range(simulations):
            event = rng.exponential(12.0 / np.repeat([ratio, 1.0], N))
            leave = np.minimum(rng.exponential(30.0, 2 * N), 12.0)
            time, happened = np.minimum(event, leave), event <= leave
            groups = [slice(0, N), slice(N, 2 * N)]
            horizon = common_horizon([time[g] for g in groups], start=0.0)
            means = [
                restricted_mean(
                    kaplan_meier(time[g], happened[g], level=LEVEL), horizon, start=0.0, level=LEVEL
                )
                for g in groups
            ]
            found = restricted_difference(*means)
            rates = np.array([ratio, 1.0]) / 12.0
            truth = float(np.diff(-np.expm1(-rates * horizon) / rates)[0] * -1.0)
            name = "restricted means, equal arms" if ratio == 1.0 else "restricted means, hazard ratio 0.5"
            inside[name].append(found.lower <= truth <= found.upper)
            if ratio == 1.0:
                wins = win_ratio([TimeLayer("time", time, happened)], np.arange(2 * N) < N, level=LEVEL)
                if np.isfinite(wins.upper):
                    inside["win ratio, equal arms"].append(wins.lower <= 1.0 <= wins.upper)
    for name, covered in inside.items():
        print(f"{name}: {100 * np.mean(covered):.1f} % of {len(covered)}")


def one_trial(rng):
    """Return the rows of a trial in which those who leave the drug go on like the reference."""
    y = rng.multivariate_normal(np.zeros(3), SIGMA, 2 * N)
    drug = np.arange(2 * N) < N
    y[drug] += EFFECT
    last = np.minimum(rng.geometric(1 - STAYS, 2 * N), 3)
    rows = [
        (f"P{i:02d}", "Drug" if drug[i] else "Placebo", f"Month {6 * (v + 1)}", 6.0 * (v + 1), y[i, v])
        for i in range(2 * N)
        for v in range(int(last[i]))
    ]
    frame = pd.DataFrame(rows, columns=["USUBJID", ARM, "AVISIT", "AVISITN", "CHG"])
    return frame.assign(BASE=0.0, AVAL=frame["CHG"])


def jump(simulations):
    """Print coverage and errors of jump to reference by Rubin's rules and by the jackknife."""
    rng = np.random.default_rng(3)
    truth = EFFECT[-1] * STAYS**2
    settings = efficacy_settings("FVCPP", covariance="csh")
    found = {"Rubin": [], "jackknife": []}
    for _ in range(simulations):
        frame = one_trial(rng)
        model = change_model(frame, settings, by_arm=True)
        patients, wide = wide_changes(frame, model.visits)
        armed = armed_patients(frame, patients, wide, ("Placebo", "Drug"), "Placebo")
        result = by_every_assumption(model, "Month 18", armed, m=100, seed=1)
        for name, changes in (("Rubin", result.rubin), ("jackknife", result.jackknife)):
            value = changes["jump to reference"][2].estimate
            if value is not None:
                found[name].append((value.lower <= truth <= value.upper, value.se, value.estimate))
    for name, each in found.items():
        covered, se, estimate = np.array(each, dtype=float).T
        print(
            f"jump to reference, {name}: {100 * covered.mean():.1f} % of {len(each)}; mean standard error "
            f"{se.mean():.2f}, standard deviation of the estimates {estimate.std(ddof=1):.2f}, "
            f"bias {estimate.mean() - truth:+.2f}"
        )


def shift(simulations):
    """Print coverage of a mean, and of a difference, whose missing values are shifted by a given δ."""
    rng = np.random.default_rng(5)
    settings = efficacy_settings("FVCPP", covariance="csh")
    gone = 1.0 - STAYS**2
    found = {}
    for _ in range(simulations):
        frame = one_trial(rng)
        effect = EFFECT[frame["AVISITN"].to_numpy(dtype=int) // 6 - 1] * (frame[ARM] == "Drug")
        alone = frame.assign(CHG=frame["CHG"] - effect)
        one = change_model(alone, settings)
        two = change_model(frame, settings, by_arm=True)
        patients, wide = wide_changes(frame, two.visits)
        armed = armed_patients(frame, patients, wide, ("Placebo", "Drug"), "Placebo")
        mean = one.change("Month 18")
        for delta in (0.0, 4.0, 8.0):
            by = {"one arm of 20": (None, delta * gone)}
            if one.fit is not None and mean is not None:
                point = tipping_point(one.fit, "Month 18", estimate=mean)
                by["one arm of 20"] = (shifted(mean, point, delta), delta * gone)
            difference = of_shifts(two, "Month 18", armed, delta, 0.0)[2].estimate
            by["difference of ten and ten"] = (difference, EFFECT[-1] + delta * gone)
            for name, (value, truth) in by.items():
                if value is not None and np.isfinite(value.lower):
                    covers = value.lower <= truth <= value.upper
                    found.setdefault((name, delta), []).append((covers, value.se, value.estimate))
    for (name, delta), each in found.items():
        covered, se, estimate = np.array(each, dtype=float).T
        print(
            f"shift by {delta:g}, {name}: {100 * covered.mean():.1f} % of {len(each)}; mean standard error "
            f"{se.mean():.2f}, standard deviation of the estimates {estimate.std(ddof=1):.2f}"
        )


if __name__ == "__main__":
    how_many = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    shares()
    times(how_many)
    jump(max(how_many // 5, 1))
    shift(how_many)
