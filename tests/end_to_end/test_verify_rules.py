"""`verify` reads, settles and analyses small trials whose figures are worked out by hand."""

import json
import math

import pytest

from sscviewer.bundled import resource_path
from sscviewer.cli.verify_rules import _found, rule_figures


def test_every_figure_is_right_and_each_case_says_why():
    rows = list(rule_figures())
    assert [row for row in rows if not row.passed] == []
    assert len(rows) >= 39
    cases = json.loads(resource_path("reference", "rules.json").read_text(encoding="utf-8"))["cases"]
    kinds = {case["case"].split(":")[0] for case in cases}
    assert kinds == {"visits", "readings", "numbers", "doses", "arms", "safety", "absence", "survival"}
    assert all(len(case["why"]) > 60 for case in cases)


@pytest.mark.parametrize(
    ("way", "right"),
    [
        (["rows", {"arm": "A"}, "n"], 3),
        (["rows"], 2),
        (["rows", {"arm": "C"}, "n"], math.nan),
        (["not there"], math.nan),
    ],
)
def test_a_way_that_leads_nowhere_agrees_with_nothing(way, right):
    document = {"rows": [{"arm": "A", "n": 3}, {"arm": "B", "n": 4}]}
    assert _found(document, way) == pytest.approx(right, nan_ok=True)
