"""Where axis ticks stand and what they say: numbers, months, study days, calendar dates."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from sscviewer.model.dates import DAYS_PER_MONTH

TimeUnit = Literal["months", "days", "dates"]

# Steps in which trials plan visits; the first that leaves room for the labels is taken.
MONTH_STEPS = (0.25, 0.5, 1, 3, 6, 12, 24, 60)
WEEK_STEPS = (1, 2, 7, 14)
DAY_STEPS = (1, 2, 7, 14, 28, 50, 100, 200, 500, 1000)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SINCE = {
    "first dose": "first dose",
    "randomisation": "randomisation",
    "consent": "consent",
    "first visit": "first visit",
    "baseline visit": "baseline",
    "first date": "first record",
}
"""What day 1 of a patient is (RFSTSRC), as it stands on an axis."""
VISIT = "Visit"
"""The title of the axis where the file gives no time between its visits."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick: where (study day or value) and what stands beside it."""

    at: float
    label: str


def value_ticks(low: float, high: float, wanted: int) -> tuple[Tick, ...]:
    """Return at most `wanted` + 1 round values within a range."""
    step = nice_step(low, high, wanted)
    digits = max(0, -math.floor(math.log10(step) + 1e-9))
    digits = digits + 1 if round(step * 10**digits, 6) != round(step * 10**digits) else digits
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return tuple(Tick(i * step, f"{i * step:.{digits}f}".replace("-", "−")) for i in range(first, last + 1))


def nice_step(low: float, high: float, wanted: int) -> float:
    """Return the smallest of 1, 2, 5 times a power of ten with at most `wanted` + 1 multiples in a range."""
    power = 10.0 ** math.floor(math.log10((high - low) / (wanted + 1)))
    for step in (power * m for m in (1, 2, 5, 10, 20, 50)):
        if math.floor(high / step + 1e-9) - math.ceil(low / step - 1e-9) <= wanted:
            return step
    return power * 100


def nice_range(
    low: float, high: float, wanted: int, floor: float | None, ceiling: float | None
) -> tuple[float, float]:
    """Return a range around the values that ends on round values and stays within what is possible."""
    floor = 0.0 if floor is None and low >= 0 else floor
    if high - low < 1e-9:  # one value: a tenth either side, so that it stands in the middle
        spread = max(abs(high) * 0.1, 0.5)
        low, high = low - spread, high + spread
    step = nice_step(low, high, wanted) / 2
    margin = 0.06 * (high - low)
    low = math.floor((low - margin) / step) * step
    high = math.ceil((high + margin) / step) * step
    # A scale that begins at 0 keeps its 0; the margin below it is drawn, not numbered.
    low = low if floor is None else max(low, floor)
    high = high if ceiling is None else min(high, ceiling)
    return low, high


def time_ticks(
    first: float, last: float, unit: TimeUnit, wanted: int, day1: np.datetime64
) -> tuple[Tick, ...]:
    """Return ticks for study days `first` to `last`; dates fall back to months when day 1 has no date."""
    if unit == "days":
        return _day_ticks(first, last, wanted)
    if unit == "dates" and not np.isnat(day1):
        return _date_ticks(first, last, wanted, day1)
    return _month_ticks(first, last, wanted)


def visit_ticks(
    visits: Sequence[tuple[float, str]], first: float, last: float, wanted: int
) -> tuple[Tick, ...]:
    """Return the visits between two study days by their names, every second or third where there are many."""
    shown = [Tick(day, name) for day, name in visits if first <= day <= last]
    return tuple(shown[:: max(1, -(-len(shown) // max(wanted, 1)))])


def visit_at(visits: Sequence[tuple[float, str]], day: float) -> str:
    """Return the visit that stands nearest to a study day."""
    return min(visits, key=lambda visit: abs(visit[0] - day))[1]


def time_title(unit: TimeUnit, day1_is: str, day1: np.datetime64) -> str:
    """Return the title of the time axis: what is counted, from what."""
    since = SINCE.get(day1_is, "baseline")
    if unit == "days":
        return f"Study day (day 1 = {since})"
    if unit == "dates" and not np.isnat(day1):
        return "Date"
    return f"Months since {since}"


def _month_ticks(first: float, last: float, wanted: int) -> tuple[Tick, ...]:
    low, high = (first - 1) / DAYS_PER_MONTH, (last - 1) / DAYS_PER_MONTH
    step = _step(MONTH_STEPS, (high - low) / max(wanted, 1))
    months = [i * step for i in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)]
    return tuple(Tick(m * DAYS_PER_MONTH + 1, f"{m:g}".replace("-", "−")) for m in months)


def _day_ticks(first: float, last: float, wanted: int) -> tuple[Tick, ...]:
    step = int(_step(DAY_STEPS, (last - first) / max(wanted, 1)))
    days = range(math.ceil(first / step) * step, math.floor(last) + 1, step)
    # There is no study day 0: what would fall on it is day 1.
    return tuple(Tick(float(d or 1), f"{d or 1}".replace("-", "−")) for d in days)


def _date_ticks(first: float, last: float, wanted: int, day1: np.datetime64) -> tuple[Tick, ...]:
    day1 = day1.astype("datetime64[D]")
    start = day1 + np.timedelta64(math.floor(first) - 2, "D")
    stop = day1 + np.timedelta64(math.ceil(last), "D")
    months = (last - first) / DAYS_PER_MONTH / max(wanted, 1)
    if months < 0.5:  # first days of months would leave fewer than half the labels wanted
        days = int(_step(WEEK_STEPS, (last - first) / max(wanted, 1)))
        dates = np.arange(start, stop + np.timedelta64(1, "D"), np.timedelta64(days, "D"))
        labels = [f"{date.astype(object):%d} {_month_word(date)}" for date in dates]
    else:
        step = int(max(1, _step(MONTH_STEPS, months)))
        begin = int(start.astype("datetime64[M]").astype(int)) // step * step
        numbers = np.arange(begin, int(stop.astype("datetime64[M]").astype(int)) + 1, step)
        dates = numbers.astype("datetime64[M]").astype("datetime64[D]")
        labels = [_month_word(date) for date in dates]
    offset = (dates - day1).astype(int)
    at = np.where(offset >= 0, offset + 1, offset).astype(float)
    return tuple(Tick(float(a), label) for a, label in zip(at, labels, strict=True) if first <= a <= last)


def _month_word(date: np.datetime64) -> str:
    month = int(date.astype("datetime64[M]").astype(int))
    return f"{_MONTHS[month % 12]} {1970 + month // 12}"


def _step(steps: tuple[float, ...], wanted: float) -> float:
    return next((step for step in steps if step >= wanted), steps[-1])
