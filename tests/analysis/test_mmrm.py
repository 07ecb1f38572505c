"""The MMRM as a library: contract, names, warnings, fallback, invariances (SYN20 and exact small cases)."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sscviewer.analysis.mmrm import fit_mmrm
from sscviewer.analysis.reml.errors import FitError

KEYS = {"subject": "USUBJID", "visit": "VISIT"}


@pytest.fixture(scope="module")
def armed(syn20_later):
    """SYN20 with two made-up arms."""
    odd = syn20_later["USUBJID"].str[-1].astype(int) % 2 == 1
    return syn20_later.assign(ARM=np.where(odd, "B", "A"))


def test_contract(armed):
    fit = fit_mmrm(armed, "MRSS_CHG ~ MRSS_BASE_C + ARM * VISIT", **KEYS)
    assert list(fit.coefficients.columns) == ["estimate", "se", "df", "t", "p_value", "lower", "upper"]
    assert list(fit.coefficients.index) == [
        "(Intercept)", "MRSS_BASE_C", "ARMB", "VISITM6", "VISITM9", "VISITM12",
        "ARMB:VISITM6", "ARMB:VISITM9", "ARMB:VISITM12",
    ]  # fmt: skip
    assert fit.vcov.shape == (9, 9)
    assert fit.covariance.shape == (4, 4)
    assert list(fit.covariance.index) == ["M3", "M6", "M9", "M12"]
    assert fit.minus_two_log_likelihood == pytest.approx(-2 * fit.log_likelihood)
    assert fit.fitted.n_parameters == 10
    assert (fit.n_subjects, fit.n_obs, fit.converged) == (18, 57, True)
    estimate = fit.contrast({"ARMB": 1.0, "ARMB:VISITM12": 1.0})
    means = fit.marginal_means("VISIT", by="ARM")
    difference = means.loc[means["VISIT"] == "M12", "estimate"].diff().iloc[-1]
    assert estimate.estimate == pytest.approx(difference)
    assert estimate.lower < estimate.estimate < estimate.upper
    assert estimate.method == "MMRM, us, REML, kenward-roger"
    assert fit.vcov.loc["ARMB", "ARMB"] == pytest.approx(fit.coefficients.loc["ARMB", "se"] ** 2)


def test_paired_t_test_is_a_special_case():
    """Two visits, complete data: the visit effect is the paired t-test (R t.test on the sleep data)."""
    first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
    second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    data = pd.DataFrame({"id": list(range(10)) * 2, "v": ["a"] * 10 + ["b"] * 10, "y": first + second})
    for covariance in ("us", "cs"):
        row = fit_mmrm(data, "y ~ v", subject="id", visit="v", covariance=covariance).coefficients.loc["vb"]
        assert (row["t"], row["df"], row["p_value"]) == pytest.approx((4.062128, 9.0, 0.002832890), rel=1e-6)


def test_level_and_interval(syn20_later):
    narrow = fit_mmrm(syn20_later, "MRSS_CHG ~ 0 + VISIT", **KEYS, level=0.8)
    wide = narrow.contrast({"VISITM3": 1.0}, level=0.99)
    assert wide.level == 0.99
    assert narrow.contrast({"VISITM3": 1.0}).lower > wide.lower


def test_df_methods(syn20_later):
    tables = {
        df: fit_mmrm(syn20_later, "MRSS_CHG ~ 0 + VISIT", **KEYS, df=df).coefficients
        for df in ("kenward-roger", "kenward-roger-linear", "satterthwaite", "between-within", "residual")
    }
    # Sigma is linear in its entries: both Kenward-Rogers agree
    pd.testing.assert_frame_equal(tables["kenward-roger"], tables["kenward-roger-linear"])
    assert (tables["kenward-roger"]["se"] >= tables["satterthwaite"]["se"] - 1e-12).all()
    assert (tables["residual"]["df"] == 57 - 4).all()
    assert (tables["between-within"]["df"] == 57 - 18 - 4).all()


def test_ml_uses_satterthwaite_and_says_so(syn20_later):
    fit = fit_mmrm(syn20_later, "MRSS_CHG ~ 0 + VISIT", **KEYS, method="ml")
    assert fit.df_method == "satterthwaite"
    assert any("needs REML" in w for w in fit.warnings)


def test_dropped_rows_are_counted(syn20_later):
    fit = fit_mmrm(syn20_later, "FVCPP_CHG ~ VISIT", **KEYS)
    assert "2 rows without FVCPP_CHG left out." in fit.warnings


def test_fallback_names_the_reason(syn20_later):
    few = syn20_later[syn20_later["USUBJID"].isin(["S01", "S02", "S03"])]
    fit = fit_mmrm(few, "MRSS_CHG ~ VISIT", **KEYS)
    assert fit.structure != "us"
    assert fit.warnings[0].startswith("The us covariance cannot be estimated, because ")
    assert "was used instead" in fit.warnings[0]
    with pytest.raises(FitError, match="because"):
        fit_mmrm(few, "MRSS_CHG ~ VISIT", **KEYS, fallback=False)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"covariance": "un"}, "covariance is “un”; it can be us"),
        ({"df": "kr"}, "df is “kr”; it can be kenward-roger"),
        ({"method": "REML"}, "method is “REML”; it can be reml, ml"),
        ({"subject": "ID"}, "no column ID"),
        ({"formula": "MRSS_CHG"}, "one response|cannot be read"),
        ({"formula": "MRSS_CHG ~ VISIT +"}, "cannot be read"),
        ({"formula": "USUBJID ~ VISIT"}, "not numeric"),
    ],
)
def test_errors_are_sentences(syn20_later, change, message):
    arguments = {"formula": "MRSS_CHG ~ VISIT", **KEYS} | change
    with pytest.raises(FitError, match=message):
        fit_mmrm(syn20_later, **arguments)


def test_unknown_term_in_a_contrast(syn20_later):
    fit = fit_mmrm(syn20_later, "MRSS_CHG ~ VISIT", **KEYS)
    with pytest.raises(FitError, match="no term VISITM15"):
        fit.contrast({"VISITM15": 1.0})
    with pytest.raises(FitError, match="not a categorical variable"):
        fit.marginal_means("MONTH")


def test_aliased_columns_are_reported_like_r(armed):
    data = armed.assign(TWICE=2 * armed["MRSS_BASE_C"])
    fit = fit_mmrm(data, "MRSS_CHG ~ MRSS_BASE_C + TWICE + VISIT", **KEYS)
    plain = fit_mmrm(data, "MRSS_CHG ~ MRSS_BASE_C + VISIT", **KEYS)
    assert np.isnan(fit.coefficients.loc["TWICE", "estimate"])
    assert any("TWICE" in w for w in fit.warnings)
    kept = fit.coefficients.drop(index="TWICE")
    pd.testing.assert_frame_equal(kept, plain.coefficients, rtol=1e-9)
    # a mean over an empty cell is not estimable, the others are
    empty = armed[~((armed["ARM"] == "B") & (armed["VISIT"] == "M9"))]
    means = fit_mmrm(empty, "MRSS_CHG ~ ARM * VISIT", **KEYS).marginal_means("VISIT", by="ARM")
    missing = means.loc[means["estimate"].isna(), ["ARM", "VISIT"]].astype(str).to_numpy().tolist()
    assert missing == [["B", "M9"]]


def test_baseline_as_response_keeps_everyone(syn20):
    """cLDA: subjects with a baseline only stay in the model."""
    fit = fit_mmrm(syn20, "MRSS ~ C(MONTH)", subject="USUBJID", visit="MONTH")
    assert (fit.n_subjects, fit.n_obs) == (20, 77)


def test_proportional_weights(armed):
    fit = fit_mmrm(armed, "MRSS_CHG ~ ARM * VISIT", **KEYS)
    equal = fit.marginal_means("VISIT").set_index("VISIT")["estimate"]
    shares = armed.dropna(subset="MRSS_CHG")["ARM"].value_counts(normalize=True)
    by_arm = fit.marginal_means("VISIT", by="ARM").set_index(["ARM", "VISIT"])["estimate"]
    own = fit.marginal_means("VISIT", weights="proportional").set_index("VISIT")["estimate"]
    assert equal["M12"] == pytest.approx((by_arm["A", "M12"] + by_arm["B", "M12"]) / 2)
    assert own["M12"] == pytest.approx(shares["A"] * by_arm["A", "M12"] + shares["B"] * by_arm["B", "M12"])


def _figures(fit):
    return fit.coefficients[["estimate", "se", "df"]].to_numpy()


@settings(max_examples=8, deadline=None)
@given(
    st.floats(-6, 6),
    st.floats(-1e6, 1e6),
    st.integers(0, 2**31),
    st.sampled_from(["us", "toeph", "ar1h", "cs", "adh"]),
)
def test_invariance(syn20_later, exponent, shift, seed, covariance):
    """Scale, offset, order of rows, names of visits and an empty subject change nothing but units."""
    formula = "FVCPP_CHG ~ VISIT"
    plain = _figures(fit_mmrm(syn20_later, formula, **KEYS, covariance=covariance))
    factor = 10.0**exponent
    rng = np.random.default_rng(seed)
    names = {v: f"visit {chr(97 + i)}" for i, v in enumerate(syn20_later["VISIT"].cat.categories)}
    nobody = syn20_later.iloc[:1].assign(USUBJID="S99", FVCPP_CHG=np.nan)
    data = pd.concat([syn20_later, nobody]).astype({"VISIT": str})
    data = data.assign(FVCPP_CHG=(data["FVCPP_CHG"] + shift) * factor, VISIT=data["VISIT"].map(names))
    data = data.iloc[rng.permutation(len(data))]
    moved = _figures(fit_mmrm(data, formula, **KEYS, covariance=covariance))
    # what a shift of 1e6 leaves of the values' own digits
    assert moved[:, 0] / factor - [shift, 0, 0, 0] == pytest.approx(plain[:, 0], abs=1e-7)
    assert moved[:, 1] / factor == pytest.approx(plain[:, 1], rel=1e-7)
    assert moved[:, 2] == pytest.approx(plain[:, 2], rel=1e-6)


def test_relabelled_visits_permute_an_unstructured_sigma(syn20_later):
    data = syn20_later.assign(VISIT=syn20_later["VISIT"].cat.reorder_categories(["M12", "M3", "M9", "M6"]))
    first = fit_mmrm(syn20_later, "FVCPP_CHG ~ 0 + VISIT", **KEYS)
    second = fit_mmrm(data, "FVCPP_CHG ~ 0 + VISIT", **KEYS)
    order = list(first.coefficients.index)
    pd.testing.assert_frame_equal(second.coefficients.loc[order], first.coefficients, rtol=1e-7)
    labels = list(first.covariance.index)
    pd.testing.assert_frame_equal(second.covariance.loc[labels, labels], first.covariance, rtol=1e-7)


def test_kinds_of_columns(syn20_later):
    """Nullable numbers, integer subjects, unused levels and a repeated index change nothing."""
    plain = fit_mmrm(syn20_later, "FVCPP_CHG ~ FVCPP_BASE_C + VISIT", **KEYS)
    data = syn20_later.assign(
        FVCPP_CHG=syn20_later["FVCPP_CHG"].astype("Float64"),
        FVCPP_BASE_C=syn20_later["FVCPP_BASE_C"].astype("Float64"),
        USUBJID=syn20_later["USUBJID"].str[1:].astype(int),
        VISIT=syn20_later["VISIT"].cat.add_categories(["M15"]),
    )
    data.index = np.zeros(len(data), dtype=int)
    other = fit_mmrm(data, "FVCPP_CHG ~ FVCPP_BASE_C + VISIT", **KEYS)
    pd.testing.assert_frame_equal(other.coefficients, plain.coefficients, rtol=1e-9)
    flagged = syn20_later.assign(LATE=syn20_later["USUBJID"] > "S10")
    fit = fit_mmrm(flagged, "FVCPP_CHG ~ LATE + VISIT", **KEYS)
    assert "LATETrue" in fit.terms


def test_alphabetical_visits_are_said_where_order_matters(syn20_later):
    text = syn20_later.assign(VISIT=syn20_later["VISIT"].astype(str))
    fit = fit_mmrm(text, "FVCPP_CHG ~ VISIT", **KEYS, covariance="ar1")
    assert any("alphabetical order (M12, M3, M6, M9)" in w for w in fit.warnings)
    assert fit_mmrm(text, "FVCPP_CHG ~ VISIT", **KEYS).warnings == ("2 rows without FVCPP_CHG left out.",)


def test_f_test_of_one_row_is_the_t_test(armed):
    for df in ("kenward-roger", "satterthwaite"):
        fit = fit_mmrm(armed, "MRSS_CHG ~ ARM * VISIT", **KEYS, df=df)
        test, row = fit.f_test([{"ARMB": 1.0}]), fit.coefficients.loc["ARMB"]
        assert (test["f"], test["num_df"]) == pytest.approx((row["t"] ** 2, 1.0))
        assert (test["den_df"], test["p_value"]) == pytest.approx((row["df"], row["p_value"]))
