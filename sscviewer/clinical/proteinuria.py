"""CTCAE grades of protein in the urine: 24-hour collections and dipsticks."""

import re

import numpy as np
import numpy.typing as npt

from sscviewer.clinical.ctcae_labs import is_beyond
from sscviewer.model.arrays import Floats

MODERATE, SEVERE = 1.0, 3.5
"""Grams in 24 hours from which grade 2 and grade 3 begin. **Source**: CTCAE v4 and v5, adults (facts 7.1)."""
MILD_V3 = 0.15
"""Grams in 24 hours from which grade 1 of version 3 begins; its higher grades were not checked."""

_PLUSES = {
    5: {0: 0.0, 1: 1.0, 2: 2.0, 3: 2.0, 4: 3.0},
    4: {0: 0.0, 1: 1.0, 2: 2.0, 3: 2.0, 4: 2.0},
    3: {0: 0.0, 1: 1.0},
}
"""{version: {dipstick: grade}}; version 4 has no grade for 3+ and 4+ alone: they are at least grade 2."""
_NONE = re.compile(
    r"^(?:neg(?:ativ[eo]?|atif)?|nil|none|absent|not detected|trace[sn]?|tr|spur(?:en)?|\(\+\)|\+/-|±|-|0)$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"^(?:([1-4])\s*\+|\+\s*([1-4])|(\+{1,4}))$")


def read_dipstick(text: str) -> float:
    """Return how many pluses a dipstick shows: 0 for negative and trace, 1 to 4; NaN for other words."""
    text = text.strip()
    if _NONE.match(text):
        return 0.0
    found = _COUNTED.match(text)
    if not found:
        return np.nan
    number = found[1] or found[2]
    return float(number) if number else float(len(found[3]))


def grade_dipstick(pluses: Floats, version: int) -> Floats:
    """Return the grade of dipsticks of 0 to 4 pluses; NaN where the version's grade was not checked."""
    grades = _PLUSES[version]
    return np.array([grades.get(int(p), np.nan) if not np.isnan(p) else np.nan for p in pluses], dtype=float)


def grade_24_hours(grams: Floats, upper: Floats, version: int) -> Floats:
    """Return the grade of grams of protein in 24 hours; NaN where it cannot be told.

    Parameters
    ----------
    upper
        Upper limit of normal in grams; without it a value below 1.0 g has no grade (versions 4 and 5).
    """
    if version == 3:
        mild = ~is_beyond(np.full_like(grams, MILD_V3), grams) & ~is_beyond(grams, np.full_like(grams, 1.0))
        return np.where(np.isnan(grams), np.nan, np.where(mild, 1.0, np.where(grams < MILD_V3, 0.0, np.nan)))
    below = np.where(np.isnan(upper), np.nan, np.where(is_beyond(upper, grams), 0.0, 1.0))
    moderate = ~is_beyond(np.full_like(grams, MODERATE), grams)
    severe = ~is_beyond(np.full_like(grams, SEVERE), grams)
    graded = np.where(severe, 3.0, np.where(moderate, 2.0, below))
    return np.where(np.isnan(grams), np.nan, graded)


def read_dipsticks(texts: npt.NDArray[np.object_]) -> Floats:
    """Return the pluses of many dipsticks."""
    known = {text: read_dipstick(str(text)) for text in set(texts)}
    return np.array([known[text] for text in texts], dtype=float)
