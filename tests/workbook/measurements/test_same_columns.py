"""Two columns of one measurement that differ are two, and said; columns that agree or fill gaps are one."""

import datetime as dt

import pytest

from sscviewer.workbook import load_study

FIRST = dt.date(2021, 1, 4)
PATIENTS = [["Patient", "Sex", "First dose"], *([f"P{i}", "F", FIRST] for i in range(4))]


def _loaded(make_workbook, one, other, pair):
    """Return a trial with two columns; `pair` gives their cells by patient and visit."""
    rows = [["Patient", "Visit", "Date", one, other]]
    for i in range(4):
        for k, visit in enumerate(("Baseline", "Month 3", "Month 6")):
            rows.append([f"P{i}", visit, FIRST + dt.timedelta(91 * k), *pair(i, k)])
    return load_study(make_workbook({"Patients": PATIENTS, "Lung function": rows})).study


def _fights(study):
    return [(issue.sheet, issue.cell) for issue in study.issues if issue.code == "column.same_twice"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("FVC", "FVC"), ("FVC (L)", "FVC (L)"), ("FVC (L)", "Forced vital capacity (L)"), ("mRSS", "mRSS")],
)
def test_columns_that_differ_are_not_averaged(make_workbook, one, other):
    study = _loaded(make_workbook, one, other, lambda i, k: (2 + i, 3 + i + k))
    assert _fights(study) == [("Lung function", "E1")]
    first = study.measurements[study.measurements["SRCREF"].str.contains("!D")]
    assert first["PARAMCD"].nunique() == 1
    code = first["PARAMCD"].iloc[0]
    assert (study.measurements["PARAMCD"] == code).sum() == 12
    assert len(study.measurements) == 24  # nothing is lost


@pytest.mark.parametrize(
    ("one", "other", "pair"),
    [
        ("FVC (L)", "FVC (L)", lambda i, k: (2.5 + i, 2.5 + i)),
        ("FVC (L)", "FVC (L)", lambda i, k: (2.5, None) if k else (None, 2.4)),
        ("SBP 1", "SBP 2", lambda i, k: (120 + i, 124 + i)),
        ("Creatinine (mg/dL)", "Creatinine (µmol/L)", lambda i, k: (1.0 + i, 88.4 * (1.0 + i))),
        ("FVC (L)", "FVC (% predicted)", lambda i, k: (2.5 + i, 80 + i)),
    ],
    ids=["agree", "fill gaps", "numbered readings", "two units", "two measurements"],
)
def test_columns_that_do_not_fight_are_left(make_workbook, one, other, pair):
    assert not _fights(_loaded(make_workbook, one, other, pair))
