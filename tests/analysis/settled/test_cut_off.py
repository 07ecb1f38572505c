"""Data after the plan's last day do not count: as if the file had been written on that day."""

from datetime import date

import numpy as np
import pytest

from sscviewer.analysis.analyse import analyse_study
from sscviewer.analysis.outcome import outcome
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.settle import settle_study
from sscviewer.analysis.settled.cut_off import with_cut_off
from sscviewer.workbook import load_study

DAY = date(2007, 6, 30)


@pytest.fixture(scope="module")
def study(demo_path):
    return load_study(demo_path).study


@pytest.fixture(scope="module")
def cut(study):
    return with_cut_off(study, DAY)


def test_nothing_of_a_later_day_is_left(study, cut):
    last = np.datetime64(DAY, "s")
    for table, column in (
        ("measurements", "ADT"),
        ("adverse_events", "ASTDT"),
        ("exposure", "ASTDT"),
        ("visits", "ADT"),
    ):
        before, after = study.column(table, column), cut.column(table, column)
        assert (before > last).any(), table
        assert not (after > last).any(), table
        assert (
            not (cut.column(table, "AENDT") > last).any() if table in ("adverse_events", "exposure") else True
        )
    here = np.isin(study.column("adverse_events", "USUBJID"), cut.usubjids)
    undated = np.isnat(study.column("adverse_events", "ASTDT")) & here
    assert np.isnat(cut.column("adverse_events", "ASTDT")).sum() == undated.sum() > 0


def test_who_entered_later_is_not_in_the_trial(study, cut):
    last = np.datetime64(DAY, "s")
    entry = [study.column("subjects", name) for name in ("RFICDT", "TRTSDT")]
    later = {
        usubjid for usubjid, *days in zip(study.usubjids, *entry, strict=True) if all(d > last for d in days)
    }
    assert later
    assert set(study.usubjids) - set(cut.usubjids) == later


def test_what_was_going_on_is_ongoing(study, cut):
    ends = study.column("adverse_events", "AENDT")
    starts = study.column("adverse_events", "ASTDT")
    last = np.datetime64(DAY, "s")
    open_then = set(study.column("adverse_events", "SRCREF")[(starts <= last) & (ends > last)])
    assert open_then
    rows = np.isin(cut.column("adverse_events", "SRCREF"), list(open_then))
    assert set(cut.column("adverse_events", "AEENRTPT")[rows]) == {"ONGOING"}


def test_nobody_has_completed_before_the_day_they_did(study, cut):
    for usubjid in cut.usubjids:
        whole = outcome(study, usubjid)
        day = (
            study.value(usubjid, "RFSTDT") + np.timedelta64(int(whole.day) - 1, "D")
            if whole.day > 0
            else None
        )
        if day is not None and day > np.datetime64(DAY, "s"):
            assert outcome(cut, usubjid).status == "ONGOING", usubjid


def test_no_day_and_a_day_after_all_change_nothing(study):
    assert with_cut_off(study, None) is study
    assert with_cut_off(study, date(2030, 1, 1)) is study


def test_the_plan_s_line_moves_the_numbers_and_is_said(study):
    plan = AnalysisPlan().with_value("study", "cut_off", DAY)
    settled = settle_study(study, plan)
    assert any(issue.code == "plan.cut_off" and "2007-06-30" in issue.message for issue in settled.issues)
    whole = analyse_study(settle_study(study, AnalysisPlan()), AnalysisPlan())
    interim = analyse_study(settled, plan)
    assert 0 < interim.adverse_events.events[0, 0, 0] < whole.adverse_events.events[0, 0, 0]
    assert interim.population.n_treated <= whole.population.n_treated
