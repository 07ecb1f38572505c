"""Curves from a study: SYN20's disposition (shared facts 9.7), the tiny trial by hand, pandas on a file."""

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.survival.compare_arms import compare_times
from sscviewer.analysis.survival.survival import Curve
from sscviewer.analysis.survival.time_to_event import (
    TimeToEvent,
    first_event_curves,
    mean_count_curves,
    times_by_arm,
    with_months,
)
from sscviewer.model.load_report import Source
from sscviewer.model.study import build_study, with_column
from tests.analysis.ended_trials import study_of
from tests.planned import (
    PLAN,
    event_times,
    onset_histogram,
    population,
    populations,
    prevalence,
    time_to_event,
)
from tests.reference.shipped import shipped

DAY1 = np.datetime64("2007-01-01")


@pytest.fixture(scope="module")
def syn20_study():
    """SYN20 as a study: one dose from day 1 to the day each patient left."""
    ends = pd.DataFrame(shipped("syn20_ends"))
    last = DAY1 + (ends["last_day"].astype(int).to_numpy() - 1).astype("timedelta64[D]")
    base = pd.DataFrame({"USUBJID": ends["subject"], "SRCREF": "X!A1"})
    disposition = base.assign(
        DSDECOD=ends["reason"],
        EOSSTT=np.where(ends["reason"] == "COMPLETED", "COMPLETED", "DISCONTINUED"),
        ADT=last,
        ADTF="",
    )
    doses = base.assign(EXDOSE=100.0, EXTRT="Drug", ASTDT=DAY1, AENDT=last, ASTDTF="", AENDTF="")
    tables = {"disposition": disposition, "exposure": doses}
    return build_study(tables, [], source=Source("syn20.xlsx", "", 0, "xlsx"))


def _one(rows, what, reason="", arm="ALL"):
    (found,) = [row for row in rows if (row.what, row.reason, row.arm) == (what, reason, arm)]
    return found


def test_time_on_drug_and_stopping_by_reason(syn20_study):
    rows = time_to_event(syn20_study, population(syn20_study))
    on_drug = _one(rows, "time on drug")
    last = on_drug.months[-1]
    assert (on_drug.n, on_drug.n_events, last.month) == (20, 7, 12)
    np.testing.assert_allclose(
        [last.estimate, last.lower, last.upper], [0.642857, 0.392511, 0.811602], atol=6e-7
    )
    assert "lost to follow-up are counted until their last dose" in on_drug.censoring
    drug, ssc = _one(rows, "stopping", "ADVERSE EVENT"), _one(rows, "stopping", "DISEASE")
    assert (drug.n_events, ssc.n_events) == (5, 2)
    np.testing.assert_allclose(
        [drug.months[-1].estimate, ssc.months[-1].estimate], [0.253571, 0.103571], atol=6e-7
    )


def test_lost_can_count_as_stopping(syn20_study):
    rows = time_to_event(syn20_study, population(syn20_study), lost_is_event=True)
    reasons = ("ADVERSE EVENT", "DISEASE", "LOST TO FOLLOW-UP")
    values = [_one(rows, "stopping", reason).months[-1].estimate for reason in reasons]
    np.testing.assert_allclose(values, [0.25, 0.1, 0.05], atol=1e-12)
    assert "counts as stopping" in _one(rows, "time on drug").censoring


def test_the_tiny_trial_by_hand(tiny_study):
    rows = time_to_event(tiny_study, population(tiny_study))
    # A1 has a grade 2 event on day 18; A2's first of grade 2 is on day 10 (moderate); A3 has none to day 62.
    first = _one(rows, "first adverse event of grade 2 or worse")
    assert (first.n, first.n_events) == (3, 2)
    assert first.curve.times.tolist() == [10, 18, 62]
    np.testing.assert_allclose(first.curve.value, [2 / 3, 1 / 3, 1 / 3])
    assert first.observed.tolist() == [10, 18, 62]
    assert first.notes == ("Events with a partial start date, counted on the first day it can be: 1.",)
    # A2's rash began in June 2007: day 32 at the earliest, day 61 at the latest.
    severe = _one(rows, "first adverse event of grade 3 or worse")
    late = _one(
        time_to_event(tiny_study, population(tiny_study), which="last"),
        "first adverse event of grade 3 or worse",
    )
    assert (severe.curve.times[0], late.curve.times[0]) == (32, 61)
    mean = _one(rows, "adverse events per patient")
    assert mean.n_events == 5
    assert mean.curve.times.tolist() == [1, 10, 18, 32, 140]
    np.testing.assert_allclose(mean.curve.value[:4], [1 / 3, 2 / 3, 1, 4 / 3])
    assert "Events without a start date, counted from the first dose: 1." in mean.notes


def test_a_month_nobody_reached_is_not_given(tiny_study):
    rows = time_to_event(tiny_study, population(tiny_study), months=(1, 12, 24))
    months = _one(rows, "time on drug").months
    assert [np.isnan(at.estimate) for at in months] == [False, False, True]


def _flat(observed):
    n = len(observed)
    times = np.unique(np.array(observed, dtype=float))
    curve = Curve(1.0, times, *(np.full(times.size, v) for v in (0.7, 0.1, 0.4, 0.9)))
    return TimeToEvent(
        "ALL", "time on drug", "share still without", "", n, 0, curve, np.sort(observed), 0.95, "", (), ()
    )


READ = "Month 12 is read on day {}, when most of the patients left end."


@pytest.mark.parametrize(
    ("observed", "day", "at_risk", "notes"),
    [
        # the protocol's last dose is on day 364, three had left before
        ([100, 150, 200, *[364.0] * 7], 364, 7, [READ.format(364)]),
        # last doses around day 360: the middle one of those before day 366.25
        ([100, 356, 358, 360, 362, 370], 358, 4, [READ.format(358)]),
        # most go on: the month's own day, though two leave just before it
        ([355, 360, *[500.0] * 6], 366.25, 6, []),
        ([*[100.0] * 9, 400.0], 366.25, 1, ["At month 12 only 1 of 10 patients are still at risk."]),
    ],
)  # fmt: skip
def test_a_month_is_read_where_patients_are_at_risk(observed, day, at_risk, notes):
    row = with_months(_flat(observed), (12,), "first dose")
    assert (row.months[0].day, row.months[0].at_risk, row.months[0].estimate) == (day, at_risk, 0.7)
    assert list(row.notes) == notes


def test_nothing_is_read_where_nobody_is_at_risk():
    (at,) = with_months(_flat([336.0] * 5), (12,), "first dose").months
    assert (np.isnan(at.estimate), at.at_risk) == (True, 0)


def test_counts_of_a_file_equal_plain_pandas(sdtm_core, sdtm_study):
    study = sdtm_study
    who = population(study)
    rows = [row for row in time_to_event(study, who) if row.arm == "ALL"]
    sheet = pd.read_excel(sdtm_core, sheet_name=None, engine="calamine")
    ended = sheet["DS"][sheet["DS"]["DSCAT"] == "DISPOSITION EVENT"]
    treated = sheet["DM"].dropna(subset=["RFXSTDTC"])["USUBJID"]
    ended = ended[ended["USUBJID"].isin(treated) & (ended["DSDECOD"] != "COMPLETED")]
    stopped = ended[ended["DSDECOD"] != "LOST TO FOLLOW-UP"]
    on_drug = _one(rows, "time on drug")
    assert (on_drug.n, on_drug.n_events) == (len(treated), len(stopped))
    by_reason = stopped["DSDECOD"].value_counts()
    assert {r.reason: r.n_events for r in rows if r.what == "stopping"} == by_reason.to_dict()
    assert sum(r.months[0].estimate for r in rows if r.what == "stopping") == pytest.approx(
        1 - on_drug.months[0].estimate
    )


def test_onset_histogram_counts_every_dated_event_once(tiny_study):
    (histogram,) = onset_histogram(tiny_study, population(tiny_study), width=30)
    # days 10 and 18 (first month), 32 (second), 140 (fifth); one event has no start
    assert histogram.events[:5].tolist() == [2, 1, 0, 0, 1]
    assert histogram.first_events.sum() == 2
    assert (histogram.n_events, histogram.n_undated, histogram.n_partial) == (5, 1, 1)
    assert histogram.events.sum() == 4
    assert histogram.at_risk[:3].tolist() == [3, 3, 3]
    (late,) = onset_histogram(tiny_study, population(tiny_study), width=30, which="last")
    assert late.events[:3].tolist() == [2, 0, 1]
    assert "last possible day" in late.rule


def test_prevalence_against_a_count_day_by_day(demo_study):
    who = population(demo_study)
    (ours,) = prevalence(demo_study, who)
    events = event_times(demo_study, who)
    until = {
        usubjid: _last_contact(demo_study, usubjid)
        for usubjid, treated in zip(demo_study.usubjids, who.treated, strict=True)
        if treated
    }
    for day in (1, 40, 95, 200, 340):
        going = {
            demo_study.usubjids[s]
            for s, first, end in zip(events.subject, events.first, events.end, strict=True)
            if first <= day <= min(end if end == end else np.inf, until[demo_study.usubjids[s]])
        }
        assert ours.with_event[day - 1] == len(going)
        assert ours.observed[day - 1] == sum(last >= day for last in until.values())


def _last_contact(study, usubjid):
    from sscviewer.analysis.outcome import outcome

    return outcome(study, usubjid).last_contact_day


def test_curves_of_chosen_events_are_those_of_their_rows(demo_study):
    who, events = population(demo_study), demo_study.adverse_events
    times = event_times(demo_study, who)
    severe = times.chosen(times.level >= 3)
    (asked,) = first_event_curves(demo_study, who, severe, "first severe event", 0.95)
    whole = _one(time_to_event(demo_study, who), "first adverse event of grade 3 or worse")
    np.testing.assert_array_equal(asked.curve.value, whole.curve.value)
    assert (asked.what, asked.n_events) == ("first severe event", whole.n_events)
    nausea = times.chosen(np.isin(times.row, events.index[events["AEDECOD"] == "Nausea"]))
    (count,) = mean_count_curves(demo_study, who, nausea, 0.95)
    assert count.n_events == nausea.row.size > 0
    (histogram,) = onset_histogram(demo_study, who, events=nausea)
    assert histogram.n_events == nausea.row.size
    (some,) = prevalence(demo_study, who, events=nausea)
    (every,) = prevalence(demo_study, who)
    assert (some.with_event <= every.with_event).all()
    assert some.with_event.max() > 0


def test_prevalence_says_how_many_events_it_cannot_place(demo_study):
    who = population(demo_study)
    undated = event_times(demo_study, who).undated
    (found,) = prevalence(demo_study, who)
    assert undated > 0
    assert f"Events without any start date, not drawn: {undated}." in found.rule


def _two_arms(study, moved):
    """Every other patient to High; the first `moved` of High who stopped early had Low."""
    n = len(study.usubjids)
    planned = np.array(["High", "Low"] * (n // 2), dtype=object)
    stopped = np.flatnonzero((study.column("disposition", "EOSSTT") == "DISCONTINUED") & (planned == "High"))
    actual = planned.copy()
    actual[stopped[:moved]] = "Low"
    study = with_column(study, "subjects", "TRT01P", planned)
    return with_column(study, "subjects", "TRT01A", actual)


def test_time_on_drug_is_compared_as_randomised_and_as_treated(syn20_study):
    study = _two_arms(syn20_study, 2)
    who = populations(study)
    curves = {row.arm: row.n for row in times_by_arm(study, who, PLAN.events) if row.what == "time on drug"}
    assert curves == {"ALL": 20, "High": 10, "Low": 10}
    found = compare_times(study, who, PLAN)
    assert [(row.what, row.arms) for row in found] == [
        ("time on drug", "as randomised"),
        ("time on drug", "as treated"),
    ]
    # two who stopped early count for Low as treated, against which High so looks the better
    randomised, treated = (row.ratios[0] for row in found)
    assert (randomised.term, treated.term) == ("High", "High")
    assert treated.ratio < randomised.ratio


def test_time_on_drug_is_compared_once_where_all_had_their_arm(syn20_study):
    study = _two_arms(syn20_study, 0)
    assert [row.arms for row in compare_times(study, populations(study), PLAN)] == ["as randomised"]


def test_hazard_ratios_of_stopping_as_randomised_and_as_treated_against_r():
    """Three arms of ten; the two of High who stopped first never left the low dose.

    R survival 3.5 (coxph, Efron; survdiff) on the same thirty patients, once by either arm.
    """
    first, step, ends = {"Placebo": 40, "Low": 25, "High": 9}, {"Placebo": 31, "Low": 17, "High": 11}, {}
    for arm, stayed in (("Placebo", 7), ("Low", 3), ("High", 4)):
        for i in range(10):
            ends[f"{arm}{i}"] = (arm, first[arm] + step[arm] * (i - stayed) if i >= stayed else None)
    had = {who: "Low" if arm == "High" and (day or 999) < 29 else arm for who, (arm, day) in ends.items()}
    study = study_of(
        [(who, had[who], True) for who in ends],
        [
            (who, "DISCONTINUED", "ADVERSE EVENT", day) if day else (who, "COMPLETED", "COMPLETED", 182)
            for who, (_, day) in ends.items()
        ],
    )
    planned = np.array([ends[who][0] for who in study.usubjids], dtype=object)
    study = with_column(study, "subjects", "TRT01P", planned)
    randomised, treated = compare_times(study, populations(study), PLAN)
    assert ([row.arms for row in (randomised, treated)]) == ["as randomised", "as treated"]
    for row, ratios, chi_squared in (
        (randomised, {"High": 3.1281628, "Low": 2.8014326}, 3.149927),
        (treated, {"High": 2.1311111, "Low": 3.5421092}, 4.095283),
    ):
        assert (row.reference, row.n, row.n_events) == ("Placebo", 30, 16)
        assert {ratio.term: ratio.ratio for ratio in row.ratios} == pytest.approx(ratios, rel=1e-6)
        assert row.chi_squared == pytest.approx(chi_squared, rel=1e-6)
