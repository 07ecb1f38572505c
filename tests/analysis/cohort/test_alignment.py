"""Anchors of the four invented patients, worked out by hand, and of the demo, counted anew."""

import numpy as np
import pytest

from sscviewer.analysis.cohort.alignment import elapsed_days, in_unit
from sscviewer.analysis.cohort.cohort_settings import Anchor
from tests.planned import alignment, population, treatment_emergent

NAN = np.nan


@pytest.mark.parametrize(
    ("anchor", "elapsed", "missing", "words"),
    [
        # A1, A2, A3, A10 (never treated, so not named as missing)
        (Anchor("first_dose"), [0, 0, 0, NAN], (), "first dose"),
        # A2's rash of June 2007, first possible day 1 June: 31 days after 1 May
        (Anchor("first_event", 3), [NAN, 31, NAN, NAN], ("A1", "A3"), "first event of grade 3 or worse"),
        # A1's fatigue on 1 April: 17 days after 15 March; A2's nausea (moderate) on 10 May
        (Anchor("first_event", 2), [17, 9, NAN, NAN], ("A3",), "first event of grade 2 or worse"),
        # A2: 300 to 200 mg on 15 May
        (Anchor("first_reduction"), [NAN, 14, NAN, NAN], ("A1", "A3"), "first dose reduction"),
        # A2 on 26 June, A3 on 1 August
        (Anchor("stop"), [NAN, 56, 61, NAN], ("A1",), "stop"),
    ],
)
def test_by_hand(tiny_study, tiny_outcomes, anchor, elapsed, missing, words):
    found = alignment(tiny_study, population(tiny_study), anchor, tiny_outcomes)
    order = [tiny_study.usubjids.index(usubjid) for usubjid in ("A1", "A2", "A3", "A10")]
    np.testing.assert_array_equal(found.elapsed[order], elapsed)
    assert (found.missing, found.words) == (missing, words)


def test_there_is_no_day_zero():
    np.testing.assert_array_equal(elapsed_days(np.array([-2.0, -1.0, 1.0, 2.0, NAN])), [-2, -1, 0, 1, NAN])
    assert in_unit(np.array([30.4375]), "month")[0] == pytest.approx(1.0)


def test_demo_events(demo_study, demo_outcomes):
    found = alignment(demo_study, population(demo_study), Anchor("first_event", 3), demo_outcomes)
    frame = demo_study.adverse_events[treatment_emergent(demo_study)]
    first = frame[frame["AETOXGR"] >= 3].groupby("USUBJID")["ASTDY"].min().dropna()
    for usubjid, elapsed in zip(demo_study.usubjids, found.elapsed, strict=True):
        if usubjid in first:
            assert elapsed == first[usubjid] - (first[usubjid] > 0)
        else:
            assert usubjid in found.missing
