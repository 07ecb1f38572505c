"""Which reference group a race as written stands for."""

import pytest

from sscviewer.model.persons import Group
from sscviewer.model.reference_groups import reference_group


@pytest.mark.parametrize(
    ("race", "group"),
    [
        ("Caucasian", Group.CAUCASIAN),
        ("WHITE", Group.CAUCASIAN),
        ("BLACK OR AFRICAN AMERICAN", Group.AFRICAN_AMERICAN),
        ("South East Asian", Group.SOUTH_EAST_ASIAN),
        ("Southeast Asian", Group.SOUTH_EAST_ASIAN),
        ("Korean", Group.NORTH_EAST_ASIAN),
        ("North East Asian", Group.NORTH_EAST_ASIAN),
        ("Mexican-American", Group.MEXICAN_AMERICAN),
        ("Other", Group.OTHER),
        ("Mixed: White and Black", Group.OTHER),
        ("White / Asian", Group.OTHER),
    ],
)
def test_said(race, group):
    found = reference_group(race)
    assert found.group == group
    assert found.is_said


@pytest.mark.parametrize("race", ["", "Asian", "ASIAN", "Hispanic", "North African", "Unknown", "Not white"])
def test_not_said_is_other(race):
    found = reference_group(race)
    assert found.group == Group.OTHER
    assert not found.is_said


def test_ethnicity_counts_only_where_the_race_says_nothing():
    assert reference_group("", "Mexican American").group == Group.MEXICAN_AMERICAN
    assert reference_group("White", "Mexican American").group == Group.CAUCASIAN
    assert reference_group("Unknown", "Hispanic or Latino").group == Group.OTHER
