"""Words that tell values of one patient and day apart make series of their own, whatever their heading."""

import datetime as dt

import pytest

from sscviewer.analysis.analyse import courses
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.population import populations
from sscviewer.analysis.settle import settle_study
from sscviewer.workbook import load_study

FIRST = dt.date(2021, 1, 4)
VISITS = {"Baseline": 0, "Month 3": 91, "Month 6": 182}
N = 8


def _rows(pair, value):
    """Yield patient, visit, date, word and value: two values of each patient and visit."""
    for i in range(N):
        for visit, days in VISITS.items():
            for j, word in enumerate(pair):
                yield f"P{i}", visit, FIRST + dt.timedelta(days), word, value(i, visit, j)


def _pressure(i, visit, j):
    # a wobble of its own for each patient and visit, of mean 0, so that the models have something to fit
    step = {"Baseline": 0, "Month 3": 3, "Month 6": 5}[visit]
    wobble = ((i * step + step // 2) % N - (N - 1) / 2) / N if step else 0
    return (140, 128)[j] + i + wobble - (0 if visit == "Baseline" else (10, 2)[j])


def _changes(make_workbook, heading, rows):
    patients = [["Patient", "Sex", "First dose"], *([f"P{i}", "F", FIRST] for i in range(N))]
    loaded = load_study(make_workbook({"Patients": patients, "Vital signs": [heading, *rows]}))
    study = settle_study(loaded.study, DEFAULT_PLAN)
    found = courses(study, populations(study, DEFAULT_PLAN).efficacy, DEFAULT_PLAN)
    return {c.paramcd: [v.change.estimate for v in c.mmrm.visits] for c in found}


@pytest.mark.parametrize("heading", ["Position", "Body position", "Posture", "How measured", "Lage"])
@pytest.mark.parametrize("long", [True, False])
def test_positions_are_series_of_their_own(make_workbook, heading, long):
    rows = [
        [p, v, d, *(["Systolic blood pressure"] if long else []), word, value]
        for p, v, d, word, value in _rows(("Supine", "Standing"), _pressure)
    ]
    names = ["Patient", "Visit", "Date", *(["Test"] if long else []), heading]
    changes = _changes(make_workbook, [*names, "Result" if long else "SBP (mmHg)"], rows)
    assert set(changes) == {"SYSBP_SUPINE", "SYSBP_STANDING"}
    assert changes["SYSBP_SUPINE"] == pytest.approx([-10, -10], abs=0.3)
    assert changes["SYSBP_STANDING"] == pytest.approx([-2, -2], abs=0.3)


@pytest.mark.parametrize("pair", [("left", "right"), ("Reader A", "Reader B"), ("nailfold", "biopsy")])
def test_side_reader_and_method_are_too(make_workbook, pair):
    rows = [[p, v, d, "Thickness", word, value] for p, v, d, word, value in _rows(pair, _pressure)]
    changes = _changes(make_workbook, ["Patient", "Visit", "Date", "Test", "Which", "Result"], rows)
    assert len(changes) == 2
    assert sorted(round(one[-1]) for one in changes.values()) == [-10, -2]


def test_a_few_repeats_and_remarks_are_no_series(make_workbook):
    rows = [[p, v, d, value, ""] for p, v, d, word, value in _rows(("a",), _pressure)]
    rows += [[*rows[4][:3], 141, "repeated"], [*rows[7][:3], 139, "doubtful"]]
    changes = _changes(make_workbook, ["Patient", "Visit", "Date", "SBP (mmHg)", "Remark"], rows)
    assert set(changes) == {"SYSBP"}


def test_numbered_readings_stay_readings(make_workbook):
    rows = [
        [p, v, d, n, value] for p, v, d, n, value in _rows((1, 2), lambda i, v, j: _pressure(i, v, 0) + j)
    ]
    changes = _changes(make_workbook, ["Patient", "Visit", "Date", "No.", "SBP (mmHg)"], rows)
    assert set().union(*changes.values())
    assert all(one == pytest.approx([-10, -10], abs=0.3) for one in changes.values())


@pytest.mark.parametrize(("heading", "word"), [("Replicate", "{}"), ("Reading", "reading {}")])
def test_a_column_that_counts_readings_makes_no_series(make_workbook, heading, word):
    """The change is that of the means of the readings, and beside a position that of each position."""
    one_place = _rows((1, 2), lambda i, visit, j: _pressure(i, visit, 0) + 2 * j)
    alone = [[p, v, d, word.format(n), value] for p, v, d, n, value in one_place]
    beside = [
        [p, v, d, place, word.format(n), value + 2 * n]
        for p, v, d, place, value in _rows(("Supine", "Standing"), _pressure)
        for n in (1, 2)
    ]
    changes = _changes(make_workbook, ["Patient", "Visit", "Date", heading, "SBP (mmHg)"], alone)
    assert {code: [round(one) for one in found] for code, found in changes.items()} == {"SYSBP": [-10, -10]}
    changes = _changes(make_workbook, ["Patient", "Visit", "Date", "Position", heading, "SBP (mmHg)"], beside)
    assert {code: round(one[-1]) for code, one in changes.items()} == {
        "SYSBP_SUPINE": -10,
        "SYSBP_STANDING": -2,
    }


def test_changes_that_are_the_same_in_all_are_told_without_an_interval(make_workbook):
    def same(i, visit, j):
        return (140, 128)[j] + i - (0 if visit == "Baseline" else (10, 2)[j])

    rows = [list(row) for row in _rows(("Supine", "Standing"), same)]
    changes = _changes(make_workbook, ["Patient", "Visit", "Date", "Position", "SBP (mmHg)"], rows)
    assert changes == {"SYSBP_SUPINE": [-10, -10], "SYSBP_STANDING": [-2, -2]}
