"""Shares compared: published intervals, scores worked out by search, and exact coverage."""

from functools import partial

import numpy as np
import pytest
from scipy.optimize import minimize_scalar
from scipy.stats import binom

from sscviewer.analysis.compare.exact_tests import exact_difference, fisher_p
from sscviewer.analysis.compare.two_groups import TwoGroups, odds_ratio, risk_difference, risk_ratio

# Newcombe, Stat Med 1998;17:873, table II: method 10 (score, no correction) and 5 (Miettinen-Nurminen)
NEWCOMBE = {
    (56, 70, 48, 80): ((0.0524, 0.3339), (0.0528, 0.3382)),
    (9, 10, 3, 10): ((0.1705, 0.8090), (0.1700, 0.8406)),
    (5, 56, 0, 29): ((-0.0381, 0.1926), (-0.0326, 0.1933)),
    (0, 10, 0, 10): ((-0.2775, 0.2775), (-0.2879, 0.2879)),
    (10, 10, 0, 20): ((0.6791, 1.0), (0.7156, 1.0)),
}


@pytest.mark.parametrize("table", NEWCOMBE)
@pytest.mark.parametrize(("method", "which"), [("newcombe", 0), ("miettinen-nurminen", 1)])
def test_differences_as_published(table, method, which):
    found = risk_difference(TwoGroups(*table), method=method, level=0.95)
    assert (found.lower, found.upper) == pytest.approx(NEWCOMBE[table][which], abs=6e-5)
    assert found.value == pytest.approx(table[0] / table[1] - table[2] / table[3])


def _score_by_search(table, own_of, away_of, most=1.0):
    """The score statistic with the restricted estimate found by maximising the likelihood."""
    x, n, y, m = table

    def minus_log(other):
        own = own_of(other)
        if not 0 < own < 1:
            return 1e9
        return -(binom.logpmf(x, n, own) + binom.logpmf(y, m, other))

    best = minimize_scalar(
        minus_log, bounds=(1e-9, most - 1e-9), method="bounded", options={"xatol": 1e-12}
    ).x
    return away_of(own_of(best), best) * np.sqrt((n + m - 1) / (n + m))


@pytest.mark.parametrize("table", [(56, 70, 48, 80), (9, 10, 3, 10), (3, 12, 7, 11), (2, 15, 1, 40)])
@pytest.mark.parametrize("side", ["lower", "upper"])
def test_limits_are_where_the_score_is_rejected(table, side):
    x, n, y, m = table
    groups = TwoGroups(*table)
    ratio = getattr(risk_ratio(groups, level=0.95), side)
    score = _score_by_search(
        table,
        lambda q: ratio * q,
        lambda p, q: (x / n - ratio * y / m) / np.sqrt(p * (1 - p) / n + ratio**2 * q * (1 - q) / m),
        min(1.0, 1 / ratio),
    )
    assert abs(score) == pytest.approx(1.959964, abs=2e-3)
    odds = getattr(odds_ratio(groups, level=0.95), side)
    score = _score_by_search(
        table,
        lambda q: odds * q / (1 - q + odds * q),
        lambda p, q: n * (x / n - p) * np.sqrt(1 / (n * p * (1 - p)) + 1 / (m * q * (1 - q))),
    )
    assert abs(score) == pytest.approx(1.959964, abs=2e-3)


def test_ratios_without_events_of_one_group():
    none = risk_ratio(TwoGroups(0, 10, 4, 10), level=0.95)
    assert (none.value, none.lower) == (0.0, 0.0)
    assert 0 < none.upper < 1.5
    infinite = risk_ratio(TwoGroups(4, 10, 0, 10), level=0.95)
    assert infinite.value == infinite.upper == np.inf
    assert infinite.lower == pytest.approx(1 / none.upper, rel=1e-6)
    assert infinite.reason
    for function in (risk_ratio, odds_ratio):
        nothing = function(TwoGroups(0, 10, 0, 10), level=0.95)
        assert np.isnan([nothing.value, nothing.lower, nothing.upper]).all()
        assert nothing.reason


SCORE = partial(risk_difference, method="miettinen-nurminen")


@pytest.mark.parametrize("function", [SCORE, risk_ratio, odds_ratio, exact_difference])
def test_an_empty_group_has_a_reason(function):
    found = function(TwoGroups(0, 0, 3, 10), level=0.95)
    assert np.isnan([found.value, found.lower, found.upper]).all()
    assert "no patients" in found.reason


@pytest.mark.parametrize(
    ("table", "p"),
    [
        ((3, 4, 1, 4), 0.4857142857142858),
        ((10, 13, 2, 17), 0.0005367241191434373),
        ((0, 4, 5, 8), 0.08080808080808081),
    ],
)
def test_fisher_as_r(table, p):
    """R 4.2.2, fisher.test."""
    assert fisher_p(TwoGroups(*table)) == pytest.approx(p, rel=1e-9)


@pytest.mark.parametrize(("n", "m"), [(3, 5), (6, 6)])
def test_exact_difference_covers_whatever_the_shares(n, m):
    """The exact probability that the interval holds the true difference is never below its level."""
    limits = np.array([[_limits(x, n, y, m) for y in range(m + 1)] for x in range(n + 1)])
    for p in np.linspace(0.03, 0.97, 9):
        for q in np.linspace(0.03, 0.97, 9):
            chance = binom.pmf(np.arange(n + 1), n, p)[:, None] * binom.pmf(np.arange(m + 1), m, q)[None, :]
            holds = (limits[..., 0] <= p - q + 1e-9) & (limits[..., 1] >= p - q - 1e-9)
            assert chance[holds].sum() >= 0.95 - 2e-3  # the worst share lies between two points of the grid


def _limits(x, n, y, m):
    found = exact_difference(TwoGroups(x, n, y, m), level=0.95)
    return found.lower, found.upper


def test_groups_change_places():
    found, mirrored = (
        exact_difference(TwoGroups(*table), level=0.95) for table in ((2, 9, 6, 8), (6, 8, 2, 9))
    )
    assert (found.lower, found.upper) == pytest.approx((-mirrored.upper, -mirrored.lower), abs=1e-9)


@pytest.mark.parametrize(
    ("table", "limits"),
    [((7, 10, 2, 10), (0.01790831, 0.8268571)), ((3, 8, 1, 9), (-0.1769458, 0.6637991))],
)
def test_exact_limits_as_r(table, limits):
    """R 4.2.2, by the definition of Chan & Zhang (1999) with the score of Farrington & Manning:

    score <- function(x, n, y, m, d) {
      ll <- function(q) dbinom(x, n, q + d, log = TRUE) + dbinom(y, m, q, log = TRUE)
      q <- optimize(ll, c(max(0, -d), min(1, 1 - d)) + c(1e-12, -1e-12), maximum = TRUE, tol = 1e-11)$maximum
      (x / n - y / m - d) / sqrt((q + d) * (1 - q - d) / n + q * (1 - q) / m) }
    tail <- function(x, n, y, m, d) {
      g <- expand.grid(a = 0:n, b = 0:m); s <- mapply(function(a, b) score(a, n, b, m, d), g$a, g$b)
      k <- s >= score(x, n, y, m, d) - 1e-6
      f <- function(q) sum(dbinom(g$a[k], n, q + d) * dbinom(g$b[k], m, q))
      q <- seq(max(0, -d), min(1, 1 - d), length.out = 401); i <- which.max(sapply(q, f))
      optimize(f, c(q[max(1, i - 1)], q[min(401, i + 1)]), maximum = TRUE, tol = 1e-10)$objective }
    lower <- function(x, n, y, m)
      uniroot(function(d) tail(x, n, y, m, d) - 0.025, c(-0.95, x / n - y / m - 1e-3), tol = 1e-6)$root
    c(lower(x, n, y, m), -lower(y, m, x, n))
    """
    found = exact_difference(TwoGroups(*table), level=0.95)
    assert (found.lower, found.upper) == pytest.approx(limits, abs=2e-6)
