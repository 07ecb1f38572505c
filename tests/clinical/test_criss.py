"""The table of clinical facts 6.1 and the worked example of 6.2."""

import math

import numpy as np
import pytest

from sscviewer.clinical.criss import (
    ITEMS,
    compute_criss,
    judge_criss,
    judge_items,
    judge_lung_decline,
    judge_revised_criss,
)

NAN = np.nan

TABLE = [
    # dMRSS, dFVC, dPt, dMD, dHAQ, eta, P
    (0, 0, 0, 0, 0, -5.54, 0.003911),
    (-3.9, 1.74, 0, 0, 0, -2.0156, 0.117575),
    (-5, 0, -1, -1, -0.25, 0.2025, 0.550453),
    (-7, 0, -1, -1, 0, 0.97, 0.725119),
    (-8, 2, -1, -2, -0.25, 3.4925, 0.970474),
    (-10, 3, -2, -3, -0.375, 6.58875, 0.998626),
    (3, -4, 1, 1, 0.125, -10.07625, 0.000042),
]


def test_the_order_of_the_items() -> None:
    assert ITEMS == ("MRSS", "FVCPP", "PTGA", "MDGA", "HAQDI")


@pytest.mark.parametrize("row", TABLE)
def test_probability(row: tuple[float, ...]) -> None:
    found = compute_criss(np.array([row[:5]]))
    assert found[0] == pytest.approx(row[6], abs=5e-7)
    assert math.log(found[0] / (1 - found[0])) == pytest.approx(row[5], abs=1e-9)


def test_millimetres_entered_for_0_to_10_would_give_1() -> None:
    found = compute_criss(np.array([[-8, 2, -10, -20, -0.25]]))
    assert found[0] == pytest.approx(1.0, abs=5e-5)
    assert -math.log(1 / found[0] - 1) == pytest.approx(15.01, abs=0.005)


def test_the_skin_alone_reaches_improvement_at_7_340() -> None:
    changes = np.zeros((2, 5))
    changes[:, 0] = -7.341, -7.339
    assert judge_criss(compute_criss(changes)).tolist() == [1, 0]


def test_extreme_changes_do_not_overflow() -> None:
    changes = np.array([[-51.0, 100, -10, -10, -3], [51, -100, 10, 10, 3]])
    assert compute_criss(changes) == pytest.approx([1, 0])


def test_missing_items_and_step_one() -> None:
    full = np.array([-8, 2, -1, -2, -0.25])
    missing = np.array([-8, NAN, -1, -2, -0.25])
    found = compute_criss(np.stack([full, full, full, missing, missing]), [0, 1, NAN, 0, 1])
    assert found.tolist()[1] == 0
    assert found.tolist()[4] == 0
    assert np.isnan(found[[2, 3]]).all()


def test_lung_decline_of_step_one() -> None:
    # 80 to 68 is a relative fall of 15 %, to below 80
    assert judge_lung_decline(80, 68, 68) == 1
    assert judge_lung_decline(80, 68, 68.1) == 0, "not confirmed"
    assert judge_lung_decline(80, 68.1, NAN) == 0
    assert np.isnan(judge_lung_decline(80, 68, NAN)), "no second test"
    assert judge_lung_decline(100, 80, 80) == 0, "not below 80"
    assert judge_lung_decline(100, 79.9, 79.9) == 1
    assert judge_lung_decline(80, 68, 68, has_ild=0) == 0


BASE = np.array([28, 65, 6, 6, 1.25])
AFTER = np.array([20, 67, 4, 4.4, 1.0])


def test_revised_criss_of_the_worked_example() -> None:
    assert judge_items(BASE, AFTER, 20).tolist() == [1, 0, 1, 1, 1]
    assert judge_items(BASE, AFTER, 25).tolist() == [1, 0, 1, 1, 0]
    assert judge_items(BASE, AFTER, 30).tolist() == [0, 0, 1, 0, 0]
    levels = [float(judge_revised_criss(BASE, AFTER, level)) for level in (20, 25, 30, 50, 75)]
    assert levels == [1, 1, 0, 0, 0]


def test_fvc_counts_from_a_relative_rise_of_5_percent_at_every_level() -> None:
    for level in (20, 75):
        assert judge_items([20, 60, 5, 5, 1], [20, 63, 5, 5, 1], level)[1] == 1
        assert judge_items([20, 60, 5, 5, 1], [20, 62.99, 5, 5, 1], level)[1] == 0


def test_revised_criss_with_missing_items_step_one_and_baselines_of_0() -> None:
    three = np.array([20, NAN, 4, 4.4, NAN])
    assert judge_revised_criss(BASE, three, 20) == 1
    assert np.isnan(judge_revised_criss(BASE, np.array([20, NAN, 4, 6, 1.25]), 20))
    assert judge_revised_criss(BASE, np.array([28, NAN, 6, 6, 1.25]), 20) == 0
    assert judge_revised_criss(BASE, AFTER, 20, step_one=1) == 0
    assert judge_items([28, 65, 0, 6, 0], [20, 67, 0, 4.4, 1], 20)[[2, 4]].tolist() == [0, 0]
    assert np.isnan(judge_items([28, 65, 0, 6, 0], [20, 67, NAN, 4.4, 1], 20)[2])
