"""Predicted FVC by NHANES III against values worked out elsewhere."""

import numpy as np
import pytest

from sscviewer.clinical.spirometry_nhanes3 import compute_predicted_fvc


@pytest.mark.parametrize(
    ("sex", "race", "age", "height", "litres"),
    [
        ("M", "CAUCASIAN", 40.0, 175.0, 5.11101),  # clinical facts 2.10
        # F 48.3 y 163 cm: FVC 2.30 L is 64.027 % (clinical facts 2.10), so predicted 2.30 / 0.64027
        ("F", "CAUCASIAN", 48.3, 163.0, 3.59224),
        # -0.3039 + 0.00536*48.3 - 0.000265*48.3**2 + 1.3606e-4*163**2, by hand
        ("F", "AFRICAN AMERICAN", 48.3, 163.0, 2.95175),
        # 0.2376 - 0.00891*50 - 0.000182*2500 + 1.7823e-4*28900 = 4.48785
        ("M", "MEXICAN AMERICAN", 50.0, 170.0, 4.487947),
        # a boy of 10: -0.2584 - 2.0415 + 1.0133 + 1.8642e-4*19600 = 2.367232
        ("M", "CAUCASIAN", 10.0, 140.0, 2.367232),
        # a woman of 18 is an adult, a man of 18 is not
        ("F", "CAUCASIAN", 18.0, 160.0, -0.3560 + 0.3366 - 0.123768 + 3.79264),
        ("M", "CAUCASIAN", 18.0, 170.0, -0.2584 - 3.6747 + 3.283092 + 5.387538),
    ],
)
def test_predicted(sex, race, age, height, litres):
    got = compute_predicted_fvc(np.array([age]), np.array([height]), sex, race)
    assert got[0] == pytest.approx(litres, abs=2e-5)


def test_outside_the_ages_and_without_height_there_is_none():
    age, height = np.array([7.9, 80.1, 50.0, np.nan]), np.array([120.0, 170.0, np.nan, 170.0])
    assert np.isnan(compute_predicted_fvc(age, height, "M")).all()
