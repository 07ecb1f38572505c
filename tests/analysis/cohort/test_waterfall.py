"""Bars of the whole trial against each patient's own course."""

import numpy as np
import pytest

from sscviewer.analysis.cohort.cohort_settings import WaterfallSettings
from sscviewer.analysis.cohort.waterfall import waterfall
from sscviewer.analysis.modelled import endpoint_frame
from tests.planned import population


def test_by_hand(tiny_study, tiny_outcomes):
    who = population(tiny_study)
    found = waterfall(tiny_study, who, WaterfallSettings("MRSS"), tiny_outcomes)
    assert found.subjects == ("A2", "A1")
    np.testing.assert_array_equal(found.change, [2, -7])
    assert found.outcome == ("stopped", "completed")
    assert found.visits == ("Month 1", "Month 12")
    assert found.months == (1.0, 12.0)
    assert found.missing == (("A3", "no value after baseline"),)
    assert found.better == -1


@pytest.mark.parametrize(("at", "expected"), [("last", [6.0]), ("best", [6.0]), ("Month 6", [1.5])])
def test_which_change(tiny_study, tiny_outcomes, at, expected):
    found = waterfall(tiny_study, population(tiny_study), WaterfallSettings("FVCPP", at), tiny_outcomes)
    np.testing.assert_array_equal(found.change, expected)
    assert found.missing == (("A2", "no value after baseline"), ("A3", "no value"))


def test_a_missed_visit_is_said(demo_study, demo_outcomes):
    found = waterfall(
        demo_study, population(demo_study), WaterfallSettings("MRSS", "Month 12"), demo_outcomes
    )
    reasons = {reason for _, reason in found.missing}
    assert reasons == {"no value at Month 12", "no value after baseline"}


def test_best_is_in_the_better_direction(demo_study, demo_outcomes):
    who = population(demo_study)
    for paramcd, worst_of in (("MRSS", min), ("FVCPP", max)):
        best = waterfall(demo_study, who, WaterfallSettings(paramcd, "best"), demo_outcomes)
        frame = endpoint_frame(demo_study, who, paramcd)
        later = frame[(frame["AVISITN"] > 0) & frame["CHG"].notna()]
        for usubjid, change in zip(best.subjects, best.change, strict=True):
            assert change == worst_of(later.loc[later["USUBJID"] == usubjid, "CHG"])
        assert list(best.change) == sorted(best.change, reverse=True)


def test_every_treated_patient_is_a_bar_or_named(demo_study, demo_outcomes):
    who = population(demo_study)
    for at in ("last", "best", "Month 12"):
        found = waterfall(demo_study, who, WaterfallSettings("DLCOPP", at), demo_outcomes)
        assert set(found.subjects).isdisjoint(usubjid for usubjid, _ in found.missing)
        assert len(found.subjects) + len(found.missing) == who.n_treated
        if at == "Month 12":
            assert len(found.subjects) == 12


def test_percent_and_thresholds(demo_study, demo_outcomes):
    settings = WaterfallSettings("FVCPP", "last", "percent", (-10.0, 5.0))
    found = waterfall(demo_study, population(demo_study), settings, demo_outcomes)
    assert found.y_label == "Change in FVC, % of baseline"
    fallen, risen = found.thresholds
    assert (fallen.n, risen.n) == (sum(c <= -10 for c in found.change), sum(c >= 5 for c in found.change))
    change = waterfall(demo_study, population(demo_study), WaterfallSettings("FVCPP"), demo_outcomes)
    assert set(change.subjects) == set(found.subjects)
