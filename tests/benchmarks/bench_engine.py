"""How long the engine takes: python tests/benchmarks/bench_engine.py [--statsmodels] [--json].

Median wall time of fit + Kenward-Roger + coefficients at n = 20, 200, 2 000 and 20 000 subjects, against
statsmodels MixedLM on the same data and R's times of shared/oracles/README.md (5 visits, one thread).
"""

import argparse
import json
import os
import statistics
import time
import warnings

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import pandas as pd

from sscviewer.analysis.mmrm import fit_mmrm
from sscviewer.analysis.random_slope import fit_random_slope

# ms: mmrm us, Kenward-Roger-linear and summary; lmer + pbkrtest (shared/oracles/README.md)
R_MMRM = {20: 135.0, 200: 230.0, 2000: 1619.0}
R_SLOPE = {20: 267.0, 200: 316.0}
TARGET_MMRM = {20: 20.0, 200: 40.0, 2000: 120.0}
TARGET_SLOPE = {20: 15.0, 200: 40.0, 2000: 200.0}


def make_trial(n, visits, seed=1):
    """A two-arm trial with random lines, residuals and drop-out."""
    rng = np.random.default_rng(seed)
    months = 3.0 * np.arange(1, visits + 1)
    line = rng.standard_normal((n, 2)) * [8.0, 0.4]
    y = 60 + line[:, :1] + line[:, 1:] * months + 3.0 * rng.standard_normal((n, visits))
    keep = np.arange(visits) < rng.geometric(0.08, n)[:, None]
    subject, visit = np.nonzero(keep)
    return pd.DataFrame(
        {
            "id": np.char.add("S", np.char.zfill(subject.astype(str), 5)),
            "visit": pd.Categorical([f"V{v + 1}" for v in visit]),
            "arm": np.where(subject % 2, "B", "A"),
            "base": rng.standard_normal(n)[subject],
            "month": months[visit],
            "y": y[subject, visit],
        }
    )


def median_ms(call, repeats):
    call()
    times = []
    for _ in range(repeats):
        begin = time.process_time()
        call()
        times.append(time.process_time() - begin)
    return 1e3 * statistics.median(times)


def statsmodels_ms(data):
    """MixedLM with random slopes; it has no unstructured covariance and no small-sample inference."""
    import statsmodels.formula.api as smf

    def call():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            smf.mixedlm("y ~ month * arm", data, groups="id", re_formula="~month").fit()

    return median_ms(call, 1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--statsmodels", action="store_true", help="also MixedLM up to n = 200 (slow)")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    rows = []
    for visits in (4, 5):
        for n in (20, 200, 2000, 20000):
            data = make_trial(n, visits)
            repeats = 11 if n < 5000 else 5
            row = {
                "visits": visits,
                "n": n,
                "mmrm_us_kr": median_ms(
                    lambda d=data: (
                        fit_mmrm(d, "y ~ base + arm * visit", subject="id", visit="visit").coefficients
                    ),
                    repeats,
                ),
                "random_slope_kr": median_ms(
                    lambda d=data: (
                        fit_random_slope(d, "y ~ month * arm", subject="id", time="month").coefficients
                    ),
                    repeats,
                ),
            }
            if visits == 5:
                row |= {"r_mmrm": R_MMRM.get(n), "target_mmrm": TARGET_MMRM.get(n)}
                row |= {"r_slope": R_SLOPE.get(n), "target_slope": TARGET_SLOPE.get(n)}
            if visits == 5 and options.statsmodels and n <= 200:
                row["statsmodels_mixedlm"] = statsmodels_ms(data)
            rows.append(row)
            if not options.json:
                print(
                    "  ".join(f"{k} {v:.1f}" if isinstance(v, float) else f"{k} {v}" for k, v in row.items())
                )
    if options.json:
        print(json.dumps(rows, indent=1))


if __name__ == "__main__":
    main()
