"""Treatment emergence: both published oracles of the ADaM rule, partial dates, flags and days of the file."""

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.events.treatment_emergent import EmergentTimes, emergent, imputed_start
from sscviewer.model.dates import last_possible
from sscviewer.model.load_report import Source
from sscviewer.model.study import build_study
from tests.planned import emergence_words, treatment_emergent


def _times(rows, first_dose, last_dose):
    """Times of (start, end) pairs, "" when missing, all of one patient."""

    def moments(texts):
        return np.array([text or "NaT" for text in texts], dtype="datetime64[m]")

    start = moments([row[0] for row in rows])
    end = moments([row[1] for row in rows])
    dose = (moments([d] * len(rows)) for d in (first_dose, last_dose))
    return EmergentTimes(start, start, end, *dose)


# Facts 7.4: PHUSE WP-087 as in admiral's tests. (start, end, initial grade, worst grade, emergent)
PHUSE = [
    ("2020-12-20", "2020-12-21", 2, 2, False),
    ("2021-12-20", "2021-12-21", 2, 2, True),
    ("2020-12-20", "2020-12-21", 2, 2, False),
    ("2021-12-20", "2021-12-21", 2, 2, True),
    ("2020-12-20", "2020-12-21", 2, 2, False),
    ("2021-12-20", "2021-12-21", 2, 3, True),
    ("2020-12-20", "2020-12-21", 2, 2, False),
    ("2021-12-20", "2021-12-21", 2, 1, True),
    ("2020-12-23", "2021-01-21", 2, 2, False),
    ("2021-12-20", "2021-12-21", 2, 2, True),
    ("2020-12-23", "2021-01-21", 2, 2, False),
    ("2021-12-20", "2021-12-21", 2, 3, True),
    ("2020-12-23", "2021-01-21", 2, 2, False),
    ("2021-12-20", "2021-12-21", 2, 1, True),
    ("2020-12-23", "2021-01-21", 2, 2, False),
    ("2020-12-23", "2021-01-21", 2, 4, True),
    ("2020-12-23", "2021-01-21", 2, 1, False),
    ("2020-12-23", "2021-01-21", 3, 2, False),
    ("2020-12-23", "2021-01-21", 1, 2, True),
]


def test_phuse_oracle():
    times = _times(PHUSE, "2021-01-01", "2021-12-31")
    initial, worst = (np.array([row[i] for row in PHUSE], dtype=float) for i in (2, 3))
    assert emergent(times, None, initial, worst).tolist() == [row[4] for row in PHUSE]


# Facts 7.4, second oracle: window of 10 days after 2022-04-30T11:30, first dose 2022-01-01T01:01.
# (start, end, initial, worst, by default, with window and worsening, with the time of day too)
WINDOW = [
    ("2021-12-30T20:00", "2022-01-14", 1, 3, False, True, True),
    ("2021-12-31", "2022-01-01T01:23", 1, 1, False, False, False),
    ("2022-01-01T12:00", "2022-01-02", 1, 1, True, True, True),
    ("2022-05-10T11:00", "2022-05-11", 1, 1, True, True, True),
    ("2022-05-10T12:00", "2022-05-11", 1, 1, True, True, False),
    ("2022-05-11", "2022-05-12", 1, 1, True, False, False),
    ("", "", np.nan, np.nan, True, True, True),
    ("2021-12-30T09:00", "", 3, 4, False, True, True),
    ("", "2021-12-24", np.nan, np.nan, False, False, False),
]


@pytest.mark.parametrize(
    ("column", "window", "worsening", "by_time"),
    [(4, None, False, False), (5, 10, True, False), (6, 10, True, True)],
)
def test_window_oracle(column, window, worsening, by_time):
    times = _times(WINDOW, "2022-01-01T01:01", "2022-04-30T11:30")
    initial, worst = (np.array([row[i] for row in WINDOW], dtype=float) for i in (2, 3))
    grades = (initial, worst) if worsening else (None, None)
    found = emergent(times, window, *grades, by_time=by_time)
    assert found.tolist() == [row[column] for row in WINDOW]


def test_untreated_patients_have_no_emergent_events():
    times = _times([("2022-03-01", ""), ("", "")], "", "")
    assert emergent(times, 10).tolist() == [False, False]


def test_without_a_last_dose_the_window_has_no_end():
    times = _times([("2022-12-24", "")], "2022-01-01", "")
    assert emergent(times, 10).tolist() == [True]


# Facts 8.1: (partial start, its flag, first dose, imputed by "first, not before the first dose")
@pytest.mark.parametrize(
    ("first", "flag", "first_dose", "imputed"),
    [
        ("2008-03-01", "D", "2008-03-15", "2008-03-15"),
        ("2008-02-01", "D", "2008-03-15", "2008-02-01"),
        ("2008-04-01", "D", "2008-03-15", "2008-04-01"),
        ("2008-01-01", "M", "2008-03-15", "2008-03-15"),
        ("2007-01-01", "M", "2008-03-15", "2007-01-01"),
        ("2019-07-01", "D", "2019-07-06", "2019-07-06"),
        ("2019-02-01", "D", "NaT", "2019-02-01"),
        ("2019-01-01", "M", "NaT", "2019-01-01"),
    ],
)
def test_partial_starts(first, flag, first_dose, imputed):
    start = np.array([first], dtype="datetime64[D]")
    last = last_possible(start, np.array([flag], dtype=object))
    found = imputed_start(start, last, np.array([first_dose], dtype="datetime64[D]"))
    assert found.astype(str).tolist() == [imputed]


@pytest.mark.parametrize(
    ("first", "flag", "last"),
    [
        ("2019-02-01", "D", "2019-02-28"),
        ("2020-02-01", "D", "2020-02-29"),
        ("2019-01-01", "M", "2019-12-31"),
        ("2008-03-01", "D", "2008-03-31"),
    ],
)
def test_partial_ends(first, flag, last):
    found = last_possible(np.array([first], dtype="datetime64[D]"), np.array([flag], dtype=object))
    assert found.astype(str).tolist() == [last]


FIRST_DOSE = "2008-03-15"


def _trial(starts, first_dose=FIRST_DOSE, **columns):
    """One patient per (start, flag, end); `columns` go to the events."""
    ids = [f"P{i}" for i in range(len(starts))]
    first = np.full(len(ids), first_dose, dtype="datetime64[s]")
    subjects = pd.DataFrame({"USUBJID": ids, "SRCREF": "DM!A1", "TRTSDT": first, "TRTSDTF": ""})
    events = pd.DataFrame(
        {
            "USUBJID": ids,
            "SRCREF": "AE!A1",
            "AETERM": "X",
            "ASTDT": np.array([s[0] for s in starts], dtype="datetime64[s]"),
            "ASTDTF": [s[1] for s in starts],
            "AENDT": np.array([s[2] for s in starts], dtype="datetime64[s]"),
            "AENDTF": "",
        }
        | columns
    )
    tables = {"subjects": subjects, "adverse_events": events}
    return build_study(tables, [], source=Source("x.xlsx", "", 0, "xlsx"))


@pytest.mark.parametrize(
    ("start", "flag", "end", "expected"),
    [
        ("2008-03-01", "D", "NaT", True),  # "2008-03" becomes the first dose
        ("2008-02-01", "D", "NaT", False),
        ("2008-04-01", "D", "NaT", True),
        ("2008-01-01", "M", "NaT", True),  # "2008" becomes the first dose
        ("2007-01-01", "M", "NaT", False),
        ("NaT", "Y", "NaT", True),
        ("NaT", "Y", "2008-03-01", False),  # ended before treatment
        ("2008-03-15", "", "2008-03-15", True),
        ("2008-03-14", "", "2008-06-01", False),
    ],
)
def test_emergence_of_partial_dates(start, flag, end, expected):
    assert treatment_emergent(_trial([(start, flag, end)])).tolist() == [expected]


def test_flags_of_the_file_decide(tiny_study):
    frame = tiny_study.adverse_events.assign(TRTEMFL=["Y", "", "", "", ""])
    tables = {"subjects": tiny_study.subjects, "adverse_events": frame}
    study = build_study(tables, [], source=tiny_study.source)
    assert treatment_emergent(study).sum() == 1
    assert "flagged in the file" in emergence_words(study)


def test_an_empty_flag_beside_n_is_no_statement():
    starts = [("2008-03-20", "", "NaT"), ("2008-02-01", "", "NaT"), ("2008-03-20", "", "NaT")]
    no_and_empty = _trial(starts, TRTEMFL=["", "", "N"])  # after the first dose, before it, said not to be
    assert treatment_emergent(no_and_empty).tolist() == [True, False, False]
    assert "2 events without a flag by time" in emergence_words(no_and_empty)
    all_said = _trial(starts, TRTEMFL=["N", "N", "N"])
    assert not treatment_emergent(all_said).any()
    assert emergence_words(all_said) == "Treatment-emergent as flagged in the file."


def test_worsening_counts_where_the_file_has_the_initial_grade():
    before = [("2008-03-01", "", "NaT")] * 3
    study = _trial(before, AEITOXGR=[1.0, 2.0, np.nan], AETOXGR=[2.0, 2.0, 3.0])
    assert treatment_emergent(study).tolist() == [True, False, False]
    assert "became worse" in emergence_words(study)
    assert "worse" not in emergence_words(_trial(before))


def test_a_study_day_stands_in_for_a_missing_date():
    missing = [("NaT", "Y", "NaT")] * 4
    days = {"ASTDY": [-1.0, 1.0, np.nan, np.nan], "AENDY": [np.nan, np.nan, -3.0, np.nan]}
    assert treatment_emergent(_trial(missing, **days)).tolist() == [False, True, False, True]
    undosed = _trial(missing, first_dose="NaT", **days)
    assert treatment_emergent(undosed).tolist() == [False, True, False, True]


def test_the_window_is_that_of_the_last_dose(tiny_study):
    # Last doses (dose log): A2 26 June 2007, A1 13 March 2008; the latest starts are 1 June and 1 August.
    assert treatment_emergent(tiny_study, 0).all()
    frame = tiny_study.adverse_events
    late = frame.assign(ASTDT=np.datetime64("2008-03-20", "s"), ASTDTF="", AENDT=np.datetime64("NaT", "s"))
    tables = {n: tiny_study.frame(n) for n in ("subjects", "exposure")} | {"adverse_events": late}
    study = build_study(tables, [], source=tiny_study.source)
    assert treatment_emergent(study, 6).sum() == 0
    assert treatment_emergent(study, 7).sum() == 2
    assert treatment_emergent(study).all()
    assert "no later than 7 days" in emergence_words(study, 7)
