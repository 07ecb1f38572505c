"""Mahler's dyspnoea indices: totals of three components, each with its range."""

import numpy as np
import numpy.typing as npt

COMPONENTS = ("functional impairment", "magnitude of task", "magnitude of effort")
BDI_RANGE, TDI_RANGE = (0.0, 4.0), (-3.0, 3.0)
"""Of each component: 0 is severe in the baseline index; below 0 is worse in the transition index."""


def compute_bdi(components: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the baseline dyspnoea index, 0 (severe) to 12.

    Parameters
    ----------
    components : (n, 3) float, 0 to 4; NaN when missing or graded W, X or Y (uncertain)

    Returns
    -------
    (n,) float; NaN unless all three are there and in their range.
    """
    return _total(components, BDI_RANGE)


def compute_tdi(components: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the transition dyspnoea index, -9 (much worse) to 9, of (n, 3) components from -3 to 3."""
    return _total(components, TDI_RANGE)


def _total(components: npt.NDArray[np.float64], allowed: tuple[float, float]) -> npt.NDArray[np.float64]:
    if components.ndim != 2 or components.shape[1] != len(COMPONENTS):
        raise ValueError(f"expected (n, {len(COMPONENTS)}) components, got {components.shape}")
    possible = ((components >= allowed[0]) & (components <= allowed[1])).all(axis=1)
    return np.where(possible, components.sum(axis=1), np.nan)
