"""Mixed models as R and the literature have them, on data small enough to lie here (figures/mixed.json).

The growth curves are complete, so what a model of every visit and group gives is known in closed form too.
The made trial has two unequal arms and missing visits.
"""

import json

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.mmrm import fit_mmrm
from sscviewer.analysis.random_slope import fit_random_slope
from tests.reference.shipped import FIGURES

TRIALS = json.loads((FIGURES / "mixed.json").read_text(encoding="utf-8"))
MARGINAL = [(name, fit) for name, trial in TRIALS.items() for fit in trial["marginal"]]
# R's gls stops when its likelihood no longer moves in the 10th digit: standard errors have half of them.
CLOSE = 2e-5


def _frame(name):
    data = pd.DataFrame(TRIALS[name]["data"])
    return data.assign(v=pd.Categorical(data["visit"]))


def _mmrm(name, covariance, formula="y ~ v * arm", **more):
    return fit_mmrm(
        _frame(name), formula, subject="id", visit="v", covariance=covariance, fallback=False, **more
    )


@pytest.mark.parametrize(
    ("name", "theirs"), MARGINAL, ids=[f"{n}-{f['covariance']}-{f['method']}" for n, f in MARGINAL]
)
def test_marginal_models_as_gls(name, theirs):
    ours = _mmrm(name, theirs["covariance"], method=theirs["method"], df="satterthwaite")
    assert ours.converged
    assert ours.minus_two_log_likelihood == pytest.approx(theirs["minus_two_log_likelihood"], abs=1e-6)
    np.testing.assert_allclose(ours.coefficients["estimate"], theirs["estimate"], rtol=0, atol=CLOSE)
    if theirs["se"]:
        np.testing.assert_allclose(ours.coefficients["se"], theirs["se"], rtol=CLOSE)


# Jennrich and Schluchter, Biometrics 42 (1986) 805-820, models 1, 2, 4, 5 and 7; three digits are printed
# of them since.
@pytest.mark.parametrize(
    ("covariance", "formula", "published"),
    [
        ("us", "y ~ v * arm", 416.509),
        ("us", "y ~ visit * arm", 419.477),
        ("toep", "y ~ visit * arm", 424.643),
        ("ar1", "y ~ visit * arm", 440.681),
        ("cs", "y ~ visit * arm", 428.639),
    ],
)
def test_growth_curves_as_published(covariance, formula, published):
    ours = _mmrm("growth", covariance, formula, method="ml", df="satterthwaite")
    assert ours.minus_two_log_likelihood == pytest.approx(published, abs=6e-4)


@pytest.mark.parametrize("df", ["satterthwaite", "kenward-roger", "kenward-roger-linear"])
def test_complete_data_have_the_degrees_of_freedom_of_analysis_of_variance(df):
    """27 children in two groups, four ages: 25 between, 75 within under compound symmetry."""
    every = _mmrm("growth", "us", df=df).coefficients
    np.testing.assert_allclose(every["df"], 25, rtol=1e-6)
    equal = _mmrm("growth", "cs", df=df).coefficients
    np.testing.assert_allclose(equal["df"].iloc[1:4], 75, rtol=1e-6)
    np.testing.assert_allclose(equal["df"].iloc[5:], 75, rtol=1e-6)


@pytest.mark.parametrize("name", TRIALS)
@pytest.mark.parametrize("position", [0, 1])
def test_random_effects_as_lme4_lmertest_and_pbkrtest(name, position):
    theirs = TRIALS[name]["random"][position]
    formula = "y ~ visit * arm" if theirs["random"] == "slope" else "y ~ v * arm"
    arguments = {"subject": "id", "time": "visit", "random": theirs["random"]}
    for df, key in (("satterthwaite", "satterthwaite"), ("kenward-roger-expected", "kenward_roger")):
        ours = fit_random_slope(_frame(name), formula, **arguments, df=df)
        assert ours.singular == theirs["singular"]
        assert ours.minus_two_log_likelihood == pytest.approx(theirs["minus_two_log_likelihood"], abs=1e-6)
        table = ours.coefficients
        np.testing.assert_allclose(table["estimate"], theirs["estimate"], rtol=0, atol=CLOSE)
        np.testing.assert_allclose(table["se"], theirs[key]["se"], rtol=CLOSE)
        np.testing.assert_allclose(table["df"], theirs[key]["df"], rtol=1e-4)


@pytest.mark.parametrize("name", TRIALS)
def test_marginal_means_as_emmeans(name):
    theirs = pd.DataFrame(TRIALS[name]["random"][0]["means"]).set_index(["arm", "visit"])
    arguments = {"subject": "id", "time": "visit", "random": "intercept", "df": "kenward-roger-expected"}
    ours = fit_random_slope(_frame(name), "y ~ v * arm", **arguments).marginal_means("arm", by="v")
    assert len(ours) == len(theirs) == 8
    for row in ours.itertuples():
        expected = theirs.loc[row.arm, str(row.v)]
        assert (row.estimate, row.lower, row.upper) == pytest.approx(
            (expected["estimate"], expected["lower"], expected["upper"]), abs=1e-4
        )
        assert (row.se, row.df) == pytest.approx((expected["se"], expected["df"]), rel=1e-4)
