"""The dose story against worked numbers (shared facts 9.8) and the tiny trial."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sscviewer.analysis.outcome import outcome
from sscviewer.analysis.patient.dose_course import dose_course, drug_of, main_drug, other_drugs
from sscviewer.analysis.patient.timeline import timeline
from sscviewer.model.load_report import Source
from sscviewer.model.study import Study, build_study
from tests.planned import exposure, population

START = np.datetime64("2007-01-01")
TITRATION = [(100, 14), (200, 14), (300, 14), (400, 14), (500, 14)]
# segments (dose, days), cumulative, duration, average daily dose, mean on dosing days: facts 9.8
WORKED = {
    "A": ([*TITRATION, (600, 28), (0, 14), (400, 252)], 138_600, 364, 380.769231, 396.0),
    "B": ([*TITRATION, (600, 28)], 37_800, 98, 385.714286, 385.714286),
    "C": ([(100, 14), (200, 14), (300, 336)], 105_000, 364, 288.461538, 288.461538),
    "D": ([*TITRATION, (600, 294)], 197_400, 364, 542.307692, 542.307692),
}


def _log(
    patients: dict[str, list[tuple[float, int]]], *, keep_zero: bool = True, gap_is_zero: bool = False
) -> Study:
    rows = []
    for usubjid, segments in patients.items():
        day = START
        for dose, days in segments:
            if dose or keep_zero:
                rows.append((usubjid, float(dose), day, day + np.timedelta64(days - 1, "D")))
            day = day + np.timedelta64(days, "D")
    frame = pd.DataFrame(rows, columns=["USUBJID", "EXDOSE", "ASTDT", "AENDT"])
    frame = frame.assign(ASTDTF="", AENDTF="", EXTRT="Imatinib", EXDOSU="mg")
    frame["EXGAPFL"] = "Y" if gap_is_zero else ""
    frame["SRCREF"] = [f"EX!A{i + 2}" for i in range(len(frame))]
    return build_study({"exposure": frame}, [], source=Source("x.xlsx", "", 0, "xlsx"))


@pytest.mark.parametrize("patient", WORKED)
@pytest.mark.parametrize("keep_zero", [True, False], ids=["zero rows", "gaps taken for such"])
def test_worked_dose_metrics(patient, keep_zero):
    segments, cumulative, duration, average, on_days = WORKED[patient]
    study = _log({patient: segments}, keep_zero=keep_zero, gap_is_zero=not keep_zero)
    course = dose_course(study, patient, "Imatinib", np.nan)
    assert course.cumulative == cumulative
    assert course.duration == duration
    assert course.average_daily_dose == pytest.approx(average, abs=1e-6)
    assert course.cumulative / course.days_on_drug == pytest.approx(on_days, abs=1e-6)


def test_group_mean_is_unweighted_over_patients():
    study = _log({name: worked[0] for name, worked in WORKED.items()})
    row = next(r for r in exposure(study, population(study)) if r.measure == "average_daily_dose")
    assert (row.n, row.unit) == (4, "mg")
    assert row.mean == pytest.approx(399.313187, abs=1e-6)
    assert row.sd == pytest.approx(105.300087, abs=1e-6)


def test_recorded_and_unrecorded_interruptions_are_told_apart():
    segments = [(100, 10), (0, 5), (100, 10)]
    with_zero = dose_course(_log({"P": segments}), "P", "Imatinib", np.nan)
    with_gap = dose_course(_log({"P": segments}, keep_zero=False), "P", "Imatinib", np.nan)
    assert [s.kind for s in with_zero.steps] == ["dose", "interruption", "dose"]
    assert [s.kind for s in with_gap.steps] == ["dose", "gap", "dose"]
    assert [(s.start, s.end) for s in with_gap.steps] == [(1, 10), (11, 15), (16, 25)]
    assert [c.kind for c in with_zero.changes] == ["interruption", "restart", "stop"]


def test_changes_and_the_events_they_are_tied_to(tiny_study):
    end = outcome(tiny_study, "A2")
    events = timeline(tiny_study, "A2", end.last_contact_day).events
    course = dose_course(tiny_study, "A2", "Imatinib", end.last_contact_day, events)
    kinds = [(c.kind, c.day, c.from_dose, c.to_dose) for c in course.changes]
    assert kinds == [
        ("reduction", 15, 300, 200),
        ("interruption", 25, 200, 0),
        ("restart", 41, 0, 200),
        ("stop", 58, 200, 0),
    ]
    assert course.changes[-1].event_label == "Rash generalised"
    # A2: 14 x 300 + 10 x 200 + 17 x 200 over days 1-57, of which nothing tells of days 35-40
    assert course.cumulative == 9_600
    assert course.average_daily_dose == pytest.approx(9_600 / (57 - 6))


@pytest.mark.parametrize(("end", "last"), [("NaT", (11, 30, True)), ("2007-01-20", (11, 20, False))])
def test_an_open_period_ends_at_the_next_one_or_the_last_contact(end, last):
    frame = pd.DataFrame(
        {
            "USUBJID": "P",
            "SRCREF": ["EX!A2", "EX!A3"],
            "EXDOSE": [100.0, 200.0],
            "EXTRT": "X",
            "ASTDT": np.array(["2007-01-01", "2007-01-11"], dtype="datetime64[s]"),
            "ASTDTF": "",
            "AENDT": np.array(["NaT", end], dtype="datetime64[s]"),
            "AENDTF": "",
        }
    )
    study = build_study({"exposure": frame}, [], source=Source("x.xlsx", "", 0, "xlsx"))
    course = dose_course(study, "P", "X", 30.0)
    # the first does not go on once the second has ended
    assert [(s.start, s.end, s.is_open) for s in course.steps] == [(1, 10, False), last]


def test_records_that_cannot_be_drawn_are_listed(tiny_study):
    course = dose_course(tiny_study, "A1", "Another drug", 372)
    assert [why for why, _ in course.not_drawn] == ["another drug (Imatinib)"] * 2
    assert np.isnan(course.average_daily_dose)


PERIODS = st.lists(st.tuples(st.sampled_from([0, 100, 300, 600]), st.integers(1, 60)), max_size=12)


@settings(max_examples=20, deadline=None)
@given(st.lists(PERIODS, min_size=6, max_size=6))
def test_steps_cover_treatment_without_overlap(periods):
    """Six patients a study, because to build one is what costs."""
    logs = {f"P{number}": [(100, 7), *of] for number, of in enumerate(periods)}
    study = _log(logs, keep_zero=False)
    for usubjid, segments in logs.items():
        course = dose_course(study, usubjid, "Imatinib", np.nan)
        ends = [step.end for step in course.steps]
        starts = [step.start for step in course.steps]
        assert all(later == earlier + 1 for earlier, later in zip(ends, starts[1:], strict=False))
        assert course.cumulative == sum(dose * days for dose, days in segments)


def test_a_patient_on_placebo_has_a_course_and_no_interruption():
    frame = pd.DataFrame(
        {
            "USUBJID": ["P1", "P1", "P2"],
            "SRCREF": ["EX!A2", "EX!A3", "EX!A4"],
            "EXTRT": ["Drug", "Drug", "Placebo"],
            "EXDOSE": [50.0, 80.0, 0.0],
            "ASTDT": np.array(["2007-01-01", "2007-01-11", "2007-01-01"], dtype="datetime64[s]"),
            "ASTDTF": "",
            "AENDT": np.array(["2007-01-10", "2007-01-20", "2007-01-30"], dtype="datetime64[s]"),
            "AENDTF": "",
        }
    )
    study = build_study({"exposure": frame}, [], source=Source("x.xlsx", "", 0, "xlsx"))
    assert main_drug(study) == "Drug"
    assert drug_of(study, "P1", "Drug") == "Drug"
    course = dose_course(study, "P2", drug_of(study, "P2", "Drug"), np.nan)
    assert (course.drug, [step.kind for step in course.steps]) == ("Placebo", ["dose"])
    assert (course.days_on_drug, course.average_daily_dose) == (30, 0)
    assert study.value("P2", "TRTSDT") == np.datetime64("2007-01-01")


RECORDS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 30), st.sampled_from([50.0, 100.0, 300.0])),
    min_size=1,
    max_size=6,
    unique_by=lambda record: record[0],
)


@settings(max_examples=40, deadline=None)
@given(RECORDS, st.randoms(use_true_random=False))
def test_the_dose_of_a_day_is_a_written_one_in_any_order_of_rows(records, draw):
    """Records overlap as they like; those that begin together would count together, so none do."""

    other = list(records)
    draw.shuffle(other)
    rows = [("P", *record) for record in records] + [("Q", *record) for record in other]
    first = np.array([START + np.timedelta64(start, "D") for _, start, _, _ in rows], dtype="datetime64[s]")
    lasts = np.array([np.timedelta64(days - 1, "D") for _, _, days, _ in rows])
    frame = pd.DataFrame(
        {
            "USUBJID": [usubjid for usubjid, *_ in rows],
            "SRCREF": [f"EX!A{i + 2}" for i in range(len(rows))],
            "EXTRT": "X",
            "EXDOSE": [dose for *_, dose in rows],
            "ASTDT": first,
            "AENDT": (first + lasts).astype("datetime64[s]"),
            "ASTDTF": "",
        }
    )
    study = build_study({"exposure": frame}, [], source=Source("x.xlsx", "", 0, "xlsx"))

    def steps(usubjid):
        return [(s.start, s.end, s.dose, s.kind) for s in dose_course(study, usubjid, "X", np.nan).steps]

    found = steps("P")
    day1 = min(start for start, _, _ in records)
    for start, end, dose, kind in found:
        for day in range(int(start), int(end) + 1):
            written = {first: d for first, days, d in records if first <= day - 1 + day1 < first + days}
            assert dose == written[max(written)] if kind == "dose" else not written
    # Every day of a record is in some step: nothing written is lost.
    assert {day for first, days, _ in records for day in range(first, first + days)} == {
        day - 1 + day1
        for start, end, _, kind in found
        if kind == "dose"
        for day in range(int(start), int(end) + 1)
    }
    assert steps("Q") == found


@pytest.mark.parametrize(
    ("flag", "first", "cumulative"),
    [("M", "2021-01-01", np.nan), ("D", "2021-03-01", 9_200), ("", "2021-03-01", 9_200)],
)
def test_of_a_start_by_its_year_alone_no_dose_is_counted(flag, first, cumulative):
    frame = pd.DataFrame(
        {
            "USUBJID": "P",
            "SRCREF": ["EX!A2"],
            "EXTRT": "X",
            "EXDOSE": [100.0],
            "ASTDT": np.array([first], dtype="datetime64[s]"),
            "ASTDTF": flag,
            "AENDT": np.array(["2021-05-31"], dtype="datetime64[s]"),
        }
    )
    study = build_study({"exposure": frame}, [], source=Source("x.xlsx", "", 0, "xlsx"))
    course = dose_course(study, "P", "X", np.nan)
    assert course.cumulative == pytest.approx(cumulative, nan_ok=True)
    assert [why for why, _ in course.not_drawn] == ["of its start only the year is known"] * (flag == "M")


def test_a_partial_end_is_not_after_the_last_contact():
    frame = pd.DataFrame(
        {
            "USUBJID": "P",
            "SRCREF": ["EX!A2"],
            "EXTRT": "X",
            "EXDOSE": [100.0],
            "ASTDT": np.array(["2021-03-01"], dtype="datetime64[s]"),
            "ASTDTF": "",
            "AENDT": np.array(["2021-01-01"], dtype="datetime64[s]"),
            "AENDTF": "M",
        }
    )
    study = build_study({"exposure": frame}, [], source=Source("x.xlsx", "", 0, "xlsx"))
    assert [step.end for step in dose_course(study, "P", "X", 40.0).steps] == [40]
    assert [step.end for step in dose_course(study, "P", "X", np.nan).steps] == [306]


def test_the_main_drug_is_that_of_most_patients_not_of_most_rows():
    frame = pd.DataFrame(
        [("P1", "X"), ("P2", "X"), ("P3", "X"), *[("P1", "Prednisone")] * 5, *[("P2", "Placebo")] * 9],
        columns=["USUBJID", "EXTRT"],
    ).assign(SRCREF="EX!A2", EXDOSE=1.0, ASTDTF="")
    frame["ASTDT"] = START + np.arange(len(frame)).astype("timedelta64[D]")
    study = build_study({"exposure": frame}, [], source=Source("x.xlsx", "", 0, "xlsx"))
    assert main_drug(study) == "X"
    assert other_drugs(study) == ("Prednisone",)
