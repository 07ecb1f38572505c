"""Dates as text: every form of the facts, by hand, and round trips of every partial date."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sscviewer.model.dates import PartialDate
from sscviewer.workbook.values.cells import DATE, EMPTY, NUMBER, TEXT, Cells
from sscviewer.workbook.values.dates_in_cells import decide_order, parse_date, read_dates

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2008-03-15", "2008-03-15"),
        ("2013-08-03T10:10", "2013-08-03"),
        ("2013-08-03 10:10:05", "2013-08-03"),
        ("2008-03", "2008-03"),
        ("2008", "2008"),
        ("2008---07", "2008"),
        ("20080315", "2008-03-15"),
        ("UN-MAR-2007", "2007-03"),
        ("UNK/FEB/2019", "2019-02"),
        ("02/2019", "2019-02"),
        ("3/2007", "2007-03"),
        ("UN UNK 2008", "2008"),
        ("UN/UN/2008", "2008"),
        ("2008-UN-UN", "2008"),
        ("2008-03-UN", "2008-03"),
        ("12-Mar-2007", "2007-03-12"),
        ("12MAR2007", "2007-03-12"),
        ("12 March 2007", "2007-03-12"),
        ("March 12, 2007", "2007-03-12"),
        ("Mar 2007", "2007-03"),
        ("12-Mar-07", "2007-03-12"),
        ("03/04/2007", "2007-04-03"),
        ("03.04.2007", "2007-04-03"),
        ("29-Feb-2008", "2008-02-29"),
    ],
)
def test_text_is_read_as_far_as_it_goes(text, iso):
    found = parse_date(text)
    assert found is not None
    assert found.iso() == iso


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2019",
        "29-Feb-2007",
        "13/13/2007",
        "soon",
        "12-Foo-2007",
        "2007-13-01",
        "40 Mar 2007",
        "1 2 3 4",
        "99",
    ],
)
def test_what_is_no_date_is_not_made_one(text):
    assert parse_date(text) is None


days = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@settings(deadline=None)
@given(
    days,
    st.sampled_from(
        ["{d:02d}-{m}-{y}", "{d} {m} {y}", "{d:02d}{M}{y}", "{m} {d}, {y}", "{y}-{n:02d}-{d:02d}"]
    ),
)
def test_complete_dates_come_back(day, form):
    month = MONTHS[day.month - 1]
    text = form.format(d=day.day, m=month, M=month.upper(), y=day.year, n=day.month)
    assert parse_date(text) == PartialDate.of(day.year, day.month, day.day)


@settings(deadline=None)
@given(days, st.sampled_from(["UN-{m}-{y}", "UNK/{m}/{y}", "{n:02d}/{y}", "{y}-{n:02d}", "un {m} {y}"]))
def test_dates_without_a_day_keep_month_and_year(day, form):
    text = form.format(m=MONTHS[day.month - 1], y=day.year, n=day.month)
    found = parse_date(text)
    assert found == PartialDate.of(day.year, day.month)
    assert found.flag == "D"
    assert found.first.day == 1


@settings(deadline=None)
@given(days, st.sampled_from(["month first", "day first"]))
def test_numbers_follow_the_order(day, order):
    text = (
        f"{day.day}/{day.month}/{day.year}" if order == "day first" else f"{day.month}/{day.day}/{day.year}"
    )
    assert parse_date(text, order) == PartialDate.of(day.year, day.month, day.day)


@settings(deadline=None)
@given(st.text(max_size=20))
def test_no_text_breaks_the_reader(text):
    parse_date(text)


def test_order_is_decided_by_the_column():
    assert decide_order(["03/04/2007", "13/04/2007"]) == ("day first", False)
    assert decide_order(["03/04/2007", "04/13/2007"]) == ("month first", False)
    assert decide_order(["03/04/2007", "05/06/2007"]) == ("day first", True)
    assert decide_order(["04/04/2007", "2007-03-05"]) == ("day first", False)


def test_column_of_mixed_cells():
    cells = Cells(
        np.array([0, 1, 2, 3, 4, 5, 6], dtype=np.int32),
        np.array([EMPTY, DATE, TEXT, TEXT, TEXT, NUMBER, NUMBER], dtype=np.uint8),
        ["", "2007-03-12", "cont.", "not known", "mid March", 2007.0, 39153.0],
    )
    dates = read_dates(cells)
    assert dates.first.astype("datetime64[D]").astype(str).tolist() == [
        "NaT",
        "2007-03-12",
        "NaT",
        "NaT",
        "NaT",
        "2007-01-01",
        "2007-03-12",
    ]
    assert dates.flag.tolist() == ["Y", "", "Y", "Y", "Y", "M", ""]
    assert dates.serial.tolist() == [False] * 6 + [True]
    assert dates.ongoing.tolist() == [False, False, True, False, False, False, False]
    assert dates.unknown.tolist() == [False, False, False, True, False, False, False]
    assert dates.unreadable.tolist() == [False, False, False, False, True, False, False]
    assert dates.partial.tolist() == [False] * 5 + [True, False]
