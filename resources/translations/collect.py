"""Write `sscviewer_de.ts` anew from the sources, keep what is translated, and compile it to a `.qm`.

    python resources/translations/collect.py

Qt's own lupdate knows `tr` only as a method of a class, so the words are collected here: what stands in
`tr("…")` and `number_of(n, "…", "…")`, what any layer says with `say("…")`, and what is translated where it
is shown: words of the calls, the names and the constants below. Of the constants some are never shown; their
translations do no harm.
"""

import ast
import importlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PROGRAM = ROOT / "sscviewer"
WINDOW = PROGRAM / "gui"
CATALOGUE = HERE / "sscviewer_de.ts"
CONTEXT = "sscviewer"

IN_CALLS = {
    "tr": (0,),
    "number_of": (1, 2),
    "combo": (0, 1),
    "tick": (0,),
    "number": (0, 4),
    "add": (1,),
    "name_control": (1,),
    "Several": (1, 2),
    "choose": (1,),
    "TablePane": (0,),
    "ListingView": (1,),
    "ChartView": (0,),
    "Choice": (0,),
    "SettingsEntry": (1, 2),
    "_combo": (1,),
    "_dock": (0,),
    "Listing": (0,),
    "end": (0, 1),
    "stop_waiting": (0, 1),
    "say": (0,),
    "_passage": (0,),
    "watch": (0,),
    "Step": (0,),
    "progress": (0, 1),
}
"""Functions, and the places of the words that they translate or hand on to be translated."""
IN_KEYWORDS = {"short", "columns", "suffix", "button"}
AS_NAMES = {"title", "heads", "kinds", "standings", "tables", "names"}
"""Variables whose words are translated where they are shown."""
AS_CONSTANTS = re.compile(r"_?[A-Z][A-Z_]+")
NEVER_SHOWN = re.compile(
    r"\(\*\.|^[a-z0-9_./-]*$|^[A-Z0-9_ .#%-]*$|^#|^[^A-Za-z]*$|^<|; *$|%\(|\|\||^[a-z]+:$"
)
"""Keys, codes, kinds of files, style sheets and signs."""


TABLES = (
    ("sscviewer.analysis.plan.models", "COVARIANCE_WORDS"),
    ("sscviewer.analysis.plan.models", "DF_WORDS"),
    ("sscviewer.analysis.plan.models", "COVARIATE_WORDS"),
    ("sscviewer.memory.query_log", "STATUSES"),
    ("sscviewer.gui.pages.data_listings", "ISSUE_COLUMNS"),
    ("sscviewer.report.measure_words", "OF_SINGLE_DAYS"),
    ("sscviewer.report.parts", "PARTS"),
    ("sscviewer.analysis.arm_words", "ALL_PATIENTS"),
    ("sscviewer.analysis.outcome", "WORDS"),
    ("sscviewer.faults", "NO_MEMORY"),
    ("sscviewer.faults", "NOT_LOADED"),
    ("sscviewer.whole_file", "NOT_WRITTEN"),
    ("sscviewer.whole_file", "WHY_NOT"),
    ("sscviewer.plots.screen.said", "WORDS"),
    ("sscviewer.gui.panes.cell_words", "CELLS"),
)
"""Words, and tables of them, that other layers have and the window shows."""

NO_COLUMN = re.compile(r"^Settled by the plan|what is unknown|^Y: baseline, as flagged")
"""Labels of columns that no file has: what is settled here, and what of a date is unknown."""

ALSO = (
    "errors",
    "warnings",
    "Ticks",
    "Skin",
    "Comments",
    "Flags",
    "all",
    "any",
    "worst",
    "last",
    "Class",
    "On treatment",
    "Start day",
    "Grade",
    "Action with the drug",
    "Event as reported",
    "Better",
    "Stable",
    "Worse",
    "No value",
    "Died",
    "Planned day",
    "Mapped here",
    "In models",
    "Characteristic",
    "Stopping early",
    "without",
    "Leading to dose change",
    "newly",
    "All",
    "Patients with event",
    "Patient-years",
    "Per 100 patient-years",
    "Stopped",
    "Grade ≥ 2",
    "Grade ≥ 3",
    "Median, days",
    "A year",
    "Change at the end",
    "Difference, points",
    "adverse event",
    "lost to follow-up",
    "withdrawal by subject",
    "death",
    "completed",
    "ongoing",
    "first dose",
    "first dose reduction",
    "stop",
    "info",
    "warning",
    "error",
    "Info",
    "Warning",
    "Error",
    "Start date",
    "End date",
    "units",
    "The dose",
    "Condition",
    "The sex",
    "The age",
    "The date of birth",
    "Kaplan-Meier, log-log interval",
    "exact Poisson",
    "exact (Clopper-Pearson)",
    "the first dose",
    "the first visit",
    "randomisation",
    "consent",
    "first",
    "probable",
    "possible",
    "definite",
    "not related",
)
"""Words of lists and headings that functions make, and those that look like keys."""


def sources() -> dict[str, str]:
    """Return every text that the window translates, with the first file it is in."""
    found: dict[str, str] = {}
    for path in sorted(WINDOW.rglob("*.py")):
        for text in _texts(ast.parse(path.read_text("utf-8"))):
            found.setdefault(text, path.relative_to(ROOT).as_posix())
    for path in sorted(PROGRAM.rglob("*.py")):
        for text in _sentences(ast.parse(path.read_text("utf-8"))):
            found.setdefault(text, path.relative_to(ROOT).as_posix())
    for name, text in (*_menus(), *_tables(), *(("resources.translations.collect", text) for text in ALSO)):
        found.setdefault(text, f"{name.replace('.', '/')}.py")
    return found


def _menus() -> Iterator[tuple[str, str]]:
    from sscviewer.gui.state.action_table import ACTIONS

    for spec in ACTIONS:
        for text in (spec.text, spec.short, *spec.menu.split("/")[1:]):
            if text:
                yield "sscviewer.gui.state.actions", text


def _tables() -> Iterator[tuple[str, str]]:
    from sscviewer.analysis.events.event_levels import least_level, level_words
    from sscviewer.analysis.plan.line import of_one
    from sscviewer.analysis.plan.lines import LINES, PARTS
    from sscviewer.model.tables import TABLES as COLUMNS

    for name, table in TABLES:
        words = getattr(importlib.import_module(name), table)
        if isinstance(words, str):
            words = (words,)
        for text in words.values() if isinstance(words, dict) else words:
            yield name, text
    plan = "sscviewer.analysis.plan.lines"
    yield from ((plan, text) for text in PARTS.values())
    for line in LINES:
        used = re.split("[;:,] ", line.used_words)
        units = line.unit, of_one(line.unit)
        words = (line.text, line.none, *units, *(text for _, text in line.choices), *used)
        yield from ((plan, text) for text in words if text)
    labels = [column.label.removesuffix(", first possible day") for of in COLUMNS.values() for column in of]
    yield from (("sscviewer.model.tables", label) for label in labels if not NO_COLUMN.search(label))
    for scale in ("grade", "severity"):
        for level in range(1, 6):
            yield "sscviewer.analysis.events.event_levels", least_level(level, scale)
            yield "sscviewer.analysis.events.event_levels", level_words(level, scale)


def _sentences(tree: ast.Module) -> Iterator[str]:
    """Return the patterns of `say("…")` (model/sentence.py), and the nouns that are counted, of any layer."""
    constants = {name: value for node in tree.body for name, value in _assigned(node)}
    for node in ast.walk(tree):
        name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
        if name == "say":
            yield from filter(_has_words, _words(node.args[0], constants))
        if name == "counted":
            nouns = [text for noun in node.args[1:] for text in _words(noun, constants)]
            yield from (*nouns, f"{nouns[0]}s") if len(node.args) == 2 and nouns else nouns


def _has_words(pattern: str) -> bool:
    """Return whether there is anything to translate beside the fields."""
    return any(letter.isalpha() for letter in re.sub(r"\{[^}]*\}", "", pattern))


def _texts(tree: ast.Module) -> Iterator[str]:
    constants = {name: value for node in tree.body for name, value in _assigned(node)}
    for name, value in constants.items():
        if AS_CONSTANTS.fullmatch(name):
            yield from filter(_is_shown, _words(value, constants))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _of_call(node, constants)
        for name, value in _assigned(node):
            if name in AS_NAMES:
                yield from filter(_is_shown, _words(value, constants))


def _of_call(call: ast.Call, constants: dict[str, ast.expr]) -> Iterator[str]:
    name = getattr(call.func, "attr", None) or getattr(call.func, "id", "")
    for place in IN_CALLS.get(name, ()):
        for text in _words(call.args[place], constants) if place < len(call.args) else ():
            if name in ("tr", "number_of") or _is_shown(text):
                yield text
    for keyword in call.keywords:
        if keyword.arg in IN_KEYWORDS:
            yield from filter(_is_shown, _words(keyword.value, constants))


def _assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        yield node.target.id, node.value
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
        yield node.target.id, node.value
    if isinstance(node, ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Name):
                yield target.id, node.value
            elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                yield from (
                    (name.id, value)
                    for name, value in zip(target.elts, node.value.elts, strict=False)
                    if isinstance(name, ast.Name) and isinstance(value, ast.Tuple)
                )


def _words(node: ast.expr, constants: dict[str, ast.expr]) -> Iterator[str]:
    """Return the texts an expression can be; of a table its values, not its keys."""
    if isinstance(node, ast.Constant):
        yield from [node.value] if isinstance(node.value, str) else []
    elif isinstance(node, ast.JoinedStr):
        parts = [_part(value, constants) for value in node.values]
        yield from ["".join(parts)] if None not in parts else []
    elif isinstance(node, ast.IfExp):
        yield from (*_words(node.body, constants), *_words(node.orelse, constants))
    elif isinstance(node, ast.BoolOp):
        yield from (text for value in node.values for text in _words(value, constants))
    elif isinstance(node, ast.Tuple | ast.List | ast.Set):
        yield from (text for item in node.elts for text in _words(item, constants))
    elif isinstance(node, ast.Dict):
        yield from (text for value in node.values for text in _words(value, constants))
    elif isinstance(node, ast.Starred | ast.Subscript):
        yield from _words(node.value, constants)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get":
        yield from _words(node.func.value, constants)
    elif isinstance(node, ast.Name) and node.id in constants:
        yield from _words(constants[node.id], constants)


def _part(node: ast.expr, constants: dict[str, ast.expr]) -> str | None:
    inner = node.value if isinstance(node, ast.FormattedValue) else node
    texts = list(_words(inner, constants)) if isinstance(inner, ast.expr) else []
    return texts[0] if len(texts) == 1 else None


def _is_shown(text: str) -> bool:
    return not NEVER_SHOWN.search(text)


def translations(catalogue: Path = CATALOGUE) -> dict[str, str]:
    """Return source -> translation of a catalogue, "" where there is none."""
    found = {}
    for message in ET.parse(catalogue).getroot().iter("message"):
        found[message.findtext("source", "")] = message.findtext("translation", "")
    return found


def write(words: dict[str, str], translated: dict[str, str], catalogue: Path = CATALOGUE) -> None:
    """Write a catalogue: the sources in the order of the alphabet, each with its file."""
    root = ET.Element("TS", version="2.1", language="de_DE", sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for source in sorted(words):
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "location", filename=f"../../{words[source]}")
        ET.SubElement(message, "source").text = source
        said = ET.SubElement(message, "translation")
        said.text = translated.get(source, "")
        if not said.text:
            said.set("type", "unfinished")
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    catalogue.write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', "utf-8", newline="\n"
    )


def main() -> int:
    """Collect, write, compile; return how many texts have no translation."""
    known = translations() if CATALOGUE.exists() else {}
    words = sources()
    write(words, known)
    missing = sum(not known.get(source) for source in words)
    print(f"{len(words)} texts, {missing} not translated")
    subprocess.run(["pyside6-lrelease", str(CATALOGUE), "-qm", str(CATALOGUE.with_suffix(".qm"))], check=True)
    return missing


if __name__ == "__main__":
    sys.exit(bool(main()))
