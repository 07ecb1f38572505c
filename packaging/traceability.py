"""Which tests watch what each method page describes: made from pages, sources and tests, never by hand.

    python packaging/traceability.py      # writes resources/reference/traceability.json anew

A page names the modules it describes: `analysis/mmrm.py`, or `mmrm.py` where only one has the name, or
`sscviewer.analysis.mmrm.fit_mmrm`. A test watches what it imports; tests that a page names belong to it too.
The results of the reference cases are added by `verify`, on the machine where it runs.
"""

import ast
import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "resources" / "reference" / "traceability.json"
_NAMED = re.compile(r"\b((?:[a-z_]+/)*[a-z_0-9]+\.py)\b")
_DOTTED = re.compile(r"`(?:sscviewer\.)?([a-z_.]+)\.[a-z_]+`")
_TESTS = re.compile(r"`(tests/[\w/]+\.py)")


def traced() -> list[dict[str, object]]:
    """Return for every method page its title, the modules it describes and the tests that import them."""
    sources = [
        path.relative_to(ROOT / "sscviewer").as_posix()
        for room in ("analysis", "clinical", "workbook")
        for path in (ROOT / "sscviewer" / room).rglob("*.py")
    ]
    watched = watching()
    found: list[dict[str, object]] = []
    for page in sorted((ROOT / "resources" / "methods").glob("*.md")):
        text = page.read_text(encoding="utf-8")
        modules = named_modules(text, sources)
        tests = {test for module in modules for test in watched.get(module, ())} | set(_TESTS.findall(text))
        title = text.partition("\n")[0].lstrip("# ")
        found.append({"page": page.stem, "title": title, "modules": modules, "tests": sorted(tests)})
    return found


def named_modules(text: str, sources: list[str]) -> list[str]:
    """Return the modules that a page names; a name that fits several is none."""
    modules = set()
    dotted = [f"{name.replace('.', '/')}.py" for name in _DOTTED.findall(text)]
    for name in (*_NAMED.findall(text), *dotted):
        fitting = [source for source in sources if source == name or source.endswith(f"/{name}")]
        if len(fitting) == 1:
            modules.add(fitting[0])
    for folder in re.findall(r"`((?:analysis|clinical)/[a-z_/]+)/?`", text):
        modules |= {source for source in sources if source.startswith(f"{folder.rstrip('/')}/")}
    return sorted(modules - {module for module in modules if module.endswith("__init__.py")})


def watching() -> dict[str, set[str]]:
    """Return for every module the test files that import it."""
    found: dict[str, set[str]] = {}
    for test in (ROOT / "tests").rglob("test_*.py"):
        for node in ast.walk(ast.parse(test.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sscviewer."):
                module = str(node.module).removeprefix("sscviewer.").replace(".", "/")
                for path in (f"{module}.py", *(f"{module}/{alias.name}.py" for alias in node.names)):
                    found.setdefault(path, set()).add(test.relative_to(ROOT).as_posix())
    return found


def write() -> None:
    """Write the table anew."""
    OUT.write_text(json.dumps(traced(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
