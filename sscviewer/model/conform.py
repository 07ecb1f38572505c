"""Bring frames to the shape the glossary promises: all columns, right kinds, no missing text.

Also where each patient's day 1 is decided, because every study day in the program hangs on it.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.model.dates import COMPLETE, MISSING, last_possible, study_day
from sscviewer.model.tables import DATE_FLAGS, TABLES, TableColumn
from sscviewer.model.treatments import is_placebo

_EMPTY: dict[str, Any] = {"text": "", "number": np.nan, "date": np.datetime64("NaT", "s")}
_DTYPE: dict[str, np.dtype[Any]] = {
    "text": np.dtype(object),
    "number": np.dtype(np.float64),
    "date": np.dtype("datetime64[s]"),
}


def conform_table(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with every column of the glossary in its kind, followed by columns of its own.

    Parameters
    ----------
    name
        A key of `TABLES`.
    frame
        Any subset of the glossary's columns, in any order; USUBJID required.

    Raises
    ------
    KeyError
        If USUBJID is missing: a fault of the caller, not of the file.
    """
    if "USUBJID" not in frame:
        raise KeyError(f"table {name} has no USUBJID")
    known = {column.name for column in TABLES[name]}
    data: dict[str, npt.NDArray[Any]] = {
        column.name: _conform_column(column, frame) for column in TABLES[name]
    }
    for day, flag in DATE_FLAGS[name]:
        is_read = day in frame
        data[flag] = (
            np.where(np.isnat(data[day]), MISSING, data[flag]) if is_read else constant(MISSING, len(frame))
        )
    extra = {str(column): frame[column].to_numpy() for column in frame if column not in known}
    return pd.DataFrame(data | extra, copy=False)


@cache
def absent_table(name: str) -> pd.DataFrame:
    """Return the table of a trial that has none of this name; all such trials share it."""
    return conform_table(name, pd.DataFrame({"USUBJID": pd.Series(dtype=object)}))


def constant(value: Any, n: int, dtype: "np.dtype[Any] | None" = None) -> npt.NDArray[Any]:
    """Return a column of one value, (n,), read-only, which takes no memory however long it is."""
    return np.broadcast_to(np.array(value, dtype=dtype or object), n)


def _conform_column(column: TableColumn, frame: pd.DataFrame) -> npt.NDArray[Any]:
    if column.name not in frame:
        return constant(_EMPTY[column.kind], len(frame), _DTYPE[column.kind])
    values = frame[column.name]
    if column.kind == "text":
        return _as_texts(values)
    if column.kind == "number":
        return values.to_numpy(dtype=np.float64, na_value=np.nan)
    return _as_dates(values)


def _as_texts(values: "pd.Series[Any]") -> npt.NDArray[np.object_]:
    texts: npt.NDArray[np.object_] = values.to_numpy(dtype=object)
    missing = values.isna().to_numpy()
    if missing.any():
        texts = texts.copy()
        texts[missing] = ""
    if values.dtype == "str":
        return texts
    if set(map(type, texts)) <= {str}:
        return texts
    return np.array([str(value) for value in texts], dtype=object)


def _as_dates(values: "pd.Series[Any]") -> npt.NDArray[np.datetime64]:
    dates: npt.NDArray[np.datetime64] = pd.to_datetime(values).to_numpy(dtype="datetime64[s]")
    return dates


def natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a sort key by which "P2" comes before "P10"."""
    parts = re.findall(r"\d+|\D+", text)
    # Numbers by how many digits they have, then by the digits: Python makes no number of very many.
    digits = (part.lstrip("0") if part.isdecimal() else "" for part in parts)
    return tuple(
        (0, len(number), number) if part.isdecimal() else (1, 0, part)
        for part, number in zip(parts, digits, strict=True)
    )


def complete_subjects(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the subjects table with a row for every patient of any table, in natural order.

    A patient who is on another sheet only gets a row with nothing but the ID and the cell of the first
    mention. Of several rows with one ID the first is kept (the loader reports the others).
    """
    subjects = tables["subjects"].drop_duplicates("USUBJID")
    known = set(subjects["USUBJID"])
    others = [
        frame.loc[~frame["USUBJID"].isin(known), ["USUBJID", "SRCREF"]]
        for name, frame in tables.items()
        if name != "subjects" and len(frame)
    ]
    missing = pd.concat(others).drop_duplicates("USUBJID") if others else subjects.iloc[:0]
    if len(missing):
        subjects = pd.concat([subjects, conform_table("subjects", missing)], ignore_index=True)
    if not (subjects["TRT01A"] != "").any():  # a file with one column of arms, as planned
        subjects = subjects.assign(TRT01A=subjects["TRT01P"])
    keys = [natural_key(usubjid) for usubjid in subjects["USUBJID"].to_numpy(dtype=object)]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    return subjects.iloc[order].reset_index(drop=True)


def narrow_first_doses(
    subjects: pd.DataFrame, tables: Mapping[str, pd.DataFrame]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return subjects and the dose log with partial starts of doses no earlier than they can be.

    Nobody has the study drug before consent, before the baseline visit or before the date recorded for the
    first dose: of "2021" only the days from there on are possible. A date that would leave no day is left.
    """
    ids = subjects["USUBJID"]
    consent = subjects["RFICDT"].where(subjects["RFICDTF"] == COMPLETE)
    floor = np.fmax(_as_dates(consent), _as_dates(_baseline_dates(tables).reindex(ids)))
    subjects = subjects.assign(TRTSDT=_no_earlier(subjects, "TRTSDT", floor))
    recorded = subjects["TRTSDT"].where(subjects["TRTSDTF"] == COMPLETE)
    floors = pd.Series(np.fmax(floor, _as_dates(recorded)), index=ids)
    log = tables["exposure"]
    if not len(log):
        return subjects, log
    log_floor = _as_dates(floors.reindex(log["USUBJID"]))
    return subjects, log.assign(ASTDT=_no_earlier(log, "ASTDT", log_floor))


def _no_earlier(
    frame: pd.DataFrame, column: str, floor: npt.NDArray[np.datetime64]
) -> npt.NDArray[np.datetime64]:
    first, flag = frame[column].to_numpy(), frame[f"{column}F"].to_numpy(dtype=object)
    possible = (first < floor) & (floor <= last_possible(first, flag))
    return np.where((flag != COMPLETE) & possible, floor, first)


def derive_first_and_last_dose(subjects: pd.DataFrame, exposure: pd.DataFrame) -> pd.DataFrame:
    """Return subjects with TRTSDT and TRTEDT taken from the dose log where their own sheet has none.

    Records of 0 mg do not count as doses, except of a placebo.
    """
    if not len(exposure):
        return subjects
    placebo = exposure["EXTRT"].map(is_placebo).astype(bool)
    given = exposure[(exposure["EXDOSE"] > 0) | (exposure["EXDAILY"] > 0) | placebo]
    ids = subjects["USUBJID"]
    end = last_possible(given["AENDT"].to_numpy(), given["AENDTF"].to_numpy(dtype=object))
    first = _at_end(given.assign(DAY=given["ASTDT"], FLAG=given["ASTDTF"]), ids, latest=False)
    last = _at_end(given.assign(DAY=end, FLAG=given["AENDTF"]), ids, latest=True)
    subjects = _fill_date(subjects, "TRTSDT", first["DAY"], first["FLAG"])
    return _fill_date(subjects, "TRTEDT", last["DAY"], last["FLAG"])


def _at_end(given: pd.DataFrame, ids: "pd.Series[Any]", *, latest: bool) -> pd.DataFrame:
    """Return first or last DAY of each patient and the FLAG of the record it comes from.

    Of two records of one day the complete date counts: the partial one cannot lie beyond it.
    """
    ordered = given.dropna(subset=["DAY"]).assign(PARTIAL=lambda rows: rows["FLAG"] != COMPLETE)
    ordered = ordered.sort_values(["DAY", "PARTIAL"], ascending=[not latest, True], kind="stable")
    found = ordered.drop_duplicates("USUBJID").set_index("USUBJID")[["DAY", "FLAG"]].reindex(ids)
    return found.assign(FLAG=found["FLAG"].fillna(MISSING))


def _fill_date(
    frame: pd.DataFrame, column: str, dates: "pd.Series[Any]", flags: "pd.Series[Any]"
) -> pd.DataFrame:
    """Return the frame with missing dates of `column`, and their flags, taken from `dates` and `flags`."""
    own = frame[column].notna().to_numpy()
    filled = np.where(own, frame[column].to_numpy(), _as_dates(dates))
    flag = np.where(own, frame[f"{column}F"].to_numpy(dtype=object), flags.to_numpy(dtype=object))
    return frame.assign(**{column: filled, f"{column}F": np.where(np.isnat(filled), MISSING, flag)})


def derive_reference_day(subjects: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return subjects with RFSTDT (day 1) and RFSTSRC (what it is).

    The first dose; for a patient without one the baseline visit; else the first date on any sheet.
    """
    ids = subjects["USUBJID"]
    first = _seen(tables).groupby("USUBJID")["ADT"].min()
    choices = [
        (subjects["TRTSDT"], "first dose"),
        (_baseline_dates(tables).reindex(ids), "baseline visit"),
        (first.reindex(ids), "first date"),
    ]
    day = np.full(len(ids), np.datetime64("NaT", "s"))
    source = np.full(len(ids), "none", dtype=object)
    for candidate, word in choices:
        value = _as_dates(candidate)
        take = np.isnat(day) & ~np.isnat(value)
        day[take], source[take] = value[take], word
    return subjects.assign(RFSTDT=day, RFSTSRC=source)


def _seen(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    return pd.concat([tables[name][["USUBJID", "ADT", "AVISITN"]] for name in ("visits", "measurements")])


def _baseline_dates(tables: Mapping[str, pd.DataFrame]) -> "pd.Series[Any]":
    """Return the first date of a baseline visit by USUBJID."""
    seen = _seen(tables)
    return seen[seen["AVISITN"] == 0].groupby("USUBJID")["ADT"].min()


def derive_study_days(frame: pd.DataFrame, reference: "pd.Series[Any]") -> pd.DataFrame:
    """Return the frame with ADY, ASTDY, AENDY computed from its dates; days given without a date are kept.

    AENDY is the day of the last possible end, the others of the first possible day.

    Parameters
    ----------
    reference
        Day 1 of each patient, indexed by USUBJID.
    """
    if not len(frame):
        return frame
    day1 = _as_dates(reference.reindex(frame["USUBJID"]))
    for date_column, day_column in (("ADT", "ADY"), ("ASTDT", "ASTDY"), ("AENDT", "AENDY")):
        if day_column not in frame:
            continue
        when = frame[date_column].to_numpy()
        if day_column == "AENDY":
            when = last_possible(when, frame["AENDTF"].to_numpy(dtype=object))
        derived = study_day(when, day1)
        frame = frame.assign(**{day_column: np.where(np.isnan(derived), frame[day_column], derived)})
    return frame
