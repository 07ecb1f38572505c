"""The dose question on simulated trials whose tables and reference fits were made elsewhere, row for row."""

import json

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.dose_question.regimen import first_limiting
from sscviewer.workbook import load_study
from tests.planned import dose_question, population
from tests.reference.conftest import SHARED

pytestmark = pytest.mark.shared
ROOT = SHARED / "oracles" / "dose"
FOLDERS = [path.parent for path in sorted(ROOT.glob("*/trial.xlsx"))]


@pytest.fixture(scope="module", params=FOLDERS or [None], ids=lambda path: path.name if path else "none")
def trial(request):
    study = load_study(request.param / "trial.xlsx").study
    return dose_question(study, population(study)), request.param


def table(folder, name):
    return pd.read_csv(folder / f"{name}.csv").to_numpy()


def number(usubjid):
    return int("".join(c for c in usubjid if c.isdigit()))


def test_tables_row_for_row(trial):
    answer, folder = trial
    found = answer.titration
    weeks = found.weeks()
    weeks["USUBJID"] = weeks["USUBJID"].map(number)
    np.testing.assert_array_equal(weeks.to_numpy(dtype=float), table(folder, "person_weeks"))
    stays = [
        (number(stay.usubjid), stay.dose, stay.days, stay.limiting) for r in found.rows for stay in r.arrivals
    ]
    np.testing.assert_array_equal(np.array(sorted(stays), dtype=float), table(folder, "arrivals"))
    first = [(number(usubjid), day, event) for usubjid, day, event in first_limiting(found.patients)]
    np.testing.assert_array_equal(np.array(first, dtype=float), table(folder, "first_dle"))
    limits = [
        (number(i.usubjid), i.tolerated, i.failed if i.failed < np.inf else np.nan) for i in found.intervals
    ]
    np.testing.assert_array_equal(np.array(limits, dtype=float), table(folder, "intervals"))


def test_fits(trial):
    answer, folder = trial
    reference = json.loads((folder / "reference.json").read_text())
    fit, expected = answer.tolerance.fit, reference["hazard_penalised"]
    assert fit.beta == pytest.approx(expected["coef"], abs=1e-7)
    assert fit.patient_sd == pytest.approx(expected["sigma"], abs=1e-7)
    for one in answer.tolerance.shares:
        limits = expected["tolerates"]["titrated"][f"{one.dose:g}"]
        assert (one.estimate, one.lower, one.upper) == pytest.approx(
            (limits["estimate"], limits["lower"], limits["upper"]), abs=1e-7
        )
    at_most = reference["turnbull"]["tolerates_at_least_mass_at_right_end"]
    for point in answer.titration.kept_curve:
        assert point.estimate == pytest.approx(at_most[f"{point.dose:g}"], abs=1e-9)


@pytest.mark.parametrize(("paramcd", "name"), [("FVCPP", "fvc"), ("MRSS", "mrss")])
def test_benefit(trial, paramcd, name):
    answer, folder = trial
    reference = json.loads((folder / "reference.json").read_text())["efficacy"][name]
    whole, within = (one for one in answer.benefits if one.paramcd == paramcd)
    pairs = [(within.per_dose, reference["split"]["contrasts"]["within"])]
    pairs.append((whole.per_dose, reference["exposure"]["contrasts"]["per_100_mg"]))
    pairs += [
        (change, reference["exposure"]["contrasts"][f"change_12_months_at_{dose:g}"])
        for dose, change in whole.changes
    ]
    for got, expected in pairs:
        assert (got.estimate, got.se, got.df) == pytest.approx(
            (expected["estimate"], expected["se_kr"], expected["df_kr"]), rel=1e-5
        )


def test_the_truth_lies_in_the_band(trial):
    answer, folder = trial
    truth = json.loads((folder / "truth.json").read_text())["tolerates_12_months_titrated"]
    assert all(one.lower <= truth[f"{one.dose:g}"] <= one.upper for one in answer.tolerance.shares)
