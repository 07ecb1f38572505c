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

DIFFUSE, LIMITED, NO_THICKENING = "DIFFUSE", "LIMITED", "NONE"


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


def classify_extent(sites: npt.NDArray[np.float64]) -> npt.NDArray[np.object_]:
    """Return what the thickened skin of one examination looks like.

    Parameters
    ----------
    sites : (n, 17) float, 0 to 3; NaN when not assessed

    Returns
    -------
    (n,) str: DIFFUSE with any thick proximal skin; LIMITED with thick skin elsewhere only, all proximal sites
    assessed; NONE with no thick skin, all sites assessed; "" where a missing site could decide.

    The subset of a patient is a clinician's word about the whole course; this is one examination.

    **Source**: LeRoy 1988 (clinical facts 3).
    """
    worst = highest_proximal(sites)
    thick = (sites > 0).any(axis=1)
    proximal_known = ~np.isnan(sites[:, PROXIMAL]).any(axis=1)
    all_known = ~np.isnan(sites).any(axis=1)
    conditions = [worst > 0, proximal_known & thick, all_known & ~thick]
    return np.select(conditions, [DIFFUSE, LIMITED, NO_THICKENING], "").astype(object)
