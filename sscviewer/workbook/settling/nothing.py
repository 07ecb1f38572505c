"""Rows that say of a patient that nothing happened: no event, no medication, and yet a patient."""

import numpy as np
import pandas as pd

from sscviewer.workbook.values.vocabulary import standard

SAID_IN = {
    "adverse_events": ("AETERM", "AEDECOD"),
    "medications": ("CMTRT", "CMDECOD"),
    "history": ("MHTERM", "MHDECOD"),
}
"""What a row of these tables calls what it records."""


def says_none(text: str) -> bool:
    """Return whether a word says that there is nothing to record, or is none."""
    return standard("nothing", text, "") != "" or not text.strip(" -./")


def without_nothing(tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Return the tables without rows such as "No adverse events", which have no date either.

    Who is in the file by such a row alone stays a patient. A row without a word for what it is stays a
    record: its words may have been forgotten.
    """
    kept, left_out = dict(tables), []
    for name, columns in SAID_IN.items():
        frame = tables[name]
        nothing = _nothing(frame, [column for column in columns if column in frame])
        if nothing.any():
            kept[name] = frame[~nothing].reset_index(drop=True)
            left_out.append(frame.loc[nothing, ["USUBJID", "SRCREF"]])
    if left_out:
        known = {usubjid for frame in kept.values() for usubjid in frame["USUBJID"]}
        alone = pd.concat(left_out).drop_duplicates("USUBJID")
        alone = alone[~alone["USUBJID"].isin(known)]
        kept["subjects"] = pd.concat([kept["subjects"], alone.assign(SUBJID=alone["USUBJID"])])
    return kept


def _nothing(frame: pd.DataFrame, columns: list[str]) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    if not len(frame) or not columns:
        return np.zeros(len(frame), dtype=bool)
    texts = [frame[column].fillna("").astype(str) for column in columns]
    nothing = np.all([text.map(says_none) for text in texts], axis=0)
    written = np.any([text != "" for text in texts], axis=0)
    undated = frame["ASTDT"].isna().to_numpy() if "ASTDT" in frame else np.ones(len(frame), dtype=bool)
    return np.asarray(nothing & written & undated)
