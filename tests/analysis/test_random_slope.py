"""The random-slope model as a library: contract, boundary, invariances (SYN20)."""

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.random_slope import fit_random_slope
from sscviewer.analysis.reml.errors import FitError

KEYS = {"subject": "USUBJID", "time": "MONTH"}


def test_contract(syn20):
    fit = fit_random_slope(syn20, "FVCPP ~ MONTH", **KEYS)
    assert list(fit.coefficients.index) == ["(Intercept)", "MONTH"]
    assert fit.random_covariance.shape == (2, 2)
    assert list(fit.random_covariance.index) == ["(Intercept)", "MONTH"]
    assert (fit.n_subjects, fit.n_obs, fit.singular) == (20, 75, False)
    twelve = fit.contrast({"MONTH": 12.0})
    assert twelve.estimate == pytest.approx(12 * 0.0847744, abs=1e-5)


def test_twelve_month_change_as_pbkrtest(syn20):
    fit = fit_random_slope(syn20, "MRSS ~ MONTH", **KEYS, df="kenward-roger-expected")
    change = fit.contrast({"MONTH": 12.0})
    assert (change.estimate, change.lower, change.upper) == pytest.approx(
        (-4.6892, -6.6124, -2.7660), abs=6e-5
    )


def test_time_unit_and_origin_do_not_matter(syn20):
    months = fit_random_slope(syn20, "FVCPP ~ MONTH", **KEYS)
    years = syn20.assign(YEAR=2020 + syn20["MONTH"] / 12)
    moved = fit_random_slope(years, "FVCPP ~ YEAR", subject="USUBJID", time="YEAR")
    one, two = months.coefficients.loc["MONTH"], moved.coefficients.loc["YEAR"]
    assert two["estimate"] == pytest.approx(12 * one["estimate"], rel=1e-7)
    assert two["se"] == pytest.approx(12 * one["se"], rel=1e-7)
    assert two["df"] == pytest.approx(one["df"], rel=1e-6)
    assert moved.random_covariance.iloc[1, 1] == pytest.approx(
        144 * months.random_covariance.iloc[1, 1], rel=1e-6
    )


def test_irregular_times_agree_with_regular_ones(syn20):
    """Jitter that vanishes gives the fit without jitter, though no two subjects share a time vector."""
    rng = np.random.default_rng(5)
    jittered = syn20.assign(MONTH=syn20["MONTH"] + 1e-7 * rng.standard_normal(len(syn20)))
    one = fit_random_slope(syn20, "FVCPP ~ MONTH", **KEYS)
    two = fit_random_slope(jittered, "FVCPP ~ MONTH", **KEYS)
    assert two.fitted.blocks.load.shape[0] > one.fitted.blocks.load.shape[0]
    assert two.minus_two_log_likelihood == pytest.approx(one.minus_two_log_likelihood, abs=1e-5)
    assert two.coefficients.to_numpy() == pytest.approx(one.coefficients.to_numpy(), rel=1e-5)


def test_boundary_is_said(syn20):
    rng = np.random.default_rng(1)
    noise = syn20.assign(FVCPP=rng.standard_normal(len(syn20)))
    # residuals spread evenly within subjects leave no variance between them
    noise["FVCPP"] -= noise.groupby("USUBJID")["FVCPP"].transform("mean")
    fit = fit_random_slope(noise, "FVCPP ~ MONTH", **KEYS)
    assert fit.singular
    assert fit.converged
    assert any("singular" in w for w in fit.warnings)
    assert np.isfinite(fit.coefficients.to_numpy()).all()


def test_scale_and_offset(syn20):
    plain = fit_random_slope(syn20, "MRSS ~ MONTH", **KEYS).coefficients
    moved = syn20.assign(MRSS=1e8 + 1e3 * syn20["MRSS"])
    other = fit_random_slope(moved, "MRSS ~ MONTH", **KEYS).coefficients
    assert other["se"].to_numpy() / 1e3 == pytest.approx(plain["se"].to_numpy(), rel=1e-7)
    assert other["df"].to_numpy() == pytest.approx(plain["df"].to_numpy(), rel=1e-6)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (pd.DataFrame({"id": ["a"] * 4, "t": [0, 1, 2, 3], "y": [1.0, 2, 4, 3]}), "one subject only"),
        (pd.DataFrame({"id": list("abcd"), "t": [0, 1, 2, 3], "y": [1.0, 2, 4, 3]}), "one value only"),
        (
            pd.DataFrame({"id": list("aabbcc"), "t": [0, 1] * 3, "y": [1.0, 2, 4, 3, 7, 5]}),
            "cannot be told apart",
        ),
        (pd.DataFrame({"id": list("aabb"), "t": list("xyxy"), "y": [1.0, 2, 4, 3]}), "not numeric"),
    ],
)
def test_errors_are_sentences(data, message):
    with pytest.raises(FitError, match=message):
        fit_random_slope(data, "y ~ 1", subject="id", time="t")
