"""Doses that nobody ended: they end with the drug, or with the patient's time in the trial."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.model.counted import counted
from sscviewer.model.dates import COMPLETE
from sscviewer.model.sentence import say
from sscviewer.workbook.findings import Findings

_NAT = np.datetime64("NaT", "s")
_ENDED = ("COMPLETED", "DISCONTINUED")


def end_open_doses(tables: Mapping[str, pd.DataFrame], findings: Findings) -> pd.DataFrame:
    """Return the dose log in which each patient's last record of a drug has an end, as far as the file tells.

    Parameters
    ----------
    tables
        "exposure", "subjects" and "disposition", dates as datetime64, NaT where missing.

    A last record without an end goes on to the date of the last dose, else to the day on which the patient
    completed or left the trial, else to that of death: whoever left takes no more of it, though seen again
    afterwards. Only complete dates count, and none before the record begins. Without such a date the record
    stays open; so does one that the file says is ongoing.
    """
    log = tables["exposure"]
    if not len(log) or "ASTDT" not in log:
        return log
    start = log["ASTDT"].to_numpy(dtype="datetime64[s]")
    end = log["AENDT"].to_numpy(dtype="datetime64[s]") if "AENDT" in log else np.full(len(log), _NAT)
    latest = log["ASTDT"].groupby([log["USUBJID"], log["EXTRT"]]).transform("max").to_numpy()
    ids = log["USUBJID"]
    until = _recorded(tables["subjects"], "DTHDT", ids)
    for frame, name in ((_ends(tables["disposition"]), "ADT"), (tables["subjects"], "TRTEDT")):
        day = _recorded(frame, name, ids)
        until = np.where(day >= start, day, until)
    closed = np.isnat(end) & (start == latest) & (until >= start)
    if "AEENRTPT" in log:
        closed &= (log["AEENRTPT"] != "ONGOING").to_numpy(dtype=bool)
    if not closed.any():
        return log
    first = log[closed].iloc[0]
    sheet, _, cell = str(first["SRCREF"]).rpartition("!")
    findings.add(
        "info",
        "dose.end_by_disposition",
        say(
            "Doses without an end of {patients} are taken to have ended on the recorded day of "
            "the last dose, else when the patient completed or left the trial or died.",
            patients=counted(ids[closed].nunique(), "patient"),
        ),
        sheet=sheet,
        cell=cell,
    )
    flag = log["AENDTF"].to_numpy(dtype=object) if "AENDTF" in log else np.full(len(log), "Y", dtype=object)
    return log.assign(AENDT=np.where(closed, until, end), AENDTF=np.where(closed, COMPLETE, flag))


def _ends(disposition: pd.DataFrame) -> pd.DataFrame:
    """Return the records that say how a patient's time in the trial ended."""
    if "EOSSTT" not in disposition:
        return disposition.iloc[:0]
    return disposition[disposition["EOSSTT"].isin(_ENDED)]


def _recorded(frame: pd.DataFrame, name: str, ids: "pd.Series[str]") -> npt.NDArray[np.datetime64]:
    """Return the complete date of each patient in a column, the last where there are several; NaT else."""
    if name not in frame or not len(frame):
        return np.full(len(ids), _NAT)
    known = frame[(frame[f"{name}F"] == COMPLETE) & frame[name].notna()].sort_values(name, kind="stable")
    last = known.drop_duplicates("USUBJID", keep="last").set_index("USUBJID")[name]
    return last.reindex(ids).to_numpy(dtype="datetime64[s]")
