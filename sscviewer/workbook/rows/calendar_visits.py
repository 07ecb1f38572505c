"""Visits that are called after a stretch of the calendar ("Q1 2020"): their names are dates."""

import numpy as np
import pandas as pd

from sscviewer.model.dates import NO_DATE, PartialDate
from sscviewer.workbook.evidence.words.calendar_names import calendar_date
from sscviewer.workbook.values.cells import as_objects


def with_days_of_names(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with ADT and ADTF from VISIT, where all are so called and nothing else says when.

    A year alone may as well be a number.
    """
    if "VISIT" not in frame or not {"ADT", "ADY"}.isdisjoint(frame):
        return frame
    names = frame["VISIT"].to_numpy(dtype=object)
    days = {name: "" if name.isdigit() else calendar_date(name) for name in set(names) - {""}}
    if not days or not all(days.values()):
        return frame
    dates = {name: PartialDate.of(*map(int, day.split("-"))) for name, day in days.items()}
    found = [dates.get(name, NO_DATE) for name in names]
    first = np.array([date.first for date in found], dtype="datetime64[s]")
    return frame.assign(ADT=first, ADTF=as_objects([date.flag for date in found]))
