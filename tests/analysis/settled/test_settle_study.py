"""The door: windows, readings and series of a whole trial, by hand."""

from dataclasses import replace

import numpy as np
import pytest

from sscviewer.analysis.analysed_values import analysed_values
from sscviewer.analysis.baselines import baseline_values
from sscviewer.analysis.efficacy.visit_windows import visit_windows
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.population import populations
from sscviewer.analysis.settle import settle_study, settling_choices
from sscviewer.workbook import load_study
from tests.analysis.settled.visit_trials import write_trials
from tests.watched_plan import watched_plan


@pytest.fixture(scope="module", params=["made", pytest.param("others", marks=pytest.mark.shared)])
def cases(request, tmp_path_factory):
    """A folder of workbooks: made here, or what others made of the same kinds."""
    if request.param == "others":
        return request.getfixturevalue("shared") / "cases" / "visits"
    return write_trials(tmp_path_factory.mktemp("visits"))


def test_early_terminations_count_for_the_visit_of_their_day(cases):
    study = settle_study(load_study(cases / "early_termination.xlsx").study, DEFAULT_PLAN)
    rows = visit_windows(study, DEFAULT_PLAN, populations(study, DEFAULT_PLAN).efficacy)
    six = next(row for row in rows if row.avisit == "Month 6")
    # the file: four of twelve patients leave on days 147 to 156
    assert six.n == 12
    assert [(value.visit, value.ady) for value in six.mapped] == [
        ("Early termination", day) for day in (147, 150, 153, 156)
    ]
    assert (six.planned_day, six.first, six.last) == (184, 139, 275)
    by_name = DEFAULT_PLAN.with_value("visits", "map_unplanned", False)
    study = settle_study(load_study(cases / "early_termination.xlsx").study, by_name)
    values = analysed_values(study, "FVCPP")
    assert int((values.avisitn == 6).sum()) == 8


@pytest.mark.parametrize("name", ["replicates_low_first", "replicates_high_first"])
@pytest.mark.parametrize("several", ["mean", "first", "last"])
def test_baseline_and_later_visits_follow_one_rule(cases, name, several):
    plan = DEFAULT_PLAN.with_value("readings", "several", several)
    study = settle_study(load_study(cases / f"{name}.xlsx").study, plan)
    values = analysed_values(study, "FVC")
    later = values.avisitn == 6
    change = values.aval[later] - values.base[values.patient[later]]
    assert np.mean(change) == pytest.approx(-0.2, abs=1e-9)
    assert not np.isnan(baseline_values(study, "FVC")).any()


def test_positions_are_series_of_their_own(cases):
    study = settle_study(load_study(cases / "pressure_by_position.xlsx").study, DEFAULT_PLAN)
    assert set(study.parameters) == {"SYSBP_LYING", "SYSBP_STANDING"}
    (found,) = (issue for issue in study.issues if issue.code == "measurements.series")
    assert found.sheet
    assert "position" in found.message
    other = settle_study(load_study(cases / "early_termination.xlsx").study, DEFAULT_PLAN)
    assert not any(issue.code == "measurements.series" for issue in other.issues)


def test_a_trial_is_settled_anew_when_a_choice_changes_that_settling_reads(demo_study):
    read = set()
    settle_study(demo_study, watched_plan(DEFAULT_PLAN, read))
    assert {("study", "cut_off"), ("visits", "several"), ("doses", "gap_is_zero")} <= read
    for part, choice in read:
        another = replace(getattr(DEFAULT_PLAN, part), **{choice: object()})
        changed = replace(DEFAULT_PLAN, **{part: another})
        assert settling_choices(changed) != settling_choices(DEFAULT_PLAN), (part, choice)


def test_a_rule_of_counting_settles_nothing_anew():
    counting = DEFAULT_PLAN.with_value("events", "level", 0.9).with_value("study", "title", "A trial")
    assert settling_choices(counting) == settling_choices(DEFAULT_PLAN)
