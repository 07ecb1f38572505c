"""Where all patients change alike a slope has no interval and no P, in numbers and in words."""

import math

import pytest

from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.settle import settle_study
from sscviewer.workbook import load_study
from tests.planned import analyse_study

DAYS = {"Baseline": "2024-01-10", "Month 3": "2024-04-10", "Month 6": "2024-07-10", "Month 12": "2025-01-10"}


def analysed(tmp_path, change):
    lines = ["Patient,Visit,Date,FVC (L)"]
    lines += [
        f"P{i:02d},{visit},{day},{2 + 0.1 * i + change(i, k):.3f}"
        for i in range(10)
        for k, (visit, day) in enumerate(DAYS.items())
    ]
    path = tmp_path / "lung.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return analyse_study(settle_study(load_study(path).study, DEFAULT_PLAN))


@pytest.mark.parametrize("change", [lambda i, k: -0.1 * (k > 0), lambda i, k: -0.05 * k])
def test_equal_changes(tmp_path, change):
    results = analysed(tmp_path, change)
    model = results.courses[0].random_slope
    assert math.isfinite(model.slope.estimate)
    assert math.isnan(model.slope.lower)
    assert math.isnan(model.slope.p_value)
    assert any("nothing varies" in warning for warning in model.warnings)
    told = " ".join(results.sentences.results)
    assert "FVC over 12 months was" in told
    assert "P <" not in told
    assert "P =" not in told


def test_one_patient_who_differs_brings_the_interval_back(tmp_path):
    results = analysed(tmp_path, lambda i, k: -0.05 * k * (1 + 0.3 * (i % 3)) + 0.02 * ((i * k) % 5))
    assert math.isfinite(results.courses[0].random_slope.slope.p_value)
