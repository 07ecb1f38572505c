"""How each patient of the tiny trial ended, and what day is the last one known."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.absence import records_deaths, records_ends
from sscviewer.analysis.enrolment.disposition import disposition
from sscviewer.analysis.outcome import outcome, outcomes
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.settle import settle_study
from sscviewer.model.study import build_study
from tests.planned import population


@pytest.mark.parametrize(
    ("usubjid", "status", "words", "contact", "source"),
    [
        ("A1", "COMPLETED", "completed on day 366", 372, "recorded"),
        ("A2", "DISCONTINUED", "stopped on day 57: adverse event (rash)", 71, "recorded"),
        ("A3", "DISCONTINUED", "stopped on day 62: lost to follow-up", 62, "disposition"),
        ("A10", "NOT TREATED", "not treated", np.nan, ""),
    ],
)
def test_outcomes(tiny_study, usubjid, status, words, contact, source):
    end = outcome(tiny_study, usubjid)
    assert (end.status, end.words, end.last_contact_source) == (status, words, source)
    np.testing.assert_equal(end.last_contact_day, contact)


def test_statuses_add_up_to_the_denominator(tiny_study):
    who = population(tiny_study)
    rows = [row for row in disposition(tiny_study, who) if row.arm == "ALL"]
    assert who.n_treated == 3
    assert sum(row.n for row in rows if row.reason is None and row.percent is not None) == 3
    assert {(row.status, row.reason): row.n for row in rows} == {
        ("COMPLETED", None): 1,
        ("DISCONTINUED", None): 2,
        ("DISCONTINUED", "ADVERSE EVENT"): 1,
        ("DISCONTINUED", "LOST TO FOLLOW-UP"): 1,
        ("NOT TREATED", None): 1,
    }


def test_without_any_doses_in_the_file_nobody_is_called_untreated(tiny_study):
    subjects = tiny_study.subjects[["USUBJID", "SRCREF", "SEX"]]
    study = build_study({"subjects": subjects}, [], source=tiny_study.source)
    assert outcome(study, "A10").words == "end not recorded"
    assert population(study).n_treated == 4


def test_who_died_is_no_unknown_end(tiny_study):
    """Two patients without a record of their end, one of them with a date of death, day 100 after day 1."""
    subjects = tiny_study.subjects[["USUBJID", "SRCREF", "TRTSDT"]].iloc[:2]
    died = subjects.assign(
        DTHDT=subjects["TRTSDT"].where([False, True]) + np.timedelta64(99, "D"), DTHDTF=["Y", ""]
    )
    study = build_study({"subjects": died}, [], source=tiny_study.source)
    first, second = (outcome(study, usubjid) for usubjid in subjects["USUBJID"])
    assert (first.status, second.status, second.reason, second.day) == (
        "UNKNOWN",
        "DISCONTINUED",
        "DEATH",
        100,
    )


@pytest.mark.parametrize(
    ("after", "flag", "status", "words", "day"),
    [
        (20, "", "DISCONTINUED", "stopped on day 77: death", 77),
        (791, "", "UNKNOWN", "end not recorded", np.nan),
        (25, "D", "DISCONTINUED", "stopped: death", np.nan),  # some day of the month that begins then
        (791, "D", "UNKNOWN", "end not recorded", np.nan),
    ],
)
def test_a_death_ends_the_treatment_where_it_follows_the_last_dose(
    tiny_study, after, flag, status, words, day
):
    """The last dose is on day 57; the disposition says nothing."""
    subjects = tiny_study.subjects[["USUBJID", "SRCREF", "TRTSDT"]].iloc[:1]
    last = subjects["TRTSDT"] + np.timedelta64(56, "D")
    dead = subjects.assign(TRTEDT=last, TRTEDTF="", DTHDT=last + np.timedelta64(after, "D"), DTHDTF=flag)
    study = build_study({"subjects": dead}, [], source=tiny_study.source)
    (before,) = outcomes(study)
    study = settle_study(study, DEFAULT_PLAN)
    (usubjid,) = dead["USUBJID"]
    (end,) = outcomes(study)
    assert repr(before) == repr(end)  # a trial not settled yet has the default plan's answer
    no_limit = replace(DEFAULT_PLAN, time=replace(DEFAULT_PLAN.time, death_days=None))
    assert outcomes(settle_study(study, no_limit))[0].status == "DISCONTINUED"
    assert (end.status, end.words, end.last_dose_day, end.died) == (status, words, 57, True)
    np.testing.assert_equal(end.day, day)
    # Of a death in a month no day is invented: neither one of the death, nor one of a contact late in it.
    np.testing.assert_equal(end.death_day, np.nan if flag else 57 + after)
    assert end.latest_death_day >= 57 + after
    assert end.last_contact_day == 57 + after
    assert repr(outcome(study, usubjid)) == repr(end)


def _seen(study, days, **columns):
    """Return the trial of its first patient alone, whose last dose is on day 57, measured on some days."""
    subjects = study.subjects[["USUBJID", "SRCREF", "TRTSDT"]].iloc[:1]
    first = subjects["TRTSDT"].iloc[0]
    values = pd.DataFrame(
        {"ADT": [first + np.timedelta64(day - 1, "D") for day in days]}, dtype="datetime64[s]"
    )
    values = values.assign(USUBJID=subjects["USUBJID"].iloc[0], SRCREF="V!A1", PARAMCD="FVCPP", AVAL=70.0)
    subjects = subjects.assign(TRTEDT=first + np.timedelta64(56, "D"), TRTEDTF="", **columns)
    tables = {"subjects": subjects, "measurements": values.assign(ADTF="")}
    return settle_study(build_study(tables, [], source=study.source), DEFAULT_PLAN)


@pytest.mark.parametrize(
    ("seen", "dead_from", "status"),
    [
        (60, None, "DISCONTINUED"),
        (365, None, "UNKNOWN"),  # alive ten months after the last dose
        (60, 60, "DISCONTINUED"),  # some day of that year
        (100, 60, "UNKNOWN"),  # and seen in it, more than 30 days after the last dose
    ],
)
def test_who_was_seen_alive_did_not_die_before(tiny_study, seen, dead_from, status):
    """A death without a date, or of some day of the rest of a year; the plan counts 30 days."""
    first = tiny_study.subjects["TRTSDT"].iloc[0]
    dated = {"DTHDT": first + np.timedelta64((dead_from or 1) - 1, "D"), "DTHDTF": "M"}
    dead = {} if dead_from is None else dated
    (end,) = outcomes(_seen(tiny_study, [1, seen], DTHFL="Y", **dead))
    assert (end.died, end.status) == (True, status)


@pytest.mark.parametrize(("decoded", "reason", "day"), [("DISCONTINUED", "", 57), ("DEATH", "DEATH", np.nan)])
def test_a_recorded_end_stands_though_the_patient_died(tiny_study, decoded, reason, day):
    """Stopped for a reason nobody wrote, died on a day nobody wrote: no reason is put in its place."""
    one = _seen(tiny_study, [1], DTHFL="Y")
    ends = one.subjects[["USUBJID"]].assign(SRCREF="DS!A2", EOSSTT="DISCONTINUED", DSDECOD=decoded)
    tables = {"subjects": one.subjects, "disposition": ends}
    (end,) = outcomes(settle_study(build_study(tables, [], source=one.source), DEFAULT_PLAN))
    assert (end.status, end.reason, end.died) == ("DISCONTINUED", reason, True)
    np.testing.assert_equal(end.day, day)
    # of a death without a date the last dose is the last that is known
    assert (end.last_contact_day, end.last_contact_source) == (57, "dose")


@pytest.mark.parametrize("died", ["N", "Y", ""])
def test_that_nobody_died_tells_no_end(tiny_study, died):
    study = _seen(tiny_study, [1], DTHFL=died)
    assert (records_ends(study), records_deaths(study)) == (died == "Y", died != "")
    assert bool(disposition(study, population(study))) == (died == "Y")
