"""Arms compared at one visit with the baseline as covariate: least-squares means and their differences."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from sscviewer.analysis.arm_order import in_dose_order
from sscviewer.analysis.compare.least_squares import least_squares
from sscviewer.analysis.estimate import Estimate
from sscviewer.model.arrays import Bools, Floats, Texts
from sscviewer.model.sentence import say

METHOD = "analysis of covariance"


@dataclass(frozen=True, slots=True)
class Ancova:
    """Arms at the same covariates.

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
    at: Sequence[float] = (),
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
    at : (k,)
        Value of each covariate at which the means are; NaN for its mean over the patients. Empty: all NaN.

    **Source**: Fisher 1932; Senn, Stat Med 25 (2006) 4334 (why the baseline is a covariate); Searle, Speed &
    Milliken, Am Stat 34 (1980) 216 (least-squares means).
    """
    x = np.asarray(covariates, dtype=np.float64)
    x = x[:, None] if x.ndim == 1 else x
    known = _known(response, arm, x)
    notes = [say("{n} patients without a value, a covariate or an arm left out.", n=int((~known).sum()))]
    notes = notes if not known.all() else []
    names = in_dose_order(str(name) for name in arm[known])
    y, x, own = response[known], x[known], arm[known]
    varies = np.ptp(x, axis=0) > 0 if len(y) else np.zeros(x.shape[1], dtype=bool)
    notes += [
        say("No adjustment for {word}: it is the same in all patients.", word=word)
        for word, some in zip(words, varies, strict=True)
        if not some
    ]
    if len(y):
        wanted = np.array(at or [np.nan] * x.shape[1])
        x = x - np.where(np.isnan(wanted), x.mean(axis=0), wanted)
    design = np.column_stack([*(own == name for name in names), x[:, varies]]).astype(np.float64)
    fit = least_squares(y, design) if len(names) > 1 and reference in names else None
    if fit is None:
        reason = say(
            "Not estimated: too few patients, one arm only, or a covariate that follows from the arm."
        )
        return Ancova(reference, (), (), (), (), (*notes, reason))

    if not fit.variance > 0:
        notes.append(
            say("Within the arms all changes are as the model has them, so that there is no interval.")
        )

    def estimate(weights: Floats) -> Estimate:
        return fit.estimate(weights, level=level, method=METHOD)

    unit = np.eye(design.shape[1])
    base = unit[names.index(reference)]
    others = [(i, name) for i, name in enumerate(names) if name != reference]
    return Ancova(
        reference,
        tuple((name, estimate(unit[i])) for i, name in enumerate(names)),
        tuple((name, estimate(unit[i] - base)) for i, name in others),
        tuple((b, a, estimate(unit[j] - unit[i])) for (i, a), (j, b) in combinations(others, 2)),
        tuple(float(b) for b in fit.beta[len(names) :]),
        tuple(notes),
    )


def dose_trend(
    response: Floats, arm: Texts, covariates: Floats, doses: dict[str, float], *, level: float
) -> Estimate | None:
    """Return the slope on dose over all arms, in place of a mean for each: the test of dose-response.

    Parameters
    ----------
    response, arm, covariates
        As `ancova`, covariates (n, k).
    doses
        Of every arm; None is returned where one of an arm is missing, or all are the same.

    **Source**: Tukey, Ciminera & Heyse, Biometrics 41 (1985) 295.
    """
    known = _known(response, arm, covariates)
    names = [str(name) for name in arm[known]]
    if any(name not in doses for name in names):
        return None
    dose = np.array([doses[name] for name in names], dtype=np.float64)
    x = covariates[known]
    varying = x[:, np.ptp(x, axis=0) > 0] if len(x) else x
    fit = least_squares(response[known], np.column_stack([dose, np.ones(len(dose)), varying]))
    return None if fit is None else fit.estimate(np.eye(len(fit.beta))[0], level=level, method=METHOD)


def _known(response: Floats, arm: Texts, covariates: Floats) -> Bools:
    known: Bools = ~np.isnan(response) & ~np.isnan(covariates).any(axis=1) & (arm != "")
    return known
