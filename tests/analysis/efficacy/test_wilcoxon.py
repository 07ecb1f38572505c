"""Rank tests: published examples, every permutation counted, and intervals that agree with the test."""

import json
from itertools import combinations, product

import numpy as np
import pytest
from scipy.stats import mannwhitneyu, rankdata, wilcoxon

from sscviewer.analysis.efficacy.wilcoxon import rank_sum, rank_sum_p, signed_rank, signed_rank_p
from sscviewer.analysis.reml.errors import FitError
from tests.reference.shipped import FIGURES

# Hollander & Wolfe (1973), 29 f.: depression before and after tranquillisers; 69 f.: permeability.
BEFORE = np.array([1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30])
AFTER = np.array([0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29])
AT_TERM = np.array([0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46])
EARLIER = np.array([1.15, 0.88, 0.90, 0.74, 1.21])


def test_published_examples():
    """As printed in R's help of wilcox.test: V = 40, one-sided P = 0.01953; W = 35, one-sided P = 0.1272."""
    assert signed_rank_p(BEFORE - AFTER) == pytest.approx(2 * 0.01953, abs=1e-5)
    assert rank_sum_p(AT_TERM, EARLIER) == pytest.approx(2 * 0.1272, abs=1e-4)
    assert rank_sum(AT_TERM, EARLIER, level=0.95).estimate == pytest.approx(0.305)


@pytest.mark.parametrize("seed", range(6))
def test_signed_ranks_with_ties_as_every_choice_of_signs(seed):
    x = np.random.default_rng(seed).integers(-3, 5, 9).astype(float)
    kept = x[x != 0]
    ranks = rankdata(np.abs(kept))
    observed = ranks[kept > 0].sum()
    sums = np.array([np.dot(signs, ranks) for signs in product((0, 1), repeat=len(kept))])
    expected = min(1.0, 2 * min(np.mean(sums <= observed), np.mean(sums >= observed)))
    assert signed_rank_p(x) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("seed", range(6))
def test_rank_sums_with_ties_as_every_choice_of_group(seed):
    rng = np.random.default_rng(seed)
    x, y = rng.integers(0, 5, 4).astype(float), rng.integers(1, 7, 5).astype(float)
    ranks = rankdata(np.append(x, y))
    sums = np.array([ranks[list(chosen)].sum() for chosen in combinations(range(9), 4)])
    observed = ranks[:4].sum()
    expected = min(1.0, 2 * min(np.mean(sums <= observed), np.mean(sums >= observed)))
    assert rank_sum_p(x, y) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("n", [6, 20, 50])
def test_exact_up_to_fifty_and_near_it_above(n):
    rng = np.random.default_rng(n)
    x, y = rng.normal(0.3, 1, n), rng.normal(0, 1, n // 2)
    assert signed_rank_p(x) == pytest.approx(wilcoxon(x, method="exact").pvalue, rel=1e-9)
    assert "(exact)" in signed_rank(x, level=0.95).method
    half = x[: n // 2]
    assert rank_sum_p(half, y) == pytest.approx(mannwhitneyu(half, y, method="exact").pvalue, rel=1e-9)
    more = rng.normal(0.3, 1, 51)
    expected = wilcoxon(more, correction=True, method="asymptotic").pvalue
    assert signed_rank_p(more) == pytest.approx(expected, rel=1e-9)
    expected = mannwhitneyu(more, y, use_continuity=True, method="asymptotic").pvalue
    assert rank_sum_p(more, y) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("n", [6, 8, 12, 25])
@pytest.mark.parametrize("level", [0.9, 0.95])
@pytest.mark.parametrize("digits", [1, 9])
def test_interval_is_where_the_test_stops_rejecting(n, level, digits):
    """Also of values rounded so that many are tied."""
    x = np.round(np.random.default_rng(n).normal(1.0, 2.0, n), digits)
    found = signed_rank(x, level=level)
    for limit, outside in ((found.lower, -1e-6), (found.upper, 1e-6)):
        assert signed_rank_p(x - limit - outside) < 1 - level
        assert signed_rank_p(x - limit + outside) >= 1 - level
    pairs = [(a + b) / 2 for i, a in enumerate(x) for b in x[i:]]
    assert found.estimate == pytest.approx(np.median(pairs))
    if (x != 0).all():
        assert (found.p_value < 1 - level) == (not found.lower <= 0 <= found.upper)


@pytest.mark.parametrize(("n", "m"), [(4, 4), (7, 12), (25, 25)])
@pytest.mark.parametrize("digits", [1, 9])
def test_interval_of_the_difference_is_where_the_test_stops_rejecting(n, m, digits):
    rng = np.random.default_rng(n)
    x, y = np.round(rng.normal(1.0, 2.0, n), digits), np.round(rng.normal(0.0, 2.0, m), digits)
    found = rank_sum(x, y, level=0.95)
    for limit, outside in ((found.lower, -1e-6), (found.upper, 1e-6)):
        assert rank_sum_p(x - limit - outside, y) < 0.05
        assert rank_sum_p(x - limit + outside, y) >= 0.05
    assert found.estimate == pytest.approx(np.median(x[:, None] - y))
    assert found.n_subjects == n + m


def test_a_rank_test_needs_enough_changes():
    with pytest.raises(FitError, match="5 changes are too few"):
        signed_rank(np.arange(1.0, 6.0), level=0.95)
    with pytest.raises(FitError, match="6 changes are too few"):
        rank_sum(np.arange(3.0), np.arange(3.0) + 0.5, level=0.95)
    for nothing in (np.array([]), np.array([np.nan])):
        with pytest.raises(FitError):
            signed_rank(nothing, level=0.95)
        with pytest.raises(FitError):
            rank_sum(nothing, np.arange(9.0), level=0.95)
    assert signed_rank(np.zeros(10), level=0.95).p_value == 1.0
    assert rank_sum(np.zeros(6), np.zeros(6), level=0.95).p_value == 1.0
    assert signed_rank(np.array([np.nan, *np.arange(1.0, 9.0)]), level=0.95).n_subjects == 8


def test_intervals_as_r():
    """R's wilcox.test with conf.int = TRUE, exact."""
    fits = json.loads((FIGURES / "wilcoxon.json").read_text(encoding="utf-8"))
    for name, ours in (
        ("signed_rank", signed_rank(BEFORE - AFTER, level=0.95)),
        ("rank_sum", rank_sum(AT_TERM, EARLIER, level=0.95)),
    ):
        theirs = fits[name]
        assert ours.p_value == pytest.approx(theirs["p_value"], rel=1e-9)
        values = (ours.estimate, ours.lower, ours.upper)
        assert values == pytest.approx((theirs["estimate"], theirs["lower"], theirs["upper"]), abs=1e-9)
