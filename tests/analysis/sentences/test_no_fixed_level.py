"""The level of an interval is the plan's and never a fixed text: on screen, on paper, on the command line."""

import ast
import re
from pathlib import Path

import pytest

import sscviewer

ROOT = Path(sscviewer.__file__).parent
FLOORS = ("gui", "plots", "report", "cli", "analysis/sentences")
LEVEL = re.compile(r"\b95[ \u202f]?%")
MODULES = sorted(path for floor in FLOORS for path in (ROOT / floor).rglob("*.py"))


def said(source):
    """Return the texts of a module that name a level, documentation left out."""
    tree = ast.parse(source)
    quiet = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in quiet
        if LEVEL.search(node.value)
    ]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_text_names_a_level(path):
    assert said(path.read_text("utf-8")) == []


def test_the_test_finds_one():
    assert said('x = f"{a} (95 % CI)"') == [" (95 % CI)"]
