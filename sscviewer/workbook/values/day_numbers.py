"""Days as one number: Excel's, from 1900 or 1904, and those of SAS, from 1960."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from sscviewer.workbook.values.cells import NUMBER, TEXT, Cells

Calendar = Literal["1900", "1904", "SAS"]

_SERIAL = re.compile(r"^\d{4,5}(?:\.\d+)?$")
_DAY_ZERO = {"1900": date(1899, 12, 30), "1904": date(1904, 1, 1), "SAS": date(1960, 1, 1)}
"""Day 0 of Excel's 1900 calendar is as it is after February 1900."""
_FIRST_DAY, _LAST_DAY = date(1920, 1, 1), date(2099, 12, 31)
"""Numbers of other days are no dates."""
_FIRST_YEAR, _LAST_YEAR = 1880, 2150

_OLDEST_TRIAL = date(1980, 1, 1)
"""No trial's day is older, so a sheet whose days all are by Excel counts otherwise."""
_SAS_YEARS = (1990, 2050)


def day_of(text: str, calendar: Calendar) -> date | None:
    """Return the day of a number as a cell shows it that is not formatted as a date; None for none."""
    if not _SERIAL.match(text) or is_year(text):
        return None
    day = _DAY_ZERO[calendar] + timedelta(int(float(text)))
    return day if _FIRST_DAY <= day <= _LAST_DAY else None


def is_year(text: str) -> bool:
    """Return whether a number is rather a year."""
    return len(text) == 4 and text.isdecimal() and _FIRST_YEAR <= int(text) <= _LAST_YEAR


def calendar_of(columns: Iterable[Cells]) -> Calendar:
    """Return by what the numbers of days of a sheet count.

    Parameters
    ----------
    columns
        The sheet's dates of the trial itself; births are older than any trial and would mislead.

    SAS days of a trial of today, read by Excel's calendar, lie around 1960. What this gets wrong is a sheet
    whose only numbers are Excel's of days before 1980 (the year a disease began).
    """
    texts: set[str] = set()
    excel: Calendar = "1900"
    for cells in columns:
        excel = "1904" if cells.date1904 else excel
        listed = zip(cells.unique_texts, cells.unique_kinds.tolist(), strict=True)
        texts |= {text for text, kind in listed if kind in (NUMBER, TEXT)}
    days = [(day, day_of(text, "SAS")) for text in texts if (day := day_of(text, excel))]
    is_sas = all(
        ours < _OLDEST_TRIAL and sas is not None and _SAS_YEARS[0] <= sas.year <= _SAS_YEARS[1]
        for ours, sas in days
    )
    return "SAS" if days and is_sas else excel
