"""Restricted mean survival time: the mean time without the event up to a horizon, and its difference.

It needs no proportional hazards, and exists where a median is not reached.
"""

import math
from collections.abc import Sequence

import numpy as np

from sscviewer.analysis.estimate import Estimate, make_estimate
from sscviewer.analysis.survival.survival import KaplanMeier
from sscviewer.model.arrays import Floats


def restricted_mean(km: KaplanMeier, horizon: float, *, start: float, level: float) -> Estimate:
    """Return the area under a Kaplan-Meier curve up to a horizon, days; normal interval.

    Parameters
    ----------
    horizon : float
        Days after the start; not beyond the last day observed.
    start : float
        The time of the curve at which everybody begins: 1 of study days, 0 of days since something.

    **Source**: Irwin, J Hyg 1949;47:188; variance Σ A(t)² d / (n (n − d)) (Klein & Moeschberger 2003, 4.5),
    as R's survival (print.survfit with rmean) and survRM2 have it.
    """
    times = km.curve.times - start
    inside = times < horizon
    steps = np.concatenate([[0.0], times[inside], [horizon]])
    height = np.concatenate([[km.curve.start], km.curve.value[inside]])
    areas = np.diff(steps) * height
    left = np.cumsum(areas[::-1])[::-1][1:]  # from each time on to the horizon
    n, d = km.at_risk[inside], km.events[inside]
    # the last event of a group takes nothing with it: the curve is 0 from there on
    some = (d > 0) & (n > d)
    variance = float(np.sum(left[some] ** 2 * d[some] / (n[some] * (n[some] - d[some]))))
    return make_estimate(
        float(areas.sum()),
        math.sqrt(variance),
        math.inf,
        level=level,
        n_subjects=km.n,
        n_obs=km.n,
        method="restricted mean survival time",
    )


def common_horizon(times: Sequence[Floats], *, start: float) -> float:
    """Return how many days after the start all groups are observed: the least of their last times.

    **Source**: Uno et al., J Clin Oncol 2014;32:2380.
    """
    return float(min(np.max(one) for one in times)) - start


def restricted_difference(own: Estimate, other: Estimate) -> Estimate:
    """Return the first restricted mean less the second, independent groups, normal interval."""
    return make_estimate(
        own.estimate - other.estimate,
        math.hypot(own.se, other.se),
        math.inf,
        level=own.level,
        n_subjects=own.n_subjects + other.n_subjects,
        n_obs=own.n_obs + other.n_obs,
        method="difference of restricted mean survival times",
    )
