"""Values, days and changes of the tiny trial, worked out by hand."""

import numpy as np
import pytest

from sscviewer.analysis.patient.trajectory import trajectory


def test_days_values_and_changes(tiny_study):
    course = trajectory(tiny_study, "A1", "FVCPP")
    # 14 March 2007 is the day before day 1; 20 November is day 251, 14 March 2008 day 366
    np.testing.assert_array_equal(course.day, [-1, 93, 251, 366])
    np.testing.assert_array_equal(course.aval, [60, 63, 61.5, 66])
    np.testing.assert_allclose(course.chg, [0, 3, 1.5, 6])
    np.testing.assert_allclose(course.pchg, [0, 5, 2.5, 10])
    assert (course.base, course.base_index, course.last_change) == (60, 0, 6)
    assert course.srcref == ("PFT!D2", "PFT!D3", "PFT!D4", "PFT!D5")
    assert course.date[0] == "2007-03-14"


def test_value_out_of_its_window_is_marked(tiny_study):
    course = trajectory(tiny_study, "A1", "FVCPP")
    # month 6 falls on day 184; day 251 is two months late
    np.testing.assert_array_equal(course.in_window, [True, True, False, True])


def test_unreadable_value_is_counted_not_drawn(tiny_study):
    course = trajectory(tiny_study, "A1", "MRSS")
    np.testing.assert_array_equal(course.aval, [24, 22, 17])
    assert course.not_drawn == (("not a number", "PFT!D8"),)
    assert course.last_change == -7


def test_patient_without_values(tiny_study):
    course = trajectory(tiny_study, "A3", "FVCPP")
    assert course.aval.size == 0
    assert np.isnan(course.last_change)


def test_single_value_has_no_change(tiny_study):
    course = trajectory(tiny_study, "A2", "FVCPP")
    assert course.base == 70
    assert np.isnan(course.last_change)


def test_unknown_patient(tiny_study):
    with pytest.raises(KeyError):
        trajectory(tiny_study, "Z9", "FVCPP")
