"""The worked examples and boundaries of clinical facts 5."""

import numpy as np
import pytest

from sscviewer.clinical.change import absolute_change, relative_change
from sscviewer.clinical.progression import (
    annual_fall,
    classify_extent,
    judge_inbuild,
    judge_omeract,
    judge_ppf_physiology,
    judge_relief,
    judge_uild,
    place_in_band,
)

NAN = np.nan


def test_fvc_65_to_60() -> None:
    assert absolute_change(65, 60) == -5
    assert relative_change(65, 60) == pytest.approx(-7.69, abs=0.005)
    assert judge_ppf_physiology(65, 60, 50, 50) == 1
    # DLCO 50 to 42 is a relative fall of 16 %, to 43 one of 14 %
    assert judge_omeract(65, 60, 50, [42, 43]).tolist() == [1, 0]


def test_fvc_80_to_72_and_52_to_47_4() -> None:
    assert judge_omeract(80, 72, NAN, NAN) == 1, "FVC alone decides"
    assert relative_change(52, 47.4) == pytest.approx(-8.85, abs=0.005)
    assert judge_ppf_physiology(52, 47.4, 50, 50) == 0
    assert judge_omeract(52, 47.4, 50, 50) == 0


def test_limits_are_inclusive_at_5_10_and_15() -> None:
    after = np.array([95.0, 95.0001, 90.0, 90.0001])
    assert judge_omeract(100, after, 100, 85).tolist() == [1, 0, 1, 1]
    assert judge_omeract(100, after, 100, 85.0001).tolist() == [0, 0, 1, 0]
    assert judge_ppf_physiology(70, [65, 65.001], 50, 45).tolist() == [1, 0]
    assert judge_ppf_physiology(70, 70, 50, [40, 40.001]).tolist() == [1, 0]


def test_what_is_missing_leaves_a_rule_open_only_where_it_could_decide() -> None:
    assert np.isnan(judge_omeract(65, 60, 50, NAN))
    assert judge_omeract(65, 64, 50, NAN) == 0, "without a fall of FVC of 5 % no DLCO can make it progression"
    assert np.isnan(judge_omeract(65, NAN, 50, 30))
    assert np.isnan(judge_ppf_physiology(70, 69, 50, NAN))
    assert judge_ppf_physiology(70, 60, 50, NAN) == 1


def test_inbuild() -> None:
    assert judge_inbuild(100, [90, 91, 95, 96]).tolist()[0] == 1
    assert np.isnan(judge_inbuild(100, 92))
    assert judge_inbuild(100, 92, symptoms=1) == 1
    assert judge_inbuild(100, 92, symptoms=0, fibrosis=1) == 1
    assert judge_inbuild(100, 92, symptoms=0, fibrosis=0) == 0
    assert judge_inbuild(100, 99, symptoms=1, fibrosis=1) == 1
    assert judge_inbuild(100, 99, symptoms=1, fibrosis=0) == 0


def test_relief_per_year_and_more_than_5_within_six_months() -> None:
    assert annual_fall(70, 67.5, 0.5) == 5
    assert judge_relief(70, [67.5, 67.6], 0.5).tolist() == [1, 0]
    assert judge_relief(70, 60, 2.0) == 1
    assert np.isnan(judge_relief(70, 60, [0.0, NAN])).all()
    assert judge_uild(70, [65, 64.9], 0.5).tolist() == [0, 1]
    assert np.isnan(judge_uild(70, 60, [0.6, NAN])).all()


def test_bands_of_the_least_change_that_matters() -> None:
    changes = np.array([2.99, 3.0, 5.29, 5.3])
    assert place_in_band(changes, (3.0, 5.3)).tolist() == [0, 1, 1, 2]
    assert place_in_band(-np.array([-2.9, -3.0, -3.3]), (3.0, 3.3)).tolist() == [0, 1, 2]
    assert np.isnan(place_in_band(NAN, (3.0, 3.3)))


def test_goh_extent_with_fvc() -> None:
    extent = [31, 9.9, 25, 25, 15, 10, 30, NAN, 20]
    fvc = [90, 40, 69.9, 70, 60, 75, 69, 60, NAN]
    words = ["EXTENSIVE", "LIMITED", "EXTENSIVE", "LIMITED", "EXTENSIVE", "LIMITED", "EXTENSIVE", "", ""]
    assert classify_extent(extent, fvc).tolist() == words
    trusted = classify_extent([20.1, 19.9, 20, 20], [90, 40, 69, 70], indeterminate=None)
    assert trusted.tolist() == ["EXTENSIVE", "LIMITED", "EXTENSIVE", "LIMITED"]


def test_a_baseline_of_0_has_no_percentage() -> None:
    assert np.isnan(relative_change(0, 5))
