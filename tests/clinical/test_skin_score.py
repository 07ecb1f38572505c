"""The skin score: sum of 17 sites, never with a hole."""

import numpy as np
import pytest

from sscviewer.clinical.skin_score import compute_mrss


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
