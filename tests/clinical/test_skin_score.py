"""The skin score: sum of 17 sites, never with a hole."""

import numpy as np
import pytest

from sscviewer.clinical.skin_score import (
    SITES,
    compute_mrss,
    count_missing,
)


def test_sum_of_sites():
    sites = np.array([[0.0] * 17, [3.0] * 17, [1, 0, 2] + [1.0] * 14])
    assert compute_mrss(sites).tolist() == [0, 51, 17]


def test_a_missing_or_impossible_site_gives_no_total():
    sites = np.ones((3, 17))
    sites[0, 4], sites[1, 0], sites[2, 16] = np.nan, 4, -1
    assert np.isnan(compute_mrss(sites)).all()


def test_wrong_number_of_sites_is_a_bug():
    with pytest.raises(ValueError, match="17"):
        compute_mrss(np.ones((2, 18)))


def test_the_17_sites() -> None:
    assert len(SITES) == len(set(SITES)) == 17
    assert sum(name.endswith("right") for name in SITES) == sum(name.endswith("left") for name in SITES) == 7


def test_up_to_two_missing_sites_may_be_prorated_and_are_counted() -> None:
    sites = np.full((4, 17), 2.0)
    for row, missing in enumerate((0, 1, 2, 3)):
        sites[row, :missing] = np.nan
    assert count_missing(sites).tolist() == [0, 1, 2, 3]
    assert np.isnan(compute_mrss(sites)).tolist() == [False, True, True, True]
    found = compute_mrss(sites, 2)
    assert found[:3] == pytest.approx([34, 34, 34])
    assert np.isnan(found[3])
    sites[1, 1] = 0
    assert compute_mrss(sites, 2)[1] == pytest.approx(30 / 16 * 17)
    sites[1, 2] = 4
    assert np.isnan(compute_mrss(sites, 2)[1]), "an impossible site is not a missing one"
    assert np.isnan(compute_mrss(np.full((1, 17), np.nan), 17)).all()
