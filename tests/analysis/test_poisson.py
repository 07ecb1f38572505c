"""Exact Poisson intervals against published and worked numbers (shared facts 9.6) and R's poisson.test."""

import json

import numpy as np
import pytest

from sscviewer.analysis.poisson import poisson_interval


@pytest.mark.parametrize(
    ("events", "time", "lower", "upper"),
    [
        (14, 400, 0.019135, 0.058724),
        (0, 1, 0, 3.688879),
        (1, 1, 0.025318, 5.571643),
        (7, 0.152, 18.5155, 94.8860),
        (5, 0.152, 10.6808, 76.7653),
        (23, 0.152, 95.9212, 227.0480),
        (5, 0.150417522, 10.7932, 77.5730),
        (4, 1.19, 0.9159, 8.6064),
    ],
)
def test_worked_intervals(events, time, lower, upper):
    low, high = poisson_interval(events, time)
    assert float(low) == pytest.approx(lower, abs=6e-5)
    assert float(high) == pytest.approx(upper, abs=6e-5)


def test_as_r_for_every_count_and_level(shared):
    fits = json.loads((shared / "oracles" / "surv" / "poisson_exact.json").read_text())["fits"]
    assert len(fits) > 100
    for fit in fits:
        theirs = fit["two.sided"]["ci"]
        ours = poisson_interval(fit["x"], fit["T"], fit["conf"])
        np.testing.assert_allclose(ours, theirs, rtol=1e-9, atol=1e-12)


def test_arrays_and_no_person_time():
    lower, upper = poisson_interval([0, 3, 2], [2.0, 2.0, 0.0])
    assert lower.shape == upper.shape == (3,)
    assert lower[0] == 0
    assert np.isnan([lower[2], upper[2]]).all()
