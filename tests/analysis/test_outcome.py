"""How each patient of the tiny trial ended, and what day is the last one known."""

import numpy as np
import pytest

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
    assert outcomes(study)[0].words.startswith("stopped")  # without a plan no death is too late
    study = settle_study(study, DEFAULT_PLAN)
    (usubjid,) = dead["USUBJID"]
    (end,) = outcomes(study)
    assert (end.status, end.words, end.last_dose_day, end.died) == (status, words, 57, True)
    np.testing.assert_equal(end.day, day)
    # Of a death in a month no day is invented: neither one of the death, nor one of a contact late in it.
    np.testing.assert_equal(end.death_day, np.nan if flag else 57 + after)
    assert end.latest_death_day >= 57 + after
    assert end.last_contact_day == 57 + after
    assert repr(outcome(study, usubjid)) == repr(end)
