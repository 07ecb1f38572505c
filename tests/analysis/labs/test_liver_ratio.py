"""R by visit and patient, its kinds at their bounds, and who has none."""

from dataclasses import asdict

import pytest

from sscviewer.analysis.labs.laboratory import laboratory, liver_entry
from sscviewer.analysis.labs.labs import labs
from sscviewer.analysis.labs.liver_ratio import WITHIN, liver_ratios
from sscviewer.cli.laboratory_text import laboratory_lines
from tests.analysis.lab_trials import lab_study
from tests.planned import PLAN, population

# ALT limit 40, ALP limit 100: R = (ALT / 40) / (ALP / 100)
RECORDS = (
    ("A", "ALT", 1, 20), ("A", "ALP", 1, 50),  # 0.5 / 0.5 = 1, normal
    ("A", "ALT", 29, 400), ("A", "ALP", 29, 200),  # 10 / 2 = 5: hepatocellular at the bound
    ("A", "ALT", 57, 200), ("A", "ALP", 57, 50),  # 5 / 0.5 = 10, but ALT was higher before
    ("B", "ALT", 1, 40), ("B", "ALP", 1, 100),  # at both limits: not raised
    ("B", "ALT", 29, 80), ("B", "ALP", 29, 100),  # 2: cholestatic at the bound
    ("C", "ALT", 1, 40), ("C", "ALP", 1, 100),
    ("C", "ALT", 29, 121), ("C", "ALP", 29, 110),  # 3.025 / 1.1 = 2.75
    ("D", "ALT", 1, 40), ("D", "ALT", 29, 400),  # no phosphatase
    ("E", "ALT", 29, 0), ("E", "ALP", 29, 0),  # nothing can be divided
)  # fmt: skip
VISITS = {1: ("Baseline", 0.0), 29: ("Month 1", 1.0), 57: ("Month 2", 2.0)}
ARMS = {"A": "Drug", "B": "Drug", "C": "Placebo", "D": "Placebo", "E": "Placebo"}


@pytest.fixture(scope="module")
def study():
    return lab_study(*RECORDS, arms=ARMS, visits=VISITS)


@pytest.fixture(scope="module")
def found(study):
    return liver_ratios(study, labs(study), population(study))


def test_each_patient_and_visit(found):
    expected = {
        ("A", 0.0): (1.0, WITHIN),
        ("A", 1.0): (5.0, "hepatocellular"),
        ("A", 2.0): (10.0, "hepatocellular"),
        ("B", 0.0): (1.0, WITHIN),
        ("B", 1.0): (2.0, "cholestatic"),
        ("C", 0.0): (1.0, WITHIN),
        ("C", 1.0): (2.75, "mixed"),
    }
    assert {(one.usubjid, one.avisitn): (pytest.approx(one.ratio), one.pattern) for one in found.values} == {
        place: (ratio, kind) for place, (ratio, kind) in expected.items()
    }
    assert [(one.usubjid, one.avisit, one.ratio) for one in found.highest] == [
        ("A", "Month 1", pytest.approx(5.0)),
        ("B", "Month 1", pytest.approx(2.0)),
        ("C", "Month 1", pytest.approx(2.75)),
    ]
    assert found.without == ("D", "E")


def test_by_visit_and_arm(found):
    rows = {(row.avisit, row.arm): row for row in found.visits}
    month = rows["Month 1", "ALL"]
    assert month.patients == ("A", "B", "C")
    assert (month.median, month.lowest, month.highest) == pytest.approx((2.75, 2.0, 5.0))
    assert month.by_pattern == (("A",), ("C",), ("B",))
    assert rows["Month 1", "Drug"].by_pattern == (("A",), (), ("B",))
    assert rows["Baseline", "ALL"].by_pattern == ((), (), ())
    assert [row.avisitn for row in found.visits] == sorted(row.avisitn for row in found.visits)


def test_document_and_text(study, found):
    all_of_it = laboratory(study, population(study), PLAN.laboratory)
    entry = liver_entry(all_of_it)["r_ratio"]
    assert entry["patients"] == [asdict(one) for one in found.values]
    month = next(row for row in entry["visits"] if (row["AVISIT"], row["arm"]) == ("Month 1", "ALL"))
    assert month["patients"] == {"hepatocellular": ["A"], "mixed": ["C"], "cholestatic": ["B"]}
    assert "3 of 3 patients have a raised enzyme: 1 hepatocellular, 1 mixed, 1 cholestatic" in entry["words"]
    assert "Without R, for want of a value or an upper limit: 2." in entry["words"]
    assert f"  {entry['words']}" in laboratory_lines(all_of_it, "ALL")


def test_without_the_enzymes_there_is_none():
    study = lab_study(("A", "ALT", 1, 20), ("A", "ALT", 29, 400))
    found = liver_ratios(study, labs(study), population(study))
    assert (found.values, found.visits, found.without) == ((), (), ("A",))
