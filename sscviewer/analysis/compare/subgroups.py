"""The difference of two arms within each level of a subgroup, and whether it differs between levels."""

import math
from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.compare.least_squares import residual_square
from sscviewer.analysis.estimate import Estimate, make_estimate
from sscviewer.model.arrays import Floats, Texts


@dataclass(frozen=True, slots=True)
class SubgroupEffect:
    """The difference in one level.

    Attributes
    ----------
    n, n_reference
        Patients of the arm and of the reference in it.
    difference : Estimate or None
        None where one of the two has nobody.
    """

    level: str
    n: int
    n_reference: int
    difference: Estimate | None


@dataclass(frozen=True, slots=True)
class Interaction:
    """All levels of a subgroup, and the F test that the differences are equal.

    Attributes
    ----------
    f, df, df_residual, p_value
        NaN where fewer than two levels have both arms, or no degrees of freedom are left.
    """

    effects: tuple[SubgroupEffect, ...]
    f: float
    df: int
    df_residual: int
    p_value: float


def subgroup_effects(
    response: Floats,
    arm: Texts,
    levels: Texts,
    covariates: Floats,
    *,
    against: tuple[str, str],
    level: float,
) -> Interaction:
    """Return the differences of one model: a mean for each arm in each level, common slopes and variance.

    Parameters
    ----------
    response : (n,)
    arm, levels : (n,)
        Patients of other arms, or without a level, are left out.
    covariates : (n, k)
        No missing values.
    against : (arm, reference)

    **Source**: Pocock et al., Stat Med 2002;21:2917; the F test of nested models.
    """
    from scipy.special import fdtrc  # heavy: only when asked for

    kept = np.isin(arm, against) & (levels != "")
    y, own, of, x = response[kept], arm[kept], levels[kept], covariates[kept]
    names = sorted({str(name) for name in of})
    counts = {
        name: (
            int(np.sum((of == name) & (own == against[0]))),
            int(np.sum((of == name) & (own == against[1]))),
        )
        for name in names
    }
    both = [name for name in names if min(counts[name])]
    cells = [(name, side) for name in names for side in against if np.any((of == name) & (own == side))]
    means = [((of == name) & (own == side)).astype(np.float64) for name, side in cells]
    full = np.array(means).T if means else np.empty((len(y), 0))
    for column in (x - x.mean(axis=0)).T if len(x) else ():
        wider = np.column_stack([full, column])
        # a covariate that follows from the subgroup says nothing within it
        full = wider if np.linalg.matrix_rank(wider) == wider.shape[1] else full
    df = len(y) - full.shape[1]
    if not both or df < 1:
        nothing = tuple(SubgroupEffect(name, counts[name][0], counts[name][1], None) for name in names)
        return Interaction(nothing, math.nan, max(len(both) - 1, 0), df, math.nan)
    inverse = np.linalg.inv(full.T @ full)
    beta = inverse @ full.T @ y
    rss = residual_square(y, full @ beta)

    def effect(name: str) -> Estimate | None:
        if name not in both:
            return None
        weights = np.zeros(full.shape[1])
        weights[cells.index((name, against[0]))], weights[cells.index((name, against[1]))] = 1.0, -1.0
        se = math.sqrt(rss / df * float(weights @ inverse @ weights))
        n = sum(counts[name])
        return make_estimate(
            float(weights @ beta),
            se,
            float(df),
            level=level,
            n_subjects=n,
            n_obs=n,
            method="interaction model",
        )

    effects = tuple(SubgroupEffect(name, counts[name][0], counts[name][1], effect(name)) for name in names)
    more = len(both) - 1
    if more < 1 or rss <= 0:
        return Interaction(effects, math.nan, more, df, math.nan)
    treated = (own == against[0]).astype(np.float64)
    plain = np.column_stack([*(of == name for name in names), treated, full[:, len(cells) :]])
    fitted = plain @ np.linalg.lstsq(plain, y, rcond=None)[0]
    f = (float(np.sum((y - fitted) ** 2)) - rss) / more / (rss / df)
    return Interaction(effects, f, more, df, float(fdtrc(more, df, max(f, 0.0))))
