"""An interim file: the visit that is told is the last one with enough values in every arm."""

import math

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.efficacy.course import course
from sscviewer.analysis.efficacy.efficacy_settings import efficacy_settings as modelled
from sscviewer.cli.analysis_text import _course_lines
from tests.planned import PLAN, efficacy_settings

MONTHS = (3, 6, 12)


def _frame(at_12):
    """20 patients in two arms; at month 6 seven of each have a value, at month 12 so many of each arm."""
    rng = np.random.default_rng(5)
    rows = []
    for i in range(20):
        arm, place = ("Placebo", "Drug")[i % 2], i // 2
        base = 70 + rng.normal(0, 8)
        rows.append((f"P{i:02}", "Baseline", 0.0, base, np.nan, base, arm))
        for month, seen in zip(MONTHS, (10, 7, at_12[arm]), strict=True):
            value = base - month / 3 + rng.normal(0, 2)
            if place < seen:
                rows.append((f"P{i:02}", f"Month {month}", float(month), value, value - base, base, arm))
    names = ["USUBJID", "AVISIT", "AVISITN", "AVAL", "CHG", "BASE", "TRT01A"]
    frame = pd.DataFrame(rows, columns=names)
    return frame.assign(ADY=frame["AVISITN"] * 30 + 1)


@pytest.mark.parametrize(
    ("placebo", "drug", "told"), [(2, 1, "Month 6"), (7, 2, "Month 6"), (7, 7, "Month 12"), (0, 7, "Month 6")]
)
def test_every_arm_needs_the_plans_fewest_values(placebo, drug, told):
    result = course(_frame({"Placebo": placebo, "Drug": drug}), efficacy_settings("FVCPP"))
    assert result.headline == told
    assert result.horizon == float(told.removeprefix("Month "))
    arms = [*result.by_arm.arms, *result.by_arm.differences]
    there = [one for arm in arms for one in arm.visits if one.avisit == told]
    assert len(there) == 3
    assert all(math.isfinite(one.change.lower) for one in there)
    assert [one.avisit for one in result.after_headline] == (["Month 12"] if told == "Month 6" else [])


def test_the_plan_may_ask_for_more():
    frame = _frame({"Placebo": 6, "Drug": 6})
    assert course(frame, efficacy_settings("FVCPP", fewest_patients=6)).headline == "Month 12"
    assert course(frame, efficacy_settings("FVCPP", fewest_patients=7)).headline == "Month 6"


def test_where_none_has_enough_the_last_stands():
    frame = _frame({"Placebo": 7, "Drug": 7})
    assert course(frame, efficacy_settings("FVCPP", fewest_patients=11)).headline == "Month 12"


def test_the_text_tells_that_visit_and_says_so():
    lines = _course_lines(course(_frame({"Placebo": 2, "Drug": 1}), efficacy_settings("FVCPP")))
    assert any(
        "Drug minus Placebo, Month 6:" in line or "Placebo minus Drug, Month 6:" in line for line in lines
    )
    assert not any("Placebo, Month 12" in line for line in lines)
    assert "  note: Too few values at Month 12; what is told is Month 6." in lines
    assert any(line.strip().startswith("6 months") for line in lines)


@pytest.mark.parametrize(
    ("days", "told"),
    [(None, "Month 12"), (364, "Month 12"), (182, "Month 6"), (90, "Month 3"), (30, "Month 12")],
)
def test_a_visit_after_the_planned_treatment_is_not_told(days, told):
    """With a planned length that has no visit at all the last one stands."""
    plan = PLAN if days is None else PLAN.with_value("study", "duration_days", days)
    frame = _frame({"Placebo": 7, "Drug": 7})
    result = course(frame, modelled(plan, "FVCPP"))
    assert result.headline == told
    assert result.after_headline == ()
