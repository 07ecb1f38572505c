"""The worked numbers of clinical facts 6.3."""

import numpy as np
import pytest

from sscviewer.clinical.eustar_activity import compute_eustar_activity, judge_active


def test_the_worked_patient_is_active() -> None:
    index = compute_eustar_activity(0, 12, 1, 0, 0.5, 55)
    assert index == pytest.approx(3.508)
    assert judge_active(index) == 1


def test_the_skin_score_falls_a_little_where_its_weight_changes() -> None:
    assert compute_eustar_activity(0, 18, 0, 0, 0.5, 90) == pytest.approx(1.512)
    assert compute_eustar_activity(0, 19, 0, 0, 0.5, 90) == pytest.approx(1.5)


def test_limits_of_crp_dlco_and_activity() -> None:
    assert compute_eustar_activity(0, 0, 0, 0, [1.0, 1.01], 90).tolist() == [0, 2.25]
    assert compute_eustar_activity(0, 0, 0, 0, 0, [69.9, 70]).tolist() == [1, 0]
    assert judge_active([2.49, 2.5]).tolist() == [0, 1]
    assert compute_eustar_activity(1, 30, 1, 1, 5, 40) == pytest.approx(1.5 + 1.5 + 1.5 + 2.25 + 2.25 + 1.0)


@pytest.mark.parametrize("position", range(6))
def test_anything_missing_leaves_it_open(position: int) -> None:
    inputs = [0.0, 12.0, 1.0, 0.0, 0.5, 55.0]
    inputs[position] = np.nan
    assert np.isnan(compute_eustar_activity(*inputs))
