"""What the result at a visit becomes under other assumptions about the values that are not there.

δ-adjustment with its tipping point, return to baseline, jump to reference, completers, last observation
carried forward. Multiple imputation is in `imputation`.

**Source**: resources/methods/sensitivity.md; ICH E9(R1); Carpenter, Roger & Kenward, J Biopharm Stat 23
(2013) 1352.
"""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from sscviewer.analysis.efficacy.diagnostics import WithoutEach, influence_on, without_each
from sscviewer.analysis.efficacy.imputation import subject_table, visit_position
from sscviewer.analysis.estimate import Estimate, make_estimate, t_quantile, without_interval
from sscviewer.analysis.mmrm import MmrmFit
from sscviewer.analysis.reml.errors import FitError
from sscviewer.model.arrays import Bools, Floats
from sscviewer.model.sentence import say

NOBODY_SEEN = say("No patient has a value at the visit: filling in for everybody would be no result.")
ROUNDING = 1e-9
"""Of a root of the tipping equation an imaginary part below is rounding; so is a spread below this share."""


@dataclass(frozen=True, slots=True)
class TippingPoint:
    """How far the missing values must be shifted to change the result.

    Who is missing is chance too: in another trial the share would differ. A shift of δ moves the estimate by
    δ times the share, so that its variance is that of the estimate, of δ times the share, and what they have
    in common.

    Attributes
    ----------
    missing, n_subjects : int
        Values shifted, and the denominator of the mean.
    share, share_se : float
        missing / n_subjects, by which the estimate moves per unit of δ, and its standard error.
    correlation : float
        Of the estimate and the share, over trials like this one.
    delta_zero : float
        δ at which the estimate is zero; NaN where nothing is missing.
    delta_lower, delta_upper : float
        δ at which the lower or upper limit of the interval is zero; NaN where no shift brings it there.
    """

    missing: int
    n_subjects: int
    share: float
    share_se: float
    correlation: float
    delta_zero: float = float("nan")
    delta_lower: float = float("nan")
    delta_upper: float = float("nan")

    def se(self, se: float, delta: float) -> float:
        """Return the standard error of the shifted estimate, from that of the estimate."""
        own = delta * self.share_se
        return float(np.sqrt(max(se**2 + 2.0 * self.correlation * se * own + own**2, 0.0)))


def shifted(estimate: Estimate, point: TippingPoint, delta: float) -> Estimate:
    """Return the estimate with the missing values shifted by δ; without interval where it had none."""
    moved = make_estimate(
        estimate.estimate + point.share * delta,
        point.se(estimate.se, delta),
        estimate.df,
        level=estimate.level,
        n_subjects=point.n_subjects,
        n_obs=estimate.n_obs,
        method=f"{estimate.method}, δ = {delta:g} for {point.missing} of {point.n_subjects} subjects",
        converged=estimate.converged,
        warnings=estimate.warnings,
    )
    return moved if np.isfinite(estimate.lower) else without_interval(moved)


def tipping_point(fit: MmrmFit, visit: object, *, estimate: Estimate, without_data: int = 0) -> TippingPoint:
    """Return the δ at which the estimate, or a limit of its interval, reaches zero.

    Parameters
    ----------
    estimate : Estimate
        Of the mean at the visit, from the same fit.
    without_data : int
        Subjects who are not in the fit because they have no value at all; they count as missing.

    What estimate and share have in common is found by leaving out each
    subject in turn.

    **Source**: resources/methods/sensitivity.md; the variance of Rubin's rules for the same shift is within
    2 % of it on SYN20.
    """
    position = visit_position(fit, visit)
    table = subject_table(fit)
    weights = np.zeros(len(fit.terms))
    weights[fit.design.kept] = table.rows[:, position].mean(axis=0)
    missing = np.append(np.isnan(table.y[:, position]), np.ones(without_data, dtype=np.bool_))
    moves = np.append(left_out(fit, weights), np.zeros(without_data))
    return tip(estimate, moves, missing, np.ones(len(moves), dtype=np.bool_))


def tipping_words(estimate: Estimate, point: TippingPoint, delta: float) -> str:
    """Return how far was shifted, and how far the result would hold."""
    note = say(
        "δ = {delta:+.3g} for {missing} of {n} patients; the estimate is zero at δ = {zero:+.3g}",
        delta=delta,
        missing=point.missing,
        n=point.n_subjects,
        zero=point.delta_zero,
    )
    if not np.isfinite(estimate.lower):
        return say("{note}; there is no interval.", note=note)
    if estimate.lower <= 0 <= estimate.upper:
        return say("{note}; the interval holds zero without any shift.", note=note)
    limit = point.delta_upper if estimate.estimate < 0 else point.delta_lower
    if not np.isfinite(limit):
        return say("{note}; no shift brings the interval to zero.", note=note)
    return say("{note}; the interval reaches zero at δ = {limit:+.3g}.", note=note, limit=limit)


def left_out(fit: MmrmFit, weights: Floats, left: WithoutEach | None = None) -> Floats:
    """Return what leaving out each subject (n,) moves a combination of coefficients by; 0 where unknown."""
    moved = influence_on(fit, weights, left or without_each(fit)).estimate
    found = moved - float(np.nansum(weights * fit.beta))
    return np.where(np.isfinite(found), found, 0.0)


def tip(estimate: Estimate, moves: Floats, missing: Bools, members: Bools) -> TippingPoint:
    """Return the tipping point of an estimate when the missing values of some subjects are shifted.

    Parameters
    ----------
    moves : (n,)
        What leaving out each subject moves the estimate by; 0 for subjects who are not in the fit.
    missing, members : (n,)
        Whose value is missing, and whose mean is shifted.
    """
    n = int(members.sum())
    absent = missing & members
    share = float(absent.sum()) / n
    share_se = float(np.sqrt(share * (1.0 - share) / max(n - 1, 1)))
    # jackknife covariance of estimate and share: leaving out a member with a value raises the share
    share_moves = np.where(members, share - absent, 0.0) / max(n - 1, 1)
    spread = float(np.sqrt(np.sum(moves**2) * np.sum(share_moves**2)))
    correlation = float(moves @ share_moves) / spread if spread > 0 else 0.0
    point = TippingPoint(int(absent.sum()), n, share, share_se, correlation)
    if not point.missing:
        return point
    lower, upper = _limits_at_zero(estimate, point)
    return replace(point, delta_zero=-estimate.estimate / share, delta_lower=lower, delta_upper=upper)


def _limits_at_zero(estimate: Estimate, point: TippingPoint) -> tuple[float, float]:
    """Return the δ at which the lower and the upper limit are zero: (estimate + share δ)² = t² se(δ)²."""
    t = t_quantile(estimate.level, estimate.df) if np.isfinite(estimate.lower) else np.nan
    if not np.isfinite([t, estimate.estimate, estimate.se]).all():
        return np.nan, np.nan
    cross = point.correlation * estimate.se * point.share_se
    roots = np.roots(
        [
            point.share**2 - (t * point.share_se) ** 2,
            2.0 * (estimate.estimate * point.share - t**2 * cross),
            estimate.estimate**2 - (t * estimate.se) ** 2,
        ]
    )
    real = sorted(
        (float(root.real) for root in roots if abs(root.imag) < ROUNDING * (1 + abs(root))), key=abs
    )
    above = [delta for delta in real if estimate.estimate + point.share * delta > 0]
    below = [delta for delta in real if estimate.estimate + point.share * delta < 0]
    return (above[0] if above else np.nan), (below[0] if below else np.nan)


def mean_estimate(values: Floats, *, level: float, method: str = "mean") -> Estimate:
    """Return the mean of values (n,) with its t interval.

    Raises
    ------
    FitError
        With fewer than two values, or a NaN among them.
    """
    x = np.asarray(values, dtype=np.float64)
    if len(x) < 2 or not np.isfinite(x).all():
        raise FitError("A mean with an interval needs at least two values and no gaps.")
    alike = float(np.ptp(x)) <= ROUNDING * float(np.abs(x).max())
    se = 0.0 if alike else float(x.std(ddof=1) / np.sqrt(len(x)))
    return make_estimate(
        float(x.mean()), se, len(x) - 1.0, level=level, n_subjects=len(x), n_obs=len(x), method=method
    )


def mean_difference(values: Floats, other: Floats, *, level: float, method: str = "") -> Estimate:
    """Return the difference of two means with Welch's t interval.

    Parameters
    ----------
    values, other : (n,), (m,)
        Without gaps.

    Raises
    ------
    FitError
        With fewer than two values in either.

    **Source**: Welch, Biometrika 34 (1947) 28; Satterthwaite 1946.
    """
    own, reference = mean_estimate(values, level=level), mean_estimate(other, level=level)
    parts = np.array([own.se, reference.se]) ** 2
    total = float(parts.sum())
    size = np.array([own.df, reference.df])
    return make_estimate(
        own.estimate - reference.estimate,
        float(np.sqrt(total)),
        total**2 / float(np.sum(parts**2 / size)) if total > 0 else float("nan"),
        level=level,
        n_subjects=own.n_subjects + reference.n_subjects,
        n_obs=own.n_obs + reference.n_obs,
        method=f"{method}, Welch's t",
    )


def completers(change: Floats, *, level: float) -> Estimate:
    """Return the mean change of subjects with a value at the visit; `change` (n,) has NaN for the others."""
    x = np.asarray(change, dtype=np.float64)
    return mean_estimate(x[~np.isnan(x)], level=level, method="completers")


def jump_to_reference(change: Floats, reference: float, *, level: float) -> Estimate:
    """Return the mean change when every missing change is a given reference change.

    Parameters
    ----------
    change : (n,)
        Change at the visit, NaN where not observed.
    reference : float
        For example the change in a published placebo arm; 0 is return to baseline.

    Raises
    ------
    FitError
        With fewer than two patients, or where nobody has a change.
    """
    x = np.asarray(change, dtype=np.float64)
    if np.isnan(x).all():
        raise FitError(NOBODY_SEEN)
    filled = np.where(np.isnan(x), reference, x)
    return mean_estimate(filled, level=level, method=f"missing changes set to {reference:g}")


def return_to_baseline(change: Floats, *, level: float) -> Estimate:
    """Return the mean change when every missing change is zero."""
    return jump_to_reference(change, 0.0, level=level)


def carried_forward(change: Floats) -> Floats:
    """Return each subject's last change (n,) of those by visit (n, T), NaN where missing.

    Zero where there is none: the baseline is carried forward; NaN for everybody where nobody has any.
    """
    x = np.atleast_2d(np.asarray(change, dtype=np.float64))
    if np.isnan(x).all():
        return np.full(len(x), np.nan)
    return pd.DataFrame(x).ffill(axis=1).iloc[:, -1].fillna(0.0).to_numpy(dtype=np.float64)
