"""Values and dates in all the spellings that sites use, through a whole load."""

import datetime as dt

import numpy as np
import pytest

from sscviewer.workbook import load_study
from tests.workbook.layouts.views import issues, said, values


def pft(load, heading, cells, **more):
    """Return a load of one column of values of patients 1, 2, 3 …"""
    rows = [[str(i), "Baseline", cell] for i, cell in enumerate(cells, 1)]
    return load({"PFT": [["Subject", "Visit", heading], *rows]}, **more)


def numbers(loaded):
    return loaded.study.measurements["AVAL"].tolist()


@pytest.mark.parametrize(
    ("heading", "cells", "expected"),
    [
        ("FVC (L)", ["2,81", "3,1"], [2.81, 3.1]),
        ("FVC (mL)", ["2 810", "3\N{NO-BREAK SPACE}100"], [2.81, 3.1]),
        ("FVC (mL)", ["2,810.0", "3,100"], [2.81, 3.1]),
        ("FVC (mL)", ["2.810,5", "3100"], [2.8105, 3.1]),
        ("FVC (L)", ["2,810", 3.1], [2.81, 3.1]),
        ("FVC (mL)", ["2,810", 3100], [2.81, 3.1]),
        ("FVC (L)", ["2810 mL", "3.1"], [2.81, 3.1]),
        ("FVC % predicted", ["65", "70 %", "68%"], [65, 70, 68]),
        ("FVC % predicted", ["<20", "> 120"], [20, 120]),
    ],
)
def test_spellings_of_numbers(load, heading, cells, expected):
    assert numbers(pft(load, heading, cells)) == pytest.approx(expected)


@pytest.mark.parametrize("text", ["ND", "trace", "19 but poor collection", "84/82", "2,810 or so"])
def test_text_is_kept_as_text_with_an_issue(load, text):
    loaded = pft(load, "FVC (L)", [2.5, 2.6, text])
    row = loaded.study.measurements.iloc[2]
    assert np.isnan(row["AVAL"])
    assert row["AVALC"] == text
    assert issues(loaded, "value.not_numeric") == [("PFT!C4", "3")]


def test_a_comma_that_could_be_either_is_what_is_possible(load):
    loaded = pft(load, "FVC (mL)", ["1,234", "2,345"])
    assert list(numbers(loaded)) == [1.234, 2.345], "nobody has a vital capacity of 1.2 mL"
    assert loaded.study.measurements["AVALC"].tolist() == ["1,234", "2,345"]


def test_fractions_are_per_cent_only_as_a_whole_column(load):
    loaded = pft(load, "FVC % predicted", [0.65, 0.702, 1.01])
    assert numbers(loaded) == pytest.approx([65, 70.2, 101])
    assert issues(loaded, "unit.fraction") == [("PFT!C2", "")]
    mixed = pft(load, "FVC % predicted", [0.65, 70.2, 68])
    assert issues(mixed, "unit.fraction") == []
    assert issues(mixed, "value.impossible") == [("PFT!C2", "1")]


def test_codes_for_missing_are_asked_about_and_not_assumed(load):
    rows = [[str(i), "Baseline", "CK", v, "U/L"] for i, v in enumerate([80, 95, 110, 999, -99], 1)]
    loaded = load({"Labs": [["Subject", "Visit", "Test", "Result", "Unit"], *rows]})
    assert numbers(loaded) == [80, 95, 110, 999, -99]
    assert issues(loaded, "value.sentinel") == [("Labs!D5", "4"), ("Labs!D6", "5")]


def test_code_outside_the_possible_range_is_kept_out(load):
    loaded = pft(load, "mRSS", [20, 18, 12, 99, 255])
    assert np.isnan(numbers(loaded)[3:]).all()
    assert issues(loaded, "value.impossible") == [("PFT!C5", "4"), ("PFT!C6", "5")]
    assert issues(loaded, "value.sentinel") == []


def test_plausible_values_are_no_codes(load):
    loaded = pft(load, "Weight (kg)", [70, 88, 99, 80, 95])
    assert issues(loaded, "value.sentinel") == []


AE = ["Subject", "Adverse event", "Start date", "End date"]


@pytest.mark.parametrize(
    ("start", "end", "flags", "ongoing"),
    [
        ("UN UNK 2008", "UNK/FEB/2019", ["M", "D"], ""),
        ("02/2019", "3. März 2019", ["D", ""], ""),
        ("12 févr. 2007", "en cours", ["", "Y"], "ONGOING"),
        ("5 de enero de 2007", "andauernd", ["", "Y"], "ONGOING"),
        ("2008---07", "cont.", ["M", "Y"], "ONGOING"),
        (39115, dt.datetime(2007, 3, 4, 15, 30), ["", ""], ""),
        ("2007-02-03T10:15", "unbekannt", ["", "Y"], ""),
    ],
)
def test_dates_as_sites_write_them(load, start, end, flags, ongoing):
    loaded = load({"Adverse events": [AE, ["1", "Rash", start, end]]})
    event = loaded.study.adverse_events.iloc[0]
    assert [event["ASTDTF"], event["AENDTF"]] == flags
    assert event["AEENRTPT"] == ongoing


def test_excel_day_numbers_are_dates_and_are_named(load):
    loaded = load({"Adverse events": [AE, ["1", "Rash", 39115, None], ["1", "Cough", "39116", None]]})
    starts = [str(day.date()) for day in loaded.study.adverse_events["ASTDT"]]
    assert starts == ["2007-02-02", "2007-02-03"]
    assert issues(loaded, "date.serial") == [("Adverse events!C2", "")]
    assert "2 cells" in said(loaded, "date.serial")[0]


@pytest.mark.parametrize(
    ("cells", "order", "first", "asked"),
    [
        (["03/04/2007", "05/06/2007"], None, "2007-04-03", 1),
        (["03/04/2007", "05/06/2007"], "dmy", "2007-04-03", 0),
        (["03/04/2007", "05/06/2007"], "mdy", "2007-03-04", 0),
        (["03/04/2007", "25/06/2007"], None, "2007-04-03", 0),
        (["03/04/2007", "06/25/2007"], None, "2007-03-04", 0),
    ],
)
def test_order_of_day_and_month(make_workbook, cells, order, first, asked):
    rows = [["1", f"Event {i}", cell, None] for i, cell in enumerate(cells)]
    loaded = load_study(make_workbook({"Adverse events": [AE, *rows]}), date_order=order)
    assert str(loaded.study.adverse_events["ASTDT"].iloc[0].date()) == first
    assert len(issues(loaded, "date.order")) == asked


def test_a_raised_value_is_no_code(load):
    rows = [[str(i), "Baseline", "AST", v, "U/L"] for i, v in enumerate([9, 24, 27, 38, 88], 1)]
    loaded = load({"Labs": [["Subject", "Visit", "Test", "Result", "Unit"], *rows]})
    assert issues(loaded, "value.sentinel") == []


def test_one_row_may_say_its_own_unit(load):
    loaded = pft(load, "FVC (L)", [2.8, "2700 mL"])
    assert {row[3] for row in values(loaded)} == {2.8, 2.7}


def test_one_column_of_dates_decides_for_the_others(load):
    loaded = load(
        {
            "Adverse events": [
                AE,
                ["1", "Rash", "03/04/2007", "04/25/2007"],
                ["1", "Cough", "05/06/2007", None],
            ]
        }
    )
    starts = [str(day.date()) for day in loaded.study.adverse_events["ASTDT"]]
    assert starts == ["2007-03-04", "2007-05-06"]
    assert issues(loaded, "date.order") == []
