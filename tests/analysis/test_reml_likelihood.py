"""The core against finite differences and against the textbook formula on the whole data."""

import numpy as np
import pytest

from sscviewer.analysis.reml.blocks import slope_blocks, visit_blocks
from sscviewer.analysis.reml.likelihood import differentiate, evaluate
from sscviewer.analysis.reml.slope_structures import random_structure, rooted_structure
from sscviewer.analysis.reml.structures import COVARIANCES, start_values, visit_structure

VISITS = 4


@pytest.fixture(scope="module")
def problem():
    rng = np.random.default_rng(11)
    n = 30
    subject, visit = np.nonzero(rng.random((n, VISITS)) < 0.75)
    x = np.column_stack([np.ones(len(subject)), visit, rng.standard_normal(len(subject))])
    y = x @ [1.0, 0.5, -1.0] + rng.standard_normal(n)[np.unique(subject, return_inverse=True)[1]]
    y = y + rng.standard_normal(len(subject))
    codes = np.unique(subject, return_inverse=True)[1]
    return x, y, codes, visit


@pytest.fixture(scope="module")
def covariance():
    rng = np.random.default_rng(3)
    a = rng.standard_normal((VISITS, 9))
    return a @ a.T / 9 + 0.5 * np.eye(VISITS)


def _textbook(x, y, codes, variance_of, reml):
    """−2 log-likelihood from the full covariance matrix of all observations."""
    v = np.zeros((len(y), len(y)))
    for code in np.unique(codes):
        rows = np.flatnonzero(codes == code)
        v[np.ix_(rows, rows)] = variance_of(rows)
    inverse = np.linalg.inv(v)
    a = x.T @ inverse @ x
    beta = np.linalg.solve(a, x.T @ inverse @ y)
    r = y - x @ beta
    value = np.linalg.slogdet(v)[1] + r @ inverse @ r
    return value + (np.linalg.slogdet(a)[1] if reml else 0.0)


@pytest.mark.parametrize("reml", [True, False])
def test_value_is_the_textbook_formula(problem, covariance, reml):
    x, y, codes, visit = problem
    blocks, _, _ = visit_blocks(x, y, codes, visit, VISITS)
    at = evaluate(blocks, covariance, reml=reml)
    expected = _textbook(x, y, codes, lambda rows: covariance[np.ix_(visit[rows], visit[rows])], reml)
    assert at.value == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("reml", [True, False])
def test_slope_value_is_the_textbook_formula(problem, reml):
    x, y, codes, visit = problem
    time = visit + 0.1 * x[:, 2]
    structure = random_structure("slope")
    theta = np.array([0.8, 0.1, 0.3, 0.9])
    blocks = slope_blocks(x, y, codes, time)
    d = np.array([[0.8, 0.1], [0.1, 0.3]])

    def variance(rows):
        z = np.column_stack([np.ones(len(rows)), time[rows]])
        return z @ d @ z.T + 0.9 * np.eye(len(rows))

    at = evaluate(blocks, structure.omega(theta), reml=reml)
    assert at.value == pytest.approx(_textbook(x, y, codes, variance, reml), rel=1e-12)


def test_compressed_rows_give_the_same_value(covariance):
    """Many subjects of one pattern are replaced by a few rows."""
    rng = np.random.default_rng(4)
    n = 400
    codes, visit = np.repeat(np.arange(n), VISITS), np.tile(np.arange(VISITS), n)
    x = np.column_stack([np.ones(n * VISITS), visit, np.repeat(rng.standard_normal(n), VISITS)])
    y = rng.standard_normal(n * VISITS)
    blocks, rows, _ = visit_blocks(x, y, codes, visit, VISITS)
    assert len(blocks.rows) <= VISITS * 4 < len(rows)
    at = evaluate(blocks, covariance, reml=True)
    cross = np.einsum("nia,ij,njb->ab", rows, np.linalg.inv(covariance), rows)
    beta = np.linalg.solve(cross[:3, :3], cross[:3, 3])
    expected = n * np.linalg.slogdet(covariance)[1] + cross[3, 3] - beta @ cross[:3, 3]
    expected += np.linalg.slogdet(cross[:3, :3])[1]
    assert at.value == pytest.approx(expected, rel=1e-11)


def _check_derivatives(blocks, structure, theta, reml):
    at = evaluate(blocks, structure.omega(theta), reml=reml)
    curvature = structure.curvature(theta)
    d = differentiate(blocks, at, structure.jacobian(theta), curvature, reml=reml)
    h = 1e-5
    gradient, hessian = np.empty(len(theta)), np.empty((len(theta), len(theta)))
    for i in range(len(theta)):
        step = np.zeros(len(theta))
        step[i] = h * max(1.0, abs(theta[i]))
        sides = []
        for sign in (1, -1):
            moved = theta + sign * step
            here = evaluate(blocks, structure.omega(moved), reml=reml)
            slopes = differentiate(
                blocks, here, structure.jacobian(moved), structure.curvature(moved), reml=reml
            ).gradient
            sides.append((here.value, slopes))
        gradient[i] = (sides[0][0] - sides[1][0]) / (2 * step[i])
        hessian[i] = (sides[0][1] - sides[1][1]) / (2 * step[i])
    assert d.gradient == pytest.approx(gradient, rel=1e-6, abs=1e-6)
    assert d.observed == pytest.approx(hessian, rel=1e-6, abs=1e-5)
    assert np.linalg.eigvalsh(d.expected).min() > -1e-9


@pytest.mark.parametrize("reml", [True, False])
@pytest.mark.parametrize("name", COVARIANCES)
def test_derivatives_by_visit(problem, covariance, name, reml):
    x, y, codes, visit = problem
    blocks, _, _ = visit_blocks(x, y, codes, visit, VISITS)
    structure = visit_structure(name, VISITS)
    _check_derivatives(blocks, structure, start_values(structure, covariance), reml)


@pytest.mark.parametrize("reml", [True, False])
@pytest.mark.parametrize(
    ("structure", "theta"),
    [
        (random_structure("slope"), [0.8, 0.1, 0.3, 0.9]),
        (random_structure("intercept"), [0.8, 0.9]),
        (random_structure("uncorrelated"), [0.8, 0.2, 0.9]),
        (rooted_structure("slope"), [0.9, 0.1, 0.4, 0.8]),
        (rooted_structure("rank-one"), [0.9, 0.3, 0.8]),
    ],
)
def test_derivatives_of_random_effects(problem, structure, theta, reml):
    x, y, codes, visit = problem
    blocks = slope_blocks(x, y, codes, visit + 0.05 * x[:, 2], slope=structure.n_random == 2)
    _check_derivatives(blocks, structure, np.array(theta), reml)


def test_zero_correlation_has_derivatives():
    """ρ = 0 must not divide by zero."""
    for name in ("ar1h", "csh", "toeph", "adh"):
        structure = visit_structure(name, VISITS)
        theta = np.concatenate(
            [np.ones(VISITS), np.zeros(len(start_values(structure, np.eye(VISITS))) - VISITS)]
        )
        assert np.isfinite(structure.jacobian(theta)).all()
        assert np.isfinite(structure.curvature(theta)).all()


def test_not_positive_definite_is_none(problem):
    x, y, codes, visit = problem
    blocks, _, _ = visit_blocks(x, y, codes, visit, VISITS)
    assert evaluate(blocks, -np.eye(VISITS), reml=True) is None


def test_unknown_structure():
    with pytest.raises(ValueError, match="no covariance structure"):
        visit_structure("un", 3)
