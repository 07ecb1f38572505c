"""The worst proximal site, and grades that end early."""

import numpy as np
import pytest

from sscviewer.clinical.ctcae_criteria import highest_grade
from sscviewer.clinical.skin_extent import classify_extent, highest_proximal


def sites(**scores):
    row = np.zeros(17)
    for place, score in scores.items():
        row[int(place[1:])] = score
    return row


def test_only_chest_abdomen_upper_arms_and_thighs_count():
    rows = np.array(
        [sites(s0=3, s3=3, s7=3, s13=3, s16=3), *(sites(**{f"s{i}": 2}) for i in (1, 2, 9, 10, 11, 12))]
    )
    assert highest_proximal(rows).tolist() == [0, 2, 2, 2, 2, 2, 2]


def test_sites_not_assessed_say_nothing():
    row = np.full((1, 17), np.nan)
    assert np.isnan(highest_proximal(row)[0])
    row[0, 2] = 1
    assert highest_proximal(row)[0] == 1
    with pytest.raises(ValueError, match="17"):
        highest_proximal(np.zeros((1, 16)))


def test_fatigue_and_nausea_end_at_three():
    assert (highest_grade("Fatigue"), highest_grade(" NAUSEA "), highest_grade("Vomiting")) == (3, 3, None)


def test_extent_of_one_examination() -> None:
    rows = np.zeros((7, 17))
    rows[1, 9] = 1  # an upper arm
    rows[2, 3] = 2  # fingers
    rows[3, 9] = np.nan  # an upper arm not assessed, nothing thick
    rows[4, 3], rows[4, 9] = 2, np.nan
    rows[5, 3], rows[5, 0] = 2, np.nan  # the face cannot make it diffuse
    rows[6, 1], rows[6, 9] = 1, np.nan
    assert classify_extent(rows).tolist() == ["NONE", "DIFFUSE", "LIMITED", "", "", "LIMITED", "DIFFUSE"]
