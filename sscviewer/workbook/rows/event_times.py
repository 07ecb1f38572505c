"""Times to events as a file gives them (ADTTE) → days."""

import re
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.model.dates import DAYS_PER
from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.sheets.recognised import Fields
from sscviewer.workbook.rows.fields import SheetContext, read_date, read_text

_UNITS = ("day", "week", "month", "year")
"""What times to events are given in; days are tried first, since short times agree with several."""
_UNIT = re.compile(r"\b(day|week|month|year)s?\b", re.IGNORECASE)

_AGREE = 1.5
"""Days by which a time may differ from its dates, by rounding and by whether the first day counts."""


def days_to_events(
    context: SheetContext, fields: Fields, frame: pd.DataFrame, domain: str = ""
) -> pd.DataFrame:
    """Return the times in days: by the unit the sheet names, else by its dates, else as they are.

    A time that is missing is worked out from its dates where both are there, the first day being day 1.
    """
    n = len(frame)
    given = frame["AVAL"].to_numpy(dtype=float) if "AVAL" in frame else np.full(n, np.nan)
    by_dates = _by_dates(context, fields, n)
    texts = [read_text(fields.get(name, ()), n) for name in ("AVALU", "PARAM")]
    factor = np.array([_factor(unit) or _factor(name) for unit, name in zip(*texts, strict=True)])
    unknown = (factor == 0) & ~np.isnan(given)
    factor[unknown] = _factor_by_dates(given[unknown], by_dates[unknown])
    days = given * factor
    taken = np.flatnonzero(unknown & (factor == 1.0) & np.isnan(by_dates))
    if len(taken):
        context.findings.add(
            "warning",
            "time.unit_taken",
            say(
                "Times to events without a unit: {n}; they were read as days. Name the unit in the "
                "name of the time or in a column of units if it is another.",
                n=len(taken),
            ),
            sheet=context.table.sheet,
            cell=context.table.cell(fields["AVAL"][0].letter, int(taken[0])),
        )
    return frame.assign(AVAL=np.where(np.isnan(days), by_dates, days))


def _factor(text: str) -> float:
    match = _UNIT.search(text)
    return DAYS_PER[match[1].casefold()] if match else 0.0


def _by_dates(context: SheetContext, fields: Fields, n: int) -> npt.NDArray[np.float64]:
    if not {"STARTDT", "ADT"} <= set(fields):
        return np.full(n, np.nan)
    start, end = (_day(context, fields, name) for name in ("STARTDT", "ADT"))
    days = (end - start) / np.timedelta64(1, "D") + 1
    return np.where(np.isnat(start) | np.isnat(end), np.nan, days)


def _day(context: SheetContext, fields: Fields, name: str) -> Any:
    return read_date(context, fields[name], fields[name][0].heading.written)[0]


def _factor_by_dates(given: npt.NDArray[np.float64], by_dates: npt.NDArray[np.float64]) -> float:
    """Return the unit in which most times agree with their dates; days where none does."""
    known = ~np.isnan(by_dates)
    shares = {
        days: float(np.mean(np.abs(given[known] * days - by_dates[known]) <= _AGREE * max(1.0, days / 7)))
        for days in map(DAYS_PER.__getitem__, _UNITS)
        if known.any()
    }
    best = max(shares, key=lambda days: shares[days], default=1.0)
    return best if shares.get(best, 0.0) >= 0.5 else 1.0
