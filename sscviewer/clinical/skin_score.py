"""The modified Rodnan skin score from its 17 sites."""

import numpy as np
import numpy.typing as npt

N_SITES = 17
"""Face, anterior chest, abdomen; fingers, hand, forearm, upper arm, thigh, lower leg, foot on either side."""

SITE_MAX = 3
TOTAL_MAX = N_SITES * SITE_MAX


def compute_mrss(sites: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the total skin score.

    Parameters
    ----------
    sites : (n, 17) float, 0 to 3 each; NaN when not assessed

    Returns
    -------
    (n,) float, 0 to 51; NaN unless all 17 sites are there and possible. A missing site is never taken as 0,
    and no total is prorated, because no rule for it is published.

    **Source**: sum of 17 sites, 0-3 each: NCT00555581 record.
    """
    _check_width(sites, N_SITES)
    possible = ((sites >= 0) & (sites <= SITE_MAX)).all(axis=1)
    return np.where(possible, sites.sum(axis=1), np.nan)


def _check_width(values: npt.NDArray[np.float64], width: int) -> None:
    if values.ndim != 2 or values.shape[1] != width:
        raise ValueError(f"expected (n, {width}) values, got {values.shape}")
