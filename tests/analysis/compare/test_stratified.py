"""Strata: admissions to Berkeley by department, as R's mantelhaen.test prints them; statsmodels elsewhere."""

import numpy as np
import pytest

from sscviewer.analysis.compare.stratified import cochran_mantel_haenszel
from sscviewer.analysis.compare.two_groups import TwoGroups, risk_difference

# Bickel, Hammel & O'Connell, Science 1975;187:398: men and women admitted, of those who applied
BERKELEY = [
    TwoGroups(512, 825, 89, 108),
    TwoGroups(353, 560, 17, 25),
    TwoGroups(120, 325, 202, 593),
    TwoGroups(138, 417, 131, 375),
    TwoGroups(53, 191, 94, 393),
    TwoGroups(22, 373, 24, 341),
]


def test_berkeley():
    found = cochran_mantel_haenszel(BERKELEY, correct=True, level=0.95)
    assert (round(found.chi_squared, 4), round(found.p_value, 4)) == (1.4269, 0.2323)
    assert found.odds_ratio == pytest.approx((0.9046968, 0.7719074, 1.0603298), abs=6e-8)
    assert found.strata == 6
    # in R from the formulas of Greenland and Robins (1985, difference) and Sato (1989, variance)
    assert found.difference == pytest.approx((-0.01842519619, -0.04748243535, 0.01063204296), rel=1e-9)


def test_as_statsmodels():
    tables = pytest.importorskip("statsmodels.stats.contingency_tables")
    rng = np.random.default_rng(5)
    strata = [TwoGroups(int(rng.integers(0, 8)), 8, int(rng.integers(0, 6)), 6) for _ in range(5)]
    array = [[[s.events, s.n - s.events], [s.other_events, s.n_other - s.other_events]] for s in strata]
    theirs = tables.StratifiedTable(np.moveaxis(np.array(array, dtype=float), 0, 2))
    ours = cochran_mantel_haenszel(strata, level=0.95)
    assert ours.odds_ratio == pytest.approx((theirs.oddsratio_pooled, *theirs.oddsratio_pooled_confint()))
    test = theirs.test_null_odds(correction=False)
    assert (ours.chi_squared, ours.p_value) == pytest.approx((test.statistic, test.pvalue))


def test_one_stratum_is_the_difference_of_the_shares():
    one = TwoGroups(9, 30, 4, 25)
    value, lower, upper = cochran_mantel_haenszel([one], level=0.95).difference
    assert value == pytest.approx(risk_difference(one, method="miettinen-nurminen", level=0.95).value)
    assert (lower, upper) == pytest.approx((9 / 30 - 4 / 25 - 0.2186, 9 / 30 - 4 / 25 + 0.2186), abs=0.01)


@pytest.mark.parametrize("strata", [[], [TwoGroups(0, 5, 0, 5)], [TwoGroups(2, 5, 0, 0)]])
def test_nothing_to_compare_has_a_reason(strata):
    found = cochran_mantel_haenszel(strata, level=0.95)
    assert found.reason
    assert np.isnan([found.chi_squared, found.p_value, found.odds_ratio[0]]).all()
