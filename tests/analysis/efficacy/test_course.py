"""SYN20 as interface.md and clinical_facts.md 9.2-9.3 have it (R), and trials too small for it."""

import json

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.efficacy.change_model import change_model
from sscviewer.analysis.efficacy.course import course
from sscviewer.analysis.efficacy.course_entries import course_entries
from sscviewer.analysis.efficacy.slope_model import slope_model
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


def test_a_stray_late_value_changes_nothing_and_is_named(fvc):
    """One patient of SYN20 seen once more, at month 18: R's results above must stay as they are."""
    stray = fvc.iloc[[-1]].assign(AVISIT="Month 18", AVISITN=18.0, ADY=540, AVAL=41.0, CHG=-30.0)
    result = course(pd.concat([fvc, stray], ignore_index=True), FVC)
    clean = course(fvc, FVC)
    assert result.mmrm.visits == clean.mmrm.visits
    assert result.mmrm.covariance == "us"
    assert result.random_slope.slope == clean.random_slope.slope
    (named,) = [text for text in result.mmrm.warnings if "Month 18" in text]
    assert named.startswith("Month 18 is in no model: 1 of 18 patients have a change there")
    assert named in result.random_slope.warnings


@pytest.mark.parametrize(("n", "share", "counts"), [(3, 0.10, True), (4, 0.10, False), (3, 0.20, False)])
def test_the_fewest_values_of_a_visit_are_a_rule(fvc, n, share, counts):
    """Three of eighteen patients at a visit are 17 %."""
    later = fvc[fvc["AVISIT"] == "Month 3"].head(3).assign(AVISIT="Month 18", AVISITN=18.0)
    rule = efficacy_settings("FVCPP", fewest_patients=n, fewest_share=share)
    model = change_model(pd.concat([fvc, later], ignore_index=True), rule)
    assert ("Month 18" in model.visits) == counts
    assert any("Month 18 is in no model" in note for note in model.notes) != counts


def test_too_few_degrees_of_freedom_have_no_interval(fvc):
    """What is refused at one limit is what the limit-free fit has under it; nothing else changes."""
    free = change_model(fvc, efficacy_settings("FVCPP", covariance="us", smallest_df=0.0))
    kept = {visit: free.change(visit) for visit in free.visits}
    limit = sorted(change.df for change in kept.values())[1]
    model = change_model(fvc, efficacy_settings("FVCPP", covariance="us", smallest_df=limit))
    refused = [visit for visit in model.visits if np.isnan(model.change(visit).lower)]
    assert refused == [visit for visit in kept if kept[visit].df < limit]
    assert len(refused) == 1
    for visit, change in kept.items():
        now = model.change(visit)
        assert (now.estimate, now.se, now.df) == (change.estimate, change.se, change.df)
        assert np.isnan(now.p_value) == (visit in refused)
    (reason,) = [note for note in model.notes if "degrees of freedom" in note]
    assert reason.startswith(f"{refused[0]}: no interval, for it has ")


def test_a_plainer_covariance_is_tried_before_an_interval_is_refused(fvc):
    free = change_model(fvc, efficacy_settings("FVCPP", smallest_df=0.0))
    least = min(free.change(visit).df for visit in free.visits)
    model = change_model(fvc, efficacy_settings("FVCPP", smallest_df=least + 1e-6))
    assert model.fit.structure != free.fit.structure == "us"
    assert min(model.fit.contrast({f"AVISIT{visit}": 1.0}).df for visit in model.visits) > least
    assert f"The us covariance leaves a mean with {least:.2g} degrees of freedom; " in " ".join(model.notes)


def test_a_slope_with_next_to_no_degrees_of_freedom_has_no_interval():
    """Two patients with three values and one with two: the numbers of a file that printed 10 to the 152nd."""
    rows = [("A", 0, 50.0), ("A", 3, 51.0), ("A", 6, 49.5), ("B", 0, 70.0), ("B", 3, 74.0)]
    frame = pd.DataFrame(rows, columns=["USUBJID", "AVISITN", "AVAL"])
    frame["AVISIT"] = np.where(frame["AVISITN"] == 0, "Baseline", "Month " + frame["AVISITN"].astype(str))
    frame["CHG"] = frame["AVAL"] - frame["USUBJID"].map({"A": 50.0, "B": 70.0})
    slope = slope_model(frame, efficacy_settings("FVC", fewest_patients=1, fewest_share=0.0))
    found = slope.slope()
    assert found is None or np.isnan(found.lower) or found.df >= 3
    assert slope.notes


def test_entries_are_json(fvc):
    entries = course_entries(course(fvc, FVC))
    text = json.dumps(entries, allow_nan=False)
    assert [entry["model"] for entry in json.loads(text)] == ["mmrm", "random_slope"]
    assert entries[0]["n_subjects"] == 18
    assert entries[1]["per"] == "month"


def test_who_has_a_value_but_no_change_counts_in_his_arms_slope_alone(fvc):
    patients = sorted(fvc["USUBJID"].unique())
    frame = fvc[(fvc["USUBJID"] != patients[0]) | (fvc["AVISITN"] == 0)]
    frame = frame.assign(TRT01A=["A" if patients.index(one) % 2 == 0 else "B" for one in frame["USUBJID"]])
    found = course(frame, efficacy_settings("FVCPP"))
    mine = [patient for patient in patients[::2] if patient in set(frame["USUBJID"])]
    (arm, _), entries = found.by_arm.arms, course_entries(found)
    assert arm.arm == "A"
    assert sorted(arm.slope_patients) == mine
    assert patients[0] in mine
    assert patients[0] not in arm.patients
    by_visit, slopes = (entry["by_arm"]["arms"][0]["n_subjects"] for entry in entries)
    assert (by_visit, slopes) == (len(arm.patients), len(mine))
    assert not any("n_subjects" in one for entry in entries for one in entry["by_arm"]["differences"])


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
