"""What the program's own code never does, looked for in every file: run text, unpack, start others."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "sscviewer"
FILES = sorted(PACKAGE.rglob("*.py"))

CALLS = {"eval", "exec", "compile", "__import__", "execfile", "input"}
"""As bare names: `dialog.exec()` and `re.compile()` are other things."""
METHODS = {
    "extract", "extractall", "unpack_archive", "read_pickle", "to_pickle", "read_html", "read_sql", "system",
    "popen", "startfile", "spawnl", "execv", "mktemp",
}  # fmt: skip
MODULES = {
    "pickle", "cPickle", "dill", "shelve", "joblib", "yaml", "socket", "ssl", "http", "urllib.request",
    "ftplib", "smtplib", "telnetlib", "xmlrpc", "requests", "urllib3", "webbrowser", "PySide6.QtNetwork",
    "xml.sax", "xml.dom",
    "lxml", "code", "runpy", "ctypes", "subprocess", "marshal", "multiprocessing", "xml.etree.ElementTree",
}  # fmt: skip
ALLOWED = {
    # what a model is asked is dumped, to tell it from what others were asked; nothing is ever loaded
    ("analysis/reml/kept.py", "pickle"),
    # the child that reads cells: started here, spoken to in marshal over two pipes of our own
    ("workbook/reading.py", "subprocess"), ("workbook/reading.py", "marshal"),
    ("workbook/child/main.py", "marshal"),
    # limits of Windows
    ("workbook/child/limits.py", "ctypes"),
    # the error of openpyxl's writer when the temporary files have no room; nothing is read by it
    ("report/table_file.py", "lxml"),
    # the type of a parsed element; parsing is defusedxml's
    ("workbook/child/define_xml.py", "xml.etree.ElementTree"),
    ("workbook/child/xml_spreadsheet.py", "xml.etree.ElementTree"),
}  # fmt: skip


def faults(text: str, name: str) -> Iterator[str]:
    """Give what a file does that it must not, with its line."""
    for node in ast.walk(ast.parse(text)):
        for module in imported(node):
            for banned in MODULES:
                if (module == banned or module.startswith(f"{banned}.")) and (name, banned) not in ALLOWED:
                    yield f"{name}:{node.lineno} imports {module}"
        if isinstance(node, ast.Call):
            yield from (f"{name}:{node.lineno} {what}" for what in calls(node))


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return []


def calls(node: ast.Call) -> Iterator[str]:
    function = node.func
    if isinstance(function, ast.Name) and function.id in CALLS:
        yield f"calls {function.id}"
    if isinstance(function, ast.Attribute) and function.attr in METHODS and not is_a_name(function):
        yield f"calls .{function.attr}"
    for word in node.keywords:
        if word.arg in ("shell", "allow_pickle") and not is_false(word.value):
            yield f"passes {word.arg}"


def is_a_name(function: ast.Attribute) -> bool:
    """Whether it is `platform.system()` or `QLocale.system()`, which ask for a name and a language."""
    return isinstance(function.value, ast.Name) and function.value.id in ("platform", "QLocale")


def is_false(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is False


def test_no_file_does_anything_of_the_kind():
    assert len(FILES) > 500
    names = [path.relative_to(PACKAGE).as_posix() for path in FILES]
    found = [faults(path.read_text("utf-8"), name) for path, name in zip(FILES, names, strict=True)]
    assert [fault for of_file in found for fault in of_file] == []


@pytest.mark.parametrize(
    "line",
    [
        "eval(cell)",
        "exec(text)",
        "import pickle",
        "from yaml import safe_load",
        "from urllib import request",
        "from PySide6.QtNetwork import QNetworkAccessManager",
        "archive.extractall(folder)",
        "np.load(path, allow_pickle=True)",
        "run(command, shell=True)",
        "os.system(word)",
        "import xml.etree.ElementTree as tree",
        "import subprocess",
    ],
)
def test_each_of_them_would_be_seen(line):
    assert list(faults(line, "analysis/some.py"))


@pytest.mark.parametrize(
    "line", ["dialog.exec()", "re.compile(text)", "from urllib.parse import quote", "platform.system()"]
)
def test_what_only_looks_like_it_is_not(line):
    assert list(faults(line, "analysis/some.py")) == []


def test_what_is_allowed_is_still_there():
    for name, module in ALLOWED:
        tree = ast.parse((PACKAGE / name).read_text(encoding="utf-8"))
        assert any(
            module in imported(node) or any(one.startswith(module) for one in imported(node))
            for node in ast.walk(tree)
        )
