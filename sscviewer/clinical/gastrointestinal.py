"""The UCLA SCTC GIT 2.0 total from its scales."""

import numpy as np
import numpy.typing as npt

SCALES = (
    "reflux",
    "distention and bloating",
    "diarrhoea",
    "faecal soilage",
    "constipation",
    "emotional well-being",
    "social functioning",
)
SCALE_MAX = 3.0
IN_TOTAL = tuple(i for i, scale in enumerate(SCALES) if scale != "constipation")
"""Constipation is scored but is no part of the total. **Source**: PMC2767193 (clinical facts 6.4)."""


def compute_git_total(scales: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the total, 0 to 3, higher is worse: the mean of six scales.

    Parameters
    ----------
    scales : (n, 7) float, 0 to 3 in the order of `SCALES`; NaN when missing

    Returns
    -------
    (n,) float; NaN unless all six are there and in their range. Scales are taken as given: the number of
    items of each is unverified, so no scale is worked out from items.
    """
    if scales.ndim != 2 or scales.shape[1] != len(SCALES):
        raise ValueError(f"expected (n, {len(SCALES)}) scales, got {scales.shape}")
    counted = scales[:, IN_TOTAL]
    possible = ((counted >= 0) & (counted <= SCALE_MAX)).all(axis=1)
    return np.where(possible, counted.mean(axis=1), np.nan)
