"""Shift tables of small trials whose every cell can be counted by hand."""

import numpy as np
import pytest

from sscviewer.analysis.labs.lab_shift import lab_shift, worst_grades
from sscviewer.analysis.labs.labs import labs
from tests.analysis.lab_trials import lab_study
from tests.planned import population

RECORDS = (
    ("A", "ALT", 1, 20), ("A", "ALT", 15, 130), ("A", "ALT", 29, 45),
    ("B", "ALT", 1, 50), ("B", "ALT", 15, 30),
    ("C", "ALT", 15, 300),
    ("D", "ALT", 1, 20),
    ("E", "ALT", 1, "lost"), ("E", "HGB", 1, 13), ("E", "HGB", 15, 11), ("E", "HGB", 29, 17),
)  # fmt: skip
ARMS = {"A": "X", "B": "X", "C": "Y", "D": "Y", "E": "Y"}


@pytest.fixture(scope="module")
def study():
    return lab_study(*RECORDS, arms=ARMS)


def filled(table):
    return {
        (row, column): cell.usubjids
        for row, cells in zip(table.levels, table.cells, strict=True)
        for column, cell in zip(table.later, cells, strict=True)
        if cell.n
    }


def test_worst_and_last_grade(study):
    found, who = labs(study, 4), population(study)
    worst = lab_shift(found, who, "ALT", "worst")
    assert [table.arm for table in worst] == ["ALL", "X", "Y"]
    every, x, y = worst
    assert filled(every) == filled(x) == {("0", "2"): ("A",), ("1", "0"): ("B",)}
    assert (every.n, every.cells[0][2].percent) == (2, 50.0)
    assert (every.without_baseline, every.without_later) == (("C",), ("D",))
    assert (every.without_both, every.not_measured) == ((), ("E",))
    assert (y.n, filled(y)) == (0, {})
    assert np.isnan(y.cells[0][0].percent)
    last = lab_shift(found, who, "ALT", "last")[0]
    assert filled(last) == {("0", "1"): ("A",), ("1", "0"): ("B",)}
    assert last.words == "ALT increased: grade at baseline → last grade after (CTCAE version 4.03)"


def test_an_abnormal_baseline_of_version_5_starts_at_grade_0(study):
    table = lab_shift(labs(study, 5), population(study), "ALT")[0]
    assert filled(table) == {("0", "2"): ("A",), ("0", "0"): ("B",)}


def test_ranges(study):
    found, who = labs(study), population(study)
    worst = lab_shift(found, who, "HGB", "worst", "range")[0]
    assert (worst.levels, worst.later) == (
        ("Low", "Normal", "High"),
        ("Low", "Normal", "High", "Low and high"),
    )
    assert filled(worst) == {("Normal", "Low and high"): ("E",)}
    assert worst.not_measured == ("A", "B", "C", "D")
    last = lab_shift(found, who, "HGB", "last", "range")[0]
    assert filled(last) == {("Normal", "High"): ("E",)}
    alt = lab_shift(found, who, "ALT", "worst", "range")[0]
    assert filled(alt) == {("Normal", "High"): ("A",), ("High", "Normal"): ("B",)}
    assert "CTCAE" not in alt.words


def test_worst_grades(study):
    rows = {(row.arm, row.paramcd): row for row in worst_grades(labs(study, 4), population(study))}
    every = rows["ALL", "ALT"]
    assert (every.n, every.patients) == (3, (("B",), (), ("A",), ("C",), ()))
    assert rows["Y", "ALT"].patients[3] == ("C",)
    assert rows["ALL", "HGB"].patients == ((), ("E",), (), (), ())
    assert rows["ALL", "HGB"].term == "Anaemia"


def test_a_filter_leaves_the_others_out(study):
    who = population(study, among=["A", "D"])
    table = lab_shift(labs(study, 4), who, "ALT")[0]
    assert (table.n, table.without_later, table.without_baseline, table.not_measured) == (1, ("D",), (), ())


def test_an_unknown_test(study):
    with pytest.raises(KeyError):
        lab_shift(labs(study), population(study), "XYZ")
