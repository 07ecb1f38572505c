"""Arms compared at one visit with the baseline as covariate: least-squares means and their differences."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from sscviewer.analysis.arm_order import in_dose_order
from sscviewer.analysis.estimate import Estimate, make_estimate
from sscviewer.model.arrays import Floats, Texts


@dataclass(frozen=True, slots=True)
class Ancova:
    """Arms at the average of the covariates.

    Attributes
    ----------
    arms : tuple of (arm, Estimate)
        Least-squares mean of each arm.
    differences : tuple of (arm, Estimate)
        Of each other arm from the reference.
    pairs : tuple of (arm, arm, Estimate)
        Of the other arms from one another, the one later in the order of doses less the earlier.
    slopes : tuple of float
        Of the covariates.
    notes : tuple of str
        Who is left out, or why there is no result.
    """

    reference: str
    arms: tuple[tuple[str, Estimate], ...]
    differences: tuple[tuple[str, Estimate], ...]
    pairs: tuple[tuple[str, str, Estimate], ...]
    slopes: tuple[float, ...]
    notes: tuple[str, ...]


def ancova(
    response: Floats,
    arm: Texts,
    covariates: Floats,
    *,
    reference: str,
    words: Sequence[str] = ("baseline value",),
    level: float,
) -> Ancova:
    """Return the analysis of covariance: one slope of each covariate for all arms, one variance.

    Parameters
    ----------
    response : (n,)
        Change at the visit, NaN where missing: the patient is left out and counted.
    arm : (n,) "" where not known
    covariates : (n, k)
        Numbers; strata as indicators.
    reference : str
        The arm the others are compared with.
    words : (k,)
        What the covariates are called.

    **Source**: Fisher 1932; Senn, Stat Med 25 (2006) 4334 (why the baseline is a covariate); Searle, Speed &
    Milliken, Am Stat 34 (1980) 216 (least-squares means).
    """
    x = np.asarray(covariates, dtype=np.float64)
    x = x[:, None] if x.ndim == 1 else x
    known = ~np.isnan(response) & ~np.isnan(x).any(axis=1) & (arm != "")
    notes = [f"{int((~known).sum())} patients without a value, a covariate or an arm left out."]
    notes = notes if not known.all() else []
    names = in_dose_order(str(name) for name in arm[known])
    y, x, own = response[known], x[known], arm[known]
    centred = x - x.mean(axis=0) if len(y) else x
    varies = np.ptp(centred, axis=0) > 0 if len(y) else np.zeros(x.shape[1], dtype=bool)
    notes += [
        f"No adjustment for {word}: it is the same in all patients."
        for word, some in zip(words, varies, strict=True)
        if not some
    ]
    design = np.column_stack([*(own == name for name in names), centred[:, varies]]).astype(np.float64)
    df = len(y) - design.shape[1]
    if len(names) < 2 or reference not in names or df < 1 or np.linalg.matrix_rank(design) < design.shape[1]:
        reason = "Not estimated: too few patients, one arm only, or a covariate that follows from the arm."
        return Ancova(reference, (), (), (), (), (*notes, reason))
    inverse = np.linalg.inv(design.T @ design)
    beta = inverse @ design.T @ y
    variance = float(np.sum((y - design @ beta) ** 2)) / df

    def estimate(weights: Floats) -> Estimate:
        return make_estimate(
            float(weights @ beta),
            float(np.sqrt(variance * (weights @ inverse @ weights))),
            float(df),
            level=level,
            n_subjects=len(y),
            n_obs=len(y),
            method="analysis of covariance",
        )

    unit = np.eye(design.shape[1])
    base = unit[names.index(reference)]
    others = [(i, name) for i, name in enumerate(names) if name != reference]
    return Ancova(
        reference,
        tuple((name, estimate(unit[i])) for i, name in enumerate(names)),
        tuple((name, estimate(unit[i] - base)) for i, name in others),
        tuple((b, a, estimate(unit[j] - unit[i])) for (i, a), (j, b) in combinations(others, 2)),
        tuple(float(b) for b in beta[len(names) :]),
        tuple(notes),
    )
