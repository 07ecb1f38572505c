"""What another plan moves is told with the numbers of the analyses themselves, and nothing else is."""

import pytest

from sscviewer.analysis.efficacy.efficacy import efficacy
from sscviewer.analysis.efficacy.efficacy_settings import efficacy_settings
from sscviewer.analysis.number_words import signed
from sscviewer.analysis.plan_effects import headlines, plan_effects
from sscviewer.analysis.stopping import Stopped, stoppable
from tests.planned import PLAN, populations


def test_events_are_counted_as_the_rows_of_the_file(demo_study):
    plan = PLAN.with_value("events", "emergent_only", False)
    effects = plan_effects(demo_study, PLAN, plan)
    n = len(demo_study.adverse_events)
    before = headlines(demo_study, PLAN)["events"].value
    assert f"Adverse events counted: {before} → {n}" in effects.moved
    assert not any("FVC" in line for line in effects.moved)


def test_an_endpoint_moves_as_its_view_does(demo_study):
    plan = PLAN.with_value("model", "covariance", "cs")
    effects = plan_effects(demo_study, PLAN, plan)
    words = []
    for one in (PLAN, plan):
        found = efficacy(
            demo_study, populations(demo_study, plan=one).efficacy, efficacy_settings(one, "FVCPP")
        )
        words.append(signed(found.course.mmrm.visits[-1].change.estimate, 1))
    (line,) = [line for line in effects.moved if line.startswith("FVC")]
    assert line.startswith(f"FVC, % predicted, Month 12: {words[0]} (")
    assert f"→ {words[1]} (" in line


def test_patients_gained_at_another_visit_are_counted(demo_study):
    effects = plan_effects(demo_study, PLAN, PLAN.with_value("visits", "fewest_patients", 15))
    (line,) = [line for line in effects.moved if line.startswith("FVC")]
    frame = demo_study.measurements.query("PARAMCD == 'FVCPP' and AVAL.notna()")
    n = frame.groupby("AVISIT")["USUBJID"].nunique()
    assert line.startswith("FVC, % predicted, Month 12 → Month 3: ")
    assert line.endswith(f"({n['Month 3'] - n['Month 12']} patients gained)")


def test_a_title_moves_no_number(demo_study):
    effects = plan_effects(demo_study, PLAN, PLAN.with_value("study", "title", "Another"))
    assert effects.moved == ()
    assert effects.unmoved == len(headlines(demo_study, PLAN))


def test_a_small_trial_says_what_is_not_estimated(tiny_study):
    found = headlines(tiny_study, PLAN)
    assert found["FVCPP"].value == "not estimated"
    assert found["safety"].value == "3"
    assert found["events"].value == "5"


def test_it_stops_when_its_answer_is_not_wanted(demo_study):
    with stoppable(lambda: True), pytest.raises(Stopped):
        plan_effects(demo_study, PLAN, PLAN)
