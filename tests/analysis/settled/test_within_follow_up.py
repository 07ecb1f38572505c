"""What begins before day 1 or after the end of follow-up: views of time leave it out, and say so.

Made trials of a few patients; every day is counted on a calendar (2024: 1 January is day 1 of the drug).
"""

import numpy as np
import pytest

from sscviewer.analysis.arms.times import DEATH, FAILURE, arm_times
from sscviewer.analysis.dose_question.titration import titration
from sscviewer.analysis.events.person_time import risk_time
from sscviewer.analysis.handover.tables import doses_table, events_table, times_table
from sscviewer.analysis.outcome import outcomes
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.plan_in_trial import unfollowed
from sscviewer.analysis.population import populations
from sscviewer.analysis.settle import settle_study
from sscviewer.analysis.settled.clock import start_dates
from sscviewer.analysis.survival.compare_arms import compare_arms
from sscviewer.analysis.survival.event_times import event_times
from sscviewer.analysis.survival.follow_up import follow_up
from sscviewer.analysis.survival.onset import onset_histogram, prevalence
from sscviewer.analysis.survival.time_to_event import time_to_event
from sscviewer.workbook import load_study

RUN_IN = {
    "patients.csv": """Patient,Sex,Age,Randomisation date
P1,F,50,2024-01-15
P2,M,60,2024-01-15
P3,F,55,2024-01-15
P4,F,58,2024-01-15
""",
    "doses.csv": """Patient,Drug,Dose (mg/day),Start date,End date
P1,abc,100,2024-01-01,2024-01-10
P1,abc,150,2024-01-20,2024-04-10
P2,abc,100,2024-01-01,2024-04-10
P3,abc,100,2024-01-01,2024-04-10
P4,abc,100,2024-01-01,2024-04-10
""",
    "events.csv": """Patient,Adverse event,Start date,End date,Grade
P1,Nausea,2024-01-03,2024-01-04,2
P2,Nausea,2024-01-05,2024-01-19,2
P3,Nausea,2024-01-25,2024-01-26,2
P1,Headache,2024-01-17,2024-01-18,1
""",
}
ENDS = {
    "patients.csv": """Patient,Sex,Age,Arm,Death date
P1,F,50,A,2024-07-10
P2,M,60,A,
P3,F,55,B,
P4,F,58,B,
""",
    "doses.csv": """Patient,Drug,Dose (mg/day),Start date,End date
P1,abc,100,2024-01-01,2024-04-01
P2,abc,100,2024-01-01,2024-06-20
P3,abc,100,2024-01-01,2024-06-30
P4,abc,100,2024-01-01,2024-06-30
""",
    "lungs.csv": """Patient,Visit,Date,FVC (L)
P1,Baseline,2024-01-01,3.1
P1,Month 3,2024-04-01,2.9
P2,Baseline,2024-01-01,2.5
P2,Month 3,2024-04-01,2.4
P3,Baseline,2024-01-01,2.0
P3,Month 3,2024-04-01,1.9
P4,Baseline,2024-01-01,2.0
P4,Month 3,2024-04-01,1.9
""",
    "events.csv": """Patient,Adverse event,Start date,Grade,Action taken
P2,Hepatitis,2024-06-20,3,Drug withdrawn
""",
    "disposition.csv": """Patient,Status,Reason,Date
P1,Discontinued,Death,2024-07-10
P2,Discontinued,Adverse event,2024-06-20
P3,Completed,,2024-06-30
P4,Completed,,2024-06-30
""",
}

STOPPED_EARLY = ENDS | {
    "patients.csv": """Patient,Sex,Age,Arm,Randomisation date
P1,F,50,A,2024-01-15
P2,M,60,A,2024-01-15
P3,F,55,B,2024-01-15
P4,F,58,B,2024-01-15
""",
    "doses.csv": """Patient,Drug,Dose (mg/day),Start date,End date
P1,abc,100,2024-01-01,2024-01-10
P2,abc,100,2024-01-01,2024-02-13
P3,abc,100,2024-01-01,2024-06-30
P4,abc,100,2024-01-01,2024-06-30
""",
    "disposition.csv": """Patient,Status,Reason,Date
P1,Discontinued,Adverse event,2024-01-10
P2,Discontinued,Adverse event,2024-02-13
P3,Completed,,2024-06-30
P4,Completed,,2024-06-30
""",
    "events.csv": """Patient,Adverse event,Start date,Grade,Action taken
P1,Hepatitis,2024-01-09,3,Drug withdrawn
P2,Nausea,2024-02-12,2,Drug withdrawn
""",
}
"""P1 stops in a run-in: nine days after the first dose, five days before randomisation."""


def trial(folder, files):
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return load_study(folder).study


@pytest.fixture(scope="module")
def run_in(tmp_path_factory):
    return trial(tmp_path_factory.mktemp("run_in"), RUN_IN)


@pytest.fixture(scope="module")
def ends(tmp_path_factory):
    return trial(tmp_path_factory.mktemp("ends"), ENDS)


def settled(study, **time):
    plan = DEFAULT_PLAN
    for name, value in time.items():
        part = "study" if name == "duration_days" else "time"
        plan = plan.with_value(part, name, value)
    found = settle_study(study, plan)
    return found, plan, populations(found, plan)


def test_nothing_begins_before_the_clock(run_in):
    study, plan, who = settled(run_in, clock="randomisation")
    events = event_times(study, who.safety, plan.events)
    assert events.first.tolist() == [-12, 3, -10, 11]  # of the drug all of them are
    rows = {row.what: row for row in time_to_event(study, who.safety, plan.events, grades=(1,))}
    first, count = rows["first adverse event of grade 1 or worse"], rows["adverse events per patient"]
    assert (first.n, first.n_events, count.n_events) == (4, 2, 2)
    assert first.curve.at(np.array([2.0, 3.0, 11.0]))[0] == pytest.approx([1.0, 0.75, 0.5])
    assert "Events that began before day 1, not counted: 2." in first.notes
    assert "Events that began before day 1, not counted: 2." in count.notes
    (bars,) = onset_histogram(study, who.safety, events=events)
    assert (bars.events.sum(), bars.n_events, bars.edges[0]) == (2, 2, 0)
    assert bars.left_out == ("Events that began before day 1, not counted: 2.",)


def test_an_event_going_on_at_day_1_is_going_on_from_day_1(run_in):
    study, plan, who = settled(run_in, clock="randomisation")
    (share,) = prevalence(study, who.safety, events=event_times(study, who.safety, plan.events))
    # P2 until 19 January (day 5), P1 days 3 and 4, P3 days 11 and 12; each of 4 patients
    assert share.with_event[:13].tolist() == [1, 1, 2, 2, 1, 0, 0, 0, 0, 0, 1, 1, 0]
    assert share.percent.min() == 0


def test_the_dose_in_force_is_that_of_the_day_by_any_clock(run_in):
    plain, by_drug = settled(run_in), settled(run_in, clock="randomisation")
    for study, plan, who in (plain, by_drug):
        found = events_table(study, plan, who)
        assert found["DOSEON"].fillna(-1).tolist() == [100, -1, 100, 100]
    study, _, who = by_drug
    doses = doses_table(study, who)
    mine = doses[(doses["USUBJID"] == "P1") & (doses["KIND"] == "DOSE")]
    assert mine[["ASTDY", "AENDY", "DAYS"]].to_numpy().tolist() == [[-14, -5, 10], [6, 87, 82]]


def test_a_death_counts_though_no_visit_follows_it(ends):
    study, plan, who = settled(ends, follow_up_end="last visit")
    assert follow_up(study).end.tolist() == [192, 92, 92, 92]  # 10 July; 1 April
    rows = {row.of.key: row.of for row in arm_times(study, who.efficacy, plan).rows}
    assert rows[DEATH].event.tolist() == [True, False, False, False]
    assert rows[DEATH].time[0] == 192
    # P2's stop on 20 June lies after the last visit
    assert rows[FAILURE].event.tolist() == [True, False, False, False]
    assert rows[FAILURE].time.tolist() == [92, 92, 92, 92]
    assert "death" in arm_times(study, who.efficacy, plan).layers


@pytest.mark.parametrize(
    ("end", "stops", "time"),
    [("last contact", 2, [92, 172, 182, 182]), ("planned end", 1, [92, 100, 100, 100])],
)
def test_stops_end_with_follow_up(ends, end, stops, time):
    study, plan, who = settled(ends, follow_up_end=end, duration_days=100)
    (failure,) = [row.of for row in arm_times(study, who.efficacy, plan).rows if row.of.key == FAILURE]
    assert (int(failure.event.sum()), failure.time.tolist()) == (stops, time)
    rows = time_to_event(study, who.safety, plan.events, grades=())
    drug = [row for row in rows if row.what == "time on drug"]
    assert sum(row.n_events for row in drug if row.arm != "ALL") == stops
    assert all(("follow-up ends" in row.censoring) == (end != "last contact") for row in drug)
    compared = compare_arms(study, who.safety, plan.events, grades=())
    assert [row.n_events for row in compared] == [stops]


def test_what_is_of_the_drug_does_not_look_away(ends):
    plain = settled(ends)
    early = settled(ends, follow_up_end="last visit")
    assert [titration(study, who.safety, plan).n_events for study, plan, who in (plain, early)] == [1, 1]
    study, plan, who = early
    rows = [row for row in time_to_event(study, who.safety, plan.events, grades=(1,)) if row.arm == "ALL"]
    (first,) = [row for row in rows if row.what.startswith("first adverse event")]
    assert (first.n_events, first.notes[0]) == (0, "Events that began after the last visit, not counted: 1.")


def test_of_whom_nothing_is_dated_nobody_knows_how_long(tmp_path):
    files = ENDS | {"patients.csv": ENDS["patients.csv"] + "P5,F,40,B,\n"}
    study, _, _ = settled(trial(tmp_path, files), follow_up_end="planned end", duration_days=364)
    assert np.isnan(follow_up(study).last_contact[4])
    for basis in ("study", "window", "treatment"):
        assert risk_time(study, basis, 30.0).days[4] == 0


@pytest.mark.parametrize(
    ("said", "clock", "is_found"),
    [
        ("Randomised", "randomisation", True),
        ("NOT RANDOMIZED", "randomisation", False),
        ("Informed consent", "consent", True),
        ("Einwilligung", "consent", True),
        ("Withdrew consent to biopsy", "consent", False),
    ],
)
def test_a_milestone_is_found_by_its_whole_name(tmp_path, said, clock, is_found):
    rows = f"Patient,Status,Reason,Date\nP1,,{said},2023-12-20\nP2,Completed,,2024-06-30\n"
    patients = "Patient,Sex,Age\nP1,F,50\nP2,M,60\n"
    study = trial(tmp_path, ENDS | {"patients.csv": patients, "disposition.csv": rows})
    assert (not np.isnat(start_dates(study, clock)[0])) == is_found


def test_every_good_window_is_used_and_every_bad_one_said(ends):
    plan = DEFAULT_PLAN.with_value("visits", "margins", "month  3: 7, soon, Month 3: 9,")
    study = settle_study(ends, plan)
    assert [one.sentence for one in unfollowed(study, plan)] == [
        "visits.margins: “soon” is no visit with its days: write for example “Week 4: 3, Month 6: -14 +28”.",
        "visits.margins: “Month 3: 9” names a visit a second time; the days given first count.",
    ]
    inside = study.column("measurements", "AVISIT") == "Month 3"
    assert set(study.column("measurements", "AWHI")[inside].tolist()) == {99}


def test_a_stop_before_the_clock_starts_is_in_no_time_that_it_counts(tmp_path):
    """Day 1 is 15 January; P1 stopped on the 10th, P2 on 13 February (day 30), the others on 30 June."""
    files = {**STOPPED_EARLY, "lungs.csv": ENDS["lungs.csv"].replace("P1,Month 3,2024-04-01,2.9\n", "")}
    read = trial(tmp_path, files)
    plain, plan, who = settled(read)
    (drug, *_) = time_to_event(plain, who.safety, plan.events, grades=())
    assert (drug.n, drug.n_events) == (4, 2), "from the first dose both stops count"
    assert not any("before day 1" in note for note in drug.notes)
    study, plan, who = settled(read, clock="randomisation")
    assert outcomes(study)[0].words == "stopped before day 1: adverse event"
    rows = {(row.arm, row.what): row for row in time_to_event(study, who.safety, plan.events, grades=(1,))}
    drug, event = rows["ALL", "time on drug"], rows["ALL", "first adverse event of grade 1 or worse"]
    assert (drug.n, drug.n_events, drug.observed.tolist()) == (3, 1, [30, 168, 168])
    assert drug.curve.at(np.array([1.0, 30.0]))[0] == pytest.approx([1, 2 / 3])
    assert drug.notes[0] == "Patients off the drug before day 1, not counted: 1."
    assert rows["A", "time on drug"].median == 30
    assert (event.n, event.n_events, rows["ALL", "adverse events per patient"].n) == (3, 1, 3)
    assert "Patients last seen before day 1, not counted: 1." in event.notes
    (failure,) = [row for row in arm_times(study, who.efficacy, plan).rows if row.of.key == FAILURE]
    assert np.nan_to_num(failure.of.time).tolist() == [0, 30, 168, 168]
    assert failure.of.event.tolist() == [False, True, False, False]
    assert "off the drug, or last seen, before day 1, not counted: 1" in failure.of.censoring
    compared = compare_arms(study, who.safety, plan.events, grades=())[0]
    assert (compared.n, compared.n_events) == (3, 1)
    assert not any("nobody at risk" in warning for warning in compared.warnings)
    adtte = times_table(study, plan, who).set_index(["USUBJID", "PARAMCD"])["AVAL"]
    assert adtte.isna().groupby("PARAMCD").sum().tolist() == [1, 1]
    assert risk_time(study, "treatment", 30.0).days.tolist() == [10, 44, 182, 182], "of the drug all days are"
