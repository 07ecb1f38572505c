"""Exposure of each patient against worked numbers (shared facts 9.8) and dose logs settled by hand."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.dose.exposure import are_of_single_days
from sscviewer.analysis.narratives.facts import treatment
from sscviewer.analysis.patient.dose_courses import dose_courses
from sscviewer.analysis.patient.dose_steps import dose_steps
from sscviewer.analysis.patient.in_force import LATE
from sscviewer.analysis.plan.lines import line_of
from sscviewer.analysis.planned_dose import PlannedDose, planned_dose
from sscviewer.model.load_report import Source
from sscviewer.model.study import build_study
from sscviewer.report.measure_words import measure_words
from tests.planned import (
    code_events,
    dose_rates,
    exposure,
    patient_exposure,
    population,
    risk_time,
)

DAY1 = np.datetime64("2007-01-01")
UP = [(100, 14), (200, 14), (300, 14), (400, 14), (500, 14)]
SEGMENTS = {
    "A": [*UP, (600, 28), (0, 14), (400, 252)],
    "B": [*UP, (600, 28)],
    "C": [(100, 14), (200, 14), (300, 336)],
    "D": [*UP, (600, 294)],
}
PLAN = PlannedDose(((1, 100), (15, 200), (29, 300), (43, 400), (57, 500), (71, 600)), 364)
# relative dose intensity over the actual duration, over the planned one: facts 9.8
INTENSITY = {
    "A": (70.212766, 70.212766),
    "B": (100, 19.148936),
    "C": (53.191489, 53.191489),
    "D": (100, 100),
}


def _study(records, **more):
    """`records`: (patient, dose, first day, last day), and further columns."""
    frame = pd.DataFrame(records, columns=["USUBJID", "EXDOSE", "FROM", "TO"])
    starts = DAY1 + (frame.pop("FROM").to_numpy() - 1).astype("timedelta64[D]")
    ends = DAY1 + (frame.pop("TO").to_numpy() - 1).astype("timedelta64[D]")
    frame = frame.assign(ASTDT=starts, AENDT=ends, ASTDTF="", AENDTF="", EXTRT="Imatinib", EXDOSU="mg")
    frame["SRCREF"] = [f"EX!A{i + 2}" for i in range(len(frame))]
    frame = frame.assign(**more)
    return build_study({"exposure": frame}, [], source=Source("x.xlsx", "", 0, "xlsx"))


def _segments(patients, *, keep_zero=True, gap_is_zero=False):
    records = []
    for usubjid, segments in patients.items():
        day = 1
        for dose, days in segments:
            if dose or keep_zero:
                records.append((usubjid, float(dose), day, day + days - 1))
            day += days
    return _study(records, EXGAPFL="Y" if gap_is_zero else "")


def _rows(study, planned=None):
    return {row.usubjid: row for row in patient_exposure(study, population(study), planned)}


@pytest.mark.parametrize("keep_zero", [True, False], ids=["zero rows", "gaps taken for such"])
def test_relative_dose_intensity_over_both_durations(keep_zero):
    rows = _rows(_segments(SEGMENTS, keep_zero=keep_zero, gap_is_zero=not keep_zero), PLAN)
    for usubjid, (actual, planned) in INTENSITY.items():
        assert rows[usubjid].relative_dose_intensity == pytest.approx(actual, abs=6e-7)
        assert rows[usubjid].relative_dose_intensity_planned == pytest.approx(planned, abs=6e-7)
    assert PLAN.cumulative(np.inf) == 197_400
    assert PLAN.cumulative(98) == 37_800


def test_days_of_a_gap_are_in_no_average():
    """A's fourteen days without a row, of which 8 400 mg were planned: 138 600 mg over 350 days."""
    study = _segments(SEGMENTS, keep_zero=False)
    found = _rows(study, PLAN)["A"]
    assert (found.duration, found.recorded_days, found.gap_days, found.interrupted_days) == (364, 350, 14, 0)
    assert found.average_daily_dose == found.average_dose_on_dosing_days == 396
    assert found.relative_dose_intensity == pytest.approx(100 * 138_600 / (197_400 - 8_400))
    assert found.relative_dose_intensity_planned == pytest.approx(100 * 138_600 / 197_400)
    assert any("14 days between records" in note for note in found.notes)
    held = pd.DataFrame(
        {"USUBJID": ["A"], "SRCREF": "AE!A2", "AETERM": "rash", "AEACN": "DRUG INTERRUPTED", "ASTDTF": ""}
    ).assign(ASTDT=DAY1 + np.timedelta64(95, "D"))
    tables = {"exposure": study.exposure, "adverse_events": held}
    paused = _rows(build_study(tables, [], source=study.source), PLAN)["A"]
    assert (paused.recorded_days, paused.gap_days) == (364, 14), "an event tells of the pause"
    assert paused.average_daily_dose == pytest.approx(380.769231)
    weighted = {row.measure: row.weighted_mean for row in exposure(study, population(study), PLAN)}
    cumulative, days = 138_600 + 37_800 + 105_000 + 197_400, 350 + 98 + 364 + 364
    assert weighted["average_daily_dose"] == pytest.approx(cumulative / days)


def test_means_over_patients_and_over_person_time():
    study = _segments(SEGMENTS)
    rows = {row.measure: row for row in exposure(study, population(study), PLAN) if row.arm == "ALL"}
    average = rows["average_daily_dose"]
    assert (average.mean, average.sd) == pytest.approx((399.313187, 105.300087), abs=6e-7)
    assert average.weighted_mean == pytest.approx(402.352941, abs=6e-7)
    assert "interruptions included" in average.denominator
    assert rows["relative_dose_intensity"].unit == "%"
    assert rows["relative_dose_intensity"].mean == pytest.approx(np.mean([v[0] for v in INTENSITY.values()]))


def test_without_a_plan_there_is_no_relative_dose_intensity():
    study = _segments(SEGMENTS)
    assert not any("relative" in row.measure for row in exposure(study, population(study)))
    assert np.isnan(_rows(study)["A"].relative_dose_intensity)


def test_reductions_pauses_and_increases_after_a_reduction():
    row = _rows(_segments(SEGMENTS))["A"]
    # 600 mg, two weeks without, then 400 mg: one pause and one reduction.
    assert (row.reductions, row.interruptions, row.increases, row.increases_after_reduction) == (1, 1, 5, 0)
    assert (row.interrupted_days, row.gap_days) == (14, 0)
    assert row.levels == ((100, 14), (200, 14), (300, 14), (400, 14 + 252), (500, 14), (600, 28))
    assert (row.highest_dose, row.last_dose) == (600, 400)
    up_again = _rows(_segments({"P": [(200, 10), (100, 10), (200, 10), (300, 10)]}))["P"]
    assert (up_again.reductions, up_again.increases, up_again.increases_after_reduction) == (1, 2, 2)


def test_a_pause_that_no_dose_follows_is_the_end_of_treatment():
    row = _rows(_segments({"P": [(200, 10), (0, 20)]}))["P"]
    assert (row.duration, row.days_on_drug, row.interruptions, row.interrupted_days) == (10, 10, 0, 0)


def test_unrecorded_days_are_a_gap_and_no_pause():
    row = _rows(_segments({"P": [(200, 10), (0, 5), (200, 10)]}, keep_zero=False))["P"]
    assert (row.gap_days, row.interrupted_days, row.interruptions) == (5, 0, 0)


@pytest.mark.parametrize(
    ("records", "steps", "cumulative", "shared"),
    [
        # the end of one record is the start of the next
        ([(100, 1, 10), (200, 10, 20)], [(1, 9, 100), (10, 20, 200)], 9 * 100 + 11 * 200, 1),
        # a pause inside a long record
        ([(100, 1, 30), (0, 11, 15)], [(1, 10, 100), (11, 15, 0), (16, 30, 100)], 25 * 100, 5),
        # morning and evening
        ([(100, 1, 10), (50, 1, 10)], [(1, 10, 150)], 1500, 10),
        # the morning dose goes on alone
        ([(100, 1, 20), (50, 1, 10)], [(1, 10, 150), (11, 20, 100)], 2500, 10),
    ],
)
def test_overlapping_records_are_settled_day_by_day(records, steps, cumulative, shared):
    study = _study([("P", float(dose), first, last) for dose, first, last in records])
    log = dose_steps(study, "P", "Imatinib", np.nan)
    assert [(step.start, step.end, step.dose) for step in log.steps] == steps
    row = _rows(study)["P"]
    assert (row.cumulative_dose, row.overlap_days) == (cumulative, shared)
    days = "1 day" if shared == 1 else f"{shared} days"
    assert f"{days} with more than one record: the later one counts, of one day all together" in row.notes


def test_a_dose_in_another_unit_than_the_drugs_is_left_out_and_said():
    records = [("P", 100.0, 1, 10), ("P", 200.0, 11, 20), ("P", 2.0, 21, 30)]
    row = _rows(_study(records, EXDOSU=["mg", "mg", "mg/kg"]))["P"]
    assert (row.unit, row.cumulative_dose, row.duration) == ("mg", 3000, 20)
    assert row.notes == ("another unit (mg/kg, not mg): EX!A4",)


def test_an_unknown_frequency_gives_no_daily_dose():
    records = [("P", 100.0, 1, 10), ("P", 900.0, 11, 20)]
    study = _study(records, EXDAILY=[100.0, np.nan], EXDOSFRQ=["daily", "every third week"])
    row = _rows(study)["P"]
    assert (row.cumulative_dose, row.highest_dose) == (1000, 100)
    assert row.notes == ("no daily dose (frequency not known): EX!A3",)


def test_a_record_that_ends_before_it_begins_is_left_out_and_said():
    row = _rows(_study([("P", 100.0, 1, 10), ("P", 200.0, 20, 15)]))["P"]
    assert row.cumulative_dose == 1000
    assert row.notes == ("ends before it begins: EX!A3",)


def test_partial_dates_count_to_the_last_possible_day_and_say_so():
    study = _study([("P", 100.0, 1, 1)], AENDT=[np.datetime64("2007-03-01")], AENDTF=["D"])
    row = _rows(study)["P"]
    assert row.duration == 31 + 28 + 31
    assert row.notes == ("partial dates: counted from the first possible start to the last possible end",)


def test_the_first_dose_limiting_event(tiny_study):
    row = _rows(tiny_study)["A2"]
    # Proteinuria has no start (so it is counted from the first dose) and lowered the dose.
    assert (row.first_limiting.name, row.first_limiting.action) == ("Proteinuria", "DOSE REDUCED")
    assert np.isnan(row.first_limiting.day)
    assert _rows(tiny_study)["A1"].first_limiting is None


@pytest.mark.parametrize("text", ["1: 100, 15: 200, until 364", "day 1 = 100 mg; day 15 = 200 mg/d; to 364"])
def test_a_schedule_is_read(text):
    assert planned_dose(text) == PlannedDose(((1, 100.0), (15, 200.0)), 364)


@pytest.mark.parametrize(
    "text", ["1: 100", "until 364", "100 mg for a year, until 3", "15: 100, until 364", "1: 1, 9: 2, until 5"]
)
def test_what_is_no_schedule_is_said_in_words(text):
    assert isinstance(planned_dose(text), str)
    assert planned_dose("  ") is None


def test_a_placebo_is_in_no_average_of_doses():
    records = [("A", 300.0, 1, 100), ("B", 500.0, 1, 100), ("P", 0.0, 1, 100), ("Q", 0.0, 1, 60)]
    frame = _study(records).frame("exposure")
    frame = frame.assign(EXTRT=["Imatinib", "Imatinib", "Placebo", "Placebo"])
    arms = pd.DataFrame({"USUBJID": list("ABPQ"), "TRT01A": ["Drug", "Drug", "Placebo", "Placebo"]})
    study = build_study({"exposure": frame, "subjects": arms}, [], source=Source("x.xlsx", "", 0, "xlsx"))
    rows = {(row.arm, row.measure): row for row in exposure(study, population(study))}
    everybody = rows["ALL", "average_daily_dose"]
    assert (everybody.n, everybody.mean, everybody.weighted_mean) == (2, 400, 400)
    assert everybody.whose == "patients on Imatinib; 2 on placebo left out"
    assert rows["ALL", "cumulative_dose"].mean == 40_000
    assert (rows["ALL", "days_on_drug"].n, rows["ALL", "days_on_drug"].mean) == (4, 90)
    assert rows["Placebo", "interruptions"].mean == 0
    assert rows["Drug", "average_daily_dose"].whose == ""


def test_a_drug_of_single_days_has_an_average_of_those_days_and_says_so():
    every = [(who, 600.0, day, day) for who in "AB" for day in (1, 29, 57)]
    study = _study(every)
    rows = {row.measure: row for row in exposure(study, population(study), None) if row.arm == "ALL"}
    assert (rows["cumulative_dose"].mean, rows["average_daily_dose"].mean) == (1800, 600)
    assert rows["average_daily_dose"].denominator.startswith("days the drug was given (single days")
    assert measure_words(rows["average_daily_dose"]) == "Average dose on the days it was given"
    assert measure_words(rows["cumulative_dose"]) == "Cumulative dose"
    assert "54 days between those it was given on: not known, in no average" in _rows(study)["A"].notes
    told = treatment(study, dose_courses(study)[0])
    assert told is not None
    assert told.text.endswith("to day 57, at most 600 mg, given on single days")
    # patients on placebo by mouth, however many, are in no average of the drug
    beside = _rows(_study([*every, *((who, 5.0, 1, 57) for who in "PQR")]))
    rows_of = [replace(row, drug="Placebo" if who in "PQR" else row.drug) for who, row in beside.items()]
    assert are_of_single_days(rows_of)
    assert not are_of_single_days([row for row in rows_of if row.drug == "Placebo"])
    whole = _study([("A", 600.0, 1, 57)])
    assert not _rows(whole)["A"].on_single_days
    said = {row.measure: row.denominator for row in exposure(whole, population(whole), None)}
    assert said["average_daily_dose"].startswith("days from first to last dose")


def test_a_daily_diary_with_missed_days_is_no_infusion():
    """Ten records of one day with days 4 and 8 missed: 2 of 12 days unrecorded."""
    diary = [("A", 100.0, day, day) for day in range(1, 13) if day not in (4, 8)]
    every = [("B", 600.0, day, day) for day in (1, 29, 57)]
    study = _study([*diary, *every, *(("C", 200.0, 1, 30),)])
    rows = _rows(study)
    assert [rows[who].on_single_days for who in "ABC"] == [False, True, False]
    assert "2 days between records of doses: not known, in no average" in rows["A"].notes
    said = {row.measure: row.denominator for row in exposure(study, population(study), None)}
    assert said["average_daily_dose"].endswith("; of 1 patient the single days the drug was given")
    assert said["average_dose_on_dosing_days"] == "days with a dose"
    note = "Given the drug on single days, as infusions are: 1 patient; "
    assert any(text.startswith(note) for text in _rate_notes(study))
    most = _study([*every, *(("A", 600.0, day, day) for day in (1, 29)), ("C", 200.0, 1, 30)])
    said = {row.measure: row.denominator for row in exposure(most, population(most), None)}
    assert said["average_daily_dose"].startswith("days the drug was given (single days")
    assert any("in force until the next" in text for text in _rate_notes(most))
    words = dict(line_of("doses", "gap_is_zero").choices)[False]
    assert f"until the next within {LATE:g} times the usual time" in words


def _rate_notes(study):
    return dose_rates(code_events(study), risk_time(study), population(study)).notes
