"""Least-squares means: the model's prediction at each level of a factor, averaged over the other factors.

Numeric covariates are held at their mean over the rows used.

**Source**: Searle, Speed & Milliken, Am Stat 34 (1980) 216; R emmeans; resources/methods/marginal_means.md.
"""

from itertools import product
from typing import Any, Protocol

import numpy as np
import pandas as pd

from sscviewer.analysis.estimate import Estimate
from sscviewer.analysis.reml.design import Design
from sscviewer.analysis.reml.errors import FitError
from sscviewer.model.arrays import Floats

COLUMNS = (
    "estimate",
    "se",
    "df",
    "lower",
    "upper",
    "p_value",
    "level",
    "n_subjects",
    "n_obs",
    "method",
    "converged",
)


class Model(Protocol):
    """What a marginal mean needs of a fitted model."""

    @property
    def design(self) -> Design:
        """The rows, the terms and the levels of the factors."""
        ...

    def estimate_of(self, weights: Floats, level: float | None = None) -> Estimate:
        """Return the estimate of a combination of the coefficients."""
        ...


def marginal_means(
    model: Model, of: str, by: str | None = None, *, weights: str = "equal", level: float | None = None
) -> pd.DataFrame:
    """Return least-squares means per level of `of` (and of `by`).

    Parameters
    ----------
    of, by : str
        Categorical variables of the model.
    weights : str
        equal: the other factors' cells count the same; proportional: as often as they occur in the rows.
    level : float, optional
        Level of the intervals.

    Returns
    -------
    pandas.DataFrame
        One row per level (`by` varies slowest), columns `by`, `of`, estimate, se, df, lower, upper, p_value,
        level, n_subjects, n_obs, method, converged; NaN where a mean is not estimable (an empty cell).

    Raises
    ------
    FitError
        If a variable is not a factor of the model, or the weights are neither.
    """
    names = [name for name in (by, of) if name is not None]
    for name in names:
        if name in COLUMNS:
            raise FitError(f"A factor cannot be called {name} here: it is a column of the result.")
    combinations, rows = mean_weights(model, names, weights=weights)
    estimates = [model.estimate_of(row, level) for row in rows]
    table = pd.DataFrame(combinations, columns=names)
    for column in COLUMNS:
        table[column] = [getattr(estimate, column) for estimate in estimates]
    return table


def mean_weights(
    model: Model, names: list[str], *, weights: str = "equal"
) -> tuple[list[tuple[Any, ...]], Floats]:
    """Return the level combinations and their (n, terms) weights on the coefficients."""
    design = model.design
    levels = design.levels
    for name in names:
        if name not in levels:
            raise FitError(
                f"{name} is not a categorical variable of the model; those are {', '.join(levels)}."
            )
    if weights not in ("equal", "proportional"):
        raise FitError(f"weights is “{weights}”; it can be equal or proportional.")
    others = [name for name in levels if name not in names]
    cells = list(product(*(levels[name] for name in others)))
    shares = _shares(design, others, cells, weights)
    combinations = list(product(*(levels[name] for name in names)))
    grid = pd.DataFrame([(*own, *cell) for own in combinations for cell in cells], columns=[*names, *others])
    covariates = [name for name in design.model_spec.required_variables if name not in levels]
    for name in covariates:
        grid[name] = float(design.frame[name].mean())
    if grid.shape[1] == 0:
        grid = pd.DataFrame(index=range(1))
    matrix = design.rows_for(grid)
    return combinations, np.einsum("c,ncp->np", shares, matrix.reshape(len(combinations), len(cells), -1))


def _shares(design: Design, others: list[str], cells: list[tuple[Any, ...]], weights: str) -> Floats:
    """Return the weight of each cell of the other factors; they add up to one."""
    if weights == "equal" or not others:
        return np.full(len(cells), 1.0 / len(cells))
    counts = design.frame.groupby(others, observed=True).size()
    found = [float(counts.get(cell if len(others) > 1 else cell[0], 0)) for cell in cells]
    return np.array(found) / sum(found)
