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
