"""What the result at a visit becomes under other assumptions about the values that are not there.

δ-adjustment with its tipping point, return to baseline, jump to reference, completers, last observation
carried forward. Multiple imputation is in `imputation`.

**Source**: resources/methods/sensitivity.md; ICH E9(R1); Carpenter, Roger & Kenward, J Biopharm Stat 23
(2013) 1352.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from sscviewer.analysis.efficacy.imputation import conditional_value, subject_rows, visit_position
from sscviewer.analysis.estimate import LEVEL, Estimate, make_estimate
from sscviewer.analysis.mmrm import MmrmFit
from sscviewer.analysis.reml.errors import FitError
from sscviewer.model.arrays import Floats


@dataclass(frozen=True, slots=True)
class ConditionalMeans:
    """Each subject's value at a visit: observed, or expected given the subject's other values.

    Attributes
    ----------
    subjects : tuple
    values : (n,)
        Response units.
    observed : (n,)
        True where the value was observed.
    """

    subjects: tuple[Any, ...]
    values: Floats
    observed: "np.ndarray[Any, np.dtype[np.bool_]]"

    @property
    def mean(self) -> float:
        """Mean over subjects; for a saturated model by visit it is the model's own estimate."""
        return float(self.values.mean())


@dataclass(frozen=True, slots=True)
class TippingPoint:
    """How far the missing values must be shifted to change the result.

    Attributes
    ----------
    missing, n_subjects : int
        Values shifted, and the denominator of the mean.
    share : float
        missing / n_subjects: by this much the estimate moves per unit of δ.
    delta_zero : float
        δ at which the estimate is zero; NaN where nothing is missing.
    delta_lower, delta_upper : float
        δ at which the lower or upper limit of the interval is zero.
    """

    missing: int
    n_subjects: int
    share: float
    delta_zero: float
    delta_lower: float
    delta_upper: float


def conditional_means(fit: MmrmFit, visit: object) -> ConditionalMeans:
    """Return observed or conditional mean values at a visit, for every subject of the fit.

    μ_v + Σ_vo Σ_oo⁻¹ (y_o − μ_o), with the subject's own covariates. Covariates are taken from the subject's
    observed rows, so they must not change with the visit (the visit itself may be in the model).

    Raises
    ------
    FitError
        If the visit is not one of the fit's.
    """
    position = visit_position(fit, visit)
    rows, seen, y = subject_rows(fit)
    mu = rows @ fit.fitted.beta
    sigma = fit.fitted.omega
    values = np.where(seen[:, position], y[:, position], np.nan)
    for i in np.flatnonzero(~seen[:, position]):
        values[i] = conditional_value(mu[i], sigma, seen[i], y[i], position)[0]
    return ConditionalMeans(fit.subjects, values, seen[:, position])


def delta_adjusted(
    fit: MmrmFit, visit: object, delta: float, *, estimate: Estimate, without_data: int = 0
) -> Estimate:
    """Return the estimate at a visit when every value not observed there is shifted by δ.

    The shift is known, so the standard error is that of the estimate.

    Parameters
    ----------
    delta : float
        Response units.
    estimate : Estimate
        Of the mean at the visit, from the same fit.
    without_data : int
        Subjects who are not in the fit because they have no value at all; they count as missing.
    """
    point = tipping_point(fit, visit, estimate=estimate, without_data=without_data)
    moved = estimate.estimate + point.share * delta
    return make_estimate(
        moved,
        estimate.se,
        estimate.df,
        level=estimate.level,
        n_subjects=point.n_subjects,
        n_obs=estimate.n_obs,
        method=f"{estimate.method}, δ = {delta:g} for {point.missing} of {point.n_subjects} subjects",
        converged=estimate.converged,
        warnings=estimate.warnings,
    )


def tipping_point(fit: MmrmFit, visit: object, *, estimate: Estimate, without_data: int = 0) -> TippingPoint:
    """Return the exact δ at which the estimate, or a limit of its interval, reaches zero.

    estimate(δ) = estimate + (missing / n) δ, a straight line. Parameters as in `delta_adjusted`.
    """
    position = visit_position(fit, visit)
    codes = pd.Categorical(fit.design.frame[fit.visit], categories=list(fit.visits)).codes
    n = len(fit.subjects) + without_data
    missing = n - int(np.sum(codes == position))
    share = missing / n
    scale = 1.0 / share if missing else float("nan")
    return TippingPoint(
        missing,
        n,
        share,
        -estimate.estimate * scale,
        -estimate.lower * scale,
        -estimate.upper * scale,
    )


def mean_estimate(values: Floats, *, level: float = LEVEL, method: str = "mean") -> Estimate:
    """Return the mean of values (n,) with its t interval.

    Raises
    ------
    FitError
        With fewer than two values, or a NaN among them.
    """
    x = np.asarray(values, dtype=np.float64)
    if len(x) < 2 or not np.isfinite(x).all():
        raise FitError("A mean with an interval needs at least two values and no gaps.")
    se = float(x.std(ddof=1) / np.sqrt(len(x)))
    return make_estimate(
        float(x.mean()), se, len(x) - 1.0, level=level, n_subjects=len(x), n_obs=len(x), method=method
    )


def completers(change: Floats, *, level: float = LEVEL) -> Estimate:
    """Return the mean change of subjects with a value at the visit; `change` (n,) has NaN for the others."""
    x = np.asarray(change, dtype=np.float64)
    return mean_estimate(x[~np.isnan(x)], level=level, method="completers")


def jump_to_reference(change: Floats, reference: float, *, level: float = LEVEL) -> Estimate:
    """Return the mean change when every missing change is a given reference change.

    Parameters
    ----------
    change : (n,)
        Change at the visit, NaN where not observed.
    reference : float
        For example the change in a published placebo arm; 0 is return to baseline.
    """
    x = np.asarray(change, dtype=np.float64)
    filled = np.where(np.isnan(x), reference, x)
    return mean_estimate(filled, level=level, method=f"missing changes set to {reference:g}")


def return_to_baseline(change: Floats, *, level: float = LEVEL) -> Estimate:
    """Return the mean change when every missing change is zero."""
    return jump_to_reference(change, 0.0, level=level)


def last_observation_carried_forward(change: Floats, *, level: float = LEVEL) -> Estimate:
    """Return the mean of each subject's last change.

    Parameters
    ----------
    change : (n, T)
        Changes by visit in order, NaN where missing; a subject without any has its baseline carried forward.
    """
    x = np.atleast_2d(np.asarray(change, dtype=np.float64))
    last = pd.DataFrame(x).ffill(axis=1).iloc[:, -1].fillna(0.0).to_numpy(dtype=np.float64)
    return mean_estimate(last, level=level, method="last observation carried forward")
