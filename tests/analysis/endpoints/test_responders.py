"""Responders: counts against pandas on the demo, both denominators, exact intervals of the facts."""

import json
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.due import data_cut_off
from sscviewer.analysis.endpoints.responders import (
    WORST,
    endpoint_rules,
    patients_behind,
    responder_entry,
    responders,
)
from sscviewer.analysis.endpoints.time_to_progression import progression_entry, time_to_progression
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.settle import settle_study
from sscviewer.model.study import with_tables
from tests.analysis.endpoint_study import DAY_1, make_study
from tests.planned import population

SETTINGS = DEFAULT_PLAN.responses


def _changes(study, paramcd: str, visit: str) -> pd.DataFrame:
    """Count for ourselves: baseline visit and another visit, one value each."""
    frame = study.measurements
    frame = frame[(frame["PARAMCD"] == paramcd) & frame["AVAL"].notna()]
    wide = frame.pivot_table(index="USUBJID", columns="AVISIT", values="AVAL", aggfunc="mean")
    pair = wide[["Baseline", visit]].dropna()
    return pair.set_axis(["base", "value"], axis=1)


def _find(rows, rule: str, visit: str, denominator: str, arm: str = "ALL"):
    found = [r for r in rows if (r.rule, r.avisit, r.denominator, r.arm) == (rule, visit, denominator, arm)]
    assert len(found) == 1
    return found[0]


@pytest.fixture(scope="module")
def demo_rows(demo_study):
    return responders(demo_study, population(demo_study), SETTINGS, None, level=0.95)


@pytest.mark.parametrize("visit", ["Month 3", "Month 6", "Month 12"])
def test_the_demo_against_pandas(demo_study, demo_rows, visit: str) -> None:
    fvc, skin = _changes(demo_study, "FVCPP", visit), _changes(demo_study, "MRSS", visit)
    treated = population(demo_study).n_treated
    expected = {
        "FVC_IMPROVED": ((fvc["value"] - fvc["base"]) >= 3 - 1e-9, len(fvc)),
        "FVC_WORSE": ((fvc["value"] - fvc["base"]) <= -3.3 + 1e-9, len(fvc)),
        "FVC_RELATIVE": ((fvc["value"] / fvc["base"] - 1) <= -0.1 + 1e-11, len(fvc)),
        "MRSS_IMPROVED": (
            (skin["base"] - skin["value"] > 5) & (skin["value"] <= 0.75 * skin["base"]), len(skin),
        ),
    }  # fmt: skip
    for rule, (met, observed) in expected.items():
        of_treated, of_observed = (_find(demo_rows, rule, visit, d) for d in ("treated", "observed"))
        assert of_treated.n == of_observed.n == int(met.sum()), rule
        assert treated == of_treated.N
        assert observed == of_observed.N, rule
        assert of_treated.percent == pytest.approx(100 * met.sum() / treated)


def test_intervals_are_clopper_pearsons() -> None:
    values = {f"P{i:02d}": {"FVCPP": {0: 60, 12: 64 if i < 7 else 60}} for i in range(20)}
    rows = responders(study := make_study(values), population(study), SETTINGS, None, level=0.95)
    row = _find(rows, "FVC_IMPROVED", "Month 12", "treated")
    assert (row.n, row.N, row.percent) == (7, 20, 35)
    assert row.lower == pytest.approx(15.3909, abs=1e-4)
    assert row.upper == pytest.approx(59.2189, abs=1e-4)
    none = _find(rows, "FVC_WORSE", "Month 12", "treated")
    assert (none.n, none.lower) == (0, 0)
    assert none.upper == pytest.approx(16.8433, abs=1e-4)


def test_who_cannot_be_judged_counts_against_the_treated_only_and_arms_add_up() -> None:
    values = {
        "P1": {"FVCPP": {0: 60, 12: 64}},
        "P2": {"FVCPP": {0: 60, 12: 60}},
        "P3": {"FVCPP": {0: 60}},
        "P4": {"FVCPP": {0: 60, 12: 70}},
    }
    arms = {"P1": "Drug", "P2": "Drug", "P3": "Drug", "P4": "Placebo"}
    study = make_study(values, arms=arms)
    rows = responders(study, population(study), SETTINGS, None, level=0.95)
    counts = {
        (arm, d): (
            _find(rows, "FVC_IMPROVED", "Month 12", d, arm).n,
            _find(rows, "FVC_IMPROVED", "Month 12", d, arm).N,
        )
        for arm in ("ALL", "Drug", "Placebo")
        for d in ("treated", "observed")
    }
    assert counts == {
        ("ALL", "treated"): (2, 4),
        ("ALL", "observed"): (2, 3),
        ("Drug", "treated"): (1, 3),
        ("Drug", "observed"): (1, 2),
        ("Placebo", "treated"): (1, 1),
        ("Placebo", "observed"): (1, 1),
    }


def test_visits_at_which_nobody_can_be_judged_are_left_out() -> None:
    study = make_study({"P1": {"FVCPP": {0: 60, 6: 64, 12: 50}, "MRSS": {0: 20}}})
    rows = responders(study, population(study), SETTINGS, None, level=0.95)
    assert {r.avisit for r in rows if r.rule == "UILD"} == {"Month 6"}
    assert {r.avisit for r in rows if r.rule == "FVC_WORSE"} == {"Month 6", "Month 12"}
    assert not [r for r in rows if r.rule == "MRSS_IMPROVED"]


def test_no_endpoints_no_rows(tiny_study) -> None:
    empty = make_study({"P1": {"ALT": {0: 30, 12: 40}}})
    assert responders(empty, population(empty), SETTINGS, None, level=0.95) == ()
    assert endpoint_rules(tiny_study, SETTINGS)


def test_as_json(demo_rows) -> None:
    entry = responder_entry(demo_rows[0])
    assert {"arm", "rule", "PARAMCD", "AVISIT", "n", "N", "percent", "lower", "upper", "words"} <= set(entry)
    assert json.loads(json.dumps(entry)) == entry
    assert "cannot be judged" in entry["denominator_rule"]
    assert all(np.isfinite([row.percent, row.lower, row.upper]).all() for row in demo_rows if row.N)


def _by_denominator(rows, rule: str, visit: str):
    found = [r for r in rows if (r.rule, r.avisit, r.arm) == (rule, visit, "ALL")]
    return {r.denominator: (r.n, r.N) for r in found}, found[0]


def test_a_progression_has_a_best_and_a_worst_case_and_a_response_no_worst() -> None:
    seen = {f"S{i}": {"FVCPP": {0: 60, 6: 60, 12: 50 if i < 6 else 60}} for i in range(9)}
    left = {f"L{i}": {"FVCPP": {0: 60, 6: 60}} for i in range(5)}
    study = make_study(seen | left)
    rows = responders(study, population(study), SETTINGS, None, level=0.95)
    counts, row = _by_denominator(rows, "FVC_WORSE", "Month 12")
    assert counts == {"treated": (6, 14), "worst case": (11, 14), "observed": (6, 9)}
    assert (row.not_judged, row.not_due) == (5, 0)
    assert "5 patients cannot be judged at this visit." in row.notes
    assert set(_by_denominator(rows, "FVC_IMPROVED", "Month 12")[0]) == {"treated", "observed"}
    worst = next(r for r in rows if (r.rule, r.avisit, r.denominator) == ("FVC_WORSE", "Month 12", WORST))
    behind = patients_behind(study, population(study), worst, SETTINGS, None)
    assert len(behind) == 11
    assert set(left) < set(behind)


def test_who_is_not_yet_due_is_a_class_of_its_own() -> None:
    values = {f"P{i}": {"FVCPP": {0: 60, 3: 64} | ({12: 70} if i < 2 else {})} for i in range(6)}
    study = make_study(values)
    early = responders(study, population(study), SETTINGS, date(2020, 5, 1), level=0.95)
    counts, row = _by_denominator(early, "FVC_IMPROVED", "Month 12")
    assert counts == {"treated": (2, 2), "observed": (2, 2)}
    assert (row.not_judged, row.not_due) == (0, 4)
    assert "4 patients are not yet due and in no denominator." in row.notes
    late, row = _by_denominator(
        responders(study, population(study), SETTINGS, date(2021, 5, 1), level=0.95),
        "FVC_IMPROVED",
        "Month 12",
    )
    assert late == {"treated": (2, 6), "observed": (2, 2)}
    assert (row.not_judged, row.not_due) == (4, 0)


def test_a_visit_that_others_had_was_due() -> None:
    """All had month six three days early, and nothing in the file is later: who lacks it had it due."""
    early = str(DAY_1 + np.timedelta64(180, "D"))
    values = {f"P{i}": {"FVCPP": {0: 60, 3: 60}} for i in range(6)}
    extra = [(f"P{i}", "FVCPP", 50.0 if i < 2 else 60.0, early) for i in range(5)]
    made = make_study(values, extra=extra)
    rows = made.measurements.assign(
        AVISIT=lambda t: t["AVISIT"].replace("Unscheduled", "Month 6"),
        AVISITN=lambda t: t["AVISITN"].fillna(6.0),
    )
    study = settle_study(with_tables(made, {"measurements": rows}), DEFAULT_PLAN)
    found = responders(study, population(study), SETTINGS, None, level=0.95)
    counts, row = _by_denominator(found, "FVC_WORSE", "Month 6")
    assert counts == {"treated": (2, 6), "worst case": (3, 6), "observed": (2, 5)}
    assert (row.not_judged, row.not_due) == (1, 0)
    later = made.subjects.assign(TRTEDT=np.datetime64("2021-01-01", "s"), TRTEDTF="")
    assert data_cut_off(with_tables(made, {"subjects": later}), None) == np.datetime64("2021-01-01")


def test_no_share_of_those_seen_where_only_who_met_the_rule_can_be_judged() -> None:
    """By FVC or DLCO, without DLCO: two fell, of four nobody can say; two of two would be 100 %."""
    values = {f"P{i}": {"FVCPP": {0: 60, 6: 50 if i < 2 else 60}} for i in range(6)}
    study = make_study(values)
    rows = responders(study, population(study), SETTINGS, None, level=0.95)
    counts, row = _by_denominator(rows, "PPF", "Month 6")
    assert counts == {"treated": (2, 6), "worst case": (6, 6), "observed": (0, 0)}
    assert "Without DLCO only who met the rule can be judged: there is no share of those seen." in row.notes
    seen = next(r for r in rows if (r.rule, r.avisit, r.denominator) == ("PPF", "Month 6", "observed"))
    assert np.isnan(seen.percent)
    assert patients_behind(study, population(study), seen, SETTINGS, None) == ()


def test_time_to_progression_uses_everybody_as_far_as_seen() -> None:
    """Progression at months 6 and 12; censored at 3, 12, 12; one never judged: 1 − (3/4)(2/3) by month 12."""
    courses = {"A": {0: 60, 3: 60, 6: 50}, "B": {0: 60, 12: 50}, "C": {0: 60, 3: 60}}
    courses |= {"D": {0: 60, 12: 60}, "E": {0: 60, 6: 60, 12: 61}, "F": {0: 60}}
    study = make_study({who: {"FVCPP": course} for who, course in courses.items()})
    found = {
        row.rule: row
        for row in time_to_progression(study, population(study), SETTINGS, DEFAULT_PLAN.visits, level=0.95)
    }
    row = found["FVC_WORSE"]
    assert (row.n, row.events, row.not_judged) == (5, 2, 1)
    by = {visit.avisit: visit for visit in row.by_visit}
    assert by["Month 6"].percent == pytest.approx(25)
    assert by["Month 12"].percent == pytest.approx(50)
    assert by["Month 12"].at_risk == 3
    assert by["Month 12"].lower < 50 < by["Month 12"].upper
    assert "FVC_IMPROVED" not in found
    json.dumps(progression_entry(row))
    # a window from day 1 on has everybody who was ever seen at risk
    wide = replace(DEFAULT_PLAN.visits, margins="month 12: -365 +0")
    rows = time_to_progression(study, population(study), SETTINGS, wide, level=0.95)
    (own,) = [one for one in rows if one.rule == "FVC_WORSE"]
    assert [visit.at_risk for visit in own.by_visit if visit.avisit == "Month 12"] == [5]
