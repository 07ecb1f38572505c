"""Type I error of the change by visit as the program reports it, with its chain of covariances.

python tests/benchmarks/simulate_fallback.py [trials]. No patient changes on average; the mean at the last
visit is tested at 5 %. Drop-out at random: none, 7 % a visit, or so much that 45 % are gone at the last.
Unlike in simulate_type_one.py a trial whose unstructured covariance cannot be estimated counts, with the
covariance it falls back on.
"""

import json
import sys

import numpy as np
import pandas as pd

from sscviewer.analysis.efficacy.change_model import change_model
from sscviewer.analysis.reml.errors import FitError
from tests.planned import efficacy_settings

SETTINGS = efficacy_settings("FVC")
SCENARIOS = (
    (12, 4, 0.0),
    (12, 4, 0.07),
    (20, 4, 0.0),
    (20, 4, 0.07),
    (12, 4, 0.45),
    (20, 4, 0.45),
    (12, 6, 0.45),
    (20, 6, 0.45),
)


def covariance(visits):
    """Return Σ: variance 16 to 30, correlations falling from 0.75 with the distance of the visits."""
    sd = np.sqrt(np.linspace(16.0, 30.0, visits))
    apart = np.abs(np.subtract.outer(np.arange(visits), np.arange(visits)))
    return sd[:, None] * 0.75 ** (apart**0.7) * sd


def frame_of(n, visits, gone, rng):
    """Return the rows of one trial; `gone` above 0.1 is the share missing at the last visit."""
    hazard = 1 - (1 - gone) ** (1 / (visits - 1)) if gone > 0.1 else gone
    y = rng.multivariate_normal(np.zeros(visits), covariance(visits), n)
    last = rng.geometric(hazard, n) if hazard else np.full(n, visits)
    subject, visit = np.nonzero(np.arange(visits) < last[:, None])
    months = 3.0 * (visit + 1)
    return pd.DataFrame(
        {
            "USUBJID": [f"P{i:02d}" for i in subject],
            "AVISIT": [f"Month {m:g}" for m in months],
            "AVISITN": months,
            "AVAL": y[subject, visit],
            "BASE": 0.0,
            "CHG": y[subject, visit],
        }
    )


def one(frame, visits):
    """Return what was used, and P of the last mean: reported, and by the model's own degrees of freedom."""
    try:
        model = change_model(frame, SETTINGS)
    except FitError:
        return None
    last = f"Month {3 * visits}"
    if model.fit is None or last not in model.visits:
        return "refused", np.nan, np.nan
    reported = model.change(last)
    plain = model.fit.estimate_of(np.eye(len(model.fit.terms))[model.visits.index(last)])
    return model.fit.structure, reported.p_value, plain.p_value


def main():
    trials = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    for n, visits, gone in SCENARIOS:
        rng = np.random.default_rng(1000 * n + 10 * visits + round(100 * gone))
        found = pd.DataFrame(
            [one(frame_of(n, visits, gone, rng), visits) for _ in range(trials)],
            columns=["used", "p", "plain"],
        )
        back = found[~found["used"].isin(["us", "refused"])]
        shown = found["p"].notna()
        row = {
            "n": n,
            "visits": visits,
            "gone": gone,
            "no interval": int((~shown).sum()),
            "fell back": len(back),
            "reject": round(100 * float((found.loc[shown, "p"] < 0.05).mean()), 1),
            "us": round(100 * float((found.loc[shown & (found["used"] == "us"), "p"] < 0.05).mean()), 1),
            "fallback": round(100 * float((back["p"].dropna() < 0.05).mean()), 1) if len(back) else None,
            "fallback, df not limited": round(100 * float((back["plain"] < 0.05).mean()), 1)
            if len(back)
            else None,
        }
        print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()
