"""Partial dates and study days, against the tables of the facts (ADaM flags, no day 0)."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sscviewer.model.dates import NO_DATE, PartialDate, iso_text, last_possible, study_day


@pytest.mark.parametrize(
    ("parts", "first", "last", "flag", "iso"),
    [
        ((2019, 2, 3), date(2019, 2, 3), date(2019, 2, 3), "", "2019-02-03"),
        ((2019, 2), date(2019, 2, 1), date(2019, 2, 28), "D", "2019-02"),
        ((2020, 2), date(2020, 2, 1), date(2020, 2, 29), "D", "2020-02"),
        ((2019,), date(2019, 1, 1), date(2019, 12, 31), "M", "2019"),
        ((2019, None, 7), date(2019, 1, 1), date(2019, 12, 31), "M", "2019"),
    ],
)
def test_parts(parts, first, last, flag, iso):
    found = PartialDate.of(*parts)
    assert (found.first, found.last, found.flag, found.iso()) == (first, last, flag, iso)


def test_no_date():
    assert NO_DATE.first is None
    assert NO_DATE.iso() == ""


def test_no_calendar_date():
    with pytest.raises(ValueError, match="day"):
        PartialDate.of(2019, 2, 30)


days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@settings(deadline=None)
@given(st.lists(st.tuples(days, st.sampled_from(["", "D", "M"])), min_size=1, max_size=20))
def test_arrays_agree_with_single_dates(pairs):
    known = {"": 3, "D": 2, "M": 1}
    single = [PartialDate.of(*(d.year, d.month, d.day)[: known[flag]]) for d, flag in pairs]
    first = np.array([p.first for p in single], dtype="datetime64[s]")
    flag = np.array([p.flag for p in single], dtype=object)
    assert last_possible(first, flag).astype(object).tolist() == [p.last for p in single]
    assert iso_text(first, flag).tolist() == [p.iso() for p in single]


@settings(deadline=None)
@given(days, days)
def test_study_days_have_no_zero_and_keep_order(reference, when):
    day = study_day(np.array([when], dtype="datetime64[s]"), np.array([reference], dtype="datetime64[s]"))[0]
    assert day != 0
    assert day == (when - reference).days + (when >= reference)


def test_missing_dates_have_no_day():
    nat = np.array(["NaT"], dtype="datetime64[s]")
    some = np.array(["2007-03-15"], dtype="datetime64[s]")
    assert np.isnan(study_day(nat, some)).all()
    assert np.isnan(study_day(some, nat)).all()
    assert study_day(some, some).tolist() == [1]
