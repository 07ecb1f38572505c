"""Proportional hazards and the log-rank test as R's survival has them, on sets that lie here (figures)."""

import json

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.survival.compare_arms import compare_survival
from sscviewer.analysis.survival.cox import fit_cox
from tests.reference.shipped import FIGURES

COX = json.loads((FIGURES / "cox.json").read_text(encoding="utf-8"))
LOG_RANK = json.loads((FIGURES / "log_rank.json").read_text(encoding="utf-8"))
SETS = {name: pd.DataFrame(data) for name, data in COX["data"].items()}
SETS["first"] = SETS["again"].drop_duplicates("id")


def _named(fit):
    kinds = [key for key in ("strata", "cluster", "stratified") if fit.get(key)]
    return "-".join(map(str, [fit["data"], fit.get("group", ""), *kinds, fit.get("ties", fit.get("rho"))]))


@pytest.mark.parametrize("fit", COX["fits"], ids=_named)
def test_cox(fit):
    data = SETS[fit["data"]]
    names = fit["covariates"]
    ours = fit_cox(
        data["time"],
        data["event"] == 1,
        data[names].to_numpy(dtype=float),
        names,
        entry=data["entry"] if data["entry"].any() else None,
        strata=data["site"] if fit["strata"] else None,
        subject=data["id"] if fit["cluster"] else None,
        ties=fit["ties"],
        level=0.95,
    )
    np.testing.assert_allclose([t.coefficient for t in ours.terms], fit["coefficient"], rtol=1e-8, atol=1e-10)
    np.testing.assert_allclose(ours.covariance, fit["covariance"], rtol=1e-7, atol=1e-12)
    np.testing.assert_allclose(ours.model_covariance, fit["model_covariance"], rtol=1e-7, atol=1e-12)
    logs = [ours.log_likelihood_null, ours.log_likelihood]
    np.testing.assert_allclose(logs, fit["log_likelihood"], rtol=1e-10)
    assert (ours.n_rows, ours.n_events) == (fit["n"], fit["events"])


@pytest.mark.parametrize("fit", LOG_RANK, ids=_named)
def test_log_rank(fit):
    data = SETS[fit["data"]]
    ours = compare_survival(
        "event",
        data["time"],
        data["event"] == 1,
        data[fit["group"]].astype(str).tolist(),
        strata=data["site"].to_numpy() if fit["stratified"] else None,
        rho=fit["rho"],
        level=0.95,
    )
    assert ours.chi_squared == pytest.approx(fit["chi_squared"], rel=1e-8)
    assert ours.p_value == pytest.approx(fit["p_value"], rel=1e-7)
    assert ours.df == fit["df"] == len(ours.ratios)


@pytest.mark.parametrize(
    ("status", "x", "said"),
    [
        ([1, 1, 1, 0, 0, 0], [1, 1, 1, 0, 0, 0], "infinity"),  # every event in one arm
        ([1, 1, 1, 0, 0, 0], [6, 5, 4, 3, 2, 1], "infinity"),  # who has more goes first, always
        ([0, 0, 0, 0, 0, 0], [0, 1, 0, 1, 0, 1], "no events"),
    ],
)
def test_an_infinite_estimate_is_said_and_not_given(status, x, said):
    """R warns that the likelihood converged before the coefficient, or has none."""
    ours = fit_cox(np.arange(1.0, 7.0), np.array(status) == 1, np.array(x, dtype=float), ["x"], level=0.95)
    assert ours.terms == ()
    assert ours.warnings[0].startswith("Not estimated: ")
    assert said in ours.warnings[0]
