"""Arms compared in shares of patients: published intervals through a whole trial, counts by hand."""

import math

import numpy as np
import pandas as pd
import pytest
from scipy.stats import fisher_exact
from statsmodels.stats.contingency_tables import StratifiedTable

from sscviewer.analysis.arms.comparison_words import compared_words, points_words, ratio_words
from sscviewer.analysis.arms.comparisons import ONE_ARM, compare_counted, comparisons
from sscviewer.analysis.arms.counted import ANY, counted_events, counted_labs, counted_responders
from sscviewer.analysis.endpoints.responders import responders
from sscviewer.analysis.events.adverse_events import event_table
from sscviewer.analysis.labs.lab_shift import worst_grades
from sscviewer.analysis.labs.labs import labs
from sscviewer.cli.analysis_text import analysis_json
from sscviewer.cli.comparison_text import comparisons_json, share_lines, without_comparisons
from tests.analysis.arms.demo_arms import with_arms
from tests.analysis.arms.trials import events_of, shares_trial, subjects_of, trial_of
from tests.planned import PLAN, code_events, compare_arms, population, populations
from tests.planned import analyse_study as analyse


def compared(study, plan=PLAN, column="any"):
    who = population(study)
    return compare_counted(study, who, counted_events(code_events(study), who, column), plan)


def row_of(found, key):
    (row,) = [row for row in found.rows if row.counted.key == key]
    return row


@pytest.mark.parametrize(
    ("counts", "method", "limits"),
    [
        # Newcombe, Stat Med 1998;17:873, table II
        ((56, 70, 48, 80), "newcombe", (0.0524, 0.3339)),
        ((9, 10, 3, 10), "newcombe", (0.1705, 0.8090)),
        ((5, 56, 0, 29), "newcombe", (-0.0381, 0.1926)),
        ((56, 70, 48, 80), "miettinen-nurminen", (0.0528, 0.3382)),
        ((9, 10, 3, 10), "miettinen-nurminen", (0.1700, 0.8406)),
        ((5, 56, 0, 29), "miettinen-nurminen", (-0.0326, 0.1933)),
    ],
)
def test_published_intervals_through_a_trial(counts, method, limits):
    row = row_of(
        compared(shares_trial(*counts), PLAN.with_value("comparisons", "difference", method)), "Nausea"
    )
    assert (row.groups.events, row.groups.n, row.groups.other_events, row.groups.n_other) == counts
    assert (row.difference.lower, row.difference.upper) == pytest.approx(limits, abs=6e-5)
    assert (row.arm, row.reference) == ("Drug", "Placebo")


def test_the_exact_interval_is_at_least_as_wide_as_its_tests_allow():
    plan = PLAN.with_value("comparisons", "difference", "exact")
    row = row_of(compared(shares_trial(7, 10, 2, 10), plan), "Nausea")
    score = row_of(compared(shares_trial(7, 10, 2, 10)), "Nausea")
    assert row.difference.lower < score.difference.lower
    assert row.difference.upper > score.difference.upper - 0.03
    assert "exact unconditional" in compared(shares_trial(7, 10, 2, 10), plan).notes[0]


def test_fishers_tea():
    # Fisher, The Design of Experiments (1935): 3 of 4 against 1 of 4, P = 0.486 (two-sided)
    row = row_of(compared(shares_trial(3, 4, 1, 4)), "Nausea")
    assert row.fisher_p == pytest.approx(0.4857143, abs=1e-7)


def test_strata_are_those_of_the_plan_and_leave_out_whom_they_do_not_know():
    sex = ["F", "M"] * 9 + ["M", ""] + ["F", "F", "M", "M"] * 5
    study = shares_trial(13, 20, 5, 20, SEX=sex)
    within = PLAN.with_value("comparisons", "strata", ("SEX",))
    found = compared(study, within)
    row = row_of(found, "Nausea")
    had = np.zeros(40, dtype=bool)
    had[[*range(13), *range(20, 25)]] = True
    drug, sexes = np.arange(40) < 20, np.array(sex)
    tables = [
        np.array([[np.sum(had & g & s), np.sum(~had & g & s)] for g in (drug, ~drug)])
        for s in (sexes == "F", sexes == "M")
    ]
    other = StratifiedTable(tables)
    assert row.stratified.odds_ratio[0] == pytest.approx(other.oddsratio_pooled)
    assert row.stratified.p_value == pytest.approx(other.test_null_odds(correction=False).pvalue)
    assert row.stratified.strata == 2
    assert any("1 patient without a stratum left out" in note for note in found.notes)
    assert compared(study).rows[0].stratified is None
    small = compared(shares_trial(7, 10, 2, 10, SEX=["F", "M"] * 10), within)
    assert [any("is too short" in note for note in one.notes) for one in (small, found)] == [True, False]


def test_events_are_those_of_the_table_in_its_order_and_columns():
    subjects = subjects_of({"Drug": 6, "Placebo": 5})
    ids = subjects["USUBJID"]
    events = pd.concat(
        [
            events_of(ids[:4]),
            events_of(ids[6:8], grade=3.0, serious="Y"),
            events_of(ids[2:5], "Rash", "Skin", 3.0),
        ]
    )
    study = trial_of(subjects, events)
    who = population(study)
    table = event_table(code_events(study), who, "frequency")
    found = compared(study)
    assert [row.counted.words for row in found.rows] == [name.words for name in table.names]
    for at, row in enumerate(found.rows):
        assert row.groups.events == table.cell(at, "Drug").subjects
        assert row.groups.other_events == table.cell(at, "Placebo").subjects
        assert (row.groups.n, row.groups.n_other) == (6, 5)
    assert row_of(compared(study, column="serious"), ANY).groups.events == 0
    assert row_of(compared(study, column="serious"), ANY).groups.other_events == 2


def test_three_arms_against_the_reference_the_plan_names():
    subjects = subjects_of({"Drug high": 4, "Drug low": 4, "Placebo": 4})
    ids = subjects["USUBJID"].tolist()
    study = trial_of(subjects, events_of([ids[0], ids[1], ids[4]]))
    found = compared(study)
    assert found.reference == "Placebo"
    assert {row.arm for row in found.rows} == {"Drug high", "Drug low"}
    other = compared(study, PLAN.with_value("arms", "reference", "Drug low"))
    assert other.reference == "Drug low"
    assert {row.arm for row in other.rows} == {"Drug high", "Placebo"}


def test_times_are_compared_with_the_reference_the_plan_names_too(demo_study):
    study = with_arms(demo_study)
    who = population(study)
    for asked, reference in (("", "Placebo"), ("Imatinib", "Imatinib")):
        times = compare_arms(study, who, reference=asked)
        assert {row.reference for row in times} == {reference}
        assert all(ratio.term != reference for row in times for ratio in row.ratios)


def test_responders_count_as_the_table_of_responders(demo_study):
    study = with_arms(demo_study)
    who = population(study)
    counted = responders(study, who, PLAN.responses, None, level=PLAN.model.level)
    rows = {(row.rule, row.avisit, row.denominator, row.arm): (row.n, row.N) for row in counted}
    found = compare_counted(study, who, counted_responders(study, who, PLAN.responses, None), PLAN)
    assert len(found.rows) > 50
    for row in found.rows:
        one, groups = row.counted, row.groups
        key = (one.key, one.detail, one.denominator)
        assert rows[*key, row.arm] == (groups.events, groups.n)
        assert rows[*key, row.reference] == (groups.other_events, groups.n_other)


def test_laboratory_counts_as_the_table_of_worst_grades(demo_study):
    study = with_arms(demo_study)
    who, of = population(study), labs(study)
    severe = {(row.arm, row.term): (sum(map(len, row.patients[3:])), row.n) for row in worst_grades(of, who)}
    found = compare_counted(study, who, counted_labs(of, who), PLAN)
    rows = [row for row in found.rows if row.counted.detail == "grade ≥ 3"]
    assert rows
    for row in rows:
        assert severe[row.arm, row.counted.words] == (row.groups.events, row.groups.n)
        assert severe[row.reference, row.counted.words] == (row.groups.other_events, row.groups.n_other)
    worse = [row for row in found.rows if row.counted.detail.startswith("worse")]
    assert all(row.groups.n <= severe[row.arm, row.counted.words][1] for row in worse)


def test_one_arm_has_nothing_to_compare(tiny_study):
    found = comparisons(tiny_study, populations(tiny_study), PLAN, code_events(tiny_study))
    assert comparisons_json(found) == []
    assert without_comparisons(found) == ONE_ARM
    assert share_lines(found) == []
    document = analysis_json(analyse(tiny_study), tiny_study.source)
    assert document["comparisons"] == []
    assert document["not_in_file"]["comparisons"] == ONE_ARM


def test_a_file_without_events_says_so_and_compares_none():
    study = trial_of(subjects_of({"Drug": 3, "Placebo": 3}))
    found = comparisons(study, populations(study), PLAN, code_events(study))
    assert found["events"].rows == ()
    said = without_comparisons(found)
    assert "Adverse events are not recorded" in said
    assert "Laboratory values are not recorded" in said


def test_words_have_both_shares_and_p_beside_the_interval():
    row = row_of(compared(shares_trial(7, 10, 2, 10)), "Nausea")
    words = compared_words(row)
    assert "Drug 7 of 10 (70 %), Placebo 2 of 10 (20 %)" in words
    assert f"difference {points_words(row.difference)} percentage points (95 % CI)" in words
    assert words.index("difference") < words.index("P =")
    none = row_of(compared(shares_trial(3, 5, 0, 5)), "Nausea")
    assert ratio_words(none.ratio).startswith("∞ (")


def test_the_json_is_what_the_interface_says():
    study = shares_trial(56, 70, 48, 80)
    plan = PLAN.with_value("comparisons", "difference", "newcombe")
    found = comparisons(study, populations(study), plan, code_events(study))
    (entry,) = [one for one in comparisons_json(found) if one["AEDECOD"] == "Nausea"]
    told = {"what": "adverse_event", "arm": "Drug", "reference": "Placebo", "method": "newcombe"}
    assert told.items() <= entry.items()
    assert (entry["n"], entry["N"], entry["n_reference"], entry["N_reference"]) == (56, 70, 48, 80)
    # Newcombe 1998, table II; the ratio of the shares
    numbers = [entry[name] for name in ("risk_difference", "lower", "upper", "risk_ratio")]
    assert numbers == pytest.approx([0.2, 0.0524, 0.3339, 0.8 / 0.6], abs=6e-5)
    assert entry["fisher_p"] == pytest.approx(fisher_exact([[56, 14], [48, 32]]).pvalue)
    narrow = comparisons(
        study, populations(study), plan.with_value("comparisons", "level", 0.9), code_events(study)
    )
    (less,) = [one for one in comparisons_json(narrow) if one["AEDECOD"] == "Nausea"]
    assert entry["lower"] < less["lower"] < less["upper"] < entry["upper"]


def test_every_entry_of_the_json_is_told_apart(armed_document):
    document = armed_document["comparisons"]
    keys = (
        "what",
        "AEBODSYS",
        "AEDECOD",
        "rule",
        "AVISIT",
        "PARAMCD",
        "direction",
        "detail",
        "denominator",
        "arm",
    )
    told = [tuple(one.get(key) for key in keys) for one in document]
    assert len(set(told)) == len(told)
    assert {one["what"] for one in document} >= {
        "adverse_event",
        "serious_adverse_event",
        "responder",
        "laboratory",
    }
    assert all(one["lower"] <= one["risk_difference"] <= one["upper"] for one in document if one["N"])
    assert not [
        key
        for one in document
        for key, value in one.items()
        if isinstance(value, float) and math.isinf(value)
    ]
