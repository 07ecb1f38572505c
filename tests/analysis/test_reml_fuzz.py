"""Tiny, ragged, tied, constant and huge data: an answer or a FitError, never another exception or a NaN."""

import json

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.efficacy.course import course
from sscviewer.analysis.efficacy.course_entries import course_entries
from sscviewer.analysis.mmrm import fit_mmrm
from sscviewer.analysis.random_slope import fit_random_slope
from sscviewer.analysis.reml.errors import FitError
from tests.planned import efficacy_settings

RESPONSES = {
    "normal": lambda rng, visit: rng.standard_normal(len(visit)),
    "counts": lambda rng, visit: rng.integers(0, 4, len(visit)).astype(float),
    "constant": lambda rng, visit: np.full(len(visit), 3.0),
    "ties": lambda rng, visit: rng.integers(0, 2, len(visit)).astype(float),
    "huge": lambda rng, visit: 1e12 + rng.integers(0, 100, len(visit)),
    "one visit constant": lambda rng, visit: np.where(visit == 0, 5.0, rng.standard_normal(len(visit))),
}


def _data(seed):
    rng = np.random.default_rng(seed)
    n, t, density = rng.integers(1, 9), rng.integers(1, 6), rng.choice([0.2, 0.5, 0.8, 1.0])
    subject, visit = np.nonzero(rng.random((n, t)) < density)
    response = RESPONSES[str(rng.choice(list(RESPONSES)))]
    return pd.DataFrame(
        {
            "USUBJID": subject.astype(str),
            "AVISIT": [f"V{v}" for v in visit],
            "AVISITN": 3.0 * visit,
            "ARM": np.where(subject % 2, "B", "A"),
            "X": rng.integers(0, 3, len(subject)).astype(float),
            "AVAL": response(rng, visit),
        }
    )


def _fits(data, seed):
    rng = np.random.default_rng(seed)
    keys = {"subject": "USUBJID", "visit": "AVISIT"}
    for formula in ("AVAL ~ AVISIT", "AVAL ~ AVISIT * ARM + X", "AVAL ~ 1"):
        covariance = str(rng.choice(["us", "toep", "ad", "cs", "csh", "ar1"]))
        df = str(rng.choice(["kenward-roger", "satterthwaite", "kenward-roger-expected"]))
        yield lambda f=formula, c=covariance, d=df: fit_mmrm(data, f, **keys, covariance=c, df=d)
    for random in ("slope", "intercept", "uncorrelated"):
        yield lambda r=random: fit_random_slope(
            data, "AVAL ~ AVISITN", subject="USUBJID", time="AVISITN", random=r
        )


# 2, 17, 62, 71 and 104 once overflowed
@pytest.mark.parametrize("seed", [2, 5, 8, 17, 46, 59, 62, 71, 75, 104, *range(200, 215)])
def test_answer_or_sentence(seed):
    data = _data(seed)
    for call in _fits(data, seed):
        try:
            table = call().coefficients
        except FitError:
            continue
        kept = table[table["estimate"].notna()]
        assert np.isfinite(kept[["estimate", "se", "df"]].to_numpy()).all()
    base = data[data["AVISITN"] == 0].set_index("USUBJID")["AVAL"]
    change = (data["AVAL"] - data["USUBJID"].map(base)).where(data["AVISITN"] > 0)
    frame = data.assign(CHG=change, TRT01A=data["ARM"], BASE=data["USUBJID"].map(base), AGE=data["X"])
    for settings in (
        efficacy_settings("X", by_arm=False),
        efficacy_settings("X", covariates=("BASE", "AGE")),
        efficacy_settings("X", response="AVAL", covariates=("AGE",), df_method="satterthwaite"),
    ):
        json.dumps(course_entries(course(frame, settings)), allow_nan=False)
