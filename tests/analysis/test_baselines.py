"""The baselines of the whole trial at once against the course of each patient and parameter."""

import numpy as np
import pandas as pd

from sscviewer.analysis.baselines import baseline_rows, baseline_values, changed_after_baseline
from sscviewer.analysis.patient.trajectory import trajectory
from sscviewer.model.load_report import Source
from sscviewer.model.parameters import BY_CODE
from sscviewer.model.study import build_study
from sscviewer.workbook import load_study


def same_as_patient_by_patient(study):
    flagged = baseline_rows(study)
    patient = study.positions("measurements")
    assert [study.usubjids[i] for i in patient] == study.measurements["USUBJID"].tolist()
    n_baselines = 0
    for paramcd in study.parameters:
        courses = [trajectory(study, usubjid, paramcd) for usubjid in study.usubjids]
        expected = [course.base for course in courses]
        np.testing.assert_array_equal(baseline_values(study, paramcd), expected)
        later = [
            course.base_index >= 0 and (course.day > course.day[course.base_index]).any()
            for course in courses
        ]
        np.testing.assert_array_equal(changed_after_baseline(study, paramcd), later)
        # of several readings of a baseline the last is the one marked in the picture
        mine = np.flatnonzero(flagged & (study.measurements["PARAMCD"] == paramcd))
        rows = {int(c.row[c.base_index]) for c in courses if c.base_index >= 0}
        assert rows == set(
            mine[np.append(patient[mine][1:] != patient[mine][:-1], True)[: len(mine)]].tolist()
        )
        n_baselines += len(rows)
    assert 0 < n_baselines <= flagged.sum()


def test_of_the_tiny_trial(tiny_study):
    same_as_patient_by_patient(tiny_study)
    np.testing.assert_array_equal(baseline_values(tiny_study, "MRSS"), [24, 10, 5, np.nan])
    assert changed_after_baseline(tiny_study, "MRSS").tolist() == [True, True, False, False]


def test_of_the_demo(demo_study):
    same_as_patient_by_patient(demo_study)


def test_of_a_trial_that_flags_baselines(sdtm_study):
    same_as_patient_by_patient(sdtm_study)


def test_of_laboratory_values_with_flags(sdtm_labs):
    same_as_patient_by_patient(load_study(sdtm_labs).study)


def test_a_value_on_the_day_of_the_first_dose_is_the_baseline_and_one_the_day_after_is_not():
    first, day = np.datetime64("2021-03-01"), np.timedelta64(1, "D")
    values = pd.DataFrame(
        {
            "USUBJID": list("AAABB"),
            "PARAMCD": "WEIGHT",
            "AVAL": [70.0, 71.0, 72.0, 60.0, 61.0],
            "ADT": [first - 7 * day, first, first + day, first - 3 * day, first + day],
            "ADTF": "",
            "SRCREF": [f"Values!D{i + 2}" for i in range(5)],
        }
    )
    subjects = pd.DataFrame(
        {"USUBJID": list("AB"), "TRTSDT": first, "TRTSDTF": "", "SRCREF": ["P!A2", "P!A3"]}
    )
    tables = {"subjects": subjects, "measurements": values}
    study = build_study(tables, [BY_CODE["WEIGHT"]], source=Source("x.xlsx", "", 0, "xlsx"))
    assert baseline_values(study, "WEIGHT").tolist() == [71.0, 60.0]
