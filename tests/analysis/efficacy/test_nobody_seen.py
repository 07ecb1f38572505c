"""Where nobody has a value after baseline, a value filled in for everybody is no result."""

import math

import numpy as np
import pytest

from sscviewer.analysis.efficacy.sensitivity import carried_forward, mean_estimate, return_to_baseline
from sscviewer.analysis.efficacy.sensitivity_arms import Armed, of_values
from sscviewer.analysis.reml.errors import FitError

GONE = np.full((4, 3), math.nan)


def test_of_the_whole_trial():
    with pytest.raises(FitError, match="no result"):
        return_to_baseline(GONE[:, -1], level=0.95)
    with pytest.raises(FitError):
        mean_estimate(carried_forward(GONE)[~np.isnan(carried_forward(GONE))], level=0.95)


@pytest.mark.parametrize("key", ["locf", "baseline"])
def test_of_an_arm(key):
    seen = np.array(
        [[1.0, 2.0, math.nan], [math.nan, 1.0, 4.0], [0.0, 3.0, 5.0], [math.nan, math.nan, math.nan]]
    )
    upto = np.vstack([seen, GONE])
    armed = Armed(
        np.array([f"P{i}" for i in range(8)], dtype=object),
        np.array(["Drug"] * 4 + ["Placebo"] * 4, dtype=object),
        upto,
        carried_forward(upto),
        ("Placebo", "Drug"),
        "Placebo",
    )
    placebo, drug, difference = of_values(key, armed, 0.95)
    assert (placebo.estimate, difference.estimate) == (None, None)
    assert "no result" in placebo.note
    # last values 2, 4, 5 and none carried as 0; at the visit 4 and 5, the others 0
    assert drug.estimate.estimate == pytest.approx({"locf": 11 / 4, "baseline": 9 / 4}[key])
