"""One estimated number with its precision; every analysis that estimates something returns these."""

import math
from dataclasses import dataclass, replace

from sscviewer.model.sentence import say

LEVEL = 0.95
"""Confidence of intervals where the user chooses no other."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """An estimate with a t interval.

    Attributes
    ----------
    estimate, se : float
        In the unit of the response.
    df : float
        Degrees of freedom; infinity for a normal interval.
    lower, upper : float
        Limits of the interval at `level`.
    p_value : float
        Two-sided, of the hypothesis that the true value is zero.
    level : float
        For example 0.95.
    n_subjects, n_obs : int
        Subjects and values the model used.
    method : str
        Model and method, in words.
    converged : bool
    warnings : tuple of str
    """

    estimate: float
    se: float
    df: float
    lower: float
    upper: float
    p_value: float
    level: float
    n_subjects: int
    n_obs: int
    method: str
    converged: bool
    warnings: tuple[str, ...] = ()


def t_quantile(level: float, df: float) -> float:
    """Return the two-sided quantile of Student's t, or of the normal distribution at df = infinity."""
    # scipy is loaded when a number is asked for, not when the program starts
    from scipy.special import stdtrit

    return float(stdtrit(min(df, 1e15), 0.5 + level / 2.0)) if df > 0 else float("nan")


def t_p_value(t: float, df: float) -> float:
    """Return the two-sided p-value of t."""
    from scipy.special import stdtr

    return float(2.0 * stdtr(min(df, 1e15), -abs(t))) if df > 0 and math.isfinite(t) else float("nan")


def make_estimate(
    estimate: float,
    se: float,
    df: float,
    *,
    level: float,
    n_subjects: int,
    n_obs: int,
    method: str,
    converged: bool = True,
    warnings: tuple[str, ...] = (),
) -> Estimate:
    """Return an estimate with its t interval and p-value.

    Parameters
    ----------
    estimate, se, df : float
        NaN where not estimable; the interval is then NaN too. So it is with an error of 0, of values that are
        all alike: an interval without width would say that nothing is uncertain.
    """
    half = t_quantile(level, df) * se if se > 0 else float("nan")
    p_value = t_p_value(estimate / se, df) if se > 0 else float("nan")
    return Estimate(
        estimate=estimate,
        se=se,
        df=df,
        lower=estimate - half,
        upper=estimate + half,
        p_value=p_value,
        level=level,
        n_subjects=n_subjects,
        n_obs=n_obs,
        method=method,
        converged=converged,
        warnings=warnings,
    )


def refused(estimate: Estimate, smallest_df: float, what: str = "") -> Estimate:
    """Return the estimate, without interval and P where it has too few degrees of freedom for them.

    Parameters
    ----------
    smallest_df : float
        0 refuses nothing.
    what : str
        What is estimated, for the reason in `warnings`: "Month 12".
    """
    if not estimate.df < smallest_df:
        return estimate
    reason = say(
        "{what}: no interval, for {why}.", what=what or "Estimate", why=few_df(estimate.df, smallest_df)
    )
    return replace(without_interval(estimate), warnings=(*estimate.warnings, reason))


def without_interval(estimate: Estimate) -> Estimate:
    """Return the estimate without interval and P."""
    return replace(estimate, lower=math.nan, upper=math.nan, p_value=math.nan)


def at_most_df(estimate: Estimate, most: float) -> Estimate:
    """Return the estimate with interval and P by at most so many degrees of freedom."""
    if not estimate.df > most:
        return estimate
    half = t_quantile(estimate.level, most) * estimate.se if estimate.se > 0 else math.nan
    return replace(
        estimate,
        df=most,
        lower=estimate.estimate - half,
        upper=estimate.estimate + half,
        p_value=t_p_value(estimate.estimate / estimate.se, most) if estimate.se > 0 else math.nan,
    )


def few_df(df: float, smallest_df: float) -> str:
    """Return "it has 0.34 degrees of freedom, fewer than 3"."""
    return f"it has {df:.2g} degrees of freedom, fewer than {smallest_df:g}"
