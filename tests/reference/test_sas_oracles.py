"""SAS PROC MIXED, DDFM=KR and KR(LINEAR): within what SAS's own convergence allows (oracles/README.md)."""

import re

import pytest

from sscviewer.analysis.mmrm import fit_mmrm

NAMES = {"us": "us", "cs": "cs", "csh": "csh", "ar1": "ar1", "arh1": "ar1h", "toep": "toep", "toeph": "toeph"}


def test_kenward_roger_as_sas(oracles, worst):
    text = (oracles.root / "mixed" / "sas_vs_mmrm.txt").read_text()
    pattern = r"^(kr1?)_(\w+)\s+SAS est=(\S+) se=(\S+) df=(\S+) "
    rows = [m for m in re.findall(pattern, text, re.MULTILINE) if m[1] in NAMES]
    assert len(rows) == 14
    for kind, name, estimate, se, df in rows:
        method = "kenward-roger" if kind == "kr" else "kenward-roger-linear"
        fit = fit_mmrm(
            oracles.frame("fev_data"),
            "FEV1 ~ ARMCD",
            subject="USUBJID",
            visit="AVISIT",
            covariance=NAMES[name],
            df=method,
            fallback=False,
        )
        row = fit.coefficients.loc["ARMCDTRT"]
        worst.note("estimate / se", abs(row["estimate"] - float(estimate)) / float(se), f"{kind} {name}")
        worst.note("se", abs(row["se"] / float(se) - 1), f"{kind} {name}")
        worst.note("df", abs(row["df"] / float(df) - 1), f"{kind} {name}")
    worst.check({"estimate / se": 2e-4, "se": 1.2e-4, "df": 4.4e-4})


@pytest.mark.parametrize(
    ("file", "covariance", "method"),
    [
        ("sas_adh", "adh", "ml"), ("sas_ar1", "ar1", "ml"), ("sas_ar1h", "ar1h", "ml"),
        ("sas_cs", "cs", "ml"), ("sas_csh", "csh", "ml"), ("sas_toeph", "toeph", "ml"),
        ("sas_adh", "adh", "reml"), ("sas_ar1", "ar1", "reml"), ("sas_ar1h", "ar1h", "reml"),
        ("sas_cs", "cs", "reml"), ("sas_csh", "csh", "reml"), ("sas_toeph", "toeph", "reml"),
    ],
)  # fmt: skip
def test_likelihood_as_sas(oracles, file, covariance, method):
    text = (oracles.root / "mixed" / "sas_vs_mmrm.txt").read_text()
    theirs = float(re.search(rf"^{file}_{method}\.txt\s+(\S+)", text, re.MULTILINE)[1])
    fit = fit_mmrm(
        oracles.frame("fev_data"),
        "FEV1 ~ 1",
        subject="USUBJID",
        visit="AVISIT",
        covariance=covariance,
        method=method,
        df="satterthwaite",
    )
    assert fit.minus_two_log_likelihood <= theirs + 1e-6
    assert fit.minus_two_log_likelihood == pytest.approx(theirs, abs=3e-5)
