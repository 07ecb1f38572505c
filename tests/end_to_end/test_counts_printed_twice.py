"""A count that is printed twice is the same, or a note beside it says what the difference is."""

import re

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.events.event_rates import event_rates
from sscviewer.cli.dose_text import dose_lines
from sscviewer.cli.events_text import event_lines
from sscviewer.cli.rates_text import rate_lines
from sscviewer.model.load_report import Source
from sscviewer.model.study import build_study
from tests.planned import PLAN, code_events, dose_rates, event_table, population, risk_time, therapeutic_index

DAY1 = np.datetime64("2021-02-01")
LAST = {"A": 60, "B": 90, "C": 30, "D": 90}
EVENTS = [("A", 5), ("A", 61), ("B", 31), ("C", 45), ("D", 12), ("D", 12), ("D", 200)]
"""(patient, day): A's second is the day after the last dose, C's only one later still, D's last too late."""


def _date(days):
    return DAY1 + (np.asarray(days) - 1).astype("timedelta64[D]")


@pytest.fixture
def two_arms():
    """A and B on a drug, B raised on day 31; C and D on a placebo."""
    log = [("A", 100, 1, 60), ("B", 100, 1, 30), ("B", 200, 31, 90), ("C", 0, 1, 30), ("D", 0, 1, 90)]
    doses = pd.DataFrame(log, columns=["USUBJID", "EXDOSE", "FROM", "TO"]).astype({"EXDOSE": float})
    doses = doses.assign(ASTDT=_date(doses.pop("FROM")), AENDT=_date(doses.pop("TO")), ASTDTF="", AENDTF="")
    events = pd.DataFrame(EVENTS, columns=["USUBJID", "DAY"])
    events = events.assign(ASTDT=_date(events.pop("DAY")), ASTDTF="", AEDECOD="Cough", SRCREF="AE!A2")
    subjects = pd.DataFrame({"USUBJID": list(LAST), "TRT01A": ["Drug", "Drug", "Placebo", "Placebo"]})
    dates = {"TRTSDT": _date([1] * 4), "TRTEDT": _date(list(LAST.values())), "LSTCTDT": _date([240] * 4)}
    tables = {
        "subjects": subjects.assign(**dates),
        "exposure": doses.assign(EXTRT=["Drug"] * 3 + ["Placebo"] * 2, EXDOSU="mg", SRCREF="EX!A2"),
        "adverse_events": events,
    }
    return build_study(tables, [], source=Source("x.xlsx", "", 0, "xlsx"))


def _printed(study):
    who, rules = population(study), PLAN.events
    coded = code_events(study, rules)
    risk = risk_time(study, rules.risk_basis, rules.risk_days)
    table = event_table(coded, who)
    by_dose = dose_rates(coded, risk, who, lag_days=PLAN.doses.event_lag_days)
    return (
        event_lines(table),
        rate_lines(event_rates(coded, risk, who, table), by_dose),
        dose_lines(therapeutic_index(study, who, PLAN), "ALL"),
    )


def _found(pattern, lines):
    return [re.search(pattern, line) for line in lines if re.search(pattern, line)]


def _one(pattern, lines):
    found = _found(pattern, lines)
    return int(found[0][1]) if found else 0


def _agree(study):
    events, rates, levels = _printed(study)
    patients, counted = (
        int(n) for n in _found(r"Any adverse event +(\d+) of .* (\d+) events?$", events)[0].groups()
    )
    in_time = _one(r"^  Events +(\d+) in", rates)
    outside, without_other = (
        _one(r"outside this time: (\d+)", rates),
        _one(r"; (\d+) patients? had no other", rates),
    )
    assert in_time + outside == counted
    assert _one(r"^  Patients with an event +(\d+) in", rates) + without_other == patients
    by_dose = {m[1]: int(m[2]) for m in _found(r"^  Events, (.+?)  +(\d+) in", rates)}
    names = [m[1] for m in _found(r"^  (\S.*): \d+ patients?, ", levels)]
    by_level = [int(m[1]) for m in _found(r"^    any event +(\d+) events?,", levels)]
    assert sum(by_dose.values()) == in_time
    assert dict(zip(names, by_level, strict=True)) == by_dose
    return counted, outside, without_other, by_dose


def test_of_two_arms_with_events_on_the_day_after_the_last_dose(two_arms):
    counted, outside, without_other, by_dose = _agree(two_arms)
    assert (counted, outside, without_other) == (6, 2, 1)
    # B's on the day the dose was raised counts at the dose before
    assert by_dose == {"placebo": 2, "100 mg": 2, "200 mg": 0}


def test_of_the_demo(demo_study):
    counted, outside, _, by_dose = _agree(demo_study)
    assert counted > sum(by_dose.values()) > 0
    assert outside == counted - sum(by_dose.values())


def test_who_was_lost_is_not_among_those_who_stopped_which_is_said(demo_study):
    *_, levels = _printed(demo_study)
    stopped = sum(int(m[1]) for m in _found(r"^    stopped +(\d+) events?,", levels))
    ended = demo_study.frame("disposition")["DSDECOD"].value_counts()
    lost = _one(r"lost to follow-up: (\d+)", levels)
    assert lost == ended.get("LOST TO FOLLOW-UP", 0) == 1
    assert stopped + lost == len(demo_study.usubjids) - ended["COMPLETED"]
