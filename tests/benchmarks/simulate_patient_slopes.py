"""How often the interval of a patient's slope holds the patient's true slope, with shrinkage.

    python tests/benchmarks/simulate_patient_slopes.py [--trials 200] [--patients 20]

Values at 0, 3, 6, 9 and 12 months, a quarter of the patients leave after month 3 or 6; slopes are normal.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sscviewer.analysis.distribution.slopes import own_slope, predicted_slopes
from sscviewer.analysis.random_slope import fit_random_slope
from sscviewer.analysis.reml.errors import FitError

MONTHS = np.array([0.0, 3.0, 6.0, 9.0, 12.0])
SLOPE_SD, NOISE_SD, START_SD = 0.5, 2.5, 10.0
"""Per month, per value, between patients."""


def trial(rng, n):
    """Return the values of one trial and the true slopes."""
    truth = rng.normal(-0.2, SLOPE_SD, n)
    last = np.where(rng.random(n) < 0.25, rng.choice([3.0, 6.0], n), 12.0)
    parts = []
    for i in range(n):
        at = MONTHS[last[i] >= MONTHS]
        value = 65 + rng.normal(0, START_SD) + truth[i] * at + rng.normal(0, NOISE_SD, len(at))
        parts.append(pd.DataFrame({"USUBJID": f"{i:03d}", "MONTH": at, "AVAL": value}))
    return pd.concat(parts, ignore_index=True), truth


def main():
    """Print coverage and errors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trials", type=int, default=200)
    parser.add_argument("--patients", type=int, default=20)
    given = parser.parse_args()
    rng = np.random.default_rng(1)
    covered, shrunk_error, own_error, failed = [], [], [], 0
    for _ in range(given.trials):
        frame, truth = trial(rng, given.patients)
        try:
            fit = fit_random_slope(frame, "AVAL ~ MONTH", subject="USUBJID", time="MONTH", df="satterthwaite")
        except FitError:
            failed += 1
            continue
        slope, se = predicted_slopes(fit)
        covered += list(np.abs(slope - truth) <= 1.959964 * se)
        shrunk_error += list((slope - truth) ** 2)
        for code in range(given.patients):
            mine = fit.subject_codes == code
            own_error.append((own_slope(fit.times[mine], fit.design.y[mine]) - truth[code]) ** 2)
    print(f"{given.trials} trials of {given.patients}, {failed} without a fit")
    print(f"coverage of 95 %: {100 * np.mean(covered):.1f} %")
    errors = [float(np.sqrt(np.mean(one))) for one in (shrunk_error, own_error)]
    print(f"root mean squared error: {errors[0]:.3f}, own values alone {errors[1]:.3f}")


if __name__ == "__main__":
    main()
