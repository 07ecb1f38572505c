"""Analysis of covariance against statsmodels, the closed form for two arms, and data that allow none."""

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.compare.ancova import ancova


def _trial(n=24, seed=2):
    rng = np.random.default_rng(seed)
    base = rng.normal(70, 10, n)
    arm = np.array(["Drug", "Placebo"] * (n // 2), dtype=object)
    return -0.3 * (base - 70) + 2.0 * (arm == "Drug") + rng.normal(0, 3, n), arm, base


def test_as_statsmodels():
    ols = pytest.importorskip("statsmodels.formula.api").ols
    change, arm, base = _trial()
    arm[::5] = "High"
    sex = (np.arange(24) % 3 == 0).astype(float)
    ours = ancova(
        change,
        arm,
        np.column_stack([base, sex]),
        reference="Placebo",
        words=("baseline value", "sex"),
        level=0.95,
    )
    frame = pd.DataFrame({"y": change, "arm": arm, "base": base - base.mean(), "sex": sex - sex.mean()})
    theirs = ols("y ~ 0 + arm + base + sex", frame).fit()
    for name, mean in ours.arms:
        assert mean.estimate == pytest.approx(theirs.params[f"arm[{name}]"])
        assert (mean.lower, mean.upper) == pytest.approx(tuple(theirs.conf_int().loc[f"arm[{name}]"]))
    for name, difference in ours.differences:
        test = theirs.t_test(f"arm[{name}] - arm[Placebo] = 0")
        assert difference.p_value == pytest.approx(float(test.pvalue))
        assert (difference.estimate, difference.se) == pytest.approx((test.effect.item(), test.sd.item()))
    ((one, other, pair),) = ours.pairs
    assert {one, other} == {"Drug", "High"}
    test = theirs.t_test(f"arm[{one}] - arm[{other}] = 0")
    assert (pair.estimate, pair.se) == pytest.approx((test.effect.item(), test.sd.item()))
    assert pair.p_value == pytest.approx(float(test.pvalue))
    assert ours.slopes == pytest.approx(tuple(theirs.params[["base", "sex"]]))


def test_two_arms_in_closed_form():
    """Difference of the means less the pooled slope within arms times the difference of the baselines."""
    change, arm, base = _trial()
    drug = arm == "Drug"
    products = squares = 0.0
    for group in (drug, ~drug):
        x, y = base[group] - base[group].mean(), change[group] - change[group].mean()
        products, squares = products + np.sum(x * y), squares + np.sum(x**2)
    slope = products / squares
    expected = change[drug].mean() - change[~drug].mean() - slope * (base[drug].mean() - base[~drug].mean())
    ((name, difference),) = ancova(change, arm, base, reference="Placebo", level=0.95).differences
    assert (name, difference.df) == ("Drug", 21)
    assert difference.estimate == pytest.approx(expected)


def test_who_lacks_a_value_is_left_out_and_counted():
    change, arm, base = _trial()
    change[0], base[3], arm[5] = np.nan, np.nan, ""
    found = ancova(change, arm, base, reference="Placebo", level=0.95)
    kept = ~np.isin(np.arange(24), [0, 3, 5])
    assert (
        found.differences
        == ancova(change[kept], arm[kept], base[kept], reference="Placebo", level=0.95).differences
    )
    assert found.notes == ("3 patients without a value, a covariate or an arm left out.",)


@pytest.mark.parametrize("n", [0, 1, 2, 3])
def test_too_few_patients_have_a_reason(n):
    change, arm, base = (column[:n] for column in _trial())
    found = ancova(change, arm, base, reference="Placebo", level=0.95)
    assert found.arms == found.differences == ()
    assert "Not estimated" in found.notes[-1]


def test_a_constant_or_aliased_covariate():
    change, arm, base = _trial()
    constant = ancova(change, arm, np.full(24, 70.0), reference="Placebo", level=0.95)
    assert constant.differences[0][1].df == 22
    assert "the same in all patients" in constant.notes[0]
    follows = ancova(change, arm, (arm == "Drug").astype(float), reference="Placebo", level=0.95)
    assert "Not estimated" in follows.notes[-1]
    assert len(ancova(change, arm, base, reference="Sham", level=0.95).differences) == 0
