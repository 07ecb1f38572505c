"""The HAQ-DI against the worked example of the facts (categories 1,0,2,1,0,3,1,2; cane and jar opener)."""

import numpy as np
import pytest

from sscviewer.clinical.haq import (
    ITEMS_PER_CATEGORY,
    compute_categories,
    compute_haq_di,
    compute_haq_di_of_categories,
    scale_shaq_line,
)

CATEGORIES = (1, 0, 2, 1, 0, 3, 1, 2)
WALKING, REACH, GRIP, ACTIVITIES = 3, 5, 6, 7


def items_of(categories):
    """Put each category's score on its last item and 0 on the others."""
    return np.array(
        [[v for c, n in zip(categories, ITEMS_PER_CATEGORY, strict=True) for v in [0.0] * (n - 1) + [c]]]
    )


def without(items, *categories):
    ends = np.cumsum(ITEMS_PER_CATEGORY)
    items = items.copy()
    for c in categories:
        items[:, ends[c] - ITEMS_PER_CATEGORY[c] : ends[c]] = np.nan
    return items


@pytest.fixture
def aided():
    ticks = np.zeros((1, 8), dtype=bool)
    ticks[0, [WALKING, GRIP]] = True
    return ticks


def test_standard_and_alternative_index(aided):
    items = items_of(CATEGORIES)
    assert compute_haq_di(items, aided).tolist() == [1.5]
    assert compute_haq_di(items).tolist() == [1.25]


def test_unanswered_categories(aided):
    six = without(items_of(CATEGORIES), ACTIVITIES, REACH)
    assert compute_haq_di(six, aided) == pytest.approx([7 / 6])
    five = without(six, 0)
    assert np.isnan(compute_haq_di(five, aided)).all()


def test_an_unanswered_category_stays_unanswered_when_aided():
    items = without(items_of([1] * 8), GRIP)
    ticks = np.zeros((1, 8), dtype=bool)
    ticks[0, GRIP] = True
    assert compute_haq_di(items, ticks).tolist() == [1.0]


def test_range_and_worst_item():
    assert compute_haq_di(np.zeros((1, 20))).tolist() == [0]
    assert compute_haq_di(np.full((1, 20), 3.0)).tolist() == [3]
    items = np.zeros((1, 20))
    items[0, 0], items[0, 1] = np.nan, 2
    assert compute_categories(items)[0, 0] == 2


def test_impossible_item_gives_no_index():
    items = np.zeros((1, 20))
    items[0, 3] = 4
    assert np.isnan(compute_haq_di(items)).all()


def test_the_index_of_category_scores_given() -> None:
    given = np.array([[1, 0, 2, 2, 0, 3, 2, 2], [1, 0, 2, 2, 0, np.nan, 2, np.nan]], dtype=np.float64)
    assert compute_haq_di_of_categories(given) == pytest.approx([1.5, 7 / 6])
    assert np.isnan(compute_haq_di_of_categories(given, least_categories=7)[1])
    assert np.isnan(compute_haq_di_of_categories(np.full((1, 8), 4.0))).all()
    with pytest.raises(ValueError, match="category"):
        compute_haq_di_of_categories(np.zeros((1, 20)))


def test_fewer_categories_may_be_allowed() -> None:
    items = np.full((1, 20), np.nan)
    items[0, :9] = 2.0
    assert np.isnan(compute_haq_di(items)).all()
    assert compute_haq_di(items, least_categories=4) == pytest.approx([2.0])


def test_scleroderma_scales_are_given_as_0_to_3() -> None:
    assert scale_shaq_line(7.5, 15) == 1.5
    assert scale_shaq_line(50, 100) == 1.5
    assert scale_shaq_line([0, 15], 15).tolist() == [0, 3]
    assert np.isnan(scale_shaq_line([-1, 16, np.nan], 15)).all()
