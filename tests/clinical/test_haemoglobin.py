"""The haemoglobin correction against worked factors (clinical facts 2.8, form B)."""

import numpy as np
import pytest

from sscviewer.clinical.haemoglobin import haemoglobin_factor
from sscviewer.model.persons import FEMALE, MALE


def factor(haemoglobin, sex, age=50.0):
    values = np.atleast_1d(np.asarray(haemoglobin, dtype=np.float64))
    return haemoglobin_factor(values, np.full(len(values), sex), np.full(len(values), age))


def test_factors_of_a_man():
    expected = [1.339706, 1.189412, 1.089216, 1.036874, 1.0, 0.963971]
    assert factor([80, 100, 120, 134, 146, 160], MALE) == pytest.approx(expected, abs=5e-7)


def test_corrected_values():
    assert 20 * factor(100, MALE)[0] == pytest.approx(23.7882, abs=5e-5)
    assert 20 * factor(100, FEMALE)[0] == pytest.approx(22.8000, abs=5e-5)
    assert 12.5 * factor(110, FEMALE)[0] == pytest.approx(13.6230, abs=5e-5)


def test_boys_are_children_until_15():
    assert factor(100, MALE, 14.99)[0] == pytest.approx(1.14)
    assert factor(100, MALE, 15.0)[0] == pytest.approx(1.189412, abs=5e-7)
    assert factor(100, FEMALE, 10.0)[0] == pytest.approx(1.14)


def test_nothing_without_haemoglobin_sex_or_age():
    assert np.isnan(factor([np.nan, 0, -1], MALE)).all()
    assert np.isnan(factor(100, 0)).all()
    assert np.isnan(factor(100, MALE, np.nan)).all()
