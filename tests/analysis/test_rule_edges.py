"""The first and the last that a rule takes, and the next that it does not: values worked out by hand."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.efficacy.model_rows import scarce_visits
from sscviewer.analysis.events.person_time import risk_time
from sscviewer.analysis.events.treatment_emergent import EmergentTimes, emergent
from sscviewer.analysis.labs.hepatic import hepatic
from sscviewer.analysis.labs.labs import labs
from sscviewer.analysis.patient.dose_courses import dose_courses
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.plan.rules import VisitRules
from sscviewer.analysis.population import arm_column
from sscviewer.analysis.settled.columns import settle_columns
from sscviewer.analysis.settled.counted import counting, standing_readings
from sscviewer.analysis.settled.cut_off import with_cut_off
from sscviewer.analysis.settled.windows import Placed, windows_of
from sscviewer.clinical.hepatic import quadrant
from sscviewer.model.load_report import Source
from sscviewer.model.study import build_study
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.settling.patients import settle_patients
from tests.analysis.lab_trials import lab_study
from tests.planned import patient_exposure, population

DAY1 = np.datetime64("2024-01-01")
SOURCE = Source("edges.xlsx", "0" * 64, 1, "xlsx")


def _days(days: list[int]) -> "np.ndarray":
    """Dates of study days above 0, in seconds as the tables have them."""
    return (DAY1 + (np.array(days) - 1).astype("timedelta64[D]")).astype("datetime64[s]")


def _dosed(*records: tuple[int, int, float], **subjects: object):
    first, last, dose = (list(column) for column in zip(*records, strict=True))
    log = pd.DataFrame({"EXDOSE": [float(mg) for mg in dose], "EXDAILY": [float(mg) for mg in dose]}).assign(
        USUBJID="P", SRCREF="EX!A2", EXTRT="X", EXDOSU="mg", ASTDT=_days(first), ASTDTF="", AENDT=_days(last),
        AENDTF="",
    )  # fmt: skip
    frames = {"exposure": log}
    if subjects:
        frames["subjects"] = pd.DataFrame([{"USUBJID": "P", "SRCREF": "DM!A2", **subjects}])
    return build_study(frames, (), source=SOURCE)


# ------------------------------------------------------------------ readings, baseline, visits


def test_every_reading_of_a_day_stands_for_its_mean():
    series, day = np.zeros(3, dtype=np.int64), np.array([5.0, 5.0, 9.0])
    assert standing_readings(series, day, np.ones(3, dtype=bool), "mean").tolist() == [True, True, True]
    assert standing_readings(series, day, np.ones(3, dtype=bool), "last").tolist() == [False, True, True]
    assert standing_readings(series, day, np.ones(3, dtype=bool), "first").tolist() == [True, False, True]


@pytest.mark.parametrize(("day", "is_baseline"), [(-7, True), (1, True), (2, False)])
def test_a_value_of_day_1_can_be_the_baseline_one_of_day_2_cannot(day, is_baseline):
    people = pd.DataFrame({"USUBJID": ["P"], "SRCREF": ["DM!A2"], "TRTSDT": _days([1]), "TRTSDTF": [""]})
    values = pd.DataFrame({"ADT": _days([day + (day < 0)]), "AVAL": [1.0]}).assign(
        USUBJID="P", SRCREF="LB!A2", PARAMCD="X", ADTF=""
    )
    study = build_study({"subjects": people, "measurements": values}, (), source=SOURCE)
    assert settle_columns(study, AnalysisPlan()).is_baseline.tolist() == [is_baseline]


def test_of_two_days_equally_near_the_planned_one_the_earlier_counts():
    day = np.array([88.0, 94.0, 95.0])
    found = counting(
        np.zeros(3, dtype=np.int64), day, np.full(3, 3.0), np.full(3, 91.0), np.ones(3, dtype=bool), "nearest"
    )
    assert found.tolist() == [True, False, False]


def _windows(patients_at_6: int):
    patient = np.array([*range(20), *range(patients_at_6)])
    month = np.array([3.0] * 20 + [6.0] * patients_at_6)
    names = np.array([f"Month {m:g}" for m in month], dtype=object)
    n = len(patient)
    placed = Placed(
        patient, month * 30, np.ones(n, dtype=bool), names, month, np.zeros(n, dtype=bool), np.ones(n)
    )
    return windows_of(placed, {3.0: 91.0, 6.0: 182.0}, VisitRules())


def test_windows_meet_half_way_and_share_no_day():
    windows = _windows(20)
    # (1 + 91) / 2 = 46; (91 + 182) / 2 = 136.5; 182 + (182 - 136.5) = 227.5
    assert (windows.first.tolist(), windows.last.tolist()) == ([47, 137], [136, 227])
    days = np.array([46, 47, 136, 137, 227, 228, np.nan])
    assert windows.of(days).tolist() == [-1, 0, 0, 1, 1, -1, -1]


@pytest.mark.parametrize(("patients", "months"), [(2, [3.0]), (3, [3.0, 6.0])])
def test_three_patients_make_a_visit_two_do_not(patients, months):
    assert _windows(patients).avisitn.tolist() == months


@pytest.mark.parametrize(("patients", "is_scarce"), [(2, True), (3, False)])
def test_a_model_takes_a_visit_with_the_fewest_patients(patients, is_scarce):
    rows = [(f"P{k}", "Month 3", 3.0) for k in range(10)] + [
        (f"P{k}", "Month 6", 6.0) for k in range(patients)
    ]
    frame = pd.DataFrame(rows, columns=["USUBJID", "AVISIT", "AVISITN"]).assign(CHG=1.0)
    assert ("Month 6" in scarce_visits(frame, fewest_patients=3, fewest_share=0.1)) == is_scarce


# ------------------------------------------------------------------ events, cut-off, arms


@pytest.mark.parametrize(("start", "counts"), [(9, False), (10, True), (40, True), (50, True), (51, False)])
def test_an_event_counts_from_the_first_dose_to_thirty_days_after_the_last(start, counts):
    first, last = (_days([day]).astype("datetime64[D]") for day in (10, 20))
    begin = _days([start]).astype("datetime64[D]")
    never = np.array(["NaT"], dtype="datetime64[D]")
    assert emergent(EmergentTimes(begin, begin, never, first, last), 30).tolist() == [counts]


def test_the_last_day_of_data_is_part_of_them():
    days = [1, 31, 32]
    values = pd.DataFrame({"ADT": _days(days), "AVAL": [1.0, 2.0, 3.0]}).assign(
        USUBJID="P", SRCREF="LB!A2", PARAMCD="X", ADTF=""
    )
    cut = with_cut_off(build_study({"measurements": values}, (), source=SOURCE), date(2024, 1, 31))
    assert cut.column("measurements", "AVAL").tolist() == [1.0, 2.0]


def test_efficacy_goes_by_the_planned_arm_safety_by_the_actual_one():
    study = _dosed((1, 10, 5.0), TRT01P="A", TRT01A="B")
    assert (arm_column(study, "randomised"), arm_column(study, "treated")) == ("TRT01P", "TRT01A")
    without_plan = _dosed((1, 10, 5.0), TRT01A="B")
    assert arm_column(without_plan, "randomised") == "TRT01A"


# ------------------------------------------------------------------ doses


def test_ten_days_of_doses_are_ten_days_at_risk():
    assert risk_time(_dosed((1, 10, 5.0)), "treatment", 30).days.tolist() == [10]


def test_the_last_dose_is_the_latest_end_of_a_dose_above_zero():
    study = _dosed((1, 10, 5.0), (11, 20, 10.0), (21, 30, 0.0))
    last = study.column("subjects", "TRTEDT").astype("datetime64[D]")
    assert last.tolist() == [date(2024, 1, 20)]
    assert study.column("subjects", "TRTSDT").astype("datetime64[D]").tolist() == [date(2024, 1, 1)]


def test_days_that_nothing_tells_of_are_in_no_average():
    (course,) = dose_courses(_dosed((1, 10, 10.0), (21, 30, 20.0)))
    assert (course.duration, course.recorded_days, course.cumulative) == (30, 20, 300)
    assert course.average_daily_dose == 15


@pytest.mark.parametrize(("second", "reductions"), [(10.0, 0), (9.0, 1), (11.0, 0)])
def test_the_same_dose_again_after_a_pause_is_no_reduction(second, reductions):
    study = _dosed((1, 10, 10.0), (11, 15, 0.0), (16, 30, second))
    (found,) = patient_exposure(study, population(study))
    assert (found.reductions, found.interruptions) == (reductions, 1)


# ------------------------------------------------------------------ safety, patients


@pytest.mark.parametrize(
    ("alt", "bilirubin", "place"),
    [(3.0, 2.0, "hy"), (2.99, 2.0, "cholestasis"), (3.0, 1.99, "temple"), (2.99, 1.99, "normal")],
)
def test_a_quadrant_begins_at_its_limit(alt, bilirubin, place):
    assert quadrant(np.array([alt]), np.array([bilirubin])).tolist() == [place]


@pytest.mark.parametrize(("apart", "pairs"), [(0, 1), (14, 1), (15, 0)])
def test_a_bilirubin_pairs_with_an_alt_up_to_the_end_of_the_window(apart, pairs):
    study = lab_study(
        ("P", "ALT", 20, 200), ("P", "ALT", 5, 30), ("P", "BILI", 20 + apart, 2.5), ("P", "ALP", 20, 80)
    )
    found = hepatic(labs(study), population(study), window_days=14)
    assert [row.pairs for row in found.hys_law] == [pairs]
    assert found.points[0].aminotransferase == pytest.approx(5.0)  # the peak, not the first


@pytest.mark.parametrize(("height", "is_kept"), [(100.0, True), (99.9, False), (230.0, True), (230.1, False)])
def test_a_height_on_the_limit_is_kept(height, is_kept):
    frame = pd.DataFrame({"USUBJID": ["P"], "SRCREF": ["DM!A2"], "HEIGHT": [height]})
    settled = settle_patients(frame, lambda cell, column: ("DM", "A2"), Findings())
    assert (not np.isnan(settled["HEIGHT"][0])) == is_kept
