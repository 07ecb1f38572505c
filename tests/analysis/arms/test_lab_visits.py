"""A laboratory test visit by visit, counted by hand and against the cells of the demo."""

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.arms.lab_visits import every_lab_visit, lab_visits
from sscviewer.analysis.labs.labs import labs
from sscviewer.cli.lab_visits_text import lab_visits_json
from sscviewer.model.parameters import Parameter
from tests.analysis.arms.demo_arms import with_arms
from tests.analysis.arms.test_arm_changes import values_of
from tests.analysis.arms.trials import subjects_of, trial_of
from tests.planned import PLAN, population


def alt_trial(base, later, upper=40.0):
    """Return a trial of two arms with ALT at baseline and month 3."""
    half = len(base) // 2
    subjects = subjects_of({"Drug": half, "Placebo": len(base) - half})
    ids = subjects["USUBJID"]
    rows = pd.concat([values_of(ids, "ALT", 0, base), values_of(ids, "ALT", 3, later)])
    rows = rows.assign(ANRLO=7.0, ANRHI=upper)
    alt = Parameter("ALT", "Alanine aminotransferase", "U/L", "ALT", "lab")
    return trial_of(subjects, measurements=rows, parameters=[alt])


def of_arm(found, arm):
    (row,) = [row for row in found.rows if row.arm == arm]
    return row


def test_counts_by_hand():
    base = [20.0, 20, 50, 20, 20, 20, 20, np.nan]
    later = [80.0, 20, 60, 5, 20, 22, np.nan, 90]
    study = alt_trial(base, later)
    found = lab_visits(study, population(study), PLAN, labs(study), "ALT")
    drug, placebo, everybody = (of_arm(found, arm) for arm in ("Drug", "Placebo", "ALL"))
    assert (drug.avisit, len(drug.patients), drug.n) == ("Month 3", 4, 4)
    assert drug.mean == pytest.approx((60 + 0 + 10 - 15) / 4)
    assert drug.sd == pytest.approx(np.std([60, 0, 10, -15], ddof=1))
    assert (len(drug.high), len(drug.to_high)) == (2, 1)
    assert (len(drug.low), len(drug.to_low)) == (1, 1)
    assert drug.highest == pytest.approx(80 / 40)
    assert drug.shift == ((0, 0, 0), (1, 1, 1), (0, 0, 1))
    half = 12.706204736 * placebo.sd / np.sqrt(2)  # t with 1 degree of freedom at 97.5 %
    assert placebo.change.upper - placebo.mean == pytest.approx(half)
    # the one without a baseline is high, but not known to be newly so, and has no change
    assert (len(placebo.patients), placebo.n, len(placebo.high), len(placebo.to_high)) == (3, 2, 1, 0)
    assert everybody.n == drug.n + placebo.n
    assert everybody.highest == pytest.approx(90 / 40)


def test_outliers_are_far_out_of_all_patients():
    later = [21.0, 22, 23, 24, 25, 26, 27, 28, 29, 300]
    study = alt_trial([20.0] * 10, later)
    found = lab_visits(study, population(study), PLAN, labs(study), "ALT")
    assert of_arm(found, "ALL").outliers == (study.usubjids[-1],)
    assert of_arm(found, "Drug").outliers == ()
    few = alt_trial([20.0] * 4, [21.0, 22, 23, 300])
    found = lab_visits(few, population(few), PLAN, labs(few), "ALT")
    assert of_arm(found, "ALL").outliers == ()


def test_without_limits_nothing_is_above_them():
    study = alt_trial([20.0] * 4, [21.0, 22, 23, 300], upper=np.nan)
    row = of_arm(lab_visits(study, population(study), PLAN, labs(study), "ALT"), "ALL")
    assert row.high == ()
    assert np.isnan(row.highest)


def test_means_and_models_of_the_demo_count_the_same_patients(demo_study):
    study = with_arms(demo_study)
    found = lab_visits(study, population(study), PLAN, labs(study), "ALT")
    assert len(found.changes) > 5
    for change in found.changes:
        here = {row.arm: row.n for row in found.rows if row.avisit == change.avisit}
        assert [here[arm] for arm, _ in change.found.arms] == list(change.n)
        assert here["ALL"] == sum(change.n)


def test_one_arm_has_means_and_no_model(demo_study):
    found = lab_visits(demo_study, population(demo_study), PLAN, labs(demo_study), "ALT")
    assert found.changes == ()
    assert {row.arm for row in found.rows} == {"ALL"}


def test_the_json_has_every_test_visit_and_arm():
    study = alt_trial([20.0, 20, 50, 20, 20, 20, 20, 20], [80.0, 20, 60, 5, 20, 22, 18, 90])
    found = every_lab_visit(study, population(study), PLAN)
    block = lab_visits_json(found)
    assert [(row["PARAMCD"], row["AVISIT"], row["arm"]) for row in block["visits"]] == [
        ("ALT", "Month 3", arm) for arm in ("ALL", "Placebo", "Drug")
    ]
    everybody = block["visits"][0]
    assert everybody["shift"]["normal"] == {"low": 1, "normal": 4, "high": 2}
    assert (everybody["newly_above"], len(everybody["patients"]["newly_above"])) == (2, 2)
    assert [row["reference"] for row in block["ancova"]] == [None, None, "Placebo"]
