"""No function that counts or fits has a default rule of its own: the plan says it, the caller passes it."""

import ast
from pathlib import Path

import pytest

import sscviewer.analysis

ANALYSIS = Path(sscviewer.analysis.__file__).parent
RULES = {
    "level",
    "alpha",
    "lag",
    "lag_days",
    "priors",
    "reference_dose",
    "reference_week",
    "risk_basis",
    "emergent",
}
"""Names of parameters that are lines of the plan."""
ALLOWED = {
    "fit_mmrm": "the engine's own interface",
    "fit_random_slope": "the engine's own interface",
    "andersen_gill": "of the rows as they are; only repeated in the result",
    "poisson_regression": "as above",
    "estimate_of": "None: the level of the fit",
    "contrast": "None: the level of the fit",
    "marginal_means": "None: the level of the fit",
}


def defaults(source):
    """Give (function, parameter) of every parameter of a module's functions that has a default."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            args = node.args
            places = [*args.posonlyargs, *args.args]
            named = [a.arg for a in places[len(places) - len(args.defaults) :]]
            named += [a.arg for a, d in zip(args.kwonlyargs, args.kw_defaults, strict=True) if d is not None]
            yield from ((node.name, name) for name in named)


@pytest.mark.parametrize("path", sorted(ANALYSIS.rglob("*.py")), ids=lambda p: str(p.relative_to(ANALYSIS)))
def test_no_function_has_a_default_rule(path):
    found = [(name, rule) for name, rule in defaults(path.read_text("utf-8")) if rule in RULES]
    assert [pair for pair in found if pair[0] not in ALLOWED] == []


def test_the_test_finds_one_and_every_exception_is_still_needed():
    assert list(defaults("def f(a, *, level=0.95, other): ...")) == [("f", "level")]
    every = {
        name
        for path in ANALYSIS.rglob("*.py")
        for name, rule in defaults(path.read_text("utf-8"))
        if rule in RULES
    }
    assert every == set(ALLOWED)
