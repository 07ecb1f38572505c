"""The trial as it stood on the plan's last day of data: what was recorded of later days does not count."""

from datetime import date

import numpy as np
import pandas as pd

from sscviewer.model.arrays import Bools
from sscviewer.model.counted import counted
from sscviewer.model.issue import Issue
from sscviewer.model.sentence import say
from sscviewer.model.study import Study, with_tables
from sscviewer.model.tables import TABLES

_BEGINS = {
    "visits": "ADT",
    "measurements": "ADT",
    "adverse_events": "ASTDT",
    "exposure": "ASTDT",
    "disposition": "ADT",
    "medications": "ASTDT",
    "history": "ASTDT",
    "carried_values": "ADT",
}
_ONGOING = {
    "adverse_events": "AEENRTPT",
    "exposure": "AEENRTPT",
    "medications": "CMENRTPT",
    "history": "MHENRTPT",
}
_STILL_IN: dict[str, str | float] = {
    "EOSSTT": "ONGOING", "DSDECOD": "", "DSTERM": "", "DSSPFY": "", "ADY": np.nan,
}  # fmt: skip
_ENTRY = ("RFICDT", "TRTSDT", "RFSTDT")
_LATER = ("TRTEDT", "DTHDT")


def with_cut_off(study: Study, cut_off: date | None) -> Study:
    """Return the trial without what began after a day; what was going on then is ongoing.

    Records without a date stay, as nothing says that they are later; so do partial dates that may lie before.
    A grade, outcome or action that was only known later cannot be told from the file and stays: for that the
    export must be of the day. Patients who entered later are not in the trial; None changes nothing.
    """
    if cut_off is None:
        return study
    last = np.datetime64(cut_off, "s")
    here = _entered(study, last)
    frames, left_out = {}, 0
    for table in TABLES:
        frame = study.frame(table)
        kept = frame["USUBJID"].isin(here).to_numpy()
        if table in _BEGINS:
            later = study.column(table, _BEGINS[table]) > last
            if table == "disposition":  # who left later was in the trial on the day
                later &= study.column(table, "EOSSTT") == ""
            kept = kept & ~later
        left_out += int((~kept).sum())
        frames[table] = _as_of(table, frame[kept].reset_index(drop=True), last)
    if not left_out:
        return study
    rows = counted(left_out, "record")
    said = say(
        "{rows} of days after the plan's last day of data, {day}; not counted.",
        rows=rows,
        day=cut_off.isoformat(),
    )
    return with_tables(study, frames, issues=(*study.issues, Issue("info", "plan.cut_off", said)))


def _entered(study: Study, last: np.datetime64) -> frozenset[str]:
    """Return the patients who had entered by the day; one without any date counts as in."""
    first = np.full(len(study.usubjids), np.datetime64("NaT", "s"))
    for name in _ENTRY:
        first = np.fmin(first, study.column("subjects", name))
    return frozenset(u for u, day in zip(study.usubjids, first, strict=True) if not day > last)


def _as_of(table: str, frame: pd.DataFrame, last: np.datetime64) -> pd.DataFrame:
    """Return rows with what ended later as ongoing, and with later dates of patients as unknown."""
    if table in _ONGOING:
        later = frame["AENDT"].to_numpy() > last
        _blank(frame, "AENDT", later)
        frame["AENDY"] = np.where(later, np.nan, frame["AENDY"])
        frame[_ONGOING[table]] = np.where(later, "ONGOING", frame[_ONGOING[table]])
    if table == "disposition":
        later = frame["ADT"].to_numpy() > last
        _blank(frame, "ADT", later)
        for name, value in _STILL_IN.items():
            frame.loc[pd.Series(later), name] = value
    if table == "subjects":
        frame["DTHFL"] = np.where(frame["DTHDT"].to_numpy() > last, "N", frame["DTHFL"])
        for name in _LATER:
            _blank(frame, name, frame[name].to_numpy() > last)
        frame["LSTALVDT"] = np.fmin(frame["LSTALVDT"].to_numpy(), last)
    return frame


def _blank(frame: pd.DataFrame, name: str, where: Bools) -> None:
    """Make a date and its flag missing in some rows."""
    frame[name] = np.where(where, np.datetime64("NaT", "s"), frame[name].to_numpy())
    frame[f"{name}F"] = np.where(where, "", frame[f"{name}F"])
