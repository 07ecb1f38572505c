"""Proportional hazards, counting process and robust variance against R's coxph (oracles/surv)."""

import json
import os
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.survival.cox import fit_cox

SHARED = Path(os.environ.get("SSCVIEWER_SHARED", Path(__file__).resolve().parents[2].parent / "shared"))
SURV = SHARED / "oracles" / "surv"
# data, entry, time, event, covariates, strata, cluster
MODELS = {
    "ovarian": ("ovarian", None, "futime", "fustat", ["rx", "age"], None, None),
    "ovarian_robust": ("ovarian", None, "futime", "fustat", ["rx", "age"], None, "row"),
    "aml": ("aml", None, "time", "status", ["x"], None, None),
    "lung": ("lung", None, "time", "status", ["age", "sex", "ph.ecog"], None, None),
    "lung_strata": ("lung", None, "time", "status", ["age"], "sex", None),
    "cgd_AG": ("cgd", "tstart", "tstop", "status", ["treat", "inherit", "steroids"], None, "id"),
    "cgd_AG_naive": ("cgd", "tstart", "tstop", "status", ["treat", "inherit", "steroids"], None, None),
    "heart": ("heart", "start", "stop", "event", ["age", "year", "transplant"], None, "id"),
    "bladder2_AG": ("bladder2", "start", "stop", "event", ["rx", "number", "size"], None, "id"),
    "bladder2_PWP": ("bladder2", "start", "stop", "event", ["rx", "number", "size"], "enum", "id"),
}
pytestmark = pytest.mark.shared
COX = SURV / "cox.json"
FITS = [
    f
    for f in (json.loads(COX.read_text())["fits"] if COX.is_file() else [])
    if f["id"].split("/")[0] in MODELS and f["id"].split("/")[1] in ("efron", "breslow")
]


def _columns(data, names):
    """Numbers as they are; of a text, 1 for all but the first level in alphabetical order or R's own."""
    columns = []
    for name in names:
        values = data[name]
        if pd.api.types.is_numeric_dtype(values):
            columns.append(values.astype(float))
        else:
            first = {"treat": "placebo", "inherit": "autosomal", "x": "Maintained"}[name]
            columns.append((values != first).astype(float))
    return np.column_stack(columns)


@pytest.mark.parametrize("fit", FITS, ids=lambda f: f["id"])
def test_cox_as_r(fit):
    name, ties = fit["id"].split("/")
    file, entry, time, event, covariates, strata, cluster = MODELS[name]
    data = pd.read_csv(SURV / f"surv_{file}.csv")
    data = data.dropna(subset=covariates).assign(row=range(len(data.dropna(subset=covariates))))
    ours = fit_cox(
        data[time],
        data[event] == data[event].max(),
        _columns(data, covariates),
        covariates,
        entry=data[entry] if entry else None,
        strata=data[strata] if strata else None,
        subject=data[cluster] if cluster else None,
        ties=ties,
        level=0.95,
    )
    coefficient = np.array([term.coefficient for term in ours.terms])
    theirs = np.array([row[0] for row in fit["coef"]["values"]])
    np.testing.assert_allclose(coefficient, theirs, rtol=1e-8, atol=1e-10)
    np.testing.assert_allclose(ours.covariance, fit["var"], rtol=1e-7, atol=1e-12)
    if cluster:
        np.testing.assert_allclose(ours.model_covariance, fit["naive_var"], rtol=1e-7, atol=1e-12)
    logs = [ours.log_likelihood_null, ours.log_likelihood]
    np.testing.assert_allclose(logs, fit["loglik"], rtol=1e-10)
    assert (ours.n_rows, ours.n_events) == (fit["n"], fit["nevent"])


def test_every_cox_oracle_of_our_models_was_read():
    assert len(FITS) == 2 * len(MODELS)


@pytest.mark.parametrize("name", ["separation", "monotone_likelihood", "no_events"])
def test_an_infinite_estimate_is_said_and_not_given(name):
    theirs = next(f for f in json.loads(COX.read_text())["fits"] if f["id"].startswith(name))
    data = theirs.get("data") or {"time": [1, 2, 3], "status": [0, 0, 0], "x": [0, 1, 0]}
    ours = fit_cox(data["time"], np.array(data["status"]) == 1, data["x"], ["x"], level=0.95)
    assert ours.terms == ()
    assert ours.warnings[0].startswith("Not estimated: ")
    assert ("no events" in ours.warnings[0]) == (name == "no_events")
    assert ("infinity" in ours.warnings[0]) == bool(theirs["warnings"])
