"""Days as one number: which calendar a sheet counts by, whether cells are numbers or text."""

import datetime as dt

import pytest

from sscviewer.workbook import load_study
from sscviewer.workbook.values.day_numbers import day_of

FIRST = dt.date(2021, 1, 4)
SAS, EXCEL = dt.date(1960, 1, 1), dt.date(1899, 12, 30)


def _events(number):
    """Return a sheet of events, days written as numbers by a calendar."""
    rows = [["Patient", "Adverse event", "Start", "End"]]
    for i, name in enumerate(("Nausea", "Rash", "Cough")):
        start = FIRST + dt.timedelta(10 + i)
        rows.append([f"P{i}", name, number(start), number(start + dt.timedelta(3))])
    return rows


PATIENTS = [
    ["Patient", "Sex", "Date of birth", "First dose"],
    *([f"P{i}", "F", "1961-05-03", FIRST] for i in range(3)),
]


@pytest.mark.parametrize("day_zero", [SAS, EXCEL])
@pytest.mark.parametrize("written", [str, int])
def test_days_are_told_by_the_time_of_the_trial(make_workbook, day_zero, written):
    sheets = {"Patients": PATIENTS, "Adverse events": _events(lambda day: written((day - day_zero).days))}
    loaded = load_study(make_workbook(sheets))
    starts = loaded.study.adverse_events["ASTDT"].dt.date.tolist()
    assert starts == [FIRST + dt.timedelta(10 + i) for i in range(3)]
    said = {issue.code for issue in loaded.study.issues}
    assert ("date.sas" in said) == (day_zero == SAS)
    assert ("date.serial" in said) == (day_zero == EXCEL)


def test_text_and_numbers_of_one_sheet_count_by_one_calendar(make_workbook):
    rows = _events(lambda day: (day - SAS).days)
    rows = [[str(cell) if j == 2 and i else cell for j, cell in enumerate(row)] for i, row in enumerate(rows)]
    events = load_study(make_workbook({"Patients": PATIENTS, "Adverse events": rows})).study.adverse_events
    assert (events["AENDT"] - events["ASTDT"]).dt.days.tolist() == [3, 3, 3]


def test_day_0_of_the_1904_calendar_is_the_first_of_january():
    """The day that Excel itself shows for a number: 42 735 is 1 January 2021 with the 1904 date system."""
    assert [day_of(text, "1904") for text in ("42735", "30000.5")] == [
        dt.date(2021, 1, 1),
        dt.date(1986, 2, 19),
    ]
    assert day_of("44197", "1900") == dt.date(2021, 1, 1)


def test_births_before_1980_do_not_make_days_of_sas(make_workbook):
    """Excel's numbers of births are below those of any trial; the first doses beside them tell."""
    days = [(dt.date(1955 + i, 5, 3) - EXCEL).days for i in range(4)]
    rows = [["Patient", "Sex", "Date of birth", "First dose"]]
    rows += [[f"P{i}", "F", day, (FIRST - EXCEL).days] for i, day in enumerate(days)]
    subjects = load_study(make_workbook({"Patients": rows})).study.subjects
    assert subjects["BRTHDTC"].tolist() == [f"{1955 + i}-05-03" for i in range(4)]
    assert set(subjects["TRTSDT"].dt.date) == {FIRST}


def test_births_of_a_sheet_in_days_of_sas_are_days_of_sas(make_workbook):
    rows = [["Patient", "Sex", "Date of birth", "First dose"]]
    rows += [[f"P{i}", "F", (dt.date(1985 + i, 5, 3) - SAS).days, (FIRST - SAS).days] for i in range(4)]
    subjects = load_study(make_workbook({"Patients": rows})).study.subjects
    assert set(subjects["TRTSDT"].dt.date) == {FIRST}
    assert subjects["BRTHDTC"].tolist()[0] in ("1985-05-03", "")
