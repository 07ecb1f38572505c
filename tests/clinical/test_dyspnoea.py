"""Ranges and totals of the dyspnoea indices and of the gastrointestinal scales."""

import numpy as np
import pytest

from sscviewer.clinical.dyspnoea import compute_bdi, compute_tdi
from sscviewer.clinical.gastrointestinal import SCALES, compute_git_total

NAN = np.nan


def test_dyspnoea_totals_run_from_0_to_12_and_from_minus_9_to_9() -> None:
    assert compute_bdi(np.array([[0.0, 0, 0], [4, 4, 4], [2, 3, 1]])).tolist() == [0, 12, 6]
    assert compute_tdi(np.array([[-3.0, -3, -3], [3, 3, 3], [-1, 0, 2]])).tolist() == [-9, 9, 1]


def test_a_missing_or_impossible_component_leaves_no_total() -> None:
    assert np.isnan(compute_bdi(np.array([[NAN, 1, 1], [5, 1, 1], [-1, 1, 1]]))).all()
    assert np.isnan(compute_tdi(np.array([[NAN, 1, 1], [4, 1, 1], [-4, 1, 1]]))).all()
    with pytest.raises(ValueError, match="3"):
        compute_tdi(np.zeros((2, 4)))


def test_the_gastrointestinal_total_leaves_constipation_out() -> None:
    scales = dict.fromkeys(SCALES, 1.0) | {"constipation": 3.0, "reflux": 2.5}
    row = np.array([[scales[name] for name in SCALES]])
    assert compute_git_total(row) == pytest.approx([(2.5 + 5 * 1.0) / 6])
    row[0, SCALES.index("constipation")] = NAN
    assert compute_git_total(row) == pytest.approx([7.5 / 6])
    row[0, 0] = NAN
    assert np.isnan(compute_git_total(row)).all()
    row[0, 0] = 3.1
    assert np.isnan(compute_git_total(row)).all()
