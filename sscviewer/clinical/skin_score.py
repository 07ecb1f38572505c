"""The modified Rodnan skin score from its 17 sites."""

import numpy as np
import numpy.typing as npt

_SIDED = ("Fingers", "Hand", "Forearm", "Upper arm", "Thigh", "Lower leg", "Foot")
SITES = (
    "Face",
    "Anterior chest",
    "Abdomen",
    *(f"{part}, {side}" for part in _SIDED for side in ("right", "left")),
)
"""The sites in the order of their codes MRSS01 … MRSS17; right is the patient's right.

**Source**: NCT00555581 record (clinical facts 3).
"""

N_SITES = len(SITES)
SITE_CODES = tuple(f"MRSS{i:02d}" for i in range(1, N_SITES + 1))

SITE_MAX = 3
TOTAL_MAX = N_SITES * SITE_MAX

SITE_WORDS = ("normal", "mild", "moderate", "severe")
"""What 0 to 3 mean; severe is skin that cannot be pinched."""


def compute_mrss(sites: npt.NDArray[np.float64], most_missing: int = 0) -> npt.NDArray[np.float64]:
    """Return the total skin score.

    Parameters
    ----------
    sites : (n, 17) float, 0 to 3 each; NaN when not assessed
    most_missing
        Up to so many missing sites the mean of the others stands for them (mean x 17, not rounded). 0, the
        default, prorates nothing, because no rule for it is published; 2 is the usual choice.

    Returns
    -------
    (n,) float, 0 to 51; NaN with more missing sites or an impossible one. A missing site is never taken as 0.

    **Source**: sum of 17 sites, 0-3 each: NCT00555581 record.
    """
    _check_width(sites, N_SITES)
    missing = count_missing(sites)
    impossible = ((sites < 0) | (sites > SITE_MAX)).any(axis=1)
    known = np.where(np.isnan(sites), 0.0, sites).sum(axis=1)
    total = np.where(missing == 0, known, known / np.maximum(N_SITES - missing, 1) * N_SITES)
    return np.where(impossible | (missing > min(most_missing, N_SITES - 1)), np.nan, total)


def count_missing(sites: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """Return how many sites were not assessed; a total with some is a prorated one."""
    _check_width(sites, N_SITES)
    count: npt.NDArray[np.int64] = np.isnan(sites).sum(axis=1)
    return count


def _check_width(values: npt.NDArray[np.float64], width: int) -> None:
    if values.ndim != 2 or values.shape[1] != width:
        raise ValueError(f"expected (n, {width}) values, got {values.shape}")
