"""A placebo is never "0 mg (interrupted)", is treatment, and is no part of a dose of all patients."""

import datetime as dt

import openpyxl
import pytest

from sscviewer.analysis.analyse import analyse_study
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.settle import settle_study
from sscviewer.model.treatments import is_placebo
from sscviewer.workbook import load_study

FIRST = dt.date(2021, 1, 4)
N = 6


def _analysis(tmp_path, arms, rows, heading):
    """Return the analysis of half the patients on drug, half on placebo."""
    book = openpyxl.Workbook()
    sheets = {
        "Patients": [["Patient", "Sex", "Arm"], *([f"P{i}", "F", arms[i % 2]] for i in range(N))],
        "Doses": [heading, *rows],
        "Adverse events": [
            ["Patient", "Adverse event", "Start"],
            *([f"P{i}", "nausea", FIRST + dt.timedelta(20)] for i in range(N)),
        ],
    }
    book.remove(book.active)
    for name, cells in sheets.items():
        sheet = book.create_sheet(name)
        for row in cells:
            sheet.append(row)
    book.save(tmp_path / "trial.xlsx")
    study = settle_study(load_study(tmp_path / "trial.xlsx").study, DEFAULT_PLAN)
    return study, analyse_study(study, DEFAULT_PLAN)


def _periods(drug, dose):
    """Return two periods of each patient; `drug` and `dose` by whether the patient has the placebo."""
    for i in range(N):
        for start, factor in ((0, 1), (100, 2)):
            begins = FIRST + dt.timedelta(start)
            yield [f"P{i}", drug(i % 2), dose(i % 2) * factor, begins, begins + dt.timedelta(99)]


@pytest.mark.parametrize(
    ("drug", "arms"),
    [
        (lambda on: "Placebo" if on else "Drug", ("Drug", "Placebo")),
        (lambda on: "Study drug", ("Drug", "Placebo")),
        (lambda on: "Study drug", ("Drug 100 mg", "PBO")),
        (lambda on: "PLACEBO TABLET" if on else "DRUG", ("A", "B")),
    ],
    ids=["named in the log", "told by the arm", "told by an abbreviation", "told by the log, arms coded"],
)
def test_doses_of_placebo_are_placebo(tmp_path, drug, arms):
    heading = ["Patient", "Drug", "Dose (mg)", "Start", "End"]
    rows = list(_periods(drug, lambda on: 0 if on else 100))
    study, analysis = _analysis(tmp_path, arms, rows, heading)
    assert not study.subjects["TRTSDT"].isna().any()
    assert {band.kind for band in analysis.dose_rates.bands if band.kind != "after"} == {"placebo", "dose"}
    daily = next(r for r in analysis.exposure if (r.arm, r.measure) == ("ALL", "average_daily_dose"))
    assert (daily.n, daily.mean) == (N // 2, 150.0)


def test_a_log_without_a_drug_takes_placebo_from_the_arm(tmp_path):
    rows = [[patient, *rest] for patient, _, *rest in _periods(lambda on: "", lambda on: 0 if on else 100)]
    _, analysis = _analysis(tmp_path, ("Drug", "Placebo"), rows, ["Patient", "Dose (mg)", "Start", "End"])
    assert "interrupted" not in {band.kind for band in analysis.dose_rates.bands}


def test_a_pause_of_a_patient_who_had_the_drug_stays_a_pause(tmp_path):
    rows = list(_periods(lambda on: "Study drug", lambda on: 100))
    again = [[f"P{i}", "Study drug", 100, FIRST + dt.timedelta(200), None] for i in range(N)]
    rows = [[patient, drug, 0 if dose == 200 else dose, *days] for patient, drug, dose, *days in rows] + again
    heading = ["Patient", "Drug", "Dose (mg)", "Start", "End"]
    _, analysis = _analysis(tmp_path, ("Drug", "Placebo"), rows, heading)
    assert "interrupted" in {band.kind for band in analysis.dose_rates.bands}


@pytest.mark.parametrize(
    "name", ["Placebo", "matching PLACEBO", "placébo", "Plazebo", "PBO", "pbo_0mg", "Sham"]
)
def test_names_of_a_placebo(name):
    assert is_placebo(name)


@pytest.mark.parametrize("name", ["", "Imatinib", "Pbonib", "Standard of care", "control"])
def test_names_of_a_drug(name):
    assert not is_placebo(name)
