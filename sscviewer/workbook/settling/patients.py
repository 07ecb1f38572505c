"""Age, body and date of birth settled: what nobody has is kept out before a predicted value is made."""

import re
from collections.abc import Callable

import numpy as np
import pandas as pd

from sscviewer.model.arrays import Bools, Floats
from sscviewer.model.sentence import say
from sscviewer.workbook.findings import Findings

CellOf = Callable[[str, str], tuple[str, str]]
"""From a patient's SRCREF and a column its sheet and cell."""

HEIGHTS, WEIGHTS = (100.0, 230.0), (25.0, 250.0)
"""Centimetres and kilograms; the limits of the parameters HEIGHT and WEIGHT. Children below the age of four
are shorter, below eight lighter."""
LONGEST = 90.0
"""Years of disease; a year written in the place of a duration is far above it."""
METRES = (1.0, 2.3)
OLDEST = 120.0
CHILD, ADULT = 9.0, 18.0
"""Years: below CHILD among patients who are all ADULT is a slip of the decimal mark."""
_ENOUGH = 0.8
"""This part of a column must be heights in metres for it to be one of metres."""
_BIRTH = re.compile(r"^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$")


def settle_patients(frame: pd.DataFrame, cell_of: CellOf, findings: Findings) -> pd.DataFrame:
    """Return the patients without impossible ages, bodies, durations and dates of birth, each with an issue.

    Parameters
    ----------
    frame
        The subjects table of the file: AGE and DISDUR in years, HEIGHT in cm, WEIGHT in kg, BRTHDTC, as far
        as there are any.
    """
    if not len(frame):
        return frame
    frame = frame.copy()
    if "HEIGHT" in frame:
        frame["HEIGHT"] = _in_metres(frame, cell_of, findings)
    for column, code, words, (low, high) in _LIMITS:
        if column in frame:
            value = frame[column].to_numpy(dtype=float)
            bad = (value < low) | (value > high)
            _tell(frame, bad, column, code, words, cell_of, findings)
            frame[column] = np.where(bad, np.nan, value)
    if "AGE" in frame:
        age = frame["AGE"].to_numpy(dtype=float)
        bad = _impossible_ages(age)
        _tell(frame, bad, "AGE", "subject.age", "An age of {:g} years cannot be right", cell_of, findings)
        frame["AGE"] = np.where(bad, np.nan, age)
    if "BRTHDTC" in frame:
        born = frame["BRTHDTC"].fillna("").astype(str)
        bad = np.array([bool(text.strip()) and not _BIRTH.match(text) for text in born], dtype=bool)
        _tell(frame, bad, "BRTHDTC", "subject.birth", "“{}” is no date of birth", cell_of, findings)
        frame["BRTHDTC"] = np.where(bad, "", born)
    return frame


_LIMITS = (
    (
        "HEIGHT",
        "subject.height",
        f"A height of {{:g}} cm is outside {HEIGHTS[0]:g} to {HEIGHTS[1]:g} cm and cannot be right",
        HEIGHTS,
    ),
    (
        "WEIGHT",
        "subject.weight",
        f"A weight of {{:g}} kg is outside {WEIGHTS[0]:g} to {WEIGHTS[1]:g} kg and cannot be right",
        WEIGHTS,
    ),
    (
        "DISDUR",
        "subject.duration",
        f"A disease duration of {{:g}} years is below 0 or above {LONGEST:g} and cannot be right",
        (0.0, LONGEST),
    ),
)


def _in_metres(frame: pd.DataFrame, cell_of: CellOf, findings: Findings) -> Floats:
    """Return the heights in cm, converted where nearly all of the column fit only metres."""
    height = frame["HEIGHT"].to_numpy(dtype=float)
    metres = (height >= METRES[0]) & (height <= METRES[1])
    known = ~np.isnan(height)
    if known.any() and metres.sum() >= _ENOUGH * known.sum():
        first = int(np.flatnonzero(metres)[0])
        sheet, cell = cell_of(str(frame["SRCREF"].iloc[first]), "HEIGHT")
        findings.add(
            "warning",
            "unit.from_values",
            say(
                "Heights such as {height:g} fit only metres; {n} were converted to cm.",
                height=height[first],
                n=int(metres.sum()),
            ),
            sheet=sheet,
            cell=cell,
        )
        height = np.where(metres, height * 100, height)
    return height


def _impossible_ages(age: Floats) -> Bools:
    possible = age[(age >= 0) & (age <= OLDEST)]
    grown = possible[possible >= CHILD]
    adults = len(grown) > 1 and bool((grown >= ADULT).all()) and len(grown) > len(possible) / 2
    bad: Bools = (age < (CHILD if adults else 0)) | (age > OLDEST)
    return bad


def _tell(
    frame: pd.DataFrame, bad: Bools, column: str, code: str, words: str, cell_of: CellOf, findings: Findings
) -> None:
    for row in frame[bad].itertuples():
        sheet, cell = cell_of(str(row.SRCREF), column)
        findings.add(
            "warning",
            code,
            say(
                "{found}; it is left out, and nothing is computed from it. Correct it in the file.",
                found=words.format(getattr(row, column)),
            ),
            sheet=sheet,
            cell=cell,
            usubjid=str(row.USUBJID),
        )
