"""Two columns of one measurement that differ are two, and said; columns that agree or fill gaps are one."""

import datetime as dt

import pytest

from sscviewer.analysis.modelled import endpoint_frame
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.population import populations
from sscviewer.analysis.settle import settle_study
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


@pytest.mark.parametrize(
    "heads",
    [
        ("FVC reading 1 (L)", "FVC reading 2 (L)"),
        ("FVC 1 (L)", "FVC 2 (L)"),
        ("FVC #1 (L)", "FVC #2 (L)"),
        ("1. Messung FVC (L)", "2. Messung FVC (L)"),
        ("FVC first reading (L)", "FVC second reading (L)"),
        ("Grip strength trial 1 (kg)", "Grip strength trial 2 (kg)"),
    ],
)
def test_columns_of_readings_are_one_measurement_by_the_rule_of_the_plan(load, heads):
    """Two equal readings and one that differs: each counts, as rows of a long sheet do."""
    rows = [
        [patient, visit, first, second]
        for patient in ("P1", "P2", "P3")
        for visit, first, second in (("Baseline", 2.5, 2.5), ("Month 6", 2.4, 2.7))
    ]
    loaded = load({"PFT": [["Patient", "Visit", *heads], *rows]})
    (code,) = set(loaded.study.measurements["PARAMCD"])
    for rule, value in (("mean", 2.55), ("first", 2.4), ("last", 2.7)):
        study = settle_study(loaded.study, DEFAULT_PLAN.with_value("readings", "several", rule))
        frame = endpoint_frame(study, populations(study, DEFAULT_PLAN).safety, code)
        assert frame.loc[frame["AVISITN"] == 6, "AVAL"].tolist() == pytest.approx([value] * 3)
        assert frame.loc[frame["AVISITN"] == 0, "AVAL"].tolist() == pytest.approx([2.5] * 3)


def test_the_best_of_readings_counts_none_of_them_twice(load):
    heads = ["FVC attempt 1 (L)", "FVC attempt 2 (L)", "FVC best of two (L)"]
    rows = [[f"P{k}", visit, 2.4, 2.6, 2.6] for k in range(3) for visit in ("Baseline", "Month 6")]
    loaded = load({"PFT": [["Patient", "Visit", *heads], *rows]})
    values = loaded.study.measurements.groupby("PARAMCD")["AVAL"].apply(sorted).to_dict()
    assert values == {"FVC": [2.4] * 6 + [2.6] * 6, "FVC_BEST": [2.6] * 6}
    assert "column.best_beside_readings" in {issue.code for issue in loaded.report.issues}
    alone = load({"PFT": [["Patient", "Visit", heads[2]], *([*row[:2], row[4]] for row in rows)]})
    assert set(alone.study.measurements["PARAMCD"]) == {"FVC"}


def test_the_best_beside_a_plain_column_is_apart(load):
    rows = [[f"P{k}", visit, 2.1, 3.2] for k in range(3) for visit in ("Baseline", "Month 6")]
    values = load({"PFT": [["Patient", "Visit", "FVC (L)", "Best FVC (L)"], *rows]}).study.measurements
    assert values.groupby("PARAMCD")["AVAL"].unique().to_dict() == {"FVC": [2.1], "FVC_BEST": [3.2]}


@pytest.mark.parametrize(
    ("top", "people", "visits"),
    [
        ([["Patient", "Visit", "mRSS", "mRSS"]], 3, {"Baseline"}),
        ([["Patient", "mRSS", "mRSS"], ["", "Baseline", "Month 6"]], 2, {"Baseline", "Month 6"}),
    ],
    ids=["a row of data", "a row of visits"],
)
def test_the_row_below_equal_headings(load, top, people, visits):
    rows = [[f"P{k}", *["Baseline"] * (people - 2), 12 + k, 14 + k] for k in range(people)]
    study = load({"Skin": [*top, *rows]}).study
    assert study.subjects["USUBJID"].tolist() == [f"P{k}" for k in range(people)]
    assert set(study.measurements["AVISIT"]) == visits


@pytest.mark.parametrize("heading", ["Studientag", "Study day", "Studiedag"])
def test_study_days_out_of_order_are_a_time(load, heading):
    days = [(85, 1, 169), (1, 169, 85), (169, 85, 1)]
    rows = [[f"P{k}", day, 2.5 - day / 1000] for k, listed in enumerate(days) for day in listed]
    study = load({"PFT": [["Patient", heading, "FVC (L)"], *rows]}).study
    assert study.measurements["ADY"].tolist() == [1, 85, 169] * 3
