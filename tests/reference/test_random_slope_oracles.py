"""lme4 at its tightest, lmerTest and pbkrtest reproduced, fits on the boundary included."""

import numpy as np

from sscviewer.analysis.efficacy.diagnostics import random_effects
from sscviewer.analysis.random_slope import fit_random_slope

# what lme4's own convergence allows: shared/oracles/README.md
LIMITS = {"-2LL": 1e-6, "estimate / se": 1e-5, "se": 1e-5, "df": 1e-5, "variances": 1e-5}


def _model(formula):
    fixed, *random = formula.split(" + (")
    if len(random) > 1:
        return fixed, "uncorrelated", random[0].split("|")[0].strip()
    left = random[0].split("|")[0].strip()
    return (fixed, "intercept", None) if left == "1" else (fixed, "slope", left)


def _compare(ours, theirs, worst, key, case):
    values = np.array(theirs["values"], dtype=float)
    table = ours.coefficients.loc[theirs["term"]]
    worst.note("estimate / se", np.abs(table["estimate"] - values[:, 0]).max() / values[:, 1].min(), case)
    worst.note(f"se [{key}]", np.abs(table["se"] / values[:, 1] - 1).max(), case)
    worst.note(f"df [{key}]", np.abs(table["df"] / values[:, 2] - 1).max(), case)


def test_fits_reproduce_lme4(oracles, worst):
    seen = 0
    for reference in oracles.fits("lme_*.json.gz"):
        if reference.get("variant") != "tight":
            continue
        fixed, random, time = _model(reference["formula"])
        if random == "uncorrelated":
            fixed, time = "Reaction ~ Days", "Days"
        subject = next(iter(reference["ngrps"]))
        data = oracles.frame(reference["data"])
        if time is None:
            data = data.assign(row=np.arange(len(data)))
        arguments = {"subject": subject, "time": time or "row", "random": random}
        method = "reml" if reference["REML"] else "ml"
        fit = fit_random_slope(data, fixed, **arguments, method=method, df="satterthwaite")
        case = reference["id"]
        assert fit.singular == reference["singular"], case
        worst.note("-2LL", abs(fit.minus_two_log_likelihood - reference["REMLcrit_or_deviance"]), case)
        _compare(fit, reference["coef_satterthwaite"], worst, "satterthwaite", case)
        if "coef_kr" in reference and random != "uncorrelated":
            adjusted = fit_random_slope(data, fixed, **arguments, df="kenward-roger-expected")
            _compare(adjusted, reference["coef_kr"], worst, "kr", case)
        seen += 1
    assert seen > 50
    worst.check(LIMITS)


def test_random_effects_reproduce_lme4(oracles):
    reference = next(f for f in oracles.fits("lme_sleepstudy.json.gz") if f["id"].endswith("RS/REML/tight"))
    data = oracles.frame("sleepstudy")
    fit = fit_random_slope(data, "Reaction ~ Days", subject="Subject", time="Days")
    theirs = reference["ranef"]["Subject"]
    ours = random_effects(fit).loc[theirs["level"]].to_numpy()
    assert np.abs(ours - np.array(theirs["values"])).max() < 1e-4
    assert np.abs(fit.random_covariance.to_numpy() / reference["varcov_G"]["Subject"] - 1).max() < 1e-4
    assert abs(fit.residual_variance / reference["sigma"] ** 2 - 1) < 1e-5
