"""Which readings are the baseline and which count, worked out by hand."""

import numpy as np
import pytest

from sscviewer.analysis.settled.counted import baselines, counting, standing_readings

ONE = [False, False, False]


def of(values):
    return np.array(values, dtype=float)


@pytest.mark.parametrize(
    ("choice", "day", "avisitn", "flagged", "expected"),
    [
        ("flag or last", [-10, -1, 30], [np.nan, 0, 1], ONE, [1]),  # the visit called baseline
        ("flag or last", [-10, -1, 30], [np.nan] * 3, ONE, [1]),  # else the last before treatment
        ("flag or last", [-10, -1, 30], [np.nan, 0, 1], [True, False, False], [0]),  # the file's own flag
        ("flag or last", [30, 60, 90], [1, 2, 3], ONE, []),  # nothing before treatment
        ("flag or last", [-1, -1, 30], [0, 0, 1], ONE, [0, 1]),  # both readings of the day
        ("last before first dose", [-10, -1, 30], [0, np.nan, 1], [True, False, False], [1]),
        ("last before first dose", [3, 9, 30], [0, np.nan, 1], ONE, [0]),  # none that early: by its name
        ("mean before first dose", [-10, -1, 30], [0, np.nan, 1], ONE, [0, 1]),
        ("first value", [90, 60, 60], [3, 2, 2], [True, False, False], [1, 2]),  # whatever else is said
    ],
)
def test_baseline(choice, day, avisitn, flagged, expected):
    series = np.zeros(3, dtype=np.int64)
    stands = np.ones(3, dtype=bool)
    found = baselines(series, of(day), of(avisitn), stands, np.array(flagged), of(day) <= 1, choice)
    assert np.flatnonzero(found).tolist() == expected


def test_baseline_is_looked_for_in_each_series():
    series = np.array([0, 1, 0, 1])
    day = of([-5, -9, -2, 8])
    found = baselines(series, day, of([np.nan] * 4), series >= 0, series < 0, day <= 1, "flag or last")
    assert np.flatnonzero(found).tolist() == [1, 2]


@pytest.mark.parametrize(
    ("rule", "expected"), [("mean", [0, 1, 2, 3]), ("first", [0, 2, 3]), ("last", [1, 2, 3])]
)
def test_readings_of_a_day(rule, expected):
    series, day = np.array([0, 0, 0, 1]), of([5, 5, 6, 5])
    found = standing_readings(series, day, np.ones(4, dtype=bool), rule)
    assert np.flatnonzero(found).tolist() == expected


@pytest.mark.parametrize(
    ("rule", "expected"), [("nearest", [1, 2, 4]), ("mean", [0, 1, 2, 3, 4]), ("last", [3, 4])]
)
def test_days_of_a_visit(rule, expected):
    # planned on day 92: 80, twice 90, 95 of one patient (95 is the last, 90 the nearest); 200 of another
    series, day = np.array([0, 0, 0, 0, 1]), of([80, 90, 90, 95, 200])
    planned, avisitn = np.full(5, 92.0), np.full(5, 3.0)
    found = counting(series, day, avisitn, planned, np.ones(5, dtype=bool), rule)
    assert np.flatnonzero(found).tolist() == expected
