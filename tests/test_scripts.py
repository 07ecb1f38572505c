"""Scripts that no test runs (pictures, benchmarks, packaging): what they take from the program is there."""

import ast
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("resources", "packaging", "tests/benchmarks", "tests/fuzz")
SCRIPTS = sorted(
    path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py") if ".venv" not in path.parts
)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_a_script_imports_is_there(path):
    missing = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "sscviewer":
            module = import_module(str(node.module))
            missing += [
                f"{node.module}.{name.name}"
                for name in node.names
                if not hasattr(module, name.name) and not _is_module(f"{node.module}.{name.name}")
            ]
    assert missing == []


def _is_module(name: str) -> bool:
    try:
        import_module(name)
    except ImportError:
        return False
    return True
