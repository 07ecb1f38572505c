"""SYN20 as interface.md and clinical_facts.md 9.2-9.3 have it (R), and trials too small for it."""

import json

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.efficacy.course import course
from sscviewer.analysis.efficacy.course_entries import course_entries
from tests.planned import efficacy_settings

FVC = efficacy_settings("FVCPP")


@pytest.fixture(scope="module")
def fvc(syn20):
    baseline = syn20["MONTH"] == 0
    return pd.DataFrame(
        {
            "USUBJID": syn20["USUBJID"],
            "AVISIT": np.where(baseline, "Baseline", "Month " + syn20["MONTH"].astype(str)),
            "AVISITN": syn20["MONTH"].astype(float),
            "ADY": syn20["MONTH"] * 30 + 1,
            "AVAL": syn20["FVCPP"],
            "CHG": syn20["FVCPP_CHG"].where(~baseline),
        }
    )


def test_syn20(fvc):
    result = course(fvc, FVC)
    last = result.mmrm.visits[-1]
    assert [visit.avisit for visit in result.mmrm.visits] == ["Month 3", "Month 6", "Month 9", "Month 12"]
    assert (last.avisitn, last.n, result.mmrm.covariance) == (12.0, 12, "us")
    change = last.change
    assert (change.estimate, change.se, change.p_value) == pytest.approx(
        (1.156770, 1.323496, 0.39766), abs=6e-6
    )
    slope = result.random_slope.slope
    assert (slope.estimate, slope.se, slope.p_value) == pytest.approx(
        (0.0847744, 0.1117982, 0.46102), abs=6e-6
    )
    assert slope.df == pytest.approx(13.8237, abs=6e-5)


def test_entries_are_json(fvc):
    entries = course_entries(course(fvc, FVC))
    text = json.dumps(entries, allow_nan=False)
    assert [entry["model"] for entry in json.loads(text)] == ["mmrm", "random_slope"]
    assert entries[0]["n_subjects"] == 18
    assert entries[1]["per"] == "month"


def test_days_as_time(fvc):
    slope = course(fvc, efficacy_settings("FVCPP", slope_time="ADY")).random_slope.slope
    # 30 days are 30/30.4375 months
    assert slope.estimate == pytest.approx(0.0847744 * 30.4375 / 30, abs=1e-6)


@pytest.mark.parametrize("n", [0, 1, 2, 3, 4, 6])
def test_small_trials_end_in_words(fvc, n):
    ids = sorted(fvc["USUBJID"].unique())[:n]
    entries = course_entries(course(fvc[fvc["USUBJID"].isin(ids)], FVC))
    json.dumps(entries, allow_nan=False)
    for entry in entries:
        assert entry["converged"] or entry["warnings"]


def test_one_visit_only(fvc):
    result = course(fvc[fvc["AVISITN"] <= 3], FVC)
    assert len(result.mmrm.visits) == 1
    assert result.mmrm.visits[0].change.estimate == pytest.approx(-1.522222, abs=6e-7)
    assert result.random_slope.slope is None
    assert result.random_slope.warnings
