"""Tables that come from several sheets: one row per patient with the gaps filled, one row per visit."""

from typing import Any

import numpy as np
import pandas as pd

from sscviewer.workbook.values.cells import as_array

_PER_ROW = frozenset({"USUBJID", "SRCREF", "ROW"})
_VISIT = ["USUBJID", "VISIT", "ADT"]


def fill_subjects(subjects: pd.DataFrame) -> pd.DataFrame:
    """Return one row per patient: the first, whose missing values the patient's other rows give.

    A date goes with its flag. What two sheets say differently stays as the first says it.
    """
    again = subjects["USUBJID"].duplicated().to_numpy()
    if not again.any():
        return subjects
    first = subjects[~again]
    names = [name for name in subjects.columns if name not in _PER_ROW and not _is_flag(name, subjects)]
    filled = {}
    for name in names:
        known = subjects[_has_value(subjects[name])].drop_duplicates("USUBJID").set_index("USUBJID")
        if known.empty:
            continue
        missing = ~_has_value(first[name]) & first["USUBJID"].isin(known.index).to_numpy()
        for column in [name, f"{name}F"] if f"{name}F" in subjects else [name]:
            values = first[column].to_numpy(copy=True)
            values[missing] = first["USUBJID"][missing].map(known[column]).to_numpy()
            filled[column] = values
    return first.assign(**filled)


def _is_flag(name: str, frame: pd.DataFrame) -> bool:
    return name.endswith("F") and name[:-1] in frame and frame[name[:-1]].dtype.kind == "M"


def _has_value(values: "pd.Series[Any]") -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    known = values.notna().to_numpy()
    return known & (as_array(values) != "") if values.dtype.kind not in "fiMb" else known


def drop_repeated_visits(visits: pd.DataFrame) -> pd.DataFrame:
    """Return the visits without those that another sheet has too (same patient, name and date)."""
    if not set(_VISIT) <= set(visits.columns):
        return visits
    sheet = pd.Series([text.rpartition("!")[0] for text in as_array(visits["SRCREF"])], index=visits.index)
    first_sheet = sheet.groupby([visits[name] for name in _VISIT], dropna=False).transform("first")
    return visits[(sheet == first_sheet).to_numpy()].reset_index(drop=True)
