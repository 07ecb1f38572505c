"""Degrees of freedom that do not use the covariance parameters: residual and between-within."""

import numpy as np

from sscviewer.analysis.reml.blocks import Index
from sscviewer.model.arrays import Floats


def simple_degrees_of_freedom(method: str, x: Floats, subject: Index) -> Floats | None:
    """Return degrees of freedom per column of X (p,), or None for methods that use the variance parameters.

    Parameters
    ----------
    method : str
        residual: N − rank(X). between-within: columns constant within every subject (the intercept among
        them only if nothing varies within subjects) have n − their number (with the intercept), the others
        N − n − their number, as SAS DDFM=BW without missing cells.
    x : (N, p)
    subject : (N,)
        Codes 0..n-1.

    **Source**: SAS/STAT PROC MIXED, DDFM=BW; resources/methods/small_sample_inference.md.
    """
    n_obs, p = x.shape
    if method == "residual":
        return np.full(p, float(n_obs - p))
    if method != "between-within":
        return None
    n = int(subject.max()) + 1
    first = np.full(n, -1)
    first[subject[::-1]] = np.arange(n_obs)[::-1]
    within = np.abs(x - x[first[subject]]).max(axis=0) > 0
    constant = np.ptp(x, axis=0) == 0
    n_between = int((~within).sum())
    between_df = n - n_between
    within_df = n_obs - n - int(within.sum())
    counts = within | (constant & within.any())
    return np.where(counts, float(max(within_df, 0)), float(max(between_df, 0)))
