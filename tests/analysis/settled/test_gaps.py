"""What days between two dose records are: not known, unless the plan says without drug."""

from dataclasses import replace

import pytest

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
