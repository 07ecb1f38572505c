"""Wilcoxon's signed-rank test with the estimate and interval that belong to it.

**Source**: Wilcoxon 1945; Hodges & Lehmann 1963; Hollander, Wolfe & Chicken, Nonparametric Statistical
Methods (2014), ch. 3; resources/methods/efficacy.md.
"""

import math

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.estimate import LEVEL, Estimate, t_quantile
from sscviewer.analysis.reml.errors import FitError

METHOD = "Hodges-Lehmann estimate, signed-rank test (normal approximation, continuity correction)"


def signed_rank(change: npt.NDArray[np.float64], *, level: float = LEVEL) -> Estimate:
    """Return the Hodges-Lehmann estimate of the centre of the changes, its interval and the test's P.

    Parameters
    ----------
    change : (n,)
        NaN for patients without one. Changes of exactly zero take no part in the test (Wilcoxon) but in the
        estimate and interval.

    Returns
    -------
    Estimate
        se and df NaN: there are none.

    Raises
    ------
    FitError
        With too few changes for an interval at this level.
    """
    x = np.asarray(change, dtype=np.float64)
    x = x[~np.isnan(x)]
    n = len(x)
    first, second = np.triu_indices(n)
    averages = np.sort((x[first] + x[second]) / 2.0)
    spread = math.sqrt(n * (n + 1) * (2 * n + 1) / 24.0)
    # the shifts that the test does not reject lie between these two averages
    position = math.ceil(n * (n + 1) / 4.0 - 0.5 - t_quantile(level, math.inf) * spread)
    if n < 2 or position < 1:
        raise FitError(f"{n} changes are too few for a signed-rank interval.")
    return Estimate(
        estimate=float(np.median(averages)),
        se=math.nan,
        df=math.nan,
        lower=float(averages[position - 1]),
        upper=float(averages[-position]),
        p_value=_p_value(x),
        level=level,
        n_subjects=n,
        n_obs=n,
        method=METHOD,
        converged=True,
    )


def _p_value(x: npt.NDArray[np.float64]) -> float:
    from scipy.stats import wilcoxon  # heavy: only when asked for

    if not x.any():
        return 1.0
    # "approx" is the name that scipy's stubs know for "asymptotic"
    return float(wilcoxon(x, zero_method="wilcox", correction=True, method="approx").pvalue)
