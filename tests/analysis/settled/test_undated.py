"""A value without a date, at a visit whose name tells no time, is in no analysis: it is named."""

from sscviewer.analysis.efficacy.visit_windows import NO_DAY, visit_windows
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.population import populations
from sscviewer.analysis.settle import settle_study
from sscviewer.workbook import load_study

HEAD = "Patient,Visit,Date,FVC (% predicted)\n"


def test_early_termination_without_a_date(tmp_path):
    path = tmp_path / "lung.csv"
    rows = [
        f"P{k},{visit},{date},{70 + k - fall}"
        for k in range(6)
        for visit, date, fall in (
            ("Baseline", "2024-01-08", 0),
            ("Month 3", "2024-04-08", 1),
            ("Early termination", "" if k < 2 else "2024-05-20", 9),
        )
    ]
    path.write_text(HEAD + "\n".join(rows), encoding="utf-8")
    loaded = load_study(path)
    told = [i for i in loaded.report.issues if i.code == "value.no_day"]
    assert [(i.usubjid, "Early termination without a date: 2, of P0, P1" in i.message) for i in told] == [
        ("P0", True)
    ]
    assert dict(loaded.report.not_shown)["measurements"] == 2
    study = settle_study(loaded.study, DEFAULT_PLAN)
    windows = visit_windows(study, DEFAULT_PLAN, populations(study, DEFAULT_PLAN).efficacy)
    assert [
        (row.n, [value.usubjid for value in row.not_used]) for row in windows if row.why_not == NO_DAY
    ] == [(2, ["P0", "P1"])]


def test_a_study_day_without_a_date_is_a_day_in_whatever_order_the_rows_lie(tmp_path):
    """Day 141 is nearer to month 6 than to month 3; the column is no measurement of its own."""
    times = (("Baseline", 1, 0), ("Month 3", 92, 1), ("Month 6", 184, 2), ("Early termination", 141, 9))
    rows = [
        f"P{k},{visit},{day},{70 + k - fall}"
        for visit, day, fall in (*times[::-1],)
        for k in range(6)
        if (k < 2 or visit != "Early termination") and (k >= 2 or visit != "Month 6")
    ]
    path = tmp_path / "days.csv"
    path.write_text("Patient,Visit,Study day,FVC (% predicted)\n" + "\n".join(rows), encoding="utf-8")
    study = settle_study(load_study(path).study, DEFAULT_PLAN)
    assert list(study.parameters) == ["FVCPP"]
    windows = visit_windows(study, DEFAULT_PLAN, populations(study, DEFAULT_PLAN).efficacy)
    (six,) = (row for row in windows if row.avisit == "Month 6")
    assert six.n == 6
    assert [(value.usubjid, value.ady) for value in six.mapped] == [("P0", 141), ("P1", 141)]
