"""Progression of interstitial lung disease, as verdicts on changes of FVC and DLCO in % predicted.

All values are in % predicted. Relative changes are 100 (x1 - x0) / x0, absolute ones x1 - x0; limits are
inclusive unless the definition says "more than". A verdict is 1, 0 or NaN (see `clinical.verdicts`).
"""

import numpy as np
import numpy.typing as npt

from sscviewer.clinical.change import absolute_change, relative_change
from sscviewer.clinical.verdicts import all_of, any_of, at_least, more_than, not_
from sscviewer.model.arrays import Floats

LARGE_FALL, SMALL_FALL, DLCO_FALL = 10.0, 5.0, 15.0
"""Relative falls, %: of FVC alone; of FVC together with DLCO. **Source**: Khanna 2015 J Rheumatol 42:2168."""

PPF_FVC, PPF_DLCO = 5.0, 10.0
"""Absolute falls within a year, % predicted. **Source**: ATS/ERS/JRS/ALAT 2022, Table 4."""

RELIEF_PER_YEAR = 5.0
"""Absolute fall of FVC per year, % predicted (clinical facts 5)."""

UILD_FALL, UILD_YEARS = 5.0, 0.5
"""More than so many points of FVC within so many years: unclassifiable ILD (clinical facts 5)."""

EXTENSIVE_PERCENT, EXTENSIVE_FVC = 20.0, 70.0
INDETERMINATE = (10.0, 30.0)
"""Extent on HRCT, %, about which a reader may doubt on which side of 20 it lies; then FVC decides.

**Source**: Goh 2008 (clinical facts 5).
"""


def judge_omeract(
    fvc0: npt.ArrayLike, fvc1: npt.ArrayLike, dlco0: npt.ArrayLike, dlco1: npt.ArrayLike
) -> Floats:
    """Return whether CTD-ILD progressed: FVC by >= 10 %, or by 5 to < 10 % and DLCO by >= 15 %, relative.

    **Source**: Khanna 2015 J Rheumatol 42:2168.
    """
    fall, dlco_fall = -relative_change(fvc0, fvc1), -relative_change(dlco0, dlco1)
    both = all_of(at_least(fall, SMALL_FALL), at_least(dlco_fall, DLCO_FALL))
    return any_of(at_least(fall, LARGE_FALL), both)


def judge_ppf_physiology(
    fvc0: npt.ArrayLike, fvc1: npt.ArrayLike, dlco0: npt.ArrayLike, dlco1: npt.ArrayLike
) -> Floats:
    """Return the physiological criterion of progressive pulmonary fibrosis, for values at most a year apart.

    Absolute fall of FVC >= 5 % predicted, or of the haemoglobin-corrected DLCO >= 10 % predicted. It is one
    of three criteria, of which two are needed.

    **Source**: ATS/ERS/JRS/ALAT 2022, Table 4.
    """
    fall, dlco_fall = -absolute_change(fvc0, fvc1), -absolute_change(dlco0, dlco1)
    return any_of(at_least(fall, PPF_FVC), at_least(dlco_fall, PPF_DLCO))


def judge_inbuild(
    fvc0: npt.ArrayLike,
    fvc1: npt.ArrayLike,
    symptoms: npt.ArrayLike = np.nan,
    fibrosis: npt.ArrayLike = np.nan,
) -> Floats:
    """Return whether INBUILD's definition of progression is met, for values at most 24 months apart.

    Parameters
    ----------
    symptoms, fibrosis
        Verdicts: worse symptoms; more fibrosis on HRCT. NaN, the default, where the file does not say: then
        only what FVC alone decides is known.

    Any of: relative FVC fall >= 10 %; 5 to < 10 % with worse symptoms or more fibrosis; both of these.

    **Source**: INBUILD, European Respiratory Review 15130 (clinical facts 5).
    """
    fall = -relative_change(fvc0, fvc1)
    small = all_of(at_least(fall, SMALL_FALL), any_of(symptoms, fibrosis))
    return any_of(at_least(fall, LARGE_FALL), small, all_of(symptoms, fibrosis))


def judge_relief(fvc0: npt.ArrayLike, fvc1: npt.ArrayLike, years: npt.ArrayLike) -> Floats:
    """Return whether FVC fell by >= 5 % predicted per year, absolute and annualised.

    Parameters
    ----------
    years
        Time between the two values; NaN or 0 gives no verdict.

    **Source**: RELIEF (clinical facts 5).
    """
    return at_least(annual_fall(fvc0, fvc1, years), RELIEF_PER_YEAR)


def annual_fall(fvc0: npt.ArrayLike, fvc1: npt.ArrayLike, years: npt.ArrayLike) -> Floats:
    """Return the fall per year, in points of % predicted."""
    elapsed = np.asarray(years, dtype=np.float64)
    fall: Floats = -absolute_change(fvc0, fvc1) / np.where(elapsed > 0, elapsed, np.nan)
    return fall


def judge_uild(fvc0: npt.ArrayLike, fvc1: npt.ArrayLike, years: npt.ArrayLike) -> Floats:
    """Return whether FVC fell by more than 5 % predicted within six months; NaN for values further apart.

    **Source**: the rule for unclassifiable ILD (clinical facts 5).
    """
    too_far = not_(at_least(UILD_YEARS, years)) != 0
    return np.where(too_far, np.nan, more_than(-absolute_change(fvc0, fvc1), UILD_FALL))


def place_in_band(improvement: npt.ArrayLike, band: tuple[float, float]) -> Floats:
    """Return where a change lies against the published estimates of what matters.

    Returns
    -------
    0 below all estimates, 1 from the lowest on, 2 from the highest on; NaN when missing.
    """
    low, high = band
    place: Floats = at_least(improvement, low) + at_least(improvement, high)
    return place


def classify_extent(
    hrct_percent: npt.ArrayLike,
    fvc: npt.ArrayLike,
    indeterminate: tuple[float, float] | None = INDETERMINATE,
) -> npt.NDArray[np.object_]:
    """Return "EXTENSIVE" or "LIMITED" lung disease, "" when it cannot be told.

    Parameters
    ----------
    hrct_percent
        Extent of disease on HRCT, %.
    fvc
        FVC, % predicted; looked at only in the indeterminate range, ends included.
    indeterminate
        Where a reading of the extent does not decide. None trusts the reading to either side of 20 %, and
        only exactly 20 % is left to FVC.

    **Source**: Goh 2008 (clinical facts 5): FVC < 70 % is extensive, >= 70 % limited.
    """
    extent, fvc = np.broadcast_arrays(np.asarray(hrct_percent, dtype=np.float64), np.asarray(fvc))
    low, high = indeterminate or (EXTENSIVE_PERCENT, EXTENSIVE_PERCENT)
    by_fvc = at_least(fvc, EXTENSIVE_FVC)
    conditions = [
        more_than(extent, high) == 1,
        at_least(extent, low) == 0,
        ~np.isnan(extent) & (by_fvc == 0),
        ~np.isnan(extent) & (by_fvc == 1),
    ]
    return np.select(conditions, ["EXTENSIVE", "LIMITED", "EXTENSIVE", "LIMITED"], "").astype(object)
