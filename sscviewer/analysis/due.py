"""Whose visit was due: in an interim file a patient in the fourth month has not failed at month 12."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from sscviewer.analysis.outcome import outcomes
from sscviewer.model.arrays import Bools
from sscviewer.model.rules import window_centre

if TYPE_CHECKING:
    from sscviewer.model.study import Study

_DATES = {
    "measurements": ("ADT",),
    "visits": ("ADT",),
    "adverse_events": ("ASTDT", "AENDT"),
    "exposure": ("ASTDT", "AENDT"),
    "disposition": ("ADT",),
    "subjects": ("RFSTDT", "TRTEDT", "LSTALVDT", "DTHDT"),
}
_OPEN = ("ONGOING", "UNKNOWN")
"""Ends that leave open whether the patient still comes."""


def data_cut_off(study: Study, cut_off: date | None) -> np.datetime64:
    """Return the last day of data: as the plan says, else the last date of the file; NaT without any."""
    if cut_off is not None:
        return np.datetime64(cut_off, "D")
    days = [
        study.column(table, column).astype("datetime64[D]")
        for table, columns in _DATES.items()
        for column in columns
    ]
    known = np.concatenate(days)
    known = known[~np.isnat(known)]
    return known.max() if known.size else np.datetime64("NaT", "D")


def due_at(study: Study, usubjids: Sequence[str], avisitn: float, cut_off: date | None) -> Bools:
    """Return for each patient whether a visit was due by the end of the data; (n,).

    It was for who has left the trial or completed it (a missing value then is missing for good), and for
    who is in it and past the visit's planned day, or the day by which half of those who had the visit had it,
    where that is earlier. A patient without a day 1 counts as due.
    """
    place = {usubjid: i for i, usubjid in enumerate(study.usubjids)}
    rows = np.array([place[usubjid] for usubjid in usubjids], dtype=np.int64)
    start = study.column("subjects", "RFSTDT").astype("datetime64[D]")[rows]
    at_visit = study.column("measurements", "AVISITN") == avisitn
    usual = np.sort(study.column("measurements", "ADY")[at_visit])
    usual = usual[~np.isnan(usual)]
    by_name = window_centre(np.array([avisitn]))
    planned = float(min([*by_name, *usual[usual.size // 2 :][:1]])) - 1
    so_far = (data_cut_off(study, cut_off) - start).astype("timedelta64[D]").astype(np.float64)
    so_far[np.isnat(start)] = np.nan
    status = [outcomes(study)[row].status for row in rows]
    is_open = np.isin(np.array(status, dtype=object), _OPEN)
    with np.errstate(invalid="ignore"):
        ahead: Bools = so_far < planned
    return ~(is_open & ahead)
