"""A dose that nobody ended ends with the drug or with the patient's time in the trial, if a file tells."""

import numpy as np
import pandas as pd
import pytest

from sscviewer.workbook.findings import Findings
from sscviewer.workbook.settling.open_doses import end_open_doses


def _frame(columns, rows):
    frame = pd.DataFrame(rows, columns=columns)
    for name in ("ASTDT", "AENDT", "ADT", "TRTEDT", "DTHDT"):
        if name in frame:
            frame[name] = pd.to_datetime(frame[name]).astype("datetime64[s]")
            frame[f"{name}F"] = frame.get(f"{name}F", pd.Series("", index=frame.index))
    return frame.assign(SRCREF=[f"Log!A{k + 2}" for k in range(len(frame))])


def _ends(log, subjects=(), disposition=(), more=()):
    findings = Findings()
    tables = {
        "exposure": _frame(["USUBJID", "EXTRT", "ASTDT", "AENDT", *more], log),
        "subjects": _frame(["USUBJID", "TRTEDT", "DTHDT"], subjects),
        "disposition": _frame(["USUBJID", "EOSSTT", "ADT", "ADTF"], disposition),
    }
    found = end_open_doses(tables, findings)["AENDT"]
    return [None if pd.isna(day) else str(np.datetime64(day, "D")) for day in found], list(findings.issues())


@pytest.mark.parametrize(
    ("last_dose", "status", "left", "flag", "end"),
    [
        (None, "DISCONTINUED", "2021-04-02", "", "2021-04-02"),
        (None, "COMPLETED", "2021-04-02", "", "2021-04-02"),
        ("2021-03-30", "DISCONTINUED", "2021-04-02", "", "2021-03-30"),
        ("2021-01-30", "DISCONTINUED", "2021-04-02", "", "2021-04-02"),  # before the record begins
        (None, "ONGOING", "2021-04-02", "", None),
        (None, "died", None, "", "2021-06-01"),
        (None, "DISCONTINUED", "2021-02-02", "", None),
        (None, "DISCONTINUED", "2021-04-01", "D", None),
    ],
)
def test_the_last_record_ends_with_the_drug_else_with_the_trial(last_dose, status, left, flag, end):
    log = [
        ("A", "X", "2021-02-01", None),
        ("A", "X", "2021-03-01", None),
        ("A", "X", "2021-02-10", "2021-02-20"),
    ]
    found, issues = _ends(
        log, [("A", last_dose, "2021-06-01" if status == "died" else None)], [("A", status, left, flag)]
    )
    assert found == [None, end, "2021-02-20"]
    assert [issue.code for issue in issues] == ["dose.end_by_disposition"] * (end is not None)


def test_a_dose_that_the_file_says_is_ongoing_stays_open():
    log = [("A", "X", "2021-02-01", None, "ONGOING"), ("B", "X", "2021-02-01", None, "")]
    left = [(who, "COMPLETED", "2021-04-02", "") for who in "AB"]
    found, issues = _ends(log, disposition=left, more=["AEENRTPT"])
    assert found == [None, "2021-04-02"]
    assert "1 patient " in issues[0].message


def test_a_file_that_says_nothing_of_the_end_leaves_records_open():
    found, issues = _ends([("A", "X", "2021-02-01", None), ("B", "X", "2021-02-01", "2021-03-01")])
    assert (found, issues) == ([None, "2021-03-01"], [])
