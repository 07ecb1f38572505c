"""Series keep apart what the file keeps apart: eye, side, lesion, reader, method are part of the name."""

import numpy as np
import pandas as pd

from sscviewer.model.sentence import say
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.values.cells import as_array, as_objects
from sscviewer.workbook.values.words import identifier

QUALIFIERS = (
    *("OBJECT", "LATERALITY", "LOCATION", "DIRECTION", "EVALUATOR", "METHOD", "SUBCATEGORY", "GROUP"),
    "PERIOD",
)
"""Columns that may tell values of one patient-day apart, in the order in which they are tried.

Periods of a crossover have days of their own, and tell values of one *visit* apart.
"""

_REPEATED = 0.5
"""Of a code's values so many have their visit in another period too where periods are those of a crossover.

An open-label extension has its own visits; what it shares with the trial before are a few unscheduled ones.
"""

_MOST = 30
"""A qualifier with more different words numbers the records and makes no series."""

_OF_A_READING = ("USUBJID", "PARAMCD", "VISIT", "ADT", "ADY", "ATPT")


def series_apart(frame: pd.DataFrame) -> pd.DataFrame:
    """Return values of which several of one day and code, told apart by a qualifier, have codes of their own.

    What a finding is about (OBJECT) always belongs to its name: "occurred" says nothing without it.
    """
    have = [name for name in QUALIFIERS if name in frame]
    for name in have:
        reading = [column for column in _OF_A_READING if column in frame]
        said = as_array(frame[name])
        codes = as_array(frame["PARAMCD"])
        if name == "OBJECT":
            split = set(codes[said != ""])
        elif name == "PERIOD":
            split = _crossed_over(frame) if "VISIT" in frame else set()
        else:
            split = _split_by(frame, reading, name, codes)
        if split:
            frame = _named_apart(frame, name, np.isin(codes.astype(str), list(split)) & (said != ""))
    return frame.drop(columns=have)


def _split_by(
    frame: pd.DataFrame, reading: list[str], name: str, codes: "np.ndarray[tuple[int], np.dtype[np.object_]]"
) -> set[str]:
    """Return the codes of which a qualifier tells several values of one patient-day apart."""
    again = frame.duplicated(reading, keep=False).to_numpy()
    if not again.any():
        return set()
    doubled = frame[again]
    left = doubled.duplicated([*reading, name], keep=False).to_numpy()
    split = set(codes[again][~left])
    counts = frame.groupby("PARAMCD")[name].nunique()
    return {code for code in split if 1 < counts.get(code, 0) <= _MOST}


def _crossed_over(frame: pd.DataFrame) -> set[str]:
    """Return the codes whose visits come again in each period."""
    told = frame[(frame["VISIT"] != "") & (frame["PERIOD"] != "")]
    if told.empty:
        return set()
    periods = told.groupby(["USUBJID", "PARAMCD", "VISIT"], sort=False)["PERIOD"].transform("nunique")
    share = (periods > 1).groupby(told["PARAMCD"]).mean()
    return {str(code) for code, part in share.items() if part > _REPEATED}


def _named_apart(
    frame: pd.DataFrame, name: str, rows: "np.ndarray[tuple[int], np.dtype[np.bool_]]"
) -> pd.DataFrame:
    codes, names, said = as_array(frame["PARAMCD"]), as_array(frame["NAME"]), as_array(frame[name])
    if name == "PERIOD":
        said = as_objects([f"Period {text}" if text.isdigit() else text for text in said])
    pairs = set(zip(codes[rows], names[rows], said[rows], strict=True))
    new = {(c, n, q): (f"{c}_{identifier(q)}", f"{n}, {q.lower()}") for c, n, q in pairs}
    made = [new[(c, n, q)] if row else (c, n) for c, n, q, row in zip(codes, names, said, rows, strict=True)]
    return frame.assign(PARAMCD=as_objects([c for c, _ in made]), NAME=as_objects([n for _, n in made]))


def names_apart(frame: pd.DataFrame, findings: Findings) -> pd.DataFrame:
    """Return values of which two names of the file differ on one patient-day with a code for each name.

    "Sodium" and "Sodium." are one test typed twice where a patient has the one or the other; where a patient
    has both with different values they are two. The commonest name keeps our code; of equals the first by
    letter.
    """
    reading = [column for column in _OF_A_READING if column in frame]
    again = frame[frame.duplicated(reading, keep=False)]
    groups = again.groupby(reading, dropna=False, sort=False)
    doubtful = (groups["NAME"].transform("nunique") > 1) & (groups["AVAL"].transform("nunique") > 1)
    codes, names = as_array(frame["PARAMCD"]).copy(), as_array(frame["NAME"])
    for code in sorted(set(again.loc[doubtful, "PARAMCD"])):
        counts = frame.loc[frame["PARAMCD"] == code, "NAME"].value_counts()
        first, *others = sorted(counts.index, key=lambda name: (-counts[name], name))
        for number, name in enumerate(others, 2):
            here = (names == name) & (frame["PARAMCD"] == code).to_numpy()
            codes[here] = f"{code}_{number}"
            sheet, _, cell = str(frame["SRCREF"].iloc[int(np.flatnonzero(here)[0])]).rpartition("!")
            findings.add(
                "warning",
                "value.names_apart",
                say(
                    "“{first}” and “{second}” have different values on one day of a patient; they are kept "
                    "apart as two measurements.",
                    first=first,
                    second=name,
                ),
                sheet=sheet,
                cell=cell,
            )
    return frame.assign(PARAMCD=codes)
