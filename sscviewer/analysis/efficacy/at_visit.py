"""The change of each patient at one visit: observed there, or carried forward to it where the plan says so.

**Source**: ADaMIG 1.1 (DTYPE); EMA/CPMP/EWP/1776/99 (what carrying forward does).
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from sscviewer.analysis.efficacy.sensitivity import carried_forward
from sscviewer.model.arrays import Floats
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class AtVisit:
    """A row for each patient with a change at a visit.

    Attributes
    ----------
    rows : pandas.DataFrame
        As `model_frame`.
    carried
        How many of them are carried forward.
    in_file
        Whether it is the file that says who is, and with which value.
    """

    rows: pd.DataFrame
    carried: int
    in_file: bool


def carried_in_file(study: Study, paramcd: str) -> pd.DataFrame:
    """Return the values of an endpoint that the file carries forward: USUBJID, AVISIT, AVISITN, AVAL."""
    rows = study.frame("carried_values")
    rows = rows[(rows["PARAMCD"] == paramcd) & rows["AVAL"].notna()]
    return rows[["USUBJID", "AVISIT", "AVISITN", "AVAL"]]


def at_visit(
    frame: pd.DataFrame, visit: tuple[str, float], *, forward: bool, in_file: pd.DataFrame
) -> AtVisit:
    """Return who has a change at a visit.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `model_frame`.
    visit : (AVISIT, AVISITN)
    forward
        Whether patients without a change at the visit count with one carried forward: that of the file where
        it carries the endpoint at all (then nobody else counts), otherwise the last one before the visit.
    in_file
        From `carried_in_file`.
    """
    months, changed = frame["AVISITN"].to_numpy(), frame["CHG"].notna().to_numpy()
    here = frame[changed & (months == visit[1])]
    if not forward:
        return AtVisit(here, 0, in_file=False)
    if len(in_file):
        added = _of_file(frame, visit, in_file)
    else:
        added = frame[changed & (months > 0) & (months < visit[1])].sort_values("AVISITN", kind="stable")
        added = added.drop_duplicates("USUBJID", keep="last")
    added = added[~added["USUBJID"].isin(here["USUBJID"])]
    rows = pd.concat([here, added]) if len(added) else here
    return AtVisit(rows, len(added), in_file=bool(len(in_file)))


def changes_carried_to(
    frame: pd.DataFrame, patients: list[str], upto: Floats, visit: tuple[str, float], in_file: pd.DataFrame
) -> tuple[Floats, str]:
    """Return each patient's change at a visit or carried forward to it, and what to say of it.

    Parameters
    ----------
    frame, visit, in_file
        As in `at_visit`.
    patients, upto : (n,), (n, T)
        The patients with a baseline, and their changes by visit up to this one, NaN where missing.

    Returns
    -------
    (n,) float, NaN of patients whom a file that carries the endpoint carries no value for; where the file
    carries none of it, the last change, zero where there is none.
    """
    if not len(in_file):
        return carried_forward(upto), ""
    found = at_visit(frame, visit, forward=True, in_file=in_file)
    change = dict(zip(found.rows["USUBJID"], found.rows["CHG"], strict=True))
    values = np.array([change.get(usubjid, np.nan) for usubjid in patients], dtype=np.float64)
    missed = int(np.isnan(values).sum())
    said = f"{found.carried} of {len(values) - missed} are carried forward by the file itself (DTYPE LOCF)"
    if missed:
        said += f"; {missed} with a baseline have neither such a row nor a value at the visit"
    return values, f"{said}."


def _of_file(frame: pd.DataFrame, visit: tuple[str, float], in_file: pd.DataFrame) -> pd.DataFrame:
    """Return the patients' rows with the value that the file carries to a visit, and its change."""
    there = in_file[(in_file["AVISIT"] == visit[0]) | (in_file["AVISITN"] == visit[1])]
    value = there.drop_duplicates("USUBJID").set_index("USUBJID")["AVAL"]
    patients = frame.drop_duplicates("USUBJID")
    carried = patients["USUBJID"].map(value)
    rows = patients.assign(AVISIT=visit[0], AVISITN=visit[1], AVAL=carried, CHG=carried - patients["BASE"])
    return rows[rows["CHG"].notna()]
