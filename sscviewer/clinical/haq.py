"""The Disability Index of the Health Assessment Questionnaire from its 20 items, aids and helpers."""

import numpy as np
import numpy.typing as npt

ITEMS_PER_CATEGORY = (2, 2, 3, 2, 3, 2, 3, 3)
"""Dressing, arising, eating, walking, hygiene, reach, grip, activities."""

N_CATEGORIES = len(ITEMS_PER_CATEGORY)
N_ITEMS = sum(ITEMS_PER_CATEGORY)

ITEM_MAX = 3
AIDED_SCORE = 2
"""What a category counts at least when an aid or another person's help is used."""

MIN_CATEGORIES = 6
"""Fewer answered categories give no index (ARAMIS convention)."""


def compute_haq_di(
    items: npt.NDArray[np.float64], aided: npt.NDArray[np.bool_] | None = None
) -> npt.NDArray[np.float64]:
    """Return the Disability Index, not rounded.

    Parameters
    ----------
    items : (n, 20) float, 0 to 3 in the questionnaire's order; NaN when not answered
    aided : (n, 8) bool, whether an aid or help is ticked for a category; without it the alternative index
        (aids ignored) is returned

    Returns
    -------
    (n,) float, 0 to 3: the mean over answered categories of the worst item, raised to 2 where aided;
    NaN with fewer than 6 answered categories or an impossible item.

    **Source**: Fries 1980; rules as in awell-health/awell-score (haq), devices as in CLINHAQ.
    """
    if items.ndim != 2 or items.shape[1] != N_ITEMS:
        raise ValueError(f"expected (n, {N_ITEMS}) items, got {items.shape}")
    category = compute_categories(items)
    if aided is not None:
        category = np.where(aided & (category < AIDED_SCORE), AIDED_SCORE, category)
    answered = ~np.isnan(category)
    count = answered.sum(axis=1)
    total = np.where(answered, category, 0.0).sum(axis=1)
    impossible = ((items < 0) | (items > ITEM_MAX)).any(axis=1)
    enough = (count >= MIN_CATEGORIES) & ~impossible
    return np.where(enough, total / np.maximum(count, 1), np.nan)


def compute_categories(items: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the worst answered item of each category; (n, 8), NaN where none is answered."""
    ends = np.cumsum(ITEMS_PER_CATEGORY)
    starts = ends - ITEMS_PER_CATEGORY
    unanswered = -1.0
    filled = np.where(np.isnan(items), unanswered, items)
    worst = np.column_stack([filled[:, a:b].max(axis=1) for a, b in zip(starts, ends, strict=True)])
    return np.where(worst == unanswered, np.nan, worst)
