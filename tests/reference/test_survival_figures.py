"""Kaplan-Meier and Aalen-Johansen of small sets, as R's survival package has them (figures/survival.json)."""

import json

import numpy as np
import pytest

from sscviewer.analysis.survival.competing_risks import cumulative_incidence
from sscviewer.analysis.survival.survival import kaplan_meier
from tests.reference.shipped import FIGURES

FITS = json.loads((FIGURES / "survival.json").read_text(encoding="utf-8"))
CLOSE = 1e-12


def _columns(rows):
    """Columns of numbers; what R has no value for is NaN."""
    return np.array(rows, dtype=float).T


@pytest.mark.parametrize("fit", FITS["kaplan_meier"], ids=lambda f: f"{f['set']}-{f['interval']}")
def test_kaplan_meier(fit):
    entry, time, event = _columns(fit["entry_time_event"])
    ours = kaplan_meier(
        time, event == 1, entry if entry.any() else None, level=fit["level"], interval=fit["interval"]
    )
    times, at_risk, events, value, lower, upper = _columns(fit["curve"])
    np.testing.assert_array_equal(ours.curve.times, times)
    np.testing.assert_array_equal(ours.at_risk, at_risk)
    np.testing.assert_array_equal(ours.events, events)
    np.testing.assert_allclose(ours.curve.value, value, rtol=0, atol=CLOSE)
    np.testing.assert_allclose(ours.curve.lower, lower, rtol=0, atol=CLOSE)
    np.testing.assert_allclose(ours.curve.upper, upper, rtol=0, atol=CLOSE)
    median = np.array([ours.median, ours.median_lower, ours.median_upper])
    np.testing.assert_array_equal(median, np.array(fit["median"], dtype=float))


@pytest.mark.parametrize(
    "fit", FITS["aalen_johansen"], ids=lambda f: f"{f['set']}-{f['arm']}-{f['interval']}"
)
def test_aalen_johansen(fit):
    time, cause = _columns(fit["time_cause"])
    ours = cumulative_incidence(
        time, ["" if c == 0 else f"e{c:g}" for c in cause], ["e1", "e2"], interval=fit["interval"], level=0.95
    )
    times, *theirs = _columns(fit["curve"])
    np.testing.assert_array_equal(ours.free.times, times)
    curves = [ours.free, *(c.curve for c in ours.causes)]
    found = [values for c in curves for values in (c.value, c.se, c.lower, c.upper)]
    np.testing.assert_allclose(found, theirs, rtol=0, atol=CLOSE)
