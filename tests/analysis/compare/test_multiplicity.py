"""Adjusted P values against R's p.adjust and statsmodels."""

import numpy as np
import pytest

from sscviewer.analysis.compare.multiplicity import adjusted_p, gated_p

P = [0.01, 0.02, 0.03, 0.04, 0.05]


def test_as_r():
    assert adjusted_p(P, "holm") == pytest.approx([0.05, 0.08, 0.09, 0.09, 0.09])
    assert adjusted_p(P, "hochberg") == pytest.approx([0.05] * 5)
    assert adjusted_p(P, "none") == pytest.approx(P)


@pytest.mark.parametrize(("ours", "theirs"), [("holm", "holm"), ("hochberg", "simes-hochberg")])
def test_as_statsmodels(ours, theirs):
    multipletests = pytest.importorskip("statsmodels.stats.multitest").multipletests
    p = np.random.default_rng(3).random(12) ** 3
    assert adjusted_p(p, ours) == pytest.approx(multipletests(p, method=theirs)[1])


def test_a_fixed_sequence_stops_where_one_is_not_shown():
    assert adjusted_p([0.01, 0.2, 0.001], "fixed sequence") == pytest.approx([0.01, 0.2, 0.2])
    found = adjusted_p([0.01, np.nan, 0.001], "fixed sequence")
    assert found[0] == 0.01
    assert np.isnan(found[1:]).all()


@pytest.mark.parametrize("method", ["holm", "hochberg"])
def test_who_has_no_test_takes_no_part(method):
    found = adjusted_p([0.02, np.nan, 0.04], method)
    assert np.isnan(found[1])
    assert found[[0, 2]] == pytest.approx(adjusted_p([0.02, 0.04], method))
    assert len(adjusted_p([], method)) == 0


def test_no_secondary_p_is_below_the_primary_one_of_its_arm():
    found = gated_p([0.01, 0.02, 0.03, 0.04], [0.005, 0.5, np.nan, 0.005], "holm")
    assert found[[0, 1, 3]] == pytest.approx([0.04, 0.5, 0.06])
    assert np.isnan(found[2])
    assert np.isnan(gated_p([0.01], [0.001], "none")).all()
