"""Rates by dose in force, worked out by hand and by plain loops; doses beside changes against scipy."""

from dataclasses import astuple

import numpy as np
import pandas as pd
import pytest
from scipy.stats import spearmanr

from sscviewer.analysis.dose import dose_and_events as regressions
from sscviewer.analysis.dose.dose_and_change import spearman
from sscviewer.analysis.dose.dose_bands import daily_dose
from sscviewer.analysis.dose.dose_periods import DosePeriods, counting_rows, dose_periods
from sscviewer.model.load_report import Source
from sscviewer.model.study import build_study
from tests.planned import (
    PLAN,
    code_events,
    dose_and_events,
    dose_rates,
    population,
    risk_time,
    therapeutic_index,
)

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


def test_the_worst_grade_is_absent_where_the_file_does_not_say(two_patients):
    """P's worst is 3, Q's has no grade; without a sheet of events nobody's worst is 0."""
    events = two_patients.adverse_events.assign(AETOXGR=[1.0, 3.0, 1.0, 2.0, np.nan])
    tables = {"exposure": two_patients.exposure, "adverse_events": events}
    for some, worst in ((tables, (3, np.nan)), ({"exposure": two_patients.exposure}, (np.nan, np.nan))):
        study = build_study(some, [], source=two_patients.source)
        (index,) = therapeutic_index(study, population(study))
        np.testing.assert_array_equal([point.worst_grade for point in index.points], worst)
    tables["adverse_events"] = events[:4]
    study = build_study(tables, [], source=two_patients.source)
    (index,) = therapeutic_index(study, population(study))
    assert [point.worst_grade for point in index.points] == [3, 0]


def test_levels_by_hand(two_patients):
    (index,) = therapeutic_index(two_patients, population(two_patients))
    rows = {level.name: level for level in index.levels}
    assert {name: (level.patients, level.days) for name, level in rows.items()} == {
        "0 mg (interrupted)": (1, 5),
        "100 mg": (1, 15),
        "200 mg": (2, 20),
    }
    counts = {
        name: (level.any_event.events, level.grade_2.events, level.related.events, level.stops.events)
        for name, level in rows.items()
    }
    # The events of the day the pause began are those of the dose before it.
    # One event says nothing of a relation: by the plan it counts as related.
    assert counts == {"0 mg (interrupted)": (0, 0, 0, 0), "100 mg": (1, 0, 1, 0), "200 mg": (3, 2, 3, 1)}
    assert rows["200 mg"].any_event.rate == pytest.approx(3 / (20 / 365.25 / 100))
    assert "Events that count but began outside this time: 1." in index.notes
    assert "not causal" in index.caveat


@pytest.mark.parametrize("lag_days", [0, 1, 7])
@pytest.mark.parametrize("basis", ["treatment", "window", "study"])
@pytest.mark.parametrize("level", [0.9, 0.95])
def test_one_person_time_and_one_count_per_dose_whatever_the_plan(demo_study, basis, lag_days, level):
    """Rates by dose, the levels and both regressions: the same days and events, by the same rules."""
    plan = PLAN.with_value("doses", "event_lag_days", lag_days).with_value("events", "risk_basis", basis)
    plan = plan.with_value("events", "level", level)
    who = population(demo_study)
    (index,) = therapeutic_index(demo_study, who, plan)
    risk = risk_time(demo_study, basis, plan.events.risk_days)
    rates = dose_rates(code_events(demo_study, plan.events), risk, who, lag_days=lag_days)
    assert [(row.name, row.patients, row.days) for row in index.levels] == [
        (band.words, rates.patients[i], rates.days[i]) for i, band in enumerate(rates.bands)
    ]
    # by value: from Python 3.13 on two records with NaN in them are never equal
    same = [astuple(rates.rate(i)) for i in range(len(rates.bands))]
    np.testing.assert_equal([astuple(row.any_event) for row in index.levels], same)
    assert sum(row.days for row in index.levels) == risk.days[who.treated].sum()
    assert sum(row.stops.events for row in index.levels) == 7
    (result,) = regressions.dose_and_events(demo_study, who, plan, least_level=1)
    counted = [i for i, band in enumerate(rates.bands) if band.kind in ("dose", "interrupted", "placebo")]
    assert result.poisson.days == rates.days[counted].sum()
    assert result.poisson.n_events == rates.events[counted, 0].sum()
    assert result.poisson.level == result.crossover.level == level


def test_doses_beside_changes(demo_study):
    (index,) = therapeutic_index(demo_study, population(demo_study))
    assert index.parameters == ("FVCPP", "MRSS")
    assert len(index.points) == index.n == 20
    mean = np.mean([point.average_daily_dose for point in index.points])
    assert mean == pytest.approx(445, abs=0.5)


def test_rank_correlation_as_scipy():
    rng = np.random.default_rng(7)
    x, y = rng.normal(size=25), rng.normal(size=25)
    y[3] = np.nan
    ours = spearman("y", x, np.round(y, 1), level=0.95)
    known = ~np.isnan(y)
    assert ours.rho == pytest.approx(spearmanr(x[known], np.round(y, 1)[known]).statistic, abs=1e-12)
    assert ours.n == 24
    assert ours.lower < ours.rho < ours.upper
    assert np.isnan(spearman("y", x[:3], y[:3], level=0.95).rho)
    assert np.isnan(spearman("y", x, np.ones(25), level=0.95).rho)


def test_periods_are_cut_at_events():
    periods = DosePeriods(
        np.array([0, 0, 1]),
        np.array([0.0, 10.0, 0.0]),
        np.array([10.0, 20.0, 5.0]),
        np.array([1.0, 2.0, 3.0]),
    )
    subject, day = np.array([0, 0, 0, 0, 1, 1]), np.array([4, 4, 10, 15, 5, 6])
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


def test_a_lag_moves_the_dose_and_the_first_days_have_the_first_one(two_patients):
    daily = daily_dose(risk_time(two_patients))
    periods = dose_periods(daily, population(two_patients).treated, 3)
    own = periods.subject == 0
    rows = list(zip(periods.start[own], periods.stop[own], periods.dose[own], strict=True))
    assert rows == [(0, 13, 100), (13, 23, 200), (23, 28, 0), (28, 30, 100)]


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
