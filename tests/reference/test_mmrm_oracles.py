"""Every MMRM fit that R could do, polished to its optimum, reproduced; see shared/oracles/README.md."""

import numpy as np
import pytest

from sscviewer.analysis.mmrm import fit_mmrm
from sscviewer.analysis.reml.fit import infer

LIMITS = {
    "-2LL above": 1e-6,
    "estimate / se": 1e-6,
    "se": 1e-6,
    "df": 1e-5,
    "Sigma": 1e-6,
    "AIC": 1e-6,
    "p": 1e-6,
    "-2LL above best optimum": 1e-7,
}
DATA = [
    "bcva20m_01", "bcva20m_02", "fev10_01", "fev10_02", "fev20_01", "fev20_02", "fev20_03", "fev20_04",
    "fev20_05", "fev_data", "orthodont", "single12", "sleepstudy", "sleepstudy_d4",
]  # fmt: skip
METHODS = {
    "satterthwaite": "satterthwaite",
    "kr_linear": "kenward-roger-linear",
    "kr": "kenward-roger",
}


def _call(reference):
    formula, covariance = reference["formula"].rsplit("+", 1)
    visit, subject = covariance.rsplit("(", 1)[1].rstrip(")").split(" | ")
    return formula, {"visit": visit, "subject": subject, "covariance": reference["covariance"]}


def _other_inference(fit, method):
    """The same optimum with another inference, without searching again."""
    import dataclasses

    return dataclasses.replace(fit, inference=infer(fit.fitted, method), df_method=method)


@pytest.mark.parametrize("name", DATA)
def test_fits_reproduce_polished_r(oracles, worst, attempt, name):
    best = {
        (r["data"], r["model"], r["covariance"], r["method"]): r["best_interior_log_likelihood"]
        for r in oracles.optima()
    }
    for reference in oracles.fits(f"mmrm_{name}.json.gz"):
        if reference["covariance"].startswith("sp_"):
            continue
        tag = (reference["data"], reference["model"], reference["covariance"], reference["method"])
        case = " ".join(tag)
        formula, arguments = _call(reference)
        arguments |= {"method": reference["method"], "df": "satterthwaite", "fallback": False}
        fit, sentence = attempt(fit_mmrm, oracles.frame(reference["data"]), formula, **arguments)
        if fit is None:
            assert reference.get("error"), f"{case}: {sentence}"
            assert "because" in sentence
            continue
        assert fit.converged
        if best.get(tag):
            worst.note("-2LL above best optimum", fit.minus_two_log_likelihood + 2 * float(best[tag]), case)
        if reference.get("error"):
            continue
        above = fit.minus_two_log_likelihood - reference["minus_two_log_likelihood"]
        worst.note("-2LL above", above, case)
        if above < -1e-6:
            # a better interior optimum than R found: nothing else to compare
            continue
        _compare(fit, reference, worst, case)
    worst.check(LIMITS)


def _compare(fit, reference, worst, case):
    aic = fit.minus_two_log_likelihood + 2 * fit.fitted.n_parameters  # as R's mmrm and SAS
    worst.note("AIC", abs(aic - reference["aic"]), case)
    sigma = np.array(reference["Sigma"])
    worst.note("Sigma", np.abs(fit.covariance.to_numpy() - sigma).max() / np.abs(sigma).max(), case)
    methods = dict(reference["df_methods"])
    if "kr" not in methods and "kr_linear" in methods:
        # linear in its natural parameters: no second derivatives
        methods["kr"] = methods["kr_linear"]
    for key, method in METHODS.items():
        if key not in methods:
            continue
        table = _other_inference(fit, method).coefficients.loc[reference["terms"]]
        se = np.array(methods[key]["se"], dtype=float)
        df = np.array(methods[key]["df"], dtype=float)
        worst.note("estimate / se", np.abs((table["estimate"] - reference["estimate"]) / se).max(), case)
        worst.note(f"se [{key}]", np.abs(table["se"] / se - 1).max(), case)
        worst.note(f"df [{key}]", np.abs(table["df"] / df - 1).max(), case)
        if "p" in methods[key]:
            p = np.array(methods[key]["p"], dtype=float)
            worst.note(f"p [{key}]", np.abs(table["p_value"] - p).max(), case)


def test_marginal_means_as_emmeans(oracles, worst):
    names = ("fev20_01", "fev_data", "bcva20m_02", "orthodont")
    for reference in [fit for name in names for fit in oracles.fits(f"mmrm_{name}.json.gz")]:
        means = reference.get("marginal_means") or {}
        for key, entry in means.items():
            names = entry["spec"].removeprefix("~ ").split(" | ")
            if reference["covariance"].startswith("sp_"):
                continue
            formula, arguments = _call(reference)
            df = {"method": reference["method"], "df": METHODS[key], "fallback": False}
            fit = fit_mmrm(oracles.frame(reference["data"]), formula, **arguments, **df)
            if fit.minus_two_log_likelihood < reference["minus_two_log_likelihood"] - 1e-6:
                continue
            ours = fit.marginal_means(names[0], by=names[1] if len(names) > 1 else None)
            table = entry["table"]
            theirs = {
                tuple(str(table[n][i]) for n in reversed(names)): i for i in range(len(table["emmean"]))
            }
            case = f"{reference['data']} {reference['model']} {reference['covariance']} {entry['spec']}"
            for _, row in ours.iterrows():
                i = theirs[tuple(str(row[n]) for n in reversed(names))]
                worst.note("estimate / se", abs(row["estimate"] - table["emmean"][i]) / row["se"], case)
                worst.note("se", abs(row["se"] / table["SE"][i] - 1), case)
                if "df" in table:
                    worst.note("df", abs(row["df"] / table["df"][i] - 1), case)
                if np.isfinite(float(table["lower.CL"][i])) and "df" in table:
                    worst.note("limits", abs(row["lower"] - table["lower.CL"][i]) / row["se"], case)
                    worst.note("limits", abs(row["upper"] - table["upper.CL"][i]) / row["se"], case)
    assert worst.table
    worst.check(LIMITS | {"limits": 1e-5})
