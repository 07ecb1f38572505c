"""A row with another value for the same visit, and doses that go on after completion; each with its twin."""

import datetime as dt

import pytest

from tests.workbook.contradictions.told import cells, told

LF = ["Subject", "Visit", "Date", "FVC (L)"]
VS = ["Subject", "Visit", "Date", "Test", "Result", "Unit"]
EX = ["Subject", "Drug", "Dose", "Unit", "Start date", "End date"]
DS = ["Subject", "Status", "Date of completion or discontinuation"]
MONTHS = {"Baseline": 1, "Month 3": 4, "Month 6": 7}


def _lungs(*more):
    rows = [
        [f"P{i}", visit, dt.date(2020, month, i), 2.0 + i / 10]
        for i in range(1, 7)
        for visit, month in MONTHS.items()
    ]
    return [LF, *rows, *more]


def test_another_value_of_a_visit_is_found_in_its_row(load):
    again = ["P3", "Month 3", dt.date(2020, 4, 3), 2.9]
    days_later = ["P4", "Month 6", dt.date(2020, 7, 6), 1.9]
    loaded = load({"Lung": _lungs(again, days_later)})
    assert cells(loaded, "value.twice") == [("Lung!D20", "P3"), ("Lung!D21", "P4")]
    assert "of patient P3 at Month 3 is 2.9, and 2.3 in an earlier row" in told(loaded, "value.twice")[0][2]


def test_the_same_value_again_a_second_baseline_and_an_extra_visit_are_none(load):
    same = ["P3", "Month 3", dt.date(2020, 4, 3), 2.3]
    baseline = ["P4", "Baseline", dt.date(2019, 12, 20), 2.6]
    extra = [["P5", "Unscheduled", dt.date(2020, 5, d), 2.0 + d / 10] for d in (1, 9)]
    loaded = load({"Lung": _lungs(same, baseline, *extra)})
    assert cells(loaded, "value.twice") == []


def test_a_trial_that_measures_three_times_is_left_alone(load):
    rows = [
        [f"P{i}", visit, dt.date(2020, month, i), "Systolic blood pressure", 120 + i + reading, "mmHg"]
        for i in range(1, 7)
        for visit, month in MONTHS.items()
        for reading in range(3)
    ]
    assert cells(load({"Vital signs": [VS, *rows]}), "value.twice") == []


@pytest.mark.parametrize(("last", "found"), [(dt.date(2020, 7, 1), False), (dt.date(2020, 9, 1), True)])
def test_doses_that_go_on_after_completion(load, last, found):
    loaded = load(
        {
            "Study drug": [EX, ["A", "Drug", 100, "mg", dt.date(2020, 1, 1), last]],
            "End of study": [DS, ["A", "Completed", dt.date(2020, 7, 1)]],
        }
    )
    assert cells(loaded, "dose.after_stop") == ([("Study drug!F2", "A")] if found else [])
    if found:
        assert "after the patient completed the trial on 2020-07-01" in told(loaded, "dose.after_stop")[0][2]
