"""Records that say in study days when they began and ended, instead of dates."""

import numpy as np
import openpyxl
import pytest

from sscviewer.model.told_reason import told_reason
from sscviewer.workbook.child.sent_sentences import received
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


@pytest.mark.parametrize(
    ("headings", "days"),
    [
        (("Onset day", "Days to resolution"), (20, 3)),
        (("Onset day", "Day of last dose"), (20, 15)),
        (("Start day", "Days to stop"), (10, 3)),
        (("Start day", "Stop day"), (30, 4)),  # lengths: they end before they start
        (("Days from first dose", "Days from last dose"), (20, 2)),
    ],
)
def test_other_days_are_no_start_and_end(headings, days):
    first, second = days
    rows = [[p, "Testdrug", 50, first + i, second + i] for i, p in enumerate("ABCD")]
    found = recognise_plain(table(["Subject", "Drug", "Daily dose (mg)", *headings], rows, "Study drug"))
    assert not {"ASTDY", "AENDY"} & {name for fields in found.fields.values() for name in fields}


def test_a_time_beside_a_dose_leaves_the_measurements(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Patient", "Days from first dose", "FVC (L)", "Dose (mg)"])
    for i in range(6):
        for k in range(3):
            book.active.append([f"P{i}", 90 * k, 3 + i / 9 - k / 10, 50 + 50 * k])
    book.save(tmp_path / "lung.xlsx")
    study = load_study(tmp_path / "lung.xlsx").study
    assert (study.measurements["PARAMCD"] == "FVC").sum() == 18


@pytest.mark.parametrize(
    "frame",
    [
        ("a", "b"),
        ("a", "b", {}, 1),
        ("a", None, {}),
        ("a", "{x}", None),
        ("a", "{x}", {}),
        ("a", "{0}", {"x": 1}),
        ("a", "{pattern}", {"pattern": "p"}),
        ("a", "{x.__class__}", {"x": 1}),
        (),
    ],
)
def test_what_is_no_sentence_of_ours_is_plain_english(frame):
    assert received(frame) == (frame[0] if frame else "")


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
