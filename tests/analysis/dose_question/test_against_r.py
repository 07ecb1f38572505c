"""Counts, curves and models of simulated trials against R's survival, lme4 and pbkrtest."""

import numpy as np
import pytest

from sscviewer.analysis.dose_question.benefit import benefits
from sscviewer.analysis.dose_question.naive import naive_numbers
from sscviewer.analysis.dose_question.tolerance import tolerance
from sscviewer.analysis.dose_question.turnbull import turnbull
from sscviewer.analysis.dose_question.words import benefit_sentence
from tests.planned import fit_dose_hazard


def test_regimen_curve(simulated):
    expected = simulated.reference["km_first_dle"]
    value, lower, upper = simulated.found.regimen.curve.at(expected["days"])
    assert value == pytest.approx(expected["survival"], abs=1e-9)
    assert lower == pytest.approx(expected["lower"], abs=1e-9)
    assert upper == pytest.approx(expected["upper"], abs=1e-9)
    assert simulated.found.regimen.at_risk_at(expected["days"]).tolist() == expected["at_risk"]


def test_since_arrival_at_the_highest_dose(simulated):
    expected, row = simulated.reference["km_arrival_600"], simulated.found.rows[-1]
    assert (len(row.arrivals), sum(stay.limiting for stay in row.arrivals)) == (
        expected["n"],
        expected["events"],
    )
    assert row.since_arrival.curve.at(expected["days"])[0] == pytest.approx(expected["survival"], abs=1e-9)


def test_turnbull(simulated):
    expected, intervals = simulated.reference["turnbull"], simulated.found.intervals
    fit = turnbull([one.tolerated for one in intervals], [one.failed for one in intervals])
    right = [np.inf if end is None else end for end in expected["right"]]
    assert fit.left.tolist() == expected["left"]
    assert fit.right.tolist() == right
    assert fit.mass == pytest.approx(expected["mass"], abs=1e-6)
    limits = simulated.reference["turnbull_bootstrap"]
    for point in simulated.found.kept_curve:
        # two bootstraps with seeds of their own; the curve moves in steps of a patient
        assert point.lower == pytest.approx(limits["lower"][f"{point.dose:g}"], abs=0.06)
        assert point.upper == pytest.approx(limits["upper"][f"{point.dose:g}"], abs=0.06)


def test_weekly_hazard(simulated):
    expected, weeks = simulated.reference["hazard"], simulated.found.weeks()
    fit = fit_dose_hazard(weeks)
    assert fit.beta == pytest.approx(expected["coef"], abs=1e-7)
    assert fit.patient_sd == pytest.approx(expected["sigma"], abs=1e-7)
    assert fit.objective == pytest.approx(expected["objective"], abs=1e-9)
    assert fit.vcov == pytest.approx(np.array(expected["vcov"]), abs=1e-6)
    first = fit_dose_hazard(weeks[weeks["LIMITING_BEFORE"] == 0])
    assert first.beta == pytest.approx(simulated.reference["first_only"]["coef"], abs=1e-7)
    assert first.patient_sd == pytest.approx(simulated.reference["first_only"]["sigma"], abs=1e-7)


def test_tolerates_each_dose(simulated):
    shares = tolerance(simulated.found).shares
    assert len(shares) == 6
    for one in shares:
        expected = simulated.reference["tolerates"][f"{one.dose:g}"]
        assert [one.estimate, one.lower, one.upper] == pytest.approx(expected, abs=1e-7)


def test_benefit(simulated):
    found, reference = simulated.found, simulated.reference
    whole, within = benefits(
        simulated.study, simulated.who, found.patients, found.doses, found.duration_days, found.rules, 3.0
    )
    expected = [reference["exposure"]["per_100_mg"]]
    expected += [reference["exposure"][f"change_12_months_at_{dose:g}"] for dose in found.doses]
    got = [whole.per_dose, *(change for _, change in whole.changes)]
    assert [(e.estimate, e.se, e.df) for e in got] == [pytest.approx(tuple(e), rel=1e-5) for e in expected]
    own = within.per_dose
    assert (own.estimate, own.se, own.df) == pytest.approx(tuple(reference["within"]), rel=1e-5)
    few = benefits(
        simulated.study, simulated.who, found.patients, found.doses, found.duration_days, found.rules, 1e6
    )
    for one, full in zip(few, (whole, within), strict=True):
        assert (one.per_dose.estimate, one.per_dose.df) == (full.per_dose.estimate, full.per_dose.df)
        bare = [one.per_dose, *(change for _, change in one.changes)]
        assert len(bare) == len(found.doses) + 1
        assert all(np.isnan([e.lower, e.upper, e.p_value]).all() for e in bare)
        assert not one.has_interval
        assert len(one.notes) - len(full.notes) == len(bare)
        assert one.notes[-1].startswith(f"Change at a dose of {found.doses[-1]:g}: no interval, for it has ")
    sentence = benefit_sentence(simulated.study, found, few)
    assert sentence.count("(no interval)") == 2
    assert "disagree" not in sentence
    # at the patients' average exposure the within-patient line does not depend on its own slope
    slope = (within.changes[-1][1].estimate - within.changes[0][1].estimate) / 5
    assert slope == pytest.approx(own.estimate)


def test_easy_numbers(simulated):
    naive = naive_numbers(simulated.found)
    expected = simulated.reference["crude_600"]
    top = naive.crude[-1]
    assert (top.weeks, top.events) == (expected["weeks"], expected["dle"])
    assert (top.per_year, top.lower, top.upper) == pytest.approx(
        (expected["rate_per_year"], expected["lower"], expected["upper"])
    )
    coefficient, _ = simulated.reference["andersen_gill_per_100"]
    assert naive.andersen_gill.result.coefficient == pytest.approx(coefficient, abs=1e-6)
