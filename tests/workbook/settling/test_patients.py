"""Impossible ages, heights and dates of birth make an issue and no predicted value."""

import numpy as np
import pandas as pd
import pytest

from sscviewer.workbook.findings import Findings
from sscviewer.workbook.settling.patients import settle_patients
from sscviewer.workbook.values.dates_in_cells import parse_date


def _settled(**columns: list[object]):
    n = len(next(iter(columns.values())))
    frame = pd.DataFrame(
        {"USUBJID": [f"P{i}" for i in range(n)], "SRCREF": [f"List!A{i + 2}" for i in range(n)], **columns}
    )
    findings = Findings()
    found = settle_patients(frame, lambda reference, column: ("List", column), findings)
    return found, [(issue.code, issue.usubjid) for issue in findings.issues()]


@pytest.mark.parametrize(
    ("written", "used", "odd"),
    [
        ([1.65, 1.72, 1.58], [165, 172, 158], []),
        ([165, 172, 65], [165, 172, np.nan], ["P2"]),
        ([165, 1.72, 158], [165, np.nan, 158], ["P1"]),
        ([1650, 172, 158], [np.nan, 172, 158], ["P0"]),
        ([65, 68, 62], [np.nan] * 3, ["P0", "P1", "P2"]),
        ([np.nan, 172, 158], [np.nan, 172, 158], []),
    ],
)
def test_heights(written, used, odd):
    frame, issues = _settled(HEIGHT=written)
    np.testing.assert_allclose(frame["HEIGHT"], used)
    assert [patient for code, patient in issues if code == "subject.height"] == odd


@pytest.mark.parametrize(
    ("written", "odd"),
    [
        ([450, 52, 61], ["P0"]),
        ([4.7, 52, 61], ["P0"]),
        ([-3, 52, 61], ["P0"]),
        ([4, 7, 12], []),
        ([18, 99, 40], []),
    ],
)
def test_ages(written, odd):
    frame, issues = _settled(AGE=[float(age) for age in written])
    assert issues == [("subject.age", patient) for patient in odd]
    assert frame["AGE"].isna().sum() == len(odd)


@pytest.mark.parametrize(
    ("column", "code", "written", "odd"),
    [
        ("WEIGHT", "subject.weight", [740, 7.4, 62.5, 118], ["P0", "P1"]),
        ("DISDUR", "subject.duration", [2014, -1, 0, 31.5], ["P0", "P1"]),
    ],
)
def test_weights_and_durations(column, code, written, odd):
    frame, issues = _settled(**{column: [float(value) for value in written]})
    assert issues == [(code, patient) for patient in odd]
    np.testing.assert_array_equal(frame[column], [np.nan, np.nan, *written[2:]])


def test_one_odd_date_of_birth_costs_only_itself():
    frame, issues = _settled(BRTHDTC=["unknown", "0000-00-00", "1961-02-03", "1961", "", "1961-13"])
    assert frame["BRTHDTC"].tolist() == ["", "", "1961-02-03", "1961", "", ""]
    assert issues == [("subject.birth", patient) for patient in ("P0", "P1", "P5")]


@pytest.mark.parametrize("text", ["0000-00-00", "00.00.0000", "00/00/00", "0000-00", "00000000"])
def test_zeros_are_no_date(text):
    assert parse_date(text) is None
