"""Type I error of the random slope, of fits with a singular covariance and of the others.

    python -m tests.benchmarks.simulate_singular_slopes [trials]

Values at 0, 3, 6, 9 and 12 months; no arm changes on average. The patients' own slopes vary little or not
at all, so that the covariance of intercept and slope often has no inner maximum. 45 % are gone at the last.
Two questions: the slope of one arm against 0, and the difference of the slopes of two arms of n / 2.
"""

import json
import sys

import numpy as np
import pandas as pd

from sscviewer.analysis.random_slope import fit_random_slope
from sscviewer.analysis.reml.errors import FitError

MONTHS = np.array([0.0, 3.0, 6.0, 9.0, 12.0])
START_SD, NOISE_SD = 10.0, 2.5
"""Between patients, per value: % predicted."""
SLOPE_SDS = (0.0, 0.15, 0.5)
"""Per month."""
GONE = 0.45
SMALLEST_DF = 3.0
"""The plan's default: below it no P is shown."""


def frame_of(n, slope_sd, rng):
    """Return the rows of one trial; patients alternate between two arms."""
    hazard = 1 - (1 - GONE) ** (1 / (len(MONTHS) - 1))
    last = rng.geometric(hazard, n)
    subject, visit = np.nonzero(np.arange(len(MONTHS)) < last[:, None])
    start, own = rng.normal(65, START_SD, n), rng.normal(0, slope_sd, n)
    value = start[subject] + own[subject] * MONTHS[visit] + rng.normal(0, NOISE_SD, len(visit))
    return pd.DataFrame(
        {"id": subject, "MONTH": MONTHS[visit], "ARM": pd.Categorical(subject % 2), "y": value}
    )


def one(frame, formula, contrast):
    """Return whether the fit is singular, and its P; None where nothing is fitted or shown."""
    try:
        fit = fit_random_slope(frame, formula, subject="id", time="MONTH", df="kenward-roger-expected")
        found = fit.contrast(contrast)
    except FitError:
        return None
    return None if not found.df >= SMALLEST_DF else (fit.singular, found.p_value)


QUESTIONS = {
    "one arm": ("y ~ MONTH", {"MONTH": 1.0}),
    "two arms": ("y ~ 0 + ARM + ARM:MONTH", {"ARM1:MONTH": 1.0, "ARM0:MONTH": -1.0}),
}


def main():
    """Print a line per number of patients, spread of slopes and question."""
    trials = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    for n in (12, 20):
        for slope_sd in SLOPE_SDS:
            for question, (formula, contrast) in QUESTIONS.items():
                rng = np.random.default_rng(100 * n + round(100 * slope_sd))
                found = [one(frame_of(n, slope_sd, rng), formula, contrast) for _ in range(trials)]
                shown = pd.DataFrame([f for f in found if f is not None], columns=["singular", "p"]).astype(
                    {"singular": bool}
                )
                row = {
                    "n": n,
                    "slope SD": slope_sd,
                    "question": question,
                    "no interval": trials - len(shown),
                    "singular": int(shown["singular"].sum()),
                    "reject": percent(shown["p"]),
                    "of the singular": percent(shown.loc[shown["singular"], "p"]),
                    "of the others": percent(shown.loc[~shown["singular"], "p"]),
                }
                print(json.dumps(row), flush=True)


def percent(p):
    """Return how many are below 0.05, in percent; None of none."""
    return round(100 * float((p < 0.05).mean()), 1) if len(p) else None


if __name__ == "__main__":
    main()
