"""Dates as trials record them: complete, without a day, without a month, or missing.

A partial date is kept as its first possible day plus the ADaM imputation flag, from which the last possible
day follows. Nothing here ever invents a day without that mark.
"""

import calendar
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

COMPLETE = ""
NO_DAY = "D"
NO_MONTH = "M"
MISSING = "Y"

DAYS_PER_YEAR = 365.25
DAYS_PER_MONTH = DAYS_PER_YEAR / 12
DAYS_PER = {
    **{"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0},
    **{"week": 7.0, "month": DAYS_PER_MONTH, "year": DAYS_PER_YEAR},
}
"""Days in one of each unit of time; a month is a twelfth of a year of 365.25 days, 30.4375."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date with its precision.

    Attributes
    ----------
    first, last
        First and last calendar day it may be; both None when missing.
    flag
        "" complete, "D" day unknown, "M" month and day unknown, "Y" nothing known.

    **Source**: flags as ADaM's ``--DTF`` (ADaMIG 1.1, 3.1.5).
    """

    first: date | None
    last: date | None
    flag: str

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> "PartialDate":
        """Build from what is known; an unknown month makes the day unknown too.

        Raises
        ------
        ValueError
            If the parts are no calendar date.
        """
        if month is None:
            return cls(date(year, 1, 1), date(year, 12, 31), NO_MONTH)
        if day is None:
            return cls(date(year, month, 1), date(year, month, _last_day(year, month)), NO_DAY)
        exact = date(year, month, day)
        return cls(exact, exact, COMPLETE)

    def iso(self) -> str:
        """Return ISO 8601 with only the known parts ("2008-03"); "" when missing."""
        if self.first is None:
            return ""
        width = {COMPLETE: 10, NO_DAY: 7, NO_MONTH: 4}[self.flag]
        return self.first.isoformat()[:width]


NO_DATE = PartialDate(None, None, MISSING)
ONE_DAY = np.timedelta64(1, "D")


def _last_day(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def last_possible(
    first: npt.NDArray[np.datetime64], flag: npt.NDArray[np.object_]
) -> npt.NDArray[np.datetime64]:
    """Return the last day each partial date may be.

    Parameters
    ----------
    first : (n,) datetime64, first possible day; NaT when missing
    flag : (n,) str, "" "D" "M" or "Y"

    Returns
    -------
    (n,) datetime64[D], NaT where missing.
    """
    day = first.astype("datetime64[D]")
    month_end = (day.astype("datetime64[M]") + np.timedelta64(1, "M")).astype("datetime64[D]") - ONE_DAY
    year_end = (day.astype("datetime64[Y]") + np.timedelta64(1, "Y")).astype("datetime64[D]") - ONE_DAY
    out = np.where(flag == NO_DAY, month_end, day)
    return np.where(flag == NO_MONTH, year_end, out)


def study_day(
    when: npt.NDArray[np.datetime64], reference: npt.NDArray[np.datetime64]
) -> npt.NDArray[np.float64]:
    """Return the study day: the reference day is 1, the day before it -1; there is no day 0.

    Parameters
    ----------
    when, reference : (n,) datetime64, NaT when missing

    Returns
    -------
    (n,) float64, NaN where either is missing.

    **Source**: SDTMIG 3.4, 4.4.4.
    """
    difference = when.astype("datetime64[D]") - reference.astype("datetime64[D]")
    days: npt.NDArray[np.float64] = difference.astype("timedelta64[D]").astype(np.float64)
    days[np.isnat(difference)] = np.nan
    days[days >= 0] += 1
    return days


def iso_text(first: npt.NDArray[np.datetime64], flag: npt.NDArray[np.object_]) -> npt.NDArray[np.object_]:
    """Return ISO 8601 text with only the known parts, "" where missing; (n,) object."""
    text = np.datetime_as_string(first.astype("datetime64[D]")).astype(object)
    width = {COMPLETE: 10, NO_DAY: 7, NO_MONTH: 4}
    out = [
        "" if value == "NaT" else value[: width.get(mark, 10)] for value, mark in zip(text, flag, strict=True)
    ]
    return np.array(out, dtype=object)


def elapsed_days(day: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return days since day 1, without the gap at 0: study day 1 is 0; -1, the day before it, is -1."""
    return np.asarray(day - (day > 0))


def days_counted(start: float, end: float) -> float:
    """Return how many days a period has, both ends included, counting over the missing day 0."""
    return end - start + (0.0 if start < 0 < end else 1.0)


def next_day(day: float) -> float:
    """Return the study day after this one (1 after -1)."""
    return 1.0 if day == -1 else day + 1


def day_before(day: float) -> float:
    """Return the study day before this one (-1 before 1)."""
    return -1.0 if day == 1 else day - 1
