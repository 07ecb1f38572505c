"""One name for one thing: who reads a class's name need not ask which of two it is."""

import ast
from collections import defaultdict
from pathlib import Path

import sscviewer

ROOT = Path(sscviewer.__file__).parent


def _public_classes(text: str) -> list[str]:
    found = (node.name for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ClassDef))
    return [name for name in found if not name.startswith("_")]


def test_no_public_class_is_defined_twice():
    places = defaultdict(list)
    for path in sorted(ROOT.rglob("*.py")):
        for name in _public_classes(path.read_text(encoding="utf-8")):
            places[name].append(path.relative_to(ROOT).as_posix())
    assert len(places) > 500
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


def test_classes_are_found_wherever_they_stand():
    text = "class One:\n    class Two: ...\ndef f():\n    class Three: ...\nclass _Own: ...\n"
    assert _public_classes(text) == ["One", "Two", "Three"]
