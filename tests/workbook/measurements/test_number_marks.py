"""What comma and dot mean in columns of results: by the column, its limits, and what is possible."""

import numpy as np
import openpyxl
import pytest

from sscviewer.workbook import load_study
from sscviewer.workbook.measurements.number_marks import possible_ranges, settled_numbers
from sscviewer.workbook.values.cells import NUMBER, TEXT, Cells
from sscviewer.workbook.values.number_text import decide_marks


def _cells(*values: str | float) -> Cells:
    kinds = [TEXT if isinstance(value, str) else NUMBER for value in values]
    n = len(values)
    return Cells(np.arange(n, dtype=np.int32), np.array(kinds, dtype=np.uint8), list(values))


@pytest.mark.parametrize(
    ("texts", "comma", "dot"),
    [
        (["0,812", "4,120"], "decimal", "decimal"),  # no group of thousands begins with 0
        (["1.234.567"], "unknown", "thousands"),
        (["1.234,5", "210.000"], "decimal", "thousands"),
        (["12,5", "2.4", "2.458"], "decimal", "decimal"),
        (["210.000", "150.000"], "unknown", "unknown"),
        (["2,458", "3,100"], "unknown", "unknown"),
        (["1,234.5"], "thousands", "decimal"),
    ],
)
def test_what_a_column_says_itself(texts, comma, dot):
    marks = decide_marks(texts, [])
    assert marks.comma == comma
    if any("." in text for text in texts):
        assert marks.dot == dot


@pytest.mark.parametrize(
    ("paramcd", "unit", "texts", "values"),
    [
        ("FVC", "L", ("2,458", "3,100"), (2.458, 3.1)),
        ("FVC", "mL", ("2,458", "3,100"), (2458, 3100)),
        ("FVC", "L", ("2.458", "3.100"), (2.458, 3.1)),
        ("FVC", "mL", ("2.458", "3.100"), (2458, 3100)),
        ("PLAT", "cells/µL", ("211.000", "185.000"), (211000, 185000)),
        ("PLAT", "10^9/L", ("211.000", "185.000"), (211, 185)),
        ("WBC", "10^9/L", ("7,500", "6,125"), (7.5, 6.125)),
        ("K", "mmol/L", ("4,120", "3,985"), (4.12, 3.985)),
        ("WEIGHT", "kg", ("71,250", "64,125"), (71.25, 64.125)),
    ],
)
def test_plausibility_decides_where_both_fit(paramcd, unit, texts, values):
    numbers, _ = settled_numbers(_cells(*texts), [possible_ranges(paramcd, unit)] * len(texts))
    assert numbers.value.tolist() == pytest.approx(values)


def test_limits_decide_for_a_test_nobody_knows():
    limits = (_cells(150000.0, 150000.5), _cells(450000.0, 450000.5))
    numbers, _ = settled_numbers(_cells("210.000", "185.000"), [(), ()], limits)
    assert numbers.value.tolist() == [210000, 185000]
    limits = (_cells(1.5, 1.6), _cells(4.5, 4.6))
    numbers, _ = settled_numbers(_cells("2,100", "3,850"), [(), ()], limits)
    assert numbers.value.tolist() == [2.1, 3.85]


def test_limits_written_alike_say_what_the_results_do_not():
    limits = (_cells("0,500"), _cells("1,100"))
    numbers, marks = settled_numbers(_cells("1,812"), [()], limits)
    assert (numbers.value.tolist(), marks.comma) == ([1.812], "decimal")


def test_what_nothing_tells_is_not_read():
    numbers, marks = settled_numbers(_cells("2,458", "3,100"), [(), ()])
    assert marks.comma == "unknown"
    assert np.isnan(numbers.value).all()


def test_volumes_without_a_unit_may_be_both():
    numbers, marks = settled_numbers(_cells("2,458", "3,100"), [possible_ranges("FVC", "")] * 2)
    assert marks.comma == "unknown"
    assert np.isnan(numbers.value).all()


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        (("180", "190", "1.250", "220"), (180, 190, 1250, 220)),
        (("2", "3", "2", "2.458"), (2, 3, 2, 2.458)),
        # two plain values say nothing: a dot is of decimals then, and asked about
        (("180", "1.250", "220"), (180, 1.25, 220)),
        # far above whole numbers of hundreds nothing is impossible, far below it is
        (("180", "190", "210", "12.500"), (180, 190, 210, 12.5)),
    ],
)
def test_whole_numbers_of_the_same_measurement_tell(texts, values):
    numbers, _ = settled_numbers(_cells(*texts), [()] * len(texts))
    assert numbers.value.tolist() == list(values)


def test_another_measurement_in_the_column_tells_nothing():
    tests = np.array(["CK", "CK", "CK", "CRP"], dtype=object)
    numbers, marks = settled_numbers(_cells("180", "190", "220", "1.250"), [()] * 4, tests=tests)
    assert (marks.dot, numbers.value[3]) == ("unknown", 1.25)


@pytest.mark.parametrize(("said", "value"), [("thousands", 1250), ("decimals", 1.25)])
@pytest.mark.parametrize("text", ["1.250", "1,250"])
def test_what_the_user_says_of_an_open_mark_holds(said, value, text):
    numbers, _ = settled_numbers(_cells(text, text), [(), ()], said=said)
    assert numbers.value.tolist() == [value, value]


def test_an_open_mark_is_asked_about_and_the_answer_is_read(tmp_path):
    book = openpyxl.Workbook()
    head = ["Patient", "Visit", "Test", "Result", "Unit"]
    for row in (head, *([f"P{k}", "Baseline", "CK", f"1.{250 + k}", "U/L"] for k in range(4))):
        book.active.append(row)
    book.save(tmp_path / "lab.xlsx")
    (question,) = load_study(tmp_path / "lab.xlsx").report.questions
    assert (question.id, question.options, question.taken) == (
        "number_mark",
        ("decimals", "thousands"),
        "decimals",
    )
    answered = load_study(tmp_path / "lab.xlsx", answers=(question.answered("thousands"),))
    assert answered.study.column("measurements", "AVAL").tolist() == [1250, 1251, 1252, 1253]
    assert answered.report.questions == ()
