"""Values that are all alike: an estimate, and neither an interval without width nor a P of rounding."""

import math

import numpy as np
import pytest

from sscviewer.analysis.compare.ancova import ancova
from sscviewer.analysis.compare.subgroups import subgroup_effects
from sscviewer.analysis.compare.win_ratio import ValueLayer, win_ratio
from sscviewer.analysis.efficacy.sensitivity import mean_difference, mean_estimate

LIKE = (0.1, 1.0, -3.3, 0.0, 1e6 + 0.1)
ARM = np.array(list("PPPDDD"), dtype=object)


def has_none(estimate):
    return np.isnan([estimate.lower, estimate.upper, estimate.p_value]).all()


@pytest.mark.parametrize("value", LIKE)
def test_a_mean_and_a_difference(value):
    for n in (2, 3, 7):
        found = mean_estimate(np.full(n, value), level=0.95)
        assert found.estimate == pytest.approx(value)
        assert has_none(found)
    assert has_none(mean_difference(np.full(3, value), np.full(4, value), level=0.95))


@pytest.mark.parametrize("value", LIKE)
def test_analysis_of_covariance_and_subgroups(value):
    base = np.array([10.0, 12.0, 11.5, 10.5, 12.5, 13.0])
    change = np.where(ARM == "D", value + 1.0, value)
    found = ancova(change, ARM, base[:, None], reference="P", words=("base",), level=0.95)
    ((_, difference),) = found.differences
    assert difference.estimate == pytest.approx(1.0)
    assert has_none(difference)
    assert any("no interval" in note for note in found.notes)
    levels = np.array(list("abbaab"), dtype=object)
    split = subgroup_effects(change, ARM, levels, np.empty((6, 0)), against=("D", "P"), level=0.95)
    assert all(has_none(effect.difference) for effect in split.effects)
    assert math.isnan(split.p_value)


def test_pairs_that_all_agree():
    treated = np.array([True, True, False, False])
    for values, benefit in (((1.0, 1.0, 1.0, 1.0), 0.0), ((3.0, 4.0, 1.0, 2.0), 1.0)):
        found = win_ratio([ValueLayer("value", np.array(values))], treated, level=0.95)
        assert found.benefit == benefit
        assert np.isnan([found.benefit_lower, found.benefit_upper, found.lower, found.p_value]).all()
