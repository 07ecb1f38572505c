"""Type I error of the dose regressions of repeated events at small n.

python tests/benchmarks/simulate_recurrent.py [trials]. n patients for 52 weeks; doses go up by 100 mg every
two weeks to a top of their own (100-600 mg, chosen before the trial), one in four is lost at some week.
Events do not depend on the dose; each patient has a rate of their own (gamma frailty), higher in the first
weeks where said.
"""

import json
import sys

import numpy as np

from sscviewer.analysis.estimate import t_p_value
from sscviewer.analysis.survival.cox import fit_cox
from sscviewer.analysis.survival.recurrent import andersen_gill, poisson_regression

STEP, WEEKS, EARLY, FADE = 14.0, 52, 2.0, 6.0


def trial(n, rate, spread, early, rng):
    """Return rows (start, stop, event, dose, patient) of one trial; `rate` events a patient and year."""
    rows = []
    for i in range(n):
        top = 100.0 * rng.integers(1, 7)
        last = 7.0 * (rng.integers(4, WEEKS) if rng.random() < 0.25 else WEEKS)
        own = rng.gamma(1 / spread**2, spread**2) if spread else 1.0
        for week in range(int(last / 7)):
            dose = min(100.0 * (1 + week // 2), top)
            risk = own * rate / WEEKS * (1 + early * np.exp(-week / FADE))
            rows.append((7.0 * week, 7.0 * week + 7, rng.random() < 1 - np.exp(-risk), dose, i))
    return [np.array(column) for column in zip(*rows, strict=True)]


def p_values(rows):
    """Return P by method; None where the method refuses."""
    start, stop, event, dose, own = rows
    out = {}
    lin_wei = fit_cox(stop, event, dose / 100, ["dose"], entry=start, subject=own, level=0.95).terms
    jack = andersen_gill(start, stop, event, dose, own, level=0.95).result
    poisson = poisson_regression(start, stop, event, dose, own, level=0.95).result
    out["Andersen-Gill, Lin-Wei, normal"] = lin_wei[0].p_value if lin_wei else None
    out["Andersen-Gill, jackknife, t"] = jack.p_value if jack else None
    out["Poisson, jackknife, t"] = poisson.p_value if poisson else None
    out["Andersen-Gill, model's own, normal"] = (
        t_p_value(jack.coefficient / jack.model_se, np.inf) if jack else None
    )
    return out


def main():
    trials = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    for n in (12, 20, 40):
        for rate, spread, early in ((1.0, 0.0, 0.0), (1.0, 0.8, EARLY), (3.0, 0.8, 0.0), (3.0, 0.8, EARLY)):
            rng = np.random.default_rng(1000 * n + int(10 * rate) + int(10 * spread) + int(early))
            found = [p_values(trial(n, rate, spread, early, rng)) for _ in range(trials)]
            result = {"n": n, "events a year": rate, "frailty SD": spread, "early": early}
            for name in found[0]:
                known = [row[name] for row in found if row[name] is not None]
                result[name] = f"{100 * np.mean(np.array(known) < 0.05):.1f} % of {len(known)}"
            print(json.dumps(result), flush=True)


if __name__ == "__main__":
    main()
