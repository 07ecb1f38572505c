"""True dates beside swapped text dates are noticed; a column of both kinds by chance is not spoken of."""

import datetime as dt

import pytest

from sscviewer.workbook import load_study

FIRST = dt.date(2021, 1, 4)
DAYS = [FIRST + dt.timedelta(7 * i + i * i) for i in range(1, 11)]
PATIENTS = [["Patient", "Sex", "First dose"], *([f"P{i}", "F", FIRST] for i in range(5))]


def _day_first(day):
    """Day-first text as a spreadsheet that takes the month first opens it."""
    return dt.date(day.year, day.day, day.month) if day.day <= 12 else day.strftime("%d/%m/%Y")


def _month_first(day):
    """Month-first text as a spreadsheet that takes the day first opens it."""
    return dt.date(day.year, day.day, day.month) if day.day <= 12 else day.strftime("%m-%d-%Y")


def _found(make_workbook, sheet, rows):
    issues = load_study(make_workbook({"Patients": PATIENTS, sheet: rows})).study.issues
    return [(issue.sheet, issue.severity) for issue in issues if issue.code == "date.swapped"]


def _events(write):
    rows = [[f"P{i % 5}", "nausea", write(day), write(day + dt.timedelta(4))] for i, day in enumerate(DAYS)]
    return [["Patient", "Adverse event", "Start", "End"], *rows]


@pytest.mark.parametrize("write", [_day_first, _month_first])
def test_events_half_swapped_are_noticed(make_workbook, write):
    assert _found(make_workbook, "Adverse events", _events(write)) == [("Adverse events", "warning")]


def test_doses_and_values_half_swapped_are_noticed(make_workbook):
    doses = [[f"P{i % 5}", 100, _day_first(day)] for i, day in enumerate(DAYS)]
    assert _found(make_workbook, "Doses", [["Patient", "Dose (mg)", "Start"], *doses])
    values = [[f"P{i % 5}", _day_first(day), 2.5] for i, day in enumerate(DAYS)]
    assert _found(make_workbook, "Lung function", [["Patient", "Date", "FVC (L)"], *values])


@pytest.mark.parametrize(
    "write",
    [
        lambda day: day,
        lambda day: day.strftime("%d/%m/%Y"),
        lambda day: day if day.toordinal() % 2 else day.strftime("%d/%m/%Y"),
        lambda day: day.isoformat() if day.day > 12 else day,
    ],
    ids=["dates", "text", "both by chance", "ISO text"],
)
def test_nothing_is_said_where_nothing_speaks_for_it(make_workbook, write):
    assert not _found(make_workbook, "Adverse events", _events(write))
