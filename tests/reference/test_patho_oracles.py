"""Pathological data: an answer or a sentence in every row; where R is right, the same answer."""

import json

import numpy as np
import pytest

from sscviewer.analysis.mmrm import fit_mmrm
from sscviewer.analysis.random_slope import fit_random_slope

SPECIAL = {
    "base_arm": "y ~ visit * arm",
    "empty_cell": "y ~ visit * arm",
    "arm_of_1": "y ~ visit * arm",
    "visit_3obs_arm": "y ~ visit * arm",
    "single_level_arm": "y ~ visit * arm",
    "collinear": "y ~ visit + base + base2",
    "near_collinear": "y ~ visit + base + base2 + base3",
    "constant_cov": "y ~ visit + k",
    "base_na": "y ~ visit + base",
    "n6_base": "y ~ visit + base",
}
# log-likelihood, SE and df of the last visit's effect, from table.txt (polished mmrm)
EXPECTED = {
    ("base", "us"): (-185.014, 0.709175, 19.0),
    ("base", "cs"): (-190.352, 0.625601, 57.0),
    ("base", "adh"): (-186.541, None, 45.5932),
    ("base_na", "us"): (-164.253, 0.726133, 18.0),
    ("subject_1obs", "us"): (-179.093, 0.736986, 18.0273),
    ("collinear", "us"): (-172.886, 0.709175, 19.0),
    ("near_collinear", "cs"): (-179.287, 0.625601, 57.0),
    ("n5", "us"): (-22.1546, 2.02285, 4.0),
    ("n6", "us"): (-39.3832, 1.8485, 5.0),
    ("het_1e4", "us"): (-360.01, 9117.09, 19.0),
    ("scale_1e6", "us"): (-1234.99, 709175.0, 19.0),
    ("scale_1em6", "us"): (864.965, 7.09175e-07, 19.0),
    ("offset_1e8", "us"): (-185.014, 0.709175, 19.0),
    ("visit_0obs", "us"): (-138.297, 0.594383, 19.0),
    ("neg_corr", "toep"): (-208.93, None, 25.9197),
    ("visits15_n20", "us"): (-599.825, 0.686323, 19.0),
    ("visits15_n20", "toeph"): (-692.615, None, 21.0145),
    ("visits10_n20_miss", "cs"): (-348.167, 1.03488, 112.788),
    ("paired_ttest", "cs"): (-34.9779, 0.388959, 9.0),
}


def _names(oracles):
    return sorted(p.stem.removeprefix("patho_") for p in (oracles.root / "patho").glob("*.csv"))


@pytest.mark.parametrize("covariance", ["us", "cs", "adh"])
def test_every_row_has_an_answer_or_a_sentence(oracles, attempt, covariance):
    for name in _names(oracles):
        formula = SPECIAL.get(name, "y ~ visit")
        arguments = {"subject": "id", "visit": "visit", "covariance": covariance}
        fit, sentence = attempt(fit_mmrm, oracles.patho(name), formula, **arguments)
        if fit is None:
            print(f"{name:20s} {sentence}")
            assert sentence.endswith("."), name
            continue
        assert fit.converged
        if fit.structure != covariance and len(fit.visits) > 1:
            assert any("cannot be estimated, because" in w for w in fit.warnings), name
        table = fit.coefficients
        kept = table[table["estimate"].notna()]
        assert np.isfinite(kept[["estimate", "se", "df"]].to_numpy()).all(), name


def test_random_slopes_have_an_answer_or_a_sentence(oracles, attempt):
    for name in _names(oracles):
        fit, sentence = attempt(fit_random_slope, oracles.patho(name), "y ~ vn", subject="id", time="vn")
        if fit is None:
            assert sentence.endswith("."), name
            continue
        assert fit.converged
        assert np.isfinite(fit.coefficients[["estimate", "se", "df"]].to_numpy()).all(), name


@pytest.mark.parametrize(("name", "covariance"), list(EXPECTED))
def test_where_r_is_right_we_agree(oracles, name, covariance):
    log_likelihood, se, df = EXPECTED[name, covariance]
    fit = fit_mmrm(
        oracles.patho(name),
        SPECIAL.get(name, "y ~ visit"),
        subject="id",
        visit="visit",
        covariance=covariance,
    )
    last = [t for t in fit.terms if t.startswith("visit") and ":" not in t][-1]
    row = fit.coefficients.loc[last]
    assert fit.structure == covariance
    assert fit.log_likelihood == pytest.approx(log_likelihood, rel=4e-6)
    assert row["df"] == pytest.approx(df, rel=1e-5)
    if se is not None:
        assert row["se"] == pytest.approx(se, rel=3e-6)


def test_offset_leaves_standard_errors(oracles):
    data = oracles.patho("base")
    plain = fit_mmrm(data, "y ~ visit", subject="id", visit="visit").coefficients
    moved = fit_mmrm(data.assign(y=data["y"] + 1e8), "y ~ visit", subject="id", visit="visit").coefficients
    # 1e8 + y itself keeps 8 digits after the point
    assert moved["se"].to_numpy() == pytest.approx(plain["se"].to_numpy(), rel=1e-7)


def test_redundant_f_test_rows_count_once(oracles):
    """R's mmrm gives 2 denominator df here, and an error for KR; its own full test is the reference."""
    tail = (oracles.root / "patho" / "table.txt").read_text().split('"note"')[1]
    reference = json.loads('{"note"' + tail)
    for df, key in (("satterthwaite", "satt_full"), ("kenward-roger-linear", "kr_full")):
        fit = fit_mmrm(oracles.patho("base"), "y ~ visit * arm", subject="id", visit="visit", df=df)
        rows = [{term: 1.0} for term in fit.terms[5:]]
        more = [*rows, {fit.terms[5]: 1.0, fit.terms[6]: 1.0}]
        for contrasts in (rows, more):
            test = fit.f_test(contrasts)
            # the reference stopped early (mmrm's default): 3e-5
            assert test["f"] == pytest.approx(reference[key]["f_stat"], rel=3e-5)
            assert test["num_df"] == 3
            assert test["den_df"] == pytest.approx(reference[key]["denom_df"], rel=3e-5)
