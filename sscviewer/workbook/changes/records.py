"""The rows of a study as plain texts, without whatever only follows from the rest."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.model.dates import iso_text
from sscviewer.model.study import Study
from sscviewer.model.tables import DATE_FLAGS, SETTLED, TABLES

Texts = npt.NDArray[np.object_]

_FOLLOWS = frozenset(
    {"USUBJID", "SRCREF", "AVISIT", "AVISITN", "RFSTDT", "RFSTSRC", "AERELFL", "EXDAILY", "AVAL", "AVALQ"}
    | {"DTYPE", "RECIPE", "VISITSRC"}
    | SETTLED
)
"""The place in the file, and what follows from other columns (AVAL from the value as written)."""

_FROM_DOSES = ("TRTSDT", "TRTEDT")
"""Taken from the dose log where no sheet has them: a change there is one change, not two."""

ALL = slice(None)
"""Every row of a table."""

_DAYS = {"ADY": "ADT", "ASTDY": "ASTDT", "AENDY": "AENDT"}
"""Study days follow from dates; a file without dates has days only."""


def record_texts(study: Study, table: str, rows: slice = ALL) -> pd.DataFrame:
    """Return one row of texts per row of a table, "" for what is missing, columns as in the glossary.

    Parameters
    ----------
    rows
        Which rows of the table; a patient's, or all.
    """
    frame = study.frame(table).iloc[rows]
    flags = dict(DATE_FLAGS[table])
    out: dict[str, Texts] = {}
    for name in (str(column) for column in frame):
        if name in _FOLLOWS or name in flags.values() or (name in _FROM_DOSES and not study.is_read(name)):
            continue
        values = study.column(table, name)[rows]
        if name in flags:
            out[name] = _dates(values, study.column(table, flags[name])[rows])
        elif name in _DAYS:
            without_date = np.isnat(study.column(table, _DAYS[name])[rows])
            out[name] = _as_texts(np.where(without_date, values, np.nan))
        else:
            out[name] = _as_texts(values)
    if table == "measurements":
        out["AVALC"] = np.where(
            out["AVALC"] == "", _as_texts(study.column(table, "AVAL")[rows]), out["AVALC"]
        )
    return pd.DataFrame(out, index=frame.index)


def _dates(first: npt.NDArray[np.datetime64], flag: Texts) -> Texts:
    key = np.column_stack([first.astype(np.int64), pd.factorize(flag)[0]])
    _, rows, places = np.unique(key, axis=0, return_index=True, return_inverse=True)
    return iso_text(first[rows], flag[rows])[places.ravel()] if len(rows) else iso_text(first, flag)


def _as_texts(values: npt.NDArray[np.generic]) -> Texts:
    """Return numbers, dates and texts as text; each different one is written once."""
    if values.dtype.kind == "f":
        numbers, places = np.unique(values, return_inverse=True)
        written = ["" if value != value else f"{value:.12g}" for value in numbers.tolist()]
        return np.array(written, dtype=object)[places]
    if values.dtype.kind == "M":
        text = np.datetime_as_string(values.astype("datetime64[D]")).astype(object)
        return np.where(text == "NaT", "", text)
    places, different = pd.factorize(values, use_na_sentinel=False)
    return np.array([str(value).strip() for value in different], dtype=object)[places]


def column_label(table: str, column: str) -> str:
    """Return what a column is called for people."""
    labels = {c.name: c.label for c in TABLES[table]}
    plain = column.replace("_", " ").capitalize()
    label = labels.get(column, plain).partition(",")[0].partition(":")[0]
    return label.removesuffix(" as written").removesuffix(" 1-5")


def record_name(study: Study, table: str, row: int) -> str:
    """Return a record in words: the term, the measurement and its visit, the dose and its start."""

    def value(name: str) -> str:
        return str(study.column(table, name)[row]).strip()

    if table == "measurements":
        parameter = study.parameters.get(value("PARAMCD"))
        visit = value("VISIT") or _day(study, table, row, "ADT")
        return ", ".join(p for p in (parameter.axis_label if parameter else value("PARAMCD"), visit) if p)
    if table == "exposure":
        dose = study.column(table, "EXDOSE")[row]
        amount = "" if dose != dose else f"{dose:g} {value('EXDOSU')}".strip()
        return ", ".join(p for p in (value("EXTRT"), amount, _day(study, table, row, "ASTDT")) if p)
    named = {
        "subjects": ("USUBJID",),
        "visits": ("VISIT",),
        "adverse_events": ("AETERM", "AEDECOD"),
        "disposition": ("DSDECOD", "DSTERM", "EOSSTT"),
        "medications": ("CMTRT", "CMDECOD"),
        "history": ("MHTERM", "MHDECOD"),
    }[table]
    return next((value(name) for name in named if value(name)), "")


def _day(study: Study, table: str, row: int, column: str) -> str:
    when = study.column(table, column)[row]
    return "" if np.isnat(when) else str(when.astype("datetime64[D]"))
