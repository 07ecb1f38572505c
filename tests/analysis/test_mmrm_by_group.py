"""A covariance of its own in each group: with every effect by group the model is that of each group alone."""

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.mmrm import fit_mmrm
from sscviewer.analysis.reml.errors import FitError


@pytest.fixture(scope="module")
def data():
    rng = np.random.default_rng(4)
    rows = []
    for i in range(40):
        arm = "AB"[i % 2]
        own = rng.normal(0, 1 + 2 * (arm == "B"))
        for t in range(4):
            if t and rng.random() < 0.15 * t:
                break
            value = 50 + t * (arm == "A") + own + rng.normal(0, 1 + t * (arm == "A"))
            rows.append((f"P{i}", arm, f"V{t}", value))
    return pd.DataFrame(rows, columns=["SUBJ", "ARM", "VISIT", "Y"])


@pytest.mark.parametrize("covariance", ["us", "toeph", "ar1h", "csh", "cs"])
def test_each_group_alone(data, covariance):
    asked = {"subject": "SUBJ", "visit": "VISIT", "covariance": covariance, "fallback": False}
    both = fit_mmrm(data, "Y ~ 0 + ARM:VISIT", group="ARM", **asked)
    alone = {arm: fit_mmrm(data[arm == data.ARM], "Y ~ 0 + VISIT", **asked) for arm in "AB"}
    total = sum(fit.minus_two_log_likelihood for fit in alone.values())
    assert both.minus_two_log_likelihood == pytest.approx(total, abs=1e-8)
    for code, (arm, fit) in enumerate(alone.items()):
        own = both.coefficients.loc[[term for term in both.terms if f"ARM{arm}" in term]]
        columns = ["estimate", "se", "df", "p_value"]
        np.testing.assert_allclose(own[columns], fit.coefficients[columns], rtol=1e-6)
        np.testing.assert_allclose(both.sigma_of(code), fit.covariance, rtol=1e-6)
    assert both.groups == ("A", "B")
    assert "by group" in both.method


def test_one_group_is_one_covariance(data):
    asked = {"subject": "SUBJ", "visit": "VISIT"}
    one = fit_mmrm(data[data.ARM == "A"], "Y ~ VISIT", group="ARM", **asked)
    plain = fit_mmrm(data[data.ARM == "A"], "Y ~ VISIT", **asked)
    assert one.groups == ()
    assert one.minus_two_log_likelihood == plain.minus_two_log_likelihood


def test_a_subject_in_two_groups_is_refused(data):
    crossed = data.assign(ARM=np.where(data.VISIT == "V0", "A", "B"))
    with pytest.raises(FitError, match="more than one ARM"):
        fit_mmrm(crossed, "Y ~ VISIT", subject="SUBJ", visit="VISIT", group="ARM")
