"""Numbers that are told are rounded in one way: 49.05 is 49.1 on the command line as in the report."""

import ast
from pathlib import Path

import pytest

from sscviewer.analysis.enrolment.demographics import NumberRow
from sscviewer.cli.analysis_text import _entry_line
from sscviewer.model.rounding import rounded

PACKAGE = Path(__file__).parents[1] / "sscviewer"
TOLD = ("cli", "report", "analysis/sentences", "analysis/dose_question", "gui/safety", "gui/dose")
"""Rooms that print means, shares and rates."""


@pytest.mark.parametrize("room", TOLD)
def test_no_number_is_rounded_by_a_format(room):
    found = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in sorted((PACKAGE / room).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FormattedValue)
        and node.format_spec is not None
        and ast.unparse(node.format_spec).rstrip("'").endswith("f")
    ]
    assert found == []


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [(49.05, 1, "49.1"), (62.5, 0, "63"), (2.675, 2, "2.68"), (-0.05, 1, "-0.1"), (float("nan"), 1, "nan")],
)
def test_halves_are_rounded_away_from_zero(value, digits, text):
    assert rounded(value, digits) == text


def test_the_command_line_prints_the_mean_of_the_report():
    row = NumberRow("ALL", "AGE", 20, 49.05, 10.25, 49.25, 30, 70)
    assert "49.1 ± 10.3" in _entry_line(row)
    assert "median 49.3" in _entry_line(row)
