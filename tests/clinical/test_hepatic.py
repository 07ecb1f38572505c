"""The quadrants of the eDISH plot against the oracle of the clinical facts (7.5)."""

import numpy as np

from sscviewer.clinical.hepatic import quadrant


def test_quadrants():
    alt = np.array([4.0, 4.0, 1.5, 2.99, 3.0, np.nan, 3 * 0.4 / 0.4])
    bilirubin = np.array([2.5, 1.2, 2.5, 1.99, 2.0, 1.0, 1.0])
    names = ["hy", "temple", "cholestasis", "normal", "hy", "", "temple"]
    assert quadrant(alt, bilirubin).tolist() == names
