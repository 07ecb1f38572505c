"""Records that say in study days when they began and ended, instead of dates."""

import numpy as np
import openpyxl
import pytest

from sscviewer.model.told_reason import told_reason
from sscviewer.workbook.evidence.recognise import recognise_plain
from sscviewer.workbook.load import load_study
from tests.workbook.evidence.columns_in_memory import table

LOG = [[p, "Testdrug", *record] for p in "ABCD" for record in ((50, 1, 14), (100, 15, 90))]


@pytest.mark.parametrize(
    "headings",
    [
        ("Start day", "End day"),
        ("Day from", "Day to"),
        ("Study day start", "Study day end"),
        ("Tag von", "Tag bis"),
        ("Jour début", "Jour fin"),
        ("First day", "Last day"),
        ("Start (day)", "Stop (day)"),
    ],
)
@pytest.mark.parametrize("shift", [0, 1])
def test_a_dose_log_in_days(headings, shift):
    """Days counted from 0 are made study days, of which the first is day 1."""
    rows = [[*row[:3], row[3] - shift, row[4] - shift] for row in LOG]
    found = recognise_plain(table(["Subject", "Drug", "Daily dose (mg)", *headings], rows, "Study drug"))
    assert found.tables == ("exposure",)
    fields = found.fields["exposure"]
    assert fields["ASTDY"][0].cells.unique_values == [1, 15]
    assert fields["AENDY"][0].cells.unique_values == [14, 90]


def test_days_beside_dates_are_no_second_start():
    rows = [[p, "Testdrug", 50, f"2021-0{m}-01", 30 * m] for p in "ABCD" for m in (1, 3)]
    found = recognise_plain(
        table(["Subject", "Drug", "Daily dose (mg)", "Start date", "Start day"], rows, "Study drug")
    )
    assert "ASTDT" in found.fields["exposure"]
    assert "ASTDY" not in found.fields["exposure"]


def test_what_is_ongoing_has_no_last_day(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "AE"
    for row in [
        ["Subject", "Event", "From day", "To day", "CTCAE grade", "Unter Behandlung aufgetreten"],
        ["A", "Nausea", -5, 3, 1, "nein"],
        ["B", "Rash", 5, 9, 2, "ja"],
        ["C", "Rash", 100, "ongoing", 2, "ja"],
    ]:
        book["AE"].append(row)
    book.save(tmp_path / "days.xlsx")
    loaded = load_study(tmp_path / "days.xlsx")
    events = loaded.study.adverse_events
    np.testing.assert_equal(events["ASTDY"].tolist(), [-5, 5, 100])
    np.testing.assert_equal(events["AENDY"].tolist(), [3, 9, np.nan])
    assert events["AEENRTPT"].tolist() == ["", "", "ONGOING"]
    assert events["TRTEMFL"].tolist() == ["N", "Y", "Y"]
    assert "value.not_numeric" not in {issue.code for issue in loaded.study.issues}


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("ADVERSE EVENT", "adverse event"),
        ("MOVED ABROAD", "MOVED ABROAD".lower()),
        ("Prüfer-Entscheidung", "Prüfer-Entscheidung"),
        ("Withdrew per PI (COVID-19)", "Withdrew per PI (COVID-19)"),
        ("COVID-19", "COVID-19"),
    ],
)
def test_a_reason_of_the_file_keeps_its_letters(reason, words):
    assert told_reason(reason) == words
