"""The conditional change score against the worked example (clinical facts 2.9)."""

import numpy as np
import pytest

from sscviewer.clinical.serial_change import conditional_change


def test_worked_example():
    first, second, age = np.full(2, -0.78), np.full(2, -1.60), np.full(2, 14.0)
    found = conditional_change(first, second, age, np.array([0.25, 4.0]))
    assert found == pytest.approx([-2.17, -1.55], abs=5e-3)


def test_none_where_the_correlation_is_impossible():
    # 0.642 + 0.020·48 > 1
    assert np.isnan(conditional_change(*(np.array([x]) for x in (0.0, 0.0, 48.0, 0.25)))[0])
