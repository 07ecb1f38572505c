"""Nothing that counts or fits has a default rule of its own: the plan says it, the caller passes it."""

import ast
from dataclasses import fields
from pathlib import Path

import sscviewer
from sscviewer.analysis.plan import DEFAULT_PLAN

ROOMS = tuple(Path(sscviewer.__file__).parent / room for room in ("analysis", "clinical"))
MODULES = [path for room in ROOMS for path in sorted(room.rglob("*.py")) if "plan" not in path.parts]
LINES = {choice.name for part in fields(DEFAULT_PLAN) for choice in fields(getattr(DEFAULT_PLAN, part.name))}
SHORT = {
    "alpha",
    "lag",
    "lag_days",
    "method",
    "risk_basis",
    "emergent",
    "most_missing",
    "version",
    "tolerance",
}
"""What lines of the plan are called where they are used, when not by their own names."""
RULES = LINES | SHORT
NOTHING = {"None", "''", "()", "frozenset()", "field(default_factory=dict)"}
"""Defaults that choose nothing: no strata, no arm, the level of the fit."""
ENGINE = "the engine's own interface"
CALLED = "what the method of the result is called"
PUBLISHED = "the published definition; the plan says otherwise where it may"
ALLOWED = {
    "fit_mmrm": ENGINE,
    "fit_random_slope": ENGINE,
    "kaplan_meier": "the transformation of the limits, not the interval of a share",
    "cumulative_incidence": "as above",
    "time_to_event": "as above; and the months at which curves are read, rows of a table",
    "first_event_curves": "the months at which curves are read",
    "mean_count_curves": "as above",
    "recorded_times": "as above",
    "mean_estimate": CALLED,
    "Association": CALLED,
    "RateTable": CALLED,
    "RateRatio": CALLED,
    "Titration": "where ln dose is 0, which the counts decide from the plan's; nothing before they are made",
    "patient_page": "which events are drawn",
    "timeline": "as above",
    "andersen_gill": "of the rows as they are; only repeated in the result",
    "poisson_regression": "as above",
    "compute_haq_di": PUBLISHED,
    "compute_haq_di_of_categories": PUBLISHED,
    "compute_mrss": PUBLISHED,
    "check_percent": PUBLISHED,
    "classify_extent": PUBLISHED,
}
"""Functions and settings whose default is no rule of a trial, and why."""


def defaults(source):
    """Give (function, parameter) and (class, field) of all of a module whose default says something."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef):
            said = [(line.target, line.value) for line in node.body if isinstance(line, ast.AnnAssign)]
            yield from (
                (node.name, ast.unparse(target))
                for target, value in said
                if value is not None and ast.unparse(value) not in NOTHING and not _only_placed(value)
            )
        if isinstance(node, ast.FunctionDef):
            args = node.args
            places = [*args.posonlyargs, *args.args]
            pairs = [*zip(places[len(places) - len(args.defaults) :], args.defaults, strict=True)]
            pairs += [
                pair for pair in zip(args.kwonlyargs, args.kw_defaults, strict=True) if pair[1] is not None
            ]
            yield from ((node.name, arg.arg) for arg, said in pairs if ast.unparse(said) not in NOTHING)


def _only_placed(value):
    """Whether a field says how it is given, and no default."""
    called = isinstance(value, ast.Call) and ast.unparse(value.func) == "field"
    return called and not {"default", "default_factory"} & {word.arg for word in value.keywords}


def test_nothing_has_a_default_rule_and_every_exception_is_still_needed():
    assert [*defaults("def f(a, *, level=0.95, strata=None, other): ...")] == [("f", "level")]
    lines = (
        "level: F = 0.95",
        "seed: int",
        "lag: int = field(kw_only=True)",
        "alpha: F = field(default=1)",
    )
    assert [*defaults("\n ".join(("class S:", *lines)))] == [("S", "level"), ("S", "alpha")]
    found = [
        (name, rule) for path in MODULES for name, rule in defaults(path.read_text("utf-8")) if rule in RULES
    ]
    assert [pair for pair in found if pair[0] not in ALLOWED] == []
    assert {name for name, _ in found} == set(ALLOWED)
