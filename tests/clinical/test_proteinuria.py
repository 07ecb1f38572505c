"""Grades of urine protein against the table of the clinical facts (7.1)."""

import numpy as np
import pytest

from sscviewer.clinical.proteinuria import grade_24_hours, grade_dipstick, read_dipstick

NAN = np.nan


@pytest.mark.parametrize(
    ("text", "pluses"),
    [
        *[("1+", 1), ("+", 1), ("++", 2), ("3 +", 3), ("+4", 4), ("++++", 4), (" 2+ ", 2)],
        *[("Negative", 0), ("neg", 0), ("Trace", 0), ("negativ", 0), ("+/-", 0)],
    ],
)
def test_dipsticks_are_read(text, pluses):
    assert read_dipstick(text) == pluses


@pytest.mark.parametrize("text", ["ND", "", "5+", "1.2", "positive", "1+2"])
def test_what_is_no_dipstick_is_not_guessed(text):
    assert np.isnan(read_dipstick(text))


def test_dipstick_grades_by_version():
    pluses = np.array([0, 1, 2, 3, 4, NAN])
    np.testing.assert_equal(grade_dipstick(pluses, 5), [0, 1, 2, 2, 3, NAN])
    np.testing.assert_equal(grade_dipstick(pluses, 4), [0, 1, 2, 2, 2, NAN])
    np.testing.assert_equal(grade_dipstick(pluses, 3), [0, 1, NAN, NAN, NAN, NAN])


@pytest.mark.parametrize("version", [4, 5])
def test_24_hour_collections(version):
    grams = np.array([0.1, 0.15, 0.99, 1.0, 3.49, 3.5, NAN])
    with_limit = grade_24_hours(grams, np.full(7, 0.15), version)
    np.testing.assert_equal(with_limit, [0, 1, 1, 2, 2, 3, NAN])
    without = grade_24_hours(grams, np.full(7, NAN), version)
    np.testing.assert_equal(without, [NAN, NAN, NAN, 2, 2, 3, NAN])


def test_version_3_knows_its_first_grade_only():
    grams = np.array([0.14, 0.15, 1.0, 1.01, NAN])
    np.testing.assert_equal(grade_24_hours(grams, np.full(5, NAN), 3), [0, 1, 1, NAN, NAN])
