"""A noun beside its number: one way for all, and nobody chooses singular or plural by hand."""

import ast
import re
from pathlib import Path

import pytest

import sscviewer
from sscviewer.model.counted import counted

ROOT = Path(sscviewer.__file__).parent
OTHERS = {
    "model/counted.py": "the helper itself",
    "workbook/child/text_tables.py": "the process that reads a file imports nothing of the rest",
    "workbook/row_numbers.py": "“Rows 3 and 5”: the noun comes first",
    "workbook/layouts/secutrial_subforms.py": "a verb: rows “hold”",
    "analysis/dose/dose_rates.py": "“the day before”, without its number",
}

HINT = re.compile(r"(==|!=|>) 1 else")


@pytest.mark.parametrize(
    ("n", "words", "text"),
    [
        (0, ("patient",), "0 patients"),
        (1, ("patient",), "1 patient"),
        (2, ("entry", "entries"), "2 entries"),
        (1234567, ("row was, oddly,", "rows were, oddly,"), "1\u202f234\u202f567 rows were, oddly,"),
    ],
)
def test_a_noun_goes_with_its_number(n, words, text):
    assert counted(n, *words) == text


def plurals_by_hand(text):
    """Return the lines on which a noun is chosen by whether a number is 1."""
    if not HINT.search(text):
        return []
    return [
        node.lineno
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.IfExp) and HINT.search(ast.unparse(node)) and _is_noun(node.body, node.orelse)
    ]


def _is_noun(one, many):
    """Whether the two are alike but for an s at an end: "1 event" and "{n} events", "" and "s"."""
    one, many = (ast.unparse(each).strip("f'\"").split() or [""] for each in (one, many))
    return len(one) == len(many) and any(f"{a}s" == b or f"{b}s" == a for a, b in zip(one, many, strict=True))


def test_no_plural_is_made_by_hand():
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sorted(ROOT.rglob("*.py"))
        if path.relative_to(ROOT).as_posix() not in OTHERS
        for line in plurals_by_hand(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "f\"{n} {'patient' if n == 1 else 'patients'}\"",
        "'1 event' if len(rows) == 1 else f'{len(rows)} events'",
        "f\"{n} test{'' if n == 1 else 's'}\"",
        "f\"{n} test{'s' if n != 1 else ''}\"",
        "f\"{n} test{'s' if n > 1 else ''}\"",
    ],
)
def test_plurals_by_hand_are_found(text):
    assert plurals_by_hand(text) == [1]
