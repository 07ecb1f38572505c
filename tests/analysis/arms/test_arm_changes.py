"""Analysis of covariance of a trial: a published example from cells to words, carried values, adjusted P."""

import math
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.arms.arm_changes import arm_changes, compared_at
from sscviewer.analysis.arms.change_words import changes_notes, changes_sentence
from sscviewer.analysis.arms.subgroups import subgroups
from sscviewer.model.parameters import BY_CODE
from tests.analysis.arms.demo_arms import with_arms
from tests.analysis.arms.trials import DAY_ONE, subjects_of, trial_of
from tests.planned import PLAN, population

LEPROSY = {
    "A": [(11, 6), (8, 0), (5, 2), (14, 8), (19, 11), (6, 4), (10, 13), (6, 1), (11, 8), (3, 0)],
    "D": [(6, 0), (6, 2), (7, 3), (8, 1), (18, 18), (8, 4), (19, 14), (8, 9), (5, 1), (15, 9)],
    "F": [(16, 13), (13, 10), (11, 18), (9, 5), (21, 23), (16, 12), (12, 5), (12, 16), (7, 1), (12, 20)],
}
"""Snedecor & Cochran, Statistical Methods (1967), p. 422; results in SAS/STAT's documentation of PROC GLM."""


def values_of(usubjids, paramcd, month, values):
    """Return the measurements of a visit."""
    day = DAY_ONE + np.timedelta64(round(month * 30.4375), "D")
    return pd.DataFrame(
        {
            "USUBJID": list(usubjids),
            "PARAMCD": paramcd,
            "AVAL": [float(value) for value in values],
            "AVISITN": float(month),
            "AVISIT": "Baseline" if not month else f"Month {month}",
            "ADT": day,
            "ADTF": "",
            "SRCREF": [f"PFT!{paramcd}{month}.{i}" for i in range(len(values))],
        }
    ).dropna(subset=["AVAL"])


@pytest.fixture(scope="module")
def leprosy():
    subjects = subjects_of({arm: 10 for arm in LEPROSY}, SEX=["F", "M"] * 15, AGE=list(range(30, 60)))
    pairs = [pair for arm in LEPROSY.values() for pair in arm]
    ids = subjects["USUBJID"]
    parts = [
        values_of(ids, "MRSS", 0, [a for a, _ in pairs]),
        values_of(ids, "MRSS", 12, [b for _, b in pairs]),
    ]
    return trial_of(subjects, measurements=pd.concat(parts), parameters=[BY_CODE["MRSS"]])


def with_plan(**endpoints):
    plan = replace(PLAN, arms=replace(PLAN.arms, reference="F"))
    return replace(plan, endpoints=replace(plan.endpoints, **endpoints))


def test_the_published_example(leprosy):
    (row,) = arm_changes(leprosy, population(leprosy), with_plan())
    assert (row.avisit, row.n, row.found.reference) == ("Month 12", (10, 10, 10), "F")
    means = {arm: value.estimate + 322 / 30 for arm, value in row.found.arms}
    assert means == pytest.approx({"A": 6.7149635, "D": 6.8239348, "F": 10.1611017}, abs=1e-6)
    found = {arm: value for arm, value, _ in row.differences}
    assert [found["A"].estimate, found["A"].se, found["A"].p_value] == pytest.approx(
        [-3.446138280, 1.88678065, 0.0793], abs=5e-5
    )
    assert [found["D"].estimate, found["D"].se, found["D"].p_value] == pytest.approx(
        [-3.337166948, 1.85386642, 0.0835], abs=5e-5
    )
    assert row.found.slopes[0] + 1 == pytest.approx(0.987183811, abs=1e-8)
    assert found["A"].df == 26


def test_its_words(leprosy):
    rows = arm_changes(leprosy, population(leprosy), with_plan())
    said = changes_sentence(rows[0])
    assert "A less F −3.4" in said
    assert "P = 0.08" in said
    notes = " ".join(changes_notes(rows, PLAN))
    assert "adjusted for baseline value" in notes
    assert "exploratory" in notes


def two_endpoints(gone=3, late=0):
    """Return two arms whose first patients have no value at the last visit, the last none before."""
    rng = np.random.default_rng(5)
    subjects = subjects_of({"Drug": 12, "Placebo": 12})
    ids = subjects["USUBJID"]
    parts = []
    for code, effect in (("MRSS", -4.0), ("FVCPP", 3.0), ("HAQDI", -0.2)):
        base = rng.normal(20, 4, 24)
        scale = 1.0 if code != "HAQDI" else 0.1
        half = base + scale * rng.normal(0, 3, 24)
        end = base + effect * (np.arange(24) < 12) + scale * rng.normal(0, 3, 24)
        end[:gone], half[len(half) - late :] = np.nan, np.nan
        parts += [values_of(ids, code, 0, base), values_of(ids, code, 6, half), values_of(ids, code, 12, end)]
    codes = [BY_CODE[code] for code in ("MRSS", "FVCPP", "HAQDI")]
    return trial_of(subjects, measurements=pd.concat(parts), parameters=codes)


def test_carried_values_are_counted_and_are_the_last_before():
    study = two_endpoints()
    who = population(study)
    observed = {(r.parameter.paramcd, r.avisit): r for r in arm_changes(study, who, PLAN)}
    plan = PLAN.with_value("comparisons", "carried_forward", True)
    rows = arm_changes(study, who, plan)
    carried = {(r.parameter.paramcd, r.avisit): r for r in rows}
    assert observed["MRSS", "Month 12"].n == (12, 9)
    assert carried["MRSS", "Month 12"].n == (12, 12)
    assert (carried["MRSS", "Month 12"].carried, carried["MRSS", "Month 6"].carried) == (3, 0)
    assert carried["MRSS", "Month 6"].found.arms == observed["MRSS", "Month 6"].found.arms
    notes = " ".join(changes_notes(rows, plan))
    assert "LOCF" in notes
    assert "Up to 3 patients" in notes
    # Nothing is carried back to a visit before it was measured.
    late = {(r.parameter.paramcd, r.avisit): r for r in arm_changes(two_endpoints(late=1), who, plan)}
    assert (late["MRSS", "Month 6"].n, late["MRSS", "Month 6"].carried) == ((11, 12), 0)


def by_hand(method, p, q):
    """Return the two adjusted P values before the primary one's, from the definitions."""
    small, large = sorted((p, q))
    low = {"holm": min(1, 2 * small), "hochberg": min(2 * small, large)}
    high = {"holm": max(min(1, 2 * small), large), "hochberg": large}
    if method == "fixed sequence":
        return p, max(p, q)
    return (low[method], high[method]) if p <= q else (high[method], low[method])


@pytest.mark.parametrize("method", ["none", "holm", "hochberg", "fixed sequence"])
def test_adjusted_p_beside_the_raw_one(method):
    study = two_endpoints()
    plan = with_plan(primary="MRSS", visit="Month 12", secondary=("HAQDI", "FVCPP"), multiplicity=method)
    rows = compared_at(arm_changes(study, population(study), plan))
    assert [(row.parameter.paramcd, row.role) for row in rows] == [
        ("MRSS", "primary"),
        ("HAQDI", "secondary"),
        ("FVCPP", "secondary"),
    ]
    raw = [row.found.differences[0][1].p_value for row in rows]
    adjusted = [next(row.differences)[2] for row in rows]
    assert math.isnan(adjusted[0])
    if method == "none":
        assert all(math.isnan(p) for p in adjusted)
        assert "adjusted P" not in changes_sentence(rows[1])
        return
    assert adjusted[1:] == pytest.approx([max(raw[0], p) for p in by_hand(method, *raw[1:])])
    assert "adjusted P" in changes_sentence(rows[1])


def test_the_plans_visit_is_where_endpoints_are_tested():
    study = two_endpoints()
    plan = replace(
        PLAN, endpoints=replace(PLAN.endpoints, primary="MRSS", visit="Month 6", secondary=("FVCPP",))
    )
    roles = {(r.parameter.paramcd, r.avisit): r.role for r in arm_changes(study, population(study), plan)}
    assert roles["MRSS", "Month 6"] == "primary"
    assert roles["FVCPP", "Month 6"] == "secondary"
    assert roles["MRSS", "Month 12"] == ""


def test_one_arm_has_none(demo_study):
    who = population(demo_study)
    assert arm_changes(demo_study, who, PLAN) == ()
    assert subgroups(demo_study, who, PLAN, "MRSS") == ()


def test_arms_other_than_the_reference_are_compared_too(leprosy):
    """Drugs A and D of the trial in leprosy: SAS prints 6.715 and 6.824 as their means, P = 0.9521."""
    ((row),) = [
        r for r in arm_changes(leprosy, population(leprosy), with_plan()) if r.parameter.paramcd == "MRSS"
    ]
    ((one, other, pair),) = row.found.pairs
    assert (one, other) in {("A", "D"), ("D", "A")}
    assert abs(pair.estimate) == pytest.approx(3.446138 - 3.337167, abs=1e-6)
    assert pair.p_value == pytest.approx(0.9521, abs=5e-5)


def test_who_has_nothing_to_carry_forward_is_said():
    study = two_endpoints()
    own = with_plan()
    plan = replace(own, comparisons=replace(own.comparisons, carried_forward=True))
    who = population(study)
    for row in arm_changes(study, who, plan):
        missed = who.n_treated - sum(row.n)
        said = [note for note in row.found.notes if "nothing to carry forward" in note]
        assert said == [] if missed == 0 else said[0].startswith(f"{missed} of {who.n_treated} ")


def test_subgroups_add_up_and_say_that_n_is_small(leprosy):
    found = subgroups(leprosy, population(leprosy), with_plan(), "MRSS")
    assert [(one.arm, one.reference) for one in found] == [("A", "F"), ("D", "F")]
    for one in found:
        assert one.overall.estimate == pytest.approx({"A": -3.446138, "D": -3.337167}[one.arm], abs=1e-6)
        assert {group.variable for group in one.groups} == {"SEX", "AGE", "BASE"}
        for group in one.groups:
            assert sum(effect.n for effect in group.found.effects) == 10
            assert sum(effect.n_reference for effect in group.found.effects) == 10
        assert any("n is small" in note for note in one.notes)


def test_the_demo_in_two_arms(demo_study):
    study = with_arms(demo_study)
    rows = arm_changes(study, population(study), PLAN)
    assert {row.parameter.paramcd for row in rows} >= {"FVCPP", "MRSS"}
    for row in rows:
        assert row.found.reference == "Placebo"
        assert sum(row.n) == row.found.arms[0][1].n_subjects
