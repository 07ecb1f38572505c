"""The revised EUSTAR index of disease activity."""

import numpy as np
import numpy.typing as npt

from sscviewer.clinical.verdicts import at_least, more_than, not_
from sscviewer.model.arrays import Floats

SKIN_WORSE, DIGITAL_ULCERS, FRICTION_RUBS, HIGH_CRP, LOW_DLCO = 1.5, 1.5, 2.25, 2.25, 1.0
SKIN_HIGH, SKIN_PER_POINT, SKIN_LIMIT = 1.5, 0.084, 18.0
CRP_LIMIT, DLCO_LIMIT = 1.0, 70.0
"""mg/dL and % predicted."""
ACTIVE = 2.5
"""**Source** of all: revised EUSTAR index, 2017 (clinical facts 6.3)."""


def compute_eustar_activity(
    skin_worse: npt.ArrayLike,
    mrss: npt.ArrayLike,
    digital_ulcers: npt.ArrayLike,
    friction_rubs: npt.ArrayLike,
    crp: npt.ArrayLike,
    dlco: npt.ArrayLike,
) -> Floats:
    """Return the activity index.

    Parameters
    ----------
    skin_worse, digital_ulcers, friction_rubs
        Verdicts (1, 0, NaN).
    mrss
        Total skin score. Up to 18 it counts 0.084 a point (1.512 at 18), above 18 it counts 1.5.
    crp, dlco
        mg/dL; % predicted.

    Returns
    -------
    float, 0 to 10.0; NaN where anything is missing.
    """
    score = np.asarray(mrss, dtype=np.float64)
    skin = np.where(score > SKIN_LIMIT, SKIN_HIGH, SKIN_PER_POINT * score)
    total: Floats = (
        SKIN_WORSE * np.asarray(skin_worse, dtype=np.float64)
        + skin
        + DIGITAL_ULCERS * np.asarray(digital_ulcers, dtype=np.float64)
        + FRICTION_RUBS * np.asarray(friction_rubs, dtype=np.float64)
        + HIGH_CRP * more_than(crp, CRP_LIMIT)
        + LOW_DLCO * not_(at_least(dlco, DLCO_LIMIT))
    )
    return total


def judge_active(index: npt.ArrayLike, least: float = ACTIVE) -> Floats:
    """Return whether the disease is active."""
    return at_least(index, least)
