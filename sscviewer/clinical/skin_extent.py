"""Which skin is thickened, against the subset the patient was given."""

import numpy as np
import numpy.typing as npt

from sscviewer.clinical.skin_score import N_SITES

ANTERIOR_CHEST, ABDOMEN = 1, 2
UPPER_ARM, THIGH = (9, 10), (11, 12)
PROXIMAL = (ANTERIOR_CHEST, ABDOMEN, *UPPER_ARM, *THIGH)
"""Positions, in the order of the 17 sites, of skin whose thickening makes the disease diffuse.

**Source**: LeRoy 1988: thickening proximal to elbows or knees, or of the trunk (clinical facts 3).
"""


def highest_proximal(sites: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the worst score of the proximal sites.

    Parameters
    ----------
    sites : (n, 17) float, 0 to 3; NaN when not assessed

    Returns
    -------
    (n,) float, NaN where none of them was assessed.
    """
    if sites.ndim != 2 or sites.shape[1] != N_SITES:
        raise ValueError(f"expected (n, {N_SITES}) sites, got {sites.shape}")
    proximal = sites[:, PROXIMAL]
    worst = np.where(np.isnan(proximal), -np.inf, proximal).max(axis=1)
    return np.where(np.isinf(worst), np.nan, worst)
