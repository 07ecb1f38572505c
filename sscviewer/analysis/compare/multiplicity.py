"""Several hypotheses at once: P adjusted so that the chance of any false finding stays at the level."""

from collections.abc import Sequence
from typing import Literal

import numpy as np

from sscviewer.model.arrays import Floats

Multiplicity = Literal["none", "holm", "hochberg", "fixed sequence"]


def adjusted_p(p_values: Sequence[float], method: Multiplicity) -> Floats:
    """Return the adjusted P values (n,), in the order given.

    Parameters
    ----------
    p_values : (n,)
        NaN where there is no test: it takes no part, except in a fixed sequence, which stops there.
    method
        holm: valid always. hochberg: more powerful, valid for tests that are not negatively dependent.
        fixed sequence: each is tested only if all before it in the plan's order were significant.

    **Source**: Holm, Scand J Stat 1979;6:65; Hochberg, Biometrika 1988;75:800; Maurer, Hothorn & Lehmacher
    1995.
    """
    p = np.asarray(p_values, dtype=np.float64)
    if method == "none":
        return p.copy()
    if method == "fixed sequence":
        missing = np.cumsum(np.isnan(p)) > 0
        return np.where(missing, np.nan, np.maximum.accumulate(np.where(missing, 1.0, p)))
    known = np.flatnonzero(~np.isnan(p))
    order = known[np.argsort(p[known], kind="stable")]
    factor = np.arange(len(order), 0, -1.0)
    scaled = np.minimum(p[order] * factor, 1.0)
    out = np.full(len(p), np.nan)
    if method == "holm":
        out[order] = np.maximum.accumulate(scaled)
    else:
        out[order] = np.minimum.accumulate(scaled[::-1])[::-1]
    return out


def gated_p(p_values: Sequence[float], gate: Sequence[float], method: Multiplicity) -> Floats:
    """Return the adjusted P values of secondary hypotheses (n,), none below its primary one.

    Parameters
    ----------
    gate : (n,)
        P of the primary endpoint in the same arm. Where it is NaN, or nothing is adjusted, there is no P.

    **Source**: EMA/CHMP/44762/2017, 5 (hierarchical testing); adjusted P of serial gatekeeping, Dmitrienko &
    Tamhane, Pharm Stat 2007;6:171.
    """
    if method == "none":
        return np.full(len(p_values), np.nan)
    return np.maximum(adjusted_p(p_values, method), np.asarray(gate, dtype=np.float64))  # NaN stays NaN
