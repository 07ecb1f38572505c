"""The stopping bound against the beta distribution by hand, and against published operating tables."""

import math

import pytest

from sscviewer.analysis.board.stopping import stopping_bound


def above(x, n, limit):
    """P(rate > limit) after x of n and a flat prior: the binomial sum P(Bin(n + 1, limit) <= x)."""
    return sum(math.comb(n + 1, k) * limit**k * (1 - limit) ** (n + 1 - k) for k in range(x + 1))


@pytest.mark.parametrize(("x", "n", "limit"), [(0, 5, 0.3), (3, 10, 0.2), (7, 20, 0.3), (20, 20, 0.5)])
def test_the_probability_is_the_binomial_sum(x, n, limit):
    assert stopping_bound(x, n, limit, 0.9).probability == pytest.approx(above(x, n, limit), abs=1e-12)


def test_the_bound_is_the_least_number_that_reaches_the_certainty():
    for n in (3, 6, 10, 20):
        bound = stopping_bound(0, n, 0.3, 0.9)
        reached = [x for x in range(n + 1) if above(x, n, 0.3) >= 0.9]
        assert bound.stop_at == (reached[0] if reached else n + 1)
        assert not bound.is_met
    assert stopping_bound(10, 20, 0.3, 0.9).is_met


def test_where_no_number_is_enough_the_rule_never_stops():
    bound = stopping_bound(1, 1, 0.99, 0.99)
    assert (bound.stop_at, bound.is_met) == (2, False)
    assert "is not reached" in bound.words("a serious adverse event")
