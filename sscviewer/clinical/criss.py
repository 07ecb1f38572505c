"""The composite response index CRISS and its revision.

The five core items are columns in the order of `ITEMS`: FVC in % predicted, global assessments on 0 to 10.
"""

import numpy as np
import numpy.typing as npt

from sscviewer.clinical.change import relative_change
from sscviewer.clinical.verdicts import all_of, at_least, count_of, not_
from sscviewer.model.arrays import Floats

ITEMS = ("MRSS", "FVCPP", "PTGA", "MDGA", "HAQDI")
"""Skin score, FVC % predicted, patient's and physician's global assessment, HAQ Disability Index."""

INTERCEPT = -5.54
WEIGHTS = (-0.81, 0.21, -0.40, -0.44, -3.41)
"""Of the changes from baseline, in the order of `ITEMS`. **Source**: Khanna 2016, PMC4818571, Table 4."""

IMPROVED = 0.60
"""From this probability on a patient has improved. **Source**: Khanna 2016."""

FVC_FALL, FVC_BELOW = 15.0, 80.0
"""Of step 1: relative fall of FVC %, FVC % predicted after it."""

FVC_POINTS = 5.0
"""Relative rise of FVC, %, that counts at every level. **Source**: Khanna 2021 ARD 80:641."""
LEVELS = (20.0, 25.0, 30.0, 50.0, 75.0)
LEAST_ITEMS = 3


def compute_criss(changes: npt.ArrayLike, step_one: npt.ArrayLike = 0.0) -> Floats:
    """Return the probability that a patient has improved.

    Parameters
    ----------
    changes : (..., 5) float, follow-up - baseline of each item; NaN when missing
    step_one : (...) verdict: 1 where an event of step 1 makes the probability 0, NaN where it cannot be told

    Returns
    -------
    (...) float, 0 to 1; 0 with an event of step 1, whatever is missing; else NaN where an item is missing
    (no rule for missing items is published) or step 1 cannot be told.

    **Source**: Khanna 2016 (PMC4818571, Table 4): logit = -5.54 - 0.81 dMRSS + 0.21 dFVC - 0.40 dPtGA
    - 0.44 dMDGA - 3.41 dHAQ-DI.
    """
    changes = np.asarray(changes, dtype=np.float64)
    event = np.asarray(step_one, dtype=np.float64)
    logit = INTERCEPT + changes @ np.array(WEIGHTS)
    # exp of the negative side only, so that it never overflows
    small = np.exp(-np.abs(logit))
    probability = np.where(logit >= 0, 1.0, small) / (1.0 + small)
    return np.where(event == 1, 0.0, np.where(np.isnan(event), np.nan, probability))


def judge_lung_decline(
    fvc0: npt.ArrayLike, fvc1: npt.ArrayLike, confirming: npt.ArrayLike, has_ild: npt.ArrayLike = 1.0
) -> Floats:
    """Return whether FVC fell by >= 15 % (relative) to below 80 % predicted, confirmed, with ILD.

    Parameters
    ----------
    confirming
        The FVC % predicted of a second test within a month of the first; NaN without one.
    has_ild
        Verdict: ILD on HRCT.

    Without a second test the verdict of a large fall is NaN; where there was no such fall it is 0 anyway.

    **Source**: Khanna 2016, step 1.
    """
    fell = at_least(-relative_change(fvc0, fvc1), FVC_FALL)
    low = not_(at_least(fvc1, FVC_BELOW))
    confirmed = at_least(-relative_change(fvc0, confirming), FVC_FALL)
    return all_of(fell, low, confirmed, has_ild)


def judge_items(base: npt.ArrayLike, value: npt.ArrayLike, level: float) -> Floats:
    """Return which core items improved by `level` %; (..., 5) verdicts in the order of `ITEMS`.

    An item of baseline 0 has no percentage and counts as not improved (clinical facts 6.2, unverified).
    """
    base = np.asarray(base, dtype=np.float64)
    relative = relative_change(base, value)
    gain = np.where(_IS_FVC, relative, -relative)
    verdict = at_least(gain, np.where(_IS_FVC, FVC_POINTS, level))
    nothing_to_gain = (base == 0) & ~np.isnan(np.asarray(value, dtype=np.float64))
    return np.where(nothing_to_gain, 0.0, verdict)


def judge_revised_criss(
    base: npt.ArrayLike, value: npt.ArrayLike, level: float, step_one: npt.ArrayLike = 0.0
) -> Floats:
    """Return whether a patient responds at a level: >= 3 of 5 items improved by `level` % (FVC by 5 %).

    Parameters
    ----------
    base, value : (..., 5) float in the order of `ITEMS`; NaN when missing
    level
        20, 25, 30, 50 or 75 % (`LEVELS`), or another.
    step_one : (...) verdict of step 1, whose events exclude a response; 0 where step 1 is not applied

    A missing item leaves the verdict open only where it could decide.

    **Source**: Khanna 2021 ARD 80:641; that step 1 is kept is a setting (unverified).
    """
    items = judge_items(base, value, level)
    return all_of(count_of(LEAST_ITEMS, *np.moveaxis(items, -1, 0)), not_(step_one))


def judge_criss(probability: npt.ArrayLike, least: float = IMPROVED) -> Floats:
    """Return whether a probability counts as improved."""
    return at_least(probability, least)


_IS_FVC = np.array([item == "FVCPP" for item in ITEMS])
