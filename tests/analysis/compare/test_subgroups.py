"""Differences in subgroups and the test of interaction against statsmodels."""

import math

import numpy as np
import pandas as pd
import pytest
from statsmodels.formula.api import ols
from statsmodels.stats.anova import anova_lm

from sscviewer.analysis.compare.subgroups import subgroup_effects


def _trial(n=60, seed=4):
    rng = np.random.default_rng(seed)
    arm = np.array(["Drug", "Placebo"] * (n // 2), dtype=object)
    sex = rng.choice(np.array(["F", "M", "X"], dtype=object), n)
    base = rng.normal(70, 10, n)
    y = 0.2 * base + 3.0 * ((arm == "Drug") & (sex == "F")) + rng.normal(0, 4, n)
    return y, arm, sex, base


def test_as_statsmodels():
    y, arm, sex, base = _trial()
    found = subgroup_effects(y, arm, sex, base[:, None], against=("Drug", "Placebo"), level=0.95)
    frame = pd.DataFrame({"y": y, "arm": pd.Categorical(arm, ["Placebo", "Drug"]), "sex": sex, "base": base})
    full = ols("y ~ sex + arm:sex + base", frame).fit()
    test = anova_lm(ols("y ~ sex + arm + base", frame).fit(), full)
    assert found.p_value == pytest.approx(float(test["Pr(>F)"].iloc[1]))
    assert found.f == pytest.approx(float(test["F"].iloc[1]))
    assert (found.df, found.df_residual) == (2, int(full.df_resid))
    for effect in found.effects:
        name = f"arm[T.Drug]:sex[{effect.level}]"
        assert effect.difference.estimate == pytest.approx(full.params[name])
        assert effect.difference.se == pytest.approx(full.bse[name])
        assert effect.difference.p_value == pytest.approx(full.pvalues[name])
        assert effect.n + effect.n_reference == int((sex == effect.level).sum())


def test_a_level_with_one_arm_has_no_difference_and_takes_no_part_in_the_test():
    y, arm, sex, base = _trial()
    sex = np.where((sex == "X") & (arm == "Placebo"), "", sex).astype(object)
    found = subgroup_effects(y, arm, sex, base[:, None], against=("Drug", "Placebo"), level=0.95)
    alone = next(effect for effect in found.effects if effect.level == "X")
    assert (alone.difference, alone.n_reference, found.df) == (None, 0, 1)
    frame = pd.DataFrame({"y": y, "drug": arm == "Drug", "sex": sex, "base": base, "cell": arm + sex})
    frame = frame[frame["sex"] != ""].astype({"drug": float})
    test = anova_lm(ols("y ~ sex + drug + base", frame).fit(), ols("y ~ cell + base", frame).fit())
    assert found.f == pytest.approx(float(test["F"].iloc[1]))
    assert found.p_value == pytest.approx(float(test["Pr(>F)"].iloc[1]))


def test_a_covariate_that_is_the_subgroup_is_left_out():
    y, arm, sex, base = _trial()
    dummy = (sex == "F").astype(float)
    found = subgroup_effects(
        y, arm, sex, np.column_stack([base, dummy]), against=("Drug", "Placebo"), level=0.95
    )
    plain = subgroup_effects(y, arm, sex, base[:, None], against=("Drug", "Placebo"), level=0.95)
    assert found.p_value == pytest.approx(plain.p_value)


def test_too_few_patients_have_none():
    y, arm, sex, base = (part[:4] for part in _trial())
    found = subgroup_effects(y, arm, sex, base[:, None], against=("Drug", "Placebo"), level=0.95)
    assert math.isnan(found.p_value)
