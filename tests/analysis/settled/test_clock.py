"""Where the clock starts and follow-up ends: study days, windows, baseline, times and words follow the plan.

Three patients on one drug. P1 consents on 20 December, is randomised on the 27th and first dosed on
3 January; P2 has no randomisation. All numbers below are counted on a calendar.
"""

from datetime import date

import numpy as np
import pytest

from sscviewer.analysis.board.masked import with_arms
from sscviewer.analysis.cohort.alignment import alignment
from sscviewer.analysis.cohort.cohort_settings import Anchor
from sscviewer.analysis.dose_question.titration import titration
from sscviewer.analysis.events.person_time import risk_time
from sscviewer.analysis.outcome import outcomes
from sscviewer.analysis.patient.trajectory import trajectory
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.plan.plan_file import plan_text, read_plan
from sscviewer.analysis.plan_in_trial import unfollowed
from sscviewer.analysis.population import populations
from sscviewer.analysis.settle import settle_study
from sscviewer.analysis.settled.clock import from_first_dose
from sscviewer.analysis.survival.follow_up import follow_up
from sscviewer.analysis.survival.time_to_event import times_by_arm
from sscviewer.workbook import load_study

FILES = {
    "patients.csv": """Patient,Sex,Age,Date of consent,Randomisation date
P1,F,50,2023-12-20,2023-12-27
P2,M,60,2023-12-20,
P3,F,55,2023-12-21,2023-12-28
""",
    "doses.csv": """Patient,Drug,Dose (mg/day),Start date,End date
P1,abc,100,2024-01-03,2024-04-10
P2,abc,100,2024-01-03,2024-04-10
P3,abc,100,2024-01-04,2024-02-10
""",
    "lungs.csv": """Patient,Visit,Date,FVC (L)
P1,Unscheduled,2023-12-20,3.0
P1,Unscheduled,2024-01-02,3.1
P1,Month 3,2024-04-03,2.9
P2,Unscheduled,2023-12-20,2.5
P2,Month 3,2024-04-23,2.4
P3,Unscheduled,2023-12-21,2.0
P3,Month 3,2024-04-04,1.9
""",
    "events.csv": """Patient,Adverse event,Start date,End date,Grade
P1,Nausea,2024-01-13,2024-01-15,2
P2,Nausea,2024-04-30,2024-05-02,2
""",
}


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    folder = tmp_path_factory.mktemp("trial")
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return load_study(folder).study


def settled(study, **time):
    plan = DEFAULT_PLAN
    for name, value in time.items():
        plan = plan.with_value("time", name, value)
    return settle_study(study, plan), plan


def days(study, table, name):
    return study.column(table, name).tolist()


@pytest.mark.parametrize(
    ("clock", "first_dose", "event", "source"),
    [
        ("first dose", [1, 1, 1], [11, 119], ["first dose"] * 3),
        ("randomisation", [8, 1, 8], [18, 119], ["randomisation", "first dose", "randomisation"]),
        ("consent", [15, 15, 15], [25, 133], ["consent"] * 3),
        ("first visit", [15, 15, 15], [25, 133], ["first visit"] * 3),
    ],
)
def test_study_days_count_from_the_clock(study, clock, first_dose, event, source):
    found, plan = settled(study, clock=clock)
    assert [end.first_dose_day for end in outcomes(found)] == first_dose
    assert days(found, "adverse_events", "ASTDY") == event
    assert days(found, "subjects", "RFSTSRC") == source
    # the baseline stays the last value before the first dose, whatever day that is
    base = trajectory(found, "P1", "FVC")
    assert base.aval[base.base_index] == 3.1
    (coming, *_) = times_by_arm(found, populations(found, plan), plan.events)
    assert coming.since == clock
    assert (
        alignment(found, populations(found, plan).safety, Anchor(), outcomes(found), plan.events).words
        == clock
    )


def test_doses_are_asked_about_from_the_first_dose_by_any_clock(study):
    by_dose, plan = settled(study)
    by_consent, other = settled(study, clock="consent")
    one, two = (
        titration(found, populations(found, each).safety, each)
        for found, each in ((by_dose, plan), (by_consent, other))
    )
    assert [p.dose.tolist() for p in one.patients] == [p.dose.tolist() for p in two.patients]
    risks = [risk_time(found, "treatment", 30.0) for found in (by_dose, by_consent)]
    assert risks[0].days.tolist() == risks[1].days.tolist() == [99, 99, 38]
    assert risks[0].event_day.tolist() == risks[1].event_day.tolist()
    back = from_first_dose(by_consent)
    assert days(back, "adverse_events", "ASTDY") == days(by_dose, "adverse_events", "ASTDY")
    assert days(back, "subjects", "RFSTSRC") == ["first dose"] * 3


def test_masking_keeps_the_clock(study):
    found, _ = settled(study, clock="consent")
    masked = with_arms(found, {})
    for table, name in (("adverse_events", "ASTDY"), ("measurements", "ADY"), ("exposure", "AENDY")):
        assert days(masked, table, name) == days(found, table, name)


def test_patients_without_the_date_are_said(study):
    found, plan = settled(study, clock="randomisation")
    (said,) = unfollowed(found, plan)
    assert said.sentence == (
        "time.clock: 1 patient has no date of randomisation; there day 1 stays the first dose."
    )


@pytest.mark.parametrize(
    ("end", "until", "events", "words"),
    [
        ("last contact", [99, 112, 92], 2, "last contact"),
        ("last visit", [92, 112, 92], 1, "last visit"),
        ("planned end", [99, 100, 92], 1, "planned end of treatment"),
    ],
)
def test_where_follow_up_ends(study, end, until, events, words):
    plan = DEFAULT_PLAN.with_value("time", "follow_up_end", end).with_value("study", "duration_days", 100)
    plan = plan.with_value("events", "window_days", None)
    found = settle_study(study, plan)
    assert follow_up(found).last_contact.tolist() == until
    rows = times_by_arm(found, populations(found, plan), plan.events)
    (first,) = [row for row in rows if row.what == "first adverse event of grade 2 or worse"]
    assert first.n_events == events
    assert f"until their {words}" in first.censoring
    assert words in risk_time(found, "study", 30.0).words


def test_a_window_that_the_plan_gives(study):
    plan = DEFAULT_PLAN.with_value("visits", "margins", "Month 3: 7")
    found = settle_study(study, plan)
    visits = dict(
        zip(days(found, "measurements", "SRCREF"), days(found, "measurements", "AVISIT"), strict=True)
    )
    late = [name for cell, name in visits.items() if cell.endswith("6")]
    assert late == [""]  # day 112 is 20 days after day 92
    inside = found.column("measurements", "AVISIT") == "Month 3"
    assert found.column("measurements", "AWLO")[inside].tolist() == [85, 85]
    assert found.column("measurements", "AWHI")[inside].tolist() == [99, 99]
    assert np.isnan(found.column("measurements", "AVISITN")).sum() >= 1
    wide = settle_study(study, DEFAULT_PLAN.with_value("visits", "margins", "month 3: -7 +21"))
    assert (wide.column("measurements", "AVISIT") == "Month 3").sum() == 3
    assert trajectory(wide, "P2", "FVC").in_window.all()  # 20 days late, as the protocol allows


def test_wrong_values_are_named_with_their_line():
    text = plan_text(DEFAULT_PLAN).replace('clock = "first dose"', 'clock = "dawn"')
    read = read_plan(text)
    assert read.plan == DEFAULT_PLAN
    (said,) = read.problems
    line = text.splitlines().index('clock = "dawn"') + 1
    assert said == (
        f"Line {line}: time.clock = 'dawn' cannot be used: "
        "write first dose, randomisation, consent, first visit."
    )


def test_the_last_day_of_data_and_the_clock_go_together(study):
    plan = DEFAULT_PLAN.with_value("time", "clock", "consent").with_value(
        "study", "cut_off", date(2024, 4, 1)
    )
    found = settle_study(study, plan)
    assert days(found, "adverse_events", "ASTDY") == [25]
