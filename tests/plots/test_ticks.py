import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscviewer.plots.ticks import nice_range, time_ticks, time_title, value_ticks

DAY1 = np.datetime64("2007-03-15T00:00:00")
NO_DATE = np.datetime64("NaT", "s")


def labels(ticks) -> list[str]:
    return [tick.label for tick in ticks]


def test_values_are_round_and_few() -> None:
    assert labels(value_ticks(0, 600, 3)) == ["0", "200", "400", "600"]
    assert labels(value_ticks(0, 1.7, 4)) == ["0.0", "0.5", "1.0", "1.5"]
    assert labels(value_ticks(-2, 2, 4)) == ["−2", "−1", "0", "1", "2"]


@given(st.floats(-1e4, 1e4), st.floats(1e-3, 1e4))
def test_any_range_has_two_to_five_ticks_inside(low: float, span: float) -> None:
    ticks = value_ticks(low, low + span, 4)
    assert 2 <= len(ticks) <= 5
    assert all(low - 1e-6 * span <= t.at <= low + span * (1 + 1e-6) for t in ticks)


def test_a_range_keeps_to_what_is_possible_and_holds_its_values() -> None:
    assert nice_range(0.0, 2.9, 4, 0, 3) == (0.0, 3.0)
    low, high = nice_range(52.0, 92.0, 4, 10, 180)
    assert low <= 52
    assert high >= 92
    low, high = nice_range(70.0, 70.0, 4, None, None)
    assert low < 70 < high


def test_months_are_quarters_of_a_year_counted_from_day_1() -> None:
    ticks = time_ticks(-8, 380, "months", 10, DAY1)
    assert labels(ticks) == ["0", "3", "6", "9", "12"]
    assert ticks[0].at == 1
    assert ticks[4].at == pytest.approx(366.25)


def test_there_is_no_day_0() -> None:
    assert labels(time_ticks(-60, 210, "days", 6, DAY1)) == ["−50", "1", "50", "100", "150", "200"]


def test_dates_stand_on_the_first_of_a_month() -> None:
    ticks = time_ticks(-8, 380, "dates", 5, DAY1)
    assert labels(ticks) == ["Apr 2007", "Jul 2007", "Oct 2007", "Jan 2008"]
    # 2007-04-01 is 17 days after day 1, which is day 18.
    assert ticks[0].at == 18
    assert labels(time_ticks(10, 30, "dates", 4, DAY1))[0] == "30 Mar 2007"


def test_dates_without_a_day_1_are_months_and_the_title_says_so() -> None:
    assert labels(time_ticks(-8, 380, "dates", 10, NO_DATE)) == ["0", "3", "6", "9", "12"]
    assert time_title("dates", "none", NO_DATE) == "Months since baseline"
    assert time_title("dates", "first dose", DAY1) == "Date"
    assert time_title("days", "first dose", DAY1) == "Study day (day 1 = first dose)"
