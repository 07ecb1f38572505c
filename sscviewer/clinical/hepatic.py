"""Drug-induced liver injury from laboratory values: Hy's law and the quadrants of the eDISH plot."""

import numpy as np
import numpy.typing as npt

from sscviewer.clinical.ctcae_labs import is_beyond
from sscviewer.model.arrays import Bools, Floats

AMINOTRANSFERASE = 3.0
BILIRUBIN = 2.0
"""Multiples of the upper limit at which a value counts as raised (at the bound it does)."""
ALKALINE_PHOSPHATASE = 2.0
"""From this multiple on cholestasis may explain the bilirubin.

**Source**: FDA guidance on drug-induced liver injury, 2009; bounds inclusive as in admiral (facts 7.5).
"""
WINDOW_DAYS = 14
"""So many days after the aminotransferase bilirubin may rise. **Source**: admiral, ADLBHY (facts 7.5)."""

HEPATOCELLULAR, CHOLESTATIC = 5.0, 2.0
"""The ratio R = (ALT / its upper limit) / (ALP / its upper limit): from 5 on hepatocellular, up to 2
cholestatic, mixed in between.

**Source**: Bénichou 1990, J Hepatol 11:272 (the international consensus criteria).
"""

QUADRANTS = ("normal", "temple", "cholestasis", "hy")
QUADRANT_WORDS = {
    "normal": "Normal or near normal",
    "temple": "Temple’s corollary",
    "cholestasis": "Cholestasis or hyperbilirubinaemia",
    "hy": "Hy’s law range",
}


def at_least(multiple: Floats, bound: float) -> Bools:
    """Return where a multiple reaches a bound (to ten digits); False where it is NaN."""
    reached: Bools = ~is_beyond(np.full_like(multiple, bound), multiple) & ~np.isnan(multiple)
    return reached


def quadrant(aminotransferase: Floats, bilirubin: Floats) -> npt.NDArray[np.object_]:
    """Return the eDISH quadrant of peak values.

    Parameters
    ----------
    aminotransferase, bilirubin : (n,) peak ALT or AST, and peak total bilirubin, as multiples of their limits

    Returns
    -------
    (n,) one of `QUADRANTS`; "" where either is NaN.
    """
    right, upper = at_least(aminotransferase, AMINOTRANSFERASE), at_least(bilirubin, BILIRUBIN)
    chosen = np.array(QUADRANTS, dtype=object)[right.astype(int) + 2 * upper.astype(int)]
    unknown = np.isnan(aminotransferase) | np.isnan(bilirubin)
    return np.where(unknown, "", chosen).astype(object)


def injury_pattern(ratio: float) -> str:
    """Return "hepatocellular", "mixed" or "cholestatic" of a ratio R; "" when it is NaN."""
    if np.isnan(ratio):
        return ""
    if ratio >= HEPATOCELLULAR:
        return "hepatocellular"
    return "cholestatic" if ratio <= CHOLESTATIC else "mixed"
