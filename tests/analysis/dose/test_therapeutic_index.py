"""Rates by dose in force, worked out by hand and by plain loops; doses beside changes against scipy."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import spearmanr

from sscviewer.analysis.dose.dose_and_change import spearman
from sscviewer.analysis.dose.dose_periods import DosePeriods, counting_rows, dose_periods
from sscviewer.analysis.patient.dose_courses import dosed_courses
from sscviewer.model.load_report import Source
from sscviewer.model.study import build_study
from tests.planned import dose_and_events, event_times, patient_exposure, population, therapeutic_index

DAY1 = np.datetime64("2007-01-01")


def _date(days):
    return DAY1 + (np.asarray(days) - 1).astype("timedelta64[D]")


@pytest.fixture(scope="module")
def two_patients():
    """P: 100 mg to day 10, 200 to day 20, pause to 25, 100 to 30. Q: 200 mg to day 10, stopped."""
    doses = pd.DataFrame(
        [("P", 100, 1, 10), ("P", 200, 11, 20), ("P", 0, 21, 25), ("P", 100, 26, 30), ("Q", 200, 1, 10)],
        columns=["USUBJID", "EXDOSE", "FROM", "TO"],
    )
    doses = doses.assign(ASTDT=_date(doses.pop("FROM")), AENDT=_date(doses.pop("TO")), ASTDTF="", AENDTF="")
    doses = doses.assign(SRCREF="EX!A2", EXTRT="Drug", EXDOSU="mg", EXDOSE=doses["EXDOSE"].astype(float))
    # day, grade, related: one on the first day of the pause, which followed from it; one after the last dose
    events = [("P", 5, 1, "Y"), ("P", 21, 3, "Y"), ("P", 21, 1, ""), ("P", 40, 2, ""), ("Q", 9, 3, "Y")]
    events = pd.DataFrame(events, columns=["USUBJID", "DAY", "AETOXGR", "AERELFL"])
    events = events.assign(ASTDT=_date(events.pop("DAY")), ASTDTF="", SRCREF="AE!A2", AETERM="x")
    disposition = pd.DataFrame(
        {"USUBJID": ["P", "Q"], "SRCREF": "DS!A2", "EOSSTT": ["COMPLETED", "DISCONTINUED"], "ADTF": ""}
    )
    disposition = disposition.assign(DSDECOD=["COMPLETED", "ADVERSE EVENT"], ADT=_date([30, 10]))
    tables = {"exposure": doses, "adverse_events": events, "disposition": disposition}
    return build_study(tables, [], source=Source("two.xlsx", "", 0, "xlsx"))


def test_levels_by_hand(two_patients):
    (index,) = therapeutic_index(two_patients, population(two_patients))
    rows = {level.name: level for level in index.levels}
    assert {name: (level.patients, level.days) for name, level in rows.items()} == {
        "no dose (pauses)": (1, 5),
        "100 mg": (1, 15),
        "200 mg": (2, 20),
    }
    counts = {
        name: (level.any_event.events, level.grade_2.events, level.related.events, level.stops.events)
        for name, level in rows.items()
    }
    # The events of the day the pause began are those of the dose before it.
    assert counts == {"no dose (pauses)": (0, 0, 0, 0), "100 mg": (1, 0, 1, 0), "200 mg": (3, 2, 2, 1)}
    assert rows["200 mg"].any_event.rate == pytest.approx(3 / (20 / 365.25 / 100))
    assert index.notes == ("Events that began after the last dose, not counted: 1.",)
    assert "not causal" in index.caveat


def test_bands_of_doses(two_patients):
    (index,) = therapeutic_index(two_patients, population(two_patients), bands=[300])
    assert [(level.name, level.days) for level in index.levels] == [
        ("no dose (pauses)", 5),
        ("over 0 to 300 mg", 35),
    ]
    (low,) = therapeutic_index(two_patients, population(two_patients), bands=[100])
    assert [level.name for level in low.levels] == ["no dose (pauses)", "100 mg"]
    assert "Periods with a dose above the highest band, not counted: 2." in low.notes


def test_levels_of_the_demo_add_up(demo_study):
    who = population(demo_study)
    (index,) = therapeutic_index(demo_study, who)
    courses = dosed_courses(demo_study, who)
    # Days without a record are in no dose.
    gaps = sum(row.gap_days for row in patient_exposure(demo_study, who))
    days = sum(course.duration for course in courses.values())
    assert sum(level.days for level in index.levels) == days - gaps
    assert sum(level.stops.events for level in index.levels) == 7
    events = event_times(demo_study, who)
    inside = 0
    for subject, day in zip(events.subject, events.first, strict=True):
        course = courses[demo_study.usubjids[subject]]
        inside += day <= max(step.end for step in course.steps) + 1
    assert sum(level.any_event.events for level in index.levels) == inside
    assert index.parameters == ("FVCPP", "MRSS")
    assert len(index.points) == index.n == 20
    mean = np.mean([point.average_daily_dose for point in index.points])
    assert mean == pytest.approx(445, abs=0.5)


def test_rank_correlation_as_scipy():
    rng = np.random.default_rng(7)
    x, y = rng.normal(size=25), rng.normal(size=25)
    y[3] = np.nan
    ours = spearman("y", x, np.round(y, 1))
    known = ~np.isnan(y)
    assert ours.rho == pytest.approx(spearmanr(x[known], np.round(y, 1)[known]).statistic, abs=1e-12)
    assert ours.n == 24
    assert ours.lower < ours.rho < ours.upper
    assert np.isnan(spearman("y", x[:3], y[:3]).rho)
    assert np.isnan(spearman("y", x, np.ones(25)).rho)


def test_periods_are_cut_at_events():
    periods = DosePeriods(
        np.array([0, 0, 1]),
        np.array([0.0, 10.0, 0.0]),
        np.array([10.0, 20.0, 5.0]),
        np.array([1.0, 2.0, 3.0]),
    )
    subject, day = np.array([0, 0, 0, 0, 1, 1]), np.array([4.0, 4.0, 10.0, 15.0, 5.0, 6.0])
    rows = counting_rows(periods, subject, day)
    found = list(zip(rows.subject, rows.start, rows.stop, rows.events, rows.dose, strict=True))
    assert found == [
        (0, 0, 4, 2, 1),
        (0, 4, 10, 1, 1),
        (0, 10, 15, 1, 2),
        (0, 15, 20, 0, 2),
        (1, 0, 5, 1, 3),
    ]
    assert (rows.same_day, rows.outside) == (1, 1)


def test_a_lag_moves_the_dose_and_leaves_out_the_first_days(two_patients):
    courses = dosed_courses(two_patients, population(two_patients))
    periods = dose_periods(two_patients, courses, lag_days=3)
    own = periods.subject == 0
    rows = list(zip(periods.start[own], periods.stop[own], periods.dose[own], strict=True))
    assert rows == [(3, 13, 100), (13, 23, 200), (23, 28, 0), (28, 30, 100)]


def test_three_ways_of_asking_the_demo(demo_study):
    (result,) = dose_and_events(demo_study, population(demo_study))
    assert result.poisson.n_events >= result.andersen_gill.n_events > 100
    assert result.andersen_gill.days == result.poisson.days
    assert result.andersen_gill.result.lower < result.andersen_gill.result.ratio
    assert 0 < result.crossover.n <= 20
    assert all(part.caveat for part in (result.andersen_gill, result.poisson, result.crossover))


def test_case_crossover_windows_by_hand():
    """The dose of P is raised 5 days before the event, of Q 20 days before; R has its event too early."""
    doses = [("P", 100, 1, 45), ("P", 200, 46, 90), ("Q", 100, 1, 30), ("Q", 200, 31, 90), ("R", 100, 1, 90)]
    doses = pd.DataFrame(doses, columns=["USUBJID", "EXDOSE", "FROM", "TO"])
    doses = doses.assign(ASTDT=_date(doses.pop("FROM")), AENDT=_date(doses.pop("TO")), ASTDTF="", AENDTF="")
    doses = doses.assign(SRCREF="EX!A2", EXTRT="Drug", EXDOSE=doses["EXDOSE"].astype(float))
    events = pd.DataFrame({"USUBJID": ["P", "P", "Q", "R"], "ASTDT": _date([51, 80, 51, 28]), "ASTDTF": ""})
    events = events.assign(SRCREF="AE!A2", AETERM="x")
    tables = {"exposure": doses, "adverse_events": events}
    study = build_study(tables, [], source=Source("x.xlsx", "", 0, "xlsx"))
    (result,) = dose_and_events(study, population(study))
    ours = result.crossover
    assert (ours.both, ours.case_only, ours.control_only, ours.neither) == (0, 1, 1, 0)
    assert (ours.odds_ratio, ours.never_lowered) == (1.0, 2)
    assert "Patients with a first event in the first 28 days, too early for two windows: 1." in ours.warnings
