"""Tables that come from several sheets: one row per patient with the gaps filled, one row per visit."""

from typing import Any

import numpy as np
import pandas as pd

from sscviewer.model.sentence import say
from sscviewer.workbook.findings import Findings
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


def with_dates_of_visits(measured: pd.DataFrame, visits: pd.DataFrame, findings: Findings) -> pd.DataFrame:
    """Return the measurements with the dates of their visits, where only the sheet of visits has them.

    A visit that a patient has twice, on different days, gives no date.
    """
    if not len(measured) or not set(_VISIT) <= set(visits.columns) or "VISIT" not in measured:
        return measured
    dated = visits[visits["ADT"].notna() & (as_array(visits["VISIT"]) != "")]
    dated = dated[["USUBJID", "VISIT", "ADT", *(["ADTF"] if "ADTF" in dated else [])]].drop_duplicates()
    dated = dated[~dated.duplicated(["USUBJID", "VISIT"], keep=False)]
    none = np.ones(len(measured), dtype=bool)
    for name in {"ADT", "ADY"} & set(measured.columns):
        none &= measured[name].isna().to_numpy()
    if not len(dated) or not none.any():
        return measured
    place = {pair: i for i, pair in enumerate(zip(dated["USUBJID"], dated["VISIT"], strict=True))}
    pairs = zip(as_array(measured["USUBJID"]), as_array(measured["VISIT"]), strict=True)
    found = np.array([place.get(pair, -1) for pair in pairs], dtype=np.int64)
    take = none & (found >= 0)
    if not take.any():
        return measured
    own = measured["ADT"] if "ADT" in measured else pd.Series(pd.NaT, index=measured.index)
    date = own.to_numpy(dtype="datetime64[s]").copy()
    date[take] = dated["ADT"].to_numpy(dtype="datetime64[s]")[found[take]]
    flag = (
        as_array(measured["ADTF"]).copy() if "ADTF" in measured else np.full(len(measured), "Y", dtype=object)
    )
    flag[take] = as_array(dated["ADTF"])[found[take]] if "ADTF" in dated else ""
    findings.add(
        "info",
        "date.of_visit",
        say(
            "Values without a date of their own: {n}; they have the date of their visit, as "
            "the sheet of visits gives it.",
            n=int(take.sum()),
        ),
    )
    return measured.assign(ADT=date, ADTF=flag)
