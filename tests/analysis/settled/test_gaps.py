"""What days between two dose records are, and what two records of one day are, by the plan."""

from dataclasses import replace

import pytest

from sscviewer.analysis.dose.patient_exposure import exposure_of
from sscviewer.analysis.patient.dose_courses import dose_courses
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.settle import settle_study
from sscviewer.workbook import load_study

LOG = """Patient,Drug,Dose (mg/day),Start date,End date
P1,abc,100,2024-01-01,2024-01-10
P1,abc,100,2024-01-21,2024-01-30
P2,abc,100,2024-01-01,2024-01-30
"""


@pytest.mark.parametrize(
    ("gap_is_zero", "kind", "changes"),
    [(False, "gap", []), (True, "interruption", ["interruption", "restart"])],
)
def test_ten_days_without_a_record(tmp_path, gap_is_zero, kind, changes):
    path = tmp_path / "doses.csv"
    path.write_text(LOG, encoding="utf-8")
    plan = replace(DEFAULT_PLAN, doses=replace(DEFAULT_PLAN.doses, gap_is_zero=gap_is_zero))
    first, second = dose_courses(settle_study(load_study(path).study, plan))
    assert [(step.kind, step.start, step.end) for step in first.steps] == [
        ("dose", 1, 10),
        (kind, 11, 20),
        ("dose", 21, 30),
    ]
    assert [change.kind for change in first.changes if change.kind != "stop"] == changes
    assert [step.kind for step in second.steps] == ["dose"]
    assert (first.cumulative, first.days_on_drug, first.duration) == (2000, 20, 30)
    assert first.average_daily_dose == pytest.approx(2000 / 30 if gap_is_zero else 100)


ONE_DAY = """Patient,Drug,Dose (mg/day),Start date,End date
P1,abc,200,2024-01-01,2024-01-20
P1,abc,50,2024-01-01,2024-01-10
P1,abc,100,2024-01-21,2024-01-30
"""


@pytest.mark.parametrize(
    ("rule", "doses", "words"),
    [
        ("sum", [(1, 10, 250), (11, 20, 200), (21, 30, 100)], "all together"),
        ("last", [(1, 10, 50), (11, 20, 200), (21, 30, 100)], "the last in the file"),
        ("larger", [(1, 20, 200), (21, 30, 100)], "the larger"),
    ],
)
def test_two_records_that_begin_on_one_day(tmp_path, rule, doses, words):
    path = tmp_path / "doses.csv"
    path.write_text(ONE_DAY, encoding="utf-8")
    study = settle_study(load_study(path).study, DEFAULT_PLAN.with_value("doses", "same_day", rule))
    (course,) = dose_courses(study)
    assert [(step.start, step.end, step.dose) for step in course.steps] == doses
    assert course.cumulative == sum((end - start + 1) * dose for start, end, dose in doses)
    said = f"10 days with more than one record: the later one counts, of one day {words}"
    assert said in exposure_of(course).notes
