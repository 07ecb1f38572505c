"""The Disability Index of the Health Assessment Questionnaire from its 20 items, aids and helpers."""

import numpy as np
import numpy.typing as npt

CATEGORIES = ("Dressing", "Arising", "Eating", "Walking", "Hygiene", "Reach", "Grip", "Activities")
ITEMS_PER_CATEGORY = (2, 2, 3, 2, 3, 2, 3, 3)

N_CATEGORIES = len(ITEMS_PER_CATEGORY)
N_ITEMS = sum(ITEMS_PER_CATEGORY)

ITEM_CODES = tuple(f"HAQ{c:02d}{i:02d}" for c, n in enumerate(ITEMS_PER_CATEGORY, 1) for i in range(1, n + 1))
CATEGORY_CODES = tuple(f"HAQC{c:02d}" for c in range(1, N_CATEGORIES + 1))
AID_CODES = tuple(f"HAQ{c:02d}AID" for c in range(1, N_CATEGORIES + 1))
HELP_CODES = tuple(f"HAQ{c:02d}HELP" for c in range(1, N_CATEGORIES + 1))

ITEM_MAX = 3
AIDED_SCORE = 2
"""What a category counts at least when an aid or another person's help is used."""

MIN_CATEGORIES = 6
"""Fewer answered categories give no index (ARAMIS convention, wording unverified: a setting)."""

VAS_MAX = 3.0
"""A scleroderma HAQ scale line is given as 0 to 3. **Source**: Steen & Medsger 1997: 15 cm, cm / 5."""


def compute_haq_di(
    items: npt.NDArray[np.float64],
    aided: npt.NDArray[np.bool_] | None = None,
    least_categories: int = MIN_CATEGORIES,
) -> npt.NDArray[np.float64]:
    """Return the Disability Index, not rounded.

    Parameters
    ----------
    items : (n, 20) float, 0 to 3 in the questionnaire's order; NaN when not answered
    aided : (n, 8) bool, whether an aid or help is ticked for a category; without it the alternative index
        (aids ignored) is returned
    least_categories
        Fewer answered categories give no index.

    Returns
    -------
    (n,) float, 0 to 3: the mean over answered categories of the worst item, raised to 2 where aided;
    NaN with too few answered categories or an impossible item.

    **Source**: Fries 1980; rules as in awell-health/awell-score (haq), devices as in CLINHAQ.
    """
    if items.ndim != 2 or items.shape[1] != N_ITEMS:
        raise ValueError(f"expected (n, {N_ITEMS}) items, got {items.shape}")
    index = compute_haq_di_of_categories(raise_aided(compute_categories(items), aided), least_categories)
    impossible = ((items < 0) | (items > ITEM_MAX)).any(axis=1)
    return np.where(impossible, np.nan, index)


def compute_haq_di_of_categories(
    categories: npt.NDArray[np.float64], least_categories: int = MIN_CATEGORIES
) -> npt.NDArray[np.float64]:
    """Return the mean of the answered category scores, not rounded.

    Parameters
    ----------
    categories : (n, 8) float, 0 to 3, aids already counted; NaN when not answered

    Returns
    -------
    (n,) float; NaN with too few answered categories or an impossible score.
    """
    if categories.ndim != 2 or categories.shape[1] != N_CATEGORIES:
        raise ValueError(f"expected (n, {N_CATEGORIES}) category scores, got {categories.shape}")
    answered = ~np.isnan(categories)
    count = answered.sum(axis=1)
    total = np.where(answered, categories, 0.0).sum(axis=1)
    impossible = ((categories < 0) | (categories > ITEM_MAX)).any(axis=1)
    enough = (count >= max(least_categories, 1)) & ~impossible
    return np.where(enough, total / np.maximum(count, 1), np.nan)


def compute_categories(items: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the worst answered item of each category; (n, 8), NaN where none is answered."""
    ends = np.cumsum(ITEMS_PER_CATEGORY)
    starts = ends - ITEMS_PER_CATEGORY
    filled = np.where(np.isnan(items), -np.inf, items)
    worst = np.column_stack([filled[:, a:b].max(axis=1) for a, b in zip(starts, ends, strict=True)])
    return np.where(np.isinf(worst), np.nan, worst)


def raise_aided(
    categories: npt.NDArray[np.float64], aided: npt.NDArray[np.bool_] | None
) -> npt.NDArray[np.float64]:
    """Return the category scores with 0 and 1 raised to 2 where an aid or help is ticked; NaN stays."""
    if aided is None:
        return categories
    return np.where(aided & (categories < AIDED_SCORE), AIDED_SCORE, categories)


def scale_shaq_line(value: npt.ArrayLike, line_length: float) -> npt.NDArray[np.float64]:
    """Return a visual analogue scale of the scleroderma HAQ as 0 to 3.

    Parameters
    ----------
    value
        Where the mark is, in the unit of `line_length` (7.5 of 15 cm, 50 of 100 mm); NaN when missing.

    Returns
    -------
    float, 0 to 3; NaN where the mark is beside the line. Reported beside the index, never averaged into it.

    **Source**: Steen & Medsger 1997: cm / 5 on a 15 cm line (clinical facts 4).
    """
    mark = np.asarray(value, dtype=np.float64)
    on_line = (mark >= 0) & (mark <= line_length)
    return np.where(on_line, VAS_MAX * mark / line_length, np.nan)
