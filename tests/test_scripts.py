"""Scripts that no test runs (pictures, benchmarks, packaging): what they take from the program is there."""

import ast
from collections.abc import Iterator
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


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_a_script_calls_of_another_takes_what_it_is_given(path):
    wrong = []
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for scope in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        for name, module in _scripts_imported(scope, path.parent):
            takes = {
                node.name: node.args
                for node in ast.parse(module.read_text(encoding="utf-8")).body
                if isinstance(node, ast.FunctionDef)
            }
            for call, function in _calls(scope, name):
                if (args := takes.get(function)) is not None:
                    given = len(call.args) + len(call.keywords)
                    most = len(args.args) + len(args.kwonlyargs)
                    if not len(args.args) - len(args.defaults) <= given <= most:
                        wrong.append(f"line {call.lineno}: {module.stem}.{function}")
    assert wrong == []


def _scripts_imported(scope: ast.FunctionDef, folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the scripts beside this one that a function imports whole, by the name they have in it."""
    for node in ast.walk(scope):
        for one in node.names if isinstance(node, ast.Import) else ():
            if (folder / f"{one.name}.py").is_file():
                yield one.asname or one.name, folder / f"{one.name}.py"


def _calls(scope: ast.FunctionDef, name: str) -> Iterator[tuple[ast.Call, str]]:
    """Yield what a function calls of a module, and the name of what it calls."""
    for call in ast.walk(scope):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
            owner = call.func.value
            if isinstance(owner, ast.Name) and owner.id == name:
                yield call, call.func.attr


def _is_module(name: str) -> bool:
    try:
        import_module(name)
    except ImportError:
        return False
    return True
