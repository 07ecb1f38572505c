"""Counts by dose, days at a dose, intervals and paths, worked out by hand."""

import numpy as np
import pytest

from sscviewer.analysis.dose_question.arrival import arrivals
from sscviewer.analysis.dose_question.benefit import benefits
from sscviewer.analysis.dose_question.patient_days import LimitingEvent, PatientDays
from sscviewer.analysis.dose_question.person_weeks import person_weeks
from sscviewer.analysis.dose_question.schedule import common_schedule, planned_schedule
from sscviewer.analysis.dose_question.tolerated_interval import tolerated_interval
from sscviewer.analysis.dose_question.turnbull import turnbull
from sscviewer.analysis.dose_question.virtual_arms import past_trial
from sscviewer.analysis.planned_dose import planned_dose
from tests.analysis.dose_question.titration_trial import titration_trial
from tests.planned import population, titration

REDUCED, PAUSED, STOPPED = "DOSE REDUCED", "DRUG INTERRUPTED", "DRUG WITHDRAWN"


def patient(*stretches, events=()):
    dose = np.concatenate([np.full(days, float(mg)) for days, mg in stretches])
    return PatientDays("P", 0, dose, dose, tuple(LimitingEvent(day, at, 0) for day, at in events))


def asked(patients, **kwargs):
    study = titration_trial(patients, **kwargs)
    return titration(study, population(study))


def test_table_by_hand():
    found = asked(
        {
            # raised to 200, reduced on the day of the event, kept 100 to the end
            "A": {"doses": [(1, 14, 100), (15, 30, 200), (31, 84, 100)], "limiting": [(31, REDUCED)]},
            # kept 200 to the end
            "B": {"doses": [(1, 14, 100), (15, 84, 200)]},
            # stopped at 100; the event was noted the day after the last dose
            "C": {"doses": [(1, 40, 100)], "limiting": [(41, STOPPED)], "end": "ADVERSE EVENT"},
            # at 200 on the last day, with an event at 200 on the way
            "D": {
                "doses": [(1, 14, 100), (15, 50, 200), (51, 57, 0), (58, 84, 200)],
                "limiting": [(50, PAUSED)],
            },
        }
    )
    low, high = found.rows
    assert (low.reached, low.patient_days) == (("A", "B", "C", "D"), 14 + 54 + 14 + 40 + 14)
    assert (low.limited, low.events, low.kept) == (("C",), 1, ("A",))
    assert (high.reached, high.limited, high.events, high.kept) == (("A", "B", "D"), ("A", "D"), 2, ("B",))
    assert high.patient_days == 16 + 70 + 36 + 27
    assert (high.longest_days, low.longest_days) == (70, 54)
    assert found.duration_weeks == 12
    assert any("after the drug was stopped, counted on its last day: 1" in note for note in found.notes)


def test_the_event_belongs_to_the_dose_before_a_cut_of_the_same_day():
    one = patient((14, 100), (10, 200), (5, 100), events=[(25, 200.0)])
    assert [one.in_force[day - 1] for day in (24, 25, 26)] == [200.0, 200.0, 100.0]
    raised = patient((14, 100), (10, 200), events=[(15, 200.0)])
    assert raised.in_force[14] == 200.0


def test_weeks_at_risk_by_hand():
    weeks = person_weeks([patient((10, 100), (7, 0), (9, 50), events=[(10, 100.0)])], 52)
    # week 3 begins on day 15, in the pause; the last, short one on day 22
    assert weeks[["WEEK", "DOSE", "LIMITING", "LIMITING_BEFORE"]].to_numpy().tolist() == [
        [1, 100, 0, 0],
        [2, 100, 1, 0],
        [4, 50, 0, 1],
    ]


def test_a_gap_in_the_log_is_neither_risk_nor_interruption():
    study = titration_trial({"A": {"doses": [(1, 7, 100), (15, 28, 100)]}, "B": {"doses": [(1, 28, 200)]}})
    found = titration(study, population(study))
    assert found.weeks()["USUBJID"].value_counts().to_dict() == {"B": 4, "A": 3}
    assert found.rows[0].patient_days == 21


@pytest.mark.parametrize(
    ("stretches", "events", "tolerated", "failed"),
    [
        ([(28, 100)], [], 100, np.inf),
        ([(27, 100)], [], 0, np.inf),
        ([(14, 100), (14, 200)], [], 100, np.inf),
        ([(14, 100), (28, 200), (28, 100)], [(42, 200.0)], 100, 200),
        ([(40, 100), (20, 200)], [(30, 100.0)], 0, 100),
    ],
)
def test_interval_of_one_patient(stretches, events, tolerated, failed):
    one = tolerated_interval(patient(*stretches, events=events), 28)
    assert (one.tolerated, one.failed) == (tolerated, failed)


def test_a_dose_tolerated_after_its_event_is_named():
    one = tolerated_interval(patient((30, 100), (10, 0), (30, 100), events=[(30, 100.0)]), 28)
    assert (one.failed, one.tolerated_later) == (100, (100.0,))


def test_arrival_ends():
    raised = patient((14, 100), (28, 200))
    cut_the_day_after = patient((14, 100), (20, 200), (5, 100), events=[(34, 200.0)])
    lowered = patient((14, 100), (20, 200), (5, 100))
    stays = [next(arrivals([one], 200.0)) for one in (raised, cut_the_day_after, lowered)]
    assert [(stay.days, stay.limiting) for stay in stays] == [(28, False), (20, True), (20, False)]


def test_turnbull_where_a_dose_lies_inside_an_interval_bounds_it():
    fit = turnbull([0, 0, 300], [300, 300, np.inf])
    at_most, at_least = fit.above([200.0])
    assert (at_most[0], at_least[0]) == (pytest.approx(1.0), pytest.approx(1 / 3))


def test_path_is_what_was_commonly_done():
    usual = [patient((14, 100), (28, 200), (60, 300)) for _ in range(3)]
    slow = patient((28, 100), (28, 200), (60, 300))

    schedule = common_schedule([*usual, slow])
    assert schedule.path(300.0, 8).tolist() == [100, 100, 200, 200, 200, 200, 300, 300]
    assert schedule.path(100.0, 3).tolist() == [100, 100, 100]


def test_the_plans_schedule_goes_first():
    schedule = planned_schedule(planned_dose("1: 100, 15: 200, 43: 400, until 364"))
    assert schedule.path(400.0, 8).tolist() == [100, 100, 200, 200, 200, 200, 400, 400]


def test_a_drug_of_single_days_is_judged_at_the_dose_in_force():
    """Infusions of 300 or 600 mg every 28 days; a year of 300 mg adds 2 points, as the values were made."""
    days, noise = (1, 92, 183, 274, 364), np.random.default_rng(4)
    patients = {
        f"P{k:02d}": {
            "doses": [(day, day, 300 * (1 + k % 2)) for day in range(1, 365, 28)],
            "values": [
                (day, 10 + k % 5 + 2.0 * (1 + k % 2) * (day - 1) / 364 + noise.normal(0, 0.1)) for day in days
            ],
        }
        for k in range(24)
    }
    study = titration_trial(patients)
    who = population(study)
    found = titration(study, who)
    args = (study, who, found.patients, (300.0,), found.duration_days, found.rules)
    exposure = benefits(*args, 3.0)[0]
    assert exposure.changes[0][1].estimate == pytest.approx(2.0, abs=0.15)


@pytest.mark.parametrize(
    ("last", "seen", "share"),
    [(309, 336, 0.0), (57, 336, 1.0), (57, 60, 1.0)],
    ids=["completed", "stopped", "left"],
)
def test_only_who_had_no_infusion_any_more_stopped_for_an_event(last, seen, share):
    """Every 28 days of 336; the event two days after the last infusion of the one patient who has any."""
    every = [(day, day, 300) for day in range(1, 336, 28)]
    one = {
        "doses": [dose for dose in every if dose[0] <= last],
        "limiting": [(last + 2, STOPPED)],
        "values": [(seen, 10)],
    }
    found = asked({"A": one, "B": {"doses": every, "values": [(336, 10)]}})
    assert past_trial(found).stop_share == share
