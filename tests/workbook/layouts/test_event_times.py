"""Times to events as a file gives them: in days, whatever their unit."""

import datetime as dt

import pytest

from tests.workbook.layouts.views import issues

ADSL = [["USUBJID", "TRT01P", "TRT01A", "SAFFL"]]
ADSL += [[f"0{i}", *(["Drug"] * 2 if i < 3 else ["Placebo"] * 2), "Y"] for i in range(1, 5)]
START = dt.date(2012, 1, 1)
DAYS = [61, 122, 183, 365]
PER = {"days": 1, "weeks": 7, "months": 30.4375, "years": 365.25}


def _adtte(unit, *, in_name, dates, time=True):
    name = f"Progression-free survival ({unit})" if in_name else "Progression-free survival"
    head = ["USUBJID", "PARAMCD", "PARAM", "AVAL", "AVALU", "STARTDT", "ADT", "CNSR", "EVNTDESC"]
    rows = [
        [
            f"0{i}", "PFS", name, days / PER[unit] if time else None, None if in_name else unit,
            START if dates else None, START + dt.timedelta(days - 1) if dates else None,
            i % 2, "Progression" if i % 2 == 0 else "Last contact",
        ]
        for i, days in enumerate(DAYS, 1)
    ]  # fmt: skip
    return [head, *rows]


@pytest.mark.parametrize("unit", PER)
@pytest.mark.parametrize("in_name", [True, False])
def test_times_are_days_by_the_unit_of_the_file(load, unit, in_name):
    loaded = load({"ADSL": ADSL, "ADTTE": _adtte(unit, in_name=in_name, dates=False)})
    times = loaded.study.frame("event_times")
    assert times["AVAL"].tolist() == pytest.approx(DAYS)
    assert times["CNSR"].tolist() == [1, 0, 1, 0]
    assert times["EVNTDESC"].tolist()[1] == "Progression"
    assert issues(loaded, "time.unit_taken") == []


@pytest.mark.parametrize("unit", PER)
def test_without_a_unit_the_dates_tell_it(load, unit):
    rows = _adtte(unit, in_name=False, dates=True)
    for row in rows[1:]:
        row[4] = None
    assert load({"ADSL": ADSL, "ADTTE": rows}).study.frame("event_times")["AVAL"].tolist() == pytest.approx(
        DAYS
    )


def test_without_unit_and_dates_they_are_days_and_it_is_said(load):
    rows = _adtte("days", in_name=False, dates=False)
    for row in rows[1:]:
        row[4] = None
    loaded = load({"ADSL": ADSL, "ADTTE": rows})
    assert loaded.study.frame("event_times")["AVAL"].tolist() == DAYS
    assert [place for place, _ in issues(loaded, "time.unit_taken")] == ["ADTTE!D2"]


def test_missing_times_are_worked_out_from_their_dates(load):
    rows = _adtte("days", in_name=False, dates=True, time=False)
    assert load({"ADSL": ADSL, "ADTTE": rows}).study.frame("event_times")["AVAL"].tolist() == DAYS
