"""Sets that break mixed models: an answer or a sentence in every row, and what theory says of the answer.

Twenty patients at four visits from one seed, each set bent in its own way. The larger run on sets with R's
own answers is test_patho_oracles.py.
"""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from sscviewer.analysis.mmrm import fit_mmrm
from sscviewer.analysis.random_slope import fit_random_slope


def _plain(patients=20, visits=4, seed=7):
    dice = np.random.default_rng(seed)
    when = np.arange(visits)
    level = dice.normal(0, 2, (patients, 1)) + dice.normal(0, 0.4, (patients, 1)) * when
    values = np.round(50 + level - 0.5 * when + dice.normal(0, 1, (patients, visits)), 2)
    return pd.DataFrame(
        {
            "id": np.repeat([f"P{i:02d}" for i in range(patients)], visits),
            "vn": np.tile(when, patients).astype(float),
            "visit": pd.Categorical(np.tile([f"V{i}" for i in when], patients)),
            "arm": np.repeat(np.where(np.arange(patients) % 2, "A", "B"), visits),
            "base": np.repeat(values[:, 0], visits),
            "y": values.ravel(),
        }
    )


def _one_visit_each(data):
    return data[data["vn"] == data["id"].str[1:].astype(int) % 4]


SETS = {
    "plain": (lambda d: d, "y ~ visit"),
    "three patients": (lambda d: d[d["id"] < "P03"], "y ~ visit"),
    "one patient": (lambda d: d[d["id"] == "P00"], "y ~ visit"),
    "nobody": (lambda d: d[:0], "y ~ visit"),
    "one visit each": (_one_visit_each, "y ~ visit"),
    "a visit of nobody": (lambda d: d[d["vn"] != 2], "y ~ visit"),
    "a patient seen once": (lambda d: d[(d["id"] != "P00") | (d["vn"] == 0)], "y ~ visit"),
    "an arm of one": (lambda d: d.assign(arm=np.where(d["id"] == "P00", "A", "B")), "y ~ visit * arm"),
    "one arm": (lambda d: d.assign(arm="A"), "y ~ visit * arm"),
    "an empty cell": (lambda d: d[(d["arm"] == "A") | (d["vn"] < 3)], "y ~ visit * arm"),
    "twice the same": (lambda d: d.assign(twice=2 * d["base"]), "y ~ visit + base + twice"),
    "a constant": (lambda d: d.assign(k=1.0), "y ~ visit + k"),
    "equal values": (lambda d: d.assign(y=5.0), "y ~ visit"),
    "no variance at one visit": (lambda d: d.assign(y=d["y"].where(d["vn"] != 3, 5.0)), "y ~ visit"),
    "very unequal": (lambda d: d.assign(y=d["y"] * np.where(d["vn"] == 3, 1e4, 1)), "y ~ visit"),
    "huge": (lambda d: d.assign(y=d["y"] * 1e8), "y ~ visit"),
    "tiny": (lambda d: d.assign(y=d["y"] * 1e-8), "y ~ visit"),
    "missing": (lambda d: d.assign(y=d["y"].where(np.arange(len(d)) % 3 > 0)), "y ~ visit"),
    "all missing": (lambda d: d.assign(y=np.nan), "y ~ visit"),
}


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("covariance", ["us", "cs", "adh"])
def test_an_answer_or_a_sentence(attempt, name, covariance):
    bend, formula = SETS[name]
    arguments = {"subject": "id", "visit": "visit", "covariance": covariance}
    fit, sentence = attempt(fit_mmrm, bend(_plain()), formula, **arguments)
    if fit is None:
        assert sentence.endswith(".")
        return
    assert fit.converged
    if fit.structure != covariance and len(fit.visits) > 1:
        assert any("cannot be estimated, because" in warning for warning in fit.warnings)
    table = fit.coefficients
    kept = table[table["estimate"].notna()]
    assert np.isfinite(kept[["estimate", "se", "df"]].to_numpy()).all()


@pytest.mark.parametrize("name", SETS)
def test_random_slopes_have_an_answer_or_a_sentence(attempt, name):
    fit, sentence = attempt(fit_random_slope, SETS[name][0](_plain()), "y ~ vn", subject="id", time="vn")
    if fit is None:
        assert sentence.endswith(".")
        return
    assert fit.converged
    assert np.isfinite(fit.coefficients[["estimate", "se", "df"]].to_numpy()).all()


def _fit(data, formula="y ~ visit", **more):
    return fit_mmrm(data, formula, subject="id", visit="visit", **more)


@pytest.mark.parametrize("covariance", ["us", "cs"])
@pytest.mark.parametrize("patients", [5, 10, 40])
def test_two_visits_are_the_paired_t_test(covariance, patients):
    data = _plain(patients, 2)
    before, after = (data.loc[data["vn"] == v, "y"].to_numpy() for v in (0, 1))
    theirs = stats.ttest_rel(after, before)
    ours = _fit(data, covariance=covariance).coefficients.loc["visitV1"]
    assert ours["estimate"] == pytest.approx((after - before).mean())
    assert ours["df"] == pytest.approx(theirs.df, rel=1e-5)
    assert ours["p_value"] == pytest.approx(theirs.pvalue, rel=1e-5)


@pytest.mark.parametrize(("covariance", "df"), [("us", 19), ("cs", 57)])
def test_complete_visits_have_the_degrees_of_freedom_of_analysis_of_variance(covariance, df):
    table = _fit(_plain(), covariance=covariance).coefficients
    np.testing.assert_allclose(table["df"].iloc[1:], df, rtol=1e-5)


@pytest.mark.parametrize("scale", [1e-6, 1e6])
@pytest.mark.parametrize("covariance", ["us", "adh"])
def test_another_unit_moves_the_decimal_point_and_nothing_else(covariance, scale):
    data = _plain()
    plain, other = (_fit(d, covariance=covariance) for d in (data, data.assign(y=data["y"] * scale)))
    assert other.structure == plain.structure == covariance
    for column in ("estimate", "se"):
        np.testing.assert_allclose(
            other.coefficients[column], plain.coefficients[column] * scale, rtol=3e-6, atol=1e-9 * scale
        )
    np.testing.assert_allclose(other.coefficients["df"], plain.coefficients["df"], rtol=1e-5)
    # the density of n - p contrasts of values that are `scale` times as wide
    assert other.log_likelihood == pytest.approx(plain.log_likelihood - 76 * np.log(scale), abs=1e-5)


def test_an_offset_leaves_standard_errors():
    data = _plain()
    plain, moved = (_fit(d).coefficients for d in (data, data.assign(y=data["y"] + 1e8)))
    # 1e8 + y itself keeps 8 digits after the point
    assert moved["se"].to_numpy() == pytest.approx(plain["se"].to_numpy(), rel=1e-7)


@pytest.mark.parametrize("df", ["satterthwaite", "kenward-roger-linear"])
def test_redundant_rows_of_an_f_test_count_once(df):
    fit = _fit(_plain(), "y ~ visit * arm", df=df)
    rows = [{term: 1.0} for term in fit.terms[5:]]
    plain = fit.f_test(rows)
    more = fit.f_test([*rows, {fit.terms[5]: 1.0, fit.terms[6]: 1.0}])
    assert (plain["num_df"], more["num_df"]) == (3, 3)
    assert (more["f"], more["den_df"]) == pytest.approx((plain["f"], plain["den_df"]), rel=1e-9)


def test_two_groups_of_complete_visits_have_the_f_test_of_hotelling():
    """Kenward and Roger's is exact here: F = T² (n - 2 - 3 + 1) / (3 (n - 2)) on 3 and n - 4 df."""
    data = _plain()
    values = data.pivot_table("y", "id", "vn").to_numpy()
    change = values[:, 1:] - values[:, :1]
    arm = data.drop_duplicates("id")["arm"].to_numpy()
    groups = [change[arm == name] for name in ("A", "B")]
    difference = groups[0].mean(axis=0) - groups[1].mean(axis=0)
    pooled = sum((len(g) - 1) * np.cov(g.T) for g in groups) / 18
    squared = difference @ np.linalg.solve(pooled * (1 / 10 + 1 / 10), difference)
    fit = _fit(data, "y ~ visit * arm", df="kenward-roger")
    ours = fit.f_test([{term: 1.0} for term in fit.terms[5:]])
    assert (ours["num_df"], ours["den_df"]) == pytest.approx((3, 16), rel=1e-5)
    assert ours["f"] == pytest.approx(squared * 16 / (3 * 18), rel=1e-5)
