"""One estimated number with its precision; every analysis that estimates something returns these."""

import math
from dataclasses import dataclass

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
        NaN where not estimable; the interval is then NaN too.
    """
    half = t_quantile(level, df) * se
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
