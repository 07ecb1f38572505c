"""Visits without a time: planned days by the data, by hand."""

from datetime import date, timedelta

import openpyxl
import pytest

from sscviewer.analysis.modelled import endpoint_frame
from sscviewer.analysis.settle import settle_study
from sscviewer.workbook.load import load_study
from tests.planned import PLAN, population

PATIENTS = [f"P{i:02d}" for i in range(1, 11)]
DAYS = (-2, 92, 184, 275)


def trial(tmp_path, names, days=DAYS, extra=(), last_dose=275):
    """Ten patients whose FVC falls by 0.1 L a visit; `extra` (patient, name, day, FVC)."""

    def on(who, day):
        return date(2021, 5, 3) + timedelta(days=3 * PATIENTS.index(who) + day - 1)

    book = openpyxl.Workbook()
    book.active.title = "Patients"
    for row in [
        ["Subject", "Sex", "First dose", "Last dose"],
        *([w, "F", on(w, 1), on(w, last_dose)] for w in PATIENTS),
    ]:
        book["Patients"].append(row)
    sheet = book.create_sheet("Lung")
    sheet.append(["Subject", "Visit", "Date", "FVC (L)"])
    for i, who in enumerate(PATIENTS):
        for k, (name, day) in enumerate(zip(names, days, strict=True)):
            shift = 0 if day < 1 else (i * 3) % 7 - 3  # seen within three days of the plan
            sheet.append([who, name, on(who, day + shift), round(2.5 + i / 10 - k / 10, 2)])
    for who, name, day, value in extra:
        sheet.append([who, name, on(who, day), value])
    path = tmp_path / "trial.xlsx"
    book.save(path)
    return settle_study(load_study(path).study, PLAN)


def changes(study):
    """Mean change from baseline by visit, in time order."""
    frame = endpoint_frame(study, population(study), "FVC")
    later = frame[frame["AVISITN"] > 0].sort_values("AVISITN")
    means = later.groupby("AVISIT", sort=False)["CHG"].mean()
    return {str(name): round(float(mean), 6) for name, mean in means.items()}


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("V1", "V2", "V3", "V4"), ("V2", "V3", "V4")),
        ((1, 2, 3, 4), ("Visit 2", "Visit 3", "Visit 4")),
        (("", "", "", ""), ("Day 92", "Day 184", "Day 275")),
        (("Baseline", "Month 3", "Month 6", "EOT"), ("Month 3", "Month 6", "End of treatment")),
    ],
)
def test_visits_most_patients_have_on_the_same_days_are_planned(tmp_path, names, found):
    study = trial(tmp_path, names)
    assert changes(study) == dict(zip(found, (-0.1, -0.2, -0.3), strict=True))
    assert [issue.code for issue in study.issues if issue.code == "visit.own_day"] == ["visit.own_day"]


def test_who_leaves_early_has_the_window_of_the_day_and_not_the_last_visit(tmp_path):
    early = [("P01", "EOT", 120, 1.0)]
    study = trial(tmp_path, ("Baseline", "Month 3", "Month 6", "EOT"), extra=early)
    assert changes(study)["End of treatment"] == -0.3  # nine patients on time and P01's own day 272


def test_scattered_days_and_follow_up_after_the_drug_are_no_visit_of_the_plan(tmp_path):
    relapses = [(who, "Relapse", 20 + 24 * i, 1.0) for i, who in enumerate(PATIENTS)]
    safety = [(who, "Last contact", 365, 1.0) for who in PATIENTS]
    study = trial(tmp_path, ("Baseline", "Month 3", "Month 6", "Month 9"), extra=[*relapses, *safety])
    assert list(changes(study)) == ["Month 3", "Month 6", "Month 9"]
    assert not [issue for issue in study.issues if issue.code == "visit.own_day"]


def test_many_days_of_one_patient_are_no_visits(tmp_path):
    daily = [(who, "", day, 2.0) for who in PATIENTS[:4] for day in range(2, 60)]
    study = trial(tmp_path, ("Baseline", "Month 3", "Month 6", "Month 9"), extra=daily)
    assert list(changes(study)) == ["Month 3", "Month 6", "Month 9"]
